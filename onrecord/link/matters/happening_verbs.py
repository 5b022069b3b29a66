"""A verb tells a doing only where its auxiliaries, its subject or its object show that it is the verb."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.link.matters.happening_text import FULL, OPEN, SOFT, Text
from onrecord.link.matters.happening_times import Dates
from onrecord.link.matters.happening_told import Told
from onrecord.link.matters.happening_words import Form, Kinds
from onrecord.link.matters.languages import en_happenings as words
from onrecord.model import Mood

Phrase = tuple[int, int]
_NOBODY: Phrase = (-1, -1)
_OF = frozenset({"of"})
_BEHIND_ITSELF = words.DATING | {"to"}
_NONE: frozenset[str] = frozenset()
_AUXILIARY = frozenset({Kinds.BE, Kinds.HAVE, Kinds.DO, Kinds.MODAL, Kinds.TO, Kinds.NOT, Kinds.ADVERB})
_HELPING = _AUXILIARY - {Kinds.NOT, Kinds.ADVERB}
_APPOSED = frozenset({None, Kinds.DETERMINER, Kinds.PREPOSITION})
_REACH = 8  # words of auxiliaries and adverbs before a verb
_FAR = 14  # words between "born" and the comma
_AGENT = 8  # words between a passive verb and "by"


@dataclass(slots=True)
class _Group:
    """The auxiliaries of a verb, and what they make of it.

    Attributes:
        lead: number of the first of them.
        helped: whether there is one at all.
        free: whether an infinitive hangs on no verb that says whether it was done.
        be: the nearest form of "be", or "".
        apart: whether a comma or bracket parts a participle from its noun ("the pact, signed in 1939,").
    """

    lead: int
    passive: bool = False
    helped: bool = False
    refused: bool = False
    free: bool = False
    mood: Mood | None = None
    perfect: bool = False
    be: str = ""
    apart: bool = False


def verb(read: Text, dates: Dates, at: int, form: Form) -> Told | None:
    """The doing that the word `at` tells as a verb, or None."""
    if form.act == "bear" and (at == read.lo or (read.border(at - 1) is FULL and not _bracketed(read, at))):
        return _born(read, at)
    if not _may_be(read, at, form):
        return None
    group = _group(read, dates, at, form)
    if group is None:
        return None
    act, after = _act(read, at, form)
    if not act:
        return None
    subject = _subject(read, dates, group.lead - 1) if group.lead == at or group.helped else _NOBODY
    told = Told(act, at, group.lead, at, mood=group.mood or "past")
    if group.apart:
        subject = read.phrase_left(at - 1, _OF)
    if group.passive:
        return _passive(read, told, group, subject, after)
    target = _object(read, dates, after, form)
    itself = act in words.ITSELF and target is None
    if target is None and not (form.alone or form.to or itself):
        return None
    if not group.helped and subject is None and not _joined(read, group, at):
        return None
    if group.free and subject and subject is not _NOBODY and not _named(read, subject):
        subject = _NOBODY  # "afraid to die", "flew to Bern to meet"
    if subject and subject is not _NOBODY:
        told.first, told.doer = subject[0], read.name(subject[1], subject[0])
    if target:
        told.last = told.tail = target[1]
        told.object = read.name(target[1], target[0])
    if itself and subject and subject is not _NOBODY and not _named(read, subject):
        return None
    if not (told.doer or told.object) or (
        act in words.LOOSE and not itself and not (told.doer and told.object)
    ):
        return None
    if act in words.STRIKING and told.doer in words.NATURAL:
        told.act, told.doer = words.NATURAL[told.doer], ""
    return _signed(read, told, group, target, subject)


def _born(read: Text, at: int) -> Told | None:
    """ "Born in Bern on 3 May 1950, Maria Nova ...": who is born follows the comma."""
    if read.words[at].low != "born":
        return None
    comma = next((k for k in range(at + 1, min(at + _FAR, read.hi - 1)) if read.border(k) is SOFT), -1)
    while comma >= 0 and read.words[comma + 1].low.isdigit() and comma + 2 < read.hi:
        comma += 1  # "on May 3, 1950,"
    if comma < 0 or read.border(comma) is FULL or not read.words[comma + 1].capital:
        return None
    whom = read.phrase_right(comma + 1, read.hi)
    if whom is None:
        return None
    return Told("bear", at, at, whom[1], at, object=read.name(whom[1], whom[0]))


def _named(read: Text, phrase: Phrase) -> bool:
    """Whether a noun phrase is a name that no preposition governs."""
    governed = phrase[0] > read.lo and read.words[phrase[0] - 1].kind in (Kinds.PREPOSITION, Kinds.TO)
    capital = read.words[phrase[1]].capital or (
        phrase[1] - 1 > phrase[0] and read.words[phrase[1] - 1].capital
    )
    return capital and not governed


def _passive(read: Text, told: Told, group: _Group, subject: Phrase | None, after: int) -> Told | None:
    """The doing of a passive, whose subject is the object of the act."""
    if subject is None or subject is _NOBODY:
        return None
    told.first, told.last, told.tail = subject[0], after - 1, after - 1
    told.object = read.name(subject[1], subject[0])
    for by in range(after, min(after + _AGENT, read.hi - 1)):
        if read.border(by - 1) is FULL:
            break
        if read.words[by].low == "by":
            agent = read.phrase_right(by + 1, read.hi) if read.border(by) is OPEN else None
            if agent:
                told.doer = read.name(agent[1], agent[0])
                if told.act in words.STRIKING and told.doer in words.NATURAL:
                    told.act, told.doer = words.NATURAL[told.doer], ""
                told.last = agent[1]
                told.tail = agent[1] if by == after else told.tail
            break
    loose = told.act in words.LOOSE and not told.doer and not read.words[subject[1]].capital
    return _signed(read, told, group, None, subject) if told.object and not loose else None


def _may_be(read: Text, at: int, form: Form) -> bool:
    """A quick look at the word before: whether the word can be a verb there at all."""
    if at == read.lo:
        return False
    before = read.words[at - 1]
    if before.kind == Kinds.DETERMINER and before.low not in words.ALSO_PRONOUNS:
        return False
    if form.verb == "b":
        return before.kind in _AUXILIARY or before.kind == Kinds.PRONOUN
    return True


def _act(read: Text, at: int, form: Form) -> tuple[str, int]:
    """The act, with a particle behind the verb ("called off"), and the number of the word behind both."""
    if at + 1 < read.hi and read.border(at) is OPEN:
        particle = read.words[at + 1].low
        act = words.PARTICLES.get((form.act, particle))
        if act is not None:
            return act, at + 2
        if at + 2 < read.hi and read.border(at + 1) is OPEN:
            act = words.LONG_PARTICLES.get((form.act, particle, read.words[at + 2].low))
            if act is not None:
                return act, at + 3
    return "" if form.act in words.EMPTY else form.act, at + 1


def _group(read: Text, dates: Dates, at: int, form: Form) -> _Group | None:
    """The auxiliaries before a verb, or None where the word is no finite verb, infinitive or participle."""
    group = _Group(at)
    j = at - 1
    while j >= read.lo and at - j < _REACH:
        jump = dates.before(j)
        if jump is not None and jump >= read.lo and read.border(jump) is OPEN:
            j = jump
            continue
        if read.border(j) is not OPEN or read.words[j].kind not in _AUXILIARY:
            break
        _take(group, read, j, form)
        j -= 1
    if j >= read.lo and read.border(j) is OPEN:
        _pronoun(group, read.words[j].low)
    return group if _settled(read, dates, group, at) else None


def _take(group: _Group, read: Text, j: int, form: Form) -> None:
    """Takes one more word into the group."""
    word, kind = read.words[j].low, read.words[j].kind
    if word.endswith(("n't", "n’t")) or word in words.NOT:
        group.refused = True
    if kind == Kinds.BE:
        group.passive = group.passive or (not group.helped and "n" in form.verb)
        group.be = group.be or word
        if group.mood is None and word not in ("be", "been", "being"):
            group.mood = "past" if word in words.PAST_BE else "present"
    elif kind == Kinds.HAVE:
        group.perfect = True
        group.mood = group.mood or "past"
    elif kind == Kinds.DO:
        group.mood = "past" if word in words.PAST_DO else "present"
    elif kind == Kinds.MODAL:
        supposed = word not in words.WILL or (word in words.WOULD and group.perfect)
        group.mood = "wished" if supposed else "planned"
    elif kind == Kinds.TO:
        _infinitive(read, group, j)
    if kind in _HELPING:
        group.helped = True
    if kind != Kinds.ADVERB or group.helped:
        group.lead = j


def _infinitive(read: Text, group: _Group, j: int) -> None:
    """What the word before "to" makes of the infinitive."""
    before = read.words[j - 1].low if j > read.lo and read.border(j - 1) is OPEN else ""
    if before in ("not", "never") and j - 1 > read.lo:
        group.refused = True
        before = read.words[j - 2].low
    if before in words.REFUSED:
        group.refused = not group.refused
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


def _settled(read: Text, dates: Dates, group: _Group, at: int) -> bool:
    """Whether with its auxiliaries the word is a verb indeed."""
    form, before = read.words[at].form, read.words[at - 1]
    if form is None:
        return False
    kind = form.verb
    if group.helped:
        if kind == "g":
            return bool(group.be)
        if "n" in kind and not group.perfect and not group.passive:
            return False
        return not (kind == "b" and (group.perfect or group.be or group.mood is None))
    if "p" in kind and _plain_past(read, at, form):
        return True
    if "n" in kind:
        group.apart = _apart(read, dates, at, form)
        group.passive = group.apart or _reduced(read, at, form)
        return group.passive
    if kind == "s" and not form.noun and not read.words[at].capital:
        group.mood = "present"
        return True
    if kind == "g" and read.border(at - 1) is OPEN and before.low in words.BEFORE_GERUND:
        group.refused = before.low == "without"
        group.lead = at - 1
        return True
    return False


def _plain_past(read: Text, at: int, form: Form) -> bool:
    """Whether a past form without auxiliaries is a verb with a subject, not a participle behind its noun."""
    if read.words[at].capital or (read.border(at - 1) is not OPEN and read.words[at - 1].kind is not None):
        return False
    if "n" not in form.verb or form.alone:
        return True
    if at + 1 >= read.hi or read.border(at) is not OPEN:
        return False
    pair = (form.act, read.words[at + 1].low)
    if pair in words.PARTICLES or pair in words.LONG_FIRST:
        return True
    if form.act in words.ITSELF and read.words[at + 1].low in _BEHIND_ITSELF and read.border(at - 1) is OPEN:
        return True
    following = read.words[at + 1]
    return (
        following.kind in (Kinds.DETERMINER, Kinds.PRONOUN, None) or following.low in form.to - words.EITHER
    )


def _reduced(read: Text, at: int, form: Form) -> bool:
    """Whether a participle stands right behind the noun that it is said of ("the pact signed in Moscow")."""
    before = read.words[at - 1]
    if form.alone or read.border(at - 1) is not OPEN or before.kind is not None:
        return False
    if at + 1 >= read.hi or read.border(at) is not OPEN:
        return False
    following = read.words[at + 1].low
    return following == "by" or (following in words.BEHIND_PARTICIPLE and not before.capital)


def _apart(read: Text, dates: Dates, at: int, form: Form) -> bool:
    """Whether a participle with its date stands apart behind a noun ("the pact, signed on 23 August,")."""
    if form.alone or read.words[at - 1].kind is not None or at + 2 >= read.hi or read.border(at) is not OPEN:
        return False
    comma = read.words[at - 1].after is SOFT or _bracketed(read, at)
    dated = at + 1 + (read.words[at + 1].low in words.DATING)
    return comma and (dates.next_start(at + 1) == dated or read.words[at + 1].low == "by")


def _bracketed(read: Text, at: int) -> bool:
    """Whether a bracket opens right before a word."""
    return read.words[at].lead > 0 and read.text[read.start(at) - 1] == "("


def _subject(read: Text, dates: Dates, j: int) -> Phrase | None:
    """The noun phrase before a verb group; _NOBODY for a pronoun, None where there is none."""
    if j >= read.lo and read.words[j].kind in (Kinds.ADVERB, Kinds.NOT):
        j -= 1
    jump = dates.before(j)
    if jump is not None:
        j = jump
    if j < read.lo or read.border(j) is FULL:
        return None
    for _ in range(3):  # "the king refused to sign", "is expected to sign"
        if j <= read.lo or read.words[j].low not in words.GOVERNORS or read.border(j) is not OPEN:
            break
        j -= 1
    joined = read.words[j].low not in words.RELATIVES
    if not joined and j > read.lo:
        j -= 1
        if read.border(j) is FULL:
            return None
    elif read.border(j) is SOFT:
        j = _before_apposition(read, j)
        joined = False
        if j < read.lo:
            return None
    return (
        _NOBODY
        if read.words[j].kind == Kinds.PRONOUN
        else read.phrase_left(j, words.JOINING if joined else _NONE)
    )


def _before_apposition(read: Text, at: int) -> int:
    """The last word before an apposition that ends at `at` ("Maria Nova, the painter, died"), or -1."""
    start = at
    while start > read.lo and at - start < _REACH and read.border(start - 1) is OPEN:
        start -= 1
    word = read.words[start]
    apposed = word.kind == Kinds.DETERMINER or (start == at and word.low.isdigit())
    if start == read.lo or not apposed or read.border(start - 1) is not SOFT:
        return -1
    plain = all(read.words[k].kind in _APPOSED for k in range(start, at + 1))
    return start - 1 if plain and read.words[start - 1].capital else -1


def _joined(read: Text, group: _Group, at: int) -> bool:
    """Whether a verb without auxiliaries and subject goes on from another ("flew home and met the king")."""
    if read.words[group.lead].low in words.BEFORE_GERUND:
        return True
    if group.lead == read.lo or at + 1 >= read.hi:
        return False
    following = read.words[at + 1]
    opened = following.kind == Kinds.DETERMINER or following.capital
    return opened and read.words[group.lead - 1].kind in (Kinds.AND, Kinds.PRONOUN)


def _object(read: Text, dates: Dates, at: int, form: Form) -> Phrase | None:
    """The noun phrase behind a verb, or behind the preposition that its act takes."""
    if at >= read.hi or read.border(at - 1) is not OPEN:
        return None
    word = read.words[at]
    if word.low in form.to and read.border(at) is OPEN:
        return read.phrase_right(at + 1, dates.next_start(at))
    if form.alone or not (word.kind in (None, Kinds.DETERMINER) or word.low in words.NONE):
        return None
    phrase = read.phrase_right(at, dates.next_start(at))
    if phrase and form.act in words.NAMING and word.capital:
        last = phrase[0]
        while last < phrase[1] and read.words[last + 1].capital:
            last += 1
        return phrase[0], last
    return phrase


def _signed(read: Text, told: Told, group: _Group, target: Phrase | None, subject: Phrase | None) -> Told:
    """The doing with whether it is denied, and whether it is only supposed."""
    phrases = [phrase for phrase in (target, subject) if phrase and phrase is not _NOBODY]
    nothing = any(read.words[phrase[0]].low in words.NONE for phrase in phrases)
    if group.refused != nothing:
        told.polarity = "no"
    before = told.first - 1
    if before >= read.lo and read.border(before) is not FULL and read.words[before].low in words.SUPPOSED:
        told.mood = "wished"
    return told
