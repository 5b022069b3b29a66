"""Checking is timed beside adding, of the same documents in the same process: the ratio holds anywhere."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from pathlib import Path

from reading import data
from trace_doors import cached, clear, table, unpacked

from onrecord import run
from onrecord.settings import Settings

WANTED = 0.1
SAMPLE = 300


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    """Wall seconds, and the processor's seconds of this process and its children."""
    clock, before = time.perf_counter(), os.times()
    work()
    after = os.times()
    used = sum(after[:4]) - sum(before[:4])
    return time.perf_counter() - clock, used


def _places(whole: bool) -> list[str]:
    if whole:
        return [str(data("whitehouse") / f"{year}.zip") for year in (2021, 2022, 2023)]
    files = sorted(unpacked(2022, "2022-", "pages-2022").iterdir())
    return [str(file) for file in random.Random(6).sample(files, SAMPLE)]


def measure(whole: bool, reader: str | None, times: int = 3) -> None:
    """Print what adding and checking take, with one process and with as many as there are processors."""
    places = _places(whole)
    rows = []
    for workers in (1, 0):
        settings = Settings.load(workers=workers, reader=reader, check=False)
        record = Path(cached(f"check-speed-{workers}.onrecord"))
        clear(record)
        adding = _timed(lambda: run.add(record, places, settings))  # noqa: B023
        checking = min(_timed(lambda: run.recheck(record, settings, every=True)) for _ in range(times))  # noqa: B023
        for what, n in (("wall", 0), ("processor", 1)):
            ratio = checking[n] / adding[n]
            note = f"add {adding[n]:.2f} s, check {checking[n]:.2f} s; wanted below {WANTED}"
            rows.append((f"{workers or os.cpu_count()} processes, {what}", f"{ratio:.3f}", note))
        clear(record)
    table(rows)
