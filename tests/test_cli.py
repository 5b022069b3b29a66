"""Protects the command line: what it prints, where, how wide, and with which exit code."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord import export
from onrecord.cli import app
from onrecord.cli.options import Format, Output
from onrecord.cli.terminal import cell_width
from onrecord.find import trained

# Long and plain enough to be known for English without a model, which would be loaded for every command.
STORY = (
    'Mayor Ana Petrova said on Monday: "The old bridge will open in spring." It had been closed for '
    "a year, and the people of the town had to go by the ferry.\n\n"
    "The harbour master, Bo Lind, said that the ferry would stay.\n"
)
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in a folder of its own; gives exit code, standard output and standard error."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ONRECORD_WORKERS", "1")

    def command(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            app(list(arguments), prog_name="onrecord")
        out, err = capfd.readouterr()
        return int(left.value.code or 0), out, err

    return command


@pytest.fixture
def story(tmp_path: Path) -> str:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    return "story.txt"


@pytest.fixture
def recorded(run: Run, story: str) -> Run:
    """As `run`, with a record that holds one story."""
    assert run("add", story)[0] == 0
    return run


def test_read_prints_a_json_line_for_each_statement(run: Run, story: str, tmp_path: Path) -> None:
    """In a pipe the lines are for programs, and nothing is stored."""
    code, out, err = run("read", story)
    lines = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert any("The old bridge will open in spring." in line["text"] for line in lines)
    assert all(line["document"]["path"] == story for line in lines)
    assert [path.name for path in tmp_path.iterdir()] == [story]


def test_read_and_statements_print_the_same_objects(recorded: Run, story: str) -> None:
    """What was read is what is listed."""
    assert recorded("read", story)[1] == recorded("statements")[1]


def test_read_takes_standard_input(story: str, tmp_path: Path) -> None:
    """A page can be piped in."""
    command = [sys.executable, "-m", "onrecord", "read", "-"]
    done = subprocess.run(command, input=STORY.encode(), capture_output=True, check=True)
    assert b"The old bridge" in done.stdout


def test_a_source_that_fails_is_one_sentence_and_the_rest_goes_on(
    run: Run, story: str, tmp_path: Path
) -> None:
    """Exit code 1 says that some of it could not be read."""
    (tmp_path / "empty.txt").write_bytes(b"")
    code, out, err = run("read", "empty.txt", "missing.txt", story)
    assert code == 1
    assert "The old bridge" in out
    assert len(err.splitlines()) == 2
    assert err.startswith("empty.txt: ")
    assert "missing.txt" in err


def test_nothing_to_read_is_no_success(run: Run, tmp_path: Path) -> None:
    """An empty folder is more likely a slip than a wish."""
    (tmp_path / "void").mkdir()
    code, out, err = run("read", "void")
    assert (code, out) == (1, "")
    assert err.count("\n") == 1


def test_add_says_what_it_did_and_adding_again_changes_nothing(run: Run, story: str) -> None:
    """The sum stands on standard output."""
    code, out, _ = run("add", story)
    assert (code, out[:15]) == (0, "1 new document ")
    code, out, _ = run("add", story)
    assert code == 0
    assert "0 new documents" in out
    assert "1 unchanged" in out


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


def test_a_folder_may_hold_its_own_record(recorded: Run) -> None:
    assert recorded("add", ".")[0] == 0


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


def test_settings_can_be_given_and_unknown_ones_are_refused(run: Run, story: str, tmp_path: Path) -> None:
    """The nearest known name is offered."""
    code, _, err = run("read", story, "--set", "max_document_bm=1")
    assert code == 2
    assert "max_document_mb" in err
    (tmp_path / "large.txt").write_text(STORY * 6000)
    assert run("read", "large.txt", "--set", "max_document_mb=1")[0] == 1


@pytest.mark.parametrize("columns", [40, 60, 100, 200])
def test_no_line_of_a_table_is_wider_than_the_window(
    recorded: Run, columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Long texts are cut with an ellipsis."""
    monkeypatch.setenv("COLUMNS", str(columns))
    for command in (["statements"], ["documents"], ["documents", "--failed"]):
        out = recorded(*command, "--format", "table")[1]
        assert max(cell_width()(line) for line in out.splitlines()) <= columns
        assert "\x1b" not in out


