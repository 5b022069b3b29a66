"""A report quotes somebody's words as they were said, unless it is asked to change one thing in them."""

from __future__ import annotations

import random
import re
from datetime import date
from typing import NamedTuple

from checks_calendar import Made, lines
from checks_texts import ADJECTIVES, NOUNS, Source
from checks_words import DAYS, MONTHS, SURNAMES, TOWNS, cardinal, common, people, weekday
from trace_changes import BODIES, COUNTED, FIGURE, PLACES, TITLES, YEAR, bare, swapped

QUOTED = """
“{q},” said {who}.
{who} said: “{q}.”
“{q},” {who} told reporters.
According to {who}, “{q}.”
{who} put it this way: “{q}.”
“{q},” {who} said in a statement{on}.
In a statement{on}, {who} said, “{q}.”
“{a},” {who} said, “{b}.”
{who} stated that “{q}.”
Asked about it{on}, {who} answered: “{q}.”
{who} told the {town} Herald: "{q}."
"{q}," {who} added.
“{q},” were the words of {who}{on}.
As {who} said{on}, “{q}.”
{who}{on}: “{q}.”
"""
NAMED = re.compile(
    r"(?:Statement|Remarks) (?:by|from|of) (?P<post>(?:Vice )?President|Press Secretary"
    r"|National Security Advisor"
    r"|First Lady|Secretary of \w+) (?P<name>(?:[A-Z][\w.’-]+ ?){1,3}?)"
    r"(?= on | in | at | Regarding | After | for |$)"
)
LABEL = re.compile(r"^\W*(?:Q\b|[A-Z][A-Z.’' -]{2,40}:)", re.MULTILINE)
SENTENCE = re.compile(r"(?<=[a-z0-9%”]{2}[.?!])\s+(?=[A-Z“])")
ODD = re.compile(r"[“”\"()\[\]<>*#_|:;]|https?|\b(?:Q|MS|MR)\b\.?")
NEGATABLE = frozenset("is are was were will can could should would must has have had".split())
ADDED = (
    "at any price;and everybody knows it;as we have always said;once and for all;in spite of all threats;"
    "whatever our critics claim;for the last time;and I take full responsibility for it;whether "
    "they like it or not;"
    "as my grandfather used to say;with or without the others;to the very last penny"
).split(";")
HELD = ("Vice President", "President", "Prime Minister")
TAILS = (
    "and we will;or else we must;and nobody but us can;so that every {y} may;but the {y} will never;"
    "and I will ask the {y} to;because otherwise they would;and if need be I shall"
).split(";")
AMONG = frozenset(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty".split()
)


class Words(NamedTuple):
    """A sentence that somebody said: where it stands, who says it, and the text around it."""

    source: Source
    said: str
    speaker: str
    around: str


def spoken(page: Source) -> list[Words]:
    """Sentences of a statement whose title names the one who makes it."""
    titled = NAMED.search(page.title)
    if not titled or "Joint" in page.title or LABEL.search(page.body):
        return []  # where several speak, the title does not say who said a sentence
    speaker = f"{titled['post']} {titled['name'].strip()}"
    parts = [part for part in re.split(r"\n\s*\n", page.body) if part.strip()][:10]
    found = []
    for at, part in enumerate(parts):
        if "](" in part or re.match(r"\s*(?:[A-Z. ]+:|[-*#•])", part):
            continue
        for told in SENTENCE.split(" ".join(part.split())):
            count = len(told.split())
            if 9 <= count <= 40 and told.endswith(".") and not ODD.search(told) and told[0].isupper():
                found.append(Words(page, told, speaker, "\n\n".join(parts[max(0, at - 3) : at + 4])))
    return found


