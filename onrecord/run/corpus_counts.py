"""What a corpus holds is counted from its tables, column by column; nothing is opened that is not needed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord import columns
from onrecord.columns import FailureRow
from onrecord.run.corpus import Corpus, summed

MOST = 20  # names of each kind that are given
_TRACED = ("families", "members", "hops")


@dataclass(frozen=True, slots=True)
class CorpusStats:
    """What a corpus holds.

    Attributes:
        parts: finished parts.
        items: what was read: files, members, rows, messages.
        documents, statements, words, failures: of all parts.
        first, last: the first and the last day on which documents were published, YYYY-MM-DD, or None.
        undated: documents of which no date is known.
        languages, outlets, speakers, modes: names with how many documents, or statements, have them; those
            that most have. Speakers are counted by the name that each document shows.
        families, members, hops: of `corpus trace`; None before it was run, and where it is out of date they
            are of the documents of then.
        seconds: how long the parts took together, in all processes.
    """

    parts: int
    items: int
    documents: int
    statements: int
    words: int
    failures: int
    first: str | None
    last: str | None
    undated: int
    languages: tuple[tuple[str, int], ...]
    outlets: tuple[tuple[str, int], ...]
    speakers: tuple[tuple[str, int], ...]
    modes: tuple[tuple[str, int], ...]
    families: int | None
    members: int | None
    hops: int | None
    seconds: float


def corpus_stats(place: str | Path) -> CorpusStats:
    """Count what a corpus holds.

    Raises:
        UsageError: there is no corpus.
    """
    corpus = Corpus(place)
    parts = corpus.parts
    counts = {**dict.fromkeys(("items", "documents", "statements", "words", "failures"), 0), **summed(parts)}
    languages, outlets, speakers, modes = (Counter[str]() for _ in range(4))
    days: list[str] = []
    undated = 0
    dates = ["published_earliest", "published_latest", "inferred_earliest", "inferred_latest"]
    for part in parts:
        folder = corpus.folder(part)
        for row in columns.cells(folder / "documents.parquet", ["language", "outlet", *dates]):
            languages[row["language"] or ""] += 1
            outlets[row["outlet"] or ""] += 1
            known = row["published_earliest"] or row["inferred_earliest"]
            undated += not known
            if known:
                days += [known[:10], (row["published_latest"] or row["inferred_latest"])[:10]]
        days = [min(days), max(days)] if days else []
        for row in columns.cells(folder / "statements.parquet", ["speaker_name", "mode"]):
            speakers[row["speaker_name"] or ""] += 1
            modes[row["mode"]] += 1
    families, members, hops = (_rows(corpus.place / "traces" / name) for name in _TRACED)
    return CorpusStats(
        len(parts),
        counts["items"],
        counts["documents"],
        counts["statements"],
        counts["words"],
        counts["failures"],
        days[0] if days else None,
        days[1] if days else None,
        undated,
        _most(languages),
        _most(outlets),
        _most(speakers),
        _most(modes),
        families,
        members,
        hops,
        sum(part.seconds for part in parts),
    )


def corpus_failures(place: str | Path) -> Iterator[FailureRow]:
    """What could not be read, in the order of the parts; what was read when it was tried again is left out.

    Raises:
        UsageError: there is no corpus.
    """
    corpus = Corpus(place)
    read: set[str] = set()
    last: dict[str, int] = {}
    for number, part in enumerate(corpus.parts):
        for row in columns.read(columns.ITEMS, corpus.folder(part) / "items.parquet"):
            last[row.source] = number
            (read.discard if row.key.startswith("failed:") else read.add)(row.source)
    for number, part in enumerate(corpus.parts):
        for row in columns.read(columns.FAILURES, corpus.folder(part) / "failures.parquet"):
            if row.item not in read and last.get(row.item) == number:
                yield row


def _most(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:MOST])


def _rows(folder: Path) -> int | None:
    files = sorted(folder.glob("*.parquet"))
    return sum(map(columns.count, files)) if files else None
