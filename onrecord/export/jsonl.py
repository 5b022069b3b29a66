"""One JSON object a line, in UTF-8, with nothing left out."""

from __future__ import annotations

import json
from collections.abc import Iterable

from onrecord.api import FailureRow, Listed
from onrecord.export.lines import document_line, failure_line, line
from onrecord.model import Document, Statement

# One encoder, made once: `json.dumps` with options builds a new one at every call.
_encode = json.JSONEncoder(ensure_ascii=False).encode


def statements(document: Document, found: Iterable[Statement]) -> str:
    """The lines of one document's statements, each closed by a line feed."""
    return "".join(_encode(line(document, statement)) + "\n" for statement in found)


def documents(listed: Listed) -> str:
    """The line of one document."""
    return _encode(document_line(listed)) + "\n"


def failures(failure: FailureRow) -> str:
    """The line of one source that could not be read."""
    return _encode(failure_line(failure)) + "\n"
