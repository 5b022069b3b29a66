"""A fact is a public event with its date; the shipped ones stand in one readable file, users add theirs."""

from __future__ import annotations

import csv
import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from onrecord.errors import ReadError
from onrecord.model import When
from onrecord.text.edtf import when as edtf_when

COLUMNS = ("date", "end", "kind", "names", "place", "wikidata")
"""The columns of a file of facts; its first line names them, and only the first four are needed."""

SHIPPED = Path(__file__).with_name("facts.csv")
DAY = "day"
"""The kind of a day that comes back every year; its date has no year."""

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_FIXED = re.compile(r"XXXX-(\d\d)-(\d\d)", re.ASCII)
_MOVING = re.compile(rf"([1-5](?:st|nd|rd|th)|last) ({'|'.join(_WEEKDAYS)}) of XXXX-(\d\d)", re.I | re.ASCII)
_EASTER = re.compile(r"(Orthodox )?Easter(?: ([+-]\d{1,3}))?", re.I | re.ASCII)
_QID = re.compile(r"Q[1-9]\d{0,11}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Fact:
    """A dated public event, or a day that comes back every year.

    Attributes:
        names: what texts call it, the usual name first ("victory in the Second World War", "Victory Day").
        when: its date, or the date on which it began. A day that comes back every year has no instants:
            its `edtf` says the rule ("XXXX-05-09", "4th Thursday of XXXX-11", "Easter -2", "Orthodox
            Easter"), `earliest` and `latest` are "", and `day_in` gives the date.
        kind: what sort of event ("war", "treaty", "victory", "independence", ..., "day").
        wikidata: its Wikidata id, or None.
        end: the date on which it ended, or None where it took one day, goes on, or no end is known.
        places: the countries or places it concerns, in no order; none for a day kept everywhere.
    """

    names: tuple[str, ...]
    when: When
    kind: str
    wikidata: str | None = None
    end: When | None = None
    places: tuple[str, ...] = ()


def facts(files: tuple[Path, ...] = ()) -> tuple[Fact, ...]:
    """The shipped facts and those of the user's files, which have the same columns as `facts.csv`.

    Raises:
        ReadError: a file that cannot be read, lacks a column, or has a line that is no fact.
    """
    return _shipped() + tuple(fact for file in files for fact in read(file))


@cache
def _shipped() -> tuple[Fact, ...]:
    return tuple(read(SHIPPED))


def read(file: Path) -> list[Fact]:
    """The facts of one CSV file, in its order; empty lines are passed over.

    Raises:
        ReadError: naming the file, the line and what to do.
    """
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise ReadError(f"the facts cannot be read ({why})", str(file), "give a CSV file in UTF-8") from error
    return list(_rows(lines, file))


def _rows(lines: list[str], file: Path) -> Iterable[Fact]:
    reader = csv.DictReader(lines, strict=True)
    try:
        missing = [name for name in COLUMNS[:4] if name not in (reader.fieldnames or ())]
        if missing:
            remedy = f"let the first line read {','.join(COLUMNS)}"
            raise ReadError(f"there is no column {', '.join(missing)}", f"{file}, line 1", remedy)
        for row in reader:
            yield _fact(row, f"{file}, line {reader.line_num}")
    except csv.Error as error:
        remedy = "quote a value that holds a comma or a quotation mark"
        raise ReadError(
            f"this is no CSV ({error})", f"{file}, line {reader.reader.line_num}", remedy
        ) from error


def _fact(row: dict[str, str | list[str] | None], where: str) -> Fact:
    if None in row:  # csv's key for what is beyond the last column
        raise ReadError("there are more values than columns", where, "quote a value that holds a comma")
    given = {name: value.strip() for name, value in row.items() if isinstance(value, str)}
    names = _split(given.get("names", ""))
    if not names:
        raise ReadError("the fact has no name", where, 'write its names, with " | " between them')
    kind = given.get("kind", "")
    if not kind:
        raise ReadError("the fact has no kind", where, 'write one, such as "treaty", "war" or "day"')
    wikidata = given.get("wikidata") or None
    if wikidata and not _QID.fullmatch(wikidata):
        raise ReadError(f"{wikidata!r} is no Wikidata id", where, 'write one like "Q42", or leave it empty')
    end = given.get("end")
    return Fact(
        names=names,
        when=_recurring(given.get("date", ""), where) if kind == DAY else _date(given.get("date", ""), where),
        kind=kind,
        wikidata=wikidata,
        end=_date(end, where) if end else None,
        places=_split(given.get("place", "")),
    )


def _split(value: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in value.split("|"))))


def _date(value: str, where: str) -> When:
    found = edtf_when(value)
    if found is None:
        remedy = 'write it like "1986-04-26", "1986-04" or "1986"'
        raise ReadError(f"{value!r} is no EDTF date", where, remedy)
    return found


def _recurring(value: str, where: str) -> When:
    if _in_year(value, 2024) is None:
        remedy = 'write it like "XXXX-05-09", "4th Thursday of XXXX-11" or "Easter -2"'
        raise ReadError(f"{value!r} is no date that comes back every year", where, remedy)
    return When(value, "", "")


def day_in(fact: Fact, year: int) -> When | None:
    """The date of a recurring day in a year of the Gregorian calendar.

    Returns:
        None for a fact of another kind, and where the year has no such date (29 February, years beyond 9999).
    """
    found = _in_year(fact.when.edtf, year) if fact.kind == DAY else None
    return edtf_when(found.isoformat()) if found else None


def _in_year(rule: str, year: int) -> date | None:
    try:
        if match := _FIXED.fullmatch(rule):
            return date(year, int(match[1]), int(match[2]))
        if match := _MOVING.fullmatch(rule):
            return _weekday_of(match[1].lower(), _WEEKDAYS.index(match[2].lower()), year, int(match[3]))
        if match := _EASTER.fullmatch(rule):
            return _easter(year, bool(match[1])) + timedelta(days=int(match[2] or 0))
    except (ValueError, OverflowError):
        pass
    return None


def _weekday_of(which: str, weekday: int, year: int, month: int) -> date:
    """The 1st to 5th, or the last, of a weekday (Monday is 0) in a month."""
    first, length = monthrange(year, month)
    day = 1 + (weekday - first) % 7
    day += 7 * ((length - day) // 7 if which == "last" else int(which[0]) - 1)
    return date(year, month, day)


def _easter(year: int, orthodox: bool) -> date:
    """Easter Sunday in the Gregorian calendar; the Orthodox one is reckoned in the Julian calendar."""
    if orthodox:
        moon = (19 * (year % 19) + 15) % 30
        days = moon + (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7 + 114
        behind = year // 100 - year // 400 - 2
        return date(year, days // 31, days % 31 + 1) + timedelta(days=behind)
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    epact -= (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    moon = epact - (year + year // 4 + epact + 2 - century + century // 4) % 7
    month = 3 + (moon + 40) // 44
    return date(year, month, moon + 28 - 31 * (month // 4))
