"""Protects finding by speaker: printed names and linked ones, in order, each once, whatever else is asked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.errors import UsageError
from onrecord.model import Linked, Span, Speaker
from onrecord.record import Filter, Guess, Name, Record

TEXT = "Ada Lovelock said: “Rain {n}.”\n\nLater she said: “Wind {n}.”\n\nBo Lind said: “Sun {n}.”"


def name(form: str) -> Name:
    return Name(form, form.casefold(), (form.casefold().split()[-1],))


def story(reading, n: int):
    text = TEXT.format(n=n)
    said = [(f"Rain {n}.", "Ada Lovelock"), (f"Wind {n}.", "she"), (f"Sun {n}.", "Bo Lind")]
    return reading(
        text, f"/{n}", id=f"d{n}", path=f"day/{n % 3}/{n}", said=said, published=f"2031-05-{n + 1:02d}"
    )


@pytest.fixture
def record(place: Path, reading):
    """Twenty days; in each, Ada Lovelock (also once Countess Byron) says two things and Bo Lind one."""
    with Record.open(place, create=True) as record:
        for n in range(20):
            record.add(f"k{n}", [story(reading, n)], f"/{n}")
        ada, bo = (
            record.new_entity("person", name("Ada Lovelock")),
            record.new_entity("person", name("Bo Lind")),
        )
        record.add_alias(ada, name("Countess Byron"))
        for document, statement in list(record.statements()):
            row = int(document.id[1:]) + 1
            if statement.speaker.span.of(document.text) == "Bo Lind":
                links = [Guess(statement.speaker.span, bo, 0.9, "full name")]
                links += [
                    Guess(other.speaker.span, ada, 0.8, "pronoun")
                    for _, other in record.statements(Filter(document=document.id))
                    if other.id != statement.id
                ]
                record.add_links(row, links, "1")
        yield record


def words(record: Record, **given: object) -> list[str]:
    return [s.content[0].of(d.text) for d, s in record.statements(Filter(**given))]  # type: ignore[arg-type]


def id_of(record: Record, form: str) -> str:
    return record._all("SELECT id FROM entity WHERE name = ?", form)[0][0]


NEWEST = [f"{what} {n}." for n in reversed(range(20)) for what in ("Rain", "Wind")]
OLDEST = [f"{what} {n}." for n in range(20) for what in ("Rain", "Wind")]


def test_a_speaker_is_found_by_every_name_of_the_entity(record: Record) -> None:
    for query in ("lovelock", "ada lovel*", "byron", '"Countess Byron"', "Lovelock Ada"):
        assert words(record, speaker=query) == NEWEST, query
    assert words(record, speaker="lovelock", order="oldest") == OLDEST
    assert words(record, speaker="she") == [w for w in NEWEST if w.startswith("Wind")]
    assert words(record, speaker="byron lind") == []
    assert words(record, speaker="lind") == [f"Sun {n}." for n in reversed(range(20))]
    assert words(record, speaker="byron", limit=3, offset=1) == NEWEST[1:4]


@pytest.mark.parametrize("probed", [0, 1000])
@pytest.mark.parametrize("few", [0, 16])
def test_a_speaker_can_be_asked_for_with_all_else(
    record: Record, monkeypatch: pytest.MonkeyPatch, probed: int, few: int
) -> None:
    """Both ways of asking, for entities that say little and for those that say much, find the same."""
    monkeypatch.setattr("onrecord.record.speaking.PROBED", probed)
    monkeypatch.setattr("onrecord.record.speaking._FEW", few)
    wind = [w for w in NEWEST if w.startswith("Wind")]
    assert words(record, speaker="byron", words="wind") == wind
    assert words(record, speaker="byron", words="wind", order="oldest") == wind[::-1]
    assert words(record, speaker="byron", words="sun") == []
    assert words(record, speaker="lovelock", since="2031-05-19", words="wind") == wind[:2]
    assert words(record, speaker="lovelock", since="2031-05-19") == NEWEST[:4]
    assert words(record, speaker="byron", document="d7") == ["Rain 7.", "Wind 7."]
    assert words(record, speaker="byron", document="day/1/", words="wind") == [
        f"Wind {n}." for n in (19, 16, 13, 10, 7, 4, 1)
    ]
    assert (
        words(record, entity=id_of(record, "Ada Lovelock"), mode="direct", until="2031-05-02") == NEWEST[-4:]
    )
    assert words(record, entity=id_of(record, "Ada Lovelock"), speaker="she", words="wind") == wind
    assert [x.document.id for x in record.documents(Filter(speaker="byron", words="wind", limit=2))] == [
        "d19",
        "d18",
    ]


def test_an_entity_is_exactly_that(record: Record) -> None:
    ada, bo = id_of(record, "Ada Lovelock"), id_of(record, "Bo Lind")
    assert words(record, entity=ada) == NEWEST
    assert words(record, entity=ada[:6], order="oldest") == OLDEST
    record.merge(bo, ada, "R. Quill")
    assert words(record, entity=bo) == words(record, entity=ada) == words(record)
    assert words(record, speaker="byron") == words(record)
    record.undo(1)
    assert words(record, entity=ada) == NEWEST
    with pytest.raises(UsageError, match="no entity of this id"):
        record.statements(Filter(entity="zz"))


def test_a_name_that_was_denied_finds_no_more(record: Record) -> None:
    ada = id_of(record, "Ada Lovelock")
    record.split(ada, name("Countess Byron"), (), "R. Quill")
    assert words(record, speaker="byron") == []
    assert words(record, speaker="lovelock") == NEWEST


def test_a_named_member_speaks_too(record: Record, reading) -> None:
    given, linked = reading(
        "We, the ministers (A. Aal, B. Bel), said: “No.”", "/j", said=[("No.", "We, the ministers")]
    )
    member = Span(given.document.text.index("A. Aal"), given.document.text.index(", B. Bel"))
    joint = replace(
        linked.statements[0], speaker=Speaker(linked.statements[0].speaker.span, None, "group", (member,))
    )
    record.add("j", [(given, Linked((joint,)))], "/j")
    aal = record.new_entity("person", name("A. Aal"))
    record.add_links(21, [Guess(member, aal, 0.9, "named")], "1")
    assert words(record, speaker="aal") == ["No."]
    assert words(record, entity=id_of(record, "A. Aal")) == ["No."]
    [told] = record.told(Filter(speaker="aal"))
    assert told.people[member][:3] == (id_of(record, "A. Aal"), "A. Aal", "person")


def test_what_is_told_names_who_speaks_and_whether_it_was_decided(record: Record) -> None:
    told = next(record.told(Filter(speaker="she")))
    who = told.people[told.statement.speaker.span]
    assert who == (id_of(record, "Ada Lovelock"), "Ada Lovelock", "person", 0.8, "onrecord", "pronoun")
    record.rename(id_of(record, "Ada Lovelock"), name("Ada, Countess"), "R. Quill")
    [again] = record.told(Filter(document=told.document.id, speaker="she"))
    assert again.people[told.statement.speaker.span].name == "Ada, Countess"
    assert record.told_of(told.statement.id) == again


def test_the_primary_source_is_held_or_not(record: Record, reading) -> None:
    def relayed(n: int, relay: str, **other: object) -> bool | None:
        text = f"Ada Lovelock said: “Relay {n}.”, {relay} reports."
        given, linked = reading(text, f"/r{n}", said=[(f"Relay {n}.", "Ada Lovelock")], id=f"r{n}", **other)
        at = text.rindex(relay)
        passed = replace(linked.statements[0], via=(Span(at, at + len(relay)),))
        record.add(f"r{n}", [(given, Linked((passed,)))], f"/r{n}")
        [told] = record.told(Filter(document=f"r{n}"))
        return told.held

    assert next(record.told(Filter(document="d1"))).held is None
    assert relayed(1, "the daily LANTERN") is True
    assert relayed(2, "Celm Herald") is False
    assert relayed(3, "Lantern") is False  # any paper may be called so
    assert relayed(4, "Herald", outlet=None, url="https://www.celmherald.co.uk/a") is False
    assert relayed(5, "Celm Herald") is True
    assert relayed(6, "ANA", outlet="ANA News Agency") is True


def test_an_inferred_date_places_a_document_and_is_told_apart(record: Record, reading) -> None:
    given = reading(
        "Ada Lovelock said: “No date.”",
        "/u",
        said=[("No date.", "Ada Lovelock")],
        published=None,
        inferred="2031-05-10",
        id="u",
    )
    none = reading(
        "Ada Lovelock said: “None.”", "/v", said=[("None.", "Ada Lovelock")], published=None, id="v"
    )
    record.add("u", [given], "/u")
    record.add("v", [none], "/v")
    assert words(record, since="2031-05-10", until="2031-05-10", words="date") == ["No date."]
    assert words(record, since="2031-05-10T00:00Z", until="2031-05-11T00:00Z", words="date") == ["No date."]
    assert words(record, since="2031-05-11", words="date") == []
    assert words(record)[-1] == "None."
    order = [x.document.id for x in record.documents()]
    assert order.index("d10") < order.index("u") < order.index("d8")
    listed = {x.document.id: x for x in record.documents()}
    assert listed["u"].document.published is None
    assert listed["u"].inferred == given[1].published
    assert listed["d1"].inferred is None
    [told] = record.told(Filter(document="u"))
    assert told.inferred == given[1].published


def test_a_newer_reading_may_infer_another_date(record: Record, reading) -> None:
    for key, date in (("u1", "2031-05-10"), ("u2", "2031-05-12"), ("u1", "2031-05-10"), ("u3", None)):
        given = reading(
            "Ada Lovelock said: “No date.”",
            "/u",
            said=[("No date.", "Ada Lovelock")],
            published=None,
            inferred=date,
            id="u",
        )
        record.add(key, [given], "/u")
        assert [words(record, since=d, until=d, words="date") for d in ("2031-05-10", "2031-05-12")] == [
            ["No date."] if date == d else [] for d in ("2031-05-10", "2031-05-12")
        ]
