"""What was changed on the way is read from the texts as they stand, whenever it is asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from onrecord import trace
from onrecord.model import Document, Hop, Member, Span
from onrecord.record import FamilyRow, HopRow, Record, Told

_KEPT = 32_000_000  # code points of documents that are kept in mind


class Folded(NamedTuple):
    """What stands for what in a family. Another wording of one report is no copy, and stands for itself.

    Attributes:
        copies: the positions of members that stand for themselves, each with how many other documents have
            the same words.
        stands: for each member, the position of the one that stands for it.
    """

    copies: dict[int, int]
    stands: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A document, as far as comparing needs it.

    Attributes:
        document: with its text.
        mentions: the spans that denote somebody named, in order, with the kind.
    """

    document: Document
    mentions: tuple[tuple[Span, str], ...]


class Comparing:
    """Reads hops with their kinds and edits from an open record."""

    def __init__(self, store: Record) -> None:
        self._store = store
        self._places: dict[str, Place] = {}
        self._size = 0
        self._told: dict[str, Told | None] = {}

    def hops(self, row: FamilyRow, later: Container[int] | None = None) -> Iterator[tuple[HopRow, Hop]]:
        """The hops of a family as stored, each with what was changed, in the order of the later member.

        Args:
            row: the family.
            later: only those whose later member stands at one of these positions in the family.
        """
        for hop in self._store.hops(row.family.id):
            if later is None or hop.later in later:
                yield hop, self._compared(row, hop)

    def compared(self, earlier: Member, later: Member, hop: HopRow) -> Hop:
        """What was changed between two places of a family, of which `hop` says the words and the order."""
        found = trace.compared(self._side(earlier, hop.earlier_span), self._side(later, hop.later_span))
        return Hop(
            earlier.document,
            later.document,
            hop.earlier_span,
            hop.later_span,
            found.kind,
            found.edits,
            found.score,
            hop.order,
        )

    def kinds(self, row: FamilyRow, most: int) -> FamilyRow:
        """A family with the kinds of its first hops, those to copies of whole documents left out."""
        first: dict[int, int] = {}
        for number, member in enumerate(row.family.members):
            first.setdefault(member.report, number)
        stand = set(first.values())
        found = [hop for hop in self._store.hops(row.family.id) if hop.later in stand]
        return row._replace(kinds=counted(self._compared(row, hop) for hop in found[:most]), hops=len(found))

    def folded(self, row: FamilyRow) -> Folded:
        """The family's members, those with the same words in one report folded into the first of them."""
        sizes = Counter(member.report for member in row.family.members)
        first: dict[tuple[int, str], int] = {}
        others: dict[int, set[str]] = {}
        stands = []
        for number, member in enumerate(row.family.members):
            words = self._bare(member) if sizes[member.report] > 1 else ""
            kept = first.setdefault((member.report, words), number)
            others.setdefault(kept, set()).add(member.document)
            stands.append(kept)
        return Folded({number: len(those) - 1 for number, those in others.items()}, tuple(stands))

    def told(self, member: Member) -> Told | None:
        """The statement that a member is or stands in, with who speaks."""
        id = member.statement
        if id is None:
            return None
        if id not in self._told:
            if len(self._told) >= 1000:
                self._told.clear()
            found = self._store.told_of(id)
            # The same text as the place's: a thousand statements of a long page keep it once.
            self._told[id] = found._replace(document=self.document(member.document)) if found else None
        return self._told[id]

    def document(self, id: str) -> Document:
        """The document of this id, with its text."""
        return self._place(id).document

    def _bare(self, member: Member) -> str:
        words = member.span.of(self.document(member.document).text)
        return "".join(filter(str.isalnum, words.casefold()))

    def _compared(self, row: FamilyRow, hop: HopRow) -> Hop:
        members = row.family.members
        return self.compared(members[hop.earlier], members[hop.later], hop)

    def _side(self, member: Member, span: Span) -> trace.Side:
        place, told = self._place(member.document), self.told(member)
        content = told.statement.content if told else ()
        return side(place.document.text, place.document.language, span, content, place.mentions)

    def _place(self, id: str) -> Place:
        if id not in self._places:
            document = self._store.document(id)
            assert document is not None  # a member's document is never taken away
            size = len(document.text)
            if self._size + size > _KEPT:
                self._places.clear()
                self._size = 0
            self._places[id] = Place(document, tuple(self._store.mentions(id)))
            self._size += size
        return self._places[id]


def side(
    text: str,
    language: str | None,
    span: Span,
    content: tuple[Span, ...],
    mentions: tuple[tuple[Span, str], ...],
) -> trace.Side:
    """One side of a hop, as comparing needs it.

    Args:
        text: the whole document.
        language: its language, or None.
        span: the words that the other side has too, or nearly.
        content: the spans of the statement that they belong to, or ().
        mentions: the spans that denote somebody named in the document, with the kind.
    """
    whole = content if any(one.start < span.end and span.start < one.end for one in content) else ()
    low = min([span.start, *(one.start for one in whole)])
    high = max([span.end, *(one.end for one in whole)])
    figures = tuple(one for one in mentions if one[0].start < high and low < one[0].end)
    return trace.Side(text, span, whole, language, figures)


def counted(hops: Iterable[Hop]) -> dict[str, int]:
    """How many hops are of each kind, the most frequent first."""
    return dict(Counter(hop.kind for hop in hops).most_common())
