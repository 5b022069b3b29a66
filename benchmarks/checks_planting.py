"""A case is one or two texts with one thing set into them, and where it was set is known to the character.

Carriers are real paragraphs, of White House pages and PolNeAR's articles, or prose of our own. What is
planted is a template filled wrongly, or a real sentence with a date in it that was changed; a control is
the same filled rightly.
"""

from __future__ import annotations

import random
import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

import checks_calendar
import checks_counts
import checks_events
import checks_figures
import checks_reversal
import checks_texts as texts
import checks_wording
from checks_calendar import Made
from checks_words import DAYS, MONTHS, nth, ordinal, weekday

Maker = Callable[[random.Random, bool, date], Made]

MAKERS: dict[str, Maker] = {
    **checks_calendar.KINDS,
    **checks_counts.KINDS,
    **checks_events.KINDS,
    **checks_reversal.KINDS,
    **checks_figures.KINDS,
}
KINDS = (*MAKERS, *checks_wording.KINDS)
REAL = {
    "calendar-weekday": 0.5,
    "calendar-impossible": 0.5,
    "calendar-counter": 0.15,
}  # the share that is changed in real sentences
ANNIVERSARY = re.compile(
    r"\b(?P<number>\d+(?:st|nd|rd|th)|[a-z-]*(?:th|st|ond|ird))\s+anniversary\s+of\s+(?:the\s+)?"
    r"(?P<event>(?:[\w’'.-]+\s+){1,7}[\w’'.-]+)"
)
SPELLED = {ordinal(number): number for number in range(1, 100)}
GAP = re.compile(r"\n\s*\n")
DATED = re.compile(
    rf"\b(?P<wd>{'|'.join(DAYS)}),?\s+(?:the\s+)?(?P<md>(?P<month>{'|'.join(MONTHS)})\s+(?P<day>\d{{1,2}}))"
    r"(?!\d)(?P<year>,?\s+\d{4})?"
)
MONTH_DAY = re.compile(
    r"\b(?P<month>February|April|June|September|November)\s+(?P<day>\d{1,2})(?![\d:,]\d)(?!\s*[-–]\s*\d)\b"
)


class Text(NamedTuple):
    """One text of a case; `day` is the day on which it was published."""

    outlet: str
    day: str
    title: str
    body: str


class Place(NamedTuple):
    """A half-open range of code points of the case's text of this number."""

    text: int
    start: int
    end: int


class Case(NamedTuple):
    """Texts with something set into them; `places` are where a finding must show something."""

    id: str
    kind: str
    planted: bool
    real: bool
    texts: tuple[Text, ...]
    places: tuple[Place, ...]
    told: str


def cases(kind: str, count: int, wrong: bool, seed: str, own: bool = False) -> Iterator[Case]:
    """So many cases of a kind.

    Args:
        wrong: whether they are plants; else they are controls.
        own: take prose of our own as carriers, and nothing from outside the checkout.
    """
    for number in range(count):
        id = f"{kind}-{'plant' if wrong else 'right'}-{number:04}"
        dice = random.Random(f"{seed} {id}")
        if kind in checks_wording.KINDS:
            yield _quoting(id, kind, wrong, dice, own)
        elif not own and dice.random() < REAL.get(kind, 0) and (found := _altered(id, kind, wrong, dice)):
            yield found
        else:
            yield _set(id, kind, wrong, dice, own)


def _set(id: str, kind: str, wrong: bool, dice: random.Random, own: bool) -> Case:
    page = None if own else dice.choice(texts.real())
    day = date.fromisoformat(page.day) if page else date(2021, 1, 9) + timedelta(days=dice.randint(0, 1070))
    made = MAKERS[kind](dice, wrong, day)
    outlets = dice.sample(texts.OUTLETS, 2)
    parts, places = [], []
    for number, inserts in enumerate(made.texts):
        old = number == 0 and len(made.texts) > 1 and made.ago > 0
        if page is None or old:
            carrier, title = texts.bland(dice), f"Notes from {dice.choice(texts.OUTLETS)}"
        else:
            chosen = page if number == 0 else dice.choice(_of_day(page))
            carrier, title = texts.paragraphs(chosen, dice), chosen.title
        body, where = _into(carrier, inserts, dice)
        places += [Place(number, *span) for span in where]
        issued = day - timedelta(days=made.ago) if old else day
        parts.append(Text(outlets[number], issued.isoformat(), title, body))
    told = " || ".join(" ¶ ".join(inserts) for inserts in made.texts)
    return Case(id, kind, wrong, False, tuple(parts), tuple(places), told)


