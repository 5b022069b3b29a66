"""No words that a user can type make SQLite raise: they are parsed and quoted here."""

from __future__ import annotations

import difflib
import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Literal

from onrecord.errors import UsageError
from onrecord.model import ACTS, DECIDED, MODES, When
from onrecord.record import rows

Order = Literal["newest", "oldest"]
ORDERS: tuple[Order, ...] = ("newest", "oldest")
STATES = ("no", *DECIDED, "any", "all")  # of `Filter.reviewed`
MOST_WORDS = 64

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"') | {"\0": " "})
_TERM = re.compile(r'"([^"]*)"(\*?)|([^\s"]+)')
_DATE = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?", re.ASCII | re.IGNORECASE
)
_WORDS = re.compile(r"[^\W_]+")
_DAY = 1440  # minutes
_KNOWN = "coalesce(d.published_{0}, (SELECT r.inferred_{0} FROM reading r WHERE r.row = d.reading))"


@dataclass(frozen=True, slots=True)
class Filter:
    """What to list; every part that is given has to hold.

    Attributes:
        words: full text. All words are wanted, in any order; "an exact phrase" in quotation marks, begin* for
            a beginning; case and diacritics do not matter. Asked of statements it means their own words, of
            documents the words of one passage (or of one statement where the filter asks for statements).
        speaker: words of the speaker as printed or named, in the same notation ("peskov"), or of one of the
            names of the entity that the speaker, or a member of a collective speaker, was linked to.
        entity: the id of an entity, or its beginning: what it says, alone or as a named member of several.
        outlet: words of the outlet, in the same notation.
        mode, act: one of MODES, one of ACTS.
        document: a document's id, or a part of its path. The id of an old version lists that version.
        language: ISO 639-1 code.
        kind: the format of the document: text, html, pdf, ... as `Document.kind`.
        since, until: dates (2023, 2023-05, 2023-05-08, 2023-05-08T13:30Z), both inclusive. A document counts
            when all that its date of publication can mean lies between them, in days as printed. Where none
            is printed, the date inferred from the text counts; a document without either does not.
        has_speaker: True for statements with a speaker, False for those without.
        reviewed: one of STATES: of which nobody decided ("no"), of which somebody decided so ("accepted",
            "corrected", "rejected", "noted"), of which somebody decided anything ("any"), or "all". By
            default all but the rejected.
        all_versions: statements of every version of a source, not only of its last.
        limit, offset: how many, after how many.
        order: "newest" or "oldest" date of publication first; unknown dates come last in "newest".
    """

    words: str | None = None
    speaker: str | None = None
    outlet: str | None = None
    mode: str | None = None
    act: str | None = None
    document: str | None = None
    entity: str | None = None
    language: str | None = None
    kind: str | None = None
    since: str | None = None
    until: str | None = None
    has_speaker: bool | None = None
    reviewed: str | None = None
    all_versions: bool = False
    limit: int | None = None
    offset: int = 0
    order: str = "newest"

    def of_statements(self) -> bool:
        """Whether the filter says something that only a statement can meet."""
        asked = self.speaker, self.entity, self.mode, self.act, self.has_speaker, self.reviewed
        return any(part is not None for part in asked)


@dataclass(frozen=True, slots=True)
class Plan:
    """A filter in SQL's terms: a full-text query or None, the rows it can lie in, and what else must hold.

    `begins` says that the query has a beginning in it, which costs anew whenever the query is put.
    """

    match: str | None
    begins: bool
    low: int
    high: int
    where: tuple[str, ...]
    values: tuple[Any, ...]


def plan(filter: Filter, statements: bool) -> Plan:
    """How to find what `filter` asks for, among statements or among passages.

    Raises:
        UsageError: a part of the filter means nothing; the sentence says which.
    """
    _check(filter)
    match = [
        _column("words", filter.words),
        _column("outlet", filter.outlet),
        _column("language", filter.language),
    ]
    if statements:
        match += [
            _column("speaker", filter.speaker),
            _column("mode", filter.mode),
            _column("act", filter.act),
            _column("attributed", {True: "yes", False: "no", None: None}[filter.has_speaker]),
        ]
    given = [part for part in match if part]
    return Plan(" AND ".join(given) or None, any('" *' in part for part in given), *_documents(filter))


def folded(text: str) -> list[str]:
    """The words of `text` as the index compares them: no case, no diacritics, no punctuation."""
    bare = text.casefold()
    if not bare.isascii():
        bare = unicodedata.normalize("NFKD", bare)
        marks = dict.fromkeys(map(ord, filter(unicodedata.combining, set(bare))))
        bare = bare.translate(marks) if marks else bare
    return _WORDS.findall(bare)


def contains(text: str | None, query: str) -> bool:
    """Whether `text` has all terms of `query`: what the index is asked, asked of one short text."""
    return matcher(query)(text)


@lru_cache(256)
def matcher(query: str) -> Callable[[str | None], bool]:
    """What tells of a short text whether it has all terms of a user's query; raises UsageError as `terms`."""
    wanted = [f" {' '.join(folded(term))}{'' if begins else ' '}" for term, begins in terms(query)]

    def holds(text: str | None) -> bool:
        has = f" {' '.join(folded(text or ''))} "
        return all(term in has for term in wanted)

    return holds


