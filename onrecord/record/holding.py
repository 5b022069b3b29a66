"""What is said here without reading a text as the index does is certain; where it is not, nothing is said."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from onrecord.record.search import folded, matcher, terms

# What parts words in every text: ASCII that is no letter or digit, and dashes, quotation marks, spaces.
_PARTS = rb"(?:[\x00-/:-@\[-`{-\x7f]|\xe2\x80[\x90-\xaf])"
# Beginnings of all other characters that are not ASCII: some are letters, some mean what ASCII means.
_OTHER = re.compile(rb"[\xc2-\xe1\xe3-\xff]|\xe2(?!\x80[\x90-\xaf])").search


@lru_cache(256)
def holder(query: str) -> Callable[[bytes], bool]:
    """What tells of words in UTF-8 whether they have all terms of a user's query, as `matcher` does.

    It is many times as quick where the query is ASCII: a text is read as the index reads it only where
    letters beyond ASCII could make a difference.

    Raises:
        UsageError: as `terms`.
    """
    exact = matcher(query)
    wanted = [_pattern(folded(term), begins) for term, begins in terms(query)]

    def holds(words: bytes) -> bool:
        if None not in wanted and all(pattern.search(words) for pattern in wanted if pattern):
            return True
        return bool(_OTHER(words) or None in wanted) and exact(words.decode("utf-8", "surrogatepass"))

    return holds


def _pattern(term: list[str], begins: bool) -> re.Pattern[bytes] | None:
    """What finds these words in a row; None where a pattern cannot be sure."""
    if not term or not all(word.isascii() for word in term):
        return None
    row = (_PARTS + b"+").join(re.escape(word.encode()) for word in term)
    end = b"" if begins else rb"(?:\Z|" + _PARTS + b")"
    return re.compile(rb"(?:\A|" + _PARTS + b")" + row + end, re.IGNORECASE)
