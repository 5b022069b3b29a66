"""Every decision of a person is one line of one history, the latest first, whatever it is about."""

from __future__ import annotations

import heapq
import sqlite3
from collections.abc import Iterator
from itertools import islice
from typing import Any, Literal, NamedTuple

from onrecord.record import rows
from onrecord.record.reviewing import LAST
from onrecord.record.search import known

EventKind = Literal["statement", "finding", "speaker"]
EVENT_KINDS: tuple[EventKind, ...] = ("statement", "finding", "speaker")
SIGNS: dict[EventKind, str] = {"statement": "s", "finding": "f", "speaker": "p"}
_SHOWN = 80  # code points of the words of a statement


class Event(NamedTuple):
    """A decision of a person.

    Attributes:
        ref: its sign and number, by which it is undone: "s12" of a statement, "f3" of a finding, "p5" of
            speakers.
        kind: "statement", "finding" or "speaker".
        verb: accepted, rejected, corrected or noted; of speakers merge, split, rename, apart, name or import.
        id: the id of the statement, finding or entity that it is about; None for an import.
        other: the id of the other entity, or None.
        document: the id of the document in which the statement stands, or None.
        what: what was decided, in words.
        note: what was written, or "".
        author: who decided.
        made: when, ISO 8601 in UTC.
        withdrawn: when it was undone; None while it is not.
        holds: whether it holds: it was not undone, and no later decision has taken its place.
        found: whether what it is about is still found, which it may not be after a text was read anew.
    """

    ref: str
    kind: EventKind
    verb: str
    id: str | None
    other: str | None
    document: str | None
    what: str
    note: str
    author: str
    made: str
    withdrawn: str | None
    holds: bool
    found: bool

    @property
    def undo(self) -> str | None:
        """What to undo it by; None where it cannot be: it was, or a later one has to be undone first."""
        return self.ref if self.holds else None


