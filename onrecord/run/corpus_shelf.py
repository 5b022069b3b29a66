"""A corpus is asked about its documents as a record is: by numbers of rows, which say where they are."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from onrecord.model import Span
from onrecord.record import Source, Utterance
from onrecord.run import corpus_shuffle as shuffle

ROOM = 24  # bits of a row that count the documents of a part; the others number the parts
KEPT = 600 << 20  # bytes of columns that are kept in mind

_TEXTS = ("text", "language", "undecoded")
_SAID = ("id", "document", "content", "said_earliest", "said_latest", "via", "undecoded")
_FIGURES = ("document", "kind", "name", "mentions", "undecoded")


class _Rows(NamedTuple):
    """Some columns of a table of a part.

    Attributes:
        table: the columns.
        edges: where the rows of each document begin, and past the last where they end.
    """

    table: pa.Table
    edges: list[int]


class Shelf:
    """The documents of the parts of a corpus, which have numbers from 0 in their order.

    What is kept in mind are columns as they lie in the files; a document's rows are taken out when it is
    asked for. Asked in the order of their numbers, each file is read once, however large the corpus.

    Args:
        parts: the folders of the parts.
        cut: for each the file that tells of its documents.
    """

    def __init__(self, parts: Sequence[Path], cut: Sequence[Path]) -> None:
        self._parts, self._cut = parts, cut
        self._known: dict[int, list[Source]] = {}
        self._held: OrderedDict[tuple[int, str], _Rows] = OrderedDict()
        self._size = 0

    def sources(self, documents: Sequence[int]) -> dict[int, Source]:
        """As `Record.sources`."""
        return {row: self._sources(row >> ROOM)[row & ((1 << ROOM) - 1)] for row in documents}

    def text_of(self, document: int) -> str:
        """As `Record.text_of`."""
        [row] = self._own(document, "documents", _TEXTS)
        return plain(row, "text")

    def language_of(self, document: int) -> str | None:
        """The language of the document of this row, ISO 639-1, or None."""
        held = self._hold(document >> ROOM, "documents", _TEXTS)
        language: str | None = held.table.column("language")[document & ((1 << ROOM) - 1)].as_py()
        return language

    def utterances(self, documents: Sequence[int]) -> list[Utterance]:
        """As `Record.utterances`."""
        return [one for row in sorted(documents) for one in self._utterances(row)]

    def mentions(self, document: int) -> tuple[tuple[Span, str], ...]:
        """The spans of the document of this row that denote somebody named, in order, with the kind."""
        found = [
            (Span(one["start"], one["end"]), row["kind"])
            for row in self._own(document, "figures", _FIGURES)
            if row["name"] is not None
            for one in row["mentions"]
        ]
        return tuple(sorted(found))

    def _sources(self, part: int) -> list[Source]:
        if part not in self._known:
            found = shuffle.group(self._cut[part], 0, shuffle.SOURCES)
            rows = zip(*(found[name].tolist() for name in shuffle.SOURCES.schema.names), strict=True)
            made = []
            for number, (id, outlet, host, earliest, latest, sketch, *_) in enumerate(rows):
                published = (earliest, latest) if earliest and latest else None
                own, by, at = (name.decode("utf-8", "surrogatepass") for name in (id, outlet, host))
                made.append(Source(part << ROOM | number, own, by, at, published, sketch))
            self._known[part] = made
        return self._known[part]

    def _utterances(self, document: int) -> Iterator[Utterance]:
        for cell in self._own(document, "statements", _SAID):
            content = [(span["start"], span["end"]) for span in cell["content"]]
            earliest, latest = cell["said_earliest"], cell["said_latest"]
            via = tuple(Span(span["start"], span["end"]) for span in cell["via"])
            said = (earliest, latest) if earliest and latest else None
            yield Utterance(document, plain(cell, "id"), content, said, via)

    def _own(self, document: int, name: str, columns: Sequence[str]) -> list[dict[str, Any]]:
        """The rows of one document in a table, in their order."""
        held = self._hold(document >> ROOM, name, columns)
        low, high = held.edges[document & ((1 << ROOM) - 1) :][:2]
        rows: list[dict[str, Any]] = held.table.slice(low, high - low).to_pylist()
        return rows

    def _hold(self, part: int, name: str, columns: Sequence[str]) -> _Rows:
        """Some columns of a table of a part; those that were asked for longest ago are forgotten."""
        held = self._held.get((part, name))
        if held is None:
            held = self._held[part, name] = self._read(part, name, columns)
            self._size += held.table.nbytes
            while self._size > KEPT and len(self._held) > 1:
                self._size -= self._held.popitem(last=False)[1].table.nbytes
        self._held.move_to_end((part, name))
        return held

    def _read(self, part: int, name: str, columns: Sequence[str]) -> _Rows:
        with pq.ParquetFile(self._parts[part] / f"{name}.parquet") as file:
            table = file.read(columns=list(columns))
        if "document" not in columns:
            return _Rows(table, list(range(table.num_rows + 1)))
        # Rows of one document stand together, in the order of the documents.
        numbers = {source.id: n for n, source in enumerate(self._sources(part))}
        names = table.column("document").to_pylist()
        for n, marked in enumerate(table.column("undecoded").is_valid().to_pylist()):
            if marked:
                names[n] = plain(table.slice(n, 1).to_pylist()[0], "document")
        found = np.array([numbers[one] for one in names], np.int64)
        return _Rows(table, np.searchsorted(found, np.arange(len(numbers) + 1)).tolist())


def plain(row: dict[str, Any], name: str) -> str:
    """A text of a row as it was before what UTF-8 cannot say was replaced in it."""
    for one in row["undecoded"] or ():
        if one["column"] == name:
            return str(json.loads(one["json"].decode("utf-8", "surrogatepass")))
    return str(row[name])
