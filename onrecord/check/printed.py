"""A day is written for people in one way everywhere ("Monday 8 May 2023"), whatever the text printed."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date, timedelta

from onrecord.check.languages.en_calendar import MONTHS, WEEKDAYS
from onrecord.model import Matter, Passage, Span

_END = re.compile(r"[.!?][”\"’')\]]*\s+(?=[\"“‘(\[]*[A-Z\d])|\n\s*\n")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Gen|Col|Lt|Sgt|Maj|Capt|St|Jr|Sr|Prof|Hon|Adm|No|vs|v|Inc|Corp|Co|"
    r"Ltd|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[aApP]\.m))\Z"
)
_REACH = 400  # code points in which a sentence is looked for on either side


def day(when: date) -> str:
    """ "8 May 2023"."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def weekday(when: date) -> str:
    """ "Monday"."""
    return WEEKDAYS[when.weekday()]


def words(text: str, span: Span) -> str:
    """What a span prints, on one line."""
    return " ".join(span.of(text).split())


def number_of(name: str, names: tuple[str, ...]) -> int:
    """The place of a printed month or weekday, from 0, by its first three letters."""
    head = name[:3].title()
    return next(place for place, full in enumerate(names) if full.startswith(head))


def julian(when: date) -> date:
    """The Gregorian day of what is printed as a day of the Julian calendar.

    Raises:
        OverflowError: past the last day of the year 9999.
    """
    return when + timedelta(days=when.year // 100 - when.year // 400 - 2)


class Body:
    """The passages of a document that are no furniture, by place."""

    def __init__(self, matter: Matter) -> None:
        self._passages = matter.passages
        self._starts = [passage.span.start for passage in matter.passages]
        self._text = matter.document.text

    def passage(self, at: int) -> Passage | None:
        """The passage at a place, or None where there is none or it is furniture."""
        number = bisect_right(self._starts, at) - 1
        if number < 0:
            return None
        found = self._passages[number]
        return found if at < found.span.end and found.kind != "furniture" else None

    def sentence(self, span: Span) -> Span:
        """The sentence around a span, within its passage."""
        passage = self.passage(span.start)
        within = passage.span if passage else Span(0, len(self._text))
        start = max(within.start, span.start - _REACH)
        floor = start
        for end in _END.finditer(self._text, start, span.start + 3):  # it looks at the first letter behind it
            short = _ABBREVIATION.search(self._text, max(floor, end.start() - 6), end.start())
            if end.end() <= span.start and not short:
                start = end.end()
        stop = min(within.end, span.end + _REACH)
        for end in _END.finditer(self._text, span.end, stop):
            if not _ABBREVIATION.search(self._text, max(span.end, end.start() - 6), end.start()):
                return Span(start, end.start() + 1)
        return Span(start, stop)
