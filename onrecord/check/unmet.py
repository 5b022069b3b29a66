"""A sentence that plans for a day and one that denies of that day are compared by their own words."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from onrecord.check.languages import en_reversal as words_of_reversal
from onrecord.check.languages import en_unmet as en
from onrecord.check.reversal_pairs import telling
from onrecord.check.reversal_words import lexicon, stem, verb_of
from onrecord.model import Claim, Matter, Shown, Span, Time, Voice, finding
from onrecord.model import Finding as Found
from onrecord.text import edtf
from onrecord.text.words import spans

NAME = "not-happened"
PREFIX = "day "
_LONGEST = 320  # code points of a sentence
_LEAST = 2  # words that both sentences have beside the verb
_BITS = 16.0  # that they have together
_SHARE = 0.6  # of the words of the side that has fewer
_MOST = 5  # findings of one key
_SHOWN = 160  # code points of a sentence in a message

_PLANNED = re.compile(rf"\b(?:{en.PLANNED})\s+(?:(?:{en.BETWEEN})\s+)*(?P<verb>[a-z]+)\b")
_WOULD = re.compile(rf"\b(?:{en.SAYING})\b[^.;]{{0,80}}?\bwould\s+(?:be\s+)?(?P<verb>[a-z]+)\b")
_NOT = re.compile(
    rf"(?:\b(?:{en.DENIED})\s+(?:(?:{en.BETWEEN})\s+)*|\band\s+not\s+|\bnever\s+)(?P<verb>[a-z]+)\b"
)
_STOP = re.compile(r"[.!?](?<!\b[A-Z]\.)[”\"'’)]*\s+(?=[A-Z“\"‘'])|\n")
_NO_STOP = re.compile(r"\b(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Mr|Mrs|Ms|Dr|St|Gen|Sen|Gov)\.$")
_DOUBTFUL = re.compile(rf"\b(?:{en.DOUBTFUL})\b|\?", re.I)


class Read(NamedTuple):
    """A sentence of a day: what it says of it, planned or denied, by which verb."""

    span: Span
    verb: str
    off: bool
    words: tuple[str, ...]
    names: tuple[str, ...]


def claims(matter: Matter) -> Iterator[Claim]:
    """The sentences of a document that plan something for a printed day, or deny it of one."""
    if (matter.document.language or words_of_reversal.CODE) != words_of_reversal.CODE:
        return
    text = matter.document.text
    stated = sorted((span.start, span.end, one.id) for one in matter.statements for span in one.content)
    for time in matter.times:
        day = _day_of(text, time)
        read = _read(text, time) if day else None
        if read is None:
            continue
        statement = _statement(stated, time.span)
        told = matter.published.earliest[:10] if matter.published else ""
        value = {
            "off": read.off, "words": read.words, "names": read.names, "day": day,
            "clause": " ".join(read.span.of(text).split())[:300],
        }  # fmt: skip
        yield Claim(
            key=f"{PREFIX}{day}|{read.verb[:40]}", span=read.span,
            value=json.dumps(value, ensure_ascii=False),
            document=matter.document.id, day=told, outlet=matter.outlet, report=matter.report,
            statement=statement, voice=matter.voices.get(statement, Voice("")),
        )  # fmt: skip


def _day_of(text: str, time: Time) -> str:
    """The day that a time expression prints in full, or ""."""
    if not any(char.isdigit() for char in time.span.of(text)):
        return ""
    days = edtf.days(time.when.edtf)
    return days[0].isoformat() if days and days[0] == days[1] else ""


def _read(text: str, time: Time) -> Read | None:
    sentence = _sentence(text, time.span)
    words = sentence.of(text)
    if len(words) > _LONGEST or _DOUBTFUL.search(words):
        return None
    off = _NOT.search(words)
    ahead = None if off else _PLANNED.search(words) or _WOULD.search(words)
    found = off or ahead
    if not found:
        return None
    if off and (_PLANNED.search(words) or len(list(_NOT.finditer(words))) > 1):
        return None
    verb = verb_of(found["verb"])[0]
    if len(verb) < 2 or found["verb"] in _helping():
        return None
    telling_words, names = _words(text, sentence, time.span)
    kept = tuple(word for word in telling_words if word != verb)
    return Read(sentence, verb, off is not None, kept, names) if len(kept) >= _LEAST else None


def _sentence(text: str, span: Span) -> Span:
    """The sentence in which a span stands."""
    start, end = max(0, span.start - _LONGEST), min(len(text), span.end + _LONGEST)
    for stop in _STOP.finditer(text, start, span.start):
        if not _NO_STOP.search(text, max(0, stop.start() - 6), stop.start() + 1):
            start = stop.end()
    after = next(
        (
            stop
            for stop in _STOP.finditer(text, span.end, end)
            if not _NO_STOP.search(text, max(0, stop.start() - 6), stop.start() + 1)
        ),
        None,
    )
    return Span(
        start, after.start() + 1 if after and text[after.start()] != "\n" else after.start() if after else end
    )


def _words(text: str, sentence: Span, day: Span) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The compared words of a sentence outside its date, and those printed as names."""
    words, names = [], []
    for span in spans(text, *sentence):
        word = text[span.start : span.end]
        lower = word.lower()
        if day.start <= span.start < day.end or not word[0].isalpha():
            continue
        if lower in lexicon("EMPTY") or lower in _helping() or lower in en.AROUND:
            continue
        compared = verb_of(lower)[0] if lower in words_of_reversal.IRREGULAR else stem(lower)
        words.append(compared)
        if word[0].isupper():
            names.append(compared)
    return tuple(dict.fromkeys(words)), tuple(dict.fromkeys(names))


