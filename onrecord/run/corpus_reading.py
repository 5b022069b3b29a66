"""An item is read once: what the corpus has by its key is passed over, whatever became of earlier runs."""

from __future__ import annotations

import errno
import os
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

from onrecord import columns, read
from onrecord.columns import Table
from onrecord.errors import OnrecordError, UsageError
from onrecord.model import Failure, Item, digest
from onrecord.run.corpus import Corpus, Part, part_id, part_of, summed
from onrecord.run.corpus_done import CorpusRun, CorpusWatch
from onrecord.run.corpus_work import FAILED, Linking, Reading
from onrecord.run.crew import DIED
from onrecord.run.engine import Engine
from onrecord.run.jobs import Job
from onrecord.run.linking import link_key
from onrecord.run.steps import step_keys
from onrecord.settings import Settings

PART_BYTES = 4 << 20  # bytes of items that are read together: what a killed process costs
FIRST_BYTES = 256 << 10  # of the first parts, so that all workers have something to do at once
PART_ITEMS = 1000
TRIES = 3  # that a part is begun again after its process ended
FULL = tuple(os.strerror(number) for number in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG))


@dataclass(frozen=True, slots=True)
class Means:
    """By what a corpus is worked on.

    Attributes:
        settings: of the steps.
        engine: what carries the tasks.
        watch: told of what is done so far, at each part and now and then.
        stop: asked again and again; True ends the run in order.
    """

    settings: Settings
    engine: Engine
    watch: CorpusWatch | None = None
    stop: Callable[[], bool] | None = None


def read_corpus(
    sources: Sequence[str],
    place: str | Path,
    means: Means,
    stdin: BinaryIO | None = None,
    again: bool = False,
) -> CorpusRun:
    """Read sources into a corpus, which is made if need be; what it has already is passed over.

    Args:
        sources: files, folders, archives, crawls, tables, or addresses of these; "-" is standard input.
        place: the folder of the corpus.
        means: by what.
        stdin: what "-" reads.
        again: try again what failed before, which otherwise is passed over too.

    Raises:
        UsageError: the folder holds something else, or a corpus that was read otherwise.
        OnrecordError: the engine cannot be started, or the disk is full. What is done stays.
    """
    corpus = Corpus.make(place, means.settings)
    corpus.clear()
    names = [source if "://" in source else os.path.abspath(source) for source in sources]
    named = digest("\n".join(names).encode("utf-8", "surrogatepass"))
    walk = corpus.walk(named)
    planned = _Planned(corpus, walk, read.items(sources, means.settings, stdin), means.settings, again)
    planned.size = _size(sources)
    run = _Run("read", corpus, means, planned)
    done = run.carried(iter(planned))
    if not done.stopped and not done.troubles:
        corpus.walked(walk, named)
    return done


def link_corpus(place: str | Path, means: Means, every: bool = False) -> CorpusRun:
    """Link again the parts that another version linked, or that were linked with other facts.

    Args:
        place: the folder of the corpus.
        means: by what.
        every: all parts.

    Raises:
        UsageError: there is no corpus.
        OnrecordError: a file of facts cannot be read, or the engine cannot be started.
    """
    corpus = Corpus(place)
    corpus.clear()
    key = link_key(means.settings)
    if every:
        key = digest(f"{key}\0{time.time_ns()}".encode())
    waiting = [part for part in corpus.parts if part.linked != key]
    tasks = (_relinking(corpus, part, key, means.settings) for part in waiting)
    run = _Run("link", corpus, means, None)
    run.done = replace(run.done, total=len(waiting), skipped=len(corpus.parts) - len(waiting))
    return run.carried(tasks)


def _relinking(corpus: Corpus, old: Part, key: str, settings: Settings) -> Linking:
    new = replace(old, id=part_id(old.items, key), linked=key, counts={}, replaces=old.id)
    return Linking(corpus.place, old, new, Job(settings))


