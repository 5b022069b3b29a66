"""An expression is resolved from what stands before it: the writer's day and the last date spoken of."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import ModuleType
from typing import NamedTuple

from onrecord.link.times import calendar
from onrecord.link.times.calendar import Stretch
from onrecord.link.times.expressions import Found
from onrecord.link.times.tense import direction

PRINTED = "as printed"


class Meaning(NamedTuple):
    """What an expression denotes, and why, in words."""

    stretch: Stretch
    basis: str


@dataclass(slots=True)
class Context:
    """What is known at a place of a text; it is carried along from expression to expression.

    Attributes:
        data: the language's words.
        text: the document's.
        today: the day on which the text was written, or None.
        writing: what that day is called in a basis ("publication").
        last: what the last expression denoted.
        old, new: how many dates were of long ago, and of about the writer's own year.
        year: the last year that was printed, and where.
        quarter: the last quarter or half spoken of, and where.
        at, here: where the last expression ends, and where the one being read begins.
    """

    data: ModuleType
    text: str
    today: date | None
    writing: str = "publication"
    last: Stretch | None = None
    at: int = 0
    here: int = 0
    old: int = 0
    new: int = 0
    year: tuple[int, int] | None = None
    quarter: tuple[Stretch, int] | None = None
    seen: dict[str, Stretch] = field(default_factory=dict)

    def note(self, found: Found, meaning: Meaning) -> None:
        """Remember what an expression denoted."""
        stretch = meaning.stretch
        self.last, self.at = stretch, found.span.end
        self.seen[stretch.unit] = stretch
        if stretch.unit in ("quarter", "half") and found.form in ("part", "part_code", "year_code"):
            self.quarter = (stretch, found.span.end)
        if self.today and self.today.year - stretch.first.year >= _HISTORY:
            self.old += 1
        elif self.today and abs(stretch.first.year - self.today.year) < 3:
            self.new += 1
            self.year = None  # the story is over
        if _dates(self, found):
            self.year = (stretch.first.year, found.span.end)

    def ahead(self, found: Found) -> int:
        """The direction that the clause gives, -1 where it gives none."""
        return direction(self.data, self.text, *found.span) or -1

    def tells_history(self) -> bool:
        """Whether the text has so far dated more things of long ago than of its own days, the last one too."""
        exact = self.last is not None and self.last.unit in ("day", "month")
        return exact and self.old >= 3 and self.old > self.new

    def day(self) -> Stretch | None:
        """The day last spoken of, else the writer's."""
        if self.last is not None and self.last.unit == "day":
            return self.last
        return self.seen.get("day") or (calendar.day(self.today) if self.today else None)


_IN = re.compile(r"\b(?:in|since|during|until|from|by|of)\s$")


def _dates(context: Context, found: Found) -> bool:
    """Whether an expression prints the year of what is told, not "a 1998 car"."""
    if found.form == "year":
        return bool(_IN.search(context.text, max(0, found.span.start - 8), found.span.start))
    words = found.parts.get("inyear") or found.parts.get("y") or ""
    return any(char.isdigit() for char in words)


def meaning(found: Found, context: Context) -> Meaning | None:
    """What an expression denotes, or None where the text does not show it or the date is impossible."""
    context.here = found.span.start
    try:
        return _FORMS[found.form](found, context)
    except (ValueError, OverflowError):
        return None


# --- reading parts


def _ordinal(context: Context, word: str) -> int:
    """ "third", "3rd", "3", "twenty-first" as a number; "last" is -1."""
    digits = re.match(r"\d+", word)
    if digits:
        return int(digits[0])
    tens, _, rest = word.partition("-")
    if rest:
        return int(context.data.NUMBERS[tens]) + int(context.data.ORDINALS[rest])
    return int(context.data.ORDINALS[word])


def _number(context: Context, word: str) -> int:
    words = word.split()
    if words[-1].isdigit():
        return int(words[-1])
    if len(words) == 2:  # "one hundred"
        return 100
    tens, _, rest = word.partition("-")
    return int(context.data.NUMBERS[tens]) + (int(context.data.NUMBERS[rest]) if rest else 0)


def _month(context: Context, word: str) -> int:
    return int(context.data.MONTHS[word.rstrip(".")])


def _short(context: Context, digits: str) -> int:
    """A year of two digits: the nearest that lies at most twenty years ahead."""
    now = context.today.year if context.today else 2024
    number = now // 100 * 100 + int(digits)
    return number - 100 if number > now + 20 else number


