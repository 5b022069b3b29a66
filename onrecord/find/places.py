"""Statements of a paragraph by the sentence they stand in, so that work on each stays within its sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from onrecord.find.found import Found
from onrecord.find.tokens import Tokens

Place = tuple[int, int]


def within(span: Place, content: Sequence[Place]) -> bool:
    """Whether a span lies in one of others."""
    return any(s <= span[0] and span[1] <= e for s, e in content)


def meet(one: Place, other: Place) -> bool:
    """Whether two spans have a code point in common."""
    return one[0] < other[1] and other[0] < one[1]


class Sentences:
    """Where the sentences of a paragraph begin."""

    def __init__(self, t: Tokens) -> None:
        self.begins = [t.starts[a] for a, _ in t.sentences]

    def at(self, position: int) -> int:
        """The number of the sentence at a code point; -1 before the first."""
        return bisect_right(self.begins, position) - 1

    def of(self, f: Found) -> int:
        """The sentence that attributes a statement: its cue's, else that where its words begin."""
        return self.at((f.cue or f.content[0])[0])

    def grouped(self, found: Iterable[Found]) -> dict[int, list[Found]]:
        """Statements by the sentence that attributes them, in order."""
        groups: dict[int, list[Found]] = {}
        for f in found:
            groups.setdefault(self.of(f), []).append(f)
        return groups

    def touching(self, found: Iterable[Found]) -> dict[int, list[Found]]:
        """Statements by each sentence in which they have a cue or words."""
        groups: dict[int, list[Found]] = {}
        for f in found:
            touched = {self.of(f)}
            for start, end in f.content:
                touched.update(range(self.at(start), self.at(end - 1) + 1))
            for n in touched:
                groups.setdefault(n, []).append(f)
        return groups
