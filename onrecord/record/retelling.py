"""What repeats what, and whose words they are, is read for many families at once; nothing here is judged."""

from __future__ import annotations

import json
from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple, cast

from onrecord.model import Document, FigureKind, Order, Span, Statement, Voice
from onrecord.record import rows
from onrecord.record.base import Base

_KEPT = 32_000_000  # code points of texts that are kept in mind
_HELD = 200_000  # statements that are kept in mind
_FIGURES = 500  # documents whose mentions are kept in mind
_DAYS = 3  # between publications of what was said at two times: nearer, time zones may have parted them

Interval = tuple[str, str] | None


class Side(NamedTuple):
    """One side of a repetition.

    Attributes:
        document: the row of its document.
        span: the words that the other side has too, or nearly.
        statement: the id of the statement that they stand in.
    """

    document: int
    span: Span
    statement: str


class Repetition(NamedTuple):
    """A hop of a family as it is stored, with what its members are.

    Attributes:
        earlier, later: both sides.
        order: as `Hop.order`.
        one_outlet: whether both texts are one outlet's.
        same: whether their pieces have the same words.
        copies: whether the documents are copies of one another as a whole.
    """

    earlier: Side
    later: Side
    order: Order
    one_outlet: bool
    same: bool
    copies: bool


class Heard(NamedTuple):
    """A statement without its words.

    Attributes:
        row: its number in the record.
        mode: as `Statement.mode`.
        voice: who speaks; empty where nobody is shown.
        said, published: the first and last instant, ISO 8601 in UTC, or None where it is not known.
    """

    row: int
    mode: str
    voice: Voice
    said: Interval
    published: Interval


class Uttered(NamedTuple):
    """A statement and who speaks; the voice is empty where nobody is shown."""

    statement: Statement
    voice: Voice


class Printed(NamedTuple):
    """A document as checks see it.

    Attributes:
        document: with its text; published when it must have been, where it prints no date.
        outlet: the outlet's name or its host, or "".
    """

    document: Document
    outlet: str


class _Stated(NamedTuple):
    """A statement of a document: its number and id, and where its words are if they are own words."""

    row: int
    id: str
    content: str | None


class Retellings:
    """Reads what repeats what in an open record; texts stay in mind while they fit."""

    def __init__(self, store: Base) -> None:
        self._store = store
        self._printed: OrderedDict[int, Printed] = OrderedDict()
        self._size = 0
        self._statements: OrderedDict[int, list[_Stated]] = OrderedDict()
        self._held = 0
        self._figures: OrderedDict[int, list[tuple[str, str]]] = OrderedDict()

    def repetitions(self, families: Sequence[str]) -> Iterator[tuple[str, list[Repetition]]]:
        """The hops of these families between statements that may be of one occasion, as far as days show.

        Older versions of documents are left out; formulas and passages have none.
        """
        wanted = json.dumps(list(families))
        for id, found in groupby(self._store._all(_REPETITIONS, wanted), itemgetter(0)):
            yield id, [_repetition(row) for row in found]

    def heard(self, sides: Iterable[Side]) -> dict[str, Heard]:
        """The statements of these sides by their ids, without their words."""
        wanted: dict[int, set[str]] = defaultdict(set)
        for side in sides:
            wanted[side.document].add(side.statement)
        stated = self._stated(wanted)
        numbers = [one.row for document, ids in wanted.items() for one in stated[document] if one.id in ids]
        found = {}
        for id, row, mode, name, entity, *ends in self._store._all(_HEARD, json.dumps(numbers)):
            said, published = ((a, b) if a and b else None for a, b in (ends[:2], ends[2:]))
            found[rows.string(id)] = Heard(
                row, mode, Voice(rows.string(name) or "", entity or ""), said, published
            )
        return found

    def around(self, sides: Iterable[Side]) -> dict[Side, list[int]]:
        """The rows of other statements in somebody's own words that these sides stand in, shortest first."""
        by_document: dict[int, set[Side]] = defaultdict(set)
        for side in sides:
            by_document[side.document].add(side)
        stand: dict[Side, list[int]] = {}
        for document, several in self._stated(by_document).items():
            own = [(one.row, one.id, _pieces(one.content)) for one in several if one.content]
            for side in by_document[document]:
                stand[side] = _around(side, own)
        return stand

    def uttered(self, statements: Iterable[int]) -> dict[int, Uttered]:
        """The statements of these rows with who speaks."""
        found = {}
        for row, document, name, entity, *values in self._store._all(_UTTERED, json.dumps(list(statements))):
            statement = rows.to_statement(values, rows.string(document))
            known = statement.speaker.name if statement.speaker else None
            found[row] = Uttered(statement, Voice(rows.string(name) or known or "", entity or ""))
        return found

    def printed(self, row: int) -> Printed:
        """The document of this row."""
        found = self._printed.get(row)
        if found is None:
            found = self._printed[row] = self._read(row)
            self._size += len(found.document.text)
            while self._size > _KEPT and len(self._printed) > 1:
                _, old = self._printed.popitem(last=False)
                self._size -= len(old.document.text)
        else:
            self._printed.move_to_end(row)
        return found

    def mentions(self, row: int, span: Span) -> list[tuple[Span, FigureKind]]:
        """The places that denote somebody named and touch a span of the document of this row, in order."""
        figures = self._figures.get(row)
        if figures is None:
            if len(self._figures) >= _FIGURES:
                self._figures.popitem(last=False)
            figures = self._figures[row] = self._store._all(_MENTIONS, row)
        return sorted(
            (Span(start, end), cast(FigureKind, kind))
            for kind, found in figures
            for start, end, _ in json.loads(found)
            if start < span.end and span.start < end
        )

    def _stated(self, documents: Iterable[int]) -> dict[int, list[_Stated]]:
        """The statements of documents, each document's read once while they fit."""
        wanted = list(documents)
        found = {row: self._statements[row] for row in wanted if row in self._statements}
        new: dict[int, list[_Stated]] = {row: [] for row in wanted if row not in found}
        for document, *values in self._store._all(_STATED, json.dumps(list(new))):
            new[document].append(_Stated(values[0], rows.string(values[1]), values[2]))
        for row, several in new.items():
            self._statements[row] = several
            self._held += len(several)
        while self._held > _HELD and self._statements:
            _, old = self._statements.popitem(last=False)
            self._held -= len(old)
        return found | new

    def _read(self, row: int) -> Printed:
        [values] = self._store._all(_PRINTED, row)
        inferred, text, host = rows.to_said(values[:6]), rows.string(values[6]), rows.string(values[7])
        document = rows.to_document(values[8:], text)
        if document.published is None and inferred:
            document = replace(document, published=inferred.when)
        return Printed(document, document.outlet or host or "")


