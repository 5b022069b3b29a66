"""Texts about invented people and places, as the checks of counts see them."""

from __future__ import annotations

from onrecord import link, read
from onrecord.check.contract import Check
from onrecord.model import Finding, Item, Matter, Reading
from onrecord.settings import Settings


def matter(text: str, day: str | None = None, name: str = "paper") -> Matter:
    """A Markdown text as checks see it, published on a day (YYYY-MM-DD)."""
    head = f"---\ndate: {day}\n---\n\n" if day else ""
    item = Item(path=f"{name}.md", source=f"/{name}.md", kind="markdown", data=(head + text).encode())
    reading = next(r for r in read.documents(item, Settings()) if isinstance(r, Reading))
    return link.matter(reading.document, reading.passages, (), (), reading.document.published)


def found(check: Check, text: str) -> list[Finding]:
    assert check.within
    return list(check.within(matter(text)))
