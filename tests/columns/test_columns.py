"""Protects columns: what is written comes back equal; types, SQL tables and columns name the same things."""

from __future__ import annotations

import dataclasses
import sqlite3
import typing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import columns
from onrecord.columns import Table
from onrecord.model import Document, Figure, Hop, Member, Passage, Speaker, Statement, Time, When
from onrecord.record import schema

odd = st.text(st.characters(categories=["L", "N", "P", "Z", "C", "S"]), max_size=12)  # lone surrogates too
st.register_type_strategy(str, odd)
st.register_type_strategy(int, st.integers(0, 2**31 - 1))
st.register_type_strategy(float, st.floats(0, 1))

INFERRED = ("", "_earliest", "_latest", "_start", "_end", "_basis")

# What the record keeps by another name, or for itself alone; and what columns alone have.
SQL: dict[str, tuple[str, set[str], set[str]]] = {
    "documents": (
        "document",
        {"row", "version", "newest", "reading", "rank", "first_day", "last_day", "added", "host"},
        {"text", "raw", "item", *(f"inferred{end}" for end in INFERRED)},
    ),
    "passages": ("passage", {"row", "reading"}, set()),
    "statements": ("statement", {"row", "reading"}, {"text", "entity", "reviewed"}),
    "times": ("time", {"reading", "number"}, set()),
    "figures": ("figure", {"reading"}, {"document"}),
    "families": ("family", {"row"}, set()),
    "members": ("member", {"wording"}, set()),
}  # fmt: skip


def sql(table: str) -> set[str]:
    connection = sqlite3.connect(":memory:")
    for command in schema.commands():
        connection.execute(command)
    return {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}


def names(table: Table) -> set[str]:
    return {column.name for column in table.columns} - {"undecoded"}


@pytest.mark.parametrize("table", columns.TABLES, ids=lambda table: table.name)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_whatever_is_written_comes_back_equal(table: Table, data: st.DataObject) -> None:
    rows = data.draw(st.lists(st.from_type(table.kind), max_size=4))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "some" / f"{table.name}.parquet"
        assert columns.write(table, path, rows) == len(rows)
        assert list(columns.read(table, path)) == rows
        assert pq.read_schema(path).equals(table.schema)


@pytest.mark.parametrize("name", SQL)
def test_the_record_and_the_columns_agree(name: str) -> None:
    [table] = [one for one in columns.TABLES if one.name == name]
    other, own, beyond = SQL[name]
    assert sql(other) - own == names(table) - beyond


@pytest.mark.parametrize(
    ("kind", "table"),
    [
        (Document, columns.DOCUMENTS),
        (Passage, columns.PASSAGES),
        (Statement, columns.STATEMENTS),
        (Time, columns.TIMES),
        (Figure, columns.FIGURES),
        (Member, columns.MEMBERS),
        (Hop, columns.HOPS),
    ],
    ids=lambda one: getattr(one, "__name__", getattr(one, "name", "")),
)
def test_types_and_columns_agree(kind: type, table: Table) -> None:
    """A new field of a type is a new column, or this fails."""
    parts = {"when": {"edtf", "earliest", "latest"}}
    for field in typing.get_type_hints(kind):
        expected = parts.get(field, {field})
        there = {c for c in names(table) if c in expected or c.startswith(f"{field}_")}
        assert there, f"{table.name} has no column for {field}"
    if kind is Statement:
        for part in dataclasses.fields(Speaker):
            ends = ("start", "end") if part.name == "span" else (part.name,)
            assert {f"speaker_{end}" for end in ends} <= names(table)
    assert not dataclasses.fields(When)[3:]  # a fourth part would want a column


@pytest.mark.parametrize("table", columns.TABLES, ids=lambda table: table.name)
def test_every_column_is_explained(table: Table) -> None:
    assert table.about
    for column in table.columns:
        assert len(column.help) > 5, column.name
        assert table.schema.field(column.name).metadata[b"description"].decode() == column.help


def test_a_file_is_whole_or_not_there(tmp_path: Path) -> None:
    def rows() -> Any:
        yield columns.FailureRow("a", 0, "a", "/a", "is empty", "")
        raise OSError("no room")

    path = tmp_path / "failures.parquet"
    with pytest.raises(OSError, match="no room"):
        columns.write(columns.FAILURES, path, rows())
    assert list(tmp_path.iterdir()) == []
    columns.write(columns.FAILURES, path, [])
    with pytest.raises(OSError, match="no room"):
        columns.write(columns.FAILURES, path, rows())
    assert [one.name for one in tmp_path.iterdir()] == ["failures.parquet"]
    assert list(columns.read(columns.FAILURES, path)) == []


def test_lone_surrogates_leave_readable_text(tmp_path: Path) -> None:
    """Offsets stay true for those who read the file with something else."""
    path = tmp_path / "failures.parquet"
    columns.write(columns.FAILURES, path, [columns.FailureRow("x\udce9y", 0, "", "", "", "")])
    [row] = pq.read_table(path).to_pylist()
    assert row["item"] == "x�y"
    assert [one["column"] for one in row["undecoded"]] == ["item"]
