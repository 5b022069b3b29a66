"""Long passages that two texts share with gaps are found here, by plain rules, without any alignment program.

A program that aligns whole documents takes two passages for one that was reused when they share several short
runs of characters in the same order. So does this: runs of 25 characters and more that stand in no more than
100 texts are put together where they follow one another closely in both texts. Kept are those with at least
`least` equal characters, at least five shared windows of 25, and no more change than likeness.
"""

from __future__ import annotations

from itertools import groupby

import numpy as np
from trace_exact import Corpus, Hashed, Ints, Match, match, starts

WINDOW, WINDOWS, MOST_TEXTS, GAP = 25, 5, 100, 100


def gapped(corpus: Corpus, least: int = 100) -> list[Match]:
    """Passages that two texts share with gaps; `Match.length` counts the equal characters."""
    ones, others, lengths = _runs(corpus)
    texts = corpus.text[ones] * corpus.count + corpus.text[others]
    # A pair of texts that has too little in all has too little in any place.
    pairs, where = np.unique(texts, return_inverse=True)
    enough = np.bincount(where, weights=lengths, minlength=len(pairs)) >= least
    keep = enough[where]
    order = np.lexsort((others[keep], ones[keep], where[keep]))
    rows = [side[keep][order].tolist() for side in (where, ones, others, lengths)]
    found = []
    for _, group in groupby(zip(*rows, strict=True), key=lambda row: row[0]):
        for chain in _chains([(one, other, length) for _, one, other, length in group]):
            told = _passage(corpus, chain, least)
            if told is not None:
                found.append(told)
    return sorted(set(found))


def _runs(corpus: Corpus) -> tuple[Ints, Ints, Ints]:
    """Maximal runs that two texts share, those that stand in very many texts left out."""
    hashed = Hashed(corpus.codes)
    found = list(starts(corpus, hashed, WINDOW, MOST_TEXTS))
    if not found:
        return (np.zeros(0, dtype=np.int64),) * 3
    ones, others = (np.concatenate(side) for side in zip(*found, strict=True))
    return ones, others, hashed.reach(ones, others, WINDOW)


Run = tuple[int, int, int]


def _chains(runs: list[Run]) -> list[list[Run]]:
    """The runs of two texts, in order, put together where one follows another closely in both."""
    chains: list[list[Run]] = []
    newest: dict[int, list[Run]] = {}  # the chain that came last by near each diagonal
    for run in runs:
        band = (run[1] - run[0]) // GAP
        near = [newest[key] for key in (band, band - 1, band + 1) if key in newest]
        chain = next((chain for chain in near if _follows(chain[-1], run)), None)
        if chain is None:
            chain = []
            chains.append(chain)
        chain.append(run)
        newest[band] = chain
    return chains


def _follows(last: Run, run: Run) -> bool:
    return all(-WINDOW <= run[side] - last[side] - last[2] <= GAP for side in (0, 1))


def _passage(corpus: Corpus, chain: list[Run], least: int) -> Match | None:
    (one, other, _), (last, final, length) = chain[0], chain[-1]
    equal = windows = 0
    reached = one, other
    for a, b, n in chain:
        overlap = max(0, reached[0] - a, reached[1] - b)
        equal += max(0, n - overlap)
        windows += n - WINDOW + 1
        reached = max(reached[0], a + n), max(reached[1], b + n)
    ends = last + length, final + length
    wide = max(ends[0] - one, ends[1] - other)
    if equal < least or windows < WINDOWS or 2 * equal < wide:
        return None
    return match(corpus, one, ends[0], other, ends[1], equal)
