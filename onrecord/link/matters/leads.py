"""A lead announces a list: the number or name before it, and whose members it lists, are in its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.link.matters.languages import en_lists as en
from onrecord.model import Span

_NUMBER = re.compile(rf"(?:{en.NUMBER})(?![\w%’'-])")
_OPENER = re.compile(r"[:(–—]|,[ \n](?=[A-Z]|the [A-Z])")
_BEFORE_NUMBER = re.compile(
    rf"(?:[\w.,$€£#/:’'-]|\b(?:no|any|every|each|per|than)[ \n]|\b(?:\d+|{en.NUMBER}|[Oo]ne) in[ \n])$"
)
_LABEL = re.compile(r"\b[A-Z][a-z]+[ \n\u00a0]$")
_OPENER = re.compile(r"[:(–—]|,[ \n](?=[A-Z]|the [A-Z])")
_BEFORE_NUMBER = re.compile(
    r"(?:[\w.,$€£#/:’'-]|No\. |[Pp]art |[Tt]itle |[Ss]ection |[Cc]hapter |[Aa]rticle )$"
)
_STOP = re.compile(r"[.;:,()!?–—“”\"\t]|\s-\s|\n\s*\n")
_GLUED = re.compile(r"(?<=[A-Z])\.(?=[A-Z]|[ \n][a-z])")
_OF_BEFORE = re.compile(
    rf"(?<!\w)(?P<number>[Oo]ne|{en.NUMBER})\s+(?:out )?of\s+"
    r"(?:(?:the|its|our|their|his|her|these|those|all)\s+)*(?:\w+\s+)?$"
)
_DETERMINER = re.compile(
    r"(?:\b(?:the|these|those|its|their|our|his|her|all|following|other|new|first|last|next)\s+)+$", re.I
)
_NOT_IN_LEAD = re.compile(en.NOT_IN_LEAD)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_OPEN = re.compile(rf"\b(?:{en.OPEN})[\s:]*$", re.I)

_FARTHEST = 150  # code points from a number to the sign before its list
OPENERS = {":": ":", "(": "(", "–": "-", "—": "-", "-": "-", ",": ","}


class Lead(NamedTuple):
    """What announces a list.

    Attributes:
        span: the noun phrase, from its determiner to its end.
        opener: where the sign before the list stands.
        begin: where the list begins.
        sign: ":", "(", "-" or ",".
        closed: whether no "including" or the like stands before the list.
    """

    span: Span
    opener: int
    begin: int
    sign: str
    closed: bool


def counted(text: str, start: int, end: int) -> Iterator[Lead]:
    """Leads with a number, nearest to their list: "9 of the 15 former republics:", "the three states –"."""
    for opener in _OPENER.finditer(text, start, end):
        if lead := _before(text, start, *opener.span()):
            yield lead
    place = text.find(" - ", start, end)
    while place >= 0:
        if lead := _before(text, start, place, place + 3):
            yield lead
        place = text.find(" - ", place + 3, end)


def last(text: str, start: int, end: int) -> Lead | None:
    """The lead of the list below a passage that ends with a colon."""
    colon = text.rindex(":", start, end)
    return _before(text, start, colon, colon + 1)


def _before(text: str, start: int, opener: int, begin: int) -> Lead | None:
    """The lead that ends at the sign before a list, which stands in text[opener:begin]."""
    low = max(start, opener - _FARTHEST)
    for stop in _STOP.finditer(text, low, opener):
        if stop[0] != "." or not _GLUED.match(text, stop.start(), opener):
            low = stop.end()
    short = text[opener] == ","
    for found in reversed(list(_NUMBER.finditer(text, low, opener))):
        number = found.start()
        if number > start and _no_count(text, start, number):
            continue
        if not _plausible(text[found.end() : opener], short):
            return None
        of = _OF_BEFORE.search(text, max(low, number - 40), number)
        first = of.start("number") if of else number
        return _lead(text, start, first, opener, begin)
    return None


def _no_count(text: str, start: int, number: int) -> bool:
    """Whether what is before a number makes it a part, label or rate: "$5", "Region 1", "one in ten"."""
    if _BEFORE_NUMBER.search(text, max(start, number - 16), number):
        return True
    label = _LABEL.search(text, max(start, number - 16), number) if text[number].isdigit() else None
    return (
        label is not None and label[0].strip() not in en.STARTERS and label[0].strip() not in en.BEFORE_COUNTS
    )


def _lead(text: str, start: int, number: int, opener: int, begin: int) -> Lead:
    determiner = _DETERMINER.search(text, max(start, number - 40), number)
    stop = opener
    while stop > number and text[stop - 1] in " \n\u00a0*_":
        stop -= 1
    span = Span(determiner.start() if determiner else number, stop)
    sign = OPENERS[text[opener:begin].strip()]
    while begin < opener + 8 and text[begin : begin + 1] in tuple("*_ \n\u00a0"):
        begin += 1
    return Lead(span, opener, begin, sign, not _OPEN.search(text, number, stop))


def _plausible(phrase: str, short: bool) -> bool:
    """Whether the words after a number are a plural noun, with nothing that begins another clause."""
    words = _WORD.findall(phrase)
    if not words or (short and len(words) > 6) or words[0].lower() in en.UNCOUNTED:
        return False
    place = next((n for n, word in enumerate(words[:6]) if plural(word)), None)
    if place is None or words[place].lower() in en.UNCOUNTED or words[-1].lower() in en.DANGLING:
        return False
    if short and not words[-1][0].islower():  # "in Ohio, Iowa and Maine": the first stands before the comma
        return False
    return not _NOT_IN_LEAD.search(phrase)


def plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    lower = word.lower()
    if lower in en.PLURALS:
        return True
    return (
        len(word) > 3
        and lower.endswith("s")
        and not lower.endswith(("ss", "’s", "'s", "ous"))
        and word not in en.NO_PLURALS
    )
