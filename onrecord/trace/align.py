"""A stretch in common is kept only if it says something: six words, and most of what a side says there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from onrecord.trace.keys import ranges
from onrecord.trace.pairs import Pairs
from onrecord.trace.pieces import EIGHTHS, FEWEST, TELLS, Cut, sums

LONG = 90  # letters in common that are enough by themselves, wherever they stand
COVERS = 0.6  # of a sentence or a quotation on one side, where they are fewer
WHOLE = 0.8  # or of a whole piece
NEAR = 4  # words to the end of a sentence on both sides that are taken in: the last may be what was changed
SURE = 2  # words to the end of a sentence on one side alone that are taken in
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


class Lined(NamedTuple):
    """The words of some wordings, one after the other.

    Attributes:
        wordings: sorted.
        firsts, lasts: which of the words are each wording's, [first, last).
        hashes: equal for equal words.
        sums: eighths of a bit of the first n words of all, for n from 0.
        letters: letters of the first n words of all, each with a space, for n from 0.
        bounds: which of the words begin a sentence or a quotation.
    """

    wordings: NDArray[np.int64]
    firsts: NDArray[np.int64]
    lasts: NDArray[np.int64]
    hashes: NDArray[np.uint64]
    sums: NDArray[np.int64]
    letters: NDArray[np.int64]
    bounds: NDArray[np.int64]

    def of(self, n: int) -> Worded:
        """The words of one, the n-th."""
        first, last = int(self.firsts[n]), int(self.lasts[n])
        low, high = np.searchsorted(self.bounds, (first, last))
        return Worded(
            self.hashes[first:last].tolist(),
            self.sums[first : last + 1].tolist(),
            self.letters[first : last + 1].tolist(),
            [*(self.bounds[low:high] - first).tolist(), last - first],
        )


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
    return Lined(wordings[order], firsts, lasts, hashes, sums(bits), letters, np.flatnonzero(bounds))


def likenesses(words: Lined, pairs: Pairs) -> NDArray[np.int64]:
    """What pairs of wordings have in common: rows of one, other, and the fields of a Stretch."""
    ready: dict[int, Worded] = {}
    found: list[tuple[int, ...]] = []
    ones = np.searchsorted(words.wordings, pairs.one).tolist()
    others = np.searchsorted(words.wordings, pairs.other).tolist()
    for n, (a, b) in enumerate(zip(ones, others, strict=True)):
        for side in (a, b):
            if side not in ready:
                ready[side] = words.of(side)
        found += [(n, *stretch) for stretch in aligned(ready[a], ready[b])]
    rows = np.array(found, dtype=np.int64).reshape(-1, 6)
    return np.column_stack([pairs.one[rows[:, 0]], pairs.other[rows[:, 0]], rows[:, 1:]])


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
        if sum(worths[low:high]) < TELLS * EIGHTHS:
            continue
        best = max(worths[low:high])
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
        before = _taken_in(
            first[0] - one.bounds[bisect_right(one.bounds, first[0]) - 1],
            first[1] - other.bounds[bisect_right(other.bounds, first[1]) - 1],
        )
        ends = last[0] + last[2], last[1] + last[2]
        after = _taken_in(
            one.bounds[bisect_left(one.bounds, ends[0])] - ends[0],
            other.bounds[bisect_left(other.bounds, ends[1])] - ends[1],
        )
        starts = first[0] - before[0], first[1] - before[1]
        found.append(Stretch(starts[0], ends[0] + after[0], starts[1], ends[1] + after[1], same))


def _taken_in(here: int, there: int) -> tuple[int, int]:
    """How many more words belong to a stretch, of those that are missing to the border of its sentences.

    The first or last word of a sentence may be what was changed: words are taken in as far as words of the
    other side answer to them, never where one side has none.
    """
    fewer, more = sorted((here, there))
    if fewer > 0 and more <= NEAR and more - fewer <= 1:
        return here, there
    return (fewer, fewer) if fewer <= SURE else (0, 0)


def _covers(side: Worded, blocks: Sequence[tuple[int, int]]) -> bool:
    """Whether the words in common are most of a sentence or quotation of FEWEST words, or of whole ones."""
    low = side.bounds[bisect_right(side.bounds, blocks[0][0]) - 1]
    high = side.bounds[bisect_left(side.bounds, blocks[-1][1])]
    ends_near = blocks[0][0] - low <= NEAR and high - blocks[-1][1] <= NEAR
    if ends_near and sum([end - start for start, end in blocks]) >= COVERS * (high - low):
        return True
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
