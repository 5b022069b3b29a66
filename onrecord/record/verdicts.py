"""Each decision about a statement is a row of its own, written with what follows from it, or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple, cast

from onrecord.errors import UsageError
from onrecord.model import Correction, Decided, Span, Statement, StatementReview
from onrecord.record import reviewing, rows
from onrecord.record.base import now
from onrecord.record.deciding import Deciding, author_name
from onrecord.record.events import Event, History
from onrecord.record.findings import Findings
from onrecord.record.linking import GUESS, Name
from onrecord.record.reviewing import Held, Reviews
from onrecord.record.search import identifier

_NOTHING = StatementReview(0, "", "", "noted", None, None, None, False, "", "", "")


class _Case(NamedTuple):
    """A statement of which somebody decides.

    Attributes:
        document: its document's row.
        row: its own, where it is listed; else None.
        found, shown: as it was found, and as it is shown.
        text: the text of its document.
        held: the decision that holds, or None.
    """

    document: int
    row: int | None
    found: Statement
    shown: Statement
    text: str
    held: Held | None


class _Left(NamedTuple):
    """How a decision leaves a statement.

    Attributes:
        content, speaker, entity, nobody: as `StatementReview`, the entity as its row.
        seen: the words that are shown from then on.
        mention: where the speaker is mentioned that is shown from then on.
    """

    content: tuple[Span, ...] | None
    speaker: Span | None
    entity: int | None
    nobody: bool
    seen: tuple[Span, ...]
    mention: Span | None


class Reviewing(Deciding, Findings):
    """What persons decide of statements; methods raise UsageError where an id or a number is none."""

    def decide(
        self, ids: Sequence[str], verdict: Decided, author: str, note: str = "",
        change: Correction | None = None, called: Name | None = None,
    ) -> list[int]:  # fmt: skip
        """Decide of statements, of all or of none; what was corrected before stays corrected.

        Args:
            ids: their whole ids.
            verdict: "corrected" goes with `change`; a correction that changes nothing is refused.
            author: who decides.
            note: what is to be remembered of it; by default what was noted before.
            change: what is to be shown instead of what is shown.
            called: the name of `change` as linking compares it, where it gives no entity.

        Returns:
            The decisions' numbers, in the order of the ids.
        """
        author = author_name(author)
        with self._change():
            made = [self._decided(id, verdict, (note, author), (change, called)) for id in ids]
            for document in {document for _, document in made if document is not None}:
                self._writer.renew(document)
        return [number for number, _ in made]

    def is_statement(self, id: str) -> bool:
        """Whether this is the whole id of a statement."""
        match = identifier(id, whole=True)
        self._flush()
        return bool(match and self._all(_STATEMENT, match, rows.plain(id)))

    def events(
        self, of: str | None = None, author: str | None = None, kind: str | None = None,
        limit: int | None = None, offset: int = 0,
    ) -> Iterator[Event]:  # fmt: skip
        """Every decision of a person, the latest first; raises UsageError as `History.events`."""
        return self._listed(lambda: History(self._connection).events(of, author, kind, limit, offset))

    def holding(self, id: str) -> StatementReview | None:
        """The decision that holds for the statement of this id."""
        case = self._case(id)
        return case.held.review if case.held else None

    def statement_reviews(self, id: str) -> list[StatementReview]:
        """All decisions of the statement of this id, the latest first; those that were undone too."""
        own = {id}
        own |= {rows.string(old) for (old,) in self._all(_CHAIN, rows.plain(id))}
        found = [row for one in own for row in self._all(_ALL, rows.plain(one))]
        return [reviewing.to_held(row).review for row in sorted(found, key=_number, reverse=True)]

    def withdraw(self, *numbers: int) -> None:
        """Undo decisions about statements, the latest first; what stood before each holds again.

        Raises:
            UsageError: there is none of a number, it was undone, or a later one holds. None is undone then.
        """
        with self._change():
            undone = [self._withdrawn(number) for number in sorted(set(numbers), reverse=True)]
            for document in {document for document, _ in undone}:
                self._writer.renew(document)
            for entity in {entity for _, entity in undone if entity is not None}:
                self._leave(entity)

    def _withdrawn(self, number: int) -> tuple[int, int | None]:
        """Undo one decision; gives its document, and the entity that it named."""
        found = self._all(_OF_NUMBER, number)
        if not found:
            remedy = "take one from the list that `onrecord review list` prints"
            raise UsageError("there is no such decision that can be undone", f"s{number}", remedy)
        [(statement, document, entity)] = found
        [(last,)] = self._all(_HOLDING, statement)
        if last != number:
            raise UsageError("a later decision holds", f"s{number}", f"undo s{last} first")
        self._connection.execute("UPDATE statement_review SET withdrawn = ? WHERE row = ?", (now(), number))
        return document, entity

    # -- within

    def _decided(
        self, id: str, verdict: Decided, said: tuple[str, str], asked: tuple[Correction | None, Name | None]
    ) -> tuple[int, int | None]:
        """Write a decision with its note and its author.

        Gives its number, and the document of which more follows from it than its verdict.
        """
        (note, author), (change, called) = said, asked
        case = self._case(id)
        before = case.held.review if case.held else _NOTHING
        left = _now(case)
        if change:
            entity = self._chosen(change, called, author)
            after = self._changed(case, left, change, entity)
            if after == left:
                raise UsageError("nothing of it is changed", id, "say what is to be shown, or accept it")
            left = after
        note = note.strip() or before.note
        if verdict == "noted" and not note:
            raise UsageError("nothing is noted", id, "write something")
        verdict = _verdict(verdict, before, left)
        number = self._write(case, left, (verdict, note, author))
        if change or case.held or case.row is None:
            return number, case.document
        # The first decision about a statement that is as it was found: nothing else follows from it.
        values = case.row, rows.plain(case.found.id), case.document, number, verdict
        self._connection.execute(_NOTED, values)
        return number, None

    def _chosen(self, change: Correction, called: Name | None, author: str) -> int | None:
        """The entity that a correction names, made if need be."""
        if change.entity is not None:
            return self._root(self.entity(change.entity))
        if called is None:
            return None
        known = self.entities_by_normal(called.normal, change.kind)
        if len(known) > 1:
            ids = ", ".join(id for row in known for (id,) in self._all(_ID, row))
            what = f"{len(known)} speakers are called so ({ids})"
            raise UsageError(what, called.form, "give the id of one")
        return known[0] if known else self.new_entity(change.kind, called, author)

    def _case(self, id: str) -> _Case:
        match = identifier(id, whole=True)
        found = self._all(_STATEMENT, match, rows.plain(id)) if match else []
        if not found:
            remedy = "take one from the list that `statements` prints"
            raise UsageError("there is no statement of this id", id or "an empty id", remedy)
        document, row, *values = found[0]
        text = self._lister.document(document)
        statement = rows.to_statement(values, text.id)
        shown, held = Reviews(self._connection).corrected(document, statement)
        return _Case(document, row, statement, shown, text.text, held)

    def _changed(self, case: _Case, left: _Left, change: Correction, entity: int | None) -> _Left:
        """How a correction leaves a statement; what is as it was found is None."""
        found = case.found.speaker.span if case.found.speaker else None
        if change.content is not None:
            content = _content(case.text, change.content)
            left = left._replace(content=None if content == case.found.content else content, seen=content)
        someone = change.speaker is not None or entity is not None
        if change.nobody and someone:
            raise UsageError("a speaker is given, and nobody", "nobody", "give one of them")
        if change.nobody:
            return left._replace(speaker=None, entity=None, nobody=found is not None, mention=None)
        if not someone:
            return left
        mention = left.mention or found
        if change.speaker is not None:
            mention = _trimmed(case.text, change.speaker, "speaker")
            left = left._replace(speaker=None if mention == found else mention)
        if entity is not None:
            anyway = mention is not None and self._linked_to(case.document, mention) == entity
            left = left._replace(entity=None if anyway else entity)
        return left._replace(nobody=False, mention=mention)

    def _write(self, case: _Case, left: _Left, said: tuple[Decided, str, str]) -> int:
        """A new row; gives its number."""
        verdict, note, author = said
        own = case.held.review.statement if case.held else case.found.id
        entity = left.entity if left.entity is not None else self._speaking(case, left.mention)
        values = (
            rows.plain(own), case.document, verdict, rows.from_spans(left.content or ()),
            *(left.speaker or (None, None)), left.entity, left.nobody, rows.plain(note), rows.plain(author),
            now(), rows.from_spans(left.seen), *(left.mention or (None, None)), entity,
        )  # fmt: skip
        return cast(int, self._connection.execute(_INSERT, values).lastrowid)

    def _speaking(self, case: _Case, span: Span | None) -> int | None:
        """Who is shown to speak at a span."""
        if span is None:
            return None
        if case.held and case.shown.speaker and case.shown.speaker.span == span:
            who = Reviews(self._connection).speaks(case.document, span, case.held)
            if who:
                return who.row
        return self._linked_to(case.document, span)

    def _linked_to(self, document: int, span: Span) -> int | None:
        found = self._all(_LINKED, document, *span)
        return int(found[0][0]) if found else None

    def _leave(self, entity: int) -> None:
        """Forget the names of an entity that a decision made, where nothing else speaks of it any more."""
        if not self._all(_MADE_HERE, entity, GUESS) or self._all(_SPOKEN_OF, *(entity,) * 5):
            return
        for command in _FORGET:
            self._connection.execute(command, (entity,))


def _now(case: _Case) -> _Left:
    """How a statement is shown before somebody decides."""
    speaker, held = case.shown.speaker, case.held
    mention = speaker.span if speaker and speaker.span.start < speaker.span.end else None
    if held is None:
        return _Left(None, None, None, False, case.shown.content, mention)
    review, entity = held.review, held.chosen.row if held.chosen else None
    return _Left(review.content, review.speaker, entity, review.nobody, case.shown.content, mention)


def _verdict(asked: Decided, before: StatementReview, left: _Left) -> Decided:
    """What holds: accepting what was corrected leaves it corrected, and a note changes nothing."""
    if asked == "noted":
        return before.verdict
    if asked == "rejected":
        return "rejected"
    changed = left.content or left.speaker or left.entity is not None or left.nobody
    return "corrected" if changed else "accepted"


def _content(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Words as a correction gives them, checked and trimmed."""
    if not spans:
        raise UsageError("there are no words", "content", "give at least one span")
    content = tuple(_trimmed(text, span, "content") for span in spans)
    for one, after in pairwise(content):
        if after.start < one.end:
            raise UsageError(
                f"{after.start}:{after.end} is not after {one.start}:{one.end}",
                "content",
                "give spans in the order of the text, none within another",
            )
    return content


