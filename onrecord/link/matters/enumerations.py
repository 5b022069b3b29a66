"""An enumeration has at least two items of one sort, and says whether they are all there are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.link.matters import leads, lines, wholes
from onrecord.link.matters.items import Items, bracketed, cut, sentence_end
from onrecord.link.matters.languages import en_lists as en
from onrecord.model import Document, Enumeration, Passage, Span

_NAMES = re.compile(r"(?P<sign>:|[–—]|\()[\s*_]{0,4}(?:[Tt]he )?(?=[A-Z][^,.;:()–—]{1,60},)")
_FIRST_OPEN = re.compile(rf"\s*(?:{en.OPEN})\b[\s:,]*", re.I)
_CLAUSE = re.compile(en.VERBAL)
_RELATIVE = re.compile(r"(?:which|who|whom|whose|that|but|so|because|where|when|while|with|as|then|by)\b")
_OPEN_LEAD = re.compile(rf"\b(?:{en.OPEN})[\s:]*$", re.I)
_SENTENCE = re.compile(r"[.!?][\"”’)]*\s+(?=[A-Z“\"])")


def enumerations(document: Document, passages: Sequence[Passage]) -> tuple[Enumeration, ...]:
    """The enumerations of a document that something announces, in order; furniture has none.

    What announces one is a number ("three states: A, B and C"), a body whose members it names ("the Quad (A,
    B, C and D)"), a verb ("consists of A, B and C") or a line that ends with a colon above lines of a list.
    """
    if document.language not in (None, "en"):
        return ()
    text = document.text
    found: dict[int, Enumeration] = {}
    for place, passage in enumerate(passages):
        if passage.kind == "furniture":
            continue
        for listed in _within(text, *passage.span):
            found.setdefault(listed.items[0].start, listed)
        if text[passage.span.start : passage.span.end].rstrip("*_ \n\u00a0")[-1:] == ":":
            below = _below(text, passages, place)
            if below:
                found.setdefault(below.items[0].start, below)
    return tuple(found[start] for start in sorted(found))


def _within(text: str, start: int, end: int) -> Iterator[Enumeration]:
    """Enumerations within the sentences of a passage."""
    for lead in leads.counted(text, start, end):
        first = _FIRST_OPEN.match(text, lead.begin, end)
        items = _opened(text, first.end() if first else lead.begin, end, lead.sign)
        if items and _fits(text, items, lead.sign):
            yield _made(items, lead.span, _whole(text, start, lead), lead.closed and not first)
    for match in _NAMES.finditer(text, start, end):
        bracket = match["sign"] == "("
        whole = wholes.before(text, _sentence(text, start, match.start()), match.start(), bracket)
        if whole:
            yield from _members(text, match.start() + 1, end, match["sign"], whole)
    for verb in wholes.VERB.finditer(text, start, end):
        whole = wholes.subject(text, _sentence(text, start, verb.start()), verb)
        if whole:
            yield from _members(text, verb.end(), end, ":", whole)


def _whole(text: str, start: int, lead: leads.Lead) -> wholes.Whole | None:
    """The body whose parts a counted list names: before its verb, or within the lead itself."""
    begin = _sentence(text, start, lead.span.start)
    for verb in wholes.VERB.finditer(text, max(begin, lead.span.start - 40), lead.span.start + 1):
        if verb.end() >= lead.span.start:
            return wholes.subject(text, begin, verb)
    return wholes.before(text, lead.span.start, lead.opener, False)


def _members(text: str, begin: int, end: int, sign: str, whole: wholes.Whole) -> Iterator[Enumeration]:
    items = _opened(text, begin, end, sign)
    if items and len(items.spans) > 2 and items.bound and _names(text, items.spans):
        yield _made(items, None, whole, whole.sure)


def _fits(text: str, items: Items, sign: str) -> bool:
    """Whether what follows a counted lead is a list: names after a comma, noun phrases after a dash."""
    if sign == ",":
        return items.bound and _names(text, items.spans)
    if _RELATIVE.match(text, items.spans[0].start):
        return False
    return sign == ":" or not any(_CLAUSE.search(item.of(text)) for item in items.spans)


def _opened(text: str, begin: int, end: int, sign: str) -> Items | None:
    """The items after an opening sign."""
    if sign == "(":
        if text.startswith("](", begin - 2):
            return None
        close = bracketed(text, begin, end)
        if close is None:
            return None
        found = cut(text, begin, close)
        return found._replace(bound=True) if found else None
    return cut(text, begin, sentence_end(text, begin, end), sign == "-")


def _made(items: Items, lead: Span | None, whole: wholes.Whole | None, closed: bool) -> Enumeration:
    return Enumeration(
        span=Span(items.spans[0].start, items.spans[-1].end),
        items=items.spans,
        lead=lead,
        whole=whole.span if whole else None,
        closed=closed and items.closed,
    )


def _names(text: str, items: Sequence[Span]) -> bool:
    """Whether all items are names: short, and with a capital after "the"."""
    for item in items:
        words = item.of(text).split()
        if words and words[0].lower() in ("the", "a"):
            words = words[1:]
        if not words or len(words) > 7 or not (words[0][0].isupper() or words[0][0].isdigit()):
            return False
    return True


def _sentence(text: str, start: int, place: int) -> int:
    """Where the sentence begins in which `place` stands."""
    begin = max(start, place - 400)
    last = begin
    for match in _SENTENCE.finditer(text, begin, place):
        last = match.end()
    return last


def _below(text: str, passages: Sequence[Passage], place: int) -> Enumeration | None:
    """The lines of a list under a line that ends with a colon."""
    first = place + 1
    while first < len(passages) and passages[first].kind == "furniture":
        first += 1
    if first >= len(passages):
        return None
    found, _ = lines.run(text, passages, first)
    if len(found) < 2:
        return None
    start, end = passages[place].span
    items = tuple(lines.name(text, line.start, line.end) for line in found)
    if any(item.start >= item.end for item in items):
        return None
    begin = _sentence(text, start, end)
    lead = leads.last(text, begin, end)
    colon = text.rindex(":", start, end)
    whole = _whole(text, begin, lead) if lead else wholes.before(text, begin, colon, False)
    closed = lead.closed if lead else not _OPEN_LEAD.search(text, begin, colon)
    span = Span(items[0].start, found[-1].end)
    return Enumeration(span, items, lead.span if lead else None, whole.span if whole else None, closed)
