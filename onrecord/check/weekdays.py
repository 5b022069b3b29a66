"""A printed weekday is compared with its printed date; where the year is not sure, nothing is said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.check import printed
from onrecord.check.contract import Check
from onrecord.check.languages import en_calendar as words
from onrecord.check.printed import Body
from onrecord.model import Finding, Matter, Shown, Span, Time, finding
from onrecord.text.edtf import days

NAME = "weekday"
PRINTED = "as printed"
"""The basis of a time whose year the text prints."""

_BEFORE = re.compile(words.BEFORE_DATE)
_ROW = re.compile(words.ROW_BEFORE)
_NO_DAY = re.compile(words.NO_DAY_BEFORE)
_NAME = re.compile(words.NAME_BEFORE)
_AFTER = re.compile(words.AFTER_DATE)
_OWN = re.compile(words.OWN_DATE)
_DAY = re.compile(words.PRINTED_DAY)
_ISO = re.compile(words.ISO_DAY)
_WEEKDAY = re.compile(words.WEEKDAY)
_SIC = re.compile(words.SIC, re.I)
_YEAR = re.compile(words.YEAR)
_AHEAD = re.compile(words.AHEAD, re.I)
_REACH = 45  # code points between the beginning of a weekday and its date
_NEWS = timedelta(days=45)  # so near its publication a text means the nearest year
_SOON = timedelta(days=10)
_JULIAN_UNTIL = 1924  # the last country in Europe to leave the Julian calendar did so the year before
_ARCHIVE = 40  # years for which a republished text is looked at


@dataclass(frozen=True, slots=True)
class _Pair:
    """A weekday and the day printed beside it; `sure` is whether the text prints the year."""

    span: Span
    weekday: int
    day: date
    sure: bool


def within(matter: Matter) -> Iterator[Finding]:
    """Weekdays that the dates beside them do not have."""
    pairs = [pair for time in matter.times for pair in _pairs(matter, time)]
    if not pairs:
        return
    body = Body(matter)
    pairs = [pair if pair.sure else _nearest(matter, body, pair) for pair in pairs]
    unsure = [pair for pair in pairs if not pair.sure]
    elsewhen = len({pair.span.end for pair in unsure}) > 1 and _other_year(unsure)
    found: dict[tuple[int, date], list[_Pair]] = {}
    for pair in pairs:
        if _fits(pair, pair.day.year) or body.passage(pair.span.start) is None:
            continue
        if pair.sure or (not elsewhen and _year_is_sure(matter, body, pair)):
            found.setdefault((pair.weekday, pair.day), []).append(pair)
    for alike in found.values():
        yield _finding(matter, alike)


def _nearest(matter: Matter, body: Body, pair: _Pair) -> _Pair:
    """A day of the news of the publication is of its year, whatever year the weekday would fit."""
    known = days(matter.published.edtf) if matter.published else None
    if known is None or (known[1] - known[0]).days > 31:
        return pair
    for year in range(max(1, known[0].year - 1), min(known[1].year + 1, 9999) + 1):
        day = _in_year(pair.day, year)
        if day and day != pair.day and _is_news(matter, body, replace(pair, day=day), known):
            return replace(pair, day=day)
    return pair


def _is_news(matter: Matter, body: Body, pair: _Pair, known: tuple[date, date]) -> bool:
    """Whether a day lies so near the publication that no other year can be meant."""
    by_date = (pair.day.month, pair.day.day) in words.KNOWN_BY_DATE
    if not by_date and known[0] - _NEWS <= pair.day <= known[1] + _SOON:
        return True
    if not known[1] < pair.day <= known[1] + 2 * _NEWS:
        return False
    return _AHEAD.search(matter.document.text, *body.sentence(pair.span)) is not None


def _pairs(matter: Matter, time: Time) -> Iterator[_Pair]:
    """The weekday printed before or behind a date; of a row of weekdays, the first and the last."""
    text, span = matter.document.text, time.span
    core = _ISO.match(text, *span) or _DAY.search(text, *span)
    ends = days(time.when.edtf) if core else None
    if core is None or ends is None or (ends[1] - ends[0]).days > 31:
        return
    sure, floor = time.basis == PRINTED, max(0, core.start() - _REACH)
    before = _last(_BEFORE, text, floor, core.start())
    if before is None:
        if ends[0] == ends[1]:
            yield from _behind(text, Span(core.start(), span.end), ends[0], sure)
        return
    start = before.start("w")
    if _noted(text, span.end) or _no_day(text, before):
        return
    first = _last(_ROW, text, max(0, start - 30), start)
    if first is None:
        yield _Pair(Span(start, _closed(text, span.end)), _number(before["w"]), ends[0], sure)
    elif ends[0] < ends[1] and not _last(_ROW, text, max(0, first.start("w") - 30), first.start("w")):
        yield _Pair(Span(first.start("w"), span.end), _number(first["w"]), ends[0], sure)
        yield _Pair(Span(start, span.end), _number(before["w"]), ends[1], sure)


def _behind(text: str, where: Span, day: date, sure: bool) -> Iterator[_Pair]:
    """The weekday printed behind a date, with the year behind it ("May 9 was a Tuesday in 2023")."""
    after = _AFTER.match(text, where.end, where.end + _REACH)
    if after is None or _OWN.match(text, after.end()) or _noted(text, after.end()):
        return
    given = None if sure else _YEAR.search(text, after.end(), after.end() + 12)
    when = _in_year(day, int(given[0])) if given else day
    if when:
        yield _Pair(
            Span(where.start, _closed(text, after.end())),
            _number(after["w"]),
            when,
            sure or given is not None,
        )


def _closed(text: str, end: int) -> int:
    """The end of a date with the bracket that closes it."""
    return end + (text[end : end + 1] == ")")


def _no_day(text: str, weekday: re.Match[str]) -> bool:
    """Whether a weekday is one of several, or "Sun" the name of a newspaper."""
    start = weekday.start("w")
    lead = max(0, start - 30)
    named = weekday["w"].rstrip(".") == "Sun" and _NAME.search(text, lead, start)
    return bool(named or _NO_DAY.search(text, lead, start))


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    r"""A match of a pattern that ends in \Z, begun at the last weekday that it can begin at."""
    found = None
    for weekday in _WEEKDAY.finditer(text, start, end):
        if weekday.start() == 0 or not text[weekday.start() - 1].isalnum():
            found = pattern.match(text, weekday.start(), end) or found
    return found


def _number(name: str) -> int:
    return printed.number_of(name, words.WEEKDAYS)


def _noted(text: str, end: int) -> bool:
    return _SIC.match(text, end, end + 8) is not None


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None


def _fits(pair: _Pair, year: int) -> bool:
    """Whether the day is that weekday in a year, in the Julian calendar too where that was in use."""
    day = _in_year(pair.day, year)
    if day is None:
        return False
    julian = year < _JULIAN_UNTIL and printed.julian(day).weekday() == pair.weekday
    return day.weekday() == pair.weekday or julian


def _other_year(pairs: Sequence[_Pair]) -> bool:
    """Whether one other year has all these weekdays: the text was written then."""
    latest = max(pair.day.year for pair in pairs)
    years = range(max(1, latest - _ARCHIVE), min(latest + 2, 9999))
    return any(all(_fits(pair, year) for pair in pairs) for year in years)


def _year_is_sure(matter: Matter, body: Body, pair: _Pair) -> bool:
    """Whether a day that is printed without its year can be of no other year in which the weekday fits."""
    text, passage = matter.document.text, body.passage(pair.span.start)
    if passage is None or any(_fits(pair, int(m[0])) for m in _YEAR.finditer(text, *passage.span)):
        return False
    if not any(_fits(pair, pair.day.year + step) for step in (-1, 1)):
        return True
    known = days(matter.published.edtf) if matter.published else None
    if known is None or (known[1] - known[0]).days > 31:
        return False
    return _is_news(matter, body, pair, known)


def _finding(matter: Matter, alike: Sequence[_Pair]) -> Finding:
    pair = alike[0]
    said, day = words.WEEKDAYS[pair.weekday], printed.day(pair.day)
    message = f"{day} is a {printed.weekday(pair.day)}; the text says {said}."
    why = f"“{printed.words(matter.document.text, pair.span)}”: {printed.weekday(pair.day)} {day}."
    if not pair.sure:
        near = [_in_year(pair.day, pair.day.year + step) for step in (-1, 1)]
        beside = " and a ".join(f"{printed.weekday(each)} in {each.year}" for each in near if each)
        why += f" The year is not printed and is taken from the time of writing; that day is a {beside}."
    shown = [Shown(matter.document.id, each.span) for each in alike]
    return finding(NAME, message, shown, why, score=0.95 if pair.sure else 0.85)


CHECK = Check(NAME, "a printed weekday with the date printed beside it", within=within)
