"""Every line of a lineage says what it changed, against which earlier one, and what shows the order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from onrecord import api, export
from onrecord.errors import UsageError
from onrecord.model import FAMILIES, Edit
from onrecord.show import addresses, lines, timelines, wordings
from onrecord.show.contract import Answer, Asked, Page
from onrecord.show.pages import sheets

FIELDS = ("kind", "speaker", "entity", "outlet", "document", "since", "until", "order")
MEMBERS = 30  # places of a family on a page
KINDS = {
    "statement": "somebody's statement, repeated",
    "passage": "words that stand in several texts",
    "formula": "a formula: words that stand everywhere",
}


class Listed(NamedTuple):
    """A family in the list, with the line of its earliest statement, where it is one."""

    row: api.FamilyListed
    first: lines.Line | None


class Repeats(NamedTuple):
    """How a place repeats an earlier one.

    Attributes:
        does: "copies", "cuts", "rewords", ...
        source: the number of the earlier place, from 1, as the page counts.
        address: where that is shown.
        why: what shows which is earlier, in words.
        told: what was changed, in words.
        kind: copy, cut or reworded.
    """

    does: str
    source: int
    address: str
    why: str
    told: str
    kind: str


class Row(NamedTuple):
    """A place of a family as the page shows it.

    Attributes:
        number: as the page counts, from 1.
        shown: the place.
        who: who speaks, or None.
        repeats: how it repeats earlier ones, those with the most words first.
        pieces: its words, with what was changed; empty where they are those of the earlier place.
        fullest: whether no place has more words.
        compare: where it is compared with the one before.
    """

    number: int
    shown: api.ShownMember
    who: lines.Who | None
    repeats: tuple[Repeats, ...]
    pieces: tuple[wordings.Piece, ...]
    fullest: bool
    compare: str


def traces(asked: Asked) -> Answer:
    """The families that the query lets through, those with most reports first unless it says otherwise."""
    given: dict[str, Any] = {name: asked.get(name) for name in ("q", "at_least", "formulas", *FIELDS)}
    filter = api.FamilyFilter(
        words=given["q"],
        formulas=given["formulas"] is not None,
        at_least=asked.number("at_least", 1, 1_000_000, 1),
        limit=sheets.SIZE + 1,
        offset=sheets.offset(asked),
        **{name: given[name] for name in FIELDS if given[name] is not None},
    )
    page = asked.site.overview.families(asked.store, filter)
    sheet = sheets.with_total(sheets.uncounted(asked, page.items, skip=0), page.total)
    found = _listed_with_lines(asked.store, sheet.items)
    data = {**sheet.about(asked), "families": [_listed(one) for one in found]}
    view = {
        "sheet": sheet,
        "found": found,
        "given": given,
        "narrowed": any(given.values()),
        "kinds": [("", "all but formulas"), *((kind, kind) for kind in FAMILIES)],
    }
    return Answer("traces.html", "Traces", data, view)


def trace(asked: Asked) -> Answer:
    """One family: a part of its lineage, its timeline, and two of its places compared where that is asked."""
    id, unfold = asked.path["id"], asked.get("unfold") is not None
    shown = api.lineage(asked.store, id, unfold, sheets.offset(asked, MEMBERS), MEMBERS)
    sheet = sheets.counted(asked, shown.members, shown.total, MEMBERS)
    pair = _pair(asked.get("compare"))
    compared = api.compared(asked.store, id, *pair) if pair else None
    way = _Way(addresses.trace(id), asked.query, {one.number for one in shown.members})
    data = {
        **_head(shown.head),
        **sheet.about(asked),
        "folded": shown.folded,
        "statements": shown.statements,
        "members": [_member(id, one) for one in shown.members],
        "compared": _compared(id, compared) if compared else None,
    }
    sample = _sample(shown)
    view = {
        "shown": shown,
        "sheet": sheet,
        "unfold": unfold,
        "rows": [_row(one, shown, way) for one in shown.members],
        "timeline": timelines.timeline(shown, way.to),
        "sides": _sides(compared) if compared else None,
        "asked_pair": [number + 1 for number in pair] if pair else [1, min(2, shown.head.size)],
        "kind": KINDS[shown.head.kind],
        "sample": sample,
        "section": "/traces",
    }
    return Answer("trace.html", f"Trace: {sample[:60]}", data, view)


class _Way:
    """Where the places of a family are shown: on this page, or on the page on which they stand."""

    def __init__(self, path: str, query: tuple[tuple[str, str], ...], here: set[int]) -> None:
        self._path, self._here = path, here
        self._query = [pair for pair in query if pair[0] != "compare"]

    def to(self, number: int) -> str:
        """The address of a place; those that are not on this page are found unfolded."""
        if number in self._here:
            return f"#m-{number + 1}"
        page = number // MEMBERS + 1
        query = [("unfold", "1")] + ([("page", str(page))] if page > 1 else [])
        return f"{addresses.with_query(self._path, query)}#m-{number + 1}"

    def compare(self, one: int, other: int) -> str:
        """The address at which two places are compared."""
        pair = f"{one + 1},{other + 1}"
        return f"{addresses.with_query(self._path, self._query, compare=pair)}#compare"


def _listed_with_lines(store: api.Record, items: Sequence[api.FamilyListed]) -> list[Listed]:
    told = store.told_of_each([row.first.statement for row in items if row.first.statement])
    known = {id: lines.line(one) for id, one in told.items()}
    return [Listed(row, known.get(row.first.statement or "")) for row in items]


def _row(shown: api.ShownMember, whole: api.Lineage, way: _Way) -> Row:
    text, span = shown.document.text, shown.member.span
    chosen, others = export.parted(shown.hops)
    compared: list[tuple[str, list[Edit]]] = [
        (one.earlier.text, [*one.hop.edits, *export.left_out(one, shown.member)]) for one in chosen
    ]
    repeats = [
        _repeats(one, shown, wordings.told(edits, earlier, text), way)
        for one, (earlier, edits) in zip(chosen, compared, strict=True)
    ]
    repeats += [_repeats(one, shown, "", way) for one in others]
    # Words that stand above already are not printed again.
    alike = any(
        not edits and one.source < shown.number and wordings.same(one.span.of(old), span.of(text))
        for one, (old, edits) in zip(chosen, compared, strict=True)
    )
    before = chosen[0].source if chosen else 0
    return Row(
        shown.number + 1,
        shown,
        lines.line(shown.told).who if shown.told else None,
        tuple(repeats),
        () if alike else tuple(wordings.pieces(text, span, compared)),
        shown.number == whole.fullest and whole.total > 1,
        way.compare(before, shown.number) if shown.number != before else "",
    )


def _repeats(one: api.ShownHop, shown: api.ShownMember, told: str, way: _Way) -> Repeats:
    does = export.does(one, shown.member.span)
    return Repeats(does, one.source + 1, way.to(one.source), export.BASIS[one.hop.order], told, one.hop.kind)


def _pair(text: str | None) -> tuple[int, int] | None:
    """The two places that are to be compared, from "3,7", as positions in the family.

    Raises:
        UsageError: these are no two numbers.
    """
    if text is None:
        return None
    parts = [part.strip() for part in text.split(",")]
    if len(parts) != 2 or not all(part.isascii() and part.isdigit() and len(part) < 10 for part in parts):
        raise UsageError(f"{text!r} is no pair of places", "compare", "give two numbers, such as 1,2")
    one, other = (int(part) - 1 for part in parts)
    return one, other


def _sides(compared: api.Compared) -> dict[str, Any]:
    earlier, later, hop = compared
    texts = earlier.document.text, later.document.text
    spans = earlier.member.span, later.member.span
    return {
        "earlier": earlier,
        "later": later,
        "hop": hop,
        "html": wordings.sides(hop.edits, *texts, spans),
        "told": wordings.told(hop.edits, *texts),
        "why": export.BASIS[hop.order],
    }


def _sample(shown: api.Lineage) -> str:
    """The first words of the family, as far as this part shows them."""
    if not shown.members:
        return "words"
    first = shown.members[0]
    words = " ".join(first.member.span.of(first.document.text).split())
    return words if len(words) <= 160 else words[:160].rpartition(" ")[0] + " …"


def _head(head: api.FamilyHead) -> dict[str, Any]:
    return head._asdict()


def _listed(one: Listed) -> dict[str, Any]:
    row = one.row
    return {
        **_head(row.head),
        "outlets": list(row.outlets),
        "words": row.sample,
        "document": {"id": row.document.id, "path": row.document.path},
        "statement": row.first.statement,
    }


def _member(family: str, one: api.ShownMember) -> dict[str, Any]:
    document, when = one.document, one.document.published
    return {
        "number": one.number + 1,
        "document": {"id": document.id, "path": document.path},
        "outlet": document.outlet,
        "published": when.edtf if when else None,
        "published_inferred": one.inferred.when.edtf if one.inferred else None,
        "span": list(one.member.span),
        "text": one.member.span.of(document.text),
        "statement": one.member.statement,
        "report": one.member.report,
        "copies": one.copies,
        "hops": list(_hops(family, one)),
    }


def _hops(family: str, one: api.ShownMember) -> Iterable[dict[str, Any]]:
    for hop in one.hops:
        line = export.hop_line(api.FamilyHop(family, hop.hop, hop.earlier, one.document))
        yield {**line, "from": hop.source + 1}


def _compared(family: str, compared: api.Compared) -> dict[str, Any]:
    earlier, later, hop = compared
    line = export.hop_line(api.FamilyHop(family, hop, earlier.document, later.document))
    return {**line, "from": earlier.number + 1, "to": later.number + 1}


PAGES = (Page("/traces", traces), Page("/trace/{id}", trace))