def test_a_table_says_when_there_is_more(recorded: Run) -> None:
    """Fifty lines of a million would otherwise look like all."""
    assert "--limit" in recorded("statements", "--format", "table", "--limit", "1")[1]
    assert "--limit" not in recorded("statements", "--format", "table")[1]


def test_text_cannot_reach_the_terminal_as_commands(run: Run, tmp_path: Path) -> None:
    """A hostile page may hold sequences that a terminal obeys."""
    (tmp_path / "evil.txt").write_text(STORY.replace("old", "\x1b]0;owned\x07\x9b31mold"), encoding="utf-8")
    run("add", "evil.txt")
    id = json.loads(run("statements", "--speaker", "petrova")[1].splitlines()[0])["id"]
    for command in (
        ["statements", "--format", "table"],
        ["show", id],
        ["read", "evil.txt", "--format", "table"],
    ):
        out = run(*command)[1]
        assert "old" in out
        assert not re.search("[\x1b\x07\x9b]", out)


def on_terminal(arguments: list[str], cwd: Path, environment: dict[str, str]) -> str:
    """What a command prints on a terminal."""
    parent, child = pty.openpty()
    command = [sys.executable, "-m", "onrecord", *arguments]
    env = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", "ONRECORD_WORKERS": "1", **environment}
    env = {name: value for name, value in env.items() if value}
    process = subprocess.Popen(command, stdout=child, stderr=child, stdin=child, cwd=cwd, env=env)
    os.close(child)
    told = b""
    while True:
        try:
            piece = os.read(parent, 65536)
        except OSError:
            break
        if not piece:
            break
        told += piece
    process.wait()
    os.close(parent)
    return told.decode()


def test_on_a_terminal_there_are_tables_and_colours_unless_refused(story: str, tmp_path: Path) -> None:
    """NO_COLOR is heard."""
    told = on_terminal(["read", story], tmp_path, {"NO_COLOR": ""})
    assert "Mayor" in told
    assert "\x1b[" in told
    assert not told.startswith("{")
    assert "\x1b[" not in on_terminal(["read", story], tmp_path, {"NO_COLOR": "1"})


def test_a_closed_pipe_ends_in_silence(tmp_path: Path) -> None:
    """`| head` is no error to tell."""
    (tmp_path / "long.txt").write_text(STORY * 3000)
    reader, writer = os.pipe()
    command = [sys.executable, "-m", "onrecord", "read", "long.txt", "--workers", "1"]
    process = subprocess.Popen(command, stdout=writer, stderr=subprocess.PIPE, cwd=tmp_path)
    os.close(writer)
    os.close(reader)
    _, err = process.communicate()
    assert err == b""
    assert process.returncode == 141


