"""An enumeration has at least two items of one sort, and says whether they are all there are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from onrecord.link.matters import belonging, leads, lines, memberships, trailing, wholes
from onrecord.link.matters.items import Items, bracketed, cut, sentence_end
from onrecord.link.matters.languages import en_lists as en
from onrecord.model import Document, Enumeration, Passage, Span

_NAMES = re.compile(r"[:–—(][\s*_]{0,4}(?:[Tt]he )?(?=[A-Z][^,.;:()–—]{1,60},)")
_FIRST_OPEN = re.compile(rf"\s*(?:{en.OPEN})\b[\s:,]*", re.I)
_CLAUSE = re.compile(en.VERBAL)
_RELATIVE = re.compile(r"(?:which|who|whom|whose|that|but|so|because|where|when|while|with|as|then|by)\b")
_TO = re.compile(r"to\s[a-z]+\s[a-z]")
_NOUN = re.compile(r"[a-z]+(?:-[a-z]+)?")
_QUALITY = re.compile(en.QUALITY)
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
    solid = [passage for passage in passages if passage.kind != "furniture"]
    starts = [passage.span.start for passage in solid]

    def place(at: int) -> Span | None:
        number = bisect_right(starts, at) - 1
        span = solid[number].span if number >= 0 else None
        return span if span and at < span.end else None

    found: dict[int, Enumeration] = {}
    parts = (*_counted(text, place), *_summed(text, place), *_members(text, place), *_lists(text, passages))
    for listed in parts:
        found.setdefault(listed.items[0].start, listed)
    told_of = (
        *memberships.memberships(text, place, _sentence),
        *belonging.memberships(text, place),
    )
    for told in told_of:
        first = told.items.spans[0].start
        if first not in found:
            found[first] = _made(told.items, None, wholes.Whole(told.body, told.closed), told.closed)
        elif found[first].whole is None:
            found[first] = replace(found[first], whole=told.body)
    return tuple(found[start] for start in sorted(found))


def _counted(text: str, place: Callable[[int], Span | None]) -> Iterator[Enumeration]:
    """Enumerations that a number announces within a sentence."""
    for lead in leads.counted(text, place):
        start, end = place(lead.opener) or lead.span
        first = _FIRST_OPEN.match(text, lead.begin, end)
        items = _opened(text, first.end() if first else lead.begin, end, lead.sign)
        if items and _fits(text, items, lead.sign):
            yield _made(items, lead.span, _whole(text, start, lead), lead.closed and not first)


def _summed(text: str, place: Callable[[int], Span | None]) -> Iterator[Enumeration]:
    """Enumerations that a number after them sums up."""
    for found in trailing.summed(text, place, _sentence):
        yield _made(found.items, found.lead, None, True)


def _members(text: str, place: Callable[[int], Span | None]) -> Iterator[Enumeration]:
    """Enumerations of a body's members."""
    for sign in ":(–—":
        at = text.find(sign)
        while at >= 0:
            passage = place(at) if _NAMES.match(text, at) else None
            if passage:
                whole = wholes.before(
                    text, _sentence(text, passage.start, at), at, sign == "(" or _dashed(text, at)
                )
                if whole:
                    yield from _of_whole(text, at + 1, passage.end, sign, whole)
            at = text.find(sign, at + 1)
    for verb in wholes.verbs(text):
        passage = None if leads.number(text, verb.end()) else place(verb.start())
        if passage:
            whole = wholes.subject(text, _sentence(text, passage.start, verb.start()), verb)
            if whole:
                yield from _of_whole(text, verb.end(), passage.end, ":", whole)


def _dashed(text: str, at: int) -> bool:
    """Whether a row of names stands between two dashes, of which the first is at `at`."""
    begin = at + 1 + text.startswith(" ", at + 1)
    row = memberships.ROW.match(text, begin) if text[at] in "–—" else None
    return row is not None and text[row.end() : row.end() + 3].strip()[:1] == text[at]


def _lists(text: str, passages: Sequence[Passage]) -> Iterator[Enumeration]:
    """Enumerations made of the lines of a list."""
    for number, passage in enumerate(passages):
        start, end = passage.span
        if passage.kind == "furniture" or ":" not in text[end - 6 : end]:
            continue
        if text[start:end].rstrip("*_ \n\u00a0")[-1:] == ":" and (below := _below(text, passages, number)):
            yield below


def _whole(text: str, start: int, lead: leads.Lead) -> wholes.Whole | None:
    """The body whose parts a counted list names: before its verb, or within the lead itself."""
    begin = _sentence(text, start, lead.span.start)
    for verb in wholes.VERB.finditer(text, max(begin, lead.span.start - 40), lead.span.start + 12):
        if lead.span.start <= verb.end() <= lead.span.start + 4:
            return wholes.subject(text, begin, verb)
    return wholes.before(text, lead.span.start, lead.opener, False)


def _of_whole(text: str, begin: int, end: int, sign: str, whole: wholes.Whole) -> Iterator[Enumeration]:
    items = _opened(text, begin, end, sign)
    if items and len(items.spans) > 2 and items.bound and _names(text, items.spans):
        yield _made(items, None, whole, whole.sure)


def _fits(text: str, items: Items, sign: str) -> bool:
    """Whether what follows a counted lead is a list: names after a comma, noun phrases after a dash."""
    if sign in ",=":
        return items.bound and (_names(text, items.spans) or _alike(text, items.spans))
    heads = {item.of(text).split()[0] for item in items.spans}
    if _RELATIVE.match(text, items.spans[0].start) and not (sign == ":" and len(heads) == 1):
        return False
    return sign == ":" or not any(_CLAUSE.search(item.of(text)) for item in items.spans)


def _alike(text: str, items: Sequence[Span]) -> bool:
    """Whether the items are surely what is counted, though no names: plain nouns, or "to do" each time."""
    printed = [item.of(text) for item in items]
    if len(printed) < 3:
        return False
    if all(_TO.match(item) for item in printed):
        return True
    plain = all(_NOUN.fullmatch(item) and not _QUALITY.search(item) for item in printed)
    return plain and any(leads.plural(item) for item in printed)


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
    lead = leads.above(text, begin, end)
    colon = text.rindex(":", start, end)
    whole = _whole(text, begin, lead) if lead else wholes.before(text, begin, colon, False)
    closed = lead.closed if lead else not _OPEN_LEAD.search(text, begin, colon)
    span = Span(items[0].start, found[-1].end)
    return Enumeration(span, items, lead.span if lead else None, whole.span if whole else None, closed)
