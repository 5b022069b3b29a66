"""Who says most has a row of bars, and all rows share one scale, so that they can be compared."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from onrecord.api import Place
from onrecord.plot import calendars, looks, periods, strips
from onrecord.plot.calendars import Reach
from onrecord.plot.counting import crossed, scope, summed
from onrecord.plot.periods import Period
from onrecord.plot.pictures import Asked, Look, Picture, apart, counted
from onrecord.plot.strips import Strip

if TYPE_CHECKING:
    import altair as alt

MOST = 10  # speakers
HIGH = 58  # CSS pixels of a row


def count(record: Place, asked: Asked) -> Picture:
    """The loudest speakers that are linked, each with its statements over time.

    Raises:
        RecordError: the record cannot be opened.
        UsageError: the filter means nothing.
    """
    found = crossed(record, asked, "speaker")
    loud = found.loudest(MOST)
    names = apart([found.name(key) for key in loud])
    totals = found.totals()
    place = {key: number for number, key in enumerate(loud)}
    reach = Reach.of(found.days(set(loud)))
    unit = reach.unit if reach else "month"
    bins: Counter[tuple[int, Period]] = Counter()
    left = [0] * len(loud)
    for cell, number in found.cells.items():
        if cell.key not in place:
            continue
        one = periods.holding(cell.first, cell.last, unit) if cell.first and cell.last else None
        if one is None:
            left[place[cell.key]] += number
        else:
            bins[place[cell.key], one] += number
    rows = tuple(
        (names[who], periods.label(one, unit), one.start.isoformat(), one.end.isoformat(), bins[who, one])
        for who, one in sorted(bins)
    )
    notes = [f"{summed(found)} · {scope(record, asked.filter)}"]
    if loud:
        said = counted(sum(totals[key] for key in loud), "statement")
        notes.append(f"these {len(loud)} made {said}; one scale for all")
    if any(left):
        notes.append(f"not placed: what has no date, or none so exact as a {unit}")
    shape: dict[str, Any] = {
        "unit": unit,
        "reach": reach.written() if reach else None,
        "names": names,
        "told": [
            counted(totals[key], "statement") + (f", {not_placed:,} not placed" if not_placed else "")
            for key, not_placed in zip(loud, left, strict=True)
        ],
    }
    columns = ("speaker", unit, "from", "to", "statements")
    return Picture("speakers", f"Who says most, by {unit} of publication", tuple(notes), columns, rows, shape)


def draw(picture: Picture, look: Look) -> alt.LayerChart:
    """A row of bars for each speaker."""
    import altair as alt

    names: list[str] = picture.shape["names"]
    most = max((int(row[4] or 0) for row in picture.rows), default=1)
    bars = []
    for name, label, start, end, number in picture.rows:
        base = names.index(str(name)) + strips.BASE
        bars.append({
            "name": name, "label": label, "statements": number,
            "from": calendars.instant(start), "to": calendars.instant(end),
            "base": base, "top": base - strips.ROOM * int(number or 0) / most,
        })  # fmt: skip
    drawn = (
        alt.Chart(alt.InlineData(values=bars))
        .mark_bar(color=looks.palette(look)[0])
        .encode(
            x=calendars.x("from", Reach.read(picture.shape["reach"]), look),
            x2="to",
            y=strips.y(len(names), "base"),
            y2="top:Q",
            tooltip=[
                alt.Tooltip("name:N", title="speaker"),
                alt.Tooltip("label:N", title=picture.shape["unit"]),
                alt.Tooltip("statements:Q", format=",d"),
            ],
        )
    )
    rows = [Strip(*pair) for pair in zip(names, picture.shape["told"], strict=True)]
    high = HIGH * max(1, len(names)) + 130
    return alt.LayerChart(layer=[drawn, strips.names(rows, look)], width=look.width, height=high)
