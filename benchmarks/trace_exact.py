"""Every stretch that two texts share is found here, exactly and without sampling: what tracing is judged by.

Texts are compared as they are read: front matter left out, white space as one space, without capitals, and,
where asked, punctuation as white space. Offsets that leave this module are code points of the given text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Hashes = NDArray[np.uint64]

FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n.*?\n---[ \t]*\r?\n", re.S)
BLANK = re.compile(r"\n[ \t\r\xa0]*\n")
APART = 0x200000  # above every code point: marks the end of a text, another number for each
BASE = np.uint64(0x9E3779B97F4A7C15 | 1)


class Match(NamedTuple):
    """Half-open ranges of code points in two texts, given by their numbers, that hold the same characters."""

    one: int
    start: int
    end: int
    other: int
    begin: int
    finish: int
    length: int  # in characters as compared


@dataclass(frozen=True, slots=True)
class Corpus:
    """All texts as one row of characters.

    Attributes:
        codes: the characters as compared, with a mark of its own at the end of each text.
        origin: where each stands in its text.
        text: the number of the text.
        breaks: positions in `codes` at which a paragraph ends.
        count: how many texts.
    """

    codes: Ints
    origin: Ints
    text: Ints
    breaks: Ints
    count: int


def corpus(texts: Sequence[str], punctuation: bool = True) -> Corpus:
    """The texts in the form in which they are compared."""
    codes, origins, numbers, breaks, at = [], [], [], [], 0
    for number, text in enumerate(texts):
        body = FRONT.match(text)
        begin = body.end() if body else 0
        kept, origin = _compared(text, begin, punctuation)
        ends = np.array([match.start() for match in BLANK.finditer(text, begin)], dtype=np.int64)
        codes += [kept, np.array([APART + number])]
        origins += [origin, np.array([len(text)])]
        numbers.append(np.full(len(kept) + 1, number))
        breaks.append(at + np.searchsorted(origin, ends))
        at += len(kept) + 1
    return Corpus(*map(np.concatenate, (codes, origins, numbers, breaks)), len(texts))


def _compared(text: str, begin: int, punctuation: bool) -> tuple[Ints, Ints]:
    """The characters from `begin` on as they are compared, and where each stands."""
    raw = np.frombuffer(text[begin:].encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds, places = np.unique(raw, return_inverse=True)

    def form(code: int) -> int:
        letter = chr(code)
        if letter.isspace() or not (punctuation or letter.isalnum()):
            return 32
        return ord(letter.lower()[0])

    all_ = np.array([form(int(code)) for code in kinds], dtype=np.int64)[places]
    space = all_ == 32
    keep = ~space
    keep[1:] |= space[1:] & ~space[:-1]
    where = np.flatnonzero(keep)
    return all_[where], where + begin


class Hashed:
    """Digests of any stretch of a corpus at once; what they find is compared character by character after."""

    def __init__(self, codes: Ints) -> None:
        mixed = codes.astype(np.uint64) * np.uint64(0xBF58476D1CE4E5B9)
        mixed ^= mixed >> np.uint64(29)
        mixed *= np.uint64(0x94D049BB133111EB)
        mixed ^= mixed >> np.uint64(32)
        size = len(codes)
        self.codes = codes
        inverse = np.uint64(pow(int(BASE), -1, 1 << 64))
        powers = np.cumprod(np.full(size + 1, BASE, dtype=np.uint64)) * inverse
        self.back = np.cumprod(np.full(size + 1, inverse, dtype=np.uint64)) * BASE
        self.sums = np.zeros(size + 1, dtype=np.uint64)
        np.cumsum(mixed * powers[:size], out=self.sums[1:])

    def of(self, starts: Ints, lengths: Ints | int) -> Hashes:
        """A digest of each stretch."""
        return (self.sums[starts + lengths] - self.sums[starts]) * self.back[starts]

    def reach(self, ones: Ints, others: Ints, known: int) -> Ints:
        """How many characters are the same from each two places on, of which `known` surely are."""
        low = np.full(len(ones), known, dtype=np.int64)
        high = len(self.codes) - np.maximum(ones, others)
        while True:
            open_ = low < high
            if not open_.any():
                return low
            middle = (low + high + 1) // 2
            same = self.of(ones, middle) == self.of(others, middle)
            low = np.where(open_ & same, middle, low)
            high = np.where(open_ & ~same, middle - 1, high)


def starts(corpus: Corpus, hashed: Hashed, least: int, most_texts: int | None) -> Iterator[tuple[Ints, Ints]]:
    """Pairs of places at which `least` equal characters begin and which differ one character earlier.

    With `most_texts`, stretches that stand in more texts are passed over.
    """
    size = len(corpus.codes) - least
    places = np.arange(max(size, 0))
    # A window that holds the end of a text is like no other; leaving it out spares the sorting.
    places = places[corpus.text[places] == corpus.text[places + least]]
    digests = hashed.of(places, least)
    before = np.where(places > 0, corpus.codes[places - 1], -1)
    order = np.lexsort((before, digests))
    places, digests, before = places[order], digests[order], before[order]
    edges = np.flatnonzero(np.concatenate(([True], digests[1:] != digests[:-1], [True])))
    first, last = edges[:-1], edges[1:] - 1
    # Where all have the same character before them, the stretch began earlier, and was met there.
    for low, high in zip(*(side[before[first] != before[last]] for side in (first, last)), strict=True):
        group, left = places[low : high + 1], before[low : high + 1]
        if most_texts and len(np.unique(corpus.text[group])) > most_texts:
            continue
        a, b = np.triu_indices(len(group), 1)
        apart = (left[a] != left[b]) & (corpus.text[group[a]] != corpus.text[group[b]])
        a, b = group[a[apart]], group[b[apart]]
        yield np.minimum(a, b), np.maximum(a, b)


class Rows(NamedTuple):
    """Maximal stretches in common: first characters in the corpus, the earlier text's first, and lengths."""

    ones: Ints
    others: Ints
    lengths: Ints


