"""A word is a number, a date, a place, a name or a denial only where the words beside it bear that out."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from onrecord.trace.lexicon import Phrases
from onrecord.trace.lines import Line
from onrecord.trace.numbers import numeric

Sort = Literal["number", "date", "name", "place", "negation"]

_YEAR = re.compile(r"(?:1[89]|20)\d\d(?:s)?")
_BEFORE = re.compile(r"([^\W\d_][\w’'-]*),? $")
_FULL_STOP = re.compile(r"[.!?][\"”’)]*(?:\s|$)")
_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?")
_BESIDE = 8  # words on each side by which a heading in capitals is known
_HEADING = 0.8  # share of capitals among them from which a capital says nothing
_OCCURRENCES = 20  # of a word that are looked at
_WORD_LENGTH = 20  # code points before one
_LINE = 600  # code points in which a sentence in capitals ends
_LOOKED_THROUGH = 100_000  # code points in which a word is looked for in small letters
_MONEY = "$£€¥₽₴₹"


class Atom(NamedTuple):
    """Words `start` to before `end` of a line, which are of one sort."""

    sort: Sort
    start: int
    end: int


def atoms(line: Line, start: int, end: int, lenient: bool = False) -> list[Atom]:
    """The numbers, dates, places, names and denials among words `start` to before `end`, in order.

    Args:
        lenient: see `named`.
    """
    found: list[Atom] = []
    at = start
    while at < end:
        if harmless := _phrase(line.lexicon.harmless, line, at, end):
            at += harmless
            continue
        atom = _denial(line, at, start, end) or _counted(line, at, end) or _named(line, at, end, lenient)
        if atom:
            found.append(atom)
        at = atom.end if atom else at + 1
    whole: list[Atom] = []
    for atom in found:
        atom = _with_forename(line, atom, whole[-1].end if whole else start)
        last = whole[-1] if whole else None
        touching = last is not None and last.end == atom.start and line.gap(atom.start) in (" ", "-", "/")
        if last and touching and {last.sort, atom.sort} == {"place", "name"}:
            atom = Atom("name", whole.pop().start, atom.end)  # "Lima University", "Western Balkans"
        whole.append(atom)
    return whole


def _with_forename(line: Line, atom: Atom, floor: int) -> Atom:
    """A name with what would be part of it if it did not open the sentence: "Anna" of "Anna Petrov"."""
    start = atom.start
    while (
        atom.sort == "name" and start > floor and line.gap(start) in (" ", ". ") and _capital(line, start - 1)
    ):
        start -= 1
    return atom._replace(start=start)


def _capital(line: Line, at: int) -> bool:
    key, lexicon = bare(line.keys[at]), line.lexicon
    lists = ("LIGHT", "TITLES", "MONTHS", "WEEKDAYS", "OPENERS")
    return line.word(at)[:1].isupper() and not any(lexicon.has(key, name) for name in lists)


def _phrase(phrases: Phrases, line: Line, at: int, end: int) -> int:
    """How many words of a listed phrase stand at a place, or 0."""
    for phrase in phrases.get(line.keys[at], ()):
        if at + len(phrase) <= end and tuple(line.keys[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def _denial(line: Line, at: int, start: int, end: int) -> Atom | None:
    lexicon = line.lexicon
    helped = int(lexicon.has(line.keys[at], "HELPERS") and at + 1 < end)
    size = _phrase(lexicon.denials, line, at + helped, end)
    return Atom("negation", at, at + helped + size) if size else None


def _counted(line: Line, at: int, end: int) -> Atom | None:
    sort = _dated(line, at)
    last = at + 1
    if sort:
        while last < end and _dated(line, last):
            last += 1
        return Atom("date", at, last)
    if not numeric(line.keys[at], line.lexicon):
        return None
    while last < end and numeric(line.keys[last], line.lexicon) and not _dated(line, last):
        last += 1
    return Atom("number", at, last)


def _dated(line: Line, at: int) -> bool:
    """Whether a word is a date or a part of one."""
    key, before, after, lexicon = line.keys[at], line.key(at - 1), line.key(at + 1), line.lexicon
    if key[0].isdigit():
        return _day_or_year(line, at)
    if lexicon.has(key, "MONTHS") or lexicon.has(key.removesuffix("s"), "WEEKDAYS"):
        # "May" and "March" open sentences as other words, "sat" and "sun" are words
        sure = len(key) > 5 or not line.opens(at) or before[:1].isdigit() or after[:1].isdigit()
        return line.word(at)[:1].isupper() and sure
    if lexicon.has(key, "RELATIVE"):
        return any(lexicon.has(after, name) for name in ("PERIODS", "WEEKDAYS", "MONTHS"))
    if lexicon.has(key, "PERIODS") and lexicon.has(before, "RELATIVE"):
        return True
    if lexicon.has(key, "SEASONS"):
        return lexicon.has(before, "YEARLY") or lexicon.has(before, "RELATIVE")
    return lexicon.has(key, "DAYS")


def _day_or_year(line: Line, at: int) -> bool:
    key, before, after, lexicon = line.keys[at], line.key(at - 1), line.key(at + 1), line.lexicon
    if before == "the" or before == "of":
        before = line.key(at - 2) if lexicon.has(line.key(at - 2), "MONTHS") else before
    follows = after if after != "of" else line.key(at + 2)
    if _listed_day(line, at):
        return True
    if _DAY.fullmatch(key) and (lexicon.has(before, "MONTHS") or lexicon.has(follows, "MONTHS")):
        return before != "may" or line.word(at - 1)[:1].isupper()
    if not _YEAR.fullmatch(key) or "," in line.word(at):
        return False
    if line.gap(at)[-1:] in _MONEY or line.gap(at + 1).startswith(("%", " %")):
        return False
    return lexicon.has(before, "YEARLY") or not (
        lexicon.has(after, "UNITS_AFTER") or after in lexicon.magnitudes
    )


def _listed_day(line: Line, at: int) -> bool:
    """Whether a number is a later day of one month: the second one of "July 10 and 21", "July 10-21"."""
    back = at - 2 if line.lexicon.has(line.key(at - 1), "LIGHT") else at - 1
    return bool(
        back > 0
        and _DAY.fullmatch(line.keys[at])
        and _DAY.fullmatch(line.keys[back])
        and line.lexicon.has(line.keys[back - 1], "MONTHS")
        and line.word(back - 1)[:1].isupper()
    )


def _named(line: Line, at: int, end: int, lenient: bool) -> Atom | None:
    bounds = place(line, at)
    if bounds:
        return Atom("place", at, min(end, bounds[1]))
    last = at
    while last < end and named(line, last, lenient) and not (last > at and place(line, last)):
        last += 1
    if at < last < end and len(line.keys[last - 1]) == 1 and _capital(line, last):
        last += 1  # what follows an initial, in a heading too
    return Atom("name", at, last) if last > at else None


def place(line: Line, at: int) -> tuple[int, int] | None:
    """The words of the listed place to which a word belongs (from, to before), or None."""
    for start in range(max(0, at - 3), at + 1):
        for phrase in line.lexicon.places.get(bare(line.keys[start]), ()):
            end = start + len(phrase)
            if (
                end > at
                and tuple(map(bare, line.keys[start:end])) == phrase
                and line.word(start)[:1].isupper()
            ):
                return None if _figure(line, at) == "person" or _forename(line, start, end) else (start, end)
    return None


def _forename(line: Line, start: int, end: int) -> bool:
    """Whether what looks like a place is part of a person's name: "Michael Jordan", "Paris Smith"."""
    if end - start > 1:
        return False
    if not start or line.gap(start) not in (" ", ". "):
        return False
    before = line.keys[start - 1]
    if line.lexicon.has(before, "TITLES"):
        return line.word(start - 1)[:1].isupper()
    return (
        _capital(line, start - 1)
        and not line.lexicon.has(before, "COMPASS")
        and not place_word(line, start - 1)
    )


