"""What is said in general is counted by document: what is said a hundred times in one text counts once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from onrecord.record.arrays import Small


@dataclass(frozen=True, slots=True)
class General:
    """What is said in general: for each word of a sample in which document and by whom, each once.

    Attributes:
        known: the words, with their numbers.
        word: the number of the word.
        document: the position of the document.
        entity: the row of the entity that says it; -1 is nobody known.
        size: how many statements the record had.
    """

    known: dict[str, int]
    word: Small
    document: Small
    entity: Small
    size: int

    def without(self, entity: int) -> tuple[Counter[str], int]:
        """In how many documents others than the entity of this row say each word, and how many there are."""
        others = self.entity != entity
        size = len(np.unique(self.document[others]))
        both = np.unique(self.document[others].astype(np.int64) * len(self.known) + self.word[others])
        counts = np.bincount(both % max(len(self.known), 1), minlength=len(self.known)).tolist()
        return Counter(dict(zip(self.known, counts, strict=True))), size
