"""Words like "last", "this", "next" and "that" mean the same before a unit, a month, a season and a feast."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from onrecord.link.times import calendar
from onrecord.link.times.calendar import Stretch
from onrecord.link.times.context import HISTORY, PRINTED, SPOKEN_YEAR, Context, Meaning, apart
from onrecord.link.times.expressions import Found

_AGAINST = 250
"""How many days farther a date must lie before it is taken against the tense of its clause."""
_UNSAID = 30
"""The same for a date to come where nothing tells the tense."""
_STORY = 2500
"""For how many code points within a paragraph a year of long ago goes for the dates after it."""
_APART = 800
"""The same past the end of the paragraph."""
_UNDATED = 300
"""The same in a text whose own date is not known."""
_BESIDE = 30
"""So near behind a year, in "in 2011, on March 11", a date may be of that year, whichever it is."""
_NEWS = 7
"""A day so few days back is one of the news, not of a year told of: "born in 1950, died on May 12"."""
_NOW = 2025
"""From when years of two digits are reckoned in a text whose own date is not known."""
_MARGIN = timedelta(days=20)
"""On 1 March nobody calls the month before "last February"."""


# --- numbers


def ordinal(context: Context, word: str) -> int:
    """The number of "third", "3rd" or "twenty-first"; of "last" -1."""
    if digits := re.match(r"\d+", word):
        return int(digits[0])
    tens, _, rest = word.partition("-")
    if rest:
        return int(context.data.NUMBERS[tens] + context.data.ORDINALS[rest])
    return int(context.data.ORDINALS[word])


def number(context: Context, word: str) -> int:
    """The number of "3", "three", "a" or "twenty-one"."""
    if word.isdigit():
        return int(word)
    total = 0
    for part in re.split(r"[\s-]+", word):
        value = context.data.NUMBERS[part]
        total = total * value if value == 100 and total else total + value
    return int(total)


def month(context: Context, word: str) -> int:
    """1 to 12."""
    return int(context.data.MONTHS[word.rstrip(".")])


# --- years


def short_year(context: Context, digits: str, ahead: int = 20) -> int:
    """A year of two digits: the nearest that lies at most `ahead` years ahead."""
    now = context.today.year if context.today else _NOW
    year = now // 100 * 100 + int(digits)
    return year - 100 if year > now + ahead else year


def spelled_year(context: Context, words: str) -> int:
    """ "nineteen ninety-four", "two thousand and five" as a number."""
    total, *rest = (part for part in re.split(r"[\s-]+", words) if part not in context.data.YEAR_FILLERS)
    return int(context.data.SPELLED_YEARS[total] + sum(context.data.NUMBERS[part] for part in rest))


def stated_year(context: Context, words: str) -> tuple[int, str] | None:
    """The year that "1998", "fiscal '98", "nineteen ninety-eight" or "last year" means, and the basis."""
    if digits := re.search(r"\d{4}", words):
        return int(digits[0]), PRINTED
    if digits := re.search(r"\d\d", words):
        return short_year(context, digits[0]), PRINTED
    rel = context.data.YEAR_WORDS.sub("", words)
    if rel != words:
        found = relative(context, rel, "year", -1)
        return (found.stretch.first.year, found.basis) if found else None
    return spelled_year(context, words), PRINTED


def later_year(found: Found, context: Context) -> int | None:
    """The year of "August 27" in "August 27 and September 14, 2020": printed once for several dates."""
    later = context.data.LATER_YEAR.match(context.text, found.span.end, found.span.end + 60)
    if later is None:
        return None
    names = re.findall(r"[A-Z][a-z]+", later[0])
    known = context.data.MONTHS.keys() | context.data.WEEKDAYS.keys()
    return int(later[1]) if all(name.lower() in known for name in names) else None


def spoken_year(found: Found, context: Context) -> int | None:
    """The year that the text speaks of, where that is plainly not the writer's."""
    if context.year is None:
        return None
    year, at = context.year
    apart_by = context.here - at
    if apart_by <= _BESIDE and context.data.BESIDE.fullmatch(context.text, at, context.here):
        return year
    if apart_by > _STORY or (context.today is not None and context.today.year - year < HISTORY):
        return None
    crossed = "\n\n" in context.text[at : context.here]
    if context.today is None:
        return None if crossed or apart_by > _UNDATED else year
    if crossed and not (apart_by < _APART and context.tells_history()):
        return None
    return year if context.direction(found) <= 0 else None


def by_year(context: Context, year: int) -> str:
    """The basis of a date whose year was taken from the day of writing."""
    return apart("year", year - context.today.year, context.writing) if context.today else PRINTED


# --- what comes once a year


