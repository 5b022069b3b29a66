"""Two figures are of one thing only where both sentences say so: in doubt, they are of two."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import ModuleType

from onrecord.check.figure_clauses import Signs

_LEAST_SHARED = 4  # telling words in common
_LEAST_BITS = 42.0  # ... and what they must tell together
_LIKE = 0.62  # share of the telling words of both that are common
_VERBATIM = 0.8  # ... from which on one sentence is the other retold
_CONTAINED = 0.8  # ... of the shorter one's
_NEAR = 0.5  # ... of those right beside the number
_ABOUT = 0.05  # "about" is read narrower here than elsewhere: who writes two figures means two
_MUCH = 12.0  # bits of a word that makes another thing of what is counted
_ZERO = 48  # the letter for no bits
_SMALL = 30.0  # a smaller number is not rounded to tens
_FACTOR = 1000.0


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as its claim holds it.

    Attributes:
        value, low, high: as in `Amount`, a figure with "about" being read narrower.
        printed: the number as printed, with its noun.
        sentence: start and end of its sentence, so that two figures of one are told.
        words: telling words -> bits; without the noun, the numbers and the times.
        names, near, modifiers: those of them that are names, that stand beside the number, and those
            between the number and its noun.
        times: EDTF dates.
        others: the values of other figures of the same unit in the sentence.
        signs: of which kind its sentence is.
        head: the noun, of what has a unit besides.
        outcome: what was done to those that it counts, or "".
        role: whether it is a level (""), a change ("by") or what was before ("from").
        things: things that the sentence names ("ferry-alma").
    """

    value: float
    low: float
    high: float
    printed: str
    sentence: tuple[int, int]
    words: Mapping[str, float]
    names: frozenset[str]
    near: frozenset[str]
    modifiers: tuple[str, ...]
    times: tuple[str, ...]
    others: tuple[float, ...]
    signs: Signs
    head: str = ""
    outcome: str = ""
    role: str = ""
    things: tuple[str, ...] = ()

    def packed(self) -> str:
        """As JSON: infinity is None, and a word's bits and marks are one letter each."""
        high = None if math.isinf(self.high) else self.high
        worths = "".join(chr(_ZERO + round(bits * 2)) for bits in self.words.values())
        marks = "".join(str((word in self.names) + 2 * (word in self.near)) for word in self.words)
        signs = "".join("01"[sign] for sign in self.signs)
        return json.dumps(
            [self.value, self.low, high, self.printed, self.sentence, " ".join(self.words), worths, marks,
             " ".join(self.modifiers), self.times, self.others, signs,
             f"{self.head}|{self.outcome}|{self.role}|{' '.join(self.things)}"],
            ensure_ascii=False, separators=(",", ":"),
        )  # fmt: skip


def unpacked(value: str) -> Figure:
    """A figure from its JSON."""
    number, low, high, printed, place, words, worths, marks, modifiers, *rest = json.loads(value)
    times, others, signs, more = rest
    head, outcome, role, things = more.split("|")
    told = {word: (ord(worth) - _ZERO) / 2 for word, worth in zip(words.split(), worths, strict=True)}
    marked = list(zip(told, map(int, marks), strict=True))
    names = frozenset(word for word, mark in marked if mark & 1)
    near = frozenset(word for word, mark in marked if mark & 2)
    return Figure(
        number, low, math.inf if high is None else high, printed, (place[0], place[1]), told, names, near,
        tuple(modifiers.split()), tuple(times), tuple(others), Signs(*(sign == "1" for sign in signs)),
        head, outcome, role, tuple(things.split()),
    )  # fmt: skip


def narrowed(value: float, low: float, high: float) -> tuple[float, float]:
    """What a figure can mean here: "about" is a twentieth, or what its digits show to be rounded."""
    if math.isinf(high) or low in (0.0, high) or high == value:
        return low, high
    zeros = 10.0 ** _zeros(value)
    slack = min(max(zeros / 2 if value >= 100 else 0.0, value * _ABOUT), high - value)
    return min(low + (value - low) - slack, value), value + slack