def _year(context: Context, words: str) -> tuple[int, str] | None:
    """The year that "1998", "fiscal '98", "nineteen ninety-eight" or "last year" means, and the basis."""
    if digits := re.search(r"\d{4}", words):
        return int(digits[0]), PRINTED
    if digits := re.search(r"['’‘`](\d\d)", words):
        return _short(context, digits[1]), PRINTED
    rel = re.sub(r"\s+(?:(?:fiscal|calendar|financial)\s+)?year$", "", words)
    if rel != words and not words.startswith("the year "):
        found = _relative(context, " ".join(rel.split()), "year", -1)
        return (found.stretch.first.year, found.basis) if found else None
    return _spelled(context, words), PRINTED


def _spelled(context: Context, words: str) -> int:
    parts = [
        part for part in re.split(r"[\s-]+", words) if part not in ("the", "year", "and", "hundred", "oh")
    ]
    parts = [part for part in parts if part not in ("fiscal", "calendar")]
    total = context.data.SPELLED_YEARS[parts[0]]
    rest = parts[1:]
    if parts[0] == "two" or rest[:1] == ["thousand"]:
        rest = rest[1:]
    return int(total + sum(context.data.NUMBERS[part] for part in rest))


def _named(unit: str, steps: int, writing: str) -> str:
    """ "week before publication", "two weeks after publication" in words."""
    if steps == 0:
        return f"{unit} of {writing}"
    count = abs(steps)
    some = unit if count == 1 else f"{count} {unit.replace('century', 'centurie')}s"
    return f"{some} {'before' if steps < 0 else 'after'} {writing}"


def _by_year(context: Context, year: int) -> str:
    """The basis of a date whose year was taken from the day of writing."""
    return _named("year", year - context.today.year, context.writing) if context.today else PRINTED


# --- relative words


def _relative(context: Context, rel: str, unit: str, ahead: int) -> Meaning | None:
    """What "last", "this", "the following", ... mean before a unit."""
    data = context.data
    if rel in data.BEFORE or rel in data.AFTER or rel in data.SAME:
        step = -1 if rel in data.BEFORE else 1 if rel in data.AFTER else 0
        return _from_last(context, unit, step)
    if context.today is None:
        return None
    steps = -1 if rel in data.LAST else 1 if rel in data.NEXT else 0
    if rel in data.LATEST:
        steps = -1 if unit in ("quarter", "month", "week", "half") else 0
        if unit == "quarter" and context.quarter and context.quarter[0].last < context.today:
            return Meaning(context.quarter[0], "quarter last spoken of")
    if unit == "weekend":
        return _weekend(context, steps, ahead, rel)
    found = calendar.moved(calendar.around(context.today, unit), steps)
    return Meaning(found, _named(unit, steps, context.writing))


def _from_last(context: Context, unit: str, step: int) -> Meaning | None:
    """A unit beside the last date that was spoken of, or around it."""
    near = context.last
    if unit == "day":
        near = context.day()
    if context.last and context.here - context.at > _MEMORY:
        near = None
    if near is None and context.today is not None:
        near = calendar.day(context.today)
    if near is None or (unit == "day" and near.unit != "day"):
        return None
    whence = near.first
    found = calendar.moved(calendar.around(whence, unit), step)
    if not step:
        return Meaning(found, f"{unit} last spoken of")
    return Meaning(found, f"{unit} {'before' if step < 0 else 'after'} {near.edtf}")


def _weekend(context: Context, steps: int, ahead: int, rel: str) -> Meaning | None:
    """A weekend before or after the day of writing; on a weekend itself "the weekend" is that one."""
    if context.today is None:
        return None
    this = calendar.around(context.today, "weekend")
    on_it = context.today.weekday() >= 5
    if rel == "last":
        steps = -1
    elif rel in ("this past", "past", "the past"):
        steps = 0 if context.today.weekday() == 6 else -1
    elif rel == "next":
        steps = 1
    else:
        steps = 0 if on_it or ahead > 0 else -1
        if rel == "this" and ahead < 0 and 2 <= context.today.weekday() < 5:
            steps = 0
    return Meaning(calendar.moved(this, steps), _named("weekend", steps, context.writing))


# --- forms


def _iso(found: Found, context: Context) -> Meaning | None:
    parts = found.parts
    return Meaning(calendar.day(date(int(parts["y"]), int(parts["m"]), int(parts["d"]))), PRINTED)


def _numeric(found: Found, context: Context) -> Meaning | None:
    parts = found.parts
    one, other = int(parts["a"]), int(parts["b"])
    year = int(parts["y"]) if len(parts["y"]) == 4 else _short(context, parts["y"])
    readings = []
    for day, month in ((one, other), (other, one)):
        if 1 <= month <= 12 and 1 <= day <= 31:
            readings.append(date(year, month, day))
        if parts["sep"] == "." or one == other:
            break
    if len(readings) == 2 and context.today:
        near = [day for day in readings if abs((day - context.today).days) <= 45]
        readings = near if len(near) == 1 else readings
    return Meaning(calendar.day(readings[0]), PRINTED) if len(readings) == 1 else None


