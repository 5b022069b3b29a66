"""Quarters and halves, by whose figures a text compares; a fiscal one is taken for that of the calendar."""

from __future__ import annotations

from onrecord.link.times import calendar
from onrecord.link.times.calendar import Stretch
from onrecord.link.times.context import Context, Meaning
from onrecord.link.times.expressions import Found
from onrecord.link.times.relative import by_year, ordinal, stated_year, weekend

_REPORTED = 135
"""For so many days results of a quarter are still to be reported."""
_SOON = 80
"""A quarter that begins in so many days is spoken of as the coming one."""
_SUBJECT = 3000
"""For how many code points a text goes on about a quarter that it named."""
_COMPARED = 1200
"""For how many code points "a year earlier" compares with its figures."""


def last_part(context: Context, unit: str = "quarter") -> Meaning | None:
    """The quarter or half last named, where it is not too far back; else the one that last ended."""
    if context.quarter and context.here - context.quarter[1] < _SUBJECT:
        part = context.quarter[0]
        return Meaning(part, f"{part.unit} last spoken of")
    if context.today is None or unit not in ("quarter", "half"):
        return None
    ended = calendar.moved(calendar.around(context.today, unit), -1)
    return Meaning(ended, f"{unit} before {context.writing}")


def compared(context: Context) -> Meaning | None:
    """The quarter or month a year before the one whose figures the text gives here, or None."""
    last = context.last
    if last and last.unit in ("month", "quarter", "half") and context.compares():
        return _year_before(last)
    if context.quarter is None:
        return None
    part, at = context.quarter
    if context.here - at > _COMPARED or context.data.LONGER.search(context.text, at, context.here):
        return None
    return _year_before(part)


def _year_before(stretch: Stretch) -> Meaning:
    return Meaning(calendar.years_away(stretch, -1), f"year before {stretch.edtf}")


def year_ago(found: Found, context: Context) -> Meaning | None:
    """ "the year-ago quarter", "year-earlier"."""
    unit = found.parts.get("unit", "")
    base: Stretch | None = None
    if unit == "month":
        base = context.seen.get("month")
    elif "nth" in found.parts and context.today:
        base = _numbered(context, unit, ordinal(context, found.parts["nth"]), -1)
    elif part := last_part(context, unit):
        base = part.stretch
    if base is None and context.today:
        base = calendar.whole_year(context.today.year)
    return _year_before(base) if base else None


def same(found: Found, context: Context) -> Meaning | None:
    """ "the same period last year", "the same month of 1998"."""
    unit = found.parts["unit"]
    base = context.seen.get("month") if unit == "month" else None
    if base is None:
        part = last_part(context, unit)
        base = part.stretch if part else context.last
    if base is None:
        chosen = stated_year(context, found.parts["inyear"]) if "inyear" in found.parts else None
        return Meaning(calendar.whole_year(chosen[0]), chosen[1]) if chosen else None
    if "ago" in found.parts:
        return _year_before(base)
    return _of_year(context, base, found.parts["inyear"])


def _of_year(context: Context, base: Stretch, words: str) -> Meaning | None:
    """The same part of another year."""
    chosen = stated_year(context, words)
    return Meaning(calendar.years_away(base, chosen[0] - base.first.year), chosen[1]) if chosen else None


def _numbered(context: Context, unit: str, number: int, ahead: int) -> Stretch | None:
    """The quarter or half of a number that a text of today means."""
    if context.today is None:
        return None
    part = calendar.part(unit, context.today.year, number)
    wait = (part.first - context.today).days
    if ahead <= 0 and wait > (0 if ahead < 0 else _SOON):
        return calendar.years_away(part, -1)
    if ahead > 0 and (context.today - part.last).days > _REPORTED:
        return calendar.years_away(part, 1)
    return part


def numbered(found: Found, context: Context) -> Meaning | None:
    """ "the third quarter", "fiscal 1989's first half", "Q3 2023"."""
    parts = found.parts
    unit = {"q": "quarter", "h": "half"}.get(parts["unit"], parts["unit"])
    number = ordinal(context, parts["nth"])
    if number < 0:
        number = 4 if unit == "quarter" else 2
    if "inyear" in parts:
        chosen = stated_year(context, parts["inyear"])
        return Meaning(calendar.part(unit, chosen[0], number), chosen[1]) if chosen else None
    if context.today is None or (unit == "half" and parts["unit"] == "h"):
        return None
    if "theyear" in parts:
        part: Stretch | None = calendar.part(unit, context.today.year, number)
    else:
        part = _numbered(context, unit, number, context.direction(found))
    return Meaning(part, by_year(context, part.first.year)) if part else None


def of_year(found: Found, context: Context) -> Meaning | None:
    """ "the 1988 quarter", "the 1988 period"."""
    part = last_part(context)
    return _of_year(context, part.stretch, found.parts["inyear"]) if part else None


def the_part(found: Found, context: Context) -> Meaning | None:
    """ "the quarter", "the weekend"."""
    if found.parts["unit"] == "weekend":
        return weekend(context, "", context.direction(found) or -1)
    return last_part(context)
