"""What was read of a doing, by the numbers of its words, before it is dated."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Mood, Polarity


@dataclass(slots=True)
class Told:
    """A doing as a clause or a noun phrase tells it.

    Attributes:
        act: the base form of the verb.
        head: number of the verb or noun.
        first, last: numbers of the first and last word of what tells it.
        tail: number of the last word of the head and of what follows it directly.
        doer, object, polarity, mood: as `Happening`.
        noun: whether a noun tells it.
        bound: whether a date behind it can only be its own.
    """

    act: str
    head: int
    first: int
    last: int
    tail: int = -1
    doer: str = ""
    object: str = ""
    polarity: Polarity = "yes"
    mood: Mood = "past"
    noun: bool = False
    bound: bool = True

    def __post_init__(self) -> None:
        self.tail = max(self.tail, self.head)