def _month_day(found: Found, context: Context) -> Meaning | None:
    parts = found.parts
    number = _month(context, parts["month"])
    if "rel" in parts:
        return _cycled(found, context, parts["rel"], lambda year: calendar.day(date(year, number, _ordinal(context, parts.get("day") or parts["dayword"]))), "date")
    if "day" in parts:
        day = int(re.match(r"\d+", parts["day"])[0])  # type: ignore[index]
    else:
        day = _ordinal(context, parts["dayword"])
    chosen = _year(context, parts["inyear"]) if "inyear" in parts else _near_year(found, context, number, day)
    if chosen is None:
        return None
    year, basis = chosen
    first = date(year, number, day)
    if "day2" in parts:
        last = date(year, number, int(re.match(r"\d+", parts["day2"])[0]))  # type: ignore[index]
        if first < last:
            return Meaning(calendar.span(first, last), basis)
    return Meaning(calendar.day(first), basis)


_LATER_YEAR = re.compile(
    r"(?:\s?[-–—]\s?|,\s|\s(?:and|to|or|through|until|till)\s)(?:the\s)?"
    r"(?:(?:\d{1,2}|[A-Z][a-z]{2,8}\.?|spring|summer|autumn|fall|winter)(?:,?\s(?:and\s|to\s|of\s)?|[-–—])){1,6}"
    r"(1\d{3}|20\d\d)\b(?![-–,]?\d)"
)
"""Behind "August 27" in "August 27 and September 14, 2020"."""


def _near_year(found: Found, context: Context, month: int, day: int | None) -> tuple[int, str] | None:
    """The year of a month or day that is printed without one."""
    if later := _later_year(found, context):
        return later, PRINTED
    spoken = _spoken_year(found, context)
    if spoken is not None:
        return spoken, f"year last spoken of"
    if context.today is None:
        return None
    if (
        "dayname" in found.parts
        and day
        and (agreed := _agreeing(context, found.parts["dayname"], month, day))
    ):
        return agreed, _by_year(context, agreed)
    ahead = direction(context.data, context.text, *found.span)
    this = context.today.year
    candidates = []
    for year in (this - 1, this, this + 1):
        try:
            where = calendar.day(date(year, month, day)) if day else calendar.month(year, month)
        except ValueError:
            continue  # 29 February
        candidates.append((_unlikely(where, context.today, ahead), year))
    year = min(candidates)[1]
    return year, _by_year(context, year)


def _later_year(found: Found, context: Context) -> int | None:
    """The year that is printed once for several dates."""
    later = _LATER_YEAR.match(context.text, found.span.end, found.span.end + 60)
    if later is None:
        return None
    names = re.findall(r"[A-Z][a-z]+", later[0])
    known = context.data.MONTHS.keys() | context.data.WEEKDAYS.keys() | {"and", "to"}
    return int(later[1]) if all(name.lower() in known for name in names) else None


_AGAINST = 250
"""How many days farther a date must lie before it is taken against the tense of its clause."""
_UNSAID = 30
"""The same for a date to come where nothing tells the tense."""


def _unlikely(where: Stretch, today: date, ahead: int) -> int:
    """How unlikely a date without a year is meant by a text of a day: days between, more against the tense."""
    if where.first > today:
        return (where.first - today).days + (_AGAINST if ahead < 0 else 0 if ahead else _UNSAID)
    if where.last < today:
        return (today - where.last).days + (_AGAINST if ahead > 0 else 0)
    return 0


_HISTORY = 15
"""A text that speaks of a year so long ago tells a story; what it dates next is of that year too."""
_STORY = 2500
"""For how many code points within a paragraph."""
_APART = 800
"""For how many code points past its end."""


def _spoken_year(found: Found, context: Context) -> int | None:
    """The year that the text speaks of, where that is plainly not the writer's."""
    if context.year is None:
        return None
    year, at = context.year
    between = context.text[at : found.span.start]
    if context.today is None:
        return year if len(between) <= 300 and "\n\n" not in between else None
    if context.today.year - year < _HISTORY or len(between) > _STORY:
        return None
    if "\n\n" in between and not (len(between) < _APART and context.tells_history()):
        return None
    return year if direction(context.data, context.text, *found.span) <= 0 else None


