"""Each command parses, asks the api once, and prints; an error that a user can cause is one sentence."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from onrecord.cli import listing, terminal
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

    settings = o.settings(workers=workers, changes=set, rules_only=rules_only)
    stdin = sys.stdin.buffer if "-" in places else None
    chosen = listing.chosen(format)
    reader = _Reader(quiet=terminal.on_terminal())
    try:
        if chosen is o.Format.table:
            from onrecord.cli import tables

            table = tables.Table(tables.STATEMENTS)
            for result in reader.watched(api.read(places, settings, stdin)):
                for statement in result.statements:
                    table.add((result.reading.document, statement))
                terminal.flush()
        else:
            kind = export.named(chosen)
            terminal.raw((kind.heads[0],))
            for text in reader.watched(api.rendered(places, kind.statements, settings, stdin)):
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

    settings = o.settings(record, workers, set, rules_only)
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
def documents(
    words: o.Words = None,
    failed: Annotated[
        bool, typer.Option("--failed", help="What could not be read, why, and what to do.")
    ] = False,
    outlet: o.Outlet = None,
    speaker: o.Speaker = None,
    document: o.DocumentOption = None,
    language: o.Language = None,
    since: o.Since = None,
    until: o.Until = None,
    order: o.OrderOption = o.Order.newest,
    limit: o.Limit = None,
    format: o.FormatOption = None,
    record: o.RecordFile = None,
) -> None:
    """List the documents of the record, newest first.

    \b
      onrecord documents
      onrecord documents --outlet gazette --since 2023-05 ceasefire
      onrecord documents --failed
    """
    from onrecord import api
    from onrecord.cli import tables

    path = o.settings(record).record
    if failed:
        listing.listed(tables.Table(tables.FAILURES), api.failures(path), 2, format, limit)
        return
    wanted = api.Filter(
        words=listing.joined(words),
        outlet=outlet,
        speaker=speaker,
        document=document,
        language=language,
        since=since,
        until=until,
        order=order,
        limit=listing.asked(format, limit),
    )
    listing.listed(tables.Table(tables.DOCUMENTS), api.documents(path, wanted), 1, format, limit)


@app.command()
def statements(
    words: o.Words = None,
    speaker: o.Speaker = None,
    outlet: o.Outlet = None,
    mode: o.ModeOption = None,
    act: o.ActOption = None,
    document: o.DocumentOption = None,
    language: o.Language = None,
    since: o.Since = None,
    until: o.Until = None,
    no_speaker: o.NoSpeaker = False,
    all_versions: o.AllVersions = False,
    order: o.OrderOption = o.Order.newest,
    limit: o.Limit = None,
    format: o.FormatOption = None,
    record: o.RecordFile = None,
) -> None:
    """List statements, of the newest documents first; every filter that is given has to hold.

    \b
      onrecord statements
      onrecord statements --speaker petrova "sea wall"
      onrecord statements --mode joint --since 2023 --format csv > joint.csv
    """
    from onrecord import api
    from onrecord.cli import tables

    wanted = listing.filtered(locals() | {"limit": listing.asked(format, limit)})
    found = api.statements(o.settings(record).record, wanted)
    listing.listed(tables.Table(tables.STATEMENTS), found, 0, format, limit)


@app.command()
def show(
    id: Annotated[str, typer.Argument(metavar="ID", help="An id from a list, or its first digits.")],
    format: Annotated[
        o.Format, typer.Option("--format", help="jsonl and csv give the line that lists print.")
    ] = o.Format.table,
    record: o.RecordFile = None,
) -> None:
    """Show a statement in its passage, or a document with its outline.

    \b
      onrecord show 3fa9c1
    """
    from onrecord import api, export
    from onrecord.cli import shown

    found = api.show(o.settings(record).record, id)
    if format is not o.Format.table:
        kind = export.named(format)
        if isinstance(found, api.ShownStatement):
            terminal.raw((kind.heads[0], kind.statements(found.document, (found.statement,))))
        else:
            here = next(v for v in found.versions if v.document.id == found.document.id)
            terminal.raw((kind.heads[1], kind.documents(here)))
    elif isinstance(found, api.ShownStatement):
        shown.statement(found)
    else:
        shown.document(found)


@app.command("export")
def export_(
    format: Annotated[o.Output, typer.Argument(help="What to write.")],
    words: o.Words = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Where to.  [default: standard output]"),
    ] = None,
    bom: Annotated[
        bool, typer.Option("--bom", help="Begin a csv with a byte order mark, which Excel wants for accents.")
    ] = False,
    speaker: o.Speaker = None,
    outlet: o.Outlet = None,
    mode: o.ModeOption = None,
    act: o.ActOption = None,
    document: o.DocumentOption = None,
    language: o.Language = None,
    since: o.Since = None,
    until: o.Until = None,
    no_speaker: o.NoSpeaker = False,
    all_versions: o.AllVersions = False,
    order: o.OrderOption = o.Order.newest,
    limit: o.Limit = None,
    record: o.RecordFile = None,
) -> None:
    """Write statements to a file, all of them or those that pass the filters.

    \b
      onrecord export csv -o statements.csv
      onrecord export jsonl --speaker petrova > petrova.jsonl

    In csv, a cell that a spreadsheet would take for a formula (it begins with = + - @ or a tab) is given
    an apostrophe in front. jsonl holds every text as it is.
    """
    from onrecord import api, export
    from onrecord.cli.files import written

    found = api.statements(o.settings(record).record, listing.filtered(locals()))
    pieces = export.statements(export.named(format), found)
    if bom and format is o.Output.csv:
        pieces = _after("\ufeff", pieces)
    if output is None or str(output) == "-":
        terminal.raw(pieces)
    else:
        written(output, pieces)


def _after(first: str, pieces: Iterable[str]) -> Iterator[str]:
    yield first
    yield from pieces
