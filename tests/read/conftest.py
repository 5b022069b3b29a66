"""Shared by the tests of reading: settings, and everything a place yields."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord import read
from onrecord.model import Failure, Item, Reading
from onrecord.settings import Settings

Everything = Callable[..., tuple[list[Reading], list[Failure]]]


@pytest.fixture
def settings() -> Settings:
    return Settings()


@pytest.fixture
def everything(settings: Settings) -> Everything:
    """All readings and all failures of some places, in order."""

    def run(*places: str | Path, given: Settings = settings, stdin=None):
        readings: list[Reading] = []
        failures: list[Failure] = []
        for item in read.items(places, given, stdin):
            for found in [item] if isinstance(item, Failure) else read.documents(item, given):
                (failures if isinstance(found, Failure) else readings).append(found)
        return readings, failures

    return run


@pytest.fixture
def decode(settings: Settings):
    """The documents and failures in some bytes that a file of that name would hold."""

    def run(data: bytes, kind: str | None = None, name: str = "x", given: Settings = settings):
        return list(read.documents(Item(name, f"/{name}", kind, data), given))

    return run
