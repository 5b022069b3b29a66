"""A family is a connected set of stretches; what an outlet prints again and again connects nothing else."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.trace.keyed import ranges
from onrecord.trace.pieced import LINK

STANDING = 10  # documents of one outlet in which the same words make a formula
SPREAD = 30  # days over which these must be published, where their dates are known
MOSTLY = 0.8  # of a stretch must be standing words
OVERLAP = 0.5  # of the longer of two stretches of a wording, from which they are one place

UNDATED = 0  # the day of a document whose date is not known; days are counted from 0001-01-01, which is 1
_LATEST = 1 << 40  # no day is later

Numbers = NDArray[np.int64]


class Held(NamedTuple):
    """Wordings, and the documents in which they stand; both have numbers here, from 0.

    Attributes:
        wordings: in order, each once.
        sizes: words of each.
        of, documents: which wording stands in which document, sorted, each pair once.
        outlets: for each document the number of its outlet.
        days: for each document the day it was published, or UNDATED.
    """

    wordings: Numbers
    sizes: Numbers
    of: Numbers
    documents: Numbers
    outlets: Numbers
    days: Numbers


class Groups(NamedTuple):
    """What will be families, each with a number from 0.

    Attributes:
        formula: for each, whether its words stand everywhere.
        group, wording, start, end: for each node its group, and the words [start, end) of a wording that it
            is, wherever that stands; sorted.
        likenesses: for each likeness the group that it connects, or -1.
    """

    formula: NDArray[np.bool_]
    group: Numbers
    wording: Numbers
    start: Numbers
    end: Numbers
    likenesses: Numbers


class _Sides(NamedTuple):
    """Both sides of likenesses: the wording, the other wording, words [start, end), and which likeness."""

    wording: Numbers
    near: Numbers
    start: Numbers
    end: Numbers
    likeness: Numbers

    def some(self, which: NDArray[np.bool_] | Numbers) -> _Sides:
        return _Sides(*(column[which] for column in self))


def groups(held: Held, likenesses: Numbers) -> Groups:
    """The families among some wordings, complete where every wording that is like one of them is among them.

    Args:
        held: the wordings.
        likenesses: between them: rows of one, other, words [start, end) of one and of the other, where one
            and other are numbers of wordings.
    """
    one, other, one_start, one_end, other_start, other_end = likenesses.T
    number = np.arange(len(one))
    sides = _Sides(
        *(
            np.concatenate(pair)
            for pair in (
                (one, other), (other, one), (one_start, other_start), (one_end, other_end), (number, number)
            )
        )
    )  # fmt: skip
    formulas, whole = _formulas(held, sides)
    repeated = np.bincount(held.of, minlength=len(held.wordings)) > 1
    found = []
    for formula in (False, True):
        some = sides.some(formulas[sides.likeness] == formula)
        alone = np.flatnonzero(repeated & (whole == formula))
        found.append(_connected(held, some, alone, formula, len(one)))
    return _joined(*found)


def _joined(one: Groups, other: Groups) -> Groups:
    count = len(one.formula)
    shifted = np.where(other.likenesses < 0, -1, other.likenesses + count)
    return Groups(
        np.concatenate([one.formula, other.formula]),
        np.concatenate([one.group, other.group + count]),
        np.concatenate([one.wording, other.wording]),
        np.concatenate([one.start, other.start]),
        np.concatenate([one.end, other.end]),
        np.where(one.likenesses < 0, shifted, one.likenesses),
    )


def _formulas(held: Held, sides: _Sides) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which likenesses are of standing words alone, and which wordings are."""
    link = held.wordings & LINK > 0
    of, low, high = _standing(held, sides)
    spoken = ~link[of]
    of, low, high = of[spoken], low[spoken], high[spoken]
    every = np.arange(len(held.wordings))
    formulas = np.zeros(int(sides.likeness.max(initial=-1)) + 1, np.bool_)
    stands = link[sides.wording] | _stands((of, low, high), sides.wording, sides.start, sides.end)
    formulas[sides.likeness[stands]] = True
    whole = link | _stands((of, low, high), every, np.zeros(len(every), np.int64), held.sizes)
    return formulas, whole


