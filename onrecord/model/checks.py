"""A claim is a span of a text; a finding shows every passage that it rests on and judges none."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, get_args

from onrecord.model.spans import Span
from onrecord.model.texts import Document, Passage, Statement, Time, When

AmountKind = Literal["count", "ordinal", "share", "money", "measure", "duration"]
Polarity = Literal["yes", "no"]
Mood = Literal["past", "present", "planned", "wished"]
CounterHow = Literal["anniversary", "ordinal day", "time", "after", "before", "age"]
Verdict = Literal["accepted", "rejected"]

AMOUNT_KINDS: tuple[AmountKind, ...] = get_args(AmountKind)
MOODS: tuple[Mood, ...] = get_args(Mood)
COUNTER_HOWS: tuple[CounterHow, ...] = get_args(CounterHow)
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as it is printed, and what it can mean.

    Attributes:
        span: the number with its unit and what limits it ("more than 1,200", "$5.3 billion", "nine").
        value: what is printed, multiplied out (5.3e9); of a range its middle.
        low, high: what it can mean, both included: "more than 1,200" is 1200 to infinity, "about 1,200" is
            within a tenth, "5.3 billion" 5.25e9 to 5.35e9 (as printed digits round), "nine" 9 to 9.
        kind: one of AMOUNT_KINDS.
        unit: "" for a bare count; "%"; a currency's ISO 4217 code ("USD"); a measure's symbol ("km"); for a
            duration "day", "week", "month", "year", "hour" or "minute".
        noun: the nouns that it counts, with the words before them ("former federative republics"), or None.
        total: for "9 of the 15 republics", 15; else None.
    """

    span: Span
    value: float
    low: float
    high: float
    kind: AmountKind
    unit: str = ""
    noun: Span | None = None
    total: float | None = None


@dataclass(frozen=True, slots=True)
class Enumeration:
    """Things that a text lists one after another, within a sentence or as the lines of a list.

    Attributes:
        span: from the first item to the end of the last.
        items: each item, in order, without "and" and without what is said of it in an apposition.
        lead: the noun phrase that the items spell out ("9 of the 15 former Soviet federative republics",
            "the three Baltic states"), or None.
        whole: whose parts or members they are, where the text says so ("the Commonwealth of Independent
            States (CIS)"), or None.
        closed: whether they are said to be all ("A, B and C"; "the three states A, B and C"), not some of
            them ("including A and B", "such as", "among others").
    """

    span: Span
    items: tuple[Span, ...]
    lead: Span | None = None
    whole: Span | None = None
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that a text says took place, will, or did not: a verb or a noun of doing with who and what.

    Attributes:
        span: the clause or noun phrase that says it.
        head: span of its verb or noun ("invaded", "invasion").
        act: the word both share, in lower case ("invade").
        doer, object: who did it and to whom or what, compared forms of the heads of their noun phrases
            ("nazi", "poland"); "" where the text does not say. Equal for spellings of one name.
        polarity: "no" where it is denied ("did not invite", "no leaders were invited").
        mood: whether it is told as past, as present, as planned or announced, or as wished or supposed.
        time: the time expression that dates it, or None.
        statement: id of the statement in whose words it stands, or None where the text itself says it.
    """

    span: Span
    head: Span
    act: str
    doer: str
    object: str
    polarity: Polarity
    mood: Mood
    time: Time | None = None
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Counter:
    """A count of time from an event: "the 78th anniversary of the victory", "the 439th day of the war".

    Attributes:
        span: from its number to the end of the event's name.
        number: how many.
        unit: "day", "week", "month" or "year".
        how: one of COUNTER_HOWS. "time" counts occurrences ("for the tenth year running").
        event: the words that name the event, as they are compared; "" where it is not named.
        name: where they stand, or None.
        meant: days that it can denote, by the facts, as (first, last, why) with days as YYYY-MM-DD; () where
            no fact is known.
        on: the time expression that the count itself is tied to ("May 9, 2020 is the 75th anniversary"), else
            None: the count then holds for when the text was said or published.
    """

    span: Span
    number: int
    unit: str
    how: CounterHow
    event: str = ""
    name: Span | None = None
    meant: tuple[tuple[str, str, str], ...] = ()
    on: Time | None = None


class Voice(NamedTuple):
    """Who speaks in a statement: the name to show, and the entity's id where one is linked, else ""."""

    name: str
    entity: str = ""


