"""Every benchmark here reads as a user would: through the command line, JSON lines out, or the API."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from onrecord import api
from onrecord.model import Failure
from onrecord.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
READERS = ("small", "large", "rules")
EDGES = " \t\r\n\xa0\"“”„«»‘’‚'`.,;:!?()[]—–-…"

Spans = Iterable[Iterable[int]]


def data(name: str) -> Path:
    """Where a test collection lies when it is there: beside the checkout, never inside it."""
    return SHARED / "data" / name


def with_reader(parser: argparse.ArgumentParser) -> None:
    """Let the user choose the reader; without it, the setting's default reads."""
    parser.add_argument("--reader", choices=READERS, help="which reader finds (default: the setting's)")


def command(places: Iterable[Path], workers: int, reader: str | None) -> tuple[list[str], dict[str, str]]:
    """`onrecord read --format jsonl` of the places, and the environment it is to run in."""
    started = [sys.executable, "-c", "from onrecord.cli import main; main()", "read", "--format", "jsonl"]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "ONRECORD_WORKERS": str(workers)}
    if reader:
        environment["ONRECORD_READER"] = reader
    return [*started, *map(str, places)], environment


def read(
    places: Iterable[Path], workers: int = 2, reader: str | None = None
) -> tuple[dict[str, list[dict[str, Any]]], str]:
    """Statements of `onrecord read --format jsonl`, by `document.path`, and what it said on stderr."""
    arguments, environment = command(places, workers, reader)
    run = subprocess.Popen(
        arguments,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="surrogatepass",
        env=environment,
    )
    out, errors = run.communicate()
    if run.returncode not in (0, 1) or (run.returncode and not out):
        sys.exit(f"onrecord read ended with {run.returncode}:\n{errors.strip()[-2000:]}")
    return grouped(out.splitlines()), errors


def documents(places: Iterable[Path], workers: int = 2, reader: str | None = None) -> Iterator[api.Read]:
    """Documents with passages and statements, by the API; what cannot be read is told on stderr."""
    settings = Settings.load(workers=workers, reader=reader)
    for one in api.read([str(place) for place in places], settings):
        if isinstance(one, Failure):
            print(one, file=sys.stderr)
        else:
            yield one


def grouped(lines: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
    """JSON lines, by the path of their document."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in lines:
        if line.strip():
            statement = json.loads(line)
            found[statement["document"]["path"]].append(statement)
    return found


def characters(spans: Spans, text: str) -> set[int]:
    """The offsets the spans cover, white space, quotation marks and punctuation at their edges set aside."""
    found: set[int] = set()
    for start, end in spans:
        while start < end and text[start] in EDGES:
            start += 1
        while end > start and text[end - 1] in EDGES:
            end -= 1
        found.update(range(start, end))
    return found


def pairs(listed: list[set[int]], found: list[set[int]]) -> list[tuple[int, int]]:
    """One to one, best overlap first; a pair shares at least half of the characters in either."""
    overlaps = sorted(
        ((len(a & b) / len(a | b), i, j) for i, a in enumerate(listed) for j, b in enumerate(found) if a & b),
        reverse=True,
    )
    left, right, chosen = set(), set(), []
    for share, i, j in overlaps:
        if share >= 0.5 and i not in left and j not in right:
            left.add(i)
            right.add(j)
            chosen.append((i, j))
    return chosen
