"""One speaker says yes and then no, or the reverse; in a control the same again, or another says it."""

from __future__ import annotations

import random
from datetime import date, timedelta

from checks_calendar import Made, lines
from checks_words import Slots, capital, common, day_year

# What can be affirmed and denied: "will" forms of both, then "did" forms of both.
MATTERS = """
we will raise the toll on the {town} bridge|we will not raise the toll on the {town} bridge|the toll on
  the {town} bridge was raised
{land} will join the {body}|{land} will not join the {body}|{land} joined the {body}
foreign observers will be invited to {town}|no foreign observers will be invited to {town}|foreign
  observers were invited to {town}
I will run for mayor of {town}|I will not run for mayor of {town}|I ran for mayor of {town}
the {town} mine will be closed|the {town} mine will not be closed|the {town} mine was closed
{land} will send troops to {land2}|{land} will never send troops to {land2}|{land} sent troops to {land2}
we support the {body} plan|we do not support the {body} plan|we supported the {body} plan
I signed the letter to {p2}|I did not sign the letter to {p2}|I signed the letter to {p2}
I knew about the tunnel|I knew nothing about the tunnel|I knew about the tunnel
the {body} received money from {land}|the {body} never received money from {land}|the {body} received
  money from {land}
the pilots will be paid this year|the pilots will not be paid this year|the pilots were paid
we met the envoys of {land2}|we did not meet the envoys of {land2}|we met the envoys of {land2}
{land} will recognize the government of {land2}|{land} will not recognize the government of {land2}|{land}
  recognized the government of {land2}
our ships will enter the port of {town}|none of our ships will enter the port of {town}|our ships entered
  the port of {town}
the school in {town} is going to be sold|the school in {town} is not going to be sold|the school in {town}
  was sold
I asked {p2} to resign|I never asked {p2} to resign|I asked {p2} to resign
taxes on bread will rise|taxes on bread won't rise|taxes on bread rose
there is a secret deal with {land}|there is no secret deal with {land}|there was a secret deal with {land}
"""
SAID = """
“{C},” {p} said on {d}.
On {d}, {p} told reporters in {town2}: “{C}.”
{p} said on {d} that {c}.
{p}, {post}, stated on {d} that {c}.
Speaking to Skaldur Radio on {d}, {p} said that {c}.
“{C},” {p} told the council on {d}.
In an interview of {d}, {p} said: “{C}.”
{p} declared on {d}: “{C}.”
"""
PLANNED = """
{p} will visit {town} on {d}, the {body} announced.|{p} did not visit {town} on {d}.|{p} visited {town} on
  {d}.
The {body} said that the congress would open in {town} on {d}.|The congress of the {body} did not open in
  {town} on {d}.|The congress of the {body} opened in {town} on {d}.
{land} and {land2} are to sign an accord in {town} on {d}.|{land} and {land2} did not sign an accord in
  {town} on {d}.|{land} and {land2} signed an accord in {town} on {d}.
The {town} bridge will open on {d}, {p} promised.|The {town} bridge was not opened on {d}.|The {town}
  bridge was opened on {d}.
{p} plans to meet {p2} in {town} on {d}.|{p} never met {p2} in {town} on {d}.|{p} met {p2} in {town} on {d}.
The satellite Vireo is to be launched from {town} on {d}.|The satellite Vireo was not launched on {d}.|The
  satellite Vireo was launched on {d}.
A parade will be held in {town} on {d}.|The parade in {town} was canceled and not held on {d}.|The parade
  was held in {town} on {d}.
Parliament in {land} will vote on the Water Act on {d}.|Parliament in {land} did not vote on the Water Act
  on {d}.|Parliament in {land} voted on the Water Act on {d}.
The ferry to {town} will sail again on {d}, {p} said.|The ferry to {town} did not sail on {d}.|The ferry
  to {town} sailed on {d}.
The prisoners will be released on {d}, {land} announced.|{land} did not release the prisoners on
  {d}.|{land} released the prisoners on {d}.
The {body} will publish its report on {d}.|The {body} did not publish its report on {d}.|The {body}
  published its report on {d}.
{p} is expected to testify in {town} on {d}.|{p} did not testify in {town} on {d}.|{p} testified in {town}
  on {d}.
Elections will be held in {land} on {d}.|Elections were not held in {land} on {d}.|Elections were held in
  {land} on {d}.
{land} intends to withdraw its troops from {town} on {d}.|{land} did not withdraw its troops from {town}
  on {d}.|{land} withdrew its troops from {town} on {d}.
The talks between {land} and {land2} will resume on {d}, {p} said.|The talks between {land} and {land2}
  did not resume on {d}.|The talks between {land} and {land2} resumed on {d}.
"""


