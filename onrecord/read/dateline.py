"""A dateline is read only at the head of a text, and a date in it is never completed by guessing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from onrecord.model import Span, When
from onrecord.read.agencies import AGENCIES, NO_PLACES, PUBLISHED
from onrecord.text.dates import when, year_of
from onrecord.text.months import MONTHS

_HEAD = 2500
_LINES = 10

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĢĪĮİĶĻŁŃŇŌŐŘŚŞŠŢŤŪŮŲŹŻŽА-ЯЁІЇЄҐ"
_MONTH = "(?i:" + "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True)) + r")\.?"
_DATE = (
    rf"(?:{_MONTH}\s?\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{4}})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th|\.)?\s{_MONTH}(?:,?\s\d{{4}})?|\d{{1,2}}\.\d{{1,2}}\.\d{{4}})(?!\d)"
)
_NAME = rf"[{_UPPER}][\w’'.\-]*(?:\s(?:[{_UPPER}][\w’'.\-]*|de|la|of|am|an|der|upon)){{0,3}}"
_PLACE = rf"(?P<place>{_NAME}(?:[,/]\s?{_NAME}){{0,2}}?)"
_DASH = r"(?:—|–|--|-|―)(?=\s|[“\"«]|$)"
_AGENCY = r"\w[\w’'.&\- ]{1,30}?"
_REGION = r"(?:/[^/()\d\n]{2,40}/|\([^/()\d\n]{2,40}\)(?=,))"
_BYLINE = r"(?:\s(?i:correspondent|reporter|analyst|special correspondent)\s[^/\d\n]{2,60})?"

# Made when the first text is read: many a process reads none.
_DATE_FIRST = cache(lambda: re.compile(rf"(?P<date>{_DATE})\s*[/|,]\s*{_PLACE}\s*(?:{_DASH}|$)"))
_PLACE_FIRST = cache(
    lambda: re.compile(
        rf"{_PLACE}(?:,?\s?{_REGION}(?=[,.\s]))?(?:(?:\s*[,.]|(?<=[/)]))\s*(?:\w+,\s)?(?P<date>{_DATE})[.,]?)?"
        rf"\s*(?:/\s?(?P<slashed>{_AGENCY}(?:-{_AGENCY})?){_BYLINE}\.?\s?/|\((?P<named>{_AGENCY})\)"
        rf"|(?P<bare>[{_UPPER}.\-]{{3,16}})/?)?"
        rf"(?P<end>\.?\s*{_DASH}|\.(?=\s)|\s*$|(?<=/)|(?<=\d\.)(?=\s))"
    )
)
_AGENCY_ONLY = re.compile(rf"\((?P<named>{_AGENCY})\)\s*{_DASH}")
_WRITTEN_TOGETHER = re.compile(r"(?<=[^\W\d_])(?=\d)")  # "November1"
_STATED = cache(lambda: re.compile(rf"(?i:{'|'.join(PUBLISHED)})\b[^\n\d]{{0,60}}?[\s:](?P<date>{_DATE})"))


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a text says it was written, in spans of that text.

    Attributes:
        span: the whole of it.
        place, date, agency: the parts that stand there. The agency is where the words come from, which
            need not be the outlet that printed them.
        when: the date, where its year is printed too.
    """

    span: Span
    place: Span | None = None
    date: Span | None = None
    agency: Span | None = None
    when: When | None = None

    def in_year(self, text: str, year: str) -> When | None:
        """The date of a dateline that prints no year, in a `year` known from elsewhere."""
        if self.when is not None or self.date is None:
            return self.when
        return when(f"{_WRITTEN_TOGETHER.sub(' ', self.date.of(text).rstrip('.,'))} {year}")

    def near(self, text: str, around: When) -> When | None:
        """The date of a dateline; where it prints no year, that of the day nearest to `around`.

        A text is published close to its dateline: "December 31" is last year's under 1 January.
        """
        if self.when is not None or self.date is None:
            return self.when
        some_year = self.in_year(text, "2000")  # which has a 29 February
        if some_year is None:
            return None
        _, month, day = map(int, some_year.edtf[:10].split("-"))
        year = year_of(month, day, date.fromisoformat(around.earliest[:10]))
        return None if year is None else self.in_year(text, f"{year:04}")


def dateline(text: str, start: int = 0) -> Dateline | None:
    """The dateline at the head of `text`, read from `start` (behind front matter), or None."""
    head = text[start : start + _HEAD]
    stated = None
    for number, line in enumerate(re.finditer(r"\S[^\n]*", head)):
        if number >= _LINES:
            break
        words = line[0].rstrip()
        found = _placed(words, start + line.start())
        if found:
            return found
        if stated is None and len(words) < 200 and (match := _STATED().match(words)):
            stated = _made(match, start + line.start())
    return stated


def _placed(line: str, offset: int) -> Dateline | None:
    line = line[:240] if len(line) > 240 else line
    plain = re.match(r"[*_(\[]*/?(?=\w)", line)
    skip = plain.end() if plain else 0
    alone = _AGENCY_ONLY.match(line)
    if alone and alone["named"].strip().lower() in AGENCIES:
        return _made(alone, offset)
    if match := _DATE_FIRST().match(line, skip):
        return _made(match, offset)
    match = _PLACE_FIRST().match(line, skip)
    if match is None or not _convinces(match, whole=match.end() >= len(line)):
        return None
    return _made(match, offset)


def _convinces(match: re.Match[str], whole: bool) -> bool:
    """Whether a match is a dateline and not just a sentence that opens with a name."""
    place = match["place"]
    if match["slashed"] and match["date"]:
        return True
    if re.split(r"\W", place, maxsplit=1)[0].lower() in NO_PLACES:
        return False
    dashed = match["end"].strip(" .") != ""
    if match["slashed"]:
        return match["slashed"].strip().lower() in AGENCIES
    if match["named"] or match["bare"]:
        known = (match["named"] or match["bare"]).strip().lower() in AGENCIES
        return (known and (dashed or whole or bool(match["date"]))) or bool(match["date"] and dashed)
    if match["date"]:
        return dashed or whole or place == place.upper()
    return dashed and not whole and place == place.upper() and len(place) > 3


def _made(match: re.Match[str], offset: int) -> Dateline:
    groups = match.re.groupindex

    def span(name: str) -> Span | None:
        if name not in groups or match[name] is None:
            return None
        start, end = match.span(name)
        return Span(offset + start, offset + end)

    agency = span("slashed")
    for name in ("named", "bare"):
        if (part := span(name)) and match[name].strip().lower() in AGENCIES:
            agency = part
    printed = match["date"] if "date" in groups else None
    known = when(printed.rstrip(",")) if printed and re.search(r"\d{4}$", printed) else None
    return Dateline(
        Span(offset + match.start(), offset + match.end()), span("place"), span("date"), agency, known
    )
