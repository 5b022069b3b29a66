"""A count from a public event ("100th day of the war", "20th anniversary of X") denotes days, or nothing."""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

from onrecord.link.events import Event, Events, Word, compared, side
from onrecord.link.facts import Fact
from onrecord.link.languages import en_clocks as words
from onrecord.model import Passage, Span
from onrecord.text.edtf import days

How = Literal["day", "anniversary", "after"]

_FIRST = {name: re.compile(rf"\b(?:{pattern})", re.I) for name, pattern in words.PATTERNS.items()}
_TRAILING = re.compile(words.TRAILING, re.I)
_LASTED = re.compile(rf"\b{words.LASTED}", re.I)
_HINT = re.compile(words.HINT)  # one pass over the text, so that only the stretches with a count are read
_LONGEST_WAR = 40_000  # days


class Meant(NamedTuple):
    """What a count can denote: its first and last day, and the event it is counted from."""

    first: date
    last: date
    fact: Fact


@dataclass(frozen=True, slots=True)
class Count:
    """A count as it is printed.

    Attributes:
        span: from its number to the end of the event's name.
        how: a day of an event, its anniversary, or a stretch of time after (before) it.
        meant: what it can denote; several where one name stands for several events.
        sure: whether it denotes a day rather than a rough distance ("two years after X").
        now: whether the words may tell when they were written; "two days after X" cannot.
    """

    span: Span
    how: How
    meant: tuple[Meant, ...]
    sure: bool = True
    now: bool = True


def hinted(text: str, passages: Sequence[Passage]) -> list[Passage]:
    """The passages that may hold a count, in their order; all others hold none."""
    low = text.lower()
    if len(low) != len(text):  # a few letters have no small form of their own
        return list(passages)
    starts = [hint.start() for hint in _HINT.finditer(low)]
    return [
        p for p in passages if starts and bisect_left(starts, p.span.start) < bisect_left(starts, p.span.end)
    ]


def counts(text: str, span: Span, events: Events) -> Iterator[Count]:
    """Every count in a stretch of a text, by kind."""
    for read in _READERS:
        yield from read(text, span, events)


def _anniversaries(text: str, span: Span, events: Events) -> Iterator[Count]:
    for name in ("anniversary", "centenary"):
        for match in _FIRST[name].finditer(text, *span):
            number = words.CENTENARIES.get(match["n"].casefold()) or _number(match["n"])
            found = [e for e in events.named(text, match.end()) if number and e.end <= span.end]
            yield from _count(Span(match.start(), match.end()), "anniversary", found, _years_on(number or 0))


def _days(text: str, span: Span, events: Events) -> Iterator[Count]:
    for match in _FIRST["day"].finditer(text, *span):
        number = _number(match["n"] or match["m"])
        found = _of_war(text, span, match.end(), events) if number else []
        yield from _count(Span(match.start(), match.end()), "day", found, _days_on((number or 1) - 1))


def _lasted(text: str, span: Span, events: Events) -> Iterator[Count]:
    for match in _LASTED.finditer(text, *span):
        number = _number(match["n"])
        found = _of_war(text, span, match.end(), events) if number else []
        yield from _count(Span(match.start(), match.end()), "after", found, _days_on(number or 0))


def _trailing(text: str, span: Span, events: Events) -> Iterator[Count]:
    for match in _TRAILING.finditer(text, *span):
        number, how = _number(match["n"]), match["what"].casefold()
        if not number:
            continue
        named = events.named_before(text, match.start())
        found = [e for e in named if how == "anniversary" or _counts(e.fact)]
        if not found and how == "day":
            last = compared(text, max(span.start, match.start() - 40), match.start())[-1:]
            found = _bare(text, last, events)
        step = _years_on(number) if how == "anniversary" else _days_on(number - 1)
        whole = Span(match.start("n"), match.end())
        yield from _count(whole, "anniversary" if how == "anniversary" else "day", found, step, whole.end)


def _distances(text: str, span: Span, events: Events) -> Iterator[Count]:
    for match in _FIRST["after"].finditer(text, *span):
        number, unit, side = _number(match["n"]), match["unit"].casefold(), match["side"].casefold()
        if not number:
            continue
        found = [e for e in events.named(text, match.end()) if e.end <= span.end]
        if side == "into" or (not found and unit == "day"):
            found = _of_war(text, span, match.end(), events)
        step = _steps(-number if side == "before" else number, unit)
        for count in _count(Span(match.start(), match.end()), "after", found, step):
            sure = unit == "day" and side != "into"
            yield Count(count.span, count.how, count.meant, sure, side in ("since", "into"))


_READERS = (_anniversaries, _days, _lasted, _trailing, _distances)


def from_event(text: str, span: Span, start: int, told: tuple[int, How, str], events: Events) -> Count | None:
    """What a count denotes that was read already: its event is named from `start`; None where no fact is.

    Args:
        text: the document's.
        span: the passage, or what of it is read.
        start: where the name of the event begins.
        told: how many, below zero for "before"; what is counted, and its unit.
        events: the known events.
    """
    number, how, unit = told
    found = [e for e in events.named(text, start) if e.end <= span.end]
    if how == "day" or (not found and unit == "day"):
        found = _of_war(text, span, start, events)
    step = _days_on(number - 1) if how == "day" else _steps(number, unit)
    return next(_count(Span(start, start), how, found, step), None)


