"""Pairs are aligned in as many processes as there are processors, and the result is that of one."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from contextlib import suppress
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord import trace

WORTH = 300_000  # words that wait, from which another process pays for its start
FEW = 2_000  # pairs that are not worth sending
MOST = 8  # processes

_PROGRAM = (
    "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN); import sys; sys.path[:] = {path!r}; "
    "from onrecord.run.aligning import main; main()"
)


class Aligner:
    """Aligns pairs of wordings; a context manager, which ends its processes.

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

    def likenesses(self, words: trace.Lined, pairs: trace.Pairs) -> NDArray[np.int64]:
        """As `trace.likenesses`, in order of the pairs."""
        others = self._others if len(pairs.one) >= FEW else []
        share = len(others) + 1
        parts = [trace.Pairs(pairs.one[n::share], pairs.other[n::share]) for n in range(share)]
        sent = [_send(other, words, part) for other, part in zip(others, parts, strict=False)]
        found = [trace.likenesses(words, parts[-1])]
        for other, part, ok in zip(others, parts, sent, strict=False):
            answer = _receive(other) if ok else None
            # A process that was killed costs time and nothing else.
            found.append(trace.likenesses(words, part) if answer is None else answer)
        every = np.concatenate(found)
        return every[np.lexsort((every[:, 2], every[:, 1], every[:, 0]))]


def _send(other: subprocess.Popen[bytes], words: trace.Lined, pairs: trace.Pairs) -> bool:
    assert other.stdin is not None
    try:
        pickle.dump((words, pairs), other.stdin, protocol=5)
        other.stdin.flush()
    except OSError:
        return False
    return True


def _receive(other: subprocess.Popen[bytes]) -> NDArray[np.int64] | None:
    assert other.stdout is not None
    try:
        answer: Any = pickle.load(other.stdout)
    except (OSError, EOFError, pickle.UnpicklingError):
        return None
    return answer if isinstance(answer, np.ndarray) else None


def main() -> None:
    """The other process: answers until nothing more is sent."""
    with suppress(EOFError, OSError):
        while True:
            words, pairs = pickle.load(sys.stdin.buffer)
            pickle.dump(trace.likenesses(words, pairs), sys.stdout.buffer, protocol=5)
            sys.stdout.buffer.flush()