class History:
    """Lists decisions, through one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def events(
        self, of: str | None, author: str | None, kind: str | None, limit: int | None, offset: int
    ) -> Iterator[Event]:
        """Decisions, the latest first; raises UsageError at once, where there is no such kind.

        Args:
            of: only about the statement, finding, entity or document of this id.
            author: only by this person.
            kind: only of this kind.
            limit, offset: how many, after how many.
        """
        known("kind", kind, EVENT_KINDS)
        sources = {"statement": self._statements, "finding": self._findings, "speaker": self._speakers}
        chosen = [source(of, author) for name, source in sources.items() if kind in (None, name)]
        found = heapq.merge(*chosen, key=_made, reverse=True)
        return islice(found, offset, None if limit is None else offset + limit)

    def _asked(self, command: str, where: str, of: str | None, author: str | None) -> Iterator[Any]:
        conditions, values = ["1"], []
        if of is not None:
            conditions.append(where)
            values += [rows.plain(of)] * where.count("?")
        if author is not None:
            conditions.append("v.author = ?")
            values.append(rows.plain(author))
        wanted = f"{command} WHERE {' AND '.join(conditions)} ORDER BY v.row DESC"
        return (tuple(map(rows.string, row)) for row in self._connection.execute(wanted, values))

    def _statements(self, of: str | None, author: str | None) -> Iterator[Event]:
        for number, *about, holds, found in self._asked(_STATEMENTS, _OF_STATEMENT, of, author):
            old, id, verb, document, words, name, mention, content, nobody, *said = about
            parts = ["the words"] if content else []
            parts += ["nobody speaks"] if nobody else []
            parts += [f"the speaker is {name}"] if name else ["where the speaker is named"] if mention else []
            more = f" ({', '.join(parts)})" if parts and verb == "corrected" else ""
            what = f"{verb}{more}: {_cut(words)}"
            place = id or old, None, document
            event = (f"s{number}", "statement", verb, *place, what, *said, bool(holds), bool(found))
            yield Event._make(event)

    def _findings(self, of: str | None, author: str | None) -> Iterator[Event]:
        for number, id, verb, name, message, *said, holds in self._asked(_FINDINGS, _OF_FINDING, of, author):
            what = f"{verb} a finding of the check {name}" + (f": {message}" if message else "")
            place = id, None, None
            found = message is not None
            yield Event._make((f"f{number}", "finding", verb, *place, what, *said, bool(holds), found))

    def _speakers(self, of: str | None, author: str | None) -> Iterator[Event]:
        for number, verb, id, name, other, called, value, *said, withdrawn in self._asked(
            _SPEAKERS, _OF_SPEAKER, of, author
        ):
            what = _SENTENCES[verb].format(name=name, other=called, value=value)
            place = id, other, None
            holds = withdrawn is None
            yield Event._make(
                (f"p{number}", "speaker", verb, *place, what, "", *said, withdrawn, holds, True)
            )


def _made(event: Event) -> tuple[str, str]:
    return event.made, event.kind


def _cut(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) < _SHOWN else flat[: _SHOWN - 1].rstrip() + "…"


_SENTENCES = {
    "merge": "{name} is the same as {other}",
    "split": "{other} is somebody else than {name}, taken from it",
    "rename": "{name} is called {value}",
    "apart": "{name} is not {other}",
    "name": "“{value}” means {name}",
    "import": "a list of speakers was taken in: {value}",
}
_WORDS = (
    "substr((SELECT text FROM text t WHERE t.document = v.document), "
    "json_extract(v.seen_content, '$[0][0]') + 1, "
    f"min({_SHOWN + 1}, json_extract(v.seen_content, '$[0][1]') - json_extract(v.seen_content, '$[0][0]')))"
)
_STATEMENTS = (
    f"SELECT v.row, v.statement, l.id, v.verdict, d.id, {_WORDS}, e.name, v.speaker_start IS NOT NULL, "
    f"v.content IS NOT NULL, v.nobody, v.note, v.author, v.made, v.withdrawn, {LAST}, "
    "l.id IS NOT NULL OR EXISTS (SELECT 1 FROM reading r JOIN statement s ON s.row >= r.first_statement "
    "AND s.row < r.first_statement + r.statements WHERE r.row = d.reading AND s.id = v.statement) "
    "FROM statement_review v JOIN document d ON d.row = v.document LEFT JOIN entity x ON x.row = v.entity "
    "LEFT JOIN entity e ON e.row = coalesce(x.merged, x.row) LEFT JOIN reviewed l ON l.document = v.document "
    "AND EXISTS (SELECT 1 FROM statement_review w WHERE w.row = l.review AND w.statement = v.statement)"
)
_OF_STATEMENT = "(v.statement = ? OR l.id = ? OR d.id = ? OR e.id = ? OR x.id = ?)"
_FINDINGS = (
    "SELECT v.row, v.finding, v.verdict, v.name, "
    "(SELECT message FROM finding f WHERE f.id = v.finding LIMIT 1), v.note, v.author, v.made, v.withdrawn, "
    "v.withdrawn IS NULL AND NOT EXISTS (SELECT 1 FROM review w WHERE w.finding = v.finding "
    "AND w.withdrawn IS NULL AND w.row > v.row) FROM review v"
)
_OF_FINDING = (
    "(v.finding = ? OR EXISTS (SELECT 1 FROM json_each(v.passages) j JOIN document d "
    "ON d.row = json_extract(j.value, '$[0]') WHERE d.id = ?))"
)
_SPEAKERS = (
    "SELECT v.row, v.verb, e.id, iif(v.verb = 'rename', e.printed, e.name), o.id, o.name, v.value, "
    "v.author, v.made, v.withdrawn FROM decision v LEFT JOIN entity e ON e.row = v.entity "
    "LEFT JOIN entity o ON o.row = v.other"
)
_OF_SPEAKER = "? IN (e.id, o.id)"
