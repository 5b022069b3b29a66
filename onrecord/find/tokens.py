"""A paragraph's tokens, with each outermost quotation as one token, and its sentences as token ranges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.find.lexicon import Lexicon
from onrecord.find.marks import Quote

LONGEST = 250  # tokens in a sentence; what is longer is no prose, and is cut so that work stays linear
QUOTE = "\0quote"
FINAL = frozenset(".;!?…,:—–-") | {"..."}  # signs that end no content
_ENDS = frozenset(".!?…") | {"..."}
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
        for m in lexicon.token.finditer(text, lo, hi):
            if m.lastgroup:
                continue
            words.append(m[0])
            starts.append(m.start())
            ends.append(m.end())

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
    out = []
    begin, n = 0, len(t.words)
    for i in range(n):
        if i + 1 == n:
            continue
        following = t.words[i + 1]
        if t.words[i] in _ENDS:
            boundary = following[0].isupper() or following[0].isdigit() or following[0] in "\0([•*-–—"
        elif i in t.quotes:
            boundary = (
                (following[0].isupper() or following == QUOTE)
                and ends_sentence(t.text, t.quotes[i])
                and not _attributes(t, i + 1, lexicon)
            )
        else:
            boundary = False
        if boundary or i + 1 - begin >= LONGEST:
            out.append((begin, i + 1))
            begin = i + 1
    if begin < n:
        out.append((begin, n))
    return out


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
