"""Places are looked for by rare words first; the next way is tried only where the one before found none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log2

from onrecord import trace
from onrecord.model import Document, Span
from onrecord.record import Places, Spot
from onrecord.trace import Fit, Given

WORDINGS = 40  # wordings that are compared with the given words, those with the rarest keys first
FEWER_WORDINGS = 24  # the same where few keys are found, which tell little
FEW_KEYS = 2
SHARE = 0.25  # of what the keys of the likeliest wording are worth: with less it is not looked at
HOLDERS = 400  # wordings of one key that are counted; a key with more says little
ROWS = 100  # passages that a phrase may give
FEWER = 40  # passages that a pair of words may give
RARE = 5  # of the given words the rarest, which are looked for in pairs
EACH = 20  # places of one wording that are looked at, the earliest
RELATIVES = 40  # wordings of a family that are compared
KIN = 3  # families of which they are
AROUND = 60  # code points before and after a passage that are looked at too, besides the length of the words
LEAPED = 1500  # the same where the given words have an ellipsis
CHARACTERS = 200_000  # code points of texts that are compared with the given words at once

NEAR = 0.6  # how much of the given words stands where nearly these stand, by weight
MANY, SHORT = (
    14,
    0.0125,
)  # of fewer words than MANY so much more with every word less: a phrase is soon common
CLOSE = 0.45  # the same less what stands between
FEWEST = 4  # words that are the same there,
MOST = 0.55  # and as a part of the given ones
TELLING = 32.0  # bits that these are worth
HINT = 0.5  # how much of the given words stands where a place is shown although they are not found
LONG = 40.0  # bits for which less of them is enough


@dataclass(frozen=True, slots=True)
class Found:
    """The best place for the given words in one document.

    Attributes:
        row: the row of the document.
        document: the document.
        fit: how the words stand there; its spans count in the document's text.
        wording: the digest of the piece in which they were looked for, where it was one.
    """

    row: int
    document: Document
    fit: Fit
    wording: int | None

    @property
    def near(self) -> bool:
        """Whether nearly the given words stand here."""
        fit = self.fit
        enough = fit.bits >= TELLING and fit.matched >= max(FEWEST, MOST * fit.given)
        short = max(MANY - fit.given, 0) * SHORT
        return fit.score >= NEAR + short and fit.worth >= CLOSE and enough

    @property
    def hint(self) -> bool:
        """Whether the place is worth showing where nothing was found."""
        fit = self.fit
        most = fit.score >= HINT and fit.worth >= HINT - NEAR + CLOSE and fit.bits >= TELLING
        return most or fit.bits * fit.worth >= LONG * fit.score


class Search:
    """Looks for given words in a record that is open, each stretch of its texts once.

    Attributes:
        found: by the rows of their documents the best places so far.
    """

    def __init__(self, places: Places, asked: Given, without: Document | None) -> None:
        self._places = places
        self._asked = asked
        self._without = without
        self._tried: set[int] = set()
        self.found: dict[int, Found] = {}

    def best(self) -> list[Found]:
        """The best places, those first that are worth most."""
        return sorted(self.found.values(), key=lambda one: (-one.fit.worth, one.row))

    def near(self) -> list[Found]:
        """Those of the best places where nearly the given words stand, or all of them."""
        return [one for one in self.best() if one.near or one.fit.between is not None]

    def by_keys(self) -> bool:
        """Look into the wordings with keys of the given words; False where a phrase may be found besides."""
        keys = self._asked.keys()
        holders = self._places.holders(keys, HOLDERS) if len(keys) else []
        worth: dict[int, float] = defaultdict(float)
        for wordings in holders:
            for wording in wordings:
                worth[wording] += log2(4 * HOLDERS / len(wordings))
        least = max(worth.values(), default=0.0) * SHARE
        best = sorted((one for one in worth if worth[one] >= least), key=lambda one: (-worth[one], one))
        self._wordings(best[: WORDINGS if sum(map(bool, holders)) > FEW_KEYS else FEWER_WORDINGS])
        return any(0 < len(wordings) < HOLDERS for wordings in holders)

    def by_phrases(self) -> int:
        """Look for all the given words in order, or all of a part between ellipses; gives the passages."""
        spots: list[Spot] = []
        for segment in self._asked.segments():
            words = segment.of(self._asked.text)
            if len(words.split()) >= min(FEWEST, self._asked.size):
                spots += self._places.phrase(words, ROWS)
        self._look(spots)
        return len(spots)

    def by_pairs(self) -> None:
        """Look into passages with two or more of the rarest given words, those with the most first."""
        worth: dict[Spot, set[str]] = defaultdict(set)
        for pair in combinations(self._asked.telling()[:RARE], 2):
            for spot in self._places.together(pair, FEWER):
                worth[spot] |= set(pair)
        best = sorted(worth, key=lambda spot: (-len(worth[spot]), spot.document, spot.span))
        self._look(best[:FEWER_WORDINGS])

    def elsewhere(self) -> None:
        """Look at the other places of what was found, and into the families that stand there."""
        families: list[int] = []
        for one in self.near()[:KIN]:
            kin = [kin for kin in self._places.kin(one.row, one.fit.span) if kin.kind != "formula"]
            families += [one.row for one in kin if one.row not in families]
        for family in families[:KIN]:
            self._wordings(self._places.wordings(family, RELATIVES))
        wordings = dict.fromkeys(one.wording for one in self.near() if one.wording is not None)
        spots = self._places.pieces(wordings, EACH)
        self._look([spot for spot in spots if spot.document not in self.found])

    def _wordings(self, wordings: Iterable[int]) -> None:
        fresh = [wording for wording in wordings if wording not in self._tried]
        self._tried.update(fresh)
        self._look(self._places.one_of_each(fresh))

    def _look(self, spots: Iterable[Spot]) -> None:
        """Compare the given words with some passages and what stands around them."""
        asked, without = self._asked, self._without
        around = min(len(asked.text), trace.MOST_GIVEN) + (LEAPED if asked.gaps else AROUND)
        windows: list[tuple[list[Spot], Document, Span]] = []
        texts: list[str] = []
        room = CHARACTERS
        for row, span, inside in _joined(spots, around):
            text = self._places.text(row)
            document = text.document
            if without and (document.digest == without.digest or document.source == without.source):
                continue
            window = Span(max(span.start - around, 0), min(span.end + around, len(document.text)))
            room -= window.end - window.start
            if windows and room < 0:
                break
            windows.append((inside, document, window))
            texts.append(text.said(window))
        for (inside, document, window), fit in zip(windows, trace.fits(asked, texts), strict=True):
            row = inside[0].document
            if fit and (row not in self.found or fit.worth > self.found[row].fit.worth):
                moved = fit.moved(window.start)
                self.found[row] = Found(row, document, moved, _wording(inside, moved.span))


def _wording(spots: Sequence[Spot], span: Span) -> int | None:
    """The wording of the piece in which a place lies as a whole."""
    whole = (spot for spot in spots if spot.span.start <= span.start and span.end <= spot.span.end)
    return next((spot.wording for spot in whole), None)


def _joined(spots: Iterable[Spot], around: int) -> list[tuple[int, Span, list[Spot]]]:
    """Stretches of documents, each once: spots that lie near one another are looked at together."""
    kept: dict[int, list[int]] = defaultdict(list)
    found: list[tuple[int, Span, list[Spot]]] = []
    for spot in spots:
        for n in kept[spot.document]:
            row, (start, end), inside = found[n]
            if spot.span.start <= end + around and start <= spot.span.end + around:
                both = Span(min(start, spot.span.start), max(end, spot.span.end))
                found[n] = row, both, [*inside, spot]
                break
        else:
            kept[spot.document].append(len(found))
            found.append((spot.document, spot.span, [spot]))
    return found
