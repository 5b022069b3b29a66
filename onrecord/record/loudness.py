"""How much every entity says is counted from arrays at once, and is what `People` counts one by one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from onrecord.record import rows
from onrecord.record.arrays import Arrays, Ints
from onrecord.record.base import Base
from onrecord.record.people import Heard
from onrecord.record.sifting import REJECTED, Moment, Sieve


@dataclass(frozen=True, slots=True)
class Loudness:
    """What entities say in one moment of a record.

    Attributes:
        here: the moment's arrays.
        statements, documents: of each entity of `here.voices.rows`, how many of the newest versions.
        oldest, newest: the positions of the oldest and the newest statement in a document whose date is
            known, of all versions; -1 is none.
    """

    here: Arrays
    statements: Ints
    documents: Ints
    oldest: Ints
    newest: Ints

    def heard(self, row: int) -> Heard:
        """What the entity of this row says."""
        place = int(np.searchsorted(self.here.voices.rows, row))
        if place == len(self.here.voices.rows) or self.here.voices.rows[place] != row:
            return Heard(0, 0, None, None)
        if not self.statements[place]:
            return Heard(0, 0, None, None)
        d = self.here.documents
        first, last = (
            days[self.here.document[statement]].decode() or None if statement >= 0 else None
            for days, statement in ((d.first, self.oldest[place]), (d.last, self.newest[place]))
        )
        return Heard(int(self.statements[place]), int(self.documents[place]), first, last)

    def order(self) -> Ints:
        """The rows of the entities in the order of the list: those that say most first, then by name."""
        voices, entities = self.here.voices, self.here.entities
        place = np.minimum(np.searchsorted(voices.rows, entities), max(len(voices.rows) - 1, 0))
        count = np.zeros(len(entities), np.int64)
        if len(voices.rows):
            count = np.where(voices.rows[place] == entities, self.statements[place], 0)
        order = np.argsort(-count, kind="stable")
        listed: Ints = entities[order[self.here.named[order] | (count[order] > 0)]]
        return listed


def loudness(store: Base, moment: Moment) -> Loudness:
    """How much every entity says in a moment of an open record.

    Raises:
        RecordError: the record cannot be read.
    """
    here = moment.arrays
    voices, count = here.voices, len(here.voices.rows)
    kept = Sieve(store, moment).reviewed[voices.statement] != REJECTED
    document = here.document[voices.statement]
    listed = kept & here.documents.newest[document]
    statements = np.bincount(voices.entity[listed], minlength=count)
    # Voices are in the order of entity and statement, and the statements of a document stand together.
    pairs = voices.entity[listed].astype(np.int64) * (len(here.documents.row) + 1) + document[listed]
    fresh = np.ones(len(pairs), np.bool_)
    fresh[1:] = pairs[1:] != pairs[:-1]
    documents = np.bincount(voices.entity[listed][fresh], minlength=count)
    dated = kept & (here.row[voices.statement] < rows.UNKNOWN << rows.ROOM)
    entity, statement = voices.entity[dated], voices.statement[dated]
    oldest = np.full(count, -1, np.int64)
    newest = np.full(count, -1, np.int64)
    oldest[entity] = statement  # of several the last stays
    newest[entity[::-1]] = statement[::-1]
    return Loudness(here, statements, documents, oldest, newest)
