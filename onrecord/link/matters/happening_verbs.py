"""A verb tells a doing only where its auxiliaries, its subject or its object show that it is the verb."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.link.matters.happening_text import FULL, OPEN, SOFT, Words
from onrecord.link.matters.happening_times import Dates
from onrecord.link.matters.happening_told import Told
from onrecord.link.matters.happening_words import Form, Kinds
from onrecord.link.matters.languages import en_happenings as words
from onrecord.model import Mood

_AUXILIARY = frozenset({Kinds.BE, Kinds.HAVE, Kinds.DO, Kinds.MODAL, Kinds.TO, Kinds.NOT, Kinds.ADVERB})


@dataclass(slots=True)
class _Group:
    """The auxiliaries of a verb: where they begin, and what they make of it."""

    lead: int
    passive: bool = False
    helped: bool = False
    refused: bool = False
    free: bool = False
    mood: Mood | None = None
    perfect: bool = False
    be: str = ""


def verb(read: Words, dates: Dates, at: int, form: Form) -> Told | None:
    """The doing that the word `at` tells as a verb, or None."""
    group = _group(read, dates, at, form)
    if group is None:
        return None
    act, after = _act(read, at, form)
    if not act:
        return None
    subject = _subject(read, dates, group.lead - 1)
    if group.passive:
        return _passive(read, at, act, group, subject, after)
    target = _object(read, dates, after, form)
    if not form.alone and target is None and not (act == "meet" or form.to):
        return None
    if not group.helped and subject is None and not _joined(read, group, at):
        return None
    told = Told(act, at, group.lead, at, group.lead, at, mood=group.mood or "past")
    if group.free and subject and not read.raw[subject[1]][:1].isupper():
        subject = _NOBODY  # "afraid to die", "the chance to meet"
    if subject and subject is not _NOBODY:
        told.first, told.doer = subject[0], read.name(subject[1], subject[0])
    if target:
        told.last = told.tail = target[1]
        told.object = read.name(target[1], target[0])
    if not told.doer and not told.object:
        return None
    if act in words.LOOSE and not (told.doer and told.object):
        return None
    return _signed(read, told, group, target and target[0], subject)


def _passive(
    read: Words, at: int, act: str, group: _Group, subject: Phrase | None, after: int
) -> Told | None:
    if subject is None or subject is _NOBODY:
        return None
    told = Told(
        act, at, subject[0], max(at, after - 1), group.lead, max(at, after - 1), mood=group.mood or "past"
    )
    told.object = read.name(subject[1], subject[0])
    for by in range(after, min(after + 8, len(read.low) - 1)):
        if by > at and read.border(by - 1) == FULL:
            break
        if read.low[by] == "by":
            agent = read.phrase_right(by + 1, len(read.low)) if read.border(by) == OPEN else None
            if agent:
                told.doer = read.name(agent[1], agent[0])
                told.last = agent[1]
                told.tail = agent[1] if by == after else told.tail
            break
    if not told.object or (act in words.LOOSE and not told.doer and not read.raw[subject[1]][0].isupper()):
        return None
    return _signed(read, told, group, None, subject)


Phrase = tuple[int, int]
_NOBODY: Phrase = (-1, -1)


def _act(read: Words, at: int, form: Form) -> tuple[str, int]:
    """The act, with a particle behind the verb ("called off"), and the number of the word behind both."""
    if at + 1 < len(read.low) and read.border(at) == OPEN:
        act = words.PARTICLES.get((form.act, read.low[at + 1]))
        if act is not None:
            return act, at + 2
    return form.act, at + 1


def _group(read: Words, dates: Dates, at: int, form: Form) -> _Group | None:
    """The auxiliaries before a verb, or None where the word is no finite verb, infinitive or participle."""
    group = _Group(at)
    j = at - 1
    low, kinds = read.low, read.kinds
    while j >= 0 and at - j < 8:
        jump = dates.before(j) if kinds[j] is None or kinds[j] == Kinds.ADVERB else None
        if jump is not None and read.border(jump) == OPEN:
            j = jump
            continue
        gap = read.border(j)
        if gap != OPEN:
            break
        word, kind = low[j], kinds[j]
        if kind not in _AUXILIARY and not (kind is None and word.endswith("ly") and len(word) > 4):
            break
        _take(group, read, j, form)
        j -= 1
    if j >= 0 and read.border(j) == OPEN:
        _pronoun(group, low[j])
    return _settled(read, group, at, form)


def _take(group: _Group, read: Words, j: int, form: Form) -> None:
    """Takes one more word into the group."""
    word, kind = read.low[j], read.kinds[j]
    if word.endswith(("n't", "n’t")) or word in ("not", "never", "cannot"):
        group.refused = True
    if kind == Kinds.BE:
        if not group.helped and not group.be:
            group.passive = "n" in form.verb
        group.be = group.be or word
        if group.mood is None and word not in ("be", "been", "being"):
            group.mood = "past" if word in words.PAST_BE else "present"
    elif kind == Kinds.HAVE:
        group.perfect = True
        group.mood = group.mood or "past"
    elif kind == Kinds.DO:
        group.mood = "past" if word in words.PAST_DO else "present"
    elif kind == Kinds.MODAL:
        group.mood = (
            "planned" if word in words.WILL and not (word in words.WOULD and group.perfect) else "wished"
        )
    elif kind == Kinds.TO:
        _infinitive(read, group, j)
    if kind in (Kinds.BE, Kinds.HAVE, Kinds.DO, Kinds.MODAL, Kinds.TO):
        group.helped = True
    if kind != Kinds.ADVERB or group.helped:
        group.lead = min(group.lead, j)


def _infinitive(read: Words, group: _Group, j: int) -> None:
    """What the word before "to" makes of the infinitive."""
    before = read.low[j - 1] if j and read.border(j - 1) == OPEN else ""
    if before in ("not", "never") and j > 1:
        group.refused = True
        before = read.low[j - 2]
    if before in words.REFUSED:
        group.refused = True
        group.mood = "past" if before in words.REFUSED_PAST else "planned"
    elif before in words.PLANNED:
        group.mood = "planned"
    elif before in words.MANAGED:
        group.mood = "past"
    else:
        group.mood, group.free = "wished", True


def _pronoun(group: _Group, word: str) -> None:
    """What an auxiliary joined to a pronoun adds ("we'll", "they've")."""
    if word.endswith(("'ll", "’ll")):
        group.mood, group.helped = "planned", True
    elif word.endswith(("'d", "’d")) and not group.perfect:
        group.helped, group.mood = True, group.mood or "wished"
    elif word.endswith(("'ve", "’ve")):
        group.helped, group.perfect = True, True
        group.mood = group.mood or "past"


def _settled(read: Words, group: _Group, at: int, form: Form) -> _Group | None:
    """The group, if with it the word is a verb indeed."""
    kind = form.verb
    if group.helped:
        if group.passive and not group.be:
            group.passive = False
        if kind == "g" and not group.be:
            return None
        if kind == "b" and group.mood is None:
            return None
        return group
    if "p" in kind:
        return group if _plain_past(read, at, form) else _reduced(read, group, at, form)
    if "n" in kind:
        return _reduced(read, group, at, form)
    if kind == "s" and not form.noun and at and read.raw[at].islower():
        group.mood = "present"
        return group
    if kind == "g" and at and read.border(at - 1) == OPEN and read.low[at - 1] in words.BEFORE_GERUND:
        group.refused = read.low[at - 1] == "without"
        group.lead = at - 1
        return group
    return None


def _plain_past(read: Words, at: int, form: Form) -> bool:
    """Whether a past form without auxiliaries is a verb with a subject, not a participle behind its noun."""
    if not at or read.raw[at][:1].isupper():
        return False
    if read.border(at - 1) != OPEN and read.kinds[at - 1] is not None:
        return False
    if "n" not in form.verb or form.alone:
        return True
    if at + 1 >= len(read.low) or read.border(at) != OPEN:
        return False
    following = read.kinds[at + 1]
    if following in (Kinds.DETERMINER, Kinds.PRONOUN):
        return True
    return (following is None and read.noun(at + 1)) or read.low[at + 1] in form.to - {"of"}


def _reduced(read: Words, group: _Group, at: int, form: Form) -> _Group | None:
    """A participle right behind the noun that it is said of ("the pact signed in Moscow")."""
    if not at or form.alone or read.border(at - 1) != OPEN or read.kinds[at - 1] is not None:
        return None
    if at + 1 < len(read.low) and read.border(at) == OPEN and read.low[at + 1] in words.BEHIND_PARTICIPLE:
        if read.raw[at - 1][0].isupper() and read.low[at + 1] != "by":
            return None
        group.passive = True
        return group
    return None


def _subject(read: Words, dates: Dates, j: int) -> Phrase | None:
    """The noun phrase before a verb group; _NOBODY for a pronoun, None where there is none."""
    if j < 0:
        return None
    if read.kinds[j] in (Kinds.ADVERB, Kinds.NOT) or (
        read.low[j].endswith("ly") and read.kinds[j] is None and read.low[j] not in words.LY_NOUNS
    ):
        j -= 1
    jump = dates.before(j) if j >= 0 else None
    if jump is not None:
        j = jump
    if j < 0 or read.border(j) == FULL:
        return None
    governed = 0
    while j >= 1 and governed < 3 and read.low[j] in words.GOVERNORS and read.border(j) == OPEN:
        j -= 1  # "the king refused to sign", "is expected to sign"
        governed += 1
    if j >= 0 and read.low[j] in words.RELATIVES and j >= 1:
        j -= 1
        if read.border(j) == FULL:
            return None
    elif j >= 0 and read.border(j) == SOFT:
        return None
    if read.kinds[j] == Kinds.PRONOUN:
        return _NOBODY
    return read.phrase_left(j, 0)


def _joined(read: Words, group: _Group, at: int) -> bool:
    """Whether a verb without auxiliaries and subject goes on from another ("flew home and met the king")."""
    before = read.kinds[group.lead - 1] if group.lead else None
    if read.low[group.lead] in words.BEFORE_GERUND:
        return True
    opened = at + 1 < len(read.low) and (
        read.kinds[at + 1] == Kinds.DETERMINER or read.raw[at + 1][:1].isupper()
    )
    return before in (Kinds.AND, Kinds.PRONOUN) and opened


def _object(read: Words, dates: Dates, at: int, form: Form) -> Phrase | None:
    """The noun phrase behind a verb, or behind the preposition that its act takes."""
    if at >= len(read.low) or read.border(at - 1) != OPEN:
        return None
    if read.low[at] in form.to and at + 1 < len(read.low) and read.border(at) == OPEN:
        return read.phrase_right(at + 1, dates.next_start(at))
    if form.alone:
        return None
    if read.kinds[at] in (None, Kinds.DETERMINER) or read.low[at] in words.NONE:
        return read.phrase_right(at, dates.next_start(at))
    return None


def _signed(read: Words, told: Told, group: _Group, target: int | None, subject: Phrase | None) -> Told:
    """The doing with whether it is denied, and whether it is only supposed."""
    nothing = any(
        read.low[k] in words.NONE
        for k in (target, subject[0] if subject and subject is not _NOBODY else None)
        if k is not None
    )
    if group.refused != nothing:
        told.polarity = "no"
    start = told.first
    if start and read.border(start - 1) != FULL and read.low[start - 1] in words.SUPPOSED:
        told.mood = "wished"
    return told
