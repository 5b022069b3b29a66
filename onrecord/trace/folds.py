"""Documents that are copies of one another as a whole are one report, whatever the order they are given in.

A reprint has another headline, or lacks its last paragraphs, or ends in a site's own; what it repeats it
repeats nearly word for word, numbers included. A form that is filled in anew (a monthly notice, the same
declaration for another place) differs all over, and in its numbers. So two documents are copies where they
share much, and where of what lies between the first and the last words that they share, hardly anything is
particular to either.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.trace.keyed import distinct

SAMPLE = 64  # runs of words in a sketch, those of smallest digest
NUMBERS = 32  # different numbers in a sketch, each with the word after it
RUN = 3  # words
FEWEST = 5  # a sketch of fewer runs tells too little: only an equal one is a copy
SHARED = 0.4  # of the runs of both documents, those in both
HELD = 0.75  # of the runs of the one that has fewer of its own, those in both
ALIKE = 0.9  # likewise, between the first and the last that both have
SAME_NUMBERS = 0.95  # likewise, of its numbers
LOOKED_UP = 16  # smallest digests by which pairs are sought
ANCHORS = 4  # of many that have a digest, each is compared with so many, and with its neighbours
FEW = 2 * ANCHORS + 1  # documents of which all are compared with one another
CHUNK = 4096  # pairs compared at once
AMPLE = 3  # times as many digests are looked at as a sketch has, where a document has more

Words = NDArray[np.uint64]

_BASE = np.uint64(0x9E3779B97F4A7C15)
_NUMBER = np.uint64(1 << 63)
_PLACES = np.uint64(16)  # bits that hold the place in the document
_NONE = np.uint64((1 << 64) - 1)
_EVERYWHERE = np.array([-1]), np.array([0x10000])  # before the first place, and after the last


def sketch(words: NDArray[np.uint64], numeric: NDArray[np.bool_] | None = None) -> bytes:
    """A small digest of a document, by which its copies are known.

    Args:
        words: the hashes of its words, in order.
        numeric: which of them are numbers.

    Returns:
        At most SAMPLE runs of RUN words and NUMBERS numbers, eight bytes each, little endian, ascending: a
        mark that tells numbers from runs (1 bit), a digest (47 bits), where it first stands (16 bits, a share
        of the document). Equal words give equal bytes.
    """
    words = words.astype(np.uint64)
    runs = np.zeros(max(len(words) - RUN + 1, min(len(words), 1)), np.uint64)
    for step in range(min(RUN, len(words))):
        runs = runs * _BASE + words[step : step + len(runs)]
    parts = [_smallest(runs, np.arange(len(runs)), SAMPLE, len(words))]
    if numeric is not None:
        places = np.flatnonzero(numeric)
        after = np.append(words, np.uint64(0))[places + 1]  # "1 billion" is another number than "1"
        counted = words[places] * _BASE + after
        parts.append(_smallest(counted, places, NUMBERS, len(words)) | _NUMBER)
    return np.concatenate(parts).astype("<u8").tobytes()


def sketches(words: Words, numeric: NDArray[np.bool_], edges: NDArray[np.int64]) -> list[bytes]:
    """`sketch` of each of many documents, whose words are [edges[n], edges[n + 1]) of all words."""
    sizes = np.diff(edges)
    of = np.repeat(np.arange(len(sizes)), sizes)
    place = np.arange(len(words)) - edges[of]
    begins = np.flatnonzero(place <= sizes[of] - RUN)
    runs = np.zeros(len(begins), np.uint64)
    for step in range(RUN):
        runs = runs * _BASE + words[begins + step]
    numbers = np.flatnonzero(numeric)
    after = np.append(words, np.uint64(0))[numbers + 1]
    after[place[numbers] == sizes[of[numbers]] - 1] = 0
    parts = [
        _least(runs, of[begins], place[begins], SAMPLE, sizes),
        _least(words[numbers] * _BASE + after, of[numbers], place[numbers], NUMBERS, sizes),
    ]
    own = np.concatenate([parts[0][0], parts[1][0]])
    order = np.argsort(own, kind="stable")  # of each document its runs, then its numbers
    sample = np.concatenate([parts[0][1], parts[1][1] | _NUMBER])[order].astype("<u8").tobytes()
    borders = (np.searchsorted(own[order], np.arange(len(sizes) + 1)) * 8).tolist()
    found = [sample[start:end] for start, end in pairwise(borders)]
    for n in np.flatnonzero((sizes < RUN) | parts[0][2] | parts[1][2]).tolist():
        found[n] = sketch(words[edges[n] : edges[n + 1]], numeric[edges[n] : edges[n + 1]])
    return found


def _least(
    values: Words, of: NDArray[np.int64], places: NDArray[np.int64], most: int, sizes: NDArray[np.int64]
) -> tuple[NDArray[np.int64], Words, NDArray[np.bool_]]:
    """`_smallest` of many documents: whose each is, and the sample; then for which documents it is unknown.

    Digests are spread evenly, so that the smallest of a document are nearly always among those below a share
    of their range; only these are sorted.
    """
    digests = _digests(values)
    counts = np.bincount(of, minlength=len(sizes))
    share = np.minimum(1.0, AMPLE * most / np.maximum(counts, 1))
    near = np.flatnonzero(digests < (share * 2.0**47).astype(np.uint64)[of])
    digests, of, places = digests[near], of[near], places[near]
    order = np.lexsort((digests, of))  # of equal ones the first comes first
    digests, of, places = digests[order], of[order], places[order]
    fresh = np.ones(len(of), np.bool_)
    fresh[1:] = (digests[1:] != digests[:-1]) | (of[1:] != of[:-1])
    digests, of, places = digests[fresh], of[fresh], places[fresh]
    first = np.searchsorted(of, np.arange(len(sizes) + 1))
    unknown = (np.diff(first) < most) & (share < 1)
    least = np.arange(len(of)) - first[of] < most
    digests, of, places = digests[least], of[least], places[least]
    return of, digests << _PLACES | (places * 0xFFFF // sizes[of]).astype(np.uint64), unknown


def _smallest(values: Words, places: NDArray[np.int64], most: int, length: int) -> Words:
    digests, first = np.unique(_digests(values), return_index=True)
    share = places[first[:most]] * 0xFFFF // max(length, 1)
    sample: Words = digests[:most] << _PLACES | share.astype(np.uint64)
    return sample


def _digests(values: Words) -> Words:
    mixed = (values ^ (values >> np.uint64(31))) * np.uint64(0xBF58476D1CE4E5B9)
    found: Words = (mixed ^ (mixed >> np.uint64(29))) >> np.uint64(17)
    return found


def folded(families: Sequence[Sequence[bytes]]) -> list[list[int]]:
    """`reports` of many families, most of which have few documents."""
    known: dict[bytes, int] = {}
    small: list[tuple[list[int], list[tuple[int, int]]]] = []
    for sketches in families:
        own = [known.setdefault(sketch, len(known)) for sketch in sketches]
        once = sorted(set(own))
        small.append((own, list(combinations(once, 2)) if len(once) <= FEW else []))
    pairs = distinct(np.array([i << 32 | j for _, found in small for i, j in found], np.int64))
    copies = set(pairs[_copies_of(list(known), pairs >> 32, pairs & 0xFFFFFFFF)].tolist())
    large: dict[
        tuple[int, ...], list[int]
    ] = {}  # a text of thirty paragraphs is reprinted with thirty families
    answers = []
    for sketches, (own, found) in zip(families, small, strict=True):
        if len(own) <= FEW or len(set(own)) <= FEW:
            answers.append(_linked(own, found, copies))
            continue
        if tuple(own) not in large:
            large[tuple(own)] = reports(sketches)
        answers.append(large[tuple(own)])
    return answers


def _linked(own: Sequence[int], pairs: Sequence[tuple[int, int]], copies: set[int]) -> list[int]:
    """The reports of a few documents, of which some pairs are copies."""
    group = {n: n for n in own}
    for i, j in pairs:
        if i << 32 | j in copies and group[i] != group[j]:
            group = {n: group[i] if of == group[j] else of for n, of in group.items()}
    return _numbered([group[n] for n in own])


def _copies_of(
    sketches: Sequence[bytes], one: NDArray[np.int64], other: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Which pairs of different sketches are copies."""
    found = np.zeros(len(one), np.bool_)
    if not len(one):
        return found
    runs, numbers = _table(sketches)
    for at in range(0, len(one), CHUNK):
        i, j = one[at : at + CHUNK], other[at : at + CHUNK]
        looked_up = np.concatenate([runs[i, :LOOKED_UP], runs[j, :LOOKED_UP]], axis=1)
        looked_up.sort(axis=1)
        both = (looked_up[:, 1:] != _NONE) & (looked_up[:, 1:] >> _PLACES == looked_up[:, :-1] >> _PLACES)
        near = np.flatnonzero(
            both.any(axis=1) & (runs[i, FEWEST - 1] != _NONE) & (runs[j, FEWEST - 1] != _NONE)
        )
        i, j = i[near], j[near]
        found[at + near] = _copies(runs[i], runs[j], numbers[i], numbers[j])
    return found


