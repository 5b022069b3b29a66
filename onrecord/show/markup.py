"""Text of a source reaches a page escaped, and offsets are code points until the last step.

Marks may overlap in any way: the text is cut at every end of a mark, and each piece says which marks hold it,
so that no element has to cross another. The text of the elements, read back, is the source's: each of its
characters is one in the page, at the same place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup

from onrecord.model import Passage, Span

_UNPRINTABLE = re.compile("[\0\ud800-\udfff]")


class Mark(NamedTuple):
    """What is to be seen of a stretch of text.

    Attributes:
        span: the stretch, in code points of the document.
        kind: its class, a plain word of ours ("content", "cue", "speaker", "time", "dropped", "added", "hit",
            "furniture", ...).
        of: the id of what it belongs to, or "".
        title: what is said when one points at it, or "".
    """

    span: Span
    kind: str
    of: str = ""
    title: str = ""


def marked(text: str, within: Span, marks: Sequence[Mark], anchors: Sequence[tuple[int, str]] = ()) -> Markup:
    """The text of a stretch, escaped, with the marks that meet it.

    Args:
        text: the document's text.
        within: which stretch of it.
        marks: in any order; what lies outside the stretch is left out. Where words of several things that
            have an id overlap, their class is "m-over" too.
        anchors: code points, in order, where an empty element gets an id, for links to the place.
    """
    inside = [mark for mark in marks if mark.span.start < within.end and within.start < mark.span.end]
    inside.sort(key=lambda mark: (mark.span.start, -mark.span.end))
    places = {place for place, _ in anchors if within.start <= place < within.end}
    edges = {edge for mark in inside for edge in mark.span if within.start < edge < within.end}
    pieces, first, open_marks = list[str](), 0, list[Mark]()
    for start, end in pairwise(sorted({*within, *places, *edges})):
        while first < len(inside) and inside[first].span.start <= start:
            open_marks.append(inside[first])
            first += 1
        if start in places:
            named = (name for place, name in anchors if place == start)
            pieces += [f'<span class="at" id="{escape(name)}"></span>' for name in named]
        open_marks = [mark for mark in open_marks if mark.span.end > start]
        pieces.append(_piece(escaped(text[start:end]), open_marks))
    return Markup("".join(pieces))


def _piece(words: str, marks: Sequence[Mark]) -> str:
    if not marks:
        return words
    kinds = dict.fromkeys([f"m-{mark.kind}" for mark in marks])
    ids = dict.fromkeys([mark.of for mark in marks if mark.of])
    if len(ids) > 1 and len({mark.of for mark in marks if mark.of and mark.kind == "content"}) > 1:
        kinds["m-over"] = None
    about = f' data-of="{escape(" ".join(ids))}"' if ids else ""
    titles = dict.fromkeys([mark.title for mark in marks if mark.title])
    hint = f' title="{escape("; ".join(titles))}"' if titles else ""
    return f'<mark class="{" ".join(kinds)}"{about}{hint}>{words}</mark>'


def shared(passages: Sequence[Passage], marks: Sequence[Mark]) -> list[list[Mark]]:
    """For each passage the marks that meet it; both in one sweep, so that long texts cost no more per word.

    Args:
        passages: in order, as in the record.
        marks: in any order.
    """
    waiting = sorted(marks, key=lambda mark: mark.span)
    found, open_marks, first = list[list[Mark]](), list[Mark](), 0
    for passage in passages:
        while first < len(waiting) and waiting[first].span.start < passage.span.end:
            open_marks.append(waiting[first])
            first += 1
        open_marks = [mark for mark in open_marks if mark.span.end > passage.span.start]
        found.append(list(open_marks))
    return found


def escaped(text: str) -> str:
    """Text as HTML that a browser reads back as it is: a carriage return would else become a line feed.

    What HTML cannot hold (lone surrogates, null characters) is one replacement character each, so that
    offsets in the page hold.
    """
    html = escape(_UNPRINTABLE.sub("\ufffd", text))
    return html.replace("\r", "&#13;") if "\r" in html else html
