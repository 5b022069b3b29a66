"""A histogram counts what the other filters let through, and every bar of it is an address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.api import Tally
from onrecord.show import addresses, printing

MOST_MONTHS = 72  # more are shown by years
LEAST_MONTHS = 18
HEIGHT = 64  # pixels of the highest bar
LEAST = 1.5  # pixels of the lowest


@dataclass(frozen=True, slots=True)
class Bar:
    """One month or year.

    Attributes:
        value: in EDTF, "2023-05" or "2023".
        label: for people.
        count: statements.
        x, width: where, in hundredths of the whole width.
        height: in pixels.
        chosen: whether the dates that are chosen hold it.
        address: the search narrowed to it, or, where it alone is chosen, freed of dates.
    """

    value: str
    label: str
    count: int
    x: float
    width: float
    height: float
    chosen: bool
    address: str


class Bars(NamedTuple):
    """A histogram: its bars, the years under them with their places, what is counted, and what is not."""

    bars: tuple[Bar, ...]
    years: tuple[tuple[str, float], ...]
    unit: str
    highest: int
    loose: int
    undated: int
    whole: str | None  # the address without dates, where the bars do not show all
    narrowed: bool  # whether dates are chosen


def bars(tally: Tally, path: str, query: Sequence[tuple[str, str]]) -> Bars | None:
    """The histogram of a search, or None where nothing has a date."""
    since, until = dict(query).get("since", ""), dict(query).get("until", "")
    months = dict(tally.months)
    if not months:
        return None
    whole = None
    if len(_span(min(months), max(months))) > MOST_MONTHS and (since or until):
        inside = {m: n for m, n in months.items() if _chosen(m, since, until)}
        if inside and len(_span(min(inside), max(inside))) <= MOST_MONTHS:
            months, whole = inside, addresses.with_query(path, query, since=None, until=None, page=None)
    values, unit = _padded(_span(min(months), max(months))), "month"
    if len(values) > MOST_MONTHS:
        unit, months = "year", _by_year(months)
        values = [f"{year:04}" for year in range(int(values[0][:4]), int(values[-1][:4]) + 1)]
    highest = max(months.values())
    wide = 100 / len(values)
    made = []
    for n, value in enumerate(values):
        count = months.get(value, 0)
        alone = since == until == value
        dates = {"since": None, "until": None} if alone else {"since": value, "until": value}
        height = max(HEIGHT * count / highest, LEAST) if count else 0.0
        address = addresses.with_query(path, query, **dates, page=None)
        chosen = _chosen(value, since, until)
        made.append(
            Bar(value, printing.day(value), count, n * wide, wide * 0.86, round(height, 1), chosen, address)
        )
    return Bars(
        tuple(made),
        _years(values, wide),
        unit,
        highest,
        tally.loose,
        tally.undated,
        whole,
        bool(since or until),
    )


def _span(first: str, last: str) -> list[str]:
    """Every month from the first to the last."""
    begin, end = (int(month[:4]) * 12 + int(month[5:7]) - 1 for month in (first, last))
    return [f"{n // 12:04}-{n % 12 + 1:02}" for n in range(begin, end + 1)]


def _padded(months: list[str]) -> list[str]:
    """The months with enough of those around them that a few do not fill the whole width."""
    missing = LEAST_MONTHS - len(months)
    if missing <= 0 or not "0002" < months[0][:4] < "9998":
        return months
    first, last = (int(month[:4]) * 12 + int(month[5:7]) - 1 for month in (months[0], months[-1]))
    first, last = first - missing // 2, last + missing - missing // 2
    return _span(f"{first // 12:04}-{first % 12 + 1:02}", f"{last // 12:04}-{last % 12 + 1:02}")


def _by_year(months: dict[str, int]) -> dict[str, int]:
    years: dict[str, int] = {}
    for month, count in months.items():
        years[month[:4]] = years.get(month[:4], 0) + count
    return years


def _years(values: Sequence[str], wide: float) -> tuple[tuple[str, float], ...]:
    """The years to print and where: those that begin in the picture, no more than ten, and never none."""
    begin = [(value[:4], n * wide) for n, value in enumerate(values) if len(value) == 4 or value[5:] == "01"]
    step = -(-len(begin) // 10) or 1
    return tuple(begin[::step]) or ((values[0][:4], 0.0),)


def _chosen(value: str, since: str, until: str) -> bool:
    """Whether a month or year lies between two dates in EDTF, either of which may be empty."""
    after = not since or value >= since[: len(value)]
    return after and (not until or value[: len(until)] <= until[: len(value)])
