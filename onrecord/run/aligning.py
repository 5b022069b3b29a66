"""Texts are cut, pairs aligned and families made in as many processes as there are processors, as in one."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Sequence
from itertools import pairwise
from types import TracebackType
from typing import TYPE_CHECKING, Any

from onrecord import trace

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from onrecord.record import FamilyRows, Place, Record

WORTH = 300_000  # words that wait, from which another process pays for its start
FEW = 2_000  # pairs, or places of families, that are not worth sending
FEW_POINTS = 200_000  # code points of texts that are not
MOST = 8  # processes

# It loads at once what works on words, then, while nothing is asked of it, what makes families; nothing of
# what reads texts. It answers until nothing more is sent.
_PROGRAM = """
import signal
signal.signal(signal.SIGINT, signal.SIG_IGN)
import sys
sys.path[:] = {path!r}
from importlib import import_module
from pickle import dump, load
from onrecord import trace
trace.cutting, trace.likenesses
try:
    while True:
        room, name, given = load(sys.stdin.buffer)
        dump(getattr(import_module(room), name)(*given), sys.stdout.buffer, protocol=5)
        sys.stdout.buffer.flush()
        import onrecord.run.kinship
except (EOFError, OSError):
    pass
"""


class Aligner:
    """Cuts texts, aligns pairs of wordings, makes families; a context manager, which ends its processes.

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
        import numpy as np

        ends = np.cumsum([len(text) for text in texts])
        share = len(self._others) + 1 if len(texts) and ends[-1] >= FEW_POINTS else 1
        edges = np.searchsorted(ends, ends[-1] * np.arange(1, share) / share).tolist() if share > 1 else []
        parts = [slice(low, high) for low, high in pairwise([0, *edges, len(texts)])]
        given = [(texts[part], passages[part]) for part in parts]
        return trace.joined(self._each("onrecord.trace", "cutting", given, trace.cutting))

    def likenesses(self, words: trace.Lined, pairs: trace.Pairs) -> NDArray[np.int64]:
        """As `trace.likenesses`, in order of the pairs."""
        import numpy as np

        share = len(self._others) + 1 if len(pairs.one) >= FEW else 1
        parts = [(words, trace.Pairs(pairs.one[n::share], pairs.other[n::share])) for n in range(share)]
        every = np.concatenate(self._each("onrecord.trace", "likenesses", parts, trace.likenesses))
        return every[np.lexsort((every[:, 2], every[:, 1], every[:, 0]))]

    def families(
        self, store: Record, found: Sequence[Place], likenesses: NDArray[np.int64]
    ) -> list[FamilyRows]:
        """As `kinship.made_of`, each process some of the families; the others read the record's file."""
        from onrecord.run.kinship import made_of, places_of, shelved

        share = len(self._others) + 1 if len(found) >= FEW else 1
        table = places_of(found)
        parts = [(str(store.path), table, likenesses, (n, share)) for n in range(share)]

        def here(path: str, *given: Any) -> list[FamilyRows]:
            return list(made_of(store, *given))

        made = self._each("onrecord.run.kinship", shelved.__name__, parts, here)
        return [family for part in made for family in part]

    def _each(
        self, room: str, name: str, parts: Sequence[tuple[Any, ...]], here: Callable[..., Any]
    ) -> list[Any]:
        """What a function gives for each of as many parts as there are processes, or for one.

        Args:
            room, name: where the other processes find it.
            parts: what it is given.
            here: the same in this process.
        """
        others = self._others[: len(parts) - 1]
        sent = [_send(other, (room, name, part)) for other, part in zip(others, parts[1:], strict=True)]
        found = [here(*parts[0])]
        for other, part, ok in zip(others, parts[1:], sent, strict=True):
            answer = _receive(other) if ok else None
            # A process that was killed costs time and nothing else.
            found.append(here(*part) if answer is None else answer)
        return found


def _send(other: subprocess.Popen[bytes], given: tuple[Any, ...]) -> bool:
    assert other.stdin is not None
    try:
        pickle.dump(given, other.stdin, protocol=5)
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
