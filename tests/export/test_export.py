"""Protects the shape in which things leave: keys, their order, absent values, and safety in spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from onrecord import export
from onrecord.api import FailureRow, Listed
from onrecord.export.csv import DOCUMENTS, FAILURES, STATEMENTS
from onrecord.model import Document, Said, Span, Speaker, Statement, When

TEXT = 'Mr Brandt, quoted by ANA, told reporters on Monday: "We agree," he said, "on all of it." =1+1'
DAY = When("2031-05-05", "2031-05-05T00:00:00Z", "2031-05-05T23:59:59Z")
DOCUMENT = Document(
    "d1", "a.zip/x.txt", "/a.zip/x.txt", "Gazette", None, "A title", ("A. Writer", "B. Writer"), "text", "en",
    DAY, None, None, TEXT, "0" * 32,
)  # fmt: skip


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


FULL = Statement(
    id="0123456789abcdef",
    document="d1",
    passage=0,
    content=(span('"We agree,"'), span('"on all of it."')),
    cue=span("said"),
    speaker=Speaker(span("he"), "Brandt", "person"),
    addressee=span("reporters"),
    via=(span("ANA"),),
    said=Said(DAY, span("Monday"), "Monday before publication"),
    mode="direct",
    act="said",
    rule="a rule",
    score=0.97,
)
BARE = replace(FULL, content=(span("=1+1"),), cue=None, speaker=None, addressee=None, via=(), said=None)


def test_a_full_statement_is_exactly_the_documented_object() -> None:
    """Programs read these keys, in this order."""
    assert json.dumps(export.line(DOCUMENT, FULL), ensure_ascii=False) == (
        '{"id": "0123456789abcdef", "document": {"id": "d1", "path": "a.zip/x.txt", "title": "A title", '
        '"outlet": "Gazette", "published": "2031-05-05", "language": "en"}, "mode": "direct", "act": "said", '
        '"content": [[52, 63], [73, 88]], "text": "\\"We agree,\\" … \\"on all of it.\\"", "cue": [67, 71], '
        '"speaker": {"span": [64, 66], "text": "he", "name": "Brandt", "entity": null, "kind": "person"}, '
        '"addressee": {"span": [31, 40], "text": "reporters", "name": null}, '
        '"via": [{"span": [21, 24], "name": "ANA"}], '
        '"said": {"edtf": "2031-05-05", "span": [44, 50], "basis": "Monday before publication"}, '
        '"rule": "a rule", "score": 0.97}'
    )


def test_what_is_absent_is_null_or_empty_and_never_left_out() -> None:
    """A reader need not ask whether a key is there."""
    bare, full = export.line(DOCUMENT, BARE), export.line(DOCUMENT, FULL)
    assert list(bare) == list(full)
    assert [bare[key] for key in ("cue", "speaker", "addressee", "via", "said")] == [
        None,
        None,
        None,
        [],
        None,
    ]


def test_every_format_writes_a_line_for_each_statement() -> None:
    """The same entry serves a whole document and a single statement."""
    for form in export.FORMATS:
        both = form.statements(DOCUMENT, (FULL, BARE))
        assert both == form.statements(DOCUMENT, (FULL,)) + form.statements(DOCUMENT, (BARE,))
        pairs = [(DOCUMENT, FULL), (DOCUMENT, BARE)]
        assert "".join(export.statements(form, pairs)) == form.heads[0] + both


def test_jsonl_is_one_object_a_line() -> None:
    """Line feeds and other scripts within the words stay within the line."""
    odd = replace(DOCUMENT, title="Zeile\nzwei\u2028 – Дмитрий \ud83d")
    lines = export.named("jsonl").statements(odd, (FULL, BARE)).split("\n")
    assert [json.loads(line)["document"]["title"] for line in lines[:2]] == [odd.title] * 2
    assert "Дмитрий" in lines[0]
    assert lines[2:] == [""]


def test_csv_has_the_documented_columns() -> None:
    """Each cell stands under its name."""
    form = export.named("csv")
    rows = list(csv.DictReader(io.StringIO(form.heads[0] + form.statements(DOCUMENT, (FULL,)), newline="")))
    assert tuple(rows[0]) == STATEMENTS
    assert rows[0]["text"] == '"We agree," … "on all of it."'
    assert rows[0]["speaker"] == "he"
    assert rows[0]["spans"] == "52:63; 73:88"
    assert rows[0]["said_basis"] == "Monday before publication"


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_of_a_csv_is_a_formula(begin: str) -> None:
    """A hostile page must not run anything in the spreadsheet of whoever reads it."""
    hostile = replace(
        DOCUMENT, title=f'{begin}HYPERLINK("x")', outlet=f"{begin}1", text=TEXT.replace("=", begin)
    )
    form = export.named("csv")
    statement = form.statements(hostile, (BARE,))
    listed = form.documents(Listed(hostile, 1, 2, 3))
    failed = form.failures(FailureRow(f"{begin}x", "s", "r", "m", "2031-05-05T00:00:00Z"))
    for text in (statement, listed, failed):
        cells = next(csv.reader(io.StringIO(text, newline="")))
        assert not [cell for cell in cells if cell.startswith(begin)]
        assert any(cell.startswith(f"'{begin}") for cell in cells)


def test_documents_and_failures_have_one_shape_in_both_formats() -> None:
    """The columns of a table are the keys of the objects."""
    listed = Listed(DOCUMENT, 2, 5, 18)
    assert tuple(export.document_line(listed)) == DOCUMENTS
    assert export.document_line(listed)["version"] == 2
    failure = FailureRow("p", "s", "r", "m", "2031-05-05T00:00:00Z")
    assert tuple(export.failure_line(failure)) == FAILURES
    assert json.loads(export.named("jsonl").failures(failure)) == export.failure_line(failure)


def test_an_unknown_format_is_refused() -> None:
    """A slip in a format's name does not fall back to another."""
    with pytest.raises(KeyError):
        export.named("xml")