# Between any two slots stand few words: what is told in two cases must not look like one told twice.
TOLD = """
{we} will {do} the {a} {x} in {town} before the end of {month}, {and_} the {b} {y} of {town2} costs {n}
  million crowns.
In {y4}, the {x} of {town} was {done} by {p2}, {and_} the {a} {y} is not {done2} to this day.
{we} have {done} {w} {xs} and {n} {ys}, but the {a} {z} near {town} will not be {done2} {then}.
{we} met {p2} in {town} on {day}, {and_} the {b} {x} must be {done} by the {ys} of {land}.
The {a} {ys} of {town} will not {do} the {x} until all {n} {xs} have been {done2} by {p3}.
There are {w} {a} {xs} in {land}, and {w2} of them were {done} {then} by Minister {s2}.
Since {month}, the {a} {x} of {town} has {done} {n} percent of its {ys}, {and_} nobody will {do} the {z}.
The {x} of {land2} is not {a}, and on {day} Minister {s2} should {do} the {b} {y} {then}.
Every one of the {n} {a} {xs} can be {done} in {town} by {month}, {and_} no {y} will be {done2}.
It was {p2} who {done} the {a} {x} of {town}, {and_} {w} {ys} are {done2} {then}.
Nobody in {land} has {done} the {b} {x} since General {s2} {done2} the {ys} of {town} in {y4}.
{we} are {doing} the {xs} of {town} {then}, and {n} {ys} would be {done} if {p2} were not so {a}.
"""
DOERS = "We;My ministers and I;The council and I;All of us;Most of us;My colleagues;All of my friends".split(
    ";"
)
DO = "repair sell paint count close open move burn lend rent mend clean guard inspect rebuild insure".split()
DONE = "repaired sold painted counted closed opened moved burned lent rented mended cleaned guarded".split()
DOING = "repairing selling painting counting closing opening moving lending renting mending cleaning".split()
THEN = (
    "before the harvest;after the long winter;in spite of every warning;for the sake of our "
    "children;with great care;"
    "against my advice;without a single vote;in the coming season;at long last;behind closed doors"
).split(";")
AND = (
    "and I promise that;while;so that;and it is true that;because;although;which means that;and you know that"
).split(";")


def invented(dice: random.Random) -> Words:
    """A short speech by an invented person."""
    names = common(dice)
    told = [_sentence(line, dice) for line in dice.sample(lines(TOLD), 5)]
    title = f"Statement by Prime Minister {names['p']} of {names['land']}"
    speaker = f"Prime Minister {names['p']}"
    body = "\n\n".join((" ".join(told[:2]), told[2], " ".join(told[3:])))
    page = Source("invented", "", title, f"Government of {names['land']}", body)
    return Words(page, dice.choice(told), speaker, body)


def _sentence(shape: str, dice: random.Random) -> str:
    low = dice.randint(2, 9)
    x, y, z = dice.sample(NOUNS, 3)
    a, b = dice.sample(ADJECTIVES, 2)
    done, done2 = dice.sample(DONE, 2)
    plural = {one: f"{one}es" if one[-2:] == "ch" else f"{one}s" for one in (x, y)}
    slots = {
        "n": dice.randint(13, 890),
        "w": cardinal(low + 4),
        "w2": cardinal(low),
        "y4": dice.randint(1985, 2019),
        "month": dice.choice(MONTHS),
        "day": dice.choice(DAYS),
        "a": a,
        "b": b,
        "x": x,
        "y": y,
        "z": z,
        "xs": plural[x],
        "ys": plural[y],
        "we": dice.choice(DOERS),
        "do": dice.choice(DO),
        "done": done,
        "done2": done2,
        "doing": dice.choice(DOING),
        "then": dice.choice(THEN),
        "and_": dice.choice(AND),
    }
    return shape.format(**(common(dice) | slots)).replace("I are ", "I were ")


def number(words: list[str], dice: random.Random) -> list[str] | None:
    """One figure, or number in words, is another."""
    fit = []
    for at, word in enumerate(words):
        dated = at and bare(words[at - 1]) in MONTHS
        if bare(word).lower() in AMONG or (FIGURE.fullmatch(word) and not YEAR.fullmatch(word) and not dated):
            fit.append(at)
    if not fit:
        return None
    at = dice.choice(fit)
    word, told = words[at], FIGURE.fullmatch(words[at])
    if told is None:
        core = bare(word)
        new = dice.choice([each for each in COUNTED if each != core.lower()])
        return [*words[:at], swapped(word, new.capitalize() if core[0].isupper() else new), *words[at + 1 :]]
    digits = told["digits"]
    while digits == told["digits"]:
        spot = dice.choice([n for n, mark in enumerate(digits) if mark.isdigit()])
        digits = digits[:spot] + dice.choice("123456789") + digits[spot + 1 :]
    return [*words[:at], f"{told['front']}{digits}{told['back']}", *words[at + 1 :]]


