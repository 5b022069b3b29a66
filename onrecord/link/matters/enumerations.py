"""An enumeration has at least two items of one sort, and says whether they are all there are."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Document, Enumeration, Passage


def enumerations(document: Document, passages: Sequence[Passage]) -> tuple[Enumeration, ...]:
    """The enumerations of a document, in order; furniture has none."""
    return ()
