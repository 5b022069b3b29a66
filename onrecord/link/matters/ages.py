"""An age counts from a birth whose date the same passage gives; what may be somebody else's age is none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from onrecord.link.languages.en_clocks import CARDINALS, ORDINALS, TENS
from onrecord.link.matters.languages import en_counters as words
from onrecord.model import Counter, Passage, Span, Time
from onrecord.text.edtf import days, when

_BORN = re.compile(words.BORN)
_BORN_IN = re.compile(words.BORN_IN)
_LIFE = re.compile(words.LIFE)
_BETWEEN_LIFE = re.compile(words.BETWEEN_LIFE)
_AGES = [re.compile(form) for form in words.AGES]
_KIN = re.compile(words.KIN, re.I)
_DIED = re.compile(words.DIED)
_HE = re.compile(words.HE)
_THING = re.compile(words.THING)
_ADJACENT = re.compile(words.ADJACENT)
_NAME = re.compile(r"\b[A-Z][^\W\d_]{2,}")
_SENTENCE = re.compile(r"(?<!\b[A-Z])(?<!\(b)[.!?][”\"’)]*\s+(?=[“\"‘(]*[A-Z])")
_BEFORE = 80  # code points between "born" and its date
_OLDEST = 130  # years


class _Life(NamedTuple):
    """A birth, the death that the text gives beside it, and the dates that belong to both."""

    birth: Time
    death: Time | None
    own: tuple[Time, ...]


def ages(text: str, passages: Sequence[Passage], times: Sequence[Time]) -> Iterator[Counter]:
    """The ages of a text, in order, each tied to the date on which somebody was so old."""
    starts = [time.span.start for time in times]
    opened = [start for start in starts if text[start - 1 : start] == "("]
    for passage in passages:
        if passage.kind == "furniture":
            continue
        bracketed = bisect_left(opened, passage.span.start) < bisect_left(opened, passage.span.end)
        if not bracketed and text.find("orn ", *passage.span) < 0 and text.find("(b.", *passage.span) < 0:
            continue
        near = times[bisect_left(starts, passage.span.start) : bisect_left(starts, passage.span.end)]
        lives = list(_lives(text, passage.span, near))
        if len(lives) == 1:
            yield from _counted(text, passage.span, lives[0], near)


def _lives(text: str, within: Span, near: Sequence[Time]) -> Iterator[_Life]:
    """The births that a passage dates: "(1921–1999)", "(3 May 1921 – 4 June 1999)", "born on 3 May 1921"."""
    floor = within.start
    for place, time in enumerate(near):
        after = near[place + 1] if place + 1 < len(near) else None
        printed = time.span.of(text)
        in_brackets = text[time.span.start - 1 : time.span.start] == "("
        if in_brackets and _THING.search(text, max(within.start, time.span.start - 80), time.span.start):
            continue
        if in_brackets and text[time.span.end : time.span.end + 1] == ")" and _LIFE.fullmatch(printed):
            first, last = (
                _year(time, Span(time.span.start, time.span.start + 4)),
                _year(time, Span(time.span.end - 4, time.span.end)),
            )
            if 10 < int(last.when.edtf) - int(first.when.edtf) < _OLDEST:
                yield _Life(first, last, (time,))
        elif re.search(r"\d{4}", printed):
            told = in_brackets or _BORN_IN.search(text, max(floor, time.span.start - 20), time.span.start)
            lived = after and told and _BETWEEN_LIFE.fullmatch(text, time.span.end, after.span.start)
            if after and lived and text[after.span.end : after.span.end + 1] == ")":
                yield _Life(time, after, (time, after))
            elif (told and not in_brackets) or _BORN.search(
                text, max(floor, time.span.start - _BEFORE), time.span.start
            ):
                yield _Life(time, None, (time,))
        floor = time.span.end


def _year(time: Time, span: Span) -> Time:
    """One of the years of a range."""
    year = time.when.edtf[:4] if span.start == time.span.start else time.when.edtf[-4:]
    return Time(time.document, span, when(year) or time.when, time.basis)


def _counted(text: str, within: Span, life: _Life, near: Sequence[Time]) -> Iterator[Counter]:
    born = days(life.birth.when.edtf)
    if born is None or (born[1] - born[0]).days > 366:
        return
    sentences = list(_sentences(text, within))
    told = next(each for each in sentences if life.birth.span.start < each.end)
    others = [[t for t in near if s.start <= t.span.start < s.end and t not in life.own] for s in sentences]
    at = sentences.index(told)
    dead = others[at] and _DIED.search(text, life.birth.span.end, told.end)
    alone = not others[at] or life.death is not None or (len(others[at]) == 1 and dead)
    for place, sentence in enumerate(sentences):
        if sentence != told and not (alone and _same(text, told, sentence)):
            continue  # two births may be told of
        found = _age(text, sentence)
        if found is None or _KIN.search(text, *sentence):
            continue
        before = others[place - 1] if place == at + 1 and dead else []
        on = _date(text, found, others[place], life, before)
        number = _number(found["n"])
        first, last = _later(born[0], number), _later(born[1], number + 1)
        if on is None or not 0 < number < _OLDEST or first is None or last is None:
            continue
        ends = (first.isoformat(), (last - timedelta(days=1)).isoformat())
        yield Counter(
            span=Span(found.start("verb"), found.end()),
            number=number,
            unit="year",
            how="age",
            event="birth",
            name=life.birth.span,
            meant=((*ends, f"birth, {life.birth.when.edtf}"),),
            on=on,
        )


def _age(text: str, sentence: Span) -> re.Match[str] | None:
    return next((found for form in _AGES if (found := form.search(text, *sentence))), None)


def _date(
    text: str, found: re.Match[str], others: Sequence[Time], life: _Life, before: Sequence[Time]
) -> Time | None:
    """When somebody was so old: the one other date of the sentence, or the one right before, or the death."""
    close = [t for t in others if _ADJACENT.fullmatch(text, t.span.end, max(t.span.end, found.start("verb")))]
    if len(others) == 1 or close:
        return others[0] if len(others) == 1 else close[-1]
    if others:
        return None
    if _DIED.search(text, *found.span()) and life.death:
        return life.death
    ended = text[found.end() : found.end() + 1] in (".", "")
    return before[0] if len(before) == 1 and ended and " was" in found["verb"] else None


def _same(text: str, told: Span, sentence: Span) -> bool:
    """Whether two sentences may be of one person: one says "he" or "she", or both have one name."""
    if _HE.search(text, *sentence) or _HE.search(text, *told):
        return True
    return bool(set(_NAME.findall(text, *told)) & set(_NAME.findall(text, *sentence)))


def _number(printed: str) -> int:
    if printed.isdecimal():
        return int(printed)
    ten, _, one = printed.lower().rpartition("-")
    last = ORDINALS.get(one) or CARDINALS.get(one) or TENS[one]
    return (TENS[ten] if ten else 0) + last


def _sentences(text: str, within: Span) -> Iterator[Span]:
    start = within.start
    for end in _SENTENCE.finditer(text, *within):
        yield Span(start, end.start() + 1)
        start = end.end()
    yield Span(start, within.end)


def _later(day: date, years: int) -> date | None:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February, or past the year 9999
        return date(day.year + years, 3, 1) if day.year + years < 10000 else None
