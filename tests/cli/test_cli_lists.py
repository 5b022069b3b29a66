"""Protects lists, exports and what is shown: filters, formats, and errors that are one sentence."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

from onrecord import export
from onrecord.cli.options import Format, Output

# Long and plain enough to be known for English without a model, which would be loaded for every command.
STORY = (
    'Mayor Ana Petrova said on Monday: "The old bridge will open in spring." It had been closed for '
    "a year, and the people of the town had to go by the ferry.\n\n"
    "The harbour master, Bo Lind, said that the ferry would stay.\n"
)
Run = Callable[..., tuple[int, str, str]]


def test_failed_lists_what_could_not_be_read(run: Run, tmp_path: Path) -> None:
    """Afterwards the list is still there."""
    (tmp_path / "empty.txt").write_bytes(b"")
    assert run("add", "empty.txt")[0] == 1
    code, out, _ = run("documents", "--failed")
    assert code == 0
    assert json.loads(out)["path"] == "empty.txt"
    assert "empty.txt" in run("documents", "--failed", "--format", "table")[1]
    assert "empty.txt" in run("documents", "--failed", "--format", "csv")[1]


def test_filters_narrow_the_list(recorded: Run) -> None:
    """Every filter that is given has to hold."""
    lines = recorded("statements", "--speaker", "petrova")[1].splitlines()
    assert lines
    assert len(lines) < len(recorded("statements")[1].splitlines())
    assert all("Petrova" in json.loads(line)["speaker"]["text"] for line in lines)
    assert recorded("statements", "bridge", "spring")[1]
    assert not recorded("statements", "zebra")[1]
    assert recorded("statements", "--limit", "1")[1].count("\n") == 1
    assert not recorded("statements", "--since", "1999-01")[1]


def test_a_filter_that_means_nothing_is_told(recorded: Run) -> None:
    """The sentence names what would do."""
    code, out, err = recorded("statements", "--mode", "dirct")
    assert (code, out) == (2, "")
    assert "direct" in err
    assert recorded("statements", "--since", "spring")[0] == 2


def test_export_writes_a_whole_file(recorded: Run, tmp_path: Path) -> None:
    """The file is as the list, and nothing is left beside it."""
    assert recorded("export", "jsonl", "-o", "all.jsonl") == (0, "", "")
    assert (tmp_path / "all.jsonl").read_text(encoding="utf-8") == recorded("statements")[1]
    recorded("export", "csv", "--bom", "-o", "all.csv")
    text = (tmp_path / "all.csv").read_bytes()
    assert text.startswith(b"\xef\xbb\xbfid,mode,")
    assert len(list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"))))) == recorded("statements")[
        1
    ].count("\n")
    assert not list(tmp_path.glob("*.part"))
    assert recorded("export", "csv")[1].startswith("id,mode,")


def test_an_export_never_replaces_a_record(recorded: Run) -> None:
    before = Path("press.onrecord").read_bytes()
    code, _, err = recorded("export", "csv", "-o", "press.onrecord")
    assert code == 2
    assert "press.onrecord: this is a record or another database" in err
    assert Path("press.onrecord").read_bytes()[:100] == before[:100]
    assert recorded("statements", "--format", "jsonl")[0] == 0


def test_an_export_that_cannot_be_written_is_told(recorded: Run, tmp_path: Path) -> None:
    """A folder that is missing is no bug."""
    code, _, err = recorded("export", "csv", "-o", "missing/all.csv")
    assert code == 2
    assert err.startswith("missing/all.csv")
    assert recorded("export", "csv", "-o", ".")[0] == 2


def test_show_gives_a_statement_in_its_place(recorded: Run) -> None:
    """Speaker, cue and words are marked in the passage, without colours where there is no terminal."""
    line = json.loads(recorded("statements", "--speaker", "petrova")[1].splitlines()[0])
    code, out, _ = recorded("show", line["id"][:8])
    assert code == 0
    assert "⟦" in out
    assert "‹" in out
    assert "Petrova" in out
    assert line["rule"] in out
    assert f"{line['content'][0][0]}-{line['content'][0][1]}" in out
    assert "\x1b" not in out
    assert json.loads(recorded("show", line["id"], "--format", "jsonl")[1]) == line


def test_show_gives_a_document_with_its_outline(recorded: Run) -> None:
    """What is known, and how many statements of each mode."""
    document = json.loads(recorded("documents")[1])
    code, out, _ = recorded("show", document["id"])
    assert code == 0
    assert "story.txt" in out
    assert "paragraph" in out
    assert str(document["statements"]) in out


def test_an_unknown_or_ambiguous_id_is_one_sentence(recorded: Run) -> None:
    """The reader is told what to do."""
    for id in ("zzzz", ""):
        code, out, err = recorded("show", id)
        assert (code, out, err.count("\n")) == (2, "", 1)
    ids = [json.loads(line)["id"] for line in recorded("statements")[1].splitlines()]
    ids += [json.loads(recorded("documents")[1])["id"]]
    shared = next((a[:1] for a in ids for b in ids if a != b and a[0] == b[0]), None)
    if shared:
        assert recorded("show", shared)[0] == 2


def test_a_record_that_is_none_is_refused(run: Run, story: str, tmp_path: Path) -> None:
    """Exit code 2, one sentence, and the file is left."""
    (tmp_path / "notes.txt").write_text("my notes")
    for command in (["add", story], ["statements"], ["show", "1"], ["export", "csv"]):
        code, out, err = run(*command, "--record", "notes.txt")
        assert (code, out) == (2, "")
        assert err.startswith("notes.txt: ")
    assert run("statements")[0] == 2
    assert (tmp_path / "notes.txt").read_text() == "my notes"


def test_the_formats_are_those_of_export() -> None:
    """A format that is added is offered."""
    names = [form.name for form in export.FORMATS]
    assert [form.value for form in Output] == names
    assert [form.value for form in Format] == ["table", *(form.name for form in export.FORMATS if form.lines)]
