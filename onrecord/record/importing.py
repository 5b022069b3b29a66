"""What a file says of speakers is decided: guesses are made anew beside it, and never the other way round."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.record import rows
from onrecord.record.deciding import IMPORT, Deciding
from onrecord.record.linking import GUESS, Name


class Entry(NamedTuple):
    """What a file says of one speaker.

    Attributes:
        kind: person, body or group.
        name: what it is called.
        aliases: other forms of its name.
        roles: offices, each with the first and the last day, EDTF, or None.
        wikidata: a Wikidata id, or None.
    """

    kind: str
    name: Name
    aliases: tuple[Name, ...]
    roles: tuple[tuple[str, str | None, str | None], ...]
    wikidata: str | None


class Imported(NamedTuple):
    """What an import did.

    Attributes:
        decision: the number by which it is undone; None where the same file was imported already.
        new: entities that were new.
        known: those that an import had brought already.
        names, roles: names and offices that are new.
        waiting: documents whose figures are to be joined again.
    """

    decision: int | None
    new: int = 0
    known: int = 0
    names: int = 0
    roles: int = 0
    waiting: int = 0


class Importing(Deciding):
    """Takes in files of speakers."""

    def take_in(self, file: str, digest: str, entries: Sequence[Entry]) -> Imported:
        """Take in what a file says; the same file again changes nothing.

        Args:
            file: its name, without folders.
            digest: of its bytes.
            entries: what it says.
        """
        by, value = IMPORT + file, f"{file} {digest}"
        with self._change():
            same = "SELECT 1 FROM decision WHERE verb = 'import' AND value = ? AND withdrawn IS NULL"
            if self._all(same, rows.plain(value)):
                return Imported(None)
            number = self._decide("import", None, None, value, by)
            new = names = roles = 0
            waiting: set[int] = set()
            for entry in entries:
                waiting |= self._make_room(entry)
                entity = self._imported(entry)
                if entity is None:
                    entity = self.new_entity(entry.kind, entry.name, by, number)
                    new, names = new + 1, names + 1
                names += sum(
                    self._call_too(entity, name, by, number) for name in (entry.name, *entry.aliases)
                )
                roles += sum(self._office(entity, role, by, number) for role in entry.roles)
                if entry.wikidata:
                    change = "UPDATE entity SET wikidata = coalesce(wikidata, ?) WHERE row = ?"
                    self._connection.execute(change, (entry.wikidata, entity))
            self._again(waiting)
        return Imported(number, new, len(entries) - new, names, roles, len(waiting))

    def _imported(self, entry: Entry) -> int | None:
        """The entity that an import has brought under this Wikidata id, or else under this very name."""
        if entry.wikidata:
            found = self._all("SELECT row FROM entity WHERE wikidata = ? ORDER BY row", entry.wikidata)
            if found:
                return int(found[0][0])
        values = rows.plain(entry.name.normal), entry.kind, f"{IMPORT}%", entry.wikidata
        found = self._all(_SAME_NAME, *values)
        return int(found[0][0]) if found else None

    def _make_room(self, entry: Entry) -> set[int]:
        """Forget guessed entities of these names; gives their documents, which are to be joined again."""
        rivals = set()
        for name in (entry.name, *entry.aliases):
            rivals |= {row for (row,) in self._all(_RIVALS, rows.plain(name.normal), entry.kind)}
        waiting: set[int] = set()
        for row in rivals:
            waiting |= set(self._linked([row]))
            for command in _FORGET:
                self._connection.execute(command, (row,))
        return waiting

    def _call_too(self, entity: int, name: Name, by: str, number: int) -> bool:
        held = self._all(_CALLED, entity, rows.plain(name.form))
        return not held and self.add_alias(entity, name, by, number)

    def _office(self, entity: int, role: tuple[str, str | None, str | None], by: str, number: int) -> bool:
        if self._all(_HELD, entity, rows.plain(role[0]), *role[1:]):
            return False
        values = entity, rows.plain(role[0]), *role[1:], by, number
        self._connection.execute(_OFFICE, values)
        return True


_SAME_NAME = (
    "SELECT e.row FROM alias a JOIN entity e ON e.row = a.entity AND e.printed = a.form "
    "WHERE a.normal = ? AND e.kind = ? AND e.by LIKE ? AND a.judgement = 'same' "
    "AND (e.wikidata IS NULL OR ? IS NULL) ORDER BY e.row"
)
_RIVALS = (
    f"SELECT e.row FROM alias a JOIN entity e ON e.row = a.entity WHERE a.normal = ? AND e.kind = ? "
    f"AND e.by = '{GUESS}' AND NOT EXISTS (SELECT 1 FROM decision d "
    "WHERE d.withdrawn IS NULL AND e.row IN (d.entity, d.other))"
)
_FORGET = (
    "DELETE FROM alias_words WHERE rowid IN (SELECT row FROM alias WHERE entity = ?)",
    "DELETE FROM alias WHERE entity = ?",
    "DELETE FROM name_key WHERE entity = ?",
    "DELETE FROM role_shown WHERE role IN (SELECT row FROM role WHERE entity = ?)",
    "DELETE FROM role WHERE entity = ?",
    "DELETE FROM doubt WHERE settled IS NULL AND ? IN (one, other)",
)
_CALLED = "SELECT 1 FROM alias WHERE entity = ? AND form = ? AND judgement = 'same' AND decision IS NOT NULL"
_HELD = (
    "SELECT 1 FROM role WHERE entity = ? AND text = ? AND first_day IS ? AND last_day IS ? "
    "AND decision IS NOT NULL"
)
_OFFICE = (
    "INSERT INTO role (entity, text, first_day, last_day, documents, by, decision) "
    "VALUES (?, ?, ?, ?, 0, ?, ?)"
)
