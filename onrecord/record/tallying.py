"""A tally counts what a list gives for the same filter, and beside each value what choosing it would give."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.model import ACTS, MODES
from onrecord.record import rows
from onrecord.record.arrays import LOOSE, UNDATED, Coded, Ints, Mask
from onrecord.record.base import Base
from onrecord.record.search import MOST_WORDS, Filter
from onrecord.record.sifting import REVIEWED, Moment, Sieve, Texts
from onrecord.record.tallies import MOST, Count, Tally


def tally(store: Base, moment: Moment, filter: Filter) -> Tally:
    """Count what `filter` lets through in a moment of an open record.

    Raises:
        UsageError: the filter means nothing.
        RecordError: the record cannot be read.
    """
    return _Tallier(store, moment, filter).tally()


class _Tallier:
    def __init__(self, store: Base, moment: Moment, filter: Filter) -> None:
        self._store = store
        self._moment = moment
        self._here = moment.arrays
        self._speaker = filter.speaker
        self._sieve = Sieve(store, moment)
        self._sifted = self._sieve.sifted(filter)
        self._all = self._sifted.found()
        self._spread = self._by_document(self._all)

    def tally(self) -> Tally:
        months, loose, undated = self._months()
        d = self._here.documents
        facets = {
            "entity": self._entities(),
            "has_speaker": self._speakers(),
            "outlet": self._of_documents("outlet", d.outlet, self._moment.outlets),
            "mode": _named(MODES, self._here.mode[self._without("mode")]),
            "act": _named(ACTS, self._here.act[self._without("act")]),
            "language": self._of_documents("language", d.language, self._moment.languages),
            "kind": self._of_documents("kind", d.kind, None),
            "reviewed": _named(REVIEWED, self._sieve.reviewed[self._without("reviewed")]),
        }
        documents = int(np.count_nonzero(self._spread))
        return Tally(int(self._all.sum()), documents, facets, months, loose, undated)

    def _by_document(self, mask: Mask) -> Ints:
        return np.bincount(self._here.document[mask], minlength=len(self._here.documents.row))

    def _without(self, part: str) -> Mask:
        return self._sifted.found(part) if self._sifted.has(part) else self._all

    def _spread_without(self, part: str) -> Ints:
        return self._by_document(self._sifted.found(part)) if self._sifted.has(part) else self._spread

    def _months(self) -> tuple[tuple[tuple[str, int], ...], int, int]:
        d = self._here.documents
        spread = self._spread_without("dates")
        # UNDATED and LOOSE are negative.
        counts = np.bincount(d.month - LOOSE, spread, len(d.months) - LOOSE).astype(np.int64).tolist()
        months = tuple((m, n) for m, n in zip(d.months, counts[-LOOSE:], strict=True) if n)
        return months, counts[0], counts[UNDATED - LOOSE]

    def _entities(self) -> tuple[Count, ...]:
        voices = self._here.voices
        heard = self._sifted.found("entity", "speaker")[voices.statement]
        if self._speaker is not None:
            # As a list has it: what an entity of this name says, however its mention is printed there.
            printed = self._sieve.printed(self._speaker)
            heard &= self._sieve.named(self._speaker)[voices.entity] | printed[voices.statement]
        counts = np.bincount(voices.entity[heard], minlength=len(voices.rows))
        found = []
        for place in _largest(counts, 2 * MOST):
            [(id, name)] = self._store._all(
                "SELECT id, name FROM entity WHERE row = ?", int(voices.rows[place])
            ) or [("", "")]
            found.append(Count(id, rows.string(name), int(counts[place])))
        return _sorted(found)

    def _speakers(self) -> tuple[Count, ...]:
        found = self._sieve.attributed()[self._without("has_speaker")]
        named = int(np.count_nonzero(found))
        both = Count("yes", "a speaker", named), Count("no", "no speaker", len(found) - named)
        return tuple(count for count in both if count.count)

    def _of_documents(self, part: str, column: Coded, texts: Texts | None) -> tuple[Count, ...]:
        counts = np.bincount(column.codes, self._spread_without(part), len(column.values)).astype(np.int64)
        found = []
        for place in _largest(counts, 2 * MOST):
            label = column.values[place]
            count = int(counts[place])
            value = label
            if texts is not None and label is not None:
                # Words narrow to every value that has them, so they are counted together.
                value = phrased(label)
                count = int(counts[texts.having(value)].sum()) if value else count
            found.append(Count(value, label or "", count))
        return _sorted(found)


def phrased(label: str) -> str | None:
    """The words of a filter that narrow to what is called so; None where no words can."""
    if label.isalnum():
        return label
    few = len(label.split()) <= MOST_WORDS
    return f'"{label}"' if few and any(map(str.isalnum, label)) else None


def _named(names: Iterable[str], codes: NDArray[Any]) -> tuple[Count, ...]:
    named = list(names)
    counts = np.bincount(codes, minlength=len(named)).tolist()
    return _sorted(Count(name, name, n) for name, n in zip(named, counts, strict=True) if n)


def _largest(counts: Ints, most: int) -> list[int]:
    """The positions of the largest counts that are not 0, largest first."""
    found = np.argpartition(-counts, most - 1)[:most] if len(counts) > most else np.arange(len(counts))
    ranked: list[int] = found[np.argsort(-counts[found], kind="stable")].tolist()
    return [place for place in ranked if counts[place]]


def _sorted(counts: Iterable[Count]) -> tuple[Count, ...]:
    return tuple(sorted(counts, key=lambda one: (-one.count, one.label))[:MOST])
