"""A stance is what one clause says of an act: denied or not, of whom, of what; a hedged clause gives none."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from onrecord.check.languages import en_reversal as en
from onrecord.check.reversal_chains import Chain, chain_at
from onrecord.check.reversal_words import (
    Sentence,
    Token,
    acts,
    lexicon,
    sentences,
    stem,
    stems,
    triggers,
    verb_of,
)  # fmt: skip
from onrecord.model import Span

_WIDEST = 14  # tokens that a subject or what follows the verb may have
_LONGEST_SENTENCE = 120  # tokens: beyond it nothing is read of a sentence


class Stance(NamedTuple):
    """What a clause says is, was or will be done, or not.

    Attributes:
        act: the verb as it is compared, opposites being one act.
        verb: the verb itself, compared.
        opposite: whether the verb is the act's opposite ("reject" of "approve").
        no: whether it is denied.
        planned: whether it is to come; else it is told as past, or as a position held.
        so_far: whether it is told of the time up to now, or as how things stand ("has not", "is not closed").
        held: whether it is a position held ("we oppose"), not a deed.
        doer: compared words of who does it; ("@",) for a pronoun; () where it is not said.
        object: compared words of what it is done to, its head last.
        rest: compared words of the rest of the clause.
        names: those of `object` and `rest` that are printed as names.
        figures: numbers of the clause as printed.
        span: the clause.
        head: where the verb begins.
        listed: whether the act stands in the table of acts.
    """

    act: str
    verb: str
    opposite: bool
    no: bool
    planned: bool
    so_far: bool
    held: bool
    doer: tuple[str, ...]
    object: tuple[str, ...]
    rest: tuple[str, ...]
    names: tuple[str, ...]
    figures: tuple[str, ...]
    span: Span
    head: int
    listed: bool


def stances(text: str, start: int, end: int, reported: bool, loose: bool) -> Iterator[Stance]:
    """The stances of text[start:end].

    Args:
        reported: whether the words are told by somebody else, so that "would" is a future.
        loose: whether verbs that the table of acts lacks are read too.
    """
    for sentence in sentences(text, start, end, loose):
        words = sentence.words
        readable = 3 <= len(words) <= _LONGEST_SENTENCE and "?" not in words[-2:]
        if readable and lexicon("SUPPOSED").isdisjoint(words):
            yield from _of_sentence(sentence, reported, loose)


def _of_sentence(sentence: Sentence, reported: bool, loose: bool) -> Iterator[Stance]:
    words, starts, pasts = sentence.words, triggers(), _pasts()
    done = -1  # the last verb read
    for at, word in enumerate(words):
        if at <= done:
            continue
        if word in starts or word[-3:] == "'ll":
            chain = chain_at(words, at, reported)
            if chain is not None:
                done = chain.verb
                if found := _stance(sentence, chain, reported, loose):
                    yield found
                continue
            if word == "no" and (found := _none(sentence, at)):
                yield found
        if (word in pasts or (loose and (word[-2:] == "ed" or word in en.IRREGULAR))) and (
            plain := _plain(sentence, at, loose)
        ):
            done = at
            if found := _stance(sentence, plain, reported, loose):
                yield found


def _plain(sentence: Sentence, at: int, loose: bool) -> Chain | None:
    """A verb in the simple past, or a position held in the present, with its subject before it."""
    words = sentence.words
    if at == 0 or at + 1 >= len(words):
        return None
    act, kinds = verb_of(words[at])
    held = act in stems("STANCES") and ("s" in kinds or ("b" in kinds and words[at - 1] in lexicon("SELF")))
    if not held and ("p" not in kinds or not (loose or act in _listed())):
        return None
    previous, following = sentence.tokens[at - 1], sentence.tokens[at + 1]
    if previous.word in lexicon("EMPTY") - lexicon("SELF") or previous.word in lexicon("PREPOSITIONS"):
        return None
    if not (previous.word[0].isalpha() or previous.word in ',”"'):
        return None
    if previous.word in lexicon("ADVERBS") or previous.word.endswith("ly"):
        return None
    given = following.capital or following.word in lexicon("DETERMINERS")
    if not given and (following.word in lexicon("PREPOSITIONS") or not following.word[0].isalpha()):
        return None
    if not given and not held and not (previous.capital or previous.word in lexicon("SELF")):
        return None
    return Chain(at, at, 0, False, held, False, False, act)


@cache
def _pasts() -> frozenset[str]:
    """Words that may be a verb by themselves: irregular pasts, and forms of verbs that are positions."""
    words = {word for word, base in en.IRREGULAR.items() if stem(base) in _listed()}
    words |= {word for verb in en.STANCES for word in (verb, f"{verb}s")}
    return frozenset(words | {f"{verb.partition('_')[0].rstrip('e')}ed" for verb in _plain_acts()})


@cache
def _plain_acts() -> frozenset[str]:
    return frozenset(word.lstrip("-") for word in en.OPPOSITES.split()) | {*en.ALONE, *en.CARRIERS}


@cache
def _listed() -> frozenset[str]:
    return frozenset(act.partition("_")[0] for act in acts()) | stems("ALONE") | stems("CARRIERS")


def _none(sentence: Sentence, at: int) -> Stance | None:
    """ "There were no invitations to the parade": a noun of doing that is denied."""
    words, start = sentence.words, at - 1
    while start > 0 and words[start] not in lexicon("BREAKS") and at - start < 6:
        start -= 1
    there = next((k for k in range(max(start, 0), at) if words[k] == "there"), None)
    if there is None or lexicon("HEDGES") & set(words[there:at]):
        return None
    for noun in range(at + 1, min(at + 4, len(words))):
        named = words[noun] if words[noun] in en.NOUNS else words[noun].removesuffix("s")
        if named not in en.NOUNS:
            continue
        after = _after(words, noun + 1)
        if lexicon("EXCEPTED") & set(words[noun:]) or lexicon("BLUNTING") & set(words[there:after]):
            return None
        act, opposite = acts().get(stem(en.NOUNS[named]), (stem(en.NOUNS[named]), False))
        future = bool({"will", "would", "'ll"} & set(words[there:at]))
        tokens = sentence.tokens
        rest = tokens[noun + 1 : after]
        return Stance(
            act, act, opposite, True, future, False, False, (), _compared(rest), (), _names(rest),
            _figures(rest), Span(tokens[there].start, tokens[after - 1].end), tokens[noun].start, True,
        )  # fmt: skip
    return None


# -- what stands around it -----------------------------------------------------------------------------------


def _stance(sentence: Sentence, chain: Chain, reported: bool, loose: bool) -> Stance | None:
    words = sentence.words
    act, verb_end, listed, opposite = _named(words, chain)
    if not listed and (not loose or len(act) < 3):
        return None
    if not listed and act in stems("LIGHT") and not _of_named(sentence, act, verb_end):
        return None
    before = _before(words, chain.first)
    if before is None:
        return None
    after = _after(words, verb_end)
    denied = _denied(words, before, chain.first)
    if denied is None:
        return None
    noes = chain.noes + denied + _noes(words[before : chain.first] + words[chain.verb : after])
    if noes > 1 or lexicon("BLUNTING") & set(words[before:after]):
        return None
    if noes and lexicon("EXCEPTED") & set(words[chain.first :]):
        return None
    agent = _agent(words, verb_end, after) if chain.passive else None
    tokens = sentence.tokens
    subject = tokens[before : chain.first]
    direct, rest = _split(tokens, verb_end, agent or after)
    if chain.passive:
        doer = _compared(tokens[agent + 1 : after]) if agent else ()
        direct, rest = subject, [*direct, *rest]
    else:
        doer = _doer(subject, reported)
    act, listed, direct, rest, opposite = _carried(act, listed, direct, rest, opposite)
    held = chain.act in stems("STANCES") and not chain.future and chain.present
    span = Span(tokens[before].start, tokens[max(after, verb_end) - 1].end)
    every = [*direct, *rest]
    return Stance(
        act, chain.act, opposite, bool(noes), chain.future, chain.so_far, held, doer, _compared(direct),
        _compared(rest), _names(every), _figures(every), span, tokens[chain.verb].start, listed,
    )  # fmt: skip


def _of_named(sentence: Sentence, act: str, verb_end: int) -> bool:
    """Whether a loose verb is one of knowing or speaking with somebody who is named."""
    words, start = sentence.words, verb_end
    if act not in stems("OF_NAMED"):
        return False
    start += start < len(words) and words[start] in lexicon("WITH_NAMED")
    direct, _ = _split(sentence.tokens, start, _after(words, verb_end))
    return bool(direct) and bool(_names(direct[-1:])) and direct[0].word not in lexicon("PREPOSITIONS")


def _names(tokens: list[Token]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(stem(t.word) for t in tokens if t.capital and t.word not in lexicon("EMPTY")))


def _figures(tokens: list[Token]) -> tuple[str, ...]:
    return tuple(t.word.strip(".,:") for t in tokens if t.word[0].isdigit())


def _named(words: list[str], chain: Chain) -> tuple[str, int, bool, bool]:
    """The act, where the verb ends, whether the table has it, and whether the verb is the act's opposite."""
    after = words[chain.verb + 1 : chain.verb + 3]
    for count in (2, 1, 0):
        if count <= len(after):
            found = acts().get("_".join([chain.act, *after[:count]]))
            if found:
                return found[0], chain.verb + 1 + count, True, found[1]
    alone = chain.act in stems("ALONE")
    return chain.act, chain.verb + 1, alone, False


