"""Texts are cut where their passages and sentences end, so that the same words are cut alike everywhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.text.rarity import bits
from onrecord.text.words import words

FEWEST = 6  # words of a piece: less is not followed
TELLS = 45.0  # bits of a piece, and of what two have in common: about six words, of which three are telling
TELLING = 8.5  # bits from which a word is telling, and of a letter that is a word by itself
# Scripts without spaces, whose letters are words, begin here; the others are scripts with spaces among them.
UNSPACED = ((0x0E00, 0x0E00), (0x10A0, 0x177F), (0x1800, 0x2E7F), (0xAC00, 0xD7FF))
EIGHTHS = 8  # bits are added up in whole eighths
MOST = 200  # words of a piece: what aligns two pieces costs the product of their lengths

JOIN = "\n\n"
LINK = 1  # the lowest bit of a wording says that it is a web address
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"“”«»]+")

# Between two words, one of these ends what can be quoted whole: a sentence, a quotation, a part of one.
ENDS = '!?…"“”„«»‘。！？「」『』|•'
STOPS = ".:;"  # end a sentence where white space follows them
SHORT = 4  # letters of a word that, capitalised before a full stop, may be an abbreviation ("Gov.", "Mr.")

_BASE = np.uint64(0x9E3779B97F4A7C15 | 1)
_UNBASE = np.uint64(pow(int(_BASE), -1, 1 << 64))
_BOUND = np.uint64(0xD6E8FEB86659FD93)


class Cut(NamedTuple):
    """The words of one or more texts.

    Attributes:
        starts, ends: code points in the text (in the joined text, where there were several).
        hashes: equal for equal words.
        bits: how telling each is.
        numeric: whether it begins with a digit.
        bounds: whether a sentence, a quotation or a piece begins with the word.
    """

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    hashes: NDArray[np.uint64]
    bits: NDArray[np.float32]
    numeric: NDArray[np.bool_]
    bounds: NDArray[np.bool_]

    def some(self, which: NDArray[np.int64]) -> Cut:
        """Some of the words, in the order given."""
        return Cut(
            self.starts[which],
            self.ends[which],
            self.hashes[which],
            self.bits[which],
            self.numeric[which],
            self.bounds[which],
        )


class Pieces(NamedTuple):
    """The pieces of a batch of texts.

    Attributes:
        text: which text of the batch each stands in.
        starts, ends: where, in code points of that text.
        firsts, lasts: which words of the batch they are, [first, last).
        wordings: a digest of their words and of where their sentences and quotations begin; odd for a web
            address, which is a piece by itself, and whose words are no part of the passage around it.
        cut: the words of the batch, counted in the joined texts; `bounds` is set where pieces begin.
    """

    text: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    firsts: NDArray[np.int64]
    lasts: NDArray[np.int64]
    wordings: NDArray[np.int64]
    cut: Cut


def pieces(texts: Sequence[str], passages: Sequence[Sequence[tuple[int, int]]]) -> Pieces:
    """Cut the passages of some texts into pieces of FEWEST to MOST words; what says too little is left out.

    Args:
        texts: whole texts.
        passages: for each text its passages, first and past the last code point, in order.
    """
    joined = JOIN.join(texts)
    offsets = _offsets(texts)
    addresses = _addresses(joined)
    cut, spoken = _apart(joined, addresses)
    which = np.repeat(np.arange(len(texts)), [len(found) for found in passages])
    spans = np.array([span for found in passages for span in found], dtype=np.int64).reshape(-1, 2)
    spans = spans + offsets[which][:, None]
    firsts = np.searchsorted(cut.starts[:spoken], spans[:, 0])
    lasts = np.searchsorted(cut.starts[:spoken], spans[:, 1])
    parts = _parted(which, spans, (firsts, lasts), cut)
    of, where = _links(addresses, which, spans)
    edges = spoken + np.searchsorted(cut.starts[spoken:], where)
    links = of, where, edges[:, 0], edges[:, 1]
    which, spans, firsts, lasts = (np.concatenate(pair) for pair in zip(parts, links, strict=True))
    telling = sums(cut.bits)
    kept = (lasts - firsts >= FEWEST) & (telling[lasts] - telling[firsts] >= TELLS * EIGHTHS)
    order = np.lexsort((spans[:, 0], which))
    order = order[kept[order]]
    which, spans, firsts, lasts = which[order], spans[order], firsts[order], lasts[order]
    cut.bounds[firsts] = True
    wordings = digests(cut, firsts, lasts) & ~LINK | (firsts >= spoken)
    own = offsets[which]
    return Pieces(which, spans[:, 0] - own, spans[:, 1] - own, firsts, lasts, wordings, cut)


def rejoined(
    texts: Sequence[str], wordings: Sequence[int]
) -> tuple[Cut, NDArray[np.int64], NDArray[np.int64]]:
    """The words of the texts of pieces: cut, which of the words are the pieces' [first, last).

    `Cut.starts` and `Cut.ends` count in each piece's own text.
    """
    joined = JOIN.join(texts)
    cut, spoken = _apart(joined, _addresses(joined))
    begins = _offsets([*texts, ""])
    links = np.array(wordings, dtype=np.int64) & LINK > 0
    firsts, lasts = (
        np.searchsorted(cut.starts[:spoken], begins[:-1]),
        np.searchsorted(cut.starts[:spoken], begins[1:]),
    )
    own = np.searchsorted(cut.starts[spoken:], begins) + spoken
    firsts, lasts = np.where(links, own[:-1], firsts), np.where(links, own[1:], lasts)
    own = begins[np.searchsorted(begins, cut.starts, "right") - 1]
    return cut._replace(starts=cut.starts - own, ends=cut.ends - own), firsts, lasts


def _offsets(texts: Sequence[str]) -> NDArray[np.int64]:
    """Where each text begins in the joined text."""
    lengths = [len(text) + len(JOIN) for text in texts]
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths, dtype=np.int64)])[:-1]


def _addresses(text: str) -> NDArray[np.int64]:
    """Where web addresses stand."""
    return np.array([match.span() for match in _ADDRESS.finditer(text)], dtype=np.int64).reshape(-1, 2)


def _apart(text: str, addresses: NDArray[np.int64]) -> tuple[Cut, int]:
    """The words of a text, those of web addresses after all others, and how many these others are.

    An address is printed, but not said: a link put under the words changes nothing about them, and the title
    that stands in an address is no quotation of it.
    """
    cut = cut_text(text)
    if not len(addresses):
        return cut, len(cut.starts)
    edges = np.searchsorted(cut.starts, addresses)
    address = np.zeros(len(cut.starts), dtype=np.bool_)
    for first, last in edges.tolist():
        address[first:last] = True
    within = np.flatnonzero(address)
    cut.hashes[within] = mixed(cut.hashes[within])  # no word of the text is a word of an address
    order = np.concatenate([np.flatnonzero(~address), within])
    return cut.some(order), len(address) - len(within)


def _links(
    found: NDArray[np.int64], which: NDArray[np.int64], spans: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The web addresses within passages, with the texts they stand in."""
    if not len(spans) or not len(found):
        return which[:0], spans[:0]
    at = np.searchsorted(spans[:, 0], found[:, 0], "right") - 1
    inside = (at >= 0) & (found[:, 1] <= spans[at, 1])
    return which[at[inside]], found[inside]