def _trimmed(text: str, span: Span, what: str) -> Span:
    """A span without the white space at its ends; raises UsageError where nothing is left."""
    start, end = span
    place = f"{start}:{end}"
    if not 0 <= start < end <= len(text):
        remedy = f"give two code points between 0 and {len(text)}, the smaller first"
        raise UsageError(f"{place} is no span of the document", what, remedy)
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    if start >= end:
        raise UsageError(f"there is nothing but white space at {place}", what, "give the words themselves")
    return Span(start, end)


def _number(row: Sequence[Any]) -> int:
    return int(row[0])


_STATEMENT = (
    f"SELECT s.document, iif(s.reading = d.reading, s.row, NULL), {rows.STATEMENT} "
    "FROM statement_words CROSS JOIN statement s ON s.row = statement_words.rowid "
    "CROSS JOIN document d ON d.row = s.document WHERE statement_words MATCH ? AND s.id = ? "
    "ORDER BY s.reading = d.reading DESC, s.reading DESC LIMIT 1"
)
_INSERT = (
    "INSERT INTO statement_review (statement, document, verdict, content, speaker_start, speaker_end, "
    "entity, nobody, note, author, made, seen_content, seen_start, seen_end, seen_entity) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_NOTED = "INSERT INTO reviewed VALUES (?, ?, ?, ?, ?, NULL, NULL, NULL)"
_ID = "SELECT id FROM entity WHERE row = ?"
_CHAIN = "SELECT v.statement FROM reviewed l JOIN statement_review v ON v.row = l.review WHERE l.id = ?"
_ALL = f"SELECT {reviewing.HELD} FROM statement_review v {reviewing.HELD_FROM} WHERE v.statement = ?"
_OF_NUMBER = "SELECT statement, document, entity FROM statement_review WHERE row = ? AND withdrawn IS NULL"
_HOLDING = "SELECT max(row) FROM statement_review WHERE statement = ? AND withdrawn IS NULL"
_LINKED = (
    "SELECT coalesce(e.merged, e.row) FROM link l JOIN entity e ON e.row = l.entity "
    "WHERE l.document = ? AND l.span_start = ? AND l.span_end = ? "
    "AND l.withdrawn IS NULL AND l.judgement = 'same'"
)
_MADE_HERE = "SELECT 1 FROM entity WHERE row = ? AND by != ? AND merged IS NULL"
_SPOKEN_OF = (
    "SELECT 1 FROM statement_review WHERE withdrawn IS NULL AND entity = ? "
    "UNION ALL SELECT 1 FROM link WHERE withdrawn IS NULL AND entity = ? "
    "UNION ALL SELECT 1 FROM decision WHERE withdrawn IS NULL AND (entity = ? OR other = ?) "
    "UNION ALL SELECT 1 FROM alias WHERE entity = ? AND decision IS NOT NULL LIMIT 1"
)
_FORGET = (
    "DELETE FROM alias_words WHERE rowid IN (SELECT row FROM alias WHERE entity = ?)",
    "DELETE FROM alias WHERE entity = ?",
    "DELETE FROM name_key WHERE entity = ?",
)
