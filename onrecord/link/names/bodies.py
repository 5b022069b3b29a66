"""Two bodies are the same when what they do and whose they are agree; one country's is never another's."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from onrecord.link.names.likeness import Likeness
from onrecord.link.names.parts import lowered
from onrecord.link.names.script import SHOWN, readings, script
from onrecord.link.names.skeleton import skeletons
from onrecord.link.names.tables import rows
from onrecord.link.names.tokens import Around, match

_SMALL = frozenset("the a an of for and in on to de du der des of et la le das die fur".split())
_STOPS = re.compile(r"\b((?:\w\.){2,})")
_PLAIN = re.compile(r"[^\w()]+")
_INSIDE = re.compile(r"\(([^()]{2,80})\)")


class Body(NamedTuple):
    """A body's name: its words as one key, its country's code, and the other name printed with it.

    Attributes:
        key: words without the country; for a well-known body its own name.
        country: the code of the country named, or "".
        named: it is a well-known body, which needs no country.
        tokens: the words as they stand, for another script or an abbreviation.
    """

    key: str
    country: str
    named: bool
    tokens: tuple[str, ...]


class _Lists:
    """The file of bodies: phrases by their words, longest first."""

    def __init__(self) -> None:
        self.country: dict[str, str] = {}
        self.word: dict[str, str] = {}
        self.named: dict[str, str] = {}
        self.shown: dict[str, str] = {}
        self.heads: set[str] = set()
        self.legal: set[str] = set()
        section = ""
        named: list[list[str]] = []
        for (line,) in rows("bodies.txt"):
            if line.startswith("["):
                section = line.strip("[]")
                continue
            head, *forms = line.split(";")
            if section == "countries":
                self.country.update(dict.fromkeys(forms, head))
                self.shown[head] = forms[0]
            elif section == "words":
                self.word.update(dict.fromkeys(forms, head))
            elif section == "heads":
                self.heads.update(line.split(";"))
            elif section == "legal":
                self.legal.update(line.split(";"))
            else:
                named.append([head, *forms])
        phrases = {*self.country, *self.word}
        self.widest = max(phrase.count(" ") + 1 for phrase in phrases)
        for head, *forms in named:
            for form in forms or [head]:
                country, words = self.cut(form.split())
                key = self.key(country, words)
                self.named.setdefault(key, head)
                self.named.setdefault(form, head)

    def cut(self, tokens: list[str]) -> tuple[str, list[str]]:
        """The country named, and the other words, phrases by their common name."""
        country = ""
        found: list[str] = []
        i = 0
        while i < len(tokens):
            for width in range(min(self.widest, len(tokens) - i), 0, -1):
                phrase = " ".join(tokens[i : i + width])
                if phrase in self.country:
                    country = country or self.country[phrase]
                    break
                if phrase in self.word:
                    found.append(self.word[phrase])
                    break
                if phrase in self.legal and len(tokens) > width:
                    break
            else:
                width = 1
                found.append(tokens[i])
            i += width
        return country, found

    def key(self, country: str, words: list[str]) -> str:
        """Words and country as one string: sorted where the kind of body shows that order says nothing."""
        if any(word in self.heads or word.split()[0] in self.heads for word in words if word):
            words = sorted({part for word in words for part in word.split()} - _SMALL)
        elif "university" not in words and "college" not in words:
            words = [word for word in words if word not in _SMALL]
        return f"{country}:{' '.join(words)}"


@lru_cache(maxsize=1)
def _lists() -> _Lists:
    return _Lists()


def _words(text: str) -> list[str]:
    text = _STOPS.sub(lambda m: m[1].replace(".", "") + " ", text)
    text = re.sub(r"['’]s\b|['’ʼ](?=\s|$)", "", text).replace("'", "").replace("’", "")
    return [word for word in _PLAIN.sub(" ", text.replace("&", " and ")).split() if word not in ("the",)]


def _one(text: str) -> Body:
    words = _words(text)
    lists = _lists()
    country, rest = lists.cut(words)
    key = lists.key(country, rest)
    for form in (" ".join(words), key, " ".join(word for word in words if word not in lists.legal)):
        if form in lists.named:
            return Body(lists.named[form], "", True, tuple(words))
    own = key.partition(":")[2]
    return Body(own, country, False, tuple(word for word in rest if word not in _SMALL))


@lru_cache(maxsize=32768)
def bodies(name: str) -> tuple[Body, ...]:
    """A body's name read; two where another stands in parentheses: World Health Organization (WHO)."""
    text = lowered(name)
    inside = _INSIDE.findall(text)
    outside = _INSIDE.sub(" ", text).strip() or text
    found = [_one(outside)]
    if inside and len(inside[0]) < len(outside):
        found.append(_one(inside[0]))
    return tuple(found)


def _abbreviates(short: Body, whole: Body) -> bool:
    letters = "".join(word[0] for word in whole.tokens)
    return len(short.tokens) == 1 and len(whole.tokens) > 1 and short.tokens[0] == letters


def _spelled_alike(one: Body, other: Body) -> bool:
    if len(one.tokens) != len(other.tokens) or one.country != other.country:
        return False
    if len({script(word) for word in one.tokens + other.tokens}) < 2:
        return False
    return all(match(a, b, Around()).level == "same" for a, b in zip(one.tokens, other.tokens, strict=True))


def _likeness(one: Body, other: Body) -> Likeness:
    if (not one.key and not one.country) or (not other.key and not other.country):
        return Likeness("different", 0.0, "nothing to compare")
    if one.key == other.key:
        if one.country == other.country:
            return Likeness("same", 1.0, "the same body by another name" if one.named else "the same words")
        if one.country and other.country:
            return Likeness("different", 0.1, "bodies of two countries")
        return Likeness("doubtful", 0.6, "a country is named on one side only")
    if one.named and other.named:
        return Likeness("different", 0.0, "two known bodies")
    if _spelled_alike(one, other):
        return Likeness("same", 0.95, "the same words in another script")
    if _abbreviates(one, other) or _abbreviates(other, one):
        return Likeness("doubtful", 0.6, "one may abbreviate the other")
    return Likeness("different", 0.0, "other words")


def compared(name: str, other_name: str) -> Likeness:
    """How far two names can be one body's."""
    found = [_likeness(one, other) for one in bodies(name) for other in bodies(other_name)]
    return max(found, key=lambda like: (like.verdict == "same", like.score))


def keys(name: str) -> tuple[str, ...]:
    """What names that may be one body's share: its well-known name, or its words, or their consonants."""
    found: dict[str, None] = {}
    for one in bodies(name):
        if one.key or one.country:
            found.setdefault(one.key or one.country)
        if not one.named and 0 < len(one.tokens) < 6:
            found.setdefault(" ".join(skeletons(word)[0] if skeletons(word) else word for word in one.tokens))
        if len(one.tokens) > 2:
            found.setdefault("".join(word[0] for word in one.tokens))
    return tuple(found)


def _once(name: str) -> str:
    one = bodies(name)[0]
    if one.named:
        return one.key
    text = " ".join(filter(None, (one.key, _lists().shown.get(one.country))))
    if text.isascii():
        return text
    return " ".join(_latin(word) for word in text.split())


def _latin(word: str) -> str:
    if word.isascii() or not (ways := readings(word)):
        return word
    return ways[0].translate(SHOWN)


@lru_cache(maxsize=32768)
def normal(name: str) -> str:
    """A body's name in one spelling; its own normal form."""
    seen: list[str] = []
    while name not in seen:
        seen.append(name)
        name = _once(name)
    return min(seen[seen.index(name) :])
