"""How long tracing takes, how that grows, what adding documents costs; each run is the program itself.

Beside each time stands that of a fixed piece of work in plain Python, run just before and after it in as many
processes as there are processors: on a machine that is busy with something else the ratio says more than the
clock.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

from trace_doors import Run, add, copied, statements_2022, table, three_years, trace, unpacked

LOOP = "n = 0\nfor i in range(12_000_000):\n    n += i % 7\n"
GROWTH = 12.0
ADDED = (1, 10, 100)


def loop() -> float:
    """Seconds that the fixed work takes on every processor at once."""
    start = time.perf_counter()
    running = [subprocess.Popen([sys.executable, "-c", LOOP]) for _ in range(os.cpu_count() or 1)]
    for process in running:
        process.wait()
    return time.perf_counter() - start


def steadied(record: Path, times: int) -> tuple[Run, float]:
    """The quickest of some runs of `trace --all`, with the mean of the fixed work before and after it."""
    best: tuple[Run, float] | None = None
    before = loop()
    for _ in range(times):
        run = trace(record, "--all")
        after = loop()
        if best is None or run.seconds < best[0].seconds:
            best = run, (before + after) / 2
        before = after
    assert best is not None
    return best


def _row(what: str, run: Run, fixed: float, wanted: str) -> tuple[str, str, str]:
    ratio = f"{run.seconds / fixed:.1f} × the loop's {fixed:.2f} s"
    note = f"processor {run.processor:.1f} s, {run.peak:,.0f} MiB, {ratio}"
    return what, f"{run.seconds:.2f} s", f"{note}; {wanted}"


def measure(large: bool = True, times: int = 2) -> None:
    """Print times, growth and what adding costs."""
    record = copied(statements_2022(), "speed")
    run, fixed = steadied(record, times)
    table([_row("1,833 statements, trace --all", run, fixed, "wanted 7 s")])
    print(f"    it said: {run.said[-300:]}")
    _adding(record)
    if large:
        grown, slow = steadied(copied(three_years(), "grown"), 1)
        growth = grown.seconds / run.seconds
        level = growth * fixed / slow
        table(
            [
                _row("9,182 pages of three years, trace --all", grown, slow, "wanted below 3,000 MiB"),
                ("growth", f"{growth:.1f} ×", f"{level:.1f} × measured by the loop; wanted {GROWTH:.0f}"),
            ]
        )


def _adding(record: Path) -> None:
    """Other documents of the same year, which share much with those that are traced."""
    files = sorted(unpacked(2022, "speeches-remarks/2022", "remarks").iterdir())
    chance = random.Random(7)
    chosen = chance.sample(files, sum(ADDED))
    for count in ADDED:
        some, chosen = chosen[:count], chosen[count:]
        add(record, *some)
        run, fixed = trace(record), loop()
        table(
            [_row(f"{count} added documents, trace", run, fixed, f"{run.seconds / count * 1000:.0f} ms each")]
        )
    run, fixed = trace(record), loop()
    table([_row("nothing added, trace", run, fixed, "what starting costs")])
