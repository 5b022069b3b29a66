"""Numbers become spans: every cue tagged is given the best sequence of parts for the words of its paragraph.

It works on whole batches with numpy, and gives the same spans for a paragraph whatever stands beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

PARTS = 5
OUT, SOURCE, SOURCE_ON, CONTENT, CONTENT_ON = range(PARTS)
_EDGES = np.array([1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 18, 26, 36, 51, 76, 111])
_FORBIDDEN = np.zeros((5, 5), np.float32)  # a part goes on only where it was begun
for _before in range(5):
    for _part in (SOURCE_ON, CONTENT_ON):
        if _before not in (_part, _part - 1):
            _FORBIDDEN[_before, _part] = -1e4


def near(words: Any, first: Any, last: Any) -> Ints:
    """Class of the distance from a word to a cue's words first..last, 16 within it."""
    before = np.searchsorted(_EDGES, np.maximum(first - words, 0), side="right")
    after = np.searchsorted(_EDGES, np.maximum(words - last, 0), side="right")
    return np.asarray(16 - before + after, np.int64)


def log_softmax(x: Floats) -> Floats:
    x = x - x.max(-1, keepdims=True)
    return np.asarray(x - np.log(np.exp(x).sum(-1, keepdims=True)), np.float32)


@dataclass(frozen=True, slots=True)
class Cue:
    """Words first..last of a run of words [low, high), all counted over the batch."""

    first: int
    last: int
    low: int
    high: int
    chance: float


def cues(tags: Floats, bounds: Ints, least: float) -> list[Cue]:
    """Runs of words that the tags take for a cue.

    Args:
        tags: logits [words, 3 or more]; the first three are out, begins, goes on.
        bounds: where each paragraph begins among the words, and the end of the last.
        least: the chance below which no cue begins.
    """
    chance = np.exp(log_softmax(tags[:, :3]))
    found = []
    for start in np.flatnonzero(chance[:, 1] >= least).tolist():
        if chance[start, 1] < chance[start, 2]:
            continue
        p = int(np.searchsorted(bounds, start, side="right")) - 1
        low, high = int(bounds[p]), int(bounds[p + 1])
        last = start
        while last + 1 < high and chance[last + 1, 2] > max(chance[last + 1, 0], chance[last + 1, 1]):
            last += 1
        found.append(Cue(start, last, low, high, float(chance[start, 1])))
    return found


def best_parts(scores: Floats, lengths: Ints) -> Ints:
    """The likeliest sequence of parts for each cue (Viterbi 1967), where only a part begun can go on.

    Args:
        scores: log chances [cues, words, 5], padded.
        lengths: how many words each has.
    """
    count, most, _ = scores.shape
    total = scores[:, 0] + _FORBIDDEN[OUT]
    back = np.zeros((count, most, 5), np.int64)
    totals = np.empty_like(scores)
    totals[:, 0] = total
    for t in range(1, most):
        options = total[:, :, None] + _FORBIDDEN[None]
        back[:, t] = options.argmax(1)
        total = options.max(1) + scores[:, t]
        totals[:, t] = total
    out = np.zeros((count, most), np.int64)
    for n in range(count):
        t = int(lengths[n]) - 1
        part = int(totals[n, t].argmax())
        out[n, t] = part
        for k in range(t, 0, -1):
            part = int(back[n, k, part])
            out[n, k - 1] = part
    return out


def runs(parts: Ints, begin: int) -> list[tuple[int, int]]:
    """Half-open runs of a part that begins with label `begin` and goes on with the next label."""
    found: list[tuple[int, int]] = []
    for n, part in enumerate(parts.tolist()):
        if part == begin:
            found.append((n, n + 1))
        elif part == begin + 1 and found and found[-1][1] == n:
            found[-1] = (found[-1][0], n + 1)
    return found
