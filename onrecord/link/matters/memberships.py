"""Members are named in a row beside their body, before it or after it; a row is bound by its last "and"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from onrecord.link.matters import wholes
from onrecord.link.matters.items import Items, cut, sentence_end
from onrecord.link.matters.languages import en_lists
from onrecord.link.matters.languages import en_members as en
from onrecord.model import Span

_NO = "|".join(en.NO_NAME)
_WORD = r"[^\W\d_a-z](?:[\w’'&-]|\.(?=\w))*(?:(?<=\.[A-Z])\.|(?<=\bSt)\.)?"
_NAME = (
    rf"(?:[Tt]he\s)?(?!(?:{_NO})\b){_WORD}(?:\s(?:(?:of|of\sthe|de|du|del|la|al|bin|for)\s)?{_WORD}){{0,5}}"
)
_ITEM = rf"{_NAME}(?:\s(?:and|&)\s(?:the\s)?{_WORD})?"
ROW = re.compile(rf"(?<![\w’'-]){_ITEM}(?:,\s{_ITEM}){{1,40}},?\s(?:and|&)\s{_NAME}")
_NUMBER = rf"(?:{en_lists.NUMBER})"
_SIGN = r"(?:\s?[:–—]\s*|\s-\s|,?\snamely:?\s|,\s|\s)"
_FILLER = (
    rf"(?:\s(?:of\s)?(?:its\s|the\s|these\s|only\s)?(?P<number>{_NUMBER}\s)?(?:[a-z-]+\s){{0,2}}?"
    rf"(?:{en.ROLE}|{en.PEOPLE}){_SIGN}|\s|:\s)(?=[A-Z]|the\s[A-Z])"
)
_VERB = re.compile(
    rf"(?:(?P<whole>{en.WHOLE_VERBS})|(?P<signed>{en.SIGNED_BY})|(?P<part>{en.PART_VERBS})){_FILLER}"
)
_BODY_OF = re.compile(rf"{en.BODIES} of\b")
_IS_A = re.compile(en.IS_A)
_SIGNED = re.compile(r"\s(?:was|were|is|has been|had been|has)$")
_HAS = re.compile(
    rf"(?:has\s|had\s|have\s|with\s|counts\s|numbers\s|[’']s\s|s[’']\s)(?:only\s)?(?P<number>{_NUMBER})\s(?:[a-z-]+\s){{0,2}}?{en.ROLE}"
    r"(?:\s?[:–—]\s*|\s-\s|,\s(?:namely:?\s)?|\s\(|[.;]\s[Tt]h(?:ey|ese)\sare:?\s)(?=[A-Z]|the\s[A-Z])"
)
_BODY = (
    rf"(?P<body>(?:(?:[Tt]he\s)?{en.GENERA}\s(?:of|on|for)\s(?:the\s)?)?{_WORD}"
    rf"(?:\s(?:(?:of|of\sthe|for|on|in|and|de|to|the)\s){{0,2}}{_WORD}){{0,7}}(?:\s{en.GENERA}\b)?(?:\s\([A-Z][\w&+-]+\))?)"
)
_ROLE_OF = re.compile(
    rf"(?P<role>{en.ROLE})\s(?:of|to|in)\s(?:the\s|its\s)?(?:\d{{4}}\s)?{_BODY}"
    r"(?P<sign>\s(?:are|were|include|included)(?:\sas\sfollows)?:?\s|\s?[:–—(]\s*|\s-\s|,\s)(?=[A-Z]|the\s[A-Z])"
)
_ALL = re.compile(
    rf"(?:\b(?:[Tt]he|[Aa]ll|[Aa]ll\sthe|[Ii]ts)\s|^|[.:;]\s|\n)(?P<number>{_NUMBER}\s)?(?:[a-z-]+\s){{0,2}}$|"
    rf"\b(?P<are>{_NUMBER}\s)(?:[a-z-]+\s){{1,3}}(?:are|were)\s(?:the\s)?$"
)
_TO_BODY = re.compile(rf"\s(?:the\s|its\s)?(?:\d{{4}}\s)?{_BODY}")
_BEFORE_ROLE = re.compile(
    r"(?:(?P<are>\s(?:are|were))(?:\stogether)?|\s?[,–—]|\s-)\s(?:which are\s|who are\s)?"
    rf"(?P<all>the\s(?:only\s)?|all\s(?:the\s)?)?(?P<number>{_NUMBER}\s)?(?:[a-z-]+\s){{0,2}}$"
)
_AS_MEMBERS = re.compile(rf"\s(?:as|among)\s(?P<its>its\s)?{en.ROLE}")
_PERSON = re.compile(en.PERSON)
_PAPER_WORD = re.compile(rf"\b(?:{'|'.join(en.PAPERS)})\b", re.I)
_BACK = (
    (re.compile(rf"(?P<role>{en.ROLE})\s(?:of|to|in)\b"), en.ROLE_STEMS, "role"),
    (re.compile(en.MAKE_UP), ("make up", "makes up", "form the", "formed the", "constitute"), "whole"),
    (re.compile(en.BELONG), ("belong to", "belonged to"), "part"),
    (re.compile("signed|ratified"), ("signed the", "ratified the"), "signed"),
)
_WHICH = re.compile(r"(?:,\s(?:which|who)|,)?\s$")
_PLACED = re.compile(en.PLACED)
_NAMED = re.compile(r"\s(?:and|&)\s(?:the\s)?[^\W\d_a-z]")
_COMMA = re.compile(r",\s(?:the\s)?[^\W\d_a-z]")
_FARTHEST = 500  # code points of a sentence in which body and members stand
_BEHIND = 100  # code points behind a row in which "members of" begins

Place = Callable[[int], Span | None]
Sentence = Callable[[str, int, int], int]


class Membership(NamedTuple):
    """A body and the names of its members; `closed` where the text says that they are all."""

    body: Span
    items: Items
    closed: bool


def memberships(text: str, place: Place, sentence: Sentence) -> Iterator[Membership]:
    """Every naming of a body's members by a verb or by "members", as they are found.

    Args:
        place: the passage that a code point stands in, or None.
        sentence: where the sentence begins in which a code point of a passage stands.
    """
    for near in _near(text):
        for at in _each(text, en.VERB_STEMS, near):
            yield from _by_verb(text, at, place, sentence)
        for at in _each(text, ("counts ",), near):
            yield from _counting(text, at, place, sentence)
        for at in _each(text, en.ROLE_STEMS, near):
            yield from _by_number(text, at, place, sentence)
            yield from _by_role(text, at, place)
        for pattern, stems, kind in _BACK:
            for at in _each(text, stems, near):
                yield from _before(text, at, (pattern, kind), (place, sentence))


def _near(text: str) -> list[Span]:
    """Where rows of names may stand, with what stands around them; the rest of a text is not searched."""
    found: list[Span] = []
    for joint in (" and ", "\nand ", " and\n", " & "):
        at = text.find(joint)
        while at >= 0:
            if _NAMED.match(text, at) and _COMMA.search(text, max(0, at - 60), at):
                found.append(Span(max(0, at - _FARTHEST), at + _BEHIND))
            at = text.find(joint, at + 4)
    found.sort()
    merged: list[Span] = []
    for span in found:
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _each(text: str, stems: tuple[str, ...], near: Span) -> Iterator[int]:
    for stem in stems:
        at = text.find(stem, near.start, near.end)
        while at >= 0:
            yield at
            at = text.find(stem, at + 1, near.end)


# -- the body first


def _by_verb(text: str, at: int, place: Place, sentence: Sentence) -> Iterator[Membership]:
    """ "X unites A, B and C"; "X is an alliance of A, B and C"; "X was signed by A, B and C"."""
    verb = _VERB.match(text, at)
    passage = place(at) if verb else None
    if not verb or not passage:
        return
    end = at
    if _BODY_OF.match(text, at):
        called = _IS_A.search(text, max(passage.start, at - 40), at)
        if not called:
            return
        end = called.start()
    elif verb["signed"] and (passive := _SIGNED.search(text, max(passage.start, at - 12), at)):
        end = passive.start()
    whole = wholes.named(text, sentence(text, passage.start, at), end)
    if (
        whole
        and not _PERSON.match(text, whole.start)
        and (not verb["signed"] or _PAPER_WORD.search(whole.of(text)))
    ):
        yield from _after(text, verb.end(), passage.end, whole, (verb["part"] is None, verb["number"]))


def _counting(text: str, at: int, place: Place, sentence: Sentence) -> Iterator[Membership]:
    """ "X counts A, B and C as its members"."""
    row = ROW.match(text, at + 7)
    passage = place(at) if row else None
    if row and passage and _AS_MEMBERS.match(text, row.end()):
        whole = wholes.named(text, sentence(text, passage.start, at), at)
        items = cut(text, at + 7, row.end())
        if whole and items and len(items.spans) > 2:
            yield Membership(whole, items, True)


def _by_number(text: str, at: int, place: Place, sentence: Sentence) -> Iterator[Membership]:
    """ "X has four members: A, B, C and D"."""
    for has in _HAS.finditer(text, max(0, at - 40), at + 60):
        passage = place(has.start())
        if passage and has.start() < at < has.end():
            end = has.start() + (has[0][0] == "s")
            whole = wholes.named(text, sentence(text, passage.start, end), end)
            if whole:
                yield from _after(text, has.end(), passage.end, whole, (True, has["number"]))
            return


def _by_role(text: str, at: int, place: Place) -> Iterator[Membership]:
    """ "the four members of X – A, B, C and D"; "members of X: A, B and C"."""
    role = _ROLE_OF.match(text, at)
    passage = place(at) if role else None
    if not role or not passage:
        return
    all_of = _ALL.search(text, max(passage.start, at - 40), at)
    number = all_of["number"] or all_of["are"] if all_of else None
    sign = role["sign"].strip()
    if all_of is None and at > passage.start:
        return
    if sign == "," and number is None:
        return  # "the members of X, A and B" may be two kinds of guests
    body = _printed(text, role)
    yield from _after(text, role.end(), passage.end, body, (True, number), sign)


def _after(
    text: str, begin: int, end: int, body: Span, said: tuple[bool, str | None], sign: str = ""
) -> Iterator[Membership]:
    """The row that begins right there; with a number it has about as many names."""
    stop = sentence_end(text, begin, end)
    row = ROW.match(text, begin, stop)
    if not row:
        return
    if sign == "(" and text[row.end() : row.end() + 1] != ")":
        return
    items = cut(text, begin, row.end())
    if items and len(items.spans) > 2 and _about(said[1], len(items.spans)):
        yield Membership(body, items, said[0] and _bounded(text, row.end()))


def _bounded(text: str, at: int) -> bool:
    """Whether nothing says that more belong to the row that ends there."""
    return not re.match(r",?\s(?:as well as|along with|together with|among|plus|and)\b", text[at : at + 20])


def _about(number: str | None, count: int) -> bool:
    if number is None:
        return True
    word = number.strip().lower()
    small = {one: n + 2 for n, one in enumerate(en_lists.SMALL[:19])}
    value = int(word) if word.isdigit() else small.get(word, count)
    return abs(value - count) <= 2


# -- the members first


def _before(
    text: str, at: int, how: tuple[re.Pattern[str], str], where: tuple[Place, Sentence]
) -> Iterator[Membership]:
    """ "A, B and C, the members of X"; "A, B and C make up X"."""
    pattern, kind = how
    found = pattern.match(text, at)
    passage = where[0](at) if found else None
    if not found or not passage:
        return
    body = _TO_BODY.match(text, found.end(), passage.end)
    if not body:
        return
    stop, closed, number = at, kind == "whole", None
    if kind == "role":
        said = _BEFORE_ROLE.search(text, max(passage.start, at - 60), at)
        if not said:
            return
        stop, number = said.start(), said["number"]
        closed = bool(said["all"]) and said["all"].startswith("the")
    elif joined := _WHICH.search(text, max(passage.start, at - 16), at):
        stop = joined.start()
    span = _printed(text, body)
    if kind == "signed" and not _PAPER_WORD.search(span.of(text)):
        return
    begin = where[1](text, max(passage.start, at - _FARTHEST), stop)
    row = _row(text, begin, stop)
    if row is None and text[stop - 1 : stop + 1].strip(" ") in ("–", "—"):
        row = _row(text, begin, stop - 1)
    items = cut(text, *row) if row else None
    if items and len(items.spans) > 2 and _about(number, len(items.spans)):
        yield Membership(span, items, closed)


def _row(text: str, begin: int, stop: int) -> Span | None:
    """The row that ends at `stop`, without a place at its head."""
    for row in ROW.finditer(text, begin, stop):
        if row.end() == stop:
            start = row.start()
            if _PLACED.search(text, max(begin, start - 16), start):
                start = text.index(",", start) + 1
            return Span(start, stop)
    return None


def _printed(text: str, found: re.Match[str]) -> Span:
    """The body's name without "the", and without "'s"."""
    start, end = found.span("body")
    for article in ("the ", "The "):
        if text.startswith(article, start):
            start += 4
    for ending in ("’s", "'s", ".", "’", "'"):
        if text.endswith(ending, start, end) and end - start > 8:
            end -= len(ending)
    return Span(start, end)
