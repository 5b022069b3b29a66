"""A list of speakers counts what `statements --entity` lists, and says of each name who decided it."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, cast

from onrecord.model import Entity, FigureKind
from onrecord.record import rows
from onrecord.record.linking import GUESS, Role
from onrecord.record.search import form_query, terms


class SpeakerRow(NamedTuple):
    """An entity in a list.

    Attributes:
        entity: the entity, with all names of those that were merged into it.
        roles: its offices, with the period in which documents show them.
        statements: statements it made, alone or as a named member of several, of the newest versions.
        documents: documents in which it speaks, the newest versions.
        first, last: the first and last day on which documents were published in which it speaks, or None.
        by: "onrecord" where all about it is guessed, else who decided something of it last.
        score: how sure the least sure guess is that something denotes it; None where nothing is guessed.
    """

    entity: Entity
    roles: tuple[Role, ...]
    statements: int
    documents: int
    first: str | None
    last: str | None
    by: str
    score: float | None


class DoubtRow(NamedTuple):
    """What only a person can decide.

    Attributes:
        one: id and name of an entity, or None where a name stays unlinked.
        name: the name that raised the doubt.
        other: id and name of the entity that it may be.
        score: how likely that is, between 0 and 1.
        reason: why it is doubtful, in words.
        documents: how many documents raised it.
        document: the id of the first of them.
    """

    one: tuple[str, str] | None
    name: str
    other: tuple[str, str]
    score: float
    reason: str
    documents: int
    document: str | None


class People:
    """Lists entities and doubts, through one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def speakers(self, words: str | None) -> Iterator[SpeakerRow]:
        """The entities of which a name or an office has all these words, those that say most first.

        Raises:
            UsageError: at once, where there is no word among the words.
        """
        wanted = None if words is None else self._called(words)
        return self._speakers(wanted)

    def doubts(self) -> Iterator[DoubtRow]:
        """What is open for a person to decide, what most documents raise first."""
        for one_id, one, name, other_id, other, score, reason, documents, document in self._all(_DOUBTS):
            first = (one_id, rows.string(one)) if one_id else None
            second = other_id, rows.string(other)
            yield DoubtRow(
                first, rows.string(name), second, score, rows.string(reason), documents, rows.string(document)
            )

    def _all(self, command: str, *values: Any) -> sqlite3.Cursor:
        return self._connection.execute(command, values)

    def _called(self, words: str) -> set[int]:
        found: set[int] | None = None
        for text, begins in terms(words):
            query = form_query(f'"{text}"{"*" if begins else ""}')
            roots = {row for (row,) in self._all(_NAMED, query)}
            like = "".join(f"\\{c}" if c in "%_\\" else c for c in text)
            roots |= {row for (row,) in self._all(_IN_OFFICE, f"%{rows.bare(like)}%")}
            found = roots if found is None else found & roots
        return found or set()

    def _speakers(self, wanted: set[int] | None) -> Iterator[SpeakerRow]:
        families = self._families()
        counts: Counter[int] = Counter()
        for entity, count in self._all(_COUNTS):
            counts[families.get(entity, entity)] += count
        for entity, count in self._all(_OF_OLD):
            counts[families.get(entity, entity)] -= count
        loud = [row for row, count in counts.items() if count > 0 and (wanted is None or row in wanted)]
        names = {row: self._all("SELECT name FROM entity WHERE row = ?", row).fetchone()[0] for row in loud}
        loud.sort(key=lambda row: (-counts[row], rows.string(names[row]), row))
        merged: dict[int, list[int]] = {}
        for row, root in families.items():
            merged.setdefault(root, []).append(row)
        for row in loud:
            yield self._row(row, [row, *merged.get(row, [])], counts[row])
        for (row,) in self._all(_ALIVE).fetchall():
            if counts[row] <= 0 and (wanted is None or row in wanted):
                yield self._row(row, [row, *merged.get(row, [])], 0)

    def _families(self) -> dict[int, int]:
        return dict(self._all("SELECT row, merged FROM entity WHERE merged IS NOT NULL").fetchall())

    def _row(self, row: int, family: Sequence[int], statements: int) -> SpeakerRow:
        among = f"IN ({', '.join(map(str, family))})"
        id, kind, name, wikidata, by = self._all(_ENTITY, row).fetchone()
        name = rows.string(name)
        forms = [rows.string(form) for (form,) in self._all(_FORMS.format(among))]
        author = self._all(_LAST.format(among)).fetchone()
        documents = self._all(_DOCUMENTS.format(among)).fetchone()[0] if statements else 0
        score = self._all(_SCORE.format(among)).fetchone()[0]
        first, last = self._period(among) if statements else (None, None)
        return SpeakerRow(
            Entity(id, cast(FigureKind, kind), name, tuple(f for f in forms if f != name), wikidata),
            tuple(Role(rows.string(text), *more) for text, *more in self._all(_ROLES.format(among))),
            statements,
            documents,
            first,
            last,
            rows.string(author[0] if author and by == GUESS else by),
            score,
        )

    def _period(self, among: str) -> tuple[str | None, str | None]:
        """The days of the oldest and the newest document in which these entities speak."""
        unknown = rows.UNKNOWN << rows.ROOM
        newest, oldest = self._all(_ENDS.format(among), unknown).fetchone()
        if newest is None:
            return None, None
        first = self._all(_DAYS, oldest).fetchone()[0]
        return rows.string(first), rows.string(self._all(_DAYS, newest).fetchone()[1])


