"""What a `Record` has said is stored stays stored, and it never holds part of an item."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from onrecord.model import Document, FigureKind, Passage, Span, Statement
from onrecord.record import opening, rows
from onrecord.record.base import now
from onrecord.record.families import FamilyFilter, FamilyHead, FamilyListed, FamilyRow, HopRow
from onrecord.record.importing import Importing
from onrecord.record.leaving import Leaving
from onrecord.record.listing import Listed
from onrecord.record.people import DoubtRow, Heard, People, SpeakerRow
from onrecord.record.search import Filter, identifier
from onrecord.record.speaking import Told
from onrecord.record.traces import Traces
from onrecord.record.verdicts import Reviewing
from onrecord.record.writing import Added, Result

MOST_IDS = 100  # that `find` gives


class FailureRow(NamedTuple):
    """A source that could not be read: as `Failure`, with the time it failed first, ISO 8601 in UTC."""

    path: str
    source: str
    reason: str
    remedy: str
    recorded: str


class Counts(NamedTuple):
    """What a record holds.

    Attributes:
        documents: sources, each with at least one version.
        versions: documents, the older versions among them.
        statements, passages: of the newest version of each source.
        failures: sources that could not be read and have not been since.
    """

    documents: int
    versions: int
    statements: int
    failures: int
    passages: int


class Record(Leaving, Importing, Reviewing):
    """One record file, open. Use it as a context manager, in the thread that opened it.

    Every method raises RecordError where the file cannot be read or written (damage, a full disk, another
    process that writes for over a minute).
    """

    def done(self, key: str) -> bool:
        """Whether the step of this key is finished."""
        return bool(self._all("SELECT 1 FROM step WHERE key = ?", key))

    def add(self, key: str, results: Sequence[Result], source: str, instead: Sequence[str] = ()) -> Added:
        """Store everything that came of one item, all or nothing; storing it again changes nothing.

        Args:
            key: the step: a digest of the item's bytes, the settings and the versions. The step is `done`
                from then on; "" is a step that is never done (what cannot be opened has no bytes to digest).
            results: each document with its passages and statements, or why there is none.
            source: `Item.source`. Its earlier failures are past, apart from those that are given again.
            instead: keys of steps that found something else in the same item, and are no longer `done`: what
                is listed is what was found last, and what they found stays beside it.

        Raises:
            RecordError: nothing of the item is stored.
        """
        with self._change(pause=True):
            return self._writer.add(key, results, source, instead)

    def settle(self, source: str) -> int:
        """Mark the failures of `source` as past (a container read to its end, say); gives their number."""
        with self._change():
            return self._writer.settle(source, now())

    def documents(self, filter: Filter | None = None, text: bool = True) -> Iterator[Listed]:
        """Every version of every document that `filter` lets through, newest first unless it says otherwise.

        Args:
            text: False leaves `Document.text` empty, for lists that do not show it.

        Raises:
            UsageError: the filter means nothing.
        """
        return self._listed(lambda: self._lister.documents(filter or Filter(), text))

    def statements(self, filter: Filter | None = None) -> Iterator[tuple[Document, Statement]]:
        """Every statement that `filter` lets through with its document, read as they are asked for.

        Those of one document stand together, in the order of the text, and share one `Document` object.

        Raises:
            UsageError: the filter means nothing.
        """
        lister = self._lister
        found = self._listed(lambda: lister.statements(filter or Filter()))
        return self._guarded(lister.corrected(row, statement) for row, statement in found)

    def found(self, id: str) -> tuple[Statement, ...]:
        """The statements of the document of this id as they were found, whatever was decided since."""
        command = (
            f"SELECT {rows.STATEMENT} FROM document d JOIN reading r ON r.row = d.reading JOIN statement s "
            "ON s.row >= r.first_statement AND s.row < r.first_statement + r.statements "
            "WHERE d.id = ? ORDER BY s.row"
        )
        return tuple(rows.to_statement(row, id) for row in self._all(command, rows.plain(id)))

    def told(self, filter: Filter | None = None) -> Iterator[Told]:
        """As `statements`, with who speaks, through whom and when, as far as that is known.

        Raises:
            UsageError: the filter means nothing.
        """
        lister = self._lister
        found = self._listed(lambda: lister.statements(filter or Filter()))
        return self._guarded(lister.told(row, statement) for row, statement in found)

    def told_at(self, numbers: Sequence[int]) -> Iterator[Told]:
        """As `told`, for the statements of these rows of the file, in the order given."""
        lister = self._lister
        found = self._listed(lambda: lister.at(numbers))
        return self._guarded(lister.told(row, statement) for row, statement in found)

    def listed_at(self, numbers: Sequence[int]) -> Iterator[Listed]:
        """As `documents`, without texts, for the documents of these rows of the file, in the order given."""
        return self._listed(lambda: self._lister.listed(numbers))

    def speakers(
        self, words: str | None = None, limit: int | None = None, offset: int = 0
    ) -> Iterator[SpeakerRow]:
        """The entities of which a name or an office has all these words, those that say most first.

        Raises:
            UsageError: there is no word among the words.
        """
        return self._listed(lambda: People(self._connection).speakers(words, limit, offset))

    def one_entity(self, id: str) -> int:
        """The row of the entity of this id, or of the one id that begins so; merged ones are one.

        Raises:
            UsageError: no entity, or more than one, has such an id.
        """
        with opening.guard(self.path):
            return People(self._connection).one(id)

    def speaker(self, id: str) -> SpeakerRow:
        """The entity of this id, or of the one id that begins so, as the list has it; raises UsageError."""
        with opening.guard(self.path):
            people = People(self._connection)
            return people.shown(people.one(id))

    def called(self, words: str) -> set[int]:
        """The rows of the entities of which a name or an office has all these words; raises UsageError."""
        with opening.guard(self.path):
            return People(self._connection).called(words)

    def speakers_at(self, heard: Sequence[tuple[int, Heard]]) -> list[SpeakerRow]:
        """As `speakers`, for the entities of these rows of the file, of which is known what they say."""
        people = People(self._connection)
        with opening.guard(self.path):
            return [people.row(row, what) for row, what in heard]

    def doubts(self) -> Iterator[DoubtRow]:
        """What only a person can decide and none has, what most documents raise first."""
        return self._listed(lambda: People(self._connection).doubts())

    def families(self, filter: FamilyFilter | None = None) -> Iterator[FamilyRow]:
        """Every family that `filter` lets through, in its order, read as they are asked for.

        Raises:
            UsageError: the filter means nothing.
        """
        return self._listed(lambda: self._traces.families(filter or FamilyFilter()))

    def family_heads(self, filter: FamilyFilter | None = None) -> Iterator[FamilyListed]:
        """As `families`, for lists that do not show their members: of thousands none is read.

        Raises:
            UsageError: the filter means nothing.
        """
        return self._listed(lambda: self._traces.heads(filter or FamilyFilter()))

    def count_families(self, filter: FamilyFilter | None = None) -> int | None:
        """How many families the filter lets through, whatever its limit; None for words, which would be read.

        Raises:
            UsageError: the filter means nothing.
        """
        with opening.guard(self.path):
            return self._traces.count(filter or FamilyFilter())

    def family(self, id: str) -> FamilyRow | None:
        """The family of this id, or None."""
        with opening.guard(self.path):
            return self._traces.family(id)

    def hops(self, id: str) -> list[HopRow]:
        """The hops of the family of this id, in the order of the later member; none for an unknown id."""
        with opening.guard(self.path):
            return self._traces.hops(id)

    def families_of(self, id: str, span: Span | None = None) -> list[FamilyHead]:
        """The families of the statement or document of this id, formulas too; what most report comes first.

        Args:
            span: only those of members that lie in this span of the document.
        """
        with opening.guard(self.path):
            return self._traces.of(id, span)

    def families_in(self, id: str) -> list[tuple[Span, FamilyHead]]:
        """Where in the document of this id words of families stand, formulas too, each with its family."""
        with opening.guard(self.path):
            return self._traces.within(id)

    def mentions(self, id: str) -> list[tuple[Span, FigureKind]]:
        """The spans of the document of this id that denote somebody named in it, in order, with the kind."""
        with opening.guard(self.path):
            return self._traces.mentions(id)

    @property
    def _traces(self) -> Traces:
        return Traces(self._connection, self._lister)

    def document(self, id: str) -> Document | None:
        """The document of this id, or None."""
        found = self._all("SELECT row FROM document WHERE id = ?", rows.plain(id))
        with opening.guard(self.path):
            return self._lister.document(found[0][0]) if found else None

    def when_added(self, id: str) -> str | None:
        """When the document of this id was added, ISO 8601 in UTC; None for an unknown id."""
        found = self._all("SELECT added FROM document WHERE id = ?", rows.plain(id))
        return str(found[0][0]) if found else None

    def versions(self, id: str) -> list[Listed]:
        """Every version of the source of the document of this id, oldest first, without their texts."""
        with opening.guard(self.path):
            return list(self._lister.versions(id))

    def passages(self, id: str) -> tuple[Passage, ...]:
        """The passages of the document of this id, in order; none for an unknown id."""
        found = self._all(
            f"SELECT {rows.PASSAGE} FROM document d JOIN reading r ON r.row = d.reading "
            "JOIN passage p ON p.row >= r.first_passage AND p.row < r.first_passage + r.passages "
            "WHERE d.id = ? ORDER BY p.row",
            rows.plain(id),
        )
        return tuple(rows.to_passage(row, id) for row in found)

    def raw(self, id: str) -> bytes | None:
        """The raw page that the document of this id was read from, or None where none was kept."""
        found = self._all(
            "SELECT p.data FROM document d JOIN page p ON p.document = d.row WHERE d.id = ?", rows.plain(id)
        )
        return zlib.decompress(found[0][0]) if found else None

    def statement(self, id: str) -> tuple[Document, Statement] | None:
        """The statement of this id with its document, or None; the listed one where old readings have it."""
        found = self.told_of(id)
        return (found.document, found.statement) if found else None

    def told_of(self, id: str) -> Told | None:
        """The statement of this id with all that is known about it, or None; as `statement`."""
        return self.told_of_each([id]).get(id)

    def told_of_each(self, ids: Iterable[str]) -> dict[str, Told]:
        """As `told_of`, for several ids at once; those that are unknown are left out."""
        match = " OR ".join(part for part in (identifier(id, whole=True) for id in ids) if part)
        if not match:
            return {}
        self._flush()
        wanted = set(map(rows.plain, ids))
        told: dict[str, Told] = {}
        for row, *values in self._all(_BY_IDS, match):
            if values[0] in wanted and values[0] not in told:  # the listed one comes before old readings'
                with opening.guard(self.path):
                    statement = rows.to_statement(values, self._lister.document(row).id)
                    told[values[0]] = self._lister.told(row, statement)
        return told

    def find(self, prefix: str) -> list[str]:
        """The ids of all that is listed whose id begins with `prefix`: MOST_IDS, in order."""
        first, last = rows.plain(prefix), rows.plain(prefix + "\U0010ffff")
        documents: list[Any] = []
        for table in ("document", "family", "finding"):
            command = f"SELECT DISTINCT id FROM {table} WHERE id >= ? AND id < ? LIMIT ?"
            documents += self._all(command, first, last, MOST_IDS)
        match = identifier(prefix, whole=False)
        statements: list[Any] = []
        if match:
            self._flush()
            statements = self._all(
                "SELECT DISTINCT s.id FROM statement_words "
                "CROSS JOIN statement s ON s.row = statement_words.rowid "
                "WHERE statement_words MATCH ? AND substr(s.id, 1, ?) = ? LIMIT ?",
                match,
                len(prefix),
                rows.plain(prefix),
                MOST_IDS,
            )
        return sorted({rows.string(row[0]) for row in documents + statements})[:MOST_IDS]

    def failures(self) -> Iterator[FailureRow]:
        """What could not be read and has not been since, in the order in which it failed."""
        command = (
            "SELECT path, source, reason, remedy, recorded FROM failure WHERE resolved IS NULL ORDER BY row"
        )
        return (FailureRow(*map(rows.string, row)) for row in self._all(command))

    def counts(self) -> Counts:
        """How much the record holds."""
        versions, documents, statements, passages = self._all(
            "SELECT count(*), total(d.newest), total(d.newest * r.statements), total(d.newest * r.passages) "
            "FROM document d JOIN reading r ON r.row = d.reading"
        )[0]
        failures = self._all("SELECT count(*) FROM failure WHERE resolved IS NULL")[0][0]
        return Counts(int(documents), versions, int(statements), failures, int(passages))


_BY_IDS = (
    f"SELECT s.document, {rows.STATEMENT} FROM statement_words CROSS JOIN statement s "
    "ON s.row = statement_words.rowid CROSS JOIN document d ON d.row = s.document "
    "WHERE statement_words MATCH ? ORDER BY s.document, s.reading = d.reading DESC, s.reading DESC"
)
