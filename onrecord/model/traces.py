"""What is known of words that travel: spans of documents, never copies of their words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

from onrecord.model.spans import Span

HopKind = Literal["copy", "cut", "reworded"]
EditKind = Literal[
    "dropped", "added", "replaced", "number", "date", "name", "place", "negation", "question", "marks"
]
FamilyKind = Literal["statement", "passage", "formula"]
Order = Literal["named", "said", "published", "fuller", "unknown"]

HOPS: tuple[HopKind, ...] = get_args(HopKind)
EDITS: tuple[EditKind, ...] = get_args(EditKind)
FAMILIES: tuple[FamilyKind, ...] = get_args(FamilyKind)
ORDERS: tuple[Order, ...] = get_args(Order)


@dataclass(frozen=True, slots=True)
class Edit:
    """One difference between two wordings; a side where nothing stands has an empty span at the place.

    Attributes:
        kind: a number, date, name or place was put for another; a negation came or went; a question became
            an assertion or the reverse; quotation marks moved; else words were dropped, added or replaced.
        earlier, later: where, in the earlier document's text and in the later one's.
    """

    kind: EditKind
    earlier: Span
    later: Span


@dataclass(frozen=True, slots=True)
class Hop:
    """Words of one document that stand in another too.

    Attributes:
        earlier, later: `Document.id`.
        earlier_span, later_span: the words on both sides.
        kind: "copy" (word for word or nearly), "cut" (parts are left out) or "reworded".
        edits: what differs, in order.
        score: how much of the shorter side stands in the other, between 0 and 1.
        order: what shows which is earlier: one text names the other's outlet ("named"), when they were said
            or published, that one is the fuller, or nothing ("unknown": arbitrary, but always the same).
    """

    earlier: str
    later: str
    earlier_span: Span
    later_span: Span
    kind: HopKind
    edits: tuple[Edit, ...]
    score: float
    order: Order


class Member(NamedTuple):
    """A place where the words of a family stand.

    Attributes:
        document: `Document.id`.
        span: where.
        statement: the id of the statement that they are or stand in, or None.
        report: documents that are copies of one another as a whole have the same number, from 0.
    """

    document: str
    span: Span
    statement: str | None
    report: int


@dataclass(frozen=True, slots=True)
class Family:
    """All the places where the same words stand, or nearly the same.

    Attributes:
        id: 16 hexadecimal digits, the same whatever the order in which its documents were added.
        kind: "formula" for what stands everywhere (mottos, disclaimers); "statement" where some member is
            somebody's statement; else "passage".
        members: earliest first, those of unknown date last.
    """

    id: str
    kind: FamilyKind
    members: tuple[Member, ...]
