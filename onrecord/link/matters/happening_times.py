"""A time dates a doing only where nothing between them could be what it dates instead."""

from __future__ import annotations

from bisect import bisect_left
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from onrecord.link.matters.happening_text import FULL, OPEN, SOFT, Text
from onrecord.link.matters.happening_told import Told
from onrecord.link.matters.happening_words import Kinds
from onrecord.link.matters.languages import en_happenings as words
from onrecord.model import Span, Time
from onrecord.text.edtf import days, when

_FAR = 14  # words between a doing and its date
_CLAUSE = frozenset({Kinds.STOP, Kinds.DOING, Kinds.BE, Kinds.HAVE, Kinds.DO, Kinds.MODAL, Kinds.THAT})


class Dates:
    """The times of a passage by the words that they cover."""

    def __init__(self, read: Text, times: Sequence[Time]) -> None:
        self._read = read
        self._spans = [(read.number(t.span.start), read.number(t.span.end - 1), t) for t in times]
        self._ends = {last: first for first, last, _ in self._spans}
        self._firsts = [first for first, _, _ in self._spans]

    def before(self, at: int) -> int | None:
        """If a time (with its preposition) ends at word `at`, the number of the word before it, else None."""
        first = self._ends.get(at)
        if first is None:
            return None
        read, at = self._read, first - 1
        while at >= read.lo and read.words[at].low in words.DATING and read.border(at) is OPEN:
            at -= 1
        return at

    def next_start(self, at: int) -> int:
        """Where a noun phrase from word `at` on must end: at the next time that is none of its words."""
        read = self._read
        for first in self._firsts[bisect_left(self._firsts, at) :]:
            before = read.words[first - 1] if first > at else None
            if before is None or not (before.kind == Kinds.DETERMINER or before.owner):
                return first
        return read.hi

    def of(self, told: Told) -> Time | None:
        """The time that dates a doing, or None."""
        if not self._spans:
            return None
        return self._behind(told) or self._ahead(told) or self._counted(told)

    def _behind(self, told: Told) -> Time | None:
        """A time behind a doing and its object, with nothing between that it could date instead."""
        number = bisect_left(self._firsts, told.tail + 1)
        if number >= len(self._firsts):
            return None
        first, _, time = self._spans[number]
        read, tie = self._read, first - 1
        if read.words[tie].kind == Kinds.DETERMINER or read.words[tie].owner:
            return None  # "a 2010 film"
        if first - told.tail > _FAR or (told.noun and not told.bound and not _old(time)):
            return None
        if tie == told.tail:
            return time if not told.noun and read.border(tie) is OPEN else None
        if any(read.border(at) is FULL or self._breaks(at + 1, told) for at in range(told.tail, tie)):
            return None
        low = read.words[tie].low
        if read.border(tie) is FULL or (told.noun and read.border(tie) is not OPEN):
            return None
        if low in words.DATING or (low == "of" and told.noun and tie == told.tail + 1):
            return time
        loose = low in words.UNDATING or read.words[tie].kind == Kinds.PREPOSITION
        return None if told.noun or loose else time

    def _breaks(self, at: int, told: Told) -> bool:
        """Whether a word between a doing and a time begins another clause."""
        read, word = self._read, self._read.words[at]
        if (word.kind in _CLAUSE and word.low != "as") or word.low in words.AFTER:
            return True
        if word.done and (told.noun or read.words[at - 1].kind == Kinds.AND):
            return True  # "the founding of the bank shocked them in 1950", "was founded and moved in 1950"
        form = word.form
        if word.kind == Kinds.TO and at + 1 < read.hi:
            form = read.words[at + 1].form
            return form is not None and "b" in form.verb
        if form is not None and form.act != told.act and form.verb and "b" not in form.verb:
            return True
        return told.noun and read.border(at - 1) is SOFT

    def _ahead(self, told: Told) -> Time | None:
        """A time between subject and verb, before the noun, or at the beginning of the clause."""
        read = self._read
        number = bisect_left(self._firsts, told.head) - 1
        if number < 0:
            return None
        first, last, time = self._spans[number]
        if told.first <= first and last < told.head:
            return time if told.noun or read.border(last) is OPEN or first > told.first else None
        if told.noun or last != told.first - 1 or read.border(last) is FULL:
            return None
        tie = first - 1
        while tie >= read.lo and read.words[tie].low in words.DATING and read.border(tie) is OPEN:
            tie -= 1
        opened = tie < read.lo or read.border(tie) is not OPEN or read.words[tie].low in words.OPENERS
        return time if opened else None

    def _counted(self, told: Told) -> Time | None:
        """ "signed on August 23, a week before the Nazis invaded Poland": a distance from another time."""
        read, at = self._read, told.first - 1
        while at > read.lo and read.words[at].kind == Kinds.DETERMINER and read.border(at) is OPEN:
            at -= 1
        if at - 3 < read.lo or read.words[at].low not in ("before", "after") or read.border(at) is not OPEN:
            return None
        unit = words.UNITS.get(read.words[at - 1].low)
        number = _number(read.words[at - 2].low)
        start = at - 3 - (read.words[at - 3].low in words.ROUGHLY)
        if unit is None or not number or start < read.lo or read.border(start) is FULL:
            return None
        base = next((time for _, last, time in self._spans if last == start), None)
        # "a week before the Nazis invaded": the invasion is a week later than the other day
        forward = read.words[at].low == "before"
        moved = when(_moved(base, number if forward else -number, unit)) if base else None
        if base is None or moved is None:
            return None
        printed = read.text[read.start(at - 2) : read.end(at - 1)]
        basis = f"{printed} {'after' if forward else 'before'} {base.when.edtf}"
        return Time(base.document, Span(base.span.start, read.end(at)), moved, basis)


def _old(time: Time) -> bool:
    """Whether a time prints its own year."""
    return time.basis == "as printed" and time.when.edtf[:4].isdigit()


def _number(word: str) -> int:
    if word.isascii() and word.isdecimal() and len(word) < 5:
        return int(word)
    return words.NUMBERS.get(word, 0)


def _moved(base: Time, number: int, unit: str) -> str:
    """The day, month or year that lies `number` units from a day, or ""; less exact ones are marked so."""
    span = days(base.when.edtf)
    if span is None or span[0] != span[1]:
        return ""
    day = span[0]
    try:
        if unit in ("day", "week"):
            moved = day + timedelta(days=number * (7 if unit == "week" else 1))
            return moved.isoformat() + ("~" if unit == "week" or abs(number) > 9 else "")
        index = day.year * 12 + day.month - 1 + number * (12 if unit == "year" else 1)
        year, month = divmod(index, 12)
        if unit == "year":
            return f"{year:04}~" if 0 < year < 9999 else ""
        moved = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
        return f"{moved.year:04}-{moved.month:02}~"
    except (OverflowError, ValueError):
        return ""
