"""Protects what the checks find: plants found, and clean texts left alone, below the floors of floors.toml.

One sample is invented throughout. The other sets its plants into texts that lie beside the checkout, never
inside it; where they are absent that test is skipped and says so.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))["check"]
INVENTED, REAL = 12, 30  # of each kind; a third as many controls, ten at least

DATED = re.compile(r"(\w+day), (\d{4})-(\d\d)-(\d\d)")
PARTS = re.compile(r"has (\d+) members: (\d+) from [^,]*, (\d+) from [^,]*and (\d+) from")

Measure = Callable[[str], ModuleType]


def hold(planted: ModuleType, count: int, own: bool, floors: dict[str, Any]) -> None:
    """Groups of kinds must reach their floors, and clean texts have few findings."""
    groups: dict[str, list[Any]] = {}
    for kind in planted.KINDS:
        tally = planted.measured(kind, count, "floor", own)
        groups.setdefault(kind.partition("-")[0], []).append(tally)
    assert set(groups) == set(floors["found"])
    controls = sum(tally.controls for tallies in groups.values() for tally in tallies)
    alarms = [told for tallies in groups.values() for tally in tallies for told in tally.told]
    for group, floor in floors["found"].items():
        share = 100 * sum(one.found for one in groups[group]) / sum(one.planted for one in groups[group])
        missed = [case.told for one in groups[group] for case in one.missed]
        assert share >= floor, (group, share, missed[:20])
    assert controls >= 10 * len(planted.KINDS)
    alarmed = sum(tally.alarmed for tallies in groups.values() for tally in tallies)
    assert 100 * alarmed <= floors["alarms"] * controls, alarms


def test_plants(measure: Measure) -> None:
    """The judge itself: a seed gives the same cases again, places lie in their texts, no slot is open."""
    planting = measure("checks_planting")
    for kind in planting.KINDS:
        for wrong in (True, False):
            cases = list(planting.cases(kind, 25, wrong, "soundness", own=True))
            assert cases == list(planting.cases(kind, 25, wrong, "soundness", own=True)), kind
            assert len({case.texts for case in cases}) == len(cases), kind
            for case in cases:
                assert case.places or not wrong, case.id
                bodies = [text.body for text in case.texts]
                assert not any(mark in body for body in bodies for mark in "⟦⟧{}¶|"), case
                assert all(bodies[place.text][place.start : place.end].strip() for place in case.places), case


def test_arithmetic(measure: Measure) -> None:
    """What is planted is wrong and what is a control is right, by a sum done here."""
    planting = measure("checks_planting")
    for wrong in (True, False):
        seen = 0
        for case in planting.cases("calendar-weekday", 400, wrong, "sums", own=True):
            if found := DATED.search(case.told):
                told = date(int(found[2]), int(found[3]), int(found[4]))
                assert (f"{told:%A}" != found[1]) is wrong, case.told
                seen += 1
        for case in planting.cases("counts-total", 400, wrong, "sums", own=True):
            if found := PARTS.search(case.told):
                total, *parts = map(int, found.groups())
                assert (sum(parts) != total) is wrong, case.told
                seen += 1
        assert seen > 20


def test_verdicts(measure: Measure, tmp_path: Path) -> None:
    """What readers decided is kept by place: read as it is written, and found again where it overlaps."""
    verdicts = measure("checks_verdicts")
    where = (verdicts.Where("press/a b.txt", 10, 20), verdicts.Where("2022.zip/c@d.md", 5, 9))
    kept = [verdicts.Verdict("roll", "agree", where, "two lists"), verdicts.Verdict("total", "", where[:1])]
    verdicts.save(kept, tmp_path / "verdicts.tsv")
    assert verdicts.load(tmp_path / "verdicts.tsv") == kept
    moved = (where[1], verdicts.Where("press/a b.txt", 18, 30))
    assert verdicts.same("roll", moved, kept[0])
    assert not verdicts.same("total", moved, kept[0])
    assert not verdicts.same("roll", moved[:1], kept[0])
    assert not verdicts.same("roll", (where[1], verdicts.Where("press/a b.txt", 20, 30)), kept[0])
    if verdicts.FILE.exists():
        assert all(one.check and one.where for one in verdicts.load())


def test_invented(measure: Measure, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Of errors planted in texts of our own, those found; of the same texts without, those left alone."""
    planted = measure("checks_planted")
    monkeypatch.setattr(planted, "CACHE", tmp_path)
    hold(planted, INVENTED, True, FLOORS["invented"])


def test_planted(measure: Measure, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The same in real texts, some of whose sentences are changed; and whole texts left as they are."""
    planted, texts = measure("checks_planted"), measure("checks_texts")
    if not texts.present():
        pytest.skip("whitehouse and polnear are not beside the checkout")
    assert texts.digest() == FLOORS["planted"]["digest"]
    monkeypatch.setattr(planted, "CACHE", tmp_path)
    hold(planted, REAL, False, FLOORS["planted"])
    cases = planted.drawn("untouched", 100, False, "floor")
    found = planted.findings(matter for read in planted.matters(cases) for matter in read)
    touched = {shown.document for finding in found for shown in finding.passages}
    assert len(touched) <= FLOORS["planted"]["untouched"], found
