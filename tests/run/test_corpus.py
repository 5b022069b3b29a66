"""Protects a corpus: it holds what a record would, whichever engine made it, however often it was killed."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import corpora
import pytest

from onrecord import columns, run
from onrecord.errors import UsageError
from onrecord.export import parquet
from onrecord.export.views import View
from onrecord.record import Record
from onrecord.run import corpus_reading
from onrecord.run.crew import DIED
from onrecord.settings import Settings

EXAMPLES = Path(__file__).parents[2] / "examples" / "press"
MANY = 150


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("papers")
    corpora.texts(folder, MANY)
    return folder


@pytest.fixture(scope="module")
def record(papers: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("added") / "r.onrecord"
    run.add(path, [str(papers)], corpora.RULES.changed({"workers": 1}))
    return path


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus_reading, "PART_ITEMS", 20)


@pytest.fixture(scope="module")
def whole(papers: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of the papers, read and traced without trouble."""
    place = tmp_path_factory.mktemp("whole") / "corpus"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(corpus_reading, "PART_ITEMS", 20)
        done = corpora.read([str(papers)], place)
    assert (done.documents, done.parts, done.failures) == (MANY, 8, 0)
    corpora.traced(place)
    return place


def test_a_corpus_loads_into_what_adding_makes(whole: Path, record: Path, tmp_path: Path) -> None:
    loaded = tmp_path / "l.onrecord"
    done = run.load(whole, loaded, corpora.RULES.changed({"workers": 1}))
    assert done.documents == MANY
    assert corpora.recorded(loaded) == corpora.recorded(record)


def test_the_examples_load_into_what_adding_makes(tmp_path: Path) -> None:
    """Mail, pages, tables, rows, other languages; each hop with what was changed."""
    settings = Settings(workers=1, reader="rules")
    run.add(tmp_path / "a.onrecord", [str(EXAMPLES)], settings)
    corpora.read([str(EXAMPLES)], tmp_path / "corpus")
    run.load(tmp_path / "corpus", tmp_path / "b.onrecord", settings)
    assert corpora.recorded(tmp_path / "b.onrecord") == corpora.recorded(tmp_path / "a.onrecord")
    corpora.traced(tmp_path / "corpus")
    assert corpora.travels(tmp_path / "corpus") == corpora.recorded_travels(tmp_path / "a.onrecord")
    hops = [row for path in tmp_path.glob("corpus/traces/hops/*") for row in columns.read(columns.HOPS, path)]
    assert {"copy", "cut", "reworded"} <= {row.kind for row in hops}
    assert {"added", "dropped", "replaced"} <= {edit.kind for row in hops for edit in row.edits or ()}


def test_an_export_loads_into_what_was_exported(record: Path, tmp_path: Path) -> None:
    view = View(record, "statements")
    parquet.folder(view, view.things(), tmp_path / "export")
    loaded = tmp_path / "l.onrecord"
    run.load(tmp_path / "export", loaded, corpora.RULES.changed({"workers": 1}))
    assert corpora.recorded(loaded) == corpora.recorded(record)


def test_a_corpus_is_traced_as_a_record_is(whole: Path, record: Path) -> None:
    found = corpora.travels(whole)
    assert found == corpora.recorded_travels(record)
    assert len(found["hops"]) > MANY


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (["published>=2031-06", "published<2031-07"], lambda d: d.published.edtf[:7] == "2031-06"),
        (["published=2031-03"], lambda d: d.published.edtf[:7] == "2031-03"),
        (["text~furnace", "text~LETTERS"], lambda d: "furnace" in d.text and "letters" in d.text),
        (["path~/0007"], lambda d: "/0007" in d.path),
        (["speaker=odo lenk"], lambda d: "Odo Lenk" in d.text),
        (["language!=en"], lambda d: d.language != "en"),
    ],
    ids=lambda one: "" if callable(one) else " ".join(one),
)  # fmt: skip
def test_a_selection_is_loaded(
    whole: Path, record: Path, tmp_path: Path, where: list[str], expected: Any
) -> None:
    settings = corpora.RULES.changed({"trace": "no"})
    run.load(whole, tmp_path / "l.onrecord", settings, where)
    with Record.open(record, readonly=True) as store:
        wanted = sorted(one.document.id for one in store.documents() if expected(one.document))
    with Record.open(tmp_path / "l.onrecord", readonly=True) as store:
        assert sorted(one.document.id for one in store.documents(text=False)) == wanted


