"""A list of findings gives each once, with its passages and what a person decided of it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple, cast

from onrecord.errors import UsageError
from onrecord.model import VERDICTS, Document, Finding, Review, Said, Shown, Span, Statement, Verdict
from onrecord.record import rows
from onrecord.record.base import now
from onrecord.record.checking import Checking
from onrecord.record.listing import Lister
from onrecord.record.search import Filter, contains, known, matcher, plan
from onrecord.record.speaking import Told

FINDING_ORDERS = ("score", "newest", "oldest")
REVIEWED = ("open", *VERDICTS, "all")


@dataclass(frozen=True, slots=True)
class FindingFilter:
    """Which findings to list; every part that is given has to hold.

    Attributes:
        words: full text, in the notation of `Filter.words`: all of them in the message and the passages.
        id: a finding's id, or its beginning.
        check: the name of a check.
        document: a document's id, or a part of its path: some passage stands in it.
        speaker: words of the speaker of a statement in which a passage stands, as `Filter.speaker`.
        entity: the id of an entity, or its beginning: who speaks there.
        outlet: words of an outlet, in the notation of `words`: some passage was published by it.
        since, until: dates, as `Filter.since`, of the last publication of its documents.
        at_least: the least score.
        reviewed: "open" (nobody decided), "accepted", "rejected" or "all"; by default all but the rejected.
        order: "score" (the likeliest first), "newest" or "oldest" first.
        limit, offset: how many, after how many.
    """

    words: str | None = None
    id: str | None = None
    check: str | None = None
    document: str | None = None
    speaker: str | None = None
    entity: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    at_least: float = 0.0
    reviewed: str | None = None
    order: str = "score"
    limit: int | None = None
    offset: int = 0


class Exhibit(NamedTuple):
    """A passage of a finding, with what is needed to read it.

    Attributes:
        shown: the passage.
        document: the document, with its text.
        inferred: when the document must have been published, where it prints no date.
        told: the statement in which the passage stands, with who speaks; None where the text itself says it.
    """

    shown: Shown
    document: Document
    inferred: Said | None
    told: Told | None


class FindingRow(NamedTuple):
    """A finding in a list, with its passages in the order of the message, and the decision that holds."""

    finding: Finding
    exhibits: tuple[Exhibit, ...]
    review: Review | None


class Findings(Checking):
    """The part of a record that lists findings and keeps what persons decide of them."""

    def findings(self, filter: FindingFilter | None = None) -> Iterator[FindingRow]:
        """Every finding that `filter` lets through, in its order, read as they are asked for.

        Raises:
            UsageError: the filter means nothing.
        """
        return self._listed(lambda: _listed(self._connection, self._lister, filter or FindingFilter()))

    def finding(self, id: str) -> FindingRow | None:
        """The finding of this id, or None."""
        found = self._all("SELECT min(row) FROM finding WHERE id = ?", rows.plain(id))[0][0]
        return _row(self._connection, self._lister, found) if found else None

    def is_finding(self, id: str) -> bool:
        """Whether this is the whole id of a finding."""
        return bool(self._all("SELECT 1 FROM finding WHERE id = ? LIMIT 1", rows.plain(id)))

    def review_of(self, id: str) -> Review | None:
        """The decision that holds for the finding of this id."""
        found = self._all(f"SELECT {_REVIEW} FROM review r WHERE finding = ? AND {_LAST}", rows.plain(id))
        return _review(found[0]) if found else None

    def count_findings(self, filter: FindingFilter | None = None) -> int | None:
        """How many findings there are, rejected ones too, or pass the filter, whatever its limit.

        None for words, for which the passages are read.

        Raises:
            UsageError: the filter means nothing.
        """
        wanted = filter or FindingFilter(reviewed="all")
        if wanted.words is not None:
            return None
        condition, values = _conditions(self._lister, wanted)
        return int(self._all(f"SELECT count(DISTINCT f.id) FROM finding f {condition}", *values)[0][0])

    def review(self, id: str, verdict: Verdict, note: str, author: str) -> int:
        """Decide of the finding of this id; the last decision holds. Gives the decision's number.

        Raises:
            UsageError: there is no such finding, or the author is nobody.
        """
        if not author.strip():
            raise UsageError("nobody decides", "author", "say who does")
        with self._change():
            found = self._all(
                "SELECT row, name FROM finding WHERE id = ? ORDER BY row LIMIT 1", rows.plain(id)
            )
            if not found:
                remedy = "take one from the list that `findings` prints"
                raise UsageError("there is no finding of this id", id or "an empty id", remedy)
            [(row, name)] = found
            places = self._all(
                "SELECT document, span_start, span_end FROM finding_passage WHERE finding = ? "
                "ORDER BY 1, 2, 3",
                row,
            )
            made = now()
            cursor = self._connection.execute(
                "INSERT INTO review (finding, name, passages, verdict, note, author, made) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (id, name, json.dumps(places), verdict, rows.plain(note), rows.plain(author), made),
            )
            return cast(int, cursor.lastrowid)

    def withdraw_review(self, number: int) -> None:
        """Undo a decision about a finding; what stood before it holds again.

        Raises:
            UsageError: there is none of this number, it was undone, or a later one holds.
        """
        with self._change():
            found = self._all(
                "SELECT (SELECT max(row) FROM review l WHERE l.finding = r.finding AND l.withdrawn IS NULL) "
                "FROM review r WHERE row = ? AND withdrawn IS NULL",
                number,
            )
            if not found:
                remedy = "take one from the list that `onrecord review list` prints"
                raise UsageError("there is no such decision that can be undone", f"f{number}", remedy)
            if found[0][0] != number:
                raise UsageError("a later decision holds", f"f{number}", f"undo f{found[0][0]} first")
            self._connection.execute("UPDATE review SET withdrawn = ? WHERE row = ?", (now(), number))

    def reviews(self, all: bool = False) -> list[Review]:
        """What was decided of findings and holds, in order; with `all` what was before or was undone too."""
        where = "" if all else f"r WHERE {_LAST}"
        return [_review(row) for row in self._all(f"SELECT {_REVIEW} FROM review {where} ORDER BY row")]


def _listed(connection: sqlite3.Connection, lister: Lister, filter: FindingFilter) -> Iterator[FindingRow]:
    condition, values = _conditions(lister, filter)
    command = (
        f"SELECT min(f.row) AS first FROM finding f {condition}"
        f"GROUP BY f.id ORDER BY {_ORDERED[filter.order]}"
    )
    chosen = connection.execute(command, values)
    last = None if filter.limit is None else filter.offset + filter.limit
    if filter.words is None:
        return (_row(connection, lister, row) for (row,) in islice(chosen, filter.offset, last))
    holds = matcher(rows.bare(filter.words))  # a query without a word is refused at once
    found = (row for (row,) in chosen if holds(_words(connection, row)))
    return (_row(connection, lister, row) for row in islice(found, filter.offset, last))


def _words(connection: sqlite3.Connection, row: int) -> str:
    """The words of a finding's message and of its passages."""
    [(message,)] = connection.execute("SELECT message FROM finding WHERE row = ?", (row,))
    found = [rows.string(message)]
    found += (rows.string(text)[start:end] for text, start, end in connection.execute(_SAID, (row,)))
    return "\n".join(found)


