"""An amount is a number with what limits it, its unit and what it counts; a date or a year is none."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Amount, Document, Passage, Time


def amounts(document: Document, passages: Sequence[Passage], times: Sequence[Time]) -> tuple[Amount, ...]:
    """The amounts of a document, in order; what stands in a time expression or in furniture is none."""
    return ()
