"""The links of the entity graph, as data: where each comes from, what it says and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LinkKind:
    """One kind of edge of the entity graph.

    Attributes:
        kind: Local name of a property of the vocabulary; the edge's ``kind``.
        pattern: SPARQL that binds ``?source`` (``?letter`` when it does not) and ``?target``; ``?node`` is
            the node that carries the fact and ``?letter`` the letter, where there are such; ``?note`` goes
            into the label.
        label: What people read on it, with ``{note}`` where the note belongs; empty takes the name of the
            property.
        certainty: Fixed certainty; empty takes the basis of ``?node``.
    """

    kind: str
    pattern: str
    label: str = ""
    certainty: str = ""


@dataclass(frozen=True, slots=True)
class NodeAttribute:
    """One attribute of nodes: its name and the property path that leads to its values."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class NodeRole:
    """A class that only the entity graph uses: the kind of what ``pattern`` binds as ``?thing``."""

    kind: str
    pattern: str


ALLEGED = "alleged"
EVIDENCE = ("evidence", "contentEvidence", "contextEvidence")

LINKS = (
    LinkKind("sentUnderMandate", "?letter spl:sentUnderMandate ?target", certainty="stated"),
    LinkKind(
        "basisResolution",
        "?letter spl:mandateBasis ?node . ?node spl:basisMandate ?source ; spl:basisResolution ?target",
    ),
    LinkKind(
        "pursuantTo",
        """?letter spl:pursuantTo ?target
        FILTER NOT EXISTS { ?letter spl:mandateBasis/spl:basisResolution ?target }""",
        certainty="stated",
    ),
    LinkKind("signedBy", "?letter spl:signature ?node . ?node spl:signedBy ?target"),
    LinkKind(
        "signedAs",
        """?letter spl:signature ?node . ?node spl:signedBy ?source ; spl:signedAs ?target .
        OPTIONAL { ?node spl:role/rdfs:label ?role } BIND(COALESCE(?role, "mandate holder") AS ?note)""",
        label="signed for, as {note}",
    ),
    LinkKind("addresseePerson", "?letter spl:addressing ?node . ?node spl:addresseePerson ?target"),
    LinkKind("addresseeCompany", "?letter spl:addressing ?node . ?node spl:addresseeCompany ?target"),
    LinkKind(
        "addresseeOrganisation", "?letter spl:addressing ?node . ?node spl:addresseeOrganisation ?target"
    ),
    LinkKind("addresseeGovernment", "?letter spl:addressing ?node . ?node spl:addresseeGovernment ?target"),
    LinkKind("addresseeMandate", "?letter spl:addressing ?node . ?node spl:addresseeMandate ?target"),
    LinkKind(
        "addressedAs",
        """?letter spl:addressing ?node . ?node spl:addresseePerson ?source ; spl:addressedAs ?as .
        ?as rdfs:label ?position
        { ?node spl:addresseeCompany ?target } UNION { ?node spl:addresseeOrganisation ?target }
        UNION { ?node spl:addresseeGovernment ?target }
        OPTIONAL { ?node spl:officeAsWritten ?office }
        BIND(COALESCE(?office, CONCAT(?position, " (office not named in the letter)")) AS ?note)""",
        label="addressed as {note}",
    ),
    LinkKind(
        "inferredOfficeCompany",
        """?node spl:inferredOfficeHolder ?source ; spl:inferredOfficeCompany ?target ;
        spl:officeTitle ?office ; spl:asOf ?date ; spl:aboutAddressing ?addressing .
        ?letter spl:addressing ?addressing BIND(CONCAT(?office, ", ", ?date) AS ?note)""",
        label="{note} (outside source, not in the letter)",
    ),
    LinkKind("similarLetterSentTo", "?letter spl:copy ?node . ?node spl:copiedTo ?target"),
    LinkKind("copiedToCompany", "?letter spl:copy ?node . ?node spl:copiedToCompany ?target"),
    LinkKind(
        "companyRole",
        """?letter spl:companyMention ?node . ?node spl:mentionedCompany ?target ; spl:companyRole ?role .
        ?role rdfs:label ?note FILTER(?role != spl:company-role-addressee)""",
        label="names as {note}",
    ),
    LinkKind("mentionedPerson", "?letter spl:personMention ?node . ?node spl:mentionedPerson ?target"),
    LinkKind(
        "citedResource",
        """?letter spl:citation ?node . ?node spl:citedResource ?target .
        ?node spl:citationKind/spl:displayLabel ?note""",
        label="{note}",
    ),
    LinkKind(
        "presumedTarget",
        "?letter spl:citation ?node . ?node spl:citedResource ?source ; spl:presumedTarget ?target",
        certainty="register",
    ),
    LinkKind(
        "asksAbout",
        "?letter spl:request ?node . ?node spl:asksAbout ?target",
    ),
    LinkKind("topic", "?letter spl:request ?node . ?node spl:topic ?target", label="asks about"),
    LinkKind("claim", "?letter spl:claim ?node BIND(?node AS ?target)", certainty=ALLEGED),
    LinkKind(
        "claimType",
        "?letter spl:claim ?node . ?node spl:claimType ?target BIND(?node AS ?source)",
        certainty=ALLEGED,
    ),
    LinkKind(
        "aboutCompany",
        "?letter spl:claim ?node . ?node spl:aboutCompany ?target BIND(?node AS ?source)",
        certainty=ALLEGED,
    ),
    LinkKind("repliesTo", "?letter spl:repliesTo ?target", certainty="stated"),
    LinkKind("concernsLetter", "?letter spl:concernsLetter ?target", certainty="stated"),
    LinkKind("renews", "?source spl:renews ?target", certainty="register"),
    LinkKind("establishes", "?source spl:establishes ?target", certainty="register"),
)

