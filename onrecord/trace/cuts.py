"""What kind of hop it is follows from how much was replaced and left out, by constants with a reason."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.model import HopKind, Span
from onrecord.trace.differences import Difference
from onrecord.trace.lexicon import Lexicon
from onrecord.trace.lines import ELLIPSIS, STOP, Line, breaks

# Half of the content words are a quarter of all words, or less where names and small words stay, and some of
# the words put in may be the old ones; two changed words are still the same sentence, however short.
_REWORDED = 0.16
_REWORDED_CONTENT = 0.3  # of the content words, where there are few of them among many small words
_REWORDED_WORDS = 3  # fewer replaced words are edits of a short sentence
_CLAUSE = 4  # words left out between pauses: a clause, not an adverb
_RUN = 6  # words fewer than there were, with others in their place: more than a phrase
_DROPPED = 3  # words left out anywhere, with none in their place: two small words are an edit
_FRAME = 3  # times as many aligned words as stand before them: "the minister added that" is no half
_INSTEAD = 12  # more words than were put in their place: that is no phrase said more shortly
_LEFT_OUT = 0.2  # of the fuller side, spread over several places: a shortened version
_EDGE = 4  # words of a sentence beyond the aligned ones: fewer are what alignment loses at an edge
_NEAR = 400  # code points in which the end of a sentence is looked for
_ATTRIBUTION = 12  # words before a statement that may say who speaks
_SPEAKS = 4  # ... within so many words of the edge: "the ministry said", "he insisted that"
_EXCERPT = 0.25  # a whole sentence out of a longer speech is quoted, not cut
_MOST = 0.85  # more of a statement than this is as good as all of it
_OWN = 0.6  # of the shorter side's statement that must be these words, for it to be a shorter version
_WORD_LENGTH = 12  # code points; no longer word is an abbreviation
_FULL_STOPS = ".!?…。！？"
_LETTERS = 6.0  # code points a word, with its space

_WORD = re.compile(r"[^\W_]+")
_QUOTE = re.compile(r"[\"“”„«»「」]")


class Place(NamedTuple):
    """Where aligned words stand: the text, their span, and the content of the statement they belong to."""

    text: str
    span: Span
    whole: tuple[Span, ...]
    lexicon: Lexicon


class Tally(NamedTuple):
    """How many words both sides have, how many are the same, and in what stretches they differ.

    `content` counts the words of the shorter side that are not slight ones.
    """

    one: int
    other: int
    same: int
    content: int
    found: list[Difference]


def kind(one: Place, other: Place, lines: tuple[Line, Line] | None, tally: Tally) -> HopKind:
    """Copy, cut or reworded.

    Args:
        lines: the compared words around the differences, None where there are none.
    """
    if lines and _reworded(lines, tally):
        return "reworded"
    if lines and _left_out(lines, tally):
        return "cut"
    return "cut" if _only_a_part(one, other) or _only_a_part(other, one) else "copy"


def _reworded(lines: tuple[Line, Line], tally: Tally) -> bool:
    """Whether so many words were put for others that it is another wording."""
    swapped = min(tally.one, tally.other) - tally.same
    if swapped < _REWORDED_WORDS:
        return False
    if swapped >= _REWORDED * (tally.same + swapped):
        return True
    one, other = lines
    content = sum(
        min(_telling(one, block.one, block.one_end), _telling(other, block.other, block.other_end))
        for block in tally.found
    )
    return content >= _REWORDED_WORDS and content >= _REWORDED_CONTENT * tally.content


def _telling(line: Line, start: int, end: int) -> int:
    return sum(not line.lexicon.has(key, "LIGHT") for key in line.keys[start:end])


def _left_out(lines: tuple[Line, Line], tally: Tally) -> bool:
    """Whether one side leaves out an ellipsis's worth, a clause, or much in several places."""
    lost = [0, 0]
    for a, b, c, d in tally.found:
        here, there = b - a, d - c
        full, bare, start, end, bounds = (
            (lines[0], lines[1], a, b, (c, d)) if here > there else (lines[1], lines[0], c, d, (a, b))
        )
        gone = abs(here - there)
        gaps = [bare.gap(at) for at in range(bounds[0], bounds[1] + 1)]
        cut_there = gone > 0 and any(map(ELLIPSIS.search, gaps))
        if cut_there and not any(ELLIPSIS.search(full.gap(at)) for at in (start, end)):
            return True
        if min(here, there) and gone < _INSTEAD:
            continue
        lost[here < there] += gone
        if (
            gone >= _RUN
            or (gone >= _DROPPED and not min(here, there))
            or (gone >= _CLAUSE and _paused(full, start) and _paused(full, end))
        ):
            return True
    return any(
        words >= _CLAUSE and words >= _LEFT_OUT * total
        for words, total in zip(lost, (tally.one, tally.other), strict=True)
    )


