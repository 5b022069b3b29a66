"""A text as the checks of the calendar see it: paragraphs parted by blank lines, times and counters read."""

from __future__ import annotations

from onrecord.check.contract import Check
from onrecord.link import facts, within
from onrecord.link.matters.counters import counters
from onrecord.model import (
    Document,
    Finding,
    Matter,
    Passage,
    PassageKind,
    Span,
    Speaker,
    Statement,
    When,
    digest,
)
from onrecord.text.dates import when


def matter(
    text: str,
    published: str | None = "2031-05-10",
    kind: PassageKind = "paragraph",
    statements: tuple[Statement, ...] = (),
    id: str = "d",
) -> Matter:
    """The matter of a text of one sort of passages, published on a date as `text.dates.when` reads it."""
    known: When | None = when(published) if published else None
    document = Document(
        id, "d.txt", "/d.txt", None, None, None, (), "text", "en",
        known, None, None, text, digest(text.encode("utf-8", "replace")),
    )  # fmt: skip
    passages, start = [], 0
    for block in text.split("\n\n"):
        if block.strip():
            passages.append(Passage(id, len(passages), Span(start, start + len(block)), kind))
        start += len(block) + 2
    linked = within(document, passages, list(statements), facts())
    return Matter(
        document=document,
        passages=tuple(passages),
        statements=tuple(linked.statements),
        times=tuple(linked.times),
        published=known,
        counters=counters(document, passages, linked.times, facts()),
    )


def said(text: str, cue: str, speaker: str, content: str) -> Statement:
    """An indirect statement by the words of its parts, each of which stands once in the text."""
    spans = [Span(text.index(part), text.index(part) + len(part)) for part in (cue, speaker, content)]
    return Statement(
        "s", "d", 0, (spans[2],), spans[0], Speaker(spans[1], speaker, "person"), None, (), None,
        "indirect", "said", "test", 1.0,
    )  # fmt: skip


def found(check: Check, text: str, published: str | None = "2031-05-10") -> list[Finding]:
    """What a check finds within a text."""
    return list(check.within(matter(text, published))) if check.within else []


def shown(text: str, finding: Finding) -> list[str]:
    """The passages of a finding as they are printed."""
    return [each.span.of(text) for each in finding.passages]
