"""A line for training shows a statement as it was found and as a person decided, in the text around it."""

from __future__ import annotations

from typing import Any

from onrecord.api import Corrected
from onrecord.model import Span, Statement

Shape = dict[str, list[list[int]]]


def correction_line(one: Corrected) -> dict[str, Any]:
    """One decided statement as a JSON object; offsets are code points of `text`.

    `start` is where `text` begins in the document; `decided` is None for what was rejected; `others` are the
    statements beside it of which nobody decided, as they were found.
    """
    told, review = one.told, one.review
    decided = None if review.verdict == "rejected" else _shape(told.statement, one.span.start)
    return {
        "statement": told.statement.id,
        "document": told.document.id,
        "language": told.document.language,
        "verdict": review.verdict,
        "author": review.author,
        "made": review.made,
        "note": review.note,
        "mode": told.statement.mode,
        "act": told.statement.act,
        "rule": told.statement.rule,
        "start": one.span.start,
        "text": one.span.of(told.document.text),
        "found": _shape(one.found, one.span.start),
        "decided": decided,
        "others": [_shape(other, one.span.start) for other in one.others],
    }


def correction_row(one: Corrected) -> list[Any]:
    """One decided statement as a row of CORRECTIONS."""
    text, told, found = one.told.document.text, one.told, one.found
    rejected = one.review.verdict == "rejected"
    return [
        told.statement.id,
        told.document.id,
        one.review.verdict,
        one.review.author,
        one.review.made,
        one.review.note,
        one.span.of(text),
        " … ".join(span.of(text) for span in found.content),
        None if rejected else " … ".join(span.of(text) for span in told.statement.content),
        found.speaker.span.of(text) if found.speaker else None,
        told.statement.speaker.span.of(text) if told.statement.speaker and not rejected else None,
        found.cue.of(text) if found.cue else None,
        told.statement.rule,
    ]


CORRECTIONS = (
    "statement", "document", "verdict", "author", "made", "note", "passage", "words_found", "words",
    "speaker_found", "speaker", "cue", "rule",
)  # fmt: skip


def _shape(statement: Statement, start: int) -> Shape:
    speaker = statement.speaker
    return {
        "content": [_from(span, start) for span in statement.content],
        "cue": [_from(statement.cue, start)] if statement.cue else [],
        "source": [_from(speaker.span, start)] if speaker and speaker.span.start < speaker.span.end else [],
    }


def _from(span: Span, start: int) -> list[int]:
    return [span.start - start, span.end - start]
