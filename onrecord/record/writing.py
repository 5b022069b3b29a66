"""Rows are written in whole documents; words wait in memory and are indexed in row order before a commit."""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from onrecord.model import Document, Failure, Passage, Reading, Statement, document_id, statement_id
from onrecord.record import rows

Result = tuple[Reading, Sequence[Statement]] | Failure

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
        self._statement_words: list[tuple[Any, ...]] = []
        self._passage_words: list[tuple[Any, ...]] = []
        self.waiting = 0  # code points of the words that wait

    def mark(self) -> tuple[int, int, int]:
        """Where the waiting words end now, for `forget`."""
        return len(self._statement_words), len(self._passage_words), self.waiting

    def forget(self, mark: tuple[int, int, int] = (0, 0, 0)) -> None:
        """Drop the words that came to wait after `mark`."""
        del self._statement_words[mark[0] :]
        del self._passage_words[mark[1] :]
        self.waiting = mark[2]

    def flush(self) -> None:
        """Write the waiting words into the full-text indexes.

        In row order, for an index that is given a smaller row after a larger one starts a new segment each
        time; and outside any savepoint, for each of these would end a segment too.
        """
        for table, columns, waiting in (
            ("statement_words", _STATEMENT_WORDS, self._statement_words),
            ("passage_words", _PASSAGE_WORDS, self._passage_words),
        ):
            waiting.sort(key=_first)
            marks = ", ".join("?" * (columns.count(",") + 1))
            self._connection.executemany(f"INSERT INTO {table}({columns}) VALUES ({marks})", waiting)
        self.forget()

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

    def _add_document(self, key: str, read: Reading, statements: Sequence[Statement], now: str) -> Added:
        document = read.document
        row = self._known(document) or self._moved(document, now)
        if row is None:
            row, stored, version = self._insert(document, now)
            if read.raw is not None:
                page = zlib.compress(read.raw, _PAGE_LEVEL)
                self._connection.execute("INSERT INTO page VALUES (?, ?, ?)", (row, len(read.raw), page))
            count = self._insert_reading(
                row, key, stored, read.passages, _named(statements, document, stored)
            )
            return Added(documents=int(version == 1), versions=int(version > 1), statements=count)
        stored, made_by = self._stored(row, document)
        if key and made_by == key:
            return Added(unchanged=1)
        statements = _named(statements, document, stored)
        if self._same(row, stored, read.passages, statements):
            return Added(unchanged=1)
        earlier = self._earlier(row, key, stored)
        if earlier is not None:
            self._connection.execute("UPDATE document SET reading = ? WHERE row = ?", (earlier, row))
            return Added(unchanged=1)
        self._describe(row, stored)
        return Added(
            unchanged=1, statements=self._insert_reading(row, key, stored, read.passages, statements)
        )

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
            if _described(old) == _described(document) and _gone(old.source):
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

    def _insert(self, document: Document, now: str) -> tuple[int, Document, int]:
        source = rows.plain(document.source)
        found = self._one("SELECT max(version) FROM document WHERE source = ?", source)
        version = (found[0] or 0) + 1
        if version > 1:
            self._connection.execute("UPDATE document SET newest = 0 WHERE source = ?", (source,))
        stored = replace(document, id=self._free_id(document))
        own = version, 1, 0, *_dated(stored), len(document.text.split()), now
        values = *rows.from_document(stored), *own
        marks = ", ".join("?" * len(values))
        columns = (
            rows.DOCUMENT.replace("d.", "")
            + ", version, newest, reading, rank, first_day, last_day, words, added"
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

    def _same(
        self, row: int, stored: Document, passages: Sequence[Passage], statements: list[Statement]
    ) -> bool:
        """Whether the listed reading of a document says just this, so that nothing need be stored."""
        values = self._one(f"SELECT {rows.DOCUMENT} FROM document d WHERE d.row = ?", row)
        if _described(rows.to_document(values, stored.text)) != _described(stored):
            return False
        reading = self._one(
            "SELECT r.* FROM reading r JOIN document d ON d.reading = r.row WHERE d.row = ?", row
        )
        first_passage, passage_count, first_statement, statement_count = reading[4:]
        if passage_count != len(passages) or statement_count != len(statements):
            return False
        old = self._run("passage", "p", rows.PASSAGE, first_passage, passage_count)
        if any(old_row != rows.from_passage(new) for old_row, new in zip(old, passages, strict=True)):
            return False
        old = self._run("statement", "s", rows.STATEMENT, first_statement, statement_count)
        return all(old_row == rows.from_statement(new) for old_row, new in zip(old, statements, strict=True))

    def _earlier(self, row: int, key: str, stored: Document) -> int | None:
        """A reading that this very step made before another was listed, if the document is still the same."""
        values = self._one(f"SELECT {rows.DOCUMENT} FROM document d WHERE d.row = ?", row)
        if not key or _described(rows.to_document(values, stored.text)) != _described(stored):
            return None
        found = self._one("SELECT max(row) FROM reading WHERE document = ? AND key = ?", row, key)[0]
        return None if found is None else int(found)

    def _run(self, table: str, name: str, columns: str, first: int | None, count: int) -> list[Any]:
        if not count or first is None:
            return []
        command = f"SELECT {columns} FROM {table} {name} WHERE row >= ? AND row < ? ORDER BY row"
        return self._connection.execute(command, (first, first + count)).fetchall()

    def _describe(self, row: int, stored: Document) -> None:
        """A newer reader may know more about a document than the one that read it first."""
        columns = rows.DOCUMENT.replace("d.", "").split(", ")
        pairs = [
            (column, value)
            for column, value in zip(columns, rows.from_document(stored), strict=True)
            if not column.startswith("fetched")
        ]
        pairs += zip(("rank", "first_day", "last_day"), _dated(stored), strict=True)
        change = ", ".join(f"{column} = ?" for column, _ in pairs)
        values = *(value for _, value in pairs), row
        self._connection.execute(f"UPDATE document SET {change} WHERE row = ?", values)

    def _insert_reading(
        self, row: int, key: str, stored: Document, passages: Sequence[Passage], statements: list[Statement]
    ) -> int:
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        rank = rows.rank(stored.published)
        passage = self._next("passage", rank) if passages else None
        statement = self._next("statement", rank) if statements else None
        values = row, key, now, passage, len(passages), statement, len(statements)
        insert = f"INSERT INTO reading ({_READING}) VALUES (?, ?, ?, ?, ?, ?, ?)"
        reading = self._connection.execute(insert, values).lastrowid
        self._connection.execute("UPDATE document SET reading = ? WHERE row = ?", (reading, row))
        if passage is not None:
            self._insert_passages(passage, (row, reading), stored, passages)
        if statement is not None:
            self._insert_statements(statement, (row, reading), stored, statements)
        return len(statements)

    def _next(self, table: str, rank: int) -> int:
        low, high = rank << rows.ROOM, (rank + 1 << rows.ROOM) - 1
        last = self._one(f"SELECT max(row) FROM {table} WHERE row BETWEEN ? AND ?", low, high)[0]
        return low if last is None else int(last) + 1

    def _insert_passages(
        self, first: int, owner: tuple[Any, ...], stored: Document, passages: Sequence[Passage]
    ) -> None:
        text, outlet, language = stored.text, _bare(stored.outlet), _bare(stored.language)
        values = [(first + n, *owner, *rows.from_passage(passage)) for n, passage in enumerate(passages)]
        self._connection.executemany(_INSERT_PASSAGE, values)
        for row, passage in enumerate(passages, first):
            words = _bare(text[passage.span.start : passage.span.end])
            self.waiting += len(words)
            self._passage_words.append((row, words, outlet, language))

    def _insert_statements(
        self, first: int, owner: tuple[Any, ...], stored: Document, statements: list[Statement]
    ) -> None:
        text, outlet, language = stored.text, _bare(stored.outlet), _bare(stored.language)
        values = []
        for row, statement in enumerate(statements, first):
            columns = rows.from_statement(statement)
            values.append((row, *owner, *columns))
            words = _bare(" ".join([text[start:end] for start, end in statement.content]))
            speaker = statement.speaker
            named = _bare(f"{speaker.span.of(text)} {speaker.name or ''}") if speaker else ""
            self.waiting += len(words)
            facets = statement.mode, statement.act, language, "yes" if speaker else "no", _bare(statement.id)
            self._statement_words.append((row, words, named, outlet, *facets))
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


_STATEMENT_WORDS = "rowid, words, speaker, outlet, mode, act, language, attributed, id"
_PASSAGE_WORDS = "rowid, words, outlet, language"
_READING = "document, key, made, first_passage, passages, first_statement, statements"


def _insertion(table: str, columns: str, prefix: str) -> str:
    names = "row, document, reading, " + columns.replace(prefix, "")
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * (names.count(',') + 1))})"


