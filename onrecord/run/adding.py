"""Only the parent writes, whole items at a time, so that a run stopped anywhere goes on where it stood."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, cast

from onrecord.model import Failure, Reading, Statement
from onrecord.record import Record
from onrecord.run.reading import outcomes
from onrecord.run.steps import Job, Outcome, Read
from onrecord.settings import Settings

BATCH_SECONDS = 1.0  # results written together: what a power cut may cost
BATCH_WORDS = 500_000  # or as soon as so many words wait


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run of `add` has done so far.

    Attributes:
        documents: documents new to the record.
        versions: those of them that stand beside an older version of the same source.
        unchanged: documents the record held already.
        skipped: files and members passed over, because nothing about them has changed since they were read.
        statements: statements new to the record.
        failures: sources that could not be read.
        words: words read, split at white space.
        seconds: since the start.
        stopped: whether the run was asked to stop before its end.
    """

    documents: int = 0
    versions: int = 0
    unchanged: int = 0
    skipped: int = 0
    statements: int = 0
    failures: int = 0
    words: int = 0
    seconds: float = 0.0
    stopped: bool = False


Watch = Callable[[Summary, Sequence[Failure]], None]


def add(
    record: str | Path,
    places: Sequence[str],
    settings: Settings,
    stdin: BinaryIO | None = None,
    watch: Watch | None = None,
    stop: Callable[[], bool] | None = None,
) -> Summary:
    """Read the places into a record, which is made if need be.

    Args:
        record: the record's file.
        places: files, folders, archives and addresses; "-" is standard input.
        settings: `workers` says how many processes; 1 is this one alone.
        stdin: what "-" reads.
        watch: told, after each write, of all that is done so far and of the failures since the last.
        stop: asked again and again; True ends the run in order. What is stored stays, and adding the same
            places again goes on from there.

    Raises:
        RecordError: the record cannot be opened or written. What it held is not lost.
    """
    path = Path(record)
    with Record.open(path, create=True) as store:
        writer = _Writer(store, watch)
        job = Job(settings, record=path)
        with closing(outcomes(job, places, stdin, stop)) as found:  # type: ignore[type-var]
            for outcome in found:
                writer.take(outcome)
        writer.write()
    return replace(writer.summary, stopped=bool(stop and stop()))


class _Writer:
    """Gathers outcomes for about a second and writes them in one transaction."""

    def __init__(self, store: Record, watch: Watch | None) -> None:
        self.summary = Summary()
        self._store = store
        self._watch = watch
        self._waiting: list[Outcome] = []
        self._words = 0
        self._start = self._last = time.monotonic()

    def take(self, outcome: Outcome) -> None:
        self._waiting.append(outcome)
        self._words += outcome.words
        if time.monotonic() - self._last >= BATCH_SECONDS or self._words >= BATCH_WORDS:
            self.write()

    def write(self) -> None:
        summary, failures = self.summary, []
        fresh = [outcome for outcome in self._waiting if not outcome.skipped]
        if fresh:
            with self._store.batch():
                for outcome in fresh:
                    added = self._store.add(outcome.key, _results(outcome), outcome.source)
                    summary = replace(
                        summary,
                        documents=summary.documents + added.documents,
                        versions=summary.versions + added.versions,
                        unchanged=summary.unchanged + added.unchanged,
                        statements=summary.statements + added.statements,
                        failures=summary.failures + added.failures,
                    )
                    failures += [r for r in outcome.results if isinstance(r, Failure)]
        self._last = time.monotonic()
        self.summary = replace(
            summary,
            skipped=summary.skipped + len(self._waiting) - len(fresh),
            words=summary.words + self._words,
            seconds=self._last - self._start,
        )
        self._waiting.clear()
        self._words = 0
        if self._watch:
            self._watch(self.summary, failures)


def _results(outcome: Outcome) -> list[tuple[Reading, list[Statement]] | Failure]:
    return [
        r if isinstance(r, Failure) else (cast(Read, r).reading, list(cast(Read, r).statements))
        for r in outcome.results
    ]