@cache
def _of_day(page: texts.Source) -> tuple[texts.Source, ...]:
    """Carriers of the same week, so that what they say of days still fits."""
    close = (other for other in texts.real() if other.day[:7] == page.day[:7] and other.name != page.name)
    found = tuple(
        other
        for other in close
        if abs((date.fromisoformat(other.day) - date.fromisoformat(page.day)).days) < 4
    )
    return found or (page,)


def _into(
    carrier: Sequence[str], inserts: Sequence[str], dice: random.Random
) -> tuple[str, list[tuple[int, int]]]:
    """The carrier's paragraphs with the inserts at their ends, or between them, in order."""
    slots = sorted(dice.choices(range(len(carrier)), k=len(inserts)))
    body, places = "", []
    for number, part in enumerate(carrier):
        body += ("\n\n" if body else "") + part.rstrip()
        for insert in (one for at, one in zip(slots, inserts, strict=True) if at == number):
            alone = "\n" in insert or dice.random() < 0.3
            body += "\n\n" if alone else " "
            plain, where = _unmarked(insert)
            places += [(len(body) + low, len(body) + high) for low, high in where]
            body += plain
    return body + "\n", places


def _unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    plain, places, start = "", [], 0
    for part in re.split(r"([⟦⟧])", text):
        if part == "⟦":
            start = len(plain)
        elif part == "⟧":
            places.append((start, len(plain)))
        else:
            plain += part
    return plain, places


@cache
def _real_dates(kind: str) -> tuple[tuple[texts.Source, re.Match[str]], ...]:
    """Expressions of White House pages that are right as they stand."""
    pattern, fits = {
        "calendar-weekday": (DATED, _fits),
        "calendar-impossible": (MONTH_DAY, lambda page, match: True),
        "calendar-counter": (ANNIVERSARY, _counts),
    }[kind]
    key = {"calendar-weekday": "day", "calendar-counter": "anniversary"}.get(kind, " ")
    pages = [page for year in (2021, 2022, 2023) for page in texts.whitehouse(year) if key in page.body]
    if kind == "calendar-impossible":
        pages = pages[::3]  # there are enough
    return tuple(
        (page, match) for page in pages for match in pattern.finditer(page.body) if fits(page, match)
    )


def _number(told: str) -> int:
    """Of an ordinal; 0 where it is none."""
    if told[0].isdigit():
        return int(told[:-2])
    return SPELLED.get(told.lower(), 0)


def _counts(page: texts.Source, match: re.Match[str]) -> bool:
    """Whether it names a known fact and has the number of the page's year."""
    if not _number(match["number"]):
        return False
    words, years = match["event"].lower().split(), checks_calendar.years()
    begun = (years.get(" ".join(words[:size])) for size in range(len(words), 0, -1))
    year = next((year for year in begun if year), 0)
    return bool(year) and int(page.day[:4]) - year == _number(match["number"])


def _fits(page: texts.Source, match: re.Match[str]) -> bool:
    """Whether weekday and date agree in the year of the page, which no other year could be meant by."""
    issued = date.fromisoformat(page.day)
    year = int(re.sub(r"\D", "", match["year"] or "") or issued.year)
    try:
        meant = date(year, MONTHS.index(match["month"]) + 1, int(match["day"]))
    except ValueError:
        return False
    close = abs((meant - issued).days) < 60
    return weekday(meant) == match["wd"] and bool(match["year"] or close)


