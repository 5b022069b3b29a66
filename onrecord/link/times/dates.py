"""Dates that are printed, wholly or without their year; one that no calendar has is a ValueError."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.link.times import calendar
from onrecord.link.times.calendar import Stretch
from onrecord.link.times.context import PRINTED, Context, Meaning
from onrecord.link.times.expressions import Found
from onrecord.link.times.relative import (
    later_year,
    month,
    ordinal,
    relative,
    short_year,
    spelled_year,
    yearly,
)

_NEARLY = 45
"""Of 5/8 and 8/5 the one that lies so many days from the writing is meant, where the other does not."""


def iso(found: Found, context: Context) -> Meaning | None:
    """ "2023-05-08"."""
    parts = found.parts
    return Meaning(calendar.day(date(int(parts["y"]), int(parts["m"]), int(parts["d"]))), PRINTED)


def event(found: Found, context: Context) -> Meaning | None:
    """ "9/11"; in a text written before it, the words mean some other day."""
    words = (
        context.text[slice(*found.span)].lower() + context.text[found.span.end : found.span.end + 12].lower()
    )
    for pattern, day in context.data.EVENTS.items():
        if re.match(pattern, words):
            when = date(*day)
            if context.today is None or context.today > when:
                return Meaning(calendar.day(when), "as it is known")
    return None


def numeric(found: Found, context: Context) -> Meaning | None:
    """ "8.5.2023", "05/08/23": by dots the day comes first; else it must be clear which is the month."""
    parts = found.parts
    one, other = int(parts["a"]), int(parts["b"])
    year = int(parts["y"]) if len(parts["y"]) == 4 else short_year(context, parts["y"])
    orders = {(one, other)} if parts["sep"] == "." else {(one, other), (other, one)}
    days = [date(year, second, first) for first, second in orders if second <= 12 and first <= 31]
    if len(days) == 2 and context.today:
        today = context.today
        near = [day for day in days if abs((day - today).days) <= _NEARLY]
        days = near if len(near) == 1 else days
    return Meaning(calendar.day(days[0]), PRINTED) if len(days) == 1 else None


def month_day(found: Found, context: Context) -> Meaning | None:
    """ "Monday, May 8", "8 May 2023", "last Oct. 23", "May 8-9"."""
    parts = found.parts
    which = month(context, parts["month"])
    first = ordinal(context, parts.get("day") or parts["dayword"])
    last = ordinal(context, parts["day2"]) if "day2" in parts else first

    def make(year: int) -> Stretch:
        begin = date(year, which, first)
        return calendar.span(begin, date(year, which, last)) if first < last else calendar.day(begin)

    if "dayname" in parts and "inyear" not in parts and not later_year(found, context):
        agreed = _agreeing(context, context.data.WEEKDAYS[parts["dayname"].rstrip(".,")], make)
        if agreed:
            return agreed
    return yearly(found, context, make, "date")


def _agreeing(context: Context, weekday: int, make: calendar.Yearly) -> Meaning | None:
    """The day of the nearest year in which it is the weekday that is printed beside it."""
    if context.today is None:
        return None
    this = context.today.year
    for year in (this, this - 1, this + 1):
        try:
            stretch = make(year)
        except ValueError:
            continue
        if stretch.first.weekday() == weekday and abs((stretch.first - context.today).days) < 366:
            step = year - this
            return Meaning(
                stretch, f"year {'of' if not step else 'before' if step < 0 else 'after'} {context.writing}"
            )
    return None


def day_of(found: Found, context: Context) -> Meaning | None:
    """ "the 15th of last month"."""
    outer = relative(context, found.parts["rel"], "month", -1)
    day = ordinal(context, found.parts.get("day") or found.parts["dayword"])
    return Meaning(calendar.day(outer.stretch.first.replace(day=day)), outer.basis) if outer else None


def month_range(found: Found, context: Context) -> Meaning | None:
    """ "March-May 2023"; one that runs over New Year ends in the year that is meant."""
    first, last = month(context, found.parts["month"]), month(context, found.parts["month2"])

    def make(year: int) -> Stretch:
        begin = calendar.month(year - (first > last), first)
        return calendar.span(begin.first, calendar.month(year, last).last)

    return yearly(found, context, make, "months")


def whole_month(found: Found, context: Context) -> Meaning | None:
    """ "May 2023", "last May", "early May"."""
    which = month(context, found.parts["month"])
    return yearly(found, context, lambda year: calendar.month(year, which), calendar.NAMES[which - 1])


def _month_of(found: Found, context: Context) -> Meaning | None:
    """The month of "of last month" or "of May 1998"."""
    if "month" in found.parts:
        parts = {name: value for name, value in found.parts.items() if name != "rel"}
        return whole_month(found._replace(parts=parts), context)
    return relative(context, found.parts["rel"], "month", -1)


def nth_weekday(found: Found, context: Context) -> Meaning | None:
    """ "the first Monday of May"."""
    whole = _month_of(found, context)
    if whole is None:
        return None
    which, nth = context.data.WEEKDAYS[found.parts["weekday"]], ordinal(context, found.parts["nth"])
    first = whole.stretch.first
    return Meaning(calendar.day(calendar.nth_weekday(first.year, first.month, which, nth)), whole.basis)


def week_of_month(found: Found, context: Context) -> Meaning | None:
    """ "the first week of May": its days 1 to 7."""
    whole, nth = _month_of(found, context), ordinal(context, found.parts["nth"])
    if whole is None or nth > 4:
        return None
    first, last = whole.stretch.first, whole.stretch.last
    if found.parts["unit"] == "weekend":
        saturday = calendar.nth_weekday(first.year, first.month, 5, nth)
        return Meaning(calendar.around(saturday, "weekend"), whole.basis)
    begin = last - timedelta(days=6) if nth < 0 else first + timedelta(days=7 * (nth - 1))
    return Meaning(calendar.span(begin, begin + timedelta(days=6)), whole.basis)


def week_of(found: Found, context: Context) -> Meaning | None:
    """ "the week of March 6"."""
    day = month_day(found, context)
    return Meaning(calendar.around(day.stretch.first, found.parts["unit"]), day.basis) if day else None


def season(found: Found, context: Context) -> Meaning | None:
    """ "the summer of 1942", "last winter", "spring 2022"."""
    which = context.data.SEASONS[found.parts["season"]]
    return yearly(found, context, lambda year: calendar.part("season", year, which), found.parts["season"])


def holiday(found: Found, context: Context) -> Meaning | None:
    """ "Christmas Day", "last Thanksgiving", "Easter week"."""
    name = found.parts["holiday"]
    rule: tuple[int, ...] | None = context.data.HOLIDAYS.get(name)
    unit = found.parts.get("more", "").strip()

    def make(year: int) -> Stretch:
        day = calendar.feast(rule, year) if rule else calendar.election(year)
        return calendar.around(day, unit) if unit else calendar.day(day)

    return yearly(found, context, make, name.title().replace("'S", "'s"))


def decade(found: Found, context: Context) -> Meaning | None:
    """ "the 1940s"."""
    return Meaning(calendar.written("decade", f"{found.parts['decade'][:3]}X"), PRINTED)


def short_decade(found: Found, context: Context) -> Meaning | None:
    """ "the '80s"."""
    year = short_year(context, found.parts["decade"], ahead=5)
    return Meaning(calendar.around(date(year, 1, 1), "decade"), PRINTED)


def word_decade(found: Found, context: Context) -> Meaning | None:
    """ "the nineties"."""
    hundred = context.data.SPELLED_YEARS[found.parts.get("hundred", "nineteen").rstrip(" -")]
    year = hundred + context.data.DECADES[found.parts["decade"]]
    return Meaning(calendar.around(date(year, 1, 1), "decade"), PRINTED)


def century(found: Found, context: Context) -> Meaning | None:
    """ "the 20th century", as the years 1900 to 1999: EDTF has no shorter word for 1901 to 2000."""
    which = ordinal(context, found.parts["nth"])
    return Meaning(calendar.written("century", f"{which - 1:02}XX"), PRINTED) if 5 <= which <= 22 else None


def year_range(found: Found, context: Context) -> Meaning | None:
    """ "1941-1945", "2022/23"."""
    first, until = int(found.parts["year"]), found.parts["until"]
    last = int(until) if len(until) == 4 else first // 100 * 100 + int(until)
    return Meaning(calendar.span(date(first, 1, 1), date(last, 12, 31)), PRINTED)


def year(found: Found, context: Context) -> Meaning | None:
    """ "1998", "fiscal 1998"."""
    return Meaning(calendar.whole_year(int(found.parts["year"])), PRINTED)


def fiscal(found: Found, context: Context) -> Meaning | None:
    """ "FY '98"."""
    return Meaning(calendar.whole_year(short_year(context, found.parts["short"][1:])), PRINTED)


def spelled(found: Found, context: Context) -> Meaning | None:
    """ "nineteen ninety-eight"."""
    return Meaning(calendar.whole_year(spelled_year(context, found.parts["spelled"])), PRINTED)
