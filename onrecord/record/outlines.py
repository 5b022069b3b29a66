"""A family of thousands of places is read in parts: no more of its places and hops than are shown."""

from __future__ import annotations

from typing import NamedTuple, cast

from onrecord.model import Member, Order, Said, Span
from onrecord.record import rows
from onrecord.record.base import Base
from onrecord.record.families import FamilyHead, HopRow


class FamilyPart(NamedTuple):
    """Some places of a family, with what they repeat.

    Attributes:
        chosen: the positions that were asked for, in order.
        members: those places, and the earlier ones that they repeat, by position.
        hops: the hops to those that were asked for.
    """

    chosen: tuple[int, ...]
    members: dict[int, Member]
    hops: tuple[HopRow, ...]


class FamilySpot(NamedTuple):
    """A place of a family in time.

    Attributes:
        number: its position in the family.
        outlet: the outlet's name, else the host of its address, else "".
        day: the first day on which it can have been published, YYYY-MM-DD, or None.
        inferred: whether that day is not printed.
    """

    number: int
    outlet: str
    day: str | None
    inferred: bool


class FamilySpread(NamedTuple):
    """How many places of a family an outlet has in a month.

    Attributes:
        outlet: the outlet's name, else the host of its addresses, else "".
        month: YYYY-MM of the first day on which it can have been published, or None.
        places: how many.
    """

    outlet: str
    month: str | None
    places: int


class Outline:
    """What a record shows of one family, in parts.

    Args:
        store: the record, open.
        id: the family's whole id.
    """

    def __init__(self, store: Base, id: str) -> None:
        self._store = store
        self._id = rows.plain(id)

    def head(self) -> FamilyHead | None:
        """The family without its members, or None where there is no such family."""
        found = self._store._all(_HEAD, self._id)
        return FamilyHead(*found[0]) if found else None

    def part(self, first: int, count: int) -> FamilyPart:
        """`count` places from position `first` on."""
        until = first + count
        chosen = self._members("m.number >= ? AND m.number < ?", first, until)
        hops = tuple(
            HopRow(earlier, later, Span(*spans[:2]), Span(*spans[2:4]), cast(Order, spans[4]))
            for earlier, later, *spans in self._store._all(_HOPS, self._id, first, until)
        )
        missing = sorted({hop.earlier for hop in hops} - set(chosen))
        earlier_ones = self._members(f"m.number IN ({', '.join(map(str, missing))})")
        return FamilyPart(tuple(chosen), chosen | earlier_ones, hops)

    def spots(self) -> list[FamilySpot]:
        """Every place in time, in the family's order."""
        return [
            FamilySpot(number, rows.string(outlet), day, bool(inferred))
            for number, outlet, day, inferred in self._store._all(_SPOTS, self._id)
        ]

    def spread(self) -> list[FamilySpread]:
        """How the places are spread over outlets and months, in order."""
        return [FamilySpread(rows.string(name), *more) for name, *more in self._store._all(_SPREAD, self._id)]

    def inferred(self, document: str) -> Said | None:
        """When the document of this id must have been published, if it prints no date and that is known."""
        found = self._store._all(_INFERRED, rows.plain(document))
        return rows.to_said(found[0]) if found else None

    def _members(self, which: str, *values: int) -> dict[int, Member]:
        found = self._store._all(f"{_MEMBERS} AND {which} ORDER BY m.number", self._id, *values)
        return {
            number: Member(rows.string(document), Span(start, end), rows.string(statement), report)
            for number, document, start, end, statement, report in found
        }


_HEAD = "SELECT id, kind, members, documents, reports, outlets, first, last FROM family WHERE id = ?"
_MEMBERS = (
    "SELECT m.number, d.id, m.span_start, m.span_end, m.statement, m.report FROM family f "
    "CROSS JOIN member m ON m.family = f.row CROSS JOIN document d ON d.row = m.document WHERE f.id = ?"
)
_HOPS = (
    "SELECT h.earlier, h.later, h.earlier_start, h.earlier_end, h.later_start, h.later_end, h.basis "
    "FROM family f CROSS JOIN hop h ON h.family = f.row WHERE f.id = ? AND h.later >= ? AND h.later < ? "
    "ORDER BY h.later, h.earlier, h.earlier_start"
)
_SPOTS = (
    "SELECT m.number, coalesce(d.outlet, d.host, ''), d.first_day, d.published IS NULL FROM family f "
    "CROSS JOIN member m ON m.family = f.row CROSS JOIN document d ON d.row = m.document WHERE f.id = ? "
    "ORDER BY m.number"
)
_INFERRED = (
    f"SELECT {rows.INFERRED} FROM document d JOIN reading r ON r.row = d.reading "
    "WHERE d.id = ? AND d.published IS NULL"
)
_SPREAD = (
    "SELECT coalesce(d.outlet, d.host, ''), substr(d.first_day, 1, 7), count(*) FROM family f "
    "CROSS JOIN member m ON m.family = f.row CROSS JOIN document d ON d.row = m.document WHERE f.id = ? "
    "GROUP BY 1, 2 ORDER BY 1, 2"
)
