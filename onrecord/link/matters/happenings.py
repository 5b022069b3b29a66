"""A happening is what a clause or a noun of doing says took place, will or did not; opinions are none."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from onrecord.link.matters.happening_nouns import noun
from onrecord.link.matters.happening_text import Text
from onrecord.link.matters.happening_times import Dates
from onrecord.link.matters.happening_told import Told
from onrecord.link.matters.happening_verbs import verb
from onrecord.model import Document, Happening, Passage, Span, Statement, Time

_LANGUAGES = ("en", None)
_BESIDE = 40  # code points between a doing and its date that are still shown with it


def happenings(
    document: Document, passages: Sequence[Passage], statements: Sequence[Statement], times: Sequence[Time]
) -> tuple[Happening, ...]:
    """The happenings of a document, in order; furniture has none.

    Args:
        document: with its text; other languages than English have none yet.
        passages, statements, times: the document's, in order.
    """
    if document.language not in _LANGUAGES or not passages:
        return ()
    return tuple(_attributed(list(_found(document.text, passages, times)), statements))


def _found(text: str, passages: Sequence[Passage], times: Sequence[Time]) -> Iterator[Happening]:
    starts = [time.span.start for time in times]
    for passage in passages:
        if passage.kind == "furniture":
            continue
        read = Text(text, passage.span)
        doings = read.doings()
        if not doings:
            continue
        near = times[bisect_left(starts, passage.span.start) : bisect_left(starts, passage.span.end)]
        dates = Dates(read, near)
        for at in doings:
            told = _told(read, dates, at)
            if told is not None:
                yield _happening(read, told, dates.of(told))


def _told(read: Text, dates: Dates, at: int) -> Told | None:
    form = read.words[at].form
    if form is None:
        return None
    told = verb(read, dates, at, form) if form.verb else None
    return told or (noun(read, dates, at, form) if form.noun else None)


def _happening(read: Text, told: Told, time: Time | None) -> Happening:
    end = read.end(told.last)
    if time is not None and end < time.span.end <= end + _BESIDE:
        end = time.span.end
    span, head = Span(read.start(told.first), end), Span(read.start(told.head), read.end(told.head))
    return Happening(span, head, told.act, told.doer, told.object, told.polarity, told.mood, time)


def _attributed(found: Sequence[Happening], statements: Sequence[Statement]) -> Iterator[Happening]:
    """Each happening with the innermost statement whose words hold its head."""
    spans = sorted((c.start, -c.end, s.id) for s in statements for c in s.content)
    held: list[tuple[int, str]] = []
    following = 0
    for happening in found:
        head = happening.head
        while following < len(spans) and spans[following][0] <= head.start:
            held.append((-spans[following][1], spans[following][2]))
            following += 1
        held = [pair for pair in held if pair[0] >= head.end]
        yield _with(happening, min(held)[1]) if held else happening


def _with(told: Happening, statement: str) -> Happening:
    return Happening(
        told.span, told.head, told.act, told.doer, told.object, told.polarity, told.mood, told.time, statement
    )