def test_an_interrupt_stores_what_is_done_and_says_how_to_go_on(tmp_path: Path) -> None:
    """Exit code 130, and the same command does the rest."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(300):
        (folder / f"{number}.txt").write_text(f"Number {number}. " + STORY * 100)
    command = [sys.executable, "-m", "onrecord", "add", "many", "--workers", "2"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path)
    record = tmp_path / "press.onrecord"
    end = time.monotonic() + 30
    while not record.exists() and time.monotonic() < end:
        time.sleep(0.02)
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate()
    assert process.returncode == 130
    assert b"same command" in err
    assert b"Traceback" not in err


def test_help_and_version(run: Run) -> None:
    """Every command explains itself with an example, within the window."""
    code, out, _ = run("--help")
    assert code == 0
    names = re.findall(r"^  (\w+) {2,}\S", out.partition("Commands:")[2], re.MULTILINE)
    assert names == ["read", "add", "documents", "statements", "show", "export"]
    for name in names:
        code, out, _ = run(name, "--help")
        assert code == 0
        assert f"    onrecord {name}" in out
    assert run("--version")[1].startswith("onrecord ")
    assert run("frobnicate")[0] == 2


def test_the_formats_are_those_of_export() -> None:
    """A format that is added is offered."""
    names = [form.name for form in export.FORMATS]
    assert [form.value for form in Output] == names
    assert [form.value for form in Format] == ["table", *names]


def rules(out: str) -> set[str]:
    """The rules of the statements that were printed."""
    return {json.loads(line)["rule"] for line in out.splitlines()}


PLAIN = "At the ferry\n\n" + STORY.replace("\n\n", " ")


@pytest.mark.parametrize("command", ["read", "add"])
def test_rules_only_is_short_for_the_setting(run: Run, tmp_path: Path, command: str) -> None:
    """The default reads with a model; --rules-only, the setting and the environment's name do not."""
    (tmp_path / "plain.txt").write_text(PLAIN, encoding="utf-8")

    def found(*options: str) -> set[str]:
        code, out, err = run(command, "plain.txt", *options)
        assert (code, err) == (0, "")
        return rules(run("statements")[1] if command == "add" else out)

    assert "reader" in found()
    assert "reader" not in found("--rules-only")
    assert "reader" in found("--set", "reader=large")
    assert "reader" not in found("--rules-only", "--set", "workers=1")


def test_the_reader_can_be_set_in_the_environment(
    run: Run, story: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As every setting can; an option goes over it."""
    monkeypatch.setenv("ONRECORD_READER", "rules")
    assert "reader" not in rules(run("read", story)[1])
    monkeypatch.setenv("ONRECORD_READER", "small")
    assert "reader" not in rules(run("read", story, "--rules-only")[1])


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--set", "reader=big"), "--set: reader cannot be 'big'; give one of small, large, rules."),
        (
            ("--rules-only", "--set", "reader=large"),
            "--rules-only: reader=large needs a model; leave out one of the two.",
        ),
    ],
)
def test_a_reader_that_makes_no_sense_is_refused(
    run: Run, story: str, options: tuple[str, ...], told: str
) -> None:
    """The sentence names what there is."""
    assert run("read", story, *options) == (2, "", f"{told}\n")


@pytest.mark.parametrize("command", ["read", "add"])
def test_a_missing_model_is_one_sentence(
    run: Run, story: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    """It names the file and the way out, which works."""
    honest = trained.model
    monkeypatch.setattr(trained, "model", lambda size: honest(size, tmp_path / "english.model"))
    (tmp_path / "other.txt").write_text(PLAIN, encoding="utf-8")
    code, out, err = run(command, story, "other.txt")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(str(tmp_path / "english.model"))
    assert "--rules-only" in err
    assert run(command, story, "other.txt", "--rules-only")[0] == 0


def test_commands_that_find_nothing_load_no_model(recorded: Run, story: str, tmp_path: Path) -> None:
    """Whoever lists what is on record does not wait half a second for libraries that find."""
    id = json.loads(recorded("statements")[1].splitlines()[0])["id"]
    heavy = ("onnxruntime", "tokenizers", "numpy", "onrecord.find.trained")
    for arguments in (
        ["--help"],
        ["read", "--help"],
        ["statements"],
        ["documents"],
        ["show", id],
        ["export", "csv"],
    ):
        script = (
            f"import sys\nfrom onrecord.cli import app\ntry: app({arguments!r})\nexcept SystemExit: pass\n"
            f"sys.stderr.write(','.join(sorted(set({heavy!r}) & set(sys.modules))))"
        )
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        assert done.stdout
        assert done.stderr == "", arguments
    script = script.replace(repr(arguments), repr(["read", story, "--rules-only"])).replace("'numpy', ", "")
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert (done.stdout != "", done.stderr) == (True, "")
