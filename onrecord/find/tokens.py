"""A paragraph's tokens, with each outermost quotation as one token, and its sentences as token ranges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from onrecord.find.lexicon import SKIPPED, Lexicon
from onrecord.find.marks import Quote

LONGEST = 250  # tokens in a sentence; what is longer is no prose, and is cut so that work stays linear
QUOTE = "\0quote"
FINAL = frozenset(".;!?…,:—–-") | {"..."}  # signs that end no content
_ENDS = frozenset(".!?…") | {"..."}
_CLOSING = _ENDS | {QUOTE}
_STOPS = frozenset(".!?…")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists over one paragraph; offsets are code points of the document.

    Attributes:
        words, lows: the token as printed and in lower case; QUOTE for a quotation.
        starts, ends: its offsets.
        quotes: the quotation a QUOTE token stands for, by token index.
        sentences: half-open ranges of token indexes.
    """

    text: str
    words: list[str]
    lows: list[str]
    starts: list[int]
    ends: list[int]
    quotes: dict[int, Quote]
    sentences: list[tuple[int, int]]


def tokens(text: str, start: int, end: int, quotes: Sequence[Quote], lexicon: Lexicon) -> Tokens:
    """Tokens of text[start:end], a paragraph whose quotations are `quotes`."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at: dict[int, Quote] = {}

    def plain(lo: int, hi: int) -> None:
        # Gaps and tokens in turn: their lengths give the offsets faster than a match for each token would.
        parts = lexicon.token.split(text[lo:hi])
        bounds = list(accumulate(map(len, parts), initial=lo))
        kept = [k for k in range(1, len(parts), 2) if parts[k][0] not in SKIPPED and "://" not in parts[k]]
        words.extend([parts[k] for k in kept])
        starts.extend([bounds[k] for k in kept])
        ends.extend([bounds[k + 1] for k in kept])

    position = start
    for quote in quotes:
        if quote.depth or quote.start < position:
            continue
        plain(position, quote.start)
        at[len(words)] = quote
        words.append(QUOTE)
        starts.append(quote.start)
        ends.append(quote.end)
        position = quote.end
    plain(position, end)
    lows = [w.lower() for w in words]
    built = Tokens(text, words, lows, starts, ends, at, [])
    built.sentences.extend(_sentences(built, lexicon))
    return built


def ends_sentence(text: str, quote: Quote) -> bool:
    """Whether the quoted words close a sentence."""
    position = quote.outer - 1
    while position > quote.inner and text[position] in " \t\n’'”\"»)":
        position -= 1
    return text[position] in _STOPS


def _sentences(t: Tokens, lexicon: Lexicon) -> list[tuple[int, int]]:
    bounds = [0]
    n = len(t.words)
    for i in [i for i, word in enumerate(t.words) if word in _CLOSING]:
        while i - bounds[-1] >= LONGEST:
            bounds.append(bounds[-1] + LONGEST)
        if i + 1 < n and (_closes(t, i, lexicon) or i + 1 - bounds[-1] >= LONGEST):
            bounds.append(i + 1)
    while n - bounds[-1] > LONGEST:
        bounds.append(bounds[-1] + LONGEST)
    return list(pairwise([*bounds, n])) if n else []


def _closes(t: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Whether a stop or a quotation at token i, which is not the last, ends a sentence."""
    following = t.words[i + 1]
    if t.words[i] != QUOTE:
        return following[0].isupper() or following[0].isdigit() or following[0] in "\0([•*-–—"
    return (
        (following[0].isupper() or following == QUOTE)
        and ends_sentence(t.text, t.quotes[i])
        and not _attributes(t, i + 1, lexicon)
    )


def _attributes(t: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Whether the words from token i are nothing but an attribution ("Ross said.")."""
    for j in range(i, min(i + 9, len(t.words))):
        low = t.lows[j]
        if low == QUOTE or low in ".;:":
            return False
        verb = lexicon.verbs.get(low)
        if j > i and verb and verb.clause and not verb.wary and "past" in verb.forms | {"s"}:
            behind = t.lows[j + 1] if j + 1 < len(t.lows) else "."
            if t.text[t.quotes[i - 1].outer - 1] not in "?!":
                return behind in ".,"
            return behind not in lexicon["PERSONAL"] and behind not in ("that", "the", "a", ":", QUOTE)
    return False
