"""The tense nearest to a time expression in its sentence says whether it lies ahead; else nothing is said."""

from __future__ import annotations

import re
from types import ModuleType
from typing import Literal

Direction = Literal[-1, 0, 1]

_REACH = 260
_TOKEN = re.compile(
    r"[A-Za-z][\w’']*|[.!?]['”’\"*_)]*(?=\s+[A-Z\"“‘(`])|\n\s*\n|[,;:–—(\"“”]|\d[\d.,:]*(?: ?[ap]\.?m\b)?"
)
_BOUNDS = frozenset(',;:–—"“”')
_NEXT = 4  # how many words behind "Thursday's" its verb may stand


def direction(data: ModuleType, text: str, start: int, end: int) -> Direction:
    """Where a time lies as its clause says: 1 ahead, -1 behind, 0 where nothing shows it.

    Args:
        data: the language's data.
        text: the document's text.
        start, end: the expression, in code points.
    """
    before, after = _before(data, text, start), _after(data, text, end)
    if text[end : end + 2].lower() in ("'s", "’s"):
        # "Thursday's vote was close"
        return _of_event(data, before, after)
    noun = bool(after) and after[0][0].islower() and not _verb(data, after[0])
    if noun and before and before[-1] in data.DETERMINERS:
        return 0  # "the May meeting"
    near = list(before)
    if _ahead_of(near):
        return 1
    while near and near[-1] in data.PREPOSITIONS:
        word = near.pop()
        if word in data.UNTIL:
            return _until(data, word, near, after)
        if word in data.SINCE:
            return -1
        if near and (near[-1] in data.AHEAD or (word == "for" and near[-1] in data.DUE | data.SET_FOR)):
            return 1
        if near and near[-1] in data.BE:
            return 1  # "the match is on Sunday"
    if near and near[-1] in data.BE:
        return 1  # "the deadline is Friday"
    if near and _verb(data, near[-1]):
        return _last(data, near) or 0
    if after and _verb(data, after[0]):
        return _first(data, after)
    if not near or near[-1] in data.BOUND_BEFORE or near[-1] in _BOUNDS:
        return _first(data, after) or _last(data, near) or 0
    said = _last(data, near)
    return (_first(data, after) or _to_come(data, near)) if said is None else said


def _of_event(data: ModuleType, before: list[str], after: list[str]) -> Direction:
    """ "Thursday's vote was close", "will miss Thursday's vote", "ahead of Thursday's vote"."""
    if before and before[-1] in data.UNTIL:
        return 1
    if _ahead_of(before):
        return 1
    if before and before[-1] in data.SINCE_EVENT:
        return -1
    return _first(data, after[:_NEXT]) or _last(data, before[-_NEXT:]) or 0


def _ahead_of(before: list[str]) -> bool:
    """Whether it is of what something else comes "ahead of"."""
    near = before[-6:]
    return "ahead" in near[:-1] and near[near.index("ahead") + 1] == "of"


def _until(data: ModuleType, word: str, near: list[str], after: list[str]) -> Direction:
    """ "until Monday" lies ahead; "by Monday" as its verb does; "through Monday" says nothing of itself."""
    if word in data.THROUGH:
        return 1 if _last(data, near) == 1 or (near and near[-1] in data.LASTING) else 0
    if word == "by" or not near:
        return _last(data, near) or _first(data, after) or 1
    return 1


def _before(data: ModuleType, text: str, start: int) -> list[str]:
    """The tokens of the sentence before a place, lower-case but for names, in order."""
    tokens: list[str] = []
    # one code point farther, so that the end of the sentence before is seen
    for match in _TOKEN.finditer(text, max(0, start - _REACH), min(start + 1, len(text))):
        word = match[0]
        if match.end() > start:
            break
        if word[0] in ".!?\n":
            if not (tokens and _abbreviated(data, tokens[-1], word)):
                tokens.clear()
        else:
            # the first word of a sentence is a name too rarely to matter
            tokens.append(word if word[0].isupper() and tokens else word.lower())
    return tokens


def _after(data: ModuleType, text: str, end: int) -> list[str]:
    """The tokens of the rest of the sentence, lower-case but for names, in order."""
    tokens: list[str] = []
    for match in _TOKEN.finditer(text, end, min(len(text), end + _REACH)):
        if match[0][0] in ".!?\n":
            if tokens and _abbreviated(data, tokens[-1], match[0]):
                continue
            break
        tokens.append(match[0])
    return tokens


