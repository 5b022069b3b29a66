"""Protects `plot`: what the filters let through as a file of the kind that its name says."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord import plot
from onrecord.cli import terminal

Run = Callable[..., tuple[int, str, str]]


def test_list_names_every_picture(recorded: Run) -> None:
    """Asking for nothing, or for the list, says what there is."""
    code, out, err = recorded("plot", "--list")
    assert (code, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines()] == [chart.name for chart in plot.CHARTS]
    assert recorded("plot")[1] == out


def test_a_picture_goes_to_a_pipe_or_a_file(recorded: Run, tmp_path: Path) -> None:
    """SVG to a pipe; in a file, the format of its name; the filter counts."""
    code, out, err = recorded("plot", "timeline")
    assert (code, err) == (0, "")
    assert out.startswith("<svg")
    file = tmp_path / "numbers.json"
    assert recorded("plot", "outlets", "--speaker", "petrova", "--to", str(file))[0] == 0
    told = json.loads(file.read_text(encoding="utf-8"))
    assert "speaker petrova" in told["notes"][0]
    assert told["rows"]
    assert recorded("plot", "timeline", "--to", str(tmp_path / "t.png"), "--dark", "--width", "400")[0] == 0
    assert (tmp_path / "t.png").read_bytes().startswith(b"\x89PNG")


def test_what_cannot_be_drawn_is_one_sentence(
    recorded: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An unknown picture, an unknown ending, and a terminal are refused."""
    assert "did you mean timeline" in recorded("plot", "timelines")[2]
    code, _, err = recorded("plot", "timeline", "--to", str(tmp_path / "t.gif"))
    assert code == 2
    assert ".svg" in err
    monkeypatch.setattr(terminal, "on_terminal", lambda: True)
    code, out, err = recorded("plot", "timeline")
    assert (code, out) == (2, "")
    assert "--to" in err
