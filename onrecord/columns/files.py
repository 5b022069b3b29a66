"""Rows become columns and come back equal; a file is written whole, under its name only once it is."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from onrecord.columns.shapes import whole
from onrecord.columns.tables import UNDECODED, Table

GROUP = 20_000  # rows of one group: what is held in memory while a file is written
GROUP_CHARACTERS = 32_000_000  # or so many code points of texts


def packed(table: Table, rows: Iterable[Any]) -> pa.Table:
    """Rows of the table's type as columns."""
    split = whole(table.kind).split
    cells = [split(row) for row in rows]
    own = table.columns[:-1]
    columns = list(zip(*cells, strict=True)) if cells else [()] * len(own)
    kept: list[list[dict[str, Any]] | None] = [None] * len(cells)
    arrays = []
    for column, values in zip(own, columns, strict=True):
        try:
            arrays.append(pa.array(values, column.type))
        except UnicodeEncodeError:
            arrays.append(pa.array(_plain(column.name, values, kept), column.type))
    arrays.append(pa.array(kept, UNDECODED.type))
    return pa.Table.from_arrays(arrays, schema=table.schema)


def unpacked(table: Table, found: pa.Table) -> Iterator[Any]:
    """The rows whose columns these are; columns that the table does not have are passed over."""
    shape = whole(table.kind)
    names = [column.name for column in table.columns]
    for batch in found.select(names).to_batches(GROUP):
        columns = [batch.column(n).to_pylist() for n in range(len(names))]
        for *cells, undecoded in zip(*columns, strict=True):
            for one in undecoded or ():
                value = json.loads(one["json"].decode("utf-8", "surrogatepass"))
                cells[names.index(one["column"])] = value
            yield shape.join(cells)


def _plain(name: str, values: Sequence[Any], kept: list[list[dict[str, Any]] | None]) -> list[Any]:
    """The values with U+FFFD for lone surrogates; what they were is kept beside them, row by row."""
    plain = []
    for row, value in enumerate(values):
        good = _replaced(value)
        plain.append(good)
        if good != value:
            told = json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")
            here = kept[row] = kept[row] or []
            here.append({"column": name, "json": told})
    return plain


def _replaced(value: Any) -> Any:
    if isinstance(value, str):
        return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in value)
    if isinstance(value, dict):
        return {key: _replaced(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_replaced(one) for one in value]
    return value


class Writer:
    """A Parquet file in the making; a context manager, which gives it its name when all went well.

    Args:
        table: what its rows are.
        path: its name.
    """

    def __init__(self, table: Table, path: Path) -> None:
        self._table, self._path = table, path
        self._unfinished = path.with_name(f".{path.name}.{os.getpid()}")
        self._file: pq.ParquetWriter | None = None
        self._waiting: list[Any] = []
        self._size = 0
        self.rows = 0

    def __enter__(self) -> Writer:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._file = pq.ParquetWriter(self._unfinished, self._table.schema, compression="zstd")
        return self

    def add(self, row: Any, size: int = 0) -> None:
        """Write a row, of about so many code points."""
        self._waiting.append(row)
        self._size += size
        if len(self._waiting) >= GROUP or self._size >= GROUP_CHARACTERS:
            self._flush()

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                self._flush()
        finally:
            assert self._file is not None
            self._file.close()
            if kind is None:
                _settle(self._unfinished)
                os.replace(self._unfinished, self._path)
            else:
                with suppress(OSError):
                    self._unfinished.unlink()

    def _flush(self) -> None:
        assert self._file is not None
        if self._waiting:
            self._file.write_table(packed(self._table, self._waiting))
        self.rows += len(self._waiting)
        self._waiting, self._size = [], 0


def _settle(path: Path) -> None:
    """See to it that what was written outlives a power cut."""
    with open(path, "rb+") as stream:
        os.fsync(stream.fileno())


def write(table: Table, path: Path, rows: Iterable[Any]) -> int:
    """Write rows into a file, whole or not at all; gives how many."""
    with Writer(table, path) as file:
        for row in rows:
            file.add(row)
    return file.rows


def read(table: Table, path: Path) -> Iterator[Any]:
    """The rows of a file, a group at a time.

    Raises:
        OSError: it cannot be read.
        pyarrow.ArrowException: it is no such file.
    """
    with pq.ParquetFile(path) as file:
        names = [column.name for column in table.columns]
        for group in file.iter_batches(batch_size=GROUP, columns=_leaves(file, names)):
            yield from unpacked(table, pa.Table.from_batches([group]))


def cells(path: Path, names: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Some columns of a file, row by row, as they lie there; no other column is read."""
    with pq.ParquetFile(path) as file:
        for group in file.iter_batches(batch_size=GROUP, columns=list(names)):
            yield from group.to_pylist()


def count(path: Path) -> int:
    """How many rows a file has."""
    return int(pq.read_metadata(path).num_rows)


def _leaves(file: pq.ParquetFile, names: Sequence[str]) -> list[str]:
    there = set(file.schema_arrow.names)
    return [name for name in names if name in there]
