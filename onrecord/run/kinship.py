"""Families are made anew around whatever changed, and only there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from itertools import accumulate
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord import trace
from onrecord.model import Order, Span
from onrecord.record import FamilyRows, Place, Record, Source, Utterance

EVERYWHERE = 20  # reports of one outlet in a family that make it a formula
MEMBERS = 100_000  # places of families that are made together, so that memory stays flat
TOGETHER = 1_000_000  # code points cut together

_END = re.compile(r"[.!?…](?=\s|$)|[\"“”«»]")
_NEVER = "9999-12-31T23:59:59Z"


class _Stand(NamedTuple):
    """A member to be: where it stands, the statement it is or stands in, and all that shows its order."""

    document: int
    span: Span
    wording: int
    statement: str | None
    dated: trace.Dated


def families(store: Record) -> int:
    """Make the families anew of which a wording was stirred; gives how many there are then."""
    stirred = store.stirred()
    if not stirred:
        return 0
    with store.whole():
        wordings, likenesses = _closure(store, stirred)
        places: dict[int, list[Place]] = defaultdict(list)
        for place in store.places(wordings):
            places[place.wording].append(place)
        documents = sorted({place.document for found in places.values() for place in found})
        texts = _Texts(store, store.sources(documents))
        rows = list(_families(places, likenesses, texts))
        store.replace_families(wordings, rows)
    return len(rows)


def _closure(store: Record, stirred: Sequence[int]) -> tuple[list[int], list[trace.Likeness]]:
    """All wordings that are connected with the stirred ones, or were, with what connects them."""
    known = set(stirred) | store.kin(stirred)
    likenesses: set[trace.Likeness] = set()
    edge = sorted(known)
    while edge:
        found = {trace.Likeness(*row) for row in store.likenesses(edge)}
        likenesses |= found
        edge = sorted({w for like in found for w in like[:2]} - known)
        known.update(edge)
    return sorted(known), sorted(likenesses)


def _families(
    places: Mapping[int, Sequence[Place]], likenesses: Sequence[trace.Likeness], texts: _Texts
) -> Iterator[FamilyRows]:
    holders = {w: sorted({place.document for place in found}) for w, found in places.items()}
    sizes = {w: found[0].words for w, found in places.items()}
    alive = [like for like in likenesses if like.one in places and like.other in places]
    seen = {row: texts.seen(row) for row in texts.sources}
    groups = trace.groups(holders, sizes, alive, seen)
    waiting: list[trace.Group] = []
    count = 0
    for group in groups:
        waiting.append(group)
        count += sum(len(places[node.wording]) for node in group.nodes)
        if count >= MEMBERS:
            yield from _some(waiting, places, sizes, texts)
            waiting, count = [], 0
    yield from _some(waiting, places, sizes, texts)


def _some(
    groups: Sequence[trace.Group],
    places: Mapping[int, Sequence[Place]],
    sizes: Mapping[int, int],
    texts: _Texts,
) -> Iterator[FamilyRows]:
    """Some families, after which nothing of their texts is kept in mind."""
    parts = {n.wording for group in groups for n in group.nodes if n.end - n.start < sizes[n.wording]}
    for group in groups:
        for like in group.likenesses:
            if like.one_end - like.one_start < sizes[like.one]:
                parts.add(like.one)
            if like.other_end - like.other_start < sizes[like.other]:
                parts.add(like.other)
    texts.load(place for wording in sorted(parts) for place in places[wording])
    for group in groups:
        yield _family(group, places, texts)
    texts.forget()


def _family(group: trace.Group, places: Mapping[int, Sequence[Place]], texts: _Texts) -> FamilyRows:
    """The rows of one family."""
    stands: dict[tuple[int, Span], _Stand] = {}
    of_node: dict[trace.Node, list[_Stand]] = {}
    for node in group.nodes:
        here = [texts.stand(place, node.start, node.end) for place in places[node.wording]]
        for stand in here:
            stands.setdefault((stand.document, stand.span), stand)
        of_node[node] = sorted(here, key=texts.order)
    ordered = sorted(stands.values(), key=texts.order)
    number = {(stand.document, stand.span): n for n, stand in enumerate(ordered)}
    reports = _reports([stand.document for stand in ordered], texts)
    formula = group.formula or _everywhere(reports, texts)
    hops = _hops(group, of_node, places, texts)
    hop_rows = {}
    for earlier, later, spans_, basis in hops:
        a, b = number[earlier.document, earlier.span], number[later.document, later.span]
        hop_rows[b, a, spans_[0].start] = (a, b, *spans_[0], *spans_[1], basis)
    members = [
        (n, s.document, *s.span, s.statement, reports[s.document], s.wording) for n, s in enumerate(ordered)
    ]
    kind = "formula" if formula else "passage"
    if not formula and any(stand.statement for stand in ordered):
        kind = "statement"
    sources = {texts.sources[stand.document] for stand in ordered}
    days = [texts.days(stand) for stand in ordered]
    known = [day for day in days if day]
    head = (
        _id(group.formula, ordered, texts),
        kind,
        len(members),
        len(reports),
        len(set(reports.values())),
        len({source.outlet or source.host for source in sources} - {""}),
        min((day[0] for day in known), default=None),
        max((day[1] for day in known), default=None),
    )
    return FamilyRows(head, members, list(hop_rows.values()))


def _everywhere(reports: Mapping[int, int], texts: _Texts) -> bool:
    """Whether one outlet has these words, or words like them, in report after report over a long time."""
    outlets: dict[str, dict[int, int]] = defaultdict(dict)
    days: dict[str, list[int]] = defaultdict(list)
    for document, report in reports.items():
        outlet, day = texts.seen(document)
        outlets[outlet][report] = document
        if day is not None:
            days[outlet].append(day)
    return any(
        len(found) >= EVERYWHERE and (not days[o] or max(days[o]) - min(days[o]) >= trace.SPREAD)
        for o, found in outlets.items()
    )


def _id(formula: bool, stands: Sequence[_Stand], texts: _Texts) -> str:
    """The smallest digest of a member: it changes seldom as the family grows."""
    names = (f"{formula}\0{texts.sources[s.document].id}\0{s.span.start}\0{s.span.end}" for s in stands)
    return min(blake2b(n.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest() for n in names)


def _reports(documents: Sequence[int], texts: _Texts) -> dict[int, int]:
    once = tuple(dict.fromkeys(documents))
    numbers = texts.reports.get(once)
    if numbers is None:
        numbers = trace.reports([texts.sources[document].sketch for document in once])
        texts.reports[once] = numbers  # a text of thirty paragraphs is reprinted with thirty families
    return dict(zip(once, numbers, strict=True))


def _hops(
    group: trace.Group,
    of_node: Mapping[trace.Node, Sequence[_Stand]],
    places: Mapping[int, Sequence[Place]],
    texts: _Texts,
) -> Iterator[tuple[_Stand, _Stand, tuple[Span, Span], Order]]:
    """Which member repeats which, with the words on both sides."""
    by_wording: dict[int, list[trace.Node]] = defaultdict(list)
    for node in group.nodes:
        by_wording[node.wording].append(node)
        first = of_node[node][0]
        for later in of_node[node][1:]:
            if later.document != first.document:
                yield _directed(first, later, (first.span, later.span))
    for like in group.likenesses:
        one = _covering(by_wording[like.one], like.one_start, like.one_end)
        other = _covering(by_wording[like.other], like.other_start, like.other_end)
        pair = next(
            ((a, b) for a in of_node[one][:2] for b in of_node[other][:2] if a.document != b.document), None
        )
        if pair:
            a, b = pair
            near = texts.part(a, places[one.wording], like.one_start, like.one_end)
            far = texts.part(b, places[other.wording], like.other_start, like.other_end)
            yield _directed(a, b, (near, far))


def _directed(
    one: _Stand, other: _Stand, sides: tuple[Span, Span]
) -> tuple[_Stand, _Stand, tuple[Span, Span], Order]:
    before, basis = trace.direction(one.dated, other.dated)
    if before:
        return one, other, sides, basis
    return other, one, (sides[1], sides[0]), basis


def _covering(nodes: Sequence[trace.Node], start: int, end: int) -> trace.Node:
    return next(node for node in nodes if node.start <= start and end <= node.end)


class _Texts:
    """The texts and statements in which families stand, each read when it is first asked for."""

    def __init__(self, store: Record, sources: Mapping[int, Source]) -> None:
        self.sources = sources
        self.reports: dict[tuple[int, ...], list[int]] = {}
        self._store = store
        self._texts: dict[int, str] = {}
        self._words: dict[tuple[int, int, int], tuple[NDArray[np.int32], NDArray[np.int32]]] = {}
        self._stands: dict[tuple[int, Span], _Stand] = {}
        self._said: dict[int, _Contents] = {}

    def forget(self) -> None:
        """Keep nothing in mind."""
        for kept in (self.reports, self._texts, self._words, self._stands, self._said):
            kept.clear()

    def seen(self, document: int) -> trace.Seen:
        """What formulas are known by."""
        source = self.sources[document]
        day = None
        if source.published:
            try:
                day = date.fromisoformat(source.published[0][:10]).toordinal()
            except ValueError:
                day = None
        return trace.Seen(source.outlet or source.host, day)

    def order(self, stand: _Stand) -> tuple[str, str, str, int]:
        """Earliest first, those of unknown date last; the rest is arbitrary, but always the same."""
        said, published = stand.dated.said, stand.dated.published
        when = said or published
        return (
            when[0] if when else _NEVER,
            published[0] if published else _NEVER,
            self.sources[stand.document].id,
            stand.span.start,
        )

    def days(self, stand: _Stand) -> tuple[str, str] | None:
        """The first and last day of a member."""
        when = stand.dated.said or stand.dated.published
        return (when[0][:10], when[1][:10]) if when else None

    def stand(self, place: Place, start: int, end: int) -> _Stand:
        """The member that words [start, end) of a piece make."""
        span = self._span(place, start, end)
        found = self._stands.get((place.document, span))
        if found is None:
            found = self._stands[place.document, span] = self._made(place, span)
        return found

    def part(self, stand: _Stand, places: Sequence[Place], start: int, end: int) -> Span:
        """Words [start, end) of the piece in which a member stands."""
        for place in places:
            if place.document == stand.document and place.start <= stand.span.start < place.end:
                return self._span(place, start, end)
        return stand.span

    def _span(self, place: Place, start: int, end: int) -> Span:
        if start == 0 and end >= place.words:
            return Span(place.start, place.end)
        starts, ends = self._words[place.document, place.start, place.wording]
        return Span(place.start + int(starts[start]), place.start + int(ends[end - 1]))

    def load(self, places: Iterable[Place]) -> None:
        """Have at hand where the words of these pieces stand, many cut at a time."""
        waiting: list[tuple[Place, str]] = []
        size = 0
        for place in places:
            text = self._text(place.document)[place.start : place.end]
            waiting.append((place, text))
            size += len(text) + 1
            if size > TOGETHER:
                self._cut(waiting)
                waiting, size = [], 0
        self._cut(waiting)

    def _cut(self, waiting: Sequence[tuple[Place, str]]) -> None:
        cut, firsts, lasts = trace.rejoined(
            [text for _, text in waiting], [place.wording for place, _ in waiting]
        )
        starts, ends = cut.starts.astype(np.int32), cut.ends.astype(np.int32)
        for n, (place, _) in enumerate(waiting):
            here = slice(int(firsts[n]), int(lasts[n]))
            self._words[place.document, place.start, place.wording] = starts[here], ends[here]

    def _text(self, document: int) -> str:
        text = self._texts.get(document)
        if text is None:
            text = self._texts[document] = self._store.text_of(document)
        return text

    def _whole(self, place: Place, span: Span) -> int:
        """How many words the sentences or quotations have of which a stretch is a part."""
        if span == (place.start, place.end):
            return place.words
        text = self._text(place.document)
        before = _END.split(text[place.start : span.start])[-1]
        after = _END.split(text[span.end : place.end], maxsplit=1)[0]
        return len((before + span.of(text) + after).split())

    def _made(self, place: Place, span: Span) -> _Stand:
        source = self.sources[place.document]
        contents = self._said.get(place.document)
        if contents is None:
            contents = self._said[place.document] = _Contents(self._store.utterances(place.document))
        statement = contents.of(span)
        via: frozenset[str] = frozenset()
        if statement and statement.via:
            text = self._text(place.document)
            via = frozenset(relay.of(text).casefold() for relay in statement.via)
        outlet = frozenset(
            name for name in (source.outlet.casefold(), *source.host.casefold().split(".")) if len(name) > 2
        )
        whole = self._whole(place, span)
        dated = trace.Dated(statement.said if statement else None, source.published, outlet, via, whole)
        return _Stand(place.document, span, place.wording, statement.id if statement else None, dated)


class _Contents:
    """Finds the statement whose words a stretch is or stands in."""

    def __init__(self, statements: Sequence[Utterance]) -> None:
        spans_ = sorted((span.start, span.end, n) for n, s in enumerate(statements) for span in s.content)
        self._statements = statements
        self._spans = spans_
        self._reach = list(accumulate((end for _, end, _ in spans_), max))

    def of(self, span: Span) -> Utterance | None:
        """The statement that has most in common with the span, if that is half of the shorter of both."""
        best, score = None, 0.0
        at = bisect_left(self._spans, (span.end,)) - 1
        while at >= 0 and self._reach[at] > span.start:
            start, end, n = self._spans[at]
            common = min(end, span.end) - max(start, span.start)
            sizes = end - start, span.end - span.start
            if common * 2 >= min(sizes) and common > 0 and common / max(sizes) > score:
                best, score = n, common / max(sizes)
            at -= 1
        return None if best is None else self._statements[best]
