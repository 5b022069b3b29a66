"""Protects what tracing finds on real texts: figures below the floors of floors.toml fail.

The texts lie beside the checkout, never inside it; where they are absent these tests are skipped and say so.
"""

from __future__ import annotations

import hashlib
import random
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType

import pytest

FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))["trace"]
DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
GROUPS = {
    "cut": ("first half", "ellipsis", "merged halves"),
    "changed": ("number", "name", "negation", "date", "place"),
}
EVERY = 12  # of the statements of 2022

Measure = Callable[[str], ModuleType]


def need(*places: Path) -> None:
    for place in places:
        if not place.exists():
            pytest.skip(f"{place.name} is not beside the checkout")


def digest(places: Iterable[Path]) -> str:
    whole = hashlib.blake2b(digest_size=16)
    for place in places:
        whole.update(hashlib.blake2b(place.read_bytes(), digest_size=16).digest())
    return whole.hexdigest()


def test_families(measure: Measure, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Of all that the texts share, found exactly, what lies in one family; and of members, those alike."""
    archive = DATA / "whitehouse" / "2022.zip"
    need(archive)
    assert digest([archive]) == FLOORS["families"]["digest"]
    doors, yardstick = measure("trace_doors"), measure("trace_yardstick")
    monkeypatch.setattr(doors, "CACHE", tmp_path)
    record = tmp_path / "floor.onrecord"
    files = sorted(doors.unpacked(2022, "statements-releases/2022", "files").iterdir())[::EVERY]
    doors.add(record, *files)
    doors.trace(record)
    known, found = doors.texts(record), doors.families(record)
    assert len(known) == len(files), "a file was lost"
    index, ids = yardstick.Index(found), sorted(known)
    shared = yardstick.yardsticks(known, ids)
    for way, floor in FLOORS["families"]["recall"].items():
        got = yardstick.recall(index, ids, shared[way])
        assert got.pairs > 40, way
        assert got.share("met") >= floor, (way, got)
    pairs = yardstick.drawn(found, random.Random(1), by_family=False)
    assert yardstick.precision(known, pairs)[0] >= FLOORS["families"]["precision"]


def test_planted(measure: Measure, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Of statements set into other texts, changed in known ways, those that are found and rightly named."""
    archive, articles = DATA / "whitehouse" / "2021.zip", DATA / "polnear" / "train" / "text"
    need(archive, articles)
    assert digest([archive, *sorted(articles.iterdir())]) == FLOORS["planted"]["digest"]
    monkeypatch.setattr(measure("trace_doors"), "CACHE", tmp_path)
    tally = measure("trace_planted").measured("floor")
    for what in ("found", "right"):
        for group, floor in FLOORS["planted"][what].items():
            kinds = GROUPS.get(group, (group,))
            planted = sum(tally.planted[kind] for kind in kinds)
            assert planted >= 20, group
            share = sum(tally.share(what, kind) * tally.planted[kind] for kind in kinds) / planted
            assert share >= floor, (what, group, share, tally.told)
    assert tally.precision() >= FLOORS["planted"]["precision"], tally.told