def reports(sketches: Sequence[bytes]) -> list[int]:
    """Which documents of a family are copies of one another, directly or through others.

    Args:
        sketches: one for each document.

    Returns:
        For each document the number of its report, from 0 in order of first appearance. Time is near-linear:
        where very many documents have words in common, each is compared with a few of them, always the same.
    """
    distinct = sorted(set(sketches))
    if len(distinct) < 2:
        return _numbered(sketches)
    runs, numbers = _table(distinct)
    parent = list(range(len(distinct)))
    pairs = _pairs(runs)
    for at in range(0, len(pairs), CHUNK):
        apart = [_root(parent, i) != _root(parent, j) for i, j in pairs[at : at + CHUNK].tolist()]
        one, other = pairs[at : at + CHUNK][apart].T
        copies = _copies(runs[one], runs[other], numbers[one], numbers[other])
        for i, j in zip(one[copies].tolist(), other[copies].tolist(), strict=True):
            i, j = _root(parent, i), _root(parent, j)
            parent[max(i, j)] = min(i, j)
    group = {own: _root(parent, place) for place, own in enumerate(distinct)}
    return _numbered([group[own] for own in sketches])


def _numbered(groups: Sequence[object]) -> list[int]:
    """Numbers from 0 in order of first appearance."""
    seen: dict[object, int] = {}
    return [seen.setdefault(group, len(seen)) for group in groups]


