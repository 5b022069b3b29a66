"""Lists come one item at a time and look at no more than they give: fifty of a million cost about fifty."""

from __future__ import annotations

import heapq
import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby, islice, pairwise
from operator import itemgetter
from typing import Any, NamedTuple

from onrecord.model import Document, Said, Statement
from onrecord.record import rows
from onrecord.record.search import Filter, Plan, contains, plan
from onrecord.record.speaking import FOUND, JOINED, PROBED, READ, Told, Voices, facets

_MANY = 20_000  # documents above which a part of a path is compared hit by hit
_RUNS = 16  # stretches of rows that are asked for one after the other
_NUMBER = itemgetter(-1)
_STATEMENT = f"s.document, {rows.STATEMENT}, s.row"
_WHOLE = (
    f"SELECT {rows.INFERRED}, t.text, {rows.DOCUMENT} FROM document d JOIN text t ON t.document = d.row "
    "JOIN reading r ON r.row = d.reading WHERE d.row = ?"
)

_VERSIONS = (
    "SELECT other.row FROM document d JOIN document other ON other.source = d.source WHERE d.id = ? "
    "ORDER BY other.version"
)


class Listed(NamedTuple):
    """A document in a list.

    Attributes:
        document: the document (without its text where the list was asked for so).
        version: 1 for the first text of its source, 2 for the next, ...
        statements: how many it has.
        words: how many its text has, as white space parts them.
        inferred: when it must have been published, where no date is printed.
        newest: whether it is the last version of its source.
    """

    document: Document
    version: int
    statements: int
    words: int
    inferred: Said | None = None
    newest: bool = True


