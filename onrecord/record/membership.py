"""What is known of families is of one version of the record's file; who asks is told when that is old."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter

import numpy as np

from onrecord.record import opening, rows
from onrecord.record.arrays import Ints, Mask, columns
from onrecord.record.base import Base
from onrecord.record.masks import Masks

MOST = 32  # questions about rows of families whose answers are kept
REST = 10  # what changes is read anew for at most one second in so many


@dataclass(frozen=True, slots=True)
class Membership:
    """The members of all families, in the order of families and members.

    Attributes:
        family: the row of the family.
        passage: the row of the passage in which the member begins.
        statement: the row of the listed statement that the member is; 0 where it is none.
        words: the member's words as UTF-8, lone surrogates too.
        last: the largest row of a family that is known here.
        rows: the rows of families that were asked for lately, by what was asked.
        masks: which members begin in passages with words that were asked for.
    """

    family: Ints
    passage: Ints
    statement: Ints
    words: Sequence[bytes]
    last: int
    rows: dict[tuple[object, ...], Ints] = field(default_factory=dict)
    masks: Masks = field(default_factory=Masks)

    def having(self, words: str, passages: Callable[[], Ints]) -> Mask:
        """The members that begin in passages which have these words: `passages` gives their rows in order."""

        def ask() -> Mask:
            return _among(self.passage, passages())

        return self.masks.get(("words", words), len(self.family), ask)

    def among(self, statements: Ints) -> Mask:
        """The members that are one of these statements, whose rows are given in order."""
        return _among(self.statement, statements)

    def kept(self, key: tuple[object, ...], ask: Callable[[], Ints]) -> Ints:
        """The rows that `ask` gave before for this question, or gives."""
        found = self.rows.get(key)
        if found is None:
            if len(self.rows) >= MOST:
                self.rows.clear()
            found = self.rows[key] = ask()
        return found


class Members:
    """Keeps what is known of the members of a record's families; safe to share between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: Membership | None = None
        self._version = -1
        self._cost = 0.0  # seconds
        self._ended = 0.0

    def latest(self, store: Base, version: int) -> tuple[Membership, bool]:
        """What is known of the record's families, and whether the file changed since.

        Args:
            store: the record, open.
            version: of its file now.

        Raises:
            RecordError: the record cannot be read.
        """
        with self._lock:
            rested = time.monotonic() - self._ended > REST * self._cost
            if self._known is None or (version != self._version and rested):
                began = time.monotonic()
                with opening.guard(store.path):
                    last = store._all("SELECT coalesce(max(row), 0) FROM family")[0][0]
                    self._known = _read(store, last)
                self._version, self._ended = version, time.monotonic()
                self._cost = self._ended - began
            return self._known, version != self._version


def _read(store: Base, last: int) -> Membership:
    family, *spots = columns(store, _MEMBERS, ("family", "document", "span_start", "span_end"))
    row, *begins = columns(store, _PASSAGES, ("row", "document", "span_start"))
    key = _key(begins[0], begins[1])
    order = np.argsort(key, kind="stable")
    place = np.searchsorted(key[order], _key(spots[0], spots[1]), "right") - 1
    passage = row[order[np.maximum(place, 0)]] if len(row) else np.zeros(len(family), np.int64)
    return Membership(family, passage, _statements(store), _words(store, np.column_stack(spots)), last)


def _among(numbers: Ints, found: Ints) -> Mask:
    """Which of some numbers are among others, which are given in order."""
    place = np.searchsorted(found, numbers)
    mask: Mask = place < len(found)
    mask[mask] = found[place[mask]] == numbers[mask]
    return mask


def _key(document: Ints, start: Ints) -> Ints:
    """Documents and code points of them as one number each."""
    key: Ints = (document << 32) + start
    return key


def _statements(store: Base) -> Ints:
    """Of each member the row of the listed statement that it is."""
    [(said,)], [(rows, ids)] = store._all(_IDS), store._all(_STATEMENTS)
    if not said or not ids:
        return np.zeros(said.count(",") + 1 if said else 0, np.int64)
    listed = dict(zip(ids.split(), map(int, rows.split()), strict=True))
    return np.array([listed.get(id, 0) for id in said.split(",")], np.int64)


def _words(store: Base, places: Ints) -> list[bytes]:
    """The words at these places: document, first code point, and the one after the last."""
    words = [b""] * len(places)
    known: dict[bytes, bytes] = {}  # most are copies of others
    order = np.argsort(places[:, 0], kind="stable")
    spots = zip(order.tolist(), *places[order].T.tolist(), strict=True)
    for document, group in groupby(spots, key=itemgetter(1)):
        [(text,)] = store._all("SELECT text FROM text WHERE document = ?", document)
        whole = rows.string(text) or ""
        for number, _, start, end in group:
            cut = whole[start:end].encode("utf-8", "surrogatepass")
            words[number] = known.setdefault(cut, cut)
    return words


_MEMBERS = "SELECT family, document, span_start, span_end FROM member ORDER BY family, number"
_IDS = (
    "SELECT group_concat(statement) FROM (SELECT coalesce(statement, '') AS statement FROM member "
    "ORDER BY family, number)"
)
_PASSAGES = (
    "SELECT p.row, p.document, p.span_start FROM document d "
    "JOIN reading r ON r.row = d.reading "
    "JOIN passage p ON p.row >= r.first_passage AND p.row < r.first_passage + r.passages"
)
_STATEMENTS = (
    "SELECT group_concat(s.row, ' '), group_concat(s.id, ' ') FROM document d "
    "JOIN reading r ON r.row = d.reading JOIN statement s ON s.row >= r.first_statement "
    "AND s.row < r.first_statement + r.statements"
)
