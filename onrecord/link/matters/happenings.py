"""A happening is what a clause or a noun of doing says took place, will or did not; opinions are none."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from onrecord.link.matters.happening_nouns import noun
from onrecord.link.matters.happening_text import Words
from onrecord.link.matters.happening_times import Dates
from onrecord.link.matters.happening_verbs import verb
from onrecord.model import Document, Happening, Passage, Span, Statement, Time

_LANGUAGES = ("en", None)


def happenings(
    document: Document, passages: Sequence[Passage], statements: Sequence[Statement], times: Sequence[Time]
) -> tuple[Happening, ...]:
    """The happenings of a document, in order; furniture has none.

    Args:
        document: with its text; other languages than English have none yet.
        passages, statements, times: the document's, in order.
    """
    if document.language not in _LANGUAGES:
        return ()
    starts = [time.span.start for time in times]
    found: list[Happening] = []
    for passage in passages:
        if passage.kind != "furniture":
            span = passage.span
            near = times[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
            found += _passage(document, span, near)
    return tuple(_attributed(found, statements))


def _passage(document: Document, span: Span, times: Sequence[Time]) -> Iterator[Happening]:
    read = Words(document.text, span.start, span.end)
    forms = read.forms
    dates: Dates | None = None
    for at, low in enumerate(read.low):
        if low not in forms:
            continue
        if dates is None:
            dates = Dates(read, times)
        form = forms[low]
        told = (verb(read, dates, at, form) if form.verb else None) or (
            noun(read, dates, at, form) if form.noun else None
        )
        if told is None:
            continue
        time = dates.of(told)
        first, last = told.first, told.last
        end = read.ends[last]
        if time is not None and end < time.span.end <= end + 40:
            end = time.span.end
        yield Happening(
            Span(read.starts[first], end),
            Span(read.starts[at], read.ends[at]),
            told.act, told.doer, told.object, told.polarity, told.mood, time,
        )  # fmt: skip


def _attributed(found: Sequence[Happening], statements: Sequence[Statement]) -> Iterator[Happening]:
    """Each happening with the innermost statement whose words hold its head."""
    spans = sorted((c.start, -c.end, s.id) for s in statements for c in s.content)
    open_: list[tuple[int, str]] = []
    following = 0
    for happening in sorted(found, key=lambda h: h.head):
        head = happening.head
        while following < len(spans) and spans[following][0] <= head.start:
            open_.append((-spans[following][1], spans[following][2]))
            following += 1
        open_ = [pair for pair in open_ if pair[0] >= head.end]
        yield _with(happening, min(open_)[1]) if open_ else happening


def _with(happening: Happening, statement: str) -> Happening:
    h = happening
    return Happening(h.span, h.head, h.act, h.doer, h.object, h.polarity, h.mood, h.time, statement)
