"""An event that a clause tells ("ten years ago the wall fell") is the one that a fact names by a noun."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.link.events import Event, Events
from onrecord.link.matters.languages import en_counters as words
from onrecord.model import Span

_DOINGS = [(re.compile(verb), names) for verb, names in words.DOINGS]
_INVADED = re.compile(words.INVADED)
_WHEN_AGO = re.compile(words.WHEN_AGO)
_TITLE = re.compile(words.TITLE)
_REMEMBERS = re.compile(words.REMEMBERS)
_COUNTRY = re.compile(words.COUNTRY)
_STOP = re.compile(r"[;:?!()\n“”\"—]|\s–\s|(?<!\b[A-Z])\.(?=\s|\Z)")
_LONGEST = 120  # code points of a clause


def told_by(text: str, within: Span, count: Span, events: Events) -> list[Event]:
    """What the clause beside "ten years ago" or "ten years on" tells; empty where no fact fits."""
    for clause, behind in _clauses(text, within, count):
        for name in _names(clause, behind):
            found = events.named(name, 0)
            if found and found[0].end >= len(name.rstrip(" ,")):
                return found
    return []


def own_independence(text: str, start: int, end: int, events: Events) -> list[Event]:
    """Whose independence "its independence" is: the country named last between two places."""
    for country in reversed(list(_COUNTRY.finditer(text, start, end))):
        name = f"independence of {country[0]}"
        found = events.named(name, 0)
        if found and found[0].end >= len(name) and found[0].fact.kind == "independence":
            return found
    return []


def _clauses(text: str, within: Span, count: Span) -> Iterator[tuple[str, bool]]:
    """The words behind a count, and those before it."""
    start = _WHEN_AGO.match(text, count.end, within.end)
    first = start.end() if start else count.end
    stop = _STOP.search(text, first, min(within.end, first + _LONGEST))
    yield text[first : stop.start() if stop else min(within.end, first + _LONGEST)], True
    floor = max(within.start, count.start - _LONGEST)
    for stop in _STOP.finditer(text, floor, count.start):
        floor = stop.end()
    yield text[floor : count.start], False


def _names(clause: str, behind: bool) -> Iterator[str]:
    """How facts may name what a clause tells."""
    invaded = _INVADED.search(clause)
    if invaded:
        yield f"{invaded['who']} invasion of {invaded['whom']}"
        yield f"invasion of {invaded['whom']}"
    for verb, names in _DOINGS:
        told = verb.search(clause)
        if told is None:
            continue
        subject = clause[: told.start()].strip(" ,")
        subject = subject.rpartition(", ")[2]
        for who in dict.fromkeys((subject, _TITLE.sub("", subject))):
            yield from (name.format(who) for name in names if 0 < len(who.split()) < 8)
    remembered = _REMEMBERS.search(clause) if behind else None
    if remembered:
        yield re.split(r",|\s(?:on|in|with|at|today|as|and|by)\s", clause[remembered.end() :])[0]
