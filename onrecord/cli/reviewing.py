"""Commands by which a person decides of statements and findings; each says how to undo what it did."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from onrecord.cli import listing, terminal
from onrecord.cli import options as o
from onrecord.errors import UsageError

if TYPE_CHECKING:
    from onrecord.model import FigureKind, Span

Ids = Annotated[
    list[str],
    typer.Argument(metavar="ID...", help="Ids of statements and findings, or their first digits."),
]
Id = Annotated[str, typer.Argument(metavar="ID", help="A statement's id, or its first digits.")]
Note = Annotated[str, typer.Option("--note", metavar="TEXT", help="What is to be remembered of it.")]
Of = Annotated[
    str | None,
    typer.Option("--of", metavar="ID", help="About one statement, finding, speaker or document."),
]
_SPAN = re.compile(r"(\d{1,12})[:-](\d{1,12})", re.ASCII)

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="Accept, reject or correct statements and findings, or undo that; it outlives reading anew.\n\n\b\n"
    "  onrecord review accept 3fa9c1 82d0e4\n"
    '  onrecord review reject 77b01a --note "a headline, nobody said it"\n'
    '  onrecord review correct 3fa9c1 --words 120:188 --name "Odo Lenk"\n'
    "  onrecord review undo s2\n"
    "  onrecord review list\n",
)


@app.command()
def accept(ids: Ids, note: Note = "", author: o.Author = None, record: o.RecordFile = None) -> None:
    """Say that statements were made as shown, or that passages do not fit as a finding says.

    \b
      onrecord review accept 3fa9c1 82d0e4
      onrecord review accept 3fa9c1 --note "asked the ministry"

    The words and the speaker of an accepted statement stay, however its text is read anew.
    """
    from onrecord import api

    _told(api.accept(o.settings(record).record, ids, o.author(author), note))


@app.command()
def reject(ids: Ids, note: Note = "", author: o.Author = None, record: o.RecordFile = None) -> None:
    """Say that statements or findings are none; lists leave them out unless asked (--reviewed rejected).

    \b
      onrecord review reject 3fa9c1
    """
    from onrecord import api

    _told(api.reject(o.settings(record).record, ids, o.author(author), note))


@app.command()
def note(
    ids: Ids,
    text: Annotated[str, typer.Option("--note", metavar="TEXT", help="What to write down.")],
    author: o.Author = None,
    record: o.RecordFile = None,
) -> None:
    """Write something down about statements, which decides nothing, or about decided findings.

    \b
      onrecord review note 3fa9c1 --note "ask for the tape"
    """
    from onrecord import api

    _told(api.note(o.settings(record).record, ids, o.author(author), text))


@app.command()
def correct(
    id: Id,
    words: Annotated[
        list[str] | None,
        typer.Option("--words", metavar="START:END", help="Where its words stand; several times for pieces."),
    ] = None,
    speaker: Annotated[
        str | None, typer.Option("--speaker", metavar="START:END", help="Where the speaker is mentioned.")
    ] = None,
    entity: Annotated[
        str | None, typer.Option("--entity", metavar="ID", help="Who speaks, as `speakers` lists them.")
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="Who speaks, by name; a new one is made.")
    ] = None,
    kind: Annotated[
        str, typer.Option("--kind", metavar="KIND", help="What a new speaker is: person, body or group.")
    ] = "person",
    nobody: Annotated[bool, typer.Option("--nobody", help="No speaker is shown there.")] = False,
    note: Note = "",
    author: o.Author = None,
    record: o.RecordFile = None,
) -> None:
    """Say which words a statement has, or who speaks; what is not given stays as it is shown.

    \b
      onrecord review correct 3fa9c1 --words 120:188
      onrecord review correct 3fa9c1 --words 120:150 --words 161:188 --speaker 190:199
      onrecord review correct 3fa9c1 --name "Odo Lenk"

    Places are code points of the document, as `onrecord show ID` prints them.
    """
    from onrecord import api
    from onrecord.model import Correction

    if kind not in ("person", "body", "group"):
        raise UsageError(f"there is no kind {kind!r}", "--kind", "give person, body or group")
    change = Correction(
        tuple(_span(one, "--words") for one in words) if words else None,
        _span(speaker, "--speaker") if speaker else None,
        entity,
        name,
        cast("FigureKind", kind),
        nobody,
    )
    _told([api.correct(o.settings(record).record, id, change, o.author(author), note)])


@app.command()
def undo(
    decisions: Annotated[
        list[str], typer.Argument(metavar="DECISION...", help="Letters and numbers of `review list`: s12.")
    ],
    record: o.RecordFile = None,
) -> None:
    """Withdraw decisions; what stood before each holds again.

    \b
      onrecord review undo s2 f1

    s is a decision about a statement, f about a finding, p about who is who.
    """
    from onrecord import api

    settings = o.settings(record)
    api.unreview(settings.record, decisions, settings)
    several = len(decisions) > 1
    terminal.out(f"{'Decisions' if several else 'Decision'} {', '.join(decisions)} withdrawn.")


@app.command("list")
def list_(
    all: Annotated[
        bool, typer.Option("--all", help="Those too that were withdrawn, or that later ones replaced.")
    ] = False,
    of: Of = None,
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Only by one person.")] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help="One of statement, finding, speaker.")
    ] = None,
    limit: o.Limit = None,
    format: o.FormatOption = None,
    record: o.RecordFile = None,
) -> None:
    """List what was decided, by whom and when, the latest first.

    \b
      onrecord review list
      onrecord review list --all --kind statement
    """
    from onrecord import api
    from onrecord.cli import exhibits, tables

    found = api.history(o.settings(record).record, of=of, author=by, kind=kind)
    shown = (event for event in found if all or event.holds)
    listing.listed(tables.Table(exhibits.REVIEWS), shown, "reviews", format, limit)


def _told(made: list[Any]) -> None:
    """Say what was decided, and how to undo it."""
    from onrecord import api

    for review in made:
        ref = api.reference(review)
        what = f"statement {review.statement}" if ref[0] == "s" else f"finding {review.finding}"
        terminal.out(f"{ref}: {what} is {review.verdict} (onrecord review undo {ref} withdraws it).")


def _span(text: str, option: str) -> Span:
    from onrecord.model import Span

    found = _SPAN.fullmatch(text.strip())
    if not found:
        raise UsageError(f"{text!r} is no place", option, "write two code points, for example 120:188")
    return Span(int(found[1]), int(found[2]))
