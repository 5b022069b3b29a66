"""Tracing is measured from outside only: through the commands, their output as JSON lines, and the API.

Records that take long to make are kept in build/trace/ and made once; each measurement works on a copy.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from reading import ROOT, data

from onrecord import api

CACHE = ROOT / "build" / "trace"
PERIOD = 0.4  # seconds between two looks at the memory


def cached(name: str) -> Path:
    """A place in the cache, which is made."""
    CACHE.mkdir(parents=True, exist_ok=True)
    return CACHE / name


class Run(NamedTuple):
    """A run of the program to its end: seconds, the processor's seconds, peak MiB of all its processes."""

    seconds: float
    processor: float
    peak: float
    said: str


class Member(NamedTuple):
    """A place: the id of the document and a half-open range of code points."""

    document: str
    start: int
    end: int


class Edit(NamedTuple):
    """One difference, with its range on both sides."""

    kind: str
    earlier: tuple[int, int]
    later: tuple[int, int]


class Hop(NamedTuple):
    """A line of `traces --hops`."""

    kind: str
    score: float
    earlier: Member
    later: Member
    edits: tuple[Edit, ...]


class Family(NamedTuple):
    """A line of `traces`."""

    id: str
    kind: str
    members: tuple[Member, ...]


def onrecord(*arguments: object, check: bool = True) -> Run:
    """Run the program; what it printed for people is in `said`.

    Raises:
        RuntimeError: with `check`, where it ended with anything but 0 or 1.
    """
    start, before = time.perf_counter(), _processor()
    process = _started(arguments, subprocess.PIPE)
    peak = 0.0
    while True:
        try:
            out, errors = process.communicate(timeout=PERIOD)
            break
        except subprocess.TimeoutExpired:
            peak = max(peak, memory(process.pid))
    run = Run(time.perf_counter() - start, _processor() - before, peak, (out + errors).strip())
    if check and process.returncode not in (0, 1):
        raise RuntimeError(
            f"onrecord {' '.join(map(str, arguments))}: {process.returncode}\n{run.said[-3000:]}"
        )
    return run


def _started(arguments: Iterable[object], out: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "onrecord", *map(str, arguments)],
        stdout=out,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        start_new_session=True,  # so that it can be ended with its workers
    )


def killed(arguments: Iterable[object], after: float) -> bool:
    """Start the program and end it at once after so many seconds; False where it was done before."""
    process = _started(arguments, subprocess.DEVNULL)
    try:
        process.wait(after)
        return False
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, 9)
        process.wait()
        return True


def _processor() -> float:
    times = os.times()
    return times.children_user + times.children_system


def memory(parent: int) -> float:
    """What a process and all its descendants hold together, in MiB, shared pages counted once."""
    total, waiting = 0, [parent]
    while waiting:
        pid = waiting.pop()
        try:
            for task in Path(f"/proc/{pid}/task").iterdir():
                waiting += [int(child) for child in (task / "children").read_text().split()]
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


def lines(*arguments: object) -> Iterator[dict[str, Any]]:
    """The JSON lines that a command prints."""
    run = subprocess.Popen(
        [sys.executable, "-m", "onrecord", *map(str, arguments), "--format", "jsonl"],
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="surrogatepass",
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert run.stdout is not None
    with run.stdout as printed:
        for line in printed:
            if line.strip():
                yield json.loads(line)
    if run.wait() not in (0, 1):
        raise RuntimeError(f"onrecord {' '.join(map(str, arguments))} ended with {run.returncode}")


def _member(told: dict[str, Any]) -> Member:
    return Member(told["document"]["id"], *told["span"])


def families(record: Path) -> list[Family]:
    """All families, formulas among them."""
    return [
        Family(told["id"], told["kind"], tuple(map(_member, told["members"])))
        for told in lines("traces", "--formulas", "--record", record)
    ]


def hops(record: Path) -> list[Hop]:
    """All hops, those of formulas among them."""
    return [
        Hop(
            told["kind"],
            told["score"],
            _member(told["earlier"]),
            _member(told["later"]),
            tuple(Edit(e["kind"], tuple(e["earlier"]), tuple(e["later"])) for e in told["edits"]),
        )
        for told in lines("traces", "--formulas", "--hops", "--record", record)
    ]


def texts(record: Path) -> dict[str, tuple[str, str]]:
    """Path and text of every document, by its id, in the order of the paths."""
    listed = sorted((one.document for one in api.documents(record, text=True)), key=lambda one: one.path)
    return {one.id: (one.path, one.text) for one in listed}


def trace(record: Path, *more: object) -> Run:
    """Trace a record."""
    return onrecord("trace", "--record", record, *more)


def add(record: Path, *places: object) -> Run:
    """Add texts with the rules alone, which is quick and the same everywhere, and trace nothing yet."""
    return onrecord("add", *places, "--record", record, "--rules-only", "--set", "trace=false")


def kept(name: str, make: Callable[[Path], None]) -> Path:
    """A record of the cache, made when it is not there; it is brought up to date, and never traced."""
    place = cached(f"{name}.onrecord")
    if not place.exists():
        half = cached(f"{name}-half.onrecord")
        clear(half)
        make(half)
        half.rename(place)
    return place


def clear(record: Path) -> None:
    """Remove a record."""
    for end in ("", "-wal", "-shm"):
        Path(f"{record}{end}").unlink(missing_ok=True)


def copied(record: Path, name: str) -> Path:
    """A copy to work on, in the cache."""
    place = cached(f"{name}.onrecord")
    clear(place)
    shutil.copyfile(record, place)
    return place


def unpacked(year: int, under: str, name: str) -> Path:
    """A folder of the cache with the members of a year's White House pages whose names hold `under`."""
    folder = cached(name)
    if not folder.exists():
        half = cached(f"{name}-half")
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir(parents=True)
        with zipfile.ZipFile(data("whitehouse") / f"{year}.zip") as packed:
            for member in sorted(packed.namelist()):
                if under in member and member.endswith(".md"):
                    (half / member.replace("/", "_")).write_bytes(packed.read(member))
        half.rename(folder)
    return folder


def statements_2022() -> Path:
    """The record of the statements of 2022, 1,833 documents."""
    return kept(
        "releases-2022", lambda place: _added(place, [unpacked(2022, "statements-releases/2022", "sr22")])
    )


def three_years() -> Path:
    """The record of the White House pages of three years, 9,182 documents."""
    years = [data("whitehouse") / f"{year}.zip" for year in (2021, 2022, 2023)]
    return kept("three-years", lambda place: _added(place, years))


def _added(place: Path, places: Sequence[Path]) -> None:
    add(place, *places)


def table(rows: Iterable[tuple[str, str, str]]) -> None:
    """Print rows of what was measured, the figure, and what is wanted."""
    for what, figure, wanted in rows:
        print(f"  {what:<58} {figure:>16}  {wanted}", flush=True)
