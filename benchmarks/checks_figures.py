"""Two outlets give one quantity on one day, and agree within rounding unless they are asked to be wrong."""

from __future__ import annotations

import random
from datetime import date, timedelta

from checks_calendar import Made, lines
from checks_words import capital, common, day_only, day_year, weekday

COUNTS = """
The flood in {town} killed {n} people.|At least… {n} people were killed by the flood in {town}, {p} said.
{n} people died when the ferry {ship} sank off {town}.|The sinking of the ferry {ship} off {town} killed
  {n} people.
The fire at the {town} hospital injured {n} people.|{p} said that {n} people had been injured in the fire
  at the {town} hospital.
{n} workers of the {town} mine are on strike.|The strike at the {town} mine has been joined by {n} workers.
The {body} has {n} members.|With {n} members, the {body} is the largest in {land}.
{n} houses were destroyed by the storm in {town}.|The storm destroyed {n} houses in {town}.
{land} sent {n} troops to {land2} on {d}.|On {d}, {n} troops were sent to {land2} by {land}.
Police arrested {n} protesters in {town} on {d}.|{n} protesters were arrested by police in {town} on {d}.
{n} delegates attended the congress of the {body} in {town}.|The congress of the {body} in {town} was
  attended by {n} delegates.
The {town} dam cost {n} crowns, {p} said.|{n} crowns were spent on the {town} dam.
The population of {town} is {n}.|{town} has a population of {n}.
{n} refugees from {land} crossed the border to {land2} on {d}.|On {d}, {n} refugees crossed the border
  from {land} to {land2}.
The earthquake in {town} left {n} people dead.|The death toll of the earthquake in {town} stands at {n}.
{n} prisoners were released by {land} on {d}.|{land} released {n} prisoners on {d}.
The explosion in {town} on {d} wounded {n} soldiers.|{n} soldiers were wounded in the explosion in {town}
  on {d}.
The {body} laid off {n} employees in {town}.|{n} employees of the {body} in {town} were laid off.
The crash near {town} killed {n} passengers.|{n} passengers died in the crash near {town}.
{n} ballots were cast in {town} on {d}.|On {d}, voters in {town} cast {n} ballots.
"""
SHARES = """
Inflation in {land} rose to {n} percent in {month}.|In {month}, inflation in {land} stood at {n} percent.
Unemployment in {land} fell to {n} percent in {month}.|The unemployment rate of {land} was {n} percent in
  {month}.
Turnout in {town} was {n} percent.|{n} percent of voters in {town} went to the polls.
{p} won {n} percent of the vote in {town}.|In {town}, {n} percent of the vote went to {p}.
The economy of {land} grew by {n} percent last year.|Growth in {land} reached {n} percent last year.
The {body} raised fares by {n} percent.|Fares were raised by {n} percent by the {body}.
"""
MONEY = """
{land} will lend {land2} ${n} {scale}.|A loan of ${n} {scale} will go from {land} to {land2}.
The {town} tunnel will cost ${n} {scale}, {p} said.|The cost of the {town} tunnel is put at ${n} {scale}.
The {body} paid ${n} {scale} for the {town} harbor.|The {town} harbor was sold to the {body} for ${n} {scale}.
The budget of {town} is ${n} {scale}.|{town} has a budget of ${n} {scale}.
{land} spent ${n} {scale} on its army last year.|Last year, the army of {land} cost ${n} {scale}.
The {body} lost ${n} {scale} last year.|Last year's losses of the {body} came to ${n} {scale}.
"""
SHIPS = "Albatross;Morning Star;Saint Odile;Kestrel;Halcyon;Princess Amara".split(";")


def _rounded(number: int, dice: random.Random) -> str:
    """The same number as another hand would print it."""
    size = 10 ** (len(str(number)) - 1)
    low, near = number // size * size, round(number / size * 10) * size // 10
    told = [
        f"{number:,}",
        f"about {near:,}" if near != number else f"some {number:,}",
        f"at least {number:,}",
    ]
    if number >= 100 and low < number:
        told += [f"more than {low:,}", f"over {low:,}"]
        if number > 0.95 * (low + size):
            told.append(f"nearly {low + size:,}")
    return dice.choice(told)


def _tenths(number: float, dice: random.Random) -> str:
    return dice.choice([f"{number:.1f}", f"about {number:.0f}", f"{number:.1f}"])


def figures(dice: random.Random, wrong: bool, day: date) -> Made:
    """Two texts of one day."""
    way = dice.choice(["count", "count", "share", "money"])
    block = {"count": COUNTS, "share": SHARES, "money": MONEY}[way]
    one, other = dice.choice(lines(block)).split("|")
    before = day - timedelta(days=dice.randint(0, 5))
    when = dice.choice([day_year(before, dice), day_only(before, dice), weekday(before)])
    if way == "count":
        number = dice.choice([dice.randint(13, 98), dice.randint(110, 980), dice.randint(1100, 48000)])
        second = round(number * dice.choice([0.4, 0.6, 0.75, 1.3, 1.5, 1.9, 2.5])) + dice.randint(0, 3)
        first, told = f"{number:,}", f"{second:,}" if wrong else _rounded(number, dice)
    else:
        slow = "Inflation" in one or "Unemployment" in one or "grew" in one or "fares" in one
        share = dice.randint(11, 149 if slow else 620) / 10
        off = share * dice.choice([0.5, 0.7, 1.25, 1.4, 2.0])
        off = off if way == "money" or off < 99 else share * 0.6
        first, told = f"{share:.1f}", f"{off:.1f}" if wrong else _tenths(share, dice)
        if first == told and wrong:
            told = f"{off + 3:.1f}"
    slots = common(dice) | {
        "d": when,
        "ship": dice.choice(SHIPS),
        "scale": dice.choice(["million", "billion"]),
        "month": ["January", "February", "March", "April", "May"][day.month % 5],
    }
    if way == "money" and told.startswith("about "):
        other = other.replace("${n}", "about ${n}")
        told = told.removeprefix("about ")
    other = other.replace("At least… ", "")
    parts = [one.format(n=first, **slots), other.format(n=f"⟦{told}⟧", **slots)]
    return Made([[capital(part)] for part in parts])


KINDS = {"figures": figures}
