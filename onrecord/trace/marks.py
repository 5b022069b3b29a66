"""Marks that change what words mean are edits: quotation marks that came or went, a question that is none."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from typing import NamedTuple

from onrecord.model import Edit, Span
from onrecord.trace.lexicon import Lexicon
from onrecord.trace.lines import Raw, breaks

_OPENING, _CLOSING = "“„«‟「『", "”»“」』"
_MARK = re.compile(r"[\"“”„‟«»「」『』‘’'\n]")
_BLANK = re.compile(r"\n[ \t\r]*\n\s*")
# What stands before a sentence: another's end, a blank line, a label such as "Q" or "MS. AUNE:".
_STARTS = re.compile(r"(?:^|\n\s*\n|[.!?:…*>”\")\]]|\n[^a-z\n]{1,40})\s*[(\[*_“\"]*$")
_STOPS = re.compile(r"[)\]*_”\"—– \xa0]*(?:[.!?…]|\s*$|\s*\n\s*\n)")
_QUOTE_BEFORE = tuple("“‘«„\"'「『")
_BESIDE = 60  # code points before and after in which these are looked for
_MARKS = 3  # code points of a statement that may be no word: a bracket, a full stop
_ANY = '"“”„‟«»「」『』‘'
_SINGLE = re.compile(r"(?<!\w)'(?=\w)")
_AROUND = 2_000  # code points before and after, at most, in which a quotation is followed to its ends
_SHARED = 0.6  # of the words of a question that must stand in the assertion, and the reverse
_SENTENCE_WORDS = 4  # fewer words in quotation marks are a term, and stand in no one's voice

Equal = list[tuple[int, int, int, int]]  # words of both sides that are the same: start, end, start, end


class Voice(NamedTuple):
    """A side as far as marks are concerned."""

    text: str
    span: Span
    whole: tuple[Span, ...]
    raw: Raw
    lexicon: Lexicon


def marked(text: str, span: Span) -> bool:
    """Whether there is a quotation mark or a question mark in or near a span: what is slow starts here."""
    near = text[max(0, span.start - _AROUND) : span.end + _AROUND]
    if any(mark in near for mark in _ANY):
        return True
    inside = text[max(0, span.start - 1) : span.end + 3]
    return "?" in inside or "？" in inside or bool(_SINGLE.search(inside))


def quotations(text: str, span: Span) -> list[Span]:
    """The quotations in and around a span, outermost only, from mark to mark.

    A quotation that is never closed counts only where the next paragraph opens with a mark, as long
    quotations are printed.
    """
    low = text.rfind("\n\n", max(0, span.start - _AROUND), span.start)
    low = max(0, span.start - _AROUND) if low < 0 else low + 2
    high = text.find("\n\n", span.end, span.end + _AROUND)
    high = min(len(text), span.end + _AROUND) if high < 0 else high
    found: list[Span] = []
    double = single = -1
    for match in _MARK.finditer(text, low, high):
        at, mark = match.start(), match.group()
        if mark == "\n":
            if blank := _BLANK.match(text, at):
                if double >= 0 and text[blank.end() : blank.end() + 1] in tuple(_OPENING + '"'):
                    found.append(Span(double, at))
                double = single = -1
        elif mark in "‘'’":
            if double >= 0:
                continue
            if mark != "’" and _opens(text, at):
                single = at
            elif single >= 0 and _closes(text, at):
                found.append(Span(single, at + 1))
                single = -1
        elif double >= 0 and (_closes(text, at) or (mark in _CLOSING and not _opens(text, at))):
            found.append(Span(double, at + 1))
            double = single = -1
        elif _opens(text, at) or mark in _OPENING:
            double = at
    return found


def _opens(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or before.isspace() or before in "([{—–-:/") and bool(after) and not after.isspace()


def _closes(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return bool(before) and not before.isspace() and not (after and after.isalnum())


def moved_marks(one: Voice, other: Voice, equal: Equal) -> list[Edit]:
    """Words that stand in quotation marks on one side and not on the other, as one edit each stretch.

    Whole sentences of somebody's own statement that are quoted elsewhere are no edit: that is what quotation
    marks are for.
    """
    inside = _inside(quotations(one.text, one.span), [pair[0] for pair in equal])
    other_inside = _inside(quotations(other.text, other.span), [pair[2] for pair in equal])
    found: list[Edit] = []
    first = -1
    for at in range(len(equal) + 1):
        differs = at < len(equal) and inside[at] != other_inside[at]
        if first >= 0 and not (differs and inside[at] == inside[first]):
            here = Span(equal[first][0], equal[at - 1][1])
            there = Span(equal[first][2], equal[at - 1][3])
            bare, words = (other, there) if inside[first] else (one, here)
            everything = first == 0 and at == len(equal)
            if first == 0:
                words = Span(bare.raw.starts[0], words.end)
            if at == len(equal):
                words = Span(words.start, bare.raw.ends[-1])
            if not (everything or at - first >= _SENTENCE_WORDS) or not _own(bare, words):
                found.append(Edit("marks", here, there))
            first = -1
        if differs and first < 0:
            first = at
    return found


def _inside(found: list[Span], starts: list[int]) -> list[bool]:
    opening = [span.start for span in found]
    flags = []
    for start in starts:
        at = bisect_right(opening, start) - 1
        flags.append(at >= 0 and start < found[at].end)
    return flags


def _own(voice: Voice, words: Span) -> bool:
    """Whether words without marks are whole sentences of a known statement: its speaker's own text."""
    if not voice.whole:
        return False
    before = voice.text[max(0, words.start - _BESIDE) : words.start]
    after = voice.text[words.end : words.end + _BESIDE]
    first, last = voice.raw.starts[0], voice.raw.ends[-1]
    begun = words.start <= first and voice.whole[0].start + _MARKS < first
    goes_on = words.end >= last and voice.whole[-1].end > last + _MARKS
    return (begun or bool(_STARTS.search(before))) and (goes_on or bool(_STOPS.match(after)))


