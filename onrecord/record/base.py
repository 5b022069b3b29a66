"""A change is written whole or not at all, and what a `batch` has stored stays stored."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from onrecord.errors import RecordError, UsageError
from onrecord.record import opening, writing
from onrecord.record.listing import Lister

T = TypeVar("T")

BATCH_SECONDS = 1.5  # a transaction inside `batch` is not kept open for longer than this after an item
LONG_SECONDS, PAUSE_SECONDS = 0.2, 0.02  # after transactions so long together, others have their turn
BATCH_CHARACTERS = 16_000_000  # nor with more words than this waiting in memory


class Base:
    """An open record file: its connection and its transactions."""

    def __init__(self, path: Path, connection: sqlite3.Connection, readonly: bool) -> None:
        self.path = path
        self.readonly = readonly
        self._connection = connection
        self._writer = writing.Writer(connection)
        self._lister = Lister(connection)
        self._batching = False
        self._began = 0.0
        self._busy = 0.0  # seconds in transactions since others had their turn
        self._version: int | None = None
        self._depth = 0  # changes under way, one within the other

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

    @contextmanager
    def whole(self) -> Iterator[None]:
        """Let all changes of the block be made, or none of them; they are stored when it ends."""
        with self._change():
            yield

    def written_elsewhere(self) -> bool:
        """Whether another process has written into the record since this was last asked; True at first.

        Asked inside `whole`, the answer holds until the block ends.
        """
        version = self._all("PRAGMA data_version")[0][0]
        before, self._version = self._version, version
        return bool(before != version)

    @contextmanager
    def _change(self, pause: bool = False) -> Iterator[None]:
        """One change: all of what the block writes, or nothing of it.

        Args:
            pause: whether a transaction that has grown old may end after it, inside a `batch` too.
        """
        if self.readonly:
            raise RecordError("the record was opened for reading only", str(self.path), "open it for writing")
        with opening.guard(self.path):
            self._begin()
            mark = self._writer.mark()
            self._connection.execute("SAVEPOINT item")
            self._depth += 1
            try:
                yield
            except BaseException:
                self._take_back(mark)
                raise
            finally:
                self._depth -= 1
            self._connection.execute("RELEASE item")
        late = time.monotonic() - self._began > BATCH_SECONDS or self._writer.waiting > BATCH_CHARACTERS
        if not self._depth and (not self._batching or (late and pause)):
            self._commit()

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
            opening.take_turn(self._connection)
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
        self._busy += time.monotonic() - self._began
        if self._busy > LONG_SECONDS:
            time.sleep(PAUSE_SECONDS)  # for whoever waits, who else might find the file taken again
            self._busy = 0.0

    def _take_back(self, mark: tuple[int, ...]) -> None:
        # A full disk makes SQLite take back the whole transaction by itself.
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK TO item")
            self._connection.execute("RELEASE item")
            self._writer.forget(mark)
        else:
            self._writer.forget()


def now() -> str:
    """The present moment, ISO 8601 in UTC."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
