"""Protects what persons decide of statements: shown, found and counted as decided, and undone whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import UsageError
from onrecord.model import Correction, Decided, Span
from onrecord.record import Filter, FindingFilter, Guess, Name, Places, Record
from tests.record.conftest import make

TEXT = (
    "Mayor Ada Lovelock said: “The bridge reopens in May 😀.”\n\n"
    "The harbour master, José Peñas, said: “The ferry stays.” Иван Петров doubted it."
)
SAID = (
    ("The bridge reopens in May 😀.", "Mayor Ada Lovelock"),
    ("The ferry stays.", "José Peñas"),
    ("doubted it", None),
)
ADA, PENAS = Name("Ada Lovelock", "ada lovelock", ("ada",)), Name("José Peñas", "jose penas", ("jose",))
IVAN = Name("Ivan Petrov", "ivan petrov", ("ivan",))


def filled(place: Path, **other: Any) -> Record:
    """A record of one document whose first two statements are linked to Ada Lovelock and José Peñas."""
    record = Record.open(place, create=True)
    record.add(
        "a", [make(TEXT, said=SAID, figures=["Ada Lovelock", "José Peñas"], **other)], "/news/bridge.txt"
    )
    linked(record, "1")
    return record


def linked(record: Record, key: str) -> None:
    for waiting in list(record.unlinked_documents()):
        guesses = []
        for figure, name in zip(record.figures(waiting.row), (ADA, PENAS), strict=True):
            known = record.entities_by_normal(name.normal, "person")
            entity = known[0] if known else record.new_entity("person", name)
            guesses += [Guess(mention.span, entity, 0.9, "full name") for mention in figure.mentions]
        record.add_links(waiting.row, guesses, key)


@pytest.fixture
def record(place: Path) -> Iterator[Record]:
    with filled(place) as made:
        yield made


def ids(record: Record, **wanted: Any) -> list[str]:
    return [told.statement.id for told in record.told(Filter(**wanted))]


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def everything(record: Record) -> Any:
    """All that lists, searches and counts show."""
    asked = [{}, {"speaker": "ada"}, {"speaker": "peñas"}, {"words": "bridge"}, {"has_speaker": False}]
    asked += [{"speaker": "petrov"}, {"speaker": "Иван"}, {"words": "reopens", "speaker": "mayor"}]
    voices = sorted(record._all("SELECT * FROM voice"))
    speakers = [(row.entity.name, row.statements, row.documents) for row in record.speakers()]
    return [list(record.told(Filter(**one))) for one in asked], voices, speakers


def test_rejected_ones_are_left_out_unless_asked_for(record: Record) -> None:
    first, second, third = ids(record)
    record.decide([first], "rejected", "Bo", "a headline")
    assert ids(record) == [second, third]
    assert ids(record, words="bridge") == ids(record, speaker="ada") == []
    assert [told.review.note for told in record.told(Filter(reviewed="rejected")) if told.review] == [
        "a headline"
    ]
    assert ids(record, reviewed="all") == [first, second, third]
    assert ids(record, reviewed="no") == [second, third]
    assert ids(record, reviewed="any", words="bridge") == [first]
    assert [row.statements for row in record.speakers("ada")] == [0]
    assert record.statement(first) is not None


def test_corrected_words_and_speakers_are_shown_found_and_counted(record: Record) -> None:
    first, second, _ = ids(record)
    change = Correction(content=(at("The ferry"), at("stays")), speaker=at("Иван Петров"), name="Ivan Petrov")
    [number] = record.decide([second], "corrected", "Bo", "", change, IVAN)
    told = record.told_of(second)
    assert told
    assert told.statement.speaker
    assert told.review
    assert told.found
    assert (told.review.number, told.review.verdict, told.statement.content) == (
        number,
        "corrected",
        change.content,
    )
    assert told.statement.speaker.span.of(TEXT) == "Иван Петров"
    assert told.people[told.statement.speaker.span].name == "Ivan Petrov"
    assert told.people[told.statement.speaker.span].by == "Bo"
    assert told.found.content == (at("The ferry stays."),)
    assert (
        ids(record, speaker="ivan")
        == ids(record, speaker="Иван")
        == ids(record, words="ferry stays")
        == [second]
    )
    assert ids(record, speaker="peñas") == ids(record, words='"bridge stays"') == []
    assert {row.entity.name: row.statements for row in record.speakers()} == {
        "Ada Lovelock": 1, "Ivan Petrov": 1, "José Peñas": 0,
    }  # fmt: skip
    [ivan] = [row.entity.id for row in record.speakers("ivan")]
    assert ids(record, entity=ivan) == [second]
    assert ids(record, entity=ivan, words="bridge") == []
    assert first in ids(record)


def test_corrections_add_up_and_a_note_or_acceptance_keeps_them(record: Record) -> None:
    second = ids(record)[1]
    record.decide([second], "corrected", "Bo", "", Correction(content=(at("The ferry"),)))
    record.decide([second], "corrected", "Ada", "", Correction(name="Ivan Petrov"), IVAN)
    record.decide([second], "noted", "Cy", "ask for the tape")
    record.decide([second], "accepted", "Di")
    told = record.told_of(second)
    assert told
    assert told.review
    assert told.statement.speaker
    assert (told.review.verdict, told.review.note, told.review.author) == (
        "corrected",
        "ask for the tape",
        "Di",
    )
    assert told.statement.content == (at("The ferry"),)
    assert told.people[told.statement.speaker.span].name == "Ivan Petrov"
    record.decide([second], "corrected", "Bo", "", Correction(nobody=True))
    told = record.told_of(second)
    assert told
    assert told.statement.speaker is None
    assert second in ids(record, has_speaker=False)


def test_a_speaker_can_be_named_where_none_is_mentioned(record: Record) -> None:
    third = ids(record)[2]
    record.decide([third], "corrected", "Bo", "", Correction(name="Ivan Petrov"), IVAN)
    told = record.told_of(third)
    assert told
    assert told.statement.speaker
    assert told.statement.speaker.span.of(TEXT) == ""
    assert told.people[told.statement.speaker.span].name == "Ivan Petrov"
    assert third in ids(record, speaker="petrov", has_speaker=True)


STEPS = ("accepted", "rejected", "noted", "words", "speaker", "name", "nobody", "undo")


@settings(deadline=None, max_examples=25)
@given(st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 2)), max_size=12))
def test_undoing_brings_back_what_stood_before(steps: list[tuple[str, int]]) -> None:
    """However decisions and undoing follow one another: each undoing gives the lists of before."""
    changes = {
        "words": Correction(content=(at("The ferry"),)),
        "speaker": Correction(speaker=at("Иван Петров")),
        "name": Correction(name="Ivan Petrov"),
        "nobody": Correction(nobody=True),
    }
    with TemporaryDirectory() as folder, filled(Path(folder) / "r.onrecord") as record:
        known = ids(record)
        stacks: list[tuple[int, Any]] = []

        def back() -> None:
            number, before = stacks.pop()
            record.withdraw(number)
            assert everything(record) == before

        for verb, which in steps:
            if verb == "undo":
                if stacks:
                    back()
                continue
            before = everything(record)
            change, called = changes.get(verb), IVAN if verb == "name" else None
            verdict: Decided = "corrected" if change else cast(Decided, verb)
            try:
                [number] = record.decide([known[which]], verdict, "Bo", "n", change, called)
            except UsageError as error:
                if "nothing of it is changed" not in str(error):
                    raise
                continue
            stacks.append((number, before))
        while stacks:
            back()
        assert record._all("SELECT count(*) FROM reviewed") == [(0,)]


def test_several_are_decided_together_or_none(record: Record) -> None:
    first, second, third = ids(record)
    assert len(record.decide([first, second, third], "accepted", "Bo")) == 3
    with pytest.raises(UsageError, match="no statement of this id"):
        record.decide([first, "nothing"], "rejected", "Bo")
    assert ids(record, reviewed="accepted") == [first, second, third]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (Correction(content=()), "no words"),
        (Correction(content=(Span(5, 5),)), "no span of the document"),
        (Correction(content=(Span(-1, 4),)), "no span of the document"),
        (Correction(content=(Span(0, 10_000),)), "no span of the document"),
        (Correction(content=(Span(10, 14), Span(12, 20))), "is not after"),
        (Correction(content=(Span(10, 14), Span(0, 4))), "is not after"),
        (Correction(speaker=at("\n\n")), "white space"),
        (Correction(entity="nobody"), "no entity"),
        (Correction(speaker=Span(0, 4), nobody=True), "a speaker is given, and nobody"),
        (Correction(), "nothing of it is changed"),
    ],
)
def test_a_correction_that_means_nothing_is_refused(record: Record, change: Correction, message: str) -> None:
    before = everything(record)
    with pytest.raises(UsageError, match=message):
        record.decide([ids(record)[0]], "corrected", "Bo", "", change)
    assert everything(record) == before
    assert list(record.events()) == []


def test_spans_are_trimmed(record: Record) -> None:
    first = ids(record)[0]
    start, end = at("The bridge reopens")
    record.decide([first], "corrected", "Bo", "", Correction(content=(Span(start, end + 1),)))
    told = record.told_of(first)
    assert told
    assert told.statement.content == (Span(start, end),)


def test_decisions_outlive_another_reading(record: Record) -> None:
    """By the statement's id, else by words that are nearly the same; what is found no more is kept."""
    first, second, third = ids(record)
    record.decide([first], "accepted", "Bo")
    record.decide([second], "rejected", "Bo")
    record.decide([third], "noted", "Bo", "who?")
    said = (("The bridge reopens in May 😀.", "Mayor Ada Lovelock"), ("The ferry stays", "José Peñas"))
    new = make(TEXT, said=said, figures=["Ada Lovelock", "José Peñas"])
    record.add("b", [new], "/news/bridge.txt")
    linked(record, "2")
    [shown] = record.told(Filter(reviewed="all", words="bridge"))
    assert (shown.statement.id, shown.review and shown.review.verdict) == (first, "accepted")
    assert ids(record, words="ferry") == []
    [near] = record.told(Filter(reviewed="rejected"))
    assert near.statement.id != second
    assert near.review
    assert near.review.statement == second
    assert record.statement_reviews(near.statement.id) == record.statement_reviews(second)
    events = {event.verb: event for event in record.events()}
    assert [events[verb].found for verb in ("accepted", "rejected", "noted")] == [True, True, False]
    assert all(event.holds for event in events.values())
    record.withdraw(near.review.number)
    assert ids(record, words="ferry") == [near.statement.id]


