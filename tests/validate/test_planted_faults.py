"""Faults planted in a valid graph, one table row each: every one is found, and said in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pytest

from kg.validate import validate
from kg.validate.reference import validate_with_pyshacl
from kg.validate.report import Finding, Severity
from kg.validate.shapes import shapes
from tests.validate.valid_graph import LETTER, first_subject, full, valid_lines, with_triples, without

FORCED_LABOUR = "issue:forced-labour"


@dataclass(frozen=True)
class Fault:
    """What is added and removed, and the message it must lead to.

    ``{company}`` and the like stand for a thing of the valid graph; see ``things``.
    """

    name: str
    message: str
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    by_rule: bool = False


def fault(name: str, message: str, *add: str, remove: tuple[str, ...] = (), by_rule: bool = False) -> Fault:
    return Fault(name, message, add, remove, by_rule)


SAY_NAME = "nothing may be said of a company but its name"
SAY_PERSON = "nothing may be said of a person but the name"
LEAD_COMPANY = "this property may not lead to a company"
LEAD_PERSON = "this property may not lead to a person"

ALLEGATION_AS_FACT = [
    fault("company to abuse", SAY_NAME, f"{{company}} spl:committed {FORCED_LABOUR}"),
    fault("company to abuse by a known property", SAY_NAME, f"{{company}} spl:claimType {FORCED_LABOUR}"),
    fault("company to claim", SAY_NAME, "{company} spl:claim {claim}"),
    fault("company in a place", SAY_NAME, "{company} spl:placeState m49:604"),
    fault("company the same as another", SAY_NAME, "{company} owl:sameAs <http://example.org/company>"),
    fault("company close to another", SAY_NAME, "{company} skos:closeMatch <http://example.org/company>"),
    fault("person to abuse", SAY_PERSON, f"{{person}} spl:committed {FORCED_LABOUR}"),
    fault("person as victim", SAY_PERSON, f"{{person}} spl:claimType {FORCED_LABOUR}"),
    fault("person works for company", SAY_PERSON, "{person} org:memberOf {company}"),
    fault("abuse to company", LEAD_COMPANY, f"{FORCED_LABOUR} spl:committedBy {{company}}", by_rule=True),
    fault("abuse to company by a known property", LEAD_COMPANY, f"{FORCED_LABOUR} spl:citedResource {{company}}", by_rule=True),
    fault("claim to actor", LEAD_COMPANY, "{claim} spl:allegedActorText {company}", by_rule=True),
    fault("claim to person", LEAD_PERSON, "{claim} spl:aboutCompany {person}", by_rule=True),
    fault("letter straight to company", LEAD_COMPANY, "{letter} spl:similarLetterSentTo {company}", by_rule=True),
    fault("abuse to person", LEAD_PERSON, f"{FORCED_LABOUR} spl:committedBy {{person}}", by_rule=True),
    fault("company leads to company", LEAD_COMPANY, "{company} spl:companyRole {other_company}", by_rule=True),
    fault("claim on a company by another property", "a claim may only say what is alleged as text", "{claim} spl:mentionedCompany {company}"),
    fault("claim without a type of abuse but an event", "a claim speaks of a kind of abuse of the register", "{claim} spl:claimType <http://example.org/event>"),
    fault("victims as a link", "who is said to be affected is text", "{claim} spl:allegedVictimText {person}"),
    fault("actor as a link", "who is said to have acted is text", "{claim} spl:allegedActorText <http://example.org/army>"),
    fault("involvement without being one", "only an allegation of involvement", "{plain_claim} spl:aboutCompany {company}"),
    fault("channel without involvement", "only an allegation of involvement", "{plain_claim} spl:involvementChannel spl:channel-caused"),
    fault("unknown channel", "a channel of involvement is one of the vocabulary", "{involvement} spl:involvementChannel spl:kind-cited"),
    fault("statement accuses a company", "a statement may not say of a company", "{statement} rdf:subject {company}", by_rule=True),
    fault("statement leads to a person", "a statement may not say of a person", "{statement} rdf:object {person}", remove=("{statement} rdf:object",), by_rule=True),
    fault("company without its type", "is not said to be a company", "<https://w3id.org/sp-letters/id/company/hidden> spl:committed issue:forced-labour", by_rule=True),
    fault("company loses its type", "is not said to be a company", remove=("{company} rdf:type",), by_rule=True),
    fault("organisation accused", "nothing may be said of an organisation", "<https://w3id.org/sp-letters/id/organisation/x> rdf:type spl:Organisation", f"<https://w3id.org/sp-letters/id/organisation/x> spl:claimType {FORCED_LABOUR}"),
]  # fmt: skip

OFFICES = [
    fault("org:holds", SAY_PERSON, '{person} org:holds "Chief Executive"'),
    fault("schema:jobTitle", SAY_PERSON, '{person} <http://schema.org/jobTitle> "CEO"'),
    fault("office on a person", SAY_PERSON, '{person} spl:officeTitle "CEO"'),
    fault("office as written on a person", SAY_PERSON, '{person} spl:officeAsWritten "CEO"'),
    fault("office on a company", SAY_NAME, '{company} spl:officeTitle "CEO"'),
    fault("office without evidence", "an office stated in the letter shows its words", remove=("{addressing} spl:evidence",)),
    fault("office by inference", "an office as written was read in the letter", "{addressing} spl:basis spl:basis-external", remove=("{addressing} spl:basis",)),
    fault("office elsewhere than on an addressing", "an office as written belongs on an addressing", '{signature} spl:officeAsWritten "CEO"'),
    fault("inferred office without source", "an office no letter states names its source", "id:o rdf:type spl:OfficeInference", "id:o spl:basis spl:basis-external", 'id:o spl:officeTitle "CEO"', 'id:o spl:asOf "2021"'),
    fault("inferred office as stated", "has the basis “external”", "id:o rdf:type spl:OfficeInference", "id:o spl:basis spl:basis-stated", "id:o prov:hadPrimarySource <http://example.org/>", 'id:o spl:officeTitle "CEO"', 'id:o spl:asOf "2021"'),
    fault("inferred office without date", "has the date its source speaks of", "id:o rdf:type spl:OfficeInference", "id:o spl:basis spl:basis-external", "id:o prov:hadPrimarySource <http://example.org/>", 'id:o spl:officeTitle "CEO"'),
    fault("identity without source", "an identity link names its source", "id:i rdf:type spl:IdentityLink", "id:i spl:identityLink {company}", "id:i spl:presumablySameAs <http://example.org/>"),
    fault("identity of nothing", "an identity link joins names, or leads to an entry", "id:i rdf:type spl:IdentityLink", "id:i spl:identityLink {company}", "id:i spl:basis spl:basis-normalised", "id:i prov:hadPrimarySource {text}"),
    fault("names joined without a rule", "an identity link says by which rule", "id:i rdf:type spl:IdentityLink", "id:i spl:identityLink {company}", "id:i spl:basis spl:basis-normalised", "id:i prov:hadPrimarySource {text}", 'id:i spl:linkedName "Acme"', 'id:i spl:reason "why"', 'id:i spl:score "100"^^<http://www.w3.org/2001/XMLSchema#integer>'),
    fault("names joined without a reason", "an identity link says why", "id:i rdf:type spl:IdentityLink", "id:i spl:identityLink {company}", "id:i spl:basis spl:basis-normalised", "id:i prov:hadPrimarySource {text}", 'id:i spl:linkedName "Acme"', 'id:i spl:rule "same-name"', 'id:i spl:score "100"^^<http://www.w3.org/2001/XMLSchema#integer>'),
    fault("names joined for sure", "how alike the names are, from 0 to 100", "id:i rdf:type spl:IdentityLink", "id:i spl:identityLink {company}", "id:i spl:basis spl:basis-normalised", "id:i prov:hadPrimarySource {text}", 'id:i spl:linkedName "Acme"', 'id:i spl:rule "same-name"', 'id:i spl:reason "why"', 'id:i spl:score "101"^^<http://www.w3.org/2001/XMLSchema#integer>'),
    fault("name joined by something else", "only an identity link joins names", '{mention} spl:linkedName "Acme"'),
]  # fmt: skip

CLAIMS = [
    fault("claim without hedge or scope", "a claim has a hedge of its own, or stands under a sentence", remove=("{plain_claim} spl:hedge",)),
    fault("claim asserted", "a claim is never asserted as fact", '{claim} spl:assertedAsFact "true"^^<http://www.w3.org/2001/XMLSchema#boolean>', remove=("{claim} spl:assertedAsFact",)),
    fault("claim asserted beside", "a claim is never asserted as fact", '{claim} spl:assertedAsFact "true"^^<http://www.w3.org/2001/XMLSchema#boolean>'),
    fault("claim that does not say", "a claim is never asserted as fact", remove=("{claim} spl:assertedAsFact",)),
    fault("claim without words", "a claim shows its words", remove=("{claim} spl:evidence",)),
    fault("claim with a bare label", "the label of a claim begins with", '{claim} rdfs:label "Workers were forced"', remove=("{claim} rdfs:label",)),
    fault("claim not stated", "a claim is read in the letter", "{claim} spl:basis spl:basis-external", remove=("{claim} spl:basis",)),
    fault("claim nobody reports", "a claim is reported by a letter", remove=("* spl:claim",)),
    fault("claim of a company", "only a letter reports claims", "{signature} spl:claim {claim}"),
    fault("hedge without words", "a hedge shows its words", remove=("{hedge} spl:hedgeText",)),
    fault("remark without words", "a remark has its words", remove=("{remark} spl:text",)),
    fault("remark outside a letter", "a remark stands in a letter", remove=("* spl:remark",)),
]  # fmt: skip

EVIDENCE = [
    fault("span that ends before it starts", "evidence ends after it starts", '{span} spl:end "0"^^<http://www.w3.org/2001/XMLSchema#integer>', remove=("{span} spl:end",)),
    fault("span of no length", "evidence ends after it starts", "{span} spl:end {start}", remove=("{span} spl:end",)),
    fault("span before the text", "evidence starts at one offset", '{span} spl:start "-1"^^<http://www.w3.org/2001/XMLSchema#integer>', remove=("{span} spl:start",)),
    fault("span without exact words", "evidence shows its exact words", remove=("{span} spl:exact",)),
    fault("span with two texts", "evidence lies in one source text", "{span} spl:inText {letter}"),
    fault("span without text", "evidence lies in one source text", remove=("{span} spl:inText",)),
    fault("span without start", "evidence starts at one offset", remove=("{span} spl:start",)),
    fault("offset as text", "evidence ends at one offset", '{span} spl:end "12"', remove=("{span} spl:end",)),
    fault("page zero", "a page is counted from 1", '{span} spl:page "0"^^<http://www.w3.org/2001/XMLSchema#integer>', remove=("{span} spl:page",)),
    fault("evidence that is no span", "a claim shows its words", "{claim} spl:evidence {letter}"),
    fault("fact without basis", "a fact has one basis", remove=("{signature} spl:basis",)),
    fault("fact with two bases", "a fact has one basis", "{signature} spl:basis spl:basis-external"),
    fault("fact with an unknown basis", "a fact has one basis", "{signature} spl:basis spl:basis-guessed", remove=("{signature} spl:basis",)),
    fault("fact without evidence", "a fact shows its words or names its source", remove=("{signature} spl:evidence",)),
    fault("statement about a blank node", "a blank node cannot be cited", "{statement} rdf:object _:b", remove=("{statement} rdf:object",), by_rule=True),
    fault("statement with a blank subject", "a statement is about one thing, by its IRI", "{statement} rdf:subject _:b", remove=("{statement} rdf:subject",)),
    fault("statement without predicate", "a statement has one predicate", remove=("{statement} rdf:predicate",)),
    fault("blank addressing", "a blank node cannot be cited", "{letter} spl:addressing _:a", by_rule=True),
    fault("source without digest", "a source text has the SHA-256", remove=("{text} spl:sha256",)),
    fault("source without length", "a source text has one length", remove=("{text} spl:length",)),
    fault("problem without message", "a problem is explained in a sentence", remove=("{problem} spl:message",)),
]  # fmt: skip

LETTERS = [
    fault("date as text", "the date of a letter is a day, a month or a year", '{letter} spl:dateOfLetter "4 May 2023"', remove=("{letter} spl:dateOfLetter",)),
    fault("letter without source", "a letter was read from a source text", remove=("{letter} spl:sourceText",)),
    fault("unknown language", "a letter is in English, French or Spanish", '{letter} spl:language "de"', remove=("{letter} spl:language",)),
    fault("two references", "a letter has at most one reference", "{letter} spl:reference {signature}"),
    fault("odd reference", "a reference looks like AL OTH 105/2021", '{reference} spl:referenceText "Letter 7"', remove=("{reference} spl:referenceText",)),
    fault("unknown type code", "the type of a letter is AL, UA or OL", '{reference} spl:typeCode "XX"', remove=("{reference} spl:typeCode",)),
    fault("year out of time", "a reference has one year", '{reference} spl:year "1921"^^<http://www.w3.org/2001/XMLSchema#integer>', remove=("{reference} spl:year",)),
    fault("reply with a reference", "a reply gives the reference of another letter", "{letter} rdf:type spl:Reply"),
    fault("sent under something else", "a letter is sent under mandates", "{letter} spl:sentUnderMandate {resolution}"),
    fault("reply sent under a mandate", "a reply is addressed to mandates and sent under none", "{letter} rdf:type spl:Reply"),
    fault("reply addressed to something else", "an addressing names at most one mandate", "{addressing} spl:addresseeMandate {resolution}"),
    fault("addressing of two mandates", "an addressing names at most one mandate", "{addressing} spl:addresseeMandate mandate:sr-torture", "{addressing} spl:addresseeMandate mandate:sr-food", "mandate:sr-torture rdf:type spl:Mandate", "mandate:sr-food rdf:type spl:Mandate"),
    fault("addressing of two persons", "an addressing names at most one person", "{addressing} spl:addresseePerson {other_person}"),
    fault("addressed as anything", "somebody is addressed in one position", "{addressing} spl:addressedAs spl:kind-cited"),
    fault("copy to nobody", "a similar letter went to one Government or to one company", remove=("{copy} spl:copiedTo",)),
    fault("copy to both", "a similar letter went to one Government or to one company", "{copy} spl:copiedToCompany {company}"),
    fault("mention of nobody", "a mention names one company", remove=("{mention} spl:mentionedCompany",)),
    fault("unknown role of a company", "a company is named in one role", "{mention} spl:companyRole spl:kind-cited", remove=("{mention} spl:companyRole",)),
    fault("mention of no person", "a mention names one person", remove=("* spl:mentionedPerson",)),
    fault("unnamed recipients without words", "unnamed recipients have their words", remove=("{unnamed} spl:text",)),
    fault("Government of no State", "a Government is that of one State", remove=("* spl:governmentOf",)),
    fault("basis without resolution", "a basis is one resolution", remove=("{basis} spl:basisResolution",)),
    fault("basis of two mandates", "a basis is that of one mandate", "{basis} spl:basisMandate mandate:sr-torture", "mandate:sr-torture rdf:type spl:Mandate"),
    fault("place zero in the list", "a place in a list is counted from 1", '{basis} spl:position "0"^^<http://www.w3.org/2001/XMLSchema#integer>', remove=("{basis} spl:position",)),
    fault("signature of nobody", "a signature is that of one person", remove=("{signature} spl:signedBy",)),
    fault("signature for no mandate of the register", "a signature is for one mandate", "{signature} spl:signedAs <http://example.org/mandate>", remove=("{signature} spl:signedAs",)),
    fault("tenure without date", "a tenure has a date", remove=("{tenure} spl:attestedOn", "{tenure} spl:validFrom", "{tenure} spl:validTo")),
    fault("tenure of nobody", "a tenure is that of one person", remove=("{tenure} org:member",)),
    fault("tenure attested by nothing", "a tenure is attested by a signature", remove=("{tenure} prov:wasDerivedFrom",)),
    fault("attested, but no tenure", "only a tenure is attested", '{signature} spl:attestedOn "2023-05-04"^^<http://www.w3.org/2001/XMLSchema#date>'),
]  # fmt: skip

NORMS = [
    fault("principle 32", "there are Guiding Principles 1 to 31", "ungp:32 rdf:type spl:GuidingPrinciple", 'ungp:32 rdfs:label "Guiding Principle 32"', 'ungp:32 spl:number "32"^^<http://www.w3.org/2001/XMLSchema#integer>', 'ungp:32 spl:pillar "III"', "ungp:32 spl:level spl:operational"),
    fault("principle with two wordings", "a principle has one wording in each language", '{principle} spl:wording "One."@en', '{principle} spl:wording "Two."@en'),
    fault("citation of principle 32", "a citation cites a principle", "{citation} spl:citedResource ungp:32"),
    fault("fourth pillar", "a principle belongs to pillar I, II or III", '{principle} spl:pillar "IV"', remove=("{principle} spl:pillar",)),
    fault("principle of no level", "a principle is foundational or operational", remove=("{principle} spl:level",)),
    fault("unknown citation kind", "something is quoted, quoted with unbalanced marks", "{citation} spl:citationKind spl:kind-copied", remove=("{citation} spl:citationKind",)),
    fault("citation of nothing", "a citation cites a principle", remove=("{citation} spl:citedResource",)),
    fault("citation without words", "a citation shows its words", remove=("{citation} spl:evidence",)),
    fault("doubtful symbol taken for a document", "a doubtful symbol is not the symbol of a document", '{symbol} spl:symbol "A/HRC/RES/17/31"'),
    fault("resolution without symbol", "a resolution has one symbol", remove=("{resolution} spl:symbol",)),
    fault("resolution of another body", "a resolution is one of HRC, GA, CHR or SC", '{resolution} spl:body "ECOSOC"', remove=("{resolution} spl:body",)),
    fault("article of nothing", "an article is one of an instrument", remove=("{article} spl:articleOf",)),
    fault("general comment of nobody", "a general comment is one of a committee", remove=("{comment} spl:committee",)),
    fault("document with two symbols", "a document has at most one symbol", '{document} spl:symbol "A/1/1"'),
    fault("instrument with two labels", "an instrument has one label", '{instrument} rdfs:label "Covenant"'),
    fault("request without number", "a request has one number", remove=("{request} spl:number",)),
    fault("request on an unknown topic", "a request is about a topic of the register", "{request} spl:topic <http://example.org/topic>"),
    fault("lettered part without words", "a lettered part has its words", remove=("{part} spl:text",)),
    fault("period without length", "a period has a length in days or hours", remove=("{period} spl:days",)),
    fault("footnote without words", "a footnote has its words", remove=("{footnote} spl:text",)),
    fault("web address that something follows", "a web address is text, never a link", "{footnote} spl:url <http://example.org/>"),
    fault("model mention without words", "a name found by a model has its words", remove=("{model} spl:text",)),
    fault("model mention without model", "a name found by a model names the model", remove=("{model} spl:modelName",)),
    fault("model mention without label", "a name found by a model has the label", remove=("{model} spl:modelLabel",)),
    fault("model mention as stated", "comes from outside the letter", "{model} spl:basis spl:basis-stated", remove=("{model} spl:basis",)),
    fault("model mention names a company", "leads to nothing", "{model} spl:mentionedCompany {company}"),
    fault("annex without heading", "an annex has a heading", remove=("{annex} spl:heading",)),
    fault("mandate without label", "a mandate has one label", remove=("{mandate} rdfs:label",)),
    fault("State with two codes", "a State has one ISO code", '{state} spl:iso3 "PRU"'),
    fault("issue with two labels", "an issue, topic or role has one label", f'{FORCED_LABOUR} rdfs:label "Slavery"'),
    fault("individual without notation", "an individual of the vocabulary has one notation", remove=("spl:basis-stated spl:notation",)),
    fault("body without name", "a body, session or place has a name", "id:hrc rdf:type spl:Body"),
    fault("inference without source", "what no letter says names its source", "id:x rdf:type spl:Inference", "id:x spl:basis spl:basis-external", "id:x spl:evidence {span}"),
    fault("reading without a name", "", "_:build rdf:type spl:Build"),
    fault("misspelt property", "this property is in no vocabulary", '{letter} spl:dateOfLeter "x"', by_rule=True),
    fault("foreign property", "this property is in no vocabulary", '{letter} <http://example.org/p> "x"', by_rule=True),
    fault("misspelt class", "this term is not in the vocabulary", "{letter} rdf:type spl:Leter", by_rule=True),
]  # fmt: skip

FAMILY = (
    "id:f rdf:type spl:LetterFamily",
    "id:f spl:basis spl:basis-computed",
    "id:f prov:hadPrimarySource {text}",
)
FAMILIES = [
    fault("family of one letter", "a family has two letters or more", *FAMILY, "id:f spl:familyMember {letter}"),
    fault("family of a company", "a family has two letters or more", *FAMILY, "id:f spl:familyMember {request}"),
    fault("family that is stated", "a family is found by comparing", *FAMILY[::2], "id:f spl:basis spl:basis-stated"),
    fault("family that alleges", "a family only says which letters and variants it has", *FAMILY, f"id:f spl:claimType {FORCED_LABOUR}"),
    fault("family without source", "a fact shows its words or names its source", *FAMILY[:2]),
    fault("variant without letters", "a variant has letters", "id:v rdf:type spl:LetterVariant"),
    fault("variant with a long name", "a variant is called A, B, C and so on", "id:v rdf:type spl:LetterVariant", 'id:v spl:variantName "first"'),
    fault("difference nowhere", "a difference names the variant that lacks the request", "id:d rdf:type spl:RequestDifference"),
    fault("difference of no request", "a difference leads to the request", "id:d rdf:type spl:RequestDifference", "id:d spl:differingRequest {claim}"),
]  # fmt: skip

FAULTS = [*ALLEGATION_AS_FACT, *OFFICES, *CLAIMS, *EVIDENCE, *LETTERS, *NORMS, *FAMILIES]


@cache
def things() -> dict[str, str]:
    lines = valid_lines()
    kinds = {
        "addressing": "Addressing", "annex": "Annex", "article": "Article", "basis": "MandateBasis",
        "comment": "GeneralComment", "company": "Company", "copy": "Copy", "document": "Document",
        "footnote": "Footnote", "instrument": "LegalInstrument", "involvement": "InvolvementAllegation",
        "mandate": "Mandate", "mention": "CompanyMention", "model": "ModelMention", "part": "SubItem", "period": "PublicationWindow",
        "person": "Person", "principle": "GuidingPrinciple", "problem": "Problem", "reference": "CommunicationReference",
        "remark": "Concern", "request": "Request", "resolution": "Resolution", "signature": "Signature",
        "state": "Country", "statement": "Statement", "symbol": "Symbol", "tenure": "Tenure", "text": "SourceText",
        "unnamed": "UnnamedRecipients",
    }  # fmt: skip
    found = {name: first_subject(lines, "rdf:type", f"spl:{kind}") for name, kind in kinds.items()}
    companies = [line.split(" ")[0] for line in lines if f"{full('rdf:type')} {full('spl:Company')}" in line]
    signers = [line.split(" ")[2] for line in lines if full("spl:signedBy") in line]
    found |= {
        "letter": full(LETTER).strip("<>"),
        "claim": first_subject(lines, "spl:allegedActorText"),
        "plain_claim": first_subject(lines, "spl:allegedActorText"),
        "citation": first_subject(lines, "spl:onCommentary"),
        "copy": first_subject(lines, "spl:copiedTo"),
        "hedge": first_subject(lines, "spl:hedgeText"),
        "span": first_subject(lines, "spl:exact"),
        "other_company": companies[1].strip("<>"),
        "other_person": signers[0].strip("<>"),
    }
    start = next(line for line in lines if line.startswith(f"<{found['span']}> {full('spl:start')} "))
    return {name: f"<{iri}>" for name, iri in found.items()} | {"start": start.split(" ")[2]}


def spoilt(planted: Fault) -> list[str]:
    lines: list[str] = list(valid_lines())
    if planted.remove:
        lines = without(lines, *(pattern.format(**things()) for pattern in planted.remove))
    return with_triples(lines, *(triple.format(**things()) for triple in planted.add))


def test_the_graph_is_valid_before() -> None:
    report = validate(valid_lines())
    assert (report.conforms, report.results) == (True, ())
    assert validate_with_pyshacl(valid_lines()).results == ()


@pytest.mark.parametrize("planted", FAULTS, ids=lambda planted: planted.name)
def test_planted_fault_is_found(planted: Fault) -> None:
    report = validate(spoilt(planted))
    assert not report.conforms
    messages = [finding.message for finding in report.results if finding.severity is Severity.VIOLATION]
    assert any(planted.message in message for message in messages), messages


@pytest.mark.parametrize("planted", FAULTS, ids=lambda planted: planted.name)
def test_pyshacl_finds_the_same(planted: Fault) -> None:
    lines = spoilt(planted)
    ours = {_core(finding) for finding in validate(lines).results if finding.rule.startswith("https:")}
    theirs = {_core(finding) for finding in validate_with_pyshacl(lines).results}
    assert ours == theirs
    assert planted.by_rule or any(planted.message in message for *_, message in theirs)


def _core(finding: Finding) -> tuple[str, ...]:
    focus = str(finding.focus)
    named = focus if ":" in focus else "a blank node"
    return (named, *(str(getattr(finding, name)) for name in ("severity", "path", "message")))


def test_no_shape_and_no_rule_is_idle() -> None:
    """Whatever finds no planted fault could be deleted without anybody noticing."""
    at_work = {finding.rule for planted in FAULTS for finding in validate(spoilt(planted)).results}
    assert {target.shape.name for target in shapes()} <= at_work
    rules = {
        "points-at-protected",
        "accusing-statement",
        "blank-node",
        "unknown-property",
        "unknown-term",
        "untyped",
    }
    assert rules <= at_work


def test_there_are_enough_faults() -> None:
    names = [planted.name for planted in FAULTS]
    assert len(names) == len(set(names)) >= 100
