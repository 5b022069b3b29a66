"""The slow and obvious twin of `groups`: wording by wording, likeness by likeness."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from onrecord.trace.families import MOSTLY, OVERLAP, SPREAD, STANDING
from onrecord.trace.pieced import LINK


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
    by_wording: dict[int, list[Likeness]] = defaultdict(list)
    for like in likenesses:
        by_wording[like.one].append(like)
        by_wording[like.other].append(like)
    shown = {wording: _shown(found, documents) for wording, found in holders.items()}
    formulas: set[Likeness] = set()
    whole: set[int] = set()
    for wording in holders:
        here = by_wording.get(wording, ())
        if wording & LINK:
            whole.add(wording)
            formulas.update(here)
            continue
        standing = _standing(wording, sizes[wording], here, shown)
        if not standing:
            continue
        formulas.update(like for like in here if _stands(standing, *_side(like, wording)))
        if _stands(standing, 0, sizes[wording]):
            whole.add(wording)
    found = []
    for formula in (False, True):
        some = [like for like in likenesses if (like in formulas) == formula]
        alone = [w for w, docs in holders.items() if len(docs) > 1 and (w in whole) == formula]
        found += _connected(some, alone, sizes, formula)
    return [group for group in found if len({d for n in group.nodes for d in holders[n.wording]}) > 1]


class _Shown(NamedTuple):
    """How many documents of an outlet show a wording, and their first and last day, where known."""

    documents: int
    first: int | None
    last: int | None


def _shown(holders: Iterable[int], documents: Mapping[int, Seen]) -> dict[str, _Shown]:
    found: dict[str, _Shown] = {}
    for document in holders:
        outlet, day = documents[document]
        before = found.get(outlet, _Shown(0, day, day))
        days = [d for d in (before.first, before.last, day) if d is not None]
        found[outlet] = _Shown(before.documents + 1, min(days, default=None), max(days, default=None))
    return found


def _standing(
    wording: int, size: int, likenesses: Sequence[Likeness], shown: Mapping[int, Mapping[str, _Shown]]
) -> list[tuple[int, int]]:
    """The words [start, end) of a wording that one outlet prints again and again."""
    near = {(like.other if like.one == wording else like.one, *_side(like, wording)) for like in likenesses}
    counts: dict[str, int] = defaultdict(int)
    for w in (wording, *(w for w, _, _ in near)):
        for outlet, here in shown[w].items():
            counts[outlet] += here.documents
    found: list[tuple[int, int]] = []
    for outlet, count in counts.items():
        if count < STANDING or not _spread(wording, near, shown, outlet):
            continue
        changes: dict[int, int] = defaultdict(int)
        for w, start, end in [(wording, 0, size), *near]:
            here_too = shown[w].get(outlet)
            if here_too:
                changes[start] += here_too.documents
                changes[end] -= here_too.documents
        depth, since = 0, -1
        for at in sorted(changes):
            depth += changes[at]
            if depth >= STANDING and since < 0:
                since = at
            elif depth < STANDING and since >= 0:
                found.append((since, at))
                since = -1
    return found


def _spread(
    wording: int,
    near: Iterable[tuple[int, int, int]],
    shown: Mapping[int, Mapping[str, _Shown]],
    outlet: str,
) -> bool:
    """Whether an outlet printed a wording and its like over a long time, as far as that is known."""
    here = [shown[w][outlet] for w in {wording, *(w for w, _, _ in near)} if outlet in shown[w]]
    first = min((one.first for one in here if one.first is not None), default=None)
    last = max((one.last for one in here if one.last is not None), default=None)
    return first is None or last is None or last - first >= SPREAD


def _stands(standing: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    covered = sum(max(0, min(end, b) - max(start, a)) for a, b in standing)
    return covered >= MOSTLY * (end - start)


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
    places = {wording: _places(found, bool(wording & LINK)) for wording, found in stretches.items()}
    union = _Union()
    for wording, of in places.items():
        for place in of.values():
            union.find((wording, *place))
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


def _places(stretches: set[tuple[int, int]], loosely: bool) -> dict[tuple[int, int], tuple[int, int]]:
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
            sizes = end - start, other_end - other_start
            if overlap >= OVERLAP * (min(sizes) if loosely else max(sizes)):
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
