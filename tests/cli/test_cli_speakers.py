"""Protects the commands about who speaks: lists, decisions, lists taken in, dates, linking."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., tuple[int, str, str]]

ONE = (
    'Ana Petrova, the mayor of Velin, said on 5 May 2031: "The old bridge will open in spring." '
    "Petrova said it is safe.\n"
)
TWO = 'Ana Petrova said: "The ferry stays." She said that it is cheap.\n'
THREE = 'Bohdan Lisko, the harbour master of Velin, said: "The ferry is old."\n'


@pytest.fixture
def told(run: Run, tmp_path: Path) -> Run:
    """As `run`, with a record of three short texts."""
    for name, text in (("one", ONE), ("two", TWO), ("three", THREE)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert run("add", "one.txt", "two.txt", "three.txt", "--rules-only")[0] == 0
    return run


def lines(run: Run, *arguments: str) -> list[dict[str, Any]]:
    code, out, err = run(*arguments)
    assert (code, err) == (0, "")
    return [json.loads(line) for line in out.splitlines()]


def entity(run: Run, name: str) -> dict[str, Any]:
    return next(one for one in lines(run, "speakers") if one["name"] == name)


def test_speakers_are_listed_with_what_they_say(told: Run) -> None:
    """Those who say most come first; what is guessed says so."""
    found = lines(told, "speakers")
    assert found[0]["name"] == "Ana Petrova"
    assert found[0]["documents"] == 2
    assert found[0]["statements"] == len(lines(told, "statements", "--entity", found[0]["entity"]))
    assert [one["statements"] for one in found] == sorted((one["statements"] for one in found), reverse=True)
    assert all(one["by"] == "onrecord" and 0 < one["score"] <= 1 for one in found if one["statements"])
    assert [one["name"] for one in lines(told, "speakers", "lisko")] == ["Bohdan Lisko"]
    assert lines(told, "speakers", "zebra") == []
    assert lines(told, "speakers", "--limit", "1") == found[:1]
    [row] = csv.DictReader(io.StringIO(told("speakers", "petrova", "--format", "csv")[1]))
    assert row["entity"] == found[0]["entity"]


def test_a_pronoun_is_found_by_the_name(told: Run) -> None:
    """ "She said" is hers."""
    texts = [one["speaker"]["text"] for one in lines(told, "statements", "--speaker", "petrova")]
    assert "She" in texts
    names = {one["speaker"]["name"] for one in lines(told, "statements", "--speaker", "petrova")}
    assert names == {"Ana Petrova"}


def test_a_merge_holds_through_linking_and_can_be_undone(told: Run) -> None:
    ana, bohdan = entity(told, "Ana Petrova")["entity"], entity(told, "Bohdan Lisko")["entity"]
    before = lines(told, "speakers")
    code, out, err = told("speakers", "merge", ana[:8], bohdan, "--author", "R. Quill")
    assert (code, err) == (0, "")
    assert out.startswith("Decision 1: ")
    merged = entity(told, "Ana Petrova")
    assert merged["documents"] == 3
    assert "Bohdan Lisko" in merged["aliases"]
    assert merged["by"] == "R. Quill"
    assert told("link", "--all")[0] == 0
    assert entity(told, "Ana Petrova")["documents"] == 3
    [decision] = lines(told, "speakers", "--decisions")
    assert (decision["verb"], decision["entity"], decision["other"]) == ("merge", bohdan, ana)
    assert told("speakers", "undo", "1")[0] == 0
    scored = {"score": None}  # the first guess of a name is surer than a later one
    assert [one | scored for one in lines(told, "speakers")] == [one | scored for one in before]
    assert lines(told, "speakers", "--decisions") == []


def test_two_of_one_name_are_split_by_document(told: Run) -> None:
    ana = entity(told, "Ana Petrova")["entity"]
    document = next(one["id"] for one in lines(told, "documents") if one["path"] == "two.txt")
    code, _, _ = told("speakers", "split", ana, "--document", document, "--author", "R. Quill")
    assert code == 0
    both = [one for one in lines(told, "speakers") if one["name"] == "Ana Petrova"]
    assert [one["documents"] for one in both] == [1, 1]
    assert told("link", "--all")[0] == 0
    again = [one for one in lines(told, "speakers") if one["name"] == "Ana Petrova"]
    assert {one["entity"] for one in again} == {one["entity"] for one in both}
    assert {one["by"] for one in again} == {"R. Quill"}
    other = next(one["entity"] for one in again if one["entity"] != ana)
    assert {one["document"]["path"] for one in lines(told, "statements", "--entity", other)} == {"two.txt"}


def test_a_new_name_is_shown_and_found(told: Run) -> None:
    ana = entity(told, "Ana Petrova")["entity"]
    assert told("speakers", "rename", ana, "Ana P. Velinova", "--author", "R. Quill")[0] == 0
    found = lines(told, "statements", "--speaker", "velinova")
    assert {one["speaker"]["name"] for one in found} == {"Ana P. Velinova"}
    assert {one["chain"][0]["name"] for one in found} == {"Ana P. Velinova"}
    assert told("speakers", "undo", "1")[0] == 0
    assert lines(told, "statements", "--speaker", "velinova") == []


def test_apart_and_name_are_decisions_too(told: Run) -> None:
    ana, bohdan = entity(told, "Ana Petrova")["entity"], entity(told, "Bohdan Lisko")["entity"]
    assert told("speakers", "apart", ana, bohdan)[0] == 0
    code, out, err = told("speakers", "merge", ana, bohdan)
    assert (code, out) == (2, "")
    assert "undo decision 1 first" in err
    document = next(one["id"] for one in lines(told, "documents") if one["path"] == "three.txt")
    assert told("speakers", "name", ana, "Bohdan Lisko", "--document", document)[0] == 0
    assert entity(told, "Ana Petrova")["documents"] == 3
    assert told("link", "--all")[0] == 0
    assert entity(told, "Ana Petrova")["documents"] == 3


@pytest.mark.parametrize(
    ("arguments", "told_so"),
    [
        (("merge", "zz", "zz"), "there is no entity of this id"),
        (("split", "zz"), "give --name or --document"),
        (("undo", "7"), "no decision of this number"),
        (("rename", "zz", "..."), "no letter"),
        (("import", "none.csv"), "none.csv: it cannot be read"),
        (("...",), "no word"),
    ],
)
def test_what_means_nothing_is_one_sentence(told: Run, arguments: tuple[str, ...], told_so: str) -> None:
    code, out, err = told("speakers", *arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert told_so in err
    assert lines(told, "speakers", "--decisions") == []


def test_nobody_decides_in_the_name_of_a_guess(told: Run) -> None:
    ana = entity(told, "Ana Petrova")["entity"]
    code, _, err = told("speakers", "rename", ana, "X", "--author", "onrecord")
    assert code == 2
    assert "nobody's name" in err


LIST = (
    "Name;Also known as;Position;Since;Until;Wikidata ID\n"
    "Ana Petrova;Ana P. Velinova|A. Petrova;mayor of Velin;2029-04;;Q900000001\n"
    "Eero Talvi;;minister;2030;2032-01-02;\n"
    "Eero Talvi;;premier;2032-01-03;;\n"
)


def test_a_list_is_taken_in_once_and_can_be_withdrawn(told: Run, tmp_path: Path) -> None:
    before = lines(told, "speakers")
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8-sig")
    code, out, err = told("speakers", "import", "list.csv")
    assert (code, err) == (0, "")
    assert "2 new speakers" in out
    ana = entity(told, "Ana Petrova")
    assert (ana["wikidata"], ana["by"], ana["documents"]) == ("Q900000001", "import list.csv", 2)
    assert {"Ana P. Velinova", "A. Petrova"} <= set(ana["aliases"])
    assert {
        "text": "mayor of Velin",
        "from": "2029-04",
        "to": None,
        "documents": 0,
        "by": "import list.csv",
    } in ana["roles"]
    talvi = entity(told, "Eero Talvi")
    assert [(role["text"], role["from"], role["to"]) for role in talvi["roles"]] == [
        ("minister", "2030", "2032-01-02"), ("premier", "2032-01-03", None),
    ]  # fmt: skip
    after = lines(told, "speakers")
    assert "nothing has changed" in told("speakers", "import", "list.csv")[1]
    assert lines(told, "speakers") == after
    assert told("link", "--all")[0] == 0
    assert lines(told, "speakers") == after
    assert told("speakers", "undo", "1")[0] == 0
    keys = ("entity", "name", "aliases", "documents", "wikidata", "by")
    again = [[one[key] for key in keys] for one in lines(told, "speakers")]
    assert again == [[one[key] for key in keys] for one in before]


def test_a_list_that_grew_adds_only_what_is_new(told: Run, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    told("speakers", "import", "list.csv")
    (tmp_path / "list.csv").write_text(LIST + "Ana Petrova;;poet;;;Q900000001\n", encoding="utf-8")
    out = told("speakers", "import", "list.csv")[1]
    assert "0 new speakers" in out
    assert "0 new names; 1 new office" in out
    assert len([one for one in lines(told, "speakers") if one["name"] == "Ana Petrova"]) == 1


def test_dates_are_read_or_listed(told: Run) -> None:
    read, listed = lines(told, "dates", "one.txt"), lines(told, "dates")
    assert read[0]["edtf"] == "2031-05-05"
    assert ONE[slice(*read[0]["span"])] == read[0]["text"]
    assert read == [one for one in listed if one["document"]["path"] == "one.txt"]
    assert list(read[0]) == ["document", "span", "text", "edtf", "basis"]
    code, out, err = told("dates", "missing.txt")
    assert (code, out) == (1, "")
    assert err.startswith("missing.txt: ")
    assert lines(told, "dates", "--limit", "0") == []


def test_linking_again_changes_nothing(told: Run) -> None:
    before = lines(told, "statements"), lines(told, "speakers")
    for arguments in (("link",), ("link", "--all")):
        code, out, err = told(*arguments)
        assert (code, err) == (0, "")
        assert "0 new links" in out
        assert (lines(told, "statements"), lines(told, "speakers")) == before


def test_show_says_who_through_whom_and_what_is_guessed(told: Run) -> None:
    line = lines(told, "statements", "--speaker", "petrova")[0]
    out = told("show", line["id"])[1]
    assert line["speaker"]["entity"][:10] in out
    assert "guessed, score" in out
    assert "Ana Petrova" in out
    told("speakers", "rename", line["speaker"]["entity"], "Ana P. Velinova", "--author", "R. Quill")
    assert "Ana P. Velinova" in told("show", line["id"])[1]
