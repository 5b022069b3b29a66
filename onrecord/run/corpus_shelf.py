"""A corpus is asked about its documents as a record is: by numbers of rows, which say where they are."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord import columns
from onrecord.model import Span
from onrecord.record import Source, Utterance
from onrecord.run import corpus_shuffle as shuffle

ROOM = 24  # bits of a row that count the documents of a part; the others number the parts
KEPT = 8  # parts of which texts or statements are kept in mind


@dataclass(slots=True)
class _Held:
    """What is kept in mind of a part: its texts, or its statements by document."""

    texts: list[str] | None = None
    said: dict[int, list[Utterance]] | None = None


class Shelf:
    """The documents of the parts of a corpus, which have numbers from 0 in their order.

    Args:
        parts: the folders of the parts.
        cut: for each the file that tells of its documents.
    """

    def __init__(self, parts: Sequence[Path], cut: Sequence[Path]) -> None:
        self._parts, self._cut = parts, cut
        self._known: dict[int, list[Source]] = {}
        self._held: OrderedDict[int, _Held] = OrderedDict()

    def sources(self, documents: Sequence[int]) -> dict[int, Source]:
        """As `Record.sources`."""
        return {row: self._sources(row >> ROOM)[row & ((1 << ROOM) - 1)] for row in documents}

    def text_of(self, document: int) -> str:
        """As `Record.text_of`."""
        held = self._hold(document >> ROOM)
        if held.texts is None:
            path = self._parts[document >> ROOM] / "documents.parquet"
            held.texts = [plain(row, "text") for row in columns.cells(path, ["text", "undecoded"])]
        return held.texts[document & ((1 << ROOM) - 1)]

    def utterances(self, documents: Sequence[int]) -> list[Utterance]:
        """As `Record.utterances`."""
        return [one for row in sorted(documents) for one in self._said(row >> ROOM).get(row, ())]

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

    def _said(self, part: int) -> dict[int, list[Utterance]]:
        held = self._hold(part)
        if held.said is None:
            rows = {source.id: source.row for source in self._sources(part)}
            held.said = {}
            for one in self._utterances(part, rows):
                held.said.setdefault(one.document, []).append(one)
        return held.said

    def _utterances(self, part: int, rows: dict[str, int]) -> Iterator[Utterance]:
        names = ["id", "document", "content", "said_earliest", "said_latest", "via", "undecoded"]
        for cell in columns.cells(self._parts[part] / "statements.parquet", names):
            content = [(span["start"], span["end"]) for span in cell["content"]]
            earliest, latest = cell["said_earliest"], cell["said_latest"]
            via = tuple(Span(span["start"], span["end"]) for span in cell["via"])
            said = (earliest, latest) if earliest and latest else None
            yield Utterance(rows[plain(cell, "document")], plain(cell, "id"), content, said, via)

    def _hold(self, part: int) -> _Held:
        held = self._held.get(part)
        if held is None:
            while len(self._held) >= KEPT:
                self._held.popitem(last=False)
            held = self._held[part] = _Held()
        self._held.move_to_end(part)
        return held


def plain(row: dict[str, Any], name: str) -> str:
    """A text of a row as it was before what UTF-8 cannot say was replaced in it."""
    for one in row["undecoded"] or ():
        if one["column"] == name:
            return str(json.loads(one["json"].decode("utf-8", "surrogatepass")))
    return str(row[name])
