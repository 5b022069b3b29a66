"""What a run over a corpus says of itself needs none of what the run loads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onrecord.model import Failure


@dataclass(frozen=True, slots=True)
class CorpusRun:
    """What a run over a corpus has done so far.

    Attributes:
        step: what it does: "read", "link", "keys", "pairs", "align" or "families".
        parts: parts, or tasks, that are done.
        total: how many there are in all, where that is known.
        documents: documents of the parts that are done.
        statements: their statements.
        words: their words, split at white space.
        failures: sources that could not be read.
        skipped: items passed over, because the corpus has them; for other steps, tasks done before.
        seconds: since the start.
        left: seconds that are left, as far as can be told.
        capped: keys of wordings that more hold than are compared with one another.
        stopped: whether the run was asked to stop before its end.
        troubles: tasks that could not be done at all, and why.
    """

    step: str
    parts: int = 0
    total: int | None = None
    documents: int = 0
    statements: int = 0
    words: int = 0
    failures: int = 0
    skipped: int = 0
    seconds: float = 0.0
    left: float | None = None
    capped: int = 0
    stopped: bool = False
    troubles: tuple[str, ...] = ()


CorpusWatch = Callable[[CorpusRun, Sequence[Failure]], None]