def terms(query: str, what: str = "words") -> list[tuple[str, bool]]:
    """The terms of a user's query, each with whether it is a beginning only.

    Raises:
        UsageError: there is no word in it, or there are more than MOST_WORDS.
    """
    found: list[tuple[str, bool]] = []
    for phrase, star, word in _TERM.findall(query.translate(_QUOTES)):
        text = phrase or word.rstrip("*")
        if any(c.isalnum() for c in text):
            found.append((text, bool(star) or word.endswith("*")))
    if not found:
        raise UsageError(
            f"there is no word to look for in {query!r}", what, "give at least one word or number"
        )
    if sum(len(text.split()) for text, _ in found) > MOST_WORDS:
        raise UsageError(f"there are more than {MOST_WORDS} words to look for", what, "give fewer")
    return found


def identifier(prefix: str, whole: bool) -> str | None:
    """The full-text query for statements whose id is, or begins with, `prefix`; None where none can."""
    text = prefix.translate(_QUOTES).replace('"', " ")
    return f"id : {_quoted(text, not whole)}" if any(c.isalnum() for c in text) else None


def form_query(query: str) -> str:
    """The full-text query for names that have all terms of a user's query; raises UsageError as `terms`."""
    return str(_column("form", query))


def phrase(column: str, text: str) -> str | None:
    """The full-text query for these words in this order; None where there is no word."""
    return f"{column} : {_quoted(text, False)}" if any(c.isalnum() for c in text) else None


def _quoted(text: str, begins: bool) -> str:
    # Lone surrogates cannot be bound as text; no indexed word holds one.
    safe = text.encode("utf-8", "replace").decode("utf-8").replace('"', '""')
    return f'"{safe}"{" *" if begins else ""}'


def _column(name: str, query: str | None) -> str | None:
    if query is None:
        return None
    return f"{name} : ({' AND '.join(_quoted(text, begins) for text, begins in terms(query, name))})"


def _check(filter: Filter) -> None:
    known("mode", filter.mode, MODES)
    known("act", filter.act, ACTS)
    known("reviewed", filter.reviewed, STATES)
    known("order", filter.order, ORDERS)
    for name, number in (("limit", filter.limit), ("offset", filter.offset)):
        if number is not None and number < 0:
            raise UsageError(f"{number} cannot be counted", name, "give a number of zero or more")


def known(name: str, value: str | None, values: Iterable[str]) -> None:
    """Raise UsageError, with the nearest of `values`, where `value` is given and none of them."""
    among = list(values)
    if value is not None and value not in among:
        near = difflib.get_close_matches(value, among, n=1)
        hint = f"did you mean {near[0]}" if near else f"give one of {', '.join(among)}"
        raise UsageError(f"there is no {name} {value!r}", name, hint)


def _documents(filter: Filter) -> tuple[int, int, tuple[str, ...], tuple[Any, ...]]:
    """The rows between the two dates, a day wider for the sake of time zones, and what documents must be."""
    low, high = 0, rows.UNKNOWN
    where: list[str] = []
    values: list[Any] = []
    if filter.kind is not None:
        where.append("d.kind = ?")
        values.append(rows.plain(filter.kind))
    if filter.until is not None:
        first, last, exact = _period(filter.until, "until")
        low = rows.rank(last) - 2 * _DAY
        where.append(f"{_KNOWN.format('latest')} <= ?" if exact else "d.last_day <= ?")
        values.append(last.latest if exact else last.edtf)
        high = rows.UNKNOWN - 1
    if filter.since is not None:
        first, last, exact = _period(filter.since, "since")
        high = rows.rank(first) + 2 * _DAY
        where.append(f"{_KNOWN.format('earliest')} >= ?" if exact else "d.first_day >= ?")
        values.append(first.earliest if exact else first.edtf)
    return max(low, 0) << rows.ROOM, (high + 1 << rows.ROOM) - 1, tuple(where), tuple(values)


def _period(text: str, name: str) -> tuple[When, When, bool]:
    """The first and last day (or, for a time of day, instant) of a date, and whether it is an instant."""
    found = _DATE.fullmatch(text.strip())
    try:
        if not found:
            raise ValueError
        year, month, day, time = found.groups()
        if time:
            moment = datetime.fromisoformat(text.strip().upper())
            moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
            instant = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
            return When(instant, instant, instant), When(instant, instant, instant), True
        first = datetime(int(year), int(month or 1), int(day or 1))
        final = int(month or 12)
        last = datetime(int(year), final, int(day or monthrange(int(year), final)[1]))
    except (ValueError, OverflowError):
        raise UsageError(f"{text!r} is not a date", name, "write 2023, 2023-05 or 2023-05-08") from None
    return _day(first), _day(last), False


def _day(date: datetime) -> When:
    day = date.strftime("%Y-%m-%d").rjust(10, "0")
    return When(day, f"{day}T00:00:00Z", f"{day}T23:59:59Z")
