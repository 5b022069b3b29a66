"""A statement in a list is shown by its own words, cut short only where it says so.

What templates need of it is worked out here, so that every list shows a statement alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from onrecord import api, export
from onrecord.model import Said, Span, StatementReview
from onrecord.show.markup import Mark, marked

LONGEST = 500  # code points of words that a list shows
BEFORE = 150  # of them, at most, before the first word that was looked for
SURE = ((0.9, "very likely"), (0.75, "likely"), (0.5, "uncertain"), (0.0, "doubtful"))


class Who(NamedTuple):
    """Who speaks, as a list shows it.

    Attributes:
        name: what to print; the mention as printed where nobody is named.
        entity: the id of the entity, or None.
        named: False where the mention names nobody ("they").
        decided: whether a person decided it.
        why: one sentence for those who ask.
    """

    name: str
    entity: str | None
    named: bool
    decided: bool
    why: str


class Date(NamedTuple):
    """When: which date that is ("said", "published"), the date in EDTF or None, and why."""

    of: str
    edtf: str | None
    why: str


class Line(NamedTuple):
    """A statement as a list shows it.

    Attributes:
        id: the statement's id.
        words: the words, escaped, with what was looked for marked; cut to LONGEST.
        cut: how many code points of the words are not shown.
        who: who speaks, or None.
        date: when.
        chain: the names from the mouth to the page.
        missing: what is to be said where the first relay's own text is not in the record, or "".
        review: what a person decided, or None.
        guess: how sure the guess is, in words and as a number.
    """

    id: str
    words: Markup
    cut: int
    who: Who | None
    date: Date
    chain: tuple[str, ...]
    missing: str
    review: StatementReview | None
    guess: str


def line(told: api.Told, hits: Sequence[Span] = (), whole: bool = False) -> Line:
    """A statement as a list shows it.

    Args:
        told: the statement.
        hits: what was looked for and found in its words, in code points of its document.
        whole: show all words, however many they are.
    """
    links = export.chain(told)
    words, cut = _words(told, hits, whole)
    missing = ""
    if told.held is False:
        relay = next((link["name"] for link in links if link["role"] == "relay"), "the relay")
        missing = f"no document of {relay} is held in this record"
    statement = told.statement
    review = told.review
    names = tuple(link["name"] for link in links)
    return Line(
        statement.id, words, cut, _who(told), when(told), names, missing, review, sure(statement.score)
    )


def sure(score: float) -> str:
    """A score in words and as a number: "likely, 0.87"."""
    return f"{next(word for least, word in SURE if score >= least)}, {score:.2f}"


def when(told: api.Told) -> Date:
    """When a statement was made; else when it was published, printed or inferred; else that it is unknown."""
    said, document = told.statement.said, told.document
    if said is not None:
        return Date("said", said.when.edtf, said.basis)
    if document.published is not None:
        return Date("published", document.published.edtf, "when it was said is not shown")
    inferred: Said | None = told.inferred
    if inferred is not None:
        return Date("probably published", inferred.when.edtf, f"no date is printed: {inferred.basis}")
    return Date("date unknown", None, "neither the text nor its source shows a date")


def _who(told: api.Told) -> Who | None:
    speaker = told.statement.speaker
    if speaker is None:
        return None
    printed = " ".join(speaker.span.of(told.document.text).split())
    who = told.people.get(speaker.span)
    if who is None:
        return Who(speaker.name or printed, None, speaker.name is not None, False, f"printed as “{printed}”")
    decided = who.by != "onrecord"
    reason = f"decided by {who.by}" if decided else f"{sure(who.score)}: {who.evidence or 'a guess'}"
    return Who(who.name, who.entity, True, decided, f"printed as “{printed}”; {reason}")


def short(told: api.Told) -> bool:
    """Whether a list shows all words of a statement."""
    return sum(end - start for start, end in told.statement.content) <= LONGEST


def _words(told: api.Told, hits: Sequence[Span], all: bool) -> tuple[Markup, int]:
    """The words with their hits, no more than LONGEST, and how many code points are left out."""
    text, content = told.document.text, told.statement.content
    whole = sum(end - start for start, end in content)
    shown = list(content) if all or whole <= LONGEST else _around(text, content, hits)
    marks = [Mark(span, "hit") for span in hits]
    pieces = [marked(text, span, marks) for span in shown]
    left = whole - sum(end - start for start, end in shown)
    words = Markup(" … ").join(pieces)
    if shown and shown[0].start > content[0].start:
        words = Markup("… ") + words
    if shown and shown[-1].end < content[-1].end:
        words += Markup(" …")
    return words, left


def _around(text: str, content: Sequence[Span], hits: Sequence[Span]) -> list[Span]:
    """LONGEST code points of the words, of which BEFORE stand before the first hit."""
    first = next((hit.start for piece in content for hit in hits if piece.start <= hit.start < piece.end), 0)
    before = sum(min(end, first) - start for start, end in content if start < first)
    skip, room, shown = max(before - BEFORE, 0), LONGEST, list[Span]()
    for start, end in content:
        passed = min(skip, end - start)
        skip -= passed
        begin = start + passed
        if room > 0 and begin < end:
            last = min(end, begin + room)
            room -= last - begin
            shown.append(_whole_words(text, Span(begin, last), Span(start, end)))
    return shown


def _whole_words(text: str, cut: Span, piece: Span) -> Span:
    """The cut without the parts of words at its ends, where it does not end with its piece."""
    start, end = cut
    if start > piece.start:
        start = next((at + 1 for at in range(start, min(start + 40, end)) if text[at].isspace()), start)
    if end < piece.end:
        end = next((at for at in range(end, max(end - 40, start), -1) if text[at].isspace()), end)
    return Span(start, end)


def changed(review: Any) -> str:
    """What a decision says, in a few words: "accepted", "words corrected", "noted"."""
    if review.verdict != "corrected":
        return str(review.verdict)
    parts = [name for name, on in (("words", review.content), ("speaker", _speaks(review))) if on]
    return f"{' and '.join(parts) or 'it'} corrected"


def numbered(kind: str, review: Any) -> str:
    """A decision's number as the whole record shows it ("s12", "f3"), or "" where there is none."""
    return f"{kind[0]}{review.number}" if review is not None else ""


def _speaks(review: Any) -> bool:
    return bool(review.speaker or review.entity or review.nobody)
