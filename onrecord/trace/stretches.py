"""A stretch in common is kept only if it says something: six words, and most of what a side says there."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.trace.keyed import ranges
from onrecord.trace.pieced import EIGHTHS, FEWEST, TELLS
from onrecord.trace.worded import Lined

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

Numbers = NDArray[np.int64]


class Blocks(NamedTuple):
    """Runs of words that two wordings have in common, in order, pair after pair.

    Attributes:
        pair: of which pair they are, from 0.
        one, other: where each begins, counted in all words of `Lined`.
        size: words.
        ones, others: which wording of `Lined` each side of a pair is.
    """

    pair: Numbers
    one: Numbers
    other: Numbers
    size: Numbers
    ones: Numbers
    others: Numbers


class _Weighed(NamedTuple):
    """Blocks, with what they are worth.

    Attributes:
        worth: eighths of a bit of each.
        cost: of what stands between each and the one before it.
        worths, sames, letters: bits, words and letters of the first n of all, for n from 0.
    """

    blocks: Blocks
    worth: Numbers
    cost: Numbers
    worths: Numbers
    sames: Numbers
    letters: Numbers


def stretches(words: Lined, blocks: Blocks) -> tuple[Numbers, Numbers]:
    """The stretches that pairs of wordings have in common.

    Of the longest common subsequence of the words, the longest run is extended both ways as long as that is
    worth it (as Altschul and others, 1990, extend a seed): a word in common is worth its bits, a word put for
    another or left out costs some. Then the longest run of what is left.

    Returns:
        For each its pair, in order; and rows of words [start, end) of one, [start, end) of the other, counted
        in each wording, and how many are the same.
    """
    held = _weighed(words, blocks)
    edges = np.flatnonzero(np.diff(blocks.pair, prepend=-1, append=-1))
    low, high = edges[:-1], edges[1:]
    pairs, rows = [], []
    while len(low):
        low, high, seed = _seeds(held, low, high)
        first, last = _reach(held, seed, low, -1), _reach(held, seed, high - 1, 1)
        kept = _kept(words, held, first, last)
        pairs.append(blocks.pair[first[kept]])
        rows.append(_taken(words, held, first[kept], last[kept]))
        low, high = np.concatenate([low, last + 1]), np.concatenate([first, high])
        left = high > low
        low, high = low[left], high[left]
        order = np.argsort(low)
        low, high = low[order], high[order]
    pair = np.concatenate(pairs) if pairs else np.zeros(0, np.int64)
    every = np.concatenate(rows) if rows else np.zeros((0, 5), np.int64)
    order = np.lexsort((every[:, 0], pair))
    return pair[order], every[order]


def _weighed(words: Lined, blocks: Blocks) -> _Weighed:
    ends = blocks.one + blocks.size
    worth = words.sums[ends] - words.sums[blocks.one]
    letters = words.letters[ends] - words.letters[blocks.one]
    put = np.zeros(len(worth), np.int64)
    put[1:] = blocks.one[1:] - ends[:-1]
    for_ = np.zeros(len(worth), np.int64)
    for_[1:] = blocks.other[1:] - blocks.other[:-1] - blocks.size[:-1]
    left = np.minimum(LEFT * (put + for_), MOST_LEFT)
    cost = np.where((put != 0) & (for_ != 0), PUT * np.maximum(put, for_), left)
    return _Weighed(blocks, worth, cost, _before(worth), _before(blocks.size), _before(letters))


def _before(values: Numbers) -> Numbers:
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(values)])


def _seeds(held: _Weighed, low: Numbers, high: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Of ranges of blocks, those worth a look, each with the first of its best blocks."""
    worth = held.worths[high] - held.worths[low] >= TELLS * EIGHTHS
    low, high = low[worth], high[worth]
    if not len(low):
        return low, high, low
    among = held.worth[ranges(low, high)]
    edges = _before(high - low)
    best = np.maximum.reduceat(among, edges[:-1])
    places = np.flatnonzero(among == np.repeat(best, high - low))
    seed = low + places[np.searchsorted(places, edges[:-1])] - edges[:-1]
    good = best >= SEED
    return low[good], high[good], seed[good]


def _reach(held: _Weighed, seed: Numbers, end: Numbers, step: int) -> Numbers:
    """The last of the blocks from each seed on to an end that is worth what it costs to get there."""
    found = seed.copy()
    which = np.flatnonzero(seed != end)
    at, end = seed[which], end[which]
    run = np.zeros(len(which), np.int64)
    best = np.zeros(len(which), np.int64)
    while len(which):
        run = run - held.cost[at if step < 0 else at + 1]
        at = at + step
        on = run >= best - DROP
        run = run + held.worth[at]
        better = on & (run > best)
        found[which[better]] = at[better]
        best = np.where(better, run, best)
        on &= at != end
        which, at, end, run, best = which[on], at[on], end[on], run[on], best[on]
    return found


