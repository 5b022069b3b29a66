"""A finding is shown with every passage that it rests on, and no page says which of them is right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from onrecord import api, export
from onrecord.errors import UsageError
from onrecord.model import Passage, Span
from onrecord.show import lines
from onrecord.show.contract import Answer, Asked, Page
from onrecord.show.pages import sheets
from onrecord.show.pages.history import event_line

FIELDS = ("check", "speaker", "entity", "outlet", "document", "since", "until", "reviewed", "order")
CONTEXT = 90  # code points before and after a passage in a list
LONGEST = 400  # code points of a passage in a list
ROOM = 2500  # code points before and after the words on a finding's own page, where a passage is longer
BESIDE = 12  # other findings of the same documents


class Piece(NamedTuple):
    """A stretch of text to show, and whether the passage goes on before and after it."""

    span: Span
    before: bool
    after: bool


def findings(asked: Asked) -> Answer:
    """The findings that the query lets through, the likeliest first unless it says otherwise."""
    given: dict[str, Any] = {name: asked.get(name) for name in ("q", "at_least", *FIELDS)}
    filter = api.FindingFilter(
        words=given["q"],
        at_least=_least(given["at_least"]),
        limit=sheets.SIZE + 1,
        offset=sheets.offset(asked),
        **{name: given[name] for name in FIELDS if given[name] is not None},
    )
    sheet = sheets.uncounted(asked, api.findings(asked.store, filter), skip=0)
    sheet = sheets.with_total(sheet, asked.store.count_findings(filter))
    data = {**sheet.about(asked), "findings": [export.finding_line(row) for row in sheet.items]}
    view = {
        "sheet": sheet,
        "given": given,
        "narrowed": any(given.values()),
        "checks": [("", "all")] + [(one.name, one.name) for one in api.checks()],
        "quoted": quoted,
        "sure": lines.sure,
    }
    return Answer("findings.html", "Findings", data, view)


def finding(asked: Asked) -> Answer:
    """One finding, its passages side by side, and what else does not fit in the same documents."""
    shown = api.show(asked.store, asked.path["id"])
    if not isinstance(shown, api.ShownFinding):
        raise UsageError("there is no finding of this id", asked.path["id"], "take one of the list")
    row = shown.row
    others = list(_beside(asked.store, row))
    events = list(api.history(asked.store, of=row.finding.id))
    data = {
        **export.finding_line(row),
        "others": [export.finding_line(one) for one in others],
        "decisions": [event_line(event) for event in events],
    }
    view = {
        "row": row,
        "exhibits": list(zip(row.exhibits, map(_pieces, row.exhibits, shown.passages), strict=True)),
        "others": others,
        "history": events,
        "about": {one.name: one.about for one in api.checks()}.get(row.finding.check, ""),
        "section": "/findings",
        "sure": lines.sure,
    }
    return Answer("finding.html", f"Finding: {row.finding.check}", data, view)


def quoted(exhibit: api.Exhibit) -> Piece:
    """A passage in a list: its words, with what stands around them in the same paragraph."""
    text, (start, end) = exhibit.document.text, exhibit.shown.span
    low = text.rfind("\n\n", max(0, start - CONTEXT), start)
    first = low + 2 if low >= 0 else max(0, start - CONTEXT)
    last = min(end, start + LONGEST)
    high = text.find("\n\n", last, last + CONTEXT) if last == end else last
    until = high if high >= 0 else min(len(text), last + CONTEXT)
    if low < 0 and first > 0:
        first = text.find(" ", first, start) + 1 or first
    if high < 0 and until < len(text):
        until = max(text.rfind(" ", last, until), last)
    goes_on = last < end or (high < 0 and until < len(text))
    return Piece(Span(first, until), low < 0 and first > 0, goes_on)


def _pieces(exhibit: api.Exhibit, passages: tuple[Passage, ...]) -> list[Piece]:
    """The passages in which the words of a finding stand; of a very long one what is around the words."""
    low, high = exhibit.shown.span.start - ROOM, exhibit.shown.span.end + ROOM
    pieces = []
    for one in passages:
        start, end = max(one.span.start, low), min(one.span.end, high)
        pieces.append(Piece(Span(start, end), start > one.span.start, end < one.span.end))
    return pieces or [Piece(exhibit.shown.span, True, True)]


def _beside(store: api.Record, row: api.FindingRow) -> Iterator[api.FindingRow]:
    """Other findings of the same documents, each once."""
    seen = {row.finding.id}
    for document in dict.fromkeys(one.document.id for one in row.exhibits):
        for other in api.findings(store, api.FindingFilter(document=document, limit=BESIDE)):
            if other.finding.id not in seen and len(seen) <= BESIDE:
                seen.add(other.finding.id)
                yield other


def _least(text: str | None) -> float:
    """The least score: a number between 0 and 1.

    Raises:
        UsageError: it is none.
    """
    try:
        value = float(text) if text else 0.0
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise UsageError(f"{text!r} is no score", "at_least", "give a number from 0 to 1, such as 0.8")
    return value


PAGES = (Page("/findings", findings), Page("/finding/{id}", finding))
