"""Every type that passes between rooms; all are frozen, every offset is a code point of `Document.text`."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

from onrecord.model.spans import Span as Span
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

PassageKind = Literal["heading", "paragraph", "turn", "block_quotation", "list", "caption", "furniture"]
Mode = Literal["direct", "indirect", "mixed", "turn", "joint"]
Act = Literal["said", "thought", "intended"]
FigureKind = Literal["person", "body", "group"]

PASSAGE_KINDS: tuple[PassageKind, ...] = get_args(PassageKind)
MODES: tuple[Mode, ...] = get_args(Mode)
ACTS: tuple[Act, ...] = get_args(Act)


@dataclass(frozen=True, slots=True)
class When:
    """A date as it is known: an EDTF string with the first and last instant it can mean.

    Attributes:
        edtf: extended date/time format, level 0 ("2023-05", "2023-05-08", "2023-05-08T13:30:31-04:00").
        earliest: first instant, ISO 8601 in UTC to the second ("2023-05-08T00:00:00Z").
        latest: last instant, in the same form ("2023-05-08T23:59:59Z").
    """

    edtf: str
    earliest: str
    latest: str


@dataclass(frozen=True, slots=True)
class Document:
    """One text as it was published; the text never changes.

    Attributes:
        id: the source's own id where it has one (a row's `id`), else 16 hexadecimal digits.
        path: where it was read from, as the user wrote it; an archive's member is "archive.zip/inner/path".
        source: what makes two versions the same source: a URL, or the absolute path, with "#id" for a row.
        outlet, url, title: as printed or stated by the source, or None.
        authors: bylines in printed order.
        kind: the format it was read from ("text", "markdown", "html", "pdf", ...).
        language: ISO 639-1 code, or None where too little text stands to tell.
        published, updated, fetched: kept apart; None is unknown.
        text: for plain text and Markdown the decoded file itself, newlines untouched.
        digest: blake2b-128 of the text's UTF-8, 32 hexadecimal digits.
    """

    id: str
    path: str
    source: str
    outlet: str | None
    url: str | None
    title: str | None
    authors: tuple[str, ...]
    kind: str
    language: str | None
    published: When | None
    updated: When | None
    fetched: When | None
    text: str
    digest: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A typed stretch of a document; passages are in order and never overlap.

    Attributes:
        document: `Document.id`.
        number: position among the document's passages, from 0.
        span: the passage, outer white space left out.
        kind: one of PASSAGE_KINDS. Furniture (navigation, counters, front matter) is marked, never cut.
        label: for a turn, the printed speaker's span ("MS. PSAKI", "Q"); the paragraphs that go on with
            a turn carry the same label, which then stands in an earlier passage.
    """

    document: str
    number: int
    span: Span
    kind: PassageKind
    label: Span | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a statement is attributed to, as printed.

    Attributes:
        span: the mention nearest to the words ("he", "MS. PSAKI", "Kremlin spokesman Dmitry Peskov").
        name: what to call the speaker, or None where the mention names nobody ("he", "Q").
        kind: "person", "body", "group", or None where nothing shows it.
        members: for a collective speaker, the spans of the members that are named.
    """

    span: Span
    name: str | None = None
    kind: str | None = None
    members: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """When a statement was made: the date, the span that shows it (or None), and why, in words."""

    when: When
    span: Span | None
    basis: str


@dataclass(frozen=True, slots=True)
class Statement:
    """Words attributed to somebody: spans only, so that it can always be re-read in place.

    Attributes:
        id: 16 hexadecimal digits, the same for the same words in the same place of the same document.
        document: `Document.id`.
        passage: `Passage.number` of the passage in which the content starts.
        content: the words, in order, never overlapping; several spans where the attribution cuts them.
        cue: what announces them ("said", "according to", ":"), or None.
        speaker: None for words that stand with no speaker; such a statement is kept.
        addressee: to whom.
        via: who passed the words on, from the mouth outwards.
        said: when, where it is known.
        mode: direct (all quoted), mixed (partly), indirect, turn (a transcript's), joint (a collective's).
        act: said, thought or intended.
        rule: what found it.
        score: between 0 and 1.
    """

    id: str
    document: str
    passage: int
    content: tuple[Span, ...]
    cue: Span | None
    speaker: Speaker | None
    addressee: Span | None
    via: tuple[Span, ...]
    said: Said | None
    mode: Mode
    act: Act
    rule: str
    score: float


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression as it is printed, and the calendar interval that it denotes.

    Attributes:
        document: `Document.id`.
        span: the expression ("last Monday", "8 May 2023", "the 212th day of the war").
        when: what it denotes.
        basis: why, in words ("Monday before publication", "as printed").
    """

    document: str
    span: Span
    when: When
    basis: str


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