def cut_text(text: str) -> Cut:
    """The words of a text, with where sentences and quotations begin."""
    found = words(text)
    starts, ends = found.starts.astype(np.int64), found.ends.astype(np.int64)
    bounds = np.zeros(len(starts) + 1, dtype=np.bool_)
    bounds[:1] = True
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    classes = _classes()[points if points.max(initial=0) <= 0xFFFF else np.minimum(points, 0xFFFF)]
    marks = np.flatnonzero(classes & 3)
    plain = marks[classes[marks] & 1 > 0]
    bounds[np.searchsorted(starts, plain)] = True
    stops = marks[classes[marks] & 2 > 0]
    if len(stops) and len(starts):
        after = np.minimum(stops + 1, len(points) - 1)
        stops = stops[(classes[after] & 5 > 0) | (stops + 1 == len(points))]
        word = np.searchsorted(starts, stops)
        before = np.maximum(word - 1, 0)
        capital = classes[starts[before]] & 8 > 0
        short = capital & (ends[before] - starts[before] <= SHORT) & (points[stops] == ord("."))
        bounds[word[~short]] = True
    worth = bits(found)
    alone = np.flatnonzero(ends - starts == 1)
    first = points[starts[alone]]
    unspaced = first >= UNSPACED[0][0]
    for low, high in UNSPACED[1:]:
        unspaced &= (first < low) | (first > high)
    alone = alone[unspaced]
    worth[alone] = np.maximum(worth[alone], np.float32(TELLING))
    return Cut(starts, ends, found.hashes, worth, found.numeric, bounds[:-1])


