"""A view is exactly what a list shows: the same things, in the same order, with what was asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from onrecord import __version__, api
from onrecord.api import FamilyFilter, Filter, FindingFilter

Wanted = Filter | FamilyFilter | FindingFilter | str | None


def _dates(record: api.Place, wanted: Any) -> Iterator[Any]:
    found = api.recorded_dates(record, wanted)
    return ((document, time) for document, times in found for time in times)


# How each kind of thing is listed; what a view gives is what these give.
LISTS: Mapping[str, Callable[[api.Place, Any], Iterator[Any]]] = {
    "statements": api.told,
    "documents": api.documents,
    "failures": lambda record, _: api.failures(record),
    "speakers": api.speakers,
    "doubts": lambda record, _: api.doubts(record),
    "decisions": lambda record, _: api.decisions(record),
    "dates": _dates,
    "families": api.families,
    "hops": api.hops,
    "verified": lambda record, words: iter((api.verify(record, words or ""),)),
    "findings": api.findings,
    "reviews": lambda record, _: api.history(record),
    "corrections": api.corrections,
}
# What says which of a kind are wanted; kinds that are not named take nothing.
FILTERS: Mapping[str, type[Any]] = {
    "statements": Filter,
    "documents": Filter,
    "corrections": Filter,
    "dates": Filter,
    "families": FamilyFilter,
    "hops": FamilyFilter,
    "findings": FindingFilter,
    "speakers": str,
    "verified": str,
}


def now() -> str:
    """The present moment, ISO 8601 in UTC."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True)
class View:
    """What is exported: a list of a record, as a page or a command shows it.

    Attributes:
        record: the record's file, or a record that is open.
        kind: one of KINDS.
        filter: what is wanted of it, of the type that FILTERS gives for the kind (for speakers and verified
            the words); None is everything. Its limit and offset count too, so leave out those of a page.
        made: when it is exported, ISO 8601 in UTC.
    """

    record: api.Place
    kind: str
    filter: Wanted = None
    made: str = field(default_factory=now)

    def things(self) -> Iterator[Any]:
        """Everything in the view, in order, read as it is asked for.

        Raises:
            RecordError: the record cannot be opened.
            UsageError: the filter means nothing.
        """
        return LISTS[self.kind](self.record, self.filter)

    def about(self) -> dict[str, str]:
        """What a reader of the file should know of it, in words: the record, the filter, when, by what."""
        place = self.record if isinstance(self.record, str | Path) else self.record.path
        return {
            "record": Path(place).name,
            "what": self.kind,
            "filter": described(self.filter),
            "made": self.made,
            "by": f"onrecord {__version__}",
            "offsets": "code points of the document's text, from 0, the end not included",
            "dates": "EDTF (2023, 2023-05, 2023-05-08); empty is unknown",
        }


def described(wanted: Wanted) -> str:
    """A filter in words: "speaker: petrova; since: 2023-05", or "everything"."""
    if wanted is None or isinstance(wanted, str):
        return f"words: {wanted}" if wanted else "everything"
    given = [(part.name, getattr(wanted, part.name)) for part in fields(wanted)]
    defaults = {part.name: part.default for part in fields(wanted)}
    said = [f"{name.replace('_', ' ')}: {_word(value)}" for name, value in given if value != defaults[name]]
    return "; ".join(said) or "everything"


def _word(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