def _repetition(row: Sequence[Any]) -> Repetition:
    _, order, one_outlet, same, copies, *values = row
    one, other = values[:4], values[4:]
    earlier, later = (Side(v[0], Span(v[1], v[2]), rows.string(v[3])) for v in (one, other))
    return Repetition(earlier, later, cast(Order, order), bool(one_outlet), bool(same), bool(copies))


def _pieces(content: str) -> list[tuple[int, int]]:
    """The spans of a statement's content, which is mostly one."""
    if content.count("[") == 2:
        start, _, end = content[2:-2].partition(",")
        return [(int(start), int(end))]
    return [(start, end) for start, end in json.loads(content)]


def _around(side: Side, statements: Sequence[tuple[int, str, list[tuple[int, int]]]]) -> list[int]:
    start, end = side.span
    found = []
    for row, id, pieces in statements:
        if (
            pieces[0][0] <= start < end <= pieces[-1][1]
            and id != side.statement
            and any(first <= start and end <= last for first, last in pieces)
        ):
            found.append((pieces[-1][1] - pieces[0][0], row))
    return [row for _, row in sorted(found)]


_REPETITIONS = (
    "SELECT f.id, h.basis, coalesce(c.outlet, c.host) IS coalesce(d.outlet, d.host), a.wording = b.wording, "
    "a.report = b.report, "
    "a.document, h.earlier_start, h.earlier_end, a.statement, b.document, h.later_start, h.later_end, "
    "b.statement FROM json_each(?) j CROSS JOIN family f ON f.id = j.value "
    "CROSS JOIN hop h ON h.family = f.row "
    "CROSS JOIN member a ON a.family = f.row AND a.number = h.earlier "
    "CROSS JOIN member b ON b.family = f.row AND b.number = h.later "
    "CROSS JOIN document c ON c.row = a.document CROSS JOIN document d ON d.row = b.document "
    "WHERE f.kind = 'statement' AND a.statement IS NOT NULL AND b.statement IS NOT NULL "
    "AND c.newest AND d.newest AND NOT (h.basis = 'said' "
    f"AND abs(julianday(c.first_day) - julianday(d.first_day)) > {_DAYS}) "
    "ORDER BY j.key, h.later, h.earlier, h.earlier_start"
)
_WHO = (
    "LEFT JOIN voice v ON v.statement = s.row AND v.part = 'speaker' "
    "LEFT JOIN entity e ON e.row = v.entity LEFT JOIN entity o ON o.row = coalesce(e.merged, e.row)"
)
_HEARD = (
    "SELECT s.id, s.row, s.mode, coalesce(o.name, s.speaker_name), o.id, s.said_earliest, s.said_latest, "
    "coalesce(d.published_earliest, r.inferred_earliest), coalesce(d.published_latest, r.inferred_latest) "
    "FROM json_each(?) j CROSS JOIN statement s ON s.row = j.value "
    f"CROSS JOIN document d ON d.row = s.document CROSS JOIN reading r ON r.row = d.reading {_WHO}"
)
_STATED = (
    "SELECT d.row, s.row, s.id, CASE WHEN s.mode IN ('turn', 'direct', 'mixed') THEN s.content END "
    "FROM json_each(?) j CROSS JOIN document d ON d.row = j.value "
    "CROSS JOIN reading r ON r.row = d.reading CROSS JOIN statement s "
    "ON s.row >= r.first_statement AND s.row < r.first_statement + r.statements"
)
_UTTERED = (
    f"SELECT s.row, d.id, o.name, o.id, {rows.STATEMENT} FROM json_each(?) j "
    f"CROSS JOIN statement s ON s.row = j.value CROSS JOIN document d ON d.row = s.document {_WHO}"
)
_PRINTED = (
    f"SELECT {rows.INFERRED}, t.text, d.host, {rows.DOCUMENT} FROM document d "
    "JOIN text t ON t.document = d.row JOIN reading r ON r.row = d.reading WHERE d.row = ?"
)
_MENTIONS = (
    "SELECT f.kind, f.mentions FROM document d CROSS JOIN figure f ON f.reading = d.reading "
    "WHERE d.row = ? AND f.name IS NOT NULL"
)
