"""Two wordings that repeat some telling words in a row have a key in common, whatever stands around them."""

from __future__ import annotations

from typing import Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from onrecord.trace.pieced import EIGHTHS, FEWEST, TELLING, Cut, runs, sums

ENOUGH = 22.0  # bits of a key: two words chosen at random share it once in four million
WIDEST = 14  # words that a key may reach over
AROUND = 4  # telling words before and after a key, to the end of its sentence, that its surroundings tell of
ALONE = np.uint32(15)  # surroundings of a key that has none, in a sentence that can be followed


Column = TypeVar("Column", NDArray[np.int64], NDArray[np.uint32])


class Keys(NamedTuple):
    """Keys of pieces, sorted by key, then wording; each pair stands once.

    Attributes:
        keys: 32 bits of a digest of the telling words.
        wordings: the wording that has the key.
        around: four bits of each of the AROUND telling words before the key and after it, 0 beyond the end of
            the sentence or quotation; or ALONE.
    """

    keys: NDArray[np.uint32]
    wordings: NDArray[np.int64]
    around: NDArray[np.uint32]


NONE = Keys(np.zeros(0, np.uint32), np.zeros(0, np.int64), np.zeros(0, np.uint32))


class Found(NamedTuple):
    """Keys as they stand in pieces, in the order of the text: the key, which piece has it, what is around."""

    keys: NDArray[np.uint32]
    pieces: NDArray[np.int64]
    around: NDArray[np.uint32]


def found(cut: Cut, firsts: NDArray[np.int64], lasts: NDArray[np.int64]) -> Found:
    """The keys of pieces: for each telling word, the shortest run of telling words with ENOUGH bits.

    Args:
        cut: words.
        firsts, lasts: which of them are the pieces, [first, last), in order, never overlapping.
    """
    owner = np.full(len(cut.starts), -1, dtype=np.int64)
    owner[ranges(firsts, lasts)] = np.repeat(np.arange(len(firsts)), lasts - firsts)
    # Numbers are left out, so that a changed one breaks no key.
    telling = np.flatnonzero((cut.bits >= TELLING) & ~cut.numeric & (owner >= 0))
    worth = sums(cut.bits[telling])
    ends = np.searchsorted(worth, worth[:-1] + round(ENOUGH * EIGHTHS))
    begins = np.flatnonzero(ends <= len(telling))
    ends = ends[begins]
    first, last = telling[begins], telling[ends - 1]
    fits = (owner[first] == owner[last]) & (last - first < WIDEST)
    begins, ends, first, last = begins[fits], ends[fits], first[fits], last[fits]
    values = (runs(cut.hashes[telling], begins, ends) >> np.uint64(32)).astype(np.uint32)
    sentence = np.cumsum(cut.bounds, dtype=np.int64)  # pieces begin with a bound too
    lengths = np.bincount(sentence[owner >= 0], minlength=int(sentence[-1]) + 1 if len(sentence) else 1)
    around = _around(cut.hashes[telling], (sentence[telling], lengths), begins, ends)
    return Found(values, owner[first], around)


def keys(found: Found, wordings: NDArray[np.int64], wanted: NDArray[np.bool_]) -> Keys:
    """The keys of those pieces that are wanted, under their wordings.

    Args:
        found: the keys of all pieces.
        wordings: the wording of each piece.
        wanted: whether the keys of each piece are wanted.
    """
    some = wanted[found.pieces]
    return _sorted(found.keys[some], wordings[found.pieces[some]], found.around[some])


def some(keys: Keys, wanted: NDArray[np.bool_] | NDArray[np.int64]) -> Keys:
    """The keys that are wanted."""
    return Keys(keys.keys[wanted], keys.wordings[wanted], keys.around[wanted])


def together(one: Keys, other: Keys) -> Keys:
    """Two lists of keys as one."""
    both, _ = merged(one, other)
    fresh = np.ones(len(both.keys), dtype=np.bool_)
    fresh[1:] = (both.keys[1:] != both.keys[:-1]) | (both.wordings[1:] != both.wordings[:-1])
    return some(both, fresh)


