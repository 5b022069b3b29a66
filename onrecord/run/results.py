"""What a run says of itself, and what it gives, needs none of what the run loads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onrecord.model import Document, Failure, Linked, Reading, Statement

Render = Callable[[Document, Linked], str]


@dataclass(frozen=True, slots=True)
class Read:
    """One document with the statements found in it, in the order of its text.

    Attributes:
        reading: the document, its passages and, for a page, its raw bytes.
        linked: its statements with who and when filled in, and what that rests on.
        words: words of the document's text, split at white space.
    """

    reading: Reading
    linked: Linked
    words: int

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements, in the order of the text."""
        return self.linked.statements


@dataclass(frozen=True, slots=True)
class Rendered:
    """One document as the text that a caller's `render` made of it, with what it held.

    Attributes:
        text: the text.
        statements: how many statements were found.
        words: words of the document's text, split at white space.
    """

    text: str
    statements: int
    words: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run of `add` has done so far.

    Attributes:
        documents: documents new to the record.
        versions: those of them that stand beside an older version of the same source.
        unchanged: documents the record held already.
        skipped: files and members passed over, because nothing about them has changed since they were read.
        statements: statements new to the record.
        failures: sources that could not be read.
        words: words read, split at white space.
        seconds: since the start.
        stopped: whether the run was asked to stop before its end.
    """

    documents: int = 0
    versions: int = 0
    unchanged: int = 0
    skipped: int = 0
    statements: int = 0
    failures: int = 0
    words: int = 0
    seconds: float = 0.0
    stopped: bool = False


Watch = Callable[[Summary, Sequence[Failure]], None]


@dataclass(frozen=True, slots=True)
class Joined:
    """What a run of linking has done so far.

    Attributes:
        documents: documents whose figures were joined.
        read: those of them whose names and dates were read anew and differ from before.
        links: links that are new.
        stopped: whether the run was asked to stop before its end.
    """

    documents: int = 0
    read: int = 0
    links: int = 0
    stopped: bool = False
