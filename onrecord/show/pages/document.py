"""A document is shown exactly as it is stored; what was found in it stands in the margin beside its words."""

from __future__ import annotations

from collections import Counter
from typing import Any
from urllib.parse import urlsplit

from onrecord import api, export
from onrecord.errors import UsageError
from onrecord.show import addresses
from onrecord.show.blocks import Found, blocks
from onrecord.show.contract import Answer, Asked, Page, Raw
from onrecord.show.saved import saved


def document(asked: Asked) -> Answer:
    """A document with what was found in it.

    Raises:
        UsageError: there is no document of this id.
    """
    store, id = asked.store, asked.path["id"]
    versions = store.versions(id)
    listed = next((one for one in versions if one.document.id == id), None)
    shown = store.document(id)
    if listed is None or shown is None:
        raise _missing(id)
    # Rejected statements are shown too, so that a decision can be seen and undone.
    told = list(api.told(store, api.Filter(document=id, all_versions=True, reviewed="all")))
    findings = list(api.findings(store, api.FindingFilter(document=id, reviewed="all", order="score")))
    found = Found(shown, store.passages(id), told, store.times(id), store.families_in(id), findings)
    families = {head.id: head for _, head in found.families if head.documents > 1}
    outward = addresses.outward(shown.url) or addresses.outward(shown.source)
    view = {
        "document": shown,
        "listed": listed,
        "blocks": blocks(found),
        "versions": versions,
        "modes": Counter(one.statement.mode for one in told).most_common(),
        "undecided": sum(one.review is None for one in told),
        "families": [head for head in families.values() if head.kind != "formula"],
        "findings": findings,
        "times": found.times,
        "outward": outward,
        "host": (urlsplit(outward).hostname or "").removeprefix("www.") if outward else "",
        "page_kept": store.raw(id) is not None,
        "section": "/documents",
        "address": asked.address,
    }
    return Answer("document.html", shown.title or shown.path, _data(found, listed, versions), view)


def source(asked: Asked) -> Raw:
    """What a document was read from, as it was saved; nothing in it can run or load.

    Raises:
        UsageError: there is no document of this id.
    """
    shown = asked.store.document(asked.path["id"])
    if shown is None:
        raise _missing(asked.path["id"])
    return saved(shown, asked.store.raw(shown.id), whole=asked.get("as") == "file")


def _data(found: Found, listed: api.Listed, versions: list[api.Listed]) -> dict[str, Any]:
    document = found.document
    passages = [
        {
            "number": one.number,
            "span": list(one.span),
            "kind": one.kind,
            "label": one.label and list(one.label),
        }
        for one in found.passages
    ]
    return {
        "document": export.document_line(listed),
        "text": document.text,
        "passages": passages,
        "statements": [export.line(told) for told in found.told],
        "dates": [export.date_line((document, time)) for time in found.times],
        "versions": [export.document_line(one) for one in versions],
        "families": [{"span": list(span), **head._asdict()} for span, head in found.families],
        "findings": [export.finding_line(row) for row in found.findings],
    }


def _missing(id: str) -> UsageError:
    return UsageError("there is no document of this id", id, "take one from the list of documents")


PAGES = (Page("/document/{id:path}/source", source), Page("/document/{id:path}", document))
