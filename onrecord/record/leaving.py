"""What leaves a record whole is a document with everything found in it, in the order of adding."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.model import Entity, Link, Linked, Reading, Span
from onrecord.record import rows
from onrecord.record.linking import Linking


class Kept(NamedTuple):
    """A document as its listed reading shows it.

    Attributes:
        reading: the document, its passages and, for a page, its raw bytes.
        linked: its statements, figures and times, and when it must have been published.
        links: whom its spans denote: the links that stand, in the order of the text.
        key: the step that made the reading.
        words: words of the text, split at white space.
    """

    reading: Reading
    linked: Linked
    links: tuple[Link, ...]
    key: str
    words: int


class Leaving(Linking):
    """The part of a record that gives documents with all that belongs to them."""

    def added(self) -> list[str]:
        """The ids of all documents, every version, in the order of adding."""
        return [rows.string(id) for (id,) in self._all("SELECT id FROM document ORDER BY row")]

    def kept(self, id: str) -> Kept | None:
        """The document of this id with all that was found in it, or None."""
        found = self._all(_DOCUMENT, rows.plain(id))
        if not found:
            return None
        row, reading, key, words, text, page, *values = found[0]
        document = rows.to_document(values[6:], rows.string(text))
        passages = tuple(rows.to_passage(one, document.id) for one in self._all(_PASSAGES, reading))
        statements = tuple(rows.to_statement(one, document.id) for one in self._all(_STATEMENTS, reading))
        linked = Linked(statements, self.figures(row), self.times(id), rows.to_said(values[:6]))
        raw = None if page is None else zlib.decompress(page)
        whole = Reading(document, passages, raw)
        return Kept(whole, linked, tuple(self._links(row, document.id)), key, words)

    def entities(self) -> Iterator[Entity]:
        """Everybody, merged entities being the one they are, in the order in which they were made."""
        for row, id, kind, name, wikidata in self._all(_ENTITIES):
            called = rows.string(name)
            aliases = tuple(form for form in self.forms(row).aliases if form != called)
            yield Entity(rows.string(id), kind, called, aliases, rows.string(wikidata))

    def _links(self, document: int, id: str) -> Iterator[Link]:
        for start, end, entity, judgement, score, by, evidence, made, withdrawn in self._all(
            _LINKS, document
        ):
            names = rows.string(by), rows.string(evidence)
            yield Link(id, Span(start, end), rows.string(entity), judgement, score, *names, made, withdrawn)


_DOCUMENT = (
    f"SELECT d.row, r.row, r.key, d.words, t.text, p.data, {rows.INFERRED}, {rows.DOCUMENT} FROM document d "
    "JOIN reading r ON r.row = d.reading JOIN text t ON t.document = d.row "
    "LEFT JOIN page p ON p.document = d.row WHERE d.id = ?"
)
_PASSAGES = (
    f"SELECT {rows.PASSAGE} FROM reading r JOIN passage p "
    "ON p.row >= r.first_passage AND p.row < r.first_passage + r.passages WHERE r.row = ? ORDER BY p.row"
)
_STATEMENTS = (
    f"SELECT {rows.STATEMENT} FROM reading r JOIN statement s "
    "ON s.row >= r.first_statement AND s.row < r.first_statement + r.statements "
    "WHERE r.row = ? ORDER BY s.row"
)
_SOME_LINKS = (
    "SELECT l.span_start, l.span_end, root.id, l.judgement, l.score, l.by, l.evidence, l.made, l.withdrawn "
    "FROM link l JOIN entity e ON e.row = l.entity JOIN entity root ON root.row = coalesce(e.merged, e.row) "
    "WHERE l.document = ?1 AND l.withdrawn IS NULL AND l.judgement = "
)
# One after the other, for each judgement has an index of its own.
_LINKS = f"{_SOME_LINKS}'same' UNION ALL {_SOME_LINKS}'different' ORDER BY 1, 2, 4 DESC"
_ENTITIES = (
    "SELECT row, id, kind, name, wikidata FROM entity e WHERE merged IS NULL "
    "AND EXISTS (SELECT 1 FROM alias a WHERE a.entity = e.row) ORDER BY row"
)
