"""Commands about archives that are too large for one record: they are kept as folders of Parquet."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import listing, terminal
from onrecord.cli import options as o
from onrecord.model import Failure

if TYPE_CHECKING:
    from onrecord.api import CorpusRun

SOME_FAILED, INTERRUPTED = 1, 130
EVERY = 30.0  # seconds between lines where there is no terminal

Engine = StrEnum("Engine", ["local", "daft"])
Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the corpus.")]
EngineOption = Annotated[
    Engine,
    typer.Option("--engine", help="local: processes of this machine; daft: pip install onrecord[cluster]."),
]
Address = Annotated[
    str,
    typer.Option(
        "--address", metavar="ADDRESS",
        help="For daft, a Ray cluster: ray://HOST:PORT, auto, or local for one on this machine.",
    ),
]  # fmt: skip

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="An archive too large for a record, as a folder of Parquet; `onrecord load` brings a part of it in."
    "\n\n\b\n"
    "  onrecord corpus read crawl/*.warc.gz --to archive\n"
    "  onrecord corpus trace archive\n"
    "  onrecord corpus stats archive\n",
)


@app.command("read")
def read_(
    sources: o.Places,
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="The folder of the corpus.")],
    again: Annotated[bool, typer.Option("--again", help="Try again what could not be read.")] = False,
    engine: EngineOption = Engine.local,
    address: Address = "",
    workers: o.Workers = None,
    rules_only: o.RulesOnly = False,
    facts: o.Facts = None,
    set: o.Set = None,
) -> None:
    """Read sources into a corpus; what it has already is passed over.

    \b
      onrecord corpus read crawl/*.warc.gz --to archive
      onrecord corpus read archive.jsonl --to archive --engine daft --address ray://head:10001
      onrecord corpus read s3://bucket/crawl/*.warc.gz --to archive

    Sources can lie in any store that fsspec has a driver for (s3, gs, abfs, hdfs, sftp...; pip install s3fs
    and the like), and on the web; DIR is a folder that all machines see.

    It can be interrupted, or killed, at any time: the same command goes on with what is not done. In the
    folder, parts/*/statements.parquet and the tables beside them can be read by whatever reads Parquet.
    """
    from onrecord import api

    settings = o.settings(None, workers, set, rules_only, facts)
    stdin = sys.stdin.buffer if "-" in sources else None
    done = _watched(
        lambda watch, stop: api.corpus_read(
            sources, to, api.How(settings, engine, address, watch, stop), stdin, again
        )
    )
    _end(done, f"{_read(done)} in {to}; {done.skipped:,} items were there already")


@app.command("link")
def link_(
    place: Folder,
    all: Annotated[bool, typer.Option("--all", help="Everything again.")] = False,
    engine: EngineOption = Engine.local,
    address: Address = "",
    workers: o.Workers = None,
    facts: o.Facts = None,
    set: o.Set = None,
) -> None:
    """Link names and dates of a corpus again: what another version linked, or with other facts.

    \b
      onrecord corpus link archive --facts our-facts.csv
    """
    from onrecord import api

    settings = o.settings(None, workers, set, False, facts)
    done = _watched(
        lambda watch, stop: api.corpus_link(place, api.How(settings, engine, address, watch, stop), all)
    )
    _end(done, f"{done.parts:,} parts with {done.documents:,} documents linked; {done.skipped:,} were")


@app.command("trace")
def trace_(
    place: Folder,
    engine: EngineOption = Engine.local,
    address: Address = "",
    workers: o.Workers = None,
    set: o.Set = None,
) -> None:
    """Follow words from text to text through a corpus; the tables of the folder traces say what is found.

    \b
      onrecord corpus trace archive
    """
    from onrecord import api

    settings = o.settings(None, workers, set)
    done = _watched(
        lambda watch, stop: api.corpus_trace(place, api.How(settings, engine, address, watch, stop))
    )
    found = api.corpus_stats(place)
    many = f"; {done.capped:,} keys that many wordings share were compared with a few" if done.capped else ""
    _end(done, f"{found.families or 0:,} families with {found.hops or 0:,} hops{many}")


@app.command("stats")
def stats_(
    place: Folder,
    failures: Annotated[
        bool, typer.Option("--failures", help="List what could not be read, and why.")
    ] = False,
) -> None:
    """Count what a corpus holds.

    \b
      onrecord corpus stats archive
    """
    from onrecord import api

    if failures:
        for failure in api.corpus_failures(place):
            terminal.out(str(failure))
        terminal.flush()
        return
    found = api.corpus_stats(place)
    rows = [
        ("documents", f"{found.documents:,}"),
        ("statements", f"{found.statements:,}"),
        ("words", f"{found.words:,}"),
        ("not read", f"{found.failures:,}"),
        ("published", f"{found.first} to {found.last}" if found.first else "unknown"),
        ("undated", f"{found.undated:,}"),
        ("families", "not traced yet" if found.families is None else f"{found.families:,}"),
        ("hops", "not traced yet" if found.hops is None else f"{found.hops:,}"),
        ("parts", f"{found.parts:,}, read in {_time(found.seconds)} of one processor"),
    ]
    for name in ("languages", "modes", "outlets", "speakers"):
        most = [f"{one or '(none)'} {count:,}" for one, count in getattr(found, name)[:10]]
        rows.append((name, ", ".join(most)))
    for label, text in rows:
        terminal.out(f"{label:<11} {terminal.flat(text)}")
    terminal.flush()


def load(
    place: Annotated[Path, typer.Argument(metavar="DIR", help="A corpus, or a folder of exported Parquet.")],
    where: Annotated[
        list[str] | None,
        typer.Option(
            "--where", metavar="CONDITION", help="Only documents of which this holds; all of them hold."
        ),
    ] = None,
    record: o.RecordFile = None,
    workers: o.Workers = None,
    set: o.Set = None,
) -> None:
    """Bring documents of a corpus into the record, as if their sources were added.

    \b
      onrecord load archive --where "outlet=Velin Courier" --where "published>=2031-05"
      onrecord load archive --where "speaker~lenk" --record lenk.onrecord

    A condition is a column, a sign and a value. Columns: id, path, source, outlet, url, title, kind,
    language, text, published, words, speaker, statement. Signs: = and != (case does not matter), ~ (has it
    within), and < <= > >= for published and words.
    """
    from onrecord import api
    from onrecord.cli.progress import Meter, Stop

    settings = o.settings(record, workers, set)
    meter, stop = Meter(), Stop()
    try:
        with stop.listening():
            done = api.load(place, settings.record, where or (), settings, meter.watch, stop)
    finally:
        meter.end()
    terminal.out(listing.summed(done, settings.record))
    terminal.flush()
    if done.stopped:
        terminal.complain("Stopped; what is stored stays, and the same command goes on from there.")
        raise typer.Exit(INTERRUPTED)


class _Teller:
    """Says how far a run is: on a terminal in one line that changes, else in a line now and then."""

    def __init__(self) -> None:
        from onrecord.cli.progress import Meter

        self.meter = Meter()
        self._plain = not sys.stderr.isatty()
        self._last = time.monotonic()

    def watch(self, done: CorpusRun, failures: Sequence[Failure]) -> None:
        """Tell of what is done, and of what failed."""
        for failure in failures:
            terminal.complain(failure)
        self.meter.say(_told(done))
        if self._plain and time.monotonic() - self._last >= EVERY:
            self._last = time.monotonic()
            terminal.complain(_told(done))


def _watched(
    work: Callable[[Callable[[CorpusRun, Sequence[Failure]], None], Callable[[], bool]], CorpusRun],
) -> CorpusRun:
    from onrecord.cli.progress import Stop

    teller, stop = _Teller(), Stop()
    try:
        with stop.listening():
            return work(teller.watch, stop)
    finally:
        teller.meter.end()


def _told(done: CorpusRun) -> str:
    """How far a run is, in words."""
    seconds = max(done.seconds, 0.1)
    of = f" of {done.total:,}" if done.total is not None else ""
    parts = [f"{done.step}: {done.parts:,}{of} parts"]
    if done.documents:
        parts.append(f"{done.documents:,} documents ({done.documents / seconds:,.1f}/s)")
        parts.append(f"{done.words:,} words ({done.words / seconds:,.0f}/s)")
    if done.skipped:
        parts.append(f"{done.skipped:,} known")
    if done.failures:
        parts.append(f"{done.failures:,} failed")
    if done.left is not None:
        parts.append(f"about {_time(done.left)} left")
    return ", ".join(parts)


def _read(done: CorpusRun) -> str:
    return f"{done.documents:,} new documents with {done.statements:,} statements"


def _time(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:,.0f} s"
    return f"{seconds / 60:,.0f} min" if seconds < 5400 else f"{seconds / 3600:,.1f} h"


def _end(done: CorpusRun, told: str) -> None:
    terminal.out(f"{told} ({_time(done.seconds)}).")
    terminal.flush()
    for trouble in done.troubles:
        terminal.complain(trouble)
    if done.stopped:
        terminal.complain("Stopped; what is done stays, and the same command goes on from there.")
        raise typer.Exit(INTERRUPTED)
    if done.failures or done.troubles:
        terminal.complain("What could not be read is listed by `onrecord corpus stats DIR --failures`.")
        raise typer.Exit(SOME_FAILED)
