"""A person's decision stands until it is withdrawn, and withdrawing it takes back all that it made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.errors import UsageError
from onrecord.model import Figure, Span
from onrecord.record import rows
from onrecord.record.base import now
from onrecord.record.linking import GUESS, Linking, Name
from onrecord.record.search import phrase

IMPORT = "import "  # how `by` begins where a file was imported; no person's name may begin so


class Decision(NamedTuple):
    """What a person decided.

    Attributes:
        number: by which it is undone.
        verb: merge, split, rename, apart, name or import.
        entity, other: ids of the entities it is about, or None. Merge: `entity` is `other`. Split: `other`
            came of `entity`. Apart: `entity` is not `other`.
        value: the new name, the form of a name, or the imported file.
        author: who decided.
        made, withdrawn: ISO 8601 in UTC; `withdrawn` is None while it holds.
    """

    number: int
    verb: str
    entity: str | None
    other: str | None
    value: str | None
    author: str
    made: str
    withdrawn: str | None


class Deciding(Linking):
    """What a person decides about entities, which go by their ids here. Each gives the decision's number.

    Every method raises UsageError where an id means nothing, or where the decision contradicts another.
    """

    def decisions(self, all: bool = False) -> list[Decision]:
        """What was decided and holds, in order; with `all` what was withdrawn too."""
        where = "" if all else "WHERE d.withdrawn IS NULL"
        return [Decision(*map(rows.string, row)) for row in self._all(f"{_DECISIONS} {where} ORDER BY d.row")]

    def entity(self, id: str) -> int:
        """The number of the entity of this id, or of the one whose id begins so."""
        last = id + "\U0010ffff"
        found = self._all(_BEGINNING, rows.plain(id), rows.plain(last)) if id.strip() else []
        if len(found) != 1:
            what = "more than one entity's id begins so" if found else "there is no entity of this id"
            remedy = "give more of its digits" if found else "take one from the list that `speakers` prints"
            raise UsageError(what, id or "an empty id", remedy)
        return int(found[0][0])

    def named(self, id: str) -> tuple[str, str]:
        """The name and the kind of the entity of this id, or of the one it was merged into."""
        found = self._all("SELECT name, kind FROM entity WHERE row = ?", self._root(self.entity(id)))
        return rows.string(found[0][0]), found[0][1]

    def merge(self, into: str, other: str, author: str) -> int:
        """Decide that an entity is another, under whose id and name both are listed from now on."""
        with self._change():
            return self._merge(self.entity(into), self.entity(other), author_name(author))

    def apart(self, one: str, other: str, author: str) -> int:
        """Decide that two entities are not one, so that they are never joined."""
        with self._change():
            first, second = self.entity(one), self.entity(other)
            if self._root(first) == self._root(second):
                raise UsageError(
                    "these are one by an earlier decision", f"{one} {other}", self._undoing(first)
                )
            number = self._decide("apart", first, second, None, author_name(author))
            self._settle(number, first, second)
        return number

    def rename(self, id: str, name: Name, author: str) -> int:
        """Decide what an entity is called."""
        with self._change():
            entity = self._root(self.entity(id))
            number = self._decide("rename", entity, None, name.form, author_name(author))
            self.add_alias(entity, name, author, number)
            self._call(entity)
        return number

    def name(self, id: str, name: Name, documents: Sequence[str], author: str) -> int:
        """Decide that a form of a name denotes an entity: in these documents, or wherever it alone can."""
        with self._change():
            entity = self.entity(id)
            number = self._decide("name", entity, None, name.form, author_name(author))
            if documents:
                for document in self._documents(documents):
                    called = [f for f in self.figures(document) if name.form in f.names]
                    spans = [mention.span for figure in called for mention in figure.mentions]
                    self._move(document, spans, entity, number, (author, f"{name.form!r} means it here"))
            else:
                self.add_alias(entity, name, author, number)
                self._again(self._printing(name.form))
            self._connection.execute(_SETTLE_NAME, (number, rows.plain(name.form), self._root(entity)))
        return number

    def split(self, id: str, name: Name, documents: Sequence[str], author: str) -> tuple[int, str]:
        """Decide that some of what is one entity's is another's, which is made and called `name`.

        Args:
            id: the entity.
            name: the form of the name that is somebody else's. Where documents are given: what the new entity
                is called.
            documents: ids of documents in which all that denotes the entity denotes the new one. Where there
                are none, it is whatever bears the name, in all documents, and the entity is never so called
                again.
            author: who decides.

        Returns:
            The decision's number and the new entity's id.
        """
        with self._change():
            root = self._root(self.entity(id))
            family = [
                row for (row,) in self._all("SELECT row FROM entity WHERE coalesce(merged, row) = ?", root)
            ]
            kind = self._all("SELECT kind FROM entity WHERE row = ?", root)[0][0]
            forms = self._spelt(family, name.normal)
            if not documents and not forms:
                known = "; ".join(self.forms(root).aliases[:6])
                raise UsageError(f"it has no name {name.form!r}", id, f"its names are {known}")
            number = self._decide("split", root, None, name.form, author_name(author))
            new = self.new_entity(kind, name, author, number)
            self._connection.execute("UPDATE decision SET other = ? WHERE row = ?", (new, number))
            if not documents:
                denied = [
                    (row, rows.plain(form), rows.plain(name.normal), "different", now(), author, number)
                    for row in family
                    for form in forms
                ]
                self._connection.executemany(_DENY, denied)
            chosen = self._documents(documents) or self._linked(family)
            for document in chosen:
                self._part(document, family, None if documents else forms, (new, number, author))
        return number, self._all("SELECT id FROM entity WHERE row = ?", new)[0][0]

    def undo(self, number: int) -> None:
        """Withdraw a decision: what it made is gone, and what it ended stands again."""
        with self._change():
            found = self._all(
                "SELECT verb, entity, made FROM decision WHERE row = ? AND withdrawn IS NULL", number
            )
            if not found:
                remedy = "`speakers --decisions` lists those that hold"
                raise UsageError("there is no decision of this number to undo", str(number), remedy)
            verb, entity, made = found[0]
            self._connection.execute("UPDATE decision SET withdrawn = ? WHERE row = ?", (now(), number))
            if verb == "import":
                self._again(row for (row,) in self._all(_JOINED, number))
            self._take_back_links(number)
            for command in _TAKE_BACK:
                self._connection.execute(command, (number,))
            if verb == "merge":
                since = self._all(_LINKED_SINCE, self._root(entity), made)
                self._again(row for (row,) in since)
                self._unite()
            elif verb == "rename":
                self._call(entity)

    def _decide(
        self, verb: str, entity: int | None, other: int | None, value: str | None, author: str
    ) -> int:
        values = verb, entity, other, rows.plain(value), rows.plain(author), now()
        insert = "INSERT INTO decision (verb, entity, other, value, author, made) VALUES (?, ?, ?, ?, ?, ?)"
        return self._connection.execute(insert, values).lastrowid or 0

    def _merge(self, into: int, other: int, author: str) -> int:
        first, second = self._root(into), self._root(other)
        ids = " ".join(id for (id,) in self._all("SELECT id FROM entity WHERE row IN (?, ?)", into, other))
        if first == second:
            raise UsageError("these are one already", ids, "there is nothing to do")
        if second in self.strangers(first):
            raise UsageError("these are two by an earlier decision", ids, self._undoing(first, second))
        number = self._decide("merge", other, into, None, author)
        self._settle(number, first, second)
        self._unite()
        return number

    def _unite(self) -> None:
        """Let `entity.merged` say what the merges that hold say together."""
        parent: dict[int, int] = {}

        def top(entity: int) -> int:
            while entity in parent:
                entity = parent[entity]
            return entity

        merges = "SELECT entity, other FROM decision WHERE verb = 'merge' AND withdrawn IS NULL ORDER BY row"
        for entity, other in self._all(merges):
            if (one := top(entity)) != (into := top(other)):
                parent[one] = into
        self._connection.execute("UPDATE entity SET merged = NULL WHERE merged IS NOT NULL")
        change = "UPDATE entity SET merged = ? WHERE row = ?"
        self._connection.executemany(change, [(top(entity), entity) for entity in parent])

    def _call(self, entity: int) -> None:
        """Let an entity be called as the last renaming that holds says, or else as it was printed."""
        self._connection.execute(_CALL, (entity, entity))

    def _settle(self, number: int, one: int, other: int) -> None:
        pair = self._root(one), self._root(other)
        self._connection.execute(_SETTLE_PAIR, (number, *pair, *reversed(pair)))

    def _undoing(self, *entities: int) -> str:
        for decision, entity, other in self._all(_ABOUT):
            if {self._root(entity), self._root(other)} == {*map(self._root, entities)}:
                return f"undo decision {decision} first"
        return "undo that decision first"

    def _documents(self, ids: Iterable[str]) -> list[int]:
        found = []
        for id in ids:
            row = self._all("SELECT row FROM document WHERE id = ?", rows.plain(id))
            if not row:
                raise UsageError(
                    "there is no document of this id", id, "take one from the list of `documents`"
                )
            found.append(int(row[0][0]))
        return found

    def _linked(self, family: Sequence[int]) -> list[int]:
        """The documents in which something denotes one of these entities."""
        marks = ", ".join("?" * len(family))
        command = f"SELECT DISTINCT document FROM link WHERE {_STANDS} AND entity IN ({marks}) ORDER BY 1"
        return [row for (row,) in self._all(command, *family)]

    def _spelt(self, family: Sequence[int], normal: str) -> list[str]:
        """The forms of these entities' names that have one spelling."""
        marks = ", ".join("?" * len(family))
        command = (
            f"SELECT DISTINCT form FROM alias WHERE normal = ? AND judgement = 'same' AND entity IN ({marks})"
        )
        return [rows.string(form) for (form,) in self._all(command, rows.plain(normal), *family)]

    def _printing(self, form: str) -> list[int]:
        """The documents with a figure of which this form is printed."""
        self._flush()
        query = phrase("words", form)
        return [row for (row,) in self._all(_PRINTING, query, rows.plain(form))] if query else []

    def _part(
        self, document: int, family: Sequence[int], forms: list[str] | None, to: tuple[int, int, str]
    ) -> None:
        """Let what denotes these entities in a document denote another, or what bears a form."""
        new, number, author = to
        root = self._root(family[0])
        mine = {span for span, old in self._standing(document)[0].items() if old.root == root}
        moved: set[Span] = set()
        for figure in self.figures(document):
            spans = mine & {mention.span for mention in figure.mentions}
            if spans and (forms is None or set(forms) & set(figure.names)):
                moved |= spans
                self._learn(figure, document, to)
        self._move(document, sorted(mine if forms is None else moved), new, number, (author, "split"))

    def _learn(self, figure: Figure, document: int, to: tuple[int, int, str]) -> None:
        """Give an entity the names and offices that a figure shows, as part of a decision."""
        new, number, author = to
        for form in figure.names:
            for (normal,) in self._all("SELECT normal FROM alias WHERE form = ? LIMIT 1", rows.plain(form)):
                self.add_alias(new, Name(form, rows.string(normal), ()), author, number)
        for role in figure.roles:
            self._connection.execute(_SHOWN, (new, rows.plain(role), author, number, document))

    def _move(
        self, document: int, spans: Iterable[Span], entity: int, number: int, why: tuple[str, str]
    ) -> None:
        """Let these spans of a document denote an entity, by the decision of this number."""
        ends = [(now(), number, document, *span) for span in spans]
        self._connection.executemany(_END, ends)
        author, evidence = why
        links = [
            (document, *span, entity, "same", 1.0, author, rows.plain(evidence), now(), number)
            for span in spans
        ]
        self._connection.executemany(_LINK, links)
        self._writer.renew(document)

    def _take_back_links(self, number: int) -> None:
        touched = self._all("SELECT DISTINCT document FROM link WHERE ? IN (decision, ended_by)", number)
        change = "UPDATE link SET withdrawn = ? WHERE decision = ? AND withdrawn IS NULL"
        self._connection.execute(change, (now(), number))
        self._connection.execute(_AGAIN, (now(), number))
        for (document,) in touched:
            self._writer.renew(document)

    def _again(self, documents: Iterable[int]) -> None:
        """Let the figures of documents wait to be joined again."""
        change = "UPDATE reading SET linked = NULL WHERE row = (SELECT reading FROM document WHERE row = ?)"
        self._connection.executemany(change, [(row,) for row in documents])


