"""Who was mentioned where, in the order of the text: what pronouns and descriptions look back on."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.link.figures.cast import Draft
from onrecord.link.figures.scan import Scan


class Event(NamedTuple):
    """A mention that a later word can point to.

    Attributes:
        how: "subject", "other" (object, after a preposition, possessive) or "speaker".
        quoted: it stands in somebody's quoted words.
    """

    start: int
    order: int
    end: int
    draft: Draft
    how: str
    quoted: bool


class Timeline:
    """The events of one text."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self.events: list[Event] = []

    def add(self, start: int, end: int, draft: Draft, how: str) -> None:
        """Note a mention; several at one place stand in the order in which they came."""
        event = Event(start, len(self.events), end, draft, how, self.scan.in_quotation(start))
        if not self.events or self.events[-1].start <= start:
            self.events.append(event)
        else:
            insort(self.events, event, key=lambda e: (e.start, e.order))

    def before(self, position: int) -> Iterator[Event]:
        """The events that end before a position, the nearest first."""
        at = bisect_left(self.events, position, key=lambda e: e.start)
        for k in range(at - 1, -1, -1):
            if self.events[k].end <= position:
                yield self.events[k]

    def after(self, position: int, end: int) -> list[Event]:
        """The events that start at or after a position and before an end."""
        at = bisect_left(self.events, position, key=lambda e: e.start)
        return [event for event in self.events[at : at + 12] if event.start < end]

    def near(self, position: int, sentences: int) -> list[Draft]:
        """The figures mentioned in the last sentences before a position, the nearest first."""
        at = self.scan.sentence(position)
        out = []
        for event in self.before(position):
            if at - self.scan.sentence(event.start) > sentences:
                break
            out.append(event.draft)
        return out