def test_an_accepted_speaker_stays_though_it_is_linked_otherwise(record: Record) -> None:
    first = ids(record)[0]
    record.decide([first], "accepted", "Bo")
    other = record.new_entity("person", IVAN)
    [(document,)] = record._all("SELECT row FROM document")
    span = at("Mayor Ada Lovelock")
    record.add_links(document, [Guess(span, other, 0.9, "a newer guess")], "2")
    told = record.told_of(first)
    assert told
    assert told.people[span].name == "Ada Lovelock"
    assert ids(record, speaker="lovelock") == [first]
    [number] = [event.ref for event in record.events()]
    record.withdraw(int(number[1:]))
    told = record.told_of(first)
    assert told
    assert told.people[span].name == "Ivan Petrov"


def test_decisions_outlive_linking_anew_and_follow_merging(record: Record) -> None:
    second = ids(record)[1]
    record.decide([second], "corrected", "Bo", "", Correction(name="Ivan Petrov"), IVAN)
    record.forget_guesses()
    linked(record, "2")
    assert ids(record, speaker="petrov") == [second]
    entities = {row.entity.name: row.entity.id for row in record.speakers()}
    record.merge(entities["Ada Lovelock"], entities["Ivan Petrov"], "Bo")
    told = record.told_of(second)
    assert told
    assert told.statement.speaker
    assert told.people[told.statement.speaker.span].name == "Ada Lovelock"
    assert second in ids(record, entity=entities["Ada Lovelock"])


