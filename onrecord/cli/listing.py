"""Lists are asked for with one filter and printed one thing after the other, however many there are."""

from __future__ import annotations

import os
from collections.abc import Iterable
from itertools import islice
from typing import Any

from onrecord.cli import options as o
from onrecord.cli import terminal


def filtered(given: dict[str, Any]) -> Any:
    """The filter of a command's options, by their names."""
    from onrecord.api import Filter

    same = (
        "speaker", "entity", "outlet", "mode", "act", "document", "language", "since", "until", "order",
        "limit",
    )  # fmt: skip
    return Filter(
        words=joined(given["words"]),
        has_speaker=False if given["no_speaker"] else None,
        all_versions=given["all_versions"],
        reviewed=given.get("reviewed"),
        **{name: given[name] for name in same},
    )


def chosen(given: o.Format | None) -> o.Format:
    """What was asked for; else a table for eyes and JSON lines for programs."""
    return given or (o.Format.table if terminal.on_terminal() else o.Format.jsonl)


def asked(given: o.Format | None, limit: int | None) -> int | None:
    """How many to ask for: in a table one more than is shown, to know whether there are more."""
    if chosen(given) is not o.Format.table:
        return limit
    return (o.TABLE_LIMIT if limit is None else limit) + 1


def listed(table: Any, found: Iterable[Any], kind: str, format: o.Format | None, limit: int | None) -> None:
    """Print what was found, as a table or in a format of `export`, whose KINDS has `kind`."""
    from onrecord import export

    wanted = chosen(format)
    if wanted is not o.Format.table:
        terminal.raw(export.written(export.named(wanted), kind, islice(found, limit)))
        return
    most = o.TABLE_LIMIT if limit is None else limit
    for thing in found:
        if table.lines == most:
            terminal.out(terminal.styled(f"There are more; --limit N shows N of them (now {most}).", "dim"))
            return
        table.add(thing)
    if not table.lines and (nothing := _NOTHING.get(kind, "Nothing found.")):
        terminal.out(nothing)


_NOTHING = {
    "failures": "Nothing failed.",
    "doubts": "Nothing is in doubt.",
    "decisions": "Nothing was decided.",
    "reviews": "Nothing was decided.",
    "findings": "Nothing found. `onrecord check` looks at what is new.",
    "families": "Nothing found. `onrecord trace` follows what is new.",
    "hops": "Nothing found. `onrecord trace` follows what is new.",
    "verified": "",  # said by the command, which knows whether the file could be read
}


def joined(words: list[str] | None) -> str | None:
    return " ".join(words) if words else None


def summed(summary: Any, record: str) -> str:
    """What a run has done, in a sentence."""
    new = f"{counted(summary.documents, 'new document')} with {counted(summary.statements, 'statement')}"
    parts = [f"{new} in {os.path.relpath(record) if os.path.isabs(record) else record}"]
    if summary.versions:
        parts.append(counted(summary.versions, "new version"))
    if summary.unchanged or summary.skipped:
        parts.append(f"{summary.unchanged + summary.skipped:,} unchanged")
    if summary.failures:
        parts.append(f"{summary.failures:,} could not be read (onrecord documents --failed)")
    parts.append(f"{summary.words:,} words in {summary.seconds:,.1f} s")
    return "; ".join(parts) + "."


def linked(done: Any) -> str:
    """How far a run of linking is, in words."""
    parts = [f"{counted(done.documents, 'document')} joined", counted(done.links, "new link")]
    if done.read:
        parts.append(f"{done.read:,} read otherwise than before")
    return ", ".join(parts)


def counted(number: int, name: str) -> str:
    """A number of things, in words."""
    return f"{number:,} {name}{'' if number == 1 else 's'}"
