"""Stand-in: every document is a report of its own, but for exact copies."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def sketch(keys: NDArray[np.uint32]) -> bytes:
    return np.unique(keys)[:64].astype("<u4").tobytes()


def reports(sketches: Sequence[bytes]) -> list[int]:
    numbers: dict[bytes, int] = {}
    return [numbers.setdefault(s, len(numbers)) for s in sketches]
