"""The command that draws what the record holds; the drawing is bytes, and never meant for a terminal."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli import listing, terminal
from onrecord.cli import options as o
from onrecord.errors import UsageError


def plot(
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME", help="Which picture; --list names them.", show_default=False),
    ] = None,
    words: o.Words = None,
    list: Annotated[bool, typer.Option("--list", help="What pictures there are.")] = False,
    to: Annotated[
        Path | None,
        typer.Option(
            "--to",
            "-o",
            metavar="FILE",
            help="FILE.svg, .png, .html, .json (the numbers) or .vl.json.  [default: SVG to a pipe]",
            show_default=False,
        ),
    ] = None,
    id: Annotated[
        str | None,
        typer.Option("--id", metavar="ID", help="A family (outlets, chain) or a statement (chain)."),
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="WHAT", help="What the colours stand for.")
    ] = None,
    width: Annotated[
        int, typer.Option("--width", metavar="PIXELS", min=240, max=4000, help="How wide.")
    ] = 760,
    dark: Annotated[bool, typer.Option("--dark", help="For a dark page.")] = False,
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
    record: o.RecordFile = None,
) -> None:
    """Draw what the record holds: a picture of the statements that the filters let through.

    \b
      onrecord plot --list
      onrecord plot timeline --speaker petrova --to petrova.svg
      onrecord plot outlets --id 3fa9c1 --to spread.png

    Nothing is fetched. A page (.html) holds the picture, its numbers and all that showing them needs.
    """
    from onrecord import plot

    if list or name is None:
        for chart in plot.CHARTS:
            terminal.out(f"{chart.name:<10} {chart.help}")
        return
    format = _format(to)
    filters = locals() | {"order": "newest", "limit": None}
    found = plot.picture(name, o.settings(record).record, listing.filtered(filters), id, by)
    data = plot.written(found, format, plot.Look(width, dark))
    if to is None or str(to) == "-":
        terminal.raw((data.decode("utf-8"),))
    else:
        from onrecord.cli.files import written

        written(to, (data,))


def _format(to: Path | None) -> str:
    """The format that a file's name asks for."""
    from onrecord import plot

    if to is None or str(to) == "-":
        if terminal.on_terminal():
            raise UsageError("a picture is not printed on a terminal", "plot", "name a file: --to FILE.svg")
        return "svg"
    found = next((f for f in sorted(plot.FORMATS, key=len, reverse=True) if to.name.endswith(f".{f}")), None)
    if found is None:
        among = ", ".join(f".{format}" for format in plot.FORMATS)
        raise UsageError(
            "no picture is written to a file of this name", str(to), f"end it with one of {among}"
        )
    return found
