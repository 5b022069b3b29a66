"""What a document was read from is shown as it was saved, without anything that could run, load or lead away.

Besides, the answer is sandboxed: this is the second lock, for what policies of pages do not hold (a browser
may still look up or greet the hosts that a page names beforehand).
"""

from __future__ import annotations

import codecs
import re

from onrecord.model import Document
from onrecord.show.contract import Raw

# Elements of HTML that load, run, or say where links lead; as unknown elements they keep what stands in them.
_ACTIVE = re.compile(
    r"<(/?)(?=(?:script|link|meta|base|iframe|frame|frameset|object|embed|applet|portal|form|audio|video|source)"
    r"[\s/>])",
    re.I,
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_LOOKED_AT = 4096  # bytes of a page in which it says its encoding
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def saved(document: Document, raw: bytes | None, whole: bool) -> Raw:
    """The stored page of a document, or its text where no page is kept.

    Args:
        document: with its text.
        raw: the bytes of the page, or None.
        whole: give the bytes untouched, as a file to save.
    """
    if raw is None:
        data = document.text.encode("utf-8", "replace")
        return Raw("text/plain; charset=utf-8", data, f"{document.id}.txt" if whole else None, sandboxed=True)
    if whole:
        return Raw("application/octet-stream", raw, f"{document.id}.html", sandboxed=True)
    page = _ACTIVE.sub(r"<\1x-", _decoded(raw))
    return Raw("text/html; charset=utf-8", page.encode("utf-8", "replace"), sandboxed=True)


def _decoded(data: bytes) -> str:
    """The page's characters by what it says of itself, else UTF-8, else the encoding of old western pages."""
    named = next((name for bom, name in _BOMS if data.startswith(bom)), None)
    said = _CHARSET.search(data[:_LOOKED_AT])
    if named is None and said:
        try:
            named = codecs.lookup(said[1].decode("ascii")).name
            "".encode(named)
        except (LookupError, UnicodeError):
            named = None
    for name in filter(None, (named, "utf-8")):
        try:
            return data.decode(name)
        except (UnicodeError, LookupError, AssertionError):
            continue
    return data.decode(named if named and named.startswith("utf") else "cp1252", "replace")