BETWEEN_KNOWN = frozenset({"renews", "establishes", "repliesTo", "concernsLetter"})
"""Links that join things the letters name but bring no new ones into the picture."""

ROLES = (
    NodeRole("PersonConcerned", "?mention spl:mentionedPerson ?thing"),
    NodeRole("Addressee", "?addressing spl:addresseePerson ?thing ; spl:addressedAs spl:head-of-company"),
    NodeRole("MandateHolder", "?signature spl:signedBy ?thing"),
)
"""The last role that fits wins."""

_COMPANY_ROLES = "^spl:mentionedCompany/spl:companyRole/rdfs:label"
_SIGNER_ROLES = "^spl:signedBy/spl:role/rdfs:label"

ATTRIBUTES = (
    NodeAttribute("adopted", "spl:adopted"),
    NodeAttribute("asserted_as_fact", "spl:assertedAsFact"),
    NodeAttribute("body", "spl:body"),
    NodeAttribute("date", "spl:dateOfLetter"),
    NodeAttribute("family", "^spl:familyMember/rdfs:label"),
    NodeAttribute("heading", "spl:heading"),
    NodeAttribute("hedges", "spl:hedge/spl:hedgeText"),
    NodeAttribute("inherits_hedge_of", "spl:scopeHedge/spl:hedgeText"),
    NodeAttribute("language", "spl:language"),
    NodeAttribute("number", "spl:number"),
    NodeAttribute("office_as_stated", "^spl:addresseePerson/spl:officeAsWritten"),
    NodeAttribute("office_by_outside_source", "^spl:inferredOfficeHolder/spl:officeTitle"),
    NodeAttribute("pillar", "spl:pillar"),
    NodeAttribute("reference", "spl:reference/spl:referenceText"),
    NodeAttribute("reference_year", "spl:reference/spl:year"),
    NodeAttribute("roles", f"{_COMPANY_ROLES}|{_SIGNER_ROLES}"),
    NodeAttribute("short_name", "spl:shortName"),
    NodeAttribute("state", "spl:governmentOf/spl:iso3"),
    NodeAttribute("symbol", "spl:symbol"),
    NodeAttribute("type", "spl:reference/spl:typeCode"),
    NodeAttribute("variant", "^spl:variantMember/spl:variantName"),
)
