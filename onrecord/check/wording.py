"""One utterance has one wording: what retellings changed in it is shown beside what it was."""

from __future__ import annotations

from onrecord.check import changed, enclosed, misgiven
from onrecord.check.contract import Check

CHECKS: tuple[Check, ...] = (
    Check(
        changed.NAME,
        "a number, name, place, day or denial that differs between two tellings of one utterance",
        retold=changed.changed,
    ),
    Check(
        misgiven.NAME,
        "the same words given to two speakers, neither of whom is said to quote the other",
        retold=misgiven.misgiven,
    ),
    Check(
        enclosed.NAME,
        "words within quotation marks that another telling of the same utterance does not have",
        retold=enclosed.enclosed,
    ),
)
