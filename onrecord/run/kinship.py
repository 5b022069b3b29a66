"""Families are made anew around whatever changed, and only there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord import trace
from onrecord.record import FamilyRows, Mark, Place, Record
from onrecord.run.members import Members, Part, Places
from onrecord.run.standing import Papers, Shelf

EVERYWHERE = 20  # reports of one outlet in a family that make it a formula
TOGETHER = 20_000  # stirred wordings around which families are made together
MEMBERS = 100_000  # places of families that are made together, so that memory stays flat
ROWS = 20_000  # members and hops written at once, about half a second; more where families overlap

_Parts = list[tuple[list[int], list[FamilyRows]]]
Numbers = NDArray[np.int64]
Make = Callable[[Record, Sequence[Place], Numbers], Iterable[FamilyRows]]


class _Change(NamedTuple):
    """What has to be written where families are made anew.

    Attributes:
        wordings: the families of all these are made.
        made: how many families there are.
        parts: what takes the place of what: rows of families, and families. Whatever an old family holds
            stands in the part in which it goes, so that nobody sees it twice or misses it.
        again: ids of families that stay as they are and are to be checked again.
    """

    wordings: Sequence[int]
    made: int
    parts: _Parts
    again: Sequence[str]


def families(store: Record, make: Make | None = None) -> int:
    """Make the families anew of which a wording was stirred; gives how many there are then.

    Args:
        make: what makes families of places and likenesses; by default `made_of`.
    """
    made = 0
    while stirred := store.stirred(TOGETHER):
        mark = store.traced_so_far()
        change = _around(store, stirred, make or made_of)
        if _written(store, change, mark):
            made += change.made
    return made


def _around(store: Record, stirred: Sequence[int], make: Make) -> _Change:
    """What is to be written of the wordings that are connected with the stirred ones."""
    wordings, likenesses = _closure(store, stirred)
    new = {one.family[0]: one for one in make(store, store.places(wordings), likenesses)}
    made, asked = len(new), set(stirred)
    old: dict[int, FamilyRows] = {}
    again = []
    for row, held in store.families_with(wordings):
        id = str(held.family[0]) if held.family else ""
        if id in new and _same(held, new[id]):
            del new[id]  # what stays as it is, most of it as a rule, is not written
            if any(member[-1] in asked for member in held.members):
                again.append(id)
        else:
            old[row] = held
    return _Change(wordings, made, _together(old, list(new.values())), again)


def _same(one: FamilyRows, other: FamilyRows) -> bool:
    same = one.family == other.family and list(one.members) == list(other.members)
    return same and set(one.hops) == set(other.hops)


def _together(old: Mapping[int, FamilyRows], new: Sequence[FamilyRows]) -> _Parts:
    """Families beside those whose place or id they take, in parts written at once; losses come last."""
    stood: dict[tuple[int, int], list[tuple[int, int, int]]] = defaultdict(list)
    ids = {}
    for row, held in old.items():
        ids.update(dict.fromkeys(held.family[:1], row))
        for _, document, start, end, *_, wording in held.members:
            stood[document, wording].append((start, end, row))
    above = {row: row for row in old}

    def top(row: int) -> int:
        while above[row] != row:
            above[row] = row = above[above[row]]
        return row

    met = [
        [row for row in (ids.get(one.family[0]),) if row is not None]
        + [
            row
            for _, document, start, end, *_, wording in one.members
            for low, high, row in stood.get((document, wording), ())
            if low < end and start < high
        ]
        for one in new
    ]
    for rows in met:
        for row in rows:
            above[top(row)] = top(rows[0])
    groups: dict[int, tuple[list[int], list[FamilyRows]]] = {}
    for number, (rows, one) in enumerate(zip(met, new, strict=True)):
        group = top(rows[0]) if rows else -1 - number
        groups.setdefault(group, ([], []))[1].append(one)
    for row in old:
        groups.setdefault(top(row), ([], []))[0].append(row)
    return _packed(groups.values(), old)


def _packed(groups: Iterable[tuple[list[int], list[FamilyRows]]], old: Mapping[int, FamilyRows]) -> _Parts:
    """Groups, as many together as may be written at once."""
    parts: _Parts = []
    size = ROWS
    for gone, families in groups:
        more = sum(len(one.members) + len(one.hops) for one in (*families, *map(old.__getitem__, gone)))
        if size + more > ROWS:
            parts.append(([], []))
            size = 0
        parts[-1][0].extend(gone)
        parts[-1][1].extend(families)
        size += more
    return parts


def _written(store: Record, change: _Change, mark: Mark) -> bool:
    """Write what is to be written; False where somebody traced meanwhile, so that it has to be made again.

    Each part is written whole, and others may write before the next. Until the last is written all wordings
    are stirred: a run that ends in between leaves a record that says what is still to be made.
    """
    for step in _steps(store, change):
        with store.whole():
            if store.traced_so_far() != mark:
                return False
            step()
            mark = store.traced_so_far()
    return True


def _steps(store: Record, change: _Change) -> Iterator[Callable[[], None]]:
    """What is written, transaction by transaction."""
    some = [change.wordings[at : at + ROWS] for at in range(0, len(change.wordings), ROWS)]
    if len(change.parts) > 1:
        yield from (partial(store.stir, part) for part in some)
    for gone, families in change.parts:
        yield partial(store.replace_families, gone, families)
    for number, part in enumerate(some):
        yield partial(store.settle_wordings, part, () if number else change.again)


def _closure(store: Record, stirred: Sequence[int]) -> tuple[list[int], Numbers]:
    """All wordings that are connected with the stirred ones, or were; and what connects them, in order."""
    known = store.kin(stirred).union(stirred)
    found: list[Sequence[int]] = []
    edge = sorted(known)
    while edge:
        rows = store.likenesses(edge)
        found += rows
        near = {row[0] for row in rows} | {row[1] for row in rows}
        edge = sorted(near - known)
        known.update(edge)
    likenesses = np.array(found, np.int64).reshape(-1, 7)
    likenesses = likenesses[np.lexsort(likenesses.T[2::-1])]
    fresh = np.ones(len(likenesses), np.bool_)  # one of two that were known one after the other comes twice
    fresh[1:] = (likenesses[1:, :3] != likenesses[:-1, :3]).any(axis=1)
    return sorted(known), likenesses[fresh]


def shelved(path: str, table: Numbers, likenesses: Numbers, share: tuple[int, int]) -> list[FamilyRows]:
    """As `made_of`, of a record's file."""
    with Record.open(path, readonly=True) as store:
        return list(made_of(store, table, likenesses, share))


