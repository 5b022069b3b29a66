"""Protects reviewing by command: decided in a line, seen in lists, undone by number, exported to learn."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def told(run: Run, story: str) -> Run:
    """As `run`, with a record of the story."""
    assert run("add", story, "--rules-only")[0] == 0
    return run


def listed(run: Run, *more: str) -> list[dict[str, Any]]:
    code, out, _ = run("statements", "--format", "jsonl", *more)
    assert code == 0
    return [json.loads(line) for line in out.splitlines()]


def test_what_is_rejected_is_left_out_until_that_is_undone(told: Run) -> None:
    first, *rest = listed(told)
    assert (list(first)[-1], first["review"]) == ("review", None)
    code, out, _ = told("review", "reject", first["id"][:9], "--author", "Bo", "--note", "a headline")
    assert code == 0
    assert "review undo s1" in out
    assert listed(told) == rest
    [again] = listed(told, "--reviewed", "rejected")
    assert {key: again["review"][key] for key in ("ref", "verdict", "note", "author")} == {
        "ref": "s1", "verdict": "rejected", "note": "a headline", "author": "Bo",
    }  # fmt: skip
    assert told("review", "undo", "s1")[0] == 0
    assert listed(told) == [first, *rest]


def test_a_correction_is_shown_beside_what_was_found(told: Run) -> None:
    first = next(one for one in listed(told) if one["mode"] == "direct")
    start, end = first["content"][0]
    code, _, err = told(
        "review", "correct", first["id"], "--words", f"{start + 1}:{end - 1}", "--name", "Zora Quill",
        "--author", "Ana", "--note", "on tape",
    )  # fmt: skip
    assert (code, err) == (0, "")
    [now] = listed(told, "--reviewed", "corrected")
    assert (now["content"], now["speaker"]["name"]) == ([[start + 1, end - 1]], "Zora Quill")
    assert now["review"]["content_found"] == [[start, end]]
    [row] = csv.DictReader(io.StringIO(told("statements", "--speaker", "zora", "--format", "csv")[1]))
    assert (row["review"], row["review_author"], row["review_note"]) == ("corrected", "Ana", "on tape")
    assert "[corrected] " in told("statements", "--format", "table")[1]
    shown = told("show", first["id"])[1]
    assert "corrected by Ana" in shown
    assert "found as" in shown


def test_several_are_accepted_at_once_and_listed_with_who_and_when(told: Run) -> None:
    ids = [one["id"] for one in listed(told)]
    assert told("review", "accept", *ids, "--author", "Ana")[0] == 0
    assert told("review", "note", ids[0], "--note", "ask again", "--author", "Bo")[0] == 0
    assert [one["review"]["verdict"] for one in listed(told, "--reviewed", "any")] == ["accepted"] * len(ids)
    events = [json.loads(line) for line in told("review", "list", "--all")[1].splitlines()]
    assert [event["holds"] for event in events] == [True] * len(ids) + [False]
    assert {event["author"] for event in events} == {"Ana", "Bo"}
    assert "accepted: " in told("review", "list", "--format", "table")[1]
    assert told("review", "accept", ids[0], "nothing")[0] == 2


def test_decisions_leave_as_lines_to_learn_from(told: Run) -> None:
    ids = [one["id"] for one in listed(told)]
    told("review", "reject", ids[0], "--author", "Bo")
    told("review", "note", ids[1], "--note", "who?", "--author", "Bo")
    code, out, _ = told("export", "jsonl", "--what", "corrections")
    assert code == 0
    [line] = map(json.loads, out.splitlines())
    assert (line["statement"], line["verdict"], line["decided"]) == (ids[0], "rejected", None)
    [[start, end]] = line["found"]["content"]
    assert line["text"][start:end] == '"The old bridge will open in spring."'
    assert told("export", "csv", "--what", "corrections")[1].startswith("statement,")


@pytest.mark.parametrize(
    "command",
    [
        ("review", "accept", "ffff"), ("review", "undo", "s9"), ("review", "undo", "nine"),
        ("review", "list", "--kind", "statments"), ("statements", "--reviewed", "acepted"),
        ("review", "correct", "ffff", "--nobody"), ("review", "note", "ffff", "--note", " "),
        ("review", "correct", "ffff", "--words", "a:b"), ("review", "correct", "ffff", "--kind", "dog"),
    ],
)  # fmt: skip
def test_a_mistake_of_a_reviewer_is_one_sentence(told: Run, command: tuple[str, ...]) -> None:
    code, out, err = told(*command)
    assert (code, out) == (2, "")
    assert len(err.strip().splitlines()) == 1
