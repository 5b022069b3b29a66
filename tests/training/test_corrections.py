"""Protects training on what persons decided: accepted and corrected words teach, rejected ones do not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from onrecord import api, export
from onrecord.find.trained import model
from onrecord.model import Correction, Span
from onrecord.settings import Settings
from training.data import Event, corrections, windows

TEXT = (
    "Mayor Ana Petrova said that the 😀 bridge would open in spring, the council said on Monday.\n\n"
    "The harbour master, Bo Lind, said that the ferry would stay. He added that nobody would have to wait.\n"
)


def at(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def shape(start: int, **parts: str) -> dict[str, list[list[int]]]:
    found = {name: [[place - start for place in at(TEXT, words)]] for name, words in parts.items() if words}
    return {"content": [], "cue": [], "source": []} | found


def line(start: int, end: int, found: Any, decided: Any, *others: Any) -> str:
    made = {"document": "d", "start": start, "text": TEXT[start:end], "found": found, "decided": decided}
    return json.dumps(made | {"others": list(others)}) + "\n"


def test_lines_of_overlapping_stretches_become_one_article(tmp_path: Path) -> None:
    cut = TEXT.index("\n\n")
    ferry = shape(0, cue="said", content="ferry would stay", source="Bo Lind")
    ferry["cue"] = [[place + cut for place in at(TEXT[cut:], "said")]]
    wait = shape(cut, cue="added", content="nobody would have to wait", source="He")
    bridge = shape(0, cue="said", content="bridge would open in spring", source="Mayor Ana Petrova")
    file = tmp_path / "c.jsonl"
    file.write_text(
        line(0, cut, bridge, None, shape(0, cue="said on", content="spring"))
        + line(cut, len(TEXT), wait, shape(cut, cue="added", content="would have to wait"))
        + line(0, len(TEXT), ferry, ferry),
        encoding="utf-8",
    )
    [article] = corrections(file)
    assert article.text == TEXT
    words = {tuple(TEXT[a:b] for a, b in event.content) for event in article.events}
    assert words == {("spring",), ("would have to wait",), ("ferry would stay",)}
    assert all(isinstance(event, Event) for event in article.events)


def test_what_a_record_exports_is_read_and_cut_into_windows(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    path = tmp_path / "r.onrecord"
    api.add(path, [str(tmp_path / "a.txt")], Settings(workers=1, reader="rules"))
    told = [one for one in api.told(path) if one.statement.cue]
    assert len(told) > 1
    first, *rest = told
    start, end = first.statement.content[-1]
    api.correct(path, first.statement.id, Correction(content=(Span(start + 5, end),)), "Ana")
    api.reject(path, [one.statement.id for one in rest], "Ana")
    view = export.View(path, "corrections")
    file = tmp_path / "c.jsonl"
    file.write_bytes(b"".join(export.stream(export.named("jsonl"), view)))
    found = corrections(file)
    taught = [(article, event) for article in found for event in article.events]
    [(article, event)] = taught
    [(low, high)] = event.content
    assert article.text[low:high] == TEXT[start + 5 : end].strip()
    assert first.statement.cue
    assert article.text[slice(*event.cue[0])] == first.statement.cue.of(TEXT)
    tokenizer = model("small").tokenizer
    assert sum(len(window.cues) for window in windows(article, tokenizer, 192)) == 1
