"""Every number here agrees with what is listed beside it, unless the template is asked to be wrong."""

from __future__ import annotations

import random
from datetime import date

from checks_calendar import Made, lines
from checks_words import (
    LANDS,
    MEN,
    STATES,
    SURNAMES,
    TOWNS,
    WOMEN,
    Slots,
    capital,
    cardinal,
    common,
)

LISTED = """
⟦{N} {thing}, {list},⟧ have joined the {body}.
The {body} has members in ⟦{n} {thing}: {list}⟧.
{p} visited ⟦{n} {thing} ({list})⟧ before returning to {town}.
⟦{Only}the {n} {thing} — {list} —⟧ backed the plan, {s} said.
Letters went out to ⟦{n} {thing}, namely {list}⟧.
⟦{List} are the {n} {thing}⟧ that signed the {town} paper.
“We asked ⟦{n} {thing}: {list}⟧,” {p} told the hall.
The prize will be shared by ⟦the {n} {thing} {list}⟧.
⟦{N} {thing} were named by the {body}: {list}⟧.
Among others, the {body} wrote to {p2}. It then chose ⟦{n} {thing}: {list}⟧.
⟦The {n} {thing} concerned are {list}⟧.
⟦{N} of the {big} {thing} of the {body} ({list})⟧ voted against the paper.
{p} has worked with ⟦all {n} {thing}, that is, {list}⟧.
⟦Of the {big} {thing} on the list, {n} have answered: {list}⟧.
⟦{N} {thing} remain in the race. They are {list}⟧.
The paper was drawn up by {p} and by ⟦delegates of {n} {thing}: {list}⟧.
⟦{List}: these {n} {thing} make up the {body}⟧.
The rule holds for ⟦{n} {thing} only — {list}⟧.
⟦There are {n} {thing} in the group, {list}⟧, and each has one vote.
"""
COLON = """
⟦{p} named {n} {thing}:{items}⟧
⟦The {body} consists of {n} {thing}:{items}⟧
⟦These {n} {thing} will be visited this year:{items}⟧
⟦{N} {thing} are on the short list:{items}⟧
⟦The {n} {thing} are as follows:{items}⟧
⟦Here are the {n} {thing} that {s} wrote to:{items}⟧
⟦Agreement was reached with {n} {thing}.{items}⟧
"""
CLAUSES = """
The plan has ⟦{n} aims: {list}⟧.
{p} gave ⟦{n} reasons: {list}⟧.
⟦There are {n} ways to do this: {list}⟧, {p} wrote.
⟦{N} things must happen, {s} said: {list}⟧.
⟦The {n} tasks of the {body} are {list}⟧.
“We have ⟦{n} goals — {list}⟧,” {p} said.
"""
AIMS = (
    "to repair the dam;to lower the tolls;to hire more nurses;to plant trees along the river;to "
    "open the archive;"
    "to pay the pilots on time;to rebuild the school;to clean the harbor;to shorten the lines;to "
    "train young drivers"
).split(";")
TRADES = (
    "bakers carpenters nurses teachers plumbers tailors drivers gardeners welders printers masons weavers"
).split()
CROPS = "wheat barley rye oats maize lentils potatoes onions beans flax hops sugar-beet".split()
TOTALS = """
⟦Of the {t} delegates, {a} voted for the motion, {b} voted against it and {c} abstained⟧.
⟦The {body} has {t} members: {a} from {land}, {b} from {land2} and {c} from {land3}⟧.
⟦A total of {t} people were hurt, {a} in {town}, {b} in {town2} and {c} in {town3}⟧.
⟦{T} boats were counted — {a} in {town} and {d} in {town2}⟧.
The jury of ⟦{t}, made up of {a} women and {d} men⟧, met in {town}.
⟦{T} passengers were on board, {a} adults and {d} children⟧.
The {body} will spend ⟦${t} million: ${a} million on roads, ${b} million on schools and ${c} million on
  wells⟧.
⟦{p} won {x} percent of the vote, {p2} {y} percent and {p3} {z} percent⟧.
In {town}, ⟦{x} percent of those asked said yes, {y} percent said no and {z} percent did not know⟧.
⟦{A} of the {t} houses were burnt and the other {d} were damaged⟧, {p} said.
⟦Out of {t} applications, {a} were accepted, {b} were turned down and {c} are still open⟧.
⟦The {t} seats are divided among the {body} ({a}), the {body2} ({b}) and the {body3} ({c})⟧.
⟦{A} men and {d} women, {t} in all, signed the letter⟧.
The fleet of {land} numbers ⟦{t} ships, of which {a} are tankers and {d} are ferries⟧.
⟦The motion passed by {a} votes to {b}, with {c} abstentions; all {t} members took part⟧.
⟦{A} workers came from {town}, {b} from {town2} and {c} from {town3}, for a total of {t}⟧.
The mill sold ⟦{t} tons last year: {a} tons of flour and {d} tons of bran⟧.
⟦There were {t} complaints, {a} about noise, {b} about dust and {c} about both⟧, the {body} said.
⟦{big} of the {t} members⟧ of the {body} signed the letter. {a} of them live in {town}.
⟦Shares: {body} {x}%, {body2} {y}%, {body3} {z}%⟧.
⟦{p} got {a} votes and {p2} got {d}; {t} votes were cast⟧.
"""
ROLLED = """
The members of {the} — {list1} — meet twice a year.¶{The}, made up of ⟦{list2}⟧, has its seat in {town}.
{The} ({list1}) wrote to {p}.¶The letter from the members of {the}, ⟦{list2}⟧, was read aloud.
{The} consists of {list1}.¶Its members are ⟦{list2}⟧, and {p} chairs it.
{The} has {n} members: {list1}.¶In {town}, {p} greeted the members of {the}: ⟦{list2}⟧.
The pact was signed by {list1}.¶As for the signatories of the pact, ⟦{list2}⟧, none has left it.
The members of {the} are {list1}.¶{p} recalled that the members of {the} are ⟦{list2}⟧.
{list1} make up {the}.¶{The} is made up of ⟦{list2}⟧, {s} said.
{list1} belong to {the}, the treaty says.¶{The} groups ⟦{list2}⟧.
{The}, which comprises {list1}, was founded in {town}.¶{The} comprises ⟦{list2}⟧.
{The} unites {list1}.¶Ministers of {the} ({short}) — ⟦{list2}⟧ — dined together.
The {n} states of {the}, {list1}, share a river.¶{p} listed the states of {the}: ⟦{list2}⟧.
{The} brings together {list1}.¶When {the} was founded, its members were the same as now: ⟦{list2}⟧.
Besides {list1}, no state belongs to {the}.¶To {the} belong ⟦{list2}⟧.
{The} includes exactly {n} states, {list1}.¶{p} met envoys of all members of {the}: ⟦{list2}⟧.
{list1} are members of {the}.¶Members of {the}: ⟦{list2}⟧.
"""


