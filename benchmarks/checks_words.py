"""Names are invented, or of countries in neutral company; a draw of slots never repeats a name."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

WOMEN = (
    "Amara Ingrid Yuki Marisol Layla Odile Noor Jelena Halima Beatrix Oksana Priya Solveig Thandiwe Carmen "
    "Mei Astrid Fatou Renata Gwen Nadia Ilse Paloma Zeynep"
).split()
MEN = (
    "Piotr Tomás Kwame Farid Luc Viktor Prakash Dragan Haruto Emeka Lars Yusuf Anselm Diego Rhys Bogdan Omar "
    "Stellan Paulo Kofi Matteo Ivo Tarek Hamish"
).split()
SURNAMES = (
    "Okafor Lindqvist Moreau Tanaka Petrosyan Ferreira Kowalczyk Haddad Nakamura Osei Bergström Delacroix "
    "Ramanathan Quispe Abernathy Castellano Horvath Adeyemi Sorensen Villanueva Achterberg Yildiz "
    "Novak Mbeki "
    "Varga Oyelaran Brandvold Kessler Iturbe Rahimi Stanković Dlamini Pettersen Araujo Mancuso Zielinski"
).split()
TOWNS = (
    "Varnholt Orsk-Mare Tellin Marovac Duneby Castelrio Hask Porto-Lema Brennick Olvera Skaldur "
    "Ferrin Lomza-Dol "
    "Ashgrove Kiruntu Belmora Tarsine Vadehavn Quill Montrey Sundvik Pellagra-Bay Rosmarin Ketteridge Zorvan "
    "Halmark Nettlefold Ibrany Caldera-Sul Wexmoor"
).split()
LANDS = (
    "Sordania Velmark Karthova Ostrenia Lumeria Bessarond Tavolia Norwick Zembara Illyrion Maravia Drosva "
    "Pelagonia-West Quandara Estmark Hyrkana Folgoria Savanta Brenland Ukoria"
).split()
STATES = (
    "Norway Chile Kenya Portugal Vietnam Ghana Iceland Uruguay Mongolia Estonia Jordan Nepal Peru "
    "Latvia Malta "
    "Botswana Fiji Canada Ireland Morocco Japan Slovenia Ecuador Bhutan Finland Oman Senegal Austria Cyprus "
    "Paraguay Belgium Thailand"
).split()
POSTS = (
    "the harbor master;the city's treasurer;the transport minister;the head of the water board;the "
    "chief of staff;"
    "the union's secretary;the deputy governor;the museum's director;the energy minister;the school "
    "inspector;"
    "the party's spokesperson;the mayor"
).split(";")
FIRST = (
    "Northern Coastal United Civic River Alpine Eastern Inland Central Free Lower Upper Baltic Harbor".split()
)
SECOND = (
    "Farmers Rail Energy Ports Fisheries Water Health Timber Mining Teachers Grain Transit Media Sugar"
).split()
THIRD = (
    "Union League Council Alliance Compact Federation Board Authority Institute Commission Pact Forum".split()
)
MONTHS = ("January February March April May June July August September October November December").split()
SHORT = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
).split()
TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()

Slots = dict[str, Any]


def people(dice: random.Random, count: int) -> list[tuple[str, str, str]]:
    """So many persons as (full name, surname, pronoun); women and men by the toss of a coin."""
    found = []
    for surname in dice.sample(SURNAMES, count):
        woman = dice.random() < 0.5
        found.append((f"{dice.choice(WOMEN if woman else MEN)} {surname}", surname, "she" if woman else "he"))
    return found


def common(dice: random.Random) -> Slots:
    """The names that any template may ask for."""
    (p, s, he), (p2, s2, he2), (p3, s3, _) = people(dice, 3)
    his = {"she": "her", "he": "his"}[he]
    towns, lands = dice.sample(TOWNS, 4), dice.sample(LANDS, 4)
    drawn = dice.sample(SECOND, 3), dice.sample(THIRD, 3)
    bodies = [f"{dice.choice(FIRST)} {a} {b}" for a, b in zip(*drawn, strict=True)]
    return {
        "p": p,
        "s": s,
        "he": he,
        "He": he.capitalize(),
        "his": his,
        "His": his.capitalize(),
        "p2": p2,
        "s2": s2,
        "he2": he2,
        "p3": p3,
        "s3": s3,
        "town": towns[0],
        "town2": towns[1],
        "town3": towns[2],
        "town4": towns[3],
        "land": lands[0],
        "land2": lands[1],
        "land3": lands[2],
        "land4": lands[3],
        "body": bodies[0],
        "body2": bodies[1],
        "body3": bodies[2],
        "post": dice.choice(POSTS),
        "Post": (post := dice.choice(POSTS))[0].upper() + post[1:],
    }


def nth(number: int) -> str:
    """ "78th"."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def cardinal(number: int) -> str:
    """ "seventy-eight"; figures from a hundred."""
    if number <= 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    return f"{number:,}"


def ordinal(number: int) -> str:
    """ "seventy-eighth"; figures from a hundred."""
    if number <= 20:
        return ORDINALS[number]
    if number < 100:
        tens = TENS[number // 10]
        return f"{tens}-{ORDINALS[number % 10]}" if number % 10 else tens[:-1] + "ieth"
    return nth(number)


def printed(number: int, dice: random.Random) -> str:
    """In words as a newspaper would, up to ten; else now and then."""
    words = dice.random() < (0.75 if number <= 10 else 0.25 if number < 100 else 0)
    return cardinal(number) if words else f"{number:,}"


def day_year(day: date, dice: random.Random) -> str:
    """A whole date as one of several hands would print it."""
    month, short = MONTHS[day.month - 1], SHORT[day.month - 1]
    return dice.choice(
        [
            f"{month} {day.day}, {day.year}",
            f"{day.day} {month} {day.year}",
            f"{month} {day.day}, {day.year}",
            f"{day.day} {month} {day.year}",
            f"{month} {nth(day.day)}, {day.year}",
            f"{short} {day.day}, {day.year}",
            f"the {nth(day.day)} of {month} {day.year}",
        ]
    )


def day_only(day: date, dice: random.Random) -> str:
    """A date without its year."""
    month, short = MONTHS[day.month - 1], SHORT[day.month - 1]
    return dice.choice(
        [
            f"{month} {day.day}",
            f"{day.day} {month}",
            f"{month} {day.day}",
            f"{month} {nth(day.day)}",
            f"{short} {day.day}",
            f"the {nth(day.day)} of {month}",
        ]
    )


def weekday(day: date) -> str:
    """ "Monday"."""
    return DAYS[day.weekday()]


def near(day: date, dice: random.Random, low: int, high: int) -> date:
    """A day so many days after (or before, below zero) another."""
    return day + timedelta(days=dice.randint(low, high))


def capital(text: str) -> str:
    """Its first letter, within any mark, as a capital."""
    for at, letter in enumerate(text):
        if letter.isalnum():
            return text[:at] + letter.upper() + text[at + 1 :]
    return text