def _agreeing(context: Context, name: str, month: int, day: int) -> int | None:
    """The nearest year in which a day of a month is the weekday that is printed beside it."""
    number = context.data.WEEKDAYS[name.rstrip(".,")]
    this = context.today.year if context.today else 0
    for year in (this, this - 1, this + 1, this - 2, this + 2):
        try:
            when = date(year, month, day)
        except ValueError:
            continue
        if when.weekday() == number and context.today and abs((when - context.today).days) < 400:
            return year
    return None


def _day_of(found: Found, context: Context) -> Meaning | None:
    outer = _relative(context, found.parts["rel"], "month", -1)
    if outer is None:
        return None
    word = found.parts.get("day") or found.parts["dayword"]
    return Meaning(calendar.day(outer.stretch.first.replace(day=_ordinal(context, word))), outer.basis)


def _month_range(found: Found, context: Context) -> Meaning | None:
    first, last = _month(context, found.parts["month"]), _month(context, found.parts["month2"])
    chosen = _year(context, found.parts["inyear"]) if "inyear" in found.parts else None
    chosen = chosen or _near_year(found, context, last, None)
    if chosen is None:
        return None
    year = chosen[0]
    begun = calendar.month(year - (first > last), first)
    return Meaning(calendar.span(begun.first, calendar.month(year, last).last), chosen[1])


def _whole_month(found: Found, context: Context) -> Meaning | None:
    number = _month(context, found.parts["month"])
    rel = found.parts.get("rel")
    if "inyear" in found.parts:
        chosen = _year(context, found.parts["inyear"])
    elif rel and context.today:
        return _cycled(
            found, context, rel, lambda year: calendar.month(year, number), found.parts["month"].title()
        )
    else:
        chosen = _near_year(found, context, number, None)
    return Meaning(calendar.month(chosen[0], number), chosen[1]) if chosen else None


def _cycled(
    found: Found, context: Context, rel: str, make: Callable[[int], Stretch], name: str
) -> Meaning | None:
    """Last, this or next of what comes once a year."""
    data, today = context.data, context.today
    if rel in data.SAME or rel in data.BEFORE or rel in data.AFTER:
        if context.last is None:
            return None
        near = context.last.first
        step = -1 if rel in data.BEFORE else 1 if rel in data.AFTER else 0
        if not step:
            return Meaning(make(near.year), "year last spoken of")
        today = near
    if today is None:
        return None
    years = [make(year) for year in range(today.year - 2, today.year + 3)]
    if rel in data.LAST or rel in data.BEFORE or rel in data.LATEST:
        # on 1 March nobody calls the month before "last February"
        margin = timedelta(days=20 if rel == "last" and years[0].unit == "month" else 0)
        stretch = max((each for each in years if each.last < today - margin), key=lambda each: each.first)
        return Meaning(stretch, f"{name} before {context.writing}")
    if rel in data.NEXT or rel in data.AFTER:
        stretch = min((each for each in years if each.first > today), key=lambda each: each.first)
        return Meaning(stretch, f"{name} after {context.writing}")
    if rel in data.THIS:
        inside = [each for each in years if each.first <= today <= each.last]
        stretch = inside[0] if inside else make(today.year)
        return Meaning(stretch, _by_year(context, stretch.first.year))
    return None


def _nth_weekday(found: Found, context: Context) -> Meaning | None:
    whole = _month_of(found, context)
    if whole is None:
        return None
    which, nth = context.data.WEEKDAYS[found.parts["weekday"]], _ordinal(context, found.parts["nth"])
    first = whole.stretch.first
    return Meaning(calendar.day(calendar.nth_weekday(first.year, first.month, which, nth)), whole.basis)


def _month_of(found: Found, context: Context) -> Meaning | None:
    """The month of "of last month" or "of May 1998"."""
    if "month" in found.parts:
        return _whole_month(
            Found(found.span, "month", {k: v for k, v in found.parts.items() if k != "rel"}), context
        )
    return _relative(context, found.parts["rel"], "month", -1)


def _week_of_month(found: Found, context: Context) -> Meaning | None:
    whole = _month_of(found, context)
    nth = _ordinal(context, found.parts["nth"])
    if whole is None or nth > 4:
        return None
    first, last = whole.stretch.first, whole.stretch.last
    if found.parts["unit"] == "weekend":
        day = calendar.nth_weekday(first.year, first.month, 5, nth)
        return Meaning(calendar.around(day, "weekend"), whole.basis)
    if nth < 0:
        return Meaning(calendar.span(last - timedelta(days=6), last), whole.basis)
    begin = first + timedelta(days=7 * (nth - 1))
    return Meaning(calendar.span(begin, begin + timedelta(days=6)), whole.basis)


