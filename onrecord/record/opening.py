"""Nothing is opened as a record that does not say it is one, and a foreign file is never written."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from onrecord.errors import RecordError
from onrecord.record import migrations, schema

BUSY_SECONDS = 60.0
_POLL_SECONDS = 0.004
_MAGIC = b"SQLite format 3\0"
_HEADER = 100  # bytes
_CACHE_KIB = 65536
_ENOUGH = 4  # a record of this version lacks nothing but tables that are empty in a new record


def connect(
    path: Path, create: bool = False, readonly: bool = False, shared: bool = False
) -> sqlite3.Connection:
    """A connection to the record at `path`, of the present schema version.

    Args:
        path: the record's file.
        create: make it where there is none.
        readonly: only read.
        shared: several threads may use the connection, one at a time.

    Raises:
        RecordError: there is none and `create` is False, it is not a record, it is damaged, it comes from a
            newer version, or it may not be read or written.
    """
    create = create and not readonly
    _examine(path, create)
    with guard(path):
        connection = _open(path, readonly, shared)
        try:
            # None but an empty file has no page: a new one, or one whose making was cut off and taken back.
            if create and not _pragma(connection, "page_count"):
                migrations.create(connection)
            _check(path, connection, readonly)
            _tune(connection, readonly)
        except BaseException:
            connection.close()
            raise
    return connection


def take_turn(connection: sqlite3.Connection) -> None:
    """Begin to write, as soon as nobody else does.

    SQLite by itself asks ten times a second, and so would miss the pauses of one who writes a lot.
    """
    deadline = time.monotonic() + BUSY_SECONDS
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                connection.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                    raise
                time.sleep(_POLL_SECONDS)
    finally:
        connection.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")


@contextmanager
def guard(path: Path) -> Iterator[None]:
    """Turn what SQLite raises about the record at `path` into a RecordError of one sentence."""
    try:
        yield
    except sqlite3.Error as error:
        raise explain(path, error) from error


def explain(path: Path, error: sqlite3.Error) -> RecordError:
    """The RecordError that says in one sentence what SQLite said in its own words."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    where = str(path)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return RecordError("another process is writing to the record", where, "try again when it is done")
    if code == sqlite3.SQLITE_FULL:
        what = "the disk is full, so nothing more can be stored"
        return RecordError(what, where, "make room and add again; what was stored is kept")
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT):
        return RecordError("the record is damaged or cut short", where, _DAMAGED)
    if code == sqlite3.SQLITE_READONLY:
        return RecordError("the record may not be written", where, _PERMISSION)
    if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
        return RecordError("the record cannot be opened here", where, _PERMISSION)
    if code == sqlite3.SQLITE_IOERR:
        return RecordError(f"the disk failed ({error})", where, "check the disk and its free space")
    return RecordError(f"the record cannot be used ({error})", where, "report this if it happens again")


_NONE = "add something to it first, or name another"
_LEFT = "name another file; this one was left as it is"
_DAMAGED = "put a copy of it in its place, or add the sources to a new record"
_PERMISSION = "change the permissions of the file and its folder, or name another with --record"


def _examine(path: Path, create: bool) -> None:
    """Look at the file itself before SQLite may touch it, for SQLite writes to whatever it opens."""
    where = str(path)
    try:
        if path.is_dir():
            raise RecordError("this is a folder, not a record", where, "name a file")
        if not path.exists():
            if not create:
                raise RecordError("there is no record here", where, _NONE)
            if not path.parent.is_dir():
                raise RecordError("its folder does not exist", where, "make the folder first")
            return
        if not path.is_file():
            raise RecordError("this is not a file", where, "name a file")
        size = path.stat().st_size
        # No connection can be open to so short a file: see `_belongs_to`.
        header = path.read_bytes() if size < _HEADER else b""
        if not os.access(path, os.R_OK):
            raise PermissionError
    except PermissionError as error:
        raise RecordError("the record may not be read", where, _PERMISSION) from error
    except (OSError, ValueError) as error:
        raise RecordError(f"the record cannot be read ({error})", where, "name another file") from error
    if not size:
        if not create:
            raise RecordError("the file is empty", where, _NONE)
        return
    if size < _HEADER:
        if not header.startswith(_MAGIC):
            raise RecordError("this is not a record", where, _LEFT)
        raise RecordError("the record is damaged or cut short", where, _DAMAGED)
    if _belongs_to(path) != schema.APPLICATION_ID:
        raise RecordError("this is an SQLite database of another program", where, _LEFT)


def _belongs_to(path: Path) -> int:
    """The application id in a file, asked of SQLite without any right to write.

    SQLite has to open it: where a program opens and closes a file by itself, the system takes away the locks
    that all its connections hold on that file, and another process may then write while they read.
    """
    name = "file:" + quote(os.fsencode(path.absolute())) + "?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(name, uri=True)) as connection:
            return _pragma(connection, "application_id")
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_NOTADB:
            raise RecordError("this is not a record", str(path), _LEFT) from error
        return schema.APPLICATION_ID  # without its log a record may seem cut short: opening it will tell


def _open(path: Path, readonly: bool, shared: bool) -> sqlite3.Connection:
    mode = "?mode=ro" if readonly else "?mode=rwc"
    if readonly and _still(path):
        mode += "&immutable=1"
    name = "file:" + quote(os.fsencode(path.absolute())) + mode
    return sqlite3.connect(
        name,
        uri=True,
        isolation_level=None,
        timeout=BUSY_SECONDS,
        cached_statements=256,
        check_same_thread=not shared,
    )


def _still(path: Path) -> bool:
    """Whether nobody can be writing: the folder takes no files and there is no log that holds anything."""
    log = Path(f"{path}-wal")
    return not os.access(path.absolute().parent, os.W_OK) and not (log.exists() and log.stat().st_size)


def _check(path: Path, connection: sqlite3.Connection, readonly: bool) -> None:
    if _pragma(connection, "application_id") != schema.APPLICATION_ID:
        raise RecordError("this is not a record", str(path), _LEFT)
    version = _pragma(connection, "user_version")
    if version > schema.VERSION:
        what = f"the record was written by a newer onrecord (version {version}, known is {schema.VERSION})"
        raise RecordError(what, str(path), "update onrecord")
    if version < schema.VERSION:
        if not readonly:
            migrations.migrate(connection)
        elif version < _ENOUGH:
            what = f"the record was written by an older onrecord (its version is {version})"
            raise RecordError(what, str(path), "add something to it once, which brings it up to date")
    connection.execute("SELECT count(*) FROM (SELECT 1 FROM document LIMIT 1)").fetchone()


def _supplement(connection: sqlite3.Connection) -> None:
    """Let an older record be read as it is: what it lacks is made in memory, empty."""
    for command in migrations.of_reviews():
        made = command.replace("CREATE TABLE ", "CREATE TEMP TABLE ")
        connection.execute(made.replace("CREATE INDEX ", "CREATE INDEX temp."))


def _tune(connection: sqlite3.Connection, readonly: bool) -> None:
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    if readonly:
        if _pragma(connection, "user_version") < schema.VERSION:
            _supplement(connection)
        connection.execute("PRAGMA query_only = ON")
        return
    _log_ahead(connection)
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA wal_autocheckpoint = 16000")
    connection.execute("PRAGMA journal_size_limit = 67108864")


def _log_ahead(connection: sqlite3.Connection) -> None:
    """Switch to the write-ahead log; SQLite does not wait by itself for another process that is switching."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.02)


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])