def _standing(held: Held, sides: _Sides) -> tuple[Numbers, Numbers, Numbers]:
    """The words [start, end) of wordings that one outlet prints again and again: wording, start, end."""
    own, outlet, documents, first, last = _shown(held)
    every = np.arange(len(held.wordings))
    order, fresh = _once(sides.wording, sides.near, sides.start, sides.end)
    near = sides.some(order[fresh])
    wording = np.concatenate([near.wording, every])
    low = np.searchsorted(own, np.concatenate([near.near, every]))
    high = np.searchsorted(own, np.concatenate([near.near, every]), "right")
    at, row = ranges(low, high), np.repeat(np.arange(len(wording)), high - low)
    order = np.lexsort((outlet[at], wording[row]))
    at, row = at[order], row[order]
    edges = _edges(wording[row], outlet[at])
    count = np.add.reduceat(documents[at], edges[:-1]) if len(at) else documents[at]
    early = np.minimum.reduceat(first[at], edges[:-1]) if len(at) else first[at]
    late = np.maximum.reduceat(last[at], edges[:-1]) if len(at) else last[at]
    often = (count >= STANDING) & ((late == UNDATED) | (late - early >= SPREAD))
    of = np.repeat(np.flatnonzero(often), np.diff(edges)[often])
    chosen = ranges(edges[:-1][often], edges[1:][often])
    start = np.concatenate([near.start, np.zeros(len(every), np.int64)])[row[chosen]]
    end = np.concatenate([near.end, held.sizes])[row[chosen]]
    found, low, high = _deep(of, start, end, documents[at[chosen]])
    return wording[row[edges[:-1][found]]], low, high


