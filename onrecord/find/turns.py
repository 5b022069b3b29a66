"""A turn's words run from its label to the next; headings and furniture within are left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Passage, Span

_AFTER_LABEL = re.compile(r"(?:\s*[\[(][^()\[\]\n]{1,60}[\])](?=[\s*_]*:))?[\s*_]*[:.]?[\s*_:]*")


def content_start(text: str, passage: Passage) -> int:
    """The first code point of a passage's own words, after the label that opens it."""
    if passage.label is None or not passage.span.start <= passage.label.start < passage.span.end:
        return passage.span.start
    match = _AFTER_LABEL.match(text, passage.label.end, passage.span.end)
    return match.end() if match else passage.label.end


def turns(text: str, passages: Sequence[Passage]) -> list[tuple[Passage, tuple[Span, ...]]]:
    """Each turn as (its first passage, its words), a span for each run of passages that nothing parts."""
    out: list[tuple[Passage, list[Span]]] = []
    previous = -2
    for passage in passages:
        if passage.kind != "turn" or passage.label is None:
            continue
        start = content_start(text, passage)
        opens = start != passage.span.start
        if opens or not out or out[-1][0].label != passage.label:
            out.append((passage, [Span(start, passage.span.end)] if start < passage.span.end else []))
        elif previous == passage.number - 1 and out[-1][1]:
            out[-1][1][-1] = Span(out[-1][1][-1].start, passage.span.end)
        else:
            out[-1][1].append(Span(start, passage.span.end))
        previous = passage.number
    return [(passage, tuple(spans)) for passage, spans in out if spans]
