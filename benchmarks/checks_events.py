"""Each pair tells one happening twice; with the same day unless the template is asked to be wrong."""

from __future__ import annotations

import random
from datetime import date, timedelta

from checks_calendar import Made, lines
from checks_words import MONTHS, Slots, capital, common, day_only, day_year

# What is told first and what is told later; {d2} is the same day as {d1} where nothing is wrong.
TWICE = """
The accord between {land} and {land2} was signed in {town} on {d1}.¶When the accord between {land} and
  {land2} was signed ⟦on {d2}⟧, few noticed.
{land} invaded {land2} on {d1}.¶The invasion of {land2} by {land} began ⟦on {d2}⟧, {p} wrote.
{p} was elected head of the {body} on {d1}.¶The election of {p} as head of the {body} ⟦on {d2}⟧ had
  surprised many.
The {town} bridge collapsed on {d1}.¶Since the collapse of the {town} bridge ⟦on {d2}⟧, lorries use the ferry.
On {d1}, {p} resigned as chair of the {body}.¶{p}, who resigned as chair of the {body} ⟦on {d2}⟧, lives in
  {town}.
The {body} was founded in {town} on {d1}.¶The founding of the {body} ⟦on {d2}⟧ was a quiet affair.
The mine at {town} exploded on {d1}, killing a crew.¶⟦On {d2}⟧, when the mine at {town} exploded, {s} was
  at sea.
{p} died in {town} on {d1}.¶The death of {p} ⟦on {d2}⟧ left the {body} without a head.
Police arrested {p} in {town} on {d1}.¶{p} was arrested in {town} ⟦on {d2}⟧ and has been silent since.
The Tellin Radio tower was opened by {p} on {d1}.¶{p} opened the Tellin Radio tower ⟦on {d2}⟧.
{land} annexed the port of {town} on {d1}.¶The annexation of the port of {town} by {land}, ⟦{d2}⟧, was
  never recognized.
The satellite Vireo was launched from {town} on {d1}.¶After the launch of the satellite Vireo ⟦on {d2}⟧,
  the crews went home.
The ferry {ship} sank off {town} on {d1}.¶The {ship} sank ⟦on {d2}⟧; nobody knows why.
{p} and {p2} were married in {town} on {d1}.¶{p} married {p2} ⟦on {d2}⟧, against the wish of the family.
Parliament in {land} adopted the Water Act on {d1}.¶The Water Act was adopted by the parliament of {land}
  ⟦on {d2}⟧.
{land} and {land2} broke off relations on {d1}.¶⟦On {d2}⟧, {land} and {land2} broke off relations, and the
  embassies closed.
The siege of {town} ended on {d1}.¶⟦{d2}: the siege of {town} ends⟧, and bread is handed out.
Troops of {land} liberated {town} on {d1}.¶{town} was liberated by troops of {land} ⟦on {d2}⟧.
The {town} museum burned down on {d1}.¶The fire that destroyed the {town} museum broke out ⟦on {d2}⟧.
{p} was born in {town} on {d1}.¶Born ⟦on {d2}⟧, {p} grew up by the river.
The court in {town} sentenced {p} on {d1}.¶{p} was sentenced by the court in {town} ⟦on {d2}⟧.
The {land} republic declared independence on {d1}.¶The declaration of independence of {land} ⟦on {d2}⟧ is
  taught in every school.
An earthquake struck {town} on {d1}.¶The earthquake that struck {town} ⟦on {d2}⟧ was felt in {town2}.
The merger of the {body} and the {body2} was announced on {d1}.¶The {body} and the {body2} announced their
  merger ⟦on {d2}⟧.
A ceasefire between {land} and {land2} took effect on {d1}.¶The ceasefire between {land} and {land2},
  which took effect ⟦on {d2}⟧, has held.
{p} visited {town} on {d1} and spoke to the miners.¶During {his} visit to {town} ⟦on {d2}⟧, {p} spoke to
  the miners.
The pact was signed by {land} and {land2} on {d1}.¶By the pact that {land} and {land2} signed ⟦on {d2}⟧,
  the river became a border.
{p} became governor of {town} on {d1}.¶{s}, governor of {town} since ⟦{d2}⟧, has never lost a vote.
"""
SHIPS = "Albatross;Morning Star;Saint Odile;Kestrel;Halcyon;Princess Amara;Northern Light".split(";")
# Twice, or something else: what a careless reader would take for one happening.
APART = """
The first congress of the {body} opened on {d1}.¶The second congress of the {body} opened on {d2}.
{p} was elected to the council of {town} on {d1}.¶{p} was re-elected to the council of {town} on {d2}.
{land} invaded {land2} on {d1}.¶{land2} invaded {land} on {d2}.
{p} was arrested in {town} on {d1}.¶{p2} was arrested in {town} on {d2}.
The talks began in {town} on {d1}.¶The talks in {town} ended on {d2}.
The work on the {town} bridge began on {d1}.¶The {town} bridge was opened on {d2}.
An earthquake struck {town} on {d1}.¶An earthquake struck {town2} on {d2}.
The accord between {land} and {land2} was signed on {d1}.¶The accord between {land} and {land2} was
  ratified on {d2}.
"""


