"""A noun tells a doing only where it stands with who did it or to whom it was done."""

from __future__ import annotations

from onrecord.link.matters import happening_words as lexicon
from onrecord.link.matters.happening_text import FULL, OPEN, Words
from onrecord.link.matters.happening_times import Dates
from onrecord.link.matters.happening_told import Told
from onrecord.link.matters.happening_words import Form, Kinds
from onrecord.link.matters.languages import en_happenings as words
from onrecord.model import Mood


def noun(read: Words, dates: Dates, at: int, form: Form) -> Told | None:
    """The doing that the word `at` tells as a noun, or None."""
    if read.owner(at):
        return None
    told = Told(form.act, at, at, at, at, at, noun=True)
    owned = _left(read, dates, told, form)
    _right(read, dates, told, form)
    if told.tail == at and _compound(read, at):
        return None
    if not told.object and (not told.doer or not (form.alone or owned)):
        return None
    _coloured(read, told)
    return told


def _left(read: Words, dates: Dates, told: Told, form: Form) -> bool:
    """Reads determiners, a possessor and a people's adjective before the noun; whether one says who."""
    j = told.head - 1
    named = False
    while j >= 0 and told.head - j < 7 and read.border(j) == OPEN:
        jump = dates.before(j)
        if jump is not None and not read.owner(j):
            told.lead = told.first = jump + 1
            j = jump
            continue
        if read.owner(j):
            phrase = read.phrase_left(j, max(0, j - 6))
            if phrase and dates.before(j) is None:
                who = read.name(j, phrase[0])
                if form.owned:
                    told.object = who
                else:
                    told.doer = who
                told.first = phrase[0]
                named = bool(who)
            break
        if read.kinds[j] == Kinds.DETERMINER:
            told.lead = told.first = j
            if read.low[j] in words.NONE:
                told.polarity = "no"
            break
        if read.kinds[j] is not None:
            break
        if read.raw[j][0].isupper():
            state = lexicon.states().get(read.low[j], "")
            if state and read.low[j] != state and not form.owned and not told.doer:
                told.doer = state
                named = True
        elif read.low[j] in words.UNREAL or read.low[j] in words.COMING:
            pass
        told.first = j
        j -= 1
    return named


def _right(read: Words, dates: Dates, told: Told, form: Form) -> None:
    """Reads "of Y", "on Y", "by X" behind the noun."""
    at = told.head + 1
    for _ in range(3):
        if at + 1 >= len(read.low) or read.border(at - 1) != OPEN or read.border(at) != OPEN:
            return
        low = read.low[at]
        if low != "of" and low != "by" and low not in form.to:
            return
        phrase = read.phrase_right(at + 1, dates.next_start(at))
        if phrase is None:
            return
        who = read.name(phrase[1], phrase[0])
        if low == "by" or (low == "of" and form.of):
            told.doer = told.doer or who
        elif not told.object:
            told.object = who
        else:
            return
        told.last = told.tail = phrase[1]
        at = phrase[1] + 1


def _coloured(read: Words, told: Told) -> None:
    """What the words before a noun of doing make of it, and whether a date behind it is its own."""
    mood: Mood = "past"
    j = told.first - 1
    governed = False
    near = 0
    for k in range(told.first, told.head):
        if read.low[k] in words.UNREAL:
            mood = "wished"
        elif read.low[k] in words.COMING:
            mood = "planned"
    while j >= 0 and near < 7 and read.border(j) != FULL:
        low, kind = read.low[j], read.kinds[j]
        if near == 0 and low in words.AFTER:
            told.bound, told.mood = True, mood
            return
        if low in words.HELD_OFF and near < 3:
            told.polarity = "no"
        if low in words.UNREAL:
            mood = "wished"
        elif low in words.COMING and mood == "past":
            mood = "planned"
        if (
            kind in (Kinds.STOP, Kinds.DOING, Kinds.BE, Kinds.HAVE, Kinds.MODAL, Kinds.DO)
            or low.endswith("ed")
            or read.forms.get(low)
        ):
            governed = True
        j -= 1
        near += 1
    told.mood = mood
    told.bound = not governed


def _compound(read: Words, at: int) -> bool:
    """Whether another noun follows, of which this one only says what kind it is ("opening remarks")."""
    if at + 1 >= len(read.low) or read.border(at) != OPEN or read.kinds[at + 1] is not None:
        return False
    following = read.low[at + 1]
    return not following.endswith("ed") and not following.isdigit() and read.noun(at + 1)
