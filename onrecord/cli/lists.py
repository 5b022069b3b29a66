"""Commands that list and show what a record holds; none of them changes it."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli import listing, terminal
from onrecord.cli import options as o


def documents(
    words: o.Words = None,
    failed: Annotated[
        bool, typer.Option("--failed", help="What could not be read, why, and what to do.")
    ] = False,
    outlet: o.Outlet = None,
    speaker: o.Speaker = None,
    entity: o.Entity = None,
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
        listing.listed(tables.Table(tables.FAILURES), api.failures(path), "failures", format, limit)
        return
    wanted = api.Filter(
        words=listing.joined(words),
        outlet=outlet,
        speaker=speaker,
        entity=entity,
        document=document,
        language=language,
        since=since,
        until=until,
        order=order,
        limit=listing.asked(format, limit),
    )
    listing.listed(tables.Table(tables.DOCUMENTS), api.documents(path, wanted), "documents", format, limit)


def statements(
    words: o.Words = None,
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
    reviewed: o.DecidedOption = None,
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
    found = api.told(o.settings(record).record, wanted)
    listing.listed(tables.Table(tables.STATEMENTS), found, "statements", format, limit)


def show(
    id: Annotated[str, typer.Argument(metavar="ID", help="An id from a list, or its first digits.")],
    format: Annotated[
        o.Format, typer.Option("--format", help="jsonl and csv give the line that lists print.")
    ] = o.Format.table,
    unfold: o.Unfold = False,
    limit: o.Limit = None,
    record: o.RecordFile = None,
) -> None:
    """Show a statement in its passage, a document, a family with what was changed, or a finding.

    \b
      onrecord show 3fa9c1

    --unfold and --limit are about a family: the words of `traces`, earliest first.
    """
    from onrecord import api, export
    from onrecord.cli import exhibits, lineage, shown

    most = o.TABLE_LIMIT if limit is None and format is o.Format.table else limit
    found = api.show(o.settings(record).record, id, unfold, most)
    if format is not o.Format.table:
        kind = export.named(format)
        if isinstance(found, api.ShownStatement):
            terminal.raw(export.written(kind, "statements", (found.told,)))
        elif isinstance(found, api.ShownFamily):
            terminal.raw(export.written(kind, "families", (found.row,)))
        elif isinstance(found, api.ShownFinding):
            terminal.raw(export.written(kind, "findings", (found.row,)))
        else:
            here = next(v for v in found.versions if v.document.id == found.document.id)
            terminal.raw(export.written(kind, "documents", (here,)))
    elif isinstance(found, api.ShownStatement):
        shown.statement(found)
    elif isinstance(found, api.ShownFamily):
        lineage.family(found)
    elif isinstance(found, api.ShownFinding):
        exhibits.finding(found)
    else:
        shown.document(found)
