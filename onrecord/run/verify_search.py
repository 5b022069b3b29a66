"""Places are looked for by rare words first; the next way is tried only where the one before found none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from onrecord import trace
from onrecord.model import Document, Span
from onrecord.record import Places, Record, Spot
from onrecord.trace import Fit, Given

WORDINGS = 60  # wordings that are compared with the given words, those with the rarest keys first
HOLDERS = 512  # wordings of one key that are counted; a key with more says little
ROWS = 100  # passages that one query of the index of words may give
RARE = 6  # of the given words the rarest, which are looked for in pairs
EACH = 20  # places of one wording that are looked at, the earliest
RELATIVES = 300  # members of a family whose words are compared
KIN = 3  # families whose members are compared
AROUND = 240  # code points before and after a passage that are looked at too, besides the length of the words
LEAPED = 1500  # the same where the given words have an ellipsis
CHARACTERS = 300_000  # code points of texts that are compared with the given words at once

NEAR = 0.6  # how much of the given words stands where nearly these stand, by weight
CLOSE = 0.5  # the same less what stands between
FEWEST = 4  # words that are the same there
TELLING = 28.0  # bits that these are worth


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
        enough = fit.bits >= TELLING and fit.matched >= FEWEST
        return fit.score >= NEAR and fit.worth >= CLOSE and enough


class Search:
    """Looks for given words in a record that is open."""

    def __init__(self, store: Record, places: Places) -> None:
        self._store = store
        self._places = places

    def keys(self, asked: Given) -> list[Spot]:
        """Pieces with keys of the given words, the likeliest wordings first."""
        keys = asked.keys()
        held, wordings, _ = self._store.holders(keys, HOLDERS)
        if not len(held):
            return []
        numbers, counts = np.unique(held, return_counts=True)
        rarity = np.log2(4 * HOLDERS / counts)[np.searchsorted(numbers, held)]
        worth: dict[int, float] = defaultdict(float)
        for wording, rare in zip(wordings.tolist(), rarity.tolist(), strict=True):
            worth[wording] += rare
        best = sorted(worth, key=lambda one: (-worth[one], one))[:WORDINGS]
        return self._places.pieces(best, EACH)

    def phrases(self, asked: Given) -> list[Spot]:
        """Passages with all the given words in order, or with all of a part between two ellipses."""
        found: list[Spot] = []
        for segment in asked.segments():
            words = segment.of(asked.text)
            if len(words.split()) >= min(FEWEST, asked.count):
                found += self._places.phrase(words, ROWS)
        return found

    def together(self, asked: Given) -> list[Spot]:
        """Passages with two or more of the rarest given words, those with the most first."""
        worth: dict[Spot, set[str]] = defaultdict(set)
        for pair in combinations(asked.telling()[:RARE], 2):
            for spot in self._places.together(pair, ROWS):
                worth[spot] |= set(pair)
        best = sorted(worth, key=lambda spot: (-len(worth[spot]), spot.document, spot.span))
        return best[: 2 * ROWS // 3]

    def relatives(self, found: Sequence[Found]) -> list[Spot]:
        """Other places of the wordings that were found, and of the families that stand there."""
        spots = self._places.pieces({one.wording for one in found if one.wording is not None}, EACH)
        tried: set[int] = set()
        for one in found:
            for kin in self._places.kin(one.row, one.fit.span):
                if kin.row not in tried and len(tried) < KIN:
                    tried.add(kin.row)
                    members = self._places.relatives(kin.row, RELATIVES)
                    spots += [Spot(m.document, m.span, m.wording) for m in members]
        return spots

    def fitted(self, asked: Given, spots: Iterable[Spot], without: Document | None = None) -> list[Found]:
        """The best place in each document of some passages, as far as there is one worth looking at."""
        around = min(len(asked.text), trace.MOST_GIVEN) + (LEAPED if asked.gaps else AROUND)
        windows: list[tuple[Spot, Document, Span]] = []
        room = CHARACTERS
        for spot in _joined(spots, around):
            document, _ = self._places.document(spot.document)
            if without and (document.digest == without.digest or document.source == without.source):
                continue
            span = Span(max(spot.span.start - around, 0), min(spot.span.end + around, len(document.text)))
            room -= span.end - span.start
            if windows and room < 0:
                break
            windows.append((spot, document, span))
        best: dict[int, Found] = {}
        fits = trace.fits(asked, [span.of(document.text) for _, document, span in windows])
        for (spot, document, span), fit in zip(windows, fits, strict=True):
            before = best.get(spot.document)
            if fit and (before is None or fit.worth > before.fit.worth):
                best[spot.document] = Found(spot.document, document, fit.moved(span.start), spot.wording)
        return list(best.values())


def _joined(spots: Iterable[Spot], around: int) -> list[Spot]:
    """Stretches of documents, each once: spots that lie near one another are looked at together."""
    kept: dict[int, list[int]] = defaultdict(list)
    found: list[Spot] = []
    for spot in spots:
        for n in kept[spot.document]:
            start, end = found[n].span
            if spot.span.start <= end + around and start <= spot.span.end + around:
                both = Span(min(start, spot.span.start), max(end, spot.span.end))
                found[n] = found[n]._replace(span=both)
                break
        else:
            kept[spot.document].append(len(found))
            found.append(spot)
    return found
