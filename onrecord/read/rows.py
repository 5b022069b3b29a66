"""A row is one document, and a bad row costs only itself; files of rows are read line by line."""

from __future__ import annotations

import codecs
import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from onrecord.errors import ReadError
from onrecord.model import Failure, Item
from onrecord.read.encoding import stream_encoding
from onrecord.read.entry import MIB, Entry, peekable, too_large, within
from onrecord.settings import Settings

COLUMNS = ("id", "text", "title", "outlet", "author", "url", "published", "language")
_HEAD = 1 << 16
_RETRIES = 50
_TOLD = 20  # bad lines of one table that are told one by one
_ROW_REMEDY = "correct the line and read the file again"


def jsonl_items(entry: Entry, settings: Settings) -> Iterator[Item | Failure]:
    """One Item for each line that holds a JSON object; a line that does not is one Failure."""
    with peekable(entry.open()) as raw:
        encoding, errors = stream_encoding(raw.peek(_HEAD)[:_HEAD])
        wide = not encoding.startswith("utf-8")
        stream = codecs.EncodedFile(raw, "utf-8", encoding, errors) if wide else raw
        limit = settings.max_document_mb * MIB
        number = 0
        while line := stream.readline(limit + 1):
            number += 1
            if len(line) > limit:
                while line and not line.endswith(b"\n"):
                    line = stream.readline(limit)
                yield _bad(entry, number, too_large(settings))
            elif line.strip():
                yield _json_row(entry, number, line.removeprefix(codecs.BOM_UTF8))


def _json_row(entry: Entry, number: int, line: bytes) -> Item | Failure:
    try:
        row = json.loads(line.decode("utf-8", "onrecord-stray"))
    except (ValueError, RecursionError) as error:
        told = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deeply"
        return _bad(entry, number, ReadError(f"is no JSON ({told})", remedy=_ROW_REMEDY))
    return _row(entry, number, row)


def json_items(entry: Entry, settings: Settings) -> Iterator[Item | Failure]:
    """One Item for each object of a JSON list, or for a single object."""
    with entry.open() as stream:
        data = within(stream, settings)
    try:
        rows = json.loads(data)
    except (ValueError, RecursionError):
        raise ReadError("is no JSON", remedy="save it again, or give one JSON object a line") from None
    for number, row in enumerate(rows if isinstance(rows, list) else [rows], 1):
        yield _row(entry, number, row)


def _row(entry: Entry, number: int, row: Any) -> Item | Failure:
    if not isinstance(row, dict):
        return _bad(entry, number, ReadError("is no JSON object", remedy=_ROW_REMEDY))
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        return _bad(entry, number, ReadError("has no text", remedy="give it a field `text`"))
    kept = {name: row[name] for name in COLUMNS if row.get(name) is not None}
    if isinstance(row.get("authors"), list) and "author" not in kept:
        kept["author"] = row["authors"]
    return _item(entry, number, kept, "jsonl")


def csv_items(entry: Entry, settings: Settings) -> Iterator[Item | Failure]:
    """One Item for each row of a table whose first line names its columns.

    Raises:
        ReadError: the table has no column `text`.
    """
    # The limit is the process's: it is only ever raised.
    csv.field_size_limit(max(csv.field_size_limit(), settings.max_document_mb * MIB))
    with peekable(entry.open()) as stream:
        head = stream.peek(_HEAD)[:_HEAD]
        encoding, errors = stream_encoding(head)
        lines = io.TextIOWrapper(stream, encoding=encoding, errors=errors, newline="")
        table = _Table(lines, _separator(head, encoding), settings.max_document_mb * MIB)
        yield from _csv_rows(entry, table)


def _csv_rows(entry: Entry, table: _Table) -> Iterator[Item | Failure]:
    names: list[str] | None = None
    bad = 0
    for number, row in table.rows():
        if names is None and not isinstance(row, ReadError):
            names = [name.strip().lower() for name in row]
            if "text" not in names:
                found = ", ".join(name for name in row[:12] if name.strip()) or "none"
                raise ReadError(
                    f"has no column `text` (its columns: {found[:200]})",
                    remedy="name the column that holds the text `text`",
                )
            continue
        if isinstance(row, ReadError):
            made: Item | Failure = _bad(entry, number, row)
        elif names is not None and any(cell.strip() for cell in row):
            made = _csv_row(entry, number, names, row)
        else:
            continue
        bad += isinstance(made, Failure)
        if isinstance(made, Item) or bad <= _TOLD:
            yield made
        if names is None:
            return
    if bad > _TOLD:
        more = f"{bad - _TOLD:,} further lines cannot be read as rows"
        yield Failure(entry.path, f"{entry.source}#more", more, "correct the first line that is named")


def _csv_row(entry: Entry, number: int, names: list[str], row: list[str]) -> Item | Failure:
    cells = {n: c for n, c in zip(names, row, strict=False) if n in COLUMNS and c.strip()}
    if "text" not in cells:
        short = len(row) < len(names)
        what = f"has {len(row)} fields where {len(names)} are named" if short else "has no text"
        return _bad(entry, number, ReadError(what, remedy=_ROW_REMEDY))
    return _item(entry, number, cells, "csv")


class _Table:
    """The rows of a CSV, numbered by their first lines; an unclosed quotation mark costs its own line."""

    def __init__(self, lines: io.TextIOWrapper, separator: str, limit: int) -> None:
        self._lines, self._separator, self._limit = lines, separator, limit
        self._held: list[str] = []  # lines of the row being read
        self._again: list[str] = []  # lines to be read a second time, last first
        self._number = 0

    def _next_line(self) -> Iterator[str]:
        while True:
            line = self._again.pop() if self._again else self._lines.readline(self._limit)
            if not line:
                return
            self._number += 1
            self._held.append(line.replace("\0", "\ufffd"))
            yield self._held[-1]

    def rows(self) -> Iterator[tuple[int, list[str] | ReadError]]:
        retries = 0
        reader = csv.reader(self._next_line(), delimiter=self._separator, strict=True)
        while True:
            self._held.clear()
            start = self._number + 1
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                what = ReadError(f"is no row of the table ({error})", remedy=_ROW_REMEDY)
                yield start, what
                retries += 1
                if retries <= _RETRIES and len(self._held) > 1:
                    self._number = start
                    self._again.extend(reversed(self._held[1:]))
                reader = csv.reader(self._next_line(), delimiter=self._separator, strict=True)
                continue
            yield start, row


def _separator(head: bytes, encoding: str) -> str:
    """The separator that the first line shows: comma, semicolon or tab."""
    first = head.decode(encoding, "replace").lstrip("\r\n").split("\n", 1)[0]
    return max(",;\t", key=first.count)


def _item(entry: Entry, number: int, row: dict[str, Any], kind: str) -> Item:
    data = json.dumps(row, ensure_ascii=True).encode("ascii")
    return Item(entry.path, entry.source, kind, data, (), (*entry.about, ("row", str(number))))


def _bad(entry: Entry, number: int, error: ReadError) -> Failure:
    return Failure(entry.path, f"{entry.source}#{number}", f"line {number} {error.what}", error.remedy)
