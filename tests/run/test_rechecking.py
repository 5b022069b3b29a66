"""Protects: findings depend on the documents alone, not on their order, on workers, or on being stopped."""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord import check, run
from onrecord.check import Check
from onrecord.errors import SettingsError
from onrecord.model import Claim, Finding, Matter, Shown, Span, finding
from onrecord.record import FindingFilter, Record
from onrecord.run import claiming
from onrecord.settings import Settings

SETTINGS = Settings(workers=1, reader="rules", check=False)
CHECKED = Settings(workers=1, reader="rules")


def dated(day: str, body: str) -> str:
    return f"---\ndate: {day}\n---\n\n{body}\n"


# 9 May 2031 is a Friday; the members of the Northern Compact are told in two ways.
TEXTS = {
    "gazette.md": dated("2031-05-02", "The harbour council meets on Tuesday, May 9, 2031, at the town hall."),
    "herald.md": dated(
        "2031-05-03",
        "The Northern Compact (Arvia, Belmar, Corland and Dunmere) has refused the toll, its secretary said.",
    ),
    "courier.md": dated(
        "2031-05-04",
        "The Northern Compact comprises Arvia, Belmar, Corland and Estmark. Its secretary lives in Orsk.",
    ),
    "other.md": dated("2031-05-04", "Nothing that was said at the fish market had to do with masonry."),
}


def record_of(folder: Path, texts: dict[str, str] = TEXTS, settings: Settings = SETTINGS) -> Path:
    place = folder / "texts"
    place.mkdir(parents=True, exist_ok=True)
    for file, text in texts.items():
        (place / file).write_text(text, encoding="utf-8")
    path = folder / "r.onrecord"
    run.add(path, [str(place / file) for file in texts], settings)
    return path


def found(path: Path) -> set[object]:
    """All findings by names of files and words."""
    with Record.open(path, readonly=True) as store:
        return {
            (
                row.finding.check,
                row.finding.message,
                row.finding.explanation,
                row.finding.score,
                tuple((e.document.path.rpartition("/")[2], e.shown.span) for e in row.exhibits),
            )
            for row in store.findings(FindingFilter(reviewed="all"))
        }


def test_adding_checks_at_once(tmp_path: Path) -> None:
    path = record_of(tmp_path, settings=CHECKED)
    assert {one[0] for one in found(path)} == {"weekday", "roll"}  # type: ignore[index]


def test_nothing_is_checked_where_that_is_not_wanted(tmp_path: Path) -> None:
    assert found(record_of(tmp_path)) == set()


def test_findings_are_the_same_whatever_the_order_of_adding(tmp_path: Path) -> None:
    whole = record_of(tmp_path / "whole", settings=CHECKED)
    names = list(TEXTS)
    random.Random(5).shuffle(names)
    piece = record_of(tmp_path / "piece", {names[0]: TEXTS[names[0]]}, CHECKED)
    for name in names[1:]:
        record_of(tmp_path / "piece", {name: TEXTS[name]}, CHECKED)
    assert {one[:3] for one in found(piece)} == {one[:3] for one in found(whole)}  # type: ignore[index]


def test_what_is_checked_is_not_checked_again(tmp_path: Path) -> None:
    path = record_of(tmp_path, settings=CHECKED)
    again = run.recheck(path, CHECKED)
    assert (again.documents, again.matters, again.families) == (0, 0, 0)
    everything = run.recheck(path, CHECKED, every=True)
    assert everything.documents == len(TEXTS)
    assert everything.findings == len(found(path))


def test_a_check_that_is_switched_off_finds_nothing(tmp_path: Path) -> None:
    path = record_of(tmp_path)
    run.recheck(path, CHECKED.changed({"checks": "-weekday"}))
    assert {one[0] for one in found(path)} == {"roll"}  # type: ignore[index]
    run.recheck(path, CHECKED.changed({"checks": "-all,weekday"}))
    assert {one[0] for one in found(path)} == {"weekday"}  # type: ignore[index]


def test_a_check_that_is_none_is_refused(tmp_path: Path) -> None:
    path = record_of(tmp_path)
    with pytest.raises(SettingsError, match="weekday"):
        run.recheck(path, CHECKED.changed({"checks": "weekdays"}))


