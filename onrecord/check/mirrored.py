"""Two short statements of one speaker mirror one another: the same telling words, denied in one of them."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from onrecord.check.languages import en_mirrored as en
from onrecord.check.languages import en_reversal as words_of_reversal
from onrecord.check.reversal_pairs import Side, side, telling
from onrecord.check.reversal_said import bodies_of, days_of, speakers_of
from onrecord.check.reversal_words import Sentence, Token, lexicon, stem, verb_of
from onrecord.model import Claim, Matter, Span, Statement
from onrecord.text import edtf

PREFIX = "mirror "
_LONGEST = 220  # code points of a statement that can be compared as a whole
_LEAST, _MOST = 2, 14  # telling words
_BITS = 14.0  # that the shared words have together
_KEYS = 2  # of a statement: under its most telling words
_FRAME = 120  # code points before the words in which their day may stand
_APART = 1  # words that one side has and the other lacks


def claims(matter: Matter, shown: Mapping[str, Span]) -> Iterator[Claim]:
    """The short statements of a document, each under its speaker and its most telling words.

    Args:
        shown: of a statement's id, the clause of it that is shown where it is compared otherwise.
    """
    if (matter.document.language or words_of_reversal.CODE) != words_of_reversal.CODE:
        return
    text, bodies = matter.document.text, bodies_of(matter)
    for statement in matter.statements:
        voice = matter.voices.get(statement.id)
        if voice is None or not voice.name or not statement.content:
            continue
        if statement.mode not in ("direct", "indirect", "mixed") or statement.act != "said":
            continue
        start, end = statement.content[0].start, statement.content[-1].end
        if len(statement.content) > 1 or end - start > _LONGEST:
            continue
        read = _read(text, start, end, statement.mode == "indirect")
        if read is None or (read["no"] and _denied(text, statement)):
            continue
        read["no"] = read["no"] or _denied(text, statement)
        if _admitted(text, statement):
            read["marks"].append("admitted")
        said = days_of(matter, statement)
        if said[2] != "said":
            said = framed(matter, statement) or said
        value = json.dumps({**read, "said": said, "clause": _clause(text, start, end)}, ensure_ascii=False)
        best = sorted(read["object"], key=lambda word: (-telling(word), word))[:_KEYS]
        for speaker in speakers_of(matter, statement, voice, bodies):
            for word in best:
                yield Claim(
                    key=f"{PREFIX}{speaker[:140]}|{word[:40]}",
                    span=shown.get(statement.id, Span(start, end)),
                    value=value, document=matter.document.id, day=said[0], outlet=matter.outlet,
                    report=matter.report, statement=statement.id, voice=voice,
                )  # fmt: skip


def framed(matter: Matter, statement: Statement) -> tuple[str, str, str] | None:
    """The one day before a statement's words in its sentence: "In an interview of 4 May, he said"."""
    text, start = matter.document.text, statement.content[0].start
    begin = max(text.rfind(stop, max(0, start - _FRAME), start) for stop in (". ", "\n", "! ", "? "))
    begin = max(begin, start - _FRAME)
    first = bisect_left(matter.times, begin, key=lambda time: time.span.start)
    found = set()
    for time in matter.times[first : first + 6]:
        days = edtf.days(time.when.edtf) if time.span.end <= start else None
        if days and days[0] == days[1]:
            found.add(days[0].isoformat())
    if len(found) != 1:
        return None
    day = found.pop()
    return day, day, "said"


def _read(text: str, start: int, end: int, reported: bool) -> dict[str, Any] | None:
    """The telling words of a statement, and whether it denies; None where it asks, supposes or hedges."""
    sentence = Sentence(text, start, end)
    spoken = sentence.words
    if "?" in spoken or not lexicon("SUPPOSED").isdisjoint(spoken) or not _doubtful().isdisjoint(spoken):
        return None
    if not en.CONTRAST.isdisjoint(spoken):
        return None
    noes, denied, found, names = 0, "", list[str](), list[str]()
    for number, token in enumerate(sentence.tokens):
        word, following = token.word, sentence.tokens[number + 1 : number + 2]
        if word in _noes() or word.endswith("n't"):
            if word == "no" and (not following or _denies_nothing(following[0])):
                continue
            noes += 1
            if word in words_of_reversal.NO and _finite().isdisjoint(spoken):
                return None  # "no ferries": words for something, and nothing said of it
        elif telling_word := _compared(token):
            found.append(telling_word)
            denied = denied or (telling_word if noes else "")
            if token.capital:
                names.append(telling_word)
    words = sorted(set(found))
    if not _LEAST <= len(words) <= _MOST or noes > 1:
        return None
    plain = [words_of_reversal.CONTRACTED.get(word, word) for word in spoken]
    far = [w for w in plain if w in words_of_reversal.FUTURE or w in en.AHEAD or w.endswith("'ll")]
    so_far = bool((en.SO_FAR | (en.HAD if reported else frozenset())) & set(spoken))
    if noes and not lexicon("BLUNTING").isdisjoint(spoken):
        return None
    return {
        "no": noes == 1, "object": words, "rest": [], "names": sorted(set(names)), "planned": bool(far),
        "so_far": so_far, "verb": words[0], "turn": False,
        "denied": denied, "marks": ["never"] if not lexicon("EVER_DENIED").isdisjoint(spoken) else [],
    }  # fmt: skip


