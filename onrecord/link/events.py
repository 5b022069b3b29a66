"""A public event is recognised by its whole name only, whatever the order of its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cached_property, lru_cache
from typing import NamedTuple

from onrecord.link.facts import DAY, Fact
from onrecord.link.languages import en_clocks as words
from onrecord.text.edtf import days

_WORD = re.compile(r"[^\W_]+(?:[.'’/\-–—][^\W_]+)*", re.UNICODE)
# A full stop after a short capitalised word ("Jr.", "U.S.", "Sept.") or "v." ends no phrase.
_STOP = re.compile(
    r"[;:!?()\[\]“”\"«»|\n\r]|(?<![A-Z])(?<![A-Z][a-z])(?<![A-Z][a-z]{2})(?<!Sept)(?<!\bv)\.(?=\s|$)|,\s"
)
_REACH = 160  # code points after "anniversary of" in which the name of an event stands
_MOST = 10  # words of the longest name
_DASHES = str.maketrans("–—’", "--'")


class Word(NamedTuple):
    """A word as it is compared, with the code points it covers; `plain` is what is printed, in lower case."""

    key: str
    start: int
    end: int
    plain: str


class Event(NamedTuple):
    """A fact that a text names: the first and last of its days, and where its name ends."""

    fact: Fact
    first: date
    last: date
    end: int


class Events:
    """The facts by the words of their names; recurring days are left out."""

    def __init__(self, known: Sequence[Fact]) -> None:
        self.known = known

    @cached_property
    def wars(self) -> list[Fact]:
        """The wars among the facts."""
        return [fact for fact in self.known if fact.kind in ("war", "invasion") and days(fact.when.edtf)]

    @cached_property
    def _by_name(self) -> dict[tuple[str, ...], list[Fact]]:
        """By the words of a name, sorted; made when a text holds the first count."""
        by_name: dict[tuple[str, ...], list[Fact]] = {}
        for fact in self.known:
            if fact.kind == DAY:
                continue
            for key in {_key(compared(name, 0, len(name))) for name in fact.names}:
                entry = by_name.setdefault(key, [])
                if fact not in entry:
                    entry.append(fact)
        by_name.pop((), None)
        return by_name

    def named(self, text: str, start: int) -> list[Event]:
        """What the words from `start` name; several events where one name stands for several."""
        return self._best(compared(text, start, _limit(text, start)), text, from_left=True)

    def named_before(self, text: str, end: int) -> list[Event]:
        """What the words just before `end` name."""
        start = max(0, end - 80)
        stops = list(_STOP.finditer(text, start, end))
        read = compared(text, stops[-1].end() if stops else start, end)
        return self._best(read, text, from_left=False)

    def _best(self, read: list[Word], text: str, from_left: bool) -> list[Event]:
        best: list[Event] = []
        most = 0
        for at in range(len(read) if not from_left else min(len(read), 5)):
            lead = read[:at]
            if from_left and not all(_may_lead(word) for word in lead):
                break
            for size in range(min(_MOST, len(read) - at), most, -1):
                if not from_left and at + size != len(read):
                    continue
                found = self._by_name.get(_key(read[at : at + size]), ())
                if size == 1 and not _is_name(text, read[at]):
                    continue
                last = read[at + size - 1]
                events = [e for fact in found if (e := _event(fact, lead if from_left else [], last))]
                if events and not _is_else(text, last.end):
                    best, most = events, size
                    break
        return best


def compared(text: str, start: int, end: int) -> list[Word]:
    """The words of text[start:end] as they are compared with names; words without meaning are left out."""
    raw: list[Word] = []
    for match in _WORD.finditer(text, start, end):
        printed = match[0] if match[0].isascii() else match[0].translate(_DASHES)
        printed = printed[:-2] if printed.endswith("'s") else printed
        low = printed.casefold()
        raw.append(Word(_compared(printed, low), match.start(), match.end(), low))
    joined: list[Word] = []
    at = 0
    while at < len(raw):
        word, run = raw[at], 1
        if word.plain in _FIRST:
            run = next((n for n in (3, 2) if len(raw) - at >= n and _run(raw, at, n) in words.SAME), 1)
        if run > 1:
            same = words.SAME[_run(raw, at, run)]
            joined.append(Word(same, word.start, raw[at + run - 1].end, word.plain))
        elif word.plain not in words.STOPS or word.key.isupper():
            joined.append(word)
        at += run
    return joined


@lru_cache(4096)
def _compared(printed: str, low: str) -> str:
    if low in _SINGLE:
        return _SINGLE[low]
    # An acronym is compared in capitals, so that "WHO" is not "who".
    acronym = printed.isupper() and 1 < len(printed) < 6 and low not in _COMPARED
    return words.ALIKE.get(low, printed if acronym else low)


_COMPARED = frozenset(words.ALIKE.values())
_SINGLE = {run[0]: same for run, same in words.SAME.items() if len(run) == 1}
_FIRST = frozenset(run[0] for run in words.SAME if len(run) > 1)


def _run(read: Sequence[Word], at: int, size: int) -> tuple[str, ...]:
    return tuple(word.plain for word in read[at : at + size])


def _key(read: Sequence[Word]) -> tuple[str, ...]:
    return tuple(sorted(word.key for word in read))


def _limit(text: str, start: int) -> int:
    """Where the phrase from `start` ends at the latest."""
    stop = _STOP.search(text, start, start + _REACH)
    return stop.start() if stop else min(len(text), start + _REACH)


def _fits(word: Word, fact: Fact) -> bool:
    """Whether a country or year before the name is the fact's own: a Korean armistice is not that of 1918."""
    if word.key.isdecimal():
        return fact.when.edtf.startswith(word.key)
    return word.key not in _COUNTRIES or word.key in {side(place) for place in fact.places}


