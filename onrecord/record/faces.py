"""What a record shows of somebody, as it is given to those who ask; nothing here looks anything up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from onrecord.record.people import SpeakerRow
from onrecord.record.speaking import Told


class Spelling(NamedTuple):
    """A form of an entity's name.

    Attributes:
        form: the form, as it was printed first or given.
        by: "onrecord" for a guess, else who decided that it is this entity's.
        mentions: how often it stands so in the documents that were looked at, whatever its case.
    """

    form: str
    by: str
    mentions: int


class Printed(NamedTuple):
    """How an entity is mentioned in documents.

    Attributes:
        form: the words, in the case in which they are commonest.
        mentions: how often they stand so in the documents that were looked at.
        named: whether they have a word of one of its names; a pronoun or an office has none.
        by: "onrecord" where all of these are guesses, else who decided one of them.
    """

    form: str
    mentions: int
    named: bool
    by: str


class Contact(NamedTuple):
    """Somebody who has to do with what an entity says.

    Attributes:
        id: the entity's id; None where it is none, or unknown which.
        name: what it is called, or printed as; "" is unknown.
        statements: in how many statements.
    """

    id: str | None
    name: str
    statements: int


class Telling(NamedTuple):
    """A word that somebody uses more than others do.

    Attributes:
        word: in lower case.
        documents: of those that were looked at, in how many documents somebody says it.
        score: how sure it is that this is more than elsewhere, in standard deviations.
    """

    word: str
    documents: int
    score: float


@dataclass(frozen=True, slots=True)
class ShownSpeaker:
    """What a record shows of an entity: all of it concerns the newest versions, and nothing rejected.

    Lists of contacts have those with most statements first, CONTACTS at most.

    Attributes:
        row: the entity, with its names and offices.
        spellings: the forms of its name, the most mentioned first.
        printed: how it is mentioned, the commonest first, FORMS at most.
        looked_at: in how many of the documents in which it speaks mentions and words were looked at.
        months: statements by month of publication, YYYY-MM; inferred where no date is printed.
        loose: statements whose document's date can mean more than one month.
        undated: statements in documents without any date.
        outlets: who published what it says.
        relays: through whom what it says came to these.
        addressed: to whom it speaks, as printed.
        answered: in transcripts: whose turn is the last before one of its own. Turns of unknown ones between
            the two are passed over. Counted are turns.
        answered_by: the same: who speaks next after it.
        groups: of which it is a named member when they speak together.
        members: who is named as a member where it speaks.
        fellows: who else is named where it is named as a member.
        words: what it says more than others do, WORDS at most.
        first, last: its oldest and newest statement in a document whose date is known, or None.
        stale: as `Tally.stale`.
    """

    row: SpeakerRow
    spellings: tuple[Spelling, ...]
    printed: tuple[Printed, ...]
    looked_at: int
    months: tuple[tuple[str, int], ...]
    loose: int
    undated: int
    outlets: tuple[Contact, ...]
    relays: tuple[Contact, ...]
    addressed: tuple[Contact, ...]
    answered: tuple[Contact, ...]
    answered_by: tuple[Contact, ...]
    groups: tuple[Contact, ...]
    members: tuple[Contact, ...]
    fellows: tuple[Contact, ...]
    words: tuple[Telling, ...]
    first: Told | None
    last: Told | None
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Topics:
    """What those who say most of something speak of.

    Attributes:
        speakers: those who say most, with how many statements.
        words: words that tell them apart, by the speaker whose they are most.
        documents: for each speaker and each word, in how many of the documents that were looked at.
        looked_at: for each speaker, how many documents were looked at.
        stale: as `Tally.stale`.
    """

    speakers: tuple[Contact, ...]
    words: tuple[str, ...]
    documents: tuple[tuple[int, ...], ...]
    looked_at: tuple[int, ...]
    stale: bool = False
