"""A number and the list it introduces, parts and a total, two lists of one thing agree or are shown."""

from __future__ import annotations

from onrecord.check import listed, rolls, totals
from onrecord.check.contract import Check

CHECKS: tuple[Check, ...] = (*listed.CHECKS, *totals.CHECKS, *rolls.CHECKS)
