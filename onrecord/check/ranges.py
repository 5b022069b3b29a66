"""A length beside its first and last date is as long as they lie apart, the last day counted or not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.check.distances import Distance, Ends, length, slack, told
from onrecord.check.languages import en_elapsed as words
from onrecord.check.printed import Body
from onrecord.model import Finding, Matter, Shown, Span, Time, finding
from onrecord.text.edtf import days

NAME = "elapsed"

_BETWEEN = re.compile(words.RANGE_BETWEEN)
_OPENS = re.compile(words.RANGE_OPENS)
_IN_ONE = re.compile(words.IN_ONE)
_LASTED = re.compile(words.LASTED)
_LASTING = re.compile(words.LASTING)
_NO_LENGTH = re.compile(words.NO_LENGTH)
_LENGTH_BEFORE = re.compile(words.LENGTH_BEFORE)
_WORD = re.compile(r"(?<![\w-])\w")
_BACK = 70  # code points before a range in which its length stands
_AHEAD = 60  # and behind it
_JOINT = 20  # code points between two dates of a range
_PRINTED = "as printed"
_UNITS = {"day": 1, "week": 7}


class _Range(NamedTuple):
    """Two dates and all between them."""

    span: Span
    first: Ends
    last: Ends


def lengths(matter: Matter, body: Body) -> Iterator[Finding]:
    """Ranges of dates that are not as long as the text says beside them."""
    text = matter.document.text
    for found in _ranges(text, matter.times):
        distance = _behind(text, found) or _before(text, found)
        if distance and body.passage(distance.span.start) and not _fits(distance, found):
            yield _finding(matter, distance, found)


def _ranges(text: str, times: Sequence[Time]) -> Iterator[_Range]:
    for place, time in enumerate(times):
        ends = days(time.when.edtf)
        if ends is None or not text[time.span.end - 1].isalnum():
            continue
        if "/" in time.when.edtf and _IN_ONE.search(text, *time.span):
            yield _one(time, ends)
        after = times[place + 1] if place + 1 < len(times) else None
        if after is None or after.span.start - time.span.end > _JOINT:
            continue
        joint = _BETWEEN.fullmatch(text, time.span.end, after.span.start)
        second = days(after.when.edtf)
        if joint is None or second is None or not (_digits(text, time) and _digits(text, after)):
            continue
        ends, second = _one_year((time, ends), (after, second))
        opens = _OPENS.search(text, max(0, time.span.start - 16), time.span.start)
        if opens or text[time.span.end : after.span.start].strip() in ("-", "–", "—"):
            yield _Range(Span(time.span.start, after.span.end), ends, second)


def _one_year(one: tuple[Time, Ends], other: tuple[Time, Ends]) -> tuple[Ends, Ends]:
    """The ends of a range: one printed without its year is of the other's year, or of that beside it."""
    (time, first), (after, last) = one, other
    if (time.basis == _PRINTED) == (after.basis == _PRINTED):
        return first, last
    if time.basis == _PRINTED:
        years = (first[0].year, first[0].year + 1)
        moved = [_in_year(last, year) for year in years]
        return first, next((ends for ends in moved if ends and ends[0] >= first[0]), last)
    moved = [_in_year(first, year) for year in (last[0].year, last[0].year - 1)]
    return next((ends for ends in moved if ends and ends[0] <= last[0]), first), last


def _in_year(ends: Ends, year: int) -> Ends | None:
    try:
        return ends[0].replace(year=year), ends[1].replace(year=year + ends[1].year - ends[0].year)
    except ValueError:
        return None


def _one(time: Time, ends: Ends) -> _Range:
    """A range that is one expression: "May 9-11", "2019-2023"."""
    years = "-" not in time.when.edtf
    first = (ends[0], ends[0].replace(month=12, day=31)) if years else (ends[0], ends[0])
    last = (ends[1].replace(month=1, day=1), ends[1]) if years else (ends[1], ends[1])
    return _Range(time.span, first, last)


def _digits(text: str, time: Time) -> bool:
    return any(char.isdigit() for char in time.span.of(text))


def _behind(text: str, found: _Range) -> Distance | None:
    """ "from 1 to 14 May, ten days"."""
    match = _LASTED.match(text, found.span.end, found.span.end + _AHEAD)
    return _distance(match, match["unit"]) if match else None


def _before(text: str, found: _Range) -> Distance | None:
    """ "a three-day visit from 9 to 11 May", "the five years between 2019 and 2023"."""
    floor = max(0, found.span.start - _BACK)
    near = text[floor : found.span.start]
    if not any(unit in near for unit in words.RANGE_HINTS):
        return None
    for word in _WORD.finditer(near):
        match = _LASTING.match(text, floor + word.start(), found.span.start)
        if match is None:
            continue
        noun = match["noun"] or ""
        if _NO_LENGTH.search(noun) or _LENGTH_BEFORE.search(text, max(0, match.start() - 12), match.start()):
            return None
        return _distance(match, match["unit"] or match["unit2"])
    return None


def _distance(match: re.Match[str], unit: str) -> Distance | None:
    number = 1 if match["n"] == "one" else words.NUMBERS.get(match["n"].lower()) or int(match["n"])
    rough = bool(match.groupdict().get("rough"))
    start = match.start("rough") if rough else match.start("n")
    end = match.end("unit") if match.groupdict().get("unit") else match.end("unit2")
    end += match.string[end : end + 1] == "s"
    return Distance(Span(start, end), number, unit, rough=rough) if number else None


def _fits(distance: Distance, found: _Range) -> bool:
    """Whether a range can be called so long, with its last day or without; one the wrong way round can."""
    low, high = (found.last[0] - found.first[1]).days, (found.last[1] - found.first[0]).days + 1
    if high <= 0:
        return True
    spare = slack(distance)
    if distance.unit == "day" and not distance.rough:
        spare = 0.0 if distance.number < 15 else 1.0
    elif distance.unit == "year" and found.first[0] != found.first[1]:
        spare = 0.5
    return low - spare <= distance.days <= high + spare


def _finding(matter: Matter, distance: Distance, found: _Range) -> Finding:
    text, id = matter.document.text, matter.document.id
    whole = Span(min(distance.span.start, found.span.start), max(distance.span.end, found.span.end))
    between = f"{told(found.first)} to {told(found.last)}"
    apart, counted = length(found.first, found.last), (found.last[0] - found.first[0]).days
    if found.first[0] == found.first[1] and distance.unit in _UNITS:
        apart = f"{counted} days, {counted + 1} with both ends"
    message = f"{between} is {apart}; the text says {distance.told()}."
    why = f"“{' '.join(whole.of(text).split())}”: {apart}."
    return finding(NAME, message, [Shown(id, whole)], why, score=0.8)
