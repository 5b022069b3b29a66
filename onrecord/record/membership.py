"""A family is passed over only where no passage of its has the words; whether a member has them is read."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from onrecord.record import opening
from onrecord.record.arrays import Ints, numbers
from onrecord.record.base import Base

REST = 10  # what changes is read anew for at most one second in so many


class Having(NamedTuple):
    """Members of families that begin in a passage which has certain words: they may have these.

    Attributes:
        family: the rows of the families, ascending.
        number: the numbers of the members in these.
        last: the largest row of a family that was looked at.
    """

    family: Ints
    number: Ints
    last: int

    def rows(self) -> list[int]:
        """The rows of the families, each once."""
        found: list[int] = np.unique(self.family).tolist()
        return found

    def of(self, row: int) -> list[int]:
        """The numbers of the members of the family of this row, ascending."""
        first, last = np.searchsorted(self.family, (row, row + 1))
        found: list[int] = self.number[first:last].tolist()
        return found


@dataclass(frozen=True, slots=True)
class Membership:
    """In which passages the members of families begin: in the order of families and members.

    Attributes:
        passage: the row of the passage.
        family: the row of the family.
        number: the number of the member.
        last: the largest row of a family that is known here.
    """

    passage: Ints
    family: Ints
    number: Ints
    last: int

    def having(self, passages: Ints) -> Having:
        """The members that begin in one of these passages, which are given in order."""
        place = np.searchsorted(passages, self.passage)
        found = place < len(passages)
        found[found] = passages[place[found]] == self.passage[found]
        return Having(self.family[found], self.number[found], self.last)


class Members:
    """Keeps what is known of the members of a record's families; safe to share between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: Membership | None = None
        self._version = -1
        self._cost = 0.0  # seconds
        self._ended = 0.0

    def latest(self, store: Base, version: int) -> Membership:
        """What is known of the record's families, whose file is of this version now.

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
            return self._known


def _read(store: Base, last: int) -> Membership:
    members = numbers(store, _MEMBERS).reshape(-1, 4)
    passages = numbers(store, _PASSAGES).reshape(-1, 3)
    family, number = members[:, 0].copy(), members[:, 1].copy()
    if not len(members) or not len(passages):
        return Membership(family, family, number, last)
    place = np.searchsorted(_key(passages[:, 1:]), _key(members[:, 2:]), "right") - 1
    return Membership(passages[np.maximum(place, 0), 0], family, number, last)


def _key(places: Ints) -> Ints:
    """A document and a code point of it as one number."""
    key: Ints = (places[:, 0] << 32) + places[:, 1]
    return key


_MEMBERS = (
    "SELECT family || ' ' || number || ' ' || document || ' ' || span_start AS n FROM member "
    "ORDER BY family, number"
)
_PASSAGES = (
    "SELECT p.row || ' ' || p.document || ' ' || p.span_start AS n FROM document d "
    "JOIN reading r ON r.row = d.reading "
    "JOIN passage p ON p.row >= r.first_passage AND p.row < r.first_passage + r.passages "
    "ORDER BY p.document, p.span_start"
)