def author_name(name: str) -> str:
    """The name as it is kept; raises UsageError where it could be taken for something else."""
    name = " ".join(name.split())
    if not name or name == GUESS or name.startswith(IMPORT):
        raise UsageError(f"{name!r} is nobody's name", "--author", "give your own")
    return name


_DECISIONS = (
    "SELECT d.row, d.verb, e.id, o.id, d.value, d.author, d.made, d.withdrawn FROM decision d "
    "LEFT JOIN entity e ON e.row = d.entity LEFT JOIN entity o ON o.row = d.other"
)
_BEGINNING = "SELECT row FROM entity WHERE id >= ? AND id < ? LIMIT 2"
_STANDS = "withdrawn IS NULL AND judgement = 'same'"
_LINK = (
    "INSERT INTO link "
    "(document, span_start, span_end, entity, judgement, score, by, evidence, made, decision) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_END = (
    "UPDATE link SET withdrawn = ?, ended_by = ? "
    f"WHERE document = ? AND span_start = ? AND span_end = ? AND {_STANDS}"
)
_AGAIN = (
    "INSERT OR IGNORE INTO link "
    "(document, span_start, span_end, entity, judgement, score, by, evidence, made, decision) "
    "SELECT document, span_start, span_end, entity, judgement, score, by, evidence, ?, decision "
    "FROM link l WHERE ended_by = ? AND NOT EXISTS (SELECT 1 FROM decision d "
    "WHERE d.row = l.decision AND d.withdrawn IS NOT NULL) ORDER BY row"
)
_DENY = (
    "INSERT OR IGNORE INTO alias (entity, form, normal, judgement, since, by, decision) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_SHOWN = (
    "INSERT INTO role (entity, text, first_day, last_day, documents, by, decision) "
    "SELECT ?, ?, first_day, last_day, 1, ?, ? FROM document WHERE row = ?"
)
_CALL = (
    "UPDATE entity SET name = coalesce((SELECT value FROM decision WHERE verb = 'rename' AND entity = ? "
    "AND withdrawn IS NULL ORDER BY row DESC LIMIT 1), printed) WHERE row = ?"
)
_SETTLE_PAIR = (
    "UPDATE doubt SET settled = ? WHERE settled IS NULL AND one IS NOT NULL AND "
    "((SELECT coalesce(merged, row) FROM entity WHERE row = one), "
    "(SELECT coalesce(merged, row) FROM entity WHERE row = other)) IN (VALUES (?, ?), (?, ?))"
)
_SETTLE_NAME = (
    "UPDATE doubt SET settled = ? WHERE settled IS NULL AND one IS NULL AND name = ? "
    "AND (SELECT coalesce(merged, row) FROM entity WHERE row = other) = ?"
)
_ABOUT = (
    "SELECT row, entity, other FROM decision WHERE verb IN ('merge', 'apart', 'split') AND withdrawn IS NULL "
    "AND entity IS NOT NULL AND other IS NOT NULL ORDER BY row DESC"
)
_JOINED = (
    "SELECT DISTINCT l.document FROM link l WHERE l.withdrawn IS NULL AND l.judgement = 'same' "
    "AND l.decision IS NULL AND l.entity IN (SELECT entity FROM alias WHERE decision = ?)"
)
_TAKE_BACK = (
    "DELETE FROM alias_words WHERE rowid IN (SELECT row FROM alias WHERE decision = ?)",
    "DELETE FROM alias WHERE decision = ?",
    "DELETE FROM role WHERE decision = ?",
    "UPDATE doubt SET settled = NULL WHERE settled = ?",
)
_LINKED_SINCE = (
    "SELECT DISTINCT document FROM link WHERE withdrawn IS NULL AND judgement = 'same' AND decision IS NULL "
    "AND entity IN (SELECT row FROM entity WHERE coalesce(merged, row) = ?) AND made >= ?"
)
_PRINTING = (
    "SELECT DISTINCT d.row FROM passage_words CROSS JOIN passage p ON p.row = passage_words.rowid "
    "CROSS JOIN document d ON d.reading = p.reading "
    "WHERE passage_words MATCH ? AND EXISTS (SELECT 1 FROM figure f, json_each(f.names) n "
    "WHERE f.reading = d.reading AND n.value = ?)"
)
