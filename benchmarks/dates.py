"""Time expressions measured against TimeML annotations, by the collection's own scorer.

    python benchmarks/dates.py [--missed] [--json]

Each text of TimeBank and AQUAINT is read as a user would read it: a row of a JSON Lines file with its date.
Printed for each collection, and for every fourth file of both (by name, with the first), which no rule was
made with: how many expressions are annotated and given; precision, recall and F1 in per cent of expressions
that overlap (found), denote the same interval too (value), and have the very same span too (strict); how many
are missed, given where none is annotated, and of another value, by the form of the words; and words a second
of finding and resolving alone, on one core. With `--missed` each of these is listed.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reading import SHARED, data

from onrecord import link, read
from onrecord.model import Document, Failure, Time
from onrecord.settings import Settings

SCORER = SHARED / "tools" / "score_dates.py"
COLLECTIONS = ("TimeBank", "AQUAINT")
MEASURES = ("found", "value", "strict")
KINDS = (
    ("weekday", r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"),
    ("quarter or half", r"quarter|half|period|year-(?:ago|earlier)|year (?:ago|earlier)"),
    ("month or day of one", r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"),
    (
        "day seen from the writer",
        r"today|yesterday|tomorrow|tonight|night|morning|evening|afternoon|a\.m|p\.m",
    ),
    ("season or feast", r"spring|summer|fall|autumn|winter|thanksgiving|christmas|easter"),
    ("ago, earlier, later", r"ago|earlier|later|before|after"),
    ("unit", r"day|week|month|year|decade|century"),
    ("year", r"\d{4}"),
)


@dataclass
class Score:
    """Counts of one set of texts; `errors` counts (what is wrong, kind of words)."""

    gold: int = 0
    given: int = 0
    found: int = 0
    value: int = 0
    strict: int = 0
    words: int = 0
    seconds: float = 0.0
    errors: Counter[tuple[str, str]] = field(default_factory=Counter)
    listed: list[str] = field(default_factory=list)

    def f1(self, measure: str) -> tuple[float, float, float]:
        """Precision, recall and F1 in per cent."""
        right = getattr(self, measure)
        return (
            100 * right / max(self.given, 1),
            100 * right / max(self.gold, 1),
            200 * right / max(self.given + self.gold, 1),
        )

    def add(self, other: Score) -> None:
        """Count another's too."""
        for name in ("gold", "given", "found", "value", "strict", "words", "seconds"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.errors += other.errors
        self.listed += other.listed


def scorer(place: Path = SCORER) -> Any:
    """The scoring module, loaded from its file."""
    spec = importlib.util.spec_from_file_location("score_dates", place)
    if spec is None or spec.loader is None or not place.is_file():
        sys.exit(f"{place} is absent or not a Python file: nothing to score with.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def dated(rows: Iterable[dict[str, str | None]]) -> Iterator[tuple[Document, Sequence[Time], float]]:
    """Each row's document with its time expressions, and the seconds that these took."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "texts.jsonl")
        place.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        settings = Settings()
        for item in read.items([str(place)], settings):
            assert not isinstance(item, Failure), str(item)
            for reading in read.documents(item, settings):
                assert not isinstance(reading, Failure), str(reading)
                start = time.perf_counter()
                _, times = link.moments(reading.document, reading.passages)
                yield reading.document, times, time.perf_counter() - start


def kind(words: str) -> str:
    """What sort of expression the words are."""
    return next((name for name, pattern in KINDS if re.search(pattern, words.lower())), "other")


def one(
    scoring: Any, document: Document, times: Sequence[Time], gold: Sequence[tuple[int, int, str]]
) -> Score:
    """The score of one text: as the scorer counts, with what is wrong."""
    text = document.text
    given = [(*each.span, scoring.interval(each.when.edtf), each) for each in times]
    given = [each for each in given if each[2]]
    score = Score(len(gold), len(given), words=len(text.split()))

    def wrong(what: str, start: int, end: int, note: str) -> None:
        score.errors[what, kind(text[start:end])] += 1
        around = f"{text[max(0, start - 60) : start]}[{text[start:end]}]{text[end : end + 40]}"
        score.listed.append(f"{what:<6} {document.id} {note}: {' '.join(around.split())}")

    used: set[int] = set()
    for begin, end, interval in gold:
        hits = [
            (min(end, last) - max(begin, first), k)
            for k, (first, last, *_) in enumerate(given)
            if k not in used and min(end, last) > max(begin, first)
        ]
        if not hits:
            wrong("missed", begin, end, interval)
            continue
        k = max(hits)[1]
        used.add(k)
        score.found += 1
        if given[k][2] == interval:
            score.value += 1
            score.strict += given[k][:2] == (begin, end)
        else:
            wrong("value", begin, end, f"{interval}, given {given[k][3].when.edtf} ({given[k][3].basis})")
    for k, (begin, end, _, each) in enumerate(given):
        if k not in used:
            wrong("extra", begin, end, f"{each.when.edtf} ({each.basis})")
    return score


def measured() -> dict[str, Score]:
    """The score of each collection, of all, and of every fourth file."""
    scoring = scorer()
    list(dated([{"id": "first", "text": "It rained on Monday.", "published": "2023-05-10"}]))  # compiles
    scores = {name: Score() for name in (*COLLECTIONS, "both", "every fourth")}
    for collection in COLLECTIONS:
        files = scoring.files(data("timeml") / collection)
        parsed = {path.stem: scoring.document(path) for path in files}
        kept = {path.stem for path in files[::4]}
        rows = [
            {"id": name, "text": text, "published": created or None}
            for name, (text, created, _) in parsed.items()
        ]
        for document, times, seconds in dated(rows):
            score = one(scoring, document, times, parsed[document.id][2])
            score.seconds = seconds
            for name in (collection, "both", *(["every fourth"] if document.id in kept else [])):
                scores[name].add(score)
    return scores


def main() -> None:
    """Print the measurements."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--missed", action="store_true", help="list what is wrong, but for every fourth file")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    scores = measured()
    if given.json:
        figures = {name: {each: score.f1(each) for each in MEASURES} for name, score in scores.items()}
        print(json.dumps(figures, indent=1))
        return
    for name, score in scores.items():
        rows = "  ".join(f"{each} {'/'.join(f'{x:.1f}' for x in score.f1(each))}" for each in MEASURES)
        speed = score.words / max(score.seconds, 1e-9)
        print(f"{name:<12} annotated {score.gold:4} given {score.given:4}  {rows}  {speed:9,.0f} words/s")
    print("\nboth collections: value wrong, missed, extra")
    errors = scores["both"].errors
    for name in (*(name for name, _ in KINDS), "other"):
        print(f"  {name:<26}" + "".join(f"{errors[what, name]:5}" for what in ("value", "missed", "extra")))
    if given.missed:
        held = set(scores["every fourth"].listed)
        print("\n".join(line for line in scores["both"].listed if line not in held))


if __name__ == "__main__":
    main()