def _week_of(found: Found, context: Context) -> Meaning | None:
    parts = dict(found.parts)
    parts.setdefault("month", parts.get("month2", ""))
    parts.setdefault("day", parts.pop("day2", ""))
    day = _month_day(Found(found.span, found.form, parts), context)
    return Meaning(calendar.around(day.stretch.first, parts["unit"]), day.basis) if day else None


def _weekday(found: Found, context: Context) -> Meaning | None:
    number = context.data.WEEKDAYS[found.parts["weekday"]]
    name, rel, data = found.parts["weekday"].title(), found.parts.get("rel", ""), context.data
    if rel in data.BEFORE or rel in data.AFTER or rel in data.SAME:
        near = context.day()
        if near is None:
            return None
        way = 1 if rel in data.AFTER else -1
        day = calendar.weekday(near.first, number, way, strict=rel not in data.SAME)
        return Meaning(calendar.day(day), f"{name} {'after' if way > 0 else 'before'} {near.edtf}")
    if context.today is None:
        return None
    today, way, strict = context.today, -1, False
    if rel in data.LAST:
        strict = True
    elif rel in data.NEXT:
        way, strict = 1, True
    else:
        way = direction(data, context.text, *found.span) or (1 if (number - today.weekday()) % 7 == 1 else -1)
    day = calendar.weekday(today, number, way, strict)
    if rel == "next" and (day - today).days <= 2:
        day += timedelta(days=7)  # nobody calls tomorrow "next Tuesday"
    if day == today:
        return Meaning(calendar.day(day), f"day of {context.writing}")
    return Meaning(calendar.day(day), f"{name} {'before' if day < today else 'after'} {context.writing}")


def _weekday_of(found: Found, context: Context) -> Meaning | None:
    week = _relative(context, found.parts["rel"], "week", -1)
    if week is None:
        return None
    number = context.data.WEEKDAYS[found.parts["weekday"]]
    return Meaning(calendar.day(week.stretch.first + timedelta(days=number)), week.basis)


def _deictic(found: Found, context: Context) -> Meaning | None:
    if context.today is None:
        return None
    steps = context.data.DEICTIC[" ".join(found.parts["deictic"].split())]
    return Meaning(calendar.day(context.today + timedelta(days=steps)), _named("day", steps, context.writing))


def _that_part(found: Found, context: Context) -> Meaning | None:
    return (
        _relative(context, " ".join(found.parts["rel"].split()), "day", -1)
        if _anaphoric(found, context)
        else None
    )


def _anaphoric(found: Found, context: Context) -> bool:
    rel = " ".join(found.parts["rel"].split())
    return rel in context.data.SAME | context.data.BEFORE | context.data.AFTER


def _last_part(context: Context, unit: str, near: int) -> Meaning | None:
    """The quarter or half last spoken of, not too far back; else the one that last ended."""
    if context.quarter and near - context.quarter[1] < 3000:
        return Meaning(context.quarter[0], f"{context.quarter[0].unit} last spoken of")
    if context.today is None or unit not in ("quarter", "half"):
        return None
    this = calendar.moved(calendar.around(context.today, unit), -1)
    return Meaning(this, f"{unit} before {context.writing}")


def _yearago_part(found: Found, context: Context) -> Meaning | None:
    unit = found.parts.get("unit") or found.parts.get("unit2") or ""
    if unit == "month":
        base = context.seen.get("month")
    elif "nth" in found.parts and context.today:
        base = _numbered(context, unit, _ordinal(context, found.parts["nth"]), -1)
    else:
        part = _last_part(context, unit or "", found.span.start)
        base = part.stretch if part else None
    if base is None and context.today:
        base = calendar.whole_year(context.today.year)
    return Meaning(calendar.years_away(base, -1), f"year before {base.edtf}") if base else None


def _same_part(found: Found, context: Context) -> Meaning | None:
    unit = found.parts["unit"]
    base = context.seen.get("month") if unit == "month" else None
    if base is None:
        part = _last_part(context, unit, found.span.start)
        base = part.stretch if part else context.last
    if base is None:
        return None
    if "ago" in found.parts:
        return Meaning(calendar.years_away(base, -1), f"year before {base.edtf}")
    chosen = _year(context, found.parts["inyear"])
    if chosen is None:
        return None
    return Meaning(calendar.years_away(base, chosen[0] - base.first.year), chosen[1])


def _numbered(context: Context, unit: str, number: int, ahead: int) -> Stretch:
    """The quarter or half of a number nearest to the day of writing, in a direction."""
    assert context.today is not None
    year = context.today.year
    found = calendar.part(unit, year, number)  # type: ignore[arg-type]
    if ahead < 0 and found.first > context.today:
        return calendar.years_away(found, -1)
    if ahead > 0 and (context.today - found.last).days > _REPORTED:
        return calendar.years_away(found, 1)
    return found