def joined(items: list[str], dice: random.Random) -> str:
    """ "A, B and C", with or without the last comma."""
    if len(items) == 1:
        return items[0]
    comma = "," if len(items) > 2 and dice.random() < 0.5 else ""
    return f"{', '.join(items[:-1])}{comma} and {items[-1]}"


def _names(dice: random.Random, count: int) -> list[str]:
    return [f"{dice.choice(WOMEN + MEN)} {name}" for name in dice.sample(SURNAMES, count)]


def _things(dice: random.Random, count: int) -> tuple[str, list[str]]:
    sort = dice.choice(["land", "land", "state", "town", "person", "person", "trade", "crop"])
    if sort == "land":
        return dice.choice(["countries", "states", "nations"]), dice.sample(STATES, count)
    if sort == "state":
        return dice.choice(["countries", "republics", "island states"]), dice.sample(LANDS, count)
    if sort == "town":
        return dice.choice(["towns", "cities", "ports"]), dice.sample(TOWNS, count)
    if sort == "person":
        noun = dice.choice(["candidates", "judges", "engineers", "singers", "witnesses", "senators"])
        return noun, _names(dice, count)
    if sort == "trade":
        return dice.choice(["trades", "groups of workers"]), dice.sample(TRADES, count)
    return dice.choice(["crops", "plants"]), dice.sample(CROPS, count)


