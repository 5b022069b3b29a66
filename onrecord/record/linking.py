"""A guess never takes the place of a decision: what a person linked or denied is left as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from onrecord.model import Figure, Span, Time, digest
from onrecord.record import rows
from onrecord.record.base import Base, now

GUESS = "onrecord"  # who guesses; no person may be called so
_PAGE = 1000  # documents asked for at once


class Name(NamedTuple):
    """A form of a name as `link` compares it: as printed, in its one spelling, and the keys of near names."""

    form: str
    normal: str
    keys: tuple[str, ...]


class Role(NamedTuple):
    """An office of an entity.

    Attributes:
        text: as printed or given.
        first_day, last_day: days of publication (YYYY-MM-DD) of the documents that show it, or EDTF as
            given by an import; None is unknown.
        documents: how many documents showed it; 0 where it was given.
        by: "onrecord", a person, or "import FILE".
    """

    text: str
    first_day: str | None
    last_day: str | None
    documents: int
    by: str


class Forms(NamedTuple):
    """What an entity is called, fullest first as it was found, and its offices."""

    aliases: tuple[str, ...]
    roles: tuple[Role, ...]


class Waiting(NamedTuple):
    """A document whose figures are to be joined to entities.

    Attributes:
        row: its number in this record, by which the methods of linking take it.
        id: `Document.id`.
        outlet: who published it, or None.
        language: ISO 639-1 code, or None.
        days: the first and last day its date can mean, YYYY-MM-DD; None is unknown.
    """

    row: int
    id: str
    outlet: str | None
    language: str | None
    days: tuple[str | None, str | None]


class Guess(NamedTuple):
    """That a span denotes an entity (by its number), how sure that is from 0 to 1, and why, in words."""

    span: Span
    entity: int
    score: float
    evidence: str


class Linking(Base):
    """What joining figures to entities asks of a record and writes into it; entities go by their numbers."""

    def unlinked_documents(self) -> Iterator[Waiting]:
        """The documents whose listed reading has figures that are not yet joined, in the order of adding.

        Documents may be linked while this runs.
        """
        last = 0
        while found := self._all(_UNLINKED, last, _PAGE):
            for row, id, outlet, language, first, last_day in found:
                yield Waiting(
                    row, rows.string(id), rows.string(outlet), rows.string(language), (first, last_day)
                )
            last = found[-1][0]

    def linked_otherwise(self, key: str) -> Iterator[tuple[str, bool]]:
        """The ids of the documents that another step than `key` linked, in the order of adding.

        Each comes with whether any step has; documents may be linked while this runs.
        """
        last = 0
        while found := self._all(_OTHERWISE, last, rows.plain(key), _PAGE):
            yield from ((rows.string(id), linked is not None) for _, id, linked in found)
            last = found[-1][0]

    def joined(self, id: str, key: str | None) -> None:
        """Note that the step `key` has joined all that the document of this id shows; None: it waits."""
        found = self._all("SELECT row FROM document WHERE id = ?", rows.plain(id))
        with self._change():
            self._connection.executemany(_LINKED, [(rows.plain(key), row) for (row,) in found])

    def figures(self, document: int) -> tuple[Figure, ...]:
        """The figures of the document of this number."""
        return tuple(map(rows.to_figure, self._all(_FIGURES, document)))

    def times(self, id: str) -> tuple[Time, ...]:
        """The time expressions of the document of this id, in order."""
        return tuple(rows.to_time(row, id) for row in self._all(_TIMES, rows.plain(id)))

    def entities_by_normal(self, normal: str, kind: str) -> list[int]:
        """The entities of a kind that have a name so spelt, merged ones being the one they are."""
        return [row for (row,) in self._all(_BY_NORMAL, rows.plain(normal), kind)]

    def entities_by_key(self, key: str, kind: str) -> list[int]:
        """The entities of a kind that have a name with this key, merged ones being the one they are."""
        return [row for (row,) in self._all(_BY_KEY, rows.plain(key), kind)]

    def forms(self, entity: int) -> Forms:
        """The names and offices of an entity and of all that were merged into it."""
        aliases = self._all(_ALIASES, entity, entity)
        denied = {form for form, judgement in aliases if judgement == "different"}
        same = dict.fromkeys(rows.string(form) for form, _ in aliases if form not in denied)
        found = self._all(_ROLES, entity, entity)
        return Forms(tuple(same), tuple(Role(rows.string(text), *more) for text, *more in found))

    def new_entity(self, kind: str, name: Name, by: str = GUESS, decision: int | None = None) -> int:
        """A new entity with its first name; gives its number.

        Its id is made of kind, spelling and a count, so that linking anew gives the same id to the same one.
        An entity that linking anew has left without a name is taken up again.
        """
        with self._change():
            row, count = None, 0
            while row is None:
                id = digest(f"{kind}\0{name.normal}\0{count}".encode("utf-8", "surrogatepass"))[:16]
                row, count = self._free(id, kind, name, by), count + 1
            self.add_alias(row, name, by, decision)
        return self._root(row)

    def add_alias(self, entity: int, name: Name, by: str = GUESS, decision: int | None = None) -> bool:
        """Give an entity a form of its name, unless it has it or a person denied it; tells whether it was."""
        form, normal = rows.plain(name.form), rows.plain(name.normal)
        with self._change():
            if decision is None and self._all(_KNOWN, entity, form, entity, normal):
                return False
            added = self._connection.execute(_ALIAS, (entity, form, normal, "same", now(), by, decision))
            if not added.rowcount:
                return False
            self._writer.wait("alias_words", int(added.lastrowid or 0), rows.bare(name.form))
            keys = [(rows.plain(key), entity) for key in name.keys]
            self._connection.executemany("INSERT OR IGNORE INTO name_key VALUES (?, ?)", keys)
        return True

    def add_role(self, entity: int, text: str, document: Waiting) -> None:
        """Note that a document shows an entity in an office; noting it again changes nothing.

        What withdraws a document's links leaves its offices; linking everything anew finds them afresh.
        """
        values = entity, rows.plain(text)
        with self._change():
            self._connection.execute(_ROLE, (*values, GUESS))
            row = self._all(
                "SELECT row FROM role WHERE entity = ? AND text = ? AND decision IS NULL", *values
            )
            shown = "INSERT OR IGNORE INTO role_shown VALUES (?, ?)"
            if self._connection.execute(shown, (row[0][0], document.row)).rowcount:
                self._connection.execute(_SHOWN_ON, (*document.days, row[0][0]))

    def add_links(self, document: int, guesses: Sequence[Guess], key: str) -> int:
        """Let the guessed links of a document be these alone; its figures then are joined by step `key`.

        Spans of which a person decided are left out. Guesses that stand already stay as they are.

        Returns:
            How many links are new.
        """
        with self._change():
            standing, denied = self._standing(document)
            wanted = {
                guess.span: guess
                for guess in guesses
                if (guess.span, self._root(guess.entity)) not in denied
                and not (guess.span in standing and standing[guess.span].decision)
            }
            gone = []
            for span, old in standing.items():
                new = wanted.get(span)
                if new and (old.root, old.score, old.evidence) == (
                    self._root(new.entity),
                    new.score,
                    new.evidence,
                ):
                    del wanted[span]
                elif not old.decision:
                    gone.append((now(), old.row))
            self._connection.executemany("UPDATE link SET withdrawn = ? WHERE row = ?", gone)
            self._connection.executemany(
                _LINK,
                [
                    (document, *g.span, g.entity, "same", g.score, GUESS, rows.plain(g.evidence), now(), None)
                    for g in wanted.values()
                ],
            )
            self._connection.execute(_LINKED, (rows.plain(key), document))
            if gone or wanted:
                self._writer.renew(document)
        return len(wanted)

    def withdraw_links(self, document: int) -> None:
        """Withdraw the guessed links of a document, whose figures then are to be joined again."""
        with self._change():
            values = now(), document
            self._connection.execute(
                "UPDATE link SET withdrawn = ? WHERE document = ? AND decision IS NULL "
                "AND withdrawn IS NULL AND judgement = 'same'",
                values,
            )
            self._connection.execute(_LINKED, (None, document))
            self._writer.renew(document)

    def decided(self, document: int) -> dict[Span, int]:
        """The spans of a document of which a person said whom they denote, with the entity."""
        standing, _ = self._standing(document)
        return {span: old.root for span, old in standing.items() if old.decision}

    def guessed(self, document: int) -> dict[Span, int]:
        """The spans of a document whose entity was guessed, with the entity."""
        standing, _ = self._standing(document)
        return {span: old.root for span, old in standing.items() if not old.decision}

    def denied(self, document: int) -> frozenset[tuple[Span, int]]:
        """The spans of a document with the entities of which a person said that they do not denote them."""
        return self._standing(document)[1]

    def strangers(self, entity: int) -> frozenset[int]:
        """The entities of which a person said that they are somebody else than this one."""
        found = self._all(_APART, entity, entity)
        return frozenset(other for pair in found for other in pair if other != entity)

    def add_doubt(
        self, one: int | None, name: str, other: int, why: tuple[float, str], document: int
    ) -> None:
        """List for a person to decide whether two entities, or a name without one and an entity, are one.

        Args:
            one: an entity, or None where `name` stays unlinked.
            name: the name that raised the doubt.
            other: the entity it may be.
            why: how likely that is, from 0 to 1, and why it is doubtful, in words.
            document: where the name stands.
        """
        with self._change():
            other = self._root(other)
            if one is not None:
                one, other = sorted((self._root(one), other))
                if one == other or other in self.strangers(one):
                    return
            values = one, rows.plain(name), other, why[0], rows.plain(why[1]), document, now()
            self._connection.execute(_DOUBT_OF_NAME if one is None else _DOUBT_OF_PAIR, values)

    def forget_guesses(self) -> None:
        """Take back everything guessed about names, offices and doubts, so that all is linked anew.

        Links stand until `add_links` says otherwise. Entities of which a person decided keep their names.
        """
        with self._change():
            for command in _FORGET:
                self._connection.execute(command)

    def _root(self, entity: int) -> int:
        found = self._all("SELECT coalesce(merged, row) FROM entity WHERE row = ?", entity)
        return int(found[0][0])

    def _free(self, id: str, kind: str, name: Name, by: str) -> int | None:
        """The number of the entity of this id, made or taken up again; None where it has a name."""
        found = self._all(_TAKEN, id)
        if found:
            row, named, maker = found[0]
            return None if named or rows.string(maker) != by else int(row)
        form = rows.plain(name.form)
        insert = "INSERT INTO entity (id, kind, name, printed, made, by) VALUES (?, ?, ?, ?, ?, ?)"
        return self._connection.execute(insert, (id, kind, form, form, now(), by)).lastrowid

    def _standing(self, document: int) -> tuple[dict[Span, _Standing], frozenset[tuple[Span, int]]]:
        standing = {}
        for start, end, *more in self._all(_STANDING, document):
            standing[Span(start, end)] = _Standing(*more)
        denied = self._all(_DENIED, document)
        return standing, frozenset((Span(start, end), entity) for start, end, entity in denied)


class _Standing(NamedTuple):
    """A link that stands: its row, the entity that its own is merged into, and what it rests on."""

    row: int
    root: int
    score: float
    evidence: Any
    decision: int | None


_TAKEN = "SELECT row, EXISTS (SELECT 1 FROM alias a WHERE a.entity = e.row), by FROM entity e WHERE id = ?"
_UNLINKED = (
    "SELECT d.row, d.id, d.outlet, d.language, d.first_day, d.last_day "
    "FROM reading r CROSS JOIN document d ON d.row = r.document "
    "WHERE r.linked IS NULL AND r.figures > 0 AND r.document > ? AND r.row = d.reading "
    "ORDER BY r.document LIMIT ?"
)
_OTHERWISE = (
    "SELECT d.row, d.id, r.linked FROM document d JOIN reading r ON r.row = d.reading "
    "WHERE d.row > ? AND r.linked IS NOT ? ORDER BY d.row LIMIT ?"
)
_FIGURES = (
    f"SELECT {rows.FIGURE} FROM document d JOIN figure f ON f.reading = d.reading "
    "WHERE d.row = ? ORDER BY f.number"
)
_TIMES = (
    f"SELECT {rows.TIME} FROM document d JOIN time t ON t.reading = d.reading "
    "WHERE d.id = ? ORDER BY t.number"
)
_BY_NORMAL = (
    "SELECT DISTINCT coalesce(e.merged, e.row) FROM alias a JOIN entity e ON e.row = a.entity "
    "WHERE a.normal = ? AND e.kind = ? AND a.judgement = 'same' AND NOT EXISTS (SELECT 1 FROM alias x "
    "WHERE x.entity = a.entity AND x.normal = a.normal AND x.judgement = 'different') ORDER BY 1"
)
_BY_KEY = (
    "SELECT DISTINCT coalesce(e.merged, e.row) FROM name_key k JOIN entity e ON e.row = k.entity "
    "WHERE k.key = ? AND e.kind = ? AND EXISTS (SELECT 1 FROM alias a WHERE a.entity = k.entity "
    "AND a.judgement = 'same') ORDER BY 1"
)
_OF = "IN (SELECT row FROM entity WHERE row = ? UNION ALL SELECT row FROM entity WHERE merged = ?)"
_ALIASES = f"SELECT form, judgement FROM alias WHERE entity {_OF} ORDER BY row"
_ROLES = f"SELECT text, first_day, last_day, documents, by FROM role WHERE entity {_OF} ORDER BY row"
_KNOWN = (
    "SELECT 1 FROM alias WHERE entity = ? AND form = ? AND judgement = 'same' "
    "UNION ALL SELECT 1 FROM alias WHERE entity = ? AND normal = ? AND judgement = 'different'"
)
_ALIAS = (
    "INSERT OR IGNORE INTO alias (entity, form, normal, judgement, since, by, decision) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_ROLE = "INSERT OR IGNORE INTO role (entity, text, documents, by) VALUES (?, ?, 0, ?)"
_SHOWN_ON = (
    "UPDATE role SET documents = documents + 1, first_day = coalesce(min(first_day, ?1), first_day, ?1), "
    "last_day = coalesce(max(last_day, ?2), last_day, ?2) WHERE row = ?3"
)
_LINK = (
    "INSERT INTO link "
    "(document, span_start, span_end, entity, judgement, score, by, evidence, made, decision) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_LINKED = "UPDATE reading SET linked = ? WHERE row = (SELECT reading FROM document WHERE row = ?)"
_STANDING = (
    "SELECT l.span_start, l.span_end, l.row, coalesce(e.merged, e.row), l.score, l.evidence, l.decision "
    "FROM link l JOIN entity e ON e.row = l.entity "
    "WHERE l.document = ? AND l.withdrawn IS NULL AND l.judgement = 'same'"
)
_DENIED = (
    "SELECT l.span_start, l.span_end, coalesce(e.merged, e.row) "
    "FROM link l JOIN entity e ON e.row = l.entity "
    "WHERE l.document = ? AND l.withdrawn IS NULL AND l.judgement = 'different'"
)
_APART = (
    "SELECT coalesce(e.merged, e.row), coalesce(o.merged, o.row) FROM decision d "
    "JOIN entity e ON e.row = d.entity JOIN entity o ON o.row = d.other "
    "WHERE d.verb IN ('apart', 'split') AND d.withdrawn IS NULL "
    "AND (coalesce(e.merged, e.row) = ? OR coalesce(o.merged, o.row) = ?)"
)
_DOUBT = (
    "INSERT INTO doubt (one, name, other, score, reason, document, documents, made) "
    "VALUES (?, ?, ?, ?, ?, ?, 1, ?) ON CONFLICT"
)
_AGAIN = "DO UPDATE SET documents = documents + 1"
_DOUBT_OF_PAIR = f"{_DOUBT} (one, other) WHERE one IS NOT NULL {_AGAIN}"
_DOUBT_OF_NAME = f"{_DOUBT} (name, other) WHERE one IS NULL {_AGAIN}"
_DECIDED = (
    "(SELECT row FROM entity WHERE by != 'onrecord' UNION SELECT entity FROM decision "
    "WHERE withdrawn IS NULL AND entity IS NOT NULL UNION SELECT other FROM decision "
    "WHERE withdrawn IS NULL AND other IS NOT NULL UNION SELECT entity FROM statement_review "
    "WHERE withdrawn IS NULL AND entity IS NOT NULL)"
)
_GUESSED = f"decision IS NULL AND entity NOT IN {_DECIDED}"
_FORGET = (
    f"DELETE FROM alias_words WHERE rowid IN (SELECT row FROM alias WHERE {_GUESSED})",
    f"DELETE FROM alias WHERE {_GUESSED}",
    f"DELETE FROM name_key WHERE entity NOT IN {_DECIDED}",
    "DELETE FROM role_shown",
    f"DELETE FROM role WHERE {_GUESSED}",
    # Offices of an entity of which a person decided tell it from its namesakes; how often is counted afresh.
    "UPDATE role SET documents = 0, first_day = NULL, last_day = NULL WHERE decision IS NULL",
    "DELETE FROM doubt WHERE settled IS NULL",
    "UPDATE reading SET linked = NULL WHERE linked IS NOT NULL",
)