def places_of(found: Sequence[Place] | Numbers) -> Numbers:
    """Places as rows of their numbers."""
    return np.array(found, np.int64).reshape(-1, 5)


def made_of(
    store: Shelf, found: Sequence[Place] | Numbers, likenesses: Numbers, share: tuple[int, int] = (0, 1)
) -> Iterator[FamilyRows]:
    """The families among wordings, complete where every wording that is like one of them is among them.

    Args:
        store: where their documents are kept.
        found: all places of the wordings, in any order; or rows of these numbers.
        likenesses: between them, as the record has them, sorted.
        share: which of them are made: the first number says which share, from 0, the second of how many. The
            shares, one after the other, are what is made at once.
    """
    table = places_of(found)
    table = table[np.lexsort(table.T[::-1])]
    digests, firsts, wording = np.unique(table[:, 0], return_index=True, return_inverse=True)
    rows, document = np.unique(table[:, 1], return_inverse=True)
    papers = Papers(store, rows)
    places = Places(wording, document, table[:, 2], table[:, 3], table[:, 4], digests)
    pairs = np.divmod(trace.distinct(wording * (len(rows) + 1) + document), len(rows) + 1)
    held = trace.Held(digests, places.words[firsts], *pairs, papers.outlets, papers.days)
    alive = trace.among(likenesses[:, 0], digests) & trace.among(likenesses[:, 1], digests)
    numbered = likenesses[alive, :6]
    numbered[:, :2] = np.searchsorted(digests, numbered[:, :2])
    groups = trace.groups(held, numbered)
    for low, part in _parts(places, groups, numbered, share):
        made = Members(store, papers, places, part)
        yield from _rows(groups.formula[low : low + part.groups], made, papers)
        papers.forget()


