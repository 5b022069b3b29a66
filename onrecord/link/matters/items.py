"""Items are cut where the same sign parts them all; brackets and quotations are never cut open."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from onrecord.link.matters.languages import en_lists as en
from onrecord.model import Span

LONGEST = 1200  # code points of a list within a sentence
MOST = 60  # items
_CLAUSE = 3  # words of what "and" introduces, beyond which it is no further noun of a row

_END = re.compile(r"[.!?](?:[\"”’)\]*_]|\[\d+\])*(?=\s|$)|\n[ \t\u00a0]*\n")
_SIGN = re.compile(r"[()\[\]“”\",;]|\s[–—-]\s|—")
_OPENING, _CLOSING = "([“", ")]”"
_JOINED = re.compile(rf"\s*(?:{en.JOINERS})\s+", re.I)
_AND = re.compile(rf"\s+(?:{en.AND})\s+")
_WITH_AND = re.compile("|".join(map(re.escape, en.WITH_AND)))
_APPOSED = re.compile(rf"\s*{en.APPOSED}")
_NUMBERED = re.compile(
    r"\s*(?:\\?\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})\\?\)|(?:first|second|third|one|two|three|four|\d)[,:])\s+"
)
_MARKER = re.compile(r"(?<![\w)])\\?\((\d{1,2}|[a-z]|[ivx]{2,4})\\?\)\s|(?<![\w.])(\d{1,2})\)\s")
_SPACE = " \t\n\r\u00a0*_"
_OPEN_END = re.compile(rf"(?:^|[\s,])(?:{en.OPEN_END})", re.I)


_STRONG = ("and", "or", "&")
_MORE = re.compile(r",?\s*(?:as well as|along with|plus|together with)\s+(?:the\s)?[A-Z]")


_THE_NAME = re.compile(r"the\s+[A-Z]")
_THE_OR_NAME = re.compile(r"(?:the\s+)?[^\W\d_a-z]")


class Items(NamedTuple):
    """What was cut: the items, where the list ends, and whether it says itself that more would belong."""

    spans: tuple[Span, ...]
    end: int
    closed: bool
    bound: bool
    """Whether something shows where the list ends: a bracket, a final "and", markers."""


def sentence_end(text: str, start: int, end: int) -> int:
    """Where the sentence ends in which `start` stands: before its full stop; at most `end`."""
    for match in _END.finditer(text, start, end):
        if text[match.start()] != "." or not _abbreviated(text, match.start(), start, match.end()):
            return match.start()
    return end


def _abbreviated(text: str, point: int, start: int, after: int) -> bool:
    """Whether a point belongs to an abbreviation and ends no sentence."""
    word = re.split(r"[\s(\[“\"*_]", text[max(start, point - 6) : point])[-1]
    if word.lower() in en.BEFORE_NAMES:
        return True
    if not (len(word) == 1 and word.isupper()) and word.lower() not in en.ABBREVIATIONS:
        return text[after : after + 12].lstrip()[:1].islower()
    next_word = re.match(r"\s+([A-Za-z]+)", text[after : after + 24])
    return next_word is not None and next_word[1] not in en.STARTERS


def bracketed(text: str, start: int, end: int) -> int | None:
    """Where the bracket closes that was opened just before `start`."""
    depth = 1
    for match in re.finditer(r"[()]", text[start : min(end, start + LONGEST)]):
        depth += 1 if match[0] == "(" else -1
        if not depth:
            return start + match.start()
    return None


def cut(text: str, start: int, end: int, dash: bool = False) -> Items | None:
    """The items of the list in text[start:end].

    Args:
        dash: a dash stands before the list, so that another closes it.

    Returns:
        None where there are fewer than two.
    """
    end = min(end, start + LONGEST)
    marked = _marked(text, start, end)
    if marked:
        return marked
    commas, semicolons, end, closing = _signs(text, start, end, dash)
    if semicolons and not (len(semicolons) == 1 and _JOINED.search(text, start, semicolons[0]) and commas):
        return _parted(text, start, semicolons, end, closing, True)
    if semicolons:
        end, commas = semicolons[0], [comma for comma in commas if comma < semicolons[0]]
    return _parted(text, start, commas, end, closing, False)


def _signs(text: str, start: int, end: int, dash: bool) -> tuple[list[int], list[int], int, bool]:
    """Commas and semicolons outside brackets and quotations; the end, at a dash if there is one."""
    commas: list[int] = []
    semicolons: list[int] = []
    depth, quoted = 0, False
    for match in _SIGN.finditer(text, start, end):
        sign = match[0]
        if sign == '"':
            quoted = not quoted
        elif sign in _OPENING:
            depth += 1
        elif sign in _CLOSING:
            depth = max(0, depth - 1)
        elif depth or quoted:
            continue
        elif sign == ",":
            if not (text[match.start() - 1].isdigit() and text[match.end() : match.end() + 3].isdigit()):
                commas.append(match.start())
        elif sign == ";":
            semicolons.append(match.start())
        elif match.start() > start + 1:
            return commas, semicolons, match.start(), dash
    return commas, semicolons, end, False


def _parted(text: str, start: int, signs: list[int], end: int, closing: bool, strong: bool) -> Items | None:
    """Items between the signs; the one that "and" introduces is the last."""
    borders = [start, *signs, end]
    chunks = [Span(a + (n > 0), b) for n, (a, b) in enumerate(pairwise(borders))]
    if len(chunks) > MOST:
        return None
    last = _last(text, chunks)
    bound = last is not None or closing
    if last is not None:
        stop = chunks[last].end
        chunks = chunks[: last + 1]
    elif strong:
        stop = end
    else:
        chunks, joined = _joined_within(text, chunks)
        bound, stop = bound or joined, chunks[-1].end
    rest = text[stop : min(end, stop + 60)]
    items = [item for item in (_trimmed(text, *chunk) for chunk in chunks) if item]
    if not strong:
        items = _heads(text, items, last is not None or bound)
    if len(items) < 2:
        return None
    closed = not _OPEN_END.search(text[max(start, items[-1].start - 5) : stop])
    closed = closed and not _OPEN_END.match(rest) and not _MORE.search(text, stop, end)
    return Items(tuple(items), items[-1].end, closed, bound)


def _last(text: str, chunks: list[Span]) -> int | None:
    """The chunk that "and" introduces; "along with" only where no earlier chunk holds an "and"."""
    joined = [n for n, chunk in enumerate(chunks) if n and _JOINED.match(text, *chunk)]
    if not joined:
        return None
    first = joined[0]
    strong = chunks[first].of(text).strip().lower().startswith(_STRONG)
    if not strong and any(_AND.search(chunk.of(text)) for chunk in chunks[:first]):
        return None
    if (
        not _named(text, chunks[first])
        and _AND.search(chunks[first - 1].of(text))
        and (chunks[0].of(text).lstrip()[:1].isupper() or len(chunks[first].of(text).split()) > _CLAUSE)
    ):
        return None  # "A, B and C, and each has its own"
    while (
        first + 1 in joined
        and chunks[first + 1].of(text).strip().startswith(_STRONG)
        and _named(text, chunks[first]) <= _named(text, chunks[first + 1])
    ):
        first += 1  # "A, B, and C, and D", but not "A, B, and C, and each has its own"
    return first


def _named(text: str, chunk: Span) -> bool:
    """Whether what "and" introduces begins like a name."""
    begin = _JOINED.match(text, *chunk)
    return begin is not None and _THE_OR_NAME.match(text, begin.end()) is not None


def _joined_within(text: str, chunks: list[Span]) -> tuple[list[Span], bool]:
    """The last chunk that holds an "and" is parted there, and what follows it is left out."""
    weak = next((n for n, chunk in enumerate(chunks) if n and _JOINED.match(text, *chunk)), len(chunks))
    for n in range(weak - 1, -1, -1):
        masked = _WITH_AND.sub(lambda m: "#" * len(m[0]), chunks[n].of(text))
        found = list(_AND.finditer(masked))
        if found:
            at = chunks[n].start
            middle = found[-1] if len(found) != 3 else found[1]
            parts = [Span(at, at + middle.start()), Span(at + middle.end(), chunks[n].end)]
            return [*chunks[:n], *parts], True
    return chunks, False


def _trimmed(text: str, start: int, end: int) -> Span | None:
    if joined := _JOINED.match(text, start, end):
        start = joined.end()
    if numbered := _NUMBERED.match(text, start, end):
        start = numbered.end()
    while start < end and text[start] in _SPACE:
        start += 1
    while end > start and text[end - 1] in _SPACE:
        end -= 1
    return Span(start, end) if start < end else None


def _heads(text: str, items: list[Span], joined: bool) -> list[Span]:
    """Items without what is said of them: among names, what begins in lower case describes the one before."""
    names = sum(text[item.start].isupper() for item in items)
    if names * 3 < len(items) or names == len(items):
        if names < len(items):
            return items
        return [
            item
            for n, item in enumerate(items)
            if not n or not re.match(r"(?:Jr|Sr|Inc|LLC|Ltd|III?)\b", item.of(text))
        ]
    final = len(items) - 1 if joined else -1
    kept = [item for n, item in enumerate(items) if n in (0, final) or not _apposed(text, item)]
    return kept if len(kept) > 1 else items


def _apposed(text: str, item: Span) -> bool:
    """Whether an item among names describes the one before it; "the Republic of X" is a name."""
    if _THE_NAME.match(text, item.start):
        words = item.of(text).split()[1:]
        return any(word.islower() and word not in ("of", "the", "and", "for", "de", "&") for word in words)
    return _APPOSED.match(text, *item) is not None


def _marked(text: str, start: int, end: int) -> Items | None:
    """Items that carry their numbers or letters: "(1) ...; (2) ...; and (3) ..."."""
    found = list(_MARKER.finditer(text, start, end))
    if len(found) < 2 or text[start : found[0].start()].strip(" *_\n\u00a0"):
        return None
    order = [match[1] or match[2] for match in found]
    expected = [str(n + 1) for n in range(len(order))]
    letters = [chr(97 + n) for n in range(min(len(order), 26))]
    roman = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split()[: len(order)]
    length = max(_same(order, expected), _same(order, letters), _same(order, roman))
    if length < 2:
        return None
    items = []
    for n in range(length):
        stop = found[n + 1].start() if n + 1 < length else sentence_end(text, found[n].end(), end)
        item = _trimmed(text, found[n].end(), stop)
        if item:
            cutoff = re.search(r"[,;]?\s*(?:\band|\bor)?\s*$", item.of(text))
            items.append(Span(item.start, item.start + (cutoff.start() if cutoff else len(item.of(text)))))
    return Items(tuple(items), items[-1].end, True, True) if len(items) > 1 else None


def _same(order: list[str], expected: list[str]) -> int:
    """How many of both are the same from the beginning."""
    count = 0
    for one, other in zip(order, expected, strict=False):
        if one != other:
            break
        count += 1
    return count
