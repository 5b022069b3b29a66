"""Protects workbooks: read with openpyxl they hold the rows of the list, and no cell is more than text."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from openpyxl import load_workbook

from onrecord import api, export
from onrecord.export import xlsx
from onrecord.record import Record

Export = Callable[..., bytes]


def opened(data: bytes) -> Any:
    return load_workbook(io.BytesIO(data))


def rows(sheet: Any) -> list[dict[str, Any]]:
    head, *found = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in found]


def test_the_rows_are_those_of_the_list(exported: Export, listed: list[api.Told]) -> None:
    """Ids, order, columns and numbers."""
    book = opened(exported("xlsx"))
    assert book.sheetnames == ["statements", "documents", "about"]
    found = rows(book["statements"])
    assert [row["id"] for row in found] == [told.statement.id for told in listed]
    assert tuple(found[0]) == export.csv.STATEMENTS
    assert {row["score"] for row in found} == {0.875}
    said = {row["id"]: row["said"] for row in found}
    assert [said[told.statement.id] for told in listed] == [
        told.statement.said.when.edtf if told.statement.said else None for told in listed
    ]


def test_no_cell_is_a_formula_or_a_link(exported: Export) -> None:
    """Hostile words are words, without a sign in front of them."""
    data = exported("xlsx")
    book = opened(data)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    texts = [str(cell.value) for cell in cells]
    assert any(text.startswith("=cmd|") for text in texts)
    assert "@Gazette" in texts
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        sheets = b"".join(parts.read(name) for name in parts.namelist())
    assert b"<f>" not in sheets
    assert b"<r>the" not in sheets  # a text in these marks is written as it is by the library
    assert any(text.strip() == "<r>the bridge</r>" for text in texts)


def test_a_cell_holds_what_it_can(exported: Export) -> None:
    """Too long a text is cut where Excel's limit is, between characters; what no XML holds is replaced."""
    found = rows(opened(exported("xlsx"))["statements"])
    long = max((row["text"] for row in found), key=len)
    assert len(long.encode("utf-16-le")) // 2 <= 32_767
    assert long.endswith("very long 😀 very lo … [cut]") or re.search(r"[\w 😀]+ … \[cut\]$", long)
    assert "\ufffd" in next(row["text"] for row in found if "bell" in row["text"])
    assert xlsx.fitting("a" * 32_767) == "a" * 32_767
    assert len(xlsx.fitting("😀" * 20_000).encode("utf-16-le")) // 2 <= 32_767
    assert xlsx.fitting("😀" * 20_000).strip("😀") == " … [cut]"


def test_the_documents_stand_beside_their_statements(exported: Export, listed: list[api.Told]) -> None:
    """Each once, with how many of the statements it has."""
    found = rows(opened(exported("xlsx"))["documents"])
    assert [row["id"] for row in found] == list(dict.fromkeys(told.document.id for told in listed))
    assert sum(row["statements"] for row in found) == len(listed)


def test_the_sheet_says_what_was_asked_for(exported: Export) -> None:
    """The filter, the record and the number of rows."""
    book = opened(exported("xlsx", "statements", api.Filter(mode="turn")))
    about = {row["what"]: row["value"] for row in rows(book["about"])}
    assert (about["filter"], about["record"], about["rows"]) == ("mode: turn", "odd.onrecord", "2")
    sheet = book["statements"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref.startswith("A1:")
    assert sheet.column_dimensions["D"].width > 60


def test_every_list_is_a_workbook(odd: Record) -> None:
    """Under the columns of its csv."""
    for kind in export.KINDS:
        words = "agree on the bridge and on the dam" if kind == "verified" else None
        data = b"".join(export.stream(export.named("xlsx"), export.View(odd, kind, words)))
        sheet = opened(data)[kind]
        assert tuple(cell.value for cell in sheet[1]) == export.csv.COLUMNS[kind]


def test_what_is_too_long_for_a_sheet_goes_on_in_the_next(
    exported: Export, listed: list[api.Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sheet has a million rows; a record may have more statements."""
    monkeypatch.setattr(xlsx, "ROWS", 4)
    book = opened(exported("xlsx"))
    sheets = [name for name in book.sheetnames if name.startswith("statements")]
    assert sheets[:2] == ["statements", "statements 2"]
    ids = [row["id"] for name in sheets for row in rows(book[name])]
    assert ids == [told.statement.id for told in listed]
