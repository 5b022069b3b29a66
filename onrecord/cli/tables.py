"""A table's lines are printed as they come, and none is wider than the window."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Generic, TypeVar

from onrecord.api import Decision, DoubtRow, FailureRow, Listed, SpeakerRow, Told
from onrecord.cli.terminal import cut, flat, out, padded, styled, width
from onrecord.export import words
from onrecord.model import Document, Said, Time

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


def short(id: str) -> str:
    """An id cut to what `show` needs; one that a source brings is shown whole."""
    return id[:SHORT_ID] if _OWN_ID.fullmatch(id) else id


def speaker(told: Told) -> str:
    """What to call a statement's speaker: the name, else the words printed, else a dash."""
    speaker = told.statement.speaker
    if speaker is None:
        return "—"
    who = told.people.get(speaker.span)
    return who.name if who else speaker.name or speaker.span.of(told.document.text)


def said(told: Told) -> str:
    """A statement's words, with what a person decided of it before them."""
    decided = f"[{told.review.verdict}] " if told.review else ""
    return decided + words(told.document, told.statement)


def title(document: Document) -> str:
    """What to call a document: its title, else the name of its file."""
    return document.title or PurePath(document.path).name


def date(document: Document, inferred: Said | None) -> str:
    """The day it was published; "~" and a day where that is inferred, or a dash."""
    if document.published:
        return document.published.edtf[:10]
    return f"~{inferred.when.edtf[:10]}" if inferred else "—"


def _version(listed: Listed) -> str:
    """A document's title, with the number of its version from the second on."""
    return title(listed.document) + (f" (version {listed.version})" if listed.version > 1 else "")


def _entity(pair: tuple[str, str] | None) -> str:
    return f"{pair[1]} [{short(pair[0])}]" if pair else "—"


def _roles(row: SpeakerRow) -> str:
    return "; ".join(dict.fromkeys(role.text for role in row.roles))


def _sure(row: SpeakerRow) -> str:
    """What is decided, or how sure the least sure guess is."""
    if row.by != "onrecord":
        return row.by
    return "guess" if row.score is None else f"guess {row.score:.2f}"


STATEMENTS: tuple[Column[Told], ...] = (
    Column("id", lambda t: short(t.statement.id), SHORT_ID, SHORT_ID, 0, "dim"),
    Column("mode", lambda t: t.statement.mode, 8, 8, 2),
    Column("speaker", speaker, 14, 26, 0, "speaker"),
    Column("words", said, 34, 400, 0),
    Column("document", lambda t: title(t.document), 16, 40, 3),
    Column("date", lambda t: date(t.document, t.inferred), 11, 11, 4),
)
SPEAKERS: tuple[Column[SpeakerRow], ...] = (
    Column("id", lambda s: short(s.entity.id), SHORT_ID, SHORT_ID, 0, "dim"),
    Column("kind", lambda s: s.entity.kind, 6, 6, 5),
    Column("name", lambda s: s.entity.name, 16, 40, 0, "speaker"),
    Column("statements", lambda s: f"{s.statements:,}", 10, 10, 1, right=True),
    Column("documents", lambda s: f"{s.documents:,}", 9, 9, 4, right=True),
    Column("offices", _roles, 20, 80, 2),
    Column("also called", lambda s: "; ".join(s.entity.aliases), 14, 60, 3),
    Column("from", lambda s: s.first or "—", 10, 10, 6),
    Column("to", lambda s: s.last or "—", 10, 10, 6),
    Column("decided by", _sure, 10, 24, 4),
)
DOUBTS: tuple[Column[DoubtRow], ...] = (
    Column("name", lambda d: d.name, 12, 30, 0, "speaker"),
    Column("one", lambda d: _entity(d.one), 18, 44, 1),
    Column("may be", lambda d: _entity(d.other), 18, 44, 0),
    Column("score", lambda d: f"{d.score:.2f}", 5, 5, 3, right=True),
    Column("documents", lambda d: f"{d.documents:,}", 9, 9, 4, right=True),
    Column("reason", lambda d: d.reason, 14, 80, 2),
    Column("first in", lambda d: short(d.document or "—"), 10, 16, 5, "dim"),
)
DECISIONS: tuple[Column[Decision], ...] = (
    Column("number", lambda d: str(d.number), 6, 6, 0, right=True),
    Column("verb", lambda d: d.verb, 6, 6, 0),
    Column("entity", lambda d: short(d.entity or "—"), SHORT_ID, SHORT_ID, 1, "dim"),
    Column("other", lambda d: short(d.other or "—"), SHORT_ID, SHORT_ID, 1, "dim"),
    Column("value", lambda d: d.value or "—", 10, 40, 2),
    Column("by", lambda d: d.author, 8, 24, 3),
    Column("made", lambda d: d.made, 20, 20, 4),
)
DATES: tuple[Column[tuple[Document, Time]], ...] = (
    Column("text", lambda f: f[1].span.of(f[0].text), 16, 40, 0, "words"),
    Column("date", lambda f: f[1].when.edtf, 10, 28, 0),
    Column("basis", lambda f: f[1].basis, 16, 60, 1),
    Column("document", lambda f: title(f[0]), 14, 40, 2),
    Column("place", lambda f: str(f[1].span.start), 6, 8, 3, right=True),
)
DOCUMENTS: tuple[Column[Listed], ...] = (
    Column("id", lambda d: short(d.document.id), SHORT_ID, 16, 0, "dim"),
    Column("date", lambda d: date(d.document, d.inferred), 11, 11, 1),
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
