"""A word form stands for one act, whether it is printed as a verb or as a noun; nothing here sees a text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from onrecord.link.figures.languages import places
from onrecord.link.matters.languages import en_acts
from onrecord.link.matters.languages import en_happenings as words

_VOWELS = "aeiou"


class Form(NamedTuple):
    """What a printed word can be.

    Attributes:
        act: the base form of its verb.
        verb: letters for what it can be as a verb: b base, s third person, p past, n participle, g "-ing".
        noun: whether it can be a noun of doing.
        to: prepositions before whom or what it is done to.
        alone: whether the act is done to nobody ("resign").
        owned: whether a possessor is whom it is done to ("her arrest").
        of: whether what "of" joins to the noun does it ("the meeting of the council").
    """

    act: str
    verb: str
    noun: bool
    to: frozenset[str]
    alone: bool
    owned: bool
    of: bool


class Kinds:
    """What the words around a doing can be: one letter a word."""

    DETERMINER, PREPOSITION, BE, HAVE, DO, MODAL, AND = "dpbhomc"
    THAT, PRONOUN, NOT, ADVERB, TO, STOP, DOING, MARK = "trnavxfz"


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return _doubled(base) + "ed"


def _doubled(base: str) -> str:
    """ "ban" doubles its last letter; longer verbs stand in the table with their past form."""
    short = len(base) > 2 and base[-1] not in "wxyaeiou" and base[-2] in _VOWELS and base[-3] not in _VOWELS
    return base + base[-1] if short and sum(c in _VOWELS for c in base) == 1 else base


def _third(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return base + "es"
    return base[:-1] + "ies" if base.endswith("y") and base[-2] not in _VOWELS else base + "s"


def _ing(base: str, past: str) -> str:
    if base == "die":
        return "dying"
    if base.endswith("ee") or not base.endswith("e"):
        return (past[:-2] if past.endswith("ed") and not base.endswith("y") else _doubled(base)) + "ing"
    return base[:-1] + "ing"


def _rows() -> Iterator[tuple[list[str], list[str], frozenset[str], frozenset[str]]]:
    for line in en_acts.ACTS.strip().splitlines():
        cells = [cell.split() for cell in line.split("|")] + [[], [], []]
        yield cells[0], cells[1], frozenset(cells[2]), frozenset(cells[3])


@cache
def forms() -> dict[str, Form]:
    """Every printed form, in lower case."""
    made: dict[str, Form] = {}
    for verbs, nouns, to, flags in _rows():
        base, irregular = verbs[0], len(verbs) == 3
        past, participle = (verbs[1], verbs[2]) if irregular else (_past(base), _past(base))
        act = words.SAME_ACTS.get(base, base)
        form = Form(act, "", False, to, "i" in flags, "o" in flags, bool(flags & {"i", "s"}))
        kinds = [(base, "b"), (_third(base), "s"), (past, "p"), (participle, "n")]
        if base in nouns:
            kinds.remove((_third(base), "s"))  # "arrests" is oftener a noun
        for printed, kind in [*kinds, (_ing(base, past), "g")]:
            # A base form is read only behind an auxiliary, so that "back" and "fine" can stay in the table.
            if kind == "b" or printed not in words.NOT_VERBS:
                _put(made, printed, form._replace(verb=kind))
        for noun in nouns:
            _put(made, noun, form._replace(noun=True))
    return made


def _put(made: dict[str, Form], printed: str, form: Form) -> None:
    held = made.get(printed)
    if held and held.act == form.act:
        made[printed] = held._replace(verb=held.verb + form.verb, noun=held.noun or form.noun)
    elif held is None:
        made[printed] = form


@cache
def kinds() -> dict[str, str]:
    """Words that are no names and no nouns, with the letter of what they are."""
    made: dict[str, str] = {}
    for group, letter in (
        (words.STOPPERS, Kinds.STOP), (words.DETERMINERS, Kinds.DETERMINER),
        (words.PREPOSITIONS, Kinds.PREPOSITION), (words.ADVERBS, Kinds.ADVERB),
        (words.SUBORDINATORS, Kinds.THAT), (words.COORDINATORS, Kinds.AND),
        (words.PRONOUNS, Kinds.PRONOUN), (words.DO, Kinds.DO), (words.HAVE, Kinds.HAVE), (words.BE, Kinds.BE),
        (words.MAY | words.WILL, Kinds.MODAL), (words.NOT, Kinds.NOT), ({"to"}, Kinds.TO),
    ):  # fmt: skip
        made |= dict.fromkeys(group, letter)
    for pronoun in words.PRONOUNS:
        for mark in "'’":
            made |= {pronoun + mark + end: Kinds.PRONOUN for end in ("s", "re", "ve", "ll", "d", "m")}
    for printed, form in forms().items():
        if not form.noun and form.verb != "b":
            made.setdefault(printed, Kinds.DOING)
    return made


@cache
def states() -> dict[str, str]:
    """Names of states, and the words for their people and what is theirs, with the name that is compared."""
    made: dict[str, str] = {}
    for line in places.STATES.strip().splitlines():
        name, _, rest = line.partition(":")
        own = words.SAME_NAMES.get(name.strip(), name.strip())
        made[name.strip()] = own
        for word in rest.partition(";")[0].split():
            if len(name.split()) == 1:
                made.setdefault(word, own)
    return made | words.SAME_NAMES


@cache
def doubles() -> frozenset[str]:
    """Names of states of two words or more."""
    return frozenset(name for name in states() if " " in name)


def singular(word: str) -> str:
    """A plural cut back to its singular, by rule; the same cut for every spelling."""
    if len(word) < 4 or word.endswith(("ss", "us", "is")) or not word.endswith("s"):
        return word
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("ches", "shes", "xes", "sses")) else word[:-1]
