"""Expressions that reckon from the day of writing, or from the date last spoken of."""

from __future__ import annotations

from datetime import timedelta

from onrecord.link.times import calendar
from onrecord.link.times.context import SPOKEN_YEAR, Context, Meaning, apart
from onrecord.link.times.expressions import Found
from onrecord.link.times.quarters import compared, last_part
from onrecord.link.times.relative import beside, number, relative, spoken_year, stated_year


def weekday(found: Found, context: Context) -> Meaning | None:
    """ "on Tuesday", "last Monday", "the following Friday"."""
    data, rel = context.data, found.parts.get("rel", "")
    which, name = data.WEEKDAYS[found.parts["weekday"]], found.parts["weekday"].title()
    if rel in data.SAME | data.BEFORE | data.AFTER:
        near = context.day()
        if near is None:
            return None
        way = 1 if rel in data.AFTER else -1
        day = calendar.weekday(near.first, which, way, strict=rel not in data.SAME)
        return Meaning(calendar.day(day), f"{name} {'after' if way > 0 else 'before'} {near.edtf}")
    if context.today is None:
        return None
    today = context.today
    if not rel and context.last and context.form == "weekday" and context.joined():
        day = calendar.weekday(context.last.first, which, 1, strict=True)
    elif rel in data.LAST | data.JUST:
        day = calendar.weekday(today, which, -1, strict=True)
    elif rel in data.NEXT | data.COMING:
        day = calendar.weekday(today, which, 1, strict=True)
        if rel in data.NEXT and (day - today).days <= 2:
            day += timedelta(days=7)  # nobody calls tomorrow "next Tuesday"
    else:
        day = calendar.weekday(
            today, which, context.direction(found) or _likelier(context, rel, which), False
        )
    if day == today:
        return Meaning(calendar.day(day), f"day of {context.writing}")
    return Meaning(calendar.day(day), f"{name} {'before' if day < today else 'after'} {context.writing}")


def _likelier(context: Context, rel: str, which: int) -> int:
    """The direction of a weekday where nothing tells the tense: "this Friday" is the nearest one, and
    tomorrow is likelier than six days ago."""
    ahead = (which - context.today.weekday()) % 7 if context.today else 0
    return 1 if ahead == 1 or (rel in context.data.THIS and ahead <= 3) else -1


def weekday_of(found: Found, context: Context) -> Meaning | None:
    """ "Monday of last week"."""
    week = relative(context, found.parts["rel"], "week", -1)
    if week is None:
        return None
    steps = timedelta(days=context.data.WEEKDAYS[found.parts["weekday"]])
    return Meaning(calendar.day(week.stretch.first + steps), week.basis)


def day(found: Found, context: Context) -> Meaning | None:
    """ "yesterday", "tomorrow night"."""
    if context.today is None:
        return None
    steps = context.data.DEICTIC[found.parts["deictic"]]
    return Meaning(calendar.day(context.today + timedelta(days=steps)), apart("day", steps, context.writing))


def that_part(found: Found, context: Context) -> Meaning | None:
    """ "that evening", "the next morning"."""
    rel, data = found.parts["rel"], context.data
    return (
        beside(context, "day", _step(context, rel)) if rel in data.SAME | data.BEFORE | data.AFTER else None
    )


def _step(context: Context, rel: str) -> int:
    return -1 if rel in context.data.BEFORE else 1 if rel in context.data.AFTER else 0


def _count(found: Found, context: Context) -> tuple[str, int]:
    """The unit and the number of "two fortnights": weeks, 4."""
    unit, times = context.data.UNITS[found.parts["units"]]
    return unit, times * number(context, found.parts["number"])


def ago(found: Found, context: Context) -> Meaning | None:
    """ "two weeks ago", "exactly a week ago", "a week ago Monday"; "a year ago" of a quarter's figures."""
    if context.today is None:
        return None
    unit, count = _count(found, context)
    if (unit, count) == ("year", 1) and (quarter := compared(context)):
        return quarter
    basis = apart(unit, -count, context.writing)
    exact = found.parts.get("approx", "").strip() in context.data.EXACTLY or "same" in found.parts
    if unit == "week" and exact:
        when = context.today - timedelta(days=7 * count)
        if "weekday" in found.parts:
            steps = timedelta(days=context.data.WEEKDAYS[found.parts["weekday"]])
            when = calendar.around(when, "week").first + steps
        return Meaning(calendar.day(when), basis)
    if unit in ("decade", "century"):
        return _about(context, count * (10 if unit == "decade" else 100), basis)
    return Meaning(calendar.moved(calendar.around(context.today, unit), -count), basis)


def half_ago(found: Found, context: Context) -> Meaning | None:
    """ "half a century ago"."""
    which = found.parts["unit"]
    basis = f"half a {which} before {context.writing}"
    return _about(context, 50 if which == "century" else 5, basis)