def _altered(id: str, kind: str, wrong: bool, dice: random.Random) -> Case | None:
    page, match = dice.choice(_real_dates(kind))
    start, end = match.span()
    new = match[0]
    if wrong and kind == "calendar-weekday":
        if dice.random() < 0.6:
            other = dice.choice([name for name in DAYS if name != match["wd"]])
            new = other + match[0][len(match["wd"]) :]
        else:
            days = [n for n in range(1, 29) if (n - int(match["day"])) % 7]
            low, high = match.start("day") - start, match.end("day") - start
            new = match[0][:low] + str(dice.choice(days)) + match[0][high:]
    elif wrong and kind == "calendar-counter":
        number = _number(match["number"])
        other = number + dice.choice([2, 3, 4, 5, 10, 15])
        word = nth(other) if match["number"][0].isdigit() else ordinal(other)
        new = word + match[0][len(match["number"]) :]
    elif wrong:
        month = MONTHS.index(match["month"]) + 1
        last = monthrange(2024 if month == 2 else 2023, month)[1]
        low, high = match.start("day") - start, match.end("day") - start
        new = match[0][:low] + str(dice.randint(last + 1, 31)) + match[0][high:]
    low, high = _window(page.body, start, end)
    body = page.body[low:start] + new + page.body[end:high] + "\n"
    place = Place(0, start - low, start - low + len(new))
    text = Text("White House", page.day, page.title, body)
    return Case(id, kind, wrong, True, (text,), (place,), f"{match[0]} → {new}")


def _window(body: str, start: int, end: int) -> tuple[int, int]:
    """The paragraphs around, some hundred characters of them."""
    before = [match.end() for match in GAP.finditer(body, 0, start) if match.end() < start - 300]
    after = next((match.start() for match in GAP.finditer(body, end + 300)), len(body))
    return (before[-1] if before else 0), after


@cache
def _spoken() -> tuple[checks_wording.Words, ...]:
    pages = (page for year in (2021, 2022, 2023) for page in texts.whitehouse(year))
    return tuple(words for page in pages for words in checks_wording.spoken(page))


def _quoting(id: str, kind: str, wrong: bool, dice: random.Random, own: bool) -> Case:
    while True:
        words = checks_wording.invented(dice) if own or dice.random() < 0.2 else dice.choice(_spoken())
        if told := checks_wording.reported(kind, words, dice, wrong):
            break
    issued = date.fromisoformat(words.source.day) if words.source.day else date(2022, 2, 3)
    if not words.source.day:
        issued += timedelta(days=dice.randint(0, 600))
    body, where = _into(texts.grown(dice), [told[0]], dice)
    later = (issued + timedelta(days=dice.randint(1, 4))).isoformat()
    outlet = dice.choice(texts.OUTLETS)
    source = Text(
        words.source.outlet,
        issued.isoformat(),
        words.source.title,
        f"{words.source.title}\n\n{words.around}\n",
    )
    report = Text(outlet, later, f"Notes from {outlet}", body)
    places = tuple(Place(1, *span) for span in where)
    real = words.source.name != "invented"
    return Case(
        id, kind, wrong, real, (source, report), places, f"{words.speaker}: {words.said} || {told[0]}"
    )


def untouched(count: int, seed: str) -> Iterator[Case]:
    """Whole real texts, three of ten of them PolNeAR's; nothing is set into them."""
    dice = random.Random(f"{seed} untouched")
    pages = [page for year in (2021, 2022, 2023) for page in texts.whitehouse(year)]
    chosen = dice.sample(pages, count * 7 // 10)
    chosen += dice.sample(texts.polnear(), min(count - len(chosen), len(texts.polnear())))
    for number, page in enumerate(chosen):
        text = Text(page.outlet, page.day, page.title, page.body[:12000])
        yield Case(f"untouched-{number:04}", "untouched", False, True, (text,), (), page.name)


__all__ = ["KINDS", "Case", "Place", "Text", "cases", "untouched"]
