"""Protects what becomes of a network's numbers: the likeliest parts, as trying every sequence finds them."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.find.trained import decode
from onrecord.find.trained.decode import CONTENT, CONTENT_ON, OUT, PARTS, SOURCE, SOURCE_ON, Floats


def allowed(parts: tuple[int, ...]) -> bool:
    """Whether only what was begun goes on."""
    before = OUT
    for part in parts:
        if part in (SOURCE_ON, CONTENT_ON) and before not in (part, part - 1):
            return False
        before = part
    return True


def slow(scores: Floats) -> float:
    """The score of the best allowed sequence, by trying all of them."""
    sequences = (s for s in product(range(PARTS), repeat=len(scores)) if allowed(s))
    return max(sum(float(scores[t, part]) for t, part in enumerate(s)) for s in sequences)


@given(st.integers(0, 2**32 - 1), st.lists(st.integers(1, 5), min_size=1, max_size=4))
@settings(deadline=None, max_examples=60)
def test_the_best_sequence_is_as_good_as_any(seed: int, lengths: list[int]) -> None:
    """For each cue of a batch, whatever the lengths of the others."""
    chance = np.random.default_rng(seed)
    scores = np.full((len(lengths), max(lengths), PARTS), -1e4, np.float32)
    for n, length in enumerate(lengths):
        scores[n, :length] = decode.log_softmax(chance.normal(0, 3, (length, PARTS)).astype(np.float32))
    best = decode.best_parts(scores, np.array(lengths))
    for n, length in enumerate(lengths):
        parts = tuple(best[n, :length].tolist())
        assert allowed(parts)
        total = sum(float(scores[n, t, part]) for t, part in enumerate(parts))
        assert total == pytest.approx(slow(scores[n, :length]), abs=1e-3)


@given(st.integers(0, 2**32 - 1))
@settings(deadline=None, max_examples=30)
def test_a_cue_is_read_the_same_alone_and_among_others(seed: int) -> None:
    """Padding says nothing."""
    chance = np.random.default_rng(seed)
    lengths = chance.integers(1, 30, 4)
    scores = np.full((4, int(lengths.max()), PARTS), -1e4, np.float32)
    for n, length in enumerate(lengths):
        scores[n, :length] = decode.log_softmax(chance.normal(0, 3, (length, PARTS)).astype(np.float32))
    together = decode.best_parts(scores, lengths)
    for n, length in enumerate(lengths):
        alone = decode.best_parts(scores[n : n + 1, :length], lengths[n : n + 1])
        assert alone[0].tolist() == together[n, :length].tolist()


def test_nothing_goes_on_that_was_not_begun() -> None:
    """However sure the numbers are of it."""
    scores = decode.log_softmax(np.array([[[0, 0, 9, 0, 8], [0, 0, 9, 0, 0]]], np.float32))
    assert decode.best_parts(scores, np.array([2])).tolist()[0][0] not in (SOURCE_ON, CONTENT_ON)


def test_runs_are_half_open_and_join_where_they_touch() -> None:
    """Two contents of one cue side by side are one."""
    parts = np.array([OUT, CONTENT, CONTENT_ON, CONTENT, OUT, CONTENT, SOURCE, SOURCE_ON])
    assert decode.runs(parts, CONTENT) == [(1, 4), (5, 6)]
    assert decode.runs(parts, SOURCE) == [(6, 8)]
    assert decode.runs(parts[:1], CONTENT) == decode.runs(parts[:0], CONTENT) == []


def test_distances_grow_to_both_sides() -> None:
    """A class for each distance: 16 within the cue, smaller before it, larger behind it, 33 in all."""
    classes = decode.near(np.arange(-300, 300), 0, 2)
    assert classes[300:303].tolist() == [16, 16, 16]
    assert classes[299] == 15
    assert classes[303] == 17
    assert (np.diff(classes) >= 0).all()
    assert (classes.min(), classes.max()) == (0, 32)
    mirrored = decode.near(-np.arange(-300, 300), 0, 0)
    assert (decode.near(np.arange(-300, 300), 0, 0) + mirrored == 32).all()


def logits(*likely: int) -> Floats:
    """Tags of words, each surely the given one."""
    out = np.zeros((len(likely), 3), np.float32)
    out[np.arange(len(likely)), list(likely)] = 9
    return out


def test_cues_are_runs_within_a_paragraph() -> None:
    """A cue goes on to the paragraph's end and never past it; what goes on from nothing is no cue."""
    tags = logits(0, 1, 2, 2, 2, 0, 2, 1)
    found = decode.cues(tags, np.array([0, 4, 8]), 0.2)
    assert [(c.first, c.last, c.low, c.high) for c in found] == [(1, 3, 0, 4), (7, 7, 4, 8)]
    assert all(c.chance > 0.99 for c in found)


def test_a_cue_is_tried_from_the_least_chance() -> None:
    """The threshold is what makes more or fewer be tried."""
    tags = np.array([[1.0, 0.0, -9.0], [9.0, 0.0, -9.0]], np.float32)
    bounds = np.array([0, 2])
    assert [c.first for c in decode.cues(tags, bounds, 0.2)] == [0]
    assert decode.cues(tags, bounds, 0.5) == []


def test_chances_add_up_to_one() -> None:
    """Even of numbers that no exponential could hold."""
    x = np.array([[1e4, 0, -1e4], [0, 0, 0]], np.float32)
    assert np.exp(decode.log_softmax(x)).sum(-1) == pytest.approx([1, 1])
