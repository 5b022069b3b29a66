"""Each command parses, asks the api once, and prints; an error that a user can cause is one sentence."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterable, Iterator
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from onrecord.cli import (
    checks,
    corpus,
    exporting,
    listing,
    lists,
    pictures,
    reviewing,
    serving,
    speakers,
    terminal,
    traces,
)
from onrecord.cli import options as o
from onrecord.errors import OnrecordError

SOME_FAILED, MISUSED, INTERRUPTED, PIPE_CLOSED = 1, 2, 130, 141


class Commands(TyperGroup):
    """The commands, with the one place where errors become sentences and exit codes."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command; a bug keeps its traceback."""
        try:
            result = super().invoke(ctx)
            terminal.flush()
            return result
        except OnrecordError as error:
            terminal.complain(error)
            raise typer.Exit(MISUSED) from None
        except BrokenPipeError:
            terminal.hush()
            raise typer.Exit(PIPE_CLOSED) from None
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
            terminal.hush()
            terminal.complain("The output has no room left on its disk; make room, or write elsewhere.")
            raise typer.Exit(MISUSED) from None
        except KeyboardInterrupt:
            terminal.complain("Stopped.")
            raise typer.Exit(INTERRUPTED) from None


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def main() -> NoReturn:
    """The program `onrecord`."""
    app(prog_name="onrecord")
    raise SystemExit(0)


def _version(wanted: bool) -> None:
    if wanted:
        from onrecord import __version__

        terminal.out(f"onrecord {__version__}")
        terminal.flush()
        raise typer.Exit


