"""A list that a number sums up fills its sentence up to the words that say so ("A and B are the two")."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from onrecord.link.matters.items import Items, cut
from onrecord.link.matters.languages import en_lists as en
from onrecord.link.matters.leads import plural
from onrecord.link.matters.memberships import ROW
from onrecord.model import Span

_SUMMED = re.compile(
    rf"(?P<sign>\s(?:{en.SUMMED_BY})\s|\s?[:–—]\s)(?P<lead>(?:{en.SUMMED})\s(?:only\s)?(?:{en.NUMBER})\s"
    r"(?P<noun>[a-z-]+(?:\s[a-z-]+)?))\b"
)
_STEMS = tuple(f"{sign}{word} " for sign in en.SUMMING for word in en.SUMMED.split("|"))
_FARTHEST = 600  # code points of a list before its number


class Summed(NamedTuple):
    """A list with the number after it."""

    items: Items
    lead: Span


def summed(
    text: str, place: Callable[[int], Span | None], sentence: Callable[[str, int, int], int]
) -> Iterator[Summed]:
    """Rows of names that a number sums up, in order.

    Args:
        place: the passage that a code point stands in, or None.
        sentence: where the sentence begins in which a place stands, in a text from a place on.
    """
    for at in _places(text):
        found = _SUMMED.match(text, at)
        passage = place(at) if found else None
        if not found or passage is None or not _counted(found["noun"]):
            continue
        begin = sentence(text, max(passage.start, at - _FARTHEST), at)
        while begin < at and text[begin] in ' \n“"‘*_':
            begin += 1
        row = ROW.match(text, begin)
        items = cut(text, begin, at) if row and row.end() == at else None
        if items and items.closed and items.bound:
            yield Summed(items, Span(*found.span("lead")))


def _places(text: str) -> list[int]:
    """Where one of the words may stand that say that a number sums up what is before them."""
    found = []
    for stem in _STEMS:
        at = text.find(stem)
        while at >= 0:
            found.append(at - (text[at] in ":–—" and at > 0 and text[at - 1] == " "))
            at = text.find(stem, at + 1)
    return sorted(set(found))


def _counted(noun: str) -> bool:
    words = noun.split()
    return any(plural(word) and word not in en.UNCOUNTED for word in words)
