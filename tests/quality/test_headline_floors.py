"""Protects datelines: of an agency's thousands, those that are read and those that get the right day.

The collection lies beside the checkout, never inside it; where it is absent these tests are skipped.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))["headlines"]
FILE = Path(__file__).resolve().parents[3] / "shared" / "data" / "headlines" / "tass-2025.json"

Measure = Callable[[str], ModuleType]


@pytest.fixture
def headlines(measure: Measure) -> ModuleType:
    if not FILE.exists():
        pytest.skip(f"{FILE.name} is not beside the checkout")
    assert hashlib.blake2b(FILE.read_bytes(), digest_size=16).hexdigest() == FLOORS["digest"]
    return measure("headlines")


def test_datelines(headlines: ModuleType) -> None:
    """Parsed, signed, dated, and the day that the record has; in per cent of the entries with a dateline."""
    found = headlines.counts(headlines.entries(FILE))
    assert found["datelines"] > 8000
    for name, floor in FLOORS["datelines"].items():
        assert 100 * found[name] / found["datelines"] >= floor, (name, found)


def test_headlines_with_a_dash(headlines: ModuleType) -> None:
    """Of every tenth headline with a dash, how many are a statement with a speaker or a relay."""
    dashed = [one for one in headlines.entries(FILE) if headlines.DASH.search(one["t"])][::10]
    named = 0
    for _, statements in headlines.headlines(dashed):
        named += any(one.speaker or one.via for one in statements)
    assert 100 * named / len(dashed) >= FLOORS["dashes"]["named"], (named, len(dashed))
