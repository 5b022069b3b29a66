"""Outlets are compared by what they print; a report of a family stands where it was published, and when."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

from onrecord import api
from onrecord.api import Place, ShownFamily, ShownMember
from onrecord.plot import calendars, looks, strips
from onrecord.plot.calendars import Reach
from onrecord.plot.counting import OTHERS, UNKNOWN, crossed, days, record_name, scope, summed
from onrecord.plot.pictures import Asked, Look, Picture, apart, counted, flat, named
from onrecord.plot.strips import Strip

if TYPE_CHECKING:
    import altair as alt

MOST = 20  # outlets with a row of their own
MEMBERS = 500  # of a family that are looked at
KINDS = ("first", "copy", "cut", "reworded", "whole text copied")
SHAPES = ("circle", "square", "triangle-up", "diamond", "cross")


def count(record: Place, asked: Asked) -> Picture:
    """How much each outlet prints; or, of a family, which outlet reported its words when.

    Raises:
        RecordError: the record cannot be opened.
        UsageError: the filter or the id means nothing.
    """
    if asked.id is not None:
        return _family(record, api.family(record, asked.id, unfold=True, limit=MEMBERS))
    found = crossed(record, asked, "outlet")
    totals = found.totals()
    loud = found.loudest(MOST)
    rows = [
        (name, totals[key], found.held[key]) for name, key in zip(_names(found.name, loud), loud, strict=True)
    ]
    others = [key for key in totals if key not in loud and key != UNKNOWN]
    if others:
        title = f"{len(others):,} others"
        rows.append((title, sum(totals[key] for key in others), sum(found.held[key] for key in others)))
    if totals[UNKNOWN]:
        rows.append((UNKNOWN, totals[UNKNOWN], found.held[UNKNOWN]))
    return Picture(
        "outlets",
        "Statements by outlet",
        (f"{summed(found)} · {scope(record, asked.filter)}",),
        ("outlet", "statements", "documents"),
        tuple(rows),
        {"family": False, "named": len(loud)},
    )


def _names(name: Any, keys: list[str]) -> list[str]:
    return apart([name(key) for key in keys])


def _family(record: Place, shown: ShownFamily) -> Picture:
    """Each report of a family, by outlet and day of publication."""
    row = shown.row
    order: dict[str, None] = {}
    for member in shown.members:
        order.setdefault(member.document.outlet or UNKNOWN)
    kept = list(order)[:MOST]
    names = dict(zip(kept, apart([named(key) for key in kept]), strict=True))
    rows: list[tuple[str, str | None, str, str]] = []
    seen: set[int] = set()
    undated = 0
    for member in shown.members:
        day = _day(member)
        undated += day is None
        outlet = names.get(member.document.outlet or UNKNOWN, OTHERS)
        title = flat(member.document.title or member.document.path, 80)
        rows.append((outlet, day.isoformat() if day else None, _kind(member, seen), title))
    places = f"{counted(row.reports, 'report')} in {counted(len(row.documents), 'document')}"
    notes = [f"“{flat(row.sample, 120)}”", f"{places} · {record_name(record)} · family {row.family.id}"]
    notes += [f"{counted(undated, 'place')} of unknown date not shown"] if undated else []
    notes += [f"the latest {shown.more:,} are left out"] if shown.more else []
    notes += ["a mark is a place where the words stand; its shape says how they repeat an earlier one"]
    shape = {"family": True, "names": list(dict.fromkeys(row[0] for row in rows))}
    columns = ("outlet", "published", "kind", "title")
    return Picture("outlets", "Who printed these words when", tuple(notes), columns, tuple(rows), shape)


def _day(member: ShownMember) -> date | None:
    known = member.document.published or (member.inferred.when if member.inferred else None)
    return days(known)[0]


def _kind(member: ShownMember, seen: set[int]) -> str:
    """How a place repeats earlier ones; `seen` are the texts met so far, copies of one counted as one."""
    if member.member.report in seen:
        return KINDS[-1]
    seen.add(member.member.report)
    return member.hops[0].hop.kind if member.hops else KINDS[0]


def draw(picture: Picture, look: Look) -> alt.LayerChart:
    """Bars of outlets, or marks of reports."""
    return _marks(picture, look) if picture.shape["family"] else _bars(picture, look)


def _bars(picture: Picture, look: Look) -> alt.LayerChart:
    import altair as alt

    rows = picture.records()
    most = max((int(row["statements"] or 0) for row in rows), default=1)
    grey = looks.greys(look)[1]
    bars = [
        {
            **row,
            "zero": 0,
            "top": place + strips.BASE - 0.42,
            "base": place + strips.BASE,
            "colour": looks.palette(look)[0] if place < picture.shape["named"] else grey,
        }
        for place, row in enumerate(rows)
    ]
    drawn = (
        alt.Chart(alt.InlineData(values=bars))
        .mark_bar()
        .encode(
            x=alt.X(
                "zero:Q",
                scale=alt.Scale(domain=[0, most], nice=False),
                axis=alt.Axis(title="statements", format=",d", tickMinStep=1, tickCount=5),
            ),
            x2="statements:Q",
            y=strips.y(len(rows), "base"),
            y2="top:Q",
            color=alt.Color("colour:N", scale=None, legend=None),
            tooltip=[
                "outlet:N",
                alt.Tooltip("statements:Q", format=","),
                alt.Tooltip("documents:Q", format=","),
            ],
        )
    )
    told = [
        Strip(str(name), f"{counted(int(n or 0), 'statement')} in {counted(int(d or 0), 'document')}")
        for name, n, d in picture.rows
    ]
    high = 44 * max(1, len(rows)) + 110
    return alt.LayerChart(layer=[drawn, strips.names(told, look)], width=look.width, height=high)


def _marks(picture: Picture, look: Look) -> alt.LayerChart:
    import altair as alt

    names: list[str] = picture.shape["names"]
    dated = [row for row in picture.records() if row["published"]]
    beside: Counter[tuple[str, str]] = Counter()
    marks = []
    for row in dated:
        here = str(row["outlet"]), str(row["published"])
        lift = beside[here] % 4  # reports of one day stand above one another
        beside[here] += 1
        place = names.index(here[0]) + strips.BASE - 0.14 - 0.13 * lift
        marks.append(
            {
                **row,
                "day": calendars.instant(here[1], 12),
                "place": place,
            }
        )
    known = [date.fromisoformat(str(row["published"])) for row in dated]
    reach = Reach.of((min(known), max(known))) if known else None
    kinds = [kind for kind in KINDS if any(row["kind"] == kind for row in dated)]
    colours = [looks.palette(look)[KINDS.index(kind)] for kind in kinds]
    drawn = (
        alt.Chart(alt.InlineData(values=marks))
        .mark_point(filled=True, opacity=0.9, size=90)
        .encode(
            x=calendars.x("day", reach, look),
            y=strips.y(len(names), "place"),
            color=alt.Color(
                "kind:N", scale=alt.Scale(domain=kinds, range=colours), legend=alt.Legend(title=None)
            ),
            shape=alt.Shape(
                "kind:N", scale=alt.Scale(domain=kinds, range=[SHAPES[KINDS.index(kind)] for kind in kinds])
            ),
            tooltip=["outlet:N", "published:N", "kind:N", "title:N"],
        )
    )
    totals = Counter(str(row[0]) for row in picture.rows)
    told = [Strip(name, counted(totals[name], "place")) for name in names]
    high = 50 * max(1, len(names)) + 170
    return alt.LayerChart(layer=[drawn, strips.names(told, look)], width=look.width, height=high)
