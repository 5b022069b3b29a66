"""A file holds exactly what the list shows that it is saved from: all its pages, in its order."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord import api, export
from onrecord.errors import UsageError
from onrecord.show import filters
from onrecord.show.contract import Asked, Page, Raw


def exported(asked: Asked) -> Raw:
    """The file of what the query asks for; `what` says of which kind of things."""
    kind = asked.get("what") or "statements"
    if kind not in export.KINDS:
        raise UsageError("there is no such list", kind, f"ask for one of {', '.join(export.KINDS)}")
    known = {format.name: format for format in export.formats(kind)}
    if asked.path["format"] not in known:
        raise UsageError(
            f"{kind} cannot be saved so", asked.path["format"], f"take one of {', '.join(known)}"
        )
    format = known[asked.path["format"]]
    view = export.View(asked.store, kind, filters.wanted(kind, asked.query))
    view.things()  # a filter that means nothing is refused here, and not within a file

    def pieces(store: api.Record) -> Iterator[bytes]:
        return export.stream(format, export.View(store, kind, view.filter, view.made))

    name = f"{asked.site.record.stem}-{export.file_name(format, view)}"
    return Raw(format.media, pieces, name)


PAGES = (Page("/export/{format}", exported),)