_REPORTED = 135
"""For so many days results of a quarter are still to be reported."""


def _part(found: Found, context: Context) -> Meaning | None:
    parts, unit = found.parts, found.parts["unit"]
    number = _ordinal(context, parts["nth"])
    if number < 0:
        number = 4 if unit == "quarter" else 2
    words = parts.get("inyear") or parts.get("inyear2")
    if words:
        chosen = _year(context, words)
        if chosen is None:
            return None
        return Meaning(calendar.part(unit, chosen[0], number), chosen[1])  # type: ignore[arg-type]
    if context.today is None:
        return None
    ahead = direction(context.data, context.text, *found.span)
    if "theyear" in parts:
        stretch = calendar.part(unit, context.today.year, number)  # type: ignore[arg-type]
    else:
        stretch = _numbered(context, unit, number, ahead or -1)
        soon = calendar.part(unit, context.today.year, number)  # type: ignore[arg-type]
        if ahead <= 0 and soon.first > context.today and (soon.first - context.today).days < 80:
            stretch = soon
    return Meaning(stretch, _by_year(context, stretch.first.year))


def _part_code(found: Found, context: Context) -> Meaning | None:
    parts = found.parts
    unit = "quarter" if (parts.get("unit") or parts.get("unit2")) == "q" else "half"
    number = int(parts.get("nth") or parts["nth2"])
    words = parts.get("inyear") or parts.get("inyear2")
    if unit == "half" and (number > 2 or not words):
        return None
    if words:
        chosen = _year(context, words)
        return Meaning(calendar.part(unit, chosen[0], number), chosen[1]) if chosen else None  # type: ignore[arg-type]
    if context.today is None:
        return None
    stretch = _numbered(context, unit, number, context.ahead(found))
    return Meaning(stretch, _by_year(context, stretch.first.year))


def _year_part(found: Found, context: Context) -> Meaning | None:
    chosen = _year(context, found.parts["inyear"])
    part = _last_part(context, "quarter", found.span.start)
    if chosen is None or part is None:
        return None
    return Meaning(calendar.years_away(part.stretch, chosen[0] - part.stretch.first.year), chosen[1])


def _unit_of(context: Context, words: str) -> tuple[str, int]:
    """ "fortnights" as ("week", 2)."""
    word = words.rstrip("s") if words != "centuries" else "century"
    return ("week", 2) if word == "fortnight" else (word, 1)


def _ago(found: Found, context: Context) -> Meaning | None:
    if context.today is None:
        return None
    unit, times = _unit_of(context, found.parts["units"])
    count = _number(context, found.parts["number"]) * times
    if unit == "year" and count == 1 and (quarter := _compared(found, context)):
        return Meaning(calendar.years_away(quarter, -1), f"year before {quarter.edtf}")
    basis = _named(unit, -count, context.writing)
    exact = found.parts.get("approx", "").strip() in ("exactly", "precisely") or "same" in found.parts
    weekday = found.parts.get("weekday") or found.parts.get("weekday2")
    if unit == "week" and (exact or weekday):
        day = context.today - timedelta(days=7 * count)
        if weekday:
            week = calendar.around(day, "week")
            day = week.first + timedelta(days=context.data.WEEKDAYS[weekday])
        return Meaning(calendar.day(day), basis)
    this = calendar.around(context.today, unit)
    return Meaning(calendar.moved(this, -count), basis)


_LONGER = re.compile(r"(?:six|nine|6|9)[ -]months?|half|(?:fiscal|full) year|annual")


def _compared(found: Found, context: Context) -> Stretch | None:
    """The quarter whose figures are compared with those of a year before, where one is spoken of."""
    if context.quarter is None:
        return None
    quarter, at = context.quarter
    between = context.text[at : found.span.start]
    return quarter if len(between) < 1200 and not _LONGER.search(between) else None


_APPOSED = re.compile(r",\s(?:on|in)\s(?:[A-Z]|\d)")
_MEMORY = 800
"""How many code points after a date a text can still reckon from it."""


def _away(found: Found, context: Context) -> Meaning | None:
    unit, times = _unit_of(context, found.parts["units"])
    way = 1 if found.parts["way"] in ("later", "after") else -1
    count = _number(context, found.parts["number"]) * times
    if unit == "year" and count == 1 and way < 0:
        if quarter := _compared(found, context):
            return Meaning(calendar.years_away(quarter, -1), f"year before {quarter.edtf}")
    near = context.last if unit != "day" else context.day()
    if _APPOSED.match(context.text, found.span.end):
        return None  # "a day earlier, on 15 October": the date is printed behind it
    if near is not None and found.span.start - context.at > _MEMORY:
        near = None
    if near is None:
        if context.today is None or way > 0:
            return None
        near = calendar.day(context.today)
    if unit == "day" and near.unit != "day":
        return None
    found_at = calendar.moved(calendar.around(near.first, unit), way * count)
    return Meaning(found_at, _named(unit, way * count, near.edtf))


