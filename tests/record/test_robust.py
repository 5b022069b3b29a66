"""Protects what is stored from being cut off, crowded, filled up: whole items, whatever happens."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord.errors import RecordError
from onrecord.record import Filter, Record

HERE = str(Path(__file__).parent)
ADD = """
import sys
sys.path.insert(0, sys.argv[4])
from conftest import make
from onrecord.record import Record
first, last = int(sys.argv[2]), int(sys.argv[3])
print("ready", flush=True)
with Record.open(sys.argv[1], create=True) as record:
    for start in range(first, last, 7):
        with record.batch():
            for n in range(start, min(last, start + 7)):
                sources = [f"https://a.example/{n}/{part}" for part in range(n % 3 + 1)]
                items = [make(source=s, published=f"20{n % 40 + 10}-01-01") for s in sources]
                if not record.done(str(n)):
                    record.add(str(n), items, str(n))
"""


def adding(place: Path, first: int, last: int) -> subprocess.Popen[str]:
    given = [sys.executable, "-c", ADD, str(place), str(first), str(last), HERE]
    return subprocess.Popen(given, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def content(place: Path) -> list[object]:
    with Record.open(place) as record:
        assert record._all("PRAGMA integrity_check") == [("ok",)]
        for table in ("statement_words", "passage_words"):
            record._connection.execute(f"INSERT INTO {table}({table}) VALUES ('integrity-check')")
        found = list(record.statements())
        assert list(record.statements(Filter(words="bridge"))) == found  # the index holds all of them
        return sorted((d.source, s.id, len(record.passages(d.id))) for d, s in found)


def test_killed_at_any_moment(tmp_path: Path) -> None:
    chance, count = random.Random(7), 280
    whole, cut = tmp_path / "whole", tmp_path / "cut"
    assert adding(whole, 0, count).wait() == 0
    survived = 0
    for _ in range(9):
        process = adding(cut, 0, count)
        assert process.stdout
        process.stdout.readline()
        time.sleep(chance.random() * 0.25)
        process.send_signal(signal.SIGKILL)
        process.wait()
        with Record.open(cut, create=True) as record:
            sources = [x.document.source for x in record.documents(text=False)]
            done = [n for n in range(count) if record.done(str(n))]
            assert len(sources) == sum(n % 3 + 1 for n in done)  # whole items only
            assert len(done) >= survived  # and none is lost again
            survived = len(done)
        content(cut)
    process = adding(cut, 0, count)
    assert process.communicate()[1] == ""
    assert content(cut) == content(whole)


def test_two_processes_add_and_a_third_reads(place: Path) -> None:
    both = [adding(place, 0, 150), adding(place, 100, 250)]
    seen = 0
    while any(process.poll() is None for process in both):
        if place.exists() and place.stat().st_size > 0:
            try:
                with Record.open(place, readonly=True) as record:
                    now = record.counts().statements
                    assert now >= seen
                    seen = now
            except RecordError:
                assert seen == 0  # not made yet
        time.sleep(0.02)
    assert [process.communicate()[1] for process in both] == ["", ""]
    assert len(content(place)) == sum(n % 3 + 1 for n in range(250))


def test_a_writer_that_never_ends_is_said_to(place: Path, reading, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.record.opening.BUSY_SECONDS", 0.1)
    with Record.open(place, create=True) as one, Record.open(place) as two, one.batch():
        one.add("a", [reading()], "a")
        with pytest.raises(RecordError, match=r"another process is writing to the record; try again"):
            two.add("b", [reading(source="https://b")], "b")
        assert two.counts().documents == 0


def test_full_disk(place: Path, reading) -> None:
    with Record.open(place, create=True) as record:
        record.add("a", [reading()], "a")
        pages = record._all("PRAGMA page_count")[0][0]
        record._connection.execute(f"PRAGMA max_page_count = {pages + 3}")
        large = reading("word " * 50_000 + "\n\nend", "https://large", said=[("end", None)])
        with pytest.raises(RecordError, match=r"the disk is full.* what was stored is kept\."):
            record.add("b", [large], "b")
        assert record.counts().documents == 1
        record._connection.execute("PRAGMA max_page_count = 1000000")
        assert not record.done("b")
        assert record.add("b", [large], "b").documents == 1
    assert len(content_words(place, "end")) == 1


def content_words(place: Path, words: str) -> list[object]:
    with Record.open(place) as record:
        assert record._all("PRAGMA integrity_check") == [("ok",)]
        return list(record.statements(Filter(words=words)))


def test_full_while_committing(place: Path, reading) -> None:
    with Record.open(place, create=True) as record:
        record.add("a", [reading()], "a")

        def fill() -> None:
            with record.batch():
                record.add("b", [reading(source="https://b")], "b")
                pages = record._all("PRAGMA page_count")[0][0]
                record._connection.execute(f"PRAGMA max_page_count = {pages}")
                long = " ".join(f"w{n}" for n in range(40_000))
                record._writer.wait("passage_words", 1, long, "", "")

        with pytest.raises(RecordError, match="disk is full"):
            fill()
        record._connection.execute("PRAGMA max_page_count = 1000000")
        assert [record.done(key) for key in "ab"] == [True, False]
        assert record.add("b", [reading(source="https://b")], "b").documents == 1


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a small file system")
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can mount one")
def test_small_file_system(tmp_path: Path, reading) -> None:
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(tmp_path)], capture_output=True
    )
    if mounted.returncode:
        pytest.skip("no mounting here")
    try:
        path = tmp_path / "r.onrecord"
        stored: list[int] = []

        def fill() -> None:
            with Record.open(path, create=True) as record:
                for n in range(1000):
                    text = f"{n} word" * 2000 + " end"
                    record.add(str(n), [reading(text, f"https://{n}", said=[("end", None)])], "x")
                    stored.append(n)

        with pytest.raises(RecordError, match="disk is full") as raised:
            fill()
        assert "\n" not in str(raised.value)
        with Record.open(path, readonly=True) as record:
            assert record.counts().documents == len(stored) > 0
    finally:
        subprocess.run(["umount", str(tmp_path)], check=False)


LINK = """
import sys
sys.path.insert(0, sys.argv[2])
from onrecord.record import Guess, Name, Record
print("ready", flush=True)
with Record.open(sys.argv[1]) as record:
    waiting = list(record.unlinked_documents())
    for start in range(0, len(waiting), 5):
        with record.batch():
            for document in waiting[start : start + 5]:
                guesses = []
                for figure in record.figures(document.row):
                    name = Name(figure.name, figure.name.casefold(), (figure.name,))
                    known = record.entities_by_normal(name.normal, "person")
                    entity = known[0] if known else record.new_entity("person", name)
                    record.add_role(entity, "mayor", document)
                    guesses += [Guess(mention.span, entity, 0.9, "name") for mention in figure.mentions]
                record.add_links(document.row, guesses, "step")
