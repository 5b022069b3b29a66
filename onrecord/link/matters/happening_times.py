"""A time dates a doing only where nothing between them could be what it dates instead."""

from __future__ import annotations

from bisect import bisect_left
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from onrecord.link.matters.happening_text import FULL, OPEN, SOFT, Words
from onrecord.link.matters.happening_told import Told
from onrecord.link.matters.happening_words import Kinds
from onrecord.link.matters.languages import en_happenings as words
from onrecord.model import Span, Time
from onrecord.text.edtf import days, when

_FAR = 14  # words between a doing and its date
_CLAUSE = frozenset({Kinds.STOP, Kinds.DOING, Kinds.BE, Kinds.HAVE, Kinds.DO, Kinds.MODAL, Kinds.THAT})


class Dates:
    """The times of a passage by the words that they cover."""

    def __init__(self, read: Words, times: Sequence[Time]) -> None:
        self._read = read
        self._spans: list[tuple[int, int, Time]] = []
        for time in times:
            first = bisect_left(read.starts, time.span.start)
            last = bisect_left(read.starts, time.span.end) - 1
            if first <= last:
                self._spans.append((first, last, time))
        self._ends = {last: first for first, last, _ in self._spans}
        self._firsts = [first for first, _, _ in self._spans]

    def before(self, at: int) -> int | None:
        """If a time (with its preposition) ends at word `at`, the number of the word before it, else None."""
        first = self._ends.get(at)
        if first is None:
            return None
        at = first - 1
        while at >= 0 and self._read.low[at] in words.DATING and self._read.border(at) == OPEN:
            at -= 1
        return at

    def next_start(self, at: int) -> int:
        """The number of the first word of the next time behind word `at`, or of words altogether."""
        number = bisect_left(self._firsts, at)
        return self._firsts[number] if number < len(self._firsts) else len(self._read.low)

    def of(self, told: Told) -> Time | None:
        """The time that dates a doing, or None."""
        if not self._spans:
            return None
        return self._behind(told) or self._ahead(told) or self._counted(told)

    def _behind(self, told: Told) -> Time | None:
        number = bisect_left(self._firsts, told.tail + 1)
        if number >= len(self._firsts):
            return None
        first, _, time = self._spans[number]
        read, at = self._read, told.tail
        if first - told.tail > _FAR or (told.noun and not told.bound and not _old(time)):
            return None
        while at < first - 1:
            if read.border(at) == FULL:
                return None
            at += 1
            if self._breaks(at, told):
                return None
        if read.border(first - 1) == FULL or (told.noun and read.border(first - 1) != OPEN):
            return None
        tie = read.low[first - 1]
        if first - 1 > told.tail:
            if tie == "of" and told.noun and first - 2 == told.tail:
                return time
            if tie in words.UNDATING or (
                tie not in words.DATING and read.kinds[first - 1] == Kinds.PREPOSITION
            ):
                return None
            if told.noun and tie not in words.DATING:
                return None
            if tie in words.DATING or not told.noun:
                return time
            return None
        return time if not told.noun else None

    def _breaks(self, at: int, told: Told) -> bool:
        """Whether a word between a doing and a time begins another clause."""
        read = self._read
        kind = read.kinds[at]
        if kind in _CLAUSE or read.low[at] in words.AFTER:
            return True
        if kind == Kinds.TO and at + 1 < len(read.low):
            form = read.forms.get(read.low[at + 1])
            return form is not None and "b" in form.verb
        form = read.forms.get(read.low[at])
        if form is not None and form.act != told.act and (form.verb != "b" and "b" not in form.verb):
            return True
        return read.border(at - 1) == SOFT and told.noun

    def _ahead(self, told: Told) -> Time | None:
        """A time between subject and verb, before the noun, or at the beginning of the clause."""
        read = self._read
        number = bisect_left(self._firsts, told.head) - 1
        if number < 0:
            return None
        first, last, time = self._spans[number]
        if told.first <= first and last < told.head:
            if told.noun:
                return time
            return time if read.border(last) == OPEN or first > told.first else None
        if last != told.first - 1 or told.noun:
            return None
        if first == 0 or (first == 1 and read.low[0] in words.DATING):
            return time
        tie = first - 1 if read.low[first - 1] not in words.DATING else first - 2
        opened = tie < 0 or read.border(tie) != OPEN or read.low[tie] in ("and", "but", "that")
        return time if opened and read.border(last) != FULL else None

    def _counted(self, told: Told) -> Time | None:
        """ "signed on August 23, a week before the Nazis invaded Poland": a distance from another time."""
        read = self._read
        at = told.first - 1
        while at >= 0 and read.kinds[at] == Kinds.DETERMINER and read.border(at) == OPEN:
            at -= 1
        if at < 3 or read.low[at] not in ("before", "after") or read.border(at) != OPEN:
            return None
        unit = words.UNITS.get(read.low[at - 1])
        number = _number(read.low[at - 2])
        start = at - 3 if read.low[at - 3] not in words.ROUGHLY else at - 4
        if unit is None or not number or start < 0 or read.border(start) == FULL:
            return None
        index = next((k for k in range(len(self._spans)) if self._spans[k][1] == start), None)
        if index is None:
            return None
        base = self._spans[index][2]
        # "a week before the Nazis invaded": the other day lies a week later than the base
        forward = read.low[at] == "before"
        moved = _moved(base, number if forward else -number, unit)
        if moved is None:
            return None
        printed = read.text[read.starts[at - 2] : read.ends[at - 1]]
        basis = f"{printed} {'after' if forward else 'before'} {base.when.edtf}"
        made = when(moved)
        return Time(base.document, Span(base.span.start, read.ends[at]), made, basis) if made else None


def _old(time: Time) -> bool:
    """Whether a time prints its own year."""
    return time.basis == "as printed" and time.when.edtf[:4].isdigit()


def _number(word: str) -> int:
    if word.isascii() and word.isdecimal() and len(word) < 5:
        return int(word)
    return words.NUMBERS.get(word, 0)


def _moved(base: Time, number: int, unit: str) -> str | None:
    """The day, month or year that lies `number` units from a day; less exact ones are marked so."""
    span = days(base.when.edtf)
    if span is None or span[0] != span[1]:
        return None
    day = span[0]
    try:
        if unit in ("day", "week"):
            moved = day + timedelta(days=number * (7 if unit == "week" else 1))
            return moved.isoformat() + ("~" if unit == "week" or abs(number) > 9 else "")
        index = day.year * 12 + day.month - 1 + number * (12 if unit == "year" else 1)
        year, month = divmod(index, 12)
        if unit == "year":
            return f"{year:04}~" if 0 < year < 9999 else None
        moved = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
        return f"{moved.year:04}-{moved.month:02}~"
    except (OverflowError, ValueError):
        return None
