"""A row is one document with the fields it states; a bad row is one failure that names its line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord import read
from onrecord.model import Failure, Item
from onrecord.settings import Settings


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)

    def write(name: str, data: str | bytes) -> str:
        Path(name).write_bytes(data if isinstance(data, bytes) else data.encode())
        return name

    return write


ROW = {
    "id": "r-1", "text": "“No,” said Ann Lee.\r\nShe left.", "title": "No", "outlet": "The Post",
    "author": "Jo Ray and Al Moe", "url": "https://example.org/1", "published": "2024-03-05T10:00:00Z",
    "language": "en", "other": {"left": ["out"]},
}  # fmt: skip


def test_jsonl_row(place, everything, tmp_path: Path) -> None:
    readings, failures = everything(place("a.jsonl", json.dumps(ROW) + "\n"))
    assert not failures
    document = readings[0].document
    assert document.id == "r-1"
    assert document.source == f"{tmp_path}/a.jsonl#r-1"
    assert document.path == "a.jsonl"
    assert document.text == ROW["text"]
    assert (document.title, document.outlet, document.url) == ("No", "The Post", "https://example.org/1")
    assert document.authors == ("Jo Ray", "Al Moe")
    assert document.published is not None
    assert document.published.edtf == "2024-03-05T10:00:00Z"
    assert document.kind == "jsonl"


def test_bad_jsonl_rows_cost_only_themselves(place, everything) -> None:
    lines = ['{"text": "One."}', "{broken", '["list"]', '{"title": "no text"}', "", "[" * 100_000,
             '{"text": 5}', '{"text": "Last."}']  # fmt: skip
    readings, failures = everything(place("a.jsonl", "\n".join(lines)))
    assert [r.document.text for r in readings] == ["One.", "Last."]
    assert [f.reason.split(" ", 2)[:2] for f in failures] == [["line", n] for n in "23467"]
    assert readings[1].document.source.endswith("#8")
    assert all(f.remedy for f in failures)


def test_a_row_that_is_too_long_is_passed_over(place, everything) -> None:
    data = json.dumps({"text": "x" * (2 << 20)}) + '\n{"text": "Short."}\n'
    readings, failures = everything(place("a.jsonl", data), given=Settings(max_document_mb=1))
    assert [r.document.text for r in readings] == ["Short."]
    assert "more than 1 MiB" in failures[0].reason


def test_lone_surrogates_never_reach_a_text(place, everything) -> None:
    readings, _ = everything(place("a.jsonl", '{"text": "a \\ud83d b\\u0000", "title": "\\udc00"}\n'))
    readings[0].document.text.encode("utf-8")
    assert readings[0].document.text == "a \ufffd b\ufffd"
    assert (readings[0].document.title or "").encode("utf-8")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_in_every_dress(place, everything, encoding: str, separator: str) -> None:
    lines = separator.join(("id", "Text", "title", "more")) + "\r\n"
    lines += separator.join(("7", '"Grüße, sagte sie; „ja“.\n\nEnde “”"', "T", "x")) + "\r\n"
    readings, failures = everything(place("a.csv", lines.encode(encoding)))
    assert not failures
    assert [r.document.id for r in readings] == ["7"]
    assert readings[0].document.text == "Grüße, sagte sie; „ja“.\n\nEnde “”"


def test_csv_without_text_is_one_failure(place, everything) -> None:
    readings, failures = everything(place("a.csv", "id,body\n1,Words.\n2,More.\n"))
    assert not readings
    assert len(failures) == 1
    assert "`text`" in failures[0].reason
    assert "body" in failures[0].reason
    assert failures[0].remedy


def test_bad_csv_rows_cost_only_themselves(place, everything) -> None:
    data = 'id,text\n1,One.\n2\n3,\n4,"un"closed\n5,Five.\n'
    readings, failures = everything(place("a.csv", data))
    assert [r.document.id for r in readings] == ["1", "5"]
    assert [f.reason.split()[1] for f in failures] == ["3", "4", "5"]


def test_an_unclosed_quotation_mark_costs_its_line(place, everything) -> None:
    rows = "".join(f"{n},Row {n}.\n" for n in range(3, 60))
    readings, failures = everything(place("a.csv", f'id,text\n1,One.\n2,"Never closed.\n{rows}'))
    assert [r.document.id for r in readings] == ["1", *map(str, range(3, 60))]
    assert [f.reason.split()[1] for f in failures] == ["3"]


def test_a_table_of_bad_lines_is_told_in_a_few(place, everything) -> None:
    """Twenty by their number, the others in one sentence; the good rows among them are kept."""
    readings, failures = everything(place("a.csv", "id,text\n" + "no columns\n" * 500 + "1,One.\n"))
    assert [r.document.id for r in readings] == ["1"]
    assert len(failures) == 21
    assert failures[-1].reason == "480 further lines cannot be read as rows"


def test_large_fields_pass(place, everything) -> None:
    readings, _ = everything(place("a.csv", "text\n" + "word " * 60_000 + "\n"))
    assert len(readings[0].document.text) > 200_000


def test_tsv_and_json_lists(place, everything) -> None:
    assert len(everything(place("a.tsv", "id\ttext\n1\tOne, two.\n"))[0]) == 1
    readings, failures = everything(place("a.json", json.dumps([{"text": "One."}, 5, {"text": "Two."}])))
    assert [r.document.text for r in readings] == ["One.", "Two."]
    assert len(failures) == 1
    assert everything(place("b.json", "{broken"))[1][0].reason == "is no JSON"


def test_rows_are_streamed(place, settings: Settings) -> None:
    name = place("a.jsonl", '{"text": "One."}\n{broken\n')
    found = read.items([name], settings)
    assert isinstance(next(found), Item)
    assert isinstance(next(found), Failure)
