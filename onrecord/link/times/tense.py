"""The tense nearest to a time expression in its sentence says whether it lies ahead; else it lies behind."""

from __future__ import annotations

import re
from types import ModuleType
from typing import Literal

Direction = Literal[-1, 0, 1]

_REACH = 260
_TOKEN = re.compile(r"[A-Za-z][\w’']*|[.!?]['”’\"]*(?=\s+[A-Z\"“‘(])|\n\s*\n|[,;:–—(\"“”]|\d[\d.,]*")
_ENDS = re.compile(r"[.!?\n]")


def direction(data: ModuleType, text: str, start: int, end: int) -> Direction:
    """Where a time lies as its clause says: 1 ahead, -1 behind, 0 where nothing shows it.

    Args:
        data: the language's data.
        text: the document's text.
        start, end: the expression, in code points.
    """
    before = _sentence_before(text, start)
    after = _sentence_after(text, end)
    last = [token for token in before if token not in data.PREPOSITIONS or token in data.DUE]
    opening = (
        not last or last[-1] in data.BOUND_BEFORE or last[-1] in {",", ";", ":", "–", "—", "(", '"', "“"}
    )
    if before and before[-1] in data.DUE:
        return 1
    ahead = _first(data, after)
    behind = _nearest(data, before)
    if opening and ahead:
        return ahead
    return behind or ahead


def _sentence_before(text: str, start: int) -> list[str]:
    """The tokens of the sentence before a place, lower-case, in order."""
    tokens: list[str] = []
    for match in _TOKEN.finditer(text, max(0, start - _REACH), start):
        if _ENDS.match(match[0]):
            tokens.clear()
        else:
            tokens.append(match[0].lower() if match[0] != match[0].title() or not tokens else match[0])
    return tokens


def _sentence_after(text: str, end: int) -> list[str]:
    """The tokens of the rest of the sentence, lower-case, in order."""
    tokens: list[str] = []
    for match in _TOKEN.finditer(text, end, min(len(text), end + _REACH)):
        if _ENDS.match(match[0]):
            break
        tokens.append(match[0].lower())
    return tokens


def _past(data: ModuleType, word: str) -> bool:
    return word in data.PAST or (word.endswith("ed") and len(word) > 3 and word not in data.NOT_PAST)


def _nearest(data: ModuleType, tokens: list[str]) -> Direction:
    """The tense of the last verb of the tokens."""
    for place in range(len(tokens) - 1, -1, -1):
        word = tokens[place]
        if word in data.WILL:
            return 1
        if word in data.DUE:
            return 1
        if word == "to" and _infinitive(data, tokens, place):
            return 1
        if _past(data, word):
            return _of_group(data, tokens, place)
        if word in data.PRESENT:
            return 1 if word not in ("is", "are", "am", "'s", "'re") else 0
    return 0


def _infinitive(data: ModuleType, tokens: list[str], place: int) -> bool:
    if place + 1 >= len(tokens):
        return False
    word = tokens[place + 1]
    return word.islower() and word not in data.NOT_INFINITIVE and word[0].isalpha()


def _of_group(data: ModuleType, tokens: list[str], place: int) -> Direction:
    """The tense of a past form: a participle after "will", "will be" or "to be" lies ahead."""
    back = place - 1
    while back >= 0 and place - back <= 4 and (tokens[back] in data.AUXILIARY or tokens[back].endswith("ly")):
        back -= 1
    if back >= 0 and tokens[back] in data.WILL:
        return (
            -1 if tokens[back + 1] in ("have", "not") and tokens[back] in ("would", "could", "might") else 1
        )
    if (
        back >= 0
        and tokens[back] == "to"
        and back + 1 < place + 1
        and tokens[back + 1] in ("be", "have", "get")
    ):
        return 1
    return -1


def _first(data: ModuleType, tokens: list[str]) -> Direction:
    """The tense of the first verb of the tokens."""
    for place, word in enumerate(tokens):
        if word in data.WILL:
            return 1
        if word == "to" and _infinitive(data, tokens, place):
            return 1
        if _past(data, word):
            return -1
        if word in ("is", "are"):
            ahead = tokens[place + 1 : place + 3]
            return 1 if any(token in data.DUE or token == "to" for token in ahead) else 0
    return 0
