"""A statement, a document and a failure each leave in one shape: the same keys, in the same order, always."""

from __future__ import annotations

from typing import Any

from onrecord.api import FailureRow, Listed
from onrecord.model import Document, Said, Span, Speaker, Statement, When

GAP = " … "  # stands between the pieces of words that their attribution cuts


def words(document: Document, statement: Statement) -> str:
    """The statement's words as they stand in the document, its pieces joined by " … "."""
    return GAP.join(document.text[start:end] for start, end in statement.content)


def line(document: Document, statement: Statement) -> dict[str, Any]:
    """One statement as the JSON object that `read`, `statements` and `export jsonl` print.

    Offsets are half-open ranges in code points of `document.text`; dates are EDTF strings. What is absent is
    None or an empty list, never left out.
    """
    text = document.text
    return {
        "id": statement.id,
        "document": {
            "id": document.id,
            "path": document.path,
            "title": document.title,
            "outlet": document.outlet,
            "published": _edtf(document.published),
            "language": document.language,
        },
        "mode": statement.mode,
        "act": statement.act,
        "content": [list(span) for span in statement.content],
        "text": words(document, statement),
        "cue": _pair(statement.cue),
        "speaker": _speaker(text, statement.speaker),
        "addressee": _addressee(text, statement.addressee),
        "via": [{"span": list(span), "name": span.of(text)} for span in statement.via],
        "said": _said(statement.said),
        "rule": statement.rule,
        "score": round(statement.score, 4),
    }


def document_line(listed: Listed) -> dict[str, Any]:
    """One document as the JSON object that `documents` prints.

    `version` is 1 for the first text of its source, `words` are parted by white space, dates are EDTF.
    """
    document = listed.document
    return {
        "id": document.id,
        "path": document.path,
        "source": document.source,
        "outlet": document.outlet,
        "url": document.url,
        "title": document.title,
        "authors": list(document.authors),
        "kind": document.kind,
        "language": document.language,
        "published": _edtf(document.published),
        "updated": _edtf(document.updated),
        "fetched": _edtf(document.fetched),
        "version": listed.version,
        "words": listed.words,
        "statements": listed.statements,
        "digest": document.digest,
    }


def failure_line(failure: FailureRow) -> dict[str, Any]:
    """One source that could not be read, as the JSON object that `documents --failed` prints.

    `recorded` is when it failed first, ISO 8601 in UTC.
    """
    return {
        "path": failure.path,
        "source": failure.source,
        "reason": failure.reason,
        "remedy": failure.remedy,
        "recorded": failure.recorded,
    }


def _pair(span: Span | None) -> list[int] | None:
    return list(span) if span else None


def _edtf(when: When | None) -> str | None:
    return when.edtf if when else None


def _speaker(text: str, speaker: Speaker | None) -> dict[str, Any] | None:
    if speaker is None:
        return None
    return {
        "span": list(speaker.span),
        "text": speaker.span.of(text),
        "name": speaker.name,
        "entity": None,  # who the mention denotes is linked by a later step
        "kind": speaker.kind,
    }


def _addressee(text: str, span: Span | None) -> dict[str, Any] | None:
    # The name stays empty until mentions are linked: "him" is a mention, not a name.
    return None if span is None else {"span": list(span), "text": span.of(text), "name": None}


def _said(said: Said | None) -> dict[str, Any] | None:
    return None if said is None else {"edtf": said.when.edtf, "span": _pair(said.span), "basis": said.basis}
