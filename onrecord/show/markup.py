"""Text of a source reaches a page escaped, and offsets are code points until the last step.

Marks may overlap in any way: the text is cut at every end of a mark, and each piece says which marks hold it,
so that no element has to cross another.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup, escape

from onrecord.model import Span


class Mark(NamedTuple):
    """What is to be seen of a stretch of text.

    Attributes:
        span: the stretch, in code points of the document.
        kind: its class ("content", "cue", "speaker", "time", "dropped", "added", "hit", "furniture", ...).
        of: the id of what it belongs to, or "".
        title: what is said when one points at it, or "".
    """

    span: Span
    kind: str
    of: str = ""
    title: str = ""


def marked(text: str, within: Span, marks: Sequence[Mark]) -> Markup:
    """The text of a stretch, escaped, with the marks that meet it.

    Args:
        text: the document's text.
        within: which stretch of it.
        marks: in any order; what lies outside the stretch is left out.
    """
    inside = [
        mark._replace(span=Span(max(mark.span.start, within.start), min(mark.span.end, within.end)))
        for mark in marks
        if mark.span.start < within.end and within.start < mark.span.end
    ]
    inside.sort(key=lambda mark: (mark.span.start, -mark.span.end))
    cuts = sorted({within.start, within.end, *(edge for mark in inside for edge in mark.span)})
    pieces, first, open_marks = [], 0, list[Mark]()
    for start, end in pairwise(cuts):
        while first < len(inside) and inside[first].span.start <= start:
            open_marks.append(inside[first])
            first += 1
        open_marks = [mark for mark in open_marks if mark.span.end > start]
        pieces.append(_piece(escape(_printable(text[start:end])), open_marks))
    return Markup("").join(pieces)


def _piece(words: Markup, marks: Sequence[Mark]) -> Markup:
    if not marks:
        return words
    kinds = " ".join(dict.fromkeys(f"m-{mark.kind}" for mark in marks))
    ids = " ".join(dict.fromkeys(mark.of for mark in marks if mark.of))
    title = "; ".join(dict.fromkeys(mark.title for mark in marks if mark.title))
    about = Markup(' data-of="{}"').format(ids) if ids else Markup("")
    hint = Markup(' title="{}"').format(title) if title else Markup("")
    return Markup('<mark class="{}"{}{}>{}</mark>').format(kinds, about, hint, words)


def _printable(text: str) -> str:
    """Lone surrogates have no UTF-8; each stays one character, so that offsets in the page hold."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if _lone(text) else text


def _lone(text: str) -> bool:
    return any("\ud800" <= c <= "\udfff" for c in text) if not text.isascii() else False
