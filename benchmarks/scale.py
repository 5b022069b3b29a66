"""How fast a corpus is read, linked and traced, by which engine, and how much memory its processes take.

    python benchmarks/scale.py PATH... [--times 10] [--share 1.0] [--engine local --engine daft --engine ray]
                               [--workers 2] [--reader small|large|rules] [--keep FOLDER]

Each engine runs as a user runs it, as a program, into a fresh corpus: `corpus read`, `corpus link --all`,
`corpus trace`. `ray` is Daft on a Ray that is started on this machine. `--times N` reads N copies of the
texts; in each of them names, dates and one word in twelve are changed by a seed, so that copies repeat one
another no more than texts on one subject do. `--share` takes that part of the texts, evenly. Memory is the
largest resident set of any one process, looked at five times a second (Linux). The rows of all engines are
compared at the end.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from onrecord import columns, read, run
from onrecord.model import Failure
from onrecord.settings import Settings

PERIOD = 0.2
SHARD = 2_000  # documents of one file
ENGINES = {"local": (), "daft": ("--engine", "daft"), "ray": ("--engine", "daft", "--address", "local")}
STAY = ("This", "That", "They", "There", "These", "When", "What", "With", "President")
NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")
DAY = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
WORD = re.compile(r"\b[a-z]{5,}\b")


class Took(NamedTuple):
    """One run of the program: seconds, and the largest resident set of one of its processes in MiB."""

    seconds: float
    peak: float


def texts(places: list[str], share: float) -> Iterator[tuple[str, str]]:
    """The name and the text of each document, evenly that share of them."""
    settings, following = Settings(), 0.0
    for number, item in enumerate(read.items(places, settings)):
        if number >= following and not isinstance(item, Failure):
            following += 1 / share
            yield item.path, read.load(item, settings).decode("utf-8", "replace")


def changed(text: str, copy: int) -> str:
    """The text with other names, dates and some other words; the same for the same copy."""
    if not copy:
        return text
    chance = random.Random(f"{copy}:{len(text)}")
    own = WORD.findall(text) or ["word"]
    text = NAME.sub(lambda found: other_name(found[0], copy), text)
    text = DAY.sub(lambda found: f"{int(found[1]) - copy % 7}-{found[2]}-{min(28, int(found[3])):02d}", text)
    return WORD.sub(lambda found: chance.choice(own) if chance.random() < 1 / 12 else found[0], text)


def other_name(name: str, copy: int) -> str:
    """Another name, always the same for a name in a copy; words that often begin a sentence stay."""
    if len(name) < 4 or name in STAY:
        return name
    digits = hashlib.blake2b(f"{copy}:{name}".encode(), digest_size=6).digest()
    sounds = ("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo")
    return "".join(sounds[byte % len(sounds)] for byte in digits[: max(2, len(name) // 2)]).title()


def written(places: list[str], share: float, times: int, folder: Path) -> tuple[int, int]:
    """Write the documents into archives; gives how many they are, and their words."""
    found = list(texts(places, share))
    every = ((copy, *one) for copy in range(times) for one in found)
    count = words = 0
    while shard := list(islice(every, SHARD)):
        with zipfile.ZipFile(folder / f"{count // SHARD:05d}.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            for copy, name, text in shard:
                given = changed(text, copy)
                archive.writestr(f"{copy}/{Path(name).name}", given)
                count += 1
                words += len(given.split())
    return count, words


def descendants(parent: int) -> list[int]:
    """The process and all that came of it."""
    found, edge = [], [parent]
    while edge:
        pid = edge.pop()
        found.append(pid)
        for task in Path(f"/proc/{pid}/task").glob("*"):
            try:
                edge += [int(child) for child in (task / "children").read_text().split()]
            except OSError:
                continue
    return found


def resident(pid: int) -> float:
    """The resident set of a process in MiB."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * 4096 / (1 << 20)
    except (OSError, IndexError):
        return 0.0


def took(*command: str) -> Took:
    """Run the program and look at its memory."""
    start, peak = time.monotonic(), 0.0
    program = subprocess.Popen([sys.executable, "-m", "onrecord", "corpus", *command])
    while program.poll() is None:
        peak = max([peak, *map(resident, descendants(program.pid))])
        time.sleep(PERIOD)
    if program.returncode:
        raise SystemExit(f"corpus {' '.join(command)} ended with {program.returncode}")
    return Took(time.monotonic() - start, peak)


def rows(place: Path) -> dict[str, str]:
    """A digest of the rows of each table, in no order."""
    found = {}
    for table in columns.TABLES:
        names = [column.name for column in table.columns if column.name not in ("item", "number")]
        total = 0
        for pattern in (f"parts/*/{table.name}.parquet", f"traces/{table.name}/*.parquet"):
            for path in place.glob(pattern):
                for row in columns.cells(path, names):
                    made = hashlib.blake2b(repr(row).encode(), digest_size=8).digest()
                    total += int.from_bytes(made, "big")
        found[table.name] = f"{total % (1 << 64):016x}"
    return found


def main() -> None:
    """Measure, and print a table."""
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=shape)
    parser.add_argument("places", nargs="+")
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--engine", action="append", choices=ENGINES)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--reader", default="small")
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.keep or Path(scratch)
        sources = folder / "sources"
        sources.mkdir(parents=True)
        documents, words = written(given.places, given.share, given.times, sources)
        print(f"{documents:,} documents, {words:,} words; {given.workers} workers, reader {given.reader}")
        print("engine  step    seconds  documents/s    words/s  MiB of the largest process")
        common = ["--workers", str(given.workers), "--set", f"reader={given.reader}"]
        found = []
        for name in given.engine or list(ENGINES):
            place, more = folder / name, [*common, *ENGINES[name]]
            for step, command in (
                ("read", ["read", str(sources), "--to", str(place)]),
                ("link", ["link", str(place), "--all"]),
                ("trace", ["trace", str(place)]),
            ):
                one = took(*command, *more)
                speed = f"{documents / one.seconds:12,.1f} {words / one.seconds:10,.0f}"
                print(f"{name:<7} {step:<6} {one.seconds:8,.1f} {speed} {one.peak:8,.0f}", flush=True)
            found.append(rows(place))
            stats = run.corpus_stats(place)
            told = f"{stats.statements:,} statements, {stats.families or 0:,} families"
            print(f"        {told}, {stats.hops or 0:,} hops", flush=True)
        print("the same rows" if all(one == found[0] for one in found) else f"the rows differ: {found}")


if __name__ == "__main__":
    main()
