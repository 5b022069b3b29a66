"""Every item is one text as it was read, in CSL-JSON as reference managers take it in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord import api
from onrecord.export.moments import Moment
from onrecord.export.plain import clean, flat, json_text
from onrecord.export.sources import Source, source
from onrecord.export.views import View


def pieces(view: View, things: Iterator[Any]) -> Iterator[bytes]:
    """One array of items, one a line, in order."""
    lead = "[\n"
    with api.reading(view.record) as store:
        for thing in things:
            added = store.when_added(thing.document.id)
            yield (lead + json_text(item(source(thing, view.kind, added)))).encode()
            lead = ",\n"
    yield b"[]\n" if lead == "[\n" else b"\n]\n"


def item(one: Source) -> dict[str, Any]:
    """One item; what is unknown is left out, as the format wants it."""
    fields: dict[str, Any] = {
        "id": one.key,
        "type": "article-newspaper" if one.outlet else "webpage" if one.url else "document",
        "title": one.title,
        "author": [author(*name) for name in one.authors],
        "container-title": one.outlet,
        "issued": date(one.issued),
        "accessed": date(one.accessed),
        "URL": one.url,
        "language": one.language,
        "note": flat(f"{one.note.removesuffix('.')}: {one.passage}") if one.passage else one.note,
        "annote": clean(one.passage),
    }
    return {name: value for name, value in fields.items() if value}


def author(name: str, personal: bool) -> dict[str, str]:
    """A byline; what is no person's name stays whole."""
    given, _, family = name.rpartition(" ")
    return {"family": family, "given": given} if personal else {"literal": name}


def date(moment: Moment | None) -> dict[str, Any] | None:
    """A date with no more parts than are known; a stretch of time has two."""
    if moment is None:
        return None
    parts = [list(day) for day in (moment.first, moment.last) if day]
    return {"date-parts": parts} | ({"circa": True} if moment.about else {})