def _about(context: Context, years: int, basis: str) -> Meaning | None:
    """The year so many years before that of writing, marked as approximate."""
    if context.today is None:
        return None
    stretch = calendar.whole_year(context.today.year - years)
    return Meaning(stretch._replace(edtf=f"{stretch.edtf}~"), basis)


def away(found: Found, context: Context) -> Meaning | None:
    """ "two days later", "a year earlier": from the date last spoken of."""
    unit, count = _count(found, context)
    count = count if found.parts["way"] in context.data.LATER else -count
    if (unit, count) == ("year", -1) and (quarter := compared(context)):
        return quarter
    if context.data.APPOSED.match(context.text, found.span.end):
        return None  # "a day earlier, on 15 October": the date is printed behind it
    near = context.day() if unit == "day" else context.last
    # A history goes on from its last date, however long a document it has quoted since.
    if near is None or (context.recent() is None and not context.tells_history()):
        if context.today is None or count > 0:
            return None
        near = calendar.day(context.today)
    if unit == "day" and near.unit != "day":
        return None
    if unit in ("decade", "century"):
        years = count * (10 if unit == "decade" else 100)
        stretch = calendar.whole_year(near.first.year + years)
        return Meaning(stretch._replace(edtf=f"{stretch.edtf}~"), apart(unit, count, near.edtf))
    return Meaning(calendar.moved(calendar.around(near.first, unit), count), apart(unit, count, near.edtf))


def from_now(found: Found, context: Context) -> Meaning | None:
    """ "two years from now"."""
    unit, count = _count(found, context)
    if "weekday" in found.parts and context.today:
        which = context.data.WEEKDAYS[found.parts["weekday"]]
        if unit not in ("day", "week"):
            return None
        day = calendar.weekday(context.today, which, 1, strict=True)
        day += timedelta(days=count * (7 if unit == "week" else 1))
        return Meaning(calendar.day(day), f"{apart(unit, count, '')}{found.parts['weekday'].title()}")
    return _moved(context, unit, count)


def neighbour(found: Found, context: Context) -> Meaning | None:
    """ "the week before last", "the year after next"."""
    return _moved(context, found.parts["unit"], 2 if found.parts["way"] in context.data.LATER else -2)


def _moved(context: Context, unit: str, count: int) -> Meaning | None:
    if context.today is None:
        return None
    stretch = calendar.moved(calendar.around(context.today, unit), count)
    return Meaning(stretch, apart(unit, count, context.writing))


def near(found: Found, context: Context) -> Meaning | None:
    """ "the day before", "the year after"."""
    unit = found.parts["unit"]
    unit = "day" if unit in context.data.PARTS_OF_DAY else unit
    return beside(context, unit, 1 if found.parts["way"] in context.data.LATER else -1)


def unit(found: Found, context: Context) -> Meaning | None:
    """ "last week", "early next month", "that quarter"."""
    rel, which = found.parts["rel"], found.parts["unit"]
    if which == "quarter" and rel in context.data.SAME:
        part = context.seen.get("quarter")
        return Meaning(part, "quarter last spoken of") if part else last_part(context)
    return relative(context, rel, which, context.direction(found) or -1)


def edge_of(found: Found, context: Context) -> Meaning | None:
    """ "the end of the year", "later in the day"."""
    which = found.parts["unit"]
    if which == "day":
        last = context.day()
        return Meaning(last, "day last spoken of") if last else None
    if which == "weekend" or context.today is None:
        return None
    if which == "quarter" and context.quarter:
        return last_part(context)
    if which == "year" and (spoken := spoken_year(found, context)):
        return Meaning(calendar.whole_year(spoken), SPOKEN_YEAR)
    return Meaning(calendar.around(context.today, which), f"{which} of {context.writing}")


def year_end(found: Found, context: Context) -> Meaning | None:
    """ "year-end", "year-end 1998": the last day."""
    if "inyear" in found.parts:
        chosen = stated_year(context, found.parts["inyear"])
        return Meaning(calendar.day(calendar.whole_year(chosen[0]).last), chosen[1]) if chosen else None
    if context.today is None:
        return None
    which, steps = found.parts["unit"], 0
    whole = calendar.around(context.today, which)
    if context.direction(found) < 0 and whole.last > context.today:
        steps, whole = -1, calendar.moved(whole, -1)
    return Meaning(calendar.day(whole.last), apart(which, steps, context.writing))


def clock(found: Found, context: Context) -> Meaning | None:
    """ "10 p.m.": of the day last spoken of in the paragraph, else of the day of writing."""
    last = context.last
    near = last is not None and last.unit == "day" and context.recent() is not None
    if last is not None and near and "\n\n" not in context.text[context.at : context.here]:
        return Meaning(last, "day last spoken of")
    return Meaning(calendar.day(context.today), f"day of {context.writing}") if context.today else None
