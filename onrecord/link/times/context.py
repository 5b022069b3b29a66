"""What an expression can be resolved from: the writer's day, and the dates spoken of before it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from types import ModuleType
from typing import NamedTuple

from onrecord.link.times import calendar
from onrecord.link.times.calendar import Stretch
from onrecord.link.times.expressions import Found
from onrecord.link.times.tense import Direction, direction

PRINTED = "as printed"
SPOKEN_YEAR = "year last spoken of"
HISTORY = 15
"""How many years back a date is one of long ago."""
MEMORY = 800
"""How many code points after a date a text can still reckon from it."""

_SENTENCE = 300

_PARTS = frozenset({"part", "part_code", "year_code", "the_part"})


class Meaning(NamedTuple):
    """What an expression denotes, and why, in words."""

    stretch: Stretch
    basis: str


@dataclass(slots=True)
class Context:
    """What is known at a place of a text; it is carried along from expression to expression.

    Attributes:
        data: the language's words.
        text: the document's.
        today: the day on which the text was written, or None.
        writing: what that day is called in a basis.
        last, form: what the last expression denoted, and its form.
        at, here: where the last expression ends, and where the one being read begins, in code points.
        year: the last year that was printed as that of what is told, and where.
        quarter: the quarter or half whose figures the text gives, and where it was last named.
        seen: by unit, what an expression last denoted.
        old, new: the dates of long ago, and those of about the writer's own year.
    """

    data: ModuleType
    text: str
    today: date | None
    writing: str = "publication"
    last: Stretch | None = None
    form: str = ""
    at: int = 0
    here: int = 0
    year: tuple[int, int] | None = None
    quarter: tuple[Stretch, int] | None = None
    seen: dict[str, Stretch] = field(default_factory=dict)
    old: set[Stretch] = field(default_factory=set)
    new: set[Stretch] = field(default_factory=set)

    def note(self, found: Found, meant: Meaning) -> None:
        """Remember what an expression denoted."""
        stretch = meant.stretch
        self.last, self.form, self.at = stretch, found.form, found.span.end
        self.seen[stretch.unit] = stretch
        of_year = found.form in _PARTS or (found.form == "unit" and stretch.unit == "quarter")
        if of_year and not self._outlook(stretch):
            self.quarter = (stretch, found.span.end)
        if self.today:
            ago = self.today.year - stretch.first.year
            if ago >= HISTORY and meant.basis == PRINTED:
                self.old.add(stretch)
            elif abs(ago) < 3:
                self.new.add(stretch)
                self.year = None  # the story is over
        if self._tells(found):
            self.year = (stretch.first.year, found.span.end)

    def _outlook(self, part: Stretch) -> bool:
        """Whether a text that reports on a part of the year only looks ahead to another one."""
        return bool(self.today and self.quarter and self.quarter[0].last < self.today <= part.last)

    def _tells(self, found: Found) -> bool:
        """Whether an expression prints the year of what is told, as "a 1998 car" does not."""
        if found.form == "year":
            before = self.text[max(0, found.span.start - 12) : found.span.start].split()
            return bool(before) and before[-1].lower() in self.data.IN_THE_YEAR
        words = found.parts.get("inyear") or found.parts.get("y") or ""
        return any(char.isdigit() for char in words)

    def direction(self, found: Found) -> Direction:
        """Whether the clause of an expression puts it ahead (1), behind (-1), or does not say (0)."""
        return direction(self.data, self.text, *found.span)

    def tells_history(self) -> bool:
        """Whether the text has so far dated far more of long ago than of its own days, the last one too."""
        exact = self.last is not None and self.last.unit in ("day", "month")
        return exact and len(self.old) >= 3 and len(self.old) > 2 * len(self.new)

    def recent(self) -> Stretch | None:
        """What the last expression denoted, where it is near enough to reckon from."""
        return self.last if self.here - self.at <= MEMORY else None

    def joined(self) -> bool:
        """Whether only "and", "to" or a comma stands between the expression being read and the last one."""
        between = self.text[self.at : self.here] if self.here - self.at < 12 else "."
        return bool(self.data.JOINED.fullmatch(between))

    def compares(self) -> bool:
        """Whether the expression being read is what the last one, in the same sentence, is compared with."""
        between = self.text[self.at : self.here] if self.here - self.at < _SENTENCE else ". "
        if self.data.FULL_STOP.search(between):
            return False
        of_figures = self.last is not None and self.last.unit in ("quarter", "half")
        return of_figures or bool(self.data.COMPARED_WITH.search(between))

    def day(self) -> Stretch | None:
        """The day last spoken of, else the writer's."""
        if self.last is not None and self.last.unit == "day":
            return self.last
        return self.seen.get("day") or (calendar.day(self.today) if self.today else None)


def apart(unit: str, steps: int, whence: str) -> str:
    """A basis in words: "week before publication", "2 weeks after 2023-05-08", "day of publication"."""
    if steps == 0:
        return f"{unit} of {whence}"
    count = abs(steps)
    some = unit if count == 1 else f"{count} {'centuries' if unit == 'century' else unit + 's'}"
    return f"{some} {'before' if steps < 0 else 'after'} {whence}"