def _kept(words: Lined, held: _Weighed, first: Numbers, last: Numbers) -> NDArray[np.bool_]:
    """Which of the stretches from a first to a last block say enough."""
    blocks = held.blocks
    same = held.sames[last + 1] - held.sames[first]
    size = blocks.size[last]
    wide = np.minimum(
        blocks.one[last] + size - blocks.one[first], blocks.other[last] + size - blocks.other[first]
    )
    told = held.worths[last + 1] - held.worths[first]
    kept = (same >= FEWEST) & (same >= LEAST * wide) & (told >= TELLS * EIGHTHS)
    lengths = words.lasts - words.firsts
    pair = blocks.pair[first]
    shorter = np.minimum(lengths[blocks.ones[pair]], lengths[blocks.others[pair]])
    enough: NDArray[np.bool_] = (held.letters[last + 1] - held.letters[first] >= LONG) | (
        same >= WHOLE * shorter
    )
    for side in (blocks.one, blocks.other):
        doubtful = np.flatnonzero(kept & ~enough)
        enough[doubtful] = _covers(words, held, side, first[doubtful], last[doubtful])
    enough &= kept
    return enough


def _covers(words: Lined, held: _Weighed, side: Numbers, first: Numbers, last: Numbers) -> NDArray[np.bool_]:
    """Whether words in common are most of a sentence or quotation of FEWEST words, or of whole ones."""
    start, end = side[first], side[last] + held.blocks.size[last]
    low = np.searchsorted(words.bounds, start, "right") - 1
    high = np.searchsorted(words.bounds, end, "left")
    before, after = words.bounds[low], words.bounds[high]
    same = held.sames[last + 1] - held.sames[first]
    near = (start - before <= NEAR) & (after - end <= NEAR)
    found: NDArray[np.bool_] = near & (same >= COVERS * (after - before))
    rest = np.flatnonzero(~found)
    sentence = ranges(low[rest], high[rest])
    of = np.repeat(rest, (high - low)[rest])
    begins, ends = words.bounds[sentence], words.bounds[sentence + 1]
    long = ends - begins >= FEWEST
    of, begins, ends = of[long], begins[long], ends[long]
    inside = [_same_before(held, side, first[of], last[of], edge) for edge in (begins, ends)]
    found[of[inside[1] - inside[0] >= COVERS * (ends - begins)]] = True
    return found


def _same_before(held: _Weighed, side: Numbers, first: Numbers, last: Numbers, edge: Numbers) -> Numbers:
    """How many words in common, from a first to a last block, stand before an edge."""
    pair = held.blocks.pair
    places = pair * (int(side.max(initial=0)) + 1) + side
    at = np.searchsorted(places, pair[first] * (int(side.max(initial=0)) + 1) + edge, "left") - 1
    at = np.minimum(at, last)
    here = np.minimum(edge - side[at], held.blocks.size[at])
    return np.where(at >= first, held.sames[at] - held.sames[first] + here, 0)


def _taken(words: Lined, held: _Weighed, first: Numbers, last: Numbers) -> Numbers:
    """The rows of stretches, with the words to the border of their sentences that belong to them."""
    blocks = held.blocks
    pair = blocks.pair[first]
    sides = ((blocks.one, blocks.ones), (blocks.other, blocks.others))
    starts = [side[first] for side, _ in sides]
    ends = [side[last] + blocks.size[last] for side, _ in sides]
    bounds = words.bounds
    before = [start - bounds[np.searchsorted(bounds, start, "right") - 1] for start in starts]
    after = [bounds[np.searchsorted(bounds, end, "left")] - end for end in ends]
    columns = []
    for (_, which), start, end, less, more in zip(
        sides, starts, ends, _taken_in(*before), _taken_in(*after), strict=True
    ):
        own = words.firsts[which[pair]]
        columns += [start - less - own, end + more - own]
    return np.column_stack([*columns, held.sames[last + 1] - held.sames[first]])


def _taken_in(here: Numbers, there: Numbers) -> tuple[Numbers, Numbers]:
    """How many more words belong to a stretch, of those that are missing to the border of its sentences.

    The first or last word of a sentence may be what was changed: words are taken in as far as words of the
    other side answer to them, never where one side has none.
    """
    fewer, more = np.minimum(here, there), np.maximum(here, there)
    both = (fewer > 0) & (more <= NEAR) & (more - fewer <= 1)
    some = np.where(fewer <= SURE, fewer, 0)
    return np.where(both, here, some), np.where(both, there, some)