def _moved(day: date, dice: random.Random) -> date:
    way = dice.choice(["day", "month", "year", "all"])
    if way == "day":
        return day + timedelta(days=dice.choice([-20, -9, -5, -3, -2, 2, 3, 6, 10, 25]))
    if way == "month":
        return day.replace(month=dice.choice([n for n in range(1, 13) if n != day.month]))
    if way == "year":
        return day.replace(year=day.year + dice.choice([-10, -4, -2, -1, 1, 2, 3]))
    return date(day.year - dice.randint(1, 4), dice.randint(1, 12), dice.randint(1, 28))


def _rough(day: date, dice: random.Random) -> str:
    """The same day, told in full or less exactly."""
    if dice.random() < 0.25:
        return f"a day in {MONTHS[day.month - 1]} {day.year}"
    return day_year(day, dice)


def _pair(dice: random.Random, wrong: bool, day: date) -> tuple[str, str]:
    recent = dice.random() < 0.3
    first = (
        day - timedelta(days=dice.randint(8, 60))
        if recent
        else date(dice.randint(1900, 2018), dice.randint(1, 12), dice.randint(1, 28))
    )
    if first.day > 28:
        first = first.replace(day=28)
    slots: Slots = common(dice) | {"ship": dice.choice(SHIPS)}
    if not wrong and not recent and dice.random() < 0.25:
        second = first + timedelta(days=dice.randint(40, 900))
        slots |= {"d1": day_year(first, dice), "d2": day_year(second, dice)}
        told = dice.choice(lines(APART)).format(**slots)
    else:
        second = _moved(first, dice) if wrong else first
        while recent and second > day:
            second -= timedelta(days=dice.randint(20, 90))  # else it would be foretold
        if wrong and second == first:
            second -= timedelta(days=3)
        bare = recent and second.year == first.year == day.year and second < day
        slots |= {
            "d1": day_only(first, dice) if bare and dice.random() < 0.5 else day_year(first, dice),
            "d2": (day_year if wrong else _rough)(second, dice),
        }
        told = dice.choice(lines(TWICE)).format(**slots)
    one, other = (capital(part) for part in told.split("¶"))
    return one, other


def within(dice: random.Random, wrong: bool, day: date) -> Made:
    """Two places of one text."""
    return Made([list(_pair(dice, wrong, day))])


def across(dice: random.Random, wrong: bool, day: date) -> Made:
    """Two texts of two outlets."""
    one, other = _pair(dice, wrong, day)
    return Made([[one], [other]])


KINDS = {"events-within": within, "events-across": across}
