"""Lists come one item at a time and look at no more than they give: fifty of a million cost about fifty."""

from __future__ import annotations

import heapq
import json
import sqlite3
from collections.abc import Iterator
from itertools import groupby, islice, pairwise
from operator import itemgetter
from typing import Any, NamedTuple

from onrecord.model import Document, Statement
from onrecord.record import rows
from onrecord.record.search import Filter, Plan, contains, plan

_MANY = 20_000  # documents above which a part of a path is compared hit by hit
_RUNS = 16  # stretches of rows that are asked for one after the other


class Listed(NamedTuple):
    """A document in a list.

    Attributes:
        document: the document (without its text where the list was asked for so).
        version: 1 for the first text of its source, 2 for the next, ...
        statements: how many it has.
        words: how many its text has, as white space parts them.
    """

    document: Document
    version: int
    statements: int
    words: int


class Lister:
    """Answers filters through one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._last: tuple[int, Document] | None = None
        connection.create_function("contains", 2, _contains, deterministic=True)

    def document(self, row: int) -> Document:
        """The document of this row; the last one is kept, so that a run of statements loads its text once."""
        if self._last is None or self._last[0] != row:
            select = f"SELECT {rows.DOCUMENT}, t.text FROM document d JOIN text t ON t.document = d.row"
            *values, text = self._connection.execute(f"{select} WHERE d.row = ?", (row,)).fetchone()
            self._last = row, rows.to_document(values, rows.string(text))
        return self._last[1]

    def statements(self, filter: Filter) -> Iterator[tuple[Document, Statement]]:
        """The statements of `filter`; raises UsageError at once where it means nothing."""
        found = self._statements(filter, plan(filter, statements=True), filter.all_versions)
        return self._told(_cut(found, filter))

    def documents(self, filter: Filter, text: bool) -> Iterator[Listed]:
        """The documents of `filter`; raises UsageError at once where it means nothing."""
        found: Iterator[Any]
        if filter.of_statements():
            found = self._statements(filter, plan(filter, statements=True), all_versions=True)
        elif filter.words is not None:
            found = self._passages(filter, plan(filter, statements=False))
        else:
            found = self._documents(filter, plan(filter, statements=False))
        each = (row for row, _ in groupby(map(itemgetter(0), found)))
        return self._described(_cut(each, filter), text)

    def _told(self, found: Iterator[Any]) -> Iterator[tuple[Document, Statement]]:
        self._last = None  # between two lists a document may have been described anew
        for row in found:
            document = self.document(row[0])
            yield document, rows.to_statement(row[1:], document.id)

    def _described(self, found: Iterator[int], text: bool) -> Iterator[Listed]:
        command = (
            f"SELECT d.version, r.statements, d.words, {rows.DOCUMENT}{', t.text' if text else ''} "
            "FROM document d JOIN reading r ON r.row = d.reading "
            f"{'JOIN text t ON t.document = d.row ' if text else ''}WHERE d.row = ?"
        )
        for number in found:
            version, statements, words, *values = self._connection.execute(command, (number,)).fetchone()
            body = rows.string(values.pop()) if text else ""
            yield Listed(rows.to_document(values, body), version, statements, words)

    def _statements(self, filter: Filter, wanted: Plan, all_versions: bool) -> Iterator[Any]:
        where = ["s.reading = d.reading", *wanted.where]
        exact = filter.document is not None and self._is_id(filter.document)
        if not (all_versions or exact):
            where.append("d.newest")
        select = f"SELECT s.document, {rows.STATEMENT} FROM "
        if wanted.match is None:
            select += "statement s CROSS JOIN document d ON d.row = s.document WHERE s.row"
        else:
            select += (
                "statement_words CROSS JOIN statement s ON s.row = statement_words.rowid "
                "CROSS JOIN document d ON d.row = s.document "
                "WHERE statement_words MATCH ? AND statement_words.rowid"
            )
        return self._in_order(filter, wanted, select, where, "statement")

    def _passages(self, filter: Filter, wanted: Plan) -> Iterator[Any]:
        select = (
            "SELECT p.document FROM passage_words CROSS JOIN passage p ON p.row = passage_words.rowid "
            "CROSS JOIN document d ON d.row = p.document "
            "WHERE passage_words MATCH ? AND passage_words.rowid"
        )
        return self._in_order(filter, wanted, select, ["p.reading = d.reading", *wanted.where], "passage")

    def _in_order(
        self, filter: Filter, wanted: Plan, select: str, where: list[str], table: str
    ) -> Iterator[Any]:
        """Run a query whose rows lie in `table`, over the whole of it or over the rows of a few documents."""
        values: list[Any] = [] if wanted.match is None else [wanted.match]
        more = list(wanted.values)
        ranges = [(wanted.low, wanted.high)]
        if filter.document is not None:
            found = self._chosen(filter.document, table)
            if found is None:
                condition, given = self._named(filter.document)
                where.append(condition)
                more += given
            else:
                where.insert(0, f"{table[0]}.document IN (SELECT value FROM json_each(?))")
                more.insert(0, json.dumps([row for row, _, _ in found]))
                runs = _runs([(low, high) for _, low, high in found], 1 if wanted.begins else _RUNS)
                ranges = [(max(low, wanted.low), min(high, wanted.high)) for low, high in runs]
        oldest = filter.order == "oldest"
        order = select.rpartition(" ")[2] + (" DESC" if oldest else "")  # the column just before BETWEEN
        command = f"{select} BETWEEN ? AND ? AND {' AND '.join(where)} ORDER BY {order}"
        for low, high in reversed(ranges) if oldest else ranges:
            hits = self._connection.execute(command, (*values, low, high, *more))
            yield from _in_text_order(hits) if oldest else hits

    def _documents(self, filter: Filter, wanted: Plan) -> Iterator[Any]:
        where = ["d.rank BETWEEN ? AND ?", *wanted.where]
        values: list[Any] = [wanted.low >> rows.ROOM, wanted.high >> rows.ROOM, *wanted.values]
        if filter.document is not None:
            condition, given = self._named(filter.document)
            where.append(condition)
            values += given
        if filter.outlet is not None:
            where.append("contains(d.outlet, ?)")
            values.append(filter.outlet)
        if filter.language is not None:
            where.append("lower(d.language) = lower(?)")
            values.append(rows.plain(filter.language))
        order = "d.rank DESC, d.row DESC" if filter.order == "oldest" else "d.rank, d.row"
        return self._connection.execute(
            f"SELECT d.row FROM document d WHERE {' AND '.join(where)} ORDER BY {order}", values
        )

    def _is_id(self, name: str) -> bool:
        found = self._connection.execute("SELECT 1 FROM document WHERE id = ?", (rows.plain(name),))
        return found.fetchone() is not None

    def _named(self, name: str) -> tuple[str, list[Any]]:
        """The condition for the documents that `name` means: this id, or else this in the path."""
        if self._is_id(name):
            return "d.id = ?", [rows.plain(name)]
        return "instr(lower(d.path), lower(?))", [rows.plain(name)]

    def _chosen(self, name: str, table: str) -> list[tuple[int, int, int]] | None:
        """The documents that `name` means, with their first and last rows; None where they are many."""
        condition, values = self._named(name)
        found = self._connection.execute(
            f"SELECT d.row, r.first_{table}, r.first_{table} + r.{table}s - 1 FROM document d JOIN reading r "
            f"ON r.row = d.reading WHERE r.{table}s AND {condition} LIMIT {_MANY + 1}",
            values,
        ).fetchall()
        return found if len(found) <= _MANY else None


def _runs(ranges: list[tuple[int, int]], most: int) -> list[tuple[int, int]]:
    """The ranges, in order, joined into at most `most` where the gaps between them are smallest."""
    ranges = sorted(ranges)
    gaps = [(ranges[n][0] - ranges[n - 1][1], n) for n in range(1, len(ranges))]
    cuts = sorted(n for _, n in heapq.nlargest(most - 1, gaps))
    return [(ranges[a][0], ranges[b - 1][1]) for a, b in pairwise([0, *cuts, len(ranges)]) if a < b]


def _contains(text: str | bytes | None, query: str) -> bool:
    return contains(rows.string(text), query)


def _in_text_order(found: Iterator[Any]) -> Iterator[Any]:
    """Rows that come last to first, turned round within each document."""
    for _, run in groupby(found, key=itemgetter(0)):
        yield from reversed(list(run))


def _cut(found: Iterator[Any], filter: Filter) -> Iterator[Any]:
    return islice(found, filter.offset, None if filter.limit is None else filter.offset + filter.limit)