_INSERT_PASSAGE = _insertion("passage", rows.PASSAGE, "p.")
_INSERT_STATEMENT = _insertion("statement", rows.STATEMENT, "s.")


def _first(row: tuple[Any, ...]) -> Any:
    return row[0]


def _bare(text: str | None) -> str:
    """`text` as the index can take it: lone surrogates are no letters."""
    if text is None or text.isascii():
        return text or ""
    return text.encode("utf-8", "replace").decode("utf-8")


def _dated(document: Document) -> tuple[Any, ...]:
    first, last = rows.days(document.published)
    return rows.rank(document.published), rows.plain(first), rows.plain(last)


def _described(d: Document) -> tuple[Any, ...]:
    """All that a source says about a document, apart from its place and when it was fetched."""
    return d.outlet, d.url, d.title, d.authors, d.kind, d.language, d.published, d.updated


def _named(statements: Sequence[Statement], document: Document, stored: Document) -> list[Statement]:
    """The statements under the stored document's id, no two with the same id.

    An id is made of the document's id and the place of the words, so two statements of one document share an
    id only where the same words have two readings (two speakers, say): the second is "id~2".
    """
    taken: set[str] = set()
    named = []
    for statement in statements:
        own = statement.id
        if stored.id != document.id:
            own = statement_id(stored.id, statement.mode, statement.cue, statement.content)
        id, count = own, 1
        while id in taken:
            count += 1
            id = f"{own}~{count}"
        taken.add(id)
        if id != statement.id or statement.document != stored.id:
            statement = replace(statement, id=id, document=stored.id)
        named.append(statement)
    return named


def _gone(source: str) -> bool:
    """Whether the file of `source` (or the archive or the file of rows that held it) is no longer there."""
    if not os.path.isabs(source):
        return False
    for name in (source, source.rpartition("#")[0]):
        if name and os.path.lexists(name):
            return False
    for parent in Path(source).parents:
        if parent.is_dir():
            return True
        if parent.exists():
            return False
    return True
