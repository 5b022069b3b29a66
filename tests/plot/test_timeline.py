"""Protects the picture of statements over time: all of known date are in one bar each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord import api, plot
from onrecord.settings import Settings

HOSTILE = '<script>alert(1)</script> & "Olga" \N{RIGHT-TO-LEFT OVERRIDE}О\N{GRINNING FACE}'


def page(day: str, outlet: str, words: str) -> str:
    return f"---\ndate: {day}\noutlet: {json.dumps(outlet, ensure_ascii=False)}\n---\n{words}\n"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of four short articles, one of which has no date and one only a month."""
    folder = tmp_path_factory.mktemp("pictures")
    said = '"The bridge will open," Mayor Ada Quill said. "It is safe," Ada Quill said.'
    (folder / "a.md").write_text(page("2031-05-02", "Dunmere Gazette", said), encoding="utf-8")
    (folder / "b.md").write_text(page("2031-05-04", HOSTILE, said), encoding="utf-8")
    (folder / "c.md").write_text(page("2031-05", "Velin Courier", said), encoding="utf-8")
    (folder / "d.txt").write_text("The harbour master Odo Lenk said that nothing had sunk.", encoding="utf-8")
    path = folder / "r.onrecord"
    api.add(path, [str(folder)], Settings(reader="rules", workers=1))
    return path


def test_every_statement_of_a_known_day_is_in_one_bar(record: Path) -> None:
    """The bars add up to the list; what is left out is said below the title."""
    found = plot.picture("timeline", record)
    everything = list(api.told(record))
    dated = [one for one in everything if one.document.published and len(one.document.published.edtf) > 7]
    assert sum(row["statements"] for row in found.records()) == len(dated)  # type: ignore[misc]
    assert {row["day"] for row in found.records()} == {"2031-05-02", "2031-05-04"}
    assert f"{len(everything)} statements in 4 documents" in found.notes[0]
    assert "of unknown date not shown" in found.notes[1]
    assert "known less closely than to the day" in found.notes[1]