def _parts(
    places: Places, groups: trace.Groups, likenesses: Numbers, share: tuple[int, int]
) -> Iterator[tuple[int, Part]]:
    """The groups of a share in parts, each with the number of its first."""
    nodes = np.column_stack([groups.group, groups.wording, groups.start, groups.end])
    order = np.argsort(groups.likenesses, kind="stable")
    order = order[groups.likenesses[order] >= 0]
    rows = np.column_stack([groups.likenesses[order], likenesses[order]])
    counts = np.bincount(groups.group, np.bincount(places.wording)[groups.wording]).astype(np.int64)
    before = np.cumsum(counts) - counts
    every = max(int(counts.sum()), 1)
    shares = before * share[1] // every
    parts = shares * every + before // MEMBERS
    for part in trace.distinct(parts[shares == share[0]]).tolist():
        first, last = np.searchsorted(parts, part), np.searchsorted(parts, part, "right")
        own = [table[slice(*np.searchsorted(table[:, 0], (first, last)))] for table in (nodes, rows)]
        for table in own:
            table[:, 0] -= first
        yield int(first), Part(int(last - first), *own)


def _rows(formulas: NDArray[np.bool_], made: Members, papers: Papers) -> Iterator[FamilyRows]:
    """The rows of some families."""
    once = [list(dict.fromkeys(made.documents[low:high])) for low, high in made.edges]
    folded = trace.folded([[papers.sources[document].sketch for document in own] for own in once])
    for n, (low, high) in enumerate(made.edges):
        reports = dict(zip(once[n], folded[n], strict=True))
        formula = bool(formulas[n])
        stands = list(zip(made.documents[low:high], made.rows[low:high], strict=True))
        id = _id(formula, [(papers.sources[document].id, *row[:2]) for document, row in stands])
        formula = formula or _everywhere(reports, papers)
        members = [
            (number, papers.sources[document].row, start, end, statement, reports[document], wording)
            for number, (document, (start, end, statement, wording)) in enumerate(stands)
        ]
        said = any(member[4] for member in members)
        outlets = {papers.sources[document].outlet or papers.sources[document].host for document in once[n]}
        days = [day for day in made.days[low:high] if day]
        head = (
            id,
            "formula" if formula else "statement" if said else "passage",
            len(members),
            len(reports),
            len(set(reports.values())),
            len(outlets - {""}),
            min((day[0] for day in days), default=None),
            max((day[1] for day in days), default=None),
        )
        yield FamilyRows(head, members, made.hops[n])


def _everywhere(reports: Mapping[int, int], papers: Papers) -> bool:
    """Whether one outlet has these words, or words like them, in report after report over a long time."""
    if len(reports) < EVERYWHERE:
        return False
    outlets: dict[int, set[int]] = defaultdict(set)
    days: dict[int, list[int]] = defaultdict(list)
    for document, report in reports.items():
        outlet, day = int(papers.outlets[document]), int(papers.days[document])
        outlets[outlet].add(report)
        if day != trace.UNDATED:
            days[outlet].append(day)
    return any(
        len(found) >= EVERYWHERE and (not days[o] or max(days[o]) - min(days[o]) >= trace.SPREAD)
        for o, found in outlets.items()
    )


def _id(formula: bool, stands: Sequence[tuple[str, int, int]]) -> str:
    """The smallest digest of a member: it changes seldom as the family grows."""
    names = (f"{formula}\0{document}\0{start}\0{end}" for document, start, end in stands)
    return min(blake2b(n.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest() for n in names)
