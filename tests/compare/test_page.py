"""The page of differences: words of letters stay words, nothing is asked for, and it can be heard."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from kg.compare.comparison import comparison
from kg.compare.families import families
from kg.compare.page import comparison_page, families_page
from tests.compare.made import ASKED, TOLD, made, sketches

HOSTILE = (
    "<script>alert(1)</script>",
    "</blockquote></main><img src=x onerror=alert(1)>",
    "<a href='javascript:alert(1)'>here</a>",
    '"><svg onload=alert(1)>',
    "&lt;b&gt; &amp; &#60;script&#62;",
    "]]><!-- --><style>*{display:none}</style>",
    "<meta http-equiv=refresh content='0;url=//example.org'>",
    "{{7*7}} ${7*7} \u202etxt.exe",
)  # fmt: skip
TAGS = {
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "h4", "h5", "p", "div", "table", "thead",
    "tbody", "tr", "th", "td", "ul", "li", "q", "blockquote", "del", "ins", "span", "details", "summary", "section",
}  # fmt: skip
ATTRIBUTES = {
    "lang", "charset", "http-equiv", "content", "name", "class", "tabindex", "role", "aria-label", "scope",
}  # fmt: skip


class Reader(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.text: list[str] = []
        self.marked: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.update(name for name, _ in attrs)
        if tag in {"del", "ins"}:
            self.marked.append("")

    def handle_data(self, data: str) -> None:
        self.text.append(data)
        if self.marked:
            self.marked[-1] += data


def pages(words: str) -> list[str]:
    """Return pages of letters in which every name and sentence holds ``words``."""
    told, asked = [f"{text} {words}" for text in TOLD], [f"{text} {words}" for text in ASKED]
    left = made(1, company=f"{words} Ltd", person=words, told=told, asked=asked, notes=[words])
    right = made(
        2,
        company=f"{words} S.A.",
        told=[*told[:4], f"Another end. {words}"],
        asked=asked[:2],
        notes=["None."],
    )
    known = {one.name: one for one in (left, right)}
    found = families(sketches(known.values()), known.__getitem__)
    assert len(found) == 1
    compared = comparison(left, right)
    return [comparison_page(compared), families_page(found, [[compared]])]


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_letters_are_inert(words: str) -> None:
    for page in pages(words):
        read = Reader(page)
        assert set(read.tags) <= TAGS
        assert read.attributes <= ATTRIBUTES
        assert read.tags.count("style") == read.tags.count("title") == 1
        assert read.tags.count("meta") == 4
        assert words in "".join(read.text)


def test_the_policy_forbids_everything_but_the_style() -> None:
    for page in pages("plain"):
        style = page.split("<style>", 1)[1].split("</style>", 1)[0]
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
        assert (
            policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
        )
        assert "url(" not in style
        assert "prefers-color-scheme: dark" in style
        assert not re.search(r"\s(?:src|href|style|on[a-z]+)=", page.replace(style, ""))


def test_differences_are_told_by_words() -> None:
    page = comparison_page(comparison(made(1), made(2, asked=ASKED[:2])))
    read = Reader(page)
    assert read.marked[0] == "only in AL OTH 1/2022 \n"
    assert any(text.startswith("[only AL OTH 1/2022: Please explain how") for text in read.marked)
    assert "Request 3 of AL OTH 1/2022 has no counterpart in AL OTH 2/2022." in "".join(read.text)


def test_a_letter_and_itself() -> None:
    page = comparison_page(comparison(made(1), made(1)))
    assert "No difference." in page
    assert "<ins>" not in page


def test_passages_have_the_language_of_the_letter() -> None:
    left, right = made(1, language="fr"), made(2, language="fr", asked=ASKED[:2])
    assert '<blockquote lang="fr">' in comparison_page(comparison(left, right))
    mixed = comparison_page(comparison(left, made(2, language="es", asked=ASKED[:2])))
    assert "<blockquote>" in mixed
    assert 'lang="fr"' not in mixed
