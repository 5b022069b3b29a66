"""A date whose month has no such day is shown; a number that can be anything else is no date."""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.check import printed
from onrecord.check.contract import Check
from onrecord.check.languages import en_calendar as words
from onrecord.check.printed import Body
from onrecord.model import Finding, Matter, Shown, Span, finding

NAME = "impossible-date"

_NUMBER = re.compile(words.NUMBER)
_MONTH_BEFORE = re.compile(words.MONTH_BEFORE)
_MONTH = re.compile(words.MONTH)
_YEAR_BEHIND = re.compile(words.YEAR_BEHIND)
_DAY_BEHIND = re.compile(words.DAY_BEHIND)
_MONTH_BEHIND = re.compile(words.MONTH_BEHIND)
_WORD_DATES = [re.compile(form) for form in words.WORD_DATES]
_FIGURES = [re.compile(rf"(?<![\w/.-]){form}") for form in words.FIGURES]
_DATED = re.compile(words.DATED)
_ALONE = re.compile(words.MONTH_ALONE)
_AFTER = re.compile(words.AFTER_DAY)
_COUNTED = re.compile(words.COUNTED)
_SIC = re.compile(words.SIC, re.I)
_SPOKEN_OF = re.compile(words.SPOKEN_OF, re.I)
_LONGEST = 31
_REACH = 30  # code points of a month and the first day of a range, before a day
_JULIAN = (1700, 1800, 1900)
"""The Julian calendar, in use somewhere, had a 29 February in these years."""
_PARTED = tuple("./:")
_SWEDISH = 1712  # Sweden's calendar had a 30 February


class _Date(NamedTuple):
    """A date as it is printed; `month` is 1 to 12, `year` None where none is printed."""

    span: Span
    day: int
    month: int
    year: int | None


def within(matter: Matter) -> Iterator[Finding]:
    """Dates that no calendar has."""
    text = matter.document.text
    found = [date for date in _dates(text) if _impossible(date)]
    body = Body(matter) if found else None
    for date in found:
        if body is None or body.passage(date.span.start) is None:
            continue
        if _SIC.match(text, date.span.end, date.span.end + 8) or _SPOKEN_OF.search(
            text, *body.sentence(date.span)
        ):
            continue
        yield _finding(matter, date)


def _dates(text: str) -> Iterator[_Date]:
    """Printed dates of a day past the 28th; of those without a year only what is surely a date."""
    done = 0
    for number in _NUMBER.finditer(text):
        if number.start() < done:
            continue
        date = _month_first(text, number) or _month_behind(text, number) or _in_figures(text, number)
        if date:
            done = date.span.end
            yield date
    for form, day in zip(_WORD_DATES, words.WORD_DAYS.values(), strict=True):
        for match in form.finditer(text):
            yield _Date(Span(*match.span()), day, _month(match["m"]), _year(match))


def _month_first(text: str, number: re.Match[str]) -> _Date | None:
    """ "June 31", "June 28-31, 2023", "Monday, June 31st"."""
    floor = max(0, number.start() - _REACH)
    month = _before(text, floor, number.start())
    if month is None:
        return None
    day, name = int(number[0]), _month(month["m"])
    year = _YEAR_BEHIND.match(text, number.end(), number.end() + 20)
    if year:
        return _Date(Span(month.start(), year.end()), day, name, int(year["y"]))
    behind = _DAY_BEHIND.match(text, number.end(), number.end() + 4)
    if behind is None or (day > _LONGEST and not behind["nth"]):
        return None
    lead = max(0, month.start() - 25)
    if not behind["nth"]:
        if _ALONE.search(text, lead, month.start()):
            return None
        dated = _DATED.search(text, lead, month.start())
        if not dated and not _AFTER.match(text, behind.end(), behind.end() + 20):
            return None
        if _COUNTED.match(text, behind.end(), behind.end() + 30):
            return None
    return _Date(Span(month.start(), behind.end()), day, name, None)


def _before(text: str, start: int, end: int) -> re.Match[str] | None:
    """The month right before a day, where one stands there."""
    found = None
    for month in _MONTH.finditer(text, start, end):
        if month.start() == 0 or not text[month.start() - 1].isalnum():
            found = _MONTH_BEFORE.match(text, month.start(), end) or found
    return found


def _month_behind(text: str, number: re.Match[str]) -> _Date | None:
    """ "31 June", "the 31st of June 2023"."""
    match = _MONTH_BEHIND.match(text, number.end(), number.end() + 40)
    if match is None or text[number.start() - 1 : number.start()] in _PARTED:
        return None
    day, sure = int(number[0]), match["nth"] or match["y"] or match["of"]
    if day > _LONGEST and not match["y"] and not (match["nth"] and match["of"]):
        return None
    if not sure and not _AFTER.match(text, match.end(), match.end() + 20):
        return None
    return _Date(Span(number.start(), match.end()), day, _month(match["m"]), _year(match))


def _in_figures(text: str, number: re.Match[str]) -> _Date | None:
    """ "2023-06-31", "31.06.2023", "06/31/2023"."""
    for form, back in zip(_FIGURES, ((8, 7), (0, 0), (3, 2)), strict=True):
        for start in dict.fromkeys(number.start() - steps for steps in back):
            match = form.match(text, start) if start >= 0 else None
            if match:
                return _Date(Span(*match.span()), int(match["d"]), int(match["m"]), int(match["y"]))
    return None


def _month(name: str) -> int:
    return printed.number_of(name, words.MONTHS) + 1


def _year(match: re.Match[str]) -> int | None:
    return int(match["y"]) if match["y"] else None


def _length(month: int, year: int | None) -> int:
    """The days of a month, as many as it can have where the year is not known."""
    if month == 2:
        if year == _SWEDISH:
            return 30
        return 29 if year is None or isleap(year) or year in _JULIAN else 28
    return 30 if month in (4, 6, 9, 11) else _LONGEST


def _impossible(date: _Date) -> bool:
    return date.day > _length(date.month, date.year)


def _finding(matter: Matter, date: _Date) -> Finding:
    name, length = words.MONTHS[date.month - 1], _length(date.month, date.year)
    of_year = f" {date.year}" if date.month == 2 and date.year else ""
    most = f"at most {length}" if date.month == 2 and not date.year else str(length)
    told = printed.words(matter.document.text, date.span)
    message = f"{name}{of_year} has {most} days; the text says “{told}”."
    why = f"{date.day} is more than the {length} days of {name}{of_year}."
    shown = [Shown(matter.document.id, date.span)]
    return finding(NAME, message, shown, why, score=0.95 if date.year else 0.85)


CHECK = Check(NAME, "a printed date with the number of days that its month has", within=within)
