"""One JSON object a line, in UTF-8, with nothing left out."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from onrecord.export import corrected, lines
from onrecord.model import Document, Linked

# One encoder, made once: `json.dumps` with options builds a new one at every call.
_encode = json.JSONEncoder(ensure_ascii=False).encode


def rendered(document: Document, linked: Linked) -> str:
    """The lines of the statements of a document that is in no record."""
    return "".join(map(LINES["statements"], lines.told(document, linked)))


def _of(shape: Callable[[Any], dict[str, Any]]) -> Callable[[Any], str]:
    return lambda thing: _encode(shape(thing)) + "\n"


LINES: Mapping[str, Callable[[Any], str]] = {
    "statements": _of(lines.line),
    "documents": _of(lines.document_line),
    "failures": _of(lines.failure_line),
    "speakers": _of(lines.speaker_line),
    "doubts": _of(lines.doubt_line),
    "decisions": _of(lines.decision_line),
    "dates": _of(lines.date_line),
    "families": _of(lines.family_line),
    "findings": _of(lines.finding_line),
    "reviews": _of(lines.review_line),
    "corrections": _of(corrected.correction_line),
    "hops": _of(lines.hop_line),
    "verified": _of(lines.verified_line),
}
