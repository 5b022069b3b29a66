"""What is counted is what a list gives for the same filter, each statement once."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from heapq import nsmallest
from typing import NamedTuple

from onrecord import api
from onrecord.api import Filter, Overview, Place, Record
from onrecord.model import When
from onrecord.plot.pictures import Asked, counted, flat, named

OTHERS, NOBODY, UNLINKED, UNKNOWN = (
    "all others",
    "no speaker named",
    "others, not linked",
    "outlet unknown",
)
BY = ("mode", "speaker", "outlet", "act")


class Cell(NamedTuple):
    """What is counted together: the days that a date can mean, or None, and a kind of thing."""

    first: date | None
    last: date | None
    key: str


@dataclass(slots=True)
class Crossed:
    """How many statements there are of each kind on each day.

    Attributes:
        statements, documents: how many in all.
        cells: how many statements of each cell.
        held: how many documents have statements of each kind.
        names: what keys are called, where that is not the key itself.
    """

    statements: int = 0
    documents: int = 0
    cells: Counter[Cell] = field(default_factory=Counter)
    held: Counter[str] = field(default_factory=Counter)
    names: dict[str, str] = field(default_factory=dict)

    def totals(self, dated: bool = False) -> Counter[str]:
        """How many statements of each kind; with `dated` only those whose date is known."""
        found: Counter[str] = Counter()
        for cell, count in self.cells.items():
            if cell.first is not None or not dated:
                found[cell.key] += count
        return found

    def loudest(self, most: int, dated: bool = False) -> list[str]:
        """The keys that are somebody, most statements first; of equals, by name."""
        totals = self.totals(dated)
        real = [key for key in totals if key not in (OTHERS, NOBODY, UNLINKED, UNKNOWN)]
        return nsmallest(most, real, key=lambda key: (-totals[key], self.names.get(key, key)))

    def name(self, key: str) -> str:
        """What a key is called in a picture."""
        return named(self.names.get(key, key))

    def undated(self) -> int:
        """How many statements stand in documents of which no date is known."""
        return sum(count for cell, count in self.cells.items() if cell.first is None)

    def days(self, keys: set[str] | None = None) -> tuple[date, date] | None:
        """The first and the last day, of these keys or of all; None where none is known."""
        cells = (cell for cell in self.cells if keys is None or cell.key in keys)
        known = [(cell.first, cell.last) for cell in cells if cell.first and cell.last]
        return (min(first for first, _ in known), max(last for _, last in known)) if known else None


def crossed(record: Place, asked: Asked, by: str) -> Crossed:
    """Count the statements that are asked for, by day and by one of BY.

    Raises:
        RecordError: the record cannot be opened.
        UsageError: the filter means nothing.
    """
    with looking(record, asked) as (store, overview):
        counted = overview.crossed(store, asked.filter, by)
    found = Crossed(counted.statements, counted.documents)
    days = {text: _day(text) for cell in counted.cells for text in (cell.first, cell.last)}
    for first, last, key, statements in counted.cells:
        found.cells[Cell(days[first], days[last], _key(key, by))] += statements
    found.held.update({_key(key, by): number for key, number in counted.held.items()})
    found.names.update({key: name for key, name in counted.names.items() if key})
    return found


@contextmanager
def looking(record: Place, asked: Asked) -> Iterator[tuple[Record, Overview]]:
    """The record, open, and counts of it: those that are kept in mind, or for this once."""
    with api.reading(record) as store:
        if asked.overview is not None:
            yield store, asked.overview
            return
        overview = api.Overview(store.path)
        try:
            yield store, overview
        finally:
            overview.close()


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:  # a year that the calendar of Python does not reach
        return None


def _key(key: str | None, by: str) -> str:
    if key:
        return OTHERS if by == "speaker" and key == "*" else key
    if by == "speaker":
        return NOBODY if key is None else UNLINKED
    return UNKNOWN


def days(when: When | None) -> tuple[date | None, date | None]:
    """The first and the last day that a date can mean, as printed, or None twice."""
    if when is None:
        return None, None
    parts = when.edtf[:10].split("-")
    try:
        if len(parts) == 3:
            day = date.fromisoformat(when.edtf[:10])
            return day, day
        if len(parts) == 2:
            year, month = int(parts[0]), int(parts[1])
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date.fromisoformat(when.earliest[:10]), date.fromisoformat(when.latest[:10])
    except ValueError:
        return None, None


def scope(record: Place, filter: Filter) -> str:
    """Of which record, and through which filter, in words."""
    parts = [record_name(record)]
    given = (
        ("words", filter.words), ("speaker", filter.speaker), ("entity", filter.entity),
        ("outlet", filter.outlet), ("mode", filter.mode), ("act", filter.act),
        ("document", filter.document), ("language", filter.language), ("format", filter.kind),
        ("from", filter.since), ("until", filter.until), ("reviewed", filter.reviewed),
    )  # fmt: skip
    parts += [f"{name} {flat(value, 60)}" for name, value in given if value is not None]
    if filter.has_speaker is not None:
        parts.append("with a speaker" if filter.has_speaker else "without a speaker")
    if filter.all_versions:
        parts.append("all versions")
    return " · ".join(parts)


def record_name(record: Place) -> str:
    """The name of a record's file."""
    path = record.path if isinstance(record, api.Record) else record
    return flat(str(path).replace("\\", "/").rpartition("/")[2], 60)


def summed(found: Crossed) -> str:
    """How much was counted, in words."""
    return f"{counted(found.statements, 'statement')} in {counted(found.documents, 'document')}"


def listed(parts: Iterable[str]) -> str:
    """Parts of a line, those that say something."""
    return "; ".join(part for part in parts if part)
