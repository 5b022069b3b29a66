"""Every entry is one text as it was read; no character of a title or a passage is a command of TeX."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from onrecord import api
from onrecord.export.moments import Moment
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
    given = {
        "title": f"{{{escaped(one.title)}}}",
        "author": " and ".join(author(*name) for name in one.authors),
        "organization" if one.url else "howpublished": escaped(one.outlet or ""),
        **dated(one.issued),
        "url": one.url or "",
        "urldate": one.accessed.iso().partition("/")[0] if one.accessed else "",
        "language": escaped(one.language or ""),
        "note": escaped(one.note),
        "annote": escaped(one.passage),
    }
    # A month is a name that every style knows, so it stands without braces.
    lines = [
        f"  {name} = {value}" if name == "month" else f"  {name} = {{{value}}}"
        for name, value in given.items()
        if value
    ]
    return f"@{'online' if one.url else 'misc'}{{{one.key},\n" + ",\n".join(lines) + "\n}\n\n"


def dated(issued: Moment | None) -> dict[str, str]:
    """A date for BibLaTeX, and its year and month for BibTeX, which knows no other."""
    if issued is None:
        return {}
    about = "~" if issued.about else ""
    fields = {
        "date": "/".join(part + about for part in issued.iso().split("/")),
        "year": str(issued.first[0]),
    }
    return fields | ({"month": _MONTHS[issued.first[1] - 1]} if len(issued.first) > 1 else {})


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
