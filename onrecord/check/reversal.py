"""A speaker who says the opposite at another time is shown at both times."""

from __future__ import annotations

from onrecord.check.contract import Check

CHECKS: tuple[Check, ...] = ()
