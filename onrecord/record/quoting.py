"""Where given words may stand is asked for with bounds: no word is so common that it costs without end."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Any, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from onrecord.model import Document, FamilyKind, Said, Span, Statement
from onrecord.record import opening, rows
from onrecord.record.base import Base
from onrecord.record.search import folded, phrase
from onrecord.record.speaking import Told, Voices

_END = itemgetter(1)
_KEPT = 32_000_000  # code points of documents that are kept in mind
_KEPT_KEYS = 2000  # parts of lists of keys that are: some 32 MB


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


class Text(NamedTuple):
    """A document as it is looked through.

    Attributes:
        document: the document.
        inferred: when it must have been published, where no date is printed.
        unsaid: page furniture and the labels of turns, in order.
    """

    document: Document
    inferred: Said | None
    unsaid: tuple[tuple[int, int], ...]

    def said(self, span: Span) -> str:
        """A part of the text, of the same length, with white space for what nobody says."""
        found: list[str] = []
        at = span.start
        for start, end in self.unsaid[bisect_left(self.unsaid, span.start, key=_END) :]:
            if start >= span.end:
                break
            start, end = max(start, span.start), min(end, span.end)
            found += (self.document.text[at:start], " " * (end - start))
            at = end
        return "".join((*found, self.document.text[at : span.end]))


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


class Places:
    """Looks up places in an open record, and keeps the texts it met in mind; for the thread that opened it.

    Every method raises RecordError where the file cannot be read.
    """

    def __init__(self, store: Base) -> None:
        self._store = store
        self._voices = Voices(store._connection)
        self._keys = _Keys()
        self._texts: OrderedDict[int, Text] = OrderedDict()
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

    def holders(self, keys: NDArray[np.uint32], most: int) -> list[list[int]]:
        """For each of these keys, which must be sorted, wordings that have it: about `most` where many do."""
        runs = self._keys.runs(self._store)
        low = np.searchsorted(keys, runs[:, 1])
        high = np.searchsorted(keys, runs[:, 2], "right")
        found: list[set[int]] = [set() for _ in keys]
        for n in np.flatnonzero(low < high).tolist():
            row, asked = int(runs[n, 0]), range(int(low[n]), int(high[n]))
            part = self._keys.part(self._store, row)
            first = np.searchsorted(part, keys[asked]).tolist()
            last = np.searchsorted(part, keys[asked], "right").tolist()
            for key, start, end in zip(asked, first, last, strict=True):
                if start < end and len(found[key]) < most:
                    some = self._store._all(_HELD, 8 * start + 1, 8 * min(end - start, most), row)[0][0]
                    found[key].update(np.frombuffer(some, "<i8").tolist())
        return [sorted(some) for some in found]

    def one_of_each(self, wordings: Iterable[int]) -> list[Spot]:
        """One place of each wording, in their order."""
        asked = list(wordings)
        found = {
            wording: Spot(document, Span(start, end), wording)
            for wording, document, start, end in self._store._all(_ONE_OF_EACH, json.dumps(asked))
        }
        return [found[wording] for wording in asked if wording in found]

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
        return {
            row: About(rows.string(id), rows.string(source), rows.string(digest), bool(newest), first, last)
            for row, id, source, digest, newest, first, last in self._store._all(
                _ABOUT, json.dumps(list(documents))
            )
        }

    def text(self, row: int) -> Text:
        """The document of this row."""
        kept = self._texts.get(row)
        if kept is not None:
            self._texts.move_to_end(row)
            return kept
        [found] = self._store._all(_WHOLE, row)
        document = rows.to_document(found[7:], rows.string(found[6]))
        parts = tuple(self._store._all(_FURNITURE, row))
        inferred = None if document.published else rows.to_said(found[:6])
        kept = self._texts[row] = Text(document, inferred, parts)
        self._size += len(document.text)
        while self._size > _KEPT and len(self._texts) > 1:
            _, old = self._texts.popitem(last=False)
            self._size -= len(old.document.text)
        return kept

    def statements(self, row: int, span: Span) -> list[Statement]:
        """The statements of a document whose words reach into a span, in the order of the text."""
        document = self.text(row).document
        found = self._store._all(_STATEMENTS, row, span.end, span.start)
        return [rows.to_statement(values, document.id) for values in found]

    def told(self, row: int, statement: Statement) -> Told:
        """What is known about a statement of the document of this row."""
        document, inferred, _ = self.text(row)
        with opening.guard(self._store.path):
            return self._voices.told(row, document, statement, inferred)

    def kin(self, row: int, span: Span) -> list[Kin]:
        """The families of members that reach into a span of a document; what most report comes first."""
        return [
            Kin(family, id, cast(FamilyKind, kind), documents, reports, Span(start, end), report)
            for family, id, kind, documents, reports, start, end, report in self._store._all(
                _KIN, row, span.end, span.start
            )
        ]

    def wordings(self, family: int, most: int) -> list[int]:
        """The wordings of the members of a family, those with the smallest numbers first."""
        return [wording for (wording,) in self._store._all(_WORDINGS, family, most)]

    def reports(self, documents: Iterable[int], families: Iterable[int]) -> dict[int, tuple[int, int]]:
        """Documents with a family that has a member there and, as `Member.report`, which report they are."""
        found = self._store._all(_REPORTS, json.dumps(list(documents)), json.dumps(list(families)))
        return {document: (family, report) for document, family, report in found}


class _Keys:
    """The lists of keys as they were read last, for as long as nobody writes."""

    def __init__(self) -> None:
        self._state: tuple[int, int] | None = None
        self._runs = np.zeros((0, 3), dtype=np.int64)
        self._parts: OrderedDict[int, NDArray[np.uint32]] = OrderedDict()

    def runs(self, store: Base) -> NDArray[np.int64]:
        """The row, the first and the last key of every part."""
        state = store._all("PRAGMA data_version")[0][0], store._connection.total_changes
        if state != self._state:
            self._state = state
            self._runs = np.array(store._all(_RUNS), dtype=np.int64).reshape(-1, 3)
            self._parts.clear()
        return self._runs

    def part(self, store: Base, row: int) -> NDArray[np.uint32]:
        """The keys of a part."""
        kept = self._parts.pop(row, None)
        if kept is None:
            kept = np.frombuffer(store._all(_KEYS, row)[0][0], "<u4")
            if len(self._parts) >= _KEPT_KEYS:
                self._parts.popitem(last=False)
        self._parts[row] = kept
        return kept


def _plain(words: str) -> str:
    """Words as the index compares them, with nothing in them that its language of queries knows."""
    return " ".join(folded(words))


def _spots(found: Iterable[Any]) -> list[Spot]:
    return [Spot(document, Span(start, end)) for document, start, end in found]


_PHRASE = (
    "SELECT p.document, p.span_start, p.span_end FROM passage_words "
    "CROSS JOIN passage p ON p.row = passage_words.rowid CROSS JOIN document d ON d.row = p.document "
    "WHERE passage_words MATCH ? AND p.reading = d.reading AND p.kind != 'furniture' "
    "ORDER BY passage_words.rowid {} LIMIT ?"
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
    "WHERE d.row = ? AND NOT EXISTS (SELECT 1 FROM reviewed v WHERE v.statement = s.row "
    "AND v.verdict = 'rejected') AND json_extract(s.content, '$[0][0]') < ? "
    "AND json_extract(s.content, '$[#-1][1]') > ? ORDER BY s.row"
)
_FURNITURE = (
    "SELECT iif(p.kind = 'furniture', p.span_start, p.label_start), "
    "iif(p.kind = 'furniture', p.span_end, p.label_end) FROM document d "
    "JOIN reading r ON r.row = d.reading "
    "JOIN passage p ON p.row >= r.first_passage AND p.row < r.first_passage + r.passages "
    "WHERE d.row = ? AND (p.kind = 'furniture' OR p.label_start >= p.span_start) ORDER BY p.row"
)
_KIN = (
    "SELECT f.row, f.id, f.kind, f.documents, f.reports, m.span_start, m.span_end, m.report "
    "FROM member m JOIN family f ON f.row = m.family "
    "WHERE m.document = ?1 AND m.span_start < ?2 AND m.span_end > ?3 ORDER BY f.reports DESC, f.id"
)
_WORDINGS = "SELECT DISTINCT wording FROM member WHERE family = ? ORDER BY number LIMIT ?"
_REPORTS = (
    "SELECT DISTINCT m.document, m.family, m.report FROM json_each(?1) j "
    "CROSS JOIN member m ON m.document = j.value WHERE m.family IN (SELECT value FROM json_each(?2))"
)
_RUNS = "SELECT row, first, last FROM key_run ORDER BY run, first"
_KEYS = "SELECT keys FROM key_run WHERE row = ?"
_HELD = "SELECT substr(wordings, ?, ?) FROM key_run WHERE row = ?"
_ONE_OF_EACH = (
    "SELECT p.wording, min(p.document), p.span_start, p.span_end FROM json_each(?) j "
    "CROSS JOIN piece p ON p.wording = j.value GROUP BY p.wording"
)
