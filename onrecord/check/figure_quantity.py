"""A quantity told in other words is one where what is measured, of whom and when stand on both sides."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import ModuleType

from onrecord.check.figure_likeness import Figure, contrast, unmixed

_SURE = 0.7
_ONE = 1  # days within which two texts tell of what may grow
_CLOSE = 3  # ... and of what does not
_EVENT_DAYS = 2  # days by which two texts may date one named event differently
_LATE = 7  # days after which an event is no longer retold as news
_LIKE = 0.6  # share of the shorter sentence's telling words that both have
_DATED_LIKE = 0.5  # ... where both give the day on which people were hurt
_LEAST_SHARED, _LEAST_BITS = 3, 28.0
_MEASURED_SHARED, _MEASURED_BITS = 2, 15.0  # where what is measured and when are told
_OWN = 9.5  # bits of a word right at the number that makes another thing of it
_BESIDE = 0.05  # part of a figure by which another in the sentence is it too
_NAMES = 2  # shared names that say of what a sentence is that begins with "they" or "when she"


def same_quantity(a: Figure, b: Figure, days: int, one_voice: bool, data: ModuleType) -> float:
    """How sure it is that two figures are of one quantity, however their sentences are built; else 0.

    Args:
        days: between the two texts, 0 within one.
        one_voice: whether they stand in one text or outlet, which tells more often of two things than twice
            of one.
    """
    if a.outcome != b.outcome or not unmixed(a, b) or contrast(a, b) or not _one_role(a, b, data):
        return 0.0
    if _beside(a, b):
        return 0.0
    names = (a.words.keys() & b.words.keys()) & (a.names | b.names)
    if not names or any(_doubtful(one, a, b, len(names)) for one in (a, b)) or _another(a, b, data):
        return 0.0
    measured = bool(a.words.keys() & b.words.keys() & data.MEASURED)
    return _SURE if _one_period(a, b, days, measured) and _enough(a, b, len(names), one_voice, data) else 0.0


def _one_role(a: Figure, b: Figure, data: ModuleType) -> bool:
    """Whether both are levels, or both changes in one direction."""
    if {a.role, b.role} == {"", "by"}:
        level, change = (a, b) if b.role else (b, a)
        return "growth" in level.words and data.SAME["grew"] in change.words  # "grew by 2", "growth was 2"
    if a.role != b.role or a.role == "from":
        return False
    return not a.role or bool(a.words.keys() & b.words.keys() & data.MOVING)


def _enough(a: Figure, b: Figure, names: int, one_voice: bool, data: ModuleType) -> bool:
    """Whether what both sentences say shows that they are of one quantity."""
    mine, yours = _stems(_telling(a.words, data)), _stems(_telling(b.words, data))
    shared = mine.keys() & yours.keys()
    told = sum(mine[word] for word in shared)
    dated = bool(set(a.times) & set(b.times))
    like = _DATED_LIKE if dated and a.outcome else _LIKE
    if told < like * min(sum(mine.values()), sum(yours.values())):
        return False
    own = [_own(one, other, data) for one, other in ((a, b), (b, a))]
    thing = bool(set(a.things) & set(b.things))
    if one_voice and any(own) and not (a.outcome and thing):
        return False
    measured = bool((a.words.keys() & b.words.keys()) & data.MEASURED)
    whole = a.names <= b.words.keys() and b.names <= a.words.keys()
    if (
        dated
        and (measured or (a.head and a.head == b.head))
        and (whole or a.outcome)
        and not (all if a.outcome else any)(own)
    ):
        return len(shared) >= _MEASURED_SHARED and told >= _MEASURED_BITS
    if len(shared) < _LEAST_SHARED or told < _LEAST_BITS or not (whole or a.outcome or names >= _NAMES):
        return False
    if any(own) if measured else all(own) and not (dated and a.outcome):
        return False
    return bool(measured or a.outcome or (a.near & b.near and (dated or thing or not one_voice)))


def _another(a: Figure, b: Figure, data: ModuleType) -> bool:
    """Whether a word that only one of them has makes another thing of it."""
    if a.head and b.head and a.head != b.head:
        return True
    mine, yours = a.words.keys() - b.words.keys(), b.words.keys() - a.words.keys()
    telling = (data.TELLING | data.MEASURED) - data.MOVING
    if a.outcome and set(a.things) & set(b.things):
        telling -= data.SIDES
    for own, others, all_others in ((mine, yours, b.words.keys()), (yours, mine, a.words.keys())):
        for word in own & telling:
            got = word in data.GETTING and not others & telling
            if not got and not data.MATCHING.get(word, frozenset()) & all_others:
                return True
    return False


def _telling(words: Mapping[str, float], data: ModuleType) -> dict[str, float]:
    """The words of a sentence without those that only carry its figure."""
    return {word: bits for word, bits in words.items() if word not in data.CARRYING | data.MOVING}


def _stems(words: Mapping[str, float]) -> dict[str, float]:
    """Words without the endings of verbs: "linked" and "linking" are one."""
    return {_stem(word): bits for word, bits in words.items()}


def _stem(word: str) -> str:
    for ending, least in (("ing", 6), ("ed", 5), ("e", 4)):
        if word.endswith(ending) and len(word) >= least:
            word = word[: -len(ending)]
            return word[:-1] if ending != "e" and word[-1] == word[-2] and word[-1] not in "sl" else word
    return word


def _doubtful(one: Figure, a: Figure, b: Figure, names: int) -> bool:
    """Whether a sentence is of what may be, stands in a list, or leans on the one before it."""
    averages = "average" in a.words and "average" in b.words  # both say so
    return (one.signs.unreal and not averages) or one.signs.listed or (one.signs.pointing and names < _NAMES)


def _one_period(a: Figure, b: Figure, days: int, measured: bool) -> bool:
    """Whether both can be of one period: by what they say, or by when they say it."""
    running = a.signs.running or b.signs.running
    event = bool(a.outcome) and not running and bool(set(a.things) & set(b.things)) and days <= _LATE
    one, other = set(a.times), set(b.times)
    if not (one <= other or other <= one) and not _one_weekday(a.times, b.times):
        return event and _apart(a.times, b.times) <= _EVENT_DAYS
    if event or days == 0 or (days <= _ONE and not running):
        return True
    growing = a.signs.growing or b.signs.growing
    if a.times and a.times == b.times and measured and not running:
        return not growing
    return days <= _CLOSE and not growing


def _one_weekday(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether both give one day, the same of two weeks: "on Tuesday" is last week's or this one's."""
    return _apart(one, other) == 7


def _apart(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """The days between two days; many where either is none."""
    try:
        first, second = (date.fromisoformat(times[0]) for times in (one, other) if len(times) == 1)
    except ValueError:
        return 1 << 30
    return abs((first - second).days)


def _own(one: Figure, other: Figure, data: ModuleType) -> bool:
    """Whether it has a word of its own right at the number that the other lacks altogether."""
    theirs = _stems(other.words)
    empty = data.CARRYING | data.MOVING | data.GETTING
    return any(
        one.words[word] >= _OWN
        and word not in empty
        and _stem(word) not in theirs
        and not data.MATCHING.get(word, frozenset()) & other.words.keys()
        for word in one.near
    )


def _beside(a: Figure, b: Figure) -> bool:
    """Whether either sentence has a further figure that the other's may be, rounded."""
    pairs = ((a.others, b.value), (b.others, a.value))
    return any(abs(other - value) <= _BESIDE * value for others, value in pairs for other in others)
