"""What a person decided of a statement is kept beside what was found, never in its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model.spans import Span

# A note alone decides nothing: the statement stays a guess.
Decided = Literal["accepted", "rejected", "corrected", "noted"]
DECIDED: tuple[Decided, ...] = ("accepted", "rejected", "corrected", "noted")


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person says of a statement instead of what is shown; what is left out stays as it is shown.

    Attributes:
        content: the words, in order, in code points of the document; white space at their ends is left out.
        speaker: where the speaker is mentioned.
        entity: the id of the entity that speaks, or its beginning.
        name: who speaks, where no entity is given: the one of this name, which is made if there is none.
        kind: what a new entity is: "person", "body" or "group".
        nobody: no speaker is shown.
    """

    content: tuple[Span, ...] | None = None
    speaker: Span | None = None
    entity: str | None = None
    name: str | None = None
    kind: Literal["person", "body", "group"] = "person"
    nobody: bool = False


@dataclass(frozen=True, slots=True)
class StatementReview:
    """One decision about one statement: what holds from then on, earlier corrections included.

    The last decision of a statement that is not withdrawn holds; withdrawing it brings back the one before.

    Attributes:
        number: the decision's number in its record, from 1.
        statement: the id of the statement as it was found; correcting it does not change its id.
        document: the id of the document in which it stands.
        verdict: one of DECIDED; "corrected" where anything but the note differs from what was found.
        content: the statement's words as corrected, in code points of the document; None as found.
        speaker: where the speaker is mentioned, as corrected; None as found, or named without a mention.
        entity: the id of the entity that speaks, as corrected; None as found.
        nobody: the person said that no speaker is shown.
        note: what was written, or "".
        author: who decided.
        made: when, ISO 8601 in UTC.
        withdrawn: when it was undone; None while it is not.
    """

    number: int
    statement: str
    document: str
    verdict: Decided
    content: tuple[Span, ...] | None
    speaker: Span | None
    entity: str | None
    nobody: bool
    note: str
    author: str
    made: str
    withdrawn: str | None = None
