"""The words of an utterance stand in the order of the text, those around "she said" as one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from onrecord.check.contract import Retold, Told
from onrecord.check.languages import en_wording as words
from onrecord.check.sides import middle, part, sides
from onrecord.model import Span
from onrecord.text import rarity
from onrecord.text.words import words as cut

QUOTED = ("direct", "mixed")
_LEAD = 60  # code points of a quotation before its first mark: "this way: “We will go"
_TELLS = 9.0  # bits of a word that is no small word
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_STOP = re.compile(r"[.!?][\"'”’»)]*(?:\s|$)")
_ENDS = re.compile(r"[\"'”’»)]{0,2}[.!?][\"'”’»)]*(?:\s|$)")
_OPENS = re.compile(r"[\"“„«]")
_ABBREVIATED = re.compile(words.ABBREVIATED)


class Words(NamedTuple):
    """Words in order, as they are compared; with which of them a sentence ends; which begin a piece."""

    found: list[re.Match[str]]
    keys: list[str]
    ends: frozenset[int]
    pieces: frozenset[int]

    def span(self, first: int, end: int) -> Span:
        """From one word up to another, which is left out."""
        return Span(self.found[first].start(), self.found[end - 1].end())

    def whole(self, first: int, end: int) -> bool:
        """Whether these words stand in one piece."""
        return not any(first < begin < end for begin in self.pieces)

    def sentence(self, at: int) -> tuple[int, int]:
        """The first word of the sentence of a word, and the one after its last."""
        begin = max((end + 1 for end in self.ends if end < at), default=0)
        return begin, min((end + 1 for end in self.ends if end >= at), default=len(self.found))


def uttered(told: Told, near: Span, window: int) -> Words:
    """The words of a statement within so many code points of a place; of a quotation, within its marks.

    A turn's words are those of its unbroken piece: what others say between the pieces is another matter.
    """
    text = told.document.text
    low, high = near.start - window, near.end + window
    found: list[re.Match[str]] = []
    ends, pieces = set[int](), set[int]()
    for piece in _pieces(told, near):
        start = _within_marks(told, piece)
        here = list(_WORD.finditer(text, max(start, low, 0), min(piece.end, high)))
        if not here:
            continue
        pieces.add(len(found))
        if found and here[0].group()[0].isupper():
            ends.add(len(found) - 1)  # "We sail," she said. "The harbour is free."
        stops = [stop.start() for stop in _STOP.finditer(text, here[0].end(), piece.end)]
        for at, match in enumerate(here):
            after = here[at + 1].start() if at + 1 < len(here) else piece.end
            stopped = any(match.end() <= stop < after for stop in stops)
            if at + 1 == len(here):
                stopped = stopped or bool(_ENDS.match(text, match.end()))
            elif _ABBREVIATED.fullmatch(match.group()):
                stopped = False
            if stopped:
                ends.add(len(found) + at)
        found += here
    keys = [match.group().casefold().replace("’", "'") for match in found]
    return Words(found, keys, frozenset(ends), frozenset(pieces))


def _pieces(told: Told, near: Span) -> Iterator[Span]:
    if told.statement is None or told.statement.mode not in QUOTED:
        at = middle(told, near)
        yield part(told, Span(at, at))
    else:
        yield from told.statement.content


def _within_marks(told: Told, piece: Span) -> int:
    if told.statement is None or told.statement.mode not in QUOTED:
        return piece.start
    mark = _OPENS.search(told.document.text, piece.start, min(piece.end, piece.start + _LEAD))
    return mark.end() if mark else piece.start


def says(text: str, language: str | None) -> float:
    """How much words say, small words left out, in bits."""
    bits = rarity.bits(cut(text), language)
    return float(bits[bits >= _TELLS].sum())


class Common(NamedTuple):
    """The longest run of words that both sides have, and how much of the shorter side's words it is."""

    earlier: Span
    later: Span
    words: str
    size: int
    share: float


def common(one: Retold) -> Common | None:
    """The longest run of the same words within the aligned words, or None where there is none.

    The share is of the pieces of a statement in which the run stands, on the side with fewer words.
    """
    cut = [uttered(told, span, 0) for told, span in sides(one)]
    matcher = SequenceMatcher(None, cut[0].keys, cut[1].keys, autojunk=False)
    at, to, size = matcher.find_longest_match()
    if not size:
        return None
    spans = cut[0].span(at, at + size), cut[1].span(to, to + size)
    whole = [_around(told, span) for (told, _), span in zip(sides(one), spans, strict=True)]
    printed = " ".join(match.group() for match in cut[0].found[at : at + size])
    return Common(*spans, printed, size, size / max(1, min(whole)))


def _around(told: Told, span: Span) -> int:
    """How many words the pieces of a statement have in which a span stands, or the span has."""
    pieces = [
        piece
        for piece in (told.statement.content if told.statement else ())
        if piece.start < span.end and span.start < piece.end
    ]
    return sum(len(_WORD.findall(told.document.text, piece.start, piece.end)) for piece in pieces or [span])