def merged(one: Keys, other: Keys) -> tuple[Keys, NDArray[np.int64]]:
    """Two lists of keys, one after the other, as one list; and which of all each row was, from 0."""
    every = Keys(
        np.concatenate([one.keys, other.keys]),
        np.concatenate([one.wordings, other.wordings]),
        np.concatenate([one.around, other.around]),
    )
    order = _order(every.keys, every.wordings)
    return some(every, order), order


def distinct(values: Column) -> Column:
    """Each of some numbers once, ascending; sorting is quicker than the table of `numpy.unique`."""
    values = np.sort(values)
    fresh = np.ones(len(values), dtype=np.bool_)
    fresh[1:] = values[1:] != values[:-1]
    return values[fresh]


def among(values: NDArray[Any], wanted: NDArray[Any]) -> NDArray[np.bool_]:
    """Which of some values are among the wanted ones, which are sorted; quickest where the values are too."""
    if not len(wanted):
        return np.zeros(len(values), dtype=np.bool_)
    found: NDArray[np.bool_] = wanted[np.minimum(np.searchsorted(wanted, values), len(wanted) - 1)] == values
    return found


def ranges(firsts: NDArray[np.int64], lasts: NDArray[np.int64]) -> NDArray[np.int64]:
    """The numbers of all ranges [first, last), one after the other."""
    counts = lasts - firsts
    total = int(counts.sum())
    if not total:
        return np.zeros(0, dtype=np.int64)
    ends = np.cumsum(counts)
    found: NDArray[np.int64] = np.arange(total) + np.repeat(firsts - (ends - counts), counts)
    return found


def _around(
    hashes: NDArray[np.uint64],
    sentences: tuple[NDArray[np.int64], NDArray[np.int64]],
    begins: NDArray[np.int64],
    ends: NDArray[np.int64],
) -> NDArray[np.uint32]:
    """The surroundings of the keys that are the telling words [begin, end).

    Args:
        hashes: of the telling words.
        sentences: the number of each one's sentence, and how many words of pieces each sentence has.
        begins, ends: the keys.
    """
    of, lengths = sentences
    nibbles = ((hashes >> np.uint64(20)) % np.uint64(14)).astype(np.uint32) + np.uint32(1)
    before = np.zeros(len(hashes), dtype=np.uint32)
    after = np.zeros(len(hashes), dtype=np.uint32)
    for n in range(1, min(AROUND, len(hashes) - 1) + 1):
        same = of[n:] == of[:-n]
        before[n:] |= (nibbles[:-n] * same) << np.uint32(4 * (n - 1))
        after[:-n] |= (nibbles[n:] * same) << np.uint32(4 * (n - 1 + AROUND))
    found = before[begins] | after[ends - 1]
    long = np.maximum(lengths[of[begins]], lengths[of[ends - 1]]) >= FEWEST
    return np.where((found == 0) & long, ALONE, found).astype(np.uint32)


def _sorted(keys: NDArray[np.uint32], wordings: NDArray[np.int64], around: NDArray[np.uint32]) -> Keys:
    """By key, then wording; of several of one pair the first."""
    order = _order(keys, wordings)
    keys, wordings, around = keys[order], wordings[order], around[order]
    fresh = np.ones(len(keys), dtype=np.bool_)
    fresh[1:] = (keys[1:] != keys[:-1]) | (wordings[1:] != wordings[:-1])
    return Keys(keys[fresh], wordings[fresh], around[fresh])


def _order(keys: NDArray[np.uint32], wordings: NDArray[np.int64]) -> NDArray[np.int64]:
    """The order by key, then wording, equal ones as they stand; quick where sorted lists stand in a row."""
    high = ((wordings >> np.int64(32)) + np.int64(1 << 31)).astype(np.uint64)
    joint = keys.astype(np.uint64) << np.uint64(32) | high  # one sort instead of two
    order: NDArray[np.int64] = np.argsort(joint, kind="stable")
    joint, wordings = joint[order], wordings[order]
    if (
        (joint[1:] == joint[:-1]) & (wordings[1:] < wordings[:-1])
    ).any():  # they differ in their lower halves
        order = order[np.lexsort((wordings, joint))]
    return order