def anchored(span: Span, found: Sequence[Event], number: int, unit: str) -> Count | None:
    """A count over `span` of events that the text names elsewhere; None where there are none."""
    return next(_count(span, "after", found, _steps(number, unit), span.end), None)


def _count(
    span: Span, how: How, found: Sequence[Event], step: Callable[[date], date | None], end: int | None = None
) -> Iterator[Count]:
    """The count that begins at `span`, over what `found` denotes moved by `step`."""
    meant = []
    for event in found:
        first, last = step(event.first), step(event.last)
        if first and last:
            meant.append(Meant(first, last, event.fact))
    if meant:
        yield Count(Span(span.start, max(e.end for e in found) if end is None else end), how, tuple(meant))


def _of_war(text: str, span: Span, start: int, events: Events) -> list[Event]:
    """The war or siege that the words from `start` name, or that "the war" must mean in this text."""
    found = [e for e in events.named(text, start) if e.end <= span.end and _counts(e.fact)]
    if found:
        return found
    return _bare(text, compared(text, start, min(span.end, start + 80)), events)


def _counts(fact: Fact) -> bool:
    """Whether days are counted from the beginning of such an event."""
    return fact.kind in ("war", "invasion", "siege", "campaign", "crisis", "attack", "uprising", "protest")


def _bare(text: str, read: Sequence[Word], events: Events) -> list[Event]:
    """What "the war" means: the one war whose sides the text names, the latest between the same."""
    keys = [(word.key, word.end) for word in read[:4]]
    at = next((i for i, (key, _) in enumerate(keys) if key in words.BARE_WARS), None)
    if at is None or any(key not in _SIDES for key, _ in keys[:at]):
        return []
    end = next((e for k, e in reversed(keys[at:3]) if k in words.BARE_WARS), keys[at][1])
    fact = _at_war(text, events)
    began = days(fact.when.edtf) if fact else None
    return [Event(fact, began[0], began[1], end)] if fact and began else []


_SIDES = frozenset(words.ALIKE.values()) | words.LEADS


def _at_war(text: str, events: Events) -> Fact | None:
    """The war that a text is about, by how often it names the sides; None where two wars may be meant."""
    named: dict[str, int] = {}
    for word in compared(text, 0, min(len(text), 60_000)):
        named[word.key] = named.get(word.key, 0) + 1
    scores: dict[frozenset[str], tuple[int, Fact]] = {}
    for fact in events.wars:
        sides = [named.get(side(place), 0) for place in fact.places]
        score = sum(sorted(sides)[-2:]) if sum(1 for n in sides if n) >= min(2, len(sides)) else 0
        if score:
            key = frozenset(fact.places)
            held = scores.get(key)
            if held is None or held[1].when.earliest < fact.when.earliest:
                scores[key] = (score, fact)
    ranked = sorted(scores.values(), key=lambda pair: (-pair[0], pair[1].when.edtf))
    if not ranked or (len(ranked) > 1 and ranked[0][0] < 2 * ranked[1][0]):
        ranked = [pair for pair in ranked if pair[1].end is None and pair[0] * 2 > ranked[0][0]]
    return ranked[0][1] if len(ranked) == 1 or (ranked and ranked[0][0] >= 2 * ranked[1][0]) else None


def _number(printed: str | None) -> int | None:
    """The number that figures or words mean ("75th", "439", "seventy-fifth", "20-year"), or None."""
    ten, _, more = (printed or "").casefold().replace(",", "").partition("-")
    low = re.split(r"\s", ten)[0]
    digits = re.match(r"\d+", low)
    if digits:
        return int(digits[0]) or None
    rest = re.split(r"[\s-]", more)[0]
    one = words.ORDINALS.get(rest) or words.CARDINALS.get(rest)
    if low in words.TENS and one and one < 10:
        return words.TENS[low] + one
    return words.ORDINALS.get(low) or words.CARDINALS.get(low) or (1 if low in ("a", "an") else None)


def _days_on(number: int) -> Callable[[date], date | None]:
    return lambda day: _moved(day, number) if number < _LONGEST_WAR else None


def _years_on(number: int) -> Callable[[date], date | None]:
    return lambda day: _later(day, 12 * number)


def _steps(number: int, unit: str) -> Callable[[date], date | None]:
    if unit in ("day", "week"):
        return _days_on(number * (7 if unit == "week" else 1))
    return lambda day: _later(day, number * (12 if unit == "year" else 1))


def _moved(day: date, number: int) -> date | None:
    try:
        return day + timedelta(days=number)
    except OverflowError:
        return None


def _later(day: date, months: int) -> date | None:
    """`months` later; 29 February and the 31st fall on the last day that the month has."""
    index = day.year * 12 + day.month - 1 + months
    if not 12 <= index < 9999 * 12:
        return None
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
