"""One change of a known kind is made to a statement, and where it was made is known to the word.

A change is a pure function of the words (parted at white space) and of a random number generator; None where
the statement offers nothing to change. The names that are put in are invented or of no text that is measured.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

Words = Sequence[str]
Range = tuple[int, int]


class Change(NamedTuple):
    """A changed statement: its words, the ranges of words that are changed in it, and those in the original.

    `kept` are the ranges of the original that are still there; where it is empty, all of it.
    """

    words: list[str]
    here: tuple[Range, ...] = ()
    there: tuple[Range, ...] = ()
    kept: tuple[Range, ...] = ()


MONTHS = "January February March April June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
COUNTED = "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty".split()
TITLES = frozenset(
    "President Secretary Minister Chancellor Senator Governor Ambassador Administrator Director Mr. Ms. "
    "Mrs. Dr. Chairman Chairwoman Chair Speaker King Queen Prince Mayor Congressman Congresswoman "
    "General".split()
)
SURNAMES = (
    "Okafor Lindqvist Moreau Tanaka Petrosyan Ferreira Kowalczyk Haddad Nakamura Osei Bergström Delacroix "
    "Ramanathan Quispe Abernathy Castellano Horvath Mbeki Sorensen Villanueva Zhao Achterberg Yildiz Novak"
).split()
BODIES = "OPEC UNICEF ASEAN INTERPOL UNESCO NAFTA MERCOSUR CERN ECOWAS OSHA NOAA FERC SBA GAO".split()
PLACES = (
    "Afghanistan Albania Argentina Armenia Australia Austria Belgium Brazil Canada Chile China Colombia "
    "Denmark Egypt Ethiopia Finland France Georgia Germany Greece Haiti India Indonesia Iran Iraq "
    "Ireland Israel Italy Japan Jordan Kenya Mexico Norway Poland Romania Russia Spain Sudan Sweden "
    "Syria Taiwan Turkey Ukraine Vietnam Yemen Alaska Arizona California Colorado Florida Hawaii "
    "Illinois Kansas Kentucky Louisiana Maryland Michigan Minnesota Nevada Ohio Oregon Pennsylvania "
    "Tennessee Texas Utah Virginia Wisconsin"
).split()
BE = frozenset("is are was were will can could should would must".split())
SUBJECTS = frozenset("we i they he she it this that there".split())
NEGATED = {"can’t": "can", "won’t": "will", "can't": "can", "won't": "will", "cannot": "can"}
PLAIN = frozenset(
    "about after again also been being before both could does doing down each even ever every from have "
    "having here into just like more most much must only other over same shall should some such than "
    "that their them then there these they this those through under until upon very were what when "
    "where which while will with within without would your yours ours because between during against".split()
)
FIGURE = re.compile(r"(?P<front>[$€(]*)(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<back>%?[-\w]*[.,;:)]*)")
YEAR = re.compile(r"(?:19|20)\d\d[.,;:)]*")
BODY = re.compile(r"[A-Z]{3,6}(?=[.,;:)]*$|’s$|'s$)")
CAPITAL = re.compile(r"[A-Z][a-zà-ÿ’-]+")
LETTERS = re.compile(r"[A-Za-zÀ-ÿ-]+")


def bare(word: str) -> str:
    """A word without the marks around it."""
    return word.strip(".,;:!?()[]“”\"'‘’")


def swapped(word: str, new: str) -> str:
    """A word with its letters replaced and the marks around it kept."""
    core = bare(word)
    core = core[:-2] if core.endswith(("’s", "'s")) else core
    return word.replace(core, new, 1)


def one(words: Words, place: int, new: str) -> Change:
    """One word replaced."""
    changed = [*words[:place], new, *words[place + 1 :]]
    return Change(changed, ((place, place + 1),), ((place, place + 1),))


def copy(words: Words, chance: random.Random) -> Change | None:
    """Nothing changed."""
    return Change(list(words))


def first(words: Words, chance: random.Random) -> Change | None:
    """The first half only."""
    half = (len(words) + 1) // 2
    return Change(list(words[:half]), kept=((0, half),)) if half >= 7 else None


def middle(words: Words, chance: random.Random) -> Range | None:
    """What may be left out so that six words stay on both sides, or None where there are too few."""
    size = len(words)
    if size < 16:
        return None
    left_out = chance.randint(3, min(size // 2, size - 12))
    start = chance.randint(6, size - left_out - 6)
    return start, start + left_out


def ellipsis(words: Words, chance: random.Random) -> Change | None:
    """The middle left out, which a mark shows."""
    gap = middle(words, chance)
    if gap is None:
        return None
    mark = chance.choice(["…", "...", "[...]", "[…]", ". . ."])
    kept = ((0, gap[0]), (gap[1], len(words)))
    return Change([*words[: gap[0]], mark, *words[gap[1] :]], ((gap[0], gap[0] + 1),), (gap,), kept)


def merged(words: Words, chance: random.Random) -> Change | None:
    """The middle left out, and nothing shows it."""
    gap = middle(words, chance)
    if gap is None:
        return None
    kept = ((0, gap[0]), (gap[1], len(words)))
    return Change([*words[: gap[0]], *words[gap[1] :]], ((gap[0] - 1, gap[0] + 1),), (gap,), kept)


def _among(places: list[int], chance: random.Random) -> int | None:
    return chance.choice(places) if places else None


def number(words: Words, chance: random.Random) -> Change | None:
    """One figure, or number in words, put for another."""

    def numeric(place: int) -> bool:
        word = words[place]
        dated = place > 0 and bare(words[place - 1]) in (*MONTHS, "May")
        return bare(word).lower() in COUNTED or bool(
            FIGURE.fullmatch(word) and not YEAR.fullmatch(word) and not dated
        )

    place = _among([n for n in range(len(words)) if numeric(n)], chance)
    if place is None:
        return None
    told = FIGURE.fullmatch(words[place])
    if told is None:
        return one(words, place, swapped(words[place], _other(bare(words[place]), COUNTED, chance)))
    digits = told["digits"]
    while digits == told["digits"]:
        digits = "".join(chance.choice("123456789") if mark.isdigit() else mark for mark in told["digits"])
    return one(words, place, f"{told['front']}{digits}{told['back']}")


def _other(word: str, among: Sequence[str], chance: random.Random) -> str:
    new = chance.choice([each for each in among if each.lower() != word.lower()])
    return new.capitalize() if word[:1].isupper() and new.islower() else new


def date(words: Words, chance: random.Random) -> Change | None:
    """A month, a weekday, a day of a month or a year put for another."""
    places = [n for n, word in enumerate(words) if bare(word) in (*MONTHS, *DAYS) or YEAR.fullmatch(word)]
    place = _among(places, chance)
    if place is None:
        return None
    core = bare(words[place])
    if core.isdigit():
        return one(words, place, swapped(words[place], str(int(core) + chance.choice([-7, -3, -2, 2, 4, 9]))))
    return one(words, place, swapped(words[place], _other(core, MONTHS if core in MONTHS else DAYS, chance)))


def name(words: Words, chance: random.Random) -> Change | None:
    """The name of a person that follows a title, or the short name of a body, put for another."""
    places = []
    for n, word in enumerate(words):
        if BODY.match(word) and bare(word) not in BODIES and bare(word) not in ("COVID", "USA"):
            places.append(n)
        if n and words[n - 1] in TITLES and CAPITAL.match(word) and bare(word) not in TITLES:
            last = n
            while last + 1 < len(words) and words[last][-1].isalpha() and CAPITAL.match(words[last + 1]):
                last += 1
            places.append(last)
    place = _among(places, chance)
    if place is None:
        return None
    return one(
        words, place, swapped(words[place], chance.choice(BODIES if BODY.match(words[place]) else SURNAMES))
    )


def place(words: Words, chance: random.Random) -> Change | None:
    """A country or a state put for another."""
    where = _among([n for n, word in enumerate(words) if bare(word).removesuffix("’s") in PLACES], chance)
    if where is None:
        return None
    return one(
        words, where, swapped(words[where], _other(bare(words[where]).removesuffix("’s"), PLACES, chance))
    )


def negation(words: Words, chance: random.Random) -> Change | None:
    """A negation lost, or gained."""
    lost = [n for n, word in enumerate(words) if _negates(word)]
    if lost and chance.random() < 0.7:
        where = chance.choice(lost)
        word = words[where]
        if word.lower() in ("not", "never"):
            return Change([*words[:where], *words[where + 1 :]], ((where, where),), ((where, where + 1),))
        return one(words, where, NEGATED.get(word.lower(), re.sub(r"n[’']t", "", word)))
    gained = [n for n, word in enumerate(words[:-1]) if word.lower() in BE and not _negates(words[n + 1])]
    place = _among(gained, chance)
    if place is None:
        return None
    return Change(
        [*words[: place + 1], "not", *words[place + 1 :]],
        ((place + 1, place + 2),),
        ((place + 1, place + 1),),
    )


def _negates(word: str) -> bool:
    return word.lower() in ("not", "never", "cannot") or bool(re.fullmatch(r"\w+n[’']t", word))


def question(words: Words, chance: random.Random) -> Change | None:
    """An assertion made a question, or the reverse."""
    last = len(words) - 1
    end: Range = (last, last + 1)
    if words[last].endswith("?"):
        return Change([*words[:last], words[last][:-1] + "."], (end,), (end,))
    if not words[last][-1].isalpha() and words[last][-1] != ".":
        return None
    asked = [*words[:last], words[last].rstrip(".") + "?"]
    if words[0].lower() in SUBJECTS and words[1] in BE:
        asked[0], asked[1] = words[1].capitalize(), words[0] if words[0] == "I" else words[0].lower()
        return Change(asked, (end, (0, 2)), (end, (0, 2)))
    return Change(asked, (end,), (end,)) if words[last].endswith(".") else None


def marks(words: Words, chance: random.Random) -> Change | None:
    """Some words taken into quotation marks."""
    size = chance.randint(2, 5)
    fit = range(2, len(words) - size - 1)
    plain = [n for n in fit if all(any(map(str.isalnum, word)) for word in words[n : n + size])]
    if not plain:
        return None
    start = chance.choice(plain)
    inside = list(words[start : start + size])
    inside[0] = "“" + inside[0]
    inside[-1] = re.sub(r"([.,;:]*)$", r"”\1", inside[-1], count=1)
    where = ((start, start + size),)
    return Change([*words[:start], *inside, *words[start + size :]], where, where)


class Rewording:
    """Half of the content words replaced by words of the same shape from other statements."""

    def __init__(self, statements: Sequence[Words]) -> None:
        self.pool: dict[str, list[str]] = {}
        for word in sorted({bare(word) for words in statements for word in words if content(word)}):
            self.pool.setdefault(shape(word), []).append(word)

    def __call__(self, words: Words, chance: random.Random) -> Change | None:
        """The statement reworded."""
        places = [n for n, word in enumerate(words) if content(word)]
        if len(places) < 4:
            return None
        chosen = sorted(chance.sample(places, (len(places) + 1) // 2))
        new = list(words)
        for n in chosen:
            new[n] = swapped(
                words[n], _other(bare(words[n]), self.pool[shape(bare(words[n]))] + ["other"], chance)
            )
        where = tuple((n, n + 1) for n in chosen)
        return Change(new, where, where)


def content(word: str) -> bool:
    """Whether a word says what a sentence is about."""
    core = bare(word)
    return len(core) >= 4 and core.lower() not in PLAIN and bool(LETTERS.fullmatch(core))


def shape(word: str) -> str:
    """Words of one shape can stand for one another: capital, ending, rough length."""
    ending = next((end for end in ("ing", "ed", "ly", "tion", "ity", "s") if word.endswith(end)), "")
    return f"{word[0].isupper()} {ending} {len(word) // 3}"


Changing = Callable[[Words, random.Random], Change | None]

KINDS: dict[str, Changing] = {
    "copy": copy,
    "first half": first,
    "ellipsis": ellipsis,
    "merged halves": merged,
    "number": number,
    "date": date,
    "name": name,
    "place": place,
    "negation": negation,
    "question": question,
    "marks": marks,
}