@cache
def _helping() -> frozenset[str]:
    return frozenset(
        [*words_of_reversal.BE, *words_of_reversal.HAVE, *words_of_reversal.DO, *words_of_reversal.FUTURE]
    )


def _statement(stated: Sequence[tuple[int, int, str]], span: Span) -> str:
    place = bisect_right(stated, (span.start, 1 << 62, ""))
    for start, end, id in reversed(stated[max(0, place - 4) : place]):
        if start <= span.start and span.end <= end:
            return id
    return ""


def across(found: Sequence[Claim]) -> Iterator[Found]:
    """What was planned for a day, beside what denies it of that day."""
    values: list[tuple[Claim, dict[str, Any]]] = [(claim, json.loads(claim.value)) for claim in found]
    offs = [one for one in values if one[1]["off"]]
    shown = 0
    for plan in (one for one in values if not one[1]["off"]):
        best = max(((_alike(plan, off), off) for off in offs), key=lambda pair: pair[0], default=None)
        if best and best[0] and shown < _MOST:
            shown += 1
            yield _shown(plan, best[1], best[0])


def _alike(plan: tuple[Claim, dict[str, Any]], off: tuple[Claim, dict[str, Any]]) -> float:
    """How sure it is that both are of one thing; 0 where it is not."""
    (one, first), (other, second) = plan, off
    if one.document == other.document and one.span.start < other.span.end and other.span.start < one.span.end:
        return 0.0
    if one.report and one.report == other.report and one.document != other.document:
        return 0.0
    if one.day and other.day and one.day > other.day:
        return 0.0  # announced after it was told that it did not take place: a new plan
    mine, theirs = set(first["words"]), set(second["words"])
    shared = mine & theirs
    named = shared & (set(first["names"]) | set(second["names"]))
    if not named or len(shared) < _LEAST or len(shared) < _SHARE * min(len(mine), len(theirs)):
        return 0.0
    return 0.9 if sum(map(telling, shared)) >= _BITS else 0.0


def _shown(plan: tuple[Claim, dict[str, Any]], off: tuple[Claim, dict[str, Any]], sure: float) -> Found:
    (one, first), (other, second) = plan, off
    day = date.fromisoformat(first["day"])
    return finding(
        NAME,
        f"For {day.day} {day:%B %Y} this was announced: {_quoted(first)}; of that day it is told that it did"
        f" not take place: {_quoted(second)}.",
        [Shown(claim.document, claim.span) for claim in (one, other)],
        explanation=f"both speak of: {', '.join(sorted(set(first['words']) & set(second['words'])))}",
        score=sure - (0.05 if one.document != other.document else 0.0),
        statements=[claim.statement for claim in (one, other) if claim.statement],
    )


def _quoted(value: dict[str, Any]) -> str:
    words: str = value["clause"]
    return f'"{words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + " …"}"'