@pytest.mark.parametrize("where", ["", "nobody=1", "title>=a", "words>=many", "just words"])
def test_a_condition_without_meaning_is_refused(whole: Path, tmp_path: Path, where: str) -> None:
    with pytest.raises(UsageError):
        run.load(whole, tmp_path / "l.onrecord", corpora.RULES, [where])
    assert not (tmp_path / "l.onrecord").exists()


def test_reading_again_adds_what_is_new_alone(papers: Path, whole: Path, tmp_path: Path) -> None:
    place = tmp_path / "corpus"
    shutil.copytree(whole, place)
    before = corpora.rows(place)
    done = corpora.read([str(papers)], place)
    assert (done.parts, done.skipped) == (0, MANY)
    more = tmp_path / "more"
    corpora.texts(more, 10, seed=8)
    done = corpora.read([str(papers), str(more)], place)
    assert (done.parts, done.documents, done.skipped) == (1, 10, MANY)
    assert set(before["statements"]) <= set(corpora.rows(place)["statements"])
    corpora.traced(place)
    run.add(tmp_path / "r.onrecord", [str(papers), str(more)], corpora.RULES.changed({"workers": 1}))
    assert corpora.travels(place) == corpora.recorded_travels(tmp_path / "r.onrecord")


def test_a_changed_text_is_a_version_in_traces_too(tmp_path: Path) -> None:
    names = corpora.texts(tmp_path / "texts", 12)
    place, record = tmp_path / "corpus", tmp_path / "r.onrecord"
    corpora.read([str(tmp_path / "texts")], place)
    run.add(record, [str(tmp_path / "texts")], corpora.RULES.changed({"workers": 1}))
    first = Path(names[0]).read_text(encoding="utf-8")
    Path(names[0]).write_text(first.replace("Arla", "Celm"), encoding="utf-8")
    corpora.read([str(tmp_path / "texts")], place)
    run.add(record, [str(tmp_path / "texts")], corpora.RULES.changed({"workers": 1}))
    corpora.traced(place)
    assert corpora.travels(place) == corpora.recorded_travels(record)


def test_linking_again_with_other_facts_makes_the_parts_anew(
    papers: Path, whole: Path, tmp_path: Path
) -> None:
    place = tmp_path / "corpus"
    shutil.copytree(whole, place)
    before, ids = corpora.rows(place), {path.name for path in (place / "parts").iterdir()}
    by = corpora.means()
    assert run.link_corpus(place, by).parts == 0
    assert run.link_corpus(place, by, every=True).parts == 8
    by.engine.close()
    assert corpora.rows(place) == before
    assert not ids & {path.name for path in (place / "parts").iterdir()}
    corpora.traced(place)
    assert corpora.travels(place) == corpora.travels(whole)


def test_a_corpus_is_read_in_one_way(papers: Path, whole: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"read otherwise \(max_nesting\)"):
        corpora.read([str(papers)], whole, corpora.means(max_nesting=1))
    (tmp_path / "letter.txt").write_text("private", encoding="utf-8")
    with pytest.raises(UsageError, match="not empty"):
        corpora.read([str(papers)], tmp_path)
    with pytest.raises(UsageError, match="no corpus"):
        run.corpus_stats(tmp_path)


# -- engines


@dataclass(frozen=True)
class Note:
    """A task that leaves a note, some of which end their process."""

    place: Path
    number: int
    deadly: bool = False

    def do(self) -> None:
        if self.deadly:
            os.kill(os.getpid(), signal.SIGKILL)
        if self.number == 7:
            raise ValueError("seven")
        (self.place / str(self.number)).write_text("done", encoding="utf-8")


ENGINES = [("local", ""), ("daft", ""), ("daft", "local")]


