"""What was changed on the way is read from a corpus as it is from a record; formulas are not looked into."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from onrecord import trace
from onrecord.columns import HopRow
from onrecord.model import Span
from onrecord.record import FamilyRows
from onrecord.run.corpus_shelf import Shelf
from onrecord.run.hops import side

_KEPT = 32_000_000  # code points of documents that are kept in mind


class _Document(NamedTuple):
    """A document as far as comparing needs it: with the content of its statements, by their ids."""

    text: str
    language: str | None
    said: Mapping[str, Sequence[Sequence[int]]]
    mentions: tuple[tuple[Span, str], ...]


class Comparing:
    """Reads hops with their kinds and edits from a corpus."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._held: OrderedDict[int, _Document] = OrderedDict()
        self._size = 0

    def hops(self, family: FamilyRows) -> Iterator[HopRow]:
        """The hops of a family, each with its kind, score and edits.

        Of a formula only the words and the order are told: everybody uses it, nobody took it from anybody.
        """
        known = self._shelf.sources(sorted({row[1] for row in family.members}))
        ids = [known[row[1]].id for row in family.members]
        formula = family.family[1] == "formula"
        for earlier, later, *ends, order in family.hops:
            spans = Span(*ends[:2]), Span(*ends[2:])
            found = None
            if not formula:
                sides = self._side(family, earlier, spans[0]), self._side(family, later, spans[1])
                found = trace.compared(*sides)
            yield HopRow(
                family.family[0],
                earlier,
                later,
                ids[earlier],
                ids[later],
                *spans,
                found.kind if found else None,
                found.edits if found else None,
                found.score if found else None,
                order,
            )

    def _side(self, family: FamilyRows, number: int, span: Span) -> trace.Side:
        """One side of a hop: words of the member of this number."""
        _, row, _, _, statement, *_ = family.members[number]
        document = self._document(row)
        content = tuple(Span(*one) for one in document.said.get(statement, ()))
        return side(document.text, document.language, span, content, document.mentions)

    def _document(self, row: int) -> _Document:
        held = self._held.get(row)
        if held is None:
            shelf = self._shelf
            said = {one.id: one.content for one in shelf.utterances([row])}
            held = _Document(shelf.text_of(row), shelf.language_of(row), said, shelf.mentions(row))
            self._held[row] = held
            self._size += len(held.text)
            while self._size > _KEPT and len(self._held) > 1:
                self._size -= len(self._held.popitem(last=False)[1].text)
        self._held.move_to_end(row)
        return held
