"""A search lists exactly what its address asks for, and what it exports is what it lists."""

from __future__ import annotations

from onrecord import api, export
from onrecord.show.contract import Answer, Asked, Page

SIZE = 50  # statements on a page


def search(asked: Asked) -> Answer:
    """The statements of the record that the query lets through."""
    filter = api.Filter(words=asked.get("q"), limit=SIZE)
    found = list(api.told(asked.store, filter))
    return Answer(
        "search.html",
        "Statements",
        {"statements": [export.line(one) for one in found]},
        {"found": found, "address": asked.address},
    )


PAGES = (Page("/", search),)
