"""Protects how many time expressions get the right day: figures below the floors of floors.toml fail.

The texts lie beside the checkout, never inside it; where they are absent this test is skipped and says so.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))["dates"]
SHARED = Path(__file__).resolve().parents[3] / "shared"

Measure = Callable[[str], ModuleType]


def test_dates(measure: Measure) -> None:
    """On TimeBank and AQUAINT, F1 of expressions that denote the annotated interval."""
    folders = [SHARED / "data" / "timeml" / name for name in ("TimeBank", "AQUAINT")]
    for place in (*folders, SHARED / "tools" / "score_dates.py"):
        if not place.exists():
            pytest.skip(f"{place.name} is not beside the checkout")
    whole = hashlib.blake2b(digest_size=16)
    for path in sorted(path for folder in folders for path in folder.glob("*.tml")):
        whole.update(hashlib.blake2b(path.read_bytes(), digest_size=16).digest())
    assert whole.hexdigest() == FLOORS["digest"]
    scores = measure("dates").measured()
    for name, floor in FLOORS["value"].items():
        score = scores[name]
        assert score.gold > 300, name
        assert score.f1("value")[2] >= floor, (name, score.f1("value"))