def _denied(words: list[str], before: int, first: int) -> int | None:
    """1 where the whole clause is denied ("it is not true that"); None where it is not said, or thought."""
    if lexicon("OPINIONS") & set(words[before:first]):
        return None
    lead: list[str] = []
    for word in reversed(words[max(0, before - _WIDEST) : before]):
        if word in ",.;:":
            break
        lead.append(word)
    if lead[:1] != ["that"]:
        return 0
    if lexicon("OPINIONS") & set(lead):
        return None
    if not any(word in lexicon("DENYING") or word in en.CONTRACTED for word in lead):
        return 0
    return 1 if lexicon("TRUE") & set(lead) else None


def _before(words: list[str], first: int) -> int | None:
    """Where the subject begins; None where the clause is one of circumstance or of a relative."""
    at = first
    while at > 0 and first - at < _WIDEST and words[at - 1] not in lexicon("BREAKS"):
        if words[at - 1] in lexicon("SUPPOSED_CLAUSE") and at - 1 > 0:
            break
        at -= 1
    if at > 0 and words[at - 1] in lexicon("SUPPOSED_CLAUSE") | {"how", "why", "what", "where"}:
        return None
    if at == first and at > 0 and words[at - 1] in ("who", "whom", "which", "that", "whose"):
        return None
    return at


