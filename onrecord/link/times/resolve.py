"""Every form of the language's data has one function here that says what it denotes."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.link.times import dates, deictic, quarters
from onrecord.link.times.context import Context, Meaning
from onrecord.link.times.expressions import Found

FORMS: dict[str, Callable[[Found, Context], Meaning | None]] = {
    "iso": dates.iso,
    "event": dates.event,
    "numeric": dates.numeric,
    "nth_weekday": dates.nth_weekday,
    "month_day": dates.month_day,
    "day_month": dates.month_day,
    "day_of": dates.day_of,
    "month_range": dates.month_range,
    "week_of_month": dates.week_of_month,
    "week_of": dates.week_of,
    "month": dates.whole_month,
    "season": dates.season,
    "year_season": dates.season,
    "holiday": dates.holiday,
    "decade": dates.decade,
    "short_decade": dates.short_decade,
    "word_decade": dates.word_decade,
    "century": dates.century,
    "year_range": dates.year_range,
    "year": dates.year,
    "fiscal": dates.fiscal,
    "spelled_year": dates.spelled,
    "yearago_part": quarters.year_ago,
    "same_part": quarters.same,
    "part": quarters.numbered,
    "part_code": quarters.numbered,
    "year_code": quarters.numbered,
    "year_part": quarters.of_year,
    "the_part": quarters.the_part,
    "weekday_of": deictic.weekday_of,
    "weekday": deictic.weekday,
    "deictic": deictic.day,
    "that_part": deictic.that_part,
    "ago": deictic.ago,
    "half_ago": deictic.half_ago,
    "away": deictic.away,
    "from_now": deictic.from_now,
    "neighbour": deictic.neighbour,
    "beside": deictic.near,
    "unit": deictic.unit,
    "edge_of": deictic.edge_of,
    "year_end": deictic.year_end,
    "clock": deictic.clock,
}


def meaning(found: Found, context: Context) -> Meaning | None:
    """What an expression denotes, or None where the text does not show it or the date is impossible."""
    context.here = found.span.start
    try:
        return FORMS[found.form](found, context)
    except (ValueError, OverflowError, IndexError, StopIteration):
        return None  # no such day, or none within the years 1 to 9999
