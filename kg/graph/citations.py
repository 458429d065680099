"""What a letter cites, and how: principles, resolutions, documents, instruments, comments, reports."""

from __future__ import annotations

from kg.graph import iris, nquads
from kg.graph.facts import Facts, Ground, Node, ground
from kg.graph.iris import Iri
from kg.graph.mandates import resolution
from kg.model.record import (
    Basis,
    DocumentSymbol,
    GeneralComment,
    InstrumentUse,
    PrincipleCitation,
    ReportMention,
    Resolution,
)
from kg.vocab.register import Register
from kg.vocab.terms import SPL


def add_citations(facts: Facts) -> None:
    """Add every citation of the letter."""
    record = facts.record
    for principle in record.principles:
        _add_principles(facts, principle)
    for use in record.other_resolutions:
        _add_resolution(facts, use)
    for document in record.documents:
        _add_symbol(facts, document)
    for instrument in record.instruments:
        _add_instrument(facts, instrument)
    for comment in record.general_comments:
        _add_comment(facts, comment)
    for report in record.reports:
        _add_report(facts, report)


def _node(facts: Facts, key: str, why: Ground, kind: str = "cited") -> Node:
    place = facts.names.fresh(facts.letter, "citation", key)
    node = facts.node(SPL.citation, place, SPL.Citation, why)
    node.link(SPL.citationKind, SPL[f"kind-{kind}"])
    return node


def _add_principles(facts: Facts, cited: PrincipleCitation) -> None:
    numbers = sorted(set(cited.numbers))
    key = "-".join(map(str, dict.fromkeys((numbers[0], numbers[-1])))) if numbers else "none"
    part = "commentary" if cited.commentary else "gp"
    node = _node(facts, f"{part} {key}", Ground(Basis.STATED, cited.citation), cited.how)
    node.say(SPL.onCommentary, nquads.boolean(cited.commentary))
    for number in numbers:
        node.link(SPL.citedResource, iris.principle(number))
    facts.quote(node.iri, SPL.contentEvidence, cited.content)


def _add_resolution(facts: Facts, cited: Resolution) -> None:
    """Add a citation of a resolution, unless its printed symbol is doubtful and stands as such."""
    printed = iris.resolution_symbol(cited.body, cited.number.value)
    doubtful = {document.symbol.value for document in facts.record.documents if _is_doubtful(document)}
    if printed in doubtful:
        return
    node = _node(facts, f"res {cited.body} {cited.number.value}", ground(cited.number))
    node.link(SPL.citedResource, resolution(facts, cited.body, cited.number.value))


def _is_doubtful(cited: DocumentSymbol) -> bool:
    return cited.presumed is not None or cited.problem is not None


def _add_symbol(facts: Facts, cited: DocumentSymbol) -> None:
    symbol = cited.symbol.value
    node = _node(facts, f"symbol {symbol}", ground(cited.symbol))
    node.text(SPL.symbolAsWritten, facts.words(cited.symbol))
    if not _is_doubtful(cited):
        node.link(SPL.citedResource, _document(facts, symbol))
        return
    written = iris.symbol_as_written(symbol)
    if symbol not in facts.register.errata:
        facts.describe(written, SPL.Symbol, symbol)
    node.link(SPL.citedResource, written)
    node.text(SPL.editorialNote, cited.problem)
    if cited.presumed is not None:
        target = _document(facts, cited.presumed)
        why = Ground(Basis.REGISTER, cited.symbol.spans)
        facts.state(node.iri, SPL.presumedTarget, nquads.iri(target), why)


def _document(facts: Facts, symbol: str, kind: str = "Document") -> Iri:
    """Return the IRI of a document by its symbol, described here when the register does not know it."""
    if symbol in facts.register.resolutions:
        return iris.resolution(symbol)
    if symbol in facts.register.documents:
        return iris.document(symbol)
    resolved = "/RES/" in symbol
    iri = iris.resolution(symbol) if resolved else iris.document(symbol)
    facts.describe(iri, SPL.Resolution if resolved else SPL[kind], symbol)
    facts.add(iri, SPL.symbol, nquads.string(symbol))
    return iri


def _add_instrument(facts: Facts, cited: InstrumentUse) -> None:
    target = iris.instrument(cited.id.value)
    node = _node(facts, f"instrument {cited.id.value}", ground(cited.id))
    node.link(SPL.citedResource, target)
    for article in cited.articles:
        iri = iris.below(target, "article", article.value)
        label = f"{_short(facts.register, cited.id.value)}, article {article.value}"
        facts.describe(iri, SPL.Article, label)
        facts.link(iri, SPL.articleOf, target)
        facts.add(iri, SPL.articleNumber, nquads.string(article.value))
        node.link(SPL.citedArticle, iri)
        facts.quote(node.iri, SPL.contextEvidence, article.spans)


def _short(register: Register, instrument_id: str) -> str:
    entry = register.instruments.get(instrument_id)
    return instrument_id if entry is None else entry.short or entry.label


def _add_comment(facts: Facts, cited: GeneralComment) -> None:
    number = cited.number.value
    iri = iris.general_comment(cited.committee, number)
    facts.describe(iri, SPL.GeneralComment, f"{cited.committee}, general comment No. {number}")
    for predicate, value in (
        (SPL.committee, cited.committee),
        (SPL.commentNumber, number),
        (SPL.symbol, cited.symbol),
    ):
        if value:
            facts.add(iri, predicate, nquads.string(value))
    node = _node(facts, f"comment {cited.committee} {number}", ground(cited.number))
    node.link(SPL.citedResource, iri)


def _add_report(facts: Facts, cited: ReportMention) -> None:
    key = f"report {cited.mandate or ''} {cited.year or ''}"
    kind = "quoted" if cited.quoted else "cited"
    node = _node(facts, key, ground(cited.description), kind)
    node.text(SPL.describedAs, cited.description.value)
    if cited.year is not None:
        node.say(SPL.reportYear, nquads.integer(cited.year))
    if cited.mandate:
        node.link(SPL.reportOf, iris.mandate(cited.mandate))
    facts.quote(node.iri, SPL.contentEvidence, cited.quoted)
    _add_report_target(facts, node, cited)


def _add_report_target(facts: Facts, node: Node, cited: ReportMention) -> None:
    """Link the report by its symbol; without one, the described report stands under the letter."""
    if cited.symbol is None:
        iri = iris.below(facts.letter, "report", cited.description.value)
        facts.describe(iri, SPL.Report, cited.description.value)
        node.link(SPL.citedResource, iri)
        return
    target = _document(facts, cited.symbol.value, "Report")
    why = ground(cited.symbol, spans=cited.description.spans)
    facts.state(node.iri, SPL.citedResource, nquads.iri(target), why)
