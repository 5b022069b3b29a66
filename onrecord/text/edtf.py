"""An EDTF string and the instants it spans say the same: what cannot be placed on a calendar is None."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType

from onrecord.model import When

Ends = tuple[datetime, datetime]

PARTS = MappingProxyType(
    {
        # part of the year -> first month and number of months; a northern winter ends in the next year
        21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),
        25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3),
        29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3),
        33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
        37: (1, 4), 38: (5, 4), 39: (9, 4),
        40: (1, 6), 41: (7, 6),
    }
)  # fmt: skip
"""EDTF's divisions of a year: seasons (21-24; 25-28 northern, 29-32 southern), quarters, thirds, halves."""

_DAYS = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?[~?%]?", re.ASCII
)
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d(?::\d\d)?)?", re.ASCII)
_LONGEST = 64
_OPEN = ("", "..")


def when(edtf: str) -> When | None:
    """What an EDTF string denotes, or None where it is malformed, impossible or outside the years 1 to 9999.

    Args:
        edtf: level 0 and 1 (days, months, years, instants, seasons, "194X", "19XX", "2023-05-XX", intervals
            "a/b", open "../b" and "a/..", unknown "/b" and "a/", marks of doubt "~?%"), and of level 2 the
            parts of a year (quarters 33-36, thirds 37-39, halves 40-41).

    Returns:
        The string as it was given, with the first and last instant in UTC. A calendar day is taken as a
        day in UTC, as is an instant without a zone. A season without a hemisphere is the northern one. An
        open side runs to the end of the four-digit calendar.
    """
    ends = _sides(edtf, _ends)
    return When(edtf, _written(ends[0]), _written(ends[1])) if ends else None


def days(edtf: str) -> tuple[date, date] | None:
    """The first and last calendar day that an EDTF string spans, or None; an instant counts as its day."""
    ends = _sides(edtf, _printed_day)
    return (ends[0].date(), ends[1].date()) if ends else None


def between(first: date, last: date) -> str:
    """The shortest EDTF string of level 0 for the days from `first` to `last`.

    Raises:
        ValueError: when `last` is before `first`.
    """
    if last < first:
        raise ValueError(f"{last} is before {first}")
    if first == last:
        return first.isoformat()
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if whole and (first.year, first.month) == (last.year, last.month):
        return f"{first.year:04}-{first.month:02}"
    if whole and first.month == 1 and last.month == 12:
        return f"{first.year:04}" if first.year == last.year else f"{first.year:04}/{last.year:04}"
    if whole:
        return f"{first.year:04}-{first.month:02}/{last.year:04}-{last.month:02}"
    return f"{first.isoformat()}/{last.isoformat()}"


def _sides(edtf: str, ends: Callable[[str], Ends | None]) -> Ends | None:
    """The ends of an interval, or of a string that is none."""
    if len(edtf) > _LONGEST:
        return None
    first, slash, second = edtf.partition("/")
    if not slash:
        return ends(edtf)
    if first in _OPEN and second in _OPEN:
        return None
    start = (datetime.min, datetime.min) if first in _OPEN else ends(first)
    end = (_close(date.max), _close(date.max)) if second in _OPEN else ends(second)
    return (start[0], end[1]) if start and end and start[0] <= end[1] else None


def _printed_day(edtf: str) -> Ends | None:
    """As `_ends`, an instant being the day that is printed, not the one in UTC."""
    return _ends(edtf[:10]) if "T" in edtf and _ends(edtf) else _ends(edtf)


def _ends(edtf: str) -> Ends | None:
    """The first and last instant of a string that is no interval, in UTC."""
    try:
        if _INSTANT.fullmatch(edtf):
            moment = datetime.fromisoformat(edtf)
            if moment.tzinfo is not None:
                moment = moment.astimezone(UTC).replace(tzinfo=None)
            return moment, moment
        match = _DAYS.fullmatch(edtf)
        if match is None:
            return None
        first, last = _span(match["year"], match["month"], match["day"])
    except (ValueError, OverflowError):
        return None
    return datetime.combine(first, datetime.min.time()), _close(last)


def _span(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    """First and last day; "XX" in a month or day leaves the whole year or month."""
    unknown = year.count("X")
    if unknown and (month or day):
        raise ValueError("a month of an unknown year is no interval")
    early, late = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if unknown:
        return date(max(early, 1), 1, 1), date(late, 12, 31)
    if month == "XX" and day not in (None, "XX"):
        raise ValueError("a day of an unknown month is no interval")
    if month is None or month == "XX":
        return date(early, 1, 1), date(early, 12, 31)
    number = int(month)
    if day is None or day == "XX":
        if number in PARTS and day is None:
            start, length = PARTS[number]
            return date(early, start, 1), _month_end(early, start + length - 1)
        return date(early, number, 1), _month_end(early, number)
    whole = date(early, number, int(day))
    return whole, whole


def _month_end(year: int, month: int) -> date:
    """The last day of a month; month 13 is January of the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, monthrange(year, month)[1])


def _close(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time()) + timedelta(hours=23, minutes=59, seconds=59)


def _written(moment: datetime) -> str:
    return f"{moment.isoformat()}Z"
