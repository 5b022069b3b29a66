"""A statement in the making; it becomes a `Statement` only in the finder."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Found:
    """A statement in the making; spans are code points of the document.

    Attributes:
        score: how likely it is right, where that was reckoned for it alone rather than for its rule.
        tail: the token after which a quotation that fills the next sentence still belongs to it, or -1.
    """

    content: list[tuple[int, int]]
    cue: tuple[int, int] | None
    source: tuple[int, int] | None
    rule: str
    act: str = "said"
    addressee: tuple[int, int] | None = None
    via: list[tuple[int, int]] = field(default_factory=list)
    tail: int = -1
    score: float | None = None
    quotes: list[int] = field(default_factory=list)