def _first_person(clause: str, dice: random.Random, pronoun: str) -> str:
    """As reported by another."""
    for one, other in ((r"I ", f"{pronoun} "), ("we ", "they "), ("our ships", "their ships")):
        if clause.startswith(one):
            clause = other + clause.removeprefix(one)
    return clause.replace("none of our", "none of their")


def _said(clause: str, day: date, slots: Slots, dice: random.Random, denied: str = "") -> str:
    if denied and " will " not in denied and " going " not in denied and dice.random() < 0.3:
        denied = _first_person(denied.format(**slots), dice, slots["he"])
        return f"{slots['p']} denied on {day_year(day, dice)} that {denied}."
    shape = dice.choice(lines(SAID))
    own = clause.format(**slots)
    told = {"C": capital(own), "c": _first_person(own, dice, slots["he"]), "d": day_year(day, dice)}
    return capital(shape.format(**(slots | told)))


def _pair(dice: random.Random, wrong: bool, day: date) -> tuple[str, str, int]:
    slots = common(dice)
    yes, no, done = dice.choice(lines(MATTERS)).split("|")
    one, other = dice.choice([(yes, no), (no, yes), (no, done)])
    gap = dice.randint(3, 200)
    later = day - timedelta(days=dice.randint(0, 2))
    speaker = slots
    if not wrong:
        if dice.random() < 0.5:
            other = one
        elif dice.random() < 0.5:
            speaker = slots | {"p": slots["p3"], "s": slots["s3"]}
        else:
            moved = common(dice)
            moved = {key: moved[key] for key in ("town", "land", "body", "p2") if moved[key] != slots[key]}
            same = other.format(**slots)
            other = other.format(**(slots | moved))
            other = one if other == same else other  # what names nothing cannot be of something else
    first = _said(one, later - timedelta(days=gap), slots, dice, yes if one == no else "")
    second = _said(other, later, speaker, dice, yes if other == no else "")
    return first, f"⟦{second}⟧", gap


def within(dice: random.Random, wrong: bool, day: date) -> Made:
    """Both in one text."""
    one, other, _ = _pair(dice, wrong, day)
    return Made([[one, other]])


def across(dice: random.Random, wrong: bool, day: date) -> Made:
    """In two texts."""
    one, other, gap = _pair(dice, wrong, day)
    return Made([[one], [other]], gap)


def not_happened(dice: random.Random, wrong: bool, day: date) -> Made:
    """Announced for a day, and then said not to have been; in one text or two."""
    ago = dice.randint(1, 5)
    slots = common(dice) | {"d": day_year(day - timedelta(days=ago), dice)}
    plan, never, was = dice.choice(lines(PLANNED)).split("|")
    one, other = (capital(part.format(**slots)) for part in (plan, never if wrong else was))
    if dice.random() < 0.4:
        return Made([[one, f"⟦{other}⟧"]])
    return Made([[one], [f"⟦{other}⟧"]], ago + dice.randint(2, 40))


KINDS = {"reversal-within": within, "reversal-across": across, "reversal-unmet": not_happened}