def yearly(found: Found, context: Context, make: Callable[[int], Stretch], name: str) -> Meaning | None:
    """What comes once a year, in the year that the expression, the text or the tense shows.

    Args:
        found: its parts may hold a year ("inyear") or a word like "last" ("rel").
        context: what is known.
        make: gives it for a year; a ValueError where that year has none.
        name: what to call it in a basis.
    """
    if "inyear" in found.parts:
        chosen = stated_year(context, found.parts["inyear"])
        return Meaning(make(chosen[0]), chosen[1]) if chosen else None
    if "rel" in found.parts:
        return _cycled(context, found.parts["rel"], make, name)
    if later := later_year(found, context):
        return Meaning(make(later), PRINTED)
    if found.form == context.form == "month" and context.last and context.joined():
        return _following(context, context.last, make)
    spoken = spoken_year(found, context)
    if context.today is None:
        return Meaning(make(spoken), SPOKEN_YEAR) if spoken else None
    today, ahead = context.today, context.direction(found)
    stretch = min(_near(make, today), key=lambda each: _unlikely(each, today, ahead))
    if spoken and not (stretch.unit == "day" and 0 <= (today - stretch.first).days <= _NEWS):
        return Meaning(make(spoken), SPOKEN_YEAR)
    return Meaning(stretch, by_year(context, stretch.first.year))


def _following(context: Context, last: Stretch, make: Callable[[int], Stretch]) -> Meaning:
    """The next one after another: "in February or March"."""
    stretch = next(each for each in _near(make, last.first) if each.first > last.first)
    return Meaning(stretch, by_year(context, stretch.first.year))


def _near(make: Callable[[int], Stretch], today: date) -> list[Stretch]:
    """It in the years around a day, as far as they have it (29 February)."""
    near = []
    for year in range(today.year - 2, today.year + 3):
        try:
            near.append(make(year))
        except (ValueError, OverflowError):
            continue
    return near


def _unlikely(where: Stretch, today: date, ahead: int) -> int:
    """How unlikely a text of a day means a date: the days between, and more against the tense."""
    if where.first > today:
        return (where.first - today).days + (_AGAINST if ahead < 0 else 0 if ahead else _UNSAID)
    if where.last < today:
        return (today - where.last).days + (_AGAINST if ahead > 0 else 0)
    return 0


def _cycled(context: Context, rel: str, make: Callable[[int], Stretch], name: str) -> Meaning | None:
    """Last, this or next of what comes once a year."""
    data, today, whence = context.data, context.today, context.writing
    if rel in data.SAME | data.BEFORE | data.AFTER:
        if context.last is None:
            return None
        if rel in data.SAME:
            return Meaning(make(context.last.first.year), SPOKEN_YEAR)
        today, whence = context.last.first, context.last.edtf
    if today is None:
        return None
    near = _near(make, today)
    if rel in data.LAST | data.JUST | data.BEFORE | data.LATEST:
        margin = _MARGIN if rel in data.LAST and near[0].unit == "month" else timedelta()
        stretch = [each for each in near if each.last < today - margin][-1]
        return Meaning(stretch, f"{name} before {whence}")
    if rel in data.NEXT | data.COMING | data.AFTER:
        return Meaning(next(each for each in near if each.first > today), f"{name} after {whence}")
    inside = [each for each in near if each.first <= today <= each.last]
    stretch = inside[0] if inside else make(today.year)
    return Meaning(stretch, by_year(context, stretch.first.year))


# --- units


def relative(context: Context, rel: str, unit: str, ahead: int) -> Meaning | None:
    """What "last", "this", "the following" mean before a unit; `ahead` is the direction of the clause."""
    data = context.data
    if rel in data.SAME | data.BEFORE | data.AFTER:
        return beside(context, unit, -1 if rel in data.BEFORE else 1 if rel in data.AFTER else 0)
    if context.today is None:
        return None
    if unit == "weekend":
        return weekend(context, rel, ahead)
    steps = -1 if rel in data.LAST | data.JUST else 1 if rel in data.NEXT | data.COMING else 0
    if rel in data.LATEST and unit in ("quarter", "month", "week"):
        if unit == "quarter" and context.quarter and context.quarter[0].last < context.today:
            return Meaning(context.quarter[0], "quarter last spoken of")
        steps = -1
    stretch = calendar.moved(calendar.around(context.today, unit), steps)
    return Meaning(stretch, apart(unit, steps, context.writing))


def beside(context: Context, unit: str, step: int) -> Meaning | None:
    """A unit beside the last date that was spoken of (-1, 1), or the one it lies in (0)."""
    near = context.day() if unit == "day" else context.last
    if context.recent() is None:
        near = calendar.day(context.today) if context.today else None
    if near is None or (unit == "day" and near.unit != "day"):
        return None
    stretch = calendar.moved(calendar.around(near.first, unit), step)
    basis = f"{unit} {'before' if step < 0 else 'after'} {near.edtf}" if step else f"{unit} last spoken of"
    return Meaning(stretch, basis)


def weekend(context: Context, rel: str, ahead: int) -> Meaning | None:
    """A weekend before or after the day of writing; on a weekend itself "the weekend" is that one."""
    if context.today is None:
        return None
    day, data = context.today.weekday(), context.data
    if rel in data.LAST:
        steps = -1
    elif rel in data.JUST:
        steps = 0 if day == 6 else -1
    elif rel in data.NEXT:
        steps = 1
    elif rel in data.COMING:
        steps = 0 if day < 5 else 1
    else:
        late = rel in data.THIS and 2 <= day < 5
        steps = 0 if day >= 5 or ahead > 0 or late else -1
    stretch = calendar.moved(calendar.around(context.today, "weekend"), steps)
    return Meaning(stretch, apart("weekend", steps, context.writing))
