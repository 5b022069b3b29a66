"""One event has one date: passages that date it otherwise are shown side by side."""

from __future__ import annotations

from onrecord.check.contract import Check

CHECKS: tuple[Check, ...] = ()
