"""Protects how well names are told apart and brought together: below the floors of floors.toml it fails."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))["names"]

Measure = Callable[[str], ModuleType]


def test_the_pairs_are_those_that_were_measured(measure: Measure) -> None:
    """A floor says nothing of another list."""
    whole = measure("names").PAIRS.read_bytes()
    assert hashlib.blake2b(whole, digest_size=16).hexdigest() == FLOORS["digest"]


@pytest.mark.parametrize("half", ["all", "choose", "judge", "fresh"])
def test_names(measure: Measure, half: str) -> None:
    """Precision and recall of "same", in per cent, over the pairs of each half."""
    names = measure("names")
    found = names.score([pair for pair in names.pairs() if half in ("all", pair.half)])
    assert 100 * found.precision >= FLOORS[half]["precision"]
    assert 100 * found.recall >= FLOORS[half]["recall"]


def test_the_list_is_hard_enough(measure: Measure) -> None:
    """Half the pairs cross a spelling or a script, and as many differ as are the same."""
    pairs = measure("names").pairs()
    assert len(pairs) >= 500
    assert sum(pair.sort in ("script", "spelling") for pair in pairs) >= len(pairs) / 2
    assert sum(pair.verdict == "different" for pair in pairs) >= len(pairs) / 2
