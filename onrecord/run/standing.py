"""Where members of families stand is read from texts and statements; each text is read once for many."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from onrecord import trace
from onrecord.model import Span
from onrecord.record import Place, Source, Utterance

TOGETHER = 1_000_000  # code points cut together

_END = re.compile(r"[.!?…](?=\s|$)|[\"“”«»]")
_NEVER = "9999-12-31T23:59:59Z"
_ROOM = 40  # bits of a place in a text

Numbers = NDArray[np.int64]


class Shelf(Protocol):
    """Where documents are kept, which go by the numbers of their rows: a record, or a corpus."""

    def sources(self, documents: Sequence[int]) -> dict[int, Source]:
        """What is known of these documents, by row."""

    def text_of(self, document: int) -> str:
        """The text of the document of this row."""

    def utterances(self, documents: Sequence[int]) -> list[Utterance]:
        """The statements of these documents, in order in each, the documents in the order of their rows."""


class Papers:
    """The documents in which families stand; here they have numbers from 0, in the order of their rows.

    Attributes:
        rows: their rows in the record.
        sources: what is known of each.
        outlets: for each the number of its outlet.
        days: for each the day it was published, as `trace.groups` counts it.
        order: for each its place among all, by the time of publication, unknown last, then by id.
        names: for each the names and host words by which its outlet is known, casefolded.
    """

    def __init__(self, store: Shelf, rows: Numbers) -> None:
        known = store.sources(rows.tolist())
        self.rows = rows
        self.sources = [known[row] for row in rows.tolist()]
        numbers: dict[str, int] = {}
        names = [source.outlet or source.host for source in self.sources]
        self.outlets = np.array([numbers.setdefault(name, len(numbers)) for name in names], np.int64)
        self.days = np.array([_day(source) for source in self.sources], np.int64)
        keys = [(self.published(n), source.id) for n, source in enumerate(self.sources)]
        place = {key: n for n, key in enumerate(sorted(set(keys)))}
        self.order = np.array([place[key] for key in keys], np.int64)
        self.names = [_names(source) for source in self.sources]
        self._store = store
        self._texts: dict[int, str] = {}

    def text(self, document: int) -> str:
        """The text of a document."""
        text = self._texts.get(document)
        if text is None:
            text = self._texts[document] = self._store.text_of(self.sources[document].row)
        return text

    def published(self, document: int) -> str:
        """The first instant at which a document can have been published, after all others if unknown."""
        known = self.sources[document].published
        return known[0] if known else _NEVER

    def forget(self) -> None:
        """Keep no text in mind."""
        self._texts.clear()


def _day(source: Source) -> int:
    try:
        return date.fromisoformat(source.published[0][:10]).toordinal() if source.published else trace.UNDATED
    except ValueError:
        return trace.UNDATED


def _names(source: Source) -> frozenset[str]:
    """By what the outlet of a source is known."""
    parts = source.outlet.casefold(), *source.host.casefold().split(".")
    return frozenset(name for name in parts if len(name) > 2)


class Words:
    """Where the words of some pieces begin and end in their documents' texts."""

    def __init__(self, papers: Papers, places: Sequence[Place]) -> None:
        """Cut pieces, equal texts once; the document of a place is its number here."""
        for document in sorted({place.document for place in places}):
            papers.text(document)  # in their order, in which a store reads them quickest
        numbers: dict[tuple[int, str], int] = {}
        which = []
        for place in places:
            text = papers.text(place.document)[place.start : place.end]
            which.append(numbers.setdefault((place.wording & 1, text), len(numbers)))
        starts, ends, firsts = [np.zeros(0, np.int32)], [np.zeros(0, np.int32)], [np.zeros(0, np.int64)]
        count = 0
        for some in _together(list(numbers)):
            cut, own, _ = trace.rejoined([text for _, text in some], [wording for wording, _ in some])
            starts.append(cut.starts.astype(np.int32))
            ends.append(cut.ends.astype(np.int32))
            firsts.append(own + count)
            count += len(cut.starts)
        self._starts, self._ends = np.concatenate(starts), np.concatenate(ends)
        self._firsts = np.concatenate(firsts)[np.array(which, np.int64)]
        self._begins = np.array([place.start for place in places], np.int64)

    def spans(self, piece: Numbers, start: Numbers, end: Numbers) -> tuple[Numbers, Numbers]:
        """Where words [start, end) of pieces stand: first and past the last code point."""
        first, begins = self._firsts[piece], self._begins[piece]
        return begins + self._starts[first + start], begins + self._ends[first + end - 1]


def _together(texts: Sequence[tuple[int, str]]) -> list[list[tuple[int, str]]]:
    parts: list[list[tuple[int, str]]] = []
    size = TOGETHER
    for one in texts:
        size += len(one[1])
        if size > TOGETHER:
            parts.append([])
            size = len(one[1])
        parts[-1].append(one)
    return parts


class Contents:
    """Finds the statement whose words a stretch is or stands in."""

    def __init__(self, statements: Sequence[Utterance], documents: Sequence[int]) -> None:
        """As `Record.utterances` gives them, with the number of each one's document."""
        rows = [
            (document, start, end, n)
            for n, (one, document) in enumerate(zip(statements, documents, strict=True))
            for start, end in one.content
        ]
        columns = np.array(rows, np.int64).reshape(-1, 4)
        document, start, end, n = columns[np.lexsort(columns.T[::-1])].T
        self._places = (document << _ROOM) | start
        self._reach = np.maximum.accumulate((document << _ROOM) | end)
        self._starts, self._ends, self._statements = start, end, n

    def of(self, document: Numbers, start: Numbers, end: Numbers) -> Numbers:
        """The statement that has most in common with each span, if half of the shorter of both; or -1."""
        high = np.searchsorted(self._places, (document << _ROOM) | end)
        low = np.minimum(np.searchsorted(self._reach, (document << _ROOM) | start, "right"), high)
        at, row = trace.ranges(low, high), np.repeat(np.arange(len(document)), high - low)
        common = np.minimum(self._ends[at], end[row]) - np.maximum(self._starts[at], start[row])
        here, there = self._ends[at] - self._starts[at], (end - start)[row]
        fits = np.flatnonzero((common > 0) & (common * 2 >= np.minimum(here, there)))
        score = common[fits] / np.maximum(here, there)[fits]
        order = fits[np.lexsort((fits, score, row[fits]))]
        found = np.full(len(document), -1, np.int64)
        found[row[order]] = self._statements[at[order]]  # of several of one row the last stays
        return found


def whole(text: str, place: Place, span: Span) -> int:
    """How many words the sentences or quotations have of which a stretch is a part."""
    if span == (place.start, place.end):
        return place.words
    before = _END.split(text[place.start : span.start])[-1]
    after = _END.split(text[span.end : place.end], maxsplit=1)[0]
    return len((before + span.of(text) + after).split())
