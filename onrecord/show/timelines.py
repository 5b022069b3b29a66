"""A timeline draws only what has a date, counts what has none, and says in a table what it draws."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from onrecord import api

WIDE = 960  # units of the picture
LEFT, RIGHT, TOP, HIGH = 215, 110, 44, 34  # room for names, for the undated, for years; of a row
MOST_ROWS = 14  # outlets that have a row of their own
MOST_LINES = 160  # hops that are drawn
NAME = 26  # characters of an outlet's name
UNKNOWN = "outlet unknown"
OTHERS = "other outlets"


class Dot(NamedTuple):
    """One place, or as many as fall on one point.

    Attributes:
        x, y, r: where, and how large, in units of the picture; of a bar half its width and its foot.
        height: of a bar, which stands for a month; 0 for a place.
        copy: whether it is a copy of a whole document that stands elsewhere too; drawn hollow.
        label: what it is, in words.
        address: where it is shown, or "".
    """

    x: float
    y: float
    r: float
    height: float
    copy: bool
    label: str
    address: str


@dataclass(frozen=True)
class Timeline:
    """A timeline by outlet.

    Attributes:
        width, height: in units of the picture.
        rows: the outlets, each with how many places it has and the middle of its row.
        ticks: what is written along the top, with its place.
        dots, lines: places, and hops between them as (x1, y1, x2, y2).
        undated: where the places of unknown date stand, or None.
        table: for each outlet and month or day: how many.
        unit: "day" or "month".
        left_out: how many hops are not drawn.
    """

    width: int
    height: int
    rows: tuple[tuple[str, int, float], ...]
    ticks: tuple[tuple[str, float], ...]
    dots: tuple[Dot, ...]
    lines: tuple[tuple[float, float, float, float], ...]
    undated: float | None
    table: tuple[tuple[str, str, int], ...]
    unit: str
    left_out: int


class _Point(NamedTuple):
    outlet: str
    day: str | None
    places: int
    number: int | None
    copy: bool
    inferred: bool
    sources: tuple[int, ...]


def timeline(shown: api.Lineage, to: Callable[[int], str]) -> Timeline | None:
    """The timeline of a family, or None where it has nothing to tell: one place, or no date at all.

    Args:
        shown: the family.
        to: gives the address of a place by its position.
    """
    points = _points(shown)
    days = sorted(_ordinal(point.day) for point in points if point.day)
    if not days or len(points) < 2:
        return None
    names = _rows(points)
    middle = {name: TOP + HIGH * (n + 0.5) for n, (name, _) in enumerate(names)}
    first, last = days[0], max(days[-1], days[0] + 1)
    undated = WIDE - RIGHT / 2 if any(point.day is None for point in points) else None

    def x(day: str | None) -> float:
        if day is None:
            return undated or 0.0
        return round(LEFT + 10 + (WIDE - LEFT - RIGHT - 20) * (_ordinal(day) - first) / (last - first), 1)

    most = max(point.places for point in points)
    wide = round(max(1.5, min(9.0, 13 * (WIDE - LEFT - RIGHT) / (last - first + 30))), 1)
    dots, places = [], dict[int, tuple[float, float]]()
    for point in points:
        row = point.outlet if point.outlet in middle else OTHERS
        spot = x(point.day), middle[row]
        if point.number is not None:
            places[point.number] = spot
        address = to(point.number) if point.number is not None else ""
        if shown.ways:
            dots.append(Dot(*spot, 5.5, 0, point.copy, _label(point), address))
        else:
            high = round(max(2.0, (HIGH - 6) * point.places / most), 1)
            dots.append(Dot(spot[0], spot[1] + HIGH / 2 - 2, wide, high, False, _label(point), ""))
    hops = [
        (*places[source], *places[point.number])
        for point in points
        if point.number is not None and not point.copy
        for source in point.sources[:1]
        if source in places and places[source] != places[point.number]
    ]
    table = Counter(
        (point.outlet or UNKNOWN, point.day or "unknown") for point in points for _ in range(point.places)
    )
    return Timeline(
        WIDE,
        TOP + HIGH * len(names) + 8,
        tuple((name, count, middle[name]) for name, count in names),
        _ticks(first, last, x),
        tuple(dots),
        tuple(hops[:MOST_LINES]),
        undated,
        tuple(
            (outlet, day, count)
            for (outlet, day), count in sorted(table.items(), key=lambda one: (one[0][1], one[0][0]))
        ),
        "day" if shown.ways else "month",
        max(0, len(hops) - MOST_LINES),
    )


def _points(shown: api.Lineage) -> list[_Point]:
    if shown.ways:
        return [
            _Point(
                way.spot.outlet or UNKNOWN, way.spot.day, 1, way.spot.number,
                way.stands != way.spot.number, way.spot.inferred, way.sources,
            )
            for way in shown.ways
        ]  # fmt: skip
    return [_Point(s.outlet or UNKNOWN, s.month, s.places, None, False, False, ()) for s in shown.spread]


def _rows(points: list[_Point]) -> list[tuple[str, int]]:
    """The rows: outlets in the order of their first place, the rarest of very many together."""
    counts: Counter[str] = Counter()
    for point in points:
        counts[point.outlet] += point.places
    if len(counts) <= MOST_ROWS:
        return list(counts.items())
    kept = {name for name, _ in counts.most_common(MOST_ROWS - 1)}
    rows = [(name, count) for name, count in counts.items() if name in kept]
    return [*rows, (OTHERS, sum(count for name, count in counts.items() if name not in kept))]


def _ordinal(day: str) -> int:
    parts = [int(part) for part in day[:10].split("-")]
    return date(*[*parts, 1, 1][:3]).toordinal()


def _label(point: _Point) -> str:
    when = point.day or "date unknown"
    if point.number is None:
        return f"{point.outlet}, {when}: {point.places:,} place{'' if point.places == 1 else 's'}"
    more = ", inferred" if point.inferred and point.day else ""
    return (
        f"{point.number + 1}: {point.outlet}, {when}{more}{', copy of the whole text' if point.copy else ''}"
    )


def _ticks(first: int, last: int, x: Callable[[str | None], float]) -> tuple[tuple[str, float], ...]:
    """A few days along the top: years, months or days, whichever are few."""
    begin, end = date.fromordinal(first), date.fromordinal(last)
    if end.year - begin.year > 1:
        step = max(1, (end.year - begin.year) // 8)
        days = [date(year, 1, 1) for year in range(begin.year + 1, end.year + 1, step)]
        return tuple((f"{day.year}", x(day.isoformat())) for day in days)
    if last - first > 62:
        months = [(begin.year + n // 12, n % 12 + 1) for n in range(begin.month, begin.month + 26)]
        starts = [date(year, month, 1) for year, month in months if date(year, month, 1) <= end]
        step = -(-len(starts) // 8) or 1
        return tuple((f"{day:%Y-%m}", x(day.isoformat())) for day in starts[::step])
    step = -(-(last - first) // 6) or 1
    return tuple(
        (date.fromordinal(n).isoformat(), x(date.fromordinal(n).isoformat()))
        for n in range(first, last + 1, step)
    )
