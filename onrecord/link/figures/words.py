"""A language's data becomes one immutable index; without data only labels and exact names count."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module

LANGUAGES = ("en",)

_LETTER = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Words:
    """What the parts of this package ask of a language; every word is lower-case.

    Attributes:
        gender: what a title or role shows of its bearer, "m" or "f".
        given: given names with their usual gender, "" where they have none.
        states: adjectives, peoples and capitals, each with the state's name.
        places: words of which the names of places are made.
        titles: every form of a word that may be printed as a title, in the plural too.
        body_parts: words that make a name that of a body, `bodies` and `body_words`.
    """

    courtesy: dict[str, str]
    short: dict[str, str]
    roles: frozenset[str]
    gender: dict[str, str]
    kin: frozenset[str]
    regnal: frozenset[str]
    looser: dict[str, frozenset[str]]
    heads: frozenset[str]
    portfolios: frozenset[str]
    body_words: frozenset[str]
    bodies: frozenset[str]
    body_nouns: frozenset[str]
    body_like: dict[str, frozenset[str]]
    groups: frozenset[str]
    numbers: dict[str, int]
    not_names: frozenset[str]
    determiners: frozenset[str]
    former: frozenset[str]
    prepositions: frozenset[str]
    nameless: frozenset[str]
    plurals: frozenset[str]
    utterances: frozenset[str]
    asked: frozenset[str]
    answered: frozenset[str]
    subordinators: frozenset[str]
    offices: dict[str, str]
    addressed: dict[str, tuple[str, str]]
    parties: dict[str, str]
    given: dict[str, str]
    states: dict[str, str]
    places: frozenset[str]
    titles: frozenset[str]
    body_parts: frozenset[str]


@cache
def words(language: str | None) -> Words | None:
    """The index of a language, or None where there is none."""
    if language not in LANGUAGES:
        return None
    data = import_module(f"onrecord.link.figures.languages.{language}")
    states, places, peoples = _places()
    male, female = frozenset(data.ROLES_MALE), frozenset(data.ROLES_FEMALE)
    roles = frozenset(data.ROLES) | male | female
    titles = roles | frozenset(data.SHORT_TITLES)
    gender = {**dict.fromkeys(male, "m"), **dict.fromkeys(female, "f")}
    return Words(
        courtesy=data.COURTESY,
        short=data.SHORT_TITLES,
        roles=roles,
        gender=gender,
        kin=frozenset(data.KIN),
        regnal=frozenset(data.REGNAL),
        looser={word: frozenset(like.split()) for word, like in data.LOOSER.items()},
        heads=frozenset(data.HEADS_OF_STATE),
        portfolios=frozenset(data.PORTFOLIOS),
        body_words=frozenset(data.BODY_WORDS),
        bodies=frozenset(data.BODIES),
        body_nouns=frozenset(data.BODY_NOUNS),
        body_like={word: frozenset(like.split()) for word, like in data.BODY_LIKE.items()},
        groups=frozenset(data.GROUP_NOUNS),
        numbers=data.NUMBERS,
        not_names=frozenset(data.NOT_NAMES),
        determiners=frozenset(data.DETERMINERS),
        former=frozenset(data.FORMER),
        prepositions=frozenset(data.PREPOSITIONS),
        nameless=frozenset(data.NAMELESS),
        plurals=frozenset(data.PLURALS) | peoples,
        utterances=frozenset(data.UTTERANCES),
        asked=frozenset(data.ASKED),
        answered=frozenset(data.ANSWERED),
        subordinators=frozenset(data.SUBORDINATORS),
        offices=data.OFFICE_LABELS,
        addressed=data.ADDRESSED,
        parties=data.PARTIES,
        given=_given(),
        states=states,
        places=places,
        titles=titles | {f"{title}s" for title in titles} | frozenset(data.COURTESY),
        body_parts=frozenset(data.BODIES) | frozenset(data.BODY_WORDS),
    )


@lru_cache(8192)
def folded(word: str) -> str:
    """Lower-case without accents, for comparing only."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(ch for ch in parts if not unicodedata.combining(ch)).replace("’", "'")


def _given() -> dict[str, str]:
    from onrecord.link.figures.languages import given

    both = frozenset(given.EITHER)
    out = dict.fromkeys(both, "")
    for names, letter in ((given.MEN, "m"), (given.WOMEN, "f")):
        out.update((folded(name), letter) for name in names if name not in both)
    return out


def _places() -> tuple[dict[str, str], frozenset[str], frozenset[str]]:
    from onrecord.link.figures.languages import places

    states: dict[str, str] = {}
    peoples: set[str] = set()
    parts: set[str] = set(places.OTHERS.split())
    for line in places.STATES.strip().splitlines():
        name, rest = line.split(":")
        adjectives, capital = rest.split(";")
        for word in (name, capital.strip(), *_phrases(adjectives)):
            states.setdefault(word, name)
            parts.update(word.split())
        peoples.update(w for w in adjectives.split() if w.endswith("s") and w not in ("u.s.", "us"))
    return states, frozenset(parts), frozenset(peoples)


def _phrases(adjectives: str) -> list[str]:
    """The adjectives of a state: single words, or one phrase of two ("south korean")."""
    phrase = adjectives.strip()
    return (
        [phrase, *phrase.split()]
        if phrase.startswith(("south ", "north ", "new ", "costa ", "sri ", "sierra "))
        else phrase.split()
    )


@cache
def capitals() -> str:
    """A regular expression's class of every capital letter of the scripts that have capitals."""
    points = [n for low, high in ((0x41, 0x590), (0x10A0, 0x1100), (0x1E00, 0x2000)) for n in range(low, high)
              if unicodedata.category(chr(n)) in ("Lu", "Lt")]  # fmt: skip
    ranges: list[list[int]] = []
    for n in points:
        if ranges and n == ranges[-1][1] + 1:
            ranges[-1][1] = n
        else:
            ranges.append([n, n])
    return "".join(chr(a) if a == b else f"{chr(a)}-{chr(b)}" for a, b in ranges)
