"""Keys are rows sorted by key, then wording, each pair once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

KeyRows = tuple[NDArray[np.uint32], NDArray[np.int64], NDArray[np.uint32]]
NO_KEYS: KeyRows = (np.zeros(0, np.uint32), np.zeros(0, np.int64), np.zeros(0, np.uint32))


def read(keys: bytes, wordings: bytes, around: bytes) -> KeyRows:
    """The rows of a part of a run."""
    return np.frombuffer(keys, "<u4"), np.frombuffer(wordings, "<i8"), np.frombuffer(around, "<u4")


def overlap(keys: NDArray[np.uint32], first: int, last: int) -> NDArray[np.uint32]:
    """Those of the sorted keys that lie between the first and the last key of a part."""
    low, high = np.searchsorted(keys, [first, last + 1])
    return keys[low:high]


def picked(part: KeyRows, keys: NDArray[np.uint32], most: int | None) -> KeyRows:
    """The rows of a part of a run that have one of the sorted keys, `most` of each at most."""
    low = np.searchsorted(part[0], keys, "left")
    high = np.searchsorted(part[0], keys, "right")
    if most is not None:
        high = np.minimum(high, low + most)
    counts = high - low
    total = int(counts.sum())
    ends = np.cumsum(counts)
    at = np.arange(total) + np.repeat(low - (ends - counts), counts)
    return part[0][at], part[1][at], part[2][at]


def merged(parts: Sequence[KeyRows], most: int | None) -> KeyRows:
    """Several lists of keys as one, each pair once, `most` wordings of each key at most."""
    if not parts:
        return NO_KEYS
    keys, wordings, around = (np.concatenate(column) for column in zip(*parts, strict=True))
    order = _order(keys, wordings)
    keys, wordings, around = keys[order], wordings[order], around[order]
    kept = np.ones(len(keys), dtype=np.bool_)
    kept[1:] = (keys[1:] != keys[:-1]) | (wordings[1:] != wordings[:-1])
    keys, wordings, around = keys[kept], wordings[kept], around[kept]
    if most is not None and len(keys):
        starts = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]]))
        rank = np.arange(len(keys)) - np.repeat(starts, np.diff(np.append(starts, len(keys))))
        keys, wordings, around = keys[rank < most], wordings[rank < most], around[rank < most]
    return keys, wordings, around


def _order(keys: NDArray[np.uint32], wordings: NDArray[np.int64]) -> NDArray[np.int64]:
    """The order by key, then wording; quick where sorted lists stand one after the other."""
    high = ((wordings >> np.int64(32)) + np.int64(1 << 31)).astype(np.uint64)
    joint = keys.astype(np.uint64) << np.uint64(32) | high
    order: NDArray[np.int64] = np.argsort(joint, kind="stable")
    joint, wordings = joint[order], wordings[order]
    if (
        (joint[1:] == joint[:-1]) & (wordings[1:] < wordings[:-1])
    ).any():  # they differ in their lower halves
        order = order[np.lexsort((wordings, joint))]
    return order
