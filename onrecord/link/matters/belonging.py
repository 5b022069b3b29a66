"""Members are told of a body that was named before them, by words that leave nobody out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from onrecord.link.matters.items import cut
from onrecord.link.matters.languages import en_members as en
from onrecord.link.matters.memberships import ROW, Membership
from onrecord.model import Span

_CAPITAL = r"[^\W\d_a-z][\w’'-]*"
_BODY = (
    rf"(?:(?:{_CAPITAL}\s){{0,4}}{en.NAMED_BODY}(?:\s(?:of|for|on)\s(?:the\s)?{_CAPITAL}(?:\s{_CAPITAL})?)?"
    rf"|(?:{_CAPITAL}\s){{1,4}}\([A-Z][\w&-]+\))"
)
_THE_BODY = re.compile(rf"\b(?:[Tt]he|[Aa]n?)\s(?P<body>{_BODY}|{en.GENERA}\b)")
_ITS = re.compile(rf"\b{en.ITS}{en.ROLE}(?:\s(?:are|were)|(?=:)){en.THE_SAME}(?=[A-Z]|the\s[A-Z])")
_TO = re.compile(rf"\b{en.TO}(?P<body>{_BODY}){en.BELONGS}(?=[A-Z]|the\s[A-Z])")
_NONE_BUT = re.compile(rf"\b{en.NONE_BUT}(?=[A-Z]|the\s[A-Z])")
_NO_OTHER = re.compile(rf"{en.NO_OTHER}(?:the\s)?(?P<body>{_BODY})")
_OF = re.compile(
    rf"(?:{en.OF_BODY}|{en.ROLE})\sof\s(?:the\s)?(?P<body>{_BODY}|{en.GENERA}\b)(?:\s\([A-Z][\w&-]+\))?"
    r"(?P<sign>:\s|\s[–—-]\s|—|,\s)(?=[A-Z]|the\s[A-Z])"
)
_SIGNED = re.compile(rf"\b[Tt]he\s(?P<body>{en.GENERA})\s{en.SIGNED_BY}\s(?=[A-Z]|the\s[A-Z])")
_NEXT_CLAUSE = re.compile(r",\sand\s[^,]+$")
_TWO = re.compile(r"\s(?:and|&)\s[^,]+,\sand\s[^,]+$")
# "Arle, the members of the Pact, Bela and Cela": the members are a part of a row.
_IN_A_ROW = re.compile(r"(?:,|\band)\s+(?:the\s+)?(?:\w+\s+)?$")
_CLOSED = re.compile(r"[,.;:)–—]|\s[–—-]\s|$")
_BACK = 400  # code points before "its members" in which the body is named
_STEMS = ("ts members", "ts member ", "ts signator", "ts parties", "ts participants")

Place = Callable[[int], Span | None]


def memberships(text: str, place: Place) -> Iterator[Membership]:
    """Every naming of all members of a body that the words before them name, or name again.

    Args:
        place: the passage that a code point stands in, or None.
    """
    for stem in _STEMS:
        for at in _each(text, stem):
            found = _ITS.match(text, at - 1) if at else None
            body = _last_body(text, at) if found else None
            if found and body:
                yield from _row(text, found.end(), body, place)
    for at in _each(text, " belong"):
        begin = text.rfind("To ", max(0, at - 120), at)
        told = _TO.match(text, begin) if begin >= 0 else None
        if told and told.start() < at < told.end():
            yield from _row(text, told.end(), _span(told), place)
    for at in _each(text, "signed by "):
        begin = max(text.rfind("The ", max(0, at - 40), at), text.rfind("the ", max(0, at - 40), at))
        signed = _SIGNED.match(text, begin) if begin >= 0 else None
        if signed and signed.start() < at < signed.end():
            yield from _row(text, signed.end(), _span(signed), place)
    for at in _each(text, ", no "):
        yield from _none_but(text, at, place)
    for stem in (*en.OF_BODY_STEMS, "embers of", "ignatories of"):
        for at in _each(text, stem):
            begin = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1
            named = _OF.match(text, begin)
            if named and not (named["sign"] == ", " and _IN_A_ROW.search(text, max(0, begin - 32), begin)):
                yield from _row(text, named.end(), _span(named), place, named["sign"].strip())


def _none_but(text: str, at: int, place: Place) -> Iterator[Membership]:
    """ "Besides A, B and C, no state belongs to X"."""
    no_other = _NO_OTHER.match(text, at)
    if not no_other:
        return
    for opening in _NONE_BUT.finditer(text, max(0, at - _BACK), at):
        row = ROW.match(text, opening.end())
        if row and row.end() == at:
            yield from _row(text, opening.end(), _span(no_other), place)


def _row(text: str, begin: int, body: Span, place: Place, sign: str = "") -> Iterator[Membership]:
    """The row that begins there and ends where something ends."""
    row = ROW.match(text, begin)
    passage = place(begin) if row else None
    if not row or passage is None or row.end() > passage.end:
        return
    end = row.end()
    if not _CLOSED.match(text, end) and _TWO.search(row[0]) and (clause := _NEXT_CLAUSE.search(row[0])):
        end = begin + clause.start()  # "A, B and C, and D chairs it"
    if not _CLOSED.match(text, end) or (sign == "," and text[end : end + 1] != ","):
        return
    if sign in ("–", "—", "-") and text[end : end + 3].strip()[:1] not in (sign, ".", ""):
        return
    items = cut(text, begin, end)
    if items and len(items.spans) > 2:
        yield Membership(body, items, True)


def _last_body(text: str, at: int) -> Span | None:
    """The body that is named last before "its"."""
    bodies = list(_THE_BODY.finditer(text, max(0, at - _BACK), at))
    return _span(bodies[-1]) if bodies else None


def _span(found: re.Match[str]) -> Span:
    return Span(*found.span("body"))


def _each(text: str, stem: str) -> Iterator[int]:
    at = text.find(stem)
    while at >= 0:
        yield at
        at = text.find(stem, at + 1)
