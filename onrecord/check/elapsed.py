"""Two dates that a sentence ties by a distance lie that far apart, rounding understood, or are shown."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from onrecord.check import printed
from onrecord.check.contract import Check
from onrecord.check.distances import Distance, Ends, expected, fits, length, told, told_as
from onrecord.check.languages import en_elapsed as words
from onrecord.check.printed import Body
from onrecord.check.ranges import lengths
from onrecord.model import Finding, Matter, Shown, Span, finding
from onrecord.text.edtf import days

NAME = "elapsed"
PRINTED = "as printed"
"""The basis of a time whose year the text prints."""

_HINTS = [re.compile(hint) for hint in words.HINTS]
_COUNT = re.compile(words.COUNT, re.I)
_NO_POINT = re.compile(words.NO_POINT, re.I)
_BREAKS = re.compile(words.BREAKS)
_LINKED = re.compile(words.LINKED)
_OPENS = re.compile(words.OPENS)
_LEADS = re.compile(words.LEADS)
_APPOSED = re.compile(words.APPOSED)
_OF_DATE = re.compile(words.OF_DATE)
_PRINTED = re.compile(
    r"\d{4}|[A-Z][a-z]{2,8}\.?\s+\d|\d\s+(?:of\s+)?[A-Z][a-z]{2}|\d[a-z]{2}\s+(?:of\s+)?[A-Z]"
)
_BACK = 45  # code points that a count takes before its unit
_CLAUSE = 120  # code points between a date that opens a sentence and its distance
_BEFORE = 300  # code points back to the date from which "three days later" counts


class _Dated(NamedTuple):
    """A date that the text prints, by the days that it can mean; `sure` is whether its year is printed."""

    span: Span
    ends: Ends
    sure: bool = True

    def near(self, other: _Dated) -> list[Ends]:
        """The days that it can mean beside another date, that of the nearest year first."""
        if self.sure:
            return [self.ends]
        years = sorted({other.ends[0].year + step for step in (-1, 0, 1)} | {self.ends[0].year})
        moved = [_in_year(self.ends, year) for year in years]
        return sorted(filter(None, moved), key=lambda ends: abs(ends[0] - other.ends[0]))


class _Tie(NamedTuple):
    """A date, a distance, and the date it is counted from."""

    distance: Distance
    start: _Dated
    result: _Dated
    forward: bool

    def fits(self) -> bool:
        """Whether the dates lie so far apart in any year that they can be of."""
        return any(
            fits(self.distance, *((start, result) if self.forward else (result, start)))
            for start in self.start.near(self.result)
            for result in self.result.near(self.start)
        )


def _in_year(ends: Ends, year: int) -> Ends | None:
    try:
        return ends[0].replace(year=year), ends[1].replace(year=year + ends[1].year - ends[0].year)
    except ValueError:
        return None


def within(matter: Matter) -> Iterator[Finding]:
    """Dates that do not lie as far apart as the sentence says that ties them."""
    text = matter.document.text
    reader: _Reader | None = None
    for hint in sorted(chain.from_iterable(each.finditer(text) for each in _HINTS), key=re.Match.start):
        distance = _distance(text, hint)
        if distance is None:
            continue
        reader = reader or _Reader(matter)
        tie = reader.tie(distance, hint["side"].split()[0])
        if tie and not tie.fits():
            yield _finding(matter, tie)
    yield from lengths(matter, reader.body if reader else Body(matter))


def _distance(text: str, hint: re.Match[str]) -> Distance | None:
    """The distance whose unit is found; None for a length ("for two weeks after")."""
    floor = max(0, hint.start() - _BACK)
    count = None
    for match in re.finditer(r"(?<![\w-])\w", text[floor : hint.start()]):
        count = _COUNT.match(text, floor + match.start(), hint.start())
        if count:
            break
    if count is None or _NO_POINT.search(text, max(0, count.start() - 15), count.start()):
        return None
    number = words.NUMBERS.get(count["n"].lower()) or int(count["n"])
    unit = text[hint.start() : hint.start("side")].split()[0].lower()
    unit = "century" if unit.startswith("centur") else unit.rstrip("s")
    exact = bool(count["exact"]) or "to the day" in hint[0]
    return (
        Distance(Span(count.start(), hint.end()), number, unit, exact, bool(count["rough"]))
        if number
        else None
    )


class _Reader:
    """The dates of a document, and which of them a distance ties."""

    def __init__(self, matter: Matter) -> None:
        self.text, self.body = matter.document.text, Body(matter)
        self.published = matter.published
        self.dated = []
        for time in matter.times:
            ends = days(time.when.edtf) if _PRINTED.search(self.text, *time.span) else None
            if ends and (ends[1] - ends[0]).days < 367:
                self.dated.append(_Dated(time.span, ends, time.basis == PRINTED))
        self.starts = [dated.span.start for dated in self.dated]
        self.others = sorted(time.span.start for time in matter.times)

    def tie(self, distance: Distance, side: str) -> _Tie | None:
        """The two dates that a distance lies between, or None where the sentence does not say."""
        if self.body.passage(distance.span.start) is None:
            return None
        sentence = self.body.sentence(distance.span)
        before = self._between(sentence.start, distance.span.start)
        after = self._between(distance.span.end, sentence.end)
        if side == words.AGO:
            return self._ago(distance, before, after)
        if side in words.ALONE:
            return self._alone(distance, side, sentence, after)
        return self._tied(distance, side in words.BEHIND, sentence, before, after)

    def _between(self, start: int, end: int) -> list[_Dated]:
        return self.dated[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def _tied(
        self,
        distance: Distance,
        forward: bool,
        sentence: Span,
        before: Sequence[_Dated],
        after: Sequence[_Dated],
    ) -> _Tie | None:
        """ "On 23 August, a week before the invasion of 1 September"; "Two days after 6 May, on 8 May"."""
        text = self.text
        if not after or not _OF_DATE.fullmatch(text, distance.span.end, after[0].span.start):
            return None
        if _BREAKS.search(text, distance.span.end, after[0].span.start):
            return None
        start = after[0]
        if before and self._leads_to(before, distance, sentence):
            return _Tie(distance, start, before[-1], forward)
        if before or len(after) != 2 or not _LEADS.fullmatch(text, sentence.start, distance.span.start):
            return None
        gap = Span(start.span.end, after[1].span.start)
        near = _APPOSED.fullmatch(text, *gap) or not _BREAKS.search(text, *gap)
        return _Tie(distance, start, after[1], forward) if near and gap.end - gap.start < _CLAUSE else None

    def _leads_to(self, before: Sequence[_Dated], distance: Distance, sentence: Span) -> bool:
        """Whether the last date before a distance is the one that the distance dates."""
        text, gap = self.text, Span(before[-1].span.end, distance.span.start)
        if _LINKED.fullmatch(text, *gap):
            return True
        if gap.end - gap.start > _CLAUSE or _BREAKS.search(text, *gap) or len(before) > 1:
            return False
        return bool(_OPENS.fullmatch(text, sentence.start, before[-1].span.start)) or text[gap.end - 2] == ","

    def _alone(self, distance: Distance, side: str, sentence: Span, after: Sequence[_Dated]) -> _Tie | None:
        """ "Three days later, on 12 May", counted from the date before it."""
        text = self.text
        if not after or not _APPOSED.fullmatch(text, distance.span.end, after[0].span.start):
            return None
        result, forward = after[0], side in words.BEHIND
        earlier = self._between(max(0, sentence.start - _BEFORE), distance.span.start)
        passage = self.body.passage(distance.span.start)
        earlier = [dated for dated in earlier if passage and dated.span.start >= passage.span.start]
        if not earlier or self._talks_between(earlier[-1], distance, sentence):
            return None
        ties = [_Tie(distance, start, result, forward) for start in earlier]
        return None if any(tie.fits() for tie in ties) else ties[-1]

    def _talks_between(self, start: _Dated, distance: Distance, sentence: Span) -> bool:
        """Whether another time, or a sentence without any, stands between a date and what counts from it."""
        first, last = bisect_left(self.others, start.span.end), bisect_left(self.others, distance.span.start)
        if first < last:
            return True
        if start.span.start >= sentence.start:
            return False
        leads = _LEADS.fullmatch(self.text, sentence.start, distance.span.start)
        return not leads or self.body.sentence(start.span).end < sentence.start - 3

    def _ago(self, distance: Distance, before: Sequence[_Dated], after: Sequence[_Dated]) -> _Tie | None:
        """ "Three weeks ago, on 12 April"; "in 1965, 50 years ago": counted from the publication."""
        ends = days(self.published.edtf) if self.published else None
        if ends is None or (ends[1] - ends[0]).days > 31:
            return None
        now = _Dated(distance.span, ends)
        if after and _APPOSED.fullmatch(self.text, distance.span.end, after[0].span.start):
            return _Tie(distance, now, after[0], False)
        if before and re.fullmatch(r",\s+", self.text[before[-1].span.end : distance.span.start]):
            return _Tie(distance, now, before[-1], False)
        return None


def _finding(matter: Matter, tie: _Tie) -> Finding:
    side = "after" if tie.forward else "before"
    start, result = tie.start.near(tie.result)[0], tie.result.near(tie.start)[0]
    due = expected(tie.distance, start, tie.forward)
    if due is None:
        due_told = "no day of the calendar"
    else:
        due_told = told(due) if result[0] == result[1] else told_as(due, result)
    head = f"{tie.distance.told()} {side} {told(start)}"
    message = f"{head[0].upper()}{head[1:]} is {due_told}; the text says {told(result)}."
    earlier, later = (start, result) if tie.forward else (result, start)
    if earlier[0] <= later[0]:
        why = f"From {told(earlier)} to {told(later)} is {length(earlier, later)}."
    else:
        why = f"{told(result)} is not {side} {told(start)}."
    spans = sorted((tie.start.span, tie.distance.span, tie.result.span))
    whole = Span(spans[0].start, max(span.end for span in spans))
    why += f" The text prints “{printed.words(matter.document.text, tie.distance.span)}”."
    return finding(NAME, message, [Shown(matter.document.id, whole)], why, score=0.85)


CHECK = Check(NAME, "two dates with the time that is said to lie between them", within=within)
