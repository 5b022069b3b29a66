"""Protects what reaches a terminal: widths, colours, help, and no command of a hostile text."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.cli.terminal import cell_width

# Long and plain enough to be known for English without a model, which would be loaded for every command.
STORY = (
    'Mayor Ana Petrova said on Monday: "The old bridge will open in spring." It had been closed for '
    "a year, and the people of the town had to go by the ferry.\n\n"
    "The harbour master, Bo Lind, said that the ferry would stay.\n"
)
Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize("columns", [40, 60, 100, 200])
def test_no_line_of_a_table_is_wider_than_the_window(
    recorded: Run, columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Long texts are cut with an ellipsis."""
    monkeypatch.setenv("COLUMNS", str(columns))
    for command in (
        ["statements"], ["documents"], ["documents", "--failed"], ["speakers"], ["speakers", "--doubtful"],
        ["speakers", "--decisions"], ["dates"],
    ):  # fmt: skip
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
    assert "Petrova" in told
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


def test_help_and_version(run: Run) -> None:
    """Every command explains itself with an example, within the window."""
    code, out, _ = run("--help")
    assert code == 0
    names = re.findall(r"^  (\w+) {2,}\S", out.partition("Commands:")[2], re.MULTILINE)
    assert names == [
        "read", "add", "link", "trace", "check", "dates", "documents", "statements", "show", "traces",
        "verify", "findings", "checks", "export", "plot", "serve", "load", "review", "speakers", "corpus",
    ]  # fmt: skip
    for name in names:
        code, out, _ = run(name, "--help")
        assert code == 0
        assert f"    onrecord {name}" in out
    assert run("--version")[1].startswith("onrecord ")
    assert run("frobnicate")[0] == 2
