"""A list of speakers counts what `statements --entity` lists, and says of each name who decided it."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple, cast

from onrecord.model import Entity, FigureKind
from onrecord.record import rows
from onrecord.record.linking import GUESS, Role
from onrecord.record.search import form_query, terms
from onrecord.record.speaking import Voices


class SpeakerRow(NamedTuple):
    """An entity in a list.

    Attributes:
        entity: the entity, with all names of those that were merged into it.
        roles: its offices, with the period in which documents show them.
        statements: statements it made, alone or as a named member of several, of the newest versions.
        documents: documents in which it speaks, the newest versions.
        first, last: the first and last day on which documents were published in which it speaks, older
            versions too; or None.
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


class Heard(NamedTuple):
    """What an entity says: `SpeakerRow` says what the parts are."""

    statements: int
    documents: int
    first: str | None
    last: str | None


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

    def speakers(self, words: str | None, limit: int | None = None, offset: int = 0) -> Iterator[SpeakerRow]:
        """The entities of which a name or an office has all these words, those that say most first.

        Raises:
            UsageError: at once, where there is no word among the words.
        """
        wanted = None if words is None else self.called(words)
        end = None if limit is None else offset + limit
        return (
            self.row(root, self._heard(root, count))
            for root, count in islice(self._ordered(wanted), offset, end)
        )

    def one(self, id: str) -> int:
        """The row of the entity of this id, or of the one id that begins so; merged ones are one.

        Raises:
            UsageError: no entity, or more than one, has such an id.
        """
        [(root,)] = self._all(_ROOT, Voices(self._connection).family(id)[0])
        return int(root)

    def shown(self, root: int) -> SpeakerRow:
        """The description of the entity of this row."""
        family = [root, *(row for (row,) in self._all(_MERGED, root))]
        return self.row(root, self._heard(root, self._all(_COUNT.format(_among(family))).fetchone()[0]))

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

    def called(self, words: str) -> set[int]:
        """The entities of which a name or an office has all words of a user's query; raises UsageError."""
        found: set[int] | None = None
        for text, begins in terms(words):
            query = form_query(f'"{text}"{"*" if begins else ""}')
            roots = {row for (row,) in self._all(_NAMED, query)}
            like = "".join(f"\\{c}" if c in "%_\\" else c for c in text)
            roots |= {row for (row,) in self._all(_IN_OFFICE, f"%{rows.bare(like)}%")}
            found = roots if found is None else found & roots
        return found or set()

    def row(self, root: int, heard: Heard) -> SpeakerRow:
        """The description of an entity that is itself not merged, given what it says."""
        among = _among([root, *(row for (row,) in self._all(_MERGED, root))])
        id, kind, name, wikidata, by = self._all(_ENTITY, root).fetchone()
        name = rows.string(name)
        forms = [rows.string(form) for (form,) in self._all(_FORMS.format(among))]
        author = self._all(_LAST.format(among)).fetchone()
        score = self._all(_SCORE.format(among)).fetchone()[0]
        return SpeakerRow(
            Entity(id, cast(FigureKind, kind), name, tuple(f for f in forms if f != name), wikidata),
            tuple(Role(rows.string(text), *more) for text, *more in self._all(_ROLES.format(among))),
            *heard,
            rows.string(author[0] if author and by == GUESS else by),
            score,
        )

    def _ordered(self, wanted: set[int] | None) -> Iterator[tuple[int, int]]:
        """Entities in the order of the list, each with how many statements it makes."""
        counts = Counter(dict(self._all(_COUNTS).fetchall()))
        counts.subtract(dict(self._all(_UNLISTED).fetchall()))
        families: dict[int, list[int]] = {}
        for row, root in self._all("SELECT row, merged FROM entity WHERE merged IS NOT NULL"):
            families.setdefault(root, [root]).append(row)
        for root, family in families.items():
            counts[root] = self._all(_COUNT.format(_among(family))).fetchone()[0]
        every = self._all(_ALIVE).fetchall()
        spoken = [(root, name, counts[root]) for root, name, _ in every if counts.get(root)]
        spoken.sort(key=lambda one: (-one[2], rows.string(one[1]), one[0]))
        silent = [(root, name, 0) for root, name, alive in every if alive and not counts.get(root)]
        return ((root, n) for root, _, n in spoken + silent if wanted is None or root in wanted)

    def _heard(self, root: int, statements: int) -> Heard:
        if not statements:
            return Heard(0, 0, None, None)
        among = _among([root, *(row for (row,) in self._all(_MERGED, root))])
        unknown = rows.UNKNOWN << rows.ROOM
        documents = self._all(_DOCUMENTS.format(among)).fetchone()[0]
        ends = [self._all(command.format(among), unknown).fetchone() for command in (_OLDEST, _NEWEST)]
        first, last = (rows.string(end[0]) if end else None for end in ends)
        return Heard(statements, documents, first, last)


