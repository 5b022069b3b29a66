"""Those who say most of something are told apart by the words that each says more than others do."""

from __future__ import annotations

import numpy as np

from onrecord.record import rows, telling
from onrecord.record.faces import Contact, Topics
from onrecord.record.search import Filter
from onrecord.record.sifting import Moment, Sieve
from onrecord.record.store import Record

_DOCUMENTS = 40  # that are looked at of each speaker


def topics(store: Record, moment: Moment, filter: Filter, speakers: int, words: int) -> Topics:
    """What those speak of who say most of what a filter lets through.

    Args:
        store: the open record.
        moment: the moment of it that is counted.
        filter: what to look at; its limit, offset and order say nothing here.
        speakers: how many speakers at most.
        words: how many words of each at most; words that several share stand once.

    Raises:
        UsageError: the filter means nothing.
        RecordError: the record cannot be read.
    """
    here = moment.arrays
    found = Sieve(store, moment).sifted(filter).found()
    voices = here.voices
    counts = np.bincount(voices.entity[found[voices.statement]], minlength=1)
    loudest = np.argsort(-counts, kind="stable")[:speakers]
    loudest = loudest[counts[loudest] > 0]
    reader = telling.Reader(store, moment)
    who, said, looked_at = [], [], []
    chosen: dict[str, None] = {}
    for row in voices.rows[loudest].tolist():
        positions = voices.of(row).astype(np.int64)
        positions = positions[found[positions]]
        looked = telling.chosen(moment, positions, _DOCUMENTS)
        own = reader.said(looked)
        id, name, forms = _called(store, row)
        others = reader.others(row, looked)
        tell = telling.telling(own, others, telling.named([name, *forms]), words)
        chosen.update(dict.fromkeys(one.word for one in tell))
        who.append(Contact(id, name, len(positions)))
        said.append(own)
        looked_at.append(len(own))
    table = tuple(tuple(sum(word in one for one in own.values()) for word in chosen) for own in said)
    return Topics(tuple(who), tuple(chosen), table, tuple(looked_at))


def _called(store: Record, row: int) -> tuple[str, str, list[str]]:
    [(id, name)] = store._all("SELECT id, name FROM entity WHERE row = ?", row)
    command = (
        "SELECT a.form FROM entity e JOIN alias a ON a.entity = e.row "
        "WHERE (e.row = ?1 OR e.merged = ?1) AND a.judgement = 'same'"
    )
    return id, rows.string(name), [rows.string(form) for (form,) in store._all(command, row)]
