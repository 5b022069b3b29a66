"""Who speaks is looked up for what is shown and for what a filter names, and for nothing else."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from onrecord.errors import UsageError
from onrecord.model import Document, Said, Span, Statement, StatementReview
from onrecord.record import rows
from onrecord.record.reviewing import Held, Reviews
from onrecord.record.search import Filter, contains, folded, form_query, plan

_FEW = 16  # entities that are asked for one by one, each in order
PROBED = 1000  # statements of an entity that are read one by one rather than looked up by their words
JOINED = "statement s CROSS JOIN document d ON d.row = s.document"
READ = f"{JOINED} CROSS JOIN text t ON t.document = s.document LEFT JOIN reviewed l ON l.statement = s.row"
FOUND = f"statement_words CROSS JOIN {JOINED.replace(' s ', ' s ON s.row = statement_words.rowid ')}"


class Who(NamedTuple):
    """Whom a span denotes.

    Attributes:
        entity: the entity's id, or None where it is known in its document alone.
        name: what it is called.
        kind: person, body or group, or None.
        score: how sure that is, between 0 and 1.
        by: "onrecord" for a guess, else who decided.
        evidence: why, in words.
    """

    entity: str | None
    name: str
    kind: str | None
    score: float = 1.0
    by: str = "onrecord"
    evidence: str = ""


class Told(NamedTuple):
    """A statement with its document and all that is known about who speaks, through whom and when.

    Attributes:
        document: where it stands.
        statement: the statement, as a person corrected it.
        people: whom its spans denote: speaker, members, addressee and relays, as far as that is known.
        inferred: when the document must have been published, where no date is printed.
        outlet: the entity that published it, or None.
        held: whether the first relay has a document in the record; None where there is no relay or no record.
        review: the decision of a person that holds for it, or None.
        found: the statement as it was found, where a person corrected it; else None.
    """

    document: Document
    statement: Statement
    people: dict[Span, Who]
    inferred: Said | None = None
    outlet: Who | None = None
    held: bool | None = None
    review: StatementReview | None = None
    found: Statement | None = None


def spans(statement: Statement) -> list[Span]:
    """The spans of a statement that denote somebody."""
    speaker = statement.speaker
    found = [speaker.span, *speaker.members] if speaker else []
    return [*found, *((statement.addressee,) if statement.addressee else ()), *statement.via]


class Voices:
    """Looks up who speaks, through one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._reviews = Reviews(connection)
        connection.create_function("says", 3, _says, deterministic=True)
        connection.create_function("names", 6, _names, deterministic=True)
        self.forget()

    def forget(self) -> None:
        """Know nothing any more of outlets, to which documents may have been added."""
        self._outlets: tuple[set[tuple[str, ...]], set[str]] | None = None
        self._bodies: dict[str, Who | None] = {}

    def corrected(self, row: int, found: Statement) -> Statement:
        """A statement of the document of this row, as a person corrected it."""
        return self._reviews.corrected(row, found)[0]

    def told(self, row: int, document: Document, found: Statement, inferred: Said | None) -> Told:
        """What is known about a statement of the document of this row."""
        statement, held = self._reviews.corrected(row, found)
        was = found if statement != found else None
        people = {}
        for span in spans(statement):
            link = self._connection.execute(_DENOTES, (row, *span)).fetchone()
            if link:
                id, name, kind, score, by, evidence = map(rows.string, link)
                people[span] = Who(id, name, kind, score, by, evidence)
        if held and statement.speaker:
            self._decided(row, statement.speaker.span, held, people)
        relayed = None
        if statement.via:
            first = people.get(statement.via[0])
            relayed = self._held(statement.via[0].of(document.text), first)
        outlet = self._outlet(document.outlet)
        review = held.review if held else None
        return Told(document, statement, people, inferred, outlet, relayed, review, was)

    def _decided(self, row: int, span: Span, held: Held, people: dict[Span, Who]) -> None:
        """Let a decision say who speaks, where it does."""
        who = self._reviews.speaks(row, span, held)
        if who:
            evidence = "as corrected" if held.chosen else "as accepted"
            people[span] = Who(who.id, who.name, who.kind, 1.0, held.review.author, evidence)

    def family(self, id: str) -> list[int]:
        """The entity of this id (or of the one id that begins so) and all that are one with it."""
        plain, last = rows.plain(id), rows.plain(id + "\U0010ffff")
        found = self._connection.execute(_FAMILY_OF, (plain, last)).fetchall() if id.strip() else []
        if not found:
            raise UsageError(
                "there is no entity of this id",
                id or "an empty id",
                "take one from the list that `speakers` prints",
            )
        roots = {root for _, root in found}
        if len(roots) > 1:
            raise UsageError("more than one entity's id begins so", id, "give more of its digits")
        return self._families(roots)

    def named(self, query: str) -> list[int]:
        """The entities one of whose names has all words of a user's query, and all that are one with them."""
        found = self._connection.execute(_NAMED, (form_query(query),))
        return self._families({root for (root,) in found})

    def selects(self, family: Sequence[int], filter: Filter, columns: str) -> list[tuple[str, list[Any]]]:
        """Selections of what these entities say, apart from the filter's dates, documents and versions.

        A range of rows is still to be given to each, in which it gives its rows in order.
        """
        among = f"IN ({', '.join(map(str, family))})"
        match = plan(filter, statements=True).match
        if match is None and len(family) <= _FEW:
            joined = "voice CROSS JOIN statement s ON s.row = voice.statement"
            end = "CROSS JOIN document d ON d.row = s.document WHERE voice.entity = ? AND voice.statement"
            return [(f"SELECT {columns} FROM {joined} {end}", [entity]) for entity in family]
        own = f"SELECT DISTINCT statement FROM voice WHERE entity {among}"
        if match is None:
            return [(f"SELECT {columns} FROM {JOINED} WHERE s.row IN ({own}) AND s.row", [])]
        few = [row for (row,) in self._connection.execute(f"{own} LIMIT {PROBED + 1}")]
        if len(few) > PROBED:
            heard = f"SELECT 1 FROM voice v WHERE v.statement = statement_words.rowid AND v.entity {among}"
            where = f"WHERE statement_words MATCH ? AND EXISTS ({heard}) AND statement_words.rowid"
            return [(f"SELECT {columns} FROM {FOUND} {where}", [match])]
        # The index of words costs as much for one row as for many: these few are read instead.
        conditions, values = facets(filter)
        where = " AND ".join([f"s.row IN ({', '.join(map(str, few)) or 'NULL'})", *conditions, "s.row"])
        return [(f"SELECT {columns} FROM {READ} WHERE {where}", values)]

    def _families(self, roots: Iterable[int]) -> list[int]:
        among = ", ".join(map(str, roots))
        command = f"SELECT row FROM entity WHERE row IN ({among}) OR merged IN ({among}) ORDER BY row"
        return [row for (row,) in self._connection.execute(command)]

    def _outlet(self, name: str | None) -> Who | None:
        """The one body that has the outlet's name."""
        if name is None:
            return None
        if name not in self._bodies:
            query = form_query(f'"{name}"') if any(map(str.isalnum, name)) else None
            found = self._connection.execute(_BODIES, (query,)).fetchall() if query else []
            wanted = _name(name)
            same = {row[1:] for row in found if _name(rows.string(row[0])) == wanted}
            who = None
            if len(same) == 1:
                [(id, called, kind)] = same
                who = Who(id, rows.string(called), kind, evidence="the outlet's name")
            self._bodies[name] = who
        return self._bodies[name]

    def _held(self, printed: str, who: Who | None) -> bool:
        """Whether some document was published by what is called so."""
        if self._outlets is None:
            names = {_name(rows.string(row[0])) for row in self._connection.execute(_OUTLETS)}
            hosts = {_site(rows.string(row[0])) for row in self._connection.execute(_HOSTS)}
            self._outlets = names, hosts
        names, hosts = self._outlets
        forms = {printed}
        if who and who.entity:
            forms |= {rows.string(form) for (form,) in self._connection.execute(_FORMS_OF, (who.entity,) * 2)}
        called = {name for form in forms if (name := _name(form))}
        return any(
            name in names or "".join(name) in hosts or any(other[: len(name)] == name for other in names)
            for name in called
        )


