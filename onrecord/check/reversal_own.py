"""A stance that a text itself tells of a named speaker ("Berg ruled out a strike") is that speaker's."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from onrecord.check.languages import en_reversal as en
from onrecord.check.reversal_clauses import Stance, stances
from onrecord.check.reversal_words import lexicon
from onrecord.model import Matter, Said, Span, Speaker, Statement, Voice
from onrecord.text import edtf

_NEAR = 90  # code points before a verb in which its subject stands
_LONG = 300  # code points of a sentence after it that are read
_RECENT = 10  # days before publication to which a date beside a declaring verb can belong
_MOST = 4  # words of a name
_NESTED = 8  # statements that may stand within one another
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_STOP = re.compile(r"[.!?](?=\s|\Z)|\n")


def declared(matter: Matter) -> Iterator[tuple[Stance, Statement, Voice]]:
    """The stances that a text tells of itself, each with a statement made of its clause, whose id is ""."""
    text = matter.document.text
    verbs = sorted(_declaring(text))
    if not verbs:
        return
    told = sorted(
        span for one in matter.statements for span in (*one.content, *((one.cue,) if one.cue else ()))
    )
    voices = _voices(matter)
    for verb in verbs:
        if _within(verb.start, told):
            continue
        found = _speaker(text, verb.start, voices)
        if found is None:
            continue
        voice, speaker = found
        stop = _STOP.search(text, verb.end, verb.end + _LONG)
        end = stop.end() if stop else min(len(text), verb.end + _LONG)
        for stance in stances(text, verb.start, end, reported=True, loose=True):
            if stance.span.start == verb.start:
                made = Statement(
                    "", matter.document.id, 0, (stance.span,), verb, speaker, None, (),
                    _said(matter, stance.span), "indirect", "intended", "", 1.0,
                )  # fmt: skip
                yield stance._replace(doer=("@",)), made, voice
            break


def _declaring(text: str) -> Iterator[Span]:
    """Where declaring verbs stand, in no order; looking for plain words is faster than for a pattern."""
    for words in en.DECLARING:
        at = text.find(f" {words} ")
        while at >= 0:
            yield Span(at + 1, at + 1 + len(words))
            at = text.find(f" {words} ", at + len(words))


def _within(place: int, spans: list[Span]) -> bool:
    """Whether a place stands in one of the nearest of these spans, in order."""
    last = bisect_right(spans, (place, sys.maxsize))
    return any(place < span.end for span in spans[max(0, last - _NESTED) : last])


def _voices(matter: Matter) -> dict[str, tuple[Voice, str | None]]:
    """The voices of a text, each with its kind, by their names and by the last words of those."""
    found: dict[str, tuple[Voice, str | None]] = {}
    for one in matter.statements:
        voice = matter.voices.get(one.id)
        if voice and one.speaker:
            words = voice.name[:_NEAR].split()
            for at in range(len(words)):
                found.setdefault(" ".join(words[at:]), (voice, one.speaker.kind))
    return found


def _speaker(
    text: str, verb: int, voices: dict[str, tuple[Voice, str | None]]
) -> tuple[Voice, Speaker] | None:
    """The person or body that is named right before a verb."""
    words = list(_WORD.finditer(text, max(0, verb - _NEAR), verb))
    while words and words[-1][0] in lexicon("BESIDE_DECLARING"):
        words.pop()
    if (
        not words
        or not words[-1][0][0].isupper()
        or not text[words[-1].end() : verb].replace("\n", " ").strip(" ").isascii()
    ):
        return None
    name = words[-1:]
    for word in reversed(words[:-1]):
        if not word[0][0].isupper() or text[word.end() : name[0].start()] != " ":
            break
        name.insert(0, word)
    title = max((at for at, w in enumerate(name[:-1]) if w[0].lower() in lexicon("OFFICES")), default=-1)
    name = [w for w in name[title + 1 :] if w[0] not in ("The", "But", "And", "On", "In", "Mr", "Mrs", "Ms")]
    if not name or len(name) > _MOST or not name[0][0][0].isupper():
        return None
    span = Span(name[0].start(), name[-1].end())
    printed = span.of(text)
    kin = voices.get(printed)
    if kin is not None:
        return kin[0], Speaker(span, kin[0].name, kin[1])
    return (Voice(printed), Speaker(span, printed)) if len(name) > 1 else None


def _said(matter: Matter, clause: Span) -> Said | None:
    """The day right before publication that stands in a clause: when it was declared."""
    published = edtf.days(matter.published.edtf) if matter.published else None
    first = bisect_left(matter.times, clause.start, key=lambda time: time.span.start)
    for time in matter.times[first : first + 4]:
        if time.span.start >= clause.end:
            break
        days = edtf.days(time.when.edtf)
        if published and days and days[0] == days[1] and 0 <= (published[1] - days[1]).days <= _RECENT:
            return Said(time.when, time.span, time.basis)
    return None
