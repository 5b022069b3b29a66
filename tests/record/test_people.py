"""Protects the list of speakers: it counts what is listed of them, and those that are one once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.errors import UsageError
from onrecord.model import Linked, Span, Speaker
from onrecord.record import Filter, Guess, Name, Record


def name(form: str) -> Name:
    return Name(form, form.casefold(), (form.casefold(),))


@pytest.fixture
def record(place: Path, reading):
    """Ada speaks in two sources, one of which has two versions; Bo in one; the ANA never."""
    with Record.open(place, create=True) as record:
        for key, who, day, text in (
            ("/1", "Ada", "2031-05-01", "Old. Ada said: “A.”"),
            ("/1", "Ada", "2031-05-03", "New. Ada said: “A.”"),
            ("/2", "Ada", "2031-06-01", "Ada said: “B.”"),
            ("/3", "Bo", None, "Bo said: “C.”"),
        ):
            words = text[-3:-1]
            given = reading(
                text, key, said=[(words, who)], published=day, figures=[(who, [f"friend of {who}"])]
            )
            record.add(text, [given], key)
        people = {form: record.new_entity("person", name(form)) for form in ("Ada", "Bo", "The ANA")}
        for document in record.unlinked_documents():
            [figure] = record.figures(document.row)
            record.add_role(people[figure.name], figure.roles[0], document)
            guesses = [Guess(figure.mentions[0].span, people[figure.name], 0.5 + document.row / 10, "x")]
            record.add_links(document.row, guesses, "1")
        yield record


def test_counts_are_those_of_the_statements(record: Record) -> None:
    found = list(record.speakers())
    assert [(row.entity.name, row.statements, row.documents) for row in found] == [
        ("Ada", 2, 2), ("Bo", 1, 1), ("The ANA", 0, 0),
    ]  # fmt: skip
    for row in found:
        assert row.statements == len(list(record.statements(Filter(entity=row.entity.id))))
    ada, bo, ana = found
    assert (ada.first, ada.last) == ("2031-05-01", "2031-06-01")
    assert (bo.first, bo.last, ana.score) == (None, None, None)
    assert (ada.score, ada.by) == (0.6, "onrecord")
    assert ada.roles == (("friend of Ada", "2031-05-01", "2031-06-01", 3, "onrecord"),)


def test_merged_ones_are_listed_once_with_all_their_names(record: Record) -> None:
    ada, bo, _ = (row.entity.id for row in record.speakers())
    record.merge(bo, ada, "R. Quill")
    found = list(record.speakers())
    assert [(row.entity.name, row.statements) for row in found] == [("Bo", 3), ("The ANA", 0)]
    assert found[0].entity.aliases == ("Ada",)
    assert found[0].by == "R. Quill"
    assert {role.text for role in found[0].roles} == {"friend of Ada", "friend of Bo"}


def test_words_are_looked_for_in_names_and_offices(record: Record) -> None:
    def names(words: str) -> list[str]:
        return [row.entity.name for row in record.speakers(words)]

    assert names("ada") == ["Ada"]
    assert names("friend") == ["Ada", "Bo"]
    assert names("bo friend") == ["Bo"]
    assert names("AN*") == ["The ANA"]
    with pytest.raises(UsageError, match="no word"):
        record.speakers("%")


def test_a_named_member_counts_as_a_speaker(record: Record, reading) -> None:
    given, linked = reading("We (Ada, Bo) said: “D.”", "/4", said=[("D.", "We (Ada, Bo)")])
    [one] = linked.statements
    members = Span(4, 7), Span(9, 11)
    joint = replace(one, speaker=Speaker(one.speaker.span, None, "group", members))
    record.add("4", [(given, Linked((joint,)))], "/4")
    ada, bo, _ = (record.entity(row.entity.id) for row in record.speakers())
    record.add_links(5, [Guess(members[0], ada, 0.9, "named"), Guess(members[1], bo, 0.9, "named")], "1")
    counts = {row.entity.name: row.statements for row in record.speakers()}
    assert counts == {"Ada": 3, "Bo": 2, "The ANA": 0}


def test_doubts_are_listed_until_they_are_settled(record: Record) -> None:
    ada, bo, _ = (row.entity.id for row in record.speakers())
    record.add_doubt(record.entity(ada), "Ada", record.entity(bo), (0.4, "one letter"), 1)
    record.add_doubt(None, "Adam", record.entity(ada), (0.3, "first name only"), 2)
    found = list(record.doubts())
    assert [(row.one, row.name, row.other[0], row.documents) for row in found] == [
        ((ada, "Ada"), "Ada", bo, 1), (None, "Adam", ada, 1),
    ]  # fmt: skip
    record.apart(ada, bo, "R. Quill")
    record.name(ada, name("Adam"), (), "R. Quill")
    assert list(record.doubts()) == []
    record.undo(1)
    assert [row.name for row in record.doubts()] == ["Ada"]
    record.merge(ada, bo, "R. Quill")
    assert list(record.doubts()) == []
