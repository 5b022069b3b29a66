"""Dates are read without finding statements, one document at a time, and nothing is stored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO

from onrecord import link
from onrecord import read as reader
from onrecord.model import Document, Failure, Item, Time
from onrecord.run.steps import fault, known_facts
from onrecord.settings import Settings


def dates(
    places: Sequence[str], settings: Settings, stdin: BinaryIO | None = None
) -> Iterator[tuple[Document, tuple[Time, ...]] | Failure]:
    """Every document of the places with its time expressions, in the order of its text.

    Args:
        places: files, folders, archives and addresses; "-" is standard input.
        settings: `facts` names files of dated facts.
        stdin: what "-" reads.

    Raises:
        OnrecordError: a file of facts cannot be read.
    """
    known = known_facts(settings)
    for item in reader.items(places, settings, stdin):
        if isinstance(item, Failure):
            yield item
        else:
            yield from _dated(item, settings, known)


def _dated(
    item: Item, settings: Settings, known: Sequence[link.Fact]
) -> Iterator[tuple[Document, tuple[Time, ...]] | Failure]:
    try:
        loaded = replace(item, data=reader.load(item, settings), open_as=())
        for reading in reader.documents(loaded, settings):
            if isinstance(reading, Failure):
                yield reading
            else:
                document = reading.document
                yield document, link.moments(document, reading.passages, known)[1]
    except Exception as error:
        # As everywhere: one text must not cost the others, and the log keeps the traceback.
        yield fault(item, error)
