"""Protects: every input gives one result in its place, whatever happens to the process that works on it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from renders import first_line, hostile

from onrecord import find, read, run
from onrecord.model import Document, Failure, Item, Passage, Statement
from onrecord.run import steps
from onrecord.run.jobs import Job
from onrecord.run.pool import WINDOW, Pool
from onrecord.run.steps import Worker
from onrecord.settings import Settings

# Long and plain enough to be known for English without a model, which would be loaded in every worker.
FILLER = (
    "\nIt rained over the harbour all morning, and the ferries stayed where they were. The people of the "
    "town had been waiting for the boats since the day before, and they went home in the end with "
    "what they had.\n"
)
DOCUMENTS = read.documents  # before a test puts something in its place


def folder(tmp_path: Path, *lines: str) -> str:
    for number, line in enumerate(lines):
        (tmp_path / f"{number:03}.txt").write_text(line + FILLER, encoding="utf-8")
    return str(tmp_path)


def told(places: list[str], **settings: object) -> list[str]:
    """The first line of each document, and "failure" for what could not be read."""
    found = run.rendered(places, Settings().changed(settings), hostile)
    return ["failure" if isinstance(result, Failure) else result.text for result in found]


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_results_come_in_the_order_of_the_input(tmp_path: Path, workers: int) -> None:
    """However many processes work, the output is the same."""
    names = [f"Text {number}" for number in range(40)]
    assert told([folder(tmp_path, *names)], workers=workers) == names


def test_workers_and_one_process_find_the_same(tmp_path: Path) -> None:
    """What is found does not depend on where."""
    place = folder(tmp_path, *[f'Mayor Ana Petrova said: "The bridge {n} will open."' for n in range(5)])
    alone = list(run.read([place], Settings(workers=1)))
    assert alone == list(run.read([place], Settings(workers=2)))
    assert all(isinstance(result, run.Read) and result.statements for result in alone)


def test_a_worker_that_dies_costs_its_document_alone(tmp_path: Path) -> None:
    """A parser that crashes, or a system short of memory, does not end the batch."""
    lines = ["one", "DIE", "three", "four", "DIE", "six"]
    expected = ["one", "failure", "three", "four", "failure", "six"]
    assert told([folder(tmp_path, *lines)], workers=2) == expected


def test_a_document_that_never_ends_is_given_up(tmp_path: Path) -> None:
    """One hostile text does not hold the batch for ever, and the failure names the setting."""
    place = folder(tmp_path, "one", "HANG", "three")
    settings = Settings(workers=2, document_seconds=8.0)
    results = list(run.rendered([place], settings, hostile))
    assert [isinstance(result, Failure) for result in results] == [False, True, False]
    assert "document_seconds" in str(results[1])


@pytest.mark.parametrize("workers", [1, 2])
def test_a_bug_costs_its_document_and_leaves_its_traceback(
    tmp_path: Path, workers: int, capfd: pytest.CaptureFixture[str]
) -> None:
    """A bug in one text is a failure of that text, and can still be found."""
    results = list(
        run.rendered([folder(tmp_path, "one", "FAIL", "three")], Settings(workers=workers), hostile)
    )
    assert [isinstance(result, Failure) for result in results] == [False, True, False]
    assert "ValueError" in str(results[1])
    if workers > 1:  # in this process pytest takes the log
        assert "Traceback" in capfd.readouterr().err


def one_item(
    texts: list[str], monkeypatch: pytest.MonkeyPatch, reader: str = "small"
) -> list[run.Read | Failure]:
    """What comes of one item that holds all of the texts."""
    alone = [
        next(DOCUMENTS(Item(f"{n}", f"/{n}", "text", t.encode()), Settings())) for n, t in enumerate(texts)
    ]
    monkeypatch.setattr(steps.read, "documents", lambda item, settings: iter(alone))
    worker = Worker(Job(Settings(workers=1, reader=reader)))
    results = worker(Item("all", "/all", "text", b"all")).results
    assert all(not isinstance(result, run.Rendered) for result in results)
    return list(results)  # type: ignore[arg-type]


def test_a_document_that_breaks_the_finder_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents of one item are found together, and apart once one of them sets off a fault."""
    asked: list[int] = []
    honest = find.each

    def each(texts: Sequence[tuple[Document, Sequence[Passage]]], reader: str) -> list[list[Statement]]:
        asked.append(len(texts))
        if any("FAULT" in document.text for document, _ in texts):
            raise ZeroDivisionError
        return honest(texts, reader)

    monkeypatch.setattr(steps.find, "each", each)
    texts = [
        f'Mayor Ana Petrova said: "The bridge {name} will open."{FILLER}' for name in ("A", "FAULT", "C")
    ]
    results = one_item(texts, monkeypatch)
    assert asked == [3, 1, 1, 1]
    assert [isinstance(result, Failure) for result in results] == [False, True, False]
    assert all(result.statements for result in results if isinstance(result, run.Read))


