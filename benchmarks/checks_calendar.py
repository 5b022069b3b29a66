"""Every template fits the calendar as long as it is filled rightly; what is filled wrongly stands in ⟦ ⟧."""

from __future__ import annotations

import csv
import random
import re
from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from checks_words import (
    MONTHS,
    SHORT,
    Slots,
    capital,
    cardinal,
    common,
    day_only,
    day_year,
    near,
    nth,
    ordinal,
    printed,
    weekday,
)
from reading import ROOT


class Made(NamedTuple):
    """What is set into each text; the first text may be some days older than the last."""

    texts: list[list[str]]
    ago: int = 0


WEEKDAY = """
{p}, {post}, told reporters in {town} on ⟦{wd}, {md}⟧, that the bridge would stay shut.
The hearing opened ⟦on {wd} {md}⟧ and lasted nine hours, {s} recalled.
⟦{wd}, {md}⟧: {p} meets the mayor of {town2}.
A further round of talks between {land} and {land2} is set for ⟦{wd} ({md})⟧ in {town}.
{p} wants the new ferry to sail again ⟦on {md}, a {wd}⟧.
Doors open at 7 p.m. ⟦{wd}, {md}⟧, and admission is free.
The vote, due ⟦on {wd} the {nth} of {month}⟧, was moved to the smaller hall.
In a letter dated ⟦{wd}, {mdy}⟧, {p} asked the {body} for an answer.
The strike at the port of {town} began ⟦on {wd}, {mdy}⟧.
By ⟦{wd}, {mdy}⟧, every household in {town2} is to have a new meter.
⟦{md} was a {wd}⟧, and the offices of the {body} were shut.
It was ⟦{mdy}, a {wd}⟧, when {s} first heard of the tunnel.
The {body} meets in {town}, ⟦{wd} {md}, {hour}⟧, to settle the matter.
“Come to the square ⟦on {wd}, {md}⟧,” {p} told the crowd.
From {wd0}, {md0}, to ⟦{wd}, {md}⟧, the road between {town} and {town2} will be closed.
{p}'s grandfather was born ⟦on {wd}, {old}⟧, in a house by the mill.
The treaty of {town} was signed ⟦on a {wd}, {old}⟧, in the old customs house.
Records show that the first train reached {town3} ⟦on {wd} {old}⟧.
⟦{wd}, {iso}⟧ – {town} – The {body} has named {p} as its chair.
Applications must reach {p} no later than ⟦{hour} on {wd}, {md}⟧.
Asked when the ship had left, {s} said: “It left ⟦{wd}, {month} {nth}⟧.”
The inquiry heard that on the night of ⟦{wd} {md}⟧ no guard was on duty.
The exhibition (opening ⟦{wd}, {mdy}⟧) shows letters that {p} wrote from {town4}.
Neither {p} nor {p2} was in {town} ⟦on {wd}, {mdy}⟧.
{He} will speak in {town2} this ⟦{wd}, {md}⟧.
"""
IMPOSSIBLE = """
{p}, {post}, wants the work to be finished by ⟦{bad}⟧.
The {body} met in {town} on ⟦{bady}⟧ and adjourned without a vote.
On ⟦{bad}⟧, {s} will hand the keys over to {p2}.
According to the register, the ship reached {town} on ⟦{bady}⟧.
{p} was born in {town2} on ⟦{bady}⟧.
The contract runs from 1 {prev} to ⟦{bad}⟧.
A letter of ⟦{bady}⟧ shows that {p} knew of the plan.
Payments are due on ⟦{bad}⟧ of each year, the {body} said.
“We shall meet again on ⟦{bad}⟧,” {p} promised.
The lease ended ⟦{bady}⟧; nobody in {town} had noticed.
(The office will be closed until ⟦{bad}⟧.)
The siege of {town} lasted until ⟦{bady}⟧, when the last gate was opened.
Tickets can be returned until midnight on ⟦{bad}⟧.
The judge in {town3} put off the hearing until ⟦{bady}⟧.
Between ⟦{bad}⟧ and the first frost the harvest must be brought in, {p} says.
⟦{bady}⟧: {p} resigns as head of the {body}.
The law took effect on ⟦{bady}⟧ in {land}, and a year later in {land2}.
Dated {town}, ⟦{bady}⟧, the paper bears the name of {p}.
"""
COUNTED = """
⟦{Today} marks the {nth} anniversary of {event}⟧, and flags in {town} fly at half-mast.
{p} spoke in {town} ⟦on the {nth} anniversary of {event}⟧.
⟦{numc} years ago{tied}, {event_was}⟧, {s} reminded the pupils.
⟦The {ordinal} anniversary of {event}⟧ is being observed across {land}{tied}.
This {month}, {p} noted, it has been ⟦{num} years since {event}⟧.
“⟦{num} years after {event}⟧, the questions have not gone away,” {p} said{tied}.
To mark ⟦the {nth} anniversary of {event}⟧, the {body} opened its archive{tied}.
A wreath was laid{tied} ⟦for the {nth} anniversary of {event}⟧.
⟦The {nth} anniversary of {event} falls on {annivy}⟧, a day on which schools in {town} stay open.
⟦On {annivy}, the {ordinal} anniversary of {event}⟧, {p} will give a lecture.
⟦{annivy} is the {nth} anniversary of {event}⟧.
The library in {town2} is showing photographs{tied} because ⟦the {nth} anniversary of {event} is on {anniv}⟧.
{p} wrote the poem for ⟦the {ordinal} anniversary of {event}, which was marked on {annivy}⟧.
⟦It is {num} years since {event}⟧, and in {town} a bell was rung{tied}.
Readers wrote to us{tied} about ⟦the {nth} anniversary of {event}⟧.
⟦{annivy} marks {num} years since {event}⟧, and {p} has asked for a minute of silence.
There were speeches{tied} — ⟦{event} took place {num} years ago⟧ — and a choir sang.
"""
WARDAYS = """
⟦On the {nth} day of {war}⟧, trains to {town} ran late, {p} said.
“This is ⟦the {ordinal} day of {war}⟧,” {p} said on {today}.
⟦Day {num} of {war}⟧: what {p} of the {body} has heard.
On {today}, ⟦{num} days into {war}⟧, the {body} sent two more trucks.
It is {today}, ⟦the {nth} day since {war} began⟧, and {p} is packing again.
⟦{today}, the {nth} day of {war}⟧, began quietly in {town}.
"""
ELAPSED = """
The talks in {town} ended on {d1}; ⟦{gap} later, on {d2}⟧, {p} signed the paper.
{p} was dismissed on {d1}. ⟦{Gap} later, on {d2}⟧, {he} was back in office.
On {d1} the dam was opened, and ⟦on {d2}, {gap} later⟧, it was shut again.
The {body} was founded on {d2}, ⟦{gap} after the fire of {d1}⟧.
⟦{Gap} before the vote on {d2}, on {d1}⟧, {p} withdrew.
{p} left {town} on {d1} and returned ⟦on {d2}, exactly {gap} afterwards⟧.
The mine closed on {d1}. Its owner, {p2}, died ⟦{gap} after that, on {d2}⟧.
The pact was signed on {d1} and broken on {d2}, ⟦{gap} after the signing⟧.
⟦On {d2}, that is {gap} after the accord of {d1}⟧, troops of {land} crossed the river.
The accord between {land} and {land2} dates from {d1}. ⟦{Gap} later, {land} attacked: it was {d2}⟧.
The ship sailed on {d1}; she sank on {d2}, ⟦only {gap} later⟧.
{p} lodged the complaint on {d1}, and the court ruled ⟦{gap} later (on {d2})⟧.
The bridge, opened on {d2}, was finished ⟦{gap} after work had begun on {d1}⟧.
Between {d1}, when {s} was arrested, and {d2}, when {he} was released, ⟦{gap} passed⟧.
⟦It took {gap}, from {d1} to {d2}⟧, to count the votes in {town2}.
The order was given on {d1}. ⟦It was carried out on {d2}, {gap} later⟧, by {p2}.
⟦{p} arrived in {town} on {d1}, {gap} before the great fire of {d2}⟧.
The strike lasted from {d1} until {d2}, ⟦{gap} in all⟧.
⟦On {d1}, {gap} before {his} death on {d2}⟧, {p} wrote a will.
The first letter is dated {d1}, the second, ⟦written {gap} later, {d2}⟧.
"""
AGED = """
{p} was born on {born} in {town} and died ⟦on {died} at the age of {age}⟧.
⟦{p} ({born} – {died}) lived to be {age}⟧.
Born on {born}, ⟦{p} was {age} when {he} died on {died}⟧.
The painter {p}, born in {town} on {born}, ⟦turned {age} on {turned}⟧.
⟦{p} died on {died}, aged {age}⟧. {He} was born in {town2} on {born}.
{p}, who was born on {born}, ⟦was {age} years old when {he} took the oath on {died}⟧.
On {turned} the chemist {p} celebrated ⟦{his} {nth} birthday⟧; {he} was born on {born}.
⟦At {age}, {p}, born on {born}, became a judge on {died}⟧.
"""
PREMATURE = """
⟦On {later}, {p} said⟧ that the tunnel would be flooded within a year.
{p} ⟦told the {body} on {later}⟧ that the accounts had been closed.
“We have waited long enough,” ⟦{p} said on {later}⟧.
⟦Speaking in {town} on {later}⟧, {p} thanked the crews for their work.
⟦In a statement issued on {later}⟧, the {body} said that the harbor was safe.
{p}, {post}, ⟦said on {later}⟧ in {town} that nobody had been hurt.
⟦“The road is open again,” {p} announced {later}⟧.
The plan is dead, ⟦{p} wrote in a letter of {later}⟧.
⟦{p} declared in {town2} on {later}⟧ that the vote had been fair.
⟦As {p} told the Hask Observer on {later}⟧, the talks went nowhere.
{p} denied the report; ⟦“none of it is true,” {he} said on {later}⟧.
⟦In an interview with Skaldur Radio on {later}, {p} admitted⟧ that money was missing.
⟦The {body} confirmed on {later}⟧ that {p} had left.
⟦On {later}, the mayor of {town}, {p}, told a crowd⟧ that the school would stay.
⟦{later}: “I am proud of you all,” {p} told the firefighters of {town}⟧.
{p2} was informed, ⟦{p} said at a meeting on {later}⟧, a week before the others.
⟦{s} had said on {later}⟧ that the mill was not for sale.
⟦Asked on {later} whether the pact would hold, {p} replied⟧ that it would.
"""
WARS = (
    (
        "2022-02-24",
        "2024-01-01",
        "the war in Ukraine;Russia's invasion of Ukraine;the Russian invasion of Ukraine",
    ),
    ("1982-04-02", "1982-06-14", "the Falklands War"),
    ("1939-09-01", "1940-06-01", "World War II;the Second World War"),
    ("1950-06-25", "1951-06-25", "the Korean War"),
)
LIKE_A_NAME = re.compile(
    r"(?:assassination|independence|founding|sinking|storming|fall|surrender|death|resignation|launch) of "
    r"|Battle of |Treaty of |siege of |.* (?:[Mm]assacre|[Ee]arthquake|disaster|hostage crisis"
    r"|Uprising|uprising)$"
)


