"""Protects: adding is idempotent, goes on where it stopped, and keeps what failed until it is mended."""

from __future__ import annotations

import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from onrecord import run
from onrecord.errors import ModelError, RecordError
from onrecord.record import Filter, Record
from onrecord.settings import Settings

# Long and plain enough to be known for English without a model, which would be loaded in every worker.
TEXT = (
    'Mayor Ana Petrova said on Monday: "The bridge of {name} will open in spring." It had been closed '
    "for a year, and the people of the town had to go by the ferry, which "
    "was slow and full in the morning.\n"
)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name in ("Arla", "Brod", "Celm"):
        (folder / f"{name}.txt").write_text(TEXT.format(name=name), encoding="utf-8")
    return folder


def failed(record: Path) -> list[str]:
    with Record.open(record, readonly=True) as store:
        return [Path(row.path).name for row in store.failures()]


@pytest.mark.parametrize("workers", [1, 2])
def test_adding_again_changes_nothing(texts: Path, tmp_path: Path, workers: int) -> None:
    """The same bytes at the same place are passed over."""
    record, settings = tmp_path / "r.onrecord", Settings(workers=workers)
    first = run.add(record, [str(texts)], settings)
    assert (first.documents, first.failures, first.skipped) == (3, 0, 0)
    assert first.statements >= 3
    again = run.add(record, [str(texts)], settings)
    assert (again.documents, again.statements, again.skipped) == (0, 0, 3)


def test_a_changed_text_is_a_new_version(texts: Path, tmp_path: Path) -> None:
    """What was stored stays beside it."""
    record = tmp_path / "r.onrecord"
    run.add(record, [str(texts)], Settings(workers=1))
    (texts / "Arla.txt").write_text(TEXT.format(name="Arla the New"), encoding="utf-8")
    summary = run.add(record, [str(texts)], Settings(workers=1))
    assert (summary.documents, summary.versions, summary.skipped) == (0, 1, 2)
    with Record.open(record, readonly=True) as store:
        assert len(list(store.documents(Filter()))) == 4


def test_another_reader_finds_anew_and_loses_nothing(texts: Path, tmp_path: Path) -> None:
    """The reader is part of what was done; what the one before found stays, under its ids, beside it."""
    record = tmp_path / "r.onrecord"
    for file in texts.iterdir():
        file.write_text(f"At the ferry of Celm\n\n{TEXT.format(name=file.stem)}", encoding="utf-8")
    run.add(record, [str(texts)], Settings(workers=1, reader="rules"))
    with Record.open(record, readonly=True) as store:
        ruled = [statement for _, statement in store.statements(Filter())]
    again = run.add(record, [str(texts)], Settings(workers=1, reader="small"))
    assert (again.documents, again.versions, again.skipped, again.unchanged) == (0, 0, 0, 3)
    with Record.open(record, readonly=True) as store:
        listed = [statement for _, statement in store.statements(Filter())]
        assert {one.rule for one in listed} == {"reader"}
        assert "reader" not in {one.rule for one in ruled}
        assert all(store.statement(one.id) for one in ruled)
        assert store.counts().documents == store.counts().versions == 3
    assert run.add(record, [str(texts)], Settings(workers=1, reader="small")).skipped == 3


def test_what_is_listed_was_found_by_the_reader_asked_last(texts: Path, tmp_path: Path) -> None:
    """To and fro as often as one likes: the record shows what the last run would find, and does not grow."""
    record = tmp_path / "r.onrecord"
    for file in texts.iterdir():
        file.write_text(f"At the ferry of Celm\n\n{TEXT.format(name=file.stem)}", encoding="utf-8")
    sizes = set()
    for turn, reader in enumerate(("small", "rules", "small", "rules", "small", "small")):
        summary = run.add(record, [str(texts)], Settings(workers=1, reader=reader))
        assert summary.documents == (0 if turn else 3)
        assert summary.skipped == (3 if turn == 5 else 0)
        assert (summary.statements > 0) == (turn < 2)
        with Record.open(record, readonly=True) as store:
            listed = {statement.rule for _, statement in store.statements(Filter())}
            found = len(list(store.statements(Filter(words="bridge"))))
        assert (listed == {"reader"}) == (reader == "small")
        sizes.add(found)
    assert sizes == {3}


def test_a_reader_that_finds_the_same_adds_nothing(tmp_path: Path) -> None:
    """Where both read the same, nothing is stored twice."""
    record, text = tmp_path / "r.onrecord", tmp_path / "turns.txt"
    text.write_text("MS. ORRIN:  It rained here.\n\nMR. SALM:  It did.\n\nMS. ORRIN:  And for long.\n" * 3)
    first = run.add(record, [str(text)], Settings(workers=1, reader="rules"))
    assert first.statements
    other = run.add(record, [str(text)], Settings(workers=1, reader="small"))
    assert (other.unchanged, other.statements) == (1, 0)
    again = run.add(record, [str(text)], Settings(workers=1, reader="rules"))
    assert (again.unchanged, again.statements) == (1, 0)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_reader_that_cannot_be_loaded_ends_the_run_with_one_sentence(
    texts: Path, tmp_path: Path, workers: int
) -> None:
    """Each text would fail alike: the run says so once, keeps no failures, and the next one does the work."""
    record = tmp_path / "r.onrecord"
    with pytest.raises(ModelError, match="--rules-only"):
        run.add(record, [str(texts)], Settings(workers=workers, reader="huge"))
    assert failed(record) == []
    assert run.add(record, [str(texts)], Settings(workers=1)).documents == 3


