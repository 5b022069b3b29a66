"""A quantity of one thing in one period has one value, rounding understood; others are shown beside it."""

from __future__ import annotations

from onrecord.check.contract import Check

CHECKS: tuple[Check, ...] = ()
