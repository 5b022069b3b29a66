"""A number and the list it announces are compared only where the list can be counted in one way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from onrecord.check.contract import Check
from onrecord.check.languages import en_counts as en
from onrecord.model import Enumeration, Finding, Matter, Shown, Span, finding

_NUMBER = re.compile(
    rf"\b(?:(?:{'|'.join(en.NUMBERS)})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|\d{{1,3}})\b",
    re.I,
)
_AND = re.compile(en.AND)
_CLAUSE = re.compile(en.CLAUSE)
_SEVERAL = re.compile(en.SEVERAL, re.I)
_APPOSED = re.compile(en.APPOSED)
_HEDGED = re.compile(en.HEDGES, re.I)
_NO_ITEM = re.compile(en.NO_ITEM, re.I)
_DEFINITE = re.compile(r"(?:the|these|those|its|their|our|his|her|all|following)\b", re.I)
_JOINED = re.compile(en.AND)
_REGIONS = frozenset(name.replace("_", " ") for name in en.REGIONS)
_LONGEST = 9  # words of an item that is surely one


def within(matter: Matter) -> Iterator[Finding]:
    """Lists whose number of items is not the number before them."""
    text = matter.document.text
    for listed in matter.enumerations:
        if listed.lead is None or not listed.closed:
            continue
        numbers = _numbers(text, listed)
        count = countable(text, listed) if numbers else None
        if (
            count
            and not any(count[0] <= number <= count[1] for number in numbers)
            and _tied(text, listed, numbers[-1], count)
        ):
            yield _finding(matter, listed, numbers, count)


def _numbers(text: str, listed: Enumeration) -> list[int]:
    """What the list may have as its number; none where it is loosened ("about ten")."""
    assert listed.lead is not None
    start, end = listed.lead
    found = []
    for match in _NUMBER.finditer(text, start, end):
        if _HEDGED.search(text, max(0, match.start() - 30), match.start()):
            return []
        first, _, second = match[0].lower().partition("-")
        value = int(first) if first.isdigit() else en.NUMBERS[first] + en.NUMBERS.get(second, 0)
        found.append(value)
    return found


def _tied(text: str, listed: Enumeration, number: int, count: tuple[int, int]) -> bool:
    """Whether the number surely counts these items, not others that the list describes or exemplifies.

    The looser the sign between them, the nearer number and count must be.
    """
    assert listed.lead is not None
    gap = min(abs(number - count[0]), abs(number - count[1]))
    between = text[listed.lead.end : listed.items[0].start]
    lead = listed.lead.of(text)
    definite = _DEFINITE.match(lead) is not None
    if ":" in between:
        return gap <= (number if number <= 12 else number // 3)
    names = all(_name(item.of(text)) for item in listed.items)
    if "(" in between:
        return names and gap <= max(2, number // 3)
    joined = _JOINED.search(text, listed.items[-2].end, listed.items[-1].start) is not None
    if "," in between:
        return joined and gap <= 1 + definite
    return joined and names and gap <= 1 + 2 * definite


def _name(item: str) -> bool:
    return re.match(r"(?:the |a )?[A-Z]", item) is not None


def countable(text: str, listed: Enumeration) -> tuple[int, int] | None:
    """How many items a list has at least and at most, or None where nobody can say.

    An "and" within an item may join two; what begins like a description, or names the state that a town lies
    in, may belong to the item before it.
    """
    items = [item.of(text) for item in listed.items]
    lines = "\n" in text[listed.items[0].start : listed.items[1].start] and _apart(text, listed.items)
    if lines:
        return len(items), len(items)
    if any(_CLAUSE.search(item) or len(item.split()) > _LONGEST for item in items):
        return None
    if any(_SEVERAL.match(item) or _NO_ITEM.match(item) for item in items):
        return None
    gaps = [text[a.end : b.start] for a, b in zip(listed.items, listed.items[1:], strict=False)]
    inner = [len(_AND.findall(f" {item} ")) for item in items]
    most = len(items) + sum(inner)
    most += sum(max(0, gap.count(",") - 1) for gap in gaps) + sum(item.count(",") for item in items)
    least = len(items) - (any(inner) and "," not in gaps[-1])
    for before, item in pairwise(items):
        if (
            _name(before) != _name(item)
            or _APPOSED.match(item)
            or (item in _REGIONS and before not in _REGIONS)
        ):
            least -= 1
    return least, most


def _apart(text: str, items: tuple[Span, ...]) -> bool:
    """Whether each item begins a line of a list."""
    return all(
        re.search(
            r"(?:^|[\r\n])[ \t\u00a0]*\S{1,6}[ \t\u00a0]+[*_\[]*$", text[max(0, i.start - 60) : i.start]
        )
        for i in items
    )


def _finding(matter: Matter, listed: Enumeration, numbers: list[int], count: tuple[int, int]) -> Finding:
    text, lead = matter.document.text, listed.lead
    assert lead is not None
    printed = " ".join(lead.of(text).split())
    many = str(count[0]) if count[0] == count[1] else f"{count[0]} to {count[1]}"
    names = "; ".join(" ".join(item.of(text).split())[:60] for item in listed.items[:20])
    return finding(
        "counted",
        f"“{printed}” is followed by a list of {many}.",
        [Shown(matter.document.id, lead), Shown(matter.document.id, listed.span)],
        f"The list has {many}: {names}.",
        0.9,
    )


CHECKS = (Check("counted", "a number and the list that it announces", within=within),)
