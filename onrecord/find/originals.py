"""A page that says it is a translation says so of every word on it, and a footnote says it of none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.find.languages import en_chain as words
from onrecord.model import Passage, Span

_SAYS = re.compile(words.ORIGINAL)
_NOTE = re.compile(r"\s*[(\[]?\d{1,3}[)\].\s]")
_EDGES = 3  # passages at either end of a text in which its editors speak
_LONGEST = 240  # code points of such a line


def original(text: str, passages: Sequence[Passage]) -> Span | None:
    """Where a page says what it was made from ("originally in Norse", "translated by Ada Berg")."""
    if "ranslat" not in text and "riginal" not in text:
        return None
    body = [p for p in passages if p.kind != "furniture"]
    lines = [*body[:_EDGES], *body[-_EDGES:], *(p for p in passages if p.kind == "furniture")]
    for passage in lines:
        start, end = passage.span
        if end - start <= _LONGEST and not _NOTE.match(text, start, end):
            found = _SAYS.search(text, start, end)
            if found:
                return Span(found.start(), found.end())
    return None
