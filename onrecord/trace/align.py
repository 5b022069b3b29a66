"""A stretch in common is kept only if it says something: six words or more, most of what one side says there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from rapidfuzz.distance import LCSseq

from onrecord.trace.pieces import EIGHTHS, FEWEST, TELLS, Cut, sums

LONG = 90  # letters in common that are enough by themselves, wherever they stand
COVERS = 0.6  # of a sentence or a quotation on one side, where they are fewer
WHOLE = 0.8  # or of a whole piece
LEAST = 0.5  # of the shorter side's words within the stretch must be the same

# Bits are counted in eighths, whole numbers, so that a sum does not depend on what stands before.
SEED = 18 * EIGHTHS  # of the longest run of words in common, without which there is no stretch
PUT = 6 * EIGHTHS  # that a word put for another costs
LEFT = 6 * EIGHTHS  # that a word costs which one side leaves out
MOST_LEFT = 40 * EIGHTHS  # that any number of words left out in one place costs
DROP = 60 * EIGHTHS  # by which a stretch may fall below its best before it ends there


class Worded(NamedTuple):
    """The words of a wording.

    Attributes:
        hashes: equal for equal words.
        sums: eighths of a bit of the words before the first, and of the first n words more for each n.
        letters: letters before the first word, and of the first n words more, each with a space.
        bounds: numbers of the words with which a sentence or a quotation begins, then the number of words.
    """

    hashes: list[int]
    sums: list[int]
    letters: list[int]
    bounds: list[int]


class Stretch(NamedTuple):
    """Words [start, end) of each of two wordings that they have in common, and how many are the same."""

    one_start: int
    one_end: int
    other_start: int
    other_end: int
    same: int


class Wordings:
    """Gives the words of pieces as `aligned` wants them."""

    def __init__(self, cut: Cut) -> None:
        self._hashes = cut.hashes
        self._sums = sums(cut.bits)
        self._letters = np.concatenate([np.zeros(1, np.int64), np.cumsum(cut.ends - cut.starts + 1)])
        self._bounds = np.flatnonzero(cut.bounds)

    def of(self, first: int, last: int) -> Worded:
        """The words [first, last), which are a piece."""
        low, high = np.searchsorted(self._bounds, (first, last))
        return Worded(
            self._hashes[first:last].tolist(),
            self._sums[first : last + 1].tolist(),
            self._letters[first : last + 1].tolist(),
            [*(self._bounds[low:high] - first).tolist(), last - first],
        )


def aligned(one: Worded, other: Worded) -> list[Stretch]:
    """The stretches that two wordings have in common, in order.

    Of the longest common subsequence of the words, the longest run is extended both ways as long as that is
    worth it (as Altschul and others, 1990, extend a seed): a word in common is worth its bits, a word put for
    another or left out costs some. Then the longest run of what is left.
    """
    blocks: Sequence[Any] = LCSseq.editops(one.hashes, other.hashes).as_matching_blocks()
    sums = one.sums
    worths = [sums[a + size] - sums[a] for a, _, size in blocks]
    found: list[Stretch] = []
    open_ = [(0, len(blocks))]
    while open_:
        low, high = open_.pop()
        best = max(worths[low:high], default=0)
        if best < SEED:
            continue
        seed = worths.index(best, low, high)
        first = _reach(blocks, worths, range(seed, low - 1, -1))
        last = _reach(blocks, worths, range(seed, high))
        _keep(one, other, blocks[first : last + 1], found)
        open_ += [(low, first), (last + 1, high)]
    return sorted(found)


def _reach(blocks: Sequence[Any], worths: Sequence[float], way: range) -> int:
    """The last of the blocks along the way that is worth what it costs to get there."""
    run = best = 0
    found = before = way[0]
    for n in way[1:]:
        low, high = (blocks[n], blocks[before]) if n < before else (blocks[before], blocks[n])
        put, for_ = high[0] - low[0] - low[2], high[1] - low[1] - low[2]
        if put and for_:
            run -= PUT * (put if put > for_ else for_)
        else:
            run -= min(LEFT * (put + for_), MOST_LEFT)
        if run < best - DROP:
            break
        run += worths[n]
        if run > best:
            found, best = n, run
        before = n
    return found


def _keep(one: Worded, other: Worded, blocks: Sequence[Any], found: list[Stretch]) -> None:
    first, last = blocks[0], blocks[-1]
    same = sum([size for _, _, size in blocks])
    wide = min(last[0] + last[2] - first[0], last[1] + last[2] - first[1])
    if same < FEWEST or same < LEAST * wide:
        return
    if sum([one.sums[a + size] - one.sums[a] for a, _, size in blocks]) < TELLS * EIGHTHS:
        return
    if (
        sum([one.letters[a + size] - one.letters[a] for a, _, size in blocks]) >= LONG
        or same >= WHOLE * min(len(one.hashes), len(other.hashes))
        or _covers(one, [(a, a + size) for a, _, size in blocks])
        or _covers(other, [(b, b + size) for _, b, size in blocks])
    ):
        ends = last[0] + last[2], last[1] + last[2]
        found.append(Stretch(first[0], ends[0], first[1], ends[1], same))


def _covers(side: Worded, blocks: Sequence[tuple[int, int]]) -> bool:
    """Whether the words in common are most of a sentence or quotation of FEWEST words or more."""
    at = 0
    for start, end in zip(side.bounds, side.bounds[1:], strict=False):
        if end - start < FEWEST or end <= blocks[0][0]:
            continue
        if start >= blocks[-1][1]:
            return False
        while at and blocks[at][0] >= start:
            at -= 1
        same = 0
        while at < len(blocks) and blocks[at][0] < end:
            same += max(0, min(blocks[at][1], end) - max(blocks[at][0], start))
            at += 1
        at = max(at - 1, 0)
        if same >= COVERS * (end - start):
            return True
    return False
