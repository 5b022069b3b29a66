"""A row of a Parquet file is one document, as in other tables; the file is read a part at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from onrecord.errors import ReadError
from onrecord.model import Failure, Item
from onrecord.read.entry import Entry
from onrecord.read.rows import COLUMNS
from onrecord.settings import Settings

_TOGETHER = 500  # rows that are unpacked together
_REMEDY = "correct the row and read the file again"


def parquet_items(entry: Entry, settings: Settings) -> Iterator[Item | Failure]:
    """One Item for each row that has a text.

    Raises:
        ReadError: it is packed or lies in an archive, is damaged, or has no column `text`.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(_whole(entry)) as file:
            names = file.schema_arrow.names
            if "text" not in names:
                found = ", ".join(names[:12])[:200]
                raise ReadError(
                    f"has no column `text` (its columns: {found})",
                    remedy="name the column that holds the text `text`",
                )
            wanted = [name for name in (*COLUMNS, "authors") if name in names]
            number = 0
            for batch in file.iter_batches(batch_size=_TOGETHER, columns=wanted):
                for row in batch.to_pylist():
                    number += 1
                    yield _item(entry, number, row)
    except pa.ArrowException as error:
        raise ReadError("is damaged", remedy="fetch it again") from error


def _whole(entry: Entry) -> Any:
    """What can be read from its end: the path of a file, or the stream of one that lies elsewhere."""
    if entry.open_as[:1] == ("file",):
        return entry.open_as[1]
    stream = entry.open()
    if entry.depth or not stream.seekable():
        raise ReadError("is a table that is read from its end", remedy="unpack it and give the file itself")
    return stream


def _item(entry: Entry, number: int, row: dict[str, Any]) -> Item | Failure:
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        return Failure(entry.path, f"{entry.source}#{number}", f"row {number} has no text", _REMEDY)
    kept = {name: _plain(row[name]) for name in COLUMNS if row.get(name) is not None}
    if isinstance(row.get("authors"), list) and "author" not in kept:
        kept["author"] = [str(name) for name in row["authors"]]
    data = json.dumps(kept, ensure_ascii=True).encode("ascii")
    return Item(entry.path, entry.source, "jsonl", data, (), (*entry.about, ("row", str(number))))


def _plain(value: Any) -> Any:
    """A cell as JSON has it: days and moments as they are printed."""
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str | list) else str(value)
