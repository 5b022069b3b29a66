"""What is said to be found in a text is what the full-text index finds there: the index itself is asked."""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections.abc import Sequence
from contextlib import closing

from onrecord.model import Span
from onrecord.record import rows
from onrecord.record.search import Filter, plan

_OPEN, _CLOSE = "\x02", "\x03"
_MARKED = f"SELECT rowid, highlight(said, 0, '{_OPEN}', '{_CLOSE}') FROM said WHERE said MATCH ?"


def hits(query: str, texts: Sequence[tuple[str, Sequence[Span]]]) -> list[list[Span]]:
    """Where the words of a query stand: for each text, in order, the spans that the index finds.

    Args:
        query: words in the notation of `Filter.words`.
        texts: each with the spans of it that are looked through (a statement's words), in code points.

    Returns:
        Spans in code points of each text, inside the spans given; none where not all words are found.

    Raises:
        UsageError: there is no word in the query.
    """
    match = plan(Filter(words=query), statements=True).match
    found: list[list[Span]] = [[] for _ in texts]
    with closing(sqlite3.connect(":memory:")) as index:
        # As `statement_words` cuts words.
        index.execute("CREATE VIRTUAL TABLE said USING fts5(words, tokenize='unicode61 remove_diacritics 2')")
        given = ((n, " ".join(_clear(text[a:b]) for a, b in spans)) for n, (text, spans) in enumerate(texts))
        index.executemany("INSERT INTO said (rowid, words) VALUES (?, ?)", given)
        for number, marked in index.execute(_MARKED, (match,)):
            found[number] = _placed(_stretches(marked), texts[number][1])
    return found


def _clear(text: str) -> str:
    return rows.bare(text).replace("\0", " ").replace(_OPEN, " ").replace(_CLOSE, " ")


def _stretches(marked: str) -> list[Span]:
    """The stretches between signs, counted in the text without signs."""
    before, *pieces = marked.split(_OPEN)
    found, at = list[Span](), len(before)
    for piece in pieces:
        hit, _, rest = piece.partition(_CLOSE)
        found.append(Span(at, at + len(hit)))
        at += len(hit) + len(rest)
    return found


def _placed(stretches: Sequence[Span], spans: Sequence[Span]) -> list[Span]:
    """Stretches of the spans' joined words as spans of the text; what goes over a joint is cut there."""
    starts, at = [], 0
    for start, end in spans:
        starts.append(at)
        at += end - start + 1
    placed = []
    for first, last in stretches:
        for number in range(bisect_right(starts, first) - 1, len(spans)):
            start, end = spans[number]
            moved = Span(start + max(first - starts[number], 0), min(start + last - starts[number], end))
            if starts[number] >= last:
                break
            if moved.start < moved.end:
                placed.append(moved)
    return placed
