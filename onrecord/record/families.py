"""What is asked of families, and what is told of them; nothing here reads a record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.model import Document, Family, FamilyKind, Member, Order, Said, Span

FAMILY_ORDERS = ("reports", "size", "newest", "oldest")
FIRST = 300  # members whose outlets a list tells
SAMPLE = 300  # code points of the words that a list shows


@dataclass(frozen=True, slots=True)
class FamilyFilter:
    """Which families to list; every part that is given has to hold, each of some member.

    Attributes:
        words: full text, in the notation of `Filter.words`: all of them in one member.
        id: a family's id, or its beginning.
        document: a document's id, or a part of its path.
        speaker: words of the speaker of a member's statement, as `Filter.speaker`.
        entity: the id of an entity, or its beginning: who speaks in a member's statement.
        outlet: words of an outlet, in the notation of `words`.
        kind: one of FAMILIES.
        formulas: also those that are formulas; they are left out unless `kind` or `id` asks for them.
        since, until: dates, as `Filter.since`: the first day of the family lies between them.
        at_least: how many reports it has at least, copies of one whole document counted once.
        order: "reports" (most reports first), "size" (most members), "newest" or "oldest" first day; an
            unknown day comes last.
        limit, offset: how many, after how many.
    """

    words: str | None = None
    id: str | None = None
    document: str | None = None
    speaker: str | None = None
    entity: str | None = None
    outlet: str | None = None
    kind: str | None = None
    formulas: bool = False
    since: str | None = None
    until: str | None = None
    at_least: int = 1
    order: str = "reports"
    limit: int | None = None
    offset: int = 0


class FamilyHead(NamedTuple):
    """What a family is, without its members.

    Attributes:
        id, kind: as `Family`.
        size: how many members.
        documents: how many documents.
        reports: the same, copies of one whole document counted once.
        outlets: how many outlets that are known.
        first, last: the first and last day of members whose date is known, YYYY-MM-DD, or None.
    """

    id: str
    kind: FamilyKind
    size: int
    documents: int
    reports: int
    outlets: int
    first: str | None
    last: str | None


class FamilyListed(NamedTuple):
    """A family in a list that does not show its members.

    Attributes:
        head: the family.
        first: its earliest member.
        document: the document of the earliest member, without its text.
        inferred: when that must have been published, where it prints no date and that is known.
        outlets: the outlets, or hosts of addresses, that are known, those of the earliest members first; of a
            family of more than FIRST members those of the first alone.
        sample: the words of the earliest member, at most SAMPLE code points.
    """

    head: FamilyHead
    first: Member
    document: Document
    inferred: Said | None
    outlets: tuple[str, ...]
    sample: str


class FamilyPage(NamedTuple):
    """A part of a list of families.

    Attributes:
        total: how many the whole list has; None where words are asked for, which are read as they come.
        items: the part, read as it is asked for.
    """

    total: int | None
    items: Iterator[FamilyListed]


class FamilyRow(NamedTuple):
    """A family in a list.

    Attributes:
        family: the family.
        documents: the documents of its members by their ids, without their texts.
        inferred: when those of them must have been published that print no date, as far as that is known.
        reports: how many documents, copies of one whole document counted once.
        outlets: the outlets that are known, earliest first.
        first, last: as `FamilyHead`.
        sample: the words of its earliest member, at most SAMPLE code points.
        kinds: how many hops are of each kind, among those that were looked at; None where none were.
        hops: how many hops there are, those to copies of whole documents left out; None if not counted.
    """

    family: Family
    documents: dict[str, Document]
    inferred: dict[str, Said]
    reports: int
    outlets: tuple[str, ...]
    first: str | None
    last: str | None
    sample: str
    kinds: dict[str, int] | None = None
    hops: int | None = None


class HopRow(NamedTuple):
    """A hop as it is stored: what was changed on the way is for others to say.

    Attributes:
        earlier, later: positions in `Family.members`.
        earlier_span, later_span: the words on both sides.
        order: as `Hop.order`.
    """

    earlier: int
    later: int
    earlier_span: Span
    later_span: Span
    order: Order
