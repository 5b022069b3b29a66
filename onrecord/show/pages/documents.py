"""Every document that was read is listed with its version, and every source that was not with the reason."""

from __future__ import annotations

from typing import Any

from onrecord import api, export
from onrecord.show.contract import Answer, Asked, Page
from onrecord.show.pages import sheets

FIELDS = ("outlet", "language", "kind", "document", "since", "until")  # of the filter, beside its words


def documents(asked: Asked) -> Answer:
    """The documents that the query lets through, newest first unless it says otherwise."""
    given: dict[str, Any] = {name: asked.get(name) for name in ("q", "order", *FIELDS)}
    filter = api.Filter(
        words=given["q"],
        order=given["order"] or "newest",
        limit=sheets.SIZE,
        offset=sheets.offset(asked),
        **{name: given[name] for name in FIELDS},
    )
    found = asked.site.overview.documents(asked.store, filter)
    sheet = sheets.counted(asked, found.items, found.total)
    failed = api.counts(asked.store).failures
    data = {
        **sheet.about(asked),
        "failed": failed,
        "documents": [export.document_line(one) for one in sheet.items],
    }
    view = {"sheet": sheet, "failed": failed, "given": given, "narrowed": any(given.values())}
    return Answer("documents.html", "Documents", data, view)


def failures(asked: Asked) -> Answer:
    """What could not be read when it was last added, with the reason and what can be done."""
    sheet = sheets.uncounted(asked, api.failures(asked.store))
    total = api.counts(asked.store).failures
    data: dict[str, Any] = {
        **sheet.about(asked),
        "total": total,
        "failures": [export.failure_line(one) for one in sheet.items],
    }
    return Answer("failures.html", "What could not be read", data, {"sheet": sheet, "total": total})


PAGES = (Page("/documents", documents), Page("/documents/failed", failures))
