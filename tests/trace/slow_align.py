"""The slow and obvious twin of how two wordings are aligned: pair by pair, stretch by stretch."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Any, NamedTuple

from rapidfuzz.distance import LCSseq

from onrecord.trace.pieced import EIGHTHS, FEWEST, TELLS
from onrecord.trace.stretches import (
    COVERS,
    DROP,
    LEAST,
    LEFT,
    LONG,
    MOST_LEFT,
    NEAR,
    PUT,
    SEED,
    SURE,
    WHOLE,
)  # fmt: skip
from onrecord.trace.worded import Lined


class Worded(NamedTuple):
    """The words of a wording.

    Attributes:
        words: equal for equal words.
        sums: eighths of a bit of the words before the first, and of the first n words more for each n.
        letters: letters before the first word, and of the first n words more, each with a space.
        bounds: numbers of the words with which a sentence or a quotation begins, then the number of words.
    """

    words: list[int]
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


def worded(lined: Lined, n: int) -> Worded:
    """The words of the n-th wording."""
    first, last = int(lined.firsts[n]), int(lined.lasts[n])
    return Worded(
        lined.numbers[first:last].tolist(),
        lined.sums[first : last + 1].tolist(),
        lined.letters[first : last + 1].tolist(),
        [int(bound) - first for bound in lined.bounds if first <= bound < last] + [last - first],
    )


def aligned(one: Worded, other: Worded) -> list[Stretch]:
    """The stretches that two wordings have in common, in order.

    Of the longest common subsequence of the words, the longest run is extended both ways as long as that is
    worth it (as Altschul and others, 1990, extend a seed): a word in common is worth its bits, a word put for
    another or left out costs some. Then the longest run of what is left.
    """
    blocks: Sequence[Any] = LCSseq.editops(one.words, other.words).as_matching_blocks()
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
        or same >= WHOLE * min(len(one.words), len(other.words))
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
