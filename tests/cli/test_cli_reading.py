"""Protects reading and adding from the command line: what is printed, where, and with which exit code."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.find import trained

# Long and plain enough to be known for English without a model, which would be loaded for every command.
STORY = (
    'Mayor Ana Petrova said on Monday: "The old bridge will open in spring." It had been closed for '
    "a year, and the people of the town had to go by the ferry.\n\n"
    "The harbour master, Bo Lind, said that the ferry would stay.\n"
)
Run = Callable[..., tuple[int, str, str]]


def test_read_prints_a_json_line_for_each_statement(run: Run, story: str, tmp_path: Path) -> None:
    """In a pipe the lines are for programs, and nothing is stored."""
    code, out, err = run("read", story)
    lines = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert any("The old bridge will open in spring." in line["text"] for line in lines)
    assert all(line["document"]["path"] == story for line in lines)
    assert [path.name for path in tmp_path.iterdir()] == [story]


def test_read_and_statements_print_the_same_objects(recorded: Run, story: str) -> None:
    """What was read is what is listed, but for what only a record knows: entities, and what it holds."""

    def bare(out: str) -> list[object]:
        found = []
        for line in map(json.loads, out.splitlines()):
            line.pop("primary_held")
            for who in (line["speaker"], line["addressee"], *line["via"], *line["chain"]):
                if who:
                    who.pop("entity")
            found.append(line)
        return found

    assert bare(recorded("read", story)[1]) == bare(recorded("statements")[1])
    spoken = [json.loads(line)["speaker"] for line in recorded("statements")[1].splitlines()]
    assert any(speaker["entity"] for speaker in spoken)
    assert not any(json.loads(line)["speaker"]["entity"] for line in recorded("read", story)[1].splitlines())


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


def test_a_folder_may_hold_its_own_record(recorded: Run) -> None:
    assert recorded("add", ".")[0] == 0


def test_settings_can_be_given_and_unknown_ones_are_refused(run: Run, story: str, tmp_path: Path) -> None:
    """The nearest known name is offered."""
    code, _, err = run("read", story, "--set", "max_document_bm=1")
    assert code == 2
    assert "max_document_mb" in err
    (tmp_path / "large.txt").write_text(STORY * 6000)
    assert run("read", "large.txt", "--set", "max_document_mb=1")[0] == 1


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
        ["speakers"],
        ["dates"],
        ["dates", story],
        ["show", id],
        ["export", "csv"],
    ):
        script = (
            f"import sys\nfrom onrecord.cli import app\ntry: app({arguments!r})\nexcept SystemExit: pass\n"
            f"sys.stderr.write(','.join(sorted(set({heavy!r}) & set(sys.modules))))"
        )
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        assert done.stdout or arguments[0] == "dates"
        assert done.stderr == "", arguments
    script = script.replace(repr(arguments), repr(["read", story, "--rules-only"])).replace("'numpy', ", "")
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert (done.stdout != "", done.stderr) == (True, "")
