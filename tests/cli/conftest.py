"""Commands that run in a folder of their own, and one invented story for them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.cli import app

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
