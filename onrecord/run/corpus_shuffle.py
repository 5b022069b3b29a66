"""A file of groups is whole once it has its name; each of its groups is read without the others."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

Numbers = NDArray[np.int64]


class Shape(NamedTuple):
    """The columns of a file of groups: their names and types."""

    schema: pa.Schema

    def empty(self) -> dict[str, Any]:
        """A group without rows."""
        return columns_of(pa.RecordBatch.from_pylist([], schema=self.schema))


def shape(**columns: pa.DataType) -> Shape:
    """A shape with these columns."""
    return Shape(pa.schema(list(columns.items())))


NUMBER, SMALL, KEY, BYTES, TEXT = pa.int64(), pa.int32(), pa.uint32(), pa.binary(), pa.string()

KEYS = shape(key=KEY, wording=NUMBER, around=KEY)
PIECES = shape(wording=NUMBER, document=NUMBER, start=NUMBER, end=NUMBER, words=NUMBER)
TEXTS = shape(wording=NUMBER, text=BYTES)
WORDINGS = shape(wording=NUMBER)
LABELS = shape(wording=NUMBER, label=NUMBER)
PAIRS = shape(one=NUMBER, other=NUMBER)
LIKENESSES = shape(
    one=NUMBER,
    other=NUMBER,
    one_start=NUMBER,
    one_end=NUMBER,
    other_start=NUMBER,
    other_end=NUMBER,
    same=NUMBER,
)
SOURCES = shape(
    id=BYTES, outlet=BYTES, host=BYTES, earliest=TEXT, latest=TEXT, sketch=BYTES, source=NUMBER, text=NUMBER
)
MASK = shape(newest=pa.bool_())


def write(
    path: Path, shape: Shape, groups: Iterable[Mapping[str, Any]], told: Mapping[str, int] = {}
) -> None:
    """Write groups in order, whole or not at all.

    Args:
        path: the file.
        shape: its columns.
        groups: for each group its columns, as arrays or lists.
        told: numbers that are kept with it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    schema = shape.schema.with_metadata({name: str(value) for name, value in (told or {}).items()})
    options = pa.ipc.IpcWriteOptions(compression="zstd")
    with pa.ipc.new_file(temporary, schema, options=options) as file:
        for group in groups:
            arrays = [pa.array(group[field.name], field.type) for field in schema]
            file.write_batch(pa.RecordBatch.from_arrays(arrays, schema=schema))
    os.replace(temporary, path)


def gathered(paths: Sequence[Path], number: int, shape: Shape) -> dict[str, Any]:
    """One group of several files as one; a file that is not there has none."""
    found = [columns_of(one) for path in paths if (one := _group(path, number)) is not None]
    if not found:
        return shape.empty()
    return {name: np.concatenate([one[name] for one in found]) for name in shape.schema.names}


def group(path: Path, number: int, shape: Shape) -> dict[str, Any]:
    """One group of a file; without rows where there is no such file."""
    return gathered([path], number, shape)


def told(path: Path) -> dict[str, int]:
    """The numbers that are kept with a file."""
    with pa.memory_map(str(path)) as source:
        found = pa.ipc.open_file(source).schema.metadata or {}
    return {name.decode(): int(value) for name, value in found.items()}


def columns_of(batch: pa.RecordBatch) -> dict[str, Any]:
    """The columns of a batch as arrays of numpy."""
    return {
        name: batch.column(name).to_numpy(zero_copy_only=False)
        if not pa.types.is_binary(batch.schema.field(name).type)
        else np.array([*batch.column(name).to_pylist(), None], object)[:-1]
        for name in batch.schema.names
    }


def parted(columns: Mapping[str, Any], which: Numbers, count: int) -> Iterable[dict[str, Any]]:
    """Columns in groups: rows of which `which` is 0, 1, ... in their order."""
    order = np.argsort(which, kind="stable")
    edges = np.searchsorted(which[order], np.arange(count + 1))
    for low, high in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        some = order[low:high]
        yield {name: column[some] for name, column in columns.items()}


def bucket(numbers: Any, count: int) -> Numbers:
    """Which of `count` groups each number belongs to; numbers are as good as random in their upper bits."""
    found: Numbers = ((numbers.astype(np.uint64) >> np.uint64(20)) % np.uint64(count)).astype(np.int64)
    return found


def _group(path: Path, number: int) -> pa.RecordBatch | None:
    if not path.exists():
        return None
    with pa.memory_map(str(path)) as source:
        file = pa.ipc.open_file(source)
        return file.get_batch(number) if number < file.num_record_batches else None