def side(place: str) -> str:
    """A country or place as it is compared with the words of a text."""
    read = compared(place, 0, len(place))
    return read[-1].key if read else ""


def _may_lead(word: Word) -> bool:
    return (
        word.key in words.BEGINNINGS
        or word.key in words.ENDINGS
        or word.key in words.LEADS
        or word.key in _COUNTRIES
        or word.key.isdecimal()
    )


_COUNTRIES = _COMPARED - {"fall", "end", "beginning", "founding"}


def _event(fact: Fact, lead: Sequence[Word], last: Word) -> Event | None:
    """The event that a name with the words before it means: "the end of X" is another day than X."""
    if not all(_fits(word, fact) for word in lead):
        return None
    began = days(fact.when.edtf)
    ended = days(fact.end.edtf) if fact.end else None
    keys = {word.key for word in lead}
    if keys & words.ENDINGS:
        began = ended if "beginning" not in keys else began
    return Event(fact, began[0], began[1], last.end) if began else None


def _is_name(text: str, word: Word) -> bool:
    """Whether one word alone can name an event: "Victory" can, "victory" cannot."""
    return not text[word.start].islower()


def _is_else(text: str, end: int) -> bool:
    """Whether a name of an event goes on into the name of something else ("the Chernobyl museum")."""
    after = _WORD.match(text, end + 1) if text[end : end + 1] in (" ", "\u00a0") else None
    return after is not None and after[0].casefold() in words.ELSE


class _Same:
    """Known facts, equal only where they are the same object: comparing a thousand facts takes too long."""

    def __init__(self, known: Sequence[Fact]) -> None:
        self.known = known

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.known is other.known

    def __hash__(self) -> int:
        return id(self.known)


@lru_cache(maxsize=4)
def _made(same: _Same) -> Events:
    return Events(same.known)


def events_of(known: Sequence[Fact]) -> Events:
    """The index of known facts, made once for each sequence of them."""
    return _made(_Same(known))