def _compared(token: Token) -> str:
    """A word as it is compared: pronouns are one, helping verbs and small words none."""
    word = token.word.partition("'")[0]
    if not word or not word[0].isalpha() or word in _small() or word in lexicon("EMPTY"):
        return ""
    return verb_of(word)[0] if word in words_of_reversal.IRREGULAR or word.endswith("ed") else stem(word)


def _denies_nothing(following: Token) -> bool:
    """Whether "no" denies nothing of what follows: "No, it is late", "no matter who"."""
    if not following.word[0].isalnum():
        return True
    return following.word in words_of_reversal.NO_NOTHING and following.word != "longer"


@cache
def _finite() -> frozenset[str]:
    reversal = words_of_reversal
    return frozenset([*reversal.PRESENT, *reversal.PAST, *reversal.HAVE, *reversal.FUTURE, "has", "'ll"])


@cache
def _noes() -> frozenset[str]:
    return frozenset([*words_of_reversal.NEGATIVE, *words_of_reversal.NO, "nothing"])


@cache
def _doubtful() -> frozenset[str]:
    return frozenset([*words_of_reversal.HEDGES, *en.DOUBTFUL])


@cache
def _small() -> frozenset[str]:
    helping = (words_of_reversal.FUTURE, words_of_reversal.PAST, words_of_reversal.PRESENT,
               words_of_reversal.HAVE, words_of_reversal.BE, words_of_reversal.DO,
               words_of_reversal.REPORTED_FUTURE, words_of_reversal.DETERMINERS,
               words_of_reversal.PREPOSITIONS, words_of_reversal.SELF, en.SMALL)  # fmt: skip
    return frozenset(
        word for words in helping for word in (words.split() if isinstance(words, str) else words)
    )


def _denied(text: str, statement: Statement) -> bool:
    """Whether the cue itself denies ("denied that he knew")."""
    if statement.cue is None or statement.mode == "direct":
        return False
    return bool(set(words_of_reversal.DENIED) & set(statement.cue.of(text).lower().split()))


def _admitted(text: str, statement: Statement) -> bool:
    """Whether the cue says that its content was so before ("acknowledged")."""
    cue = statement.cue
    return cue is not None and not lexicon("ADMITTING").isdisjoint(cue.of(text).lower().split())


def _clause(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split())[:300]


def pairs(found: Sequence[Claim]) -> Iterator[tuple[float, Side, Side]]:
    """Statements of one key that mirror one another, the denial first, with how sure that is."""
    sides = [side(claim) for claim in found]
    for no in (one for one in sides if one.value["no"]):
        for yes in sides:
            if not yes.value["no"] and _mirror(no, yes) and _at_two_times(no, yes):
                yield 0.9 if no.object == yes.object else 0.8, no, yes


def _mirror(one: Side, other: Side) -> bool:
    shared = one.object & other.object
    if len(shared) < _LEAST or len(one.object ^ other.object) > _APART:
        return False
    if one.value["denied"] and one.value["denied"] not in shared:
        return False  # "will not waver from a commitment" is no denial of the commitment
    if (
        one.claim.document != other.claim.document
        and one.claim.report
        and one.claim.report == other.claim.report
    ):
        return False
    return sum(map(telling, shared)) >= _BITS


def _at_two_times(no: Side, yes: Side) -> bool:
    """Whether they were said on two days, and what came to be in between cannot explain both."""
    first, second = no.value["said"], yes.value["said"]
    if not first[0] or not second[0] or (first[1] >= second[0] and second[1] >= first[0]):
        return False
    if no.value["so_far"] and first[0] < second[0]:
        # What was not yet so may have become so, unless it is admitted, or was said never to have been.
        return "admitted" in yes.value["marks"] or "never" in no.value["marks"]
    if no.value["planned"] != yes.value["planned"]:
        plan, deed = (first, second) if no.value["planned"] else (second, first)
        return bool(plan[0] <= deed[0])
    return True