@app.callback()
def onrecord(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Puts on record who said what, when, to whom and through whom.

    \b
      onrecord read article.html          what is said in it, and by whom
      onrecord add saved/ archive.zip     keep it all in ./press.onrecord
      onrecord statements --speaker minister water
      onrecord show 3fa9c1                a line of the list, in its place
      onrecord speakers                   who speaks, how often, in which office
      onrecord findings                   what does not fit, with the passages
      onrecord serve                      all of it in the browser

    Works offline: nothing is fetched but the addresses you name. Settings can stand in onrecord.toml or
    in the environment (ONRECORD_RECORD, ONRECORD_WORKERS).

    Exit codes: 0 all is well, 1 some sources could not be read, 2 the command or the record is at fault,
    130 interrupted.
    """


@app.command()
def read(
    places: o.Places,
    format: o.FormatOption = None,
    workers: o.Workers = None,
    rules_only: o.RulesOnly = False,
    facts: o.Facts = None,
    set: o.Set = None,
) -> None:
    """Print the statements in some texts; nothing is stored.

    \b
      onrecord read speech.txt
      onrecord read saved/ --format csv > statements.csv
      curl -s https://example.org/page | onrecord read -

    Reads text, Markdown, HTML, PDF, DOCX, EML, JSONL and CSV with a column `text`, and ZIP, TAR, WARC and
    mbox files of these.
    """
    from onrecord import api, export

    settings = o.settings(None, workers, set, rules_only, facts)
    stdin = sys.stdin.buffer if "-" in places else None
    chosen = listing.chosen(format)
    reader = _Reader(quiet=terminal.on_terminal())
    try:
        if chosen is o.Format.table:
            from onrecord.cli import tables

            table = tables.Table(tables.STATEMENTS)
            for result in reader.watched(api.read(places, settings, stdin)):
                for told in export.told(result.reading.document, result.linked):
                    table.add(told)
                terminal.flush()
        else:
            kind = export.named(chosen)
            terminal.raw((kind.heads.get("statements", ""),))
            assert kind.rendered is not None  # the formats of lists are those that have it
            for text in reader.watched(api.rendered(places, kind.rendered, settings, stdin)):
                terminal.raw((text.text,))
    finally:
        reader.meter.end()
    if not reader.documents and not reader.failures:
        terminal.complain("There was nothing to read; name a file, or a folder with texts in it.")
    raise typer.Exit(SOME_FAILED if reader.failures or not reader.documents else 0)


class _Reader:
    """Counts what passes, and prints failures as they come."""

    def __init__(self, quiet: bool) -> None:
        from onrecord.cli.progress import Meter

        self.meter = Meter(shown=not quiet)
        self.documents = self.failures = self.statements = self.words = 0

    def watched(self, results: Iterable[Any]) -> Iterator[Any]:
        from onrecord.api import Summary
        from onrecord.model import Failure

        for result in results:
            failed = [result] if isinstance(result, Failure) else []
            self.failures += len(failed)
            if not failed:
                self.documents += 1
                self.words += result.words
                count = result.statements
                self.statements += count if isinstance(count, int) else len(count)
            so_far = Summary(
                documents=self.documents, statements=self.statements, failures=self.failures, words=self.words
            )
            self.meter.watch(so_far, failed)
            if not failed:
                yield result


@app.command()
def add(
    places: o.Places,
    record: o.RecordFile = None,
    workers: o.Workers = None,
    rules_only: o.RulesOnly = False,
    facts: o.Facts = None,
    set: o.Set = None,
) -> None:
    """Read texts into the record, which is made if need be.

    \b
      onrecord add saved/
      onrecord add crawl.warc.gz --record press.onrecord --workers 4
      onrecord add https://example.org/statement

    Adding the same again changes nothing; a text that has changed becomes a new version beside the old.
    It can be interrupted at any time: the same command goes on where it stopped.
    """
    from onrecord import api
    from onrecord.cli.progress import Meter, Stop

    settings = o.settings(record, workers, set, rules_only, facts)
    stdin = sys.stdin.buffer if "-" in places else None
    meter, stop = Meter(), Stop()
    try:
        with stop.listening():
            summary = api.add(settings.record, places, settings, stdin, meter.watch, stop)
    finally:
        meter.end()
    terminal.out(listing.summed(summary, settings.record))
    terminal.flush()
    if summary.stopped:
        terminal.complain("Stopped; what is stored stays, and the same command goes on from there.")
        raise typer.Exit(INTERRUPTED)
    if not (
        summary.failures or summary.skipped or summary.documents or summary.versions or summary.unchanged
    ):
        terminal.complain("There was nothing to read; name a file, or a folder with texts in it.")
        raise typer.Exit(SOME_FAILED)
    raise typer.Exit(SOME_FAILED if summary.failures else 0)


@app.command()
def link(
    all: Annotated[bool, typer.Option("--all", help="Everything again. What persons decided stays.")] = False,
    facts: o.Facts = None,
    record: o.RecordFile = None,
    set: o.Set = None,
) -> None:
    """Link names and dates of the record again: what is new, or what another version linked.

    \b
      onrecord link
      onrecord link --all --facts our-facts.csv
    """
    from onrecord import api
    from onrecord.cli.progress import Meter, Stop

    settings = o.settings(record, None, set, False, facts)
    meter, stop = Meter(), Stop()
    try:
        with stop.listening():
            done = api.link(settings.record, settings, all, lambda n: meter.say(listing.linked(n)), stop)
    finally:
        meter.end()
    terminal.out(listing.linked(done) + ".")
    terminal.flush()
    if done.stopped:
        terminal.complain("Stopped; what is stored stays, and the same command goes on from there.")
        raise typer.Exit(INTERRUPTED)


app.command()(traces.trace)
app.command()(checks.check)


@app.command()
def dates(
    places: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH]", help="As for `read`.  [default: what the record holds]", show_default=False
        ),
    ] = None,
    document: o.DocumentOption = None,
    since: o.Since = None,
    until: o.Until = None,
    limit: o.Limit = None,
    format: o.FormatOption = None,
    facts: o.Facts = None,
    record: o.RecordFile = None,
    set: o.Set = None,
) -> None:
    """Print the dates that texts name, with what they denote and why.

    \b
      onrecord dates article.html
      onrecord dates --since 2023-05

    Reads the texts if some are given, without storing anything; else lists what the record holds.
    """
    from onrecord import api
    from onrecord.cli import tables

    settings = o.settings(record, None, set, False, facts)
    failures = 0
    if places:
        stdin = sys.stdin.buffer if "-" in places else None
        found: Iterable[Any] = api.dates(places, settings, stdin)
    else:
        wanted = api.Filter(document=document, since=since, until=until)
        found = api.recorded_dates(settings.record, wanted)

    def each() -> Iterator[Any]:
        nonlocal failures
        for one in found:
            if isinstance(one, tuple):
                yield from ((one[0], time) for time in one[1])
            else:
                failures += 1
                terminal.complain(one)

    listing.listed(tables.Table(tables.DATES), each(), "dates", format, limit)
    raise typer.Exit(SOME_FAILED if failures else 0)


app.command()(lists.documents)
app.command()(lists.statements)
app.command()(lists.show)
app.command()(traces.traces)
app.command()(traces.verify)
app.command()(checks.findings)
app.command("checks")(checks.checks_)
app.add_typer(reviewing.app, name="review")
app.add_typer(speakers.app, name="speakers")
app.command("export")(exporting.export_)
app.command()(pictures.plot)
app.command()(serving.serve)
app.add_typer(corpus.app, name="corpus")
app.command("load")(corpus.load)
