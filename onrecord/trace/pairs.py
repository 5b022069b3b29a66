"""Which wordings are compared depends on the set of wordings alone, never on the order in which they came."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.trace.keyed import ALONE, AROUND, Keys, among, distinct, merged

# Each holder of a key is compared with the ANCHORS holders whose digests are smallest: up to ANCHORS + 1
# holders are all compared with one another, and ten thousand with a few. Digests are as good as random, so
# a new holder becomes an anchor ever more rarely, whatever the order of adding.
ANCHORS = 3
ALIKE = (
    4  # telling words of the surroundings that must be the same, or more than half of those that are known
)


class Pairs(NamedTuple):
    """Pairs of wordings, each once, `one` the smaller.

    Attributes:
        one, other: the wordings.
    """

    one: NDArray[np.int64]
    other: NDArray[np.int64]


class Holders(NamedTuple):
    """Who holds some keys, sorted by key, then wording.

    Attributes:
        keys: for each key of new wordings, these and the old holders: the ANCHORS smallest of them, or all
            where a new wording is smaller than one of these.
        fresh: which rows are of new wordings.
        first: for each row, the first with its key.
        rank: how many rows after that it is.
    """

    keys: Keys
    fresh: NDArray[np.bool_]
    first: NDArray[np.int64]
    rank: NDArray[np.int64]


def holders(new: Keys, old: Keys) -> Holders:
    """New and old holders of keys together; no wording may be both."""
    if not len(old.keys):
        return Holders(new, np.ones(len(new.keys), dtype=np.bool_), *_ranks(new.keys))
    both, order = merged(new, old)
    return Holders(both, order < len(new.keys), *_ranks(both.keys))


def candidates(held: Holders) -> Pairs:
    """The pairs, at least one of them new, that a key brings together and whose surroundings are alike."""
    both, fresh, first, rank = held
    ones, others = [], []
    for n in range(ANCHORS):
        later = np.flatnonzero(rank > n)
        anchor = first[later] + n
        wanted = fresh[later] | fresh[anchor]
        later, anchor = later[wanted], anchor[wanted]
        like = alike(both.around[anchor], both.around[later])
        ones.append(both.wordings[anchor[like]])
        others.append(both.wordings[later[like]])
    return unique(np.concatenate(ones), np.concatenate(others))


def upset(new: Keys, old: Keys) -> NDArray[np.uint32]:
    """The keys of which a new wording becomes an anchor while some old holders were not asked for.

    Args:
        new: keys of new wordings.
        old: for each of those keys, the ANCHORS smallest holders.
    """
    _, rank = _ranks(old.keys)
    last = np.flatnonzero(rank == ANCHORS - 1)  # the largest anchor of a key, where there may be more holders
    last = last[among(old.keys[last], new.keys)]
    at = np.searchsorted(new.keys, old.keys[last])  # the smallest new wording of the key
    found: NDArray[np.uint32] = old.keys[last[new.wordings[at] < old.wordings[last]]]
    return found


def parted(held: Holders) -> Pairs:
    """The pairs of old wordings that a key brought together before the new ones came, and no longer does."""
    before = np.cumsum(~held.fresh)
    was = before - 1 - np.where(held.first > 0, before[np.maximum(held.first - 1, 0)], 0)
    gone = np.flatnonzero(~held.fresh & (was < ANCHORS) & (held.rank >= ANCHORS))
    # The key still brings it together with its anchors, and never did with the new ones.
    first = held.first[gone]
    counts = np.bincount(held.first)[first] - ANCHORS
    one = np.repeat(gone, counts)
    other = np.arange(len(one)) + np.repeat(first + ANCHORS - (np.cumsum(counts) - counts), counts)
    around = held.keys.around
    apart = ~held.fresh[other] & (one != other)
    one, other = one[apart], other[apart]
    like = alike(around[one], around[other])
    return unique(held.keys.wordings[one[like]], held.keys.wordings[other[like]])


def capped(held: Holders) -> int:
    """How many keys of new wordings more wordings hold than are all compared with one another."""
    return len(distinct(held.first[held.fresh & (held.rank > ANCHORS)]))


def alike(one: NDArray[np.uint32], other: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Whether the surroundings of two holders of a key are alike enough for their words to be compared."""
    same = np.zeros(len(one), dtype=np.int8)
    both = np.zeros(len(one), dtype=np.int8)
    mask = np.uint32(15)
    for n in range(2 * AROUND):
        shift = np.uint32(4 * n)
        a, b = (one >> shift) & mask, (other >> shift) & mask
        known = (a > 0) & (b > 0)
        both += known
        same += known & (a == b)
    alone = (one == ALONE) | (other == ALONE)
    found: NDArray[np.bool_] = (same >= ALIKE) | ((2 * same >= both) & (both > 0)) | (alone & (same == both))
    return found


def unique(one: NDArray[np.int64], other: NDArray[np.int64]) -> Pairs:
    """Pairs sorted, each once, the smaller first."""
    low, high = np.minimum(one, other), np.maximum(one, other)
    order = np.lexsort((high, low))
    low, high = low[order], high[order]
    fresh = np.ones(len(low), dtype=np.bool_)
    fresh[1:] = (low[1:] != low[:-1]) | (high[1:] != high[:-1])
    fresh &= low != high
    return Pairs(low[fresh], high[fresh])


def _ranks(keys: NDArray[np.uint32]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each row of a sorted list, the first row with its key, and how many rows after that it is."""
    starts = (
        np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]])) if len(keys) else np.zeros(0, int)
    )
    counts = np.diff(np.append(starts, len(keys)))
    first = np.repeat(starts, counts)
    return first, np.arange(len(keys)) - first