def place_word(line: Line, at: int) -> bool:
    """Whether a word is by itself the name of a place, or one of the points of the compass before it."""
    return at >= 0 and (bare(line.keys[at]),) in line.lexicon.places.get(bare(line.keys[at]), ())


def bare(key: str) -> str:
    """A compared word without the ending of a possessor."""
    return key.removesuffix("'s").removesuffix("'")


def named(line: Line, at: int, lenient: bool = False) -> bool:
    """Whether a word is, or is part of, somebody's or something's name.

    Args:
        lenient: whether a word that opens a sentence is a name where nothing speaks against it.
    """
    word, key, lexicon = line.word(at), bare(line.keys[at]), line.lexicon
    if not word[:1].isupper():
        return False
    if len(word) == 1:  # an initial
        follows = line.word(at + 1) if at + 1 < len(line.keys) else ""
        return line.gap(at + 1) == ". " and follows[:1].isupper()
    if any(lexicon.has(key, name) for name in ("LIGHT", "TITLES", "MONTHS", "WEEKDAYS")):
        return False
    if _figure(line, at):
        return True
    heading = _heading(line, at)
    if not heading and not lexicon.capitals and sum(map(str.isupper, word)) < 2:
        return False
    if not heading and (not line.opens(at) or sum(map(str.isupper, word)) > 1):
        return True
    if lexicon.has(key, "OPENERS"):
        return False
    return _elsewhere(line, word) or (lenient and not heading and not _common(line, word))


def _figure(line: Line, at: int) -> str:
    """The kind of the known mention in which a word stands, or ""."""
    start, end = line.starts[at], line.ends[at]
    return next((kind for span, kind in line.figures if span.start <= start and end <= span.end), "")


def _heading(line: Line, at: int) -> bool:
    """Whether nearly every word beside this one has a capital too, as in a heading."""
    beside = [
        line.word(i) for i in range(max(0, at - _BESIDE), min(len(line.keys), at + _BESIDE + 1)) if i != at
    ]
    telling = [word for word in beside if len(word) > 3 and word.isalpha()]
    capitals = sum(word[0].isupper() for word in telling)
    if len(telling) < 4 or capitals < _HEADING * len(telling):
        return False
    rest = line.text[line.ends[at] : line.ends[at] + _LINE].partition("\n\n")[0]
    return not _FULL_STOP.search(rest)  # what ends like a sentence is one, and only rich in names


def _elsewhere(line: Line, word: str) -> bool:
    """Whether a word that opens a sentence stands with a capital after a small word too."""
    text, at = line.text[:_LOOKED_THROUGH], -1
    for _ in range(_OCCURRENCES):
        at = text.find(word, at + 1)
        if at < 0:
            return False
        before = _BEFORE.search(text, max(0, at - _WORD_LENGTH), at)
        if before and before[1][0].islower() and not text[at + len(word) : at + len(word) + 1].isalnum():
            return True
    return False


def _common(line: Line, word: str) -> bool:
    """Whether a word looks like no name: by its ending, or because it is written small elsewhere."""
    if word.lower().endswith(line.lexicon.common):
        return True
    return bool(re.search(rf"\b{re.escape(word.lower())}\b", line.text[:_LOOKED_THROUGH]))
