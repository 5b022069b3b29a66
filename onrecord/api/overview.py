"""How many there are beside every list, and any page of one as quickly as the first.

overview = api.Overview("press.onrecord")  # one for all threads
with api.reading("press.onrecord") as store:  # one in each thread
    tally = overview.tally(store, api.Filter(words="bridge"))
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from onrecord.api.listing import Place, reading
from onrecord.record import (
    Crossed,
    FamilyFilter,
    FamilyPage,
    Filter,
    Listed,
    Listing,
    Record,
    ShownSpeaker,
    SpeakerRow,
    Tally,
    Told,
    Topics,
)

if TYPE_CHECKING:
    from onrecord.record import Looking, Moments

T = TypeVar("T")


class Overview:
    """Counts of one record, kept in mind between questions; safe to share between threads.

    Every method takes the record as it is open in the thread that asks, and raises RecordError where it
    cannot be read, UsageError where the filter means nothing. What is written meanwhile is counted within
    seconds: until then what is given says that it is `stale`.
    """

    def __init__(self, record: str | Path) -> None:
        self._path = Path(record)
        self._lock = threading.Lock()
        self._moments: Moments | None = None

    def tally(self, store: Record, filter: Filter | None = None) -> Tally:
        """How many statements the filter lets through, and how they are spread."""
        return self._looking(store).tally(filter or Filter())

    def statements(self, store: Record, filter: Filter) -> Listing[Told]:
        """The page of `told` that the filter's limit and offset say, and how many the whole list has."""
        return self._looking(store).statements(filter)

    def crossed(self, store: Record, filter: Filter, side: str) -> Crossed:
        """What the filter lets through, by day and by one of "mode", "act", "outlet" and "speaker"."""
        return self._looking(store).crossed(filter, side)

    def relayed(self, store: Record, filter: Filter) -> Listing[Told]:
        """What the filter lets through and somebody passed on, newest first, and how many there are."""
        return self._looking(store).relayed(filter)

    def documents(self, store: Record, filter: Filter) -> Listing[Listed]:
        """The page of `documents`, without texts, that limit and offset say, and how many there are."""
        return self._looking(store).documents(filter)

    def speakers(
        self, store: Record, words: str | None = None, limit: int | None = None, offset: int = 0
    ) -> Listing[SpeakerRow]:
        """The page of `speakers` that limit and offset say, and how many there are."""
        return self._looking(store).speakers(words, limit, offset)

    def families(self, store: Record, filter: FamilyFilter) -> FamilyPage:
        """As `families_listed`; words and speakers are found without reading all that has none of them."""
        return self._looking(store).families(filter)

    def speaker(self, store: Record, id: str) -> ShownSpeaker:
        """What the record shows of the entity of this id, or of the one id that begins so."""
        return self._looking(store).speaker(id)

    def topics(
        self, store: Record, filter: Filter | None = None, speakers: int = 8, words: int = 8
    ) -> Topics:
        """What those speak of who say most of what the filter lets through; so many words of each."""
        return self._looking(store).topics(filter or Filter(), speakers, words)

    def warm(self) -> None:
        """Begin to count, in a thread of its own, what the first questions would wait for.

        Raises:
            RecordError: the record cannot be opened.
        """
        self._kept().warm()

    def close(self) -> None:
        """Let go of the file; nothing can be asked any more."""
        if self._moments is not None:
            self._moments.close()

    def _looking(self, store: Record) -> Looking:
        from onrecord.record import Looking  # it needs a library that takes a while to load

        return Looking(store, self._kept())

    def _kept(self) -> Moments:
        from onrecord.record import Moments

        with self._lock:
            if self._moments is None:
                self._moments = Moments(self._path)
            return self._moments


def tally(record: Place, filter: Filter | None = None) -> Tally:
    """How many statements of a record the filter lets through, and how they are spread.

    Raises:
        RecordError: the record cannot be opened.
        UsageError: the filter means nothing.
    """
    return _once(record, lambda overview, store: overview.tally(store, filter))


def speaker(record: Place, id: str) -> ShownSpeaker:
    """What a record shows of one entity: its names, when and where it speaks, to whom, and what of.

    Args:
        record: the record.
        id: the entity's id, or the beginning of one that no other shares.

    Raises:
        RecordError: the record cannot be opened.
        UsageError: no entity, or more than one, has such an id.
    """
    return _once(record, lambda overview, store: overview.speaker(store, id))


def topics(record: Place, filter: Filter | None = None, speakers: int = 8, words: int = 8) -> Topics:
    """What those speak of who say most of what the filter lets through.

    Args:
        record: the record.
        filter: by default everything.
        speakers: how many speakers at most.
        words: how many telling words of each at most.

    Raises:
        RecordError: the record cannot be opened.
        UsageError: the filter means nothing.
    """
    return _once(record, lambda overview, store: overview.topics(store, filter, speakers, words))


def _once(record: Place, ask: Callable[[Overview, Record], T]) -> T:
    with reading(record) as store:
        overview = Overview(store.path)
        try:
            return ask(overview, store)
        finally:
            overview.close()
