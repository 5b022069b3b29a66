"""Where given words may stand is asked for with bounds: no word is so common that it costs without end."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, cast

from onrecord.model import Document, FamilyKind, Said, Span, Statement
from onrecord.record import opening, rows
from onrecord.record.base import Base
from onrecord.record.search import folded, phrase
from onrecord.record.speaking import Told, Voices

_KEPT = 16_000_000  # code points of documents that are kept in mind


class Spot(NamedTuple):
    """A passage, or a piece of one, in which words may stand.

    Attributes:
        document: the row of its document.
        span: where, in code points of the document's text.
        wording: the digest of its words, where it is a piece that was traced.
    """

    document: int
    span: Span
    wording: int | None = None


class About(NamedTuple):
    """What tells a document from others, without its text.

    Attributes:
        id, source, digest: as `Document`.
        newest: whether it is the last version of its source.
        first, last: the first and last instant at which it can have been published (inferred where none is
            printed), ISO 8601 in UTC, or None.
    """

    id: str
    source: str
    digest: str
    newest: bool
    first: str | None
    last: str | None


class Kin(NamedTuple):
    """A family of which a member lies at a place.

    Attributes:
        row: its number in the record.
        id, kind: as `Family`.
        documents, reports: how many documents; the same, copies of one whole document counted once.
        span: the member.
        report: the member's, as `Member.report`.
    """

    row: int
    id: str
    kind: FamilyKind
    documents: int
    reports: int
    span: Span
    report: int


class Relative(NamedTuple):
    """A member of a family: the row of its document, where, in which wording, and as `Member.report`."""

    document: int
    span: Span
    wording: int
    report: int


class Places:
    """Looks up places in an open record, and keeps the texts it met in mind; for the thread that opened it.

    Every method raises RecordError where the file cannot be read.
    """

    def __init__(self, store: Base) -> None:
        self._store = store
        self._voices = Voices(store._connection)
        self._texts: OrderedDict[int, tuple[Document, Said | None]] = OrderedDict()
        self._size = 0

    def phrase(self, words: str, limit: int) -> list[Spot]:
        """Passages in which these words stand in this order: the newest `limit`, and the oldest as many."""
        match = phrase("words", _plain(words))
        if match is None:
            return []
        found = self._store._all(_PHRASE.format(""), match, limit)
        if len(found) == limit:
            found += self._store._all(_PHRASE.format("DESC"), match, limit)
        return _spots(dict.fromkeys(found))

    def together(self, words: Sequence[str], limit: int) -> list[Spot]:
        """The newest `limit` passages that have all these words, in any order."""
        parts = [part for word in words if (part := phrase("words", _plain(word)))]
        return _spots(self._store._all(_PHRASE.format(""), " AND ".join(parts), limit)) if parts else []

    def pieces(self, wordings: Iterable[int], each: int) -> list[Spot]:
        """The places of wordings: of each the `each` that were published first, unknown dates last."""
        found: list[Spot] = []
        for wording in wordings:
            for document, start, end in self._store._all(_PIECES, wording, each):
                found.append(Spot(document, Span(start, end), wording))
        return found

    def holding(self, wordings: Iterable[int]) -> list[int]:
        """The rows of all documents that have one of these wordings."""
        return [row for (row,) in self._store._all(_HOLDING, json.dumps(list(wordings)))]

    def about(self, documents: Iterable[int]) -> dict[int, About]:
        """What is known of documents, by their rows."""
        found = self._store._all(_ABOUT, json.dumps(list(documents)))
        return {
            row: About(*map(rows.string, names), bool(newest), first, last)
            for row, *names, newest, first, last in found
        }

    def document(self, row: int) -> tuple[Document, Said | None]:
        """A document, and when it must have been published where no date is printed."""
        kept = self._texts.get(row)
        if kept is not None:
            self._texts.move_to_end(row)
            return kept
        [found] = self._store._all(_WHOLE, row)
        document = rows.to_document(found[7:], rows.string(found[6]))
        kept = self._texts[row] = document, None if document.published else rows.to_said(found[:6])
        self._size += len(kept[0].text)
        while self._size > _KEPT and len(self._texts) > 1:
            _, (old, _) = self._texts.popitem(last=False)
            self._size -= len(old.text)
        return kept

    def statements(self, row: int, span: Span) -> list[Statement]:
        """The statements of a document whose words reach into a span, in the order of the text."""
        document, _ = self.document(row)
        found = self._store._all(_STATEMENTS, row, span.end, span.start)
        return [rows.to_statement(values, document.id) for values in found]

    def told(self, row: int, statement: Statement) -> Told:
        """What is known about a statement of the document of this row."""
        document, inferred = self.document(row)
        with opening.guard(self._store.path):
            return self._voices.told(row, document, statement, inferred)

    def furniture(self, row: int, span: Span) -> list[Span]:
        """What of a span is page furniture, or the printed label of a turn."""
        found: list[Span] = []
        for start, end, kind, first, last in self._store._all(_FURNITURE, row, span.end, span.start):
            if kind == "furniture":
                found.append(Span(start, end))
            elif first is not None and start <= first:
                found.append(Span(first, last))
        return found

    def kin(self, row: int, span: Span) -> list[Kin]:
        """The families of members that reach into a span of a document; what most report comes first."""
        return [
            Kin(family, id, cast(FamilyKind, kind), documents, reports, Span(start, end), report)
            for family, id, kind, documents, reports, start, end, report in self._store._all(
                _KIN, row, span.end, span.start
            )
        ]

    def relatives(self, family: int, limit: int) -> list[Relative]:
        """The members of a family, the earliest first, no more than `limit`."""
        return [
            Relative(document, Span(start, end), wording, report)
            for document, start, end, wording, report in self._store._all(_RELATIVES, family, limit)
        ]


def _plain(words: str) -> str:
    """Words as the index compares them, with nothing in them that its language of queries knows."""
    return " ".join(folded(words))


def _spots(found: Iterable[Any]) -> list[Spot]:
    return [Spot(document, Span(start, end)) for document, start, end in found]


_PHRASE = (
    "SELECT p.document, p.span_start, p.span_end FROM passage_words "
    "CROSS JOIN passage p ON p.row = passage_words.rowid CROSS JOIN document d ON d.row = p.document "
    "WHERE passage_words MATCH ? AND p.reading = d.reading ORDER BY passage_words.rowid {} LIMIT ?"
)
_PIECES = (
    "SELECT p.document, p.span_start, p.span_end FROM piece p CROSS JOIN document d ON d.row = p.document "
    "JOIN reading r ON r.row = d.reading WHERE p.wording = ? "
    "ORDER BY ifnull(coalesce(d.published_latest, r.inferred_latest), '~'), d.id, p.span_start LIMIT ?"
)
_HOLDING = "SELECT DISTINCT document FROM piece WHERE wording IN (SELECT value FROM json_each(?))"
_ABOUT = (
    "SELECT d.row, d.id, d.source, d.digest, d.newest, coalesce(d.published_earliest, r.inferred_earliest), "
    "coalesce(d.published_latest, r.inferred_latest) FROM json_each(?) j CROSS JOIN document d "
    "ON d.row = j.value JOIN reading r ON r.row = d.reading"
)
_WHOLE = (
    f"SELECT {rows.INFERRED}, t.text, {rows.DOCUMENT} FROM document d JOIN text t ON t.document = d.row "
    "JOIN reading r ON r.row = d.reading WHERE d.row = ?"
)
_STATEMENTS = (
    f"SELECT {rows.STATEMENT} FROM document d JOIN reading r ON r.row = d.reading "
    "JOIN statement s ON s.row >= r.first_statement AND s.row < r.first_statement + r.statements "
    "WHERE d.row = ? AND json_extract(s.content, '$[0][0]') < ? "
    "AND json_extract(s.content, '$[#-1][1]') > ? ORDER BY s.row"
)
_FURNITURE = (
    "SELECT p.span_start, p.span_end, p.kind, p.label_start, p.label_end FROM document d "
    "JOIN reading r ON r.row = d.reading "
    "JOIN passage p ON p.row >= r.first_passage AND p.row < r.first_passage + r.passages "
    "WHERE d.row = ? AND p.span_start < ? AND p.span_end > ? "
    "AND (p.kind = 'furniture' OR p.label_start IS NOT NULL) ORDER BY p.row"
)
_KIN = (
    "SELECT f.row, f.id, f.kind, f.documents, f.reports, m.span_start, m.span_end, m.report "
    "FROM member m JOIN family f ON f.row = m.family "
    "WHERE m.document = ?1 AND m.span_start < ?2 AND m.span_end > ?3 ORDER BY f.reports DESC, f.id"
)
_RELATIVES = (
    "SELECT document, span_start, span_end, wording, report FROM member WHERE family = ? "
    "ORDER BY number LIMIT ?"
)
