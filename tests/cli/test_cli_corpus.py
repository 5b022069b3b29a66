"""Protects `onrecord corpus` and `onrecord load`: what they print, what they leave, how they exit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

Run = Callable[..., tuple[int, str, str]]


def test_an_archive_is_read_traced_counted_and_loaded(run: Run, story: str, tmp_path: Path) -> None:
    (tmp_path / "again.txt").write_text(
        (tmp_path / story).read_text(encoding="utf-8") + "\nMore.", encoding="utf-8"
    )
    code, out, _ = run("corpus", "read", story, "again.txt", "--to", "archive", "--rules-only")
    assert code == 0
    assert out.startswith("2 new documents with ")
    assert list((tmp_path / "archive" / "parts").glob("*/statements.parquet"))
    code, out, _ = run("corpus", "read", story, "again.txt", "--to", "archive", "--rules-only")
    assert code == 0
    assert "0 new documents" in out
    assert "2 items were there already" in out
    code, out, _ = run("corpus", "trace", "archive")
    assert code == 0
    assert "families with" in out
    assert list((tmp_path / "archive" / "traces" / "hops").glob("*.parquet"))
    code, out, _ = run("corpus", "stats", "archive")
    assert code == 0
    assert {"documents   2", "languages   en 2"} <= set(out.splitlines())
    code, out, _ = run("load", "archive", "--where", "path~again", "--record", "r.onrecord")
    assert code == 0
    assert "1 new document" in out
    code, out, _ = run("statements", "ferry", "--record", "r.onrecord", "--format", "jsonl")
    assert out.count("\n") == 1


def test_what_cannot_be_read_is_told_and_listed(run: Run, story: str) -> None:
    code, _, err = run("corpus", "read", story, "nowhere.txt", "--to", "archive", "--rules-only")
    assert code == 1
    assert "there is no such file" in err
    code, out, _ = run("corpus", "stats", "archive", "--failures")
    assert code == 0
    assert out.startswith("nowhere.txt: there is no such file")


def test_mistakes_are_one_sentence(run: Run, story: str) -> None:
    for command in (
        ("corpus", "stats", "nowhere"),
        ("corpus", "trace", "nowhere"),
        ("load", "nowhere"),
        ("load", ".", "--where", "colour=red"),
        ("corpus", "read", story, "--to", "."),
    ):
        code, out, err = run(*command)
        assert (code, out) == (2, "")
        assert err.count("\n") == 1
