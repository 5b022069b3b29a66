"""Words at the edge of a quoted sentence are shown only where the other's is whole without them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from onrecord.check import occasion
from onrecord.check.contract import Retold, Told
from onrecord.check.languages import en_wording as words
from onrecord.check.sides import marked, quoted, sides
from onrecord.check.utterance import QUOTED, Words, says, uttered
from onrecord.model import Span

_WINDOW = 600  # code points beside what is aligned that are looked at on both sides
_FEWEST, _MOST = 2, 20  # words that are put in at an edge
_REST = 1  # words of the sentence on its other side that differ
_RUN = 3  # words of them that stand nowhere in the other text
_CHANCE = 2  # words of the next sentence that both sides have by chance ("And we")
_WORDS, _BITS = 7, 45.0  # a sentence that is shorter than is asked for, but tells so much
_LONG, _TELLING = 12, 70.0  # words and bits of one that nobody says twice in a week
_SLIGHT = frozenset(words.SLIGHT.split())
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_BEGINS = re.compile(r"(?:[.!?][\"'”’»)]*\s+|\n\s*|:\s+)[\"'“‘«]?$")
_SIGN = re.compile(r"…|\.\s?\.\s?\.|[\[\](){}~*|<>—–]|--|[\"“”„«»]")
_EDGES = " \n\t\u00a0\"'“”‘’«»,.!?;:–—-"


class More(NamedTuple):
    """What a quotation has at the edge of a sentence, and the place where the other text lacks it."""

    quoting: Told
    span: Span
    other: Told
    gap: Span


class _Run(NamedTuple):
    """Words that both sides have one after another: the words of each side, and where the run stands."""

    ours: Words
    theirs: Words
    at: int
    to: int
    size: int


def edges(one: Retold, enough: int) -> Iterator[More]:
    """What the quotation marks of one side have before or after words of both sides.

    Args:
        one: a repetition.
        enough: how many words both sides have, at least, unless these tell much.
    """
    first, second = sides(one)
    for (quoting, here), (other, there) in ((first, second), (second, first)):
        if quoting.statement is None or quoting.statement.mode not in QUOTED:
            continue
        if other.statement is None or other.statement.mode not in ("direct", "turn"):
            continue
        run = _run(quoting, here, other, there)
        if run is None or not _sure(one, quoting, run, enough):
            continue
        for found in (_after(quoting, other, run), _before(quoting, other, run)):
            if found and _put_in(found):
                yield found


def _run(quoting: Told, here: Span, other: Told, there: Span) -> _Run | None:
    ours, theirs = uttered(quoting, here, _WINDOW), uttered(other, there, _WINDOW)
    matcher = SequenceMatcher(None, ours.keys, theirs.keys, autojunk=False)
    at, to, size = matcher.find_longest_match()
    return _Run(ours, theirs, at, to, size) if size else None


def _sure(one: Retold, quoting: Told, run: _Run, enough: int) -> bool:
    """Whether the words are one utterance: many or telling ones, and more so where days lie between."""
    found = run.ours.found[run.at : run.at + run.size]
    bits = says(" ".join(match.group() for match in found), quoting.document.language)
    if not occasion.soon(one.earlier, one.later):
        return run.size >= _LONG and bits >= _TELLING
    short = occasion.dated(one.earlier, one.later) and run.size >= _WORDS and bits >= _BITS
    return run.size >= enough or short


def _after(quoting: Told, other: Told, run: _Run) -> More | None:
    """What follows in the quoted sentence where the other's ends and is followed by another."""
    ours, theirs = run.ours, run.theirs
    last, there = run.at + run.size - 1, run.to + run.size - 1
    by_chance = next((n for n in range(min(_CHANCE + 1, run.size)) if there - n in theirs.ends), None)
    if by_chance is None:
        return None
    last, there = last - by_chance, there - by_chance
    if last in ours.ends or last + 1 == len(ours.found):
        return None
    begin, end = ours.sentence(last)
    turn = other.statement is not None and other.statement.mode == "turn"
    if run.at - begin > _REST or not (turn or there + 1 < len(theirs.found)):
        return None  # else the other's words may have been cut off
    gap = theirs.found[there].end()
    return (
        More(quoting, ours.span(last + 1, end), other, Span(gap, gap)) if ours.whole(last + 1, end) else None
    )


def _before(quoting: Told, other: Told, run: _Run) -> More | None:
    """What comes before in the quoted sentence where the other's begins, after another."""
    ours, theirs = run.ours, run.theirs
    begin, _ = ours.sentence(run.at)
    _, end = ours.sentence(run.at + run.size - 1)
    gap, elsewhere = theirs.found[run.to].start(), other.document.text
    if run.at == begin or end - run.at - run.size > _REST:
        return None
    if not _BEGINS.search(elsewhere[max(0, gap - 12) : gap]):
        return None
    if other.statement is not None and other.statement.mode != "turn" and not run.to:
        return None  # a quotation may begin anywhere
    found = ours.span(begin, run.at)
    return More(quoting, found, other, Span(gap, gap)) if ours.whole(begin, run.at) else None


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
