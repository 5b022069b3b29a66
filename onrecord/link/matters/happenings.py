"""A happening is what a clause or a noun of doing says took place, will or did not; opinions are none."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Document, Happening, Passage, Statement, Time


def happenings(
    document: Document, passages: Sequence[Passage], statements: Sequence[Statement], times: Sequence[Time]
) -> tuple[Happening, ...]:
    """The happenings of a document, in order; furniture has none."""
    return ()