def _deep(of: Numbers, start: Numbers, end: Numbers, weight: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Where intervals of one owner lie on one another with a weight of STANDING: owner, start, end."""
    owner, at = np.concatenate([of, of]), np.concatenate([start, end])
    order = np.lexsort((at, owner))
    owner, at = owner[order], at[order]
    depth = np.cumsum(np.concatenate([weight, -weight])[order])  # comes back to nought with each owner
    last = _edges(owner, at)[1:] - 1
    deep = np.concatenate([[False], depth[last] >= STANDING])
    rises, falls = last[deep[1:] & ~deep[:-1]], last[~deep[1:] & deep[:-1]]
    return owner[rises], at[rises], at[falls]


def _shown(held: Held) -> tuple[Numbers, Numbers, Numbers, Numbers, Numbers]:
    """In how many documents of an outlet wordings stand: wording, outlet, documents, first and last day."""
    outlet, day = held.outlets[held.documents], held.days[held.documents]
    order = np.lexsort((outlet, held.of))
    own, outlet, day = held.of[order], outlet[order], day[order]
    edges = _edges(own, outlet)
    begins = edges[:-1]
    if not len(begins):
        return own, outlet, own, day, day
    first = np.minimum.reduceat(np.where(day == UNDATED, _LATEST, day), begins)
    last = np.maximum.reduceat(day, begins)  # UNDATED is smaller than any day
    return own[begins], outlet[begins], np.diff(edges), first, last


def _stands(
    standing: tuple[Numbers, Numbers, Numbers], wording: Numbers, start: Numbers, end: Numbers
) -> NDArray[np.bool_]:
    """Whether words [start, end) of wordings are mostly standing words."""
    of, low, high = standing
    order = np.argsort(of, kind="stable")
    of, low, high = of[order], low[order], high[order]
    first, last = np.searchsorted(of, wording), np.searchsorted(of, wording, "right")
    at, row = ranges(first, last), np.repeat(np.arange(len(wording)), last - first)
    common = np.maximum(0, np.minimum(high[at], end[row]) - np.maximum(low[at], start[row]))
    covered = np.bincount(row, common, len(wording))
    found: NDArray[np.bool_] = (last > first) & (covered >= MOSTLY * (end - start))
    return found


def _connected(held: Held, sides: _Sides, alone: Numbers, formula: bool, likenesses: int) -> Groups:
    """The groups that likenesses make, with wordings that are repeated as a whole."""
    wording = np.concatenate([sides.wording, alone])
    start = np.concatenate([sides.start, np.zeros(len(alone), np.int64)])
    end = np.concatenate([sides.end, held.sizes[alone]])
    start, end = _places(wording, start, end, held.wordings[wording] & LINK > 0)
    order, fresh = _once(wording, start, end)
    node = np.zeros(len(wording), np.int64)
    node[order] = np.cumsum(fresh) - 1
    wording, start, end = wording[order[fresh]], start[order[fresh]], end[order[fresh]]
    half = len(sides.wording) // 2  # one side of all, then the other
    root = _roots(len(wording), node[:half], node[half : 2 * half])
    low, high = np.searchsorted(held.of, wording), np.searchsorted(held.of, wording, "right")
    place = held.documents[ranges(low, high)]
    least = np.full(len(wording), len(held.outlets), np.int64)
    most = np.full(len(wording), -1, np.int64)
    np.minimum.at(least, np.repeat(root, high - low), place)
    np.maximum.at(most, np.repeat(root, high - low), place)
    several = least < most  # documents, counted at the roots
    number = np.cumsum(several) - 1
    group = np.where(several[root], number[root], -1)
    connected = np.full(likenesses, -1, np.int64)
    connected[sides.likeness[:half]] = group[node[:half]]
    order = np.argsort(group, kind="stable")
    order = order[group[order] >= 0]
    kinds = np.full(int(several.sum()), formula)
    return Groups(kinds, group[order], wording[order], start[order], end[order], connected)


def _places(
    wording: Numbers, start: Numbers, end: Numbers, loosely: NDArray[np.bool_]
) -> tuple[Numbers, Numbers]:
    """For each stretch of a wording, the place [start, end) that it makes with those overlapping it."""
    order, fresh = _once(wording, start, end)
    which = np.zeros(len(wording), np.int64)
    which[order] = np.cumsum(fresh) - 1
    own = order[fresh]
    of, low, high, loose = wording[own], start[own], end[own], loosely[own]
    ones, others = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    near = np.arange(len(of))
    step = 1
    while len(near):
        near = near[near + step < len(of)]
        near = near[(of[near + step] == of[near]) & (low[near + step] < high[near])]
        common = np.minimum(high[near], high[near + step]) - low[near + step]
        here, there = high[near] - low[near], high[near + step] - low[near + step]
        size = np.where(loose[near], np.minimum(here, there), np.maximum(here, there))
        one_place = near[common >= OVERLAP * size]
        ones.append(one_place)
        others.append(one_place + step)
        step += 1
    root = _roots(len(of), np.concatenate(ones), np.concatenate(others))
    least, most = low.copy(), high.copy()
    np.minimum.at(least, root, low)
    np.maximum.at(most, root, high)
    return least[root[which]], most[root[which]]


def _roots(count: int, one: Numbers, other: Numbers) -> Numbers:
    """For each of some items, the smallest of those that it is connected with, itself among them."""
    root = np.arange(count)
    while len(one):
        low, high = np.minimum(root[one], root[other]), np.maximum(root[one], root[other])
        apart = low != high
        one, other, low, high = one[apart], other[apart], low[apart], high[apart]
        np.minimum.at(root, high, low)
        while (root[root] != root).any():
            root = root[root]
    return root


def _once(*columns: Numbers) -> tuple[Numbers, NDArray[np.bool_]]:
    """The order of rows by their columns, and which of them in that order are the first of their like."""
    order = np.lexsort(columns[::-1])
    fresh = np.zeros(len(order), np.bool_)
    fresh[:1] = True
    for column in columns:
        fresh[1:] |= column[order[1:]] != column[order[:-1]]
    return order, fresh


def _edges(*columns: Numbers) -> Numbers:
    """Where rows that are alike begin, in sorted columns; then how many rows there are."""
    count = len(columns[0])
    differs = np.zeros(count, np.bool_)
    differs[:1] = True
    for column in columns:
        differs[1:] |= column[1:] != column[:-1]
    return np.append(np.flatnonzero(differs), count)
