"""What a `Record` has said is stored stays stored, and it never holds part of an item."""

from __future__ import annotations

import sqlite3
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self, TypeVar

from onrecord.errors import RecordError, UsageError
from onrecord.model import Document, Passage, Statement
from onrecord.record import opening, rows, writing
from onrecord.record.listing import Listed, Lister
from onrecord.record.search import Filter, identifier
from onrecord.record.writing import Added, Result

T = TypeVar("T")

BATCH_SECONDS = 1.5  # a transaction inside `batch` is not kept open for longer than this after an item
BATCH_CHARACTERS = 16_000_000  # nor with more words than this waiting in memory
MOST_IDS = 100  # that `find` gives


class FailureRow(NamedTuple):
    """A source that could not be read: as `Failure`, with the time it failed first, ISO 8601 in UTC."""

    path: str
    source: str
    reason: str
    remedy: str
    recorded: str


class Counts(NamedTuple):
    """What a record holds.

    Attributes:
        documents: sources, each with at least one version.
        versions: documents, the older versions among them.
        statements, passages: of the newest version of each source.
        failures: sources that could not be read and have not been since.
    """

    documents: int
    versions: int
    statements: int
    failures: int
    passages: int


class Record:
    """One record file, open. Use it as a context manager, in the thread that opened it.

    Every method raises RecordError where the file cannot be read or written (damage, a full disk, another
    process that writes for over a minute).
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, readonly: bool) -> None:
        self.path = path
        self.readonly = readonly
        self._connection = connection
        self._writer = writing.Writer(connection)
        self._lister = Lister(connection)
        self._batching = False
        self._began = 0.0

    @classmethod
    def open(cls, path: Path | str, create: bool = False, readonly: bool = False) -> Self:
        """Open the record at `path`.

        Args:
            create: make it where there is none.
            readonly: only read; works while another process writes, and on a medium that cannot be written.

        Raises:
            RecordError: there is none, it is something else (which is left as it is), damaged or from a newer
                version, or there is no permission.
        """
        path = Path(path)
        return cls(path, opening.connect(path, create, readonly), readonly)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; what `add` has stored inside an unfinished `batch` is kept."""
        try:
            self._commit()
        finally:
            self._connection.close()

    def done(self, key: str) -> bool:
        """Whether the step of this key is finished."""
        return bool(self._all("SELECT 1 FROM step WHERE key = ?", key))

    def add(self, key: str, results: Sequence[Result], source: str, instead: Sequence[str] = ()) -> Added:
        """Store everything that came of one item, all or nothing; storing it again changes nothing.

        Args:
            key: the step: a digest of the item's bytes, the settings and the versions. The step is `done`
                from then on; "" is a step that is never done (what cannot be opened has no bytes to digest).
            results: each document with its passages and statements, or why there is none.
            source: `Item.source`. Its earlier failures are past, apart from those that are given again.
            instead: keys of steps that found something else in the same item, and are no longer `done`: what
                is listed is what was found last, and what they found stays beside it.

        Raises:
            RecordError: nothing of the item is stored.
        """
        if self.readonly:
            raise RecordError("the record was opened for reading only", str(self.path), "open it for writing")
        with opening.guard(self.path):
            self._begin()
            mark = self._writer.mark()
            self._connection.execute("SAVEPOINT item")
            try:
                added = self._writer.add(key, results, source, instead)
            except BaseException:
                self._take_back(mark)
                raise
            self._connection.execute("RELEASE item")
        late = time.monotonic() - self._began > BATCH_SECONDS or self._writer.waiting > BATCH_CHARACTERS
        if late or not self._batching:
            self._commit()
        return added

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Let several `add` share transactions; they are stored when the block ends, if not before.

        While a transaction is open no other process can write, so do not wait for anything inside the block.
        """
        self._batching = True
        try:
            yield
        finally:
            self._batching = False
            self._commit()

    def settle(self, source: str) -> int:
        """Mark the failures of `source` as past (a container read to its end, say); gives their number."""
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        with opening.guard(self.path):
            self._begin()
            count = self._writer.settle(source, now)
        if not self._batching:
            self._commit()
        return count

    def documents(self, filter: Filter | None = None, text: bool = True) -> Iterator[Listed]:
        """Every version of every document that `filter` lets through, newest first unless it says otherwise.

        Args:
            text: False leaves `Document.text` empty, for lists that do not show it.

        Raises:
            UsageError: the filter means nothing.
        """
        return self._listed(lambda: self._lister.documents(filter or Filter(), text))

    def statements(self, filter: Filter | None = None) -> Iterator[tuple[Document, Statement]]:
        """Every statement that `filter` lets through with its document, read as they are asked for.

        Those of one document stand together, in the order of the text, and share one `Document` object.

        Raises:
            UsageError: the filter means nothing.
        """
        return self._listed(lambda: self._lister.statements(filter or Filter()))

    def document(self, id: str) -> Document | None:
        """The document of this id, or None."""
        found = self._all("SELECT row FROM document WHERE id = ?", rows.plain(id))
        with opening.guard(self.path):
            return self._lister.document(found[0][0]) if found else None

    def passages(self, id: str) -> tuple[Passage, ...]:
        """The passages of the document of this id, in order; none for an unknown id."""
        found = self._all(
            f"SELECT {rows.PASSAGE} FROM document d JOIN reading r ON r.row = d.reading "
            "JOIN passage p ON p.row >= r.first_passage AND p.row < r.first_passage + r.passages "
            "WHERE d.id = ? ORDER BY p.row",
            rows.plain(id),
        )
        return tuple(rows.to_passage(row, id) for row in found)

    def raw(self, id: str) -> bytes | None:
        """The raw page that the document of this id was read from, or None where none was kept."""
        found = self._all(
            "SELECT p.data FROM document d JOIN page p ON p.document = d.row WHERE d.id = ?", rows.plain(id)
        )
        return zlib.decompress(found[0][0]) if found else None

    def statement(self, id: str) -> tuple[Document, Statement] | None:
        """The statement of this id with its document, or None; the listed one where old readings have it."""
        match = identifier(id, whole=True)
        if match is None:
            return None
        self._flush()
        found = self._all(
            f"SELECT s.document, {rows.STATEMENT} FROM statement_words CROSS JOIN statement s "
            "ON s.row = statement_words.rowid CROSS JOIN document d ON d.row = s.document "
            "WHERE statement_words MATCH ? AND s.id = ? "
            "ORDER BY s.reading = d.reading DESC, s.reading DESC LIMIT 1",
            match,
            rows.plain(id),
        )
        if not found:
            return None
        with opening.guard(self.path):
            document = self._lister.document(found[0][0])
        return document, rows.to_statement(found[0][1:], document.id)

    def find(self, prefix: str) -> list[str]:
        """The ids of the documents and statements that begin with `prefix`, at most MOST_IDS, in order."""
        documents = self._all(
            "SELECT id FROM document WHERE id >= ? AND id < ? LIMIT ?",
            rows.plain(prefix),
            rows.plain(prefix + "\U0010ffff"),
            MOST_IDS,
        )
        match = identifier(prefix, whole=False)
        statements: list[Any] = []
        if match:
            self._flush()
            statements = self._all(
                "SELECT DISTINCT s.id FROM statement_words "
                "CROSS JOIN statement s ON s.row = statement_words.rowid "
                "WHERE statement_words MATCH ? AND substr(s.id, 1, ?) = ? LIMIT ?",
                match,
                len(prefix),
                rows.plain(prefix),
                MOST_IDS,
            )
        return sorted({rows.string(row[0]) for row in documents + statements})[:MOST_IDS]

    def failures(self) -> Iterator[FailureRow]:
        """What could not be read and has not been since, in the order in which it failed."""
        command = (
            "SELECT path, source, reason, remedy, recorded FROM failure WHERE resolved IS NULL ORDER BY row"
        )
        return (FailureRow(*map(rows.string, row)) for row in self._all(command))

    def counts(self) -> Counts:
        """How much the record holds."""
        versions, documents, statements, passages = self._all(
            "SELECT count(*), total(d.newest), total(d.newest * r.statements), total(d.newest * r.passages) "
            "FROM document d JOIN reading r ON r.row = d.reading"
        )[0]
        failures = self._all("SELECT count(*) FROM failure WHERE resolved IS NULL")[0][0]
        return Counts(int(documents), versions, int(statements), failures, int(passages))

    def _all(self, command: str, *values: Any) -> list[Any]:
        with opening.guard(self.path):
            return self._connection.execute(command, values).fetchall()

    def _listed(self, ask: Callable[[], Iterator[T]]) -> Iterator[T]:
        """What `ask` gives, item by item; a meaningless filter is refused at once, not at the first item."""
        self._flush()
        with opening.guard(self.path):
            found = ask()
        return self._guarded(found)

    def _guarded(self, found: Iterator[T]) -> Iterator[T]:
        try:
            yield from found
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_ERROR:
                raise UsageError("these words cannot be looked for", "words", "give other words") from error
            raise opening.explain(self.path, error) from error
        except sqlite3.Error as error:
            raise opening.explain(self.path, error) from error

    def _begin(self) -> None:
        if not self._connection.in_transaction:
            self._connection.execute("BEGIN IMMEDIATE")
            self._writer.forget()
            self._began = time.monotonic()

    def _flush(self) -> None:
        """Let what waits for its index be found too."""
        if self._connection.in_transaction and self._writer.waiting:
            with opening.guard(self.path):
                self._writer.flush()

    def _commit(self) -> None:
        if not self._connection.in_transaction:
            return
        with opening.guard(self.path):
            try:
                self._writer.flush()
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                self._writer.forget()
                raise

    def _take_back(self, mark: tuple[int, int, int]) -> None:
        # A full disk makes SQLite take back the whole transaction by itself.
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK TO item")
            self._connection.execute("RELEASE item")
            self._writer.forget(mark)
        else:
            self._writer.forget()
