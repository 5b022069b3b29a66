"""Protects decisions: they hold against guesses and rebuilding, and undoing one leaves nothing of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import UsageError
from onrecord.record import Guess, Name, Record

ONE = "Ada Lovelock said: “It opens.”\n\nLater she said: “It rains.”"
SAID = [("It opens.", "Ada Lovelock"), ("It rains.", "she")]
OTHER = "A. Lovelock said: “It sinks.”"


def name(form: str) -> Name:
    return Name(form, form.casefold(), (form.casefold().split()[-1],))


@pytest.fixture
def record(place: Path, reading):
    """Two documents, in which one entity was guessed: Ada Lovelock, once printed as A. Lovelock."""
    with Record.open(place, create=True) as record:
        record.add(
            "1", [reading(ONE, "/1", said=SAID, figures=[("Ada Lovelock", ["mayor"])], id="one")], "/1"
        )
        given = reading(
            OTHER, "/2", said=[("It sinks.", "A. Lovelock")], figures=[("A. Lovelock", ["poet"])], id="two"
        )
        record.add("2", [given], "/2")
        link(record)
        yield record


def link(record: Record) -> None:
    """A resolver of the simplest kind: the same spelling or the same last name is the same entity."""
    for waiting in record.unlinked_documents():
        guesses = []
        for figure in record.figures(waiting.row):
            form = name(figure.name or "")
            found = record.entities_by_normal(form.normal, "person") or record.entities_by_key(
                form.keys[0], "person"
            )
            entity = found[0] if found else record.new_entity("person", form)
            record.add_alias(entity, form)
            for role in figure.roles:
                record.add_role(entity, role, waiting)
            guesses += [Guess(m.span, entity, 0.9, "name") for m in figure.mentions]
        record.add_links(waiting.row, guesses, "resolver 1")


def again(record: Record) -> None:
    record.forget_guesses()
    link(record)


def said(record: Record) -> dict[str, str]:
    """Who said what, by name and by the words."""
    found = record._all(
        "SELECT substr(t.text, (s.content ->> '$[0][0]') + 1, (s.content ->> '$[0][1]') - (s.content ->> "
        "'$[0][0]')), coalesce(m.name, e.name) FROM voice v "
        "JOIN entity e ON e.row = v.entity LEFT JOIN entity m ON m.row = e.merged "
        "JOIN statement s ON s.row = v.statement JOIN text t ON t.document = v.document ORDER BY v.statement"
    )
    return dict(found)


def ids(record: Record) -> dict[str, str]:
    return dict(record._all("SELECT name, id FROM entity ORDER BY row DESC"))


def whole(record: Record) -> object:
    """All that is listed of entities, apart from what was withdrawn."""
    return (
        said(record),
        record._all(
            "SELECT id, name, merged FROM entity WHERE row IN (SELECT entity FROM alias) ORDER BY row"
        ),
        record._all("SELECT entity, form, judgement, by, decision FROM alias ORDER BY 1, 2"),
        record._all("SELECT form FROM alias_words ORDER BY rowid"),
        record._all(
            "SELECT document, span_start, entity, by FROM link WHERE withdrawn IS NULL ORDER BY 1, 2"
        ),
        record._all("SELECT one, other, settled FROM doubt ORDER BY row"),
        record.decisions(),
    )


ALL_HERS = {"It opens.": "Ada Lovelock", "It sinks.": "Ada Lovelock"}


def test_a_split_by_name_holds_against_linking_anew(record: Record) -> None:
    assert said(record) == ALL_HERS
    number, new = record.split(ids(record)["Ada Lovelock"], name("A. Lovelock"), (), "R. Quill")
    parted = {"It opens.": "Ada Lovelock", "It sinks.": "A. Lovelock"}
    assert said(record) == parted
    again(record)
    assert said(record) == parted
    ada, other = record.entity(ids(record)["Ada Lovelock"]), record.entity(new)
    assert record.entities_by_normal("a. lovelock", "person") == [other]
    assert not record.add_alias(ada, name("A. LOVELOCK"))
    assert record.strangers(ada) == {other}
    assert record._all("SELECT by FROM link WHERE entity = ? AND withdrawn IS NULL", other) == [("R. Quill",)]
    assert [(d.verb, d.value, d.author) for d in record.decisions()] == [("split", "A. Lovelock", "R. Quill")]
    assert number == record.decisions()[0].number


def test_a_split_by_document_moves_all_that_stands_there(record: Record) -> None:
    _, new = record.split(ids(record)["Ada Lovelock"], name("Ada Lovelock"), ["two"], "R. Quill")
    assert record._all("SELECT document FROM voice WHERE entity = ?", record.entity(new)) == [(2,)]
    assert record._all("SELECT document FROM voice WHERE entity != ?", record.entity(new)) == [(1,)]
    again(record)
    assert record._all("SELECT document FROM voice WHERE entity = ?", record.entity(new)) == [(2,)]
    # The office that stood there came along, so that later documents can tell the two apart.
    assert [role.text for role in record.forms(record.entity(new)).roles] == ["poet"]


@pytest.mark.parametrize("decision", ["merge", "split", "part", "rename", "apart", "name", "name here"])
def test_undoing_a_decision_leaves_nothing_of_it(record: Record, decision: str) -> None:
    record.new_entity("person", name("Bo Lind"))
    record.add_doubt(
        record.entity(ids(record)["Bo Lind"]),
        "Bo Lind",
        record.entity(ids(record)["Ada Lovelock"]),
        (0.5, "?"),
        1,
    )
    before = whole(record)
    ada, bo = ids(record)["Ada Lovelock"], ids(record)["Bo Lind"]
    made = {
        "merge": lambda: record.merge(bo, ada, "R. Quill"),
        "split": lambda: record.split(ada, name("A. Lovelock"), (), "R. Quill")[0],
        "part": lambda: record.split(ada, name("Ada Lovelock"), ["two"], "R. Quill")[0],
        "rename": lambda: record.rename(ada, name("Ada, Mayor"), "R. Quill"),
        "apart": lambda: record.apart(ada, bo, "R. Quill"),
        "name": lambda: record.name(bo, name("A. Lovelock"), (), "R. Quill"),
        "name here": lambda: record.name(bo, name("A. Lovelock"), ["two"], "R. Quill"),
    }[decision]()
    assert whole(record) != before
    record.undo(made)
    link(record)
    assert whole(record) == before
    with pytest.raises(UsageError, match="no decision of this number"):
        record.undo(made)
    assert [d.withdrawn is None for d in record.decisions(all=True)] == [False]


def test_a_merge_holds_and_is_followed(record: Record) -> None:
    for form in ("Bo Lind", "B. Lind-Olsen"):
        record.new_entity("person", name(form))
    known = ids(record)
    record.merge(known["Bo Lind"], known["Ada Lovelock"], "R. Quill")
    assert set(said(record).values()) == {"Bo Lind"}
    record.merge(known["B. Lind-Olsen"], known["Ada Lovelock"], "R. Quill")
    assert set(said(record).values()) == {"B. Lind-Olsen"}
    again(record)
    assert set(said(record).values()) == {"B. Lind-Olsen"}
    last = record.entity(known["B. Lind-Olsen"])
    for form in ("ada lovelock", "bo lind", "b. lind-olsen"):
        assert record.entities_by_normal(form, "person") == [last]
    record.undo(1)
    assert set(said(record).values()) == {"B. Lind-Olsen"}  # of Ada Lovelock it was said too
    assert record.entities_by_normal("bo lind", "person") == [record.entity(known["Bo Lind"])]
    record.undo(2)
    assert set(said(record).values()) == {"Ada Lovelock"}


def test_decisions_do_not_contradict_each_other(record: Record) -> None:
    record.new_entity("person", name("Bo Lind"))
    ada, bo = ids(record)["Ada Lovelock"], ids(record)["Bo Lind"]
    number = record.apart(ada, bo, "R. Quill")
    with pytest.raises(UsageError, match=f"two by an earlier decision; undo decision {number} first"):
        record.merge(ada, bo, "R. Quill")
    record.undo(number)
    number = record.merge(ada, bo, "R. Quill")
    with pytest.raises(UsageError, match="these are one already"):
        record.merge(bo, ada, "R. Quill")
    with pytest.raises(UsageError, match=f"one by an earlier decision; undo decision {number} first"):
        record.apart(bo, ada, "R. Quill")
    with pytest.raises(
        UsageError, match=r"it has no name 'Eve'; its names are Ada Lovelock; A. Lovelock; Bo Lind"
    ):
        record.split(bo, name("Eve"), (), "R. Quill")
    with pytest.raises(UsageError, match="no document of this id"):
        record.split(ada, name("Ada"), ["three"], "R. Quill")
    for nobody in ("", " ", "onrecord", "import list.csv"):
        with pytest.raises(UsageError, match="is nobody's name"):
            record.rename(ada, name("Ada"), nobody)
    assert [d.verb for d in record.decisions()] == ["merge"]


def test_a_name_is_given_here_or_everywhere(record: Record, reading) -> None:
    record.new_entity("person", name("Bo Lind"))
    bo = ids(record)["Bo Lind"]
    record.name(bo, name("A. Lovelock"), ["two"], "R. Quill")
    parted = {"It opens.": "Ada Lovelock", "It sinks.": "Bo Lind"}
    assert said(record) == parted
    again(record)
    assert said(record) == parted
    record.undo(1)
    record.add(
        "3", [reading("Zed said: “Why?”", "/3", said=[("Why?", "Zed")], figures=["Zed"], id="three")], "/3"
    )
    record.add_links(3, [], "nobody knows")
    record.add_doubt(None, "Zed", record.entity(bo), (0.5, "first name only"), 3)
    record.name(bo, name("Zed"), (), "R. Quill")
    assert [waiting.id for waiting in record.unlinked_documents()] == ["three"]
    assert record._all("SELECT count(*) FROM doubt WHERE settled IS NULL") == [(0,)]
    link(record)
    assert said(record)["Why?"] == "Bo Lind"


def test_an_id_can_be_cut_but_must_be_one(record: Record) -> None:
    id = ids(record)["Ada Lovelock"]
    assert record.entity(id[:5]) == record.entity(id)
    for wrong in ("", "zz"):
        with pytest.raises(UsageError, match="no entity of this id"):
            record.entity(wrong)


def test_a_decision_that_is_refused_leaves_nothing(record: Record) -> None:
    before = whole(record)
    with pytest.raises(UsageError):
        record.split(ids(record)["Ada Lovelock"], name("Ada"), ["one", "three"], "R. Quill")
    assert whole(record) == before
