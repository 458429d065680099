"""Where sentences end in the letters of this genre: English, French and Spanish.

One scan over the text; every full stop is judged by the word before it and the word after it. A colon or a
semicolon never ends a sentence. A footnote mark after the full stop belongs to neither sentence.
"""

from __future__ import annotations

from kg.model.mention import Mention, MentionKind

_STOPS = ".!?…"
_CLOSING = "\"'”’»)]"
_OPENING = "\"'“‘«([¿¡"
_SPACED_CLOSING = (" »", "\u00a0»", "\u202f»")
_MARKS = "⁰¹²³⁴⁵⁶⁷⁸⁹*"
_LONGEST_NOTE = 3  # digits of a footnote mark printed in the line


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Always followed by what they announce: a full stop after them ends nothing.
_ANNOUNCING = _words(
    """mr mrs ms messrs mme mmes mlle mlles m mm me mes mgr sr sra srta sres sras srtas dr dra drs dres prof profa
    gen gral col cnel lt lte tte sgt sgto cap capt maj cmdt cmte cdt hon rev rvdo fr hno hna st ste sta sto lic licda
    licdo lcda lcdo abg abog ing arq mtro mtra mons dn dña dª d.ª excmo excma ilmo ilma pdte pdta sdn pty pte pvt e.g
    i.e viz cf c.f vs v.gr p.ej p.ex avda av bd blvd approx aprox exp expte rad réf ee ff dd rr oo"""
)
# Announce a number: a full stop between them and a digit ends nothing.
_NUMBERED = _words(
    """no nos nr núm nums núms num nº n° art arts para paras paragr par pars párr párrs parr inc p pp pág págs
    pag vol vols fig sect sec secc ref refs reg tel tél fax chap ch op doc docs res ex ca v cl c/a jan feb mar
    apr jun jul aug sept sep oct nov dec janv févr avr juil déc ene abr ago set dic"""
)
# May stand inside a sentence or end one; what follows decides.
_CLOSING_WORDS = _words(
    """co ltd inc corp bros plc llp s.a s.l s.a.s s.p.a s.r.l s.à.r.l s.a.r.l s.a.c s.c s.e n.v b.v a.s a.g gmbh
    bhd ltda cía cia hnos bhd tbk llc l.l.c u.s u.k u.n u.e ee.uu uu aa hh a.m p.m etc al jr d.c d.f r.d r.o.c
    sh ch md mohd kh ph.d esq sté ets intl assoc dept govt"""
)
# Words that open a sentence, not a name: after an initial or a company form they show that it ended.
_OPENERS = _words(
    """the a an it its in on at by for from to of with as since after before during between when while where
    although however moreover furthermore in this that these those there they he she we i his her their our
    according following under over both all some several many such one two three no not if once until upon
    mr mrs ms messrs miss mme mlle sr sra
    despite because also then subsequently meanwhile allegedly reportedly information
    le la les l un une des du de d ce cet cette ces il elle ils elles on nous en au aux dans par pour selon
    lors après avant depuis pendant entre sur sous avec sans si son sa ses leur leurs plusieurs certains
    certaines toutefois cependant par ailleurs également alors quand lorsque malgré
    el los las un una unos unas lo al del en por para según tras desde durante entre sobre con sin si su sus
    este esta estos estas ese esa dicho dicha se no cuando aunque además asimismo también hasta
    ante posteriormente finalmente actualmente según dicha dichos dichas ello"""
)


