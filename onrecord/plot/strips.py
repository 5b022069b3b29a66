"""Rows lie under one another, each with its name above it, so that they fit a window of any width."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from onrecord.plot import looks
from onrecord.plot.pictures import Look

if TYPE_CHECKING:
    import altair as alt

NAME, BASE = 0.24, 0.96  # of a row's height: where the middle of its name is, and where what is drawn stands
ROOM = 0.52  # how high what is drawn can be


class Strip(NamedTuple):
    """A row: what it is called, and what is written at its other end."""

    name: str
    told: str


def y(rows: int, field: str) -> alt.Y:
    """The vertical axis: a row is one high, the first on top."""
    import altair as alt

    return alt.Y(f"{field}:Q", scale=alt.Scale(domain=[rows, 0], nice=False), axis=None)


def names(strips: Sequence[Strip], look: Look) -> alt.LayerChart:
    """The names of the rows, with a line under each."""
    import altair as alt

    told = 0.5 if looks.narrow(look) else 0.35  # of the width
    room = int(look.width * (1 - told))
    values = [
        {"name": strip.name, "told": strip.told, "place": row + NAME, "base": row + BASE}
        for row, strip in enumerate(strips)
    ]
    base = alt.Chart(alt.InlineData(values=values))
    high = len(strips)
    line = base.mark_rule(color=looks.soft(look), opacity=0.35).encode(y=y(high, "base"))
    name = base.mark_text(align="left", fontSize=12, fontWeight=600, limit=room).encode(
        y=y(high, "place"), x=alt.value(0), text="name:N"
    )
    told_ = base.mark_text(
        align="right", fontSize=11, color=looks.soft(look), limit=look.width - room
    ).encode(y=y(high, "place"), x=alt.value("width"), text="told:N")
    return alt.LayerChart(layer=[line, name, told_])
