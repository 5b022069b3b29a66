"""What a text says of numbers, lists, happenings and counts of time is read once, for every check alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.link.facts import Fact
from onrecord.link.matters.amounts import amounts
from onrecord.link.matters.counters import counters
from onrecord.link.matters.enumerations import enumerations
from onrecord.link.matters.happenings import happenings
from onrecord.model import Document, Matter, Passage, Statement, Time, Voice, When

__all__ = ["matter"]


def matter(
    document: Document,
    passages: Sequence[Passage],
    statements: Sequence[Statement],
    times: Sequence[Time],
    published: When | None = None,
    known: Sequence[Fact] = (),
) -> Matter:
    """A document as checks see it.

    Args:
        document: with its text; its language decides which words are read.
        passages, statements, times: the document's, in order.
        published: when it was published, or must have been.
        known: dated public facts, as `facts` reads them.

    Returns:
        All but `voices`, `outlet` and `report`, which the record knows; `voices` has the printed names.
    """
    voices: Mapping[str, Voice] = {s.id: Voice(s.speaker.name or "") for s in statements if s.speaker}
    return Matter(
        document=document,
        passages=tuple(passages),
        statements=tuple(statements),
        times=tuple(times),
        published=published or document.published,
        voices=voices,
        amounts=amounts(document, passages, times),
        enumerations=enumerations(document, passages),
        happenings=happenings(document, passages, statements, times),
        counters=counters(document, passages, times, known),
    )
