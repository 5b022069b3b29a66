"""An archive too large for a record is read, linked and traced in a folder of Parquet; a part is loaded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from onrecord import run
from onrecord.model import Failure
from onrecord.run import CorpusRun, CorpusWatch, Summary, Watch
from onrecord.settings import Settings

if TYPE_CHECKING:
    from onrecord.run import CorpusStats, Means


@dataclass(frozen=True, slots=True)
class How:
    """By what a corpus is worked on.

    Attributes:
        settings: `workers` says how many processes; what decides how texts read is the corpus's for good.
        engine: "local", processes of this machine, or "daft".
        address: for daft: a Ray cluster, "local" for one that is started on this machine, "" for none.
        watch: told of what is done so far.
        stop: asked again and again; True ends the run, and the same call goes on from there.
    """

    settings: Settings = field(default_factory=Settings.load)
    engine: str = "local"
    address: str = ""
    watch: CorpusWatch | None = None
    stop: Callable[[], bool] | None = None


def corpus_read(
    sources: Sequence[str],
    place: str | Path,
    how: How | None = None,
    stdin: BinaryIO | None = None,
    again: bool = False,
) -> CorpusRun:
    """Read sources into a corpus, which is made if need be; what it has is passed over.

    Args:
        sources: files, folders, archives, crawls, tables, or addresses of these (https://..., s3://... and
            others of which fsspec has a driver); "-" is standard input.
        place: the folder of the corpus.
        how: by default processes of this machine.
        stdin: what "-" reads.
        again: try again what failed before.

    Raises:
        UsageError: the folder holds something else, or a corpus that was read otherwise.
        OnrecordError: the engine cannot be started, or the disk is full. What is done stays.
    """
    with _means(how) as means:
        return run.read_corpus(sources, place, means, stdin, again)


def corpus_link(place: str | Path, how: How | None = None, every: bool = False) -> CorpusRun:
    """Link names and dates again in the parts that another version linked, or with other facts; or in all.

    Raises:
        UsageError: there is no corpus.
        OnrecordError: a file of facts cannot be read, or the engine cannot be started.
    """
    with _means(how) as means:
        return run.link_corpus(place, means, every)


def corpus_trace(place: str | Path, how: How | None = None) -> CorpusRun:
    """Follow words from text to text through a corpus: what is new is compared with all.

    Raises:
        UsageError: there is no corpus.
        OnrecordError: a task cannot be done, or the engine cannot be started. What is done stays.
    """
    with _means(how) as means:
        return run.trace_corpus(place, means)


def corpus_stats(place: str | Path) -> CorpusStats:
    """What a corpus holds.

    Raises:
        UsageError: there is no corpus.
    """
    return run.corpus_stats(place)


def corpus_failures(place: str | Path) -> Iterator[Failure]:
    """What of a corpus could not be read, and why.

    Raises:
        UsageError: there is no corpus.
    """
    for row in run.corpus_failures(place):
        yield Failure(row.path, row.source, row.reason, row.remedy)


def load(
    place: str | Path,
    record: str | Path,
    where: Sequence[str] = (),
    settings: Settings | None = None,
    watch: Watch | None = None,
    stop: Callable[[], bool] | None = None,
) -> Summary:
    """Bring documents of a corpus, or of a folder that was exported as Parquet, into a record.

    Args:
        place: the folder.
        record: the record's file, which is made if need be.
        where: conditions that all hold of a document: "outlet=Name", "published>=2023-05", "text~water".
        settings: by default `Settings.load()`; `trace` and `check` say whether to do these too.
        watch: told of what is done so far.
        stop: asked again and again; True ends the run in order.

    Raises:
        UsageError: the folder is neither, or a condition means nothing.
        RecordError: the record cannot be opened or written. What it held is not lost.
    """
    return run.load(place, record, settings or Settings.load(), where, (watch, stop))


@contextmanager
def _means(how: How | None) -> Iterator[Means]:
    how = how or How()
    engine = run.engine_of(how.engine, how.settings.workers, how.address)
    try:
        yield run.Means(how.settings, engine, how.watch, how.stop)
    finally:
        engine.close()
