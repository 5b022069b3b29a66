"""How fast `onrecord read` and `onrecord add` are, and how much memory all their processes take together.

    python benchmarks/speed.py PATH... [--workers 2] [--reader small|large|rules] [--only read|add] [--again]

Each runs as a user runs it, as a program with its output in a file, into a fresh record. Words are counted
apart from it: the texts are taken out of the record afterwards and split at white space. Memory is the sum of
the proportional set sizes of the program and its workers, looked at five times a second (Linux).
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from reading import with_reader

from onrecord import api
from onrecord.settings import Settings

MIB = 1 << 20
PERIOD = 0.2


class Run(NamedTuple):
    """One run of the program: seconds, peak memory in MiB, and in each tenth of the run, exit code."""

    seconds: float
    peak: float
    course: list[float]
    code: int


def family(parent: int) -> list[int]:
    """The process and its children."""
    found = [parent]
    for task in Path(f"/proc/{parent}/task").glob("*"):
        try:
            found += [int(child) for child in (task / "children").read_text().split()]
        except OSError:
            continue
    return found


def memory(pids: list[int]) -> float:
    """Their proportional set sizes together, in MiB."""
    total = 0
    for pid in pids:
        try:
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


def timed(arguments: list[str], output: Path) -> Run:
    """Run the program to its end."""
    start = time.perf_counter()
    samples = []
    with output.open("wb") as file:
        process = subprocess.Popen([sys.executable, "-m", "onrecord", *arguments], stdout=file)
        while process.poll() is None:
            samples.append(memory(family(process.pid)))
            time.sleep(PERIOD)
    seconds = time.perf_counter() - start
    tenths = [max(samples[i * len(samples) // 10 : (i + 1) * len(samples) // 10] or [0.0]) for i in range(10)]
    return Run(seconds, max(samples), tenths, process.returncode)


def told(name: str, run: Run, words: int, note: str) -> str:
    """The line of one run."""
    course = " ".join(f"{value:.0f}" for value in run.course)
    return (
        f"{name:<10} {run.seconds:8.1f} s  {words / run.seconds:10,.0f} words/s  "
        f"peak {run.peak:6.0f} MiB (by tenths: {course})  exit {run.code}  {note}"
    )


def main() -> None:
    """Print the measurements."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--workers", default=str(os.cpu_count() or 1))
    with_reader(parser)
    parser.add_argument("--only", choices=("read", "add"))
    parser.add_argument("--again", action="store_true", help="add the same once more, which changes nothing")
    given = parser.parse_args()
    files = [file for path in given.paths for file in (Path(path), *Path(path).rglob("*"))]
    size = sum(file.stat().st_size for file in files if file.is_file())
    with tempfile.TemporaryDirectory() as folder:
        record, lines = Path(folder, "speed.onrecord"), Path(folder, "read.jsonl")
        common = [*given.paths, "--workers", given.workers]
        common += ["--set", f"reader={given.reader}"] if given.reader else []
        keep = ["add", *common, "--record", str(record)]
        runs = []
        if given.only != "read":
            runs.append(("add", timed(keep, Path(folder, "add.txt"))))
            if given.again:
                runs.append(("add again", timed(keep, Path(folder, "again.txt"))))
        if given.only != "add":
            runs.append(("read", timed(["read", *common, "--format", "jsonl"], lines)))
        if not record.exists():  # for the words alone
            api.add(record, given.paths, Settings.load(reader="rules"))
        counts = api.counts(record)
        words = sum(len(listed.document.text.split()) for listed in api.documents(record, text=True))
        notes = {"add": f"{record.stat().st_size / MIB:,.0f} MiB record"}
        if lines.exists():
            with lines.open("rb") as file:
                notes["read"] = f"{sum(1 for _ in file):,} lines, {lines.stat().st_size / MIB:,.0f} MiB"
        kept = f"{counts.statements:,} statements, " if given.only != "read" else ""
        print(
            f"{size / MIB:,.1f} MiB packed, {counts.documents:,} documents, {words:,} words, "
            f"{kept}{counts.failures:,} failures, {given.workers} workers, "
            f"reader {given.reader or Settings.load().reader}"
        )
        for name, run in runs:
            print(told(name, run, words, notes.get(name, "")))


if __name__ == "__main__":
    main()