PAST = re.compile(r"\b(?:told|opened|dated|began|was|were|first heard|had left|heard|has named|Neither)\b")


def lines(block: str) -> list[str]:
    """The templates of a block, one a line; an indented line goes on with the one before it."""
    return block.strip().replace("\n  ", " ").splitlines()


def _hour(dice: random.Random) -> str:
    return dice.choice(["9 a.m.", "10:30", "noon", "7 p.m.", "18:00"])


def on_weekday(dice: random.Random, wrong: bool, day: date) -> Made:
    """A weekday beside a date."""
    shape = dice.choice(lines(WEEKDAY))
    when = near(day, dice, -12, 0 if PAST.search(shape) else 12)
    old = date(dice.randint(1946, 2008), dice.randint(1, 12), dice.randint(1, 28))
    truth = old if "{old}" in shape else when
    shown = weekday(truth + timedelta(days=dice.randint(1, 6)) if wrong else truth)
    if dice.random() < 0.1:
        shown = shown[:3] + "."
    begin = when - timedelta(days=dice.randint(2, 5))
    with_year = dice.random() < 0.4
    slots = common(dice) | {
        "wd": shown,
        "md": day_year(when, dice) if with_year else day_only(when, dice),
        "mdy": day_year(when, dice),
        "old": day_year(old, dice),
        "iso": when.isoformat(),
        "nth": nth(when.day),
        "month": MONTHS[when.month - 1],
        "hour": _hour(dice),
        "wd0": weekday(begin),
        "md0": day_year(begin, dice) if with_year else day_only(begin, dice),
    }
    return Made([[shape.format(**slots)]])