def _name(text: str) -> tuple[str, ...]:
    """The words of an outlet's name, without case, accents or article."""
    words = folded(text)
    return tuple(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def _site(host: str) -> str:
    """The part of a host that names its owner: "bbc" in "news.bbc.co.uk"."""
    parts = host.split(".")
    parts = parts[:-1] if len(parts) > 1 else parts
    if len(parts) > 1 and re.fullmatch(r"com?|org|net|gov|ac", parts[-1]):
        parts = parts[:-1]
    return parts[-1]


def _says(content: str, text: str | bytes, query: str) -> bool:
    whole = rows.string(text)
    return contains(" ".join(whole[start:end] for start, end in json.loads(content)), query)


def _names(
    start: int | None, end: int, name: str | bytes | None, text: str | bytes, decided: str | None, query: str
) -> bool:
    if decided is not None:
        return contains(decided, query)
    return start is not None and contains(f"{rows.string(text)[start:end]} {rows.string(name) or ''}", query)


def facets(filter: Filter) -> tuple[list[str], list[Any]]:
    """What the index of words would be asked, asked of each statement by itself."""
    asked: list[tuple[str, Any]] = [
        ("says(coalesce(l.content, s.content), t.text, ?)", filter.words),
        ("names(s.speaker_start, s.speaker_end, s.speaker_name, t.text, l.speaker, ?)", filter.speaker),
        ("contains(d.outlet, ?)", filter.outlet),
        ("lower(d.language) = lower(?)", filter.language),
        ("s.mode = ?", filter.mode),
        ("s.act = ?", filter.act),
        ("coalesce(l.attributed = 'yes', s.speaker_start IS NOT NULL) = ?", filter.has_speaker),
    ]
    given = [(condition, value) for condition, value in asked if value is not None]
    return [c for c, _ in given], [rows.bare(v) if isinstance(v, str) else v for _, v in given]


_DENOTES = (
    "SELECT o.id, o.name, o.kind, l.score, l.by, l.evidence FROM link l JOIN entity e ON e.row = l.entity "
    "JOIN entity o ON o.row = coalesce(e.merged, e.row) "
    "WHERE l.document = ? AND l.span_start = ? AND l.span_end = ? "
    "AND l.withdrawn IS NULL AND l.judgement = 'same'"
)
_FAMILY_OF = "SELECT row, coalesce(merged, row) FROM entity WHERE id >= ? AND id < ? LIMIT 100"
_HAS = (
    "alias_words CROSS JOIN alias a ON a.row = alias_words.rowid "
    "CROSS JOIN entity e ON e.row = a.entity CROSS JOIN entity o ON o.row = coalesce(e.merged, e.row) "
    "WHERE alias_words MATCH ? AND NOT EXISTS (SELECT 1 FROM alias x WHERE x.entity = a.entity "
    "AND x.normal = a.normal AND x.judgement = 'different')"
)
_NAMED = f"SELECT DISTINCT o.row FROM {_HAS}"
_BODIES = f"SELECT DISTINCT a.form, o.id, o.name, o.kind FROM {_HAS} AND o.kind = 'body'"
_OUTLETS, _HOSTS = (
    f"WITH RECURSIVE each(name) AS (SELECT min({column}) FROM document UNION ALL "
    f"SELECT (SELECT min({column}) FROM document WHERE {column} > name) FROM each WHERE name IS NOT NULL) "
    "SELECT name FROM each WHERE name IS NOT NULL"
    for column in ("outlet", "host")
)
_FORMS_OF = (
    "SELECT form FROM alias WHERE judgement = 'same' AND entity IN (SELECT row FROM entity WHERE id = ? "
    "UNION ALL SELECT m.row FROM entity e JOIN entity m ON m.merged = e.row WHERE e.id = ?)"
)
