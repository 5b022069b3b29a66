"""A distance between two dates is taken as loosely as it is printed: half a unit, or more for "about"."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.check import printed
from onrecord.check.languages.en_calendar import MONTHS
from onrecord.check.languages.en_elapsed import DAYS
from onrecord.model import Span

Ends = tuple[date, date]
"""The first and last day that a date can mean."""

_LOOSE = 0.3  # of a distance that is said to be "about" so much, or "nearly", or "more than"
_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}


@dataclass(frozen=True, slots=True)
class Distance:
    """So many units between two dates.

    Attributes:
        span: from its count, with what limits it, to its last word.
        number, unit: "5", "month".
        exact, rough: whether it is said to be exact ("exactly", "to the day"), or about so much.
    """

    span: Span
    number: int
    unit: str
    exact: bool = False
    rough: bool = False

    @property
    def days(self) -> float:
        """How many days it is, on average."""
        return self.number * DAYS[self.unit]

    def told(self) -> str:
        """ "5 months", "a week"."""
        unit = "centuries" if self.unit == "century" and self.number > 1 else f"{self.unit}s"
        return (
            f"{self.number} {unit}"
            if self.number > 1
            else f"{'an' if self.unit[0] in 'aeio' else 'a'} {self.unit}"
        )


def fits(distance: Distance, earlier: Ends, later: Ends) -> bool:
    """Whether the days between two dates can be called by a distance.

    Days may be counted with both ends; half a unit is rounded, the rest of a year or month may be left out;
    of dates known to the month or year, any days within them will do.
    """
    low, high = (later[0] - earlier[1]).days, (later[1] - earlier[0]).days
    spare = slack(distance)
    short = spare if distance.exact or distance.unit not in _MONTHS else max(spare, DAYS[distance.unit])
    return low - short < distance.days <= high + spare


def slack(distance: Distance) -> float:
    """How many days off a distance may be."""
    if distance.exact:
        return 1.0 if DAYS[distance.unit] < 28 else 3.0
    half = 1.0 if distance.unit == "day" else DAYS[distance.unit] / 2
    if distance.unit in _MONTHS:
        half += 1.0
    if distance.rough:
        half += DAYS[distance.unit] / 2 + _LOOSE * distance.days
    elif distance.number >= 10 and distance.number % 10 == 0:
        half += 0.08 * distance.days  # ten, twenty, a hundred are round
    return half


def length(earlier: Ends, later: Ends) -> str:
    """How far two dates lie apart: "37 days", "4 years"."""
    if earlier[0] == earlier[1] and later[0] == later[1]:
        count = (later[0] - earlier[0]).days
        months = count / DAYS["month"]
        return (
            f"{count} days"
            + (f" (about {months:.0f} months)" if 60 <= count < 700 else "")
            + (f" (about {months / 12:.0f} years)" if count >= 700 else "")
        )
    years = later[0].year - earlier[0].year
    if years > 1 or (earlier[1] - earlier[0]).days > 31 or (later[1] - later[0]).days > 31:
        return f"{years} years by the calendar"
    months = 12 * years + later[0].month - earlier[0].month
    return f"{months} months by the calendar"


def expected(distance: Distance, start: Ends, forward: bool) -> Ends | None:
    """The date so far after (or before) another, as precise as that is; None outside the calendar."""
    sign = 1 if forward else -1
    try:
        if distance.unit in _MONTHS:
            moved = [_months(day, sign * distance.number * _MONTHS[distance.unit]) for day in start]
        else:
            step = timedelta(days=sign * round(distance.days))
            moved = [day + step for day in start]
    except (ValueError, OverflowError):
        return None
    return moved[0], moved[1]


def told(ends: Ends) -> str:
    """ "8 May 2023", "May 2023" or "2023"."""
    first, last = ends
    if first == last:
        return printed.day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"


def told_as(ends: Ends, model: Ends) -> str:
    """A date no more precisely than another: its year, beside a year."""
    first = ends[0]
    if (model[1] - model[0]).days > 31:
        return str(first.year)
    return f"{MONTHS[first.month - 1]} {first.year}"


def _months(day: date, count: int) -> date:
    index = day.year * 12 + day.month - 1 + count
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
