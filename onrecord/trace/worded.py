"""Words of one batch have the same number if they are the same word, and no two words have one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.trace.keyed import ranges
from onrecord.trace.pieced import Cut, sums

SLOTS = 1 << 20  # among which words are spread to be numbered


class Lined(NamedTuple):
    """The words of some wordings, one after the other.

    Attributes:
        wordings: sorted.
        firsts, lasts: which of the words are each wording's, [first, last).
        numbers: equal for equal words, from 0, the most frequent first.
        sums: eighths of a bit of the first n words of all, for n from 0.
        letters: letters of the first n words of all, each with a space, for n from 0.
        bounds: which of the words begin a sentence, a quotation or a wording; then the number of words.
    """

    wordings: NDArray[np.int64]
    firsts: NDArray[np.int64]
    lasts: NDArray[np.int64]
    numbers: NDArray[np.uint32]
    sums: NDArray[np.int64]
    letters: NDArray[np.int64]
    bounds: NDArray[np.int64]


def lined(pieces: Sequence[tuple[Cut, NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]]) -> Lined:
    """The words of pieces: for each of some texts its words, which of them are pieces, and their wordings."""
    chosen = [[column[ranges(firsts, lasts)] for column in cut] for cut, firsts, lasts, _ in pieces]
    starts, ends, hashes, bits, _, bounds = (np.concatenate(column) for column in zip(*chosen, strict=True))
    sizes = np.concatenate([lasts - firsts for _, firsts, lasts, _ in pieces])
    wordings = np.concatenate([own for *_, own in pieces])
    edges = np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes)])
    order = np.argsort(wordings)
    bounds[edges[:-1]] = True
    letters = np.concatenate([np.zeros(1, np.int64), np.cumsum(ends - starts + 1)])
    firsts, lasts = edges[:-1][order], edges[1:][order]
    begun = np.append(np.flatnonzero(bounds), len(bounds))
    return Lined(wordings[order], firsts, lasts, numbered(hashes), sums(bits), letters, begun)


def numbered(hashes: NDArray[np.uint64]) -> NDArray[np.uint32]:
    """A number for each hash: the same for the same, the most frequent from 0 up without gaps."""
    slots = (hashes & np.uint64(SLOTS - 1)).astype(np.int64)
    first = np.zeros(SLOTS, np.uint64)
    first[slots] = hashes
    others = np.flatnonzero(first[slots] != hashes)  # a few share a slot with another
    if len(others):
        slots[others] = SLOTS + np.unique(hashes[others], return_inverse=True)[1]
    counts = np.bincount(slots)
    present = np.flatnonzero(counts)
    numbers = np.zeros(len(counts), np.uint32)
    numbers[present[np.argsort(-counts[present], kind="stable")]] = np.arange(len(present), dtype=np.uint32)
    found: NDArray[np.uint32] = numbers[slots]
    return found