def _paused(line: Line, at: int) -> bool:
    return at <= 0 or at >= len(line.keys) or bool(re.search(r"[^\s\w'’/&-]", line.gap(at)))


def _only_a_part(full: Place, short: Place) -> bool:
    """Whether the aligned words are a part of one side's sentence or statement, and all of the other's."""
    cut = [edge for edge in (True, False) if _beyond(full, edge) >= _EDGE]
    if cut == [True] and _beyond(full, True) * _FRAME < _words(full):
        cut = []
    if cut:
        rest = [_beyond(short, edge) for edge in (True, False)]
        ends_there = all(rest[0 if edge else 1] <= 1 for edge in cut)
        # Two sentences may share a phrase: the short one is these words, or a statement half made of them
        if ends_there and (max(rest) <= 1 or (short.whole and sum(rest) <= _words(short))):
            return True
    share, other = _share(full), _share(short)
    return (
        _EXCERPT <= share <= _MOST
        and (1 - share) / share * (full.span.end - full.span.start) >= _EDGE * _LETTERS
        and other >= max(_OWN, share + 0.1)
    )


def _words(place: Place) -> int:
    return len(_WORD.findall(place.span.of(place.text)))


def _share(place: Place) -> float:
    """How much of its statement aligned words are, by code points; 1 where no statement is known."""
    total = sum(span.end - span.start for span in place.whole)
    inside = sum(
        max(0, min(span.end, place.span.end) - max(span.start, place.span.start)) for span in place.whole
    )
    return inside / total if total and inside else 1.0


def _beyond(place: Place, before: bool) -> int:
    """How many words the sentence, as far as it is the statement's, has before or after the aligned ones."""
    text, (start, end), lexicon = place.text, place.span, place.lexicon
    if place.whole:
        if before:
            parts = [Span(max(span.start, start - _NEAR), min(span.end, start)) for span in place.whole]
        else:
            parts = [Span(max(span.start, end), min(span.end, end + _NEAR)) for span in place.whole]
        beside = " ".join(part.of(text) for part in parts if part.start < part.end)
    else:
        beside = text[max(0, start - _NEAR) : start] if before else text[end : end + _NEAR]
    near = beside.rstrip(" ") if before else beside
    if not near or (near[-1] if before else near[0]) in _FULL_STOPS:
        return 0  # mostly; what a point after "Mr" would show is nothing to cut by
    if not place.whole and (quotes := list(_QUOTE.finditer(beside))):
        beside = beside[quotes[-1].end() :] if before else beside[: quotes[0].start()]
    rest = _since(beside, lexicon) if before else _until(beside, lexicon)
    if not place.whole:
        rest = _unattributed(rest, before, lexicon)
    return len(_WORD.findall(rest))


def _unattributed(rest: str, before: bool, lexicon: Lexicon) -> str:
    """The words beyond an edge without those that say who speaks: "the ministry said", "he insisted that"."""
    words = list(_WORD.finditer(rest))
    if before:
        near = words[-_SPEAKS:] if len(words) <= _ATTRIBUTION else []
        return "" if any(lexicon.has(word.group().lower(), "SAYING") for word in near) else rest
    for word in words[:_SPEAKS]:
        if lexicon.has(word.group().lower(), "SAYING"):
            return rest[word.end() :].partition(",")[2]
    return rest


def _since(beside: str, lexicon: Lexicon) -> str:
    """The end of a text, from where its last sentence begins."""
    for match in reversed(list(STOP.finditer(beside))):
        if breaks(match.group(), _last_word(beside, match.start()), lexicon):
            return beside[match.end() :]
    return beside


def _until(beside: str, lexicon: Lexicon) -> str:
    """The beginning of a text, to where its first sentence ends."""
    for match in STOP.finditer(beside):
        if breaks(match.group(), _last_word(beside, match.start()), lexicon):
            return beside[: match.start()]
    return beside


def _last_word(text: str, end: int) -> str:
    words = _WORD.findall(text, max(0, end - _WORD_LENGTH), end)
    return words[-1] if words else ""
