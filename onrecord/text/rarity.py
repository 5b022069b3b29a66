"""How telling a word is, in bits: the table holds counts of words that many texts share, and no text.

The table beside this file was made by `training/rarity.py` from two halves of equal weight, so that neither a
government's habits nor the press's decide alone: statements and briefings of the White House of 2021 to 2023
(CC0); and the 840 training articles of PolNeAR (US political news of 2016, no licence stated) with headlines
of TASS of 2025. It keeps the 36,000 most frequent words seen three times or more: of each a hash of its
normal form and -log2 of its share of all words. Only these counts are kept: no sentence, no word as letters.
To them come short frequent words of 34 other languages, from the stop lists of justext (BSD-2), with few
bits.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.text.words import Words

TABLE = Path(__file__).with_name("rarity.bin")
STEP = 8  # the table counts in eighths of a bit
MOST = 18.0
NUMBER = 8.0
_SLOT = np.uint64((1 << 18) - 1)  # the table's words are looked up by these bits of their hashes
_BY_LENGTH = np.array([6, 6, 6, 9, 11, 13, 15], np.float32)  # of a word that the table lacks, in code points


def bits(found: Words, language: str | None = None) -> NDArray[np.float32]:
    """How telling each word is: about 5 for "the", 12 for a word of politics, 15 and more for a rare name.

    Args:
        found: the words of a text.
        language: ISO 639-1, where it is known not to be English: a word then counts for no more than its
            length, since the counts are of English.

    Returns:
        Bits, one for each word, never over 18. A word that the table lacks counts by its length, a number 8.
    """
    hashes, eighths = table()
    slots, doubtful = _slots()
    place = slots[(found.hashes & _SLOT).astype(np.int64)]
    known = hashes[place] == found.hashes
    some = np.flatnonzero(doubtful[place] & ~known)  # it may be another word of the table with that slot
    place[some] = np.minimum(np.searchsorted(hashes, found.hashes[some]), len(hashes) - 1)
    known[some] = hashes[place[some]] == found.hashes[some]
    worth: NDArray[np.float32] = _BY_LENGTH[np.minimum(found.ends - found.starts, len(_BY_LENGTH) - 1)]
    tabled = eighths[place] / np.float32(STEP)
    worth = np.where(known, tabled if language in (None, "en") else np.minimum(worth, tabled), worth)
    worth[found.numeric] = NUMBER
    return worth


@cache
def _slots() -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """For the lowest bits of a hash a word of the table that has them, or any; then which share theirs."""
    slot = (table()[0] & _SLOT).astype(np.int64)
    slots = np.zeros(int(_SLOT) + 1, np.int64)
    slots[slot] = np.arange(len(slot))
    doubtful = np.zeros(len(slot), np.bool_)
    doubtful[slots[slot[slots[slot] != np.arange(len(slot))]]] = True
    return slots, doubtful


@cache
def table() -> tuple[NDArray[np.uint64], NDArray[np.uint8]]:
    """The hashes of the words known, ascending, and eighths of bits."""
    data = TABLE.read_bytes()
    count = len(data) // 9  # all hashes in eight bytes each, then all eighths in one
    return np.frombuffer(data, "<u8", count), np.frombuffer(data, np.uint8, count, 8 * count)
