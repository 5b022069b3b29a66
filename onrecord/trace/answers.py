"""Given words are found whole or in part, in order, and what an ellipsis stands for costs next to nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.model import Span
from onrecord.trace.keyed import found as keys_found
from onrecord.trace.pieced import Cut, cut_text

MOST = 1000  # words of a quotation that are looked for
MOST_GIVEN = 20_000  # code points of it
PLAIN = 3.0  # bits that every word has, and that tell nothing
LEAST, GREATEST = 1.5, 11.0  # bits that one word counts for: no rare name outweighs the rest of a quotation

_UNIT = 64  # parts of a bit, so that all sums are whole numbers
_SKIP = 32  # what a word of the text costs that stands between two matched ones: half a bit
_LEAP = 1  # the same where the given words have an ellipsis
_BREAK = 5 * 64  # what it costs to go on after a word that differs, or was passed over
_SENTENCE = 4  # words as which the beginning of a sentence counts that is passed over
_APART = 1 << 20  # words as which the border of two texts counts: more than any quotation is worth
_NEVER = -(1 << 40)
_CELLS = 4_000_000  # cells of the table that are held at once

_ELLIPSIS = r"(?:…|\.(?:[ \u00a0]?\.){2,})"
_GAP = re.compile(rf"[\[(][ \u00a0]*{_ELLIPSIS}[ \u00a0]*[\])]|{_ELLIPSIS}")
_LABEL = re.compile(
    r"[\s“\"]*(?:Q|[A-Z][A-Z.’' -]{1,40}:)\s+(?=[A-Z“\"])"
)  # of a turn, as transcripts print it
_BRACKETED = re.compile(r"\[[^\[\]]{0,200}\]")


class Given(NamedTuple):
    """A quotation as it was given.

    Attributes:
        text: as given; all spans count in it.
        cut: its words, no more than MOST, without those in square brackets, which are the quoter's own, and
            without the label of a turn.
        weights: what each word is worth, in parts of a bit.
        gaps: the words before which something is marked as left out, by an ellipsis or a bracket.
        own: the spans of the words that are left out so.
        whole: whether all words of the text are among them.
    """

    text: str
    cut: Cut
    weights: NDArray[np.int64]
    gaps: frozenset[int]
    own: tuple[Span, ...]
    whole: bool

    @property
    def size(self) -> int:
        """How many words are looked for."""
        return len(self.weights)

    def segments(self) -> list[Span]:
        """The parts between what is marked as left out, in code points of `text`."""
        at = [0, *sorted(self.gaps), self.size]
        return [self.span(one, other) for one, other in pairwise(at) if one < other]

    def span(self, first: int, last: int) -> Span:
        """Where the words [first, last) stand."""
        return Span(int(self.cut.starts[first]), int(self.cut.ends[last - 1]))

    def telling(self) -> list[str]:
        """The words, each once, the most telling first."""
        best = np.argsort(-self.weights, kind="stable").tolist()
        return list(dict.fromkeys(self.span(n, n + 1).of(self.text).casefold() for n in best))

    def keys(self) -> NDArray[np.uint32]:
        """The keys of the words, sorted, each once; those of each part by itself."""
        at = np.array([0, *sorted(self.gaps), self.size], dtype=np.int64)
        return np.unique(keys_found(self.cut, at[:-1], at[1:]).keys)


class Fit(NamedTuple):
    """Where given words stand in a text.

    Attributes:
        span: what answers to all the given words, in code points of the text.
        given: how many words are looked for.
        matched: how many of them are the same here.
        score: how much of the given words that is, by weight, between 0 and 1.
        bits: how much that is.
        worth: the same as `score`, less what the words between cost: how close together they stand.
        between: what of the text stands between the matched words, each with whether the given words mark
            that something was left out there; None where a given word is missing. Where it is empty, the
            words stand there as given.
        alone: whether they stand there as a whole sentence or quotation.
    """

    span: Span
    given: int
    matched: int
    score: float
    bits: float
    worth: float
    between: tuple[tuple[Span, bool], ...] | None
    alone: bool

    def moved(self, by: int) -> Fit:
        """The same in a text that begins so many code points before this one."""
        between = self.between and tuple((Span(s.start + by, s.end + by), m) for s, m in self.between)
        return self._replace(span=Span(self.span.start + by, self.span.end + by), between=between)


def given(text: str) -> Given:
    """A quotation cut into the words that are looked for. Any string will do."""
    head = text[:MOST_GIVEN]
    cut = cut_text(head)
    gaps = [match.span() for match in _GAP.finditer(head)]
    label = _LABEL.match(head)
    brackets = [label.span()] if label else []
    brackets += [m.span() for m in _BRACKETED.finditer(head) if any(map(str.isalnum, m[0]))]
    inside = np.zeros(len(cut.starts), dtype=np.bool_)
    for start, end in brackets:
        inside[np.searchsorted(cut.starts, start) : np.searchsorted(cut.starts, end)] = True
    if inside.all():
        inside[:] = False
        brackets = []
    kept = np.flatnonzero(~inside)
    whole = len(kept) <= MOST and len(head) == len(text)
    at = kept[:MOST]
    columns = cut.hashes[at], cut.bits[at], cut.numeric[at], cut.bounds[at]
    chosen = Cut(cut.starts[at], cut.ends[at], *columns)
    marked = (int(np.searchsorted(chosen.starts, start)) for start, _ in (*gaps, *brackets))
    between = frozenset(n for n in marked if 0 < n < len(chosen.starts))
    weights = np.rint(np.clip(chosen.bits - PLAIN, LEAST, GREATEST) * _UNIT).astype(np.int64)
    return Given(text, chosen, weights, between, tuple(Span(*pair) for pair in brackets), whole)


def fits(asked: Given, texts: Sequence[str], least: float = 0.3) -> list[Fit | None]:
    """The best place for the given words in each of some texts; None where none is worth it.

    A word that is matched brings its weight. Each break between two that are not neighbours on both sides
    costs five bits, each word of the text that is passed over half a bit, and each sentence that begins there
    two more, so that common words far away are not worth going to; an ellipsis may stand for hundreds.

    Args:
        texts: stretches of texts, as long as there is reason to look.
        least: what a place must be worth, as a part of what all the given words are.
    """
    text = "\n\n".join(texts)
    cut = cut_text(text)
    heads = np.cumsum([0, *(len(text) + 2 for text in texts)])
    words = np.searchsorted(cut.starts, heads).tolist()
    cut.bounds[[word for word in words if word < len(cut.bounds)]] = True
    found: list[Fit | None] = []
    cells = 0
    at = 0
    for n in range(len(texts)):
        cells += (asked.size + 1) * (words[n + 1] - words[n] + 1)
        if cells > _CELLS or n + 1 == len(texts):
            found += _Table(asked, text, cut, words[at : n + 2]).fits(heads[at : n + 1].tolist(), least)
            at, cells = n + 1, 0
    return found


class _Table:
    """What the best matching up to each given word and each word of some texts is worth.

    Each text is a run of columns that begins with one for "before the first word".
    """

    def __init__(self, asked: Given, text: str, cut: Cut, borders: list[int]) -> None:
        self._asked = asked
        self._text = text
        self._cut = cut
        self._borders = borders
        counts = np.diff(borders)
        self._lows = (np.concatenate([[0], np.cumsum(counts + 1)])).tolist()
        width = self._lows[-1]
        heads = np.zeros(width, dtype=np.bool_)
        heads[self._lows[:-1]] = True
        self._words = np.arange(width) - np.cumsum(heads) + borders[0]  # of a head: the word before it
        self._hashes = np.zeros(width, dtype=np.uint64)
        self._hashes[~heads] = cut.hashes[borders[0] : borders[-1]]
        begins = np.zeros(width, dtype=np.int64)
        begins[~heads] = cut.bounds[borders[0] : borders[-1]]
        places = np.arange(width) + np.cumsum(heads) * _APART
        places += np.cumsum(begins) * _SENTENCE
        shape = (asked.size + 1, width)
        # Of each row: the best that ends at most here, and the best whose last match is this very word.
        self._rows = np.zeros(shape, dtype=np.int64)
        self._last = np.full(shape, _NEVER, dtype=np.int64)
        self._fill(heads, places)

    def _fill(self, heads: NDArray[np.bool_], places: NDArray[np.int64]) -> None:
        asked, rows, last = self._asked, self._rows, self._last
        dear, cheap = places * _SKIP, places * _LEAP
        columns = np.flatnonzero(~heads)
        columns = columns[np.argsort(self._hashes[columns], kind="stable")]
        hashes = self._hashes[columns]
        first = np.searchsorted(hashes, asked.cut.hashes).tolist()
        final = np.searchsorted(hashes, asked.cut.hashes, "right").tolist()
        for n in range(asked.size):
            row = rows[n + 1]
            row[:] = rows[n]
            same = columns[first[n] : final[n]]
            if not len(same):
                if n + 1 not in asked.gaps:
                    continue  # as the row above, in which nothing is farther than its neighbour
            else:
                before = same - 1
                broken = rows[n, before] - self._break(n)
                last[n + 1, same] = np.maximum(last[n, before], broken) + asked.weights[n]
                row[same] = np.maximum(row[same], last[n + 1, same])
            cost = cheap if n + 1 in asked.gaps else dear
            row += cost
            np.maximum.accumulate(row, out=row)
            row -= cost

    def _break(self, word: int) -> int:
        """What it costs to begin anew at a given word; nothing at the first, or after an ellipsis."""
        return 0 if word == 0 or word in self._asked.gaps else _BREAK

    def fits(self, heads: list[int], least: float) -> Iterator[Fit | None]:
        """The best place in each text, whose first code point is in `heads`."""
        total = max(int(self._asked.weights.sum()), 1)
        for n, head in enumerate(heads):
            low, high = self._lows[n], self._lows[n + 1]
            best = low + int(np.argmax(self._rows[-1, low:high]))
            worth = int(self._rows[-1, best])
            if worth <= 0 or worth < least * total:
                yield None
            else:
                bounds = self._borders[n], self._borders[n + 1]
                yield self._fit(self._traced(best), bounds, head, worth / total)

    def _traced(self, column: int) -> list[tuple[int, int]]:
        """The matched words, given and found, that lead to the last row of a column."""
        rows, last, weights = self._rows.item, self._last.item, self._asked.weights.tolist()
        pairs: list[tuple[int, int]] = []
        row, matched = self._asked.size, False
        while row and (matched or rows(row, column) > 0):
            if matched or last(row, column) == rows(row, column):
                pairs.append((row - 1, int(self._words[column])))
                worth = last(row, column) - weights[row - 1]
                row, column = row - 1, column - 1
                matched = last(row, column) == worth
            elif rows(row, column) == rows(row - 1, column):
                row -= 1
            else:
                column -= 1
        return pairs[::-1]

    def _fit(self, pairs: list[tuple[int, int]], bounds: tuple[int, int], head: int, worth: float) -> Fit:
        asked, cut = self._asked, self._cut
        first, last = self._ends(pairs, bounds)
        total = max(int(asked.weights.sum()), 1)
        matched = int(asked.weights[[n for n, _ in pairs]].sum())
        between = None
        if len(pairs) == asked.size:
            between = tuple(
                (Span(int(cut.starts[a + 1]) - head, int(cut.ends[b - 1]) - head), n in asked.gaps)
                for (_, a), (n, b) in pairwise(pairs)
                if b > a + 1
            )
        alone = bool(cut.bounds[first]) and (last == bounds[1] or bool(cut.bounds[last]))
        span = Span(int(cut.starts[first]) - head, int(cut.ends[last - 1]) - head)
        return Fit(span, asked.size, len(pairs), matched / total, matched / _UNIT, worth, between, alone)

    def _ends(self, pairs: list[tuple[int, int]], bounds: tuple[int, int]) -> tuple[int, int]:
        """The words of the text that answer to the given ones.

        Given words that are missing at an end may stand for what the text has there, within the sentence; a
        name that is reached so is taken whole.
        """
        (one, first), (other, last) = pairs[0], pairs[-1]
        least, most = first - one, last + self._asked.size - other
        while first > bounds[0] and not self._cut.bounds[first]:
            if first <= least and not self._one(first - 1, first):
                break
            if one == 0:
                break
            first -= 1
        last += 1
        while last < bounds[1] and not self._cut.bounds[last]:
            if last >= most and not self._one(last - 1, last):
                break
            if other == self._asked.size - 1:
                break
            last += 1
        return first, last

    def _one(self, word: int, following: int) -> bool:
        """Whether two words beside one another are parts of one name or abbreviation ("U.S.")."""
        starts = self._cut.starts
        near = starts[following] - self._cut.ends[word] == 1
        return bool(near and all(self._text[starts[n]].isupper() for n in (word, following)))