@pytest.mark.parametrize(("name", "address"), ENGINES)
def test_an_engine_tells_the_end_of_every_task(name: str, address: str, tmp_path: Path) -> None:
    """One that ends its process costs no other but those that were done beside it, and those are told too."""
    engine = run.engine_of(name, 2, address)
    tasks = [Note(tmp_path, number, deadly=number == 3) for number in range(12)]
    ends: dict[int, str] = {}
    todo = tasks
    try:
        while todo:
            found = {one.task.number: one.trouble for one in engine.each(iter(todo)) if one}
            assert set(found) == {task.number for task in todo}
            ends.update(found)
            todo = [task for task in todo if found[task.number] == DIED and not task.deadly]
    finally:
        engine.close()
    assert ends[3] == DIED
    assert "seven" in ends[7]
    assert {number for number, trouble in ends.items() if not trouble} == set(range(12)) - {3, 7}
    assert {int(path.name) for path in tmp_path.iterdir()} == set(range(12)) - {3, 7}


def test_an_engine_that_is_not_there_is_named() -> None:
    with pytest.raises(UsageError, match="no engine spark"):
        run.engine_of("spark", 1)


# -- what goes wrong

DRIVER = """
import sys
sys.path.insert(0, {tests!r})
import corpora
from pathlib import Path
from onrecord import run
from onrecord.record import Record
from onrecord.run import corpus_reading
corpus_reading.PART_ITEMS = 20
by = corpora.means()
run.read_corpus([{papers!r}], Path({place!r}), by)
run.trace_corpus(Path({place!r}), by)
"""


@pytest.mark.parametrize("moment", ["first part", "most parts", "tracing"])
def test_a_killed_driver_goes_on_where_it_stood(
    moment: str, papers: Path, whole: Path, tmp_path: Path
) -> None:
    """Nothing is lost, nothing doubled; what was done is not done again."""
    place = tmp_path / "corpus"
    program = DRIVER.format(tests=str(Path(__file__).parent), papers=str(papers), place=str(place))
    driver = subprocess.Popen([sys.executable, "-c", program])
    reached = {
        "first part": lambda: len(list(place.glob("parts/*/part.json"))) >= 1,
        "most parts": lambda: len(list(place.glob("parts/*/part.json"))) >= 6,
        "tracing": lambda: len(list(place.glob("trace/run-*/pairs/*.arrow"))) >= 1,
    }[moment]
    while not reached() and driver.poll() is None:
        time.sleep(0.01)
    driver.kill()
    driver.wait()
    there = len(list(place.glob("parts/*/part.json")))
    done = corpora.read([str(papers)], place)
    assert done.parts <= 8 - there + 1
    corpora.traced(place)
    assert corpora.rows(place) == corpora.rows(whole)
    assert corpora.travels(place) == corpora.travels(whole)
    listed = [json.loads(line) for line in (place / "manifest.jsonl").read_text().splitlines()]
    items = [line["part"]["counts"]["items"] for line in listed if "part" in line]
    assert sum(items) == MANY


SHIM = """
import os, signal, sys
MODEL_FILE = ""
class LanguageIdentifier:
    labels = ("en", "de")
    @classmethod
    def from_model_file(cls, *_): return cls()
    def set_languages(self, *_): pass
    def classify(self, text):
        if "zzdeadly" in text:
            os.kill(os.getpid(), signal.SIGKILL)
        return "en", 1.0
    def rank(self, text): return [self.classify(text)]
"""


