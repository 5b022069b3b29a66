"""Protects records made by older versions: moved up they lose nothing, and are what a new record is."""

from __future__ import annotations

import re
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.errors import RecordError
from onrecord.record import Filter, Guess, Name, Record, schema

HERE = Path(__file__).parent
VERSION_1 = ("document", "text", "page", "place", "reading", "passage", "statement", "step", "failure")
VERSION_2 = (
    *VERSION_1, "time", "figure", "entity", "alias", "name_key", "role", "role_shown", "link", "voice",
    "doubt", "decision",
)  # fmt: skip
VERSION_3 = (
    *VERSION_2, "traced", "piece", "key_run", "likeness", "stirred", "family", "member", "hop",
)  # fmt: skip
VERSION_4 = (
    *VERSION_3, "checked", "claim", "stirred_matter", "checked_family", "finding", "finding_passage",
    "finding_statement", "review",
)  # fmt: skip
TABLES = {1: VERSION_1, 2: VERSION_2, 3: VERSION_3, 4: VERSION_4}
Old = tuple[int, Path]  # a version, and a record of it


def columns(version: int, table: str) -> list[str]:
    """The columns that a table had."""
    sql = (HERE / f"version_{version}.sql").read_text()
    body = re.search(rf"CREATE TABLE {table} \((.*?)\n\)", sql, re.DOTALL)
    assert body
    return re.findall(r"^  ([a-z_]+) ", body[1], re.MULTILINE)


def as_version(version: int, new: Path, old: Path) -> None:
    """Copy what an old version knew of a record into a file made by the SQL of that version."""
    with sqlite3.connect(old) as connection:
        connection.executescript((HERE / f"version_{version}.sql").read_text())
        connection.execute("ATTACH ? AS new", (str(new),))
        for table in TABLES[version]:
            names = ", ".join(columns(version, table))
            connection.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM new.{table}")
        if version > 1:
            connection.execute("INSERT INTO alias_words (rowid, form) SELECT row, form FROM alias")
        for row, start, end, id, text in connection.execute(
            "SELECT s.row, s.content ->> '$[0][0]', s.content ->> '$[0][1]', s.id, t.text "
            "FROM statement s JOIN text t ON t.document = s.document"
        ).fetchall():
            values = row, text[start:end], "", "", "direct", "said", "en", "yes", id
            names = "rowid, words, speaker, outlet, mode, act, language, attributed, id"
            connection.execute(f"INSERT INTO statement_words ({names}) VALUES (?,?,?,?,?,?,?,?,?)", values)
        connection.commit()
        connection.execute("DETACH new")
    connection.close()


@pytest.fixture(params=[1, 2, 3, 4])
def old(request: pytest.FixtureRequest, place: Path, tmp_path: Path, reading) -> Old:
    with Record.open(place, create=True) as record:
        given = reading(raw=b"<p>page</p>", url="https://www.Lantern.example/a", **_shown(request.param))
        record.add("a", [given], "/news/bridge.txt")
        record.add("b", [reading(source="/b", published=None, outlet=None)], "/b")
        record.add("c", [reading("Other words.\n\nThe end.", "/c", said=[("The end.", None)])], "/c")
        if request.param > 1:
            ada = record.new_entity("person", Name("Ada Lovelock", "ada lovelock", ("ada",)))
            [waiting] = record.unlinked_documents()
            [figure] = record.figures(waiting.row)
            record.add_role(ada, "mayor", waiting)
            record.add_links(
                waiting.row, [Guess(m.span, ada, 0.9, "full name") for m in figure.mentions], "1"
            )
            record.rename(next(record.speakers()).entity.id, Name("Ada L.", "ada l", ("ada",)), "R. Quill")
    path = tmp_path / "old.onrecord"
    as_version(request.param, place, path)
    return request.param, path


def _shown(version: int) -> dict[str, object]:
    """What a document shows of figures and times, which version 1 did not know."""
    return {} if version == 1 else {"figures": ["Ada Lovelock"], "times": ["May"]}


def dump(old: Old) -> dict[str, list[object]]:
    version, path = old
    connection = sqlite3.connect(path)
    found = {}
    for table in TABLES[version]:
        names = ", ".join(columns(version, table))
        found[table] = sorted(connection.execute(f"SELECT {names} FROM {table}").fetchall(), key=repr)
    connection.close()
    return found


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


def test_an_old_record_is_moved_up_and_loses_nothing(old: Old, place: Path, reading) -> None:
    version, path = old
    before = dump(old)
    assert all(before[table] for table in ("document", "text", "page", "passage", "statement", "step"))
    assert version == 1 or all(before[table] for table in ("figure", "entity", "alias", "link", "decision"))
    with Record.open(place) as new:
        wanted = list(new.told()), list(new.documents()), new.counts(), list(new.speakers())
    with Record.open(path) as record:
        assert (
            list(record.told()),
            list(record.documents()),
            record.counts(),
            list(record.speakers()),
        ) == wanted
        assert len(list(record.statements(Filter(words="bridge reopens")))) == 2
        assert record.done("a")
        assert record.raw(reading()[0].document.id) == b"<p>page</p>"
        assert list(record.families()) == []
    assert dump(old) == before


def test_a_moved_record_is_what_a_new_one_is(old: Old, place: Path) -> None:
    Record.open(old[1]).close()
    assert described(old[1]) == described(place)
    assert sqlite3.connect(old[1]).execute("PRAGMA user_version").fetchone() == (schema.VERSION,)


MOVE = """
import os, signal, sqlite3, sys
from onrecord.record import migrations
left = int(sys.argv[2])
def tick(command):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.set_trace_callback(tick)
migrations.migrate(connection)
"""


@pytest.mark.parametrize("commands", [1, 3, 5, 6])
def test_killed_while_it_is_moved_up_it_is_as_it_was(old: Old, place: Path, commands: int) -> None:
    """It is of one whole version, whenever the plug is pulled, and the next who opens it moves it up."""
    version, path = old
    before = dump(old)
    done = subprocess.run([sys.executable, "-c", MOVE, str(path), str(commands)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert sqlite3.connect(path).execute("PRAGMA user_version").fetchone() == (version,)
    assert dump(old) == before
    Record.open(path).close()
    assert (described(path), dump(old)) == (described(place), before)


@pytest.mark.parametrize("old", [1], indirect=True)
def test_a_moved_record_knows_hosts_and_takes_figures(old: Old, reading) -> None:
    with Record.open(old[1]) as record:
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


@pytest.mark.parametrize("old", [1, 2, 3], indirect=True)
def test_an_old_record_is_not_changed_by_reading(old: Old) -> None:
    before = old[1].read_bytes()
    with pytest.raises(RecordError, match="older onrecord"):
        Record.open(old[1], readonly=True)
    assert old[1].read_bytes() == before


@pytest.mark.parametrize("old", [4], indirect=True)
def test_a_record_without_decisions_is_read_as_it_is(old: Old) -> None:
    """Version 4 lacks nothing but what persons decide of statements, so it need not be written to be read."""
    before = old[1].read_bytes()
    with Record.open(old[1], readonly=True) as record:
        assert len(list(record.told(Filter(words="bridge reopens")))) == 2
        assert list(record.told(Filter(reviewed="accepted"))) == []
    assert old[1].read_bytes() == before