def test_a_statement_of_an_old_version_keeps_its_decision(record: Record) -> None:
    first = ids(record)[0]
    record.decide([first], "corrected", "Bo", "", Correction(content=(at("The bridge"),)))
    record.add("c", [make("Something else stands here now.", said=())], "/news/bridge.txt")
    told = record.told_of(first)
    assert told
    assert told.review
    assert told.statement.content == (at("The bridge"),)
    assert ids(record) == []
    assert ids(record, reviewed="any", all_versions=True) == [first]
    [event] = record.events()
    assert (event.holds, event.found) == (True, True)


def test_only_the_last_decision_is_undone(record: Record) -> None:
    first = ids(record)[0]
    [one] = record.decide([first], "accepted", "Bo")
    [two] = record.decide([first], "rejected", "Ada")
    with pytest.raises(UsageError, match=f"undo s{two} first"):
        record.withdraw(one)
    record.withdraw(two)
    assert ids(record, reviewed="accepted") == [first]
    for number in (two, 99):
        with pytest.raises(UsageError, match="can be undone"):
            record.withdraw(number)


def test_history_tells_who_decided_what_of_which(record: Record) -> None:
    first, second, _ = ids(record)
    record.decide([first, second], "accepted", "Bo", "on tape")
    entity = next(record.speakers()).entity
    record.rename(entity.id, Name("A. L.", "a l", ()), "Cy")
    events = list(record.events())
    assert {(e.kind, e.author) for e in events} == {("statement", "Bo"), ("speaker", "Cy")}
    assert [e.what for e in record.events(kind="speaker")] == [f"{entity.name} is called A. L."]
    assert [e.id for e in record.events(of=first)] == [first]
    assert {e.id for e in record.events(author="Bo")} == {first, second}
    [document] = {e.document for e in record.events(kind="statement")}
    assert len(list(record.events(of=document))) == 2
    assert len(list(record.events(limit=1, offset=2))) == 1
    with pytest.raises(UsageError, match="no kind"):
        record.events(kind="statment")


def test_rejected_findings_come_back_as_they_stood_before(record: Record) -> None:
    record._connection.execute(
        "INSERT INTO finding (id, origin, name, message, explanation, score) "
        "VALUES ('f', 'm', 'dates', 'm', '', 1)"
    )
    one, two = record.review("f", "accepted", "", "Bo"), record.review("f", "rejected", "no", "Ada")
    assert [row.finding.id for row in record.findings()] == []
    assert [review.number for review in record.reviews()] == [two]
    with pytest.raises(UsageError, match=f"undo f{two} first"):
        record.withdraw_review(one)
    record.withdraw_review(two)
    [row] = record.findings(FindingFilter(reviewed="accepted"))
    assert row.review
    assert row.review.number == one


def test_a_quotation_is_not_traced_to_what_was_rejected(record: Record) -> None:
    first = ids(record)[0]
    places = Places(record)
    [(row,)] = record._all("SELECT row FROM document")
    assert [one.id for one in places.statements(row, at("The bridge"))] == [first]
    record.decide([first], "rejected", "Bo")
    assert places.statements(row, at("The bridge")) == []
