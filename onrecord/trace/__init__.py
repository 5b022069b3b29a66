"""How one text repeats another: pure functions of words, blind to where documents are kept."""

from __future__ import annotations

VERSION = 1

__all__ = ["VERSION"]
