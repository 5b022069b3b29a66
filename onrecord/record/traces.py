"""A list of families is read in its order, one family at a time, and no further than it is asked for."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, cast

from onrecord.errors import UsageError
from onrecord.model import FAMILIES, Document, Family, FamilyKind, FigureKind, Member, Order, Said, Span
from onrecord.record import rows
from onrecord.record.families import (
    FAMILY_ORDERS,
    FIRST,
    SAMPLE,
    FamilyFilter,
    FamilyHead,
    FamilyListed,
    FamilyRow,
    HopRow,
)
from onrecord.record.listing import Lister
from onrecord.record.search import Filter, contains, known, matcher, plan

_MANY = 20_000  # passages with the words above which families are looked through instead
_KEPT_TEXT = 32_000_000  # code points of texts kept in mind
_KEPT_DOCUMENTS = 20_000


@dataclass(slots=True)
class _Kept:
    """Texts and descriptions of documents that were asked for lately."""

    texts: dict[int, str] = field(default_factory=dict)
    size: int = 0
    documents: dict[int, tuple[Document, Said | None]] = field(default_factory=dict)


class Traces:
    """Lists families through one connection."""

    def __init__(self, connection: sqlite3.Connection, lister: Lister) -> None:
        self._connection = connection
        self._lister = lister
        self._kept = _Kept()

    def families(self, filter: FamilyFilter) -> Iterator[FamilyRow]:
        """The families of `filter`; raises UsageError at once where it means nothing."""
        return map(self._row, self._chosen(filter))

    def heads(self, filter: FamilyFilter) -> Iterator[FamilyListed]:
        """As `families`, without the members."""
        return map(self.head, self._chosen(filter))

    def count(self, filter: FamilyFilter) -> int | None:
        """How many families `filter` lets through, whatever its limit; None for words, which are read."""
        if filter.words is not None:
            self._where(filter)
            plan(Filter(words=filter.words), statements=False)  # what means nothing is refused all the same
            return None
        condition, values = self.conditions(filter)
        return int(self._all(f"SELECT count(*) FROM family f {condition}", *values).fetchone()[0])

    def conditions(self, filter: FamilyFilter) -> tuple[str, list[Any]]:
        """What has to hold of a family `f`, in SQL; words are still to be looked for in what it lets through.

        Raises:
            UsageError: the filter means nothing.
        """
        where, values = self._where(filter)
        among = self._among(filter)
        if among is not None:
            where.append("f.row IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(sorted(among)))
        return f"WHERE {' AND '.join(where)} " if where else "", values

    def _chosen(self, filter: FamilyFilter) -> Iterator[int]:
        """The row numbers of the families of `filter`."""
        condition, values = self.conditions(filter)
        command = f"SELECT f.row FROM family f {condition}ORDER BY {ORDERED[filter.order]}"
        found: Iterator[int] = (row for (row,) in self._all(command, *values))
        words = filter.words
        if words is not None:
            holds = matcher(words)
            found = (row for row in found if self.holds(row, holds))
        last = None if filter.limit is None else filter.offset + filter.limit
        return islice(found, filter.offset, last)

    def family(self, id: str) -> FamilyRow | None:
        """The family of this whole id, or None."""
        found = self._all("SELECT row FROM family WHERE id = ?", rows.plain(id)).fetchone()
        return self._row(found[0]) if found else None

    def hops(self, id: str) -> list[HopRow]:
        """The hops of the family of this id, in the order of the later member."""
        return [
            HopRow(earlier, later, Span(*spans[:2]), Span(*spans[2:4]), cast(Order, spans[4]))
            for earlier, later, *spans in self._all(_HOPS, rows.plain(id))
        ]

    def of(self, id: str, span: Span | None) -> list[FamilyHead]:
        """The families of a statement, or of a document or a span of one; what most report comes first."""
        if span is not None:
            found = self._all(_OF_SPAN, rows.plain(id), span.end, span.start)
        else:
            found = self._all(_OF, rows.plain(id), rows.plain(id))
        return [FamilyHead(*row) for row in found]

    def within(self, id: str) -> list[tuple[Span, FamilyHead]]:
        """The places of a document where words of families stand, each with the family, in order."""
        return [(Span(*row[:2]), FamilyHead(*row[2:])) for row in self._all(_WITHIN, rows.plain(id))]

    def mentions(self, id: str) -> list[tuple[Span, FigureKind]]:
        """The spans of a document that denote somebody named in it, in order, with that figure's kind."""
        return sorted(
            (Span(start, end), cast(FigureKind, kind))
            for kind, mentions in self._all(_FIGURES, rows.plain(id))
            for start, end, _ in json.loads(mentions)
        )

    def _all(self, command: str, *values: Any) -> sqlite3.Cursor:
        return self._connection.execute(command, values)

    def _where(self, filter: FamilyFilter) -> tuple[list[str], list[Any]]:
        """What the table `family` shows by itself."""
        known("kind", filter.kind, FAMILIES)
        known("order", filter.order, FAMILY_ORDERS)
        counted = ("limit", filter.limit), ("offset", filter.offset), ("at_least", filter.at_least)
        for name, number in counted:
            if number is not None and number < 0:
                raise UsageError(f"{number} cannot be counted", name, "give a number of zero or more")
        given: list[tuple[str, Any]] = []
        if filter.kind is not None:
            given.append(("f.kind = ?", filter.kind))
        elif not filter.formulas and filter.id is None:
            given.append(("f.kind != ?", "formula"))
        if filter.id is not None:
            given += [
                ("f.id >= ?", rows.plain(filter.id)),
                ("f.id < ?", rows.plain(filter.id + "\U0010ffff")),
            ]
        if filter.at_least > 1:
            given.append(("f.reports >= ?", filter.at_least))
        if filter.since is not None:
            given.append(("f.first >= ?", _day(Filter(since=filter.since))))
        if filter.until is not None:
            given.append(("f.first <= ?", _day(Filter(until=filter.until))))
        return [condition for condition, _ in given], [value for _, value in given]

    def _among(self, filter: FamilyFilter) -> set[int] | None:
        """The families that can pass what is asked of members; None where all can."""
        parts: list[set[int]] = []
        if filter.document is not None:
            condition, values = self._lister.named(filter.document)
            parts.append(self._of_documents(condition, values))
        if filter.outlet is not None:
            wanted = rows.bare(filter.outlet)
            contains("", wanted)  # a query without a word is refused
            parts.append(self._of_documents("contains(d.outlet, ?)", [wanted]))
        if filter.speaker is not None or filter.entity is not None:
            statements = self._lister.ids(
                Filter(speaker=filter.speaker, entity=filter.entity, all_versions=True)
            )
            parts.append({row for (row,) in self._all(_OF_STATEMENTS, json.dumps(list(statements)))})
        if filter.words is not None:
            match = plan(Filter(words=filter.words), statements=False).match
            found = self._all(_OF_PASSAGES, match, _MANY + 1).fetchall()
            if len(found) <= _MANY:
                parts.append({row for _, row in found if row is not None})
        return set.intersection(*parts) if parts else None

    def _of_documents(self, condition: str, values: Iterable[Any]) -> set[int]:
        return {row for (row,) in self._all(_OF_DOCUMENTS.format(condition), *values)}

    def holds(self, row: int, holds: Callable[[str], bool]) -> bool:
        """Whether some member of the family of this row has all the words."""
        tried: set[str] = set()
        for document, start, end in self._all(_PLACES, row):
            text = self._text(document)[start:end]
            if text not in tried and holds(text):
                return True
            tried.add(text)
        return False

    def head(self, row: int) -> FamilyListed:
        """The family of this row as a list has it."""
        place, start, end, statement, report = self._all(_EARLIEST, row).fetchone()
        document, said = self._document(place)
        first = Member(document.id, Span(start, end), rows.string(statement), report)
        outlets = tuple(rows.string(name) for (name,) in self._all(_OUTLETS, row, FIRST))
        sample = self._text(place)[start : min(end, start + SAMPLE)]
        return FamilyListed(
            FamilyHead(*self._all(_FAMILY_HEAD, row).fetchone()), first, document, said, outlets, sample
        )

    def _row(self, row: int) -> FamilyRow:
        id, kind, reports, first, last = self._all(_FAMILY, row).fetchone()
        members, documents, inferred = [], {}, {}
        sample = ""
        for number, place, start, end, statement, report in self._all(_MEMBERS, row).fetchall():
            document, said = self._document(place)
            members.append(Member(document.id, Span(start, end), rows.string(statement), report))
            documents[document.id] = document
            if said:
                inferred[document.id] = said
            if number == 0:
                sample = self._text(place)[start : min(end, start + SAMPLE)]
        outlets = dict.fromkeys(d.outlet for d in documents.values() if d.outlet)
        family = Family(id, cast(FamilyKind, kind), tuple(members))
        return FamilyRow(family, documents, inferred, reports, tuple(outlets), first, last, sample)

    def _document(self, row: int) -> tuple[Document, Said | None]:
        kept = self._kept.documents
        if row not in kept:
            found = self._all(_DOCUMENT, row).fetchone()
            document = rows.to_document(found[6:], "")
            if len(kept) >= _KEPT_DOCUMENTS:
                kept.clear()
            kept[row] = document, None if document.published else rows.to_said(found[:6])
        return kept[row]

    def _text(self, row: int) -> str:
        texts = self._kept.texts
        if row in texts:
            return texts[row]
        text = cast(
            str, rows.string(self._all("SELECT text FROM text WHERE document = ?", row).fetchone()[0])
        )
        if self._kept.size + len(text) > _KEPT_TEXT:
            texts.clear()
            self._kept.size = 0
        texts[row] = text
        self._kept.size += len(text)
        return text


