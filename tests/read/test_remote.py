"""Protects addresses of stores: what lies there is walked as a folder is; what cannot be reached is told."""

from __future__ import annotations

import gzip
import io
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fsspec
import pytest

from onrecord import read
from onrecord.model import Failure, Item
from onrecord.read import remote
from onrecord.settings import Settings

SAID = "The lighthouse will be painted in April, the keeper said."


@pytest.fixture
def store() -> Iterator[Any]:
    """A store in this process's memory, which has a folder `press`."""
    system = fsspec.filesystem("memory")
    yield system
    system.store.clear()
    system.pseudo_dirs[:] = [""]


def zipped(**members: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in members.items():
            archive.writestr(f"{name}.txt", text)
    return made.getvalue()


def told(place: str) -> list[tuple[str, str]]:
    """The address and the words of each document, or the address and the reason of what failed."""
    settings, found = Settings(), []
    for item in read.items([place], settings):
        if isinstance(item, Failure):
            found.append((item.path, item.reason))
            continue
        for one in read.documents(item, settings):
            words = one.reason if isinstance(one, Failure) else one.document.text
            found.append((item.source, words))
    return found


def test_a_folder_of_a_store_is_walked(store: Any) -> None:
    store.pipe_file("/press/b.txt", SAID.encode())
    store.pipe_file("/press/a.txt.gz", gzip.compress(SAID.encode()))
    store.pipe_file("/press/deep/rows.jsonl", b'{"text": "Rain fell."}\n{"text": "Snow fell."}\n')
    store.pipe_file("/press/deep/pack.zip", zipped(one="Wind blew."))
    store.pipe_file("/press/.hidden/c.txt", b"No.")
    assert told("memory://press") == [
        ("memory:///press/a.txt.gz", SAID),
        ("memory:///press/b.txt", SAID),
        ("memory:///press/deep/pack.zip/one.txt", "Wind blew."),
        ("memory:///press/deep/rows.jsonl", "Rain fell."),
        ("memory:///press/deep/rows.jsonl", "Snow fell."),
    ]


def test_a_pattern_and_a_single_file(store: Any) -> None:
    for name in ("a.txt", "b.txt", "c.html"):
        store.pipe_file(f"/press/{name}", name.encode())
    assert [place for place, _ in told("memory://press/*.txt")] == [
        "memory:///press/a.txt",
        "memory:///press/b.txt",
    ]
    assert told("memory://press/a.txt") == [("memory:///press/a.txt", "a.txt")]


def test_a_table_that_is_read_from_its_end(store: Any) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    made = io.BytesIO()
    pq.write_table(pa.table({"id": ["1", "2"], "text": ["Rain fell.", "Snow fell."]}), made)
    store.pipe_file("/press/rows.parquet", made.getvalue())
    assert [words for _, words in told("memory://press/rows.parquet")] == ["Rain fell.", "Snow fell."]


def test_an_address_of_this_machine_is_a_path(tmp_path: Path) -> None:
    """So that the same file is the same source, however it is named."""
    (tmp_path / "a b.txt").write_text(SAID, encoding="utf-8")
    [item] = read.items([f"file://{tmp_path}/a%20b.txt"], Settings())
    assert isinstance(item, Item)
    assert item.source == str(tmp_path / "a b.txt")


@pytest.mark.parametrize(
    ("place", "reason", "remedy"),
    [
        ("memory://nowhere/a.txt", "no such file", "check the address"),
        ("memory://nowhere/*.txt", "no file that can be read", "check the address"),
        ("cellar://a/b.txt", "no kind of address is called cellar", "s3fs"),
        ("adl2x+y://a", "no kind of address", "pip install"),
        ("simplecache::https://example.org/a.txt", "through another store", "https address itself"),
    ],
)
def test_what_cannot_be_reached_is_told(store: Any, place: str, reason: str, remedy: str) -> None:
    [failure] = read.items([place], Settings())
    assert isinstance(failure, Failure)
    assert reason in failure.reason
    assert remedy in failure.remedy


def test_a_driver_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "s3fs", None)
    [failure] = read.items(["s3://bucket/a.txt"], Settings())
    assert isinstance(failure, Failure)
    assert "s3fs" in failure.reason + failure.remedy
    assert "pip install" in failure.remedy


def test_without_fsspec_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    [failure] = read.items(["memory://a.txt"], Settings())
    assert isinstance(failure, Failure)
    assert "onrecord[cluster]" in failure.remedy


def test_a_store_that_breaks_off_costs_its_file_alone(store: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Drivers have errors of their own, which are no OSError."""
    store.pipe_file("/press/a.jsonl", b'{"text": "Rain fell."}\n' * 20_000)
    store.pipe_file("/press/b.txt", SAID.encode())

    class Torn:
        def __init__(self, inner: Any) -> None:
            self.inner, self.left = inner, 3

        def __getattr__(self, name: str) -> Any:
            return getattr(self.inner, name)

        def read(self, size: int = -1) -> bytes:
            self.left -= 1
            if self.left < 0:
                raise LookupError("the bucket went away")
            return bytes(self.inner.read(size))

    real = remote._system("memory://press/a.jsonl")[0].open
    torn = lambda path, mode: Torn(real(path, mode)) if path.endswith("jsonl") else real(path, mode)  # noqa: E731
    monkeypatch.setattr(type(store), "open", lambda self, path, mode="rb": torn(path, mode))
    found = list(read.items(["memory://press"], Settings()))
    assert sum(isinstance(one, Failure) for one in found) == 1
    assert found[-1].source == "memory:///press/b.txt"
    assert len(found) > 100
