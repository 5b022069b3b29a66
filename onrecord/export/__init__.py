"""Every format a record leaves in is one entry of FORMATS, and the same entry always writes the same text.

A format is three pure functions, for statements, documents and failures, and the line that stands above each
of them; they can be handed to another process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from onrecord.api import FailureRow, Listed
from onrecord.export import csv, jsonl
from onrecord.export.lines import document_line, failure_line, line, words
from onrecord.model import Document, Statement

__all__ = [
    "FORMATS",
    "Format",
    "document_line",
    "failure_line",
    "line",
    "named",
    "statements",
    "words",
]


@dataclass(frozen=True, slots=True)
class Format:
    """One format of text in which things leave.

    Attributes:
        name: what the command line calls it.
        help: one sentence.
        statements: the lines of one document's statements.
        documents: the line of one document.
        failures: the line of one source that could not be read.
        heads: the line above statements, documents and failures, or "".
    """

    name: str
    help: str
    statements: Callable[[Document, Iterable[Statement]], str]
    documents: Callable[[Listed], str]
    failures: Callable[[FailureRow], str]
    heads: tuple[str, str, str] = ("", "", "")


FORMATS: tuple[Format, ...] = (
    Format("jsonl", "one JSON object a line", jsonl.statements, jsonl.documents, jsonl.failures),
    Format(
        "csv",
        "one row a statement, safe for spreadsheets",
        csv.statements,
        csv.documents,
        csv.failures,
        (csv.head(csv.STATEMENTS), csv.head(csv.DOCUMENTS), csv.head(csv.FAILURES)),
    ),
)


def named(name: str) -> Format:
    """The format of that name.

    Raises:
        KeyError: there is none.
    """
    return {format.name: format for format in FORMATS}[name]


def statements(format: Format, found: Iterable[tuple[Document, Statement]]) -> Iterator[str]:
    """The whole text of an export, piece by piece, so that memory stays flat however much is found."""
    yield format.heads[0]
    for document, statement in found:
        yield format.statements(document, (statement,))
