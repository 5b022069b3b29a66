"""Who a span denotes and what a time expression means: pure functions of what one document shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.link import names
from onrecord.link.entities import Decision, Known, full, resolved, whole
from onrecord.link.facts import Fact, facts
from onrecord.link.roles import office
from onrecord.model import Document, Linked, Matter, Passage, Said, Statement, Time, When

__all__ = [
    "VERSION",
    "Decision",
    "Fact",
    "Known",
    "facts",
    "full",
    "keys",
    "matter",
    "moments",
    "normal",
    "office",
    "resolved",
    "whole",
    "within",
]

keys, normal = names.keys, names.normal

VERSION = 2
HEAD = 12  # passages among which the line that heads a text must stand


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
    from onrecord.link.figures import figures  # words and patterns: only for those who link
    from onrecord.link.saying import dated

    published, found = moments(document, passages, known)
    named, people = figures(document, passages, statements)
    if published and len(published.when.edtf) == 10:  # to the day: as good as printed
        document = replace(document, published=published.when)
    return Linked(tuple(dated(document, passages, named, found)), tuple(people), found, published)


def matter(
    document: Document,
    passages: Sequence[Passage],
    statements: Sequence[Statement],
    times: Sequence[Time],
    published: When | None = None,
    known: Sequence[Fact] = (),
) -> Matter:
    """What a document says of numbers, lists, happenings and counts of time: all that checks compare.

    Args:
        document: with its text; its language decides which words are read.
        passages, statements, times: the document's, in order.
        published: when it was published, or must have been.
        known: dated public facts, as `facts` reads them.

    Returns:
        All but `outlet` and `report`; `voices` has the printed names.
    """
    from onrecord.link import matters  # words and patterns: only for those who check

    return matters.matter(document, passages, statements, times, published, known)


def moments(
    document: Document, passages: Sequence[Passage], known: Sequence[Fact] = ()
) -> tuple[Said | None, tuple[Time, ...]]:
    """When a document without a date must have been published, and its time expressions in order.

    Where an expression counts from a fact ("the 212th day of the war"), that reading of it stands.
    """
    from onrecord.link.clocks import expressions
    from onrecord.link.times import times

    published = None if document.published else _inferred(document, passages, known)
    counted = expressions(document, passages, known)
    plain = times(document, passages, document.published or (published.when if published else None), known)
    free = [time for time in plain if not any(_overlap(time, other) for other in counted)]
    return published, tuple(sorted([*counted, *free], key=lambda time: time.span))


def _inferred(document: Document, passages: Sequence[Passage], known: Sequence[Fact]) -> Said | None:
    """When a text must have been published: the day that heads the record of an event, else by its clocks."""
    from onrecord.link.clocks import inferred
    from onrecord.link.occasions import headed
    from onrecord.link.times import times

    event = headed(document, passages, times(document, passages[:HEAD], None))
    if event:
        return Said(event.when, event.span, f"inferred: {event.basis}")
    return inferred(document, passages, known)


def _overlap(one: Time, other: Time) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end
