"""An age counts from a birth whose date the same passage gives; what may be somebody else's age is none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from onrecord.link.matters.languages import en_counters as words
from onrecord.model import Counter, Passage, Span, Time
from onrecord.text.edtf import days

_BORN = re.compile(words.BORN)
_AGES = [re.compile(form) for form in words.AGES]
_KIN = re.compile(words.KIN, re.I)
_SENTENCE = re.compile(r"(?<!\b[A-Z])[.!?][”\"’)]*\s+(?=[“\"‘(]*[A-Z])")
_BEFORE = 80  # code points between "born" and its date
_OLDEST = 130  # years


def ages(text: str, passages: Sequence[Passage], times: Sequence[Time]) -> Iterator[Counter]:
    """The ages of a text, in order, each tied to the date on which somebody was so old."""
    starts = [time.span.start for time in times]
    for passage in passages:
        if passage.kind == "furniture" or text.find("orn ", *passage.span) < 0:
            continue
        near = times[bisect_left(starts, passage.span.start) : bisect_left(starts, passage.span.end)]
        floors = [passage.span.start, *(time.span.end for time in near)]
        births = [time for floor, time in zip(floors, near, strict=False) if _is_birth(text, floor, time)]
        if len(births) == 1:
            yield from _counted(text, passage.span, births[0], near)


def _is_birth(text: str, floor: int, time: Time) -> bool:
    """Whether somebody was born on a date, no other standing between; its year must be printed."""
    if not re.search(r"\d{4}", time.span.of(text)):
        return False
    return _BORN.search(text, max(floor, time.span.start - _BEFORE), time.span.start) is not None


def _counted(text: str, within: Span, birth: Time, near: Sequence[Time]) -> Iterator[Counter]:
    born = days(birth.when.edtf)
    if born is None or (born[1] - born[0]).days > 366:
        return
    sentences = list(_sentences(text, within))
    told = next(each for each in sentences if birth.span.start < each.end)
    alone = sum(told.start <= time.span.start < told.end for time in near) == 1
    for sentence in sentences:
        if sentence != told and not alone:
            continue  # two births may be told of
        found = next((m for form in _AGES if (m := form.search(text, *sentence))), None)
        others = [t for t in near if sentence.start <= t.span.start < sentence.end and t is not birth]
        if found is None or len(others) != 1 or _KIN.search(text, *sentence):
            continue
        number = int(found["n"])
        first, last = _later(born[0], number), _later(born[1], number + 1)
        if not 0 < number < _OLDEST or first is None or last is None:
            continue
        ends = (first.isoformat(), (last - timedelta(days=1)).isoformat())
        yield Counter(
            span=Span(found.start("verb"), found.end()),
            number=number,
            unit="year",
            how="age",
            event="birth",
            name=birth.span,
            meant=((*ends, f"birth, {birth.when.edtf}"),),
            on=others[0],
        )


def _sentences(text: str, within: Span) -> Iterator[Span]:
    start = within.start
    for end in _SENTENCE.finditer(text, *within):
        yield Span(start, end.start() + 1)
        start = end.end()
    yield Span(start, within.end)


def _later(day: date, years: int) -> date | None:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February, or past the year 9999
        return date(day.year + years, 3, 1) if day.year + years < 10000 else None
