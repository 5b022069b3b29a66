"""A band is as wide as the number of statements that took its way, on one scale for the whole picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord.plot import looks
from onrecord.plot.counting import NOBODY, OTHERS, UNKNOWN
from onrecord.plot.pictures import Look

if TYPE_CHECKING:
    import altair as alt

NAMED = (9, 7, 7)  # speakers, relays and outlets that have a name
POINTS = 16  # of a band's edge
NODE = 0.012  # width of a node, of the whole
GAP = 0.25  # the room between nodes, of the whole height
HEADS = ("said by", "passed on by", "published by")


class Flow(NamedTuple):
    """A way of statements; `missing` where no text of whom they came through is in the record."""

    speaker: str
    relay: str
    outlet: str
    missing: bool


def fewer(found: Counter[Flow]) -> Counter[Flow]:
    """The same flows with the rarer speakers, relays and outlets lumped together."""
    keep = []
    for side, most in enumerate(NAMED):
        totals: Counter[str] = Counter()
        for flow, count in found.items():
            totals[str(flow[side])] += count
        loud = sorted(totals, key=lambda name: (-totals[name], name))
        keep.append({*loud[:most], NOBODY, UNKNOWN} if len(loud) > most + 1 else set(loud))
    lumped: Counter[Flow] = Counter()
    for flow, count in found.items():
        names = [name if name in keep[side] else OTHERS for side, name in enumerate(flow[:3])]
        lumped[Flow(names[0], names[1], names[2], flow.missing)] += count
    return lumped


class _Node(NamedTuple):
    top: float
    high: float


def draw(found: Mapping[Flow, int], look: Look) -> alt.LayerChart:
    """Speakers on the left, outlets on the right, bands between them through those who passed words on."""
    import altair as alt

    nodes = _columns(found)
    high = max(220, 34 * max((len(column) for column in nodes), default=1))
    x = alt.X("x:Q", scale=alt.Scale(domain=[0, 1], nice=False), axis=None)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[1.02, -0.08], nice=False), axis=None)
    blue, orange = looks.palette(look)[0], looks.palette(look)[1]
    band = alt.Chart(alt.InlineData(values=_bands(found, nodes))).encode(
        x=x, y=y, y2="y2:Q", detail="band:N",
        tooltip=[alt.Tooltip("from:N"), alt.Tooltip("to:N"), alt.Tooltip("statements:Q", format=",d")],
    )  # fmt: skip
    whole = band.transform_filter("!datum.missing").mark_area(color=blue, opacity=0.35)
    broken = band.transform_filter("datum.missing").mark_area(
        color=orange, opacity=0.9, fillOpacity=0.18, stroke=orange, strokeDash=[4, 3], strokeWidth=1
    )
    boxes, names = _boxes(nodes, look)
    box = (
        alt.Chart(alt.InlineData(values=boxes))
        .mark_rect(color=looks.soft(look))
        .encode(x=x, x2="x2:Q", y=y, y2="y2:Q")
    )
    room = int(look.width * (0.23 if looks.narrow(look) else 0.31))
    texts = [
        alt.Chart(alt.InlineData(values=[one for one in names if one["align"] == align]))
        .mark_text(
            align=align,
            dx=5 if align == "left" else -5,
            limit=room,
        )
        .encode(
            x=x,
            y=y,
            text="text:N",
            size=alt.Size("size:Q", scale=None),
            opacity=alt.Opacity("opacity:Q", scale=None),
        )
        for align in ("left", "right")
    ]
    return alt.LayerChart(layer=[whole, broken, box, *texts], width=look.width, height=high + 120)


def _columns(found: Mapping[Flow, int]) -> list[dict[str, _Node]]:
    """The nodes of each side, the most on top, what is left over last."""
    totals: list[Counter[str]] = [Counter(), Counter(), Counter()]
    for flow, count in found.items():
        for side, name in enumerate(flow[:3]):
            totals[side][name] += count
    gap = GAP / max(1, max(map(len, totals)) - 1)
    left_over = (OTHERS, NOBODY, UNKNOWN)
    columns = []
    for here in totals:
        top = (GAP - gap * (len(here) - 1)) / 2
        column: dict[str, _Node] = {}
        for name in sorted(here, key=lambda name: (name in left_over, -here[name], name)):
            column[name] = _Node(top, here[name] * _one(found))
            top += column[name].high + gap
        columns.append(column)
    return columns


def _one(found: Mapping[Flow, int]) -> float:
    """The height of one statement."""
    return (1 - GAP) / max(1, sum(found.values()))


def _bands(found: Mapping[Flow, int], nodes: Sequence[Mapping[str, _Node]]) -> list[dict[str, Any]]:
    """The outlines of the bands between the columns, as points of areas."""
    points: list[dict[str, Any]] = []
    for side in (0, 1):
        pairs: Counter[tuple[str, str, bool]] = Counter()
        for flow, count in found.items():
            names = flow[:3]
            pairs[names[side], names[side + 1], flow.missing] += count
        starts, stops = nodes[side], nodes[side + 1]
        left = {name: node.top for name, node in starts.items()}
        right = {name: node.top for name, node in stops.items()}
        for start, stop, missing in sorted(pairs, key=lambda p: (starts[p[0]].top, stops[p[1]].top, p[2])):
            count = pairs[start, stop, missing]
            high = count * _one(found)
            ends = ((left[start], left[start] + high), (right[stop], right[stop] + high))
            left[start] += high
            right[stop] += high
            about = {
                "band": f"{side} {start} {stop} {missing}", "from": start, "to": stop,
                "statements": count, "missing": missing,
            }  # fmt: skip
            points += [{**about, **point} for point in _curve(side, ends)]
    return points


def _curve(side: int, ends: Sequence[tuple[float, float]]) -> list[dict[str, float]]:
    """The points of a band, which leaves and arrives level."""
    start, stop = _place(side) + NODE, _place(side + 1)
    found = []
    for step in range(POINTS + 1):
        way = step / POINTS
        ease = way * way * (3 - 2 * way)
        low, high = (ends[0][edge] + (ends[1][edge] - ends[0][edge]) * ease for edge in (0, 1))
        found.append({"x": start + (stop - start) * way, "y": low, "y2": high})
    return found


def _place(side: int) -> float:
    """Where the nodes of a column begin."""
    return (0.0, 0.5 - NODE / 2, 1.0 - NODE)[side]


def _boxes(
    nodes: Sequence[Mapping[str, _Node]], look: Look
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The nodes as rectangles, and their names beside them."""
    boxes, names = [], []
    align = ("left", "left", "right")
    for side, column in enumerate(nodes):
        x = _place(side)
        at = (x + NODE, x + NODE, x)[side]
        names.append(
            {"x": at, "y": -0.05, "text": HEADS[side], "align": align[side], "size": 11, "opacity": 0.75}
        )
        for name, node in column.items():
            boxes.append({"x": x, "x2": x + NODE, "y": node.top, "y2": node.top + node.high})
            middle = node.top + node.high / 2
            names.append({"x": at, "y": middle, "text": name, "align": align[side], "size": 12, "opacity": 1})
    return boxes, names