def _among(family: Iterable[int]) -> str:
    return f"IN ({', '.join(map(str, family))})"


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
_COUNTS = (
    "SELECT entity, sum(part = 'speaker' OR NOT EXISTS (SELECT 1 FROM voice w WHERE w.entity = v.entity "
    "AND w.statement = v.statement AND w.part = 'speaker')) FROM voice v GROUP BY entity"
)
# What counts in that and is not listed: of old versions, or rejected.
_UNLISTED = (
    "SELECT v.entity, count(DISTINCT v.statement) FROM (SELECT s.row FROM document d "
    "CROSS JOIN reading r ON r.row = d.reading CROSS JOIN statement s "
    "ON s.row BETWEEN r.first_statement AND r.first_statement + r.statements - 1 WHERE d.newest = 0 "
    "UNION SELECT statement FROM reviewed WHERE verdict = 'rejected') u "
    "CROSS JOIN voice v ON v.statement = u.row GROUP BY v.entity"
)
_KEPT = "NOT EXISTS (SELECT 1 FROM reviewed l WHERE l.statement = v.statement AND l.verdict = 'rejected')"
_VOICES = f"voice v CROSS JOIN document d ON d.row = v.document WHERE {_KEPT} AND v.entity {{0}}"
_COUNT = f"SELECT count(DISTINCT v.statement) FROM {_VOICES} AND d.newest"
_DOCUMENTS = f"SELECT count(DISTINCT v.document) FROM {_VOICES} AND d.newest"
_OLDEST = f"SELECT d.first_day FROM {_VOICES} AND v.statement < ? ORDER BY v.statement DESC LIMIT 1"
_NEWEST = f"SELECT d.last_day FROM {_VOICES} AND v.statement < ? ORDER BY v.statement LIMIT 1"
_ROOT = "SELECT coalesce(merged, row) FROM entity WHERE row = ?"
_MERGED = "SELECT row FROM entity WHERE merged = ?"
_ALIVE = (
    "SELECT row, name, EXISTS (SELECT 1 FROM alias a WHERE a.entity = e.row) FROM entity e "
    "WHERE merged IS NULL ORDER BY name, row"
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
_SCORE = (
    "SELECT min(score) FROM link WHERE entity {0} AND withdrawn IS NULL AND judgement = 'same' "
    "AND decision IS NULL"
)
_DOUBTS = (
    "SELECT a.id, a.name, f.name, b.id, b.name, f.score, f.reason, f.documents, d.id FROM doubt f "
    "LEFT JOIN entity o ON o.row = f.one LEFT JOIN entity a ON a.row = coalesce(o.merged, o.row) "
    "JOIN entity p ON p.row = f.other JOIN entity b ON b.row = coalesce(p.merged, p.row) "
    "LEFT JOIN document d ON d.row = f.document WHERE f.settled IS NULL AND a.row IS NOT b.row "
    "ORDER BY f.documents DESC, f.score DESC, f.row"
)
