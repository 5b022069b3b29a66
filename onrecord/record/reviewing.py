"""A decision changes what is listed and nothing that was found: taken back, all is as it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from onrecord.model import Span, Speaker, Statement, StatementReview
from onrecord.record import rows, voices

_ALIKE = (
    0.5  # of the code points of two contents: what both have, for a decision to pass from one to the other
)
PINNED = ("accepted", "corrected")  # verdicts of one who saw words and speaker, and agreed with both


class Chosen(NamedTuple):
    """An entity: its row, its id, what it is called and its kind; of merged ones, the one they are."""

    row: int
    id: str
    name: str
    kind: str


class Held(NamedTuple):
    """A decision with what whoever decided saw.

    Attributes:
        review: the decision.
        content, speaker: the words, and the mention of the speaker or None, as they were left.
        chosen: who speaks, as corrected; None as linked.
        seen: who spoke, as it was left; None where nobody was known.
    """

    review: StatementReview
    content: tuple[Span, ...]
    speaker: Span | None
    chosen: Chosen | None
    seen: Chosen | None

    @property
    def pinned(self) -> bool:
        """Whether the words and the speaker stay as they were left, however the text is read anew."""
        return self.review.verdict in PINNED

    @property
    def named(self) -> bool:
        """Whether the speaker was named without a mention of its own: what stands there names another."""
        return self.chosen is not None and self.review.speaker is None


def corrected(found: Statement, held: Held) -> Statement:
    """A statement as it is listed, given the decision that holds for it.

    A speaker who was named and is nowhere mentioned has an empty span, where the words start.
    """
    content = held.content if held.pinned else held.review.content or found.content
    speaker = found.speaker
    span = (
        held.review.speaker or (held.speaker if held.pinned else None) or (speaker.span if speaker else None)
    )
    if held.chosen and span is None:
        span = Span(content[0].start, content[0].start)
    if held.review.nobody or span is None:
        speaker = None
    elif held.chosen:
        speaker = Speaker(span, held.chosen.name, held.chosen.kind)
    elif speaker is None or span != speaker.span:
        speaker = Speaker(span)
    return replace(found, content=content, speaker=speaker)


class Reviews:
    """Looks up decisions about statements, through one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def held(self, document: int, id: str) -> Held | None:
        """The decision that holds for the listed statement of this id, in the document of this row."""
        found = self._connection.execute(_OF_LISTED, (document, rows.plain(id))).fetchone()
        if found is None:
            # A statement that is listed no more is shown with its own decision all the same.
            found = self._connection.execute(_OF_ID, (rows.plain(id), document)).fetchone()
        return to_held(found) if found else None

    def corrected(self, document: int, found: Statement) -> tuple[Statement, Held | None]:
        """A statement of the document of this row as it is listed, with the decision that holds for it."""
        held = self.held(document, found.id)
        if held is None:
            return found, None
        statement = corrected(found, held)
        if statement.content[0].start != found.content[0].start:
            place = self._connection.execute(_PASSAGE, (document, statement.content[0].start)).fetchone()
            statement = replace(statement, passage=place[0] if place else found.passage)
        return statement, held

    def speaks(self, document: int, span: Span | None, held: Held) -> Chosen | None:
        """Who speaks by a decision, where that differs from what the link on the speaker's span says.

        A link that a person made is followed: it says the same of every statement.
        """
        if span is None or held.chosen:
            return held.chosen
        if not (held.pinned and held.seen and span == held.speaker):
            return None
        link = self._connection.execute(_LINKED, (document, *span)).fetchone()
        return held.seen if link is None or (link[0] != held.seen.row and link[1] is None) else None


class Reworded(NamedTuple):
    """A statement to be indexed otherwise: its row, and its columns as they are and will be."""

    row: int
    old: tuple[str, ...]
    new: tuple[str, ...]


