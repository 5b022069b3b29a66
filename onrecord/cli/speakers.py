"""Commands about who speaks: a list, and what only a person can decide, each of which can be undone."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from onrecord.cli import listing, terminal
from onrecord.cli import options as o


class Words(TyperGroup):
    """The commands, and words of which none is a command: these are looked for among the speakers."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take what names no command for the list's."""
        if not args or (args[0] not in self.commands and args[0] not in ("-h", "--help")):
            args = ["list", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    cls=Words,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="List who speaks in the record, or decide who is who.\n\n\b\n"
    "  onrecord speakers                        those who say most first\n"
    "  onrecord speakers petrova                with this in a name or an office\n"
    "  onrecord speakers --doubtful             what only you can decide\n"
    "  onrecord speakers merge 3fa9c1 77b0d2    the second is the first\n"
    "  onrecord speakers import ministers.csv   names, offices, Wikidata ids\n\n"
    "A decision stands whatever is linked anew, until `speakers undo` withdraws it.",
)

Id = Annotated[str, typer.Argument(metavar="ID", help="An entity's id, or its first digits.")]


@app.command("list")
def list_(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS]", help="Words of a name or an office.", show_default=False),
    ] = None,
    doubtful: Annotated[
        bool, typer.Option("--doubtful", help="Pairs of which only a person can say whether they are one.")
    ] = False,
    decisions: Annotated[
        bool, typer.Option("--decisions", help="What was decided, with the numbers that `undo` takes.")
    ] = False,
    limit: o.Limit = None,
    format: o.FormatOption = None,
    record: o.RecordFile = None,
) -> None:
    """List who speaks, those who say most first; the word "list" itself can be left out."""
    from onrecord import api
    from onrecord.cli import tables

    path = o.settings(record).record
    if decisions:
        listing.listed(tables.Table(tables.DECISIONS), api.decisions(path), "decisions", format, limit)
    elif doubtful:
        listing.listed(tables.Table(tables.DOUBTS), api.doubts(path), "doubts", format, limit)
    else:
        found = api.speakers(path, listing.joined(words))
        listing.listed(tables.Table(tables.SPEAKERS), found, "speakers", format, limit)


@app.command()
def merge(
    id: Id,
    others: Annotated[list[str], typer.Argument(metavar="ID", help="Ids of those that are the first.")],
    author: o.Author = None,
    record: o.RecordFile = None,
) -> None:
    """Say that two or more are one, called as the first.

    \b
      onrecord speakers merge 3fa9c1 77b0d2
    """
    from onrecord import api

    settings = o.settings(record)
    for number in api.merge(settings.record, id, others, o.author(author), settings):
        _say(number, f"{others[0] if len(others) == 1 else 'each'} is {id} now")


@app.command()
def apart(id: Id, other: Id, author: o.Author = None, record: o.RecordFile = None) -> None:
    """Say that two are not one, so that they are never joined.

    \b
      onrecord speakers apart 3fa9c1 77b0d2
    """
    from onrecord import api

    settings = o.settings(record)
    number = api.apart(settings.record, id, other, o.author(author), settings)
    _say(number, f"{id} and {other} stay two")


@app.command()
def split(
    id: Id,
    name: Annotated[
        str | None,
        typer.Option("--name", metavar="FORM", help="The form of the name that is somebody else's."),
    ] = None,
    document: Annotated[
        list[str] | None,
        typer.Option(
            "--document", metavar="ID", help="A document in which it is somebody else; can be given again."
        ),
    ] = None,
    author: o.Author = None,
    record: o.RecordFile = None,
) -> None:
    """Say that some of what is one speaker's is somebody else's, who becomes a speaker too.

    \b
      onrecord speakers split 3fa9c1 --name "A. Petrova"
      onrecord speakers split 3fa9c1 --document 9f86d081884c7d65
    """
    from onrecord import api

    settings = o.settings(record)
    number, new = api.split(settings.record, id, name, document or (), o.author(author), settings)
    _say(number, f"what is not {id} is {new} now")


@app.command()
def rename(
    id: Id,
    name: Annotated[str, typer.Argument(metavar="NAME", help="What to call it.")],
    author: o.Author = None,
    record: o.RecordFile = None,
) -> None:
    """Say what a speaker is called in lists.

    \b
      onrecord speakers rename 3fa9c1 "Ana Petrova"
    """
    from onrecord import api

    settings = o.settings(record)
    _say(api.rename(settings.record, id, name, o.author(author), settings), f"{id} is called {name} now")


@app.command()
def name(
    id: Id,
    form: Annotated[str, typer.Argument(metavar="FORM", help="A form of a name, as printed.")],
    document: Annotated[
        list[str] | None,
        typer.Option("--document", metavar="ID", help="Only in this document; can be given again."),
    ] = None,
    author: o.Author = None,
    record: o.RecordFile = None,
) -> None:
    """Say that a form of a name is this speaker's: in some documents, or in all.

    \b
      onrecord speakers name 3fa9c1 "Petrova" --document 9f86d081884c7d65
    """
    from onrecord import api

    settings = o.settings(record)
    number = api.name(settings.record, id, form, document or (), o.author(author), settings)
    _say(number, f"{form!r} is {id} {'there' if document else 'wherever nobody else is so called'} now")


@app.command()
def undo(
    decision: Annotated[int, typer.Argument(metavar="DECISION", help="A number of `speakers --decisions`.")],
    record: o.RecordFile = None,
) -> None:
    """Withdraw a decision, with all that it made.

    \b
      onrecord speakers undo 4
    """
    from onrecord import api

    settings = o.settings(record)
    api.undo(settings.record, decision, settings)
    terminal.out(f"Decision {decision} is withdrawn.")


@app.command("import")
def import_(
    file: Annotated[str, typer.Argument(metavar="FILE", help="CSV, or JSON lines of FollowTheMoney.")],
    record: o.RecordFile = None,
) -> None:
    """Take in a list of people and bodies; the same list again changes nothing.

    \b
      onrecord speakers import ministers.csv

    CSV: a column name, and as far as there are any aliases (between them ; or |), role, from, to, wikidata
    and kind (person, body or group). JSON lines: persons and bodies in the FollowTheMoney format.
    """
    from onrecord import api

    settings = o.settings(record)
    done = api.import_speakers(settings.record, file, settings)
    if done.decision is None:
        terminal.out("This list was taken in before; nothing has changed.")
        return
    parts = [listing.counted(done.new, "new speaker"), f"{done.known:,} known"]
    parts += [listing.counted(done.names, "new name"), listing.counted(done.roles, "new office")]
    _say(done.decision, "; ".join(parts))


def _say(number: int, what: str) -> None:
    terminal.out(f"Decision {number}: {what} (onrecord speakers undo {number} withdraws it).")
