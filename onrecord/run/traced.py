"""What a run of tracing says of itself needs none of what tracing loads."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Traced:
    """What a run of tracing has done so far.

    Attributes:
        documents: documents that were cut.
        pieces: their pieces.
        likenesses: stretches that two wordings have in common, newly found.
        families: families made or made anew.
        capped: keys that more wordings hold than are compared with one another.
        seconds: since the start.
        stopped: whether the run was asked to stop before its end.
    """

    documents: int = 0
    pieces: int = 0
    likenesses: int = 0
    families: int = 0
    capped: int = 0
    seconds: float = 0.0
    stopped: bool = False
