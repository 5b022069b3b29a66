"""A list is checked before its first item, and its record is closed after the last."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from onrecord.record import Record

T = TypeVar("T")


def listed(record: str | Path, ask: Callable[[Record], Iterator[T]]) -> Iterator[T]:
    """What `ask` gives; a record or a filter that is wrong raises here, before the first item."""
    store = Record.open(record, readonly=True)
    try:
        found = ask(store)
    except BaseException:
        store.close()
        raise
    return _closing(store, found)


def _closing(store: Record, found: Iterator[T]) -> Iterator[T]:
    with store:
        yield from found
