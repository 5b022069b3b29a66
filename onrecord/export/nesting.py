"""Marks that overlap become elements that do not: what crosses another is cut into pieces that are joined.

Offsets are code points of one text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.export.plain import attribute, xml
from onrecord.model import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text that becomes an element.

    Attributes:
        span: the stretch.
        rank: an element of a lower rank is never within one of a higher.
        tag: the element's name.
        attributes: its attributes, as text; those that are empty are left out.
        id: the XML id of its first piece, and the beginning of those of the others; marks that share one
            are the pieces of one thing, in order.
    """

    span: Span
    rank: int
    tag: str
    attributes: tuple[tuple[str, str], ...]
    id: str


# What is written, in order: a stretch of text; a piece of a mark begins; the mark begun last ends.
Token = tuple[str, Span] | tuple[str, Mark]


def tokens(stretch: Span, marks: Iterable[Mark]) -> list[Token]:
    """The text of a stretch with the marks in it, well nested; no piece is empty."""
    inside = [mark for mark in marks if mark.span.start < stretch.end and stretch.start < mark.span.end]
    edges = {stretch.start, stretch.end}
    for mark in inside:
        edges |= {max(mark.span.start, stretch.start), min(mark.span.end, stretch.end)}
    found: list[Token] = []
    stack: list[Mark] = []
    positions = sorted(edges)
    inside.sort(key=_order)
    for start, end in pairwise(positions):
        wanted = [mark for mark in inside if mark.span.start <= start and mark.span.end >= end]
        same = _shared(stack, wanted)
        found += [("close", mark) for mark in reversed(stack[same:])]
        found += [("open", mark) for mark in wanted[same:]]
        found.append(("text", Span(start, end)))
        stack = wanted
    return [*found, *(("close", mark) for mark in reversed(stack))]


def _order(mark: Mark) -> tuple[int, int, int, str]:
    return mark.rank, mark.span.start, -mark.span.end, mark.id


def _shared(one: Sequence[Mark], other: Sequence[Mark]) -> int:
    """How many marks both begin with."""
    count = 0
    for mine, yours in zip(one, other, strict=False):
        if mine is not yours:
            break
        count += 1
    return count


class Writer:
    """Writes tokens as XML; it has to know all of them before, to say which piece follows which."""

    def __init__(self, text: str, every: Iterable[Sequence[Token]]) -> None:
        self._text = text
        opened = (one.id for run in every for what, one in run if what == "open" and isinstance(one, Mark))
        self._pieces = Counter(opened)
        self._written: Counter[str] = Counter()

    def write(self, run: Sequence[Token]) -> str:
        """The XML of one run of tokens; runs are given in order."""
        return "".join(self._one(what, thing) for what, thing in run)

    def _one(self, what: str, thing: Span | Mark) -> str:
        if isinstance(thing, Span):
            return xml(thing.of(self._text))
        if what == "close":
            return f"</{thing.tag}>"
        self._written[thing.id] += 1
        number, count = self._written[thing.id], self._pieces[thing.id]
        given = [("xml:id", _piece(thing.id, number)), *thing.attributes]
        if number > 1:
            given.append(("prev", f"#{_piece(thing.id, number - 1)}"))
        if number < count:
            given.append(("next", f"#{_piece(thing.id, number + 1)}"))
        return f"<{thing.tag}{attributes(given)}>"


def _piece(id: str, number: int) -> str:
    return id if number == 1 else f"{id}.{number}"


def attributes(given: Iterable[tuple[str, str]]) -> str:
    """Attributes as they stand in a tag; empty values are left out."""
    return "".join(f" {name}={attribute(value)}" for name, value in given if value)
