"""Every time expression becomes an interval with the reason for it, or is left alone."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta

from onrecord.link.facts import Fact
from onrecord.link.times import calendar
from onrecord.link.times.context import Context, Meaning
from onrecord.link.times.expressions import Found, Grammar, found, grammar
from onrecord.link.times.resolve import meaning
from onrecord.model import Document, Passage, Span, Time, When
from onrecord.text import edtf

__all__ = ["times"]

_DASH = re.compile(r"[^\n]{0,40}?(?:—|–|―| -|--|/-|_)(?=\s|[“\"«`])")
_PLACE = re.compile(r"[A-Z][\w’'.\-]+(?:[ ,/]{1,2}[\w’'.\-()]+){0,6}[,./]?\s*\(?$")
_VAGUE = timedelta(days=3660)  # a publication known no better than this dates nothing
_SAME_DAY = 15  # "at 4 in the morning (4 a.m. EDT Thursday)"
_DATELINE = timedelta(days=4)  # a dateline farther from the publication is no reason to reckon from it


def times(
    document: Document, passages: Sequence[Passage], published: When | None, known: Sequence[Fact] = ()
) -> list[Time]:
    """The time expressions of a document that name a calendar interval, in order.

    Args:
        document: its language decides which words are read; in one that has none, nothing is found.
        passages: the document's; in furniture only dates that are printed whole are read. Without any the
            whole text is read.
        published: when it was, or is taken to have been; without it expressions that need it are left out,
            unless the text has a dateline with a whole date.
        known: dated public facts, not read here.
    """
    rules = grammar(document.language)
    if rules is None:
        return []
    text = document.text
    furniture = _Furniture(text, passages)
    expressions = [one for one in found(text, document.language) if one.span.start >= furniture.matter]
    days = edtf.days(published.edtf) if published else None
    dateline = _dateline(rules, text, [one for one in expressions if not furniture.holds(one.span)], days)
    if dateline and (days is None or abs(dateline - days[0]) <= _DATELINE):
        writing: list[date | None] = [dateline]
    else:
        writing = [*sorted(set(days))] if days and days[1] - days[0] <= _VAGUE else [None]
    whence = "publication" if days and writing[0] in days else "the dateline"
    readings = [_read(Context(rules.data, text, day, whence), expressions, furniture) for day in writing]
    given = []
    for one, *meanings in zip(expressions, *readings, strict=True):
        meant = _joined(meanings)
        when = edtf.when(meant.stretch.edtf) if meant else None
        if meant and when:
            given.append(Time(document.id, one.span, when, meant.basis))
    return given


def _read(context: Context, expressions: list[Found], furniture: _Furniture) -> list[Meaning | None]:
    """What each expression means to a text written on a day."""
    undated = Context(context.data, context.text, None)
    meanings: list[Meaning | None] = []
    for place, one in enumerate(expressions):
        if furniture.holds(one.span):
            meant = meaning(one, undated)
        else:
            meant = meaning(one, context)
            if one.form == "clock" and (day := _day_behind(context, expressions, place)):
                meant = _of_day(meaning(day, context)) or meant
            if meant:
                context.note(one, meant)
        meanings.append(meant)
    return meanings


def _day_behind(context: Context, expressions: list[Found], place: int) -> Found | None:
    """What is printed right behind a time of day, or behind other times of day that follow it."""
    for one, after in zip(expressions[place : place + 3], expressions[place + 1 : place + 4], strict=False):
        new = context.data.NEW_SENTENCE.search(context.text, one.span.end - 1, after.span.end)
        if new or after.span.start - one.span.end >= _SAME_DAY:
            return None
        if after.form != "clock":
            return after
    return None


def _of_day(meant: Meaning | None) -> Meaning | None:
    """A day, that a time of day may be of."""
    return meant if meant and meant.stretch.unit == "day" else None


def _joined(meanings: Sequence[Meaning | None]) -> Meaning | None:
    """What an expression means where the publication is only known to lie between two days."""
    first, last = meanings[0], meanings[-1]
    if first is None or last is None or first.stretch == last.stretch:
        return first if last else None
    begin = min(first.stretch.first, last.stretch.first)
    return Meaning(calendar.span(begin, max(first.stretch.last, last.stretch.last)), last.basis)


class _Furniture:
    """The places of a document that are no text proper; what front matter says is no text at all."""

    def __init__(self, text: str, passages: Sequence[Passage]) -> None:
        self._starts = [passage.span.start for passage in passages]
        self._passages = passages
        head = passages[0].span if passages and passages[0].kind == "furniture" else Span(0, 0)
        self.matter = head.end if text.startswith("---", head.start) else 0

    def holds(self, span: Span) -> bool:
        """Whether a span stands in furniture."""
        number = bisect_right(self._starts, span.start) - 1
        if number < 0:
            return False
        passage = self._passages[number]
        return passage.kind == "furniture" and span.start < passage.span.end


def _dateline(
    rules: Grammar, text: str, expressions: Sequence[Found], days: tuple[date, date] | None
) -> date | None:
    """The day that a dateline at the head of the text prints ("KYIV, May 8 (UNIAN) —"), or None."""
    for one in expressions[:4]:
        if one.form not in ("month_day", "day_month") or "day" not in one.parts:
            continue
        line = text[max(text.rfind("\n", 0, one.span.start) + 1, one.span.start - 80) : one.span.start]
        if not _PLACE.fullmatch(line.strip(" \t*_")) or not _DASH.match(text, one.span.end):
            continue
        meant = meaning(one, Context(rules.data, text, days[0] if days else None))
        return meant.stretch.first if meant and meant.stretch.unit == "day" else None
    return None
