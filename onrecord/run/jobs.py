"""What passes between a run and its workers needs none of what the workers load."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from onrecord.model import Failure, Item
from onrecord.run.results import Read, Render, Rendered
from onrecord.settings import Settings


@dataclass(frozen=True, slots=True)
class Job:
    """What every worker of a run is told once.

    Attributes:
        settings: the run's settings.
        record: the record that knows which items are done, or None.
        render: makes a document's statements into text where they are found, so that only the text travels.
    """

    settings: Settings
    record: Path | None = None
    render: Render | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one item.

    Attributes:
        key: the step's key: a digest of the item's bytes, its place, the settings and the steps' versions; ""
            where something failed, which is never done.
        source: what tells the item from others: `Item.source`, with the number of a row or message.
        results: a result for each document, in the item's order.
        words: words of the documents read, split at white space.
        skipped: the record has this key done, so that nothing was read.
        instead: the keys of the same item by the other readers, which are not done once this is.
    """

    key: str
    source: str
    results: tuple[Read | Rendered | Failure, ...] = ()
    words: int = 0
    skipped: bool = False
    instead: tuple[str, ...] = ()


def place(item: Item) -> str:
    """What tells an item from all others: its source, with its number among a file's rows or messages."""
    number = next((value for name, value in item.about if name in ("row", "message")), None)
    return f"{item.source}#{number}" if number else item.source


def refused(failure: Failure, source: str = "") -> Outcome:
    """The outcome of a place that gave no item, or of an item that gave nothing but this failure.

    It has no key: it is tried again, and told again, whenever the same place is added again.
    """
    return Outcome("", source or failure.source, (failure,))