def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the sentences of a block's text stand.

    Args:
        text: The cleaned text of one block.

    Returns:
        (start, end) pairs in order, indices of ``text``, end exclusive, without surrounding white space and
        without footnote marks. Every other character that is not white space lies in exactly one sentence.
    """
    found = []
    start = 0
    for stop, resume in _boundaries(text):
        found.append(_trimmed(text, start, stop))
        start = resume
    found.append(_trimmed(text, start, len(text)))
    return tuple((a, b) for a, b in found if a < b)


def find_sentences(text: str) -> tuple[Mention, ...]:
    """Return the sentences of a block as mentions, for the rooms that read what was found."""
    return tuple(Mention(start, end, MentionKind.SENTENCE) for start, end in split_sentences(text))


def _boundaries(text: str) -> list[tuple[int, int]]:
    """Return (end of sentence, where the next may start) for each boundary."""
    found = []
    opened = _skip_space(text, 0)
    index = 0
    while index < len(text):
        if text[index] not in _STOPS:
            index += 1
            continue
        end = _closed(text, index)
        resume = _after_marks(text, end)
        if _ends(text, opened, index, resume):
            found.append((end, resume))
            opened = _skip_space(text, resume)
        index = max(resume, index + 1)
    return found


def _closed(text: str, index: int) -> int:
    """Return the end of the run of stops and closing marks that starts at ``index``."""
    end = index
    while end < len(text) and text[end] in _STOPS:
        end += 1
    while end < len(text) and text[end] in _CLOSING and not _opens_here(text, end):
        end += 1
    return end + 2 if text[end : end + 2] in _SPACED_CLOSING else end


def _opens_here(text: str, index: int) -> bool:
    """Tell whether the straight quotation mark at ``index`` opens what follows."""
    return text[index] in "\"'" and index + 1 < len(text) and text[index + 1].isalnum()


def _after_marks(text: str, end: int) -> int:
    """Return the index after footnote marks that stand at ``end``: raised, bracketed or plain digits."""
    index = end
    while index < len(text) and text[index] in _MARKS:
        index += 1
    if index > end:
        return index
    bracket = text[end : end + 1] == "["
    first = index = end + bracket
    while index < len(text) and text[index] in "0123456789" and index - first < _LONGEST_NOTE:
        index += 1
    behind = text[index : index + 1]
    closed = behind == "]" if bracket else not behind or behind.isspace()
    return index + bracket if index > first and closed and _after_word(text, end) else end


def _after_word(text: str, end: int) -> bool:
    """Tell whether the stop before ``end`` follows a word: digits after it are a mark then, not decimals."""
    before = text[:end].rstrip(_STOPS + _CLOSING)[-1:]
    return before.isalpha() or before in _CLOSING


def _ends(text: str, opened: int, stop: int, resume: int) -> bool:
    """Tell whether the stop at ``stop`` ends the sentence that was opened at ``opened``."""
    if resume >= len(text):
        return True
    if not text[resume].isspace() and resume - stop < 2:  # noqa: PLR2004 - a stop and at least one mark after it
        return False
    following = _following(text, resume)
    if following is None:
        return False
    if text[stop] == "…" or text[stop : stop + 3] == "...":
        return text[stop - 1 : stop] not in ("[", "(")
    return text[stop] != "." or _full_stop(text, opened, stop, following)


def _following(text: str, resume: int) -> str | None:
    """Return the word that starts at or after ``resume`` if it can open a sentence, else None."""
    index = _skip_space(text, resume)
    if index == resume and not text[index].isupper():
        return None
    while index < len(text) and (text[index] in _OPENING or text[index].isspace()):
        index += 1
    if index >= len(text) or not (text[index].isupper() or text[index] in "0123456789"):
        return None
    end = index
    while end < len(text) and text[end].isalnum():
        end += 1
    return text[index:end]


def _full_stop(text: str, opened: int, stop: int, following: str) -> bool:
    """Tell whether the full stop at ``stop`` ends its sentence, given the word that follows."""
    word = _word_before(text, stop)
    if not word or _is_measure(text, stop, word):
        return True
    lower = word.lower()
    if lower in _ANNOUNCING or (lower in _NUMBERED and (following[0].isdigit() or _is_code(following))):
        return False
    if stop - len(word) <= opened and _is_list_number(word):
        return False
    if lower in _CLOSING_WORDS or _is_initial(word):
        return following.lower() in _OPENERS and not _goes_on(text, stop, following)
    return True


def _goes_on(text: str, stop: int, following: str) -> bool:
    """Tell whether one more initial follows ("S. A. de C. V.", "M. I. D."), or a number ("W.P. No. 418")."""
    at = _skip_space(text, stop + 1)
    if following in {"No", "Nos"}:
        behind = text[at + len(following) : at + len(following) + 3]
        return behind.startswith(". ") and behind[2:].isdigit()
    return len(following) == 1 and text[at + 1 : at + 2] == "."


def _is_measure(text: str, stop: int, word: str) -> bool:
    """Tell whether a unit stands behind its number, «calibre 9 mm.», and is no title."""
    return word in {"m", "mm"} and text[: stop - len(word)].rstrip()[-1:].isdigit()


def _is_code(word: str) -> bool:
    """Tell whether a word can open a number with letters in it: "No. R-51/2022", "No. AEN/2013"."""
    return word.isupper() and word not in ("A", "I")


def _is_list_number(word: str) -> bool:
    return word.isdigit() or len(word) == 1 or all(letter in "ivxIVX" for letter in word)


def _is_initial(word: str) -> bool:
    return all(len(piece) == 1 and piece.isupper() for piece in word.split("."))


def _word_before(text: str, stop: int) -> str:
    """Return the word that ends at ``stop``, inner full stops included."""
    start = stop
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] in ".°º"):
        start -= 1
    return text[start:stop].lstrip(".")


def _skip_space(text: str, index: int) -> int:
    while index < len(text) and text[index].isspace():
        index += 1
    return index


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
