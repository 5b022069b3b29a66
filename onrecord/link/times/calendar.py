"""A stretch is a piece of the calendar of one unit; moving it by units gives a stretch of the same unit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from onrecord.text import edtf as texts

NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
"""What months are called in a basis."""

_QUARTER, _HALF, _SEASON = 33, 40, 21  # EDTF's number of the first of each


class Stretch(NamedTuple):
    """A day, week, month, ... of the calendar.

    Attributes:
        unit: "day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century", or
            "span" for anything else.
        first, last: its first and last day.
        edtf: as it is written.
    """

    unit: str
    first: date
    last: date
    edtf: str


Yearly = Callable[[int], Stretch]
"""Gives for a year what comes once a year; a ValueError where that year has none."""


def day(when: date) -> Stretch:
    """One day."""
    return Stretch("day", when, when, when.isoformat())


def span(first: date, last: date) -> Stretch:
    """All days from `first` to `last`; a ValueError where they are not in this order."""
    return Stretch("span", first, last, texts.between(first, last))


def written(unit: str, edtf: str) -> Stretch:
    """A stretch from its EDTF string; a ValueError where that is impossible."""
    ends = texts.days(edtf)
    if ends is None:
        raise ValueError(f"no interval: {edtf}")
    return Stretch(unit, *ends, edtf)


def month(year: int, number: int) -> Stretch:
    """A month, 1 to 12."""
    return written("month", f"{year:04}-{number:02}")


def whole_year(number: int) -> Stretch:
    """A calendar year."""
    return written("year", f"{number:04}")


def part(unit: str, year: int, number: int) -> Stretch:
    """A quarter (1 to 4), half (1, 2) or season (1 spring, 2 summer, 3 autumn, 4 winter) of a year."""
    base = {"quarter": _QUARTER, "half": _HALF, "season": _SEASON}[unit]
    return written(unit, f"{year:04}-{base + number - 1}")


def around(when: date, unit: str) -> Stretch:
    """The stretch of a unit in which a day lies; for a weekend, that of its week."""
    year, number = when.year, when.month
    if unit == "week":
        monday = when - timedelta(days=when.weekday())
        return Stretch("week", monday, monday + timedelta(days=6), f"{monday}/{monday + timedelta(days=6)}")
    if unit == "weekend":
        sunday = when + timedelta(days=6 - when.weekday())
        return Stretch(
            "weekend", sunday - timedelta(days=1), sunday, f"{sunday - timedelta(days=1)}/{sunday}"
        )
    if unit == "month":
        return month(year, number)
    if unit == "quarter":
        return part("quarter", year, (number + 2) // 3)
    if unit == "half":
        return part("half", year, (number + 5) // 6)
    if unit == "season":
        # a winter is the one that began in December
        return part("season", year if number > 2 else year - 1, (number // 3 - 1) % 4 + 1)
    if unit == "year":
        return whole_year(year)
    if unit == "decade":
        return written("decade", f"{year // 10:03}X")
    if unit == "century":
        return written("century", f"{year // 100:02}XX")
    return day(when)


def moved(stretch: Stretch, steps: int) -> Stretch:
    """The stretch of the same unit so many steps later (earlier, where negative).

    Raises:
        ValueError, OverflowError: outside the years 1 to 9999.
    """
    unit, first = stretch.unit, stretch.first
    if unit in ("day", "week", "weekend"):
        return around(first + timedelta(days=steps * (1 if unit == "day" else 7)), unit)
    if unit == "span":
        apart = timedelta(days=steps * ((stretch.last - first).days + 1))
        return span(first + apart, stretch.last + apart)
    months = {"month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12, "decade": 120, "century": 1200}
    total = first.year * 12 + first.month - 1 + steps * months[unit]
    return around(date(total // 12, total % 12 + 1, 1), unit)


def years_away(stretch: Stretch, years: int) -> Stretch:
    """The same part of another year: the same day, month, quarter, ...; a ValueError for 29 February."""
    if stretch.unit == "day":
        return day(stretch.first.replace(year=stretch.first.year + years))
    if stretch.unit in ("week", "weekend", "span"):
        return moved(around(stretch.first, "year"), years)
    if stretch.unit in ("decade", "century"):
        return moved(stretch, years // 10 if stretch.unit == "decade" else years // 100)
    per_year = {"month": 12, "quarter": 4, "half": 2, "season": 4, "year": 1}[stretch.unit]
    return moved(stretch, years * per_year)


def weekday(when: date, number: int, direction: int, strict: bool) -> date:
    """The nearest day that is a weekday (0 is Monday) before (-1) or after (1) a day, or that day itself."""
    if direction > 0:
        ahead = (number - when.weekday()) % 7
        return when + timedelta(days=ahead or (7 if strict else 0))
    behind = (when.weekday() - number) % 7
    return when - timedelta(days=behind or (7 if strict else 0))


def nth_weekday(year: int, number: int, which: int, nth: int) -> date:
    """The nth (from 1; -1 is the last) of a weekday in a month; a ValueError where there is none."""
    stretch = month(year, number)
    if nth < 0:
        return weekday(stretch.last, which, -1, strict=False)
    found = weekday(stretch.first, which, 1, strict=False) + timedelta(days=7 * (nth - 1))
    if found > stretch.last:
        raise ValueError("no such day in this month")
    return found


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian rule."""
    golden, century = year % 19, year // 100
    leap, skipped = century // 4, century - century // 4 - (8 * century + 13) // 25
    epact = (19 * golden + skipped + 15) % 30
    epact -= epact // 28 * (1 - epact // 28 * (29 // (epact + 1)) * ((21 - golden) // 11))
    after = epact - (year + year // 4 + epact + 2 - century + leap) % 7
    number = 3 + (after + 40) // 44
    return date(year, number, after + 28 - 31 * (number // 4))


def feast(rule: tuple[int, ...], year: int) -> date:
    """The day of a feast in a year.

    Args:
        rule: (days from Easter Sunday,), (month, day) or (month, weekday, which one).
        year: the year.
    """
    if len(rule) == 1:
        return easter(year) + timedelta(days=rule[0])
    if len(rule) == 3:
        return nth_weekday(year, *rule)
    return date(year, *rule)


def election(year: int) -> date:
    """Election Day of the United States, in a year without one that of the next year."""
    return nth_weekday(year + year % 2, 11, 0, 1) + timedelta(days=1)
