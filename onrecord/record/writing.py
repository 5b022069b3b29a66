"""Rows are written in whole documents; words wait in memory and are indexed in row order before a commit."""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, NamedTuple

from onrecord.model import Document, Failure, Linked, Passage, Reading, Said, Statement, document_id
from onrecord.record import rows
from onrecord.record.identity import described, gone, named
from onrecord.record.reviewing import Reworded, renew
from onrecord.record.rows import bare

Result = tuple[Reading, Linked] | Failure

_PAGE_LEVEL = 1  # zlib's fastest: pages shrink to a fifth, and harder work gains little more
_MOST_COPIES = 64  # documents of the same text that are looked through for one that has moved


class Added(NamedTuple):
    """What one call of `add` stored.

    Attributes:
        documents: documents of sources that were new.
        versions: new texts of sources that were known.
        unchanged: documents that were there already, with the same text.
        statements: statements newly stored.
        failures: what could not be read.
    """

    documents: int = 0
    versions: int = 0
    unchanged: int = 0
    statements: int = 0
    failures: int = 0


class Writer:
    """Writes items through one connection, inside a transaction that its owner begins and ends."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._waiting: dict[str, list[tuple[Any, ...]]] = {table: [] for table in _INDEXED}
        self._reworded: list[Reworded] = []
        self.waiting = 0  # code points of the words that wait

    def mark(self) -> tuple[int, ...]:
        """Where the waiting words end now, for `forget`."""
        return (*map(len, self._waiting.values()), len(self._reworded), self.waiting)

    def forget(self, mark: tuple[int, ...] = (0, 0, 0, 0, 0)) -> None:
        """Drop the words that came to wait after `mark`."""
        lists: list[list[Any]] = [*self._waiting.values(), self._reworded]
        for waiting, end in zip(lists, mark, strict=False):
            del waiting[end:]
        self.waiting = mark[-1]

    def wait(self, table: str, row: int, words: str, *others: str) -> None:
        """Let words wait for their index until the transaction ends."""
        self.waiting += len(words)
        self._waiting[table].append((row, words, *others))

    def flush(self) -> None:
        """Write the waiting words into the full-text indexes.

        In row order, for an index that is given a smaller row after a larger one starts a new segment each
        time; and outside any savepoint, for each of these would end a segment too.
        """
        for table, columns in _INDEXED.items():
            waiting = sorted(self._waiting[table], key=_first)
            self._connection.executemany(
                f"INSERT INTO {table}({columns}) VALUES ({_marks(columns)})", waiting
            )
        for row, old, new in self._reworded:
            self._connection.execute(_TAKE_OUT, (row, *old))
            self._connection.execute(_PUT_IN, (row, *new))
        self.forget()

    def renew(self, document: int) -> None:
        """Find out anew whose the statements of the document of this row are, and what was decided."""
        for one in renew(self._connection, document):
            self.waiting += len(one.new[0]) + 1
            self._reworded.append(one)

    def add(self, key: str, results: Sequence[Result], source: str, instead: Sequence[str] = ()) -> Added:
        """Write everything that came of one item, whose steps `instead` then need doing again."""
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        total = Added()
        for result in results:
            if not isinstance(result, Failure):
                one = self._add_document(key, result[0], result[1], now)
                total = Added(*(a + b for a, b in zip(total, one, strict=True)))
        failures = [result for result in results if isinstance(result, Failure)]
        self._fail(key, failures, source, now)
        read = {r[0].document.source for r in results if not isinstance(r, Failure)}
        for name in read - {f.source for f in failures}:
            self.settle(name, now)
        self._connection.executemany("DELETE FROM step WHERE key = ?", [(other,) for other in instead])
        if key:
            done = "INSERT OR IGNORE INTO step VALUES (?, ?, ?)"
            self._connection.execute(done, (key, rows.plain(source), now))
        return total._replace(failures=len(failures))

    def settle(self, source: str, now: str) -> int:
        """Mark the failures of `source` as past."""
        command = "UPDATE failure SET resolved = ? WHERE source = ? AND resolved IS NULL"
        return self._connection.execute(command, (now, rows.plain(source))).rowcount

    def _one(self, command: str, *values: Any) -> Any:
        return self._connection.execute(command, values).fetchone()

    def _add_document(self, key: str, read: Reading, linked: Linked, now: str) -> Added:
        document = read.document
        row = self._known(document) or self._moved(document, now)
        if row is None:
            row, stored, version = self._insert(document, linked.published, now)
            if read.raw is not None:
                page = zlib.compress(read.raw, _PAGE_LEVEL)
                self._connection.execute("INSERT INTO page VALUES (?, ?, ?)", (row, len(read.raw), page))
            linked = replace(linked, statements=tuple(named(linked.statements, document, stored)))
            self._insert_reading((row, key), stored, read.passages, linked)
            return Added(
                documents=int(version == 1), versions=int(version > 1), statements=len(linked.statements)
            )
        stored, made_by = self._stored(row, document)
        if key and made_by == key:
            return Added(unchanged=1)
        linked = replace(linked, statements=tuple(named(linked.statements, document, stored)))
        if self._same(row, stored, read.passages, linked):
            return Added(unchanged=1)
        earlier = self._earlier(row, key, stored)
        if earlier is not None:
            self._list(row, earlier, stored)
            return Added(unchanged=1)
        self._describe(row, stored, linked.published)
        self._insert_reading((row, key), stored, read.passages, linked)
        self.renew(row)
        return Added(unchanged=1, statements=len(linked.statements))

    def _known(self, document: Document) -> int | None:
        values = rows.plain(document.source), document.digest
        found = self._one("SELECT row FROM document WHERE source = ? AND digest = ?", *values)
        return int(found[0]) if found else None

    def _moved(self, document: Document, now: str) -> int | None:
        """The row of the document that this one was before its file was moved, now given its new place."""
        source = rows.plain(document.source)
        if not os.path.isabs(document.source) or self._one("SELECT 1 FROM document WHERE source = ?", source):
            return None
        candidates = self._connection.execute(
            f"SELECT d.row, {rows.DOCUMENT} FROM document d WHERE d.digest = ? AND d.newest LIMIT ?",
            (document.digest, _MOST_COPIES),
        )
        for row, *values in candidates.fetchall():
            old = rows.to_document(values, document.text)
            if described(old) == described(document) and gone(old.source):
                path = rows.plain(document.path)
                change = "UPDATE document SET source = ? WHERE source = ?"
                self._connection.execute(change, (source, rows.plain(old.source)))
                self._connection.execute("UPDATE document SET path = ? WHERE row = ?", (path, row))
                self._place(row, document, now)
                return int(row)
        return None

    def _place(self, row: int, document: Document, now: str) -> None:
        values = row, rows.plain(document.path), rows.plain(document.source), now
        insert = "INSERT INTO place (document, path, source, since) VALUES (?, ?, ?, ?)"
        self._connection.execute(insert, values)

    def _insert(self, document: Document, inferred: Said | None, now: str) -> tuple[int, Document, int]:
        source = rows.plain(document.source)
        found = self._one("SELECT max(version) FROM document WHERE source = ?", source)
        version = (found[0] or 0) + 1
        if version > 1:
            self._connection.execute("UPDATE document SET newest = 0 WHERE source = ?", (source,))
        stored = replace(document, id=self._free_id(document))
        host = rows.plain(rows.host(stored.url))
        own = version, 1, 0, *_dated(stored, inferred), len(document.text.split()), now, host
        values = *rows.from_document(stored), *own
        marks = ", ".join("?" * len(values))
        columns = (
            rows.DOCUMENT.replace("d.", "")
            + ", version, newest, reading, rank, first_day, last_day, words, added, host"
        )
        insert = f"INSERT INTO document ({columns}) VALUES ({marks})"
        row = int(self._connection.execute(insert, values).lastrowid or 0)
        self._connection.execute("INSERT INTO text VALUES (?, ?)", (row, rows.plain(document.text)))
        self._place(row, document, now)
        return row, stored, version

    def _free_id(self, document: Document) -> str:
        short, long = document.digest[:8], document_id(document.source, document.digest)
        for id in (document.id, f"{document.id}~{short}", f"{document.id}~{long}"):
            if not self._one("SELECT 1 FROM document WHERE id = ?", rows.plain(id)):
                return id
        return f"{document.id}~{short}{long}"

    def _stored(self, row: int, document: Document) -> tuple[Document, str]:
        """The incoming document under its stored id and place, and the key of the reading it has."""
        found = self._one(
            "SELECT d.id, d.path, d.source, r.key FROM document d JOIN reading r ON r.row = d.reading "
            "WHERE d.row = ?",
            row,
        )
        id, path, source = map(rows.string, found[:3])
        return replace(document, id=id, path=path, source=source), found[3]

    def _same(self, row: int, stored: Document, passages: Sequence[Passage], linked: Linked) -> bool:
        """Whether the listed reading of a document says just this, so that nothing need be stored."""
        values = self._one(f"SELECT {rows.DOCUMENT} FROM document d WHERE d.row = ?", row)
        if described(rows.to_document(values, stored.text)) != described(stored):
            return False
        command = (
            "SELECT r.row, r.first_passage, r.passages, r.first_statement, r.statements, r.figures, "
            f"{rows.INFERRED} FROM reading r JOIN document d ON d.reading = r.row WHERE d.row = ?"
        )
        reading, passage, passage_count, statement, statement_count, figures, *inferred = self._one(
            command, row
        )
        if (passage_count, statement_count, figures) != (
            len(passages), len(linked.statements), len(linked.figures),
        ) or tuple(inferred) != rows.from_said(linked.published):  # fmt: skip
            return False
        return (
            self._run("passage", "p", rows.PASSAGE, passage, passage_count)
            == [*map(rows.from_passage, passages)]
            and self._run("statement", "s", rows.STATEMENT, statement, statement_count)
            == [*map(rows.from_statement, linked.statements)]
            and self._part("figure", "f", rows.FIGURE, reading) == [*map(rows.from_figure, linked.figures)]
            and self._part("time", "t", rows.TIME, reading) == [*map(rows.from_time, linked.times)]
        )

    def _earlier(self, row: int, key: str, stored: Document) -> int | None:
        """A reading that this very step made before another was listed, if the document is still the same."""
        values = self._one(f"SELECT {rows.DOCUMENT} FROM document d WHERE d.row = ?", row)
        if not key or described(rows.to_document(values, stored.text)) != described(stored):
            return None
        found = self._one("SELECT max(row) FROM reading WHERE document = ? AND key = ?", row, key)[0]
        return None if found is None else int(found)

    def _run(self, table: str, name: str, columns: str, first: int | None, count: int) -> list[Any]:
        if not count or first is None:
            return []
        command = f"SELECT {columns} FROM {table} {name} WHERE row >= ? AND row < ? ORDER BY row"
        return self._connection.execute(command, (first, first + count)).fetchall()

    def _part(self, table: str, name: str, columns: str, reading: int) -> list[Any]:
        command = f"SELECT {columns} FROM {table} {name} WHERE reading = ? ORDER BY number"
        return self._connection.execute(command, (reading,)).fetchall()

    def _list(self, row: int, reading: int, stored: Document) -> None:
        """List an earlier reading again, whose figures are then to be joined to entities anew."""
        inferred = rows.to_said(self._one(f"SELECT {rows.INFERRED} FROM reading r WHERE row = ?", reading))
        self._connection.execute("UPDATE reading SET linked = NULL WHERE row = ?", (reading,))
        self._connection.execute("UPDATE document SET reading = ? WHERE row = ?", (reading, row))
        self._describe(row, stored, inferred)
        self.renew(row)

    def _describe(self, row: int, stored: Document, inferred: Said | None) -> None:
        """A newer reader may know more about a document than the one that read it first."""
        columns = rows.DOCUMENT.replace("d.", "").split(", ")
        pairs = [
            (column, value)
            for column, value in zip(columns, rows.from_document(stored), strict=True)
            if not column.startswith("fetched")
        ]
        pairs += zip(("rank", "first_day", "last_day"), _dated(stored, inferred), strict=True)
        pairs.append(("host", rows.plain(rows.host(stored.url))))
        change = ", ".join(f"{column} = ?" for column, _ in pairs)
        values = *(value for _, value in pairs), row
        self._connection.execute(f"UPDATE document SET {change} WHERE row = ?", values)

    def _insert_reading(
        self, owner: tuple[int, str], stored: Document, passages: Sequence[Passage], linked: Linked
    ) -> None:
        """Store a reading of the document of row `owner[0]`, made by the step `owner[1]`, and list it."""
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        row, statements = owner[0], linked.statements
        rank = _dated(stored, linked.published)[0]
        passage = self._next("passage", rank) if passages else None
        statement = self._next("statement", rank) if statements else None
        counts = passage, len(passages), statement, len(statements), len(linked.figures)
        values = *owner, now, *counts, *rows.from_said(linked.published)
        insert = f"INSERT INTO reading ({_READING}) VALUES ({_marks(_READING)})"
        reading = self._connection.execute(insert, values).lastrowid
        self._connection.execute("UPDATE document SET reading = ? WHERE row = ?", (reading, row))
        if passage is not None:
            self._insert_passages(passage, (row, reading), stored, passages)
        if statement is not None:
            self._insert_statements(statement, (row, reading), stored, statements)
        times = [(reading, n, row, *rows.from_time(time)) for n, time in enumerate(linked.times)]
        self._connection.executemany("INSERT INTO time VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", times)
        figures = [(reading, *rows.from_figure(figure)) for figure in linked.figures]
        self._connection.executemany("INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?, ?, ?)", figures)

    def _next(self, table: str, rank: int) -> int:
        low, high = rank << rows.ROOM, (rank + 1 << rows.ROOM) - 1
        last = self._one(f"SELECT max(row) FROM {table} WHERE row BETWEEN ? AND ?", low, high)[0]
        return low if last is None else int(last) + 1

    def _insert_passages(
        self, first: int, owner: tuple[Any, ...], stored: Document, passages: Sequence[Passage]
    ) -> None:
        text, outlet, language = stored.text, bare(stored.outlet), bare(stored.language)
        values = [(first + n, *owner, *rows.from_passage(passage)) for n, passage in enumerate(passages)]
        self._connection.executemany(_INSERT_PASSAGE, values)
        for row, passage in enumerate(passages, first):
            words = bare(text[passage.span.start : passage.span.end])
            self.wait("passage_words", row, words, outlet, language)

    def _insert_statements(
        self, first: int, owner: tuple[Any, ...], stored: Document, statements: Sequence[Statement]
    ) -> None:
        text, outlet, language = stored.text, bare(stored.outlet), bare(stored.language)
        values = []
        for row, statement in enumerate(statements, first):
            columns = rows.from_statement(statement)
            values.append((row, *owner, *columns))
            self.wait("statement_words", row, *rows.indexed(statement, text, outlet, language))
        self._connection.executemany(_INSERT_STATEMENT, values)

    def _fail(self, key: str, failures: list[Failure], source: str, now: str) -> None:
        """Let the open failures of the item be these and no others."""
        item = rows.plain(source)
        command = "SELECT row, path, source, reason, remedy FROM failure WHERE item = ? AND resolved IS NULL"
        new = {tuple(map(rows.plain, (f.path, f.source, f.reason, f.remedy))): None for f in failures}
        for row, *old in self._connection.execute(command, (item,)).fetchall():
            if tuple(old) in new:
                del new[tuple(old)]
            else:
                self._connection.execute("UPDATE failure SET resolved = ? WHERE row = ?", (now, row))
        columns = "path, source, reason, remedy, item, key, recorded"
        insert = f"INSERT INTO failure ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)"
        self._connection.executemany(insert, [(*values, item, key, now) for values in new])


_INDEXED = {
    "statement_words": "rowid, words, speaker, outlet, mode, act, language, attributed, id",
    "passage_words": "rowid, words, outlet, language",
    "alias_words": "rowid, form",
}
_WORDS = _INDEXED["statement_words"]
_TAKE_OUT = f"INSERT INTO statement_words(statement_words, {_WORDS}) VALUES ('delete', {', '.join('?' * 9)})"
_PUT_IN = f"INSERT INTO statement_words({_WORDS}) VALUES ({', '.join('?' * 9)})"
_READING = (
    "document, key, made, first_passage, passages, first_statement, statements, figures, "
    + rows.INFERRED.replace("r.", "")
)


def _marks(columns: str) -> str:
    return ", ".join("?" * (columns.count(",") + 1))


def _insertion(table: str, columns: str, prefix: str) -> str:
    names = "row, document, reading, " + columns.replace(prefix, "")
    return f"INSERT INTO {table} ({names}) VALUES ({_marks(names)})"


_INSERT_PASSAGE = _insertion("passage", rows.PASSAGE, "p.")
_INSERT_STATEMENT = _insertion("statement", rows.STATEMENT, "s.")


def _first(row: tuple[Any, ...]) -> Any:
    return row[0]


def _dated(document: Document, inferred: Said | None) -> tuple[Any, ...]:
    """The rank and the days of a document: of its date of publication, else of what was inferred for it."""
    when = document.published or (inferred.when if inferred else None)
    first, last = rows.days(when)
    return rows.rank(when), rows.plain(first), rows.plain(last)
