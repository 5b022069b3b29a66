"""One row a thing, flat; a cell that a spreadsheet would run as a formula never starts with its sign."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from onrecord.api import DoubtRow, SpeakerRow, Told
from onrecord.export import lines
from onrecord.model import Document, Linked, Span, Time

STATEMENTS = (
    "id", "mode", "act", "text", "speaker", "speaker_name", "speaker_kind", "addressee", "via", "cue",
    "said", "said_basis", "document", "path", "title", "outlet", "published", "language",
    "spans", "speaker_span", "cue_span", "passage", "rule", "score",
    "speaker_entity", "addressee_name", "chain", "primary_held", "published_inferred", "inferred_basis",
)  # fmt: skip
DOCUMENTS = (
    "id", "path", "source", "outlet", "url", "title", "authors", "kind", "language",
    "published", "updated", "fetched", "version", "words", "statements", "digest", "published_inferred",
)  # fmt: skip
FAILURES = ("path", "source", "reason", "remedy", "recorded")
SPEAKERS = (
    "entity", "kind", "name", "aliases", "roles", "wikidata", "statements", "documents", "first", "last",
    "by", "score",
)  # fmt: skip
DOUBTS = (
    "name", "one", "one_name", "other", "other_name", "score", "reason", "documents", "document",
)  # fmt: skip
DECISIONS = ("number", "verb", "entity", "other", "value", "author", "made", "withdrawn")
DATES = ("document", "path", "span", "text", "edtf", "basis")

# Spreadsheets take a cell that begins so for a formula, and a hostile page may print one.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def rendered(document: Document, linked: Linked) -> str:
    """The rows of the statements of a document that is in no record."""
    return "".join(map(LINES["statements"], lines.told(document, linked)))


def _statement(told: Told) -> list[Any]:
    document, statement, inferred = told.document, told.statement, told.inferred
    text, speaker, said = document.text, statement.speaker, statement.said
    shown = lines.line(told)
    who, whom = shown["speaker"] or {}, shown["addressee"] or {}
    return [
        statement.id,
        statement.mode,
        statement.act,
        shown["text"],
        who.get("text"),
        who.get("name"),
        who.get("kind"),
        whom.get("text"),
        "; ".join(span.of(text) for span in statement.via),
        statement.cue.of(text) if statement.cue else None,
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
        who.get("entity"),
        whom.get("name"),
        " → ".join(link["name"] for link in shown["chain"]),
        {True: "yes", False: "no", None: None}[told.held],
        inferred.when.edtf if inferred else None,
        inferred.basis if inferred else None,
    ]


def _document(listed: Any) -> list[Any]:
    row = lines.document_line(listed)
    row["authors"] = "; ".join(row["authors"])
    row["published_inferred"] = listed.inferred.when.edtf if listed.inferred else None
    return [row[column] for column in DOCUMENTS]


def _speaker(speaker: SpeakerRow) -> list[Any]:
    row = lines.speaker_line(speaker)
    row["aliases"] = "; ".join(row["aliases"])
    periods = [(role, f"{role['from'] or '?'} to {role['to'] or '?'}") for role in row["roles"]]
    dated = [f"{role['text']} ({when})" if when != "? to ?" else role["text"] for role, when in periods]
    row["roles"] = "; ".join(dated)
    return [row[column] for column in SPEAKERS]


def _doubt(doubt: DoubtRow) -> list[Any]:
    one = doubt.one or (None, None)
    return [doubt.name, *one, *doubt.other, round(doubt.score, 4), *doubt[4:]]


def _date(found: tuple[Document, Time]) -> list[Any]:
    document, time = found
    text = time.span.of(document.text)
    return [document.id, document.path, _range(time.span), text, time.when.edtf, time.basis]


def _range(span: Span) -> str:
    return f"{span.start}:{span.end}"  # with a hyphen a spreadsheet reads a date


def _row(cells: Iterable[Any]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerow([_safe(cell) for cell in cells])
    return out.getvalue()


def _safe(cell: Any) -> Any:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _of(cells: Callable[[Any], Iterable[Any]]) -> Callable[[Any], str]:
    return lambda thing: _row(cells(thing))


LINES: Mapping[str, Callable[[Any], str]] = {
    "statements": _of(_statement),
    "documents": _of(_document),
    "failures": _of(tuple),
    "speakers": _of(_speaker),
    "doubts": _of(_doubt),
    "decisions": _of(tuple),
    "dates": _of(_date),
}
HEADS: Mapping[str, str] = {
    "statements": _row(STATEMENTS),
    "documents": _row(DOCUMENTS),
    "failures": _row(FAILURES),
    "speakers": _row(SPEAKERS),
    "doubts": _row(DOUBTS),
    "decisions": _row(DECISIONS),
    "dates": _row(DATES),
}
