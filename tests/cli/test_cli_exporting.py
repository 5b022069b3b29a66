"""Protects `export`: any list with its filters, whole in a file, and nothing binary on a terminal."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from onrecord import export
from onrecord.cli import terminal
from onrecord.export import jsonl

Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize("form", [one.name for one in export.FORMATS if not one.binary])
def test_every_text_format_is_written(recorded: Run, form: str) -> None:
    """To standard output, where no file is named."""
    code, out, err = recorded("export", form)
    assert (code, err) == (0, "")
    assert "Petrova" in out or "2 without a date are left out" in out


@pytest.mark.parametrize("form", [one.name for one in export.FORMATS if one.binary])
def test_every_binary_format_is_a_file(recorded: Run, tmp_path: Path, form: str) -> None:
    """All of them are ZIP archives of some kind, and whole."""
    assert recorded("export", form, "--to", "out.bin") == (0, "", "")
    with zipfile.ZipFile(tmp_path / "out.bin") as file:
        assert file.testzip() is None
        assert file.namelist()
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []


def test_a_file_holds_the_filtered_list(recorded: Run, tmp_path: Path) -> None:
    """The same filters, the same lines."""
    recorded("export", "xlsx", "--speaker", "lind", "--to", "lind.xlsx")
    sheet = load_workbook(io.BytesIO((tmp_path / "lind.xlsx").read_bytes()))["statements"]
    lines = recorded("statements", "--speaker", "lind", "--format", "jsonl")[1].splitlines()
    assert [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)] == [
        json.loads(x)["id"] for x in lines
    ]
    assert len(lines) == 1


@pytest.mark.parametrize("what", export.KINDS)
def test_every_list_is_written(recorded: Run, what: str) -> None:
    """As its command prints it."""
    words = ["bridge", "will", "open"] if what == "verified" else []
    code, out, err = recorded("export", "csv", *words, "--what", what)
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == ",".join(export.csv.COLUMNS[what])


def test_filters_of_other_lists_work(recorded: Run) -> None:
    """Options go to the list that takes them."""
    for arguments in (
        ["--what", "findings", "--check", "weekday", "--at-least", "0.5", "--reviewed", "all"],
        ["--what", "families", "--at-least", "2", "--order", "size", "--formulas"],
        ["--what", "documents", "--language", "en", "bridge"],
        ["--what", "speakers", "petrova"],
        ["--no-speaker", "--all-versions", "--order", "oldest"],
    ):
        assert recorded("export", "jsonl", *arguments)[::2] == (0, ""), arguments


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["tei", "--what", "findings"], "tei cannot hold findings"),
        (["csv", "--what", "sonnets"], "there is no list 'sonnets'"),
        (["csv", "--what", "findings", "--mode", "direct"], "--mode says nothing about findings"),
        (["csv", "--what", "failures", "bridge"], "the words given says nothing about failures"),
        (["csv", "--mode", "sung"], "there is no mode 'sung'"),
        (["csv", "--what", "families", "--order", "loudest"], "there is no order 'loudest'"),
        (["sonnet"], "sonnet"),
    ],
)
def test_what_means_nothing_is_one_sentence(
    recorded: Run, tmp_path: Path, arguments: list[str], told: str
) -> None:
    """And no file is made."""
    code, out, err = recorded("export", *arguments, "--to", "out")
    assert (code, out) == (2, "")
    assert told in err
    assert not (tmp_path / "out").exists()


def test_a_terminal_gets_no_bytes(recorded: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A workbook on the screen would be noise; a sentence says what to do."""
    monkeypatch.setattr(terminal, "on_terminal", lambda: True)
    for arguments in (["xlsx"], ["cas", "--to", "-"]):
        code, out, err = recorded("export", *arguments)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert "give a file with --to FILE" in err
    assert recorded("export", "csv")[0] == 0


def test_a_file_that_was_there_stays_until_all_is_written(
    recorded: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What fails on the way leaves the old file."""
    (tmp_path / "old.jsonl").write_text("old")

    def fails(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setitem(jsonl.LINES, "statements", fails)  # type: ignore[arg-type]
    assert recorded("export", "jsonl", "--to", "old.jsonl")[0] == 130
    assert (tmp_path / "old.jsonl").read_text() == "old"
    assert len(list(tmp_path.glob("old.jsonl*"))) == 1
