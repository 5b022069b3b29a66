"""Families are listed as `Traces` lists them, without reading the members of those that are passed over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import numpy as np

from onrecord.record import opening
from onrecord.record.arrays import Ints, Mask, numbers
from onrecord.record.families import FamilyFilter, FamilyPage
from onrecord.record.holding import holder
from onrecord.record.membership import Membership
from onrecord.record.search import Filter, matcher
from onrecord.record.sifting import Sieve
from onrecord.record.store import Record
from onrecord.record.traces import ORDERED

_RUN = 512  # families that are looked at together


def followed(store: Record, sieve: Sieve, known: Membership, filter: FamilyFilter, old: bool) -> FamilyPage:
    """The families that a filter lets through, and how many there are, as `Record.family_heads` has them.

    Args:
        store: the open record.
        sieve: what tells which of its statements and passages pass.
        known: what is known of its families.
        filter: which families; words, a speaker or an entity are asked for.
        old: whether something was written since the record was read for `sieve` or `known`.

    Raises:
        UsageError: the filter means nothing.
        RecordError: the record cannot be read.
    """
    return _Follower(store, sieve, known, old).page(filter)


class _Follower:
    def __init__(self, store: Record, sieve: Sieve, known: Membership, old: bool) -> None:
        self._store, self._sieve, self._known, self._old = store, sieve, known, old

    def page(self, filter: FamilyFilter) -> FamilyPage:
        chosen = self._chosen(filter)
        found: Iterator[int] = iter(chosen.tolist())
        if filter.words is not None:
            found = self._holding(found, filter.words)
        last = None if filter.limit is None else filter.offset + filter.limit
        part, head = islice(found, filter.offset, last), self._store._traces.head
        total = len(chosen) if filter.words is None else None
        return FamilyPage(total, self._store._listed(lambda: map(head, part)))

    def _chosen(self, filter: FamilyFilter) -> Ints:
        """The rows of the families that pass, but for words, in the order of the filter."""
        passing = np.ones(len(self._known.family), np.bool_)
        asked = replace(filter, words=None)
        if filter.words is not None:
            passing &= self._having(filter.words)
        voiced = filter.speaker is not None or filter.entity is not None
        if voiced and not self._old:
            every = Filter(speaker=filter.speaker, entity=filter.entity, all_versions=True)
            passing &= self._known.among(self._sieve.rows(every))
            asked = replace(asked, speaker=None, entity=None)
        some = np.zeros(self._known.last + 2, np.bool_)
        some[self._known.family[passing]] = True
        some[-1] = True  # what came since is not known here
        return self._allowed(asked, some)

    def _having(self, words: str) -> Mask:
        return self._known.having(words, lambda: self._sieve.passages(words))

    def _allowed(self, filter: FamilyFilter, some: Mask) -> Ints:
        """The rows of the families that SQL lets through and that are some of these, in order."""
        condition, values = self._store._traces.conditions(filter)
        command = f"SELECT f.row AS n FROM family f {condition}"
        order = f"ORDER BY {ORDERED[filter.order]}"

        def ask(command: str, *values: object) -> Ints:
            with opening.guard(self._store.path):
                return numbers(self._store, command, *values)

        if self._old:
            found = ask(command + order, *values)
            return found[some[np.minimum(found, len(some) - 1)]]
        ordered = self._known.kept((order,), lambda: ask(f"SELECT f.row AS n FROM family f {order}"))
        allowed = self._known.kept((command, *values), lambda: ask(command, *values))
        both = np.zeros_like(some)
        both[allowed] = some[allowed]
        return ordered[both[ordered]]

    def _holding(self, found: Iterator[int], query: str) -> Iterator[int]:
        """Those of these families of which a member has all the words."""
        holds, reads = holder(query), matcher(query)
        places = np.flatnonzero(self._having(query))
        family, words = self._known.family[places], self._known.words
        while run := list(islice(found, _RUN)):
            firsts, lasts = (np.searchsorted(family, run, side).tolist() for side in ("left", "right"))
            for row, first, last in zip(run, firsts, lasts, strict=True):
                if row > self._known.last:
                    if self._store._traces.holds(row, reads):
                        yield row
                elif any(holds(words[place]) for place in places[first:last].tolist()):
                    yield row