_NAMED = (
    "SELECT DISTINCT coalesce(e.merged, e.row) FROM alias_words "
    "CROSS JOIN alias a ON a.row = alias_words.rowid CROSS JOIN entity e ON e.row = a.entity "
    "WHERE alias_words MATCH ? AND NOT EXISTS (SELECT 1 FROM alias x WHERE x.entity = a.entity "
    "AND x.normal = a.normal AND x.judgement = 'different')"
)
_IN_OFFICE = (
    "SELECT DISTINCT coalesce(e.merged, e.row) FROM role r JOIN entity e ON e.row = r.entity "
    "WHERE r.text LIKE ? ESCAPE '\\'"
)
_COUNTS = "SELECT entity, count(DISTINCT statement) FROM voice GROUP BY entity"
_OF_OLD = (
    "SELECT v.entity, count(DISTINCT v.statement) FROM document d "
    "CROSS JOIN reading r ON r.row = d.reading CROSS JOIN voice v "
    "ON v.statement BETWEEN r.first_statement AND r.first_statement + r.statements - 1 "
    "WHERE d.newest = 0 GROUP BY v.entity"
)
_ALIVE = (
    "SELECT row FROM entity e WHERE merged IS NULL AND EXISTS (SELECT 1 FROM alias a WHERE a.entity = e.row) "
    "ORDER BY name, row"
)
_ENTITY = "SELECT id, kind, name, wikidata, by FROM entity WHERE row = ?"
_FORMS = (
    "SELECT form FROM alias a WHERE entity {0} AND judgement = 'same' AND NOT EXISTS (SELECT 1 FROM alias x "
    "WHERE x.entity = a.entity AND x.normal = a.normal AND x.judgement = 'different') "
    "GROUP BY form ORDER BY min(row)"
)
_ROLES = (
    "SELECT text, first_day, last_day, documents, by FROM role WHERE entity {0} "
    "ORDER BY documents DESC, first_day, row"
)
_LAST = (
    "SELECT author FROM decision WHERE withdrawn IS NULL AND verb != 'apart' "
    "AND (entity {0} OR other {0}) ORDER BY row DESC LIMIT 1"
)
_DOCUMENTS = (
    "SELECT count(DISTINCT v.document) FROM voice v CROSS JOIN document d ON d.row = v.document "
    "WHERE v.entity {0} AND d.newest"
)
_SCORE = (
    "SELECT min(score) FROM link WHERE entity {0} AND withdrawn IS NULL AND judgement = 'same' "
    "AND decision IS NULL"
)
_ENDS = "SELECT min(statement), max(statement) FROM voice WHERE entity {0} AND statement < ?"
_DAYS = (
    "SELECT d.first_day, d.last_day FROM statement s JOIN document d ON d.row = s.document WHERE s.row = ?"
)
_DOUBTS = (
    "SELECT a.id, a.name, f.name, b.id, b.name, f.score, f.reason, f.documents, d.id FROM doubt f "
    "LEFT JOIN entity o ON o.row = f.one LEFT JOIN entity a ON a.row = coalesce(o.merged, o.row) "
    "JOIN entity p ON p.row = f.other JOIN entity b ON b.row = coalesce(p.merged, p.row) "
    "LEFT JOIN document d ON d.row = f.document WHERE f.settled IS NULL AND a.row IS NOT b.row "
    "ORDER BY f.documents DESC, f.score DESC, f.row"
)