def test_the_same_bytes_in_two_places_are_two_documents(tmp_path: Path) -> None:
    """Two outlets that print one release have both printed it."""
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(TEXT.format(name="Arla"), encoding="utf-8")
    record = tmp_path / "r.onrecord"
    summary = run.add(record, [str(tmp_path / "one.txt"), str(tmp_path / "two.txt")], Settings(workers=2))
    assert summary.documents == 2


def test_a_failure_is_told_again_until_it_is_mended(texts: Path, tmp_path: Path) -> None:
    """What cannot be read is never taken for done, and leaves the list once it is read."""
    record = tmp_path / "r.onrecord"
    (texts / "Dorn.txt").write_bytes(b"")
    for _ in range(2):
        assert run.add(record, [str(texts)], Settings(workers=1)).failures == 1
        assert failed(record) == ["Dorn.txt"]
    (texts / "Dorn.txt").write_text(TEXT.format(name="Dorn"), encoding="utf-8")
    assert run.add(record, [str(texts)], Settings(workers=1)).failures == 0
    assert failed(record) == []


def test_a_mended_archive_leaves_the_list(tmp_path: Path) -> None:
    """A container is no document, so that only a walk to its end shows that it is whole again."""
    record, archive = tmp_path / "r.onrecord", tmp_path / "texts.zip"
    archive.write_bytes(b"PK\x03\x04 broken")
    assert run.add(record, [str(archive)], Settings(workers=1)).failures
    assert failed(record) == ["texts.zip"]
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("Arla.txt", TEXT.format(name="Arla"))
    assert run.add(record, [str(archive)], Settings(workers=1)).documents == 1
    assert failed(record) == []


def test_a_name_that_stands_for_nothing_is_told_and_not_kept(texts: Path, tmp_path: Path) -> None:
    """A slip of the pen is not a source."""
    record = tmp_path / "r.onrecord"
    summary = run.add(record, [str(tmp_path / "nowhere"), str(texts)], Settings(workers=1))
    assert (summary.failures, summary.documents) == (1, 3)
    assert failed(record) == []


def test_watchers_hear_of_every_failure(texts: Path, tmp_path: Path) -> None:
    """Totals grow, and each failure is told once."""
    (texts / "Dorn.txt").write_bytes(b"")
    heard: list[str] = []
    totals: list[int] = []

    def watch(summary: run.Summary, failures: object) -> None:
        heard.extend(str(failure) for failure in failures)  # type: ignore[attr-defined]
        totals.append(summary.documents)

    run.add(tmp_path / "r.onrecord", [str(texts)], Settings(workers=2), watch=watch)
    assert len(heard) == 1
    assert "Dorn.txt" in heard[0]
    assert totals[-1] == 3


@pytest.mark.parametrize("workers", [1, 2])
def test_a_run_that_is_asked_to_stop_stops_and_can_go_on(texts: Path, tmp_path: Path, workers: int) -> None:
    """What is stored stays; the same command does the rest."""
    record, settings = tmp_path / "r.onrecord", Settings(workers=workers)
    asked = iter([False, True])
    summary = run.add(record, [str(texts)], settings, stop=lambda: next(asked, True))
    assert summary.stopped
    assert summary.documents < 3
    rest = run.add(record, [str(texts)], settings)
    assert not rest.stopped
    assert summary.documents + rest.documents == 3


def test_a_killed_run_goes_on_and_loses_nothing(tmp_path: Path) -> None:
    """`kill -9` at any instant costs about a second's work."""
    folder, record = tmp_path / "many", tmp_path / "r.onrecord"
    folder.mkdir()
    for number in range(150):
        text = "".join(TEXT.format(name=f"{word} {number}") for word in ("Arla", "Brod", "Celm", "Dorn"))
        (folder / f"{number:04}.txt").write_text(text * 3, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "onrecord",
        "add",
        str(folder),
        "--record",
        str(record),
        "--workers",
        "2",
        "--rules-only",
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    end = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < end and not _documents(record):
        time.sleep(0.05)
    process.kill()
    process.wait()
    stored = _documents(record)
    settings = Settings(workers=2, reader="rules")
    run.add(record, [str(folder)], settings)
    assert _documents(record) == 150
    assert stored <= 150
    assert run.add(record, [str(folder)], settings).skipped == 150


def _documents(record: Path) -> int:
    try:
        with Record.open(record, readonly=True) as store:
            return store.counts().documents
    except RecordError:
        return 0


def test_a_file_that_is_no_record_is_refused_and_left(texts: Path, tmp_path: Path) -> None:
    """Nothing is read for a record that cannot be written."""
    file = tmp_path / "notes.txt"
    file.write_text("my notes")
    with pytest.raises(RecordError):
        run.add(file, [str(texts)], Settings(workers=2))
    assert file.read_text() == "my notes"
