"""Roles tell two people of one name apart only where no life leads from the one to the other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from onrecord.link.languages import en

_WORD = re.compile(r"[^\W\d_]+")
_VAGUE = frozenset(
    "the a an of for and in at to its his her their former ex deputy senior chief acting".split()
)


@cache
def _fields() -> dict[str, str]:
    return {word: field for field, words in en.FIELDS.items() for word in words.split()}


@lru_cache(maxsize=20_000)
def words(role: str) -> frozenset[str]:
    """The words of a role that tell something, in lower case."""
    return frozenset(word for word in _WORD.findall(role.casefold()) if word not in _VAGUE)


def office(role: str) -> bool:
    """Whether a role says more than how one addresses somebody."""
    return not words(role) <= _forms_of_address()


@cache
def _forms_of_address() -> frozenset[str]:
    return frozenset(en.ADDRESS.split())


def fields(roles: Iterable[str]) -> frozenset[str]:
    """The sorts of work that roles name, as far as their nouns are known."""
    known = _fields()
    return frozenset(known[word] for role in roles for word in words(role) if word in known)


def shared(one: Iterable[str], other: Iterable[str]) -> str | None:
    """A role of `one` that says the same as one of `other`, or None.

    The same is: a known noun in common, and besides it either nothing or another word in common.
    """
    known = _fields()
    theirs = [words(role) for role in other]
    for role in one:
        mine = words(role)
        for their in theirs:
            common = mine & their
            if any(word in known for word in common) and (len(common) > 1 or mine <= their or their <= mine):
                return role
    return None


def apart(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether the roles name sorts of work between which no one person's life usually leads."""
    mine, theirs = fields(one), fields(other)
    if not mine or not theirs or mine & theirs:
        return False
    return not any(group & mine and group & theirs for group in en.FRIENDS)


def generic(body: str) -> bool:
    """Whether a body's name fits many bodies ("the Foreign Ministry", "police")."""
    found = _WORD.findall(body.casefold())
    return " ".join(found).removeprefix("the ") not in en.NAMED and set(found) <= _generic()


@cache
def _generic() -> frozenset[str]:
    return frozenset(en.GENERIC.split())
