"""A quotation is answered with places that can be opened, never with a verdict about the world."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model import Document, Edit, Span
from onrecord.record import Told

Answer = Literal["as given", "nearly", "not found"]


@dataclass(frozen=True, slots=True)
class Stand:
    """A place where the given words stand, or nearly these.

    Attributes:
        document: the document, with its text.
        span: the words that answer to the given ones.
        told: the statement that they are or stand in, with who speaks and when; None where nobody is shown.
        day: when the words were said, or else published, EDTF without a time of day, or None.
        edits: what the given wording changed; `Edit.earlier` counts in `document.text`, `Edit.later` in the
            given words. Where they stand as given: what an ellipsis or a bracket of theirs stands for, and
            where they make a question an assertion.
        score: how much of the given words stands there, between 0 and 1.
        family: the id of the family to which the place belongs, or None.
    """

    document: Document
    span: Span
    told: Told | None
    day: str | None
    edits: tuple[Edit, ...]
    score: float
    family: str | None


@dataclass(frozen=True, slots=True)
class Verified:
    """Where given words stand in the record.

    The answer is "as given" where every word stands there, in the same order and nothing between; case,
    typography and punctuation apart. What the source has between two parts of a statement (`..., he said,
    ...`) is not between its words. An ellipsis or a square bracket in the given words may stand for anything:
    the answer is "as given" all the same, the edits hold what was left out, and the sentence says it; but
    where a negation was left out so, it is "nearly".

    Attributes:
        words: the given words.
        span: where they stand in the file that was checked, in code points of its text, or None.
        answer: "as given", "nearly" or "not found".
        sentence: the answer in words that a reader can quote.
        places: where they stand, best first; no more than asked for. Where the answer is "not found": the one
            place that comes nearest, where some place comes near; or, for fewer than six words, where they
            stand within longer sentences, the earliest first.
        earliest, fullest, nearest: positions in `places` of the earliest, the fullest, and the one most like
            the given words; None where nothing was found, except for `nearest` where a place comes near.
        documents: how many documents hold the words, those that are not among `places` included.
        reports: the same, copies of one whole document counted once.
    """

    words: str
    span: Span | None
    answer: Answer
    sentence: str
    places: tuple[Stand, ...]
    earliest: int | None
    fullest: int | None
    nearest: int | None
    documents: int
    reports: int
