"""Passages come in order, never overlap, and cover every visible character of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.model import Passage, PassageKind, Span

_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")


class Block(NamedTuple):
    """A stretch whose kind the format itself shows (an HTML heading, YAML front matter)."""

    span: Span
    kind: PassageKind


def passages(document: str, text: str, blocks: Sequence[Block] = (), markdown: bool = False) -> tuple[Passage, ...]:
    """The typed passages of a text. Blocks, in order, bound passages and give their kind."""
    out = []
    for m in _PARAGRAPH.finditer(text):
        span = Span(m.start(), m.start() + len(m.group().rstrip()))
        kind = next((b.kind for b in blocks if b.span.start <= span.start < b.span.end), "paragraph")
        out.append(Passage(document, len(out), span, kind))
    return tuple(out)
