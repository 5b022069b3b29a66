"""A date, a weekday, a count of time and the day of publication fit the calendar or are shown."""

from __future__ import annotations

from onrecord.check import anniversaries, elapsed, impossible, premature, weekdays
from onrecord.check.contract import Check

CHECKS: tuple[Check, ...] = (
    weekdays.CHECK,
    impossible.CHECK,
    anniversaries.CHECK,
    elapsed.CHECK,
    premature.CHECK,
)
