"""A fact is a public event with its date; the shipped ones stand in one readable file, users add their own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from onrecord.model import When


@dataclass(frozen=True, slots=True)
class Fact:
    """A dated public event.

    Attributes:
        names: what texts call it, the usual name first ("victory in the Second World War", "Victory Day").
        when: its date, or the date on which it began.
        kind: what sort of event ("war", "treaty", "victory", "independence", ...).
        wikidata: its Wikidata id, or None.
    """

    names: tuple[str, ...]
    when: When
    kind: str
    wikidata: str | None = None


def facts(files: tuple[Path, ...] = ()) -> tuple[Fact, ...]:
    """The shipped facts and those of the user's files."""
    return ()
