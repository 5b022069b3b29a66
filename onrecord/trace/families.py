"""A family is a connected set of stretches; what an outlet prints again and again connects nothing else."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

STANDING = 10  # documents of one outlet in which the same words make a formula
SPREAD = 30  # days over which these must be published, where their dates are known
MOSTLY = 0.8  # of a stretch must be standing words
OVERLAP = 0.5  # of the shorter of two stretches of one wording, from which they are one place


class Seen(NamedTuple):
    """A document as far as families are concerned.

    Attributes:
        outlet: who published it, or "".
        day: the day it was published, counted from 0001-01-01, or None.
    """

    outlet: str
    day: int | None


class Likeness(NamedTuple):
    """A stretch that two wordings have in common: words [start, end) of each, and how many are the same."""

    one: int
    other: int
    one_start: int
    one_end: int
    other_start: int
    other_end: int
    same: int


class Node(NamedTuple):
    """Words [start, end) of a wording, wherever it stands."""

    wording: int
    start: int
    end: int


class Group(NamedTuple):
    """What will be a family.

    Attributes:
        formula: whether its words stand everywhere.
        nodes: its stretches, in order.
        likenesses: those that connect them.
    """

    formula: bool
    nodes: tuple[Node, ...]
    likenesses: tuple[Likeness, ...]


def groups(
    holders: Mapping[int, Sequence[int]],
    sizes: Mapping[int, int],
    likenesses: Sequence[Likeness],
    documents: Mapping[int, Seen],
) -> list[Group]:
    """The families among some wordings, complete where every wording that is like one of them is among them.

    Args:
        holders: for each wording, the documents in which it stands, without repetition.
        sizes: words of each wording.
        likenesses: between them.
        documents: what is known of the documents.
    """
    standing = _Standing(holders, sizes, documents)
    by_wording: dict[int, list[Likeness]] = defaultdict(list)
    for like in likenesses:
        by_wording[like.one].append(like)
        by_wording[like.other].append(like)
    formulas: set[Likeness] = set()
    whole: set[int] = set()
    for wording in holders:
        standing_here = standing.found(wording, by_wording.get(wording, ()))
        if standing_here is not None:
            for like in by_wording.get(wording, ()):
                start, end = _side(like, wording)
                if standing_here[start:end].mean() >= MOSTLY:
                    formulas.add(like)
            if standing_here.mean() >= MOSTLY:
                whole.add(wording)
    found = []
    for formula in (False, True):
        some = [like for like in likenesses if (like in formulas) == formula]
        alone = [w for w, docs in holders.items() if len(docs) > 1 and (w in whole) == formula]
        found += _connected(some, alone, sizes, formula)
    return [group for group in found if len({d for n in group.nodes for d in holders[n.wording]}) > 1]


class _Standing:
    """Which words of a wording one outlet prints again and again."""

    def __init__(
        self,
        holders: Mapping[int, Sequence[int]],
        sizes: Mapping[int, int],
        documents: Mapping[int, Seen],
    ) -> None:
        self._holders = holders
        self._sizes = sizes
        self._documents = documents

    def found(self, wording: int, likenesses: Iterable[Likeness]) -> NDArray[np.bool_] | None:
        """For each word of the wording, whether it is standing text; None where none is."""
        near = [(like, like.other if like.one == wording else like.one) for like in likenesses]
        if len(self._holders[wording]) + sum(len(self._holders[w]) for _, w in near) < STANDING:
            return None
        outlets: Counter[str] = Counter()
        for w in {wording, *(w for _, w in near)}:
            outlets.update(self._documents[d].outlet for d in self._holders[w])
        found: NDArray[np.bool_] | None = None
        for outlet, count in outlets.items():
            if count >= STANDING:
                here = self._depth(wording, near, outlet) >= STANDING
                if here.any() and self._spread({wording, *(w for _, w in near)}, outlet):
                    found = here if found is None else found | here
        return found

    def _depth(self, wording: int, near: Sequence[tuple[Likeness, int]], outlet: str) -> NDArray[np.int64]:
        change = np.zeros(self._sizes[wording] + 1, dtype=np.int64)
        change[0] += self._count(wording, outlet)
        counted: set[tuple[int, int]] = set()
        for like, other in near:
            start, end = _side(like, wording)
            count = self._count(other, outlet)
            if (other, start) not in counted:
                change[start] += count
                change[end] -= count
                counted.add((other, start))
        return np.cumsum(change[:-1])

    def _count(self, wording: int, outlet: str) -> int:
        return sum(self._documents[d].outlet == outlet for d in self._holders[wording])

    def _spread(self, wordings: Iterable[int], outlet: str) -> bool:
        days = [
            day
            for w in wordings
            for d in self._holders[w]
            if self._documents[d].outlet == outlet and (day := self._documents[d].day) is not None
        ]
        return not days or max(days) - min(days) >= SPREAD


def _side(like: Likeness, wording: int) -> tuple[int, int]:
    if like.one == wording:
        return like.one_start, like.one_end
    return like.other_start, like.other_end


def _connected(
    likenesses: Sequence[Likeness], alone: Iterable[int], sizes: Mapping[int, int], formula: bool
) -> list[Group]:
    stretches: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for like in likenesses:
        stretches[like.one].add((like.one_start, like.one_end))
        stretches[like.other].add((like.other_start, like.other_end))
    for wording in alone:
        stretches[wording].add((0, sizes[wording]))
    places = {wording: _places(found) for wording, found in stretches.items()}
    union = _Union()
    for wording, of in places.items():
        for node in of.values():
            union.find((wording, *node))
    for like in likenesses:
        a = places[like.one][like.one_start, like.one_end]
        b = places[like.other][like.other_start, like.other_end]
        union.join((like.one, *a), (like.other, *b))
    members: dict[tuple[int, int, int], list[Node]] = defaultdict(list)
    for node in union.parents:
        members[union.find(node)].append(Node(*node))
    links: dict[tuple[int, int, int], list[Likeness]] = defaultdict(list)
    for like in likenesses:
        a = places[like.one][like.one_start, like.one_end]
        links[union.find((like.one, *a))].append(like)
    return [
        Group(formula, tuple(sorted(nodes)), tuple(sorted(links[root]))) for root, nodes in members.items()
    ]


def _places(stretches: set[tuple[int, int]]) -> dict[tuple[int, int], tuple[int, int]]:
    """For each stretch of a wording, the place that it and those that overlap it make together."""
    ordered = sorted(stretches)
    if len(ordered) == 1:
        return {ordered[0]: ordered[0]}
    parent = list(range(len(ordered)))

    def find(n: int) -> int:
        while parent[n] != n:
            parent[n] = n = parent[parent[n]]
        return n

    for n, (start, end) in enumerate(ordered):
        for m in range(n + 1, len(ordered)):
            other_start, other_end = ordered[m]
            if other_start >= end:
                break
            overlap = min(end, other_end) - other_start
            if overlap >= OVERLAP * min(end - start, other_end - other_start):
                parent[find(m)] = find(n)
    reach: dict[int, tuple[int, int]] = {}
    for n, (start, end) in enumerate(ordered):
        root = find(n)
        low, high = reach.get(root, (start, end))
        reach[root] = min(low, start), max(high, end)
    return {stretch: reach[find(n)] for n, stretch in enumerate(ordered)}


class _Union:
    """Sets that are joined; the root of each is its smallest item, whatever the order of joining."""

    def __init__(self) -> None:
        self.parents: dict[tuple[int, int, int], tuple[int, int, int]] = {}

    def find(self, item: tuple[int, int, int]) -> tuple[int, int, int]:
        parents = self.parents
        root = item
        while (above := parents.setdefault(root, root)) != root:
            root = above
        while (above := parents[item]) != root:
            parents[item], item = root, above
        return root

    def join(self, one: tuple[int, int, int], other: tuple[int, int, int]) -> None:
        a, b = self.find(one), self.find(other)
        if a != b:
            self.parents[max(a, b)] = min(a, b)
