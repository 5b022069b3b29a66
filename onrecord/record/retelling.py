"""What repeats what, and whose words they are, is read for many families at once; nothing here is judged."""

from __future__ import annotations

import json
from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import blake2b
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple, cast

from onrecord.model import Document, FigureKind, Order, Span, Statement, Voice
from onrecord.record import rows
from onrecord.record.base import Base

_KEPT = 32_000_000  # code points of texts that are kept in mind


class Side(NamedTuple):
    """One side of a repetition.

    Attributes:
        document: the row of its document.
        span: the words that the other side has too, or nearly.
        statement: the id of the statement that they stand in, or None.
        report: as `Member.report`.
        wording: a digest of the words of the piece that they stand in.
    """

    document: int
    span: Span
    statement: str | None
    report: int
    wording: int


class Repetition(NamedTuple):
    """A hop of a family as it is stored, with what its members are."""

    family: str
    earlier: Side
    later: Side
    order: Order


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


class Retellings:
    """Reads what repeats what in an open record; texts stay in mind while they fit."""

    def __init__(self, store: Base) -> None:
        self._store = store
        self._printed: OrderedDict[int, Printed] = OrderedDict()
        self._size = 0

    def signs(self) -> dict[str, str]:
        """A sign for each family of statements, by its id: another one as soon as a member or hop is."""
        digests: dict[str, Any] = {}
        for command in (_MEMBERS, _HOPS):
            for id, found in groupby(self._store._all(command), itemgetter(0)):
                digest = digests.setdefault(id, blake2b(digest_size=8))
                digest.update(repr([row[1:] for row in found]).encode())
        return {id: digest.hexdigest() for id, digest in digests.items()}

    def repetitions(self, families: Sequence[str]) -> Iterator[tuple[str, list[Repetition]]]:
        """The hops of these families; older versions, formulas and passages have none."""
        wanted = json.dumps(list(families))
        for id, found in groupby(self._store._all(_REPETITIONS, wanted), itemgetter(0)):
            yield id, [_repetition(row) for row in found]

    def uttered(self, sides: Iterable[Side]) -> dict[Side, list[Uttered]]:
        """For each side the statements that it stands in, with who speaks: the member's own, then the outer.

        Sides that stand in none are left out.
        """
        by_document: dict[int, set[Side]] = defaultdict(set)
        for side in sides:
            if side.statement:
                by_document[side.document].add(side)
        stand: dict[Side, list[int]] = {}
        here = json.dumps(list(by_document))
        own = json.dumps(sorted({str(s.statement) for found in by_document.values() for s in found}))
        for document, found in groupby(self._store._all(_CONTENTS, here, own), itemgetter(0)):
            statements = [(row, rows.string(id), _pieces(content)) for _, row, id, content in found]
            for side in by_document[document]:
                stand[side] = _around(side, statements)
        wanted = json.dumps(sorted({row for some in stand.values() for row in some}))
        uttered = {}
        for row, document, name, entity, *values in self._store._all(_UTTERED, wanted):
            statement = rows.to_statement(values, rows.string(document))
            known = statement.speaker.name if statement.speaker else None
            uttered[row] = Uttered(statement, Voice(rows.string(name) or known or "", entity or ""))
        return {side: [uttered[row] for row in some] for side, some in stand.items() if some}

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

    def mentions(self, row: int) -> list[tuple[Span, FigureKind]]:
        """The spans of the document of this row that denote somebody named, in order, with the kind."""
        return sorted(
            (Span(start, end), cast(FigureKind, kind))
            for kind, found in self._store._all(_MENTIONS, row)
            for start, end, _ in json.loads(found)
        )

    def _read(self, row: int) -> Printed:
        [values] = self._store._all(_PRINTED, row)
        inferred, text, host = rows.to_said(values[:6]), rows.string(values[6]), rows.string(values[7])
        document = rows.to_document(values[8:], text)
        if document.published is None and inferred:
            document = replace(document, published=inferred.when)
        return Printed(document, document.outlet or host or "")


