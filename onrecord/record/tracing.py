"""What tracing keeps can be made again from the documents, and is written in whole batches or not at all."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from onrecord.model import Span
from onrecord.record import rows
from onrecord.record.key_runs import KeyRuns

_AMONG = 500  # values asked for in one command


class Mark(NamedTuple):
    """How far tracing is: documents, readings, keys and families, as numbers that change with them."""

    documents: int
    readings: float
    keys: int
    last: int
    families: int


class Untraced(NamedTuple):
    """A document whose listed reading waits to be cut: its row, its reading, and how many words it has."""

    row: int
    reading: int
    words: int


class Place(NamedTuple):
    """Where a wording stands: a document's row, the code points of the piece, and how many words it has."""

    wording: int
    document: int
    start: int
    end: int
    words: int


class Source(NamedTuple):
    """A document as far as the order of repetitions is concerned.

    Attributes:
        row, id: of the document.
        outlet, host: who published it, as printed, and the host of its address, or "".
        published: the first and last instant of its publication, stated or inferred, ISO 8601 in UTC.
        sketch: the smallest of its keys.
    """

    row: int
    id: str
    outlet: str
    host: str
    published: tuple[str, str] | None
    sketch: bytes


class Utterance(NamedTuple):
    """A statement as far as tracing is concerned.

    Attributes:
        document: the row of the document in which it stands.
        id: the statement's.
        content: where its words begin and end.
        said: the first and last instant at which it can have been made, ISO 8601 in UTC.
        via: who passed it on, from the mouth outwards.
    """

    document: int
    id: str
    content: Sequence[Sequence[int]]
    said: tuple[str, str] | None
    via: tuple[Span, ...]


class FamilyRows(NamedTuple):
    """A family as it is written: the values of its row but the first, of its members, and of its hops."""

    family: tuple[Any, ...]
    members: Sequence[tuple[Any, ...]]
    hops: Sequence[tuple[Any, ...]]


Old = tuple[int, FamilyRows]  # a family as it stands in the record, with the number of its row


