"""Protects the schema: documented, explained, equal to the types, and migrated whole or not at all."""

from __future__ import annotations

import dataclasses
import sqlite3
from pathlib import Path

import pytest

from onrecord.errors import RecordError
from onrecord.model import Document, Passage, Statement
from onrecord.record import Record, migrations, schema

OWN = {
    "document": {
        "row",
        "version",
        "newest",
        "reading",
        "rank",
        "first_day",
        "last_day",
        "words",
        "added",
        "host",
    },
    "passage": {"row", "reading"},
    "statement": {"row", "reading"},
}


def columns(table: str) -> set[str]:
    connection = sqlite3.connect(":memory:")
    for command in schema.commands():
        connection.execute(command)
    return {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}


def test_document_is_current() -> None:
    path = Path(__file__).parents[2] / "docs" / "record.md"
    assert path.read_text(encoding="utf-8") == schema.render(), (
        "print it again: python -c 'from onrecord.record import schema; print(schema.render(), end=\"\")'"
    )


@pytest.mark.parametrize(
    ("kind", "table"), [(Document, "document"), (Passage, "passage"), (Statement, "statement")]
)
def test_types_and_tables_agree(kind: type, table: str) -> None:
    fields = {field.name for field in dataclasses.fields(kind)} - ({"text"} if kind is Document else set())
    there = columns(table) - OWN[table]
    unkept = {f for f in fields if not any(c == f or c.startswith(f"{f}_") for c in there)}
    unknown = {c for c in there if not any(c == f or c.startswith(f"{f}_") for f in fields)}
    assert (unkept, unknown) == (set(), set())


def test_every_column_is_explained() -> None:
    connection = sqlite3.connect(":memory:")
    for command in schema.commands():
        connection.execute(command)
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    page = schema.render()
    for (table,) in tables:
        if "_words_" in table:
            continue  # FTS5's own
        section = page.split(f"\n## {table}\n")[1].split("\n## ")[0]
        for column in columns(table):
            assert f"\n| `{column}` |" in section, (table, column)


def test_a_newer_version_is_refused_and_kept(place: Path) -> None:
    Record.open(place, create=True).close()
    with sqlite3.connect(place) as connection:
        connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    for given in ({}, {"create": True}, {"readonly": True}):
        with pytest.raises(RecordError, match="newer onrecord"):
            Record.open(place, **given)


def test_migration_goes_all_the_way_or_not_at_all(place: Path) -> None:
    Record.open(place, create=True).close()
    connection = sqlite3.connect(place, isolation_level=None)

    def good(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE fresh (x)")

    def bad(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE staler (x)")
        raise OSError("cut off")

    names = "SELECT count(*) FROM sqlite_schema WHERE name IN ('fresh', 'staler')"
    with pytest.raises(OSError, match="cut off"):
        migrations.migrate(connection, (*migrations.MIGRATIONS, good, bad))
    assert connection.execute(names).fetchone() == (0,)
    assert connection.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
    migrations.migrate(connection, (*migrations.MIGRATIONS, good))
    migrations.migrate(connection, (*migrations.MIGRATIONS, good))
    assert connection.execute(names).fetchone() == (1,)
    assert connection.execute("PRAGMA user_version").fetchone() == (schema.VERSION + 1,)


def test_versions_are_counted_by_migrations() -> None:
    assert len(migrations.MIGRATIONS) + 1 == schema.VERSION
