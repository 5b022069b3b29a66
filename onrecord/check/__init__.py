"""What does not fit within a text, between texts or with the calendar: passages and a neutral sentence."""

from __future__ import annotations

from onrecord.check import calendar, counts, dates, figures, reversal, wording
from onrecord.check.attributed import guessed
from onrecord.check.attributed import name as speaker_named
from onrecord.check.contract import Check, Retold, Told
from onrecord.check.occasion import names, one_speaker, person

__all__ = [
    "CHECKS",
    "VERSION",
    "Check",
    "Retold",
    "Told",
    "guessed",
    "named",
    "names",
    "one_speaker",
    "person",
    "speaker_named",
]

VERSION = 3
"""Changes whenever the same documents would be checked otherwise."""

CHECKS: tuple[Check, ...] = (
    *calendar.CHECKS,
    *dates.CHECKS,
    *counts.CHECKS,
    *wording.CHECKS,
    *reversal.CHECKS,
    *figures.CHECKS,
)


def named(name: str) -> Check | None:
    """The check of this name."""
    return next((check for check in CHECKS if check.name == name), None)
