"""Every time expression becomes an interval with the reason for it, or is left alone."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.link.facts import Fact
from onrecord.model import Document, Passage, Time, When


def times(
    document: Document, passages: Sequence[Passage], published: When | None, known: Sequence[Fact] = ()
) -> list[Time]:
    """The time expressions of a document that name a calendar interval, in order."""
    return []