def _put(words: list[str], fit: list[tuple[int, str]], dice: random.Random) -> list[str] | None:
    if not fit:
        return None
    at, new = dice.choice(fit)
    return [*words[:at], swapped(words[at], new), *words[at + 1 :]]


def name(words: list[str], dice: random.Random) -> list[str] | None:
    """A person, a body or a country is another."""
    fit = []
    for at, word in enumerate(words):
        core = bare(word).removesuffix("’s").removesuffix("'s")
        if core in PLACES:
            fit.append((at, dice.choice([place for place in PLACES if place != core])))
        elif re.fullmatch(r"[A-Z]{3,6}", core) and core not in ("COVID", "USA", "AND", "THE"):
            fit.append((at, dice.choice([body for body in BODIES if body != core])))
        elif core in SURNAMES:
            fit.append((at, dice.choice([each for each in SURNAMES if each != core])))
        elif core in TOWNS and at:
            fit.append((at, dice.choice([each for each in TOWNS if each != core])))
        elif at and words[at - 1] in TITLES and re.fullmatch(r"[A-Z][a-z]+", core) and core not in TITLES:
            last = at + 1 < len(words) and words[at][-1].isalpha() and re.match(r"[A-Z][a-z]+", words[at + 1])
            fit.append((at + bool(last), dice.choice(SURNAMES)))
    return _put(words, fit, dice)


def when(words: list[str], dice: random.Random) -> list[str] | None:
    """A month, a weekday, a day of a month or a year is another."""
    fit = []
    for at, word in enumerate(words):
        core = bare(word)
        if core in MONTHS and core not in ("March", "May"):
            fit.append((at, dice.choice([each for each in MONTHS if each != core])))
        elif core in DAYS:
            fit.append((at, dice.choice([each for each in DAYS if each != core])))
        elif re.fullmatch(r"(?:19|20)\d\d", core):
            fit.append((at, str(int(core) + dice.choice([-12, -3, -1, 1, 2, 5]))))
        elif at and bare(words[at - 1]) in MONTHS and re.fullmatch(r"\d\d?", core):
            fit.append((at, str(dice.choice([n for n in range(1, 29) if str(n) != core]))))
    return _put(words, fit, dice)


def negation(words: list[str], dice: random.Random) -> list[str] | None:
    """A negation is lost, or gained."""
    lost = [
        at for at, word in enumerate(words) if word.lower() in ("not", "never") or re.search(r"n[’']t$", word)
    ]
    if lost and dice.random() < 0.6:
        at = dice.choice(lost)
        if words[at].lower() in ("not", "never"):
            return [*words[:at], *words[at + 1 :]]
        plain = {"ca": "can", "wo": "will"}.get(base := re.sub(r"n[’']t$", "", words[at]), base)
        return [*words[:at], plain, *words[at + 1 :]]
    gained = [
        at
        for at, word in enumerate(words[:-1])
        if word.lower() in NEGATABLE and at + 1 not in lost and words[at + 1].lower() not in ("no", "nothing")
    ]
    if not gained:
        return None
    at = dice.choice(gained)
    word = words[at]
    if dice.random() < 0.4 and word.lower() not in ("can", "will", "must"):
        return [*words[:at], f"{word}n’t", *words[at + 1 :]]
    new = (
        "never" if word.lower() in ("will", "has", "have", "had", "would") and dice.random() < 0.3 else "not"
    )
    return [*words[: at + 1], new, *words[at + 1 :]]