def _from_now(found: Found, context: Context) -> Meaning | None:
    if context.today is None:
        return None
    unit, times = _unit_of(context, found.parts["units"])
    count = _number(context, found.parts["number"]) * times
    return Meaning(
        calendar.moved(calendar.around(context.today, unit), count), _named(unit, count, context.writing)
    )


def _neighbour(found: Found, context: Context) -> Meaning | None:
    if context.today is None:
        return None
    unit, steps = found.parts["unit"], -2 if found.parts["way"].startswith("before") else 2
    return Meaning(
        calendar.moved(calendar.around(context.today, unit), steps), _named(unit, steps, context.writing)
    )


def _beside(found: Found, context: Context) -> Meaning | None:
    unit = found.parts["unit"]
    unit = "day" if unit in ("night", "evening", "morning") else unit
    return _from_last(context, unit, 1 if found.parts["way"] == "after" else -1)


def _unit(found: Found, context: Context) -> Meaning | None:
    rel, unit = " ".join(found.parts["rel"].split()), found.parts["unit"]
    if unit == "quarter" and rel in context.data.SAME:
        near = context.seen.get("quarter")
        if near:
            return Meaning(near, "quarter last spoken of")
        return _last_part(context, unit, found.span.start)
    return _relative(context, rel, unit, direction(context.data, context.text, *found.span) or -1)


def _edge_of(found: Found, context: Context) -> Meaning | None:
    unit = found.parts["unit"]
    if unit == "day":
        day = context.day()
        return Meaning(day, "day last spoken of") if day else None
    if unit == "weekend" or context.today is None:
        return None
    if unit == "quarter" and context.quarter:
        return Meaning(context.quarter[0], "quarter last spoken of")
    spoken = _spoken_year(found, context)
    if unit == "year" and spoken:
        return Meaning(calendar.whole_year(spoken), "year last spoken of")
    return Meaning(calendar.around(context.today, unit), f"{unit} of {context.writing}")


def _the_part(found: Found, context: Context) -> Meaning | None:
    if found.parts["unit"] == "weekend":
        return _weekend(context, 0, direction(context.data, context.text, *found.span) or -1, "the")
    return _last_part(context, "quarter", found.span.start)


def _year_end(found: Found, context: Context) -> Meaning | None:
    words = found.parts.get("inyear") or found.parts.get("inyear2")
    unit = found.parts["unit"]
    if words:
        chosen = _year(context, words)
        whole, basis = (calendar.whole_year(chosen[0]), chosen[1]) if chosen else (None, "")
    elif context.today:
        whole, basis = calendar.around(context.today, unit), f"{unit} of {context.writing}"
        if direction(context.data, context.text, *found.span) < 0 and whole.last > context.today:
            whole, basis = calendar.moved(whole, -1), f"{unit} before {context.writing}"
    else:
        whole, basis = None, ""
    return Meaning(calendar.day(whole.last), basis) if whole else None


def _season(found: Found, context: Context) -> Meaning | None:
    number = context.data.SEASONS[found.parts["season"]]
    if "inyear" in found.parts:
        chosen = _year(context, found.parts["inyear"])
        return Meaning(calendar.part("season", chosen[0], number), chosen[1]) if chosen else None

    def make(year: int) -> Stretch:
        return calendar.part("season", year, number)

    if rel := found.parts.get("rel"):
        return _cycled(found, context, " ".join(rel.split()), make, found.parts["season"])
    spoken = _later_year(found, context)
    if spoken:
        return Meaning(make(spoken), PRINTED)
    spoken = _spoken_year(found, context)
    if spoken:
        return Meaning(make(spoken), "year last spoken of")
    return _nearest(found, context, make)


def _holiday(found: Found, context: Context) -> Meaning | None:
    name = found.parts["holiday"].replace("’", "'")
    rule = context.data.HOLIDAYS.get(" ".join(name.split()))

    def make(year: int) -> Stretch:
        day = calendar.day(_feast(context, rule, year))
        more = found.parts.get("more", "").strip()
        return calendar.around(day.first, more) if more else day

    if "inyear" in found.parts:
        chosen = _year(context, found.parts["inyear"])
        return Meaning(make(chosen[0]), chosen[1]) if chosen else None
    if rel := found.parts.get("rel"):
        return _cycled(found, context, " ".join(rel.split()), make, found.parts["holiday"].title())
    if context.today is None:
        return None
    return _nearest(found, context, make)


