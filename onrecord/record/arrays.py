"""Arrays hold one moment of a record: what is added later is in the next, and nothing in one ever changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.model import ACTS, MODES
from onrecord.record import opening, rows
from onrecord.record.base import Base

Ints = NDArray[np.int64]
Small = NDArray[np.int32]
Codes = NDArray[np.uint8]
Mask = NDArray[np.bool_]

UNDATED, LOOSE = -1, -2  # in `Documents.month`
SPEAKER, RELAY, ADDRESSEE = 1, 2, 4  # bits of `Statements.marks`


class Coded(NamedTuple):
    """A column of few values: where each item has its value in `values`; None is unknown."""

    codes: Small
    values: tuple[str | None, ...]

    def among(self, chosen: Sequence[int]) -> Mask:
        """The items whose value stands at one of these positions."""
        mask = np.zeros(len(self.values) + 1, np.bool_)
        mask[list(chosen)] = True
        return mask[self.codes]


@dataclass(frozen=True, slots=True)
class Documents:
    """Every version of every document, in the order of lists: newest first, unknown dates last.

    Attributes:
        row: its row in the record.
        newest: whether it is the last version of its source.
        first, last: the first and last day its date can mean, YYYY-MM-DD as ASCII; empty where unknown.
        month: the position in `months` of the month in which its whole date lies; UNDATED where no date is
            known, LOOSE where it can mean more than one month.
        months: months, YYYY-MM, ascending.
        outlet, language, kind: as `Document`.
        statements, passages: the first rows of its listed reading's, and how many; a first row of 0 is none.
    """

    row: Ints
    newest: Mask
    first: NDArray[np.bytes_]
    last: NDArray[np.bytes_]
    month: Small
    months: tuple[str, ...]
    outlet: Coded
    language: Coded
    kind: Coded
    statements: tuple[Ints, Ints]
    passages: tuple[Ints, Ints]


@dataclass(frozen=True, slots=True)
class Voices:
    """Who makes which statements: pairs in the order of entity, then statement, each but once.

    Attributes:
        entity: the position in `rows` of who speaks, as decided: those that were merged are one.
        statement: the position of the statement.
        member: whether it speaks as a member of several only.
        rows: the rows of the entities that speak, ascending.
        starts: where the pairs of each entity begin, and the number of all pairs at the end.
    """

    entity: Small
    statement: Small
    member: Mask
    rows: Ints
    starts: Ints

    def of(self, row: int) -> Small:
        """The positions of the statements of the entity of this row, in order."""
        return self.statement[self.pairs(row)]

    def first(self, statements: int) -> Small:
        """Of each of so many statements, the entity that speaks, but not as a member; -1 is nobody known."""
        found = np.full(statements, -1, np.int32)
        found[self.statement[~self.member]] = self.entity[~self.member]
        return found

    def pairs(self, row: int) -> slice:
        """Where the pairs of the entity of this row stand."""
        place = int(np.searchsorted(self.rows, row))
        if place == len(self.rows) or self.rows[place] != row:
            return slice(0, 0)
        return slice(int(self.starts[place]), int(self.starts[place + 1]))


@dataclass(frozen=True, slots=True)
class Arrays:
    """What filters compare of every listed statement, in the order of lists: newest first, then of the text.

    Attributes:
        documents: the documents.
        voices: who speaks.
        entities: the rows of all entities that are not merged into another, in the order of their names.
        named: which of these have a name.
        row: the statement's row in the record, ascending.
        document: the position of its document.
        mode, act: positions in MODES and ACTS.
        marks: which of SPEAKER, RELAY and ADDRESSEE it has.
    """

    documents: Documents
    voices: Voices
    entities: Ints
    named: Mask
    row: Ints
    document: Small
    mode: Codes
    act: Codes
    marks: Codes

    def places(self, found: Ints) -> Ints:
        """The positions of the statements with these rows; rows that are not listed are left out."""
        return _places(self.row, found)

    def size(self) -> int:
        """How many bytes the arrays take."""
        d, v = self.documents, self.voices
        parts: list[NDArray[Any]] = [self.row, self.document, self.mode, self.act, self.marks]
        parts += [d.row, d.newest, d.first, d.last, d.month, d.outlet.codes, d.language.codes, d.kind.codes]
        parts += [
            self.entities,
            self.named,
            *d.statements,
            *d.passages,
            v.entity,
            v.statement,
            v.member,
            v.rows,
            v.starts,
        ]
        return sum(part.nbytes for part in parts)


def read(store: Base) -> Arrays:
    """The arrays of an open record as it is now.

    Raises:
        RecordError: the record cannot be read.
    """
    store._flush()
    with opening.guard(store.path), _moment(store):
        documents = _documents(store)
        return _statements(store, documents)


def numbers(store: Base, select: str, *values: Any) -> Ints:
    """The numbers of the one column `n` of a selection, in its order.

    One text of all numbers comes out of SQLite several times as fast as a row for each.

    Raises:
        sqlite3.Error: as SQLite says it.
    """
    [(text,)] = store._connection.execute(f"SELECT group_concat(n, ' ') FROM ({select})", values)
    return np.fromstring(text, np.int64, sep=" ") if text else np.zeros(0, np.int64)


def columns(store: Base, select: str, names: Sequence[str]) -> tuple[Ints, ...]:
    """The numbers of several columns of a selection, each in its order; raises as `numbers`."""
    each = ", ".join(f"group_concat({name}, ' ')" for name in names)
    [texts] = store._connection.execute(f"SELECT {each} FROM ({select})")
    return tuple(np.fromstring(text, np.int64, sep=" ") if text else np.zeros(0, np.int64) for text in texts)


@contextmanager
def _moment(store: Base) -> Iterator[None]:
    """Let all that is read in the block be of one moment, whoever writes meanwhile."""
    if store._connection.in_transaction:
        yield
        return
    store._all("BEGIN")
    try:
        yield
    finally:
        store._all("COMMIT")


def _documents(store: Base) -> Documents:
    found = store._all(_DOCUMENTS)
    columns: list[Sequence[Any]] = list(zip(*found, strict=True)) if found else [()] * 11
    row, newest, first, last, outlet, language, kind = columns[:7]
    month, months = _months(first, last)
    runs = [np.array([number or 0 for number in run], np.int64) for run in columns[7:]]
    return Documents(
        np.array(row, np.int64),
        np.array(newest, np.bool_),
        _ascii(first),
        _ascii(last),
        month,
        months,
        coded([rows.string(value) for value in outlet]),
        coded([rows.string(value) for value in language]),
        coded([rows.string(value) for value in kind]),
        (runs[0], runs[1]),
        (runs[2], runs[3]),
    )


def coded(values: Sequence[str | None]) -> Coded:
    """A column of few values, in the order in which they are met."""
    known: dict[str | None, int] = {}
    codes = np.fromiter((known.setdefault(value, len(known)) for value in values), np.int32, len(values))
    return Coded(codes, tuple(known))


def _months(first: Sequence[str | None], last: Sequence[str | None]) -> tuple[Small, tuple[str, ...]]:
    days = list(zip(first, last, strict=True))
    whole = [a[:7] if a and b and len(a) == len(b) == 10 and a[:7] == b[:7] else None for a, b in days]
    months = sorted({month for month in whole if month})
    place: dict[str | None, int] = {month: number for number, month in enumerate(months)}
    found = [place.get(month, LOOSE if a else UNDATED) for month, (a, _) in zip(whole, days, strict=True)]
    return np.array(found, np.int32), tuple(months)


def _ascii(days: Sequence[str | None]) -> NDArray[np.bytes_]:
    return np.array([(day or "").encode("ascii", "replace") for day in days], np.bytes_)


def _statements(store: Base, documents: Documents) -> Arrays:
    row, code = columns(store, _STATEMENTS, ("row", "code"))
    document, listed = holders(*documents.statements, row)
    row, code = row[listed], code[listed]
    marks = (code & 7).astype(np.uint8)
    mode, act = ((code >> 3) & 15).astype(np.uint8), (code >> 7).astype(np.uint8)
    entities, called = columns(store, _ENTITIES, ("row", "called"))
    who = _voices(store, row), entities, called.astype(np.bool_)
    return Arrays(documents, *who, row, document.astype(np.int32), mode, act, marks)


def holders(first: Ints, count: Ints, found: Ints) -> tuple[Ints, Mask]:
    """In which of several runs of rows rows lie: the positions of the runs, for those that lie in any.

    Args:
        first, count: the first row of each run, and how many rows it has; runs do not overlap.
        found: rows.

    Returns:
        The runs, and a mask of `found` of those that lie in one.
    """
    order = np.argsort(first, kind="stable")
    order = order[count[order] > 0]
    if not len(order):
        return order, np.zeros(len(found), np.bool_)
    place = np.searchsorted(first[order], found, "right") - 1
    own = order[np.maximum(place, 0)]
    inside = (place >= 0) & (found < first[own] + count[own])
    return own[inside], inside


def _voices(store: Base, statements: Ints) -> Voices:
    entity, statement, beside = columns(store, _VOICES, ("entity", "statement", "member"))
    merged = dict(store._all("SELECT row, merged FROM entity WHERE merged IS NOT NULL"))
    known, inverse = np.unique(entity, return_inverse=True)
    roots = np.array([merged.get(row, row) for row in known.tolist()], np.int64)
    entity = roots[inverse] if len(known) else entity
    place = np.searchsorted(statements, statement)
    here = place < len(statements)
    here[here] = statements[place[here]] == statement[here]
    entity, place, member = entity[here], place[here], beside[here].astype(np.bool_)
    # Of two voices of one entity in one statement the speaker's comes before the member's, and stays.
    order = np.lexsort((member, place, entity))
    entity, place, member = entity[order], place[order], member[order]
    fresh = np.ones(len(entity), np.bool_)
    fresh[1:] = (entity[1:] != entity[:-1]) | (place[1:] != place[:-1])
    known, code = np.unique(entity[fresh], return_inverse=True)
    starts = np.append(np.searchsorted(code, np.arange(len(known))), len(code)).astype(np.int64)
    return Voices(code.astype(np.int32), place[fresh].astype(np.int32), member[fresh], known, starts)


def _places(among: Ints, found: Ints) -> Ints:
    place = np.searchsorted(among, found)
    inside = place < len(among)
    place, found = place[inside], found[inside]
    same: Ints = place[among[place] == found]
    return same


def _code(column: str, values: Sequence[str]) -> str:
    # Tests in the order of frequency would be quicker by nothing that can be measured.
    return (
        "+".join(f"{number}*({column} = '{value}')" for number, value in enumerate(values) if number) or "0"
    )


_DOCUMENTS = (
    "SELECT d.row, d.newest, d.first_day, d.last_day, d.outlet, d.language, d.kind, "
    "r.first_statement, r.statements, r.first_passage, r.passages "
    "FROM document d JOIN reading r ON r.row = d.reading ORDER BY d.rank, d.row"
)
_STATEMENTS = (
    f"SELECT row, ((speaker_start IS NOT NULL) + {RELAY} * (via IS NOT NULL) "
    f"+ {ADDRESSEE} * (addressee_start IS NOT NULL) + 8 * ({_code('mode', MODES)}) "
    f"+ 128 * ({_code('act', ACTS)})) AS code FROM statement ORDER BY row"
)
_ENTITIES = (
    "SELECT row, EXISTS (SELECT 1 FROM alias a WHERE a.entity = e.row) AS called FROM entity e "
    "WHERE merged IS NULL ORDER BY name, row"
)
_VOICES = "SELECT entity, statement, part = 'member' AS member FROM voice"
