"""A count of time from an event leads back to one day; counts that lead to different days are shown."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from onrecord.check import printed
from onrecord.check.contract import Check
from onrecord.check.distances import Distance, Ends, slack, told
from onrecord.check.languages import en_anniversaries as words
from onrecord.check.printed import Body
from onrecord.model import Claim, Counter, Finding, Matter, Shown, Span, finding
from onrecord.text.edtf import days

NAME = "counter"

_PRESENT = re.compile(words.PRESENT, re.I)
_PAST = re.compile(words.PAST)
_FUTURE = re.compile(words.FUTURE, re.I)
_SINCE = re.compile(words.SINCE, re.I)
_YEAR_BEHIND = re.compile(words.YEAR_BEHIND)
_OTHER_TIME = re.compile(words.OTHER_TIME, re.I)
_YEAR = re.compile(words.YEAR)
_OWNED = re.compile(words.OWNED, re.I)
_HYPOTHETICAL = re.compile(words.HYPOTHETICAL, re.I)
_AGO = re.compile(words.AGO, re.I)
_YEARS_OF = re.compile(words.YEARS_OF, re.I)
_IT_IS = re.compile(words.IT_IS, re.I)
_THIS_IS = re.compile(words.THIS_IS)
_NOW = re.compile(words.PRESENT_VERB)
_THEN = re.compile(words.PAST_VERB)
_AHEAD = timedelta(days=330)  # so long before the day an anniversary is spoken of
_BEHIND = timedelta(days=120)  # and after it
_LATE = timedelta(days=2)  # a count of days in a text of the next morning
_NEAR_DAYS = timedelta(days=75)  # so near its day a count of days is of the day of writing
_SHORT = 31  # days; a month of something comes back every year
_KEY = 180


class _Held(NamedTuple):
    """The days on which a count is said to hold.

    `tied` is whether the text dates the count itself; `sure` whether it is of the day of writing: else it may
    be of an earlier day that is told of, and only one still to come is out of reach.
    """

    ends: Ends
    tied: bool = False
    sure: bool = True


def within(matter: Matter) -> Iterator[Finding]:
    """Counts that lead to another day than the facts, or than the year that the text gives."""
    body = Body(matter) if matter.counters else None
    for counter in matter.counters:
        if body is None or counter.how == "time":
            continue
        held = _held(matter, body, counter)
        if held is None:
            continue
        if counter.meant:
            if _loose(matter.document.text, counter, held):
                continue
            if _plausible(counter, held) and not any(_fits(counter, _ends(m), held) for m in counter.meant):
                yield _against_facts(matter, counter, held)
        elif held.sure and (counter.how == "anniversary" or counter.unit == "year"):
            year = _own_year(matter.document.text, counter)
            if year and not _year_fits(counter, year, held):
                yield _against_year(matter, counter, year, held)


def _loose(text: str, counter: Counter, held: _Held) -> bool:
    """Whether a count runs on for a while: "30 years of independence", "one day into"."""
    if counter.how == "after" and counter.unit == "day" and counter.number == 1:
        return True
    since = min(((held.ends[0] - _ends(meant)[0]).days for meant in counter.meant), key=abs)
    return _YEARS_OF.search(text, *counter.span) is not None and 0 <= since <= 366


def _plausible(counter: Counter, held: _Held) -> bool:
    """Whether what a count leads to is near enough to be of the same event: "the war" can be any war."""
    near = timedelta(days=400 if counter.unit == "day" else 60 * 366)
    return any(abs(_ends(meant)[0] - held.ends[0]) < near for meant in counter.meant)


def _ends(meant: tuple[str, str, str]) -> Ends:
    return date.fromisoformat(meant[0]), date.fromisoformat(meant[1])


def _held(matter: Matter, body: Body, counter: Counter) -> _Held | None:
    """When a count is said to hold, or None where the text does not say."""
    text, sentence = matter.document.text, body.sentence(counter.span)
    if counter.on:
        ends = days(counter.on.when.edtf)
        return _Held(ends, tied=True) if ends and (ends[1] - ends[0]).days < 367 else None
    said = _said(matter, counter)
    if said is not None:
        return _Held(said, tied=True)
    ago = _AGO.search(text, *counter.span) is not None
    if counter.how == "before" or (not ago and _OTHER_TIME.search(text, *sentence)):
        return None
    if _HYPOTHETICAL.search(text, max(sentence.start, counter.span.start - 25), counter.span.start):
        return None
    own = {int(why.rpartition(", ")[2][:4]) for _, _, why in counter.meant} | {_own_year(text, counter)}
    if any(int(year[0]) not in own for year in _YEAR.finditer(text, *sentence)):
        return None
    ends = days(matter.published.edtf) if matter.published else None
    if ends is None or (ends[1] - ends[0]).days > 31:
        return None
    sure = ago or _is_present(text, body, sentence, counter) or _is_near(counter, ends)
    if not sure and _FUTURE.search(text, *sentence):
        return None
    return _Held(ends, sure=sure)


def _said(matter: Matter, counter: Counter) -> Ends | None:
    """The day on which somebody said "this is the tenth day of the war", if the text gives it."""
    lead = _THIS_IS.search(matter.document.text, max(0, counter.span.start - 40), counter.span.start)
    if lead is None or lead.group().casefold().startswith("tomorrow"):
        return None
    for each in matter.statements:
        if (
            each.said
            and each.said.span
            and any(part.start <= lead.start() and counter.span.end <= part.end for part in each.content)
        ):
            ends = days(each.said.when.edtf)
            return ends if ends and ends[0] == ends[1] else None
    return None


def _is_present(text: str, body: Body, sentence: Span, counter: Counter) -> bool:
    """Whether a count that no date is tied to is of the day of writing, not of a day that is told of."""
    if _IT_IS.search(text, max(sentence.start, counter.span.start - 30), counter.span.start):
        return True
    since = counter.name and _SINCE.search(text, counter.span.start, counter.name.start)
    if counter.how == "after" and not since:
        first = _THEN.search(text, counter.span.end, sentence.end)
        now = _NOW.search(text, counter.span.end, first.start() if first else sentence.end)
        opens = not text[sentence.start : counter.span.start].strip(' *_“"\n')
        return opens and now is not None
    if counter.how == "anniversary" and _PRESENT.search(text, *sentence):
        return True
    told_of = _PAST.search(text, max(sentence.start, counter.span.start - 80), counter.span.start)
    if counter.how == "after" or _PRESENT.search(text, *sentence):
        return not told_of
    passage = body.passage(counter.span.start)
    talk = passage is None or passage.kind == "turn"
    return counter.how == "anniversary" and not talk and not told_of


def _is_near(counter: Counter, ends: Ends) -> bool:
    """Whether the day of a war is so near the day of writing that no other day is told of."""
    if counter.how != "ordinal day" or counter.unit != "day" or counter.number <= _NEAR_DAYS.days:
        return False
    return any(abs(_ends(meant)[0] - ends[0]) <= _NEAR_DAYS for meant in counter.meant)


def _fits(counter: Counter, meant: Ends, held: _Held) -> bool:
    """Whether a count that denotes these days can be of the days on which it is said to hold."""
    first, last = held.ends
    if counter.how == "anniversary":
        if held.tied:
            return meant[0] - timedelta(days=31) <= last and first <= meant[1] + timedelta(days=31)
        early = meant[0] <= last + _AHEAD
        if not held.sure:
            return early
        return meant[0].year in (first.year, last.year) or (last - _BEHIND <= meant[1] and early)
    if counter.how == "age":
        return meant[0] - _LATE <= last and first <= meant[1] + _LATE
    spare = max(timedelta(days=slack(Distance(counter.span, counter.number, counter.unit))), _LATE)
    if not held.tied and counter.unit == "year":
        spare += timedelta(days=183)  # half a year more: texts round down
    return meant[0] - spare <= last and (not held.sure or first <= meant[1] + spare)


def _year_fits(counter: Counter, year: int, held: _Held) -> bool:
    """Whether so many years after a year can be the year in which the count is said to hold, or the next."""
    first, last = held.ends
    return first.year - 1 <= year + counter.number <= last.year + 1


def _own_year(text: str, counter: Counter) -> int | None:
    """The year that a text prints in the name of the event, where it prints one."""
    if counter.name is None:
        return None
    years = {int(year[0]) for year in _YEAR.finditer(text, *counter.name)}
    behind = _YEAR_BEHIND.match(text, counter.span.end, counter.span.end + 30)
    if behind and counter.on is None:
        years.add(int(behind["y"] or behind["y2"]))
    return years.pop() if len(years) == 1 else None


def _against_facts(matter: Matter, counter: Counter, held: _Held) -> Finding:
    text = matter.document.text
    if counter.how == "age" and counter.name:
        return _against_birth(matter, counter, counter.name, held)
    meant = counter.meant[0]
    due = told(_ends(meant))
    name, _, when = meant[2].rpartition(", ")
    count = printed.words(text, counter.span)
    message = f"“{count}” is {due}; the text {'gives' if held.tied else 'is of'} {told(held.ends)}."
    if counter.how == "after":
        message = f"“{count}” leads to {due}; the text {'gives' if held.tied else 'is of'} {told(held.ends)}."
    origin = days(when)
    why = f"Counted from {told(origin) if origin else when} ({name}), {_count(counter)} is {due}."
    if len(counter.meant) > 1:
        why += " Other events of that name do not fit either."
    return _finding(matter, counter, message, why, 0.85)


def _against_birth(matter: Matter, counter: Counter, birth: Span, held: _Held) -> Finding:
    text, (first, last) = matter.document.text, _ends(counter.meant[0])
    born, on = printed.words(text, birth), told(held.ends)
    message = f"Born {born}, somebody is {counter.number} from {printed.day(first)} to {printed.day(last)}; "
    message += f"the text gives {on}."
    age = held.ends[0].year - first.year + counter.number
    why = f"{held.ends[0].year} - {first.year - counter.number} = {age}; the text says {counter.number}."
    spans = [birth, counter.span]
    shown = [Shown(matter.document.id, span) for span in spans]
    return finding(NAME, message, shown, why, 0.8)


def _against_year(matter: Matter, counter: Counter, year: int, held: _Held) -> Finding:
    count = printed.words(matter.document.text, counter.span)
    due, now = year + counter.number, told(held.ends)
    head = f"“{count}”: {counter.number} years after {year} is {due}"
    message = f"{head}; the text {'gives' if held.tied else 'is of'} {now}."
    why = f"{year} + {counter.number} = {due}; {held.ends[0].year} - {year} = {held.ends[0].year - year}."
    return _finding(matter, counter, message, why, 0.8)


def _count(counter: Counter) -> str:
    if counter.how == "anniversary":
        return f"anniversary {counter.number}"
    return f"day {counter.number}" if counter.how == "ordinal day" else f"{counter.number} {counter.unit}s"


def _finding(matter: Matter, counter: Counter, message: str, why: str, score: float) -> Finding:
    spans = [counter.span, *([counter.on.span] if counter.on else [])]
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    return finding(NAME, message, [Shown(matter.document.id, whole)], why, score)


# --- the same counter elsewhere


def claims(matter: Matter) -> Iterator[Claim]:
    """The years in which the events of anniversaries began, and the days from which days are counted."""
    text, body = matter.document.text, Body(matter) if matter.counters else None
    for counter in matter.counters:
        if body is None or counter.meant or counter.name is None or not _comparable(counter):
            continue
        held = _held(matter, body, counter)
        key = _key(matter, counter)
        if held is None or not held.sure or key is None:
            continue
        low, high = _origin(counter, held)
        value = {
            "low": low,
            "high": high,
            "count": printed.words(text, counter.span),
            "of": told(held.ends),
            "day": counter.how == "ordinal day",
        }
        yield Claim(
            key=key,
            span=counter.span,
            value=json.dumps(value, ensure_ascii=False),
            document=matter.document.id,
            day=matter.published.earliest[:10] if matter.published else "",
            outlet=matter.outlet,
            report=matter.report,
        )


def _comparable(counter: Counter) -> bool:
    """Whether other texts can count from the same event: what has a first day every year is no such event."""
    long = counter.how == "ordinal day" and counter.unit == "day" and counter.number > _SHORT
    return counter.how == "anniversary" or long


def _key(matter: Matter, counter: Counter) -> str | None:
    """The words of an event, sorted; what has no name of its own is only compared within its text."""
    name = counter.name.of(matter.document.text) if counter.name else ""
    keys = sorted(set(counter.event.split()))
    if not keys or _OWNED.search(name):
        return None
    own = len(keys) > 1 and any(word[:1].isupper() or word[:1].isdigit() for word in name.split())
    where = "" if own else f"{matter.document.id} "
    return f"{counter.how} {counter.unit} {where}{' '.join(keys)}"[:_KEY]


def _origin(counter: Counter, held: _Held) -> tuple[str, str]:
    """The first and last year (day, for days) in which the event can have begun."""
    first, last = held.ends
    if counter.how == "anniversary":
        low, high = (first - _BEHIND).year, (last + _AHEAD).year
        if held.tied:
            low, high = first.year, last.year
        return f"{low - counter.number:04}", f"{high - counter.number:04}"
    back = timedelta(days=counter.number * {"day": 1, "week": 7, "month": 30, "year": 365}[counter.unit])
    try:
        return (first - back - _LATE).isoformat(), (last - back + _LATE).isoformat()
    except OverflowError:
        return "0001-01-01", "9999-12-31"


def across(found: Sequence[Claim]) -> Iterator[Finding]:
    """Counts of one event that lead back to different years or days."""
    read = [(claim, json.loads(claim.value)) for claim in found]
    done: set[tuple[str, str]] = set()
    for place, (claim, value) in enumerate(read):
        for other, beside in read[place + 1 :][:50]:
            apart = value["high"] < beside["low"] or beside["high"] < value["low"]
            pair = (value["low"], beside["low"])
            if not apart or pair in done or (claim.report and claim.report == other.report):
                continue
            done.add(pair)
            yield _two(claim, value, other, beside)


def _two(claim: Claim, value: dict[str, str], other: Claim, beside: dict[str, str]) -> Finding:
    since = [_since(each) for each in (value, beside)]
    both = " and ".join(f"“{each['count']}” ({each['of']})" for each in (value, beside))
    message = f"{both} count from different {'days' if value['day'] else 'years'}."
    why = f"The first leads back to {since[0]}, the second to {since[1]}."
    shown = [Shown(claim.document, claim.span), Shown(other.document, other.span)]
    return finding(NAME, message, shown, why, 0.75)


def _since(value: dict[str, str]) -> str:
    if not value["day"]:
        return value["low"] if value["low"] == value["high"] else f"{value['low']} to {value['high']}"
    low, high = (printed.day(date.fromisoformat(value[end])) for end in ("low", "high"))
    return f"{low} to {high}"


CHECK = Check(
    NAME,
    "an anniversary, a day of a war, years since an event with the facts and with other such counts",
    within=within,
    claims=claims,
    across=across,
)
