"""A workbook in which every text is a string: no cell is ever run as a formula or followed as a link."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import Any

from onrecord.api import Told
from onrecord.export import csv
from onrecord.export.plain import clean
from onrecord.export.views import View

CUT = " … [cut]"
MOST = 32_767  # UTF-16 code units in a cell
ROWS = 1_048_576  # rows of a sheet, its head included
_CHUNK = 1 << 18  # bytes
_WIDE = {
    "text": 80, "message": 80, "explanation": 60, "passages": 80, "earlier_text": 60, "later_text": 60,
    "title": 40, "path": 40, "paths": 40, "source": 40, "url": 40, "edits": 50, "members": 40, "note": 40,
    "sentence": 60, "words": 40, "aliases": 40, "roles": 40, "speaker_name": 24, "speaker": 24, "name": 30,
    "chain": 34, "outlet": 20, "outlets": 30, "documents": 20, "said_basis": 28, "reason": 40, "remedy": 40,
    "review_note": 40,
}  # fmt: skip
_WRAPPED = {"text", "message", "explanation", "passages", "earlier_text", "later_text", "note", "review_note"}
DOCUMENTS = (
    "id", "path", "source", "outlet", "url", "title", "authors", "kind", "language", "published", "updated",
    "fetched", "published_inferred", "words", "statements",
)  # fmt: skip


def pieces(view: View, things: Iterator[Any]) -> Iterator[bytes]:
    """The bytes of the workbook; of its rows only one is held at a time."""
    with tempfile.TemporaryFile() as file:
        _write(view, things, file)
        file.seek(0)
        while piece := file.read(_CHUNK):
            yield piece


def _write(view: View, things: Iterator[Any], file: Any) -> None:
    book = import_module("xlsxwriter").Workbook(
        file, {"constant_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
    )
    about = view.about()
    book.set_properties({"title": f"{about['record']}: {view.kind}", "comments": about["filter"]})
    main = _Sheets(book, view.kind, csv.COLUMNS[view.kind])
    rows = csv.ROWS[view.kind]
    documents = _Documents()
    for thing in things:
        for row in rows(thing):
            main.add(row)
        if view.kind == "statements":
            documents.see(thing)
    main.close()
    if view.kind == "statements":
        beside = _Sheets(book, "documents", DOCUMENTS)
        for row in documents.rows():
            beside.add(row)
        beside.close()
    about["rows"] = f"{main.total:,}"
    sheet = _Sheets(book, "about", ("what", "value"))
    for pair in about.items():
        sheet.add(pair)
    sheet.close()
    book.close()


class _Sheets:
    """One table, on as many sheets as its rows need."""

    def __init__(self, book: Any, name: str, columns: Sequence[str]) -> None:
        self._book, self._name, self._columns = book, name, columns
        self._head = book.add_format({"bold": True, "bottom": 1, "bg_color": "#EEEEEE"})
        self._top = book.add_format({"valign": "top"})
        self._wrapped = book.add_format({"valign": "top", "text_wrap": True})
        self._formats = [self._wrapped if column in _WRAPPED else self._top for column in columns]
        self.total = self._sheets = 0
        self._open()

    def _open(self) -> None:
        self._sheets += 1
        name = self._name if self._sheets == 1 else f"{self._name} {self._sheets}"
        self._sheet = self._book.add_worksheet(name)
        self._sheet.freeze_panes(1, 0)
        for number, column in enumerate(self._columns):
            self._sheet.set_column(number, number, _WIDE.get(column, 14))
            self._sheet.write_string(0, number, column, self._head)
        self._row = 1

    def add(self, cells: Sequence[Any]) -> None:
        """Write one row; a value that is no number is written as a string."""
        if self._row == ROWS:
            self.close()
            self._open()
        for number, cell in enumerate(cells):
            form = self._formats[number]
            if cell is None or cell == "":
                continue
            if isinstance(cell, int | float) and not isinstance(cell, bool):
                self._sheet.write_number(self._row, number, cell, form)
            else:
                self._sheet.write_string(self._row, number, fitting(str(cell)), form)
        self._row += 1
        self.total += 1

    def close(self) -> None:
        """Let the columns of the sheet be filtered."""
        self._sheet.autofilter(0, 0, max(self._row - 1, 1), len(self._columns) - 1)


class _Documents:
    """The documents of the statements, each once, in the order in which they come."""

    def __init__(self) -> None:
        self._rows: dict[str, list[Any]] = {}

    def see(self, told: Told) -> None:
        """Count a statement of its document."""
        document = told.document
        row = self._rows.get(document.id)
        if row is None:
            row = self._rows[document.id] = [_cell(told, column) for column in DOCUMENTS]
        row[-1] += 1

    def rows(self) -> Iterator[list[Any]]:
        """A row for each."""
        return iter(self._rows.values())


def _cell(told: Told, column: str) -> Any:
    document = told.document
    more: dict[str, Callable[[], Any]] = {
        "authors": lambda: "; ".join(document.authors),
        "published_inferred": lambda: told.inferred.when.edtf if told.inferred else None,
        "words": lambda: len(document.text.split()),
        "statements": lambda: 0,
    }
    if column in more:
        return more[column]()
    value = getattr(document, column)
    return value.edtf if hasattr(value, "edtf") else value


def fitting(text: str) -> str:
    """The text as a cell can hold it: characters that it cannot are replaced, and what is too long is cut."""
    text = clean(text)
    if len(text) * 2 > MOST and len(text.encode("utf-16-le")) // 2 > MOST:
        units = text.encode("utf-16-le")[: 2 * (MOST - len(CUT))]
        text = units.decode("utf-16-le", "ignore") + CUT
    # The library takes a text between these marks for one with formats of its own, and does not escape it.
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text
