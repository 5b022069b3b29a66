"""Every bar is a number of statements by the day on which their documents were published."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from onrecord.api import Place
from onrecord.errors import UsageError
from onrecord.model import ACTS, MODES
from onrecord.plot import calendars, looks, periods
from onrecord.plot.calendars import Reach
from onrecord.plot.counting import (
    BY,
    NOBODY,
    OTHERS,
    UNKNOWN,
    UNLINKED,
    Crossed,
    crossed,
    listed,
    scope,
    summed,
)
from onrecord.plot.periods import Period, Unit
from onrecord.plot.pictures import Asked, Look, Picture, apart, counted

if TYPE_CHECKING:
    import altair as alt

MOST = 7  # kinds with a colour of their own
_REST = (OTHERS, UNLINKED, NOBODY, UNKNOWN)


def count(record: Place, asked: Asked) -> Picture:
    """Statements over time, stacked by mode, speaker, outlet or act.

    Raises:
        RecordError: the record cannot be opened.
        UsageError: the filter means nothing, or `by` is none of BY.
    """
    by = asked.by or "mode"
    if by not in BY:
        raise UsageError(f"statements cannot be coloured by {by!r}", "by", f"give one of {', '.join(BY)}")
    found = crossed(record, asked, by)
    kinds, place = _kinds(found, by)
    bins: Counter[tuple[Period, int]] = Counter()
    reach = Reach.of(found.days())
    unit: Unit = reach.unit if reach else "month"
    loose = 0
    for cell, number in found.cells.items():
        one = periods.holding(cell.first, cell.last, unit) if cell.first and cell.last else None
        if one is not None:
            bins[one, place[cell.key]] += number
        elif cell.first is not None:
            loose += number
    rows = tuple(
        (periods.label(one, unit), one.start.isoformat(), one.end.isoformat(), kinds[kind], bins[one, kind])
        for one, kind in sorted(bins)
    )
    left = listed((
        f"{counted(found.undated(), 'statement')} of unknown date not shown" if found.undated() else "",
        f"{counted(loose, 'statement')} known less closely than to the {unit} not shown" if loose else "",
    ))  # fmt: skip
    notes = [f"{summed(found)} · {scope(record, asked.filter)}", left]
    return Picture(
        "timeline",
        f"Statements by {unit} of publication, coloured by {by}",
        tuple(note for note in notes if note),
        (unit, "from", "to", by, "statements"),
        rows,
        {"unit": unit, "reach": reach.written() if reach else None, "by": by, "kinds": kinds},
    )


def _kinds(found: Crossed, by: str) -> tuple[list[str], dict[str, int]]:
    """What has a colour of its own, in order, and for each key the position of its kind."""
    totals = found.totals(dated=True)
    if by in ("mode", "act"):
        here: list[str] = [value for value in (MODES if by == "mode" else ACTS) if totals[value]]
        return here, {value: number for number, value in enumerate(here)}
    loud = found.loudest(MOST, dated=True)
    extra = [key for key in _REST[1:] if totals[key]]
    shown = [*loud, *((OTHERS,) if set(totals) - set(loud) - set(extra) else ()), *extra]
    place = {key: number for number, key in enumerate(shown)}
    names = apart([found.name(key) for key in loud], _REST)
    return [*names, *shown[len(loud) :]], {key: place.get(key, place.get(OTHERS, 0)) for key in totals}


def draw(picture: Picture, look: Look) -> alt.Chart:
    """The bars, as a chart of Altair."""
    import altair as alt

    kinds: list[str] = picture.shape["kinds"]
    unit = picture.shape["unit"]
    chart: alt.Chart = (
        alt.Chart(alt.InlineData(values=_stacked(picture, kinds)))
        .mark_bar(opacity=1)
        .encode(
            x=calendars.x("from", Reach.read(picture.shape["reach"]), look),
            x2="to",
            y=alt.Y("low:Q", axis=alt.Axis(title="statements", tickMinStep=1, format=",d", tickCount=5)),
            y2="high:Q",
            color=alt.Color(
                "kind:N",
                scale=alt.Scale(domain=kinds, range=_colours(kinds, picture.shape["by"], look)),
                legend=alt.Legend(
                    title=None,
                    columns=0 if picture.shape["by"] in ("mode", "act") else max(2, look.width // 220),
                ),
            ),
            tooltip=[
                alt.Tooltip("label:N", title=unit),
                alt.Tooltip("kind:N", title=picture.shape["by"]),
                alt.Tooltip("statements:Q", format=",d"),
            ],
        )
        .properties(width=look.width, height=300 if looks.narrow(look) else 360)
    )
    return chart


def _stacked(picture: Picture, kinds: list[str]) -> list[dict[str, Any]]:
    """The bars with where they begin and end; the first kind stands on the axis."""
    height: Counter[str] = Counter()
    bars = []
    for label, start, end, kind, number in sorted(picture.rows, key=lambda row: kinds.index(str(row[3]))):
        low = height[str(label)]
        height[str(label)] += int(number or 0)
        bars.append({
            "label": label, "kind": kind, "statements": number, "low": low, "high": height[str(label)],
            "from": calendars.instant(start), "to": calendars.instant(end),
        })  # fmt: skip
    return bars


def _colours(kinds: list[str], by: str, look: Look) -> list[str]:
    """A mode has the same colour in every picture; what is left over is grey."""
    some = looks.palette(look)
    if by == "mode":
        return [some[looks.MODES.index(kind)] for kind in kinds]
    fresh = iter(some)
    greys = {OTHERS: 0, UNLINKED: 1, NOBODY: 2, UNKNOWN: 1}
    return [looks.greys(look)[greys[kind]] if kind in greys else next(fresh) for kind in kinds]