def renew(connection: sqlite3.Connection, document: int) -> list[Reworded]:
    """Find out anew who makes the statements of the document of this row, and what was decided of them."""
    voices.renew(connection, document)
    holding = [to_held(row) for row in connection.execute(_HOLDING, (document,))]
    before = {row: tuple(values) for row, *values in connection.execute(_BEFORE, (document,))}
    if not holding and not before:
        return []
    listed = dict(_statements(connection, _LISTED, document))
    matched = _matched(list(listed.items()), holding)
    connection.execute("DELETE FROM reviewed WHERE document = ?", (document,))
    reviews = Reviews(connection)
    after: dict[int, tuple[str | None, ...]] = {}
    for row, held in matched.items():
        found = listed[row]
        text = connection.execute(_TEXT, (document,)).fetchone()[0]
        after[row] = _reworded(rows.string(text), found, held)
        review = held.review
        values = row, rows.plain(found.id), document, review.number, review.verdict, *after[row]
        connection.execute("INSERT INTO reviewed VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
        _give_voice(reviews, connection, document, (row, found, held))
    nothing: tuple[str | None, ...] = (None, None, None)
    changed = [row for row in {**before, **after} if before.get(row, nothing) != after.get(row, nothing)]
    return list(_indexed(connection, document, {row: (before.get(row), after.get(row)) for row in changed}))


def to_held(row: Sequence[Any]) -> Held:
    """The decision whose columns HELD are `row`."""
    entity = _chosen(row[15:19])
    content = rows.spans(row[4])
    review = StatementReview(
        number=row[0],
        statement=rows.string(row[1]),
        document=rows.string(row[2]),
        verdict=row[3],
        content=content or None,
        speaker=None if row[5] is None else Span(row[5], row[6]),
        entity=entity.id if entity else None,
        nobody=bool(row[7]),
        note=rows.string(row[8]),
        author=rows.string(row[9]),
        made=row[10],
        withdrawn=row[11],
    )
    speaker = None if row[13] is None else Span(row[13], row[14])
    return Held(review, rows.spans(row[12]), speaker, entity, _chosen(row[19:23]))


def _chosen(row: Sequence[Any]) -> Chosen | None:
    return None if row[0] is None else Chosen(row[0], row[1], rows.string(row[2]), row[3])


def _matched(listed: list[tuple[int, Statement]], holding: Sequence[Held]) -> dict[int, Held]:
    """For each row the decision that holds: that of its id, or one whose statement was found nearly there."""
    by_id = {held.review.statement: held for held in holding}
    found = {row: by_id.pop(one.id) for row, one in listed if one.id in by_id}
    free = [(row, one) for row, one in listed if row not in found]
    near = sorted(
        (-_likeness(held.content, one.content), held.review.number, row)
        for held in by_id.values()
        for row, one in free
        if one.content[0].start < held.content[-1].end and held.content[0].start < one.content[-1].end
    )
    numbered = {held.review.number: held for held in by_id.values()}
    for unlikeness, number, row in near:
        if unlikeness <= -_ALIKE and number in numbered and row not in found:
            found[row] = numbered.pop(number)
    return found


def _likeness(one: Sequence[Span], other: Sequence[Span]) -> float:
    """How much of the code points of both have in common, between 0 and 1."""
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    whole = sum(end - start for start, end in (*one, *other)) - common
    return common / whole if whole else 0.0


def _reworded(text: str, found: Statement, held: Held) -> tuple[str | None, ...]:
    """What `reviewed` says of content, speaker and attribution: None where they are as found."""
    statement = corrected(found, held)
    content = None if statement.content == found.content else rows.from_spans(statement.content)
    if statement.speaker == found.speaker:
        return content, None, None
    speaker = statement.speaker
    words = "" if speaker is None or held.named else rows.bare(speaker.span.of(text))
    return content, words, "yes" if speaker else "no"


def _give_voice(
    reviews: Reviews, connection: sqlite3.Connection, document: int, one: tuple[int, Statement, Held]
) -> None:
    """Let `voice` say who makes a statement by a decision."""
    row, found, held = one
    speaker = corrected(found, held).speaker
    who = reviews.speaks(document, speaker.span if speaker else None, held)
    if who is None and speaker == found.speaker:
        return
    connection.execute("DELETE FROM voice WHERE statement = ?", (row,))
    entity = who.row if who else None
    if entity is None and speaker:
        link = connection.execute(_LINKED, (document, *speaker.span)).fetchone()
        entity = link[0] if link else None
    if entity is not None:
        connection.execute("INSERT INTO voice VALUES (?, ?, 'speaker', ?)", (entity, row, document))


def _indexed(
    connection: sqlite3.Connection,
    document: int,
    changed: dict[int, tuple[Sequence[str | None] | None, Sequence[str | None] | None]],
) -> Iterator[Reworded]:
    for row, (before, after) in changed.items():
        [(_, found)] = _statements(connection, _OF_ROW, row)
        text, outlet, language = map(rows.string, connection.execute(_INDEXED, (document,)).fetchone())
        columns = rows.indexed(found, text, outlet, language)
        yield Reworded(row, _with(columns, text, before), _with(columns, text, after))


def _with(columns: tuple[str, ...], text: str, values: Sequence[str | None] | None) -> tuple[str, ...]:
    """The columns of a statement's index, with what `reviewed` says of them."""
    if values is None:
        return columns
    content, speaker, attributed = values
    words = columns[0] if content is None else rows.words(text, rows.spans(content))
    who = columns[1] if speaker is None else speaker
    return (words, who, *columns[2:6], attributed or columns[6], *columns[7:])


def _statements(connection: sqlite3.Connection, command: str, row: int) -> Iterator[tuple[int, Statement]]:
    for id, number, *values in connection.execute(command, (row,)).fetchall():
        yield number, rows.to_statement(values, rows.string(id))


HELD = (
    "v.row, v.statement, d.id, v.verdict, v.content, v.speaker_start, v.speaker_end, v.nobody, v.note, "
    "v.author, v.made, v.withdrawn, v.seen_content, v.seen_start, v.seen_end, e.row, e.id, e.name, e.kind, "
    "o.row, o.id, o.name, o.kind"
)
HELD_FROM = (
    "JOIN document d ON d.row = v.document LEFT JOIN entity x ON x.row = v.entity "
    "LEFT JOIN entity e ON e.row = coalesce(x.merged, x.row) LEFT JOIN entity y ON y.row = v.seen_entity "
    "LEFT JOIN entity o ON o.row = coalesce(y.merged, y.row)"
)
LAST = (
    "v.withdrawn IS NULL AND NOT EXISTS (SELECT 1 FROM statement_review w WHERE w.statement = v.statement "
    "AND w.withdrawn IS NULL AND w.row > v.row)"
)
_OF_LISTED = (
    f"SELECT {HELD} FROM reviewed l JOIN statement_review v ON v.row = l.review {HELD_FROM} "
    "WHERE l.document = ? AND l.id = ?"
)
_OF_ID = (
    f"SELECT {HELD} FROM statement_review v {HELD_FROM} "
    "WHERE v.statement = ? AND v.document = ? AND v.withdrawn IS NULL ORDER BY v.row DESC LIMIT 1"
)
_HOLDING = f"SELECT {HELD} FROM statement_review v {HELD_FROM} WHERE v.document = ? AND {LAST} ORDER BY v.row"
_BEFORE = "SELECT statement, content, speaker, attributed FROM reviewed WHERE document = ?"
_LISTED = (
    f"SELECT d.id, s.row, {rows.STATEMENT} FROM document d JOIN reading r ON r.row = d.reading "
    "JOIN statement s ON s.row >= r.first_statement AND s.row < r.first_statement + r.statements "
    "WHERE d.row = ? ORDER BY s.row"
)
_OF_ROW = (
    f"SELECT d.id, s.row, {rows.STATEMENT} FROM statement s JOIN document d ON d.row = s.document "
    "WHERE s.row = ?"
)
_TEXT = "SELECT text FROM text WHERE document = ?"
_INDEXED = (
    "SELECT t.text, d.outlet, d.language FROM document d JOIN text t ON t.document = d.row WHERE d.row = ?"
)
_LINKED = (
    "SELECT coalesce(e.merged, e.row), l.decision FROM link l JOIN entity e ON e.row = l.entity "
    "WHERE l.document = ? AND l.span_start = ? AND l.span_end = ? "
    "AND l.withdrawn IS NULL AND l.judgement = 'same'"
)
_PASSAGE = (
    "SELECT p.number FROM document d JOIN reading r ON r.row = d.reading "
    "JOIN passage p ON p.row >= r.first_passage AND p.row < r.first_passage + r.passages "
    "WHERE d.row = ? AND p.span_start <= ? ORDER BY p.row DESC LIMIT 1"
)
