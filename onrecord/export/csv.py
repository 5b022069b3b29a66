"""One row a thing, flat; a cell that a spreadsheet would run as a formula never starts with its sign."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from onrecord.api import DoubtRow, Event, FamilyHop, FamilyRow, FindingRow, SpeakerRow, Told, Verified
from onrecord.export import corrected, lines
from onrecord.model import Document, Edit, Linked, Span, Time

STATEMENTS = (
    "id", "mode", "act", "text", "speaker", "speaker_name", "speaker_kind", "addressee", "via", "cue",
    "said", "said_basis", "document", "path", "title", "outlet", "published", "language",
    "spans", "speaker_span", "cue_span", "passage", "rule", "score",
    "speaker_entity", "addressee_name", "chain", "primary_held", "published_inferred", "inferred_basis",
    "review", "review_author", "review_note",
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
FAMILIES = (
    "id", "kind", "text", "size", "reports", "outlets", "first", "last", "members",
)  # fmt: skip
HOPS = (
    "family", "kind", "score", "order", "earlier_document", "earlier_path", "earlier_outlet",
    "earlier_published", "earlier_span", "earlier_text", "later_document", "later_path", "later_outlet",
    "later_published", "later_span", "later_text", "edits",
)  # fmt: skip
VERIFIED = (
    "words", "answer", "sentence", "score", "day", "speaker", "text", "edits", "outlet", "title", "published",
    "document", "path", "span", "statement", "family",
)  # fmt: skip
FINDINGS = (
    "id", "check", "message", "explanation", "score", "passages", "outlets", "published", "speakers",
    "documents", "paths", "spans", "reviewed", "author", "note",
)  # fmt: skip
REVIEWS = Event._fields
DATES = ("document", "path", "span", "text", "edtf", "basis")

# Spreadsheets take a cell that begins so for a formula, and a hostile page may print one.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def rendered(document: Document, linked: Linked) -> str:
    """The rows of the statements of a document that is in no record."""
    return "".join(map(LINES["statements"], lines.told(document, linked)))


def _statement(told: Told) -> list[Any]:
    document, statement, inferred, review = told.document, told.statement, told.inferred, told.review
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
        _range(speaker.span) if speaker and speaker.span.start < speaker.span.end else None,
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
        review.verdict if review else None,
        review.author if review else None,
        review.note if review else None,
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


def _family(row: FamilyRow) -> list[Any]:
    shown = lines.family_line(row)
    places = [f"{member.document} {_range(member.span)}" for member in row.family.members]
    shown |= {"text": row.sample, "outlets": "; ".join(row.outlets), "members": "; ".join(places)}
    return [shown[column] for column in FAMILIES]


def _finding(row: FindingRow) -> list[Any]:
    shown = lines.finding_line(row)
    passages, decided = shown["passages"], shown["reviewed"] or {}

    def joined(values: Iterable[str | None]) -> str:
        return " | ".join(value or "" for value in values)

    return [
        *(shown[column] for column in FINDINGS[:5]),
        joined(one["text"] for one in passages),
        joined(one["outlet"] for one in passages),
        joined(one["published"] for one in passages),
        joined((one["speaker"] or {}).get("name") for one in passages),
        joined(one["document"]["id"] for one in passages),
        joined(one["document"]["path"] for one in passages),
        joined(f"{one['span'][0]}:{one['span'][1]}" for one in passages),
        decided.get("verdict"),
        decided.get("author"),
        decided.get("note"),
    ]


def _hop(found: FamilyHop) -> list[Any]:
    hop, cells = found.hop, []
    for document, span in ((found.earlier, hop.earlier_span), (found.later, hop.later_span)):
        published = document.published.edtf if document.published else None
        cells += [
            document.id,
            document.path,
            document.outlet,
            published,
            _range(span),
            span.of(document.text),
        ]
    edits = _edits(hop.edits, found.earlier.text, found.later.text)
    return [found.family, hop.kind, round(hop.score, 4), hop.order, *cells, edits]


def _edits(edits: Iterable[Edit], earlier: str, later: str) -> str:
    """The changes in words: number "12" → "15"; dropped "in May"."""
    sides = ((edit.kind, (edit.earlier.of(earlier), edit.later.of(later))) for edit in edits)
    return "; ".join(
        f"{kind} {' → '.join(_quoted(words) for words in both if words)}" for kind, both in sides
    )


def _quoted(words: str) -> str:
    return f'"{words}"'


def _verified(found: Verified) -> list[list[Any]]:
    """One row a place; one without a place where nothing was found."""
    answer = [found.words, found.answer, found.sentence]
    rows = []
    for stand, shown in zip(found.places, lines.verified_line(found)["places"], strict=True):
        document, who = shown["document"], shown["speaker"] or {}
        rows.append(
            [
                *answer,
                shown["score"],
                shown["day"],
                who.get("name") or who.get("text"),
                shown["text"],
                _edits(stand.edits, stand.document.text, found.words),
                document["outlet"],
                document["title"],
                document["published"],
                document["id"],
                document["path"],
                _range(stand.span),
                shown["statement"],
                shown["family"],
            ]
        )
    return rows or [[*answer, *[None] * (len(VERIFIED) - len(answer))]]


def _range(span: Span) -> str:
    return f"{span.start}:{span.end}"  # with a hyphen a spreadsheet reads a date


def _row(cells: Iterable[Any]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerow([_safe(cell) for cell in cells])
    return out.getvalue()


def _safe(cell: Any) -> Any:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _one(cells: Callable[[Any], Iterable[Any]]) -> Callable[[Any], list[list[Any]]]:
    return lambda thing: [list(cells(thing))]


def _lines(cells: Callable[[Any], list[list[Any]]]) -> Callable[[Any], str]:
    return lambda thing: "".join(map(_row, cells(thing)))


COLUMNS: Mapping[str, tuple[str, ...]] = {
    "statements": STATEMENTS,
    "documents": DOCUMENTS,
    "failures": FAILURES,
    "speakers": SPEAKERS,
    "doubts": DOUBTS,
    "decisions": DECISIONS,
    "dates": DATES,
    "families": FAMILIES,
    "findings": FINDINGS,
    "reviews": REVIEWS,
    "corrections": corrected.CORRECTIONS,
    "hops": HOPS,
    "verified": VERIFIED,
}
# The rows of one thing, cell by cell, under COLUMNS.
ROWS: Mapping[str, Callable[[Any], list[list[Any]]]] = {
    "statements": _one(_statement),
    "documents": _one(_document),
    "failures": _one(tuple),
    "speakers": _one(_speaker),
    "doubts": _one(_doubt),
    "decisions": _one(tuple),
    "dates": _one(_date),
    "families": _one(_family),
    "findings": _one(_finding),
    "reviews": _one(tuple),
    "corrections": _one(corrected.correction_row),
    "hops": _one(_hop),
    "verified": _verified,
}
LINES: Mapping[str, Callable[[Any], str]] = {kind: _lines(cells) for kind, cells in ROWS.items()}
HEADS: Mapping[str, str] = {kind: _row(columns) for kind, columns in COLUMNS.items()}
