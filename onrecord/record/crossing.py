"""Every statement that a filter lets through is counted once, under the days of its document and one key."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

import numpy as np

from onrecord.model import ACTS, MODES
from onrecord.record import rows
from onrecord.record.arrays import RELAY, Documents, Ints
from onrecord.record.base import Base
from onrecord.record.search import Filter, known
from onrecord.record.sifting import Moment, Sieve
from onrecord.record.tallies import OTHERS, SIDES, Cell, Crossed

_OTHERS, _NOBODY, _UNLINKED = -3, -2, -1  # among the numbers of who speaks
_SHIFT = 3  # so that none is negative
_LOUD = 64  # speakers that are counted each by itself
_ROOM = 1 << 32  # above all numbers of one kind
# What numbers stand for, and what that is called.
_Named = Callable[[list[int]], Iterable[tuple[str | None, str]]]


def crossed(store: Base, moment: Moment, filter: Filter, side: str) -> Crossed:
    """Count what `filter` lets through, by the days of its documents and one of SIDES.

    Raises:
        UsageError: the filter means nothing, or there is no such side.
        RecordError: the record cannot be read.
    """
    known("side", side, SIDES)
    sieve = Sieve(store, moment)
    here = moment.arrays
    found = np.flatnonzero(sieve.sifted(filter).found())
    document = here.document[found].astype(np.int64)
    number, named = _numbered(store, sieve, moment, found, side)
    if side == "speaker":
        number = _loudest(number)
    days, spans = _days(here.documents)
    counted = np.unique(_pair(days[document], number), return_counts=True)
    own = np.unique(_pair(document, number))
    keys, documents = np.unique(own % _ROOM, return_counts=True)
    called = dict(zip(keys.tolist(), named((keys - _SHIFT).tolist()), strict=True))
    cells = []
    for both, count in zip(*(part.tolist() for part in counted), strict=True):
        first, last = spans[both // _ROOM]
        cells.append(Cell(first, last, called[both % _ROOM][0], count))
    held = {called[one][0]: count for one, count in zip(keys.tolist(), documents.tolist(), strict=True)}
    names = dict(called.values())
    return Crossed(len(found), len(np.unique(document)), tuple(cells), held, names)


def _loudest(number: Ints) -> Ints:
    """The numbers of who speaks, where those who say least are one."""
    who, count = np.unique(number, return_counts=True)
    real = who >= 0
    if real.sum() <= _LOUD:
        return number
    quiet = who[real][np.argsort(-count[real], kind="stable")[_LOUD:]]
    return np.where(np.isin(number, quiet), _OTHERS, number)


def _pair(one: Ints, other: Ints) -> Ints:
    """Two numbers as one, which sorts much quicker than two."""
    return one * _ROOM + other + _SHIFT


def relayed(store: Base, moment: Moment, filter: Filter) -> list[int]:
    """The rows of the statements that `filter` lets through and that somebody passed on, newest first.

    Raises:
        UsageError: the filter means nothing.
        RecordError: the record cannot be read.
    """
    here = moment.arrays
    found: list[int] = here.row[
        Sieve(store, moment).sifted(filter).found() & ((here.marks & RELAY) != 0)
    ].tolist()
    return found


def _numbered(store: Base, sieve: Sieve, moment: Moment, found: Ints, side: str) -> tuple[Ints, _Named]:
    """What the statements at these positions are counted under, as numbers."""
    here = moment.arrays
    if side in ("mode", "act"):
        names = MODES if side == "mode" else ACTS
        column = here.mode if side == "mode" else here.act
        return column[found].astype(np.int64), lambda all: ((names[n], names[n]) for n in all)
    if side == "outlet":
        outlet = here.documents.outlet
        codes = outlet.codes[here.document[found]].astype(np.int64)
        return codes, lambda all: ((outlet.values[n] or None, outlet.values[n] or "") for n in all)
    who = np.where(sieve.attributed(), _UNLINKED, _NOBODY)
    alone = ~here.voices.member
    who[here.voices.statement[alone]] = here.voices.entity[alone]

    def entities(all: list[int]) -> Iterable[tuple[str | None, str]]:
        row = {n: int(here.voices.rows[n]) for n in all if n >= 0}
        found = store._all(_ENTITIES, json.dumps(list(row.values())))
        known = {number: (id, rows.string(name)) for number, id, name in found}
        known |= {_OTHERS: (OTHERS, ""), _NOBODY: (None, ""), _UNLINKED: ("", "")}
        return (known.get(row.get(n, n), ("", "")) for n in all)

    return who[found].astype(np.int64), entities


def _days(documents: Documents) -> tuple[Ints, list[tuple[str | None, str | None]]]:
    """For each document the number of its first and last day, and these days by their number."""
    both = np.char.add(np.char.ljust(documents.first, 10), documents.last)
    values, number = np.unique(both, return_inverse=True)
    days = [(value[:10].strip() or None, value[10:] or None) for value in np.char.decode(values).tolist()]
    return number.astype(np.int64), days


_ENTITIES = "SELECT row, id, name FROM entity WHERE row IN (SELECT value FROM json_each(?))"