@pytest.fixture
def poison(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which one text ends every process that reads it."""
    package = tmp_path / "shim" / "py3langid"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "langid.py").write_text(textwrap.dedent(SHIM), encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path / "shim"))
    folder = tmp_path / "texts"
    corpora.texts(folder, 30)
    (folder / "0011x.txt").write_text("Zzdeadly zzdeadly vosti kurma zzdeadly holun. " * 9, encoding="utf-8")
    return folder


def test_a_poisonous_document_costs_itself_alone(poison: Path, tmp_path: Path) -> None:
    place = tmp_path / "corpus"
    done = corpora.read([str(poison)], place)
    assert (done.documents, done.failures, done.troubles) == (30, 1, ())
    [failure] = run.corpus_failures(place)
    assert failure.path.endswith("0011x.txt")
    assert "ended twice" in failure.reason
    # It is not tried for ever, unless it is asked for; then it is told once, not twice.
    assert corpora.read([str(poison)], place).parts == 0
    assert corpora.read([str(poison)], place, again=True).failures == 1
    assert len(list(run.corpus_failures(place))) == 1
    (poison / "0011x.txt").write_text(
        "It is raining on the town of Arla, and the market is shut.", encoding="utf-8"
    )
    assert corpora.read([str(poison)], place).documents == 1
    assert list(run.corpus_failures(place)) == []


def test_half_written_parts_are_never_seen(papers: Path, whole: Path, tmp_path: Path) -> None:
    place = tmp_path / "corpus"
    shutil.copytree(whole, place)
    rows = corpora.rows(place)
    manifest = (place / "manifest.jsonl").read_bytes()
    # The driver was killed between a part's name and its line, while it wrote a line, and with work begun.
    lines = manifest.splitlines(keepends=True)
    parts = [line for line in lines if b'"part"' in line]
    kept = [line for line in lines if line not in parts[-2:]]
    (place / "manifest.jsonl").write_bytes(b"".join(kept) + parts[-2][:40])
    begun = place / ".unfinished" / "0123456789abcdef.99"
    begun.mkdir(parents=True)
    (begun / "documents.parquet").write_bytes(b"PAR1 half")
    broken = place / "parts" / "fedcba9876543210"
    broken.mkdir()
    assert corpora.read([str(papers)], place).parts == 0
    shutil.rmtree(broken)
    assert corpora.rows(place) == rows
    assert run.corpus_stats(place).documents == MANY
    assert not begun.exists()


def test_a_full_disk_costs_what_is_not_done(papers: Path, whole: Path, tmp_path: Path) -> None:
    """What was finished stays and can be loaded; with more room the same command goes on."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=500k", "tmpfs", str(disk)], check=False)
    if mounted.returncode:
        pytest.skip("no mounting here")
    try:
        place = disk / "corpus"
        with pytest.raises(UsageError, match="disk is full; what is done stays") as raised:
            corpora.read([str(papers)], place)
        assert "make room" in str(raised.value)
        there = run.corpus_stats(place)
        assert 0 < there.documents < MANY
        assert run.load(place, tmp_path / "l.onrecord", corpora.RULES).documents == there.documents
        subprocess.run(["mount", "-o", "remount,size=1m", str(disk)], check=True)
        assert corpora.read([str(papers)], place).documents == MANY - there.documents
        subprocess.run(["mount", "-o", "remount,size=20m", str(disk)], check=True)
        corpora.traced(place)
        assert corpora.rows(place) == corpora.rows(whole)
        assert corpora.travels(place) == corpora.travels(whole)
    finally:
        subprocess.run(["umount", str(disk)], check=False)


def test_what_cannot_be_read_is_listed_once(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    corpora.texts(folder, 3)
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 no archive")
    (folder / "rows.jsonl").write_text('{"id": "1", "text": "Rain fell."}\nnot json\n', encoding="utf-8")
    place = tmp_path / "corpus"
    done = corpora.read([str(folder), str(tmp_path / "nowhere")], place)
    assert (done.documents, done.failures) == (4, 3)
    told = {Path(row.path).name: row.reason for row in run.corpus_failures(place)}
    assert set(told) == {"broken.docx", "rows.jsonl", "nowhere"}
    again = corpora.read([str(folder), str(tmp_path / "nowhere")], place)
    assert (again.parts, again.failures) == (0, 0)


def test_documents_of_one_name_stay_apart(tmp_path: Path) -> None:
    """Rows that call themselves the same in two files are two documents, as in a record."""
    for name in ("a", "b"):
        line = json.dumps(
            {"id": "1", "text": f'"The bridge will open," said Ana Petrova in the town of {name}.'}
        )
        (tmp_path / f"{name}.jsonl").write_text(line + "\n", encoding="utf-8")
    sources = [str(tmp_path / "a.jsonl"), str(tmp_path / "b.jsonl")]
    corpora.read(sources, tmp_path / "corpus")
    run.load(tmp_path / "corpus", tmp_path / "l.onrecord", corpora.RULES.changed({"workers": 1}))
    run.add(tmp_path / "r.onrecord", sources, corpora.RULES.changed({"workers": 1}))
    assert corpora.recorded(tmp_path / "l.onrecord") == corpora.recorded(tmp_path / "r.onrecord")


def test_a_corpus_of_nothing_is_traced_and_counted(tmp_path: Path) -> None:
    place = tmp_path / "corpus"
    assert corpora.read([str(tmp_path / "nowhere")], place).failures == 1
    corpora.traced(place)
    found = run.corpus_stats(place)
    assert (found.documents, found.families, found.failures) == (0, 0, 1)
    assert run.load(place, tmp_path / "l.onrecord", corpora.RULES).documents == 0
