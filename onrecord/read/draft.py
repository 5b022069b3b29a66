"""What a format makes of one document, before it gets its identity, language and passages."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import PassageKind, Span, When
from onrecord.read.layout import Block


@dataclass(slots=True)
class Draft:
    """A decoded document; every field but the text may be missing.

    Attributes:
        kind: the format, as `Document.kind`.
        language: what the source states, unchecked.
        blocks: in order, in code points of `text`.
        markdown: whether the text is marked up as Markdown.
        raw: the bytes to keep beside the text.
    """

    text: str
    kind: str
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    language: str | None = None
    published: When | None = None
    updated: When | None = None
    id: str | None = None
    blocks: tuple[Block, ...] = ()
    markdown: bool = False
    raw: bytes | None = None


class Builder:
    """Puts a text together from typed blocks, a blank line between them."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._blocks: list[Block] = []
        self._length = 0

    def add(self, words: str, kind: PassageKind | None = None) -> None:
        """Append one block; None leaves its kind to the layout. Outer white space is dropped."""
        words = words.strip()
        if not words:
            return
        if self._parts:
            self._parts.append("\n\n")
            self._length += 2
        if kind:
            self._blocks.append(Block(Span(self._length, self._length + len(words)), kind))
        self._parts.append(words)
        self._length += len(words)

    @property
    def text(self) -> str:
        return "".join(self._parts)

    @property
    def blocks(self) -> tuple[Block, ...]:
        return tuple(self._blocks)
