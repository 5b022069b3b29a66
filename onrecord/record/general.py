"""What is said in general is counted by document: what is said a hundred times in one text counts once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Self

import numpy as np

from onrecord.record.arrays import Ints, Small


@dataclass(frozen=True, slots=True)
class General:
    """What is said in general: in how many documents of a sample each word, and what only one says there.

    Attributes:
        known: the words, with their numbers.
        counts: in how many documents each word stands.
        documents: how many documents there are.
        alone: of each entity (by its row; -1 is nobody known) the numbers of the words that in a document
            nobody else says, once for each such document.
        only: in how many documents nobody else says anything.
        size: how many statements the record had.
    """

    known: dict[str, int]
    counts: Ints
    documents: int
    alone: dict[int, Ints]
    only: Counter[int]
    size: int

    @classmethod
    def of(cls, known: dict[str, int], word: Small, document: Small, entity: Small, size: int) -> Self:
        """What a sample says, given as words with the document and the entity of each."""
        words = max(len(known), 1)
        pairs, who = _alone(document.astype(np.int64) * words + word, entity)
        places, only = _alone(document.astype(np.int64), entity)
        order = np.argsort(who, kind="stable")
        order = order[who[order] != _SEVERAL]
        rows, starts = np.unique(who[order], return_index=True)
        parts = np.split(pairs[order] % words, starts[1:])
        alone = dict(zip(rows.tolist(), parts, strict=False))
        counts = np.bincount(pairs % words, minlength=len(known))
        return cls(known, counts, len(places), alone, Counter(only.tolist()), size)

    def without(self, entity: int) -> tuple[Counter[str], int]:
        """In how many documents others than the entity of this row say each word, and how many there are."""
        counts = self.counts
        if entity in self.alone:
            counts = counts - np.bincount(self.alone[entity], minlength=len(self.known))
        return Counter(dict(zip(self.known, counts.tolist(), strict=True))), self.documents - self.only[
            entity
        ]


_SEVERAL = -2


def _alone(places: Ints, entity: Small) -> tuple[Ints, Ints]:
    """The places, each once, and of each the one entity that is there, or _SEVERAL."""
    order = np.lexsort((entity, places))
    found, first = np.unique(places[order], return_index=True)
    last = np.append(first[1:], len(order)) - 1
    who = entity[order].astype(np.int64)
    if not len(found):
        return found, who
    return found, np.where(who[first] == who[last], who[first], _SEVERAL)
