"""The words before a verb decide whether it is denied and planned; where they hedge it, there is no chain."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from onrecord.check.languages import en_reversal as en
from onrecord.check.reversal_words import lexicon, verb_of

HEDGED = 2  # as good as two denials: nothing is said either way
_LONGEST = 14  # words before a verb


class Chain(NamedTuple):
    """The words before a verb, and what they make of it.

    Attributes:
        verb, first: indices of the verb and of the first of the words before it.
        noes: how often it is denied; HEDGED or more where it is only possible.
        future: whether it is to come.
        present: whether the words are in the present.
        passive: whether what stands before them is what it is done to.
        so_far: whether it is told of the time up to now, or as how things stand.
        act: the verb, compared.
    """

    verb: int
    first: int
    noes: int
    future: bool
    present: bool
    passive: bool
    so_far: bool
    act: str


class _State:
    """What the words read so far have shown."""

    __slots__ = ("bare", "be", "future", "have", "ing", "noes", "present", "to")

    def __init__(self) -> None:
        self.noes = 0
        self.future = self.present = self.have = self.be = self.to = self.ing = False
        self.bare = True  # no auxiliary so far

    def plan(self) -> None:
        """What follows is planned, and the auxiliaries so far were the plan's."""
        self.future, self.have, self.be, self.bare = True, False, False, False


def chain_at(words: list[str], first: int, reported: bool) -> Chain | None:
    """Reads on from `first` up to the verb; None where it is hedged, or where there is none.

    Args:
        words: a sentence's, in lower case.
        reported: whether they are told by somebody else, so that "would" is a future.
    """
    if words[first] in lexicon("NOT_FINITE"):
        return None
    state, at = _State(), first
    while at < len(words) and at - first < _LONGEST:
        step = _idiom(words, at, state) or _auxiliary(words[at], state, reported)
        if step < 0:
            return None
        if step == 0:
            return _at_verb(words, first, at, state)
        at += step
    return None


def _idiom(words: list[str], at: int, state: _State) -> int:
    """How many words an idiom of planning or of denying takes here; 0 where there is none."""
    word = words[at]
    if word not in _beginnings():
        return 0
    for idiom in en.NEVER:
        if words[at : at + len(idiom)] == list(idiom):
            state.noes += 1
            return len(idiom)
    for start in en.RULED_OUT:
        if words[at : at + len(start)] == list(start):
            state.noes, state.ing = state.noes + 1, True
            state.plan()
            return len(start)
    if word == "no" and words[at + 1 : at + 2] and words[at + 1] in lexicon("PLANS"):
        state.noes += 1
        return 1
    if word in lexicon("DROPPED"):
        noun = next(
            (k for k in range(at + 1, at + 4) if k < len(words) and words[k] in lexicon("PLANS")), None
        )
        if noun is None or words[noun + 1 : noun + 2] not in (["to"], ["of"], ["for"]):
            return 0
        state.noes, state.have, state.be = state.noes + 1, False, False
        return noun - at
    if word in lexicon("PLANS") and words[at + 1 : at + 2] in (["to"], ["of"], ["for"]):
        state.plan()
        state.to, state.ing = words[at + 1] == "to", words[at + 1] != "to"
        return 2
    if not _to(words, at):
        return 0
    if word in lexicon("NOT_PLANNED"):
        state.noes += 1
    elif word not in lexicon("PLANNED"):
        return 0
    state.plan()
    return 1


@cache
def _beginnings() -> frozenset[str]:
    idioms = {idiom[0] for idiom in (*en.NEVER, *en.RULED_OUT)}
    return frozenset({*idioms, *en.DROPPED, *en.PLANS, *en.NOT_PLANNED, *en.PLANNED, "no"})


def _to(words: list[str], at: int) -> bool:
    """Whether "to", or "not to", or "never to", follows."""
    return words[at + 1 : at + 2] == ["to"] or words[at + 1 : at + 3] in (["not", "to"], ["never", "to"])


def _auxiliary(word: str, state: _State, reported: bool) -> int:
    """1 for a word that belongs before a verb, 0 where the verb must stand, -1 where it is hedged."""
    if word in en.CONTRACTED:
        state.noes, word = state.noes + 1, en.CONTRACTED[word]
    elif "'" in word:
        word = "is" if word in en.IS_CLITIC else en.CLITICS.get(word[word.rindex("'") :], word)
    if word in lexicon("FUTURE") or (reported and word in en.REPORTED_FUTURE):
        state.future = True
    elif word in lexicon("HEDGES") or word in en.REPORTED_FUTURE or (word == "cannot" and not reported):
        state.noes += HEDGED
    elif word in lexicon("NEGATIVE"):
        state.noes += 1
        return 1
    elif word in lexicon("BE"):
        state.be, state.present = True, state.present or word in ("is", "are", "am")
    elif word in lexicon("HAVE"):
        state.have = True
    elif word in lexicon("DO"):
        state.present = state.present or word != "did"
    elif word in lexicon("DENIED"):
        state.noes, state.ing = state.noes + 1, True
    elif word == "to":
        if not (state.future or state.be):
            return -1
        state.future, state.to, state.be = True, True, False
    else:
        adverb = word in lexicon("ADVERBS") or (word.endswith("ly") and word not in lexicon("VERBS_IN_LY"))
        return 1 if adverb else 0
    state.bare = False
    return 1


def _at_verb(words: list[str], first: int, at: int, state: _State) -> Chain | None:
    """The chain, where the verb has a form that the words before it ask for."""
    verb, future, passive = words[at], state.future, False
    act, kinds = verb_of(verb)
    if state.ing:
        fits = "g" in kinds
    elif state.be and "g" in kinds:  # "is sending": near future, or what goes on
        fits, future = True, future or state.present
    elif state.be:
        fits, passive = "n" in kinds, True
    elif state.have and not state.to:
        fits = "n" in kinds
    elif state.bare:  # "never invited"
        fits = "p" in kinds
    else:
        fits = "b" in kinds
    no_verb = "-" in verb or verb in lexicon("EMPTY") or verb in lexicon("PREPOSITIONS")
    if not fits or no_verb:
        return None
    so_far = not future and (state.have or (passive and state.present))
    return Chain(at, first, state.noes, future, state.present, passive, so_far, act)
