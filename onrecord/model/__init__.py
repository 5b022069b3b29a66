"""Every type that passes between rooms; all are frozen, every offset is a code point of `Document.text`."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from onrecord.model.checks import AMOUNT_KINDS as AMOUNT_KINDS
from onrecord.model.checks import COUNTER_HOWS as COUNTER_HOWS
from onrecord.model.checks import MOODS as MOODS
from onrecord.model.checks import NOBODY as NOBODY
from onrecord.model.checks import VERDICTS as VERDICTS
from onrecord.model.checks import Amount as Amount
from onrecord.model.checks import AmountKind as AmountKind
from onrecord.model.checks import Claim as Claim
from onrecord.model.checks import Counter as Counter
from onrecord.model.checks import CounterHow as CounterHow
from onrecord.model.checks import Enumeration as Enumeration
from onrecord.model.checks import Finding as Finding
from onrecord.model.checks import Happening as Happening
from onrecord.model.checks import Matter as Matter
from onrecord.model.checks import Mood as Mood
from onrecord.model.checks import Polarity as Polarity
from onrecord.model.checks import Review as Review
from onrecord.model.checks import Shown as Shown
from onrecord.model.checks import Verdict as Verdict
from onrecord.model.checks import Voice as Voice
from onrecord.model.checks import finding as finding
from onrecord.model.reviews import DECIDED as DECIDED
from onrecord.model.reviews import Correction as Correction
from onrecord.model.reviews import Decided as Decided
from onrecord.model.reviews import StatementReview as StatementReview
from onrecord.model.spans import Span as Span
from onrecord.model.texts import ACTS as ACTS
from onrecord.model.texts import MODES as MODES
from onrecord.model.texts import PASSAGE_KINDS as PASSAGE_KINDS
from onrecord.model.texts import Act as Act
from onrecord.model.texts import Document as Document
from onrecord.model.texts import Mode as Mode
from onrecord.model.texts import Passage as Passage
from onrecord.model.texts import PassageKind as PassageKind
from onrecord.model.texts import Said as Said
from onrecord.model.texts import Speaker as Speaker
from onrecord.model.texts import Statement as Statement
from onrecord.model.texts import Time as Time
from onrecord.model.texts import When as When
from onrecord.model.traces import EDITS as EDITS
from onrecord.model.traces import FAMILIES as FAMILIES
from onrecord.model.traces import HOPS as HOPS
from onrecord.model.traces import ORDERS as ORDERS
from onrecord.model.traces import Edit as Edit
from onrecord.model.traces import EditKind as EditKind
from onrecord.model.traces import Family as Family
from onrecord.model.traces import FamilyKind as FamilyKind
from onrecord.model.traces import Hop as Hop
from onrecord.model.traces import HopKind as HopKind
from onrecord.model.traces import Member as Member
from onrecord.model.traces import Order as Order

FigureKind = Literal["person", "body", "group"]


class Mention(NamedTuple):
    """A span that denotes a figure, and the evidence for it in words ("full name", "surname", "label")."""

    span: Span
    evidence: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A person, body or group as one document shows it; who that is across documents is an entity's matter.

    Attributes:
        number: position among the document's figures, from 0.
        kind: "person", "body" (that can speak: a ministry, an agency, the Kremlin) or "group" (of persons).
        name: the fullest name that the document prints, without titles, or None where it prints none.
        names: every form of the name that is printed, fullest first.
        roles: the offices and descriptions printed beside the name ("Kremlin spokesman"), in printed order.
        mentions: the spans that denote it, in order, each with its evidence.
        members: for a group, the numbers of the figures that are named as its members.
    """

    number: int
    kind: FigureKind
    name: str | None
    names: tuple[str, ...]
    roles: tuple[str, ...]
    mentions: tuple[Mention, ...]
    members: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Linked:
    """A document's statements with who, when and through whom filled in, and what that rests on.

    Attributes:
        statements: as found, with `speaker.name`, `speaker.kind`, `addressee`, `via` and `said` completed.
        figures: who the document speaks of, as far as statements name them as speaker, addressee, relay or
            member.
        times: every time expression of the document, in order.
        published: where `Document.published` is None, an interval inferred from clocks in the text.
    """

    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...] = ()
    times: tuple[Time, ...] = ()
    published: Said | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that speaks, across documents.

    Attributes:
        id: 16 hexadecimal digits.
        kind: as `Figure.kind`.
        name: what it is called in lists.
        aliases: other names, in the order of their first appearance.
        wikidata: a Wikidata id ("Q7747"), where one was imported.
    """

    id: str
    kind: FigureKind
    name: str
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A judgement that a span denotes an entity; it is withdrawn, never edited.

    Attributes:
        document: `Document.id`.
        span: what denotes.
        entity: `Entity.id`.
        judgement: "same" or "different"; a person may say that a span does not denote an entity.
        score: between 0 and 1; 1 where a person decided.
        by: "onrecord" for a guess, else the name of the person who decided.
        evidence: why, in words.
        made, withdrawn: ISO 8601 in UTC; `withdrawn` is None while the link stands.
    """

    document: str
    span: Span
    entity: str
    judgement: Literal["same", "different"]
    score: float
    by: str
    evidence: str
    made: str
    withdrawn: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """Something to be read, not yet decoded: small enough to hand to another process.

    Attributes:
        path: as `Document.path`.
        source: as `Document.source`, without a row's "#id".
        kind: the format, as far as the name or the container tells, or None.
        data: the bytes, where the container had to be streamed; None where `open_as` says how to get them.
        open_as: ("file", path) or ("zip", archive path, member name) for bytes that are fetched when read.
        about: what the container says of it (a WARC's URL and date), as (name, value) pairs.
    """

    path: str
    source: str
    kind: str | None
    data: bytes | None = None
    open_as: tuple[str, ...] = ()
    about: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as read: its typed passages, and for a page the raw bytes kept beside the text."""

    document: Document
    passages: tuple[Passage, ...]
    raw: bytes | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that could not be read; the rest of the batch goes on.

    Attributes:
        path: as `Document.path`.
        source: as `Item.source`.
        reason: what is wrong, without a full stop.
        remedy: what the user can do, or "".
    """

    path: str
    source: str
    reason: str
    remedy: str

    def __str__(self) -> str:
        return "; ".join(filter(None, (f"{self.path}: {self.reason}", self.remedy))) + "."


def digest(data: bytes) -> str:
    """blake2b-128 of `data`, 32 hexadecimal digits."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def document_id(source: str, text_digest: str) -> str:
    """The id of a document that brings none of its own: 16 hexadecimal digits of its source and text."""
    key = f"{source}\0{text_digest}".encode("utf-8", "surrogatepass")
    return hashlib.blake2b(key, digest_size=8).hexdigest()


def statement_id(document: str, mode: str, cue: Span | None, content: Sequence[Span]) -> str:
    """16 hexadecimal digits, the same for the same words in the same place of the same document."""
    where = ";".join(f"{start}-{end}" for start, end in content)
    at = cue.start if cue else ""
    key = f"{document}\0{mode}\0{at}\0{where}".encode("utf-8", "surrogatepass")
    return hashlib.blake2b(key, digest_size=8).hexdigest()