class _Planned:
    """The parts that are to be read, made up as their items are found."""

    def __init__(
        self, corpus: Corpus, walk: int, items: Iterator[Item | Failure], settings: Settings, again: bool
    ) -> None:
        self._corpus, self._walk, self._items, self._settings = corpus, walk, items, settings
        self._known = set(_keys(corpus, again))
        self.skipped = 0
        self.size = 0  # bytes of the sources, where all can be told
        self.seen = 0  # bytes of those of them that were walked through
        self._file, self._within = "", 0

    def __iter__(self) -> Iterator[Reading]:
        waiting: list[Item | Failure] = []
        keys: list[str] = []
        first = size = made = 0
        for position, item in enumerate(self._items):
            key, loaded = self._key(item)
            if key in self._known or f"{FAILED}{key}" in self._known:
                self.skipped += 1
                continue
            self._known.add(key)
            first = first if waiting else position
            waiting.append(loaded)
            keys.append(key)
            size += len(loaded.data or b"") if isinstance(loaded, Item) else 0
            if size >= min(PART_BYTES, FIRST_BYTES << min(made // 8, 8)) or len(waiting) >= PART_ITEMS:
                yield self._task(waiting, keys, first)
                waiting, keys, size, made = [], [], 0, made + 1
        if waiting:
            yield self._task(waiting, keys, first)

    def _task(self, items: list[Item | Failure], keys: list[str], first: int) -> Reading:
        part = part_of(keys, self._settings, self._walk, first)
        return Reading(self._corpus.place, part, Job(self._settings), tuple(items), tuple(keys))

    def _key(self, item: Item | Failure) -> tuple[str, Item | Failure]:
        """What tells whether an item is done, and the item with its bytes, which are read but once."""
        if isinstance(item, Failure):
            return _failure_key(item.source, item.reason), item
        self._walked(item)
        try:
            data = read.load(item, self._settings)
        except OnrecordError as error:
            return _failure_key(item.source, error.what), item
        return step_keys(item, data, self._settings)[0], replace(item, data=data, open_as=())

    def _walked(self, item: Item) -> None:
        """Count the bytes that were walked through; those of the file under way as far as they are known."""
        file = item.open_as[1] if item.open_as else item.source
        if file != self._file:
            self.seen += _file_size(self._file) - self._within
            self._file, self._within = file, 0
        more = min(len(item.data or b""), max(0, _file_size(file) - self._within))
        self._within += more
        self.seen += more


def _failure_key(source: str, reason: str) -> str:
    return FAILED + digest(f"{source}\0{reason}".encode("utf-8", "surrogatepass"))


def _keys(corpus: Corpus, again: bool) -> Iterator[str]:
    """The keys of all items that the corpus has; unless they are tried again, of those that failed too."""
    for part in corpus.parts:
        for row in columns.read(columns.ITEMS, corpus.folder(part) / "items.parquet"):
            if not (again and row.key.startswith(FAILED)):
                yield row.key


def _file_size(path: str) -> int:
    try:
        return os.stat(path).st_size if path else 0
    except (OSError, ValueError):
        return 0


def _size(sources: Sequence[str]) -> int:
    """Bytes of the files of the sources; 0 where one is packed, or no file, so that nothing can be told."""
    total = 0
    for source in sources:
        if os.path.isdir(source):
            total += sum(
                _file_size(os.path.join(f, name)) for f, _, names in os.walk(source) for name in names
            )
        elif source.endswith((".gz", ".bz2", ".xz", ".zst", ".zip")) or not os.path.isfile(source):
            return 0
        else:
            total += _file_size(source)
    return total


class _Run:
    """Tasks under way, with what is told of them."""

    def __init__(self, step: str, corpus: Corpus, means: Means, planned: _Planned | None) -> None:
        self.done = CorpusRun(step)
        self._corpus, self._means, self._planned = corpus, means, planned
        self._start = time.monotonic()

    def carried(self, tasks: Iterator[Any]) -> CorpusRun:
        """Let the engine carry the tasks; one whose process ended is done again, with more care."""
        again: deque[Any] = deque()
        tries: dict[str, int] = {}

        def every() -> Iterator[Any]:
            while again:
                yield again.popleft()
            yield from tasks

        more = True
        while more:
            for ended in self._means.engine.each(every(), self._means.stop):
                if ended is None:
                    self._tell(())
                    continue
                part = ended.task.part
                try:
                    found = self._corpus.finish([part.id])
                except OSError as error:  # its line could not be written; it is found by its name later
                    raise self._full(f"{error.strerror or error} ({self._corpus.place})") from error
                if found:
                    self._take(found[0])
                elif ended.trouble == DIED and tries.get(part.id, 0) < TRIES:
                    tries[part.id] = tries.get(part.id, 0) + 1
                    again.append(_careful(ended.task))
                else:
                    self._fail(part, ended.trouble)
            more = bool(again) and not self._stopping()
        self.done = replace(self.done, stopped=self._stopping())
        self._tell(())
        return replace(self.done, left=None)

    def _stopping(self) -> bool:
        return bool(self._means.stop and self._means.stop())

    def _take(self, part: Part) -> None:
        counts = summed([part])
        self.done = replace(
            self.done,
            parts=self.done.parts + 1,
            documents=self.done.documents + counts["documents"],
            statements=self.done.statements + counts["statements"],
            words=self.done.words + counts["words"],
            failures=self.done.failures + counts["failures"],
        )
        told: list[Failure] = []
        if counts["failures"]:
            table: Table = columns.FAILURES
            rows = columns.read(table, self._corpus.folder(part) / f"{table.name}.parquet")
            told = [Failure(row.path, row.source, row.reason, row.remedy) for row in rows]
        self._tell(told)

    def _fail(self, part: Part, trouble: str) -> None:
        if any(words in trouble for words in FULL):
            raise self._full(trouble)
        where = f"part {part.id} (items from number {part.first} of walk {part.walk})"
        self.done = replace(self.done, troubles=(*self.done.troubles, f"{where}: {trouble}"))

    def _full(self, trouble: str) -> UsageError:
        with suppress(OSError):
            self._corpus.clear()  # what is half done is done again anyway
        remedy = "make room and run the same command again"
        return UsageError("the disk is full; what is done stays", trouble, remedy)

    def _tell(self, failures: Sequence[Failure]) -> None:
        seconds = time.monotonic() - self._start
        self.done = replace(self.done, seconds=seconds, left=self._left(seconds))
        if self._planned:
            self.done = replace(self.done, skipped=self._planned.skipped)
        if self._means.watch:
            self._means.watch(self.done, failures)

    def _left(self, seconds: float) -> float | None:
        """The time that is left, if the rest takes as long as what is done."""
        if not self.done.parts:
            return None
        if self.done.total:
            return seconds / self.done.parts * (self.done.total - self.done.parts)
        planned = self._planned
        if planned is None or not planned.size or not planned.seen:
            return None
        return seconds * max(0.0, planned.size / planned.seen - 1)


def _careful(task: Any) -> Any:
    return replace(task, careful=True) if isinstance(task, Reading) else task
