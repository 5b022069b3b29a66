"""What is done to the items of a part is what `add` does to them; the part is named once it is whole."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from onrecord import columns, find, link
from onrecord.columns import Writer
from onrecord.model import Failure, Item, Linked, document_id
from onrecord.record import named
from onrecord.run.corpus import Part, publish, unfinished, with_counts
from onrecord.run.jobs import Job, Outcome
from onrecord.run.pool import Pool
from onrecord.run.results import Read
from onrecord.run.steps import each, known_facts

LATE = 75  # the exit code of a process that ended itself because a document took too long
TABLES = (
    columns.DOCUMENTS,
    columns.PASSAGES,
    columns.STATEMENTS,
    columns.FIGURES,
    columns.TIMES,
    columns.ITEMS,
    columns.FAILURES,
)
FAILED = "failed:"  # before the key of an item of which something failed
GAP = " … "  # between the pieces of a statement's words


@dataclass(frozen=True, slots=True)
class Reading:
    """Reads, finds and links the items of one part.

    Attributes:
        place: the corpus.
        part: the part.
        job: as `add` gives it to its workers.
        items: what is to be read, or why it cannot be.
        keys: the key of each.
        careful: each item in a process of its own, so that one that ends its process costs only itself.
    """

    place: Path
    part: Part
    job: Job
    items: tuple[Item | Failure, ...]
    keys: tuple[str, ...]
    careful: bool = False

    def do(self) -> None:
        """Read the items into the files of the part."""
        begun = time.monotonic()
        files = unfinished(self.place, self.part)
        if self.careful:
            found: Iterator[Outcome] = Pool(self.job, 1).outcomes(iter(self.items))
        else:
            found = each(self.job, _timed(self.items, self.job.settings.document_seconds))
        keyed = (_keyed(outcome, key) for outcome, key in zip(found, self.keys, strict=True))
        counts = _written(keyed, files)
        publish(self.place, with_counts(self.part, counts, time.monotonic() - begun), files)


def _keyed(outcome: Outcome, key: str) -> Outcome:
    """An outcome with the key of its item even where something failed, so that it is not tried for ever."""
    failed = outcome.key or (key if key.startswith(FAILED) else FAILED + key)
    return replace(outcome, key=failed)


@dataclass(frozen=True, slots=True)
class Linking:
    """Links the names and dates of one part again.

    Attributes:
        place: the corpus.
        old: the part as it is.
        part: the part as it will be.
        job: whose settings name the facts.
    """

    place: Path
    old: Part
    part: Part
    job: Job

    def do(self) -> None:
        """Write the part anew, with what was read taken over."""
        begun = time.monotonic()
        files, facts = unfinished(self.place, self.part), known_facts(self.job.settings)
        found = (self._linked(outcome, facts) for outcome in outcomes(self.place, self.old))
        counts = _written(found, files)
        publish(self.place, with_counts(self.part, counts, time.monotonic() - begun), files)

    def _linked(self, outcome: Outcome, facts: tuple[link.Fact, ...]) -> Outcome:
        results: list[Read | Failure] = []
        for one in cast("tuple[Read | Failure, ...]", outcome.results):
            if isinstance(one, Failure):
                results.append(one)
                continue
            document, passages = one.reading.document, one.reading.passages
            bare = find.unlinked(document, list(one.statements))
            results.append(replace(one, linked=link.within(document, passages, bare, facts)))
        return replace(outcome, results=tuple(results))


def outcomes(place: Path, part: Part) -> Iterator[Outcome]:
    """What came of each item of a part, as `add` would have given it."""
    folder = place / "parts" / part.id
    yield from kept(folder)


def kept(folder: Path) -> Iterator[Outcome]:
    """What came of each item whose tables lie in a folder, in order; FAILED stands before keys."""
    documents = _documents(folder)
    failures: dict[int, list[Failure]] = {}
    for row in columns.read(columns.FAILURES, folder / "failures.parquet"):
        told = Failure(row.path, row.source, row.reason, row.remedy)
        failures.setdefault(row.number, []).append(told)
    following = next(documents, None)
    for item in columns.read(columns.ITEMS, folder / "items.parquet"):
        results: list[Read | Failure] = []
        while following is not None and following[0] == item.number:
            results.append(following[1])
            following = next(documents, None)
        words = sum(one.words for one in results if isinstance(one, Read))
        results += failures.get(item.number, [])
        yield Outcome(item.key, item.source, tuple(results), words, False, item.instead)


def _documents(folder: Path) -> Iterator[tuple[int | None, Read]]:
    """Each document of a folder with all that was found in it, and the number of its item."""
    from onrecord import model

    tables = (columns.PASSAGES, columns.STATEMENTS, columns.FIGURES, columns.TIMES)
    groups = [_Grouped(table, folder) for table in tables]
    for row in columns.read(columns.DOCUMENTS, folder / "documents.parquet"):
        passages, statements, figures, times = (group.of(row.document.id) for group in groups)
        linked = Linked(
            tuple(one.statement for one in statements),
            tuple(one.figure for one in figures),
            tuple(times),
            row.inferred,
        )
        reading = model.Reading(row.document, tuple(passages), row.raw)
        yield row.item, Read(reading, linked, row.words)


class _Grouped:
    """The rows of a table, which stand together by their documents, in the order of these."""

    def __init__(self, table: columns.Table, folder: Path) -> None:
        self._rows = columns.read(table, folder / f"{table.name}.parquet")
        self._next = next(self._rows, None)

    def of(self, document: str) -> list[Any]:
        found: list[Any] = []
        while self._next is not None and _document(self._next) == document:
            found.append(self._next)
            self._next = next(self._rows, None)
        return found


def _document(row: Any) -> str:
    return str(getattr(row, "statement", row).document)


def _written(found: Iterable[Outcome], files: Path) -> dict[str, int]:
    """Write what came of some items; gives how much it was."""
    counts = dict.fromkeys(("items", "documents", "statements", "words", "failures"), 0)
    with ExitStack() as stack:
        to = {
            table.name: stack.enter_context(Writer(table, files / f"{table.name}.parquet"))
            for table in TABLES
        }
        taken: set[str] = set()
        for number, outcome in enumerate(found):
            documents = 0
            for one in outcome.results:
                if isinstance(one, Failure):
                    told = (one.path, one.source, one.reason, one.remedy)
                    to["failures"].add(columns.FailureRow(outcome.source, number, *told))
                else:
                    _add(to, number, _renamed(cast(Read, one), taken))
                    documents += 1
            row = columns.ItemRow(outcome.key, number, outcome.source, tuple(outcome.instead), documents)
            to["items"].add(row)
            counts["words"] += outcome.words
    counts.update({name: to[name].rows for name in counts if name in to})
    return counts


def _renamed(one: Read, taken: set[str]) -> Read:
    """A document under an id that no other of its part has, as a record would call it."""
    document = one.reading.document
    id = document.id if document.id not in taken else f"{document.id}~{document.digest[:8]}"
    if id in taken:
        id += document_id(document.source, document.digest)
    taken.add(id)
    stored = replace(document, id=id)
    passages = one.reading.passages
    times = one.linked.times
    if id != document.id:
        passages = tuple(replace(passage, document=id) for passage in passages)
        times = tuple(replace(time_, document=id) for time_ in times)
    statements = tuple(named(one.linked.statements, document, stored))
    linked = replace(one.linked, statements=statements, times=times)
    return replace(one, reading=replace(one.reading, document=stored, passages=passages), linked=linked)


def _add(to: dict[str, Writer], number: int, one: Read) -> None:
    document, linked, raw = one.reading.document, one.linked, one.reading.raw
    row = columns.DocumentRow(document, linked.published, one.words, raw, number)
    to["documents"].add(row, len(document.text) + len(raw or b""))
    for passage in one.reading.passages:
        to["passages"].add(passage)
    for statement in linked.statements:
        words = GAP.join(span.of(document.text) for span in statement.content)
        to["statements"].add(columns.StatementRow(statement, words))
    for figure in linked.figures:
        to["figures"].add(columns.FigureRow(document.id, figure))
    for time_ in linked.times:
        to["times"].add(time_)


def _timed(items: Iterable[Item | Failure], seconds: float) -> Iterator[Item | Failure]:
    """The items; while one is worked on for longer than this, the process ends itself."""
    for item in items:
        if not seconds:
            yield item
            continue
        clock = threading.Timer(seconds, os._exit, (LATE,))
        clock.daemon = True
        clock.start()
        try:
            yield item
        finally:
            clock.cancel()
