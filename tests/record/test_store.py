"""Protects the rules of adding: identity, versions, places, keys, failures, all or nothing."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.errors import RecordError
from onrecord.model import Failure, Linked, statement_id
from onrecord.record import Filter, Record

CHANGED = "Mayor Ada Lovelock said: “The bridge reopens in May.”\n\nCorrection: in June."


@pytest.fixture
def record(place: Path):
    with Record.open(place, create=True) as record:
        yield record


def dump(record: Record) -> list[object]:
    tables = record._all("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%_words'")
    return [record._all(f"SELECT * FROM {name} ORDER BY 1") for (name,) in tables]


def test_a_step_is_done_once_added(record: Record, reading) -> None:
    assert not record.done("k")
    assert record.add("k", [reading()], "/news/bridge.txt") == (1, 0, 0, 1, 0)
    assert record.done("k")
    record.add("", [], "/x")
    assert not record.done("")


def test_adding_again_changes_nothing(record: Record, reading) -> None:
    record.add("k", [reading()], "/news/bridge.txt")
    before = dump(record)
    assert record.add("k", [reading()], "/news/bridge.txt") == (0, 0, 1, 0, 0)
    assert dump(record) == before


def test_another_text_is_a_version_beside_the_old(record: Record, reading) -> None:
    record.add("k", [reading()], "/news/bridge.txt")
    assert record.add("k2", [reading(CHANGED)], "/news/bridge.txt") == (0, 1, 0, 1, 0)
    assert sorted((x.version, x.document.text) for x in record.documents())[1] == (2, CHANGED)
    assert [d.text for d, _ in record.statements()] == [CHANGED]
    assert len(list(record.statements(Filter(all_versions=True)))) == 2
    old = next(x.document for x in record.documents() if x.version == 1)
    assert [d.id for d, _ in record.statements(Filter(document=old.id))] == [old.id]
    assert record.counts() == (1, 2, 1, 0, 2)


def test_a_row_id_that_is_taken_gets_a_digest(record: Record, reading) -> None:
    one, two = reading(id="7", source="/a.jsonl#7"), reading(CHANGED, id="7", source="/b.jsonl#7")
    three = reading(id="7", source="/c.jsonl#7", url="https://c.example/7")
    for key, result in (("a", one), ("b", two), ("c", three)):
        record.add(key, [result], result[0].document.source)
    expected = {"7", f"7~{two[0].document.digest[:8]}", f"7~{three[0].document.digest[:8]}"}
    assert {x.document.id for x in record.documents()} == expected
    found = list(record.statements())
    assert len({s.id for _, s in found}) == 3
    for document, statement in found:
        assert statement.document == document.id
        assert statement.id == statement_id(document.id, statement.mode, statement.cue, statement.content)
        assert record.statement(statement.id) == (document, statement)
    assert record.add("b2", [two], "/b.jsonl#7") == (0, 0, 1, 0, 0)


def test_two_readings_of_the_same_words_have_two_ids(record: Record, reading) -> None:
    result, linked = reading()
    [statement] = linked.statements
    both = replace(linked, statements=(statement, replace(statement, speaker=None)))
    record.add("k", [(result, both)], "/news/bridge.txt")
    found = [s for _, s in record.statements()]
    assert [s.id for s in found] == [statement.id, f"{statement.id}~2"]
    assert record.statement(f"{statement.id}~2")[1].speaker is None


def test_a_moved_file_is_the_same_document(record: Record, reading, tmp_path: Path) -> None:
    old, new, copy = tmp_path / "old.txt", tmp_path / "sub" / "new.txt", tmp_path / "copy.txt"
    old.write_text("x")
    record.add("1", [reading(source=str(old))], str(old))
    shutil.copy(old, copy)
    assert record.add("2", [reading(source=str(copy))], str(copy))[0] == 1
    new.parent.mkdir()
    old.rename(new)
    assert record.add("3", [reading(source=str(new))], str(new)) == (0, 0, 1, 0, 0)
    assert record.add("4", [reading(source=str(new))], str(new)) == (0, 0, 1, 0, 0)
    assert {x.document.source for x in record.documents()} == {str(new), str(copy)}
    first = reading(source=str(old))
    assert record.document(first[0].document.id).source == str(new)
    assert record.statement(first[1].statements[0].id) is not None


def test_a_member_of_an_archive_that_is_there_has_not_moved(record: Record, reading, tmp_path: Path) -> None:
    archive = tmp_path / "a.zip"
    archive.touch()
    inner = f"{archive}/in/x.txt"
    record.add("1", [reading(source=inner)], inner)
    record.add("2", [reading(source=f"{archive}#3")], f"{archive}#3")
    assert record.add("3", [reading(source=str(tmp_path / "x.txt"))], "x")[0] == 1
    assert record.counts().documents == 3
    archive.unlink()
    assert record.add("4", [reading(source=str(tmp_path / "y.txt"))], "y") == (0, 0, 1, 0, 0)


def test_a_newer_finder_adds_and_only_its_statements_are_listed(record: Record, reading) -> None:
    record.add("v1", [reading()], "/news/bridge.txt")
    said = (("The bridge reopens in May.", None), ("doubted it", "José Peñas"))
    newer = reading(said=said)
    assert record.add("v2", [newer], "/news/bridge.txt") == (0, 0, 1, 2, 0)
    assert [s for _, s in record.statements()] == list(newer[1].statements)
    assert [s for _, s in record.statements(Filter(words="bridge", all_versions=True))] == list(
        newer[1].statements[:1]
    )
    assert record.statement(newer[1].statements[0].id)[1].speaker is None
    assert record._all("SELECT count(*) FROM statement") == [(3,)]


def test_a_newer_reader_may_know_the_date(record: Record, reading) -> None:
    record.add("v1", [reading(published=None, outlet=None)], "/news/bridge.txt")
    assert record.add("v2", [reading()], "/news/bridge.txt") == (0, 0, 1, 1, 0)
    [(document, _)] = record.statements(Filter(since="2031-05-08", until="2031-05-08", outlet="lantern"))
    assert document == reading()[0].document


def test_failures_stand_until_their_source_is_read(record: Record, reading) -> None:
    one = Failure("bad.pdf", "/bad.pdf", "it is cut short", "save it again")
    two = Failure("in.zip/x", "/in.zip/x", "it is empty", "")
    assert record.add("k", [one], "/bad.pdf").failures == 1
    record.add("k", [one], "/bad.pdf")
    record.add("z", [two, reading(source="/in.zip/y")], "/in.zip")
    assert [(f.path, f.source, f.reason, f.remedy) for f in record.failures()] == [
        ("bad.pdf", "/bad.pdf", "it is cut short", "save it again"),
        ("in.zip/x", "/in.zip/x", "it is empty", ""),
    ]
    record.add("k2", [reading(source="/bad.pdf")], "/bad.pdf")
    assert [f.path for f in record.failures()] == ["in.zip/x"]
    record.add("z2", [reading(source="/in.zip/x")], "/in.zip")
    assert list(record.failures()) == []
    assert record._all("SELECT count(*) FROM failure WHERE resolved IS NOT NULL") == [(2,)]


def test_an_item_is_stored_whole_or_not_at_all(record: Record, reading) -> None:
    good, first, bad = (reading(source=f"https://a.example/{name}") for name in ("good", "first", "bad"))
    broken = (bad[0], Linked((replace(bad[1].statements[0], score=object()),)))

    def both() -> None:
        with record.batch():
            record.add("g", [good], "good")
            record.add("b", [first, broken], "bad")

    with pytest.raises(RecordError, match="type 'object'"):
        both()
    assert [x.document for x in record.documents()] == [good[0].document]
    assert record.done("g")
    assert not record.done("b")
    assert len(list(record.statements(Filter(words="bridge")))) == 1
    assert record.add("b", [first, bad], "bad") == (2, 0, 0, 2, 0)
    assert len(list(record.statements(Filter(words="bridge")))) == 3


def test_inside_a_batch_what_was_added_is_found(record: Record, reading) -> None:
    with record.batch():
        record.add("g", [reading()], "/good")
        assert len(list(record.statements(Filter(words="reopens")))) == 1
        record.add("h", [reading(source="/h", published="2032-01-01")], "/h")
    assert [d.source for d, _ in record.statements(Filter(words="reopens"))] == ["/h", "/news/bridge.txt"]


def test_raw_pages_come_back(record: Record, reading) -> None:
    result = reading(raw=b"<p>" * 1000)
    record.add("k", [result], "/news/bridge.txt")
    assert record.raw(result[0].document.id) == b"<p>" * 1000
    assert record.raw("unknown") is None
