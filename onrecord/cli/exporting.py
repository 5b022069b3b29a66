"""An export is exactly what the list of the same name shows, and the file is whole or not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Annotated, Any

import typer

from onrecord.cli import listing, terminal
from onrecord.cli import options as o
from onrecord.errors import UsageError

What = Annotated[
    str,
    typer.Option("--what", metavar="KIND", help="statements, documents, findings, families, hops, ..."),
]
To = Annotated[
    Path | None,
    typer.Option("--to", "-o", "--output", metavar="FILE", help="Where to.  [default: standard output]"),
]
Bom = Annotated[
    bool, typer.Option("--bom", help="Begin a csv with a byte order mark, which Excel wants for accents.")
]
OrderOption = Annotated[
    str | None,
    typer.Option("--order", metavar="ORDER", help="As in the list.  [default: as there]", show_default=False),
]
AtLeast = Annotated[
    float | None,
    typer.Option(
        "--at-least",
        metavar="N",
        min=0,
        help="Of findings the least score, of families the fewest reports.",
        show_default=False,
    ),
]
Reviewed = Annotated[
    str | None,
    typer.Option(
        "--reviewed", metavar="STATE", help="As in the list.  [default: all but rejected]", show_default=False
    ),
]


def export_(
    format: Annotated[o.Output, typer.Argument(help="What to write.")],
    words: o.Words = None,
    what: What = "statements",
    to: To = None,
    bom: Bom = False,
    speaker: o.Speaker = None,
    entity: o.Entity = None,
    outlet: o.Outlet = None,
    mode: o.ModeOption = None,
    act: o.ActOption = None,
    document: o.DocumentOption = None,
    language: o.Language = None,
    since: o.Since = None,
    until: o.Until = None,
    no_speaker: o.NoSpeaker = False,
    all_versions: o.AllVersions = False,
    reviewed: Reviewed = None,
    check: o.CheckOption = None,
    kind: o.KindOption = None,
    formulas: o.Formulas = False,
    at_least: AtLeast = None,
    order: OrderOption = None,
    limit: o.Limit = None,
    record: o.RecordFile = None,
) -> None:
    """Write a list to a file: all of it, or what passes the filters, in the same order.

    \b
      onrecord export csv -o statements.csv
      onrecord export xlsx --speaker petrova --to petrova.xlsx
      onrecord export jsonl --what findings --check weekday > findings.jsonl

    \b
    jsonl, csv, xlsx   every list
    bibtex, csl        statements and documents, to be cited; the passage is in the note
    webanno, tei, cas  statements in their text: W3C annotations, TEI, UIMA (INCEpTION)
    gexf, timelinejs   statements as a network (Gephi) and as a timeline (TimelineJS)

    In csv, a cell that a spreadsheet would take for a formula (it begins with = + - @ or a tab) is given
    an apostrophe in front. jsonl holds every text as it is.
    """
    from onrecord import export

    form = export.named(format)
    if what not in export.KINDS:
        raise UsageError(f"there is no list {what!r}", "--what", f"give one of {', '.join(export.KINDS)}")
    if what not in form.kinds:
        takes = ", ".join(form.kinds)
        raise UsageError(f"{form.name} cannot hold {what}", "--what", f"it takes {takes}; csv takes all")
    if form.binary and _standard(to) and terminal.on_terminal():
        raise UsageError(f"{form.name} is nothing for a terminal", "export", "give a file with --to FILE")
    view = export.View(o.settings(record).record, what, _wanted(what, locals()))
    pieces = export.stream(form, view)
    if bom and format is o.Output.csv:
        pieces = _after("\ufeff".encode(), pieces)
    if to is None or _standard(to):
        terminal.raw(pieces)
    else:
        from onrecord.cli.files import written

        written(to, pieces)


def _standard(to: Path | None) -> bool:
    return to is None or str(to) == "-"


# The parts of filters that a command can say; what is given has to be a part of the filter of its list.
_PARTS = (
    "speaker", "entity", "outlet", "mode", "act", "document", "language", "since", "until", "all_versions",
    "reviewed", "check", "kind", "formulas", "at_least", "order", "limit",
)  # fmt: skip


def _wanted(what: str, given: dict[str, Any]) -> Any:
    """The filter of a list, of the options that are given.

    Raises:
        UsageError: one of them means nothing for this list.
    """
    from onrecord import export

    asked = {name: given[name] for name in _PARTS if given[name] not in (None, False)}
    words = listing.joined(given["words"])
    if words:
        asked["words"] = words
    if given["no_speaker"]:
        asked["has_speaker"] = False
    type_ = export.FILTERS.get(what)
    known = {"words"} if type_ is str else {part.name for part in fields(type_)} if type_ else set()
    strange = [_OPTIONS.get(name, f"--{name.replace('_', '-')}") for name in asked if name not in known]
    if strange:
        raise UsageError(f"{strange[0]} says nothing about {what}", "export", "leave it out")
    if type_ is None:
        return None
    if type_ is str:
        return words
    if what in ("families", "hops") and "at_least" in asked:
        asked["at_least"] = int(asked["at_least"])
    return type_(**asked)


_OPTIONS = {"words": "the words given", "has_speaker": "--no-speaker"}


def _after(first: bytes, pieces: Iterable[bytes]) -> Iterator[bytes]:
    yield first
    yield from pieces