def _root(parent: list[int], at: int) -> int:
    while parent[at] != at:
        parent[at] = at = parent[parent[at]]
    return at


def _table(sketches: Sequence[bytes]) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Runs and numbers of sketches, a row each, filled up with _NONE."""
    runs = np.full((len(sketches), SAMPLE), _NONE)
    numbers = np.full((len(sketches), NUMBERS), _NONE)
    for row, own in enumerate(sketches):
        values = np.frombuffer(own, "<u8")
        cut = int(np.searchsorted(values, _NUMBER))
        runs[row, :cut] = values[:cut]
        numbers[row, : len(values) - cut] = values[cut:] ^ _NUMBER
    return runs, numbers


def _pairs(runs: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Pairs of rows worth comparing: those that share one of their smallest digests."""
    enough = runs[:, FEWEST - 1] != _NONE
    rows, columns = np.nonzero((runs[:, :LOOKED_UP] != _NONE) & enough[:, None])
    digests = runs[rows, columns] >> _PLACES
    order = np.lexsort((rows, digests))
    digests, rows = digests[order], rows[order]
    first, place = np.searchsorted(digests, digests), np.arange(len(digests))
    codes = []
    for step in range(ANCHORS):
        for partner in (first + step, place - step - 1):
            fits = (partner >= first) & (partner < place)
            codes.append(rows[partner[fits]] * len(runs) + rows[fits])
    return np.stack(np.divmod(distinct(np.concatenate(codes)), max(len(runs), 1)), axis=1)


class _Match(NamedTuple):
    """What two rows have, in ascending order: a table with a row for each pair.

    Attributes:
        common: whether both have it.
        alone: whether only one has it, as far as both samples reach.
        second: whether it is the second one's.
        places: where it stands in its document.
    """

    common: NDArray[np.bool_]
    alone: NDArray[np.bool_]
    second: NDArray[np.bool_]
    places: NDArray[np.int64]


def _copies(
    one: NDArray[np.uint64],
    other: NDArray[np.uint64],
    numbers: NDArray[np.uint64],
    others: NDArray[np.uint64],
) -> NDArray[np.bool_]:
    """Which rows are copies of each other."""
    runs = _matched(one, other)
    ends = [_ends(runs, second) for second in (False, True)]
    shared = runs.common.sum(axis=1) // 2
    alike = shared >= SHARED * (shared + runs.alone.sum(axis=1))
    alike &= shared >= HELD * (shared + _own(runs, [_EVERYWHERE, _EVERYWHERE]))
    alike &= shared >= ALIKE * (shared + _own(runs, ends))
    counted = _matched(numbers, others)
    shared, own = counted.common.sum(axis=1) // 2, _own(counted, ends)
    copies: NDArray[np.bool_] = alike & (shared >= SAME_NUMBERS * (shared + own)) & (ends[0][1] >= 0)
    return copies


def _matched(one: NDArray[np.uint64], other: NDArray[np.uint64]) -> _Match:
    both = np.concatenate([one, other], axis=1)
    order = np.argsort(both, axis=1)
    both = np.take_along_axis(both, order, axis=1)
    digests = both >> _PLACES
    reach = np.minimum(one[:, -1:], other[:, -1:]) >> _PLACES  # beyond, a full sample says nothing
    known = (digests <= reach) & (both != _NONE)
    same = (digests[:, 1:] == digests[:, :-1]) & known[:, 1:]
    common = np.zeros(both.shape, np.bool_)
    common[:, 1:] |= same
    common[:, :-1] |= same
    places = (both & np.uint64(0xFFFF)).astype(np.int64)
    return _Match(common, known & ~common, order >= one.shape[1], places)


def _ends(match: _Match, second: bool) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where in one of the documents the first and the last of what they have in common stand."""
    theirs = match.common & (match.second == second)
    low: NDArray[np.int64] = np.where(theirs, match.places, 0x10000).min(axis=1)
    high: NDArray[np.int64] = np.where(theirs, match.places, -1).max(axis=1)
    return low, high


def _own(match: _Match, ends: Sequence[tuple[NDArray[np.int64], NDArray[np.int64]]]) -> NDArray[np.int64]:
    """How much between those ends only one has, on the side that has less of its own."""
    sides: list[NDArray[np.int64]] = []
    for second, (low, high) in zip((False, True), ends, strict=True):
        inside = (match.places > low[:, None]) & (match.places < high[:, None])
        sides.append((match.alone & inside & (match.second == second)).sum(axis=1))
    return np.minimum(sides[0], sides[1])
