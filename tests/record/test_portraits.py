"""Protects what is shown of a speaker: every number is that of a list, and every name one of the texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord import api
from onrecord.errors import UsageError
from onrecord.model import Linked, Span, Speaker
from onrecord.record import Filter, Guess, Looking, Moments, Name, Record, ShownSpeaker, telling

TURNS = [
    ("Quill", "The ferry budget stands."),
    ("Lind", "Which budget?"),
    ("Quill", "The ferry one."),
    ("Nobody", "Hm."),
    ("Quill", "And the harbour tax."),
    ("Lind", "Thank you."),
    ("Peñas", "So we vote."),
]


def name(form: str) -> Name:
    return Name(form, form.casefold(), (form.casefold(),))


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.fixture
def record(place: Path, reading) -> Iterator[Record]:
    """A council in three months: Ada Quill, Bo Lind and José Peñas talk in turns; once two speak together."""
    with Record.open(place, create=True) as record:
        who = {
            form: record.new_entity("person", name(form)) for form in ("Ada Quill", "Bo Lind", "José Peñas")
        }
        rows = {form.split()[-1]: row for form, row in who.items()}
        number = 0
        for month in ("2031-01", "2031-02", "2031-03"):
            for outlet in ("Daily Lantern", None):
                number += 1
                text = "\n\n".join(f"{label} {number}: {words} ({number})" for label, words in TURNS)
                said = [(f"{w} ({number})", f"{label} {number}") for label, w in TURNS]
                read, linked = turns(reading, text, said, number, outlet, f"{month}-0{number}")
                record.add(f"k{number}", [(read, linked)], read.document.source)
                found = [s.speaker.span for s in linked.statements]
                guesses = {
                    at: Guess(at, rows[label], 0.9, "label")
                    for (label, _), at in zip(TURNS, found, strict=True)
                    if label in rows
                }
                record.add_links(number, [guesses[at] for at in sorted(guesses)], "1")
        together(record, reading, who)
        yield record


def turns(reading, text, said, number, outlet, day):
    """A transcript in which each label speaks where it stands."""
    read, linked = reading(
        text, f"/council/{number}.txt", day, [(words, None) for words, _ in said], mode="turn", outlet=outlet
    )
    at = 0
    statements = []
    for (words, label), statement in zip(said, linked.statements, strict=True):
        at = text.index(label, at)
        speaker = Speaker(Span(at, at + len(label)), label)
        statements.append(replace(statement, speaker=speaker))
        at = text.index(words, at)
    return read, Linked(tuple(statements), linked.figures, linked.times, None)


def together(record: Record, reading, who: dict[str, int]) -> None:
    """One joint statement, passed on by an agency and made to the council."""
    text = "Ada Quill and Bo Lind told the council: “We agree on the pier.”, the ANA reports."
    read, linked = reading(text, "/joint.txt", "2031-04-01", [("We agree on the pier.", None)], mode="joint")
    members = span(text, "Ada Quill"), span(text, "Bo Lind")
    statement = replace(
        linked.statements[0],
        speaker=Speaker(span(text, "Ada Quill and Bo Lind"), None, "group", members),
        addressee=span(text, "the council"),
        via=(span(text, "the ANA"),),
    )
    record.add("joint", [(read, Linked((statement,)))], "/joint.txt")
    ana = record.new_entity("body", name("ANA"))
    guesses = [
        Guess(members[0], who["Ada Quill"], 0.9, "full name"),
        Guess(members[1], who["Bo Lind"], 0.9, "full name"),
        Guess(span(text, "the ANA"), ana, 0.9, "full name"),
    ]
    record.add_links(7, guesses, "1")


def shown(record: Record, called: str) -> ShownSpeaker:
    id = next(row.entity.id for row in record.speakers() if row.entity.name == called)
    moments = Moments(record.path)
    try:
        return Looking(record, moments).speaker(id)
    finally:
        moments.close()


def test_counts_are_those_of_the_lists(record: Record) -> None:
    found = shown(record, "Ada Quill")
    listed = list(record.told(Filter(entity=found.row.entity.id)))
    assert found.row == record.speaker(found.row.entity.id)
    assert found.row.statements == len(listed) == 19
    by_outlet = Counter(told.document.outlet or "" for told in listed)
    assert {c.name: c.statements for c in found.outlets} == by_outlet
    by_month = Counter(told.document.published.edtf[:7] for told in listed)
    assert dict(found.months) == by_month
    assert (found.loose, found.undated) == (0, 0)
    assert (found.first, found.last) == (listed[-1], listed[0])


def test_whom_one_answers_and_is_answered_by(record: Record) -> None:
    """Turns of people whom nobody knows are passed over, and do not make two turns of one."""
    found = shown(record, "Bo Lind")
    assert [(c.name, c.statements) for c in found.answered] == [("Ada Quill", 12)]
    assert [(c.name, c.statements) for c in found.answered_by] == [("Ada Quill", 6), ("José Peñas", 6)]
    assert shown(record, "José Peñas").answered_by == ()


def test_who_speaks_together_to_whom_and_through_whom(record: Record) -> None:
    found = shown(record, "Ada Quill")
    assert [c[1:] for c in found.groups] == [("Ada Quill and Bo Lind", 1)]
    assert [c[1:] for c in found.fellows] == [("Bo Lind", 1)]
    assert [c[1:] for c in found.relays] == [("ANA", 1)]
    assert found.relays[0].id is not None
    assert [tuple(c) for c in found.addressed] == [(None, "the council", 1)]
    assert found.members == ()


def test_spellings_are_counted_as_they_are_printed(record: Record) -> None:
    found = shown(record, "Ada Quill")
    assert found.looked_at == 7
    assert [tuple(s) for s in found.spellings] == [("Ada Quill", "onrecord", 1)]
    printed = {p.form: p for p in found.printed}
    assert sum(p.mentions for p in found.printed) == 19
    assert (printed["Quill 1"].mentions, printed["Quill 1"].named) == (3, True)
    record.name(found.row.entity.id, name("Ms Q"), (), "R. Reader")
    again = {s.form: s.by for s in shown(record, "Ada Quill").spellings}
    assert again == {"Ada Quill": "onrecord", "Ms Q": "R. Reader"}


def test_words_tell_somebody_apart(record: Record) -> None:
    """What all say, and names, tell nothing; what stands in fewer than three documents neither."""
    told = {word.word: word.documents for word in shown(record, "Ada Quill").words}
    assert told["ferry"] == told["harbour"] == 6
    assert "quill" not in told
    assert "pier" not in told


def test_merged_ones_are_shown_as_one(record: Record) -> None:
    lind, penas = shown(record, "Bo Lind").row.entity.id, shown(record, "José Peñas").row.entity.id
    record.merge(penas, lind, "R. Reader")
    merged = shown(record, "José Peñas")
    assert merged.row.statements == len(list(record.statements(Filter(entity=penas)))) == 19
    assert merged.row == record.speaker(lind)
    assert {s.form for s in merged.spellings} == {"José Peñas", "Bo Lind"}
    assert [c.name for c in merged.answered_by] == ["Ada Quill"]


def test_a_rejected_statement_is_not_shown(record: Record) -> None:
    """Neither counted, nor as the last one, nor among its words; undone, all is as it was."""
    before = shown(record, "José Peñas")
    [decided] = api.reject(record, before.last.statement.id, "R. Reader")
    after = shown(record, "José Peñas")
    assert after.row == record.speaker(before.row.entity.id)
    assert (after.row.statements, before.row.statements) == (5, 6)
    assert after.last != before.last
    assert sum(n for _, n in after.months) == sum(c.statements for c in after.outlets) == 5
    api.unreview(record, api.reference(decided))
    assert shown(record, "José Peñas") == before


def test_an_unknown_id_is_said_to_be(record: Record) -> None:
    with pytest.raises(UsageError, match="no entity of this id"):
        record.one_entity("zz")


def test_topics_are_words_of_those_who_say_most(record: Record) -> None:
    moments = Moments(record.path)
    found = Looking(record, moments).topics(Filter(), 2, 5)
    moments.close()
    assert [(c.name, c.statements) for c in found.speakers] == [("Ada Quill", 19), ("Bo Lind", 13)]
    assert len(found.documents) == 2
    assert all(len(row) == len(found.words) for row in found.documents)
    place = found.words.index("ferry")
    assert [row[place] for row in found.documents] == [6, 0]
    assert found.looked_at == (7, 7)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The town’s HARBOUR-master isn't in it", {"the", "town", "harbour-master"}),
        ("Мост не закрыт 2031", {"мост", "закрыт"}),
        ("we'll don’t o'clock", {"clock"}),
        (
            "see https://quay.example/old?a=pier, <a href=x>boats</a> &amp; me@quay.example",
            {"see", "boats"},
        ),
        ("", set()),
    ],
)
def test_words_are_whole(text: str, expected: set[str]) -> None:
    assert telling.words(text) == expected
