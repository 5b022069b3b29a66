"""A lead announces a list: the number before it stands in its sentence, nearer than any other sign."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from onrecord.link.matters.languages import en_lists as en
from onrecord.link.matters.languages import en_members as members
from onrecord.model import Span

_NUMBER = re.compile(rf"(?:{en.NUMBER})(?![\w%’'-])")
_GLUE = ".,$€£#/:’'-"
_BEFORE_NUMBER = re.compile(
    rf"(?:[\w.,$€£#/:’'-]|\b(?:no|any|every|each|per|than)\s|\b(?:\d+|{en.NUMBER}|[Oo]ne) in\s)$"
)
_AND_NUMBER = re.compile(rf"(?<!\w)(?:[Oo]ne|{en.NUMBER})\s(?:[\w’-]+\s){{1,5}}and\s(?:the\s)?$")
_LABEL = re.compile(r"\b[A-Z][a-z]+\s$")
_STOP = re.compile(r"[.;:,()!?–—“”\"\t]|\s-\s|\n\s*\n")
_GLUED = re.compile(r"(?<=[A-Z])\.(?=[A-Z]|[ \n][a-z])")
_OF_BEFORE = re.compile(
    rf"(?<!\w)(?P<number>[Oo]ne|{en.NUMBER})\s+(?:out )?of\s+"
    r"(?:(?:the|its|our|their|his|her|these|those|all)\s+)*(?:\w+\s+)?$"
)
_DETERMINER = re.compile(
    r"(?:\b(?:the|these|those|its|their|our|his|her|all|following|other|new|first|last|next)\s+)+$", re.I
)
_NAMELY = re.compile(rf"\s*(?:{en.NAMELY})[\s:,]+", re.I)
_EQUAL = re.compile(
    rf"\s(?:{en.EQUALS})\s+(?=(?:the\s)?[A-Z])|\s(?:are|were)\s+(?=[a-z-]+,\s[a-z-]+(?:,|\sand)\s|to\s[a-z])"
)
_TOLD = re.compile(r",\s(?:(?:[A-Z][\w.’-]*|the|she|he)\s){1,4}(?:said|says|wrote|added):\s")
_NOUNS = re.compile(r"[a-z-]+(?:,\s[a-z-]+)+,?\sand\s[a-z-]+(?=[,.;])")
_THEY_ARE = re.compile(rf"[.;]\s(?={en.THEY_ARE})(?:\w+\s\w+:?\s+)")
_NAMED_OF = re.compile(rf"\b(?:{en.NAMED_OF})(?P<sign>\sof\s+)(?=(?:the\s)?[A-Z][^.;:]*,[^.;:]*\sand\s)")
_NAMED = re.compile(rf"\b(?:{en.NAMED})(?P<sign>\s)(?=[A-Z][^.;:]*,[^.;:]*\sand\s)")
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Tt]hese|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s$")
_OF_ALL = re.compile(
    rf"(?:^|[.;:“]\s|\n)(?:[Oo]f|[Aa]mong|[Oo]ut of)\s(?:(?:the|its|all|these|our|their)\s)*(?:{en.NUMBER})\s"
    r"(?:[\w’'-]+\s){0,4}[\w’'-]+,\s(?:only\s)?$"
)
_OF_A_BODY = re.compile(
    rf"\sof\sthe\s(?:[A-Z][\w’-]*\s){{0,4}}{members.NAMED_BODY}(?:\s(?:of|for|on)\s(?:the\s)?[A-Z][\w’-]*)?(?=,|$)"
)
_BEGINS = re.compile(en.BEGINS)
_OTHER_COUNT = re.compile(en.OTHER_COUNT)
_RELATIVE = re.compile(r"\b(?:that|which|who|whom)\b")
_OBJECT = re.compile(en.OBJECT)
_BELONGING = re.compile(en.BELONGING)
_NOT_IN_LEAD = re.compile(en.NOT_IN_LEAD)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_TO = re.compile(r"\s?to\s[a-z]")
_ENDED = re.compile(r"[.!?][”\"’)]*\s+(?=[“\"]?[A-Z\d])")
_OPEN = re.compile(rf"\b(?:{en.OPEN})[\s:]*$", re.I)

_FARTHEST = 150  # code points from a number to the sign before its list
_ITEM = 40  # code points of an item that is looked at to know a list
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


def counted(text: str, place: Callable[[int], Span | None]) -> Iterator[Lead]:
    """Leads with a number, nearest to their list: "9 of the 15 former republics:", "the three states –".

    Args:
        place: the passage that a code point stands in, or None.
    """
    last: tuple[int, Lead | None] = (-1, None)
    for found in _numbers(text):
        number = found.start()
        opener = _opener(text, found.end())
        if opener is None or (number and _BEFORE_NUMBER.search(text, max(0, number - 16), number)):
            continue
        passage = place(number)
        if passage is None or opener[1] >= passage.end or _no_count(text, passage.start, number):
            continue
        lead = _announced(text, passage.start, found, opener)
        if last[1] and last[0] != opener[0]:
            yield last[1]
        last = (opener[0], lead)
    if last[1]:
        yield last[1]


def _numbers(text: str) -> list[re.Match[str]]:
    """The numbers of a text that stand by themselves; `str.find` is ten times as fast as one pattern."""
    found = []
    for stem in en.STEMS_OF_NUMBERS:
        at = text.find(stem)
        while at >= 0:
            if not (at and (text[at - 1].isalnum() or text[at - 1] in _GLUE)) and (
                match := _NUMBER.match(text, at)
            ):
                found.append(match)
            at = text.find(stem, at + 1)
    return sorted(found, key=lambda match: match.start())


def number(text: str, place: int) -> bool:
    """Whether a number stands there that may announce a list."""
    return _NUMBER.match(text, place) is not None


def above(text: str, start: int, end: int) -> Lead | None:
    """The lead of the list below a passage that ends with a colon: the last number that can count it."""
    colon = text.rindex(":", start, end)
    for found in reversed(list(_NUMBER.finditer(text, max(start, colon - 2 * _FARTHEST), colon))):
        number = found.start()
        if number > start and _BEFORE_NUMBER.search(text, max(start, number - 16), number):
            continue
        if _stopped(text, found.end(), colon):
            return None
        phrase = text[found.end() : colon]
        if not _no_count(text, start, number) and (
            _plausible(phrase, ":", True) or _subject(text[start:number], phrase)
        ):
            return _lead(text, start, number, (colon, colon + 1))
    return None


def _subject(before: str, phrase: str) -> bool:
    """Whether the number begins the sentence that ends above a list: "These four towns will be seen:"."""
    words = _WORD.findall(phrase)
    if not words or _BEGINS.fullmatch(before) is None or _OTHER_COUNT.search(phrase):
        return False
    if words[-1].lower() in en.DANGLING and _RELATIVE.search(phrase) is None:
        return False  # "the two sides will act together by:"
    place = next((n for n, word in enumerate(words[:5]) if plural(word)), None)
    return place is not None and words[place].lower() not in en.UNCOUNTED


def _stopped(text: str, place: int, end: int) -> bool:
    """Whether a sign stands between a number and the colon that ends its phrase."""
    stop = _STOP.search(text, place, end)
    while stop and stop[0] == "." and _GLUED.match(text, stop.start(), end):
        stop = _STOP.search(text, stop.end(), end)
    return stop is not None


def _opener(text: str, place: int) -> tuple[int, int] | None:
    """The sign before a list that ends the phrase which begins at `place`."""
    stop = _STOP.search(text, place, place + _FARTHEST)
    while stop and stop[0] == "." and _GLUED.match(text, stop.start()):
        stop = _STOP.search(text, stop.end(), place + _FARTHEST)
    if stop is None:
        return None
    sign = stop[0].strip()[:1]
    if sign in (".", ";") and (they := _THEY_ARE.match(text, stop.start())):
        return they.span()
    if sign == "," and (named := _joined_names(text, place, stop.start())):
        return named
    if sign == "," and (told := _TOLD.match(text, stop.start())):
        return told.span()
    equal = _EQUAL.search(text, place, stop.end() + _ITEM) if sign in (",", ".") else None
    if equal and equal.end() <= stop.start():
        return equal.span()
    if sign == "," and (namely := _NAMELY.match(text, stop.end())):
        return stop.start(), namely.end()
    return stop.span() if sign in OPENERS and sign else None


def _joined_names(text: str, place: int, stop: int) -> tuple[int, int] | None:
    """What joins a counted noun to the names after it: "the three towns of A, B and C"."""
    found = _NAMED_OF.search(text, place, stop + _FARTHEST)
    if found and _OF_A_BODY.match(text, found.start("sign")):
        return None  # "the three states of the Northern Pact, A, B and C"
    if not found and _ARTICLE.search(text[max(0, place - 24) : place].rpartition(" ")[0] + " "):
        found = _NAMED.search(text, place, stop + _FARTHEST)
    return found.span("sign") if found and found.end() < stop else None


def _announced(text: str, start: int, found: re.Match[str], opener: tuple[int, int]) -> Lead | None:
    sign = _sign(text, opener)
    if sign == ",":
        begin = _WORD.match(text, opener[1] + 1 if text[opener[1] : opener[1] + 1].isspace() else opener[1])
        if not begin or not (begin[0][0].isupper() or begin[0] == "the" or _row(text, begin)):
            return None
        before = text[max(start, found.start() - 60) : found.start()]
        if re.search(r",\s(?:[\w’-]+\s){0,3}$", before) and not re.search(
            r"\b(?:the|these|its|their|our)\s$", before
        ):
            return None  # a part of a longer row
    of_all = sign == ":" and _OF_ALL.search(text[max(0, start - 1, found.start() - 90) : found.start()])
    phrase = text[found.end() : opener[0]]
    if not of_all and not _plausible(phrase, sign, False) and not _to_do(text, start, found, opener):
        return None
    of = _OF_BEFORE.search(text, max(start, found.start() - 40), found.start())
    return _lead(text, start, of.start("number") if of else found.start(), opener)


def _to_do(text: str, start: int, found: re.Match[str], opener: tuple[int, int]) -> bool:
    """Whether a sentence begins with the number, and tells things to do: "Three things must change: to …"."""
    if not _TO.match(text, opener[1]) or _sign(text, opener) != ":":
        return False
    sentence = max((stop.end() for stop in _ENDED.finditer(text, start, found.start())), default=start)
    return _subject(text[sentence : found.start()], text[found.end() : opener[0]])


def _row(text: str, first: re.Match[str]) -> bool:
    """Whether single plural nouns follow one another: "four trades, teachers, nurses and drivers"."""
    row = _NOUNS.match(text, first.start())
    return row is not None and all(plural(word) for word in re.split(r",?\s(?:and\s)?", row[0]))


def _sign(text: str, opener: tuple[int, int]) -> str:
    printed = text[opener[0] : opener[1]].strip()
    return OPENERS[printed] if printed in OPENERS else ":" if printed[:1] in tuple(",.;") and printed else "="


def _no_count(text: str, start: int, number: int) -> bool:
    """Whether what is before a number makes it a label ("Region 1") or one of two that are counted."""
    if _AND_NUMBER.search(text, max(start, number - 60), number):
        return True
    label = _LABEL.search(text, max(start, number - 16), number) if text[number].isdigit() else None
    return label is not None and label[0].strip() not in en.STARTERS + en.BEFORE_COUNTS


def _lead(text: str, start: int, number: int, opener: tuple[int, int]) -> Lead:
    determiner = _DETERMINER.search(text, max(start, number - 40), number)
    stop, begin = opener
    while stop > number and text[stop - 1] in " \n\u00a0*_":
        stop -= 1
    span = Span(determiner.start() if determiner else number, stop)
    while begin < opener[1] + 8 and text[begin : begin + 1] in tuple("*_ \n\u00a0"):
        begin += 1
    return Lead(span, opener[0], begin, _sign(text, opener), not _OPEN.search(text, number, stop))


def _plausible(phrase: str, sign: str, below: bool) -> bool:
    """Whether the words after a number are a plural noun, with nothing that begins another clause.

    Args:
        below: whether the list is made of lines, which nothing else can have announced.
    """
    words = _WORD.findall(phrase)
    if not words or (sign in ",=" and len(words) > 6) or words[0].lower() in en.UNCOUNTED:
        return False
    if words[-1].lower() in ("are", "were") and sign == ":":
        words.pop()
    place = next((n for n, word in enumerate(words[:6]) if plural(word)), None)
    if place is None or words[place].lower() in en.UNCOUNTED or words[-1].lower() in en.DANGLING:
        return False
    if sign == "," and not words[-1][0].islower() and not _OF_A_BODY.search(phrase):
        # "in Ohio, Iowa and Maine": the first is before the comma
        return False
    clause = _OBJECT.search(phrase) or _NOT_IN_LEAD.search(phrase)
    if not clause:
        return True
    return sign == ":" and (_BELONGING.search(phrase) is not None or (below and place + 1 == len(words)))


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
