"""Protects: wordings are grouped in arrays as they are one by one, in plain sight."""

from __future__ import annotations

import random
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.trace import families
from onrecord.trace.families import UNDATED, Held, groups
from tests.trace import slow_families

FIRST = 740_000  # a day


def scene(seed: int, wordings: int, documents: int) -> tuple[Held, list[tuple[int, ...]]]:
    """Wordings that stand in some documents of a few outlets, and stretches that they have in common."""
    dice = random.Random(seed)
    digests = sorted(dice.sample(range(-(1 << 40), 1 << 40), wordings))
    digests = [digest & ~1 | (dice.random() < 0.1) for digest in digests]
    sizes = [dice.randint(6, 30) for _ in digests]
    pairs = sorted(
        {(w, dice.randrange(documents)) for w in range(wordings) for _ in range(dice.randint(1, 5))}
    )
    held = Held(
        np.array(digests),
        np.array(sizes),
        np.array([w for w, _ in pairs]),
        np.array([d for _, d in pairs]),
        np.array([dice.randrange(2) for _ in range(documents)]),
        np.array([dice.choice((UNDATED, FIRST + dice.randrange(60))) for _ in range(documents)]),
    )
    likenesses = set()
    for one, other in combinations(range(wordings), 2):
        while dice.random() < 0.4:
            sides = [sorted(dice.sample(range(size + 1), 2)) for size in (sizes[one], sizes[other])]
            likenesses.add((one, other, *sides[0], *sides[1]))
    return held, sorted({like[:3]: like for like in likenesses}.values())


def slow(held: Held, likenesses: list[tuple[int, ...]]) -> set[object]:
    """What the slow twin makes of it."""
    of, documents = held.of.tolist(), held.documents.tolist()
    holders = {
        digest: [d for w, d in zip(of, documents, strict=True) if w == n]
        for n, digest in enumerate(held.wordings.tolist())
    }
    seen = {
        n: slow_families.Seen(str(outlet), None if day == UNDATED else day)
        for n, (outlet, day) in enumerate(zip(held.outlets.tolist(), held.days.tolist(), strict=True))
    }
    digests = held.wordings.tolist()
    sizes = dict(zip(digests, held.sizes.tolist(), strict=True))
    known = [slow_families.Likeness(digests[a], digests[b], *rest, 0) for a, b, *rest in likenesses]
    return {
        (group.formula, frozenset(group.nodes), frozenset(like[:6] for like in group.likenesses))
        for group in slow_families.groups(holders, sizes, known, seen)
    }


def fast(held: Held, likenesses: list[tuple[int, ...]]) -> set[object]:
    made = groups(held, np.array(likenesses, np.int64).reshape(-1, 6))
    digests = held.wordings.tolist()
    assert (np.diff(made.group) >= 0).all()
    found = set()
    for n, formula in enumerate(made.formula.tolist()):
        own = made.group == n
        columns = (made.wording[own], made.start[own], made.end[own])
        nodes = [(digests[w], s, e) for w, s, e in zip(*(c.tolist() for c in columns), strict=True)]
        connected = np.flatnonzero(made.likenesses == n).tolist()
        links = [
            (digests[one], digests[two], *rest) for one, two, *rest in map(likenesses.__getitem__, connected)
        ]
        found.add((formula, frozenset(nodes), frozenset(links)))
    return found


@settings(deadline=None, max_examples=150)
@given(st.integers(0, 1 << 30), st.integers(1, 9), st.integers(2, 14), st.sampled_from((3, 10)))
def test_groups_are_those_of_the_slow_twin(seed: int, wordings: int, documents: int, standing: int) -> None:
    """Formulas, places that overlap, and what is connected, whatever the wordings."""
    held, likenesses = scene(seed, wordings, documents)
    with pytest.MonkeyPatch.context() as patch:
        for module in (families, slow_families):
            patch.setattr(module, "STANDING", standing)
        assert fast(held, likenesses) == slow(held, likenesses)
