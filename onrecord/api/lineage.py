"""How words went from text to text, a part at a time, so that a family of thousands costs what it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from onrecord import run
from onrecord.api.listing import Place, listed, reading
from onrecord.api.traces import ShownHop, ShownMember
from onrecord.errors import UsageError
from onrecord.model import Hop, Member, Order, Span
from onrecord.record import FamilyFilter, FamilyHead, FamilyListed, FamilySpot, FamilySpread, HopRow, Outline

LARGE = 300  # places above which copies are not folded and a timeline counts them


class Way(NamedTuple):
    """A place of a family in time, and where its words came from.

    Attributes:
        spot: the place.
        stands: the position of the place that stands for it when copies of whole documents are folded.
        sources: the positions of those it repeats, the longest stretch first.
    """

    spot: FamilySpot
    stands: int
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Lineage:
    """A part of a family, and an outline of the whole.

    Attributes:
        head: the family.
        folded: whether copies of whole documents are folded into the first of them.
        total: how many places stand for themselves: all, where nothing is folded.
        statements: how many of all places are, or stand in, a statement; None for a large family.
        fullest: the position of the place with the most words; None for a large family.
        offset: how many of those that stand for themselves come before the part.
        members: the part, earliest first.
        ways: every place in time, in order; none for a large family.
        spread: instead of them, for a large family, how many places an outlet has in a month.
    """

    head: FamilyHead
    folded: bool
    total: int
    statements: int | None
    fullest: int | None
    offset: int
    members: tuple[ShownMember, ...]
    ways: tuple[Way, ...] = ()
    spread: tuple[FamilySpread, ...] = ()


class Compared(NamedTuple):
    """Two places of a family beside one another; the hop says what differs."""

    earlier: ShownMember
    later: ShownMember
    hop: Hop


def families_listed(record: Place, filter: FamilyFilter | None = None) -> Iterator[FamilyListed]:
    """The families of a record that pass the filter, as `families`, without their members.

    Raises:
        RecordError: the record cannot be opened.
        UsageError: the filter means nothing.
    """
    return listed(record, lambda store: store.family_heads(filter or FamilyFilter()))


def lineage(record: Place, id: str, unfold: bool = False, offset: int = 0, limit: int = 50) -> Lineage:
    """A part of a family with what each place changed, and an outline of the whole.

    Args:
        record: the record's file.
        id: the family's whole id.
        unfold: show copies of whole documents each by itself; those of a large family always are.
        offset, limit: which part: how many places, after how many.

    Raises:
        RecordError: the record cannot be opened.
        UsageError: there is no such family.
    """
    with reading(record) as store:
        outline = Outline(store, id)
        head = _head(outline, id)
        comparing = run.Comparing(store)
        if head.size > LARGE:
            part = outline.part(offset, limit)
            places = _Places(part.members, {})
            shown = _shown(outline, comparing, places, dict.fromkeys(part.chosen, 0), part.hops)
            spread = tuple(outline.spread())
            return Lineage(head, False, head.size, None, None, offset, shown, (), spread)
        row = store.family(id)
        assert row is not None  # its head was there
        fold = comparing.folded(row)
        copies = dict.fromkeys(range(len(row.family.members)), 0) if unfold else fold.copies
        hops = store.hops(id)
        chosen = {number: copies[number] for number in sorted(copies)[offset : offset + limit]}
        members = dict(enumerate(row.family.members))
        places = _Places(members, {} if unfold else dict(enumerate(fold.stands)))
        return Lineage(
            head,
            not unfold,
            len(copies),
            sum(member.statement is not None for member in row.family.members),
            max(members, key=lambda number: (_length(members[number].span), -number)),
            offset,
            _shown(outline, comparing, places, chosen, [hop for hop in hops if hop.later in chosen]),
            _ways(outline, fold.stands, hops),
        )


def compared(record: Place, id: str, one: int, other: int) -> Compared:
    """Two places of a family, the earlier first, with what differs between all their words.

    Args:
        record: the record's file.
        id: the family's whole id.
        one, other: their positions in the family.

    Raises:
        RecordError: the record cannot be opened.
        UsageError: there is no such family, or it has no such places.
    """
    first, last = sorted((one, other))
    with reading(record) as store:
        outline = Outline(store, id)
        head = _head(outline, id)
        if not 0 <= first < last < head.size:
            remedy = f"give two different numbers from 1 to {head.size:,}"
            raise UsageError("these are no two places of the family", f"{one + 1}, {other + 1}", remedy)
        members: dict[int, Member] = {}
        for number in (first, last):
            members |= outline.part(number, 1).members
        comparing = run.Comparing(store)
        known: Order = "unknown"
        for hop in outline.part(last, 1).hops:
            known = hop.order if hop.earlier == first else known
        whole = HopRow(first, last, members[first].span, members[last].span, known)
        places = _Places(members, {})
        earlier, later = _shown(outline, comparing, places, {first: 0, last: 0}, ())
        return Compared(earlier, later, comparing.compared(members[first], members[last], whole))


class _Places(NamedTuple):
    """Members by position, what stands for them where they are folded, and the row of the family if read."""

    members: Mapping[int, Member]
    stands: Mapping[int, int]


def _head(outline: Outline, id: str) -> FamilyHead:
    head = outline.head()
    if head is None:
        raise UsageError(
            "there is no family of this id", id or "an empty id", "take one from the list of traces"
        )
    return head


def _shown(
    outline: Outline,
    comparing: run.Comparing,
    places: _Places,
    chosen: Mapping[int, int],
    hops: Iterable[HopRow],
) -> tuple[ShownMember, ...]:
    """The places of `chosen`, which says how many copies of each are folded away, with their hops."""
    made: dict[int, list[ShownHop]] = {}
    for raw in hops:
        earlier = places.members[raw.earlier]
        hop = comparing.compared(earlier, places.members[raw.later], raw)
        source = places.stands.get(raw.earlier, raw.earlier)
        shown = ShownHop(hop, source, comparing.document(earlier.document), earlier.span)
        made.setdefault(raw.later, []).append(shown)
    return tuple(
        ShownMember(
            number,
            places.members[number],
            comparing.document(places.members[number].document),
            comparing.told(places.members[number]),
            outline.inferred(places.members[number].document),
            tuple(sorted(made.get(number, ()), key=lambda one: -_length(one.hop.later_span))),
            copies,
        )
        for number, copies in chosen.items()
    )


def _ways(outline: Outline, stands: tuple[int, ...], hops: Iterable[HopRow]) -> tuple[Way, ...]:
    sources: dict[int, dict[int, None]] = {}
    for hop in sorted(hops, key=lambda hop: -_length(hop.later_span)):
        sources.setdefault(hop.later, {})[hop.earlier] = None
    return tuple(
        Way(spot, stands[spot.number], tuple(sources.get(spot.number, ()))) for spot in outline.spots()
    )


def _length(span: Span) -> int:
    return span.end - span.start
