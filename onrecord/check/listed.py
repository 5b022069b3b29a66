"""A number and the list it announces are compared only where the list can be counted in one way."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.check.contract import Check
from onrecord.check.languages import en_counts as en
from onrecord.check.members import country
from onrecord.model import Amount, Enumeration, Finding, Matter, Shown, Span, finding

_AND = re.compile(en.AND)
_CLAUSE = re.compile(en.CLAUSE)
_SEVERAL = re.compile(en.SEVERAL, re.I)
_APPOSED = re.compile(en.APPOSED)
_NO_ITEM = re.compile(en.NO_ITEM, re.I)
_GERUND = re.compile(r"\w+ing\b|(?:the )?\w+est\b|the size")
_DEFINITE = re.compile(r"(?:the|these|those|its|their|our|his|her|all|following)\b", re.I)
_JOINED = re.compile(en.AND)
_INSTITUTION = re.compile(en.INSTITUTION)
_OFFICE = re.compile(en.OFFICE)
_TITLED = re.compile(rf",\s+(?:(?:the|a|an|his|her)\s|{en.OFFICE})")
_END = re.compile(r"[\s*_”\"’]*(?:[.!?](?:\s|$)|$|\n)")
_QUOTED = re.compile(r",[”\"’]|,\s(?:(?:[A-Z]\S*|the|she|he)\s){1,4}(?:said|says|wrote|told|added)\b")
_SET_OFF = re.compile(r",[”\"]?\s[a-z]|[.;](?:\s|$)")
_SENTENCE_START = re.compile(r"(?:[.!?][”\"’)]*\s|\n\s*|[“\"‘]\s?|There\s(?:are|were)\s)$")
_COUNTED = 12  # of so many each is named by who names them
_LINE_END = re.compile(r"[;,.]?[ \t]*(?:and[ \t]*)?(?:[\r\n]|$)")
_OTHERS = re.compile(en.OTHERS, re.I)
_BESIDE = re.compile(en.BESIDE, re.I)
_AND_NAME = re.compile(r"\band\s+(?:the\s+)?[A-Z]")  # "nine states and the District of Arlen"
_NEXT_LIST = re.compile(r"\n\s*<!--\s*-->\s*\n\s*[-*•]")
_STOP = re.compile(r"[.!?]\s+[A-Z“\"]|\n\s*\n")
_FAR = 2_000  # code points in which a list can go on
_REGIONS = frozenset(name.replace("_", " ") for name in en.REGIONS)
_SAID = re.compile(en.SAID)
_HEAD = re.compile(en.HEADS)
_BEFORE = 16  # code points that what limits a number may stand before it
_LONGEST_CLAUSE = 16  # words of a clause
_LONGEST = 9  # words of an item that is surely one


def within(matter: Matter) -> Iterator[Finding]:
    """Lists whose number of items is not the number before them."""
    text = matter.document.text
    starts: list[int] | None = None
    for listed in matter.enumerations:
        if listed.lead is None or not listed.closed:
            continue
        starts = starts or [amount.span.start for amount in matter.amounts]
        first = bisect_left(starts, listed.lead.start - _BEFORE)
        last = bisect_left(starts, listed.lead.end)
        numbers = _numbers(matter.amounts[first:last], listed.lead)
        count = countable(text, listed) if numbers else None
        if count and _apart(numbers, count) and _tied(text, listed, numbers[-1], count):
            yield _finding(matter, listed, count)


def _numbers(amounts: Sequence[Amount], lead: Span) -> list[float]:
    """What the list may have as its number; none where it is loosened ("about ten") or measures something."""
    found = []
    for amount in amounts:
        if amount.span.end > lead.start:
            if amount.kind != "count" or amount.low != amount.high:
                return []
            found += [amount.value] if amount.total is None else [amount.total, amount.value]
    return found


def _apart(numbers: Sequence[float], count: tuple[int, int]) -> bool:
    return not any(count[0] <= number <= count[1] for number in numbers)


def _tied(text: str, listed: Enumeration, number: float, count: tuple[int, int]) -> bool:
    """Whether the number surely counts these items, not others that the list describes or exemplifies.

    The looser the sign between them, the nearer number and count must be.
    """
    assert listed.lead is not None
    gap = min(abs(number - count[0]), abs(number - count[1]))
    before = listed.lead.start > listed.items[0].start
    between = text[listed.lead.end : listed.items[0].start]
    lead = listed.lead.of(text)
    if _AND_NAME.search(lead) or _goes_on(text, listed):
        return False
    if _OTHERS.search(lead) or _BESIDE.search(text, max(0, listed.lead.start - _BEFORE), listed.lead.start):
        return False
    definite = _DEFINITE.match(lead) is not None
    joined = _JOINED.search(text, listed.items[-2].end, listed.items[-1].start) is not None
    more = count[0] > number and len(listed.items) > 2
    names = all(_name(item.of(text)) for item in listed.items)
    if before:
        return joined and (gap <= number or (names and more))
    if _SAID.search(between):
        whole = (
            joined
            or _in_lines(text, listed.items)
            or ";" in text[listed.items[0].end : listed.items[1].start]
        )
        if not whole and (len(listed.items) < 3 or not _END.match(text, listed.span.end)):
            return False
        sure = names and _in_lines(text, listed.items) and _whole_lines(text, listed.items)
        sure = sure or (joined and more and (names or _parallel(text, listed)))
        return sure or gap <= (number if number <= 12 else number // 3)
    if "(" in between:
        short = all(len(item.of(text).split()) < 3 for item in listed.items)
        if joined and (names or short) and more:
            return True  # nobody names more than there are
        few = joined and len(listed.items) > 2 and number <= _COUNTED
        return (names and (gap <= max(2, number // 3) or few)) or (
            joined and short and gap <= max(1, number // 4)
        )
    if not any(char in between for char in "(–—-"):  # a comma, or "are"
        if definite and _parallel(text, listed):
            return gap <= number or more  # "the five tasks are to mow, to rake and to sow"
        if joined and names and len(listed.items) > 2 and _set_off(text, listed):
            return gap <= max(number, count[0])
        return joined and gap <= (max(2, number // 3) if definite else 1)
    if not names and _parallel(text, listed):
        return gap <= number or more
    if not names:
        short = all(
            len(item.of(text).split()) <= 4 and not (" " in item.of(text) and _GERUND.match(item.of(text)))
            for item in listed.items
        )
        pair = len(listed.items) == 2 and not definite  # "three children through college – a … and a …"
        wide = len(listed.items) > 2 and number <= 10
        return joined and short and not pair and (more or gap <= (3 if wide else 1))
    return joined and (more or gap <= max(1 + 2 * definite, number // 2 if len(listed.items) > 2 else 0))


def _set_off(text: str, listed: Enumeration) -> bool:
    """Whether a list after a comma or "are" ends where something ends: it names all that are meant."""
    assert listed.lead is not None
    start = listed.lead.start
    first = start == 0 or _SENTENCE_START.search(text, max(0, start - 16), start) is not None
    return first and _SET_OFF.match(text, listed.span.end) is not None


def _goes_on(text: str, listed: Enumeration) -> bool:
    """Whether more items follow that were not read: after a semicolon, or a comment between lists."""
    if _in_lines(text, listed.items):
        return _NEXT_LIST.search(text, listed.items[-1].start, listed.items[-1].start + _FAR) is not None
    stop = _STOP.search(text, listed.span.end)
    return ";" in text[listed.span.end : min(stop.start() if stop else len(text), listed.span.end + _FAR)]


def _name(item: str) -> bool:
    return re.match(r"(?:the |a )?[A-Z]", item) is not None


def countable(text: str, listed: Enumeration) -> tuple[int, int] | None:
    """How many items a list has at least and at most, or None where nobody can say.

    An "and" within an item may join two; what begins like a description, or names the state that a town lies
    in, may belong to the item before it.
    """
    items = [item.of(text) for item in listed.items]
    lines = "\n" in text[listed.items[0].start : listed.items[1].start] and _in_lines(text, listed.items)
    if lines:
        return len(items), len(items)
    if _parallel(text, listed):
        most = len(items) + sum(len(_AND.findall(item)) for item in items)
        return len(items), most
    if any(_CLAUSE.search(item) or len(item.split()) > _LONGEST for item in items):
        return None
    if any(_SEVERAL.match(item) or _NO_ITEM.match(item) for item in items) and not all(
        item.startswith("one ") for item in items
    ):
        return None
    if any(item in en.COMPASS for item in items[:-1]):
        return None  # "North and Central America"
    if any("–" in item or "—" in item for item in items):
        return None
    gaps = [text[a.end : b.start] for a, b in zip(listed.items, listed.items[1:], strict=False)]
    if any(item.endswith((" and", " or", " &")) for item in items):
        return None
    inner = [0 if country(item) else len(_AND.findall(f" {item} ")) for item in items]
    most = len(items) + sum(inner)
    most += sum(max(0, gap.count(",") - 1) for gap in gaps) + sum(item.count(",") for item in items)
    least = len(items) - (any(inner) and "," not in gaps[-1])
    names = sum(map(_name, items)) * 2 > len(items)
    named = [item in _REGIONS for item in items]
    regions = any(named[n] and (not n or named[n - 1]) for n in range(len(items)))  # a list of states
    for before, item in pairwise(items):
        if _name(before) != _name(item) or _APPOSED.match(item) or (item in _REGIONS and not regions):
            least -= 1
        elif " " not in item and _INSTITUTION.search(before):
            least -= 1  # "State University, Springfield"
        elif _OFFICE.match(item) and not _OFFICE.match(before):
            least -= 1
    named_items = sum(map(_name, items))
    if 0 < named_items < len(items):
        least = min(least, named_items)
    oxford = "," in gaps[-1]
    if (
        not oxford
        and any(any(word.islower() and word not in en.SMALL for word in item.split()) for item in items[:-2])
        and names
    ):
        least -= 1  # "A of X, B and C of Y" can be two
    if _TITLED.match(text, listed.span.end):
        least = min(least, (len(items) + 1) // 2)  # "A, head of X and B, head of Y"
    return least, most


def _parallel(text: str, listed: Enumeration) -> bool:
    """Whether the items are clauses that all begin with one word ("to", "that", "who"), to a last "and"."""
    heads = [_HEAD.match(item.of(text)) for item in listed.items]
    first = heads[0][0] if heads[0] else ""
    if not first or any(head is None or head[0] != first for head in heads) or len(heads) < 3:
        return False
    if any(len(item.of(text).split()) > _LONGEST_CLAUSE for item in listed.items):
        return False
    return (
        _JOINED.search(text, listed.items[-2].end, listed.items[-1].start) is not None
        and (_END.match(text, listed.span.end) or _QUOTED.match(text, listed.span.end)) is not None
        and all(" " in item.of(text) for item in listed.items)
    )


def _in_lines(text: str, items: tuple[Span, ...]) -> bool:
    """Whether each item begins a line of a list."""
    return all(
        re.search(
            r"(?:^|[\r\n])[ \t\u00a0]*\S{1,6}[ \t\u00a0]+[*_\[]*$", text[max(0, i.start - 60) : i.start]
        )
        for i in items
    )


def _whole_lines(text: str, items: tuple[Span, ...]) -> bool:
    """Whether each item is short and all that its line says."""
    return all(_LINE_END.match(text, item.end) and len(item.of(text).split()) < 6 for item in items)


def _finding(matter: Matter, listed: Enumeration, count: tuple[int, int]) -> Finding:
    text, lead = matter.document.text, listed.lead
    assert lead is not None
    printed = " ".join(lead.of(text).split())
    many = str(count[0]) if count[0] == count[1] else f"{count[0]} to {count[1]}"
    names = "; ".join(" ".join(item.of(text).split())[:60] for item in listed.items[:20])
    return finding(
        "counted",
        f"“{printed}” {'follows' if lead.start > listed.span.start else 'is followed by'} a list of {many}.",
        [Shown(matter.document.id, lead), Shown(matter.document.id, listed.span)],
        f"The list has {many}: {names}.",
        0.9,
    )


CHECKS = (Check("counted", "a number and the list that it announces", within=within),)