def _abbreviated(data: ModuleType, word: str, mark: str) -> bool:
    """Whether a full stop ends an abbreviation rather than a sentence."""
    return mark == "." and (len(word) == 1 or word.lower() in data.ABBREVIATIONS)


def _past(data: ModuleType, word: str) -> bool:
    return word in data.PAST or (
        word.endswith("ed") and len(word) > 3 and word[0].islower() and word not in data.NOT_PAST
    )


def _verb(data: ModuleType, word: str) -> bool:
    return _past(data, word) or word in data.WILL or word in data.PRESENT


def _last(data: ModuleType, tokens: list[str]) -> Direction | None:
    """The tense of the last verb of the tokens, 0 for the present; None where there is no verb."""
    for place in range(len(tokens) - 1, -1, -1):
        word = tokens[place]
        if word in data.WILL or (word in data.DUE and not _noun(data, tokens, place)):
            return -1 if place and tokens[place - 1] == "been" else 1
        if word == "to" and _infinitive(data, tokens, place):
            meant = _intended(data, tokens, place)
            if meant:
                return meant
        elif place and tokens[place - 1] == "to":
            continue  # "expected to hit": the infinitive tells
        elif _past(data, word) and not _adjective(data, tokens, place):
            return _of_group(data, tokens, place)
        elif word in data.PRESENT and not _noun(data, tokens, place):
            return 0 if word in data.BE else 1
        elif word in data.PLURAL_PRESENT and _many(data, tokens, place):
            return 1
    return None


def _adjective(data: ModuleType, tokens: list[str], place: int) -> bool:
    """Whether a past form stands behind an article: "a still unspecified date"."""
    back = place - 1
    while back >= 0 and (tokens[back] in data.AUXILIARY or tokens[back].endswith("ly")):
        back -= 1
    return back >= 0 and tokens[back] in data.DETERMINERS and tokens[place] not in data.PAST


def _noun(data: ModuleType, tokens: list[str], place: int) -> bool:
    """Whether what may announce something is "due to" a cause, or "the plan"."""
    if place and (tokens[place - 1] in data.DETERMINERS | {"as"} or tokens[place - 1][0].isdigit()):
        return True
    to_cause = tokens[place + 1 : place + 2] == ["to"] and not _infinitive(data, tokens, place + 1)
    return to_cause and tokens[place] in data.DUE


def _many(data: ModuleType, tokens: list[str], place: int) -> bool:
    """Whether what may be a plural present stands behind what may be its subject: "the teams meet again"."""
    word = tokens[place - 1] if place else ""
    return word in data.THEY or (word.endswith("s") and len(word) > 3)


def _infinitive(data: ModuleType, tokens: list[str], place: int) -> bool:
    if place + 1 >= len(tokens):
        return False
    word = tokens[place + 1]
    return word[0].islower() and word not in data.NOT_INFINITIVE


def _to_come(data: ModuleType, tokens: list[str]) -> Direction:
    """Ahead, where the tokens have an infinitive: "Ministers to meet"."""
    found = any(word == "to" and _infinitive(data, tokens, place) for place, word in enumerate(tokens))
    return 1 if found else 0


def _intended(data: ModuleType, tokens: list[str], place: int) -> Direction:
    """What an infinitive says: ahead after a word of intent; as the verb before where it is a purpose (0)."""
    back = tokens[max(0, place - 3) : place]
    if "been" in back:
        return -1
    if any(word in data.INTENT for word in back) or (back and back[-1] in data.BE | {"was", "were"}):
        return 1
    return 0


def _of_group(data: ModuleType, tokens: list[str], place: int) -> Direction:
    """The tense of a past form: a participle after "will", "will be" or "to be" lies ahead."""
    back = place - 1
    while back >= 0 and place - back <= 4 and (tokens[back] in data.AUXILIARY or tokens[back].endswith("ly")):
        back -= 1
    if back < 0:
        return -1
    if tokens[back] in data.WILL:
        return -1 if tokens[back + 1] == "have" else 1
    return 1 if tokens[back] == "to" and tokens[back + 1] in ("be", "get") else -1


def _first(data: ModuleType, tokens: list[str]) -> Direction:
    """The tense of the first verb of the tokens."""
    for place, word in enumerate(tokens):
        if word in data.WILL or (word in data.DUE and not word.endswith("ed")):
            return 1
        if _past(data, word) and not _adjective(data, tokens, place):
            return -1
        if word in data.PRESENT and word not in data.BE and not place:
            return 1
        if word in data.BE:
            ahead = tokens[place + 1 : place + 3]
            return 1 if any(token in data.DUE or token == "to" for token in ahead) else 0
    return 0