NOBODY = Voice("")


@dataclass(frozen=True, slots=True)
class Matter:
    """One document as checks see it: everything was read once, and no check reads it again.

    Attributes:
        document: with its text.
        passages, statements, times: as in the record, in order.
        published: when it was published, or must have been.
        voices: who speaks, by the id of the statement.
        amounts, enumerations, happenings, counters: in order of the text; furniture has none.
        outlet: the outlet's name or the host of its address, or "".
        report: equal for documents that are copies of one another as a whole.
    """

    document: Document
    passages: tuple[Passage, ...]
    statements: tuple[Statement, ...]
    times: tuple[Time, ...]
    published: When | None = None
    voices: Mapping[str, Voice] = field(default_factory=dict)
    amounts: tuple[Amount, ...] = ()
    enumerations: tuple[Enumeration, ...] = ()
    happenings: tuple[Happening, ...] = ()
    counters: tuple[Counter, ...] = ()
    outlet: str = ""
    report: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one passage says of something that other passages, here or elsewhere, may say otherwise.

    Attributes:
        key: claims with one key are of the same thing and are compared; at most 200 code points.
        span: the passage to show.
        value: what is claimed, in the check's own JSON: whatever comparing and wording a message need.
        document: `Document.id`.
        day: the first day on which it was said or published, YYYY-MM-DD, or "".
        outlet, report: as `Matter`.
        statement: id of the statement that it stands in, or "".
        voice: who speaks there; two empty strings where the text itself does.
    """

    key: str
    span: Span
    value: str
    document: str
    day: str = ""
    outlet: str = ""
    report: str = ""
    statement: str = ""
    voice: Voice = NOBODY


class Shown(NamedTuple):
    """A passage that a finding rests on."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """Passages that do not fit one another or the calendar; which of them is right is not said.

    Attributes:
        id: 16 hexadecimal digits, the same for the same check of the same passages.
        check: the name of the check.
        message: one plain sentence saying what does not fit, neutral ("these two passages give different
            dates", never "false").
        explanation: the arithmetic, for who wants to follow it ("a week after 23 August is 30 August").
        score: how likely a reader would agree, between 0 and 1.
        passages: what to look at, at least one, in the order of the message.
        statements: ids of the statements that the passages stand in.
    """

    id: str
    check: str
    message: str
    explanation: str
    score: float
    passages: tuple[Shown, ...]
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """What a person decided of a finding; it is withdrawn, never edited.

    Attributes:
        number: its number in the record.
        finding: `Finding.id`.
        verdict: one of VERDICTS.
        note, author: what was written, and by whom.
        made, withdrawn: ISO 8601 in UTC; `withdrawn` is None while it holds.
    """

    number: int
    finding: str
    verdict: Verdict
    note: str
    author: str
    made: str
    withdrawn: str | None = None


def finding(
    check: str,
    message: str,
    passages: Sequence[Shown],
    explanation: str = "",
    score: float = 0.9,
    statements: Sequence[str] = (),
) -> Finding:
    """A finding with its id, which does not depend on the order of the passages."""
    where = "\0".join(sorted(f"{shown.document}:{shown.span.start}-{shown.span.end}" for shown in passages))
    key = f"{check}\0{where}".encode("utf-8", "surrogatepass")
    id = hashlib.blake2b(key, digest_size=8).hexdigest()
    told = tuple(dict.fromkeys(statement for statement in statements if statement))
    return Finding(id, check, message, explanation, score, tuple(passages), told)
