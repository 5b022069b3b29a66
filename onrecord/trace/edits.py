"""What changed between two places is read from their texts alone, and means the same whoever asks."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from onrecord.model import Edit, HopKind, Span
from onrecord.trace import cuts, kinds, marks
from onrecord.trace.differences import Difference, differences
from onrecord.trace.lexicon import lexicon
from onrecord.trace.lines import Line, Raw, line, raw

_BESIDE = 4  # equal words kept on both sides of what differs, to judge it by


@dataclass(frozen=True, slots=True)
class Side:
    """One of two places with the same words, or nearly the same.

    Attributes:
        text: the whole document.
        span: the aligned words, in code points of `text`.
        whole: the content spans of the statement to which the words belong; () where none is known.
        language: ISO 639-1, or None.
        figures: known mentions near the span, each with "person", "body" or "group".
    """

    text: str
    span: Span
    whole: tuple[Span, ...]
    language: str | None
    figures: tuple[tuple[Span, str], ...] = ()


class Compared(NamedTuple):
    """What became of words on the way.

    Attributes:
        kind: copy, cut or reworded.
        edits: what differs, in order; spans are code points of each side's text.
        score: the share of the shorter side's words that stand in the other in the same order, 0 to 1.
    """

    kind: HopKind
    edits: tuple[Edit, ...]
    score: float


def compared(earlier: Side, later: Side) -> Compared:
    """The kind of a hop and its edits.

    What differs only in punctuation, case, hyphens, accents, spelling (British or American), or in how a
    number or a shortened word is written, is no edit. Any text will do; what languages without a word list
    show is digits and capitals.
    """
    words = lexicon(earlier.language), lexicon(later.language)
    one, other = raw(earlier.text, earlier.span), raw(later.text, later.span)
    lines: tuple[Line, Line] | None = None
    found: list[Difference] = []
    edits: list[Edit] = []
    head, tail = _ends(one.keys, other.keys)
    if one.keys != other.keys:
        head, tail = max(0, head - _BESIDE), max(0, tail - _BESIDE)
        lines = (
            line(earlier.text, one, (head, len(one.keys) - tail), words[0], earlier.figures),
            line(later.text, other, (head, len(other.keys) - tail), words[1], later.figures),
        )
        found = _without_attributions(differences(*lines), lines, (earlier, later))
        edits = kinds.edits(*lines, found)
    if marks.marked(earlier.text, earlier.span) or marks.marked(later.text, later.span):
        equal = _equal((one, other), (head, tail), lines, found)
        voices = (
            marks.Voice(earlier.text, earlier.span, earlier.whole, one, words[0]),
            marks.Voice(later.text, later.span, later.whole, other, words[1]),
        )
        asked = marks.questions(*voices, equal)
        edits = marks.without_inversion(edits, asked, *voices) + asked + marks.moved_marks(*voices, equal)
        edits.sort(key=lambda edit: (edit.earlier, edit.later))
    places = (
        cuts.Place(earlier.text, _of_words(one, earlier.span), earlier.whole, words[0]),
        cuts.Place(later.text, _of_words(other, later.span), later.whole, words[1]),
    )
    tally = _tally((one, other), (head, tail), lines, found)
    score = tally.same / max(1, min(tally.one, tally.other))
    return Compared(cuts.kind(*places, lines, tally), tuple(edits), min(1.0, max(0.0, score)))


def _of_words(cut: Raw, span: Span) -> Span:
    """A span without the marks around its words."""
    return Span(cut.starts[0], cut.ends[-1]) if cut.starts else span


def _ends(one: list[str], other: list[str]) -> tuple[int, int]:
    """How many words are the same at the beginning, and then at the end."""
    most = min(len(one), len(other))
    head = 0
    while head < most and one[head] == other[head]:
        head += 1
    tail = 0
    while tail < most - head and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    return head, tail


def _without_attributions(
    found: list[Difference], lines: tuple[Line, Line], sides: tuple[Side, Side]
) -> list[Difference]:
    """The differences without words that stand between the parts of a statement: "he said" in its middle."""

    def told(side: Side, words: Line, start: int, end: int) -> bool:
        inside = words.span(start, end)
        return any(
            first.end <= inside.start and inside.end <= second.start for first, second in pairwise(side.whole)
        )

    kept = []
    for block in found:
        if block.other == block.other_end and told(sides[0], lines[0], block.one, block.one_end):
            continue
        if block.one == block.one_end and told(sides[1], lines[1], block.other, block.other_end):
            continue
        kept.append(block)
    return kept


def _tally(
    cut: tuple[Raw, Raw], ends: tuple[int, int], lines: tuple[Line, Line] | None, found: list[Difference]
) -> cuts.Tally:
    if lines is None:
        size = len(cut[0].keys)
        return cuts.Tally(size, size, size, size, [])
    apart = sum(block.one_end - block.one for block in found)
    other_apart = sum(block.other_end - block.other for block in found)
    size, other_size = (sum(ends) + len(words.keys) for words in lines)
    same = min(size - apart, other_size - other_apart)  # what is only written otherwise counts as the same
    shorter = 0 if len(cut[0].keys) <= len(cut[1].keys) else 1
    light = lines[shorter].lexicon.sets["LIGHT"]
    content = sum(key not in light for key in cut[shorter].keys)
    return cuts.Tally(same + apart, same + other_apart, same, content, found)


def _equal(
    cut: tuple[Raw, Raw], ends: tuple[int, int], lines: tuple[Line, Line] | None, found: list[Difference]
) -> marks.Equal:
    """The words of both sides that answer to one another, in order."""
    one, other = cut
    head, tail = ends
    if lines is None:
        return list(zip(one.starts, one.ends, other.starts, other.ends, strict=True))
    equal = list(zip(one.starts[:head], one.ends, other.starts, other.ends, strict=False))
    here, there = lines
    at, to = 0, 0
    for a, b, c, d in [*found, (len(here.keys), 0, len(there.keys), 0)]:
        pairs = _answering(here.keys[at:a], there.keys[to:c])
        equal += [
            (here.starts[at + i], here.ends[at + i], there.starts[to + j], there.ends[to + j])
            for i, j in pairs
        ]
        at, to = b, d
    if tail:
        equal += zip(
            one.starts[-tail:], one.ends[-tail:], other.starts[-tail:], other.ends[-tail:], strict=True
        )
    return equal


def _answering(one: list[str], other: list[str]) -> list[tuple[int, int]]:
    """The places of the same words in two stretches that are the same but for how something is written."""
    if len(one) == len(other):
        return [(at, at) for at in range(len(one))]
    head, tail = _ends(one, other)
    size, other_size = len(one), len(other)
    behind = [(size - at, other_size - at) for at in range(tail, 0, -1)]
    return [(at, at) for at in range(head)] + behind
