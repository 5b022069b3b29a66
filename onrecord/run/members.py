"""A member of a family is a place where its words stand; a hop joins two of different documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord import trace
from onrecord.model import Order, Span
from onrecord.record import Place, Utterance
from onrecord.run.standing import Contents, Papers, Shelf, Words, whole

Numbers = NDArray[np.int64]


class Places(NamedTuple):
    """All pieces that families can be made of, sorted.

    Attributes:
        wording, document: the number of each one's wording, and that of its document.
        start, end: code points of the text.
        words: how many it has.
        digests: for each wording, what it is called in the record.
    """

    wording: Numbers
    document: Numbers
    start: Numbers
    end: Numbers
    words: Numbers
    digests: Numbers

    def some(self, which: Numbers) -> list[Place]:
        """Some of them as the record has them, with the numbers of their documents."""
        columns = self.digests[self.wording[which]], *(column[which] for column in self[1:-1])
        return list(map(Place._make, zip(*(column.tolist() for column in columns), strict=True)))


class Part(NamedTuple):
    """Some groups, numbered from 0, with what connects them.

    Attributes:
        groups: how many.
        nodes: rows of group, wording, and words [start, end); sorted.
        likenesses: rows of group, one, other, words [start, end) of one and of the other; sorted by group.
    """

    groups: int
    nodes: Numbers
    likenesses: Numbers


class _Stands(NamedTuple):
    """Nodes in all their places: their places in order, the nodes in order.

    Attributes:
        group, node: of each.
        place, document: the piece, and the number of its document.
        start, end: code points of the text.
        statement: the number of the statement that it is or stands in, or -1.
        keys: columns by which they are ordered, the weightiest first.
    """

    group: Numbers
    node: Numbers
    place: Numbers
    document: Numbers
    start: Numbers
    end: Numbers
    statement: Numbers
    keys: tuple[Numbers, ...]


class Members:
    """The members of some groups, in order in each, and the hops between them.

    Attributes:
        edges: for each group which of the members are its own, [first, last).
        documents: the number of each one's document.
        days: the first and the last day of each, as far as they are known.
        rows: of each where it stands, the statement that it is or stands in, and its wording.
        hops: for each group its hops, as the record has them.
    """

    def __init__(self, store: Shelf, papers: Papers, places: Places, part: Part) -> None:
        self._papers, self._places = papers, places
        wording = part.nodes[:, 1]
        low, high = (
            np.searchsorted(places.wording, wording),
            np.searchsorted(places.wording, wording, "right"),
        )
        node, place = np.repeat(np.arange(len(wording)), high - low), trace.ranges(low, high)
        self._words, self._piece = _cut(papers, places, part)
        start, end = self._spans(place, part.nodes[node, 2], part.nodes[node, 3])
        document = places.document[place]
        present = trace.distinct(document)
        self._said = store.utterances(papers.rows[present].tolist())
        where = np.searchsorted(papers.rows, np.array([one.document for one in self._said], np.int64))
        statement = Contents(self._said, where.tolist()).of(document, start, end)
        keys = (*_times(papers, present, self._said, document, statement), start)
        self._all = _Stands(part.nodes[node, 0], node, place, document, start, end, statement, keys)
        self._stands = list(zip(document.tolist(), statement.tolist(), strict=True))
        self._dated: dict[int, trace.Dated] = {}
        self._number()
        self.hops = self._hops(part)

    def _number(self) -> None:
        """Put the members of each group in order; nodes that stand in one place are one member."""
        every = self._all
        columns = (every.group, every.document, every.start, every.end)
        order = np.lexsort(columns[::-1])
        fresh = np.ones(len(order), np.bool_)
        fresh[1:] = np.any([column[order[1:]] != column[order[:-1]] for column in columns], axis=0)
        member = np.empty(len(order), np.int64)
        member[order] = np.cumsum(fresh) - 1
        first = order[fresh]
        ordered = np.lexsort((first, *(key[first] for key in every.keys[::-1]), every.group[first]))
        chosen = first[ordered]
        group = every.group[chosen]
        edges = np.searchsorted(group, np.arange(int(group[-1]) + 2 if len(group) else 1))
        number = np.empty(len(first), np.int64)
        number[ordered] = np.arange(len(first)) - edges[group]
        self._numbers = number[member]
        self.edges = list(zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True))
        self.documents = every.document[chosen].tolist()
        statements = [self._said[n] if n >= 0 else None for n in every.statement[chosen].tolist()]
        whens = [
            (said.said if said else None) or self._papers.sources[document].published
            for said, document in zip(statements, self.documents, strict=True)
        ]
        self.days = [(when[0][:10], when[1][:10]) if when else None for when in whens]
        digests = self._places.digests[self._places.wording[every.place[chosen]]]
        ids = [said.id if said else None for said in statements]
        self.rows = list(
            zip(every.start[chosen].tolist(), every.end[chosen].tolist(), ids, digests.tolist(), strict=True)
        )

    def _hops(self, part: Part) -> list[list[tuple[Any, ...]]]:
        """Which member repeats which, with the words on both sides."""
        every = self._all
        order = np.lexsort((*every.keys[::-1], every.node))
        edges = np.searchsorted(every.node, np.arange(len(part.nodes) + 1))
        first = order[edges[every.node]]
        apart = every.document[order] != every.document[first]
        one, other = first[apart], order[apart]
        spans = every.start[one], every.end[one], every.start[other], every.end[other]
        again = np.column_stack([every.group[one], one, other, *spans])
        one, other, likenesses = self._met(part, order, edges)
        near = self._spans(every.place[one], likenesses[:, 3], likenesses[:, 4])
        far = self._spans(every.place[other], likenesses[:, 5], likenesses[:, 6])
        alike = np.column_stack([likenesses[:, 0], one, other, *near, *far])
        table = np.concatenate([again, alike])
        found: list[dict[tuple[int, int, int], tuple[Any, ...]]] = [{} for _ in range(part.groups)]
        numbers = self._numbers.tolist()
        for group, a, b, *sides in table[np.argsort(table[:, 0], kind="stable")].tolist():
            before, basis = self._direction(a, b)
            if not before:
                a, b, sides = b, a, [*sides[2:], *sides[:2]]
            earlier, later = numbers[a], numbers[b]
            found[group][later, earlier, sides[0]] = (earlier, later, *sides, basis)
        return [list(hops.values()) for hops in found]

    def _met(self, part: Part, order: Numbers, edges: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        """For each likeness the members it joins, where there are two of different documents."""
        likenesses = part.likenesses
        sides = []
        for side, start, end in ((1, 3, 4), (2, 5, 6)):
            node = _covering(part.nodes, likenesses[:, [0, side, start, end]])
            first = edges[node]
            second = np.where(first + 1 < edges[node + 1], first + 1, first)
            sides.append((order[first], order[second]))
        document = self._all.document
        one, other = sides[0][0].copy(), sides[1][0].copy()
        open_ = document[one] == document[other]
        for a, b in ((0, 1), (1, 0), (1, 1)):
            here, there = sides[0][a], sides[1][b]
            fits = open_ & (document[here] != document[there])
            one[fits], other[fits] = here[fits], there[fits]
            open_ &= ~fits
        return one[~open_], other[~open_], likenesses[~open_]

    def _spans(self, place: Numbers, start: Numbers, end: Numbers) -> tuple[Numbers, Numbers]:
        """Where words [start, end) of pieces stand."""
        low, high = self._places.start[place].copy(), self._places.end[place].copy()
        partial = np.flatnonzero((start > 0) | (end < self._places.words[place]))
        piece = self._piece[place[partial]]
        low[partial], high[partial] = self._words.spans(piece, start[partial], end[partial])
        return low, high

    def _direction(self, one: int, other: int) -> tuple[bool, Order]:
        """Whether `one` is the earlier of two, and what shows it."""
        here, there = self._known(one), self._known(other)
        before, basis = trace.direction(here, there)
        if basis != "unknown":
            return before, basis
        return trace.direction(
            replace(here, words=self._whole(one)), replace(there, words=self._whole(other))
        )

    def _known(self, n: int) -> trace.Dated:
        """All that shows the order of a member, but how many words it has."""
        found = self._dated.get(n)
        if found is None:
            document, statement = self._stands[n]
            said: Utterance | None = self._said[statement] if statement >= 0 else None
            via: frozenset[str] = frozenset()
            if said and said.via:
                text = self._papers.text(document)
                via = frozenset(relay.of(text).casefold() for relay in said.via)
            published, outlet = self._papers.sources[document].published, self._papers.names[document]
            found = self._dated[n] = trace.Dated(said.said if said else None, published, outlet, via, 0)
        return found

    def _whole(self, n: int) -> int:
        [place] = self._places.some(self._all.place[n : n + 1])
        span = Span(int(self._all.start[n]), int(self._all.end[n]))
        if span == (place.start, place.end):
            return place.words
        return whole(self._papers.text(place.document), place, span)


def _cut(papers: Papers, places: Places, part: Part) -> tuple[Words, Numbers]:
    """Where the words stand of pieces of which only a part is looked at; for each place its number there."""
    sizes = places.words[np.searchsorted(places.wording, np.arange(len(places.digests)))]
    cut = np.zeros(len(sizes), np.bool_)
    for table, side, start, end in (
        (part.nodes, 1, 2, 3),
        (part.likenesses, 1, 3, 4),
        (part.likenesses, 2, 5, 6),
    ):
        wording = table[:, side]
        cut[wording[table[:, end] - table[:, start] < sizes[wording]]] = True
    wanted = np.flatnonzero(cut[places.wording])
    number = np.full(len(places.wording), -1, np.int64)
    number[wanted] = np.arange(len(wanted))
    return Words(papers, places.some(wanted)), number


def _times(
    papers: Papers, present: Numbers, said: Sequence[Utterance], document: Numbers, statement: Numbers
) -> tuple[Numbers, Numbers]:
    """What members are ordered by: when they were said, or else published; then their documents' order."""
    published = {n: papers.published(n) for n in present.tolist()}
    spoken = [one.said[0] if one.said else None for one in said]
    instants = {when: n for n, when in enumerate(sorted({*published.values(), *filter(None, spoken)}))}
    printed = np.full(len(papers.rows), -1, np.int64)
    printed[present] = [instants[when] for when in published.values()]
    own = np.array([instants[when] if when else -1 for when in spoken] + [-1], np.int64)[statement]
    return np.where(own >= 0, own, printed[document]), papers.order[document]


def _covering(nodes: Numbers, asked: Numbers) -> Numbers:
    """The first node of a group and a wording that holds words [start, end), for rows of these four."""
    most = int(nodes[:, 1].max(initial=0)) + 1
    places = nodes[:, 0] * most + nodes[:, 1]
    wanted = asked[:, 0] * most + asked[:, 1]
    low, high = np.searchsorted(places, wanted), np.searchsorted(places, wanted, "right")
    at, row = trace.ranges(low, high), np.repeat(np.arange(len(asked)), high - low)
    fits = np.flatnonzero((nodes[at, 2] <= asked[row, 2]) & (asked[row, 3] <= nodes[at, 3]))[::-1]
    found = np.empty(len(asked), np.int64)
    found[row[fits]] = at[fits]  # of several the first, which comes last, stays
    return found
