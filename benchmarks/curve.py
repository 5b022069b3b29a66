"""What accuracy costs: every reader's scores beside its speed, all taken in one run on one machine.

    python benchmarks/curve.py [--readers rules small large] [--copies 12] [--members 300] [--workers 2]

The texts are PolNeAR's development articles (scored), several times over so that the start counts little,
and White House files of 2022 drawn at random (read only). Speed is that of `onrecord read --format jsonl` as
a user runs it, from its start to its last line, in words parted by white space per second. Each ratio is to
the slowest reader. `start` is what reading a single short text takes: the part of each run that more words
do not make longer.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import Any, NamedTuple

from judging import SCORER, scorer, shaped
from reading import READERS, command, data


class Run(NamedTuple):
    """One reader's scores and speeds."""

    reader: str
    rows: dict[str, Any]  # the scorer's
    start: float  # seconds
    press: float  # words a second
    official: float


def timed(place: Path, workers: int, reader: str, out: Path) -> float:
    """Seconds that reading a place takes, its lines in `out`."""
    arguments, environment = command([place], workers, reader)
    begun = time.perf_counter()
    with out.open("wb") as file:
        run = subprocess.run(arguments, stdout=file, stderr=subprocess.PIPE, env=environment, check=False)
    seconds = time.perf_counter() - begun
    if run.returncode:
        sys.exit(f"onrecord read ended with {run.returncode}:\n{run.stderr.decode()[-2000:]}")
    return seconds


def words(place: Path) -> int:
    """Words of all files of a folder, parted by white space."""
    return sum(len(file.read_text(encoding="utf-8").split()) for file in place.rglob("*") if file.is_file())


def prepared(root: Path, folder: Path, copies: int, members: int) -> tuple[Path, Path, Path]:
    """A short text, the articles several times over, and some White House files, in new folders."""
    short, press, official = root / "short.txt", root / "press", root / "official"
    short.write_text("“It rains,” said Ann Berg.\n", encoding="utf-8")
    for n in range(copies):
        (press / str(n)).mkdir(parents=True)
        for file in (folder / "text").iterdir():
            (press / str(n) / file.name).write_bytes(file.read_bytes())
    official.mkdir()
    with zipfile.ZipFile(data("whitehouse") / "2022.zip") as packed:
        names = sorted(name for name in packed.namelist() if name.endswith(".md"))
        for name in random.Random(1).sample(names, min(members, len(names))):
            (official / name.replace("/", "_")).write_bytes(packed.read(name))
    return short, press, official


def measured(reader: str, places: tuple[Path, Path, Path], folder: Path, workers: int) -> Run:
    """Read everything with one reader; the scores are those of the first copy of the articles."""
    short, press, official = places
    out = short.with_suffix(".jsonl")
    start = timed(short, workers, reader, out)
    speeds = [words(official) / timed(official, workers, reader, out)]
    speeds.append(words(press) / timed(press, workers, reader, out))
    found: dict[str, list[dict[str, Any]]] = {}
    with out.open(encoding="utf-8") as lines:
        for one in map(json.loads, lines):
            place = Path(one["document"]["path"])
            if place.parent.name == "0":
                found.setdefault(place.name, []).append(shaped(one))
    return Run(reader, scorer().score(folder, found), start, speeds[1], speeds[0])


def main() -> None:
    """Measure each reader and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--readers", nargs="+", choices=READERS, default=["rules", "small", "large"])
    parser.add_argument("--copies", type=int, default=12, help="how often the articles are read")
    parser.add_argument("--members", type=int, default=300, help="how many White House files are read")
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    folder = data("polnear") / "dev"
    for place in (SCORER, folder / "text", folder / "attributions", data("whitehouse") / "2022.zip"):
        if not place.exists():
            sys.exit(f"{place} is absent: nothing to measure.")
    with tempfile.TemporaryDirectory() as name:
        places = prepared(Path(name), folder, options.copies, options.members)
        print(f"{words(places[1]):,} words of press, {words(places[2]):,} of White House files; "
              f"{options.workers} workers, {os.cpu_count()} processors, Python {platform.python_version()}, "
              f"load {os.getloadavg()[0]:.1f} before\n")  # fmt: skip
        runs = [measured(reader, places, folder, options.workers) for reader in options.readers]
    slow = [min(run.press for run in runs), min(run.official for run in runs)]
    head = "reader|attributed F1|direct|content|exact|press, words/s|x|White House, words/s|x|start, s"
    print(f"| {head.replace('|', ' | ')} |\n|{'---|' * 10}")
    for run in runs:
        figures = [run.rows["all"]["attributed"][2], run.rows["direct"]["attributed"][2]]
        figures += [run.rows["all"][what][2] for what in ("content", "exact")]
        print(f"| {run.reader} | " + " | ".join(f"{figure:.1f}" for figure in figures)
              + f" | {run.press:,.0f} | {run.press / slow[0]:.1f} | {run.official:,.0f} "
              f"| {run.official / slow[1]:.1f} | {run.start:.1f} |")  # fmt: skip


if __name__ == "__main__":
    main()
