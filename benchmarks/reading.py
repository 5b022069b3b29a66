"""Every benchmark here reads through the command line, as a user would: one subprocess, JSON lines out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
EDGES = " \t\r\n\xa0\"“”„«»‘’‚'`.,;:!?()[]—–-…"

Spans = Iterable[Iterable[int]]


def data(name: str) -> Path:
    """Where a test collection lies when it is there: beside the checkout, never inside it."""
    return SHARED / "data" / name


def read(places: Iterable[Path], workers: int = 2) -> tuple[dict[str, list[dict[str, Any]]], str]:
    """Statements of `onrecord read --format jsonl`, by `document.path`, and what it said on stderr."""
    command = [sys.executable, "-c", "from onrecord.cli import main; main()", "read", "--format", "jsonl"]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "ONRECORD_WORKERS": str(workers)}
    run = subprocess.Popen(
        [*command, *map(str, places)],
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
