"""One JSON object a line, in UTF-8, with nothing left out."""

from __future__ import annotations

import json
from collections.abc import Iterable

from onrecord.export.lines import document_line, failure_line, line
from onrecord.model import Document, Failure, Statement

# One encoder, made once: `json.dumps` with options builds a new one at every call.
_encode = json.JSONEncoder(ensure_ascii=False).encode


def statements(document: Document, found: Iterable[Statement]) -> str:
    """The lines of one document's statements, each closed by a line feed."""
    return "".join(_encode(line(document, statement)) + "\n" for statement in found)


def documents(document: Document) -> str:
    """The line of one document."""
    return _encode(document_line(document)) + "\n"


def failures(failure: Failure) -> str:
    """The line of one source that could not be read."""
    return _encode(failure_line(failure)) + "\n"
