"""An axis of time names periods where they lie, in days as printed, whatever the reader's own time zone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from onrecord.plot import periods
from onrecord.plot.periods import Period, Unit
from onrecord.plot.pictures import Look

if TYPE_CHECKING:
    import altair as alt

_FORMAT = {"day": "%-d %b", "week": "%-d %b", "month": "%b %Y", "year": "%Y"}


class Reach(NamedTuple):
    """The time that a picture shows: all periods from that of the first day to that of the last."""

    first: date
    last: date
    unit: Unit

    @classmethod
    def of(cls, days: tuple[date, date] | None, unit: Unit | None = None) -> Reach | None:
        """The time between two days, as finely as suits its length; None where there is none."""
        return cls(*days, unit or periods.unit(*days)) if days else None

    @classmethod
    def read(cls, shape: list[str] | None) -> Reach | None:
        """As `written` gives it."""
        if shape is None:
            return None
        unit = next(unit for unit in periods.UNITS if unit == shape[2])
        return cls(date.fromisoformat(shape[0]), date.fromisoformat(shape[1]), unit)

    def written(self) -> list[str]:
        """In JSON's types."""
        return [self.first.isoformat(), self.last.isoformat(), self.unit]

    def words(self) -> str:
        """From when to when, in words."""
        if self.first == self.last:
            return _day(self.first)
        return f"{_day(self.first)} – {_day(self.last)}"


def x(field: str, reach: Reach | None, look: Look) -> alt.X:
    """The horizontal axis of a picture over time, for a field of milliseconds as `instant` gives them.

    It is an axis of numbers: dates in a drawing would be read in the time zone of who looks at it.
    """
    import altair as alt

    if reach is None:
        return alt.X(f"{field}:Q", axis=alt.Axis(title=None, labels=False, ticks=False))
    start = periods.period(reach.first, reach.unit).start
    end = periods.period(reach.last, reach.unit).end
    most = max(3, look.width // 80)
    axis = alt.Axis(
        title=reach.words(),
        grid=False,
        ticks=False,
        labelPadding=6,
        labelExpr=f"utcFormat(datum.value, '{_FORMAT[reach.unit]}')",
        values=[_middle(one) for one in periods.ticks(reach.first, reach.last, reach.unit, most)],
        labelFlush=True,
        labelOverlap=True,
    )
    scale = alt.Scale(domain=[_milliseconds(start), _milliseconds(end)], nice=False, zero=False)
    return alt.X(f"{field}:Q", scale=scale, axis=axis)


def instant(day: object, hours: int = 0) -> int:
    """The beginning of a day, YYYY-MM-DD, or so many hours later, in milliseconds since 1970, in UTC."""
    return _milliseconds(date.fromisoformat(str(day))) + hours * 3_600_000


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _milliseconds(day: date) -> int:
    return (day - date(1970, 1, 1)).days * 86_400_000


def _middle(one: Period) -> int:
    return (_milliseconds(one.start) + _milliseconds(one.end)) // 2
