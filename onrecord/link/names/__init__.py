"""Two names are compared the same way in both directions, and what is doubtful is said to be doubtful."""

from __future__ import annotations

from functools import lru_cache

from onrecord.link.names import bodies, people
from onrecord.link.names.likeness import Likeness

__all__ = ["Likeness", "compare", "keys", "normal"]


@lru_cache(maxsize=65536)
def keys(name: str, kind: str = "person") -> tuple[str, ...]:
    """Short strings of which two names that are compared as the same share at least one.

    Args:
        name: as printed, in any script.
        kind: "person" or "body".
    """
    return bodies.keys(name) if kind == "body" else people.keys(name)


def normal(name: str, kind: str = "person") -> str:
    """The name in one spelling: equal for forms that differ in case, script or accents only."""
    return bodies.normal(name) if kind == "body" else people.normal(name)


def compare(one: str, other: str, kind: str = "person") -> Likeness:
    """How far two names can be the same person's (or body's).

    "same" takes two full names. An initial that fits, a family name alone, a spelling that is only near are
    "doubtful"; their score says how nearly the names agree.
    """
    return _compared(*sorted((one, other)), kind)


@lru_cache(maxsize=262_144)
def _compared(one: str, other: str, kind: str) -> Likeness:
    found = bodies.compared(one, other) if kind == "body" else people.compared(one, other)
    if found.verdict == "same" and not set(keys(one, kind)) & set(keys(other, kind)):
        return Likeness("doubtful", found.score, f"{found.reason}; no key in common")
    return found