def _day(filter: Filter) -> str:
    """The day that the one date of a filter means; raises UsageError where it is none."""
    return str(plan(filter, statements=False).values[0])[:10]


ORDERED = {
    "reports": "f.reports DESC, f.documents DESC, f.id",
    "size": "f.members DESC, f.documents DESC, f.id",
    "newest": "f.first IS NULL, f.first DESC, f.id",
    "oldest": "f.first IS NULL, f.first, f.id",
}
_FAMILY = "SELECT id, kind, reports, first, last FROM family WHERE row = ?"
_MEMBERS = (
    "SELECT number, document, span_start, span_end, statement, report FROM member "
    "WHERE family = ? ORDER BY number"
)
_EARLIEST = (
    "SELECT document, span_start, span_end, statement, report FROM member WHERE family = ? AND number = 0"
)
_OUTLETS = (
    "SELECT coalesce(d.outlet, d.host) FROM member m CROSS JOIN document d ON d.row = m.document "
    "WHERE m.family = ?1 AND m.number < ?2 GROUP BY 1 HAVING coalesce(d.outlet, d.host) IS NOT NULL "
    "ORDER BY min(m.number)"
)
_PLACES = "SELECT document, span_start, span_end FROM member WHERE family = ? ORDER BY number"
_DOCUMENT = (
    f"SELECT {rows.INFERRED}, {rows.DOCUMENT} FROM document d JOIN reading r ON r.row = d.reading "
    "WHERE d.row = ?"
)
_HOPS = (
    "SELECT h.earlier, h.later, h.earlier_start, h.earlier_end, h.later_start, h.later_end, h.basis "
    "FROM family f CROSS JOIN hop h ON h.family = f.row WHERE f.id = ? "
    "ORDER BY h.later, h.earlier, h.earlier_start"
)
_HEAD = "f.id, f.kind, f.members, f.documents, f.reports, f.outlets, f.first, f.last"
_FAMILY_HEAD = f"SELECT {_HEAD} FROM family f WHERE f.row = ?"
_OF = (
    f"SELECT {_HEAD} FROM family f WHERE f.row IN (SELECT family FROM member WHERE statement = ? UNION "
    "SELECT m.family FROM document d CROSS JOIN member m ON m.document = d.row WHERE d.id = ?) "
    f"ORDER BY {ORDERED['reports']}"
)
_WITHIN = (
    f"SELECT m.span_start, m.span_end, {_HEAD} FROM document d CROSS JOIN member m ON m.document = d.row "
    f"CROSS JOIN family f ON f.row = m.family WHERE d.id = ? ORDER BY 1, 2, {ORDERED['reports']}"
)
_OF_SPAN = (
    f"SELECT {_HEAD} FROM family f WHERE f.row IN (SELECT m.family FROM document d CROSS JOIN member m "
    "ON m.document = d.row AND m.span_start < ?2 WHERE d.id = ?1 AND m.span_end > ?3) "
    f"ORDER BY {ORDERED['reports']}"
)
_FIGURES = (
    "SELECT f.kind, f.mentions FROM document d CROSS JOIN figure f ON f.reading = d.reading "
    "WHERE d.id = ? AND f.name IS NOT NULL"
)
_OF_DOCUMENTS = "SELECT DISTINCT m.family FROM document d CROSS JOIN member m ON m.document = d.row WHERE {}"
_OF_STATEMENTS = "SELECT DISTINCT family FROM member WHERE statement IN (SELECT value FROM json_each(?))"
# One row a passage and family, and one a passage without any, so that the limit counts what was looked at.
_OF_PASSAGES = (
    "SELECT DISTINCT p.row, m.family FROM passage_words CROSS JOIN passage p ON p.row = passage_words.rowid "
    "LEFT JOIN member m ON m.document = p.document AND m.span_start >= p.span_start "
    "AND m.span_start < p.span_end WHERE passage_words MATCH ? LIMIT ?"
)