class Tracing(KeyRuns):
    """The part of a record that follows words from text to text."""

    # -- cutting

    def untraced(self, version: int) -> list[Untraced]:
        """The documents whose listed reading was not cut by this version, in the order of adding."""
        command = (
            "SELECT d.row, d.reading, d.words FROM document d LEFT JOIN traced t ON t.document = d.row "
            "WHERE t.reading IS NOT d.reading OR t.version IS NOT ? ORDER BY d.row"
        )
        return [Untraced(*row) for row in self._all(command, version)]

    def traced_so_far(self) -> Mark:
        """How far tracing is: it is another whenever something was traced, or families were made anew."""
        return Mark(*self._all(_MARK)[0])

    def cuttable(self, document: int) -> tuple[str, list[tuple[int, int]]]:
        """A document's text and where its passages begin and end; furniture repeats, but says nothing."""
        command = (
            "SELECT p.span_start, p.span_end FROM document d JOIN reading r ON r.row = d.reading "
            "JOIN passage p ON p.row >= r.first_passage AND p.row < r.first_passage + r.passages "
            "WHERE d.row = ? AND p.kind != 'furniture' ORDER BY p.row"
        )
        return self.text_of(document), self._all(command, document)

    def text_of(self, document: int) -> str:
        """The text of the document of this row."""
        return str(rows.string(self._all("SELECT text FROM text WHERE document = ?", document)[0][0]))

    def cut(
        self, documents: Sequence[Untraced], version: int, sketches: Sequence[bytes], found: Sequence[Place]
    ) -> set[int]:
        """Store the pieces of documents instead of those they had; gives the wordings that are concerned."""
        columns = "wording, document, span_start, span_end, words"
        command = f"SELECT {columns} FROM piece WHERE document"
        before = {Place(*row) for row in self._among(command, [document.row for document in documents])}
        gone = before.difference(found)
        with self._change():
            write = self._connection.executemany
            delete = "DELETE FROM piece WHERE document = ? AND span_start = ? AND wording = ?"
            write(delete, [(place.document, place.start, place.wording) for place in gone])
            new = found if not before else [place for place in found if place not in before]
            new = sorted(new)  # as the larger index has them, so that each of its pages is written once
            write(f"INSERT INTO piece ({columns}) VALUES (?, ?, ?, ?, ?)", new)
            write(
                "INSERT OR REPLACE INTO traced VALUES (?, ?, ?, ?)",
                [(d.row, d.reading, version, sketch) for d, sketch in zip(documents, sketches, strict=True)],
            )
        return {place.wording for place in before} | {place.wording for place in found}

    def replaced(self, documents: Sequence[int]) -> set[int]:
        """The wordings of texts that these documents are newer or older versions of."""
        command = (
            "SELECT p.wording FROM document d JOIN document o ON o.source = d.source AND o.row != d.row "
            "JOIN piece p ON p.document = o.row WHERE d.row"
        )
        return {row[0] for row in self._among(command, documents)}

    def known_wordings(self, wordings: Sequence[int]) -> set[int]:
        """Those of the wordings that some piece has."""
        return {row[0] for row in self._among("SELECT DISTINCT wording FROM piece WHERE wording", wordings)}

    def wording_texts(self, wordings: Sequence[int]) -> Iterator[tuple[int, str]]:
        """Each of the wordings with the text of one piece that has it."""
        found = self._among(
            "SELECT wording, document, span_start, span_end FROM piece WHERE wording", wordings
        )
        once = {row[0]: row for row in found}
        by_document: dict[int, list[Any]] = defaultdict(list)
        for row in once.values():
            by_document[row[1]].append(row)
        for document, here in by_document.items():
            text = self.text_of(document)
            for wording, _, start, end in here:
                yield wording, text[start:end]

    # -- likenesses

    def add_likenesses(self, found: Iterable[Sequence[int]]) -> None:
        """Store stretches in common: one, other, their words [start, end), and how many are the same."""
        with self._change():
            insert = "INSERT OR REPLACE INTO likeness VALUES (?, ?, ?, ?, ?, ?, ?)"
            self._connection.executemany(insert, found)

    def drop_likenesses(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Forget what these pairs of wordings have in common."""
        with self._change():
            self._connection.executemany("DELETE FROM likeness WHERE one = ? AND other = ?", pairs)

    def likenesses(self, wordings: Sequence[int]) -> list[Sequence[int]]:
        """The stretches that these wordings have in common with any, each once."""
        found = list(self._among("SELECT * FROM likeness WHERE one", wordings))
        asked = set(wordings)
        also = self._among("SELECT * FROM likeness WHERE other", wordings)
        return found + [row for row in also if row[0] not in asked]

    # -- families

    def stir(self, wordings: Iterable[int]) -> None:
        """Note that the families of these wordings are to be made anew."""
        with self._change():
            self._connection.executemany(
                "INSERT OR IGNORE INTO stirred VALUES (?)", [(wording,) for wording in wordings]
            )

    def stirred(self, most: int) -> list[int]:
        """Some of the wordings whose families are to be made anew, the smallest first."""
        return [row[0] for row in self._all("SELECT wording FROM stirred ORDER BY wording LIMIT ?", most)]

    def places(self, wordings: Sequence[int]) -> list[Place]:
        """Where these wordings stand in the newest versions of documents, in any order."""
        found = self._among(
            "SELECT p.wording, p.document, p.span_start, p.span_end, p.words FROM piece p "
            "JOIN document d ON d.row = p.document WHERE d.newest AND p.wording",
            wordings,
        )
        return list(map(Place._make, found))

    def repeated(self, wordings: Sequence[int]) -> set[int]:
        """Those of the wordings that more than one piece has."""
        found: set[int] = set()
        for start in range(0, len(wordings), _AMONG):
            among = ", ".join(map(str, wordings[start : start + _AMONG]))
            command = (
                f"SELECT wording FROM piece WHERE wording IN ({among}) GROUP BY wording HAVING count(*) > 1"
            )
            found.update(row[0] for row in self._all(command))
        return found

    def in_families(self, wordings: Sequence[int]) -> set[int]:
        """Those of the wordings that some member has."""
        return {row[0] for row in self._among("SELECT wording FROM member WHERE wording", wordings)}

    def kin(self, wordings: Sequence[int]) -> set[int]:
        """The wordings of all members of the families that have a member with one of these."""
        families = {row[0] for row in self._among("SELECT family FROM member WHERE wording", wordings)}
        return {row[0] for row in self._among("SELECT wording FROM member WHERE family", list(families))}

    def sources(self, documents: Sequence[int]) -> dict[int, Source]:
        """What is known of these documents, by row."""
        command = (
            "SELECT d.row, d.id, d.outlet, d.host, coalesce(d.published_earliest, r.inferred_earliest), "
            "coalesce(d.published_latest, r.inferred_latest), t.sketch FROM document d "
            "JOIN reading r ON r.row = d.reading JOIN traced t ON t.document = d.row WHERE d.row"
        )
        found = {}
        for row, id, outlet, host, earliest, latest, sketch in self._among(command, documents):
            published = (earliest, latest) if earliest and latest else None
            names = rows.string(id), rows.string(outlet) or "", rows.string(host) or ""
            found[row] = Source(row, *names, published, sketch)
        return found

    def utterances(self, documents: Sequence[int]) -> list[Utterance]:
        """The statements of the listed readings of these documents, in order in each."""
        command = (
            "SELECT d.row, s.row, s.id, s.content, s.said_earliest, s.said_latest, s.via FROM document d "
            "JOIN reading r ON r.row = d.reading JOIN statement s "
            "ON s.row >= r.first_statement AND s.row < r.first_statement + r.statements WHERE d.row"
        )
        found = sorted(self._among(command, documents), key=itemgetter(0, 1))
        contents = json.loads(f"[{','.join([row[3] or '[]' for row in found])}]")  # at once: faster
        made = []
        for (document, _, id, _, earliest, latest, via), content in zip(found, contents, strict=True):
            said = (earliest, latest) if earliest and latest else None
            made.append(Utterance(document, str(rows.string(id)), content, said, _spans(via)))
        return made

    def families_with(self, wordings: Sequence[int]) -> Iterator[Old]:
        """The families that have a member with one of these wordings, each with its row."""
        old = sorted({row[0] for row in self._among("SELECT family FROM member WHERE wording", wordings)})
        for start in range(0, len(old), _AMONG):
            some = old[start : start + _AMONG]
            heads = {row[0]: tuple(row[1:]) for row in self._among("SELECT * FROM family WHERE row", some)}
            members: dict[int, list[Any]] = defaultdict(list)
            hops: dict[int, list[Any]] = defaultdict(list)
            for found, table in ((members, "member"), (hops, "hop")):
                for row in sorted(
                    self._among(f"SELECT * FROM {table} WHERE family", some), key=itemgetter(0, 1)
                ):
                    found[row[0]].append(tuple(row[1:]))
            for row in some:
                yield row, FamilyRows(heads.get(row, ()), members[row], hops[row])

    def replace_families(self, gone: Sequence[int], families: Iterable[FamilyRows]) -> None:
        """Store families instead of those of these rows."""
        with self._change():
            # No number is used twice, so that who looks at the largest sees that something was written.
            last = self._all("SELECT coalesce(max(row), 0) FROM family")[0][0]
            write, old = self._connection.executemany, [(family,) for family in gone]
            for command in (
                "DELETE FROM checked_family WHERE family = (SELECT id FROM family WHERE row = ?)",
                "DELETE FROM hop WHERE family = ?",
                "DELETE FROM member WHERE family = ?",
                "DELETE FROM family WHERE row = ?",
            ):
                write(command, old)
            heads, members, hops = [], [], []
            for number, one in enumerate(families, last + 1):
                heads.append((number, *one.family))
                members += [(number, *member) for member in one.members]
                hops += [(number, *hop) for hop in one.hops]
            write("INSERT INTO family VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", heads)
            write("INSERT INTO member VALUES (?, ?, ?, ?, ?, ?, ?, ?)", members)
            write("INSERT OR IGNORE INTO hop VALUES (?, ?, ?, ?, ?, ?, ?, ?)", hops)

    def settle_wordings(self, wordings: Iterable[int], families: Iterable[str]) -> None:
        """The families of these wordings are made; those of these ids are to be checked again."""
        with self._change():
            write = self._connection.executemany
            write("DELETE FROM checked_family WHERE family = ?", [(id,) for id in families])
            write("DELETE FROM stirred WHERE wording = ?", [(wording,) for wording in wordings])

    def forget_traces(self) -> None:
        """Forget all that tracing found; every document waits again."""
        with self._change():
            for table in (
                "hop", "member", "family", "checked_family", "stirred", "likeness", "key_run", "piece",
                "traced",
            ):  # fmt: skip
                self._connection.execute(f"DELETE FROM {table}")

    def _among(self, command: str, values: Sequence[int]) -> Iterator[Any]:
        """The rows of a command that ends with a column, for which some values are wanted."""
        for start in range(0, len(values), _AMONG):
            some = values[start : start + _AMONG]
            yield from self._all(f"{command} IN ({', '.join(map(str, map(int, some)))})")


_MARK = (
    "SELECT (SELECT count(*) FROM traced), (SELECT total(reading) FROM traced), "
    "(SELECT coalesce(max(row), 0) FROM key_run), (SELECT coalesce(max(row), 0) FROM family), "
    "(SELECT count(*) FROM family)"
)


def _spans(written: str | None) -> tuple[Span, ...]:
    return tuple(Span(*span) for span in json.loads(written)) if written else ()
