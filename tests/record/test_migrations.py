"""Protects records made by older versions: moved up they lose nothing, and are what a new record is."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest

from onrecord.errors import RecordError
from onrecord.record import Filter, Record, schema

HERE = Path(__file__).parent
TABLES = ("document", "text", "page", "place", "reading", "passage", "statement", "step", "failure")


def old_columns(table: str) -> list[str]:
    sql = (HERE / "version_1.sql").read_text()
    body = re.search(rf"CREATE TABLE {table} \((.*?)\n\)", sql, re.DOTALL)
    assert body
    return re.findall(r"^  ([a-z_]+) ", body[1], re.MULTILINE)


def as_version_1(new: Path, old: Path) -> None:
    """Copy what version 1 knew of a record into a file made by the SQL of version 1."""
    with sqlite3.connect(old) as connection:
        connection.executescript((HERE / "version_1.sql").read_text())
        connection.execute("ATTACH ? AS new", (str(new),))
        for table in TABLES:
            names = ", ".join(old_columns(table))
            connection.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM new.{table}")
        columns = {
            "statement_words": "rowid, words, speaker, outlet, mode, act, language, attributed, id",
            "passage_words": "rowid, words, outlet, language",
        }
        for row, start, end, id, text in connection.execute(
            "SELECT s.row, s.content ->> '$[0][0]', s.content ->> '$[0][1]', s.id, t.text "
            "FROM statement s JOIN text t ON t.document = s.document"
        ).fetchall():
            values = row, text[start:end], "", "", "direct", "said", "en", "yes", id
            connection.execute(
                f"INSERT INTO statement_words ({columns['statement_words']}) VALUES (?,?,?,?,?,?,?,?,?)",
                values,
            )
        connection.commit()
        connection.execute("DETACH new")
    connection.close()


@pytest.fixture
def old(place: Path, tmp_path: Path, reading) -> Path:
    with Record.open(place, create=True) as record:
        record.add(
            "a", [reading(raw=b"<p>page</p>", url="https://www.Lantern.example/a")], "/news/bridge.txt"
        )
        record.add("b", [reading(source="/b", published=None, outlet=None)], "/b")
        record.add("c", [reading("Other words.\n\nThe end.", "/c", said=[("The end.", None)])], "/c")
    path = tmp_path / "old.onrecord"
    as_version_1(place, path)
    return path


def dump(path: Path) -> dict[str, list[object]]:
    connection = sqlite3.connect(path)
    found = {
        table: connection.execute(
            f"SELECT {', '.join(old_columns(table))} FROM {table} ORDER BY 1"
        ).fetchall()
        for table in TABLES
    }
    connection.close()
    return found


def test_an_old_record_is_moved_up_and_loses_nothing(old: Path, place: Path, reading) -> None:
    before = dump(old)
    assert all(before[table] for table in ("document", "text", "page", "passage", "statement", "step"))
    with Record.open(place) as new:
        wanted = [(list(new.statements()), list(new.documents()), new.counts())]
    with Record.open(old) as record:
        assert [(list(record.statements()), list(record.documents()), record.counts())] == wanted
        assert len(list(record.statements(Filter(words="bridge reopens")))) == 2
        assert record.done("a")
        assert record.raw(reading()[0].document.id) == b"<p>page</p>"
    assert dump(old) == before


def test_a_moved_record_is_what_a_new_one_is(old: Path, place: Path) -> None:
    Record.open(old).close()

    def described(path: Path) -> object:
        connection = sqlite3.connect(path)
        listed = connection.execute("SELECT type, name, tbl_name FROM sqlite_schema ORDER BY 1, 2").fetchall()
        tables = {name for kind, name, _ in listed if kind == "table"}
        indexes = {name for kind, name, _ in listed if kind == "index"}
        found = (
            listed,
            {t: connection.execute(f"PRAGMA table_info({t})").fetchall() for t in tables},
            {i: connection.execute(f"PRAGMA index_xinfo({i})").fetchall() for i in indexes},
            connection.execute("PRAGMA user_version").fetchone(),
        )
        connection.close()
        return found

    assert described(old) == described(place)
    assert sqlite3.connect(old).execute("PRAGMA user_version").fetchone() == (schema.VERSION,)


def test_a_moved_record_knows_hosts_and_takes_figures(old: Path, reading) -> None:
    with Record.open(old) as record:
        assert record._all("SELECT host FROM document ORDER BY row") == [
            ("lantern.example",),
            (None,),
            (None,),
        ]
        assert list(record.unlinked_documents()) == []
        again = reading(raw=b"<p>page</p>", url="https://www.Lantern.example/a", figures=["Ada Lovelock"])
        assert record.add("a2", [again], "/news/bridge.txt") == (0, 0, 1, 1, 0)
        [waiting] = record.unlinked_documents()
        assert waiting.id == again[0].document.id
        assert [figure.name for figure in record.figures(waiting.row)] == ["Ada Lovelock"]


def test_an_old_record_is_not_changed_by_reading(old: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(RecordError, match="older onrecord"):
        Record.open(old, readonly=True)
    assert old.read_bytes() == before
