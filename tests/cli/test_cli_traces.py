"""Protects the commands about words that travel: followed, listed, shown with their changes, verified."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.cli import terminal
from onrecord.cli.terminal import cell_width

Run = Callable[..., tuple[int, str, str]]

BRIDGE = (
    "The old bridge of Velin will open in spring, and the ferry will stay for 12 days after that, "
    "because nobody wants the people of Celm to wait."
)
WAIT = "Nobody wants the people of Celm to wait through another winter for their harbour."
RAIN = "It rained on the market all day, and the people of the town went home by the ferry in the evening."
# What each paper has of its own, so that only a copy of the whole text is one.
OWN = (
    f"{RAIN} The council meets again in June, when the new market hall, its tin roof and the price of "
    "a stall are to be settled. Fishermen asked for a crane on the north pier; bakers wanted no tax.",
    "Nothing else was told on the quay. A brass band played old marches, somebody sold roasted "
    "chestnuts, and three boys fell into the water while a photographer looked for his hat. The "
    "police wrote two fines.",
    "The sea was calm; gulls flew over the lighthouse. In the school of Celm, children counted boats "
    "from the window instead of sums, and their teacher, who keeps bees, brought them honey cakes for "
    "the long break.",
    "Readers wrote to this paper about potholes, about a lost parrot called Admiral and about the "
    "choir, whose concert on Sunday was moved to the chapel because the concert hall has neither "
    "heating nor a piano.",
)


def paper(name: str, outlet: str | None, day: str | None, title: str, text: str) -> dict[str, object]:
    return {"id": name, "outlet": outlet, "published": day, "title": title, "text": text}


# A statement, a copy of its whole text, one with a number changed, half of it, and one that denies it.
PAPERS = (
    paper(
        "first", "The Daily Lantern", "2031-05-05", "Bridge opens", f'Ana Petrova said: "{BRIDGE}"\n\n{RAIN}'
    ),
    paper("copy", "Velin Post", "2031-05-06", "Bridge opens", f'Ana Petrova said: "{BRIDGE}"\n\n{RAIN}'),
    paper(
        "number",
        "Gazette",
        "2031-05-07",
        "Ferry \x1b[31mstays",
        f'"{BRIDGE.replace("12", "15")}" Ana Petrova said on the quay.\n\n{OWN[1]}',
    ),
    paper(
        "half",
        None,
        "2031-05-08",
        "People wait",
        f'Ana Petrova said: "{BRIDGE.partition(", because")[0]}."\n\n{OWN[2]}',
    ),
    paper(
        "denied",
        "Courier",
        "2031-05-09",
        "Never",
        BRIDGE.replace("will open", "will not open") + f"\n\n{OWN[3]}",
    ),
    paper("other", "Courier", "2031-05-10", "Other", f'Bo Lind said: "{WAIT}"'),
)


def lines(run: Run, *arguments: str) -> list[dict[str, Any]]:
    code, out, err = run(*arguments)
    assert (code, err) == (0, "")
    return [json.loads(line) for line in out.splitlines()]


@pytest.fixture
def traced(run: Run, tmp_path: Path) -> Run:
    """As `run`, with a record of six texts, which adding has traced."""
    rows = "".join(json.dumps(one) + "\n" for one in PAPERS)
    (tmp_path / "papers.jsonl").write_text(rows, encoding="utf-8")
    assert run("add", "papers.jsonl", "--rules-only")[0] == 0
    return run


@pytest.fixture
def family(traced: Run) -> dict[str, Any]:
    """The family of the statement about the bridge."""
    found = lines(traced, "traces", "bridge")
    assert len(found) == 1
    return found[0]


def test_words_are_followed_once(traced: Run) -> None:
    """What was followed is not followed again, and --all gives the same."""
    before = lines(traced, "traces", "--formulas"), lines(traced, "traces", "--formulas", "--hops")
    code, out, err = traced("trace")
    assert (code, err) == (0, "")
    assert out.startswith("0 documents followed, ")
    assert traced("trace", "--all")[1].startswith("6 documents followed, ")
    assert (lines(traced, "traces", "--formulas"), lines(traced, "traces", "--formulas", "--hops")) == before
    assert all(before)


def test_a_family_as_json_has_the_agreed_keys(traced: Run, family: dict[str, Any]) -> None:
    assert list(family) == ["id", "kind", "size", "reports", "outlets", "first", "last", "members"]
    assert family["kind"] == "statement"
    assert (family["first"], family["last"]) == ("2031-05-05", "2031-05-09")
    assert (family["size"], family["reports"]) == (5, 4)
    assert family["outlets"] == ["The Daily Lantern", "Velin Post", "Gazette", "Courier"]
    texts = {one["id"]: one["text"] for one in PAPERS}
    statements = {one["id"] for one in lines(traced, "statements")}
    for member in family["members"]:
        assert list(member) == ["document", "span", "statement", "report"]
        assert list(member["document"]) == ["id", "path"]
        words = str(texts[member["document"]["id"]])[slice(*member["span"])]
        assert "bridge of Velin" in words
        assert member["statement"] is None or member["statement"] in statements
    assert [one["document"]["id"] for one in family["members"]] == [
        "first",
        "copy",
        "number",
        "half",
        "denied",
    ]
    reports = [one["report"] for one in family["members"]]
    assert reports[0] == reports[1]
    assert len(set(reports)) == 4


def test_a_hop_as_json_has_the_agreed_keys(traced: Run, family: dict[str, Any]) -> None:
    texts = {one["id"]: str(one["text"]) for one in PAPERS}
    hops = lines(traced, "traces", "bridge", "--hops")
    assert {one["family"] for one in hops} == {family["id"]}
    for hop in hops:
        assert list(hop) == ["family", "kind", "score", "order", "earlier", "later", "edits"]
        for side in ("earlier", "later"):
            assert list(hop[side]) == ["document", "span"]
            assert list(hop[side]["document"]) == ["id", "path"]
        for edit in hop["edits"]:
            assert list(edit) == ["kind", "earlier", "later"]
    into = {one["later"]["document"]["id"]: one for one in hops}
    assert set(into) == {"copy", "number", "half", "denied"}
    assert (into["copy"]["kind"], into["copy"]["edits"]) == ("copy", [])
    assert into["half"]["kind"] == "cut"
    [number] = [edit for edit in into["number"]["edits"] if edit["kind"] == "number"]
    assert texts["number"][slice(*number["later"])] == "15"
    assert "negation" in {edit["kind"] for edit in into["denied"]["edits"]}
    assert all(one["order"] in ("published", "said") for one in hops)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (["--speaker", "petrova"], 1),
        (["--speaker", "lind"], 0),
        (["--outlet", "gazette"], 1),
        (["--outlet", "herald"], 0),
        (["--document", "half"], 1),
        (["--kind", "statement"], 1),
        (["--kind", "passage", "bridge"], 0),
        (["--since", "2031-05-06", "bridge"], 0),
        (["--until", "2031-05-05", "bridge"], 1),
        (["--at-least", "5"], 0),
        (["gondola"], 0),
    ],
)
def test_filters_choose_families(traced: Run, filters: list[str], found: int) -> None:
    assert len([one for one in lines(traced, "traces", *filters) if one["reports"] > 1]) == found


def test_tables_fit_and_count(traced: Run, family: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    for columns in (40, 80, 120, 200):
        monkeypatch.setenv("COLUMNS", str(columns))
        for arguments in (["traces"], ["traces", "--hops"], ["traces", "--formulas"]):
            out = traced(*arguments, "--format", "table")[1]
            assert max(cell_width()(line) for line in out.splitlines()) <= columns
            assert not re.search("[\x1b\x07\x9b]", out)
    monkeypatch.setenv("COLUMNS", "160")
    head, row = traced("traces", "bridge", "--format", "table")[1].splitlines()
    assert head.split() == ["id", "reports", "documents", "hops", "first", "last", "outlets", "words"]
    assert row.split()[:3] == [family["id"][:10], "4", "5"]
    assert re.search(r"\d copy", row)
    assert re.search(r"\d cut", row)
    assert "there are more" in traced("traces", "--hops", "--limit", "1", "--format", "table")[1].lower()
    assert "onrecord trace" in traced("traces", "gondola", "--format", "table")[1]


def test_csv_is_flat(traced: Run, family: dict[str, Any]) -> None:
    [row] = csv.DictReader(io.StringIO(traced("traces", "bridge", "--format", "csv")[1]))
    assert (row["id"], row["reports"]) == (family["id"], "4")
    assert BRIDGE in row["text"]
    assert row["members"].startswith("first ")
    hops = list(csv.DictReader(io.StringIO(traced("traces", "bridge", "--hops", "--format", "csv")[1])))
    number = next(one for one in hops if one["later_document"] == "number")
    assert 'number "12" → "15"' in number["edits"]
    assert number["later_text"].startswith("The old bridge")


def test_show_prints_the_lineage_with_what_was_changed(
    traced: Run, family: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    code, out, err = traced("show", family["id"][:8])
    assert (code, err) == (0, "")
    assert max(cell_width()(line) for line in out.splitlines()) <= 100
    assert not re.search("[\x1b\x07\x9b]", out)
    flat = " ".join(out.split())
    assert f"family {family['id']} statement" in flat
    assert "reports 4 in 5 documents, 4 outlets" in flat
    assert "dates 2031-05-05 to 2031-05-09" in flat
    assert "+ 1 copy of the whole text" in flat
    assert "which was published earlier" in flat
    assert "for [-12-] {+15+} days" in flat
    assert "number 12 → 15" in flat
    assert "will {+not+} open" in flat
    assert "[-, because nobody" in flat or "[-because nobody" in flat
    assert out.index("2031-05-05") < out.index("2031-05-07") < out.index("2031-05-08")
    assert "Velin Post" not in out
    unfolded = traced("show", family["id"], "--unfold")[1]
    assert "Velin Post" in unfolded
    assert "word for word" in unfolded
    assert "and 3 more" in traced("show", family["id"], "--limit", "1")[1]
    assert traced("show", family["id"], "--format", "jsonl")[1] == traced("traces", "bridge")[1]


def test_show_marks_changes_in_colour(
    traced: Run, family: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setattr("onrecord.cli.changes.colours", lambda: True)
    monkeypatch.setattr(terminal, "colours", lambda: True)
    out = traced("show", family["id"])[1]
    assert "\x1b[9;31m12\x1b[0m \x1b[1;33m15\x1b[0m" in out
    assert "\x1b[1;33mnot\x1b[0m" in out
    assert "[-" not in out


def test_a_statement_names_its_family(traced: Run, family: dict[str, Any]) -> None:
    said = next(one["statement"] for one in family["members"] if one["statement"])
    out = traced("show", said)[1]
    assert f"4 reports in 5 documents (onrecord show {family['id'][:10]})" in out


def test_verify_answers_first_in_a_sentence(traced: Run) -> None:
    code, out, err = traced("verify", BRIDGE.replace("12", "13"), "--format", "table")
    assert (code, err) == (0, "")
    first = out.partition("\n\n")[0]
    assert "Nearly these words stand in " in first
    flat = " ".join(out.split())
    assert "[-12-] {+13+}" in flat
    assert "number 12 → 13" in flat
    assert "The Daily Lantern" in flat
    assert "earliest" in flat
    [line] = lines(traced, "verify", BRIDGE)
    assert line["answer"] == "as given"
    assert line["places"][line["earliest"]]["document"]["id"] == "first"
    assert line["places"][line["earliest"]]["speaker"]["name"] == "Ana Petrova"
    assert len(lines(traced, "verify", BRIDGE, "--limit", "1")[0]["places"]) == 1


def test_not_found_is_an_answer(traced: Run) -> None:
    code, out, err = traced(
        "verify", "a gondola never sailed on the green canal of Celm", "--format", "table"
    )
    assert (code, err) == (0, "")
    assert out.startswith("No document of this record")
    [line] = lines(traced, "verify", "a gondola never sailed on the green canal of Celm")
    assert (line["answer"], line["places"], line["earliest"]) == ("not found", [], None)


def test_a_file_is_checked_quotation_by_quotation(traced: Run, tmp_path: Path) -> None:
    text = (
        f'The mayor said: "{BRIDGE}" Nobody in the town had asked her about it before that day.\n\n'
        'Bo Lind said: "A gondola never sailed on the green canal of Celm in all my years here."\n'
    )
    (tmp_path / "new.txt").write_text(text, encoding="utf-8")
    for arguments in (["verify", "new.txt"], ["verify", "--file", "new.txt"]):
        found = lines(traced, *arguments)
        assert [one["answer"] for one in found] == ["as given", "not found"]
        assert text[slice(*found[0]["span"])] == found[0]["words"]
    out = traced("verify", "new.txt", "--format", "table")[1].splitlines()
    assert [line.split()[0] for line in out] == ["answer", "as", "not"]
    rows = list(csv.DictReader(io.StringIO(traced("verify", "new.txt", "--format", "csv")[1])))
    assert {row["answer"] for row in rows} == {"as given", "not found"}


def test_a_file_that_cannot_be_read_is_told(traced: Run, tmp_path: Path) -> None:
    code, out, err = traced("verify", "--file", "missing.txt", "--format", "table")
    assert (code, out) == (1, "")
    assert err.startswith("missing.txt: ")
    (tmp_path / "dull.txt").write_text(RAIN, encoding="utf-8")
    code, out, err = traced("verify", "dull.txt", "--format", "table")
    assert (code, out, err) == (0, "", "There is no quotation in it.\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["verify"], "there are no words to look for"),
        (["verify", "x", "--file", "papers.jsonl"], "words and a file are given"),
        (["traces", "--order", "large"], "large"),
        (["traces", "--kind", "motto"], "there is no kind 'motto'"),
        (["traces", "..."], "there is no word"),
        (["traces", "--entity", "zz"], "no entity"),
        (["show", "zz"], "there is no document, statement, family or finding of this id"),
    ],
)
def test_what_means_nothing_is_one_sentence(traced: Run, arguments: list[str], told: str) -> None:
    code, out, err = traced(*arguments)
    assert (code, out) == (2, "")
    assert told in err