def _pieces(content: str) -> list[tuple[int, int]]:
    """The spans of a statement's content, which is mostly one."""
    if content.count("[") == 2:
        start, _, end = content[2:-2].partition(",")
        return [(int(start), int(end))]
    return [(start, end) for start, end in json.loads(content)]


def _around(side: Side, statements: Sequence[tuple[int, str, list[tuple[int, int]]]]) -> list[int]:
    """The rows of the statements that a side stands in, the member's own first, then the shortest."""
    start, end = side.span
    found = []
    for row, id, pieces in statements:
        if id == side.statement:
            found.append((-1, row))
        elif pieces[0][0] <= start < end <= pieces[-1][1] and _inside(side.span, pieces):
            found.append((pieces[-1][1] - pieces[0][0], row))
    return [row for _, row in sorted(found)]


def _inside(span: Span, pieces: Sequence[tuple[int, int]]) -> bool:
    return any(start <= span.start and span.end <= end for start, end in pieces)


def _repetition(row: Sequence[Any]) -> Repetition:
    id, basis, *values = row
    one, other = values[:6], values[6:]
    earlier, later = (Side(v[0], Span(v[1], v[2]), rows.string(v[3]), v[4], v[5]) for v in (one, other))
    return Repetition(id, earlier, later, cast(Order, basis))


_MEMBERS = (
    "SELECT f.id, m.document, m.span_start, m.span_end, m.statement, m.report, m.wording, d.reading, "
    "d.newest "
    "FROM family f JOIN member m ON m.family = f.row JOIN document d ON d.row = m.document "
    "WHERE f.kind = 'statement' ORDER BY f.row, m.number"
)
_HOPS = (
    "SELECT f.id, h.earlier, h.later, h.earlier_start, h.earlier_end, h.later_start, h.later_end, h.basis "
    "FROM family f JOIN hop h ON h.family = f.row WHERE f.kind = 'statement' "
    "ORDER BY f.row, h.later, h.earlier, h.earlier_start"
)
_REPETITIONS = (
    "SELECT f.id, h.basis, a.document, h.earlier_start, h.earlier_end, a.statement, a.report, a.wording, "
    "b.document, h.later_start, h.later_end, b.statement, b.report, b.wording "
    "FROM json_each(?) j CROSS JOIN family f ON f.id = j.value CROSS JOIN hop h ON h.family = f.row "
    "CROSS JOIN member a ON a.family = f.row AND a.number = h.earlier "
    "CROSS JOIN member b ON b.family = f.row AND b.number = h.later "
    "CROSS JOIN document c ON c.row = a.document CROSS JOIN document d ON d.row = b.document "
    "WHERE f.kind = 'statement' AND c.newest AND d.newest "
    "ORDER BY j.key, h.later, h.earlier, h.earlier_start"
)
_CONTENTS = (
    "SELECT d.row, s.row, s.id, s.content FROM json_each(?) j CROSS JOIN document d ON d.row = j.value "
    "CROSS JOIN reading r ON r.row = d.reading CROSS JOIN statement s "
    "ON s.row >= r.first_statement AND s.row < r.first_statement + r.statements "
    "WHERE s.mode IN ('turn', 'direct', 'mixed') OR s.id IN (SELECT value FROM json_each(?))"
)
_UTTERED = (
    f"SELECT s.row, d.id, o.name, o.id, {rows.STATEMENT} FROM json_each(?) j "
    "CROSS JOIN statement s ON s.row = j.value CROSS JOIN document d ON d.row = s.document "
    "LEFT JOIN voice v ON v.statement = s.row AND v.part = 'speaker' "
    "LEFT JOIN entity e ON e.row = v.entity LEFT JOIN entity o ON o.row = coalesce(e.merged, e.row)"
)
_PRINTED = (
    f"SELECT {rows.INFERRED}, t.text, d.host, {rows.DOCUMENT} FROM document d "
    "JOIN text t ON t.document = d.row JOIN reading r ON r.row = d.reading WHERE d.row = ?"
)
_MENTIONS = (
    "SELECT f.kind, f.mentions FROM document d CROSS JOIN figure f ON f.reading = d.reading "
    "WHERE d.row = ? AND f.name IS NOT NULL"
)