def marks(words: list[str], dice: random.Random) -> list[str] | None:
    """Words stand within the marks that were not said: at the end, or further in."""
    way = dice.random()
    if way < 0.35:
        return [*words[:-1], words[-1].rstrip("."), *dice.choice(ADDED).split()]
    if way < 0.7:
        x, y = dice.sample(NOUNS, 2)
        tail = f"{dice.choice(TAILS)} {dice.choice(DO)} the {dice.choice(ADJECTIVES)} {x} {dice.choice(THEN)}"
        return [*words[:-1], words[-1].rstrip(".") + dice.choice([",", ",", " –"]), *tail.format(y=y).split()]
    extra = dice.choice(ADDED).split()
    after = [n + 1 for n, word in enumerate(words[:-3]) if n > 2 and word[-1].isalnum() and word[0].islower()]
    commas = [n + 1 for n, word in enumerate(words[:-2]) if n > 2 and word.endswith(",")]
    if commas:
        spot = dice.choice(commas)
        return [*words[:spot], *extra[:-1], extra[-1] + ",", *words[spot:]]
    if not after:
        return None
    spot = dice.choice(after)
    return [*words[: spot - 1], words[spot - 1] + ",", *extra[:-1], extra[-1] + ",", *words[spot:]]


CHANGES = {
    "wording-number": number,
    "wording-name": name,
    "wording-date": when,
    "wording-negation": negation,
    "wording-marks": marks,
}
KINDS = (*CHANGES, "wording-speaker")


def kept(words: list[str], dice: random.Random) -> list[str]:
    """Changed only as a faithful reporter may: not at all, cut, or cut and marked as such."""
    way = dice.choice(["copy", "copy", "first", "last", "ellipsis"])
    half = len(words) // 2
    if way == "first" and half >= 7:
        return words[:half]
    if way == "last" and half >= 7:
        return words[half:]
    if way == "ellipsis" and len(words) >= 18:
        return [*words[:7], dice.choice(["…", "...", "[…]"]), *words[-7:]]
    return words


def reported(kind: str, words: Words, dice: random.Random, wrong: bool) -> tuple[str, str] | None:
    """A paragraph that quotes the words, with ⟦ ⟧ around the quotation; and who really said them."""
    told = words.said.rstrip(".").split()
    if wrong and kind in CHANGES:
        changed = CHANGES[kind](told, dice)
        if changed is None:
            return None
    else:
        changed = told if wrong else kept(told, dice)
    post = next((post for post in HELD if words.speaker.startswith(post)), "")
    full = words.speaker.removeprefix(post).strip()
    who = words.speaker
    if dice.random() < 0.4 and post and len(full.split()) > 1:
        who = dice.choice([full, f"{post} {full.split()[-1]}"])
    if wrong and kind == "wording-speaker":
        who = people(dice, 1)[0][0]
        if dice.random() < 0.4:
            who = f"{dice.choice(['Senator', 'Governor', 'Minister', 'Ambassador'])} {who}"
    shape = dice.choice(lines(QUOTED))
    half = len(changed) // 2
    told_now = " ".join(changed)
    slots = common(dice) | {
        "q": told_now,
        "who": who,
        "a": " ".join(changed[:half]).rstrip(","),
        "b": " ".join(changed[half:]),
        "on": dice.choice(["", _said_on(words, dice.choice(DAYS)), ""]),
    }
    shown = re.sub(r"([“\"])(?=\{)(.*)(?<=\})([,.]?[”\"])", r"⟦\1\2\3⟧", shape).format(**slots)
    return shown[0].upper() + shown[1:] if shown[0] != "⟦" else shown, words.speaker


def _said_on(words: Words, drawn: str) -> str:
    """The weekday on which words were said, so that a report has no second fault; none of invented ones."""
    return f" on {weekday(date.fromisoformat(words.source.day))}" if drawn and words.source.day else ""


def made(kind: str, dice: random.Random, wrong: bool, day: date) -> tuple[Words, Made]:
    """From words of our own."""
    while True:
        words = invented(dice)
        if told := reported(kind, words, dice, wrong):
            return words, Made([[], [told[0]]], dice.randint(1, 4))