def digests(cut: Cut, firsts: NDArray[np.int64], lasts: NDArray[np.int64]) -> NDArray[np.int64]:
    """A digest of each stretch [first, last) of words: the same for the same words and bounds."""
    values = np.where(cut.bounds, cut.hashes ^ _BOUND, cut.hashes)
    return runs(values, firsts, lasts).view(np.int64)


def runs(
    values: NDArray[np.uint64], firsts: NDArray[np.int64], lasts: NDArray[np.int64]
) -> NDArray[np.uint64]:
    """A digest of each run [first, last) of the values: differences of a polynomial's prefix sums, mixed."""
    count = len(values)
    with np.errstate(over="ignore"):
        sums = np.zeros(count + 1, dtype=np.uint64)
        np.cumsum(values * _powers(_BASE, count), out=sums[1:])
        found = (sums[lasts] - sums[firsts]) * _powers(_UNBASE, count + 1)[firsts]
        return mixed(found + (lasts - firsts).astype(np.uint64))


def mixed(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Numbers spread evenly over 64 bits (the finaliser of splitmix64, Steele and others, 2014)."""
    with np.errstate(over="ignore"):
        values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return values ^ (values >> np.uint64(31))


def sums(bits: NDArray[np.float32]) -> NDArray[np.int64]:
    """Eighths of a bit of the first n words, for n from 0; whole numbers, so that differences are exact."""
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(np.rint(bits * EIGHTHS).astype(np.int64))])


def _powers(base: np.uint64, count: int) -> NDArray[np.uint64]:
    powers = np.full(count, base, dtype=np.uint64)
    powers[:1] = 1
    with np.errstate(over="ignore"):
        return np.multiply.accumulate(powers)


def _parted(
    which: NDArray[np.int64],
    spans: NDArray[np.int64],
    words: tuple[NDArray[np.int64], NDArray[np.int64]],
    cut: Cut,
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Passages of more than MOST words in parts, cut where a sentence ends if one does."""
    firsts, lasts = words
    long = np.flatnonzero(lasts - firsts > MOST)
    if not len(long):
        return which, spans, firsts, lasts
    keep = np.ones(len(which), dtype=np.bool_)
    keep[long] = False
    parts: list[tuple[int, int, int, int, int]] = []
    for n in long.tolist():
        start, end = spans[n].tolist()
        first, last = int(firsts[n]), int(lasts[n])
        bounds = (np.flatnonzero(cut.bounds[first:last]) + first).tolist()
        bounds.append(last)
        at = 0
        while last - first > MOST:
            while at < len(bounds) and bounds[at] <= first + MOST:
                at += 1
            next_ = bounds[at - 1] if at and bounds[at - 1] > first else first + MOST
            parts.append((int(which[n]), start, int(cut.ends[next_ - 1]), first, next_))
            first, start = next_, int(cut.starts[next_])
        parts.append((int(which[n]), start, end, first, last))
    more = np.array(parts, dtype=np.int64)
    order = np.argsort(np.concatenate([firsts[keep], more[:, 3]]), kind="stable")
    joined = (
        np.concatenate([which[keep], more[:, 0]])[order],
        np.concatenate([spans[keep], more[:, 1:3]])[order],
        np.concatenate([firsts[keep], more[:, 3]])[order],
        np.concatenate([lasts[keep], more[:, 4]])[order],
    )
    return joined


@cache
def _classes() -> NDArray[np.uint8]:
    """For each code point up to 0xFFFF: 1 a mark that ends, 2 a stop, 4 white space, 8 a capital."""
    letters = [chr(point) for point in range(0xFFFF)] + [""]  # the last stands for all beyond
    table = np.fromiter(map(str.isspace, letters), np.uint8) * 4
    table += np.fromiter(map(str.isupper, letters), np.uint8) * 8
    for letter in ENDS:
        table[ord(letter)] |= 1
    for letter in STOPS:
        table[ord(letter)] |= 2
    return table
