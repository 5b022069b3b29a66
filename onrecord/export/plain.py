"""Text that leaves is what stood there, but for characters that a format cannot hold: these become U+FFFD.

Every replacement is one code point for one, so that offsets hold.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Sequence

_SURROGATES = re.compile("[\ud800-\udfff]")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_encode = json.JSONEncoder(ensure_ascii=False).encode
_SPACES = re.compile(r"\s+")
WEB = ("http://", "https://")


def whole(text: str) -> str:
    """The text without lone surrogates, which no encoding holds."""
    return _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text)


def clean(text: str) -> str:
    """The text with nothing in it that XML 1.0 cannot hold."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def flat(text: str) -> str:
    """The text cleaned, on one line."""
    return clean(_SPACES.sub(" ", text)).strip()


def escape(text: str) -> str:
    """The text as HTML or XML shows it, within quotation marks too; `html.escape` loads a table of signs."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("'", "&#39;")


def xml(text: str) -> str:
    """The text as the content of an XML element, line ends kept as they are."""
    text = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\r", "&#13;")


def attribute(text: str) -> str:
    """The text as the value of an XML attribute, in quotation marks."""
    value = escape(clean(text)).replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#9;")
    return f'"{value}"'


def json_text(thing: object) -> str:
    """A thing as JSON in one line, whole."""
    return whole(_encode(thing))


def web_address(url: str | None) -> str | None:
    """The address if a browser may follow it as a page: only http and https, without white space."""
    if not url or not url.lower().startswith(WEB) or len(url) > 8000:
        return None
    return None if re.search(r"[\s\x00-\x1f\x7f\"<>\\^`{|}\ud800-\udfff]", url) else url


class Utf16:
    """Offsets of one text in UTF-16 code units, from offsets in code points.

    Args:
        text: the text whose offsets are asked for.
    """

    def __init__(self, text: str) -> None:
        astral = not text.isascii()
        self._pairs: Sequence[int] = [found.start() for found in _ASTRAL.finditer(text)] if astral else ()

    def at(self, offset: int) -> int:
        """The code units before this code point."""
        return offset + bisect_left(self._pairs, offset)
