"""What a run of checking says of itself needs none of what checking loads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Checking(NamedTuple):
    """A check: its name, what it compares in one line, and whether it is chosen."""

    name: str
    about: str
    on: bool


@dataclass(frozen=True, slots=True)
class Checked:
    """What a run of checking has done so far.

    Attributes:
        documents: documents that were read for what they claim.
        claims: what they claim that others may claim otherwise.
        matters: matters whose claims were compared.
        families: families of words that travel whose changes were looked at.
        findings: how many findings the record holds then; 0 until the end.
        seconds: since the start.
        stopped: whether the run was asked to stop before its end.
    """

    documents: int = 0
    claims: int = 0
    matters: int = 0
    families: int = 0
    findings: int = 0
    seconds: float = 0.0
    stopped: bool = False
