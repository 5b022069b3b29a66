"""A day that is known falls into exactly one period; what is known less closely is put into none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

Unit = Literal["day", "week", "month", "year"]
UNITS: tuple[Unit, ...] = ("day", "week", "month", "year")
_DAYS, _WEEKS, _MONTHS = 45, 200, 365 * 9  # the longest time, in days, that is shown day by day, ...


_STEPS: dict[Unit, tuple[int, ...]] = {
    "day": (1, 2, 4, 7, 14),
    "week": (1, 2, 4, 7, 14),
    "month": (1, 2, 3, 6, 12, 24, 60),
    "year": (1, 2, 5, 10, 20, 50, 100, 500, 1000),
}


class Period(NamedTuple):
    """A stretch of the calendar: from its first day to the day after its last."""

    start: date
    end: date


def unit(first: date, last: date) -> Unit:
    """How finely the time between two days is shown."""
    days = (last - first).days
    return "day" if days <= _DAYS else "week" if days <= _WEEKS else "month" if days <= _MONTHS else "year"


def period(day: date, unit: Unit) -> Period:
    """The period in which a day lies; weeks begin on Monday."""
    if unit == "day":
        return Period(day, _after(day, 1))
    if unit == "week":
        monday = day - timedelta(days=min(day.weekday(), (day - date.min).days))
        return Period(monday, _after(monday, 7))
    if unit == "month":
        first = day.replace(day=1)
        return Period(first, _after(first, 32).replace(day=1))
    return Period(date(day.year, 1, 1), date(min(day.year + 1, date.max.year), 1, 1))


@lru_cache(maxsize=4096)  # statements share few days
def holding(first: date, last: date, unit: Unit) -> Period | None:
    """The period in which all days from the first to the last lie, or None."""
    found = period(first, unit)
    return found if found.start <= last < found.end else None


def between(first: date, last: date, unit: Unit) -> Iterator[Period]:
    """Every period from that of the first day to that of the last."""
    one = period(first, unit)
    while one.start <= last:
        yield one
        if one.end >= date.max.replace(month=1, day=1):
            return
        one = period(one.end, unit)


def label(one: Period, unit: Unit) -> str:
    """What a period is called: an EDTF string, and for a week its first and last day."""
    if unit == "day":
        return one.start.isoformat()
    if unit == "week":
        return f"{one.start.isoformat()}/{(one.end - timedelta(days=1)).isoformat()}"
    return one.start.isoformat()[: 7 if unit == "month" else 4]


def ticks(first: date, last: date, unit: Unit, most: int) -> list[Period]:
    """The periods to name on an axis: at most so many, at even distances, years from January on."""
    all = list(between(first, last, unit))
    steps = _STEPS[unit]
    step = next((step for step in steps if len(all) <= most * step), steps[-1])
    return [one for one in all if _place(one, all[0], unit) % step == 0]


def _place(one: Period, first: Period, unit: Unit) -> int:
    """The number of a period: of a month or year since the year 0, of a day or week since the first."""
    if unit == "year":
        return one.start.year
    if unit == "month":
        return one.start.year * 12 + one.start.month - 1
    return (one.start - first.start).days // (7 if unit == "week" else 1)


def _after(day: date, days: int) -> date:
    return day + timedelta(days=min(days, (date.max - day).days))
