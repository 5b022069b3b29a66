"""A tie holds two dates and the distance between them; a date without its year may be of any near year."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.check.distances import Distance, Ends, fits
from onrecord.model import Span


class Dated(NamedTuple):
    """A date that the text prints, by the days that it can mean; `sure` is whether its year is printed."""

    span: Span
    ends: Ends
    sure: bool = True

    def near(self, other: Dated) -> list[Ends]:
        """The days that it can mean beside another date, that of the nearest year first."""
        if self.sure:
            return [self.ends]
        years = sorted({other.ends[0].year + step for step in (-1, 0, 1)} | {self.ends[0].year})
        moved = [_in_year(self.ends, year) for year in years]
        return sorted(filter(None, moved), key=lambda ends: abs(ends[0] - other.ends[0]))


class Tie(NamedTuple):
    """A date, a distance, and the date it is counted from."""

    distance: Distance
    start: Dated
    result: Dated
    forward: bool

    def fits(self) -> bool:
        """Whether the dates lie so far apart in any year that they can be of."""
        return any(
            fits(self.distance, *((start, result) if self.forward else (result, start)))
            for start in self.start.near(self.result)
            for result in self.result.near(self.start)
        )

    def turned(self) -> bool:
        """Whether the dates stand in the other order than is said: it counts from something else."""
        start, result = self.start.near(self.result)[0], self.result.near(self.start)[0]
        return result[1] < start[0] if self.forward else start[1] < result[0]


def _in_year(ends: Ends, year: int) -> Ends | None:
    try:
        return ends[0].replace(year=year), ends[1].replace(year=year + ends[1].year - ends[0].year)
    except ValueError:
        return None
