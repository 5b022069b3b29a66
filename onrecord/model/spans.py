"""Every offset is a code point of one document's text."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range [start, end) of code points in one document's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words this span covers in `text`."""
        return text[self.start : self.end]
