"""Texts are cut and pairs aligned in as many processes as there are processors; the result is that of one."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Sequence
from itertools import pairwise
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord import trace

WORTH = 300_000  # words that wait, from which another process pays for its start
FEW = 2_000  # pairs that are not worth sending
FEW_POINTS = 200_000  # code points of texts that are not
MOST = 8  # processes

# It loads what works on words and nothing of what reads texts, and answers until nothing more is sent.
_PROGRAM = """
import signal
signal.signal(signal.SIGINT, signal.SIG_IGN)
import sys
sys.path[:] = {path!r}
from pickle import dump, load
from onrecord import trace
try:
    while True:
        name, given = load(sys.stdin.buffer)
        dump(getattr(trace, name)(*given), sys.stdout.buffer, protocol=5)
        sys.stdout.buffer.flush()
except (EOFError, OSError):
    pass
"""


class Aligner:
    """Cuts texts and aligns pairs of wordings; a context manager, which ends its processes.

    Args:
        workers: how many processes in all; 0 is one for each processor, 1 is this one alone.
        words: how many words will be traced.
    """

    def __init__(self, workers: int, words: int) -> None:
        count = min(workers or os.cpu_count() or 1, MOST) if words >= WORTH else 1
        program = _PROGRAM.format(path=sys.path)
        self._others = [
            subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            for _ in range(count - 1)
        ]

    def __enter__(self) -> Aligner:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        for other in self._others:
            other.kill()
            other.communicate()

    def cut(self, texts: Sequence[str], passages: Sequence[Sequence[tuple[int, int]]]) -> trace.Cutting:
        """As `trace.cutting`, each process some of the texts."""
        ends = np.cumsum([len(text) for text in texts])
        share = len(self._others) + 1 if len(texts) and ends[-1] >= FEW_POINTS else 1
        edges = np.searchsorted(ends, ends[-1] * np.arange(1, share) / share).tolist() if share > 1 else []
        parts = [slice(low, high) for low, high in pairwise([0, *edges, len(texts)])]
        return trace.joined(self._each("cutting", [(texts[part], passages[part]) for part in parts]))

    def likenesses(self, words: trace.Lined, pairs: trace.Pairs) -> NDArray[np.int64]:
        """As `trace.likenesses`, in order of the pairs."""
        share = len(self._others) + 1 if len(pairs.one) >= FEW else 1
        parts = [(words, trace.Pairs(pairs.one[n::share], pairs.other[n::share])) for n in range(share)]
        every = np.concatenate(self._each("likenesses", parts))
        return every[np.lexsort((every[:, 2], every[:, 1], every[:, 0]))]

    def _each(self, name: str, parts: Sequence[tuple[Any, ...]]) -> list[Any]:
        """What a function of `trace` gives for each of as many parts as there are processes, or for one."""
        work = getattr(trace, name)
        others = self._others[: len(parts) - 1]
        sent = [_send(other, name, part) for other, part in zip(others, parts[1:], strict=True)]
        found = [work(*parts[0])]
        for other, part, ok in zip(others, parts[1:], sent, strict=True):
            answer = _receive(other) if ok else None
            # A process that was killed costs time and nothing else.
            found.append(work(*part) if answer is None else answer)
        return found


def _send(other: subprocess.Popen[bytes], name: str, given: tuple[Any, ...]) -> bool:
    assert other.stdin is not None
    try:
        pickle.dump((name, given), other.stdin, protocol=5)
        other.stdin.flush()
    except OSError:
        return False
    return True


def _receive(other: subprocess.Popen[bytes]) -> Any:
    assert other.stdout is not None
    try:
        return pickle.load(other.stdout)
    except (OSError, EOFError, pickle.UnpicklingError):
        return None
