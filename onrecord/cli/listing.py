"""Lists are asked for with one filter and printed one thing after the other, however many there are."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

from onrecord.cli import options as o
from onrecord.cli import terminal


def filtered(given: dict[str, Any]) -> Any:
    """The filter of a command's options, by their names."""
    from onrecord.api import Filter

    same = ("speaker", "outlet", "mode", "act", "document", "language", "since", "until", "order", "limit")
    return Filter(
        words=joined(given["words"]),
        has_speaker=False if given["no_speaker"] else None,
        all_versions=given["all_versions"],
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


def listed(
    table: Any, found: Iterable[Any], kind: o.Kind, format: o.Format | None, limit: int | None
) -> None:
    """Print what was found, as a table or in a format of `export`."""
    from onrecord import export

    wanted = chosen(format)
    if wanted is not o.Format.table:
        form = export.named(wanted)
        terminal.raw((form.heads[kind],))
        if kind == 0:
            terminal.raw(form.statements(document, (statement,)) for document, statement in found)
        else:
            terminal.raw(map(form.documents if kind == 1 else form.failures, found))
        return
    most = o.TABLE_LIMIT if limit is None else limit
    for thing in found:
        if table.lines == most:
            terminal.out(terminal.styled(f"There are more; --limit N shows N of them (now {most}).", "dim"))
            return
        table.add(thing)
    if not table.lines:
        terminal.out("Nothing failed." if kind == 2 else "Nothing found.")


def joined(words: list[str] | None) -> str | None:
    return " ".join(words) if words else None


def summed(summary: Any, record: str) -> str:
    """What a run has done, in a sentence."""
    new = f"{_count(summary.documents, 'new document')} with {_count(summary.statements, 'statement')}"
    parts = [f"{new} in {os.path.relpath(record) if os.path.isabs(record) else record}"]
    if summary.versions:
        parts.append(_count(summary.versions, "new version"))
    if summary.unchanged or summary.skipped:
        parts.append(f"{summary.unchanged + summary.skipped:,} unchanged")
    if summary.failures:
        parts.append(f"{summary.failures:,} could not be read (onrecord documents --failed)")
    parts.append(f"{summary.words:,} words in {summary.seconds:,.1f} s")
    return "; ".join(parts) + "."


def _count(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"