def _where(filter: FindingFilter) -> tuple[list[str], list[Any]]:
    """What the table `finding` shows by itself."""
    known("order", filter.order, FINDING_ORDERS)
    known("reviewed", filter.reviewed, REVIEWED)
    for name, number in (("limit", filter.limit), ("offset", filter.offset)):
        if number is not None and number < 0:
            raise UsageError(f"{number} cannot be counted", name, "give a number of zero or more")
    given: list[tuple[str, Any]] = []
    if filter.id is not None:
        given += [("f.id >= ?", rows.plain(filter.id)), ("f.id < ?", rows.plain(filter.id + "\U0010ffff"))]
    if filter.check is not None:
        given.append(("f.name = ?", filter.check))
    if filter.at_least:
        given.append(("f.score >= ?", filter.at_least))
    if filter.since is not None:
        given.append(("f.day >= ?", _day(Filter(since=filter.since))))
    if filter.until is not None:
        given.append(("f.day <= ?", _day(Filter(until=filter.until))))
    if filter.reviewed in VERDICTS:
        given.append((f"{_DECIDED} AND r.verdict = ?)", filter.reviewed))
    conditions = [condition for condition, _ in given]
    if filter.reviewed == "open":
        conditions.append(f"NOT {_DECIDED})")
    elif filter.reviewed is None and filter.id is None:
        conditions.append(f"NOT {_DECIDED} AND r.verdict = 'rejected')")
    return conditions, [value for _, value in given]


def _conditions(lister: Lister, filter: FindingFilter) -> tuple[str, list[Any]]:
    """What has to hold of a finding, in SQL; words are still to be looked for in what it lets through."""
    where, values = _where(filter)
    _among(lister, filter, where, values)
    return f"WHERE {' AND '.join(where)} " if where else "", values


def _among(lister: Lister, filter: FindingFilter, where: list[str], values: list[Any]) -> None:
    """What the documents and statements of a finding show."""
    for condition, given in _of_documents(lister, filter):
        where.append(
            "EXISTS (SELECT 1 FROM finding_passage p JOIN document d ON d.row = p.document "
            f"WHERE p.finding = f.row AND {condition})"
        )
        values += given
    # Findings are few, and what somebody says can be a great deal: they are asked who speaks in them.
    speaks = []
    if filter.entity is not None:
        speaks.append(_HEARD.format(_listed_rows(lister.family(filter.entity))))
    if filter.speaker is not None:
        wanted = rows.bare(filter.speaker)
        contains("", wanted)  # a query without a word is refused
        speaks.append(f"({_NAMED} OR {_HEARD.format(_listed_rows(lister.called(filter.speaker)))})")
        values.append(wanted)
    if speaks:
        where.append(_SPEAKS.format(" AND ".join(speaks)))


