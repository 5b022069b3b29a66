"""Protects what the finder reaches on real texts: figures below the floors of floors.toml fail.

Each test runs for every reader that has a floor there. The texts lie beside the checkout, never inside it;
where they are absent these tests are skipped and say so.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import re
import tomllib
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from onrecord import api
from onrecord.model import Document, Failure, Statement
from onrecord.settings import READERS, Settings

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))
LABEL = re.compile(
    r"(?m)^(Q|(?:MS|MR|DR)\. [A-Z’'-]+|THE (?:VICE )?PRESIDENT|PRESIDENT [A-Z]+)(?::|(?<=^Q)[ \u00a0]{2,})"
)


Measure = Callable[[str], ModuleType]


def readers(corpus: str) -> pytest.MarkDecorator:
    """Every reader that has a floor for a corpus."""
    return pytest.mark.parametrize("reader", [name for name in READERS if name in FLOORS[corpus]])


def need(*places: Path) -> None:
    for place in places:
        if not place.exists():
            pytest.skip(f"{place.name} is not beside the checkout")


def module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def digest(parts: Iterable[bytes]) -> str:
    whole = hashlib.blake2b(digest_size=16)
    for part in parts:
        whole.update(hashlib.blake2b(part, digest_size=16).digest())
    return whole.hexdigest()


def read(place: Path, reader: str) -> dict[str, tuple[Document, list[Statement]]]:
    """What is found, by the last part of the path."""
    found = {}
    for one in api.read([str(place)], Settings(workers=2, reader=reader)):
        assert not isinstance(one, Failure), str(one)
        document = one.reading.document
        found[Path(document.path).name] = (document, list(one.statements))
    return found


def shaped(statements: list[Statement]) -> list[dict[str, Any]]:
    return [
        {
            "content": [tuple(span) for span in one.content],
            "speaker": [tuple(one.speaker.span)] if one.speaker else [],
        }
        for one in statements
    ]


@readers("attribution")
def test_attribution(reader: str) -> None:
    folder = SHARED / "data" / "polnear" / "dev"
    need(folder, SHARED / "tools" / "score_attribution.py")
    floors = FLOORS["attribution"]
    texts = sorted((folder / "text").iterdir())
    annotated = [sorted((folder / "attributions").glob(f"{text.stem}_*.ann"))[0] for text in texts]
    assert digest(path.read_bytes() for path in [*texts, *annotated]) == floors["digest"]
    found = read(folder / "text", reader)
    scoring = module(SHARED / "tools" / "score_attribution.py")
    rows = scoring.score(folder, {name: shaped(statements) for name, (_, statements) in found.items()})
    for what, floor in floors[reader].items():
        row = rows["all"][what] if what in rows["all"] else rows[what]["attributed"]
        assert row[2] >= floor, (what, rows)


@readers("press")
def test_press(reader: str) -> None:
    folder = SHARED / "data" / "press"
    need(folder, SHARED / "tools" / "score_attribution.py")
    scoring = module(SHARED / "tools" / "score_attribution.py")
    lists = json.loads((ROOT / "benchmarks" / "press_list.json").read_text(encoding="utf-8"))
    assert digest(path.read_bytes() for path in sorted(folder.iterdir())) == FLOORS["press"]["digest"]
    right = 0
    for name, (document, statements) in read(folder, reader).items():
        text = document.text
        listed = lists[name]["statements"]
        wanted = [scoring.characters(map(tuple, one["content"]), text) for one in listed]
        got = [scoring.characters(one["content"], text) for one in shaped(statements)]
        met = ((w, g, i, j) for i, w in enumerate(wanted) for j, g in enumerate(got) if w & g)
        scored = ((len(w & g) / len(w | g), i, j) for w, g, i, j in met)
        pairs = sorted((pair for pair in scored if pair[0] >= 0.5), reverse=True)
        taken: tuple[set[int], set[int]] = (set(), set())
        for _, i, j in pairs:
            if i in taken[0] or j in taken[1]:
                continue
            taken[0].add(i)
            taken[1].add(j)
            speaker = statements[j].speaker
            there = scoring.characters([tuple(speaker.span)], text) if speaker else set()
            mentions = ([listed[i]["speaker"]] if listed[i]["speaker"] else []) + listed[i].get("also", [])
            touches = any(there & scoring.characters([tuple(mention)], text) for mention in mentions)
            right += touches or not (speaker or mentions)
    assert right >= FLOORS["press"][reader]["right"]


@readers("labelled")
def test_labelled(reader: str, measure: Measure) -> None:
    """Only the half that no choice was made with."""
    need(SHARED / "data" / "pages", SHARED / "data" / "whitehouse", SHARED / "tools" / "score_attribution.py")
    labelled, judging = measure("labelled"), measure("judging")
    assert digest([labelled.LIST.read_bytes()]) == FLOORS["labelled"]["digest"]
    listed = labelled.entries("judge")
    texts = list(labelled.judged(judging.scorer(), listed, reader))
    assert len(texts) == len(listed), "a text is absent, or no longer read as it was labelled"
    rows = labelled.tallies(texts)
    for source, floor in FLOORS["labelled"][reader].items():
        assert rows[source].figures("attributed")[2] >= floor, (source, rows[source].row(source))


@readers("turns")
def test_turns(reader: str, tmp_path: Path) -> None:
    archive = SHARED / "data" / "whitehouse" / "2022.zip"
    need(archive)
    with zipfile.ZipFile(archive) as members:
        names = sorted(name for name in members.namelist() if name.endswith(".md"))[::20]
        for name in names:
            (tmp_path / name.replace("/", "_")).write_bytes(members.read(name))
    assert digest(path.read_bytes() for path in sorted(tmp_path.iterdir())) == FLOORS["turns"]["digest"]
    labels = opened = 0
    found = read(tmp_path, reader)
    assert len(found) == len(names), "a file was lost"
    for document, statements in found.values():
        spoken = {one.speaker.span.start for one in statements if one.mode == "turn" and one.speaker}
        expected = {match.start(1) for match in LABEL.finditer(document.text)}
        if len(expected) > 2:
            labels += len(expected)
            opened += len(expected & spoken)
    assert labels > 1000
    assert 100 * opened / labels >= FLOORS["turns"][reader]["labels"], (opened, labels)
