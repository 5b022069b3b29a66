"""A noun tells a doing only where it stands with who did it or to whom it was done."""

from __future__ import annotations

from onrecord.link.matters import happening_words as lexicon
from onrecord.link.matters.happening_text import FULL, OPEN, Text
from onrecord.link.matters.happening_times import Dates
from onrecord.link.matters.happening_told import Told
from onrecord.link.matters.happening_words import Form, Kinds
from onrecord.link.matters.languages import en_happenings as words
from onrecord.model import Mood

_NEAR = 7  # words before a noun of doing that may colour it
_FINITE = frozenset({Kinds.STOP, Kinds.DOING, Kinds.BE, Kinds.HAVE, Kinds.MODAL, Kinds.DO})


def noun(read: Text, dates: Dates, at: int, form: Form) -> Told | None:
    """The doing that the word `at` tells as a noun, or None."""
    if read.words[at].owner or _titled(read, at):
        return None
    told = Told(form.act, at, at, at, noun=True)
    owned = _left(read, dates, told, form)
    _right(read, dates, told, form)
    if told.tail == at and _compound(read, at):
        return None
    if not told.object and (not told.doer or not (form.alone or owned)):
        return None
    _coloured(read, told)
    return told


def _titled(read: Text, at: int) -> bool:
    """Whether a capital shows that the noun is part of a name ("the Secretary of Defence of Arcadia")."""
    if not read.words[at].capital or at == read.lo or read.border(at - 1) is not OPEN:
        return False
    before = read.words[at - 1]
    return before.low == "of" or (before.capital and before.kind is None and not before.owner)


def _left(read: Text, dates: Dates, told: Told, form: Form) -> bool:
    """Reads determiners, a possessor and a people's adjective before the noun; whether one says who."""
    j = told.head - 1
    named = False
    while j >= read.lo and told.head - j < _NEAR and read.border(j) is OPEN:
        word, jump = read.words[j], dates.before(j)
        if jump is not None and not word.owner:
            told.first, j = jump + 1, jump
            continue
        if word.owner:
            return _owner(read, told, form, j) if jump is None else named
        if word.kind == Kinds.DETERMINER:
            told.first = j
            if word.low in words.NONE:
                told.polarity = "no"
            break
        if word.kind is not None:
            break
        state = lexicon.states().get(word.low, "") if word.capital else ""
        if word.capital and form.act in words.PLACED and j == told.head - 1:
            told.object, named = read.name(j, j), True
        if state and word.low != state and not form.owned and not told.doer:
            told.doer, named = state, True
        told.first = j
        j -= 1
    return named


def _owner(read: Text, told: Told, form: Form, at: int) -> bool:
    """Reads a possessor, who did it or to whom it was done; whether it says who."""
    phrase = read.phrase_left(at, frozenset())
    if phrase is None:
        return False
    who = read.name(phrase[1], phrase[0])
    if form.owned:
        told.object = who
    else:
        told.doer = who
    told.first = phrase[0]
    return bool(who)


def _right(read: Text, dates: Dates, told: Told, form: Form) -> None:
    """Reads "of Y", "on Y", "by X" behind the noun."""
    at = told.head + 1
    for _ in range(3):
        if at + 1 >= read.hi or read.border(at - 1) is not OPEN or read.border(at) is not OPEN:
            return
        low = read.words[at].low
        if low not in ("of", "by") and low not in form.to:
            return
        phrase = read.phrase_right(at + 1, dates.next_start(at))
        if phrase is None:
            return
        who = read.name(phrase[1], phrase[0])
        if low == "by" or (low == "of" and form.of and told.tail == told.head):
            told.doer = told.doer or who
        elif not told.object:
            told.object = who
        elif low == "of" and form.owned and not told.doer:
            told.doer, told.object = told.object, who  # "the president's nomination of Maria Nova"
        elif low == "of" and form.act == "declare" and not told.doer:
            told.doer = who  # "the declaration of independence of Arcadia"
        else:
            return
        told.last = told.tail = phrase[1]
        at = phrase[1] + 1


def _coloured(read: Text, told: Told) -> None:
    """What the words before a noun of doing make of it, and whether a date behind it is its own."""
    told.mood = _mood(read, range(told.first, told.head))
    j = told.first - 1
    if j < read.lo or read.border(j) is FULL or read.words[j].low in words.AFTER:
        return
    governed = False
    stop = max(read.lo - 1, j - _NEAR)
    start = j
    while start > stop and read.border(start) is not FULL:
        word = read.words[start]
        if word.low in words.HELD_OFF and j - start < 3:
            told.polarity = "no"
        light = word.low in words.LIGHT
        governed = governed or (not light and (word.kind in _FINITE or word.done or word.form is not None))
        start -= 1
    if told.mood == "past":
        told.mood = _mood(read, range(start + 1, j + 1))
    told.bound = not governed


def _mood(read: Text, numbers: range) -> Mood:
    """What words like "possible" and "planned" among these make of a doing."""
    lows = {read.words[k].low for k in numbers}
    if not words.UNREAL.isdisjoint(lows):
        return "wished"
    return "past" if words.COMING.isdisjoint(lows) else "planned"


def _compound(read: Text, at: int) -> bool:
    """Whether another noun follows, of which this one only says what kind it is ("opening remarks")."""
    if at + 1 >= read.hi or read.border(at) is not OPEN or read.words[at + 1].kind is not None:
        return False
    return not read.words[at + 1].done and not read.words[at + 1].low.isdigit()
