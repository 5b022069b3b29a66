"""What two wordings have in common follows from their words alone, whichever pairs they are aligned with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from onrecord.trace.keyed import distinct
from onrecord.trace.pairs import Pairs
from onrecord.trace.stretches import Blocks, stretches
from onrecord.trace.worded import Lined

CHUNK = 32_768  # pairs looked at together, so that memory stays flat
POINTS = 0x110000  # words that can be written as one code point each

_FIELDS = tuple(attrgetter(name) for name in ("a", "b", "size"))


def likenesses(words: Lined, pairs: Pairs) -> NDArray[np.int64]:
    """What pairs of wordings have in common: rows of one, other, words [start, end) of each, same words."""
    ones = np.searchsorted(words.wordings, pairs.one)
    others = np.searchsorted(words.wordings, pairs.other)
    written = _written(words, distinct(np.concatenate([ones, others])))
    found = [np.zeros((0, 7), np.int64)]
    for start in range(0, len(ones), CHUNK):
        some = slice(start, start + CHUNK)
        pair, rows = stretches(words, _blocks(words, written, ones[some], others[some]))
        found.append(np.column_stack([pairs.one[some][pair], pairs.other[some][pair], rows]))
    return np.concatenate(found)


def _written(words: Lined, wanted: NDArray[np.int64]) -> dict[int, Sequence[object]]:
    """Wanted wordings, each word one item: as text where that will do, which is several times as fast."""
    edges = zip(wanted.tolist(), words.firsts[wanted].tolist(), words.lasts[wanted].tolist(), strict=True)
    if int(words.numbers.max(initial=0)) >= POINTS:
        return {n: words.numbers[first:last].tolist() for n, first, last in edges}
    text = words.numbers.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")
    return {n: text[first:last] for n, first, last in edges}


def _blocks(
    words: Lined, written: dict[int, Sequence[object]], ones: NDArray[np.int64], others: NDArray[np.int64]
) -> Blocks:
    """The runs of words in a longest common subsequence of each pair."""
    counts: list[int] = []

    def runs() -> Iterator[Sequence[object]]:
        for one, other in zip(ones.tolist(), others.tolist(), strict=True):
            found = LCSseq.editops(written[one], written[other]).as_matching_blocks()
            counts.append(len(found))
            yield found

    every = list(chain.from_iterable(runs()))
    one, other, size = (np.fromiter(map(field, every), np.int64, len(every)) for field in _FIELDS)
    pair = np.repeat(np.arange(len(counts)), counts)
    one, other = one + words.firsts[ones][pair], other + words.firsts[others][pair]
    said = size > 0  # the last of each pair is empty
    return Blocks(pair[said], one[said], other[said], size[said], ones, others)
