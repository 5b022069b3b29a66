"""One utterance has one wording: what retellings changed in it is shown beside what it was."""

from __future__ import annotations

from onrecord.check.contract import Check

CHECKS: tuple[Check, ...] = ()
