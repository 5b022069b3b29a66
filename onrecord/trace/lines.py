"""A line is the words of one side as they are compared, and each keeps its place in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.model import Span
from onrecord.text import words as cutting
from onrecord.trace.lexicon import Lexicon

ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.")
_SIMPLE = re.compile(r"[\x00-\x7f‘’“”«»–—…\u00a0]*+")
_WORD = re.compile(
    r"[A-Za-z0-9]++(?:(?:(?<=[A-Za-z])['’‘](?=[A-Za-z])|(?<=[0-9])[.,](?=[0-9]))[A-Za-z0-9]++)*+"
)
_CURLY = str.maketrans("’‘", "''")
STOP = re.compile(r"[.!?…][\"'”’»)\]]*(?:\s|$)|[。！？]|\n\s*\n|  \n|\n[ \t]*(?=[-*•>])")
_LONG = 2_000  # code points from which cutting many words at once is faster
_CONTEXT = 12  # code points looked at before the first word and after the last

_normal = lru_cache(maxsize=1 << 16)(cutting.normal)


@dataclass(frozen=True, slots=True)
class Raw:
    """The words of a span as they are cut: first and past-the-last code points, and normal forms."""

    starts: list[int]
    ends: list[int]
    keys: list[str]


@dataclass(frozen=True, slots=True)
class Line:
    """Words of one side, or parts of words, in order.

    Attributes:
        text: the whole document.
        edge: where an empty line stands, in code points.
        starts, ends: of each word.
        keys: each word as it is compared.
        lexicon: the words of its language.
        figures: known mentions near, with their kinds.
    """

    text: str
    edge: int
    starts: list[int]
    ends: list[int]
    keys: list[str]
    lexicon: Lexicon
    figures: tuple[tuple[Span, str], ...]

    def gap(self, at: int) -> str:
        """What stands between word `at` - 1 and word `at`; beyond either end, the next few characters."""
        if not self.starts:
            return ""
        if at <= 0:
            return self.text[max(0, self.starts[0] - _CONTEXT) : self.starts[0]]
        if at >= len(self.starts):
            return self.text[self.ends[-1] : self.ends[-1] + _CONTEXT]
        return self.text[self.ends[at - 1] : self.starts[at]]

    def word(self, at: int) -> str:
        """A word as it is printed."""
        return self.text[self.starts[at] : self.ends[at]]

    def span(self, first: int, last: int) -> Span:
        """From word `first` to before word `last`, at least one."""
        return Span(self.starts[first], self.ends[last - 1])

    def key(self, at: int) -> str:
        """The compared form of a word, or "" beyond either end."""
        return self.keys[at] if 0 <= at < len(self.keys) else ""

    def opens(self, at: int) -> bool:
        """Whether a sentence begins before word `at`, as far as the text beside it shows."""
        gap = self.gap(at)
        if at <= 0 and self.starts and self.starts[0] <= len(gap):
            return True  # the text itself begins here
        before = self.word(at - 1) if 0 < at <= len(self.keys) else ""
        return breaks(gap, before, self.lexicon) or gap.startswith(":")


def breaks(gap: str, before: str, lexicon: Lexicon) -> bool:
    """Whether a sentence ends in what stands between two words; `before` is the first."""
    match = STOP.search(gap)
    if match is None:
        return False
    if gap.startswith(".") and match.start() == 0:  # "Mr. Smith", "J. Smith", "U.S."
        return not (len(before) == 1 or lexicon.has(before.lower(), "STOPPED"))
    return True


def raw(text: str, span: Span) -> Raw:
    """The words of a span, as `text.words` cuts and compares them; plain Latin text is cut faster."""
    start, end = max(0, span.start), min(len(text), max(span))
    piece = text[start:end]
    if _SIMPLE.fullmatch(piece):
        matches = list(_WORD.finditer(piece))
        keys = [match.group() for match in matches]
        joined = "\n".join(keys).lower()
        if "’" in joined or "‘" in joined:
            joined = joined.translate(_CURLY)
        if "," in joined:
            joined = joined.replace(",", "")
        return Raw(
            [start + match.start() for match in matches],
            [start + match.end() for match in matches],
            joined.split("\n") if keys else [],
        )
    if len(piece) > _LONG:
        found = cutting.words(piece)
        starts = [start + int(at) for at in found.starts]
        ends = [start + int(at) for at in found.ends]
    else:
        spans = cutting.spans(text, start, end)
        starts, ends = [s.start for s in spans], [s.end for s in spans]
    return Raw(starts, ends, [_normal(text[s:e]) for s, e in zip(starts, ends, strict=True)])


def line(
    text: str, words: Raw, bounds: tuple[int, int], lexicon: Lexicon, figures: tuple[tuple[Span, str], ...]
) -> Line:
    """Words `bounds` of a cut span in the form in which they are compared.

    Shortened words are taken apart, abbreviations with points ("U.S.") put together.
    """
    first, last = bounds
    starts: list[int] = []
    ends: list[int] = []
    keys: list[str] = []
    at = first
    while at < last:
        start, end, key = words.starts[at], words.ends[at], words.keys[at]
        taken = _initials(text, words, at, last) if len(key) == 1 else 1
        if taken > 1:
            key, end = "".join(words.keys[at : at + taken]), words.ends[at + taken - 1]
        pieces = lexicon.pieces(key)
        exact = len(pieces) > 1 and sum(size for size, _ in pieces) == end - start
        for size, part in pieces:
            starts.append(start)
            start += size if exact else 0
            ends.append(start if exact else end)
            keys.append(part)
        at += taken
    edge = words.ends[first - 1] if 0 < first <= len(words.ends) else words.starts[0] if words.starts else 0
    return Line(text, edge, starts, ends, keys, lexicon, figures)


def _initials(text: str, words: Raw, at: int, last: int) -> int:
    """How many letters, each with a point, stand together: 2 for "U.S."."""
    taken = 1
    while (
        at + taken < last
        and len(words.keys[at + taken]) == 1
        and words.starts[at + taken] == words.ends[at + taken - 1] + 1
        and text[words.ends[at + taken - 1]] == "."
        and words.keys[at + taken].isalpha()
    ):
        taken += 1
    return taken