def impossible(dice: random.Random, wrong: bool, day: date) -> Made:
    """A date that no calendar has."""
    year = dice.choice([day.year, day.year, dice.randint(1950, day.year)])
    if not wrong:
        year = min(year, day.year - 1)  # else what is told as past could be still to come
    month = dice.choice([2, 2, 2, 4, 6, 9, 11])
    last = monthrange(year, month)[1]
    number = dice.choice(range(last + 1, 32)) if wrong else min(last, dice.choice([28, 29, 30]))
    name = MONTHS[month - 1]
    plain = [f"{name} {number}", f"{number} {name}", f"{name} {nth(number)}", f"the {nth(number)} of {name}"]
    if number == 29 and month == 2 and wrong:
        plain = [f"{name} {number}, {year}", f"{number} {name} {year}"]
    dated = [
        f"{name} {number}, {year}",
        f"{number} {name} {year}",
        f"{name} {nth(number)}, {year}",
        f"{SHORT[month - 1]} {number}, {year}",
        f"{year}-{month:02}-{number:02}",
        f"{number}.{month:02}.{year}",
        f"the {nth(number)} of {name}, {year}",
    ]
    slots = common(dice) | {"bad": dice.choice(plain), "bady": dice.choice(dated), "prev": MONTHS[month - 2]}
    return Made([[dice.choice(lines(IMPOSSIBLE)).format(**slots)]])


