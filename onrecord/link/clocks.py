"""A text without a printed date gets an interval from its own clocks, and it always says which."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.link.facts import Fact
from onrecord.model import Document, Passage, Said


def inferred(document: Document, passages: Sequence[Passage], known: Sequence[Fact]) -> Said | None:
    """When a document must have been published, from day counts and anniversaries in its text."""
    return None
