"""Every picture is counted before it is drawn, so that its numbers can be read where it cannot be seen.

from onrecord import api, plot

plot.chart("timeline", "press.onrecord", api.Filter(speaker="Petrova"))  # a chart of Altair
plot.written(plot.picture("timeline", "press.onrecord"), "svg")
"""

from __future__ import annotations

import difflib
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from onrecord.api import Filter, Overview, Place
from onrecord.errors import UsageError
from onrecord.plot import chain, counting, outlets, painting, rendering, speakers, timeline, topics
from onrecord.plot.painting import Painter
from onrecord.plot.pictures import Asked, Look, Picture

__all__ = [
    "CHARTS",
    "FORMATS",
    "Asked",
    "Chart",
    "Look",
    "Painter",
    "Picture",
    "bundle",
    "chart",
    "data",
    "named",
    "paint",
    "picture",
    "spec",
    "written",
]

FORMATS = ("svg", "png", "html", "json", "csv", "vl.json")


@dataclass(frozen=True, slots=True)
class Chart:
    """One picture of CHARTS.

    Attributes:
        name: what the command line calls it.
        help: what it shows, in one sentence.
        count: counts it: the record's file or an open record, and what is asked, to a picture.
        draw: draws what was counted, as a chart of Altair without title.
        by: what its colours can stand for; the first where nothing is said.
        ids: what an id that is asked for names: "family", "statement", or "" where none is taken.
    """

    name: str
    help: str
    count: Callable[[Place, Asked], Picture]
    draw: Callable[[Picture, Look], Any]
    by: tuple[str, ...] = ()
    ids: str = ""


CHARTS: tuple[Chart, ...] = (
    Chart(
        "timeline",
        "How many statements were published when, stacked by mode, speaker, outlet or act.",
        timeline.count,
        timeline.draw,
        counting.BY,
    ),
    Chart(
        "speakers",
        "Who says most, and when.",
        speakers.count,
        speakers.draw,
    ),
    Chart(
        "outlets",
        "How much each outlet prints; of one family, which outlet reported its words when.",
        outlets.count,
        outlets.draw,
        ids="family",
    ),
    Chart(
        "topics",
        "Words that tell those who say most from one another.",
        topics.count,
        topics.draw,
    ),
    Chart(
        "chain",
        "Who was reported through whom; of one statement, its way from the mouth to the page.",
        chain.count,
        chain.draw,
        ids="statement",
    ),
)


def named(name: str) -> Chart:
    """The chart of that name.

    Raises:
        UsageError: there is none.
    """
    found = next((chart for chart in CHARTS if chart.name == name), None)
    if found is None:
        names = [chart.name for chart in CHARTS]
        near = difflib.get_close_matches(name, names, n=1)
        hint = f"did you mean {near[0]}" if near else f"give one of {', '.join(names)}"
        raise UsageError(f"there is no picture {name!r}", "plot", hint)
    return found


def picture(
    name: str,
    record: Place,
    filter: Filter | None = None,
    id: str | None = None,
    by: str | None = None,
    overview: Overview | None = None,
) -> Picture:
    """Count what a picture shows.

    Args:
        name: one of the names in CHARTS.
        record: the record's file, or an open record.
        filter: which statements count; by default all but old versions.
        id: a family or a statement, or the beginning of its id, for charts that take one.
        by: one of the chart's `by`.
        overview: counts of the record that are kept in mind between questions.

    Raises:
        RecordError: the record cannot be opened.
        UsageError: there is no such chart, or the filter, the id or `by` means nothing.
    """
    wanted = named(name)
    if id is not None and not wanted.ids:
        raise UsageError("this picture takes no id", name, "narrow it with filters")
    if by is not None and by not in wanted.by:
        hint = f"give one of {', '.join(wanted.by)}" if wanted.by else "leave it out"
        raise UsageError(f"{name} cannot be coloured by {by!r}", "by", hint)
    return wanted.count(record, Asked(filter or Filter(), id, by, overview))


def drawn(found: Picture, look: Look | None = None) -> Any:
    """A picture as a chart of Altair."""
    seen = look or Look()
    draw = named(found.chart).draw if found.rows else rendering.nothing
    return rendering.dressed(draw(found, seen), found, seen)


def chart(
    name: str,
    record: Place,
    filter: Filter | None = None,
    id: str | None = None,
    by: str | None = None,
    look: Look | None = None,
) -> Any:
    """A chart of Altair, which notebooks show by themselves; arguments and errors as `picture`."""
    return drawn(picture(name, record, filter, id, by), look)


def spec(found: Picture, look: Look | None = None) -> dict[str, Any]:
    """A picture as a specification of Vega-Lite, with its numbers."""
    told: dict[str, Any] = drawn(found, look).to_dict()
    return told


def data(found: Picture) -> dict[str, Any]:
    """A picture's numbers as a JSON object: chart, title, notes, columns and rows."""
    return rendering.data(found)


def bundle() -> str:
    """Vega, Vega-Lite and Vega-Embed as one script for browsers, about 900 kB.

    Making it takes five seconds, in which no other thread of the process runs; the second time nothing.
    """
    return rendering.bundle()


def paint(scripts: bool = False) -> None:
    """What the process of a `Painter` does: draw what it is given on standard input; or give the bundle."""
    orders, drawings = sys.stdin.buffer, sys.stdout.buffer
    if scripts:
        drawings.write(bundle().encode())
        drawings.flush()
    else:
        painting.paint(written, orders, drawings)


def written(found: Picture, format: str, look: Look | None = None) -> bytes:
    """A picture as a file.

    Args:
        found: the picture.
        format: one of FORMATS: a drawing (svg, png), a page that needs nothing else (html), the
            numbers (json, csv) or the specification of Vega-Lite (vl.json).
        look: by default light, 760 pixels wide, with a background.

    Raises:
        UsageError: there is no such format.
    """
    if format == "png":
        return rendering.png(spec(found, look))
    if format == "svg":
        text = rendering.svg(spec(found, look))
    elif format == "html":
        text = rendering.page(found, spec(found, look))
    elif format == "json":
        text = json.dumps(data(found), ensure_ascii=False, indent=1) + "\n"
    elif format == "csv":
        text = rendering.table(found)
    elif format == "vl.json":
        text = json.dumps(spec(found, look), ensure_ascii=False, indent=1) + "\n"
    else:
        raise UsageError(
            f"pictures are not written as {format!r}", "format", f"give one of {', '.join(FORMATS)}"
        )
    return text.encode("utf-8", "backslashreplace")
