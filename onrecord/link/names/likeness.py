"""What comparing two names gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Likeness:
    """Whether two names can be one person's or body's: verdict, score from 0 to 1, and why, in words."""

    verdict: Literal["same", "doubtful", "different"]
    score: float
    reason: str
