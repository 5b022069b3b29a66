"""Protects links: guesses that follow the documents, take no decision's place, and survive being cut off."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.model import Span
from onrecord.record import Guess, Name, Record

TWO = "Ada Lovelock said: “It opens.”\n\nLater she said: “It rains.”\n\nJosé Peñas said: “No.”"
SAID = [("It opens.", "Ada Lovelock"), ("It rains.", "she"), ("No.", "José Peñas")]


def name(form: str) -> Name:
    return Name(form, form.casefold(), tuple(form.casefold().split()))


@pytest.fixture
def record(place: Path, reading):
    with Record.open(place, create=True) as record:
        record.add("k", [reading(TWO, said=SAID, figures=["Ada Lovelock", "José Peñas"])], "/news/bridge.txt")
        yield record


def spans(record: Record) -> dict[str, Span]:
    return {s.speaker.span.of(d.text): s.speaker.span for d, s in record.statements()}


def voices(record: Record) -> list[tuple[str, str, str]]:
    found = record._all(
        "SELECT e.name, t.text, s.content, v.part FROM voice v JOIN entity e ON e.row = v.entity "
        "JOIN statement s ON s.row = v.statement JOIN text t ON t.document = v.document "
        "ORDER BY v.statement, 1"
    )
    assert record._all(
        "SELECT count(*) FROM voice v JOIN statement s ON s.row = v.statement "
        "JOIN document d ON d.row = v.document WHERE s.reading != d.reading OR s.document != d.row"
    ) == [(0,)]
    return [(who, text[slice(*json.loads(content)[0])], part) for who, text, content, part in found]


def test_times_figures_and_inferred_dates_come_back(record: Record, reading) -> None:
    given = reading(
        source="/b",
        published=None,
        figures=[("Ada Lovelock", ["mayor"])],
        times=["May"],
        inferred="2031-05-08",
    )
    record.add("b", [given], "/b")
    row = list(record.unlinked_documents())[-1].row
    assert record.figures(row) == given[1].figures
    assert record.times(given[0].document.id) == given[1].times
    assert record.add("b2", [given], "/b").statements == 0
    other = reading(
        source="/b", published=None, figures=["Ada Lovelock"], times=["May"], inferred="2031-05-08"
    )
    assert record.add("b3", [other], "/b").statements == 1
    assert record.figures(row) == other[1].figures


def test_a_document_waits_until_it_is_linked(record: Record) -> None:
    [waiting] = record.unlinked_documents()
    assert waiting.days == ("2031-05-08", "2031-05-08")
    assert (waiting.outlet, waiting.language) == ("The Daily Lantern", "en")
    record.add_links(waiting.row, [], "step 1")
    assert list(record.unlinked_documents()) == []
    record.withdraw_links(waiting.row)
    assert [w.id for w in record.unlinked_documents()] == [waiting.id]


def test_an_entity_is_found_by_its_names(record: Record) -> None:
    ada = record.new_entity("person", name("Ada Lovelock"))
    assert record.entities_by_normal("ada lovelock", "person") == [ada]
    assert record.entities_by_normal("ada lovelock", "body") == []
    assert record.entities_by_key("lovelock", "person") == [ada]
    assert record.add_alias(ada, name("A. Lovelock"))
    assert not record.add_alias(ada, name("A. Lovelock"))
    assert record.entities_by_normal("a. lovelock", "person") == [ada]
    other = record.new_entity("person", name("Ada Lovelock"))
    assert other != ada
    assert record.entities_by_normal("ada lovelock", "person") == [ada, other]
    [waiting] = record.unlinked_documents()
    for row, days in (
        (1, waiting.days),
        (2, ("2030-01-01", "2030-01-31")),
        (3, (None, None)),
        (1, waiting.days),
    ):
        record.add_role(ada, "mayor", waiting._replace(row=row, days=days))
    forms = record.forms(ada)
    assert forms.aliases == ("Ada Lovelock", "A. Lovelock")
    assert forms.roles == (("mayor", "2030-01-01", "2031-05-08", 3, "onrecord"),)


def test_links_say_whose_statements_are(record: Record) -> None:
    [waiting] = record.unlinked_documents()
    ada = record.new_entity("person", name("Ada Lovelock"))
    at = spans(record)
    guesses = [
        Guess(at[form], ada, 0.9, why) for form, why in (("Ada Lovelock", "full name"), ("she", "pronoun"))
    ]
    assert record.add_links(waiting.row, guesses, "1") == 2
    assert voices(record) == [
        ("Ada Lovelock", "It opens.", "speaker"),
        ("Ada Lovelock", "It rains.", "speaker"),
    ]
    assert record.add_links(waiting.row, guesses, "1") == 0
    assert record._all("SELECT count(*) FROM link") == [(2,)]
    assert record.add_links(waiting.row, guesses[:1], "2") == 0
    assert voices(record) == [("Ada Lovelock", "It opens.", "speaker")]
    # What no longer holds is withdrawn, not erased.
    assert record._all("SELECT count(*), count(withdrawn) FROM link") == [(2, 1)]


def test_a_newer_reading_keeps_who_spoke(record: Record, reading) -> None:
    [waiting] = record.unlinked_documents()
    ada = record.new_entity("person", name("Ada Lovelock"))
    record.add_links(waiting.row, [Guess(spans(record)["Ada Lovelock"], ada, 1.0, "full name")], "1")
    record.add("k2", [reading(TWO, said=SAID[:1], figures=["Ada Lovelock"])], "/news/bridge.txt")
    assert voices(record) == [("Ada Lovelock", "It opens.", "speaker")]
    assert [w.row for w in record.unlinked_documents()] == [waiting.row]
    record.add("k", [reading(TWO, said=SAID, figures=["Ada Lovelock", "José Peñas"])], "/news/bridge.txt")
    assert voices(record) == [("Ada Lovelock", "It opens.", "speaker")]
    assert [w.row for w in record.unlinked_documents()] == [waiting.row]


def test_linking_anew_gives_the_same_ids(record: Record) -> None:
    rows = [
        record.new_entity("person", name(form)) for form in ("Ada Lovelock", "Ada Lovelock", "José Peñas")
    ]
    ids = record._all("SELECT id, name FROM entity ORDER BY row")
    record.forget_guesses()
    assert record.entities_by_normal("ada lovelock", "person") == []
    assert record.entities_by_key("lovelock", "person") == []
    again = [
        record.new_entity("person", name(form)) for form in ("Ada Lovelock", "Ada Lovelock", "José Peñas")
    ]
    assert again == rows
    assert record._all("SELECT id, name FROM entity ORDER BY row") == ids


def test_a_doubt_is_listed_once(record: Record) -> None:
    ada, other = (record.new_entity("person", name(form)) for form in ("Ada Lovelock", "Ada Lovelace"))
    [waiting] = record.unlinked_documents()
    record.add_doubt(ada, "Ada Lovelock", other, (0.5, "one letter"), waiting.row)
    record.add_doubt(other, "Ada Lovelace", ada, (0.5, "one letter"), waiting.row)
    record.add_doubt(None, "Lovelock", ada, (0.4, "family name only"), waiting.row)
    record.add_doubt(ada, "Ada Lovelock", ada, (0.5, "itself"), waiting.row)
    found = record._all("SELECT one, name, other, documents FROM doubt ORDER BY row")
    assert found == [(ada, "Ada Lovelock", other, 2), (None, "Lovelock", ada, 1)]
