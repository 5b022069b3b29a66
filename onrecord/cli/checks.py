"""Commands about what does not fit: look for it, and list it."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from onrecord.cli import listing, terminal
from onrecord.cli import options as o

INTERRUPTED = 130


def check(
    all: Annotated[bool, typer.Option("--all", help="Everything again. What persons decided stays.")] = False,
    facts: o.Facts = None,
    record: o.RecordFile = None,
    set: o.Set = None,
) -> None:
    """Look for what does not fit in the record: in what is new, or was never checked so.

    \b
      onrecord check
      onrecord check --set checks=reversal,-weekday

    `onrecord checks` lists the checks; `onrecord findings` what they found.
    """
    from onrecord import api
    from onrecord.cli.progress import Meter, Stop

    settings = o.settings(record, None, set, False, facts)
    meter, stop = Meter(), Stop()
    try:
        with stop.listening():
            done = api.check(settings.record, settings, all, lambda n: meter.say(_checked(n)), stop)
    finally:
        meter.end()
    found = listing.counted(done.findings, "finding")
    terminal.out(f"{_checked(done)} in {done.seconds:,.1f} s; {found} in the record.")
    terminal.flush()
    if done.stopped:
        terminal.complain("Stopped; what is stored stays, and the same command goes on from there.")
        raise typer.Exit(INTERRUPTED)


def _checked(done: Any) -> str:
    """How far a run of checking is, in words."""
    parts = [f"{listing.counted(done.documents, 'document')} checked"]
    parts.append(listing.counted(done.claims, "claim"))
    parts.append(f"{listing.counted(done.matters, 'matter')} compared")
    parts.append(f"{done.families:,} famil{'y' if done.families == 1 else 'ies'} looked at")
    return ", ".join(parts)


def checks_(set: o.Set = None) -> None:
    """List the checks: what each compares, and which are switched on.

    \b
      onrecord checks
    """
    from onrecord import api

    for one in api.checks(o.settings(None, None, set)):
        name = terminal.styled(f"{one.name:<16}", "speaker" if one.on else "dim")
        terminal.out(f"{name} {'on ' if one.on else 'off'}  {one.about}")


def findings(
    words: o.Words = None,
    check: o.CheckOption = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show the arithmetic of each finding.")] = False,
    document: o.DocumentOption = None,
    speaker: o.Speaker = None,
    entity: o.Entity = None,
    outlet: o.Outlet = None,
    since: o.Since = None,
    until: o.Until = None,
    at_least: o.ScoreOption = 0.0,
    reviewed: o.ReviewedOption = None,
    order: o.FindingOrderOption = o.FindingOrder.score,
    limit: o.Limit = None,
    format: o.FormatOption = None,
    record: o.RecordFile = None,
) -> None:
    """List passages that do not fit one another, or the calendar; which is right is not said.

    \b
      onrecord findings
      onrecord findings --check weekday --explain
      onrecord findings --speaker petrova --format csv > findings.csv

    Rejected findings are left out (`onrecord review reject ID`).
    """
    from onrecord import api
    from onrecord.cli import exhibits

    wanted = api.FindingFilter(
        words=listing.joined(words),
        check=check,
        document=document,
        speaker=speaker,
        entity=entity,
        outlet=outlet,
        since=since,
        until=until,
        at_least=at_least,
        reviewed=reviewed,
        order=order,
        limit=listing.asked(format, limit),
    )
    found = api.findings(o.settings(record).record, wanted)
    listing.listed(exhibits.Blocks(explain), found, "findings", format, limit)
