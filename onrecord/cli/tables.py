"""A table's lines are printed as they come, and none is wider than the window."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Generic, TypeVar

from onrecord.api import FailureRow, Listed
from onrecord.cli.terminal import cut, flat, out, padded, styled, width
from onrecord.export import words
from onrecord.model import Document, Statement

T = TypeVar("T")
GAP = 2
_OWN_ID = re.compile(r"[0-9a-f]{16}")
SHORT_ID = 10  # of an id's 16 digits: enough for `show` to tell it from others


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column: the fewest and most columns of the window it takes, and how soon it is left out.

    Attributes:
        name: what stands above it.
        value: its text for one thing.
        least, most: columns of the window.
        rank: the column of the highest rank goes first where the window is narrow; 0 always stays.
        style: one of `terminal.STYLES`, or "".
        right: whether it stands at the right edge, as numbers do.
    """

    name: str
    value: Callable[[T], str]
    least: int
    most: int
    rank: int = 0
    style: str = ""
    right: bool = False


def fitted(columns: Iterable[Column[T]], room: int) -> list[tuple[Column[T], int]]:
    """The columns that find room, each with its width; what is left over goes to the hungriest."""
    chosen = list(columns)
    while len(chosen) > 1 and sum(c.least for c in chosen) + GAP * (len(chosen) - 1) > room:
        last = max(chosen, key=lambda c: c.rank)
        if last.rank == 0:
            break
        chosen.remove(last)
    sizes = [c.least for c in chosen]
    spare = room - sum(sizes) - GAP * (len(chosen) - 1)
    while spare < 0:  # a very narrow window: the widest gives way
        sizes[sizes.index(max(sizes))] -= 1
        spare += 1
    while spare > 0:
        wanting = [i for i, c in enumerate(chosen) if sizes[i] < c.most]
        if not wanting:
            break
        # In proportion to what each may still take, so that wide windows widen every column.
        total = sum(chosen[i].most - sizes[i] for i in wanting)
        shares = {i: min(spare, -(-spare * (chosen[i].most - sizes[i]) // total)) for i in wanting}
        for i, share in shares.items():
            grown = min(share, spare, chosen[i].most - sizes[i])
            sizes[i] += grown
            spare -= grown
    return list(zip(chosen, sizes, strict=True))


class Table(Generic[T]):
    """Prints one line a thing, and the names above the first."""

    def __init__(self, columns: Iterable[Column[T]]) -> None:
        self._columns = fitted(columns, width())
        self.lines = 0

    def add(self, thing: T) -> None:
        """Print the line of one thing."""
        if not self.lines:
            heads = [_placed(column, column.name, size) for column, size in self._columns]
            out(styled((" " * GAP).join(heads).rstrip(), "dim"))
        self.lines += 1
        cells = []
        for column, size in self._columns:
            cell = _placed(column, flat(column.value(thing)), size)
            cells.append(styled(cell, column.style) if column.style else cell)
        out((" " * GAP).join(cells).rstrip())


def _placed(column: Column[T], cell: str, size: int) -> str:
    return padded(cell, size) if not column.right else cut(cell, size).rjust(size)


Found = tuple[Document, Statement]


def short(id: str) -> str:
    """An id cut to what `show` needs; one that a source brings is shown whole."""
    return id[:SHORT_ID] if _OWN_ID.fullmatch(id) else id


def speaker(found: Found) -> str:
    """What to call a statement's speaker: the name, else the words printed, else a dash."""
    document, statement = found
    if statement.speaker is None:
        return "—"
    return statement.speaker.name or statement.speaker.span.of(document.text)


def title(document: Document) -> str:
    """What to call a document: its title, else the name of its file."""
    return document.title or PurePath(document.path).name


def date(document: Document) -> str:
    """The day it was published, or a dash."""
    return document.published.edtf[:10] if document.published else "—"


def _version(listed: Listed) -> str:
    """A document's title, with the number of its version from the second on."""
    return title(listed.document) + (f" (version {listed.version})" if listed.version > 1 else "")


STATEMENTS: tuple[Column[Found], ...] = (
    Column("id", lambda f: short(f[1].id), SHORT_ID, SHORT_ID, 0, "dim"),
    Column("mode", lambda f: f[1].mode, 8, 8, 2),
    Column("speaker", speaker, 14, 26, 0, "speaker"),
    Column("words", lambda f: words(*f), 34, 400, 0),
    Column("document", lambda f: title(f[0]), 16, 40, 3),
    Column("date", lambda f: date(f[0]), 10, 10, 4),
)
DOCUMENTS: tuple[Column[Listed], ...] = (
    Column("id", lambda d: short(d.document.id), SHORT_ID, 16, 0, "dim"),
    Column("date", lambda d: date(d.document), 10, 10, 1),
    Column("outlet", lambda d: d.document.outlet or "—", 10, 24, 3),
    Column("title", _version, 22, 120, 0),
    Column("statements", lambda d: f"{d.statements:,}", 10, 10, 2, right=True),
    Column("words", lambda d: f"{d.words:,}", 9, 9, 5, right=True),
    Column("lang", lambda d: d.document.language or "—", 4, 4, 4),
    Column("path", lambda d: d.document.path, 14, 60, 3),
)
FAILURES: tuple[Column[FailureRow], ...] = (
    Column("path", lambda f: f.path, 20, 60, 0, "speaker"),
    Column("reason", lambda f: f.reason, 20, 90, 0),
    Column("remedy", lambda f: f.remedy, 16, 90, 1, "dim"),
)
