"""Two dates that a sentence ties by a distance lie that far apart, rounding understood, or are shown."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from onrecord.check import printed
from onrecord.check.contract import Check
from onrecord.check.distances import Distance, expected, length, told, told_as
from onrecord.check.languages import en_elapsed as words
from onrecord.check.languages import en_passed as passing
from onrecord.check.passed import passed
from onrecord.check.printed import Body
from onrecord.check.ranges import lengths
from onrecord.check.ties import Dated, Tie
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
_RESULT = re.compile(passing.RESULT)
_BACK_TO = re.compile(passing.BACK)
_CLOSED = re.compile(passing.CLOSED)
_OWN_CLAUSE = re.compile(passing.CLAUSE)
_IT_WAS = re.compile(passing.IT_WAS)
_GOES_ON = re.compile(passing.GOES_ON)
_IT = re.compile(passing.IT)
_SMALL = re.compile(r"(?<![\w’'])[a-z]{4,}")
_PRINTED = re.compile(
    r"\d{4}|[A-Z][a-z]{2,8}\.?\s+\d|\d\s+(?:of\s+)?[A-Z][a-z]{2}|\d[a-z]{2}\s+(?:of\s+)?[A-Z]"
)
_BACK = 45  # code points that a count takes before its unit
_CLAUSE = 120  # code points between a date that opens a sentence and its distance
_BEFORE = 300  # code points back to the date from which "three days later" counts


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
    if any(hint in text for hint in passing.PASSED_HINTS):
        reader = reader or _Reader(matter)
        for tie in passed(text, reader.body, reader.dated):
            if not tie.fits():
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
                self.dated.append(Dated(time.span, ends, time.basis == PRINTED))
        self.starts = [dated.span.start for dated in self.dated]
        self.others = sorted(time.span.start for time in matter.times)

    def tie(self, distance: Distance, side: str) -> Tie | None:
        """The two dates that a distance lies between, or None where the sentence does not say."""
        if self.body.passage(distance.span.start) is None:
            return None
        sentence = self.body.sentence(distance.span)
        before = self._between(sentence.start, distance.span.start)
        after = self._between(distance.span.end, sentence.end)
        if side == words.AGO:
            return self._ago(distance, before, after)
        forward = side in words.BEHIND
        back = _BACK_TO.match(self.text, distance.span.end, sentence.end)
        if side in words.ALONE or back:
            where = Span(distance.span.start, back.end() if back else distance.span.end)
            distance = replace(distance, span=where)
            return self._alone(distance, forward, sentence, after) or self._behind(
                distance, forward, sentence, before
            )
        tied = self._tied(distance, forward, sentence, before, after)
        return tied or self._told_again(distance, forward, sentence, before, after)

    def _between(self, start: int, end: int) -> list[Dated]:
        return self.dated[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def _tied(
        self,
        distance: Distance,
        forward: bool,
        sentence: Span,
        before: Sequence[Dated],
        after: Sequence[Dated],
    ) -> Tie | None:
        """ "On 23 August, a week before the invasion of 1 September"; "Two days after 6 May, on 8 May"."""
        text = self.text
        if not after or not _OF_DATE.fullmatch(text, distance.span.end, after[0].span.start):
            return None
        if _BREAKS.search(text, distance.span.end, after[0].span.start):
            return None
        start = after[0]
        if before and self._leads_to(before, distance, sentence):
            return Tie(distance, start, before[-1], forward)
        if before or len(after) != 2 or not _LEADS.fullmatch(text, sentence.start, distance.span.start):
            return None
        gap = Span(start.span.end, after[1].span.start)
        near = _APPOSED.fullmatch(text, *gap) or not _BREAKS.search(text, *gap)
        return Tie(distance, start, after[1], forward) if near and gap.end - gap.start < _CLAUSE else None

    def _leads_to(self, before: Sequence[Dated], distance: Distance, sentence: Span) -> bool:
        """Whether the last date before a distance is the one that the distance dates."""
        text, gap = self.text, Span(before[-1].span.end, distance.span.start)
        if _LINKED.fullmatch(text, *gap):
            return True
        if gap.end - gap.start > _CLAUSE or _BREAKS.search(text, *gap) or len(before) > 1:
            return False
        return bool(_OPENS.fullmatch(text, sentence.start, before[-1].span.start)) or text[gap.end - 2] == ","

    def _alone(self, distance: Distance, forward: bool, sentence: Span, after: Sequence[Dated]) -> Tie | None:
        """ "Three days later, on 12 May", counted from the date before it."""
        text = self.text
        if not after:
            return None
        gap = Span(distance.span.end, after[0].span.start)
        opens = _LEADS.fullmatch(text, sentence.start, distance.span.start)
        own = opens and len(after) == 1 and self._in_clause(gap)
        if not _APPOSED.fullmatch(text, *gap) and not own:
            return None
        return self._from_before(
            distance, forward, sentence, after[0], self._earlier(sentence, distance.span)
        )

    def _in_clause(self, gap: Span) -> bool:
        """Whether only the words of one clause stand between a distance and its date."""
        if _OWN_CLAUSE.fullmatch(self.text, *gap):
            return not _BREAKS.search(self.text, *gap)
        return _IT_WAS.fullmatch(self.text, *gap) is not None

    def _behind(
        self, distance: Distance, forward: bool, sentence: Span, before: Sequence[Dated]
    ) -> Tie | None:
        """ "Broken off in 1981 and restored in 1987, six years later": the second date stands before it."""
        text = self.text
        if not before or not _RESULT.fullmatch(text, before[-1].span.end, distance.span.start):
            return None
        if not _CLOSED.match(text, distance.span.end):
            return None
        result = before[-1]
        earlier = [dated for dated in self._earlier(sentence, result.span) if dated is not result]
        tie = self._from_before(distance, forward, sentence, result, earlier)
        return None if tie is None or tie.turned() else tie

    def _told_again(
        self,
        distance: Distance,
        forward: bool,
        sentence: Span,
        before: Sequence[Dated],
        after: Sequence[Dated],
    ) -> Tie | None:
        """ "Arrested on 14 October and freed on 14 November, a month after his arrest"."""
        text = self.text
        named = _GOES_ON.match(text, distance.span.end, sentence.end)
        if not named or after or not before:
            return None
        if not _RESULT.fullmatch(text, before[-1].span.end, distance.span.start):
            return None
        result = before[-1]
        earlier = [dated for dated in self._earlier(sentence, result.span) if dated is not result]
        if len(earlier) != 1 or self._talks_between(earlier[0], result.span, sentence):
            return None
        said = Span(*named.span("what"))
        if not (_IT.match(text, *said) or self._same(earlier[0], result, said)):
            return None
        tie = Tie(distance, earlier[0], result, forward)
        return None if tie.turned() else tie

    def _same(self, start: Dated, result: Dated, said: Span) -> bool:
        """Whether words say again what the first date is of."""
        first = self.body.sentence(start.span)
        told = _stems(self.text, Span(first.start, min(first.end, result.span.start)))
        return bool(told & _stems(self.text, said))

    def _earlier(self, sentence: Span, end: Span) -> list[Dated]:
        """The dates before a place in its passage, of the sentence and what stands before it."""
        passage = self.body.passage(end.start)
        floor = max(passage.span.start if passage else 0, sentence.start - _BEFORE)
        return self._between(floor, end.start)

    def _from_before(
        self, distance: Distance, forward: bool, sentence: Span, result: Dated, earlier: Sequence[Dated]
    ) -> Tie | None:
        """What counts from the last of the dates before it, where none of them fits."""
        until = Span(min(distance.span.start, result.span.start), distance.span.end)
        if not earlier or self._talks_between(earlier[-1], until, sentence):
            return None
        ties = [Tie(distance, start, result, forward) for start in earlier]
        return None if any(tie.fits() for tie in ties) else ties[-1]

    def _talks_between(self, start: Dated, until: Span, sentence: Span) -> bool:
        """Whether another time, or a sentence without any, stands between a date and what counts from it."""
        first, last = bisect_left(self.others, start.span.end), bisect_left(self.others, until.start)
        if first < last:
            return True
        if start.span.start >= sentence.start:
            return False
        if _BREAKS.search(self.text, sentence.start, until.start):
            return True
        return self.body.sentence(start.span).end < sentence.start - 3

    def _ago(self, distance: Distance, before: Sequence[Dated], after: Sequence[Dated]) -> Tie | None:
        """ "Three weeks ago, on 12 April"; "in 1965, 50 years ago": counted from the publication."""
        ends = days(self.published.edtf) if self.published else None
        if ends is None or (ends[1] - ends[0]).days > 31:
            return None
        now = Dated(distance.span, ends)
        if after and _APPOSED.fullmatch(self.text, distance.span.end, after[0].span.start):
            return Tie(distance, now, after[0], False)
        if before and re.fullmatch(r",\s+", self.text[before[-1].span.end : distance.span.start]):
            return Tie(distance, now, before[-1], False)
        return None


def _stems(text: str, span: Span) -> set[str]:
    """The beginnings of the longer words of a stretch, one for each doing."""
    heads = {word[0][:4].lower() for word in _SMALL.finditer(text, *span)}
    return {passing.SAME.get(head, head) for head in heads} - passing.EMPTY


def _finding(matter: Matter, tie: Tie) -> Finding:
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
