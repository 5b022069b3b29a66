"""Numbers become spans: every cue tagged is given the best sequence of parts for the words of its paragraph.

It gives the same spans for a paragraph whatever stands beside it.
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
    inside = np.arange(scores.shape[1]) < lengths[:, None]
    out = np.where(inside, scores.argmax(-1), OUT)
    # Each word's likeliest part by itself is the answer, where none goes on that was not begun: mostly.
    before = np.zeros_like(out)
    before[:, 1:] = out[:, :-1]
    begun = (before > OUT) & ((before >= CONTENT) == (out >= CONTENT))
    unbegun = ((out == SOURCE_ON) | (out == CONTENT_ON)) & ~begun
    for n in np.flatnonzero(unbegun.any(1)).tolist():
        length = int(lengths[n])
        out[n, :length] = _best(scores[n, :length].tolist())
    return out


def _best(rows: list[list[float]]) -> list[int]:
    # Five numbers a word: plain Python is several times faster at it than arrays are, for any batch.
    total = rows[0][:]
    total[SOURCE_ON] = total[CONTENT_ON] = -1e4
    back = []
    for out, source, source_on, content, content_on in rows[1:]:
        best = max(total)
        before = total.index(best)
        in_source = SOURCE if total[SOURCE] >= total[SOURCE_ON] else SOURCE_ON
        in_content = CONTENT if total[CONTENT] >= total[CONTENT_ON] else CONTENT_ON
        back.append((before, before, in_source, before, in_content))
        total = [
            best + out,
            best + source,
            total[in_source] + source_on,
            best + content,
            total[in_content] + content_on,
        ]
    path = [total.index(max(total))]
    for choice in reversed(back):
        path.append(choice[path[-1]])
    return path[::-1]


def runs(parts: Ints, begin: int) -> list[tuple[int, int]]:
    """Half-open runs of the part that begins with label `begin`; what begins anew goes on with the last."""
    inside = np.zeros(len(parts) + 2, np.int8)
    inside[1:-1] = (parts == begin) | (parts == begin + 1)
    edges = np.flatnonzero(np.diff(inside)).tolist()
    return list(zip(edges[::2], edges[1::2], strict=True))
