"""The latest moment of a record is shared by all threads, and is read anew only as often as that is cheap."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import numpy as np

from onrecord.errors import RecordError
from onrecord.record import arrays, opening
from onrecord.record.arrays import Ints, Small
from onrecord.record.crossing import crossed, relayed
from onrecord.record.faces import ShownSpeaker, Topics
from onrecord.record.families import FamilyFilter, FamilyPage
from onrecord.record.followed import followed
from onrecord.record.listing import Listed
from onrecord.record.loudness import loudness
from onrecord.record.membership import Members, Membership
from onrecord.record.people import SpeakerRow
from onrecord.record.portraits import portrait
from onrecord.record.search import Filter
from onrecord.record.sifting import Moment, Sieve
from onrecord.record.speaking import Told
from onrecord.record.store import Record
from onrecord.record.tallies import Crossed, Listing, Tally
from onrecord.record.tallying import tally
from onrecord.record.telling import Reader
from onrecord.record.topics import topics

QUICK = 0.15  # seconds within which a moment is read while the question waits
REST = 10  # a slower one is read beside the questions, for at most one second in so many


class Moments:
    """Keeps the latest moment of the record at a path, for any number of threads."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._watch = opening.connect(path, readonly=True, shared=True)
        self._moment: Moment | None = None
        self._members = Members()
        self._version = -1
        self._cost = 0.0  # seconds
        self._ended = 0.0
        self._reader: threading.Thread | None = None

    def close(self) -> None:
        """Let go of the file, after whoever is reading."""
        if self._reader is not None:
            self._reader.join()
        with self._lock:
            self._watch.close()

    def latest(self, store: Record) -> tuple[Moment, bool]:
        """The latest moment, and whether something was written since; `store` is open in this thread.

        Raises:
            RecordError: the record cannot be read.
        """
        with self._lock:
            version = self._now()
            if self._moment is not None and version == self._version:
                return self._moment, False
            if self._moment is None or self._cost < QUICK:
                return self._read(store, version), False
            rested = time.monotonic() - self._ended > REST * self._cost
            if rested and (self._reader is None or not self._reader.is_alive()):
                self._reader = threading.Thread(target=self._read_beside, daemon=True)
                self._reader.start()
            return self._moment, True

    def warm(self) -> None:
        """Begin to read, beside whoever asks, what the first questions would wait for."""
        with self._lock:
            if self._reader is None:
                self._reader = threading.Thread(target=self._warm, daemon=True)
                self._reader.start()

    def _warm(self) -> None:
        # Whoever asks meanwhile meets the same failure, and is told of it.
        with suppress(RecordError), Record.open(self._path, readonly=True) as store:
            moment, _ = self.latest(store)
            Reader(store, moment).prepare()
            self.members(store)

    def members(self, store: Record) -> tuple[Membership, bool]:
        """What is known of the members of families, read anew within seconds, and whether it is old.

        Raises:
            RecordError: the record cannot be read.
        """
        with self._lock:
            version = self._now()
        return self._members.latest(store, version)

    def _now(self) -> int:
        with opening.guard(self._path):
            return int(self._watch.execute("PRAGMA data_version").fetchall()[0][0])

    def _read(self, store: Record, version: int) -> Moment:
        began = time.monotonic()
        moment = Moment(arrays.read(store))
        self._keep(moment, version, began)
        return moment

    def _keep(self, moment: Moment, version: int, began: float) -> None:
        if self._moment is not None:
            moment.general.update(self._moment.general)  # which does not change with every document
        self._moment, self._version, self._ended = moment, version, time.monotonic()
        self._cost = self._ended - began

    def _read_beside(self) -> None:
        try:
            with Record.open(self._path, readonly=True) as store:
                with self._lock:
                    version = self._now()
                began = time.monotonic()
                moment = Moment(arrays.read(store))
                with self._lock:
                    self._keep(moment, version, began)
        except RecordError:
            # Who asks meanwhile is told that the moment is old; the next question tries again.
            with self._lock:
                self._ended = time.monotonic()


