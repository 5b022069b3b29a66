"""Each table is the columns of one type of row, and what tells its rows apart."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pyarrow as pa

from onrecord.columns.shapes import Column, whole
from onrecord.model import (
    Document,
    Edit,
    Entity,
    FamilyKind,
    Figure,
    HopKind,
    Link,
    Member,
    Order,
    Passage,
    Said,
    Span,
    Statement,
    Time,
)

UNDECODED = Column(
    "undecoded",
    pa.list_(
        pa.struct(
            [
                pa.field("column", pa.string(), nullable=False),
                pa.field("json", pa.binary(), nullable=False),
            ]
        )
    ),
    True,
    "Cells with code points that are no characters (lone surrogates; U+FFFD stands in their place there): "
    "the name of the column, and its value as JSON in UTF-8 that lets them pass.",
)


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document with what reading it showed.

    Attributes:
        document: the document.
        inferred: where `published` is unknown: when it must have been published.
        words: words of the text, split at white space.
        raw: the page as it was fetched, where it was read from one.
        item: `ItemRow.number` of what it was read from; None where that is not known.
    """

    document: Document
    inferred: Said | None
    words: int
    raw: bytes | None = None
    item: int | None = None


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A person, body or group as one document shows it.

    Attributes:
        document: `Document.id`.
        figure: the figure.
    """

    document: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement with its words, for those who do not want to cut them out of the text.

    Attributes:
        statement: the statement.
        text: its words as printed, with " … " where the attribution cuts them.
        entity: `Entity.id` of who speaks, where that is known.
        reviewed: what a person decided of it: accepted, corrected, rejected or noted; None is nothing.
    """

    statement: Statement
    text: str
    entity: str | None = None
    reviewed: str | None = None


@dataclass(frozen=True, slots=True)
class ItemRow:
    """Something that was read: a file, a member of an archive, a row, a message.

    Attributes:
        key: a digest of its bytes, its place, the settings and the versions of the steps; "failed:" stands
            before it where something failed, and "" where it is not known.
        number: its position in the file, from 0; what was read together stands in one.
        source: what tells it from others.
        instead: its keys by the other readers, which are not done once this is.
        documents: how many documents were read from it.
    """

    key: str
    number: int
    source: str
    instead: tuple[str, ...]
    documents: int


@dataclass(frozen=True, slots=True)
class FailureRow:
    """Something that could not be read.

    Attributes:
        item: `ItemRow.source` of what was being read.
        number: `ItemRow.number` of it.
        path: where it lies, as the user wrote it.
        source: the same, absolute.
        reason: what is wrong.
        remedy: what the user can do, or "".
    """

    item: str
    number: int
    path: str
    source: str
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class FamilyRow:
    """All the places where the same words stand, or nearly the same, without these places.

    Attributes:
        id: 16 hexadecimal digits.
        kind: formula, statement or passage.
        members: how many places.
        documents: how many documents.
        reports: the same, copies of one whole document counted once.
        outlets: how many outlets that are known.
        first, last: the first and last day of members whose date is known, YYYY-MM-DD.
    """

    id: str
    kind: FamilyKind
    members: int
    documents: int
    reports: int
    outlets: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A place of a family.

    Attributes:
        family: `FamilyRow.id`.
        number: position in the family, earliest first, from 0.
        member: the place.
    """

    family: str
    number: int
    member: Member


@dataclass(frozen=True, slots=True)
class HopRow:
    """A hop between two members of a family: as `Hop`.

    Attributes:
        family: `FamilyRow.id`.
        earlier_number, later_number: positions of the members in the family.
        earlier, later: `Document.id`.
        earlier_span, later_span: the words on both sides.
        kind: copy, cut or reworded; None where it was not looked at.
        edits: what differs, in order; None where it was not looked at.
        score: how much of the shorter side stands in the other, between 0 and 1.
        order: what shows which is earlier: named, said, published, fuller or unknown.
    """

    family: str
    earlier_number: int
    later_number: int
    earlier: str
    later: str
    earlier_span: Span
    later_span: Span
    kind: HopKind | None
    edits: tuple[Edit, ...] | None
    score: float | None
    order: Order


@dataclass(frozen=True)
class Table:
    """Rows of one type as columns.

    Attributes:
        name: what its files are called.
        kind: the type of its rows.
        about: one sentence.
        key: the columns that tell its rows apart.
        refers: columns that hold another table's key, with that table and column.
    """

    name: str
    kind: type
    about: str
    key: tuple[str, ...] = ()
    refers: tuple[tuple[str, str, str], ...] = ()

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """Its columns, the last of which keeps what UTF-8 cannot say."""
        return (*whole(self.kind).columns("", False, ""), UNDECODED)

    @cached_property
    def schema(self) -> pa.Schema:
        """Its columns as Arrow names them, with what they are."""
        return pa.schema(
            [
                pa.field(c.name, c.type, nullable=c.nullable, metadata={"description": c.help})
                for c in self.columns
            ],
            metadata={"table": self.name, "description": self.about},
        )


_IN_DOCUMENT = (("document", "documents", "id"),)
_IN_FAMILY = ("family", "families", "id")

DOCUMENTS = Table("documents", DocumentRow, "Texts as they were published, one row a text.", ("id",))
PASSAGES = Table(
    "passages", Passage, "Typed stretches of the documents, in order.", ("document", "number"), _IN_DOCUMENT
)
STATEMENTS = Table(
    "statements", StatementRow, "Words attributed to somebody; spans of a document.", ("id",), _IN_DOCUMENT
)
FIGURES = Table(
    "figures",
    FigureRow,
    "Persons, bodies and groups as one document shows them.",
    ("document", "number"),
    _IN_DOCUMENT,
)
TIMES = Table("times", Time, "Time expressions, with what they denote.", (), _IN_DOCUMENT)
ITEMS = Table("items", ItemRow, "What was read: files, members, rows, messages.")
FAILURES = Table("failures", FailureRow, "What could not be read, and why.")
ENTITIES = Table("entities", Entity, "Who speaks, across documents.", ("id",))
LINKS = Table(
    "links",
    Link,
    "Judgements that a span denotes an entity.",
    (),
    (*_IN_DOCUMENT, ("entity", "entities", "id")),
)
FAMILIES = Table("families", FamilyRow, "Words that stand in several texts.", ("id",))
MEMBERS = Table(
    "members",
    MemberRow,
    "The places of the families, earliest first.",
    ("family", "number"),
    (_IN_FAMILY, *_IN_DOCUMENT),
)
HOPS = Table(
    "hops",
    HopRow,
    "Which place of a family repeats which.",
    (),
    (_IN_FAMILY, ("earlier", "documents", "id"), ("later", "documents", "id")),
)
TABLES = (
    DOCUMENTS, PASSAGES, STATEMENTS, FIGURES, TIMES, ITEMS, FAILURES, ENTITIES, LINKS,
    FAMILIES, MEMBERS, HOPS,
)  # fmt: skip