def _zeros(value: float) -> int:
    count = 0
    while value and value % 10 == 0 and count < 15:
        value, count = value / 10, count + 1
    return count


def apart(a: Figure, b: Figure) -> bool:
    """Whether two figures cannot be one, nor one the other rounded."""
    if a.low <= b.high and b.low <= a.high:
        return False
    small, large = sorted((abs(a.value), abs(b.value)))
    rounded = max(_unit(small), _unit(large)) / 2
    return large - small > rounded and small > 0 and large / small <= _FACTOR


def _unit(value: float) -> float:
    """The worth of the last digit that is no zero, where a number may have been rounded to it."""
    return min(10.0 ** _zeros(value), value / 5) if value >= _SMALL else 0.0


def same_thing(a: Figure, b: Figure, data: ModuleType) -> float:
    """How sure it is that two figures are of one thing, between 0 and 1; 0 where it is not."""
    if not unmixed(a, b) or not _one_time(a, b) or (a.head and b.head and a.head != b.head):
        return 0.0
    shared = a.words.keys() & b.words.keys()
    told = sum(a.words[word] for word in shared)
    if len(shared) < _LEAST_SHARED or told < _LEAST_BITS:
        return 0.0
    mine, yours = a.words.keys() - shared, b.words.keys() - shared
    whole = told + sum(a.words[w] for w in mine) + sum(b.words[w] for w in yours)
    shorter = min(sum(a.words.values()), sum(b.words.values()))
    beside = len(a.near & b.near) / max(1, min(len(a.near), len(b.near)))
    if told < _LIKE * whole or told < _CONTAINED * shorter or beside < _NEAR:
        return 0.0
    verbatim = told >= _VERBATIM * whole
    apart_by = (mine | yours) & (a.near | b.near if verbatim else mine | yours)
    if apart_by & data.TELLING or contrast(a, b) or ((a.signs.unreal or b.signs.unreal) and not verbatim):
        return 0.0
    return told / whole


def unmixed(a: Figure, b: Figure) -> bool:
    """Whether neither sentence gives the other's figure too, nor other figures than the other."""
    if any(b.low <= other <= b.high for other in a.others):
        return False
    if any(a.low <= other <= a.high for other in b.others):
        return False
    mine, yours = set(a.others) - set(b.others), set(b.others) - set(a.others)
    return not (mine and yours)


def _one_time(a: Figure, b: Figure) -> bool:
    return set(a.times) <= set(b.times) or set(b.times) <= set(a.times)


def template(a: Figure, b: Figure) -> bool:
    """Whether two sentences are one form filled in twice."""
    return a.words.keys() == b.words.keys() and set(a.modifiers) == set(b.modifiers)


def contrast(a: Figure, b: Figure) -> bool:
    """Whether each names somebody, or has a modifier, that the other lacks."""
    mine, yours = a.names - b.words.keys(), b.names - a.words.keys()
    if mine and yours:
        return True
    return not (_has(a, b.modifiers) and _has(b, a.modifiers))


def _has(one: Figure, modifiers: Iterable[str]) -> bool:
    """Whether a sentence has all the words before the other's noun, anywhere."""
    return all(word in one.modifiers or word in one.words for word in modifiers)


def named(a: Figure, b: Figure, many: int) -> bool:
    """Whether both say of what they are: a name in both, or so many words that no other thing is meant."""
    shared = a.words.keys() & b.words.keys()
    return bool(a.names & b.names) or len(shared) >= many


def substituted(a: Figure, b: Figure) -> bool:
    """Whether each has a word of its own that tells much, as "lithium" where the other has "graphite"."""
    return all(
        any(bits >= _MUCH for word, bits in one.words.items() if word not in other.words)
        for one, other in ((a, b), (b, a))
    )


def lasting(a: Figure, b: Figure) -> bool:
    """Whether two figures are of what does not change from day to day: a stated time, or a named event."""
    if any(one.signs.growing or one.signs.present or one.signs.unreal for one in (a, b)):
        return False
    if a.times != b.times or not (a.names & b.names):
        return False
    return bool(a.times) or (a.signs.event and b.signs.event)