def common(corpus: Corpus, least: int = 100, most_texts: int | None = None) -> Rows:
    """Every maximal stretch of `least` characters or more that two texts share.

    Raises:
        AssertionError: two stretches have one digest and are not equal (which would make the rest wrong).
    """
    hashed = Hashed(corpus.codes)
    found = list(starts(corpus, hashed, least, most_texts))
    if not found:
        return Rows(*(np.zeros(0, dtype=np.int64) for _ in range(3)))
    ones, others = (np.concatenate(side) for side in zip(*found, strict=True))
    lengths = hashed.reach(ones, others, least)
    if most_texts is None:
        for one, other, length in zip(ones, others, lengths, strict=True):
            same = np.array_equal(corpus.codes[one : one + length], corpus.codes[other : other + length])
            assert same, "two different stretches with one digest"
    return Rows(ones, others, lengths)


def match(corpus: Corpus, one: int, one_end: int, other: int, other_end: int, length: int) -> Match:
    """Stretches of the corpus as stretches of their texts."""

    def span(low: int, high: int) -> tuple[int, int]:
        while low < high and corpus.codes[low] == 32:
            low += 1
        while high > low and corpus.codes[high - 1] == 32:
            high -= 1
        return int(corpus.origin[low]), int(corpus.origin[max(high - 1, low)]) + 1

    (start, end), (begin, finish) = span(one, one_end), span(other, other_end)
    return Match(int(corpus.text[one]), start, end, int(corpus.text[other]), begin, finish, int(length))


def whole(corpus: Corpus, rows: Rows) -> list[Match]:
    """The stretches as they are, over as many paragraphs as they go."""
    return [match(corpus, a, a + n, b, b + n, n) for a, b, n in zip(*rows, strict=True)]


def by_paragraph(corpus: Corpus, rows: Rows, least: int = 100) -> list[Match]:
    """The stretches cut where a paragraph ends in either text; what is shorter than `least` is left out."""
    found = set()
    for one, other, length in zip(*rows, strict=True):
        cuts = {0, int(length)}
        for at in (one, other):
            low, high = np.searchsorted(corpus.breaks, (at + 1, at + length))
            cuts.update(int(place - at) for place in corpus.breaks[low:high])
        ordered = sorted(cuts)
        for low, high in pairwise(ordered):
            if high - low >= least:
                found.add(match(corpus, one + low, one + high, other + low, other + high, high - low))
    return sorted(found)
