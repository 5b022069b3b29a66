"""Words at the edge of a quoted sentence are shown only where the other's is whole without them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from onrecord.check.contract import Retold, Told
from onrecord.check.languages import en_wording as words
from onrecord.check.sides import marked, middle, part, quoted, sides
from onrecord.model import Span

_QUOTED = ("direct", "mixed")
_WINDOW = 600  # code points beside what is aligned that are looked at on both sides
_FEWEST, _MOST = 2, 16  # words that are put in at an edge
_REST = 1  # words of the sentence on its other side that differ
_RUN = 3  # words of them that stand nowhere in the other text
_SLIGHT = frozenset(words.SLIGHT.split())
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_STOP = re.compile(r"[.!?][\"'”’»)]*(?:\s|$)")
_ENDS = re.compile(r"[\s\u00a0]*[.!?][\"'”’»)]*(?:\s|$)")
_BEGINS = re.compile(r"(?:[.!?][\"'”’»)]*\s+|\n\s*|:\s+)[\"'“‘«]?$")
_SIGN = re.compile(r"…|\.\s?\.\s?\.|[\[\](){}~*|<>—–]|--|[\"“”„«»]")
_EDGES = " \n\t\u00a0\"'“”‘’«»,.!?"


class More(NamedTuple):
    """What a quotation has at the edge of a sentence, and the place where the other text lacks it."""

    quoting: Told
    span: Span
    other: Told
    gap: Span


class _Run(NamedTuple):
    """Words that both sides have one after another: the words of each side, and where the run stands."""

    ours: list[re.Match[str]]
    theirs: list[re.Match[str]]
    at: int
    to: int
    size: int


def edges(one: Retold, enough: int) -> Iterator[More]:
    """What the quotation marks of one side have before or after at least `enough` words of both sides."""
    first, second = sides(one)
    for (quoting, here), (other, there) in ((first, second), (second, first)):
        if quoting.statement is None or quoting.statement.mode not in _QUOTED:
            continue
        if other.statement is None or other.statement.mode not in ("direct", "turn"):
            continue
        run = _run(quoting, here, other, there)
        if run is None or run.size < enough:
            continue
        for found in (_after(quoting, other, run), _before(quoting, other, run)):
            if found and _put_in(found):
                yield found


def _run(quoting: Told, here: Span, other: Told, there: Span) -> _Run | None:
    cut = []
    for told, span in ((quoting, here), (other, there)):
        at = middle(told, span)
        bounds = part(told, Span(at, at))
        low, high = max(bounds.start, span.start - _WINDOW), min(bounds.end, span.end + _WINDOW)
        cut.append(list(_WORD.finditer(told.document.text, low, high)))
    if not cut[0] or not cut[1]:
        return None
    keys = [[match.group().casefold().replace("’", "'") for match in found] for found in cut]
    at, to, size = SequenceMatcher(None, keys[0], keys[1], autojunk=False).find_longest_match()
    return _Run(cut[0], cut[1], at, to, size) if size else None


def _after(quoting: Told, other: Told, run: _Run) -> More | None:
    """What follows in the quoted sentence where the other's ends and is followed by another."""
    text, elsewhere = quoting.document.text, other.document.text
    last, gap = run.ours[run.at + run.size - 1].end(), run.theirs[run.to + run.size - 1].end()
    bounds = part(quoting, Span(last, last))
    stop = _STOP.search(text, last, bounds.end)
    end = stop.start() if stop else bounds.end
    found = [match for match in run.ours[run.at + run.size :] if match.end() <= end]
    sentence = [match.end() for match in _STOP.finditer(text, bounds.start, last)]
    rest = [match for match in run.ours[: run.at] if match.start() >= (sentence or [0])[-1]]
    if not found or len(rest) > _REST or not _ENDS.match(elsewhere, gap) or not _goes_on(other, run, gap):
        return None
    return More(quoting, Span(found[0].start(), found[-1].end()), other, Span(gap, gap))


def _goes_on(other: Told, run: _Run, gap: int) -> bool:
    """Whether the other text has more of these words than the sentence, so that nothing was cut off."""
    assert other.statement
    if other.statement.mode == "turn" or run.to + run.size < len(run.theirs):
        return True
    return any(
        one.start > gap and one.of(other.document.text).lstrip(" \"'“‘«")[:1].isupper()
        for one in other.statement.content
    )


def _before(quoting: Told, other: Told, run: _Run) -> More | None:
    """What comes before in the quoted sentence where the other's begins, after another."""
    assert other.statement
    text, elsewhere = quoting.document.text, other.document.text
    first, gap = run.ours[run.at].start(), run.theirs[run.to].start()
    bounds = part(quoting, Span(first, first))
    stops = [match.end() for match in _STOP.finditer(text, bounds.start, first)]
    start = stops[-1] if stops else bounds.start
    found = [match for match in run.ours[: run.at] if match.start() >= start]
    last = run.ours[run.at + run.size - 1].end()
    stop = _STOP.search(text, last, bounds.end)
    rest = [match for match in run.ours[run.at + run.size :] if not stop or match.end() <= stop.start()]
    if not found or len(rest) > _REST or not _BEGINS.search(elsewhere[max(0, gap - 12) : gap]):
        return None
    if other.statement.mode != "turn" and not run.to:
        return None  # a quotation may begin anywhere
    return More(quoting, Span(found[0].start(), found[-1].end()), other, Span(gap, gap))


def _put_in(more: More) -> bool:
    """Whether words that say something stand within the marks, and nowhere in the other text."""
    text, (start, end) = more.quoting.document.text, more.span
    found = [word.casefold() for word in _WORD.findall(text, start, end)]
    telling = set(found) - _SLIGHT
    if (
        not _FEWEST <= len(found) <= _MOST
        or not telling
        or not quoted(more.quoting, start)
        or not marked(more.quoting, more.span)
    ):
        return False
    elsewhere = more.other.document.text
    near = text[max(0, start - 3) : end + 1].strip(_EDGES)
    if _SIGN.search(near) or _SIGN.search(elsewhere[max(0, more.gap.start - 3) : more.gap.end + 3]):
        return False
    all_words = [word.casefold() for word in _WORD.findall(elsewhere)]
    size = min(_RUN, len(found))
    runs = set(zip(*(found[at:] for at in range(size)), strict=False))
    return not any(run in runs for run in zip(*(all_words[at:] for at in range(size)), strict=False))
