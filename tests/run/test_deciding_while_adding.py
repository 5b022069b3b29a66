"""Protects what persons decide while a record is written: nothing acknowledged is lost, or there twice."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from onrecord import api
from onrecord.record import Record
from onrecord.settings import Settings

SETTINGS = Settings(workers=1, reader="rules")
NAMES = ("Odo Lenk", "Marta Velin", "Joris Kamp", "Tilde Brandt", "Ane Roos", "Bram Oster")
THINGS = ("bridge", "ferry", "harbour", "breakwater", "lighthouse", "quay", "market", "tram")

# It prints each decision after it was made: what it has printed has to be in the record.
PERSON = """
import random, sys
from onrecord import api
from onrecord.errors import UsageError
from onrecord.model import Correction
path, who, times = sys.argv[1], sys.argv[2], int(sys.argv[3])
ids = sys.argv[4:]
chance = random.Random(who)
mine = []
for n in range(times):
    id, note = chance.choice(ids), f"{who} {n}"
    what = chance.choice(("accept", "reject", "correct", "note", "undo"))
    try:
        if what == "undo" and mine:
            api.unreview(path, mine[-1])
            print("undone", mine.pop(), flush=True)
            continue
        if what == "correct":
            made = api.correct(path, id, Correction(name=f"{who} Speaker{n}"), who, note)
        else:
            made = {"accept": api.accept, "reject": api.reject}.get(what, api.note)(path, id, who, note)[0]
        mine.append(api.reference(made))
        print("made", mine[-1], note, flush=True)
    except UsageError as error:
        assert "later decision holds" in str(error), error
        mine.pop()
"""


def text(number: int, more: str = "") -> str:
    said = []
    for n in range(4):
        name, thing = NAMES[(number + n) % len(NAMES)], THINGS[(number * n) % len(THINGS)]
        words = f"The {thing} of Velin will be open again before the {number + 2}th of June."
        said.append(
            f'{name} said on Monday: "{words}" The people of the town had asked for that in letter '
            f"{number} since the winter, and nobody had answered.\n"
        )
    return "\n".join(said) + more


def person(path: Path, who: str, times: int, ids: list[str]) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", PERSON, str(path), who, str(times), *ids]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_what_is_decided_while_others_add_and_die_is_there_once(tmp_path: Path) -> None:
    """Two persons decide of the same statements while texts are added, changed and traced; one is killed."""
    texts = tmp_path / "texts"
    texts.mkdir()
    for n in range(12):
        (texts / f"{n}.txt").write_text(text(n), encoding="utf-8")
    path = tmp_path / "r.onrecord"
    api.add(path, [str(texts)], SETTINGS)
    ids = [told.statement.id for told in api.told(path)]
    assert len(ids) > 40
    ada, bo = person(path, "Ada", 150, ids), person(path, "Bo", 100_000, ids)
    for n in range(60):
        (texts / f"{n}.txt").write_text(text(n, "\nIt was said twice.\n" if n < 6 else ""), encoding="utf-8")
    try:
        api.add(path, [str(texts)], SETTINGS)
        ada_said = ada.communicate()[0].splitlines()
    finally:
        ada.kill()
        bo.send_signal(signal.SIGKILL)
    bo_said = bo.communicate()[0].splitlines()
    assert ada.returncode == 0
    assert (len(ada_said) > 100, len(bo_said) > 20) == (True, True)

    events = {event.ref: event for event in api.history(path, kind="statement")}
    for said in (ada_said, bo_said):
        made = [line.split(" ", 2) for line in said if line.startswith("made")]
        assert [events[ref].note for _, ref, _ in made] == [note for _, _, note in made]
        undone = [line.split()[1] for line in said if line.startswith("undone")]
        assert all(events[ref].withdrawn for ref in undone)
    notes = [event.note for event in events.values()]
    assert len(notes) == len(set(notes))
    acknowledged = sum(line.startswith("made") for line in ada_said + bo_said)
    assert acknowledged <= len(events) <= acknowledged + 1  # the last of the one who was killed

    with Record.open(path) as store:
        assert store._all("PRAGMA integrity_check") == [("ok",)]
        held = {
            told.review.number
            for told in store.told(api.Filter(reviewed="any", all_versions=True))
            if told.review
        }
    assert held == {int(event.ref[1:]) for event in events.values() if event.holds}
    replaced = {one.document.id for one in api.documents(path) if not one.newest}
    assert any(event.document in replaced and event.holds for event in events.values())


def test_a_click_does_not_wait_for_a_long_run(tmp_path: Path) -> None:
    """Whoever waits has a turn after each transaction of one who writes again and again."""
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.txt").write_text(text(1), encoding="utf-8")
    path = tmp_path / "r.onrecord"
    api.add(path, [str(texts)], SETTINGS)
    ids = [told.statement.id for told in api.told(path)]
    with Record.open(path) as store:
        other = person(path, "Ada", 1, ids)
        turns = 0
        while other.poll() is None and turns < 60:
            with store.whole():
                store._connection.execute("UPDATE document SET words = words")
                time.sleep(0.3)  # a transaction that takes long; the next begins at once
            turns += 1
    assert other.communicate()[0].startswith(("made", "undone")) or other.returncode == 0
    assert turns < 60
    assert sqlite3.connect(path).execute("SELECT count(*) FROM statement_review").fetchone() == (1,)
