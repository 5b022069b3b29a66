"""Protects Parquet as a source: a row is a document, as in other tables, and a bad row costs itself alone."""

from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from onrecord import read
from onrecord.model import Failure, Reading
from onrecord.settings import Settings

ROWS = [
    {"id": "a1", "text": "The bridge will open.", "published": date(2031, 5, 8), "outlet": "Lantern"},
    {"id": "a2", "text": " ", "published": None, "outlet": None},
    {"id": "a3", "text": "It rained.", "published": None, "outlet": None},
]  # fmt: skip


def found(path: Path) -> list[Reading | Failure]:
    settings = Settings()
    return [
        one
        for item in read.items([str(path)], settings)
        for one in ([item] if isinstance(item, Failure) else read.documents(item, settings))
    ]


def test_a_row_is_a_document(tmp_path: Path) -> None:
    pq.write_table(pa.Table.from_pylist(ROWS), tmp_path / "rows.parquet", row_group_size=2)
    first, empty, last = found(tmp_path / "rows.parquet")
    assert isinstance(first, Reading)
    assert isinstance(last, Reading)
    assert (first.document.id, first.document.outlet) == ("a1", "Lantern")
    assert first.document.published is not None
    assert first.document.published.edtf == "2031-05-08"
    assert first.document.source.endswith("rows.parquet#a1")
    assert last.document.text == "It rained."
    assert isinstance(empty, Failure)
    assert empty.reason == "row 2 has no text"


def test_what_is_no_table_of_texts_says_so(tmp_path: Path) -> None:
    pq.write_table(pa.Table.from_pylist([{"body": "x"}]), tmp_path / "body.parquet")
    (tmp_path / "broken.parquet").write_bytes(b"PAR1 and nothing more")
    whole = tmp_path / "rows.parquet"
    pq.write_table(pa.Table.from_pylist(ROWS), whole)
    (tmp_path / "rows.parquet.gz").write_bytes(gzip.compress(whole.read_bytes()))
    reasons = {}
    for name in ("body.parquet", "broken.parquet", "rows.parquet.gz"):
        [failure] = found(tmp_path / name)
        assert isinstance(failure, Failure)
        reasons[name] = failure.reason
    assert "no column `text`" in reasons["body.parquet"]
    assert "damaged" in reasons["broken.parquet"]
    assert "from its end" in reasons["rows.parquet.gz"]