"""


def linked(place: Path) -> tuple[int, list[object]]:
    """How many documents still wait, and all that is linked; they must agree with each other."""
    with Record.open(place) as record:
        assert record._all("PRAGMA integrity_check") == [("ok",)]
        record._connection.execute("INSERT INTO alias_words(alias_words) VALUES ('integrity-check')")
        joined = record._all("SELECT document FROM reading WHERE linked IS NOT NULL ORDER BY 1")
        assert record._all("SELECT DISTINCT document FROM link ORDER BY 1") == joined
        assert record._all("SELECT DISTINCT document FROM voice ORDER BY 1") == joined
        assert record._all("SELECT DISTINCT document FROM role_shown ORDER BY 1") == joined
        assert record._all("SELECT total(documents) FROM role") == [(len(joined),)]
        assert record._all("SELECT count(*) FROM alias") == record._all("SELECT count(*) FROM alias_words")
        found = record._all(
            "SELECT l.document, l.span_start, e.id FROM link l JOIN entity e ON e.row = l.entity"
        )
        return len(list(record.unlinked_documents())), sorted(found)


def test_killed_while_linking(tmp_path: Path, reading) -> None:
    """A document is linked whole or waits, and what waits is linked by the next run all the same."""
    chance, whole, cut = random.Random(11), tmp_path / "whole", tmp_path / "cut"
    for path in (whole, cut):
        with Record.open(path, create=True) as record, record.batch():
            for n in range(200):
                name = f"Ada Lovelock {n % 9}"
                given = reading(f"{name} said: “Yes.”", f"/{n}", said=[("Yes.", name)], figures=[name])
                record.add(str(n), [given], f"/{n}")

    def linking(path: Path) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", LINK, str(path), HERE],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    assert linking(whole).communicate()[1] == ""
    left = 200
    for _ in range(6):
        process = linking(cut)
        assert process.stdout
        process.stdout.readline()
        time.sleep(chance.random() * 0.15)
        process.send_signal(signal.SIGKILL)
        process.wait()
        waiting, _ = linked(cut)
        assert waiting <= left
        left = waiting
    assert linking(cut).communicate()[1] == ""
    assert linked(cut) == linked(whole)
    assert linked(cut)[0] == 0