@cache
def known() -> tuple[tuple[date, str], ...]:
    """Facts of one day, each with a name that can stand after "anniversary of"."""
    found = []
    with (ROOT / "onrecord" / "link" / "facts.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            name = row["names"].split(" | ")[0]
            whole = re.fullmatch(r"\d{4}-\d\d-\d\d", row["date"]) and not row["end"] and row["kind"] != "day"
            if whole and LIKE_A_NAME.match(name) and not re.search(r"\d", name):
                found.append((date.fromisoformat(row["date"]), f"the {name}"))
    return tuple(found)


@cache
def years() -> dict[str, int]:
    """The year of each fact of one day, by each of its names in lower case."""
    with (ROOT / "onrecord" / "link" / "facts.csv").open(encoding="utf-8", newline="") as file:
        listed = [row for row in csv.DictReader(file) if len(row["date"]) == 10 and not row["end"]]
    named = [(name.lower(), row["date"]) for row in listed for name in row["names"].split(" | ")]
    return {name: int(day[:4]) for name, day in named if day[0].isdigit()}


def counter(dice: random.Random, wrong: bool, day: date) -> Made:
    """A count of years, or of days of a war."""
    slots = common(dice)
    if dice.random() < 0.2:
        return Made([[_war_day(dice, wrong, day, slots)]])
    close = []
    for start, name in known():
        try:
            turn = start.replace(year=day.year)
        except ValueError:
            continue
        if 0 <= (day - turn).days <= 9 and day.year - start.year >= 3:
            close.append((start, name, turn))
    start, event, turn = (
        dice.choice(close) if close else (date(1989, 11, 9), "the fall of the Berlin Wall", day)
    )
    if not close:
        turn = start.replace(year=day.year)
    right = day.year - start.year
    shown = _off(right, dice) if wrong else right
    shape = dice.choice([shape for shape in lines(COUNTED) if turn == day or "{Today}" not in shape])
    slots |= {
        "nth": nth(shown),
        "ordinal": ordinal(shown),
        "num": cardinal(shown) if dice.random() < 0.4 else str(shown),
        "numc": capital(cardinal(shown)) if dice.random() < 0.5 else str(shown),
        "event": event,
        "event_was": f"{dice.choice(['there was', 'the world heard of', 'the news was of'])} {event}",
        "Today": dice.choice(["Today", "This day"]),
        "tied": dice.choice(["", " this week"]) if turn != day else dice.choice(["", " today"]),
        "month": MONTHS[turn.month - 1],
        "anniv": day_only(turn, dice),
        "annivy": day_year(turn, dice),
    }
    return Made([[capital(shape.format(**slots))]])


def _off(right: int, dice: random.Random) -> int:
    off = dice.choice([-10, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 10, 20])
    return right + off if right + off > 0 else right + abs(off)


def _war_day(dice: random.Random, wrong: bool, day: date, slots: Slots) -> str:
    current = date(2022, 3, 10) <= day < date(2024, 1, 1)
    begin, end, names = WARS[0] if current else dice.choice(WARS[1:])
    start, last = date.fromisoformat(begin), date.fromisoformat(end)
    when = day if current else start + timedelta(days=dice.randint(10, (last - start).days))
    number = (when - start).days + 1
    if wrong:
        number += dice.choice([-100, -40, -20, -10, -7, 5, 7, 10, 20, 50, 100])
        number = number if number > 2 else number + 220
    shapes = [shape for shape in lines(WARDAYS) if current or "{today}" in shape]
    slots |= {
        "nth": nth(number),
        "ordinal": ordinal(number),
        "num": number,
        "war": dice.choice(names.split(";")),
        "today": day_year(when, dice),
    }
    return capital(dice.choice(shapes).format(**slots))


def elapsed(dice: random.Random, wrong: bool, day: date) -> Made:
    """Two dates and what is said to lie between them."""
    start = date(dice.randint(1890, 2015), dice.randint(1, 12), dice.randint(1, 28))
    unit = dice.choice(["day", "day", "week", "week", "month", "month", "year"])
    number = dice.randint(2, 20) if unit == "day" else dice.randint(1, 9)
    shown = number
    days = {"day": number, "week": 7 * number}.get(unit)
    if days:
        end = start + timedelta(days=days)
    else:
        months = start.month - 1 + number * (12 if unit == "year" else 1)
        end = start.replace(year=start.year + months // 12, month=months % 12 + 1)
    if wrong and dice.random() < 0.5:
        off = {"day": (3, 12), "week": (6, 26), "month": (70, 200), "year": (800, 2500)}[unit]
        end += timedelta(days=dice.randint(*off))
    elif wrong:
        shown = dice.choice(
            [n for n in range(1, number + 9) if abs(n - number) > (2 if unit == "day" else 1)]
        )
    count = dice.choice(["a", "one"]) if shown == 1 else printed(shown, dice)
    gap = f"{count} {unit}{'s' if shown > 1 else ''}"
    shape = dice.choice(lines(ELAPSED))
    slots = common(dice) | {
        "d1": day_year(start, dice),
        "d2": _same_year(start, end, dice),
        "gap": gap,
        "Gap": capital(gap),
    }
    if shape.index("{d2}") < shape.index("{d1}"):
        slots["d2"] = day_year(end, dice)
    told = shape.format(**slots)
    if dice.random() < 0.2 and "; " in told:
        told = ". ".join(capital(part) for part in told.split("; "))
    return Made([[capital(told)]])


def _same_year(start: date, end: date, dice: random.Random) -> str:
    bare = start.year == end.year and dice.random() < 0.4
    return day_only(end, dice) if bare else day_year(end, dice)


def age(dice: random.Random, wrong: bool, day: date) -> Made:
    """A birth, a later day, an age."""
    born = date(dice.randint(1850, 1975), dice.randint(1, 12), dice.randint(1, 28))
    number = dice.randint(24, 91) if born.year < 1930 else dice.randint(20, 45)
    turned = born.replace(year=born.year + number)
    died = turned + timedelta(days=dice.randint(1, 363))
    shown = number + dice.choice([-10, -5, -4, -3, -2, 2, 3, 4, 5, 10]) if wrong else number
    slots = common(dice) | {
        "born": day_year(born, dice),
        "died": day_year(died, dice),
        "turned": day_year(turned, dice),
        "age": cardinal(shown) if dice.random() < 0.3 else str(shown),
        "nth": dice.choice([nth(shown), ordinal(shown)]),
    }
    return Made([[capital(dice.choice(lines(AGED)).format(**slots))]])


def premature(dice: random.Random, wrong: bool, day: date) -> Made:
    """A statement and its day, which comes after the text's own."""
    when = near(day, dice, 3, 90) if wrong else near(day, dice, -90, 0)
    slots = common(dice) | {"later": day_year(when, dice)}
    told = dice.choice(lines(PREMATURE)).format(**slots)
    return Made([[capital(told)]])


KINDS = {
    "calendar-weekday": on_weekday,
    "calendar-impossible": impossible,
    "calendar-counter": counter,
    "calendar-elapsed": elapsed,
    "calendar-age": age,
    "calendar-premature": premature,
}
