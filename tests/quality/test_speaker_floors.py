"""Protects the names of transcript turns: figures below the floor of floors.toml fail.

The transcripts lie beside the checkout, never inside it; where they are absent it is skipped.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))
FILES = 60


def test_speakers(measure: Callable[[str], ModuleType]) -> None:
    """Of the turns whose speaker's full name is printed anywhere in the text, nearly all carry it."""
    archives = [SHARED / "data" / "whitehouse" / f"{year}.zip" for year in (2021, 2022, 2023)]
    for archive in archives:
        if not archive.exists():
            pytest.skip(f"{archive.name} is not beside the checkout")
    speakers = measure("speakers")
    members = list(speakers.drawn(archives, FILES, seed=3))
    whole = hashlib.blake2b(digest_size=16)
    for _, raw in members:
        whole.update(hashlib.blake2b(raw, digest_size=16).digest())
    assert whole.hexdigest() == FLOORS["speakers"]["digest"]
    turns = speakers.counted([row for member in members for row in speakers.rows(*member)])
    printed = sum(turns[kind] for kind in ("right", "lost", "wrong"))
    assert printed > 500
    assert 100 * turns["right"] / printed >= FLOORS["speakers"]["rules"]["turns"], turns