class Lister:
    """Answers filters through one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._last: tuple[int, Document, Said | None] | None = None
        self._voices = Voices(connection)
        connection.create_function("contains", 2, _contains, deterministic=True)

    def document(self, row: int) -> Document:
        """The document of this row; the last one is kept, so that a run of statements loads its text once."""
        return self.dated(row)[0]

    def dated(self, row: int) -> tuple[Document, Said | None]:
        """The document of this row, and when it must have been published where it prints no date."""
        if self._last is None or self._last[0] != row:
            found = self._connection.execute(_WHOLE, (row,)).fetchone()
            document = rows.to_document(found[7:], rows.string(found[6]))
            self._last = row, document, None if document.published else rows.to_said(found[:6])
        return self._last[1:]

    def told(self, row: int, statement: Statement) -> Told:
        """What is known about a statement of the document of this row."""
        return self._voices.told(row, self.document(row), statement, self.dated(row)[1])

    def corrected(self, row: int, statement: Statement) -> tuple[Document, Statement]:
        """The document of this row, and a statement of it as a person corrected it."""
        return self.document(row), self._voices.corrected(row, statement)

    def statements(self, filter: Filter) -> Iterator[tuple[int, Statement]]:
        """The statements of `filter` as they were found, each with the row of its document.

        Raises:
            UsageError: at once, where the filter means nothing.
        """
        self._last = None  # between two lists a document may have been described anew
        self._voices.forget()
        found = self._statements(filter, filter.all_versions)
        return self._placed(_cut(found, filter))

    def at(self, numbers: Iterable[int]) -> Iterator[tuple[int, Statement]]:
        """The statements of these rows, as `statements`, in the order given."""
        self._last = None
        self._voices.forget()
        command = f"SELECT {_STATEMENT} FROM {JOINED} WHERE s.row = ?"
        found = (self._connection.execute(command, (number,)).fetchone() for number in numbers)
        return self._placed(found)

    def listed(self, numbers: Iterable[int]) -> Iterator[Listed]:
        """The documents of these rows, without their texts, in the order given."""
        return self._described(iter(numbers), False)

    def family(self, entity: str) -> list[int]:
        """The rows of the entity of this id (or beginning of one) and of all that are one with it."""
        return self._voices.family(entity)

    def called(self, words: str) -> list[int]:
        """The rows of the entities one of whose names has all these words; raises UsageError for no words."""
        return self._voices.named(words)

    def ids(self, filter: Filter) -> Iterator[str]:
        """The ids of the statements of `filter`; raises UsageError at once where it means nothing."""
        found = self._statements(filter, filter.all_versions)
        return (rows.string(row[1]) for row in _cut(found, filter))

    def documents(self, filter: Filter, text: bool) -> Iterator[Listed]:
        """The documents of `filter`; raises UsageError at once where it means nothing."""
        found: Iterator[Any]
        if filter.of_statements():
            found = self._statements(filter, all_versions=True)
        elif filter.words is not None:
            found = self._passages(filter, plan(filter, statements=False))
        else:
            found = self._documents(filter, plan(filter, statements=False))
        each = (row for row, _ in groupby(map(itemgetter(0), found)))
        return self._described(_cut(each, filter), text)

    def versions(self, id: str) -> Iterator[Listed]:
        """Every version of the source of the document of this id, oldest first, without their texts."""
        found = self._connection.execute(_VERSIONS, (rows.plain(id),)).fetchall()
        return self._described((row for (row,) in found), text=False)

    def _placed(self, found: Iterator[Any]) -> Iterator[tuple[int, Statement]]:
        for row in found:
            yield row[0], rows.to_statement(row[1:], self.document(row[0]).id)

    def _described(self, found: Iterator[int], text: bool) -> Iterator[Listed]:
        command = (
            f"SELECT d.version, r.statements, d.words, d.newest, {rows.INFERRED}, {rows.DOCUMENT}"
            f"{', t.text ' if text else ' '}"
            "FROM document d JOIN reading r ON r.row = d.reading "
            f"{'JOIN text t ON t.document = d.row ' if text else ''}WHERE d.row = ?"
        )
        for number in found:
            version, statements, words, newest, *values = self._connection.execute(
                command, (number,)
            ).fetchone()
            body = rows.string(values.pop()) if text else ""
            document = rows.to_document(values[6:], body)
            inferred = None if document.published else rows.to_said(values[:6])
            yield Listed(document, version, statements, words, inferred, bool(newest))

    def _statements(self, filter: Filter, all_versions: bool) -> Iterator[Any]:
        wanted = plan(filter, statements=True)
        where = ["s.reading = d.reading", *wanted.where]
        exact = filter.document is not None and self._is_id(filter.document)
        if not (all_versions or exact):
            where.append("d.newest")
        where += self._decided(filter.reviewed)
        selects: list[tuple[str, list[Any]]] = []
        if filter.entity is None and (few := self._few(filter.reviewed)) is not None:
            conditions, values = facets(filter)
            own = " AND ".join([f"s.row IN ({', '.join(map(str, few)) or 'NULL'})", *conditions, "s.row"])
            selects.append((f"SELECT {_STATEMENT} FROM {READ} WHERE {own}", values))
            if filter.speaker is not None and (family := self._voices.named(filter.speaker)):
                selects += self._voices.selects(family, replace(filter, speaker=None), _STATEMENT)
        elif filter.entity is not None:
            family = self._voices.family(filter.entity)
            asked = filter
            if filter.speaker is not None and set(family) <= set(self._voices.named(filter.speaker)):
                asked = replace(filter, speaker=None)  # all that it says is said by one of this name
            selects = self._voices.selects(family, asked, _STATEMENT)
        elif wanted.match is None:
            selects.append((f"SELECT {_STATEMENT} FROM {JOINED} WHERE s.row", []))
        else:
            words = "WHERE statement_words MATCH ? AND statement_words.rowid"
            selects.append((f"SELECT {_STATEMENT} FROM {FOUND} {words}", [wanted.match]))
            if filter.speaker is not None and (family := self._voices.named(filter.speaker)):
                selects += self._voices.selects(family, replace(filter, speaker=None), _STATEMENT)
        return self._in_order(filter, wanted, selects, where, "statement")

    def _decided(self, state: str | None) -> list[str]:
        """The condition for what persons decided, where it excludes anything."""
        one = "EXISTS (SELECT 1 FROM reviewed v WHERE v.statement = s.row{})"
        if state == "all":
            return []
        if state is None:
            some = self._connection.execute("SELECT 1 FROM reviewed WHERE verdict = 'rejected' LIMIT 1")
            return ["NOT " + one.format(" AND v.verdict = 'rejected'")] if some.fetchone() else []
        if state == "no":
            return ["NOT " + one.format("")]
        return [one.format("" if state == "any" else f" AND v.verdict = '{state}'")]

    def _few(self, state: str | None) -> list[int] | None:
        """The rows of the statements of which persons decided so, where these can be read one by one."""
        if state in (None, "no", "all"):
            return None
        which = "" if state == "any" else f"WHERE verdict = '{state}' "
        command = f"SELECT statement FROM reviewed {which}LIMIT {PROBED + 1}"
        found = [row for (row,) in self._connection.execute(command)]
        return found if len(found) <= PROBED else None

    def _passages(self, filter: Filter, wanted: Plan) -> Iterator[Any]:
        select = (
            "SELECT p.document FROM passage_words CROSS JOIN passage p ON p.row = passage_words.rowid "
            "CROSS JOIN document d ON d.row = p.document "
            "WHERE passage_words MATCH ? AND passage_words.rowid"
        )
        where = ["p.reading = d.reading", *wanted.where]
        return self._in_order(filter, wanted, [(select, [wanted.match])], where, "passage")

    def _in_order(
        self,
        filter: Filter,
        wanted: Plan,
        selects: list[tuple[str, list[Any]]],
        where: list[str],
        table: str,
    ) -> Iterator[Any]:
        """Run queries whose rows lie in `table`, over the whole of it or over the rows of a few documents."""
        more = list(wanted.values)
        ranges = [(wanted.low, wanted.high)]
        if filter.document is not None:
            chosen = self._chosen(filter.document, table)
            if chosen is None:
                condition, given = self.named(filter.document)
                where.append(condition)
                more += given
            else:
                where.insert(0, f"{table[0]}.document IN (SELECT value FROM json_each(?))")
                more.insert(0, json.dumps([row for row, _, _ in chosen]))
                runs = _runs([(low, high) for _, low, high in chosen], 1 if wanted.begins else _RUNS)
                ranges = [(max(low, wanted.low), min(high, wanted.high)) for low, high in runs]
        oldest = filter.order == "oldest"
        for low, high in reversed(ranges) if oldest else ranges:
            found: list[Iterator[Any]] = []
            for select, values in selects:
                order = select.rpartition(" ")[2] + (" DESC" if oldest else "")  # the column before BETWEEN
                command = f"{select} BETWEEN ? AND ? AND {' AND '.join(where)} ORDER BY {order}"
                found.append(self._connection.execute(command, (*values, low, high, *more)))
            hits = found[0] if len(found) == 1 and filter.entity is None else _united(found, oldest)
            yield from _in_text_order(hits) if oldest else hits

    def _documents(self, filter: Filter, wanted: Plan) -> Iterator[Any]:
        where = ["d.rank BETWEEN ? AND ?", *wanted.where]
        values: list[Any] = [wanted.low >> rows.ROOM, wanted.high >> rows.ROOM, *wanted.values]
        if filter.document is not None:
            condition, given = self.named(filter.document)
            where.append(condition)
            values += given
        if filter.outlet is not None:
            where.append("contains(d.outlet, ?)")
            values.append(rows.bare(filter.outlet))
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

    def named(self, name: str) -> tuple[str, list[Any]]:
        """The condition for the documents that `name` means: this id, or else this in the path."""
        if self._is_id(name):
            return "d.id = ?", [rows.plain(name)]
        return "instr(lower(d.path), lower(?))", [rows.plain(name)]

    def _chosen(self, name: str, table: str) -> list[tuple[int, int, int]] | None:
        """The documents that `name` means, with their first and last rows; None where they are many."""
        condition, values = self.named(name)
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


def _united(found: Iterable[Iterable[Any]], oldest: bool) -> Iterator[Any]:
    """Rows that end with their number, from several queries, in order and each but once."""
    last = None
    for row in heapq.merge(*found, key=_NUMBER, reverse=oldest):
        if row[-1] != last:
            last = row[-1]
            yield row


def _in_text_order(found: Iterator[Any]) -> Iterator[Any]:
    """Rows that come last to first, turned round within each document."""
    for _, run in groupby(found, key=itemgetter(0)):
        yield from reversed(list(run))


def _cut(found: Iterator[Any], filter: Filter) -> Iterator[Any]:
    return islice(found, filter.offset, None if filter.limit is None else filter.offset + filter.limit)
