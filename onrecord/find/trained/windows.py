"""Paragraphs become words and pieces; words keep their code points; training and reading do it alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import combining

from onrecord.find.marks import quotes

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_MARKUP = re.compile(
    r"\]\([^\s()\[\]]{0,1000}\)|!?\[(?=[^\]\[]{0,300}\]\()|\*+|\\(?=[\[\]_*.()-])|</?[a-z][^<>]{0,80}>|https?://\S+|__"
)
_LONE = re.compile("[\ud800-\udfff]")  # halves of a character, which no tokenizer takes
_MARKUP_SIGNS = frozenset("*[<_\\:")
SHAPES = 12  # what `_shape` tells apart, outside and inside quotation marks
NO_SHAPE = 5  # of the pieces that stand for no word; signs share it
START, BREAK = 101, 102  # pieces that open a window and close each paragraph in it


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Parallel lists over the words of a stretch of text; offsets are code points of the document.

    Attributes:
        starts, ends: of each word.
        shapes: capitals, figures, signs, and whether the word stands in quotation marks.
        pieces: ids of all pieces in order.
        firsts: where in `pieces` each word begins.
    """

    starts: list[int]
    ends: list[int]
    shapes: list[int]
    pieces: list[int]
    firsts: list[int]


def paragraphs(text: str, spans: Sequence[tuple[int, int]], tokenizer: Tokenizer) -> list[Paragraph]:
    """The words of each span of a text, a span being one paragraph or part of one."""
    encodings = tokenizer.encode_batch([_plain(text[s:e]) for s, e in spans], add_special_tokens=False)
    out = []
    for (start, end), encoding in zip(spans, encodings, strict=True):
        marks = [(q.start, q.end) for q in quotes(text, start, end) if q.depth == 0]
        starts: list[int] = []
        ends: list[int] = []
        firsts: list[int] = []
        previous: int | None = -1
        for at, (word, (lo, hi)) in enumerate(zip(encoding.word_ids, encoding.offsets, strict=True)):
            if word == previous:
                ends[-1] = start + hi
                continue
            previous = word
            firsts.append(at)
            starts.append(start + lo)
            ends.append(start + hi)
        if not text[start:end].isascii():
            # The vocabulary knows no marks that combine with a letter: they are left out of a word's offsets.
            for n, e in enumerate(ends):
                while e < end and combining(text[e]):
                    e += 1
                ends[n] = e
        shapes = [_shape(text[s:e]) for s, e in zip(starts, ends, strict=True)]
        quoted = iter(marks)
        mark = next(quoted, None)
        for n, s in enumerate(starts):
            while mark and mark[1] <= s:
                mark = next(quoted, None)
            if mark is None:
                break
            if mark[0] <= s:
                shapes[n] += SHAPES // 2
        out.append(Paragraph(starts, ends, shapes, encoding.ids, firsts))
    return out


def _plain(words: str) -> str:
    """The words with marks of a format blanked out, each by as many spaces: a reader sees none of them."""
    if not words.isascii():
        words = _LONE.sub("\ufffd", words)
    if _MARKUP_SIGNS.isdisjoint(words):
        return words
    return _MARKUP.sub(lambda m: " " * (m.end() - m.start()), words)


def _shape(word: str) -> int:
    if word.islower():
        return 0
    if word.istitle():
        return 1
    if word.isupper():
        return 2
    if word.isdigit():
        return 3
    return 4 if word[0].isalpha() else 5


def packed(sizes: Sequence[int], most: int) -> Iterator[range]:
    """Ranges of neighbouring paragraphs whose pieces, with their breaks, fit a window of `most` pieces."""
    first, total = 0, 1
    for n, size in enumerate(sizes):
        if n > first and total + size + 1 > most:
            yield range(first, n)
            first, total = n, 1
        total += size + 1
    if first < len(sizes):
        yield range(first, len(sizes))


def pieces_cut(text: str, p: Paragraph, most: int) -> Iterator[Paragraph]:
    """The paragraph in parts of at most `most` pieces, cut behind a sentence where one ends in time."""
    if len(p.pieces) <= most:
        yield p
        return
    first = 0
    while first < len(p.starts):
        last = first  # the last word of this part
        stop = -1
        while last < len(p.starts):
            end = p.firsts[last + 1] if last + 1 < len(p.starts) else len(p.pieces)
            if end - p.firsts[first] > most:
                break
            if text[p.ends[last] - 1] in ".!?" and text[p.ends[last] : p.ends[last] + 1].isspace():
                stop = last
            last += 1
        if last == first:  # one word alone is too long
            first += 1
            continue
        if last < len(p.starts) and stop > first:
            last = stop + 1
        begin, end = p.firsts[first], p.firsts[last] if last < len(p.starts) else len(p.pieces)
        yield Paragraph(
            p.starts[first:last],
            p.ends[first:last],
            p.shapes[first:last],
            p.pieces[begin:end],
            [f - begin for f in p.firsts[first:last]],
        )
        first = last
