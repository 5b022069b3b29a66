"""A text with marked speakers as the document, passages and statements that `figures` takes."""

from __future__ import annotations

import re

from onrecord.link.figures import figures
from onrecord.model import Document, Figure, Passage, PassageKind, Span, Speaker, Statement, digest

_MARK = re.compile(r"<([^<>\n]+)>")
_LABEL = re.compile(r"<([^<>\n]+)>:")
_QUOTED = re.compile(r"“[^”]*”")


def paper(
    marked: str, title: str | None = None, language: str | None = "en"
) -> tuple[Document, list[Passage], list[Statement]]:
    """Paragraphs parted by blank lines; <...> is a statement's speaker, <...>: at the start a turn's label.

    "# " opens a heading. A statement's content is the quotation that holds no mark and stands nearest in its
    paragraph, else the rest of the paragraph.
    """
    text, passages, statements = "", [], []
    for number, block in enumerate(marked.split("\n\n")):
        start = len(text) + 2 if text else 0
        plain = _MARK.sub(r"\1", block.removeprefix("# "))
        label = _LABEL.match(block)
        text += ("\n\n" if text else "") + plain
        kind: PassageKind = "heading" if block.startswith("# ") else "turn" if label else "paragraph"
        shown = Span(start, start + label.end() - 3) if label else None
        passages.append(Passage("d", number, Span(start, len(text)), kind, shown))
        taken = 2 * block.startswith("# ")
        for m in _MARK.finditer(block):
            at = start + m.start() - taken
            taken += 2
            span = Span(at, at + len(m[1]))
            statements.append(
                _statement(
                    number,
                    len(statements),
                    span,
                    Span(start, len(text)),
                    text,
                    bool(label) and m.start() == 0,
                )
            )
    known = digest(text.encode())
    none = None, None, None
    document = Document("d", "d.txt", "d.txt", None, None, title, (), "text", language, *none, text, known)
    return document, passages, statements


def _statement(passage: int, number: int, span: Span, whole: Span, text: str, turn: bool) -> Statement:
    quotes = [Span(*m.span()) for m in _QUOTED.finditer(text, *whole) if not m.start() < span.start < m.end()]
    near = min(quotes, key=lambda q: abs(q.start - span.start), default=None)
    content = Span(span.end + 1, whole.end) if near is None or turn else near
    low = span.of(text).lower()
    speaker = Speaker(span, None if low in ("he", "she", "they", "i", "we") else span.of(text))
    mode = "turn" if turn else "direct" if near else "indirect"
    rule = "turn:label" if turn else "test"
    return Statement(
        f"{number:016x}", "d", passage, (content,), None, speaker, None, (), None, mode, "said", rule, 1.0
    )


def named(marked: str, **more: str | None) -> list[str | None]:
    """The name given to each marked speaker, in the order of the text."""
    return [s.speaker.name if s.speaker else None for s in resolved(marked, **more)[0]]


def kinds(marked: str, **more: str | None) -> list[str | None]:
    """The kind given to each marked speaker."""
    return [s.speaker.kind if s.speaker else None for s in resolved(marked, **more)[0]]


def resolved(marked: str, **more: str | None) -> tuple[list[Statement], list[Figure]]:
    """What `figures` makes of a marked text."""
    return figures(*paper(marked, **more))