def _listed_rows(entities: Iterable[int]) -> str:
    return ", ".join(map(str, entities)) or "NULL"


def _of_documents(lister: Lister, filter: FindingFilter) -> Iterator[tuple[str, list[Any]]]:
    if filter.document is not None:
        yield lister.named(filter.document)
    if filter.outlet is not None:
        wanted = rows.bare(filter.outlet)
        contains("", wanted)
        yield "contains(d.outlet, ?)", [wanted]


def _row(connection: sqlite3.Connection, lister: Lister, row: int) -> FindingRow:
    id, name, message, explanation, score = map(rows.string, connection.execute(_FINDING, (row,)).fetchone())
    ids = [rows.string(id) for (id,) in connection.execute(_STATEMENTS, (row,)).fetchall()]
    exhibits = []
    for place, start, end in connection.execute(_PASSAGES, (row,)).fetchall():
        document, inferred = lister.dated(place)
        shown = Shown(document.id, Span(start, end))
        found = connection.execute(_TOLD, (place, json.dumps(ids))).fetchall() if ids else []
        statements = [rows.to_statement(values, document.id) for values in found]
        own = next((statement for statement in statements if _stands(shown.span, statement)), None)
        exhibits.append(Exhibit(shown, document, inferred, lister.told(place, own) if own else None))
    shown_all = tuple(exhibit.shown for exhibit in exhibits)
    finding = Finding(id, name, message, explanation, score, shown_all, tuple(ids))
    decided = connection.execute(
        f"SELECT {_REVIEW} FROM review WHERE finding = ? AND withdrawn IS NULL ORDER BY row DESC LIMIT 1",
        (id,),
    ).fetchone()
    return FindingRow(finding, tuple(exhibits), _review(decided) if decided else None)


def _stands(span: Span, statement: Statement) -> bool:
    return any(span.start < content.end and content.start < span.end for content in statement.content)


def _review(row: Any) -> Review:
    return Review(*map(rows.string, row))


def _day(filter: Filter) -> str:
    """The day that the one date of a filter means; raises UsageError where it is none."""
    return str(plan(filter, statements=False).values[0])[:10]


_ORDERED = {
    "score": "max(f.score) DESC, max(f.day) DESC, f.id",
    "newest": "max(f.day) IS NULL, max(f.day) DESC, f.id",
    "oldest": "max(f.day) IS NULL, max(f.day), f.id",
}
_LAST = (
    "r.withdrawn IS NULL AND NOT EXISTS (SELECT 1 FROM review l WHERE l.finding = r.finding "
    "AND l.withdrawn IS NULL AND l.row > r.row)"
)
_DECIDED = f"EXISTS (SELECT 1 FROM review r WHERE r.finding = f.id AND {_LAST}"
_REVIEW = "row, finding, verdict, note, author, made, withdrawn"
_FINDING = "SELECT id, name, message, explanation, score FROM finding WHERE row = ?"
_PASSAGES = "SELECT document, span_start, span_end FROM finding_passage WHERE finding = ? ORDER BY number"
_SAID = (
    "SELECT t.text, p.span_start, p.span_end FROM finding_passage p JOIN text t ON t.document = p.document "
    "WHERE p.finding = ?"
)
_STATEMENTS = "SELECT statement FROM finding_statement WHERE finding = ?"
_SPEAKS = (
    "EXISTS (SELECT 1 FROM finding_statement fs CROSS JOIN finding_passage p ON p.finding = fs.finding "
    "CROSS JOIN document d ON d.row = p.document CROSS JOIN reading r ON r.row = d.reading "
    "CROSS JOIN statement s ON s.row >= r.first_statement AND s.row < r.first_statement + r.statements "
    "AND s.id = fs.statement CROSS JOIN text t ON t.document = d.row "
    "LEFT JOIN reviewed l ON l.statement = s.row "
    "WHERE fs.finding = f.row AND coalesce(l.verdict, '') != 'rejected' AND {0})"
)
_HEARD = "EXISTS (SELECT 1 FROM voice v WHERE v.statement = s.row AND v.entity IN ({0}))"
_NAMED = "names(s.speaker_start, s.speaker_end, s.speaker_name, t.text, l.speaker, ?)"
_TOLD = (
    f"SELECT {rows.STATEMENT} FROM document d JOIN reading r ON r.row = d.reading JOIN statement s "
    "ON s.row >= r.first_statement AND s.row < r.first_statement + r.statements "
    "WHERE d.row = ? AND s.id IN (SELECT value FROM json_each(?))"
)