class Sentence(NamedTuple):
    """Words `first` to before `last` of a span, and whether they ask or assert (or neither is shown)."""

    first: int
    last: int
    asks: bool
    asserts: bool


def sentences(voice: Voice) -> list[Sentence]:
    """The sentences of a span; one that begins before the span neither asks nor asserts as a whole."""
    starts, ends, text = voice.raw.starts, voice.raw.ends, voice.text
    found: list[Sentence] = []
    first = 0
    before = text[max(0, starts[0] - _BESIDE) : starts[0]] if starts else ""
    whole = bool(_STARTS.search(before)) or before[-1:] in _QUOTE_BEFORE
    for at in range(len(starts)):
        final = at == len(starts) - 1
        gap = text[ends[at] : ends[at] + 4 if final else starts[at + 1]]
        quoted = gap[:2] in (",”", ',"')  # “It is over,” she said
        if final or quoted or (len(gap) > 1 and breaks(gap, text[starts[at] : ends[at]], voice.lexicon)):
            mark = re.split(r"\w", gap, maxsplit=1)[0]
            asks = whole and ("?" in mark or "？" in mark)
            stops = whole and (quoted or any(sign in mark for sign in ".!。！"))
            found.append(Sentence(first, at + 1, asks, stops and not asks))
            first, whole = at + 1, True
    return found


def questions(one: Voice, other: Voice, equal: Equal) -> list[Edit]:
    """Sentences that ask on one side and assert on the other, whole."""
    here, there = sentences(one), sentences(other)
    if not any(sentence.asks for sentence in here + there):
        return []
    votes: Counter[tuple[int, int]] = Counter()
    firsts = [one.raw.starts[sentence.first] for sentence in here]
    other_firsts = [other.raw.starts[sentence.first] for sentence in there]
    for start, _, to, _ in equal:
        votes[bisect_right(firsts, start) - 1, bisect_right(other_firsts, to) - 1] += 1
    final = {(pair[1], pair[3]) for pair in equal}
    found = []
    for (a, b), shared in votes.items():
        first, second = here[a], there[b]
        longest = max(first.last - first.first, second.last - second.first)
        turned = (first.asks and second.asserts) or (first.asserts and second.asks)
        ends = one.raw.ends[first.last - 1], other.raw.ends[second.last - 1]
        if turned and shared >= _SHARED * longest and ends in final:
            found.append(Edit("question", _span(one, first), _span(other, second)))
    return found


def _span(voice: Voice, sentence: Sentence) -> Span:
    return Span(voice.raw.starts[sentence.first], voice.raw.ends[sentence.last - 1])


def without_inversion(edits: list[Edit], asked: list[Edit], one: Voice, other: Voice) -> list[Edit]:
    """The edits without what merely follows from asking: "will he go" for "he will go"."""
    if not asked:
        return edits
    spare: set[Edit] = set()
    starts = [edit.earlier.start for edit in edits]
    for question in asked:
        nearby = edits[
            bisect_left(starts, question.earlier.start) : bisect_right(starts, question.earlier.end)
        ]
        inside = [edit for edit in nearby if _within(edit.later, question.later)]
        spare |= _following(inside, one, other)
    return [edit for edit in edits if edit not in spare]


def _following(inside: list[Edit], one: Voice, other: Voice) -> set[Edit]:
    """Of the edits in a question: words that changed place, a helper, and the verb that it helped."""
    words = {edit: (edit.earlier.of(one.text).lower(), edit.later.of(other.text).lower()) for edit in inside}
    spare: set[Edit] = set()
    come = {words[edit][1]: edit for edit in inside if edit.kind == "added"}
    for edit in inside:
        if edit.kind == "dropped" and words[edit][0] in come:
            spare |= {edit, come[words[edit][0]]}
        elif one.lexicon.has("".join(words[edit]), "HELPERS"):
            spare.add(edit)
    if spare:
        spare |= {edit for edit in inside if edit.kind == "replaced" and one.lexicon.one_verb(*words[edit])}
    return spare


def _within(span: Span, whole: Span) -> bool:
    return whole.start <= span.start and span.end <= whole.end
