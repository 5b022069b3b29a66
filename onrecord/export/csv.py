"""One row a statement, flat; a cell that a spreadsheet would run as a formula never starts with its sign."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

from onrecord.api import FailureRow, Listed
from onrecord.export.lines import document_line, failure_line, words
from onrecord.model import Document, Span, Statement

STATEMENTS = (
    "id", "mode", "act", "text", "speaker", "speaker_name", "speaker_kind", "addressee", "via", "cue",
    "said", "said_basis", "document", "path", "title", "outlet", "published", "language",
    "spans", "speaker_span", "cue_span", "passage", "rule", "score",
)  # fmt: skip
DOCUMENTS = (
    "id", "path", "source", "outlet", "url", "title", "authors", "kind", "language",
    "published", "updated", "fetched", "version", "words", "statements", "digest",
)  # fmt: skip
FAILURES = ("path", "source", "reason", "remedy", "recorded")

# Spreadsheets take a cell that begins so for a formula, and a hostile page may print one.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def head(columns: Iterable[str]) -> str:
    """The first line of a table, with its columns' names."""
    return _rows([columns])


def statements(document: Document, found: Iterable[Statement]) -> str:
    """The rows of one document's statements; several values in a cell are joined by "; "."""
    return _rows(_statement(document, statement) for statement in found)


def documents(listed: Listed) -> str:
    """The row of one document."""
    row = document_line(listed)
    row["authors"] = "; ".join(row["authors"])
    return _rows([[row[column] for column in DOCUMENTS]])


def failures(failure: FailureRow) -> str:
    """The row of one source that could not be read."""
    row = failure_line(failure)
    return _rows([[row[column] for column in FAILURES]])


def _statement(document: Document, statement: Statement) -> list[Any]:
    text, speaker, said = document.text, statement.speaker, statement.said
    return [
        statement.id,
        statement.mode,
        statement.act,
        words(document, statement),
        speaker.span.of(text) if speaker else None,
        speaker.name if speaker else None,
        speaker.kind if speaker else None,
        _of(text, statement.addressee),
        "; ".join(span.of(text) for span in statement.via),
        _of(text, statement.cue),
        said.when.edtf if said else None,
        said.basis if said else None,
        document.id,
        document.path,
        document.title,
        document.outlet,
        document.published.edtf if document.published else None,
        document.language,
        "; ".join(_range(span) for span in statement.content),
        _range(speaker.span) if speaker else None,
        _range(statement.cue) if statement.cue else None,
        statement.passage,
        statement.rule,
        round(statement.score, 4),
    ]


def _of(text: str, span: Span | None) -> str | None:
    return span.of(text) if span else None


def _range(span: Span) -> str:
    return f"{span.start}:{span.end}"  # with a hyphen a spreadsheet reads a date


def _rows(rows: Iterable[Iterable[Any]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    for row in rows:
        writer.writerow([_safe(cell) for cell in row])
    return out.getvalue()


def _safe(cell: Any) -> Any:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
