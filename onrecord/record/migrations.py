"""A record is always of one whole schema version: making it and moving it up are one transaction each."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

from onrecord.record import schema

Migration = Callable[[sqlite3.Connection], None]

# MIGRATIONS[n] turns a record of version n + 1 into one of version n + 2. Migrations are only ever appended;
# the schema in schema.py is what the last of them leaves.
MIGRATIONS: tuple[Migration, ...] = ()


def create(connection: sqlite3.Connection) -> None:
    """Make the empty database behind `connection` a record, unless another process has meanwhile."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        if _number(connection, "application_id") != schema.APPLICATION_ID:
            for command in schema.commands():
                connection.execute(command)
            connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {schema.VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        _roll_back(connection)
        raise


def migrate(connection: sqlite3.Connection, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Bring an older record up to the present version, all the way or not at all."""
    if _number(connection, "user_version") > len(migrations):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Read again now that nobody else can write: another process may have migrated meanwhile.
        for migration in migrations[_number(connection, "user_version") - 1 :]:
            migration(connection)
        connection.execute(f"PRAGMA user_version = {len(migrations) + 1}")
        connection.execute("COMMIT")
    except BaseException:
        _roll_back(connection)
        raise


def _roll_back(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])
