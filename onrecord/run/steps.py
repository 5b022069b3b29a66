"""What is done to an item depends on nothing but its bytes, the job and the record's list of what is done."""

from __future__ import annotations

import logging
import os
import traceback
from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from pathlib import Path

from onrecord import find, link, read
from onrecord.errors import ModelError, OnrecordError
from onrecord.model import Failure, Item, Reading, Statement, digest
from onrecord.record import Record
from onrecord.run.jobs import Job, Outcome, place, refused
from onrecord.run.results import Read, Rendered
from onrecord.settings import READERS, Settings

log = logging.getLogger("onrecord.run")

TOGETHER = 200_000  # code points of an item's documents that are found together, so that few are held at once


class Worker:
    """Carries items through the steps of one job, in whichever process it is made.

    Raises:
        RecordError: the job's record cannot be opened.
        OnrecordError: a file of facts cannot be read.
    """

    def __init__(self, job: Job) -> None:
        self.job = job
        self.record = Record.open(job.record, readonly=True) if job.record else None
        self.facts = known_facts(job.settings)

    def __call__(self, item: Item) -> Outcome:
        """Read the item and find its statements; whatever goes wrong is a Failure among the results.

        Raises:
            ModelError: the reader that is asked for cannot be loaded, which no other item would change.
        """
        try:
            return self._carry(item)
        except ModelError:
            raise
        except Exception as error:
            # One text must not cost the others, whatever it sets off. The log keeps the traceback.
            return refused(fault(item, error), place(item))

    def close(self) -> None:
        """Let go of the record."""
        if self.record:
            self.record.close()

    def _carry(self, item: Item) -> Outcome:
        data = read.load(item, self.job.settings)
        key, *others = step_keys(item, data, self.job.settings)
        if self.record and self.record.done(key):
            return Outcome(key, place(item), skipped=True)
        results: list[Read | Rendered | Failure] = []
        waiting: list[Reading] = []
        size = 0
        loaded = replace(item, data=data, open_as=())
        for reading in read.documents(loaded, self.job.settings):
            if isinstance(reading, Failure):
                results += [*self._found(item, waiting), reading]
                waiting, size = [], 0
                continue
            waiting.append(reading)
            size += len(reading.document.text)
            if size >= TOGETHER:
                results += self._found(item, waiting)
                waiting, size = [], 0
        results += self._found(item, waiting)
        words = sum(0 if isinstance(result, Failure) else result.words for result in results)
        whole = not any(isinstance(result, Failure) for result in results)
        return Outcome(key if whole else "", place(item), tuple(results), words, instead=tuple(others))

    def _found(self, item: Item, readings: list[Reading]) -> list[Read | Rendered | Failure]:
        """A result for each document; where one of them sets off a fault, the others do not pay for it."""
        try:
            texts = [(reading.document, reading.passages) for reading in readings]
            found = find.each(texts, self.job.settings.reader)
            return [self._result(*one) for one in zip(readings, found, strict=True)]
        except ModelError:
            raise
        except Exception as error:
            if len(readings) == 1:
                return [fault(item, error)]
        return [result for reading in readings for result in self._found(item, [reading])]

    def _result(self, reading: Reading, found: list[Statement]) -> Read | Rendered:
        words = len(reading.document.text.split())
        told = _relayed(reading, found)
        linked = link.within(reading.document, reading.passages, told, self.facts)
        if self.job.render is None:
            return Read(reading, linked, words)
        return Rendered(self.job.render(reading.document, linked), len(found), words)


def _relayed(reading: Reading, found: list[Statement]) -> list[Statement]:
    """The statements with what every word of a page came through: an agency, then a translation."""
    if not found:
        return found
    text, passages = reading.document.text, reading.passages
    line = read.dateline(text, next((p.span.start for p in passages if p.kind != "furniture"), 0))
    agency = line.agency if line else None
    if agency and agency.of(text).casefold() in (reading.document.outlet or "").casefold():
        agency = None  # it is the agency's own page
    original = find.original(text, passages) if reading.document.language == "en" else None
    if agency is None and original is None:
        return found
    name = agency.of(text).casefold() if agency else ""
    told = []
    for one in found:
        by_itself = one.speaker is not None and one.speaker.span == agency
        named = any(name in via.of(text).casefold().split() for via in one.via)
        first = (agency,) if agency and not by_itself and not named else ()
        told.append(replace(one, via=(*one.via, *first, *((original,) if original else ()))))
    return told


def known_facts(settings: Settings) -> tuple[link.Fact, ...]:
    """The dated facts that ship and those of the user's files.

    Raises:
        OnrecordError: a file cannot be read, or a line of it means nothing.
    """
    return link.facts(tuple(Path(name) for name in settings.facts.split(os.pathsep) if name))


def step_keys(item: Item, data: bytes, settings: Settings) -> list[str]:
    """The digest that decides whether an item is done, then what it would be by each of the other readers.

    It is made of the item's bytes, its place, the settings that matter and the versions. The place belongs to
    it because the same bytes under two addresses are two documents, each published.
    """
    limits = (
        settings.max_document_mb,
        settings.max_archive_ratio,
        settings.max_archive_mb,
        settings.max_nesting,
    )
    about = [pair for pair in item.about if pair[0] != "fetched"]  # the same page, fetched again, is the same
    told = (item.source, item.kind, about, limits, read.VERSION, find.VERSION)
    base = repr(told).encode("utf-8", "surrogatepass") + b"\0" + digest(data).encode("ascii")
    readers = [settings.reader, *(reader for reader in READERS if reader != settings.reader)]
    return [digest(base + b"\0" + reader.encode("utf-8")) for reader in readers]


def each(
    job: Job, items: Iterator[Item | Failure], stop: Callable[[], bool] | None = None
) -> Generator[Outcome]:
    """Carry every item through the steps in this process, in order, until `stop` says True."""
    worker = Worker(job)
    try:
        for item in items:
            if stop and stop():
                return
            yield refused(item) if isinstance(item, Failure) else worker(item)
    finally:
        worker.close()


def fault(item: Item, error: Exception) -> Failure:
    """What is told of an error that reading an item set off; one that is onrecord's own goes to the log."""
    if isinstance(error, OnrecordError):
        return Failure(item.path, item.source, error.what, error.remedy)
    log.error("%s: a fault of onrecord", item.path, exc_info=error)
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{type(error).__name__} in {Path(last.filename).name}, line {last.lineno}"
    return Failure(
        item.path, item.source, f"onrecord itself failed on it ({place})", "please report it with the file"
    )
