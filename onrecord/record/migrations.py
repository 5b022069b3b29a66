"""A record is always of one whole schema version: making it and moving it up are one transaction each."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

from onrecord.record import rows, schema

Migration = Callable[[sqlite3.Connection], None]


def _who_speaks(connection: sqlite3.Connection) -> None:
    """Version 2: figures, time expressions, entities, links and decisions; documents know their host.

    What version 1 held stays as it was. Its readings have no figures until their sources are added again.
    """
    for column in _NEW_IN_READING:
        connection.execute(f"ALTER TABLE reading ADD COLUMN {column}")
    connection.execute("ALTER TABLE document ADD COLUMN host TEXT")
    connection.create_function("host_of", 1, lambda url: rows.plain(rows.host(rows.string(url))))
    connection.execute("UPDATE document SET host = host_of(url) WHERE url IS NOT NULL")
    # These tables have not changed since version 2. Whoever changes one writes here what it was.
    for command in schema.commands():
        name, table = schema.subject(command)
        if table in _NEW_TABLES or name in _NEW_INDEXES:
            connection.execute(command)


_NEW_IN_READING = (
    "figures INTEGER",
    "linked TEXT",
    "inferred TEXT",
    "inferred_earliest TEXT",
    "inferred_latest TEXT",
    "inferred_start INTEGER",
    "inferred_end INTEGER",
    "inferred_basis TEXT",
)
_NEW_TABLES = {
    "time", "figure", "entity", "alias", "name_key", "alias_words", "role", "role_shown", "link", "voice",
    "doubt", "decision",
}  # fmt: skip
_NEW_INDEXES = {"document_old", "document_by_outlet", "document_by_host", "reading_unlinked"}


def _what_travels(connection: sqlite3.Connection) -> None:
    """Version 3: tracing. Every document waits to be traced."""
    for command in schema.commands():
        if schema.subject(command)[1] in _OF_TRACING:
            connection.execute(command)


_OF_TRACING = {"traced", "piece", "key_run", "likeness", "stirred", "family", "member", "hop"}


def _what_does_not_fit(connection: sqlite3.Connection) -> None:
    """Version 4: checking. Every document waits to be checked."""
    for command in schema.commands():
        if schema.subject(command)[1] in _OF_CHECKING:
            connection.execute(command)


_OF_CHECKING = {
    "checked", "claim", "stirred_matter", "checked_family", "finding", "finding_passage",
    "finding_statement", "review",
}  # fmt: skip


def _what_persons_say(connection: sqlite3.Connection) -> None:
    """Version 5: what persons decide of statements. Nothing is decided yet."""
    for command in of_reviews():
        connection.execute(command)


def of_reviews() -> list[str]:
    """The commands that make what version 5 has and version 4 has not."""
    return [command for command in schema.commands() if schema.subject(command)[1] in _OF_REVIEWS]


_OF_REVIEWS = {"statement_review", "reviewed"}

# MIGRATIONS[n] turns a record of version n + 1 into one of version n + 2. Migrations are only ever appended;
# the schema is what the last of them leaves.
MIGRATIONS: tuple[Migration, ...] = (_who_speaks, _what_travels, _what_does_not_fit, _what_persons_say)


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
