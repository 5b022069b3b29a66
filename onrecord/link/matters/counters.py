"""A counter says how much time lies between an event and a day; facts say which day that must be."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.link.facts import Fact
from onrecord.model import Counter, Document, Passage, Time


def counters(
    document: Document, passages: Sequence[Passage], times: Sequence[Time], known: Sequence[Fact]
) -> tuple[Counter, ...]:
    """The counters of a document, in order; furniture has none."""
    return ()
