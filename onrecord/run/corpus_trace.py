"""The families of a corpus are those of a record with the same documents, however often it was stopped.

What is compared once stays compared: documents that come later are cut by themselves, and only pairs that are
new are aligned. All keys are grouped anew, which is quick.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord import trace
from onrecord.errors import OnrecordError, UsageError
from onrecord.model import digest
from onrecord.run import corpus_shuffle as shuffle
from onrecord.run import corpus_tracing as moves
from onrecord.run.corpus import Corpus, written
from onrecord.run.corpus_done import CorpusRun
from onrecord.run.corpus_reading import Means
from onrecord.run.corpus_tracing import GROUPS
from onrecord.run.crew import DIED

TRACE, TRACES, LAST = "trace", "traces", "last"
TRIES = 3
EACH = 500_000  # likenesses of one group of families, about
FEWEST = 4  # groups of families
TABLES = 2  # what the tables hold; families made by another are made anew

Numbers = NDArray[np.int64]


class Stopped(Exception):
    """The run was asked to end."""


def trace_corpus(place: str | Path, means: Means) -> CorpusRun:
    """Follow words from text to text through a corpus; tables of what is found lie in its folder `traces`.

    Args:
        place: the folder of the corpus.
        means: by what.

    Raises:
        UsageError: there is no corpus.
        OnrecordError: a task cannot be done, or the engine cannot be started. What is done stays.
    """
    tracing = _Tracing(Corpus(place), means)
    with suppress(Stopped):
        tracing.run()
    return tracing.told()


class _Tracing:
    def __init__(self, corpus: Corpus, means: Means) -> None:
        self._corpus, self._means = corpus, means
        self._base = corpus.place / TRACE
        self._start = time.monotonic()
        self._done = CorpusRun("keys")
        self._parts = [corpus.folder(part) for part in corpus.parts]
        self._cut = [self._base / f"cut-{trace.VERSION}" / folder.name for folder in self._parts]

    def run(self) -> None:
        """All moves, those that were made before left out."""
        cuts = [moves.Cut(*pair) for pair in zip(self._parts, self._cut, strict=True)]
        self._move("keys", [(task, task.out / "documents.arrow") for task in cuts])
        names = "\n".join(
            [str(trace.VERSION), str(GROUPS), str(TABLES), *(folder.name for folder in self._parts)]
        )
        now = self._base / f"run-{digest(names.encode())[:16]}"
        if self._last() == now and (self._corpus.place / TRACES).exists():
            self._count(now)
            return
        self._align(now)
        self._gather(now)
        self._publish(now)

    def told(self) -> CorpusRun:
        """What was done."""
        stopped = bool(self._means.stop and self._means.stop())
        return replace(self._done, stopped=stopped, seconds=time.monotonic() - self._start, left=None)

    def _files(self, name: str) -> tuple[Path, ...]:
        return tuple(folder / f"{name}.arrow" for folder in self._cut)

    def _align(self, now: Path) -> None:
        """Keys become pairs, and pairs what they have in common."""
        last = self._last()
        numbers = range(GROUPS)
        pairs, every, wanted, texts, alike = (
            tuple(now / name / f"{number}.arrow" for number in numbers)
            for name in ("pairs", "every", "wanted", "texts", "alike")
        )
        before = [last / "alike" / f"{number}.arrow" if last else None for number in numbers]
        keys = self._files("keys")
        self._move("pairs", [(moves.Pair(n, keys, pairs[n]), pairs[n]) for n in numbers])
        self._count(now)
        ask = [moves.Ask(n, pairs, before[n], every[n], wanted[n]) for n in numbers]
        self._move("pairs", [(task, task.every) for task in ask])
        give = [moves.Give(n, self._files("texts"), wanted, texts[n]) for n in numbers]
        self._move("texts", [(task, task.out) for task in give])
        align = [moves.Align(n, every[n], texts, before[n], alike[n]) for n in numbers]
        self._move("align", [(task, task.out) for task in align])

    def _gather(self, now: Path) -> None:
        """What is connected becomes families."""
        found = [shuffle.group(now / "alike" / f"{n}.arrow", 0, shuffle.LIKENESSES) for n in range(GROUPS)]
        rows = np.concatenate([np.column_stack(list(one.values())) for one in found])
        rows = rows[np.lexsort((rows[:, 2], rows[:, 1], rows[:, 0]))]
        wordings, labels = connected(rows[:, 0], rows[:, 1])
        groups = max(FEWEST, -(-len(rows) // EACH))
        table = {"wording": wordings, "label": labels}
        parted = shuffle.parted(table, shuffle.bucket(wordings, GROUPS), GROUPS)
        shuffle.write(now / "labels.arrow", shuffle.LABELS, parted)
        which = shuffle.bucket(labels[np.searchsorted(wordings, rows[:, 0])], groups)
        names = dict(zip(shuffle.LIKENESSES.schema.names, rows.T, strict=True))
        shuffle.write(now / "connected.arrow", shuffle.LIKENESSES, shuffle.parted(names, which, groups))
        documents = self._files("documents")
        shuffle.write(now / "newest.arrow", shuffle.MASK, ({"newest": mask} for mask in newest(documents)))
        places = tuple(now / "places" / f"{n}.arrow" for n in range(GROUPS))
        inputs = self._files("pieces"), now / "newest.arrow", now / "labels.arrow"
        put = [moves.Place(n, *inputs, groups, places[n]) for n in range(GROUPS)]
        self._move("families", [(task, task.out) for task in put])
        shared = places, now / "connected.arrow", tuple(self._parts), documents, now / "tables"
        gather = [moves.Gather(n, *shared) for n in range(groups)]
        self._move("families", [(task, task.out / f"{task.number}.done") for task in gather])

    def _publish(self, now: Path) -> None:
        """Let the tables be found, and take away what is needed no more."""
        target = self._corpus.place / TRACES
        for mark in (now / "tables").glob("*.done"):
            mark.unlink()
        shutil.rmtree(target, ignore_errors=True)
        (now / "tables").rename(target)
        written(self._base / LAST, now.name + "\n")
        for other in self._base.glob("run-*"):
            if other != now:
                shutil.rmtree(other, ignore_errors=True)
        for name in ("every", "wanted", "texts", "places"):
            shutil.rmtree(now / name, ignore_errors=True)
        kept = {folder.name for folder in self._parts}
        for folder in self._base.glob("cut-*/*"):
            if folder.name not in kept or folder.parent.name != f"cut-{trace.VERSION}":
                shutil.rmtree(folder, ignore_errors=True)

    def _last(self) -> Path | None:
        """The folder of the last run that came to its end."""
        try:
            path = self._base / (self._base / LAST).read_text(encoding="utf-8").strip()
        except OSError:
            return None
        return path if (path / "alike").is_dir() else None

    def _count(self, now: Path) -> None:
        """Add up the keys of which not all holders are compared."""
        capped = sum(shuffle.told(path).get("capped", 0) for path in (now / "pairs").glob("*.arrow"))
        self._done = replace(self._done, capped=capped)

    def _move(self, step: str, tasks: Sequence[tuple[Any, Path]]) -> None:
        """Let the engine do the tasks whose files are not there."""
        waiting = [(task, path) for task, path in tasks if not path.exists()]
        self._done = replace(
            self._done, step=step, parts=0, total=len(waiting), skipped=len(tasks) - len(waiting)
        )
        files = {id(task): path for task, path in waiting}
        todo = [task for task, _ in waiting]
        for _ in range(TRIES):
            failed: list[Any] = []
            for ended in self._means.engine.each(iter(todo), self._means.stop):
                if ended is None:
                    self._tell()
                elif files[id(ended.task)].exists():
                    self._done = replace(self._done, parts=self._done.parts + 1)
                    self._tell()
                elif ended.trouble in ("", DIED):
                    failed.append(ended.task)
                else:
                    raise _trouble(step, ended.trouble)
            if self._means.stop and self._means.stop():
                raise Stopped
            todo = failed
            if not todo:
                return
        raise _trouble(step, f"{DIED}, {TRIES} times; it may need more memory than there is")

    def _tell(self) -> None:
        seconds = time.monotonic() - self._start
        self._done = replace(self._done, seconds=seconds)
        if self._means.watch:
            self._means.watch(self._done, ())


def _trouble(step: str, trouble: str) -> OnrecordError:
    return UsageError(
        f"tracing cannot go on ({step}: {trouble})", "trace", "run it again; what is done stays"
    )


def connected(one: Numbers, other: Numbers) -> tuple[Numbers, Numbers]:
    """Wordings, sorted, with the smallest wording that each is connected with."""
    wordings, ends = np.unique(np.concatenate([one, other]), return_inverse=True)
    a, b = ends[: len(one)], ends[len(one) :]
    label = np.arange(len(wordings))
    while True:
        before = label.copy()
        low = np.minimum(label[a], label[b])
        np.minimum.at(label, label[a], low)
        np.minimum.at(label, label[b], low)
        label = label[label]
        if np.array_equal(label, before):
            return wordings, wordings[label]


def newest(files: Iterable[Path]) -> list[NDArray[np.bool_]]:
    """For each part which of its documents are read last of the newest text of their source.

    A text that comes back later is the version that it was.
    """
    found = [shuffle.group(path, 0, shuffle.SOURCES) for path in files]
    sizes = [len(one["source"]) for one in found]
    if not sum(sizes):
        return [np.zeros(size, np.bool_) for size in sizes]
    source, text = (np.concatenate([one[name] for one in found]) for name in ("source", "text"))
    order = np.lexsort((text, source))  # in one text of a source, documents stay in their order
    same = (source[order[1:]] == source[order[:-1]]) & (text[order[1:]] == text[order[:-1]])
    first = order[np.flatnonzero(np.concatenate([[True], ~same]))]
    last = order[np.flatnonzero(np.concatenate([~same, [True]]))]
    by = np.lexsort((first, source[first]))
    final = np.concatenate([source[first[by]][1:] != source[first[by]][:-1], [True]])
    mask = np.zeros(len(source), np.bool_)
    mask[last[by[final]]] = True
    return np.split(mask, np.cumsum(sizes)[:-1])