def test_several_processes_find_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = found(record_of(tmp_path / "one", settings=CHECKED))
    path = record_of(tmp_path / "two")
    monkeypatch.setattr(claiming, "WORTH", 1)
    monkeypatch.setattr(claiming, "SHARE", 1)
    run.recheck(path, CHECKED.changed({"workers": 3}))
    assert found(path) == alone


def test_a_killed_process_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = record_of(tmp_path)
    monkeypatch.setattr(claiming, "WORTH", 1)
    monkeypatch.setattr(claiming, "SHARE", 1)
    popen = subprocess.Popen

    def dead(command: list[str], **more: object) -> subprocess.Popen[bytes]:
        process = popen([sys.executable, "-c", "pass"], **more)  # type: ignore[call-overload]
        process.wait()
        return process

    monkeypatch.setattr(claiming.subprocess, "Popen", dead)
    run.recheck(path, CHECKED.changed({"workers": 2}))
    assert {one[0] for one in found(path)} == {"weekday", "roll"}  # type: ignore[index]


def test_a_run_that_is_stopped_goes_on_where_it_stood(tmp_path: Path) -> None:
    path = record_of(tmp_path)
    assert run.recheck(path, CHECKED, stop=lambda: True).stopped
    assert not run.recheck(path, CHECKED).stopped
    assert {one[0] for one in found(path)} == {"weekday", "roll"}  # type: ignore[index]


def test_a_text_that_sets_off_a_fault_costs_the_others_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(matter: Matter) -> list[Finding]:
        if "Tuesday" in matter.document.text:
            raise ZeroDivisionError
        return [finding("broken", "Here.", [Shown(matter.document.id, Span(0, 3))])]

    monkeypatch.setattr(check, "CHECKS", (Check("broken", "nothing", within=broken),))
    path = record_of(tmp_path)
    done = run.recheck(path, CHECKED)
    assert (done.documents, done.findings) == (len(TEXTS), len(TEXTS) - 1)


def test_copies_of_a_whole_text_are_told_to_checks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []

    def claims(matter: Matter) -> list[Claim]:
        return [Claim("all", Span(0, 3), "1", matter.document.id)]

    def across(found: list[Claim]) -> list[Finding]:
        seen.append([one.report for one in found])
        return []

    monkeypatch.setattr(check, "CHECKS", (Check("same", "nothing", claims=claims, across=across),))
    body = (
        "The ferry Alma struck a pillar of the northern bridge in the evening, when the market had closed "
        "and the last choir was singing. Two cranes fell; nobody was near them. The commissioner came. "
    )
    texts = {"a.md": dated("2031-05-02", body), "b.md": dated("2031-05-03", body), "c.md": TEXTS["other.md"]}
    run.recheck(record_of(tmp_path, texts), CHECKED)
    [reports] = seen
    assert sorted(map(reports.count, set(reports))) == [1, 2]


_KILLED = """
import os, signal, sys, threading, time
from onrecord import run
from onrecord.settings import Settings
def die():
    time.sleep(float(sys.argv[2])); os.kill(os.getpid(), signal.SIGKILL)
threading.Thread(target=die, daemon=True).start()
run.recheck(sys.argv[1], Settings(workers=1, reader="rules"))
"""


def test_killed_at_any_moment_it_finds_the_same_in_the_end(tmp_path: Path) -> None:
    texts = {f"{n}-{name}": text for n in range(12) for name, text in TEXTS.items()}
    path = record_of(tmp_path, texts)
    whole = Path(shutil.copy(path, tmp_path / "whole.onrecord"))
    start = time.monotonic()
    run.recheck(whole, CHECKED)
    took = max(time.monotonic() - start, 0.5)
    for part in (0.3, 0.6, 0.9):
        subprocess.run([sys.executable, "-c", _KILLED, str(path), str(took * part)], check=False)
        assert sqlite3.connect(path).execute("PRAGMA integrity_check").fetchone() == ("ok",)
    run.recheck(path, CHECKED)
    assert found(path) == found(whole)
