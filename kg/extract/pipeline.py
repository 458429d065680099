"""The spaCy pipeline: one named component for each kind of thing a letter can name.

``language_pipeline("en")`` returns an ordinary ``spacy.Language``. Its components are registered spaCy
factories and can be added to any other pipeline. Each writes a span group: ``doc.spans["mandate"]`` …
with the register id as ``span.kb_id_`` and further fields as JSON in ``span.id_``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from types import SimpleNamespace
from typing import Final, Protocol

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.errors import UsageError
from kg.extract.comments import find_comments
from kg.extract.companies import CompanyFinder
from kg.extract.dates import find_dates, find_periods
from kg.extract.hedges import find_hedges
from kg.extract.instruments import InstrumentFinder
from kg.extract.issues import IssueFinder
from kg.extract.mandates import MandateFinder
from kg.extract.model import ModelFinder
from kg.extract.persons import find_persons
from kg.extract.principles import find_principles
from kg.extract.references import find_references
from kg.extract.reports import ReportFinder
from kg.extract.resolutions import find_resolutions
from kg.extract.sentences import find_sentences, split_sentences
from kg.extract.states import StateFinder
from kg.extract.symbols import find_symbols
from kg.extract.tokens import use_letter_tokenizer
from kg.model.mention import Mention, MentionKind
from kg.vocab.load import load_register
from kg.vocab.register import Register

Finder = Callable[[str], Iterable[Mention]]

Factory = Callable[[Language, str], Callable[[Doc], Doc]]

_Build = Callable[[Register, str], Finder]


class _HasFind(Protocol):
    """A finder that is made from the register."""

    def find(self, text: str, /) -> Iterable[Mention]:
        """Return the mentions in ``text``."""


LANGUAGES: Final = ("en", "fr", "es")
_MAX_BLOCKS_KEPT: Final = 20_000


def _plain(find: Finder) -> _Build:
    return lambda _register, _language: find


def _with_register(finder: Callable[[Register], _HasFind]) -> _Build:
    return lambda register, _language: finder(register).find


_FINDERS: Final[dict[str, _Build]] = {
    "kg_sentence_spans": _plain(find_sentences),
    "kg_references": _plain(find_references),
    "kg_dates": _plain(find_dates),
    "kg_periods": _plain(find_periods),
    "kg_mandates": _with_register(MandateFinder),
    "kg_resolutions": _plain(find_resolutions),
    "kg_symbols": _plain(find_symbols),
    "kg_principles": _plain(find_principles),
    "kg_instruments": _with_register(InstrumentFinder),
    "kg_comments": _plain(find_comments),
    "kg_reports": _with_register(ReportFinder),
    "kg_states": _with_register(StateFinder),
    "kg_companies": _with_register(CompanyFinder),
    "kg_persons": _plain(find_persons),
    "kg_hedges": lambda _, language: partial(find_hedges, language=language),
    "kg_issues": lambda register, language: partial(IssueFinder(register).find, language=language),
}


class MentionComponent:
    """A pipeline component that writes what one finder finds into the span groups of a Doc."""

    def __init__(self, find: Finder) -> None:
        self._find = find

    def __call__(self, doc: Doc) -> Doc:
        """Add the mentions this component finds to ``doc.spans``."""
        for mention in self._find(doc.text):
            span = doc.char_span(
                mention.start,
                mention.end,
                label=mention.kind.value,
                kb_id=mention.value,
                alignment_mode="expand",
            )
            if span is not None:
                span.id_ = json.dumps(dict(mention.detail), ensure_ascii=False, sort_keys=True)
                if mention.kind.value not in doc.spans:
                    doc.spans[mention.kind.value] = []
                doc.spans[mention.kind.value].append(span)
        return doc


def _mention_factory(factory_name: str, build: _Build) -> Factory:
    def make(nlp: Language, name: str) -> MentionComponent:
        del name
        return MentionComponent(build(load_register(), nlp.lang or "en"))

    make.__qualname__ = factory_name  # spaCy tells factories apart by their names
    return make


def mark_sentences(doc: Doc) -> Doc:
    """Set the sentence starts of a block by the rules of the genre."""
    starts = {start for start, _ in split_sentences(doc.text)}
    for token in doc:
        token.is_sent_start = token.i == 0 or token.idx in starts
    return doc


def _sentence_factory(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    del nlp, name
    return mark_sentences


def _model_factory(nlp: Language, name: str, model: str) -> MentionComponent:
    """Make the component that adds the entities of ``model`` as the span group ``model``."""
    del nlp, name
    return MentionComponent(ModelFinder(model).find)


factories: Final = SimpleNamespace(
    kg_sentences=_sentence_factory,
    **{name: _mention_factory(name, build) for name, build in _FINDERS.items()},
    kg_model=_model_factory,
)
"""The spaCy factories by name; the entry points ``spacy_factories`` of the distribution lead here."""


def _register_factories() -> None:
    for name, factory in vars(factories).items():
        Language.factory(name, func=factory)


_register_factories()


def language_pipeline(language: str, spacy_model: str | None = None) -> Language:
    """Return the pipeline for ``en``, ``fr`` or ``es``.

    Args:
        language: ISO 639-1 code.
        spacy_model: Name or path of a model the user has installed. Its entities are added to the span
            group ``model``, and count only where our own components found nothing.

    Raises:
        UsageError: For another language, or a model that is not installed.
    """
    if language not in LANGUAGES:
        raise UsageError(f"language {language!r} is not supported; choose one of {', '.join(LANGUAGES)}")
    nlp = spacy.blank(language)
    use_letter_tokenizer(nlp)
    nlp.add_pipe("kg_sentences")
    for name in _FINDERS:
        nlp.add_pipe(name)
    if spacy_model:
        nlp.add_pipe("kg_model", config={"model": spacy_model})
    return nlp


def mentions_in(doc: Doc) -> tuple[Mention, ...]:
    """Return what the components found in ``doc``, in order of place."""
    return tuple(sorted(_mention(span) for group in doc.spans.values() for span in group))


def _mention(span: Span) -> Mention:
    detail = tuple(sorted(json.loads(span.id_ or "{}").items()))
    return Mention(span.start_char, span.end_char, MentionKind(span.label_), span.kb_id_, detail)


class Extractor:
    """Reads blocks. Identical blocks, of which the genre is full, are read once."""

    def __init__(self, spacy_model: str | None = None) -> None:
        self._pipeline = lru_cache(maxsize=None)(lambda language: language_pipeline(language, spacy_model))
        self._read = lru_cache(maxsize=_MAX_BLOCKS_KEPT)(self._read_block)

    def mentions(self, texts: Sequence[str], language: str) -> tuple[tuple[Mention, ...], ...]:
        """Return, for each block text of one letter, the mentions in it."""
        return tuple(self._read(text, language) for text in texts)

    def _read_block(self, text: str, language: str) -> tuple[Mention, ...]:
        return mentions_in(self._pipeline(language)(text))
