"""Every place yields its documents in a stable order, or a failure with a remedy; nothing is lost."""

from __future__ import annotations

import io
import os
import pickle
import socket
from pathlib import Path

import pytest

from onrecord import read
from onrecord.model import Failure, Item
from onrecord.settings import Settings


@pytest.fixture
def press(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = Path("press")
    (folder / "deep").mkdir(parents=True)
    (folder / "b.txt").write_text("Second text.")
    (folder / "a.txt").write_text("First text.")
    (folder / "deep" / "c.md").write_text("Third text.")
    return folder


def test_folder_is_walked_in_order_and_paths_are_as_typed(press: Path, everything) -> None:
    readings, failures = everything("press")
    assert [r.document.path for r in readings] == ["press/a.txt", "press/b.txt", "press/deep/c.md"]
    assert readings[0].document.source == str(press.absolute() / "a.txt")
    assert not failures


def test_plain_files_are_left_unread_and_items_travel(press: Path, settings: Settings) -> None:
    for item in read.items(["press"], settings):
        assert isinstance(item, Item)
        assert item.data is None
        assert item.open_as[0] == "file"
        assert pickle.loads(pickle.dumps(item)) == item


def test_hidden_and_clutter_are_skipped(press: Path, everything) -> None:
    (press / ".git").mkdir()
    (press / ".git" / "x.txt").write_text("Hidden.")
    for name in (".DS_Store", "Thumbs.db", "~$a.docx"):
        (press / name).write_bytes(b"\0\1")
    readings, failures = everything("press")
    assert len(readings) == 3
    assert not failures


def test_known_formats_that_are_not_read_are_named(press: Path, everything) -> None:
    (press / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (press / "noname").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(20))
    _, failures = everything("press")
    assert len(failures) == 2
    assert all("not a format that is read" in f.reason for f in failures)


def test_link_loops_end(press: Path, everything) -> None:
    (press / "deep" / "loop").symlink_to(press.absolute(), target_is_directory=True)
    (press / "dangling.txt").symlink_to("nowhere.txt")
    readings, failures = everything("press")
    assert len(readings) == 3
    assert [f.path for f in failures] == ["press/dangling.txt"]


def test_missing_empty_and_special_files(press: Path, everything) -> None:
    Path("empty").mkdir()
    (press / "nothing.txt").touch()
    os.mkfifo(press / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("press/plug.txt")
        readings, failures = everything("gone.txt", "empty", "press", "bad\0name")
    assert len(readings) == 3
    assert {f.path for f in failures} == {
        "gone.txt", "empty", "press/nothing.txt", "press/pipe.txt", "press/plug.txt", "bad\0name"
    }  # fmt: skip
    assert all(f.reason and f.remedy for f in failures)


def test_a_file_that_vanishes_between_is_one_failure(press: Path, settings: Settings) -> None:
    found = list(read.items(["press/a.txt"], settings))
    (press / "a.txt").unlink()
    assert isinstance(found[0], Item)
    (failure,) = read.documents(found[0], settings)
    assert isinstance(failure, Failure)
    assert "no longer there" in failure.reason


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(press: Path, everything) -> None:
    (press / "a.txt").chmod(0)
    readings, failures = everything("press")
    assert len(readings) == 2
    assert "may not be read" in failures[0].reason


def test_too_large(press: Path, everything) -> None:
    with open(press / "huge.txt", "wb") as file:
        file.truncate(3 << 20)
    readings, failures = everything("press", given=Settings(max_document_mb=2))
    assert len(readings) == 3
    assert "more than 2 MiB" in failures[0].reason


def test_names_that_are_no_text_can_be_shown(tmp_path: Path, everything) -> None:
    with open(os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt"), "wb") as file:
        file.write(b"A text.")
    readings, _ = everything(tmp_path)
    readings[0].document.path.encode("utf-8")
    assert readings[0].document.text == "A text."


@pytest.mark.parametrize(
    ("data", "kinds"),
    [
        (b"Just a line.", ["text"]),
        (b'{"text": "One."}\n{"text": "Two."}\n', ["jsonl", "jsonl"]),
        (b"id,text\n1,One.\n", ["csv"]),
        (b"---\ntitle: T\n---\nBody.", ["markdown"]),
        (b"<!doctype html><html><body><p>A page with enough words to be read.</p></body></html>", ["html"]),
    ],
)
def test_standard_input_is_sniffed(everything, data: bytes, kinds: list[str]) -> None:
    readings, failures = everything("-", stdin=io.BytesIO(data))
    assert [r.document.kind for r in readings] == kinds
    assert not failures


def test_two_texts_from_standard_input_are_two_sources(everything) -> None:
    (one,), _ = everything("-", stdin=io.BytesIO(b"One text."))
    (two,), _ = everything("-", stdin=io.BytesIO(b"Two texts."))
    assert one.document.source != two.document.source
    assert one.document.path == "-"


def test_empty_standard_input(everything) -> None:
    readings, failures = everything("-", stdin=io.BytesIO(b""))
    assert not readings
    assert failures[0].reason == "is empty"
