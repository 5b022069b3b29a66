"""Who a span denotes and what a time expression means: pure functions of what one document shows."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.link.clocks import inferred
from onrecord.link.facts import Fact, facts
from onrecord.link.figures import figures
from onrecord.link.saying import dated
from onrecord.link.times import times
from onrecord.model import Document, Linked, Passage, Statement

__all__ = ["VERSION", "Fact", "facts", "times", "within"]

VERSION = 1


def within(
    document: Document,
    passages: Sequence[Passage],
    statements: Sequence[Statement],
    known: Sequence[Fact] = (),
) -> Linked:
    """The statements of a document with who and when filled in, as far as the document itself shows it.

    Args:
        document: its language decides which words are read.
        passages: the document's, in order.
        statements: as `find.statements` gives them.
        known: dated public facts that may serve as clocks, as `facts` reads them.
    """
    published = None if document.published else inferred(document, passages, known)
    moments = times(document, passages, document.published or (published.when if published else None), known)
    named, people = figures(document, passages, statements)
    return Linked(tuple(dated(document, passages, named, moments)), tuple(people), tuple(moments), published)
