"""Holds names, dates and relays in five press texts to what a careful reader gives."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))["press_who"]


def test_press_who(measure: Callable[[str], ModuleType]) -> None:
    benchmark = measure("press_who")
    folder = benchmark.data("press")
    if not folder.is_dir():
        pytest.skip(f"{folder} is absent")
    assert (
        benchmark.hashlib.blake2b(benchmark.WHO.read_bytes(), digest_size=16).hexdigest() == FLOORS["digest"]
    )
    total = benchmark.measured(folder, "small")
    for part, floor in FLOORS["small"].items():
        assert total[part][2] >= floor, (part, total)
