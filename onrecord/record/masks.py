"""Answers that are kept are those that were asked for last, and no more than have room."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable

import numpy as np

from onrecord.record.arrays import Mask

ROOM = 8_000_000  # bytes of answers


class Masks:
    """Answers about one moment of a record, the latest asked; safe to share between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._found: OrderedDict[tuple[str, str], bytes] = OrderedDict()
        self._size = 0

    def get(self, key: tuple[str, str], count: int, ask: Callable[[], Mask]) -> Mask:
        """The mask of `count` items that `ask` gave before, or gives."""
        with self._lock:
            packed = self._found.get(key)
            if packed is not None:
                self._found.move_to_end(key)
        if packed is not None:
            return np.unpackbits(np.frombuffer(packed, np.uint8), count=count).view(np.bool_)
        mask = ask()
        packed = np.packbits(mask).tobytes()
        with self._lock:
            self._size += 0 if key in self._found else len(packed)
            self._found[key] = packed
            while self._size > ROOM and len(self._found) > 1:
                self._size -= len(self._found.popitem(last=False)[1])
        return mask
