"""A marked text is still the text: whatever the marks, its text content is what was marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.serve.marked import Mark, marked
from tests.serve.reading import Reading

TEXTS = st.text(alphabet=st.sampled_from("ab<>&\"' \n\r\t\0é𝔸\u2028]"), max_size=40) | st.text(max_size=40)
MARKS = st.lists(
    st.builds(
        Mark,
        st.integers(-3, 45),
        st.integers(-3, 45),
        st.sampled_from(["Claim", "Company", '"><script>']),
        st.sampled_from(["", "w1", "a b", '"x']),
        st.booleans(),
        st.sampled_from(["", "f-1", '"><b>']),
        st.sampled_from(["", "title", '" onclick="x']),
    ),
    max_size=12,
)


def shown(text: str, marks: list[Mark], pages: list[int] | None = None) -> Reading:
    return Reading(f'<div id="text">{marked(text, marks, pages or [])}</div>')


@given(TEXTS, MARKS, st.lists(st.integers(0, 45), max_size=4).map(sorted))
def test_text_content_is_the_text(text: str, marks: list[Mark], pages: list[int]) -> None:
    found = shown(text, marks, pages)
    assert found.text == text.replace("\0", "\ufffd")
    assert {tag for tag, _ in found.elements} <= {"div", "span", "a"}


@given(TEXTS.filter(bool), MARKS)
def test_every_mark_covers_its_words(text: str, marks: list[Mark]) -> None:
    named = [
        Mark(mark.start, mark.end, mark.kind, f"m{number}", mark.wide) for number, mark in enumerate(marks)
    ]
    html = str(marked(text, named))
    for mark in named:
        words = text[mark.start : mark.end] if 0 <= mark.start < mark.end <= len(text) else ""
        assert pieces(html, mark.anchor) == words.replace("\0", "\ufffd")
        assert html.count(f' id="{mark.anchor}"') == bool(words)


def pieces(html: str, anchor: str) -> str:
    """Return the text of all pieces of one mark."""

    class Pieces(Reading):
        def handle_data(self, data: str) -> None:
            if any(of == anchor for of in self.inside):
                self.found += data

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            super().handle_starttag(tag, attrs)
            self.inside.append(dict(attrs).get("data-words") or "")

        def handle_endtag(self, tag: str) -> None:
            super().handle_endtag(tag)
            self.inside.pop()

        def __init__(self, html: str) -> None:
            self.inside: list[str] = []
            self.found = ""
            super().__init__(html)

    return Pieces(html).found


@pytest.mark.parametrize(
    ("marks", "html"),
    [
        ([], "abcdef"),
        ([Mark(1, 3, "A", "x")], 'a<span class="m leaf k-A" id="x" data-words="x">bc</span>def'),
        (
            [Mark(0, 4, "A", "x"), Mark(2, 6, "B", "y")],
            (
                '<span class="m leaf k-A" id="x" data-words="x">ab<span class="m leaf k-B" id="y" data-words="y">cd'
                '</span></span><span class="m leaf k-B" data-words="y">ef</span>'
            ),
        ),
        (
            [Mark(0, 6, "A", wide=True, fact="f"), Mark(2, 3, "B", fact="g")],
            (
                '<span class="m wide k-A"><a class="to k-A" href="#f" aria-label=""></a>ab<span class="m leaf k-B">'
                '<a class="t" href="#g">c</a></span>def</span>'
            ),
        ),
    ],
    ids=["no marks", "one", "overlap", "passage with words in it"],
)
def test_marks_nest_or_are_cut(marks: list[Mark], html: str) -> None:
    assert str(marked("abcdef", marks)) == html


def test_pages_are_announced_where_they_start() -> None:
    assert str(marked("abcd", [], [0, 2])) == 'ab<span class="page" data-name="page 2"></span>cd'


def test_white_space_alone_is_no_link() -> None:
    assert "<a" not in str(marked("a \n b", [Mark(1, 4, "A", fact="f")]))
