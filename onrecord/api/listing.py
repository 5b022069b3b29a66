"""A list is checked before its first item, and a record that is opened here is closed here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from onrecord.record import Record

T = TypeVar("T")
Place = str | Path | Record  # a record's file, or a record that is open, in the thread that opened it


@contextmanager
def reading(record: Place) -> Iterator[Record]:
    """The record, open for reading; every function that lists or shows takes it in place of the file.

    It pays where much is asked of one record: opening a file costs milliseconds each time.

    Raises:
        RecordError: the record cannot be opened.
    """
    if isinstance(record, Record):
        yield record
        return
    with Record.open(record, readonly=True) as store:
        yield store


def listed(record: Place, ask: Callable[[Record], Iterator[T]]) -> Iterator[T]:
    """What `ask` gives; a record or a filter that is wrong raises here, before the first item."""
    if isinstance(record, Record):
        return ask(record)
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
