"""Commands about words that travel: follow them, list where they went, and where given words stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from onrecord.cli import listing, terminal
from onrecord.cli import options as o
from onrecord.errors import UsageError

SOME_FAILED, INTERRUPTED = 1, 130
LOOKED_AT = 12  # hops of a family whose kinds a table counts
EVERY = 1_000_000_000  # quotations: whoever checks a file wants all of them
PLACES = 20  # shown of words that stand in many


def trace(
    all: Annotated[bool, typer.Option("--all", help="Everything again.")] = False,
    record: o.RecordFile = None,
    set: o.Set = None,
) -> None:
    """Follow the words of the record: what is new, or what another version followed.

    \b
      onrecord trace
    """
    from onrecord import api
    from onrecord.cli.progress import Meter, Stop

    settings = o.settings(record, None, set)
    meter, stop = Meter(), Stop()
    try:
        with stop.listening():
            done = api.trace(settings.record, settings, all, lambda n: meter.say(traced(n)), stop)
    finally:
        meter.end()
    terminal.out(traced(done) + f" in {done.seconds:,.1f} s.")
    terminal.flush()
    if done.stopped:
        terminal.complain("Stopped; what is stored stays, and the same command goes on from there.")
        raise typer.Exit(INTERRUPTED)


def traces(
    words: o.Words = None,
    hops: Annotated[
        bool, typer.Option("--hops", help="Each repetition by itself, with what was changed.")
    ] = False,
    speaker: o.Speaker = None,
    entity: o.Entity = None,
    outlet: o.Outlet = None,
    document: o.DocumentOption = None,
    kind: o.KindOption = None,
    formulas: o.Formulas = False,
    since: o.Since = None,
    until: o.Until = None,
    at_least: o.AtLeast = 1,
    order: o.TraceOrderOption = o.TraceOrder.reports,
    limit: o.Limit = None,
    format: o.FormatOption = None,
    record: o.RecordFile = None,
) -> None:
    """List words that stand in several texts, those that most reports have first.

    \b
      onrecord traces
      onrecord traces --speaker petrova "sea wall"
      onrecord traces --hops --format csv > changes.csv

    Copies of whole texts count as one report. Standing texts (mottos, disclaimers) are left out; --formulas
    lists them too. --since and --until are about the day on which the words stood first.
    """
    from onrecord import api
    from onrecord.cli import lineage, tables

    path = o.settings(record).record
    wanted = api.FamilyFilter(
        words=listing.joined(words),
        document=document,
        speaker=speaker,
        entity=entity,
        outlet=outlet,
        kind=kind,
        formulas=formulas,
        since=since,
        until=until,
        at_least=at_least,
        order=order,
        limit=None if hops else listing.asked(format, limit),
    )
    if hops:
        listing.listed(tables.Table(lineage.HOPS), api.hops(path, wanted), "hops", format, limit)
        return
    found = api.families(path, wanted, LOOKED_AT if listing.chosen(format) is o.Format.table else 0)
    listing.listed(tables.Table(lineage.FAMILIES), found, "families", format, limit)


def verify(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WORDS|FILE", help="The words as quoted, or a file with quotations.", show_default=False
        ),
    ] = None,
    file: Annotated[
        str | None, typer.Option("--file", metavar="FILE", help="Check every quotation of this file.")
    ] = None,
    limit: o.Limit = None,
    format: o.FormatOption = None,
    record: o.RecordFile = None,
    set: o.Set = None,
) -> None:
    """Say where words stand, or nearly these words: who said them, when, and what was changed.

    \b
      onrecord verify "The old bridge will open in spring"
      onrecord verify article.txt

    An ellipsis (… or ...) stands for words that were left out. Of a file, every quotation is checked.
    Exit code 0 also where nothing was found, for that is an answer.
    """
    from onrecord import api, export
    from onrecord.cli import lineage, tables

    settings = o.settings(record, None, set)
    name = file or _file(words)
    if name is not None:
        if file and words:
            raise UsageError("words and a file are given", "--file", "give one of the two")
        checked = _Checked(api.verify_file(settings.record, name, settings))
        most = EVERY if limit is None else limit
        listing.listed(tables.Table(lineage.VERIFIED), checked, "verified", format, most)
        if not (checked.quotations or checked.failures):
            terminal.complain("There is no quotation in it.")
        raise typer.Exit(SOME_FAILED if checked.failures else 0)
    quoted = listing.joined(words)
    if not quoted:
        raise UsageError("there are no words to look for", "verify", 'write onrecord verify "WORDS"')
    found = api.verify(settings.record, quoted, settings, PLACES if limit is None else limit)
    chosen = listing.chosen(format)
    if chosen is o.Format.table:
        lineage.verified(found)
    else:
        terminal.raw(export.written(export.named(chosen), "verified", (found,)))


class _Checked:
    """What was found of the quotations of a file; failures are printed as they come."""

    def __init__(self, found: Iterable[Any]) -> None:
        self._found = found
        self.quotations = self.failures = 0

    def __iter__(self) -> Iterator[Any]:
        from onrecord.model import Failure

        for one in self._found:
            if isinstance(one, Failure):
                self.failures += 1
                terminal.complain(one)
            else:
                self.quotations += 1
                yield one


def _file(words: list[str] | None) -> str | None:
    """The one word that is given, where it names a file."""
    if not words or len(words) > 1:
        return None
    try:
        return words[0] if Path(words[0]).is_file() else None
    except (OSError, ValueError):  # too long for a name, or none that a file can have
        return None


def traced(done: Any) -> str:
    """How far a run of tracing is, in words."""
    parts = [f"{listing.counted(done.documents, 'document')} followed"]
    parts.append(f"{done.likenesses:,} new likeness{'' if done.likenesses == 1 else 'es'}")
    parts.append(f"{done.families:,} famil{'y' if done.families == 1 else 'ies'} made")
    if done.capped:
        phrases = listing.counted(done.capped, "phrase")
        parts.append(f"{phrases} too frequent for all places to be compared")
    return ", ".join(parts)