def test_documents_of_an_item_are_found_in_bounded_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of a million letters is not held in memory at once, and grouping changes nothing."""
    texts = [f'Mayor Ana Petrova said: "The bridge {n} will open."{FILLER}' for n in range(7)]
    together = one_item(texts, monkeypatch)
    asked: list[int] = []
    honest = find.each

    def each(texts: Sequence[tuple[Document, Sequence[Passage]]], reader: str) -> list[list[Statement]]:
        asked.append(sum(len(document.text) for document, _ in texts))
        return honest(texts, reader)

    monkeypatch.setattr(steps.find, "each", each)
    monkeypatch.setattr(steps, "TOGETHER", 2 * len(texts[0]))
    assert one_item(texts, monkeypatch) == together
    assert max(asked) <= 3 * len(texts[0])
    assert len(asked) == 4


def test_the_reader_is_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is asked for is what reads."""
    text = f"Mayor Ana Petrova said that the bridge would open.{FILLER}"
    for reader, expected in (("small", True), ("large", True), ("rules", False)):
        (result,) = one_item([text], monkeypatch, reader)
        assert isinstance(result, run.Read)
        assert [statement.rule == "reader" for statement in result.statements] == [expected]


def test_a_library_that_prints_does_not_break_the_talk_between_processes(tmp_path: Path) -> None:
    """Frames and prints do not share a pipe."""
    assert told([folder(tmp_path, "PRINT", "two")], workers=2) == ["PRINT", "two"]


def test_a_place_that_is_not_there_is_one_failure(tmp_path: Path) -> None:
    """The other places are read."""
    place = folder(tmp_path, "one")
    assert told([str(tmp_path / "nowhere"), place], workers=2) == ["failure", "one"]


def test_the_input_is_taken_as_it_is_needed(tmp_path: Path) -> None:
    """An archive without end is read in bounded memory: no more is taken than a window's worth ahead."""
    taken = 0

    def endless() -> Iterator[Item]:
        nonlocal taken
        while True:
            taken += 1
            yield Item(f"{taken}.txt", f"/{taken}.txt", "text", f"Text {taken}{FILLER}".encode())

    outcomes = Pool(Job(Settings(), render=first_line), 2).outcomes(endless())
    for _ in range(5):
        next(outcomes)
    assert taken <= 2 * WINDOW + 6
    outcomes.close()


def test_large_items_are_held_back(tmp_path: Path) -> None:
    """What is under way is bounded in bytes too."""
    held: list[int] = []

    def large() -> Iterator[Item]:
        for number in range(30):
            held.append(number)
            yield Item(
                f"{number}.txt", f"/{number}.txt", "text", f"Text {number}".encode() + b" word" * 400_000
            )

    pool = Pool(Job(Settings(), render=first_line), 2)
    outcomes = pool.outcomes(large())
    next(outcomes)
    assert len(held) <= 8
    outcomes.close()


def test_stopping_leaves_no_process_behind() -> None:
    """Whoever stops listening stops the work."""
    pool = Pool(Job(Settings(), render=hostile), 2)
    outcomes = pool.outcomes(Item(f"{n}", f"/{n}", "text", b"HANG\n") for n in range(4))
    stop = time.monotonic() + 1.5
    pool._stop = lambda: time.monotonic() > stop
    assert list(outcomes) == []
    assert not pool._processes


def test_workers_end_with_a_parent_that_was_killed(tmp_path: Path) -> None:
    """A `kill -9` leaves nothing running, not even a worker stuck in a document."""
    place = folder(tmp_path, "HANG", "HANG")
    script = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        "from renders import hostile\nfrom onrecord import run\nfrom onrecord.settings import Settings\n"
        f"print(list(run.rendered([{place!r}], Settings(workers=2), hostile)))"
    )
    parent = subprocess.Popen([sys.executable, "-c", script])
    children = _wait(lambda: _children(parent.pid))
    time.sleep(1.0)  # until they hang in their documents
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    assert _wait(lambda: not any(_alive(pid) for pid in children)), "workers outlive their parent"


def _children(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task")
    found = [int(c) for task in tasks.glob("*") for c in (task / "children").read_text().split()]
    return found if len(found) == 2 else []


def _alive(pid: int) -> bool:
    try:
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text() and bool(os.kill(pid, 0) is None)
    except (OSError, ProcessLookupError):
        return False


def _wait(condition, seconds: float = 20.0):  # type: ignore[no-untyped-def]
    end = time.monotonic() + seconds
    while not (value := condition()) and time.monotonic() < end:
        time.sleep(0.05)
    return value


def test_the_agency_of_a_dateline_passed_every_word_on(tmp_path: Path) -> None:
    """A report that an agency's dateline opens reached the page through that agency."""
    text = tmp_path / "report.txt"
    text.write_text(
        "WESTBAY, June 6. /TASS/. The harbour of Westbay will close for repairs in the spring, Mayor Orla "
        'Brandt said on Friday. "We have no other choice," she said.\n',
        encoding="utf-8",
    )
    (found,) = run.read([str(text)], Settings(workers=1, reader="rules"))
    assert not isinstance(found, Failure)
    assert len(found.statements) == 2
    for statement in found.statements:
        assert [via.of(found.reading.document.text) for via in statement.via] == ["TASS"]
