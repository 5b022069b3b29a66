"""Only the parent writes, whole items at a time, so that a run stopped anywhere goes on where it stood."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, cast

from onrecord.model import Failure, Linked, Reading
from onrecord.record import Added, Record
from onrecord.run.jobs import Job, Outcome
from onrecord.run.linking import Joiner, link_key
from onrecord.run.reading import outcomes
from onrecord.run.results import Read, Summary, Watch
from onrecord.settings import Settings

BATCH_SECONDS = 1.0  # results written together: what a power cut may cost
BATCH_WORDS = 500_000  # or as soon as so many words wait


def add(
    record: str | Path,
    places: Sequence[str],
    settings: Settings,
    stdin: BinaryIO | None = None,
    watch: Watch | None = None,
    stop: Callable[[], bool] | None = None,
) -> Summary:
    """Read the places into a record, which is made if need be; trace and check what is new in it.

    Args:
        record: the record's file.
        places: files, folders, archives and addresses; "-" is standard input.
        settings: `workers` says how many processes; 1 is this one alone. `trace` says whether to trace,
            `check` whether to check.
        stdin: what "-" reads.
        watch: told, after each write, of all that is done so far and of the failures since the last.
        stop: asked again and again; True ends the run in order. What is stored stays, and adding the same
            places again goes on from there.

    Raises:
        ModelError: the reader cannot be loaded. What was stored stays.
        RecordError: the record cannot be opened or written. What it held is not lost.
    """
    job = Job(settings, record=Path(record))
    return stored(record, places, settings, outcomes(job, places, stdin, stop), (watch, stop))


def stored(
    record: str | Path,
    places: Sequence[str],
    settings: Settings,
    found: Generator[Outcome],
    told: tuple[Watch | None, Callable[[], bool] | None],
) -> Summary:
    """Put what came of the items of some places into a record; trace and check what is new in it.

    Args:
        record: the record's file.
        places: as for `add`.
        settings: as for `add`.
        found: what came of each item; closed at the end.
        told: `watch` and `stop`, as for `add`.

    Raises:
        RecordError: as for `add`.
    """
    path, (watch, stop) = Path(record), told
    with Record.open(path, create=True) as store:
        writer = _Writer(store, watch, places, Joiner(store, link_key(settings)))
        with closing(found):
            for outcome in found:
                writer.take(outcome)
        writer.write()
        stopped = bool(stop and stop())
        if not stopped:
            writer.settle()
    if settings.trace and not stopped:
        from onrecord.run.retracing import retrace  # its libraries take a while to load

        stopped = retrace(path, settings, stop=stop).stopped
    if settings.check and not stopped:
        from onrecord.run.checking import recheck  # as do these

        stopped = recheck(path, settings, stop=stop).stopped
    return replace(writer.summary, stopped=stopped)


class _Writer:
    """Gathers outcomes for about a second and writes them in one transaction."""

    def __init__(self, store: Record, watch: Watch | None, places: Sequence[str], joiner: Joiner) -> None:
        self.summary = Summary()
        self._store = store
        self._joiner = joiner
        self._misspelt = {p for p in places if p != "-" and "://" not in p and not os.path.lexists(p)}
        roots = tuple(os.path.abspath(place) for place in places)
        # What failed before and lies within the places is tried again; what does not fail again is settled.
        self._open = {row.source for row in store.failures() if _within(row.source, roots)}
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
                    added = self._add(outcome)
                    summary = replace(
                        summary,
                        documents=summary.documents + added.documents,
                        versions=summary.versions + added.versions,
                        unchanged=summary.unchanged + added.unchanged,
                        statements=summary.statements + added.statements,
                        failures=summary.failures + added.failures,
                    )
                    failures += [r for r in outcome.results if isinstance(r, Failure)]
            self._open -= {failure.source for failure in failures}
        for _ in self._joiner.waiting():
            pass
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

    def settle(self) -> None:
        """Close the old failures of the places, now that all of them were walked to the end."""
        with self._store.batch():
            for source in self._open:
                self._store.settle(source)

    def _add(self, outcome: Outcome) -> Added:
        results = outcome.results
        if results and all(isinstance(r, Failure) and r.path in self._misspelt for r in results):
            # A name that stands for nothing is the command's mistake, and no source to keep in mind.
            return Added(failures=len(results))
        return self._store.add(outcome.key, _results(outcome), outcome.source, outcome.instead)


def _within(source: str, roots: tuple[str, ...]) -> bool:
    return any(source == root or source.startswith((root.rstrip("/") + "/", root + "#")) for root in roots)


def _results(outcome: Outcome) -> list[tuple[Reading, Linked] | Failure]:
    return [
        r if isinstance(r, Failure) else (cast(Read, r).reading, cast(Read, r).linked)
        for r in outcome.results
    ]
