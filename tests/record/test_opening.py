"""Protects foreign files from being touched, and the user from errors that are not one clear sentence."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.errors import RecordError
from onrecord.record import Record

WAYS = [{}, {"create": True}, {"readonly": True}]


def one_sentence(error: RecordError, path: Path) -> None:
    text = str(error)
    assert text.startswith(str(path))
    assert text.endswith(".")
    assert "\n" not in text
    assert error.remedy


def refused(path: Path, given: dict[str, bool]) -> None:
    with pytest.raises(RecordError) as raised:
        Record.open(path, **given)
    one_sentence(raised.value, path)


def test_missing(tmp_path: Path) -> None:
    refused(tmp_path / "no.onrecord", {})
    refused(tmp_path / "no.onrecord", {"readonly": True})
    refused(tmp_path / "no" / "folder.onrecord", {"create": True})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("given", WAYS)
def test_a_folder(tmp_path: Path, given: dict[str, bool]) -> None:
    refused(tmp_path, given)


@pytest.mark.parametrize("given", WAYS)
@pytest.mark.parametrize(
    "data",
    [b"hello", b"\0" * 5000, b"SQLite format 3\0", b"SQLite format 3\0" + b"x" * 5000, b"%PDF-1.7\n" * 900],
)
def test_a_foreign_file_is_left_as_it_is(place: Path, data: bytes, given: dict[str, bool]) -> None:
    place.write_bytes(data)
    refused(place, given)
    assert place.read_bytes() == data
    assert os.listdir(place.parent) == [place.name]


@pytest.mark.parametrize("given", WAYS)
def test_a_foreign_database_is_left_as_it_is(place: Path, given: dict[str, bool]) -> None:
    with sqlite3.connect(place) as connection:
        connection.execute("CREATE TABLE theirs (x)")
    connection.close()
    before = place.read_bytes()
    refused(place, given)
    assert place.read_bytes() == before


def test_an_empty_file_becomes_a_record_only_when_asked(place: Path) -> None:
    place.touch()
    refused(place, {})
    refused(place, {"readonly": True})
    Record.open(place, create=True).close()
    Record.open(place).close()


def test_names_that_mean_something_in_an_address(tmp_path: Path) -> None:
    path = tmp_path / "a?mode=memory#x%20 é.onrecord"
    Record.open(path, create=True).close()
    assert os.listdir(tmp_path) == [path.name]
    Record.open(path, readonly=True).close()


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_cut_short(place: Path, reading, share: float) -> None:
    with Record.open(place, create=True) as record:
        for number in range(60):
            record.add(f"k{number}", [reading(source=f"/news/{number}.txt")], f"/news/{number}.txt")
    os.truncate(place, int(place.stat().st_size * share))
    refused(place, {})
    refused(place, {"readonly": True})


def test_damaged_inside(place: Path, reading) -> None:
    with Record.open(place, create=True) as record:
        for number in range(200):
            record.add(f"k{number}", [reading(source=f"/news/{number}.txt")], f"/news/{number}.txt")
    data = bytearray(place.read_bytes())
    data[8192:] = b"\xa5" * (len(data) - 8192)
    place.write_bytes(data)
    with pytest.raises(RecordError) as raised, Record.open(place, readonly=True) as record:
        list(record.statements())
    one_sentence(raised.value, place)


def test_reading_only_writes_nothing(place: Path, reading) -> None:
    with Record.open(place, create=True) as record:
        record.add("k", [reading()], "/news/bridge.txt")
    with Record.open(place, readonly=True) as record:
        assert record.counts().statements == 1
        with pytest.raises(RecordError, match="reading only"):
            record.add("k2", [reading(source="/b")], "/b")


AS_NOBODY = """
import os, sys
from onrecord.errors import RecordError
from onrecord.record import Record
os.setgid(65534), os.setuid(65534)  # after the imports, which may lie where only the owner reads
given = {sys.argv[2]: True} if sys.argv[2] else {}
try:
    with Record.open(sys.argv[1], **given) as record:
        print("counts", record.counts().documents)
        if not record.readonly:
            record.add("k9", [], "/x")
            print("added")
except RecordError as error:
    print("refused", error)
"""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can be somebody else")
@pytest.mark.parametrize(
    ("folder", "file", "given", "expected"),
    [
        (0o755, 0o600, "readonly", "refused"),
        (0o755, 0o600, "", "refused"),
        (0o755, 0o644, "readonly", "counts 1"),
        (0o755, 0o644, "", "refused"),
        (0o755, 0o666, "", "refused"),
        (0o777, 0o444, "", "refused"),
        (0o700, 0o666, "readonly", "refused"),
    ],
)
def test_permissions(place: Path, reading, folder: int, file: int, given: str, expected: str) -> None:
    with Record.open(place, create=True) as record:
        record.add("k", [reading()], "/news/bridge.txt")
    for parent in place.parents:
        if parent != Path("/tmp") and parent.parent != parent:
            parent.chmod(0o755)
    place.parent.chmod(folder)
    place.chmod(file)
    run = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, str(place), given], capture_output=True, text=True, timeout=60
    )
    place.parent.chmod(0o755)
    assert run.stderr == ""
    assert run.stdout.splitlines()[-1].startswith(expected), run.stdout
    assert "(" not in run.stdout  # none of SQLite's own words
