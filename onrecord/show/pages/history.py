"""Every decision of every person is listed, those that were undone too, and each says what it is about."""

from __future__ import annotations

from typing import Any

from onrecord import api
from onrecord.show import addresses
from onrecord.show.contract import Answer, Asked, Page
from onrecord.show.pages import sheets

KINDS = {"statement": "statements", "finding": "findings", "speaker": "speakers"}


def history(asked: Asked) -> Answer:
    """The decisions that the query lets through, the latest first."""
    given = {name: asked.get(name) for name in ("author", "kind", "of")}
    before = sheets.offset(asked)
    found = api.history(asked.store, sheets.SIZE + 1, before, given["of"], given["author"], given["kind"])
    sheet = sheets.uncounted(asked, found, skip=0)
    data = {**sheet.about(asked), "decisions": [event_line(event) for event in sheet.items]}
    view = {
        "sheet": sheet,
        "given": given,
        "narrowed": any(given.values()),
        "kinds": [("", "everything"), *KINDS.items()],
        "address_of": address,
        "address": asked.address,
    }
    return Answer("history.html", "History", data, view)


def event_line(event: api.Event) -> dict[str, Any]:
    """One decision as JSON tells it; times are ISO 8601 in UTC."""
    return event._asdict()


def address(event: api.Event) -> str | None:
    """The page of what a decision is about, where there is one."""
    if event.id is None:
        return None
    if event.kind == "speaker":
        return addresses.speaker(event.id)
    if not event.found:
        return addresses.document(event.document) if event.document else None
    return addresses.statement(event.id) if event.kind == "statement" else addresses.finding(event.id)


PAGES = (Page("/history", history),)