def _nearest(found: Found, context: Context, make: Callable[[int], Stretch]) -> Meaning | None:
    """Of what comes once a year the one that the clause most likely means."""
    ahead, today = direction(context.data, context.text, *found.span), context.today
    if today is None:
        return None
    near = [make(year) for year in range(today.year - 2, today.year + 3)]
    stretch = min(near, key=lambda each: _unlikely(each, today, ahead))
    return Meaning(stretch, _by_year(context, stretch.first.year))


def _feast(context: Context, rule: tuple[int, ...] | None, year: int) -> date:
    if rule is None:
        year += year % 2
        return calendar.nth_weekday(year, 11, 0, 1) + timedelta(days=1)
    if len(rule) == 1:
        return calendar.easter(year) + timedelta(days=rule[0])
    if len(rule) == 3:
        return calendar.nth_weekday(year, *rule)
    return date(year, *rule)


def _decade(found: Found, context: Context) -> Meaning | None:
    return Meaning(calendar.written("decade", f"{found.parts['decade'][:3]}X"), PRINTED)


def _short_decade(found: Found, context: Context) -> Meaning | None:
    now = context.today.year if context.today else 2024
    number = now // 100 * 100 + int(found.parts["decade"])
    number -= 100 if number > now + 5 else 0
    return Meaning(calendar.around(date(number, 1, 1), "decade"), PRINTED)


def _word_decade(found: Found, context: Context) -> Meaning | None:
    tens = context.data.DECADES[found.parts["decade"]]
    hundred = 1800 if found.parts.get("hundred", "").startswith("eigh") else 1900
    if tens == 20 and "hundred" not in found.parts and context.today and context.today.year > 2030:
        hundred = 2000
    return Meaning(calendar.around(date(hundred + tens, 1, 1), "decade"), PRINTED)


def _century(found: Found, context: Context) -> Meaning | None:
    number = _ordinal(context, found.parts["nth"])
    if not 5 <= number <= 22:
        return None
    return Meaning(calendar.written("century", f"{number - 1:02}XX"), PRINTED)


def _year_range(found: Found, context: Context) -> Meaning | None:
    first, until = int(found.parts["year"]), found.parts["until"]
    last = int(until) if len(until) == 4 else first // 100 * 100 + int(until)
    return Meaning(calendar.span(date(first, 1, 1), date(last, 12, 31)), PRINTED)


def _bare_year(found: Found, context: Context) -> Meaning | None:
    return Meaning(calendar.whole_year(int(found.parts["year"])), PRINTED)


def _fiscal(found: Found, context: Context) -> Meaning | None:
    return Meaning(calendar.whole_year(_short(context, found.parts["short"][1:])), PRINTED)


def _spelled_year(found: Found, context: Context) -> Meaning | None:
    return Meaning(calendar.whole_year(_spelled(context, found.parts["spelled"])), PRINTED)


def _clock(found: Found, context: Context) -> Meaning | None:
    last = context.last
    if last is not None and last.unit == "day" and "\n\n" not in context.text[context.at : found.span.start]:
        return Meaning(last, "day last spoken of")
    return Meaning(calendar.day(context.today), f"day of {context.writing}") if context.today else None


_FORMS: dict[str, Callable[[Found, Context], Meaning | None]] = {
    "iso": _iso,
    "numeric": _numeric,
    "nth_weekday": _nth_weekday,
    "month_day": _month_day,
    "day_month": _month_day,
    "day_of": _day_of,
    "month_range": _month_range,
    "week_of_month": _week_of_month,
    "week_of": _week_of,
    "month": _whole_month,
    "weekday_of": _weekday_of,
    "weekday": _weekday,
    "deictic": _deictic,
    "that_part": _that_part,
    "yearago_part": _yearago_part,
    "same_part": _same_part,
    "part": _part,
    "part_code": _part_code,
    "year_code": _part_code,
    "year_part": _year_part,
    "ago": _ago,
    "away": _away,
    "from_now": _from_now,
    "neighbour": _neighbour,
    "beside": _beside,
    "unit": _unit,
    "edge_of": _edge_of,
    "the_part": _the_part,
    "year_end": _year_end,
    "season": _season,
    "year_season": _season,
    "holiday": _holiday,
    "decade": _decade,
    "short_decade": _short_decade,
    "word_decade": _word_decade,
    "century": _century,
    "year_range": _year_range,
    "year": _bare_year,
    "fiscal": _fiscal,
    "spelled_year": _spelled_year,
    "clock": _clock,
}
