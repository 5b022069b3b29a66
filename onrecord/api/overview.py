"""How many there are beside every list, and any page of one as quickly as the first.

overview = api.Overview("press.onrecord")  # one for all threads
with api.reading("press.onrecord") as store:  # one in each thread
    tally = overview.tally(store, api.Filter(words="bridge"))
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.api.listing import Place, reading
from onrecord.record import Crossed, Filter, Listed, Listing, Record, SpeakerRow, Tally, Told

if TYPE_CHECKING:
    from onrecord.record import Looking, Moments


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

    def close(self) -> None:
        """Let go of the file; nothing can be asked any more."""
        if self._moments is not None:
            self._moments.close()

    def _looking(self, store: Record) -> Looking:
        from onrecord.record import Looking, Moments  # they need a library that takes a while to load

        with self._lock:
            if self._moments is None:
                self._moments = Moments(self._path)
        return Looking(store, self._moments)


def tally(record: Place, filter: Filter | None = None) -> Tally:
    """How many statements of a record the filter lets through, and how they are spread.

    Raises:
        RecordError: the record cannot be opened.
        UsageError: the filter means nothing.
    """
    with reading(record) as store:
        overview = Overview(store.path)
        try:
            return overview.tally(store, filter)
        finally:
            overview.close()