def against_list(dice: random.Random, wrong: bool, day: date) -> Made:
    """A number, and what it counts listed."""
    count = dice.randint(3, 9)
    way = dice.random()
    if way < 0.6:
        block, (thing, items) = LISTED, _things(dice, count)
    elif way < 0.85:
        block, (thing, items) = COLON, _things(dice, count)
    else:
        count = min(count, 6)
        block, thing, items = CLAUSES, "", dice.sample(AIMS, count)
    shown = count
    if wrong and dice.random() < 0.5:
        shown = dice.choice([n for n in range(2, 13) if n != count])
    elif wrong and count > 3:
        items.pop(dice.randrange(count))
    elif wrong:
        shown += dice.choice([1, 2])
    number = cardinal(shown) if dice.random() < 0.75 else str(shown)
    listed = joined(items, dice)
    slots = common(dice) | {
        "n": number,
        "N": capital(number),
        "thing": thing,
        "list": listed,
        "List": capital(listed),
        "big": max(shown, count) + dice.randint(3, 9),
        "Only": dice.choice(["", "Only "]),
        "items": _rows(items, dice),
    }
    return Made([[capital(dice.choice(lines(block)).format(**slots))]])


def _rows(items: list[str], dice: random.Random) -> str:
    style = dice.choice(["- ", "• ", "* ", "1. ", "1) ", "– ", "(a) "])
    rows = []
    for at, item in enumerate(items):
        head = style.replace("1", str(at + 1)).replace("(a", f"({chr(97 + at)}")
        rows.append(f"{head}{capital(item)}{dice.choice(['', '', ';']) if style == '- ' else ''}")
    gap = "\n\n" if dice.random() < 0.6 else "\n"
    return gap + "\n".join(rows)


def totals(dice: random.Random, wrong: bool, day: date) -> Made:
    """Parts, and what they come to."""
    a, b, c = (dice.choice([dice.randint(3, 30), dice.randint(20, 160)]) for _ in range(3))
    a = max(a, b + 1)
    x = dice.randint(36, 58)
    y = dice.randint(12, min(x, 97 - x))
    shape = dice.choice(lines(TOTALS))
    three = "{b}" in shape
    total = a + b + c if three else a + b
    z = 100 - x - y
    if wrong:
        off = dice.choice([-20, -9, -3, -1, 1, 2, 5, 10, 30])
        parts, some_away = (
            total,
            shape.startswith(("⟦Of the", "⟦Out of")) or "of which" in shape,
        )  # there only too few is a fault
        total = parts - abs(off) if some_away else parts + off
        if total <= a:
            total = a + 1 if some_away else parts + abs(off)
        z += dice.choice([3, 5, 9, 12, 20])
    small = a < 10 and dice.random() < 0.5
    big = total + dice.randint(1, 20) if wrong else total - 1
    slots: Slots = common(dice) | {
        "a": cardinal(a) if small else f"{a:,}",
        "A": capital(cardinal(a)) if small else f"{a:,}",
        "b": b,
        "c": c,
        "d": b,
        "t": f"{total:,}",
        "T": f"{total:,}",
        "x": x,
        "y": y,
        "z": z,
        "big": big,
    }
    told = capital(shape.format(**slots))
    if dice.random() < 0.2:
        told = told.replace(" percent", " per cent") if dice.random() < 0.5 else told.replace(" percent", "%")
    return Made([[told]])


def rolls(dice: random.Random, wrong: bool, day: date) -> Made:
    """The members of one body, listed twice."""
    count = dice.randint(3, 8)
    sort = dice.random()
    pool = STATES if sort < 0.5 else LANDS if sort < 0.8 else TOWNS
    drawn = dice.sample(pool, count + 2)
    items = drawn[:count]
    other = list(items)
    if wrong:
        change = dice.choice(["swap", "drop", "add", "swap"])
        if change == "swap":
            other[dice.randrange(count)] = drawn[-1]
        elif change == "drop" and count > 3:
            other.pop(dice.randrange(count))
        else:
            other.append(drawn[-1])
    if dice.random() < 0.3:
        dice.shuffle(other)
    slots = common(dice)
    body = dice.choice(
        [slots["body"], f"{slots['town2']} Pact", f"League of {slots['town2']}", slots["body"]]
    )
    slots |= {
        "the": f"the {body}",
        "The": f"The {body}",
        "list1": joined(items, dice),
        "list2": joined(other, dice),
        "n": cardinal(count),
        "short": "".join(word[0] for word in body.split() if word[0].isupper()),
    }
    first, second = dice.choice(lines(ROLLED)).format(**slots).split("¶")
    parts = [capital(first), capital(second)]
    own = "pact" in first.split() or "Its members" in second  # needs the first to be understood
    return Made([parts] if own or dice.random() < 0.5 else [[parts[0]], [parts[1]]])


KINDS = {"counts-list": against_list, "counts-total": totals, "counts-roll": rolls}
