"""Every entry is one text as it was read; no character of a title or a passage is a command of TeX."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from onrecord import api
from onrecord.export.plain import flat
from onrecord.export.sources import Source, source
from onrecord.export.views import View

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%",
    "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_SIGN = re.compile("[" + re.escape("".join(_SPECIAL)) + "]")
_CONTROL = re.compile("[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def pieces(view: View, things: Iterator[Any]) -> Iterator[bytes]:
    """One entry a thing, in order, in UTF-8, for BibTeX and BibLaTeX."""
    about = view.about()
    yield f"% {flat(about['by'])}, {about['made']}: {view.kind}, {comment(about['filter'])}\n".encode()
    with api.reading(view.record) as store:
        for thing in things:
            added = store.when_added(thing.document.id)
            yield entry(source(thing, view.kind, added)).encode("utf-8", "replace")


def entry(one: Source) -> str:
    """One entry, closed by an empty line."""
    fields = [("title", f"{{{escaped(one.title)}}}")]
    if one.authors:
        fields.append(("author", " and ".join(author(*name) for name in one.authors)))
    if one.outlet:
        fields.append(("organization", escaped(one.outlet)))
    if one.issued:
        about = "~" if one.issued.about else ""
        fields.append(("date", "/".join(part + about for part in one.issued.iso().split("/"))))
        fields.append(("year", str(one.issued.first[0])))
    month = _MONTHS[one.issued.first[1] - 1] if one.issued and len(one.issued.first) > 1 else None
    if one.url:
        fields.append(("url", one.url))
    if one.accessed:
        fields.append(("urldate", one.accessed.iso().partition("/")[0]))
    if one.language:
        fields.append(("langid" if len(one.language) > 3 else "language", escaped(one.language)))
    if one.note:
        fields.append(("note", escaped(one.note)))
    if one.passage:
        fields.append(("annote", escaped(one.passage)))
    lines = [f"  {name} = {{{value}}}" for name, value in fields]
    if month:
        lines.append(f"  month = {month}")  # a name that every style knows, so without braces
    return f"@{'online' if one.url else 'misc'}{{{one.key},\n" + ",\n".join(lines) + "\n}\n\n"


def escaped(text: str) -> str:
    """The text on one line, as TeX prints it."""
    bare = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", flat(text))
    return _SIGN.sub(lambda sign: _SPECIAL[sign[0]], bare)


def author(name: str, personal: bool) -> str:
    """A byline; what is no person's name stays whole, in braces of its own."""
    return escaped(name) if personal else f"{{{escaped(name)}}}"


def comment(text: str) -> str:
    """The text in a comment: an entry would begin at an "@"."""
    return flat(text).replace("@", "(at)")
