"""A folder of Parquet files holds what a view shows and all that this refers to, and explains each column."""

from __future__ import annotations

import json
import os
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord import api
from onrecord.api import FamilyFilter, Filter, Told
from onrecord.export.lines import words
from onrecord.export.views import View
from onrecord.model import Document, Statement

if TYPE_CHECKING:
    from onrecord.columns import Writer

HOPS = 10_000  # hops of which it is told what was changed; it takes some milliseconds each
_CHUNK = 1 << 18  # bytes


def pieces(view: View, things: Iterator[Any]) -> Iterator[bytes]:
    """The bytes of a ZIP of the folder, which is made in a temporary place first."""
    with tempfile.TemporaryDirectory() as place, tempfile.TemporaryFile() as file:
        folder(view, things, Path(place))
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:  # Parquet is compressed already
            for path in sorted(Path(place).iterdir()):
                archive.write(path, path.name)
        file.seek(0)
        while piece := file.read(_CHUNK):
            yield piece


def folder(view: View, things: Iterator[Any], place: Path) -> dict[str, int]:
    """Write the files and their descriptor into a folder, which is made if need be.

    Of everything in a record, that is all it holds; of some statements or documents, these with the documents
    in which they stand, and the families of their words as far as they lie in these.

    Returns:
        The rows of each file.

    Raises:
        OSError: the folder cannot be written.
    """
    from onrecord import columns
    from onrecord.export.package import descriptor

    place.mkdir(parents=True, exist_ok=True)
    with api.reading(view.record) as store, ExitStack() as stack:
        files = {
            table.name: stack.enter_context(columns.Writer(table, place / f"{table.name}.parquet"))
            for table in columns.TABLES
        }
        _Package(store, files).write(view, things)
    rows = {table: files[table.name].rows for table in columns.TABLES if table.name in files}
    path = place / "datapackage.json"
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    text = json.dumps(descriptor(view.about(), rows), ensure_ascii=True, indent=1)
    unfinished.write_text(text, encoding="utf-8")
    os.replace(unfinished, path)
    return {table.name: count for table, count in rows.items()}


def everything(view: View) -> bool:
    """Whether a view leaves nothing of its record out."""
    wanted = view.filter
    return wanted is None or (isinstance(wanted, Filter) and wanted in (Filter(), Filter(order="oldest")))


class _Package:
    """The files of one folder, open for writing."""

    def __init__(self, store: Any, files: dict[str, Writer]) -> None:
        self._store, self._files = store, files
        self._entities: set[str] = set()
        self._items: dict[str, int] = {}

    def write(self, view: View, things: Iterator[Any]) -> None:
        chosen = None if everything(view) else dict(_chosen(view.kind, things))
        ids = [id for id in self._store.added() if chosen is None or id in chosen]
        decided = self._decided(view, chosen)
        for id in ids:
            self._document(id, None if chosen is None else chosen[id], decided)
        for entity in self._store.entities():
            if chosen is None or entity.id in self._entities:
                self._files["entities"].add(entity)
        self._families(ids, whole=chosen is None)
        if chosen is None:
            self._failures()

    def _decided(self, view: View, chosen: dict[str, set[str] | None] | None) -> dict[str, Told]:
        """The statements of which persons decided, as lists show them: with what was corrected."""
        found = api.told(view.record, Filter(reviewed="any", all_versions=True))
        return {one.statement.id: one for one in found if chosen is None or one.document.id in chosen}

    def _document(self, id: str, statements: set[str] | None, decided: dict[str, Told]) -> None:
        from onrecord import columns

        kept = self._store.kept(id)
        document, linked = kept.reading.document, kept.linked
        files, raw = self._files, kept.reading.raw
        row = columns.DocumentRow(document, linked.published, kept.words, raw, self._item(kept))
        files["documents"].add(row, len(document.text) + len(raw or b""))
        for passage in kept.reading.passages:
            files["passages"].add(passage)
        who = {link.span: link.entity for link in kept.links if link.judgement == "same"}
        for one in linked.statements:
            if statements is None or one.id in statements:
                files["statements"].add(_statement(document, one, who, decided))
        for figure in linked.figures:
            files["figures"].add(columns.FigureRow(id, figure))
        for time in linked.times:
            files["times"].add(time)
        for link in kept.links:
            self._entities.add(link.entity)
            files["links"].add(link)

    def _item(self, kept: Any) -> int:
        """The number of the item that a document was read from, which is told once."""
        from onrecord import columns

        key = kept.key if self._store.done(kept.key) else ""
        number = self._items.get(key) if key else None
        if number is None:
            number = self._items[key or kept.reading.document.id] = len(self._items)
            row = columns.ItemRow(key, number, kept.reading.document.source, (), 1)
            self._files["items"].add(row)
        return number

    def _families(self, ids: list[str], whole: bool) -> None:
        """The families of the documents, with those of their members and hops that stand in these."""
        from onrecord import columns

        there, seen = set(ids), set()
        looked_at = 0
        for id in ids:
            for head in self._store.families_of(id):
                if head.id in seen:
                    continue
                seen.add(head.id)
                row = self._store.family(head.id)
                members = row.family.members
                self._files["families"].add(columns.FamilyRow(*head))
                for number, member in enumerate(members):
                    if member.document in there:
                        self._files["members"].add(columns.MemberRow(head.id, number, member))
                bare = self._store.hops(head.id)
                compared = head.kind != "formula" and looked_at + len(bare) <= HOPS
                looked_at += len(bare) if compared else 0
                for hop in self._hops(head.id, members, bare, compared):
                    if hop.earlier in there and hop.later in there:
                        self._files["hops"].add(hop)

    def _hops(self, id: str, members: Any, bare: list[Any], compared: bool) -> Iterator[Any]:
        from onrecord import columns

        found: Iterable[Any] = [None] * len(bare)
        if compared:
            found = (one.hop for one in api.hops(self._store, FamilyFilter(id=id, formulas=True)))
        for hop, told in zip(bare, found, strict=True):
            yield columns.HopRow(
                id,
                hop.earlier,
                hop.later,
                members[hop.earlier].document,
                members[hop.later].document,
                hop.earlier_span,
                hop.later_span,
                told.kind if told else None,
                told.edits if told else None,
                told.score if told else None,
                hop.order,
            )

    def _failures(self) -> None:
        from onrecord import columns

        for number, one in enumerate(self._store.failures()):
            row = columns.FailureRow(one.source, number, one.path, one.source, one.reason, one.remedy)
            self._files["failures"].add(row)


def _chosen(kind: str, things: Iterator[Any]) -> Iterator[tuple[str, set[str] | None]]:
    """The documents of a view, each with those of its statements that are in it; None is all of them."""
    if kind == "documents":
        for listed in things:
            yield listed.document.id, None
        return
    for id, some in groupby(things, key=lambda told: told.document.id):
        yield id, {told.statement.id for told in some}


def _statement(document: Document, one: Statement, who: dict[Any, str], decided: dict[str, Told]) -> Any:
    from onrecord import columns

    told = decided.get(one.id)
    if told is None or told.review is None:
        entity = who.get(one.speaker.span) if one.speaker else None
        return columns.StatementRow(one, words(document, one), entity)
    shown = told.statement
    by = told.people.get(shown.speaker.span) if shown.speaker else None
    return columns.StatementRow(shown, words(document, shown), by.entity if by else None, told.review.verdict)
