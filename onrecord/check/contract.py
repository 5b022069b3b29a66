"""A check sees spans of texts and what was read from them; it says what does not fit, never who is right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from onrecord.model import Claim, Document, Finding, Hop, Matter, Statement, Voice


@dataclass(frozen=True, slots=True)
class Told:
    """One side of a repetition: the document, and the statement that the words stand in, where there is one.

    Attributes:
        document: with its text.
        statement: whose words they are, or None where the text itself says them.
        voice: who speaks; two empty strings where nobody is shown.
        outlet: as `Matter.outlet`.
    """

    document: Document
    statement: Statement | None
    voice: Voice
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Retold:
    """A repetition, with what was changed on the way, and who speaks on both sides."""

    hop: Hop
    earlier: Told
    later: Told


@dataclass(frozen=True, slots=True)
class Check:
    """One check. What it does not need is None.

    Attributes:
        name: what `onrecord findings --check` calls it, lower case with hyphens.
        about: what it compares, in one line.
        on: whether it ships switched on: nine in ten of its findings were agreed with by a reader.
        within: findings of one document by itself.
        claims: what a document says that other passages, in it or elsewhere, may say otherwise.
        across: findings among claims of one key, in order of day, document and span. It may get one claim
            only, or thousands, and gives few findings: one for two values, not one for every pair of claims.
        retold: findings among the repetitions of one family; each has a kind and edits.
    """

    name: str
    about: str
    on: bool = True
    within: Callable[[Matter], Iterable[Finding]] | None = None
    claims: Callable[[Matter], Iterable[Claim]] | None = None
    across: Callable[[Sequence[Claim]], Iterable[Finding]] | None = None
    retold: Callable[[Sequence[Retold]], Iterable[Finding]] | None = None
