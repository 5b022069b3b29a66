"""Lines of a list are of one kind and one indentation; what is further in belongs to the line above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.model import Passage, Span

_BULLET = re.compile(
    r"(?:\*\*|__)?(?:(?P<sign>[•·▪‣◦●○■–—*+-])|\\?\(?(?P<number>\d{1,3})\\?[.)]|"
    r"\\?\((?P<letter>[a-z]|[ivx]{2,4})\\?\)|"
    r"(?P<bare>[a-z](?=\\?\))|[A-Z](?=\\?[.)]))\\?[.)])[ \t\u00a0]+(?=\S)"
)
_NAME_END = re.compile(r"\s[–—-]\s|—|[:(,;]|(?<![A-Z])\.(?=\s|$)|\*\*")


class Line(NamedTuple):
    """A passage that begins as a line of a list; what follows the sign stands in [start, end)."""

    number: int
    indent: int
    kind: str
    order: str
    start: int
    end: int


def line(text: str, passage: Passage) -> Line | None:
    """The passage as a line of a list, or None."""
    start, end = passage.span
    match = _BULLET.match(text, start, end)
    if not match:
        return None
    begin = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    kind = "sign" if match["sign"] else "number" if match["number"] else "letter"
    if kind == "sign" and match["sign"] not in "*-+":
        kind = match["sign"]
    return Line(
        passage.number,
        start - begin,
        kind,
        match["number"] or match["letter"] or match["bare"] or "",
        match.end(),
        end,
    )


def run(text: str, passages: Sequence[Passage], first: int) -> tuple[list[Line], int]:
    """The lines of one list that begins at passages[first], and the place of the passage after it."""
    head = line(text, passages[first])
    if head is None:
        return [], first
    found, place = [head], first + 1
    while place < len(passages):
        passage = passages[place]
        begin = max(text.rfind("\n", 0, passage.span.start), text.rfind("\r", 0, passage.span.start)) + 1
        indent = passage.span.start - begin
        if passage.kind == "furniture":
            place += 1
            continue
        other = line(text, passage)
        if other is None:
            if indent <= head.indent:
                break
        elif other.indent == head.indent and other.kind == head.kind:
            if head.kind != "sign" and other.order and not _follows(found[-1].order, other.order):
                break
            found.append(other)
        elif other.indent <= head.indent and not (other.kind != head.kind and other.kind in "sign"):
            break
        place += 1
    return found, place


def _follows(one: str, other: str) -> bool:
    """Whether a number or letter comes right after another."""
    if one.isdigit() and other.isdigit():
        return int(other) == int(one) + 1
    return one != other


def name(text: str, start: int, end: int) -> Span:
    """What a line names: up to a dash, colon, comma or bracket, where something is said of it."""
    while start < end and text[start] in "*_[ \n\u00a0":
        start += 1
    match = _NAME_END.search(text, start + 1, min(end, start + 200))
    stop = match.start() if match and match.start() > start + 2 else end
    while stop > start and text[stop - 1] in " \n\u00a0*_;,.":
        stop -= 1
    return Span(start, stop)
