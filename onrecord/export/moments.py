"""A date keeps the precision with which it is known: no part of it is made up.

Years, months and days are those of the calendar as printed; a stretch of time has a first and a last day.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.api import Told
from onrecord.model import Document, Said, When

Parts = tuple[int, ...]  # (year,), (year, month) or (year, month, day)
_DAY = re.compile(r"(-?\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d)(?:T.*)?)?)?")
_INSTANT = re.compile(r"(-?\d{4,})-(\d\d)-(\d\d)")


class Moment(NamedTuple):
    """When something was, as formats without EDTF can say it.

    Attributes:
        first: the date, or the first day of a stretch of time.
        last: the last day of a stretch of time, else None.
        about: whether it is approximate, or concluded from the text.
    """

    first: Parts
    last: Parts | None = None
    about: bool = False

    def iso(self) -> str:
        """ISO 8601 with the precision that is known ("2031-05"), as an interval where it is a stretch."""
        return "/".join(_iso(parts) for parts in (self.first, self.last) if parts)


def moment(when: When | None, about: bool = False) -> Moment | None:
    """A date as a moment; None where it is unknown or cannot be said in days."""
    if when is None:
        return None
    bare = when.edtf.rstrip("~?%")
    about = about or bare != when.edtf
    found = _DAY.fullmatch(bare)
    if found:
        return Moment(tuple(int(part) for part in found.groups() if part), None, about)
    first, last = _INSTANT.match(when.earliest), _INSTANT.match(when.latest)
    if not (first and last):
        return None
    days = tuple(map(int, first.groups())), tuple(map(int, last.groups()))
    return Moment(days[0], days[1] if days[1] != days[0] else None, about)


def published(document: Document, inferred: Said | None) -> Moment | None:
    """When a document was published: as it prints, else as concluded from its text."""
    return moment(document.published) or (moment(inferred.when, True) if inferred else None)


def said(told: Told) -> Moment | None:
    """When a statement was made, where that is known."""
    return moment(told.statement.said.when) if told.statement.said else None


def _iso(parts: Parts) -> str:
    year = f"{parts[0]:05d}" if parts[0] < 0 else f"{parts[0]:04d}"
    return "-".join([year, *(f"{part:02d}" for part in parts[1:])])
