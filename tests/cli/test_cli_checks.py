"""Protects the commands about what does not fit: found, listed with passages, decided of, undone."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
TEXT = (
    "The harbour council of Velin meets on Tuesday, May 9, 2031, at the town hall, the mayor said.\n\n"
    "Everybody who wants to speak about the ferry has to write to the council before that.\n"
)


@pytest.fixture
def checked(run: Run, tmp_path: Path) -> Run:
    """As `run`, with a record in which one weekday does not fit: 9 May 2031 is a Friday."""
    (tmp_path / "council.txt").write_text(TEXT, encoding="utf-8")
    assert run("add", "council.txt", "--rules-only")[0] == 0
    return run


def listed(run: Run, *more: str) -> list[dict[str, object]]:
    code, out, _ = run("findings", "--format", "jsonl", *more)
    assert code == 0
    return [json.loads(line) for line in out.splitlines()]


def test_findings_are_listed_with_their_passages(checked: Run) -> None:
    [one] = listed(checked)
    assert list(one) == ["id", "check", "message", "explanation", "score", "passages", "reviewed"]
    assert (one["check"], one["reviewed"]) == ("weekday", None)
    [passage] = one["passages"]  # type: ignore[misc]
    assert passage["document"]["path"] == "council.txt"
    start, end = passage["span"]
    assert passage["text"] == TEXT[start:end]
    assert "May 9, 2031" in passage["text"]


def test_a_table_shows_the_sentence_the_place_and_if_asked_the_arithmetic(checked: Run) -> None:
    code, out, _ = checked("findings", "--format", "table")
    assert code == 0
    assert "weekday" in out
    assert "Friday" in out
    assert "⟦" in out
    assert "Why:" not in out
    assert "Why:" in checked("findings", "--format", "table", "--explain")[1]


def test_csv_has_one_row_a_finding(checked: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(checked("findings", "--format", "csv")[1])))
    assert [row["check"] for row in rows] == ["weekday"]
    assert rows[0]["paths"] == "council.txt"


def test_show_gives_the_whole_passage(checked: Run) -> None:
    [one] = listed(checked)
    code, out, _ = checked("show", str(one["id"])[:8])
    assert code == 0
    assert "at the town hall" in " ".join(out.split())
    assert "reviewed" in out
    assert json.loads(checked("show", str(one["id"]), "--format", "jsonl")[1])["id"] == one["id"]


def test_a_rejected_finding_is_left_out_until_that_is_undone(checked: Run) -> None:
    [one] = listed(checked)
    code, out, _ = checked("review", "reject", str(one["id"])[:8], "--author", "Bo", "--note", "old style")
    assert code == 0
    assert "review undo f1" in out
    assert listed(checked) == []
    [again] = listed(checked, "--reviewed", "rejected")
    assert again["reviewed"]["author"] == "Bo"  # type: ignore[index]
    assert checked("check", "--all", "--set", "reader=rules")[0] == 0
    assert listed(checked) == []
    assert json.loads(checked("review", "list")[1])["note"] == "old style"
    assert "old style" in checked("review", "list", "--format", "table")[1]
    assert checked("review", "undo", "f1")[0] == 0
    assert [row["id"] for row in listed(checked)] == [one["id"]]
    assert checked("review", "list", "--format", "table")[1].strip() == "Nothing was decided."


def test_an_accepted_finding_says_by_whom(checked: Run) -> None:
    [one] = listed(checked)
    checked("review", "accept", str(one["id"]), "--author", "Ana")
    assert "accepted by Ana" in checked("findings", "--format", "table")[1]
    assert "accepted by Ana" in checked("show", str(one["id"]))[1]


@pytest.mark.parametrize(
    "command",
    [
        ("review", "accept", "ffff"), ("review", "undo", "9"), ("review", "undo", "f9"),
        ("findings", "--check", "weekdays"),
        ("findings", "--reviewed", "maybe"), ("check", "--set", "checks=weekdays"), ("show", "ffff"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_sentence(checked: Run, command: tuple[str, ...]) -> None:
    code, out, err = checked(*command)
    assert (code, out) == (2, "")
    assert len(err.strip().splitlines()) == 1


def test_every_check_is_listed_with_what_it_compares(run: Run) -> None:
    code, out, _ = run("checks")
    assert code == 0
    assert {line.split()[1] for line in out.splitlines()} <= {"on", "off"}
    assert "weekday" in out
    assert run("checks", "--set", "checks=-weekday")[1] != out


def test_checking_says_what_it_did(checked: Run) -> None:
    code, out, _ = checked("check", "--all")
    assert code == 0
    assert "1 document checked" in out
    assert "1 finding in the record" in out
