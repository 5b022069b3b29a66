"""Statements are spans of the document they were found in, in order, the same for the same text."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.find.finder import Finder
from onrecord.model import Document, Passage, Statement

__all__ = ["VERSION", "statements"]

VERSION = 1


def statements(document: Document, passages: Sequence[Passage]) -> list[Statement]:
    """Every statement of a document, in the order of the text.

    Args:
        document: its language decides which lexicon is used; where there is none, only marks, labels and
            layout are read.
        passages: the document's, in order.
    """
    return Finder(document, passages).statements()
