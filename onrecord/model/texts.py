"""A text as it was published, and what was found in it: every offset is a code point of `Document.text`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from onrecord.model.spans import Span

PassageKind = Literal["heading", "paragraph", "turn", "block_quotation", "list", "caption", "furniture"]
Mode = Literal["direct", "indirect", "mixed", "turn", "joint"]
Act = Literal["said", "thought", "intended"]

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