def _after(words: list[str], start: int) -> int:
    """Where the clause ends: at a mark or at a word that begins another."""
    at = start
    while at < len(words) and at - start < _WIDEST and words[at] not in lexicon("ENDS"):
        if words[at] == "," and at > start:
            break
        at += 1
    return at


def _noes(around: list[str]) -> int:
    """How many noun phrases of a clause are denied ("no leaders", "none of the leaders", "not a single")."""
    count = 0
    for at, word in enumerate(around):
        following = around[at + 1] if at + 1 < len(around) else ""
        if word in lexicon("NO"):
            if following in lexicon("NO_NOTHING"):
                return 2
            count += 1
        elif word == "not" and following in ("a", "any", "one"):
            count += 1
    return count


def _agent(words: list[str], start: int, end: int) -> int | None:
    return next((at for at in range(start, end) if words[at] == "by"), None)


def _split(tokens: list[Token], start: int, end: int) -> tuple[list[Token], list[Token]]:
    """The object, with what follows its "of"; and the rest, from the first other preposition on."""
    for at in range(start, end):
        if tokens[at].word in lexicon("PREPOSITIONS"):
            if at == start:  # "vote for the bill", "visit to": what follows is its object
                continue
            return tokens[start:at], tokens[at:end]
    return tokens[start:end], []


def _doer(subject: list[Token], reported: bool) -> tuple[str, ...]:
    """Who does it: "@" for a speaker's "we" and, in reported words, for any pronoun."""
    pronouns = [t.word.partition("'")[0] for t in subject if t.word.partition("'")[0] in lexicon("SELF")]
    if not pronouns:
        return _compared(subject)
    return ("@",) if reported or pronouns[-1] in ("i", "we") else (pronouns[-1],)


def _compared(tokens: list[Token]) -> tuple[str, ...]:
    """The telling words, compared."""
    empty = lexicon("EMPTY")
    return tuple(
        dict.fromkeys(
            stem(t.word) for t in tokens if t.word not in empty and len(t.word) > 1 and t.word[0].isalpha()
        )
    )


def _carried(
    act: str, listed: bool, direct: list[Token], rest: list[Token], opposite: bool
) -> tuple[str, bool, list[Token], list[Token], bool]:
    """ "send invitations to leaders" is to invite leaders: the noun gives the act, the rest its object."""
    if act not in stems("CARRIERS"):
        return act, listed, direct, rest, opposite
    for at, token in enumerate(direct):
        noun = token.word if token.word in en.NOUNS else token.word.removesuffix("s")
        if noun in en.NOUNS:
            found = acts().get(stem(en.NOUNS[noun]), (stem(en.NOUNS[noun]), False))
            return found[0], True, direct[at + 1 :] or rest, rest if direct[at + 1 :] else [], found[1]
    return act, listed, direct, rest, opposite
