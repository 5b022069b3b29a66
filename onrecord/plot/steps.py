"""A statement's way is a row of boxes where there is room, else a column; what is missing is dashed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord.plot import looks
from onrecord.plot.pictures import Look

if TYPE_CHECKING:
    import altair as alt

DASHES = [5, 4]
GAP, HIGH, TALL = 44, 96, 34  # CSS pixels: between boxes, a box, and between boxes that stand in a column
ROLES = {"speaker": "said by", "relay": "passed on by", "outlet": "published by"}
LEAST = 170  # the narrowest box in a row


class Step(NamedTuple):
    """Somebody through whom words came.

    Attributes:
        role: speaker, relay or outlet.
        name, note: what the box says.
        missing: nobody is named, or no text of it is in the record.
    """

    role: str
    name: str
    note: str
    missing: bool


class _Field(NamedTuple):
    """Where boxes, arrows and lines of text stand, in pixels; `room` is a text's."""

    wide: int
    high: int
    beside: bool
    room: int
    boxes: list[dict[str, Any]]
    arrows: list[dict[str, Any]]
    lines: list[dict[str, Any]]


def draw(found: Sequence[Step], look: Look) -> alt.LayerChart:
    """The boxes with arrows from each to the next."""
    import altair as alt

    field = _placed(found, look)

    def x(name: str) -> alt.X:
        return alt.X(f"{name}:Q", scale=alt.Scale(domain=[-1, field.wide + 1], nice=False), axis=None)

    def y(name: str) -> alt.Y:
        return alt.Y(f"{name}:Q", scale=alt.Scale(domain=[field.high + 2, -2], nice=False), axis=None)

    soft, blue = looks.soft(look), looks.palette(look)[0]
    box = alt.Chart(alt.InlineData(values=field.boxes)).encode(
        x=x("left"), x2="right:Q", y=y("top"), y2="bottom:Q", tooltip=["name:N", "note:N"]
    )
    plain = box.transform_filter("!datum.missing").mark_rect(
        cornerRadius=6, fill=blue, fillOpacity=0.12, stroke=blue, strokeWidth=1.5
    )
    dashed = box.transform_filter("datum.missing").mark_rect(
        cornerRadius=6, fillOpacity=0, stroke=soft, strokeWidth=1.5, strokeDash=DASHES
    )
    arrow = alt.Chart(alt.InlineData(values=field.arrows))
    way = arrow.encode(x=x("x"), x2="x2:Q", y=y("y"), y2="y2:Q")
    line = way.transform_filter("!datum.missing").mark_rule(color=soft, strokeWidth=1.5)
    broken = way.transform_filter("datum.missing").mark_rule(color=soft, strokeWidth=1.5, strokeDash=DASHES)
    shape = "triangle-right" if field.beside else "triangle-down"
    head = arrow.mark_point(shape=shape, filled=True, size=70, color=soft, opacity=1)
    words = alt.Chart(alt.InlineData(values=field.lines)).encode(x=x("x"), y=y("y"), text="text:N")
    texts = [
        words.transform_filter("datum.kind == 'name'").mark_text(
            align="left",
            baseline="top",
            limit=field.room,
            fontSize=13,
            fontWeight="bold",
            color=looks.ink(look),
        ),
        words.transform_filter("datum.kind != 'name'").mark_text(
            align="left", baseline="top", limit=field.room, fontSize=11, color=soft
        ),
    ]
    layers = [plain, dashed, line, broken, head.encode(x=x("x2"), y=y("y2")), *texts]
    return alt.LayerChart(layer=layers, width=look.width, height=field.high + 110)


def _placed(found: Sequence[Step], look: Look) -> _Field:
    """Boxes in a row where each has room, else in a column."""
    count = max(1, len(found))
    wide = look.width - 12
    share = (wide - GAP * (count - 1)) // count
    beside = share >= LEAST
    width = share if beside else wide
    high = HIGH if beside else count * (HIGH + TALL) - TALL
    field = _Field(wide, high, beside, width - 20, [], [], [])
    for number, step in enumerate(found):
        left = number * (width + GAP) if beside else 0
        top = 0 if beside else number * (HIGH + TALL)
        field.boxes.append({
            "left": left, "right": left + width, "top": top, "bottom": top + HIGH,
            "name": step.name, "note": step.note, "missing": step.missing,
        })  # fmt: skip
        field.lines.extend(_lines(step, left + 10, top + 9, field.room))
        if number:
            x, x2 = (left - GAP + 4, left - 8) if beside else (width / 2, width / 2)
            y, y2 = (top + HIGH / 2, top + HIGH / 2) if beside else (top - TALL + 4, top - 7)
            missing = step.missing or found[number - 1].missing
            field.arrows.append({"x": x, "x2": x2, "y": y, "y2": y2, "missing": missing})
    return field


def _lines(step: Step, left: int, top: int, room: int) -> Iterator[dict[str, Any]]:
    """What a box says: the role, the name in at most two lines, and the note where there is room."""
    names = looks.wrapped(step.name, room, 14)[:2]
    notes = looks.wrapped(step.note, room, 11)[: 4 - len(names)] if step.note else []
    for kind, text in (
        ("role", ROLES[step.role]),
        *(("name", n) for n in names),
        *(("note", n) for n in notes),
    ):
        yield {"kind": kind, "text": text, "x": left, "y": top}
        top += 18 if kind == "name" else 15