class Looking:
    """Lists and counts of one open record, from the latest moment that is kept of it; for one thread.

    Every method raises UsageError where the filter means nothing, RecordError where the file cannot be read.
    """

    def __init__(self, store: Record, moments: Moments) -> None:
        self._store = store
        self._moments = moments
        self._moment, self._stale = moments.latest(store)
        self._here = self._moment.arrays

    def tally(self, filter: Filter) -> Tally:
        """How many statements `filter` lets through, and how they are spread."""
        return replace(tally(self._store, self._moment, filter), stale=self._stale)

    def statements(self, filter: Filter) -> Listing[Told]:
        """The page of `Record.told(filter)` that its limit and offset say, whatever the offset."""
        found = np.flatnonzero(Sieve(self._store, self._moment).sifted(filter).found())
        if filter.order == "oldest":
            found = _turned(found, self._here.document[found])
        chosen = self._here.row[_cut(found, filter)].tolist()
        return Listing(len(found), tuple(self._store.told_at(chosen)), self._stale)

    def crossed(self, filter: Filter, side: str) -> Crossed:
        """What `filter` lets through, by day and by one of SIDES."""
        return replace(crossed(self._store, self._moment, filter, side), stale=self._stale)

    def relayed(self, filter: Filter) -> Listing[Told]:
        """Of what `filter` lets through, that which somebody passed on; as many as its limit says."""
        found = relayed(self._store, self._moment, filter)
        chosen = found[filter.offset :][: filter.limit]
        return Listing(len(found), tuple(self._store.told_at(chosen)), self._stale)

    def speakers(self, words: str | None, limit: int | None, offset: int) -> Listing[SpeakerRow]:
        """The page of `Record.speakers(words)` that limit and offset say."""
        loud = loudness(self._store, self._moment)
        ordered = loud.order()
        if words is not None:
            wanted = self._store.called(words)
            ordered = ordered[np.isin(ordered, np.fromiter(wanted, np.int64, len(wanted)))]
        chosen = ordered[offset:][:limit].tolist()
        rows = self._store.speakers_at([(row, loud.heard(row)) for row in chosen])
        return Listing(len(ordered), tuple(rows), self._stale)

    def families(self, filter: FamilyFilter) -> FamilyPage:
        """As `Record.family_heads`, without reading what is passed over."""
        if filter.words is None and filter.speaker is None and filter.entity is None:
            return FamilyPage(self._store.count_families(filter), self._store.family_heads(filter))
        known, old = self._moments.members(self._store)
        sieve = Sieve(self._store, self._moment)
        return followed(self._store, sieve, known, filter, old or self._stale)

    def speaker(self, id: str) -> ShownSpeaker:
        """What the record shows of the entity of this id, or of the one id that begins so."""
        return replace(portrait(self._store, self._moment, id), stale=self._stale)

    def topics(self, filter: Filter, speakers: int, words: int) -> Topics:
        """What those speak of who say most of what `filter` lets through."""
        return replace(topics(self._store, self._moment, filter, speakers, words), stale=self._stale)

    def documents(self, filter: Filter) -> Listing[Listed]:
        """The page of `Record.documents(filter, text=False)` that its limit and offset say."""
        sieve = Sieve(self._store, self._moment)
        every = replace(filter, all_versions=True)
        d = self._here.documents
        sifted = sieve.sifted(replace(every, words=None) if not filter.of_statements() else every)
        if filter.of_statements():
            mask = np.zeros(len(d.row), np.bool_)
            mask[self._here.document[sifted.found()]] = True
            found = _in_order(np.flatnonzero(mask), d.statements[0])
        elif filter.words is not None:
            mask = sifted.sources() & sieve.having(filter.words)
            found = _in_order(np.flatnonzero(mask), d.passages[0])
        else:
            found = np.flatnonzero(sifted.sources())
        if filter.order == "oldest":
            found = found[::-1]
        chosen = d.row[_cut(found, filter)].tolist()
        return Listing(len(found), tuple(self._store.listed_at(chosen)), self._stale)


def _cut(found: Ints, filter: Filter) -> Ints:
    return found[filter.offset :][: filter.limit]


def _in_order(found: Ints, by: Ints) -> Ints:
    ordered: Ints = found[np.argsort(by[found], kind="stable")]
    return ordered


def _turned(found: Ints, document: Small) -> Ints:
    """Positions with the last document first, those of one document in their order."""
    if not len(found):
        return found
    run = np.cumsum(np.diff(document, prepend=document[:1]) != 0)
    turned: Ints = found[np.argsort(-run, kind="stable")]
    return turned
