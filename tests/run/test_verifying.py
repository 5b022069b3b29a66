"""Protects: a quotation is found where it stands, and what it changed is named."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import run
from onrecord.model import Failure, Passage, Span
from onrecord.record import Record
from onrecord.run.verify_files import quotations
from onrecord.settings import Settings

SETTINGS = Settings(workers=1, reader="rules")
HEAD = """---
title: {title}
outlet: The {outlet}
date: {date}
---

"""
TEXTS = {
    "arla.md": HEAD.format(title="The toll will not rise", outlet="Arla Courier", date="2031-05-08")
    + "Mayor Ana Petrova said on Thursday: “We will not raise the toll for farmers, and we will "
    "rebuild the old "
    "bridge at Dorn with 10 million crowns before winter. It belongs to the people of Arla.” The "
    "council met at noon."
    "\n\nThe mayor, who was elected in the spring of the year before, went to see the works on the river.\n",
    "brod.md": HEAD.format(title="Mayor speaks on bridge", outlet="Brod Gazette", date="2031-05-09")
    + "“We will not raise the toll for farmers,” Ana Petrova said, “and we will rebuild the old bridge "
    "at Dorn with "
    "12 million crowns before winter.” Nobody in Brod was asked, the council said in a note to the press.\n",
    "celm.md": HEAD.format(title="Notes from the river", outlet="Celm Observer", date="2031-05-12")
    + "Mayor Ana Petrova told the council: “We will rebuild the old bridge at Dorn.” She said nothing "
    "of the toll.\n\n"
    "“It is our river.” These words stood on a board near the ferry, and nobody knew who had written "
    "them there.\n\n"
    "The ministry of works thanked the people of the united cities of Arla and Brod for their patience.\n",
    "dorn.md": HEAD.format(title="A word from the ferry", outlet="Dorn Bulletin", date="2031-05-14")
    + "The ferryman, who has seen many mayors, wrote to the ministry of works that we will not be "
    "going back now.\n\n"
    "The harbour of Celm is closed on Sundays, and the boats of the people of Dorn stay at home "
    "until the morning.\n",
}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("verify")
    texts = folder / "texts"
    texts.mkdir()
    for name, text in TEXTS.items():
        (texts / name).write_text(text, encoding="utf-8")
    path = folder / "r.onrecord"
    run.add(path, [str(texts)], SETTINGS)
    run.retrace(path, SETTINGS)
    return path


def ask(record: Path, words: str, limit: int = 20) -> run.Verified:
    return run.verify(record, words, SETTINGS, limit)


def names(found: run.Verified) -> list[str]:
    return [Path(stand.document.path).name for stand in found.places]


def changed(found: run.Verified) -> list[tuple[str, str, str]]:
    """The edits of the nearest place: kind, what stands there, what was given."""
    assert found.nearest is not None
    stand = found.places[found.nearest]
    return [(e.kind, e.earlier.of(stand.document.text), e.later.of(found.words)) for e in stand.edits]


def test_words_as_they_stand(record: Path) -> None:
    """Every word the same: case, typography and the marks of the quoter do not matter."""
    found = ask(record, "“we will not raise the TOLL for farmers!”")
    assert found.answer == "as given"
    assert names(found) == ["arla.md", "brod.md"]
    assert (found.documents, found.reports) == (2, 2)
    first = found.places[0]
    assert first.span.of(first.document.text) == "We will not raise the toll for farmers"
    assert (first.score, first.edits) == (1.0, ())
    assert first.told is not None
    assert first.day is not None
    assert first.day.startswith("2031-05")


def test_the_earliest_the_fullest_and_the_sentence(record: Path) -> None:
    """The sentence names who, when and where, and how the fullest version goes on."""
    found = ask(record, "we will rebuild the old bridge at Dorn")
    assert found.answer == "as given"
    assert found.earliest is not None
    assert found.fullest is not None
    assert names(found)[found.earliest] == "arla.md"
    assert names(found)[found.fullest] == "arla.md"
    assert found.documents == 3
    assert "3 documents" in found.sentence
    assert "Ana Petrova" in found.sentence
    assert "with 10 million crowns before winter" in found.sentence


def test_a_limit_keeps_the_earliest(record: Path) -> None:
    """What is left out of the list is counted all the same."""
    found = ask(record, "we will rebuild the old bridge at Dorn", limit=1)
    assert names(found) == ["arla.md"]
    assert found.documents == 3


def test_an_attribution_within_the_words_is_no_change(record: Path) -> None:
    """What the press puts between two parts of a statement is not what the speaker said between them."""
    words = (
        "We will not raise the toll for farmers, and we will rebuild the old bridge at Dorn with 12 million"
    )
    found = ask(record, words)
    assert found.answer == "as given"
    assert names(found)[0] == "brod.md"


def test_a_changed_number_is_named(record: Path) -> None:
    """Words that differ are shown beside those that stand there."""
    found = ask(record, "we will rebuild the old bridge at Dorn with 15 million crowns before winter")
    assert found.answer == "nearly"
    assert [kind for kind, _, _ in changed(found)] == ["number"]
    assert '"15' in found.sentence
    assert "not found" not in found.sentence


def test_a_lost_negation_is_named(record: Path) -> None:
    """Neutral: the sentence says what is left out, and calls nothing false."""
    found = ask(record, "We will raise the toll for farmers, and we will rebuild the old bridge at Dorn")
    assert found.answer == "nearly"
    assert ("negation", "not", "") in [(k, a.strip(), b.strip()) for k, a, b in changed(found)]
    assert 'leaves out "not"' in found.sentence
    for word in ("false", "fake", "misquot", "wrong"):
        assert word not in found.sentence.lower()


def test_an_ellipsis_may_stand_for_what_is_left_out(record: Path) -> None:
    """The answer is "as given", and what was left out is said."""
    for mark in ("…", "...", " . . . ", "[…]", "(...)"):
        found = ask(record, f"We will not raise the toll for farmers {mark} before winter")
        assert found.answer == "as given", mark
        assert [kind for kind, _, _ in changed(found)] == ["dropped"], mark
        assert "mark as left out is" in found.sentence, mark


def test_an_ellipsis_may_not_stand_for_not(record: Path) -> None:
    """What turns words into their contrary is never "as given"."""
    found = ask(record, "We will … raise the toll for farmers, and we will rebuild the old bridge at Dorn")
    assert found.answer == "nearly"
    assert 'leaves out "not"' in found.sentence


def test_brackets_hold_the_words_of_the_quoter(record: Path) -> None:
    """What stands in square brackets is not looked for."""
    found = ask(record, "we will rebuild the old bridge at Dorn [on the river Lesk] with 10 million crowns")
    assert found.answer == "as given"


def test_plain_words_are_found_without_keys(record: Path) -> None:
    """Six words of which none is rare."""
    found = ask(record, "We will not be going back now.")
    assert found.answer == "as given"
    assert names(found) == ["dorn.md"]


@pytest.mark.parametrize(
    "words",
    [
        "The harbour of Celm is a monument of the second age and closed to ships of every kind",
        "people of the united cities of the northern plain shall have their schools again",
        "thanked the people of Dorn",
        "the people of Arla",
        "the united cities of Arla",
        "one and two and three and four and five and six",
    ],
)
def test_common_words_are_not_the_same_words(record: Path, words: str) -> None:
    """Words that share a common phrase with a text do not stand in it."""
    found = ask(record, words)
    assert (found.answer, found.documents, found.earliest) == ("not found", 0, None)


def test_few_words_are_found_as_a_whole_quotation_only(record: Path) -> None:
    """Fewer than six words are too common to be traced within a sentence."""
    assert ask(record, "It is our river").answer == "as given"
    within = ask(record, "stay at home until the morning")
    assert within.answer == "as given"
    short = ask(record, "stay at home")
    assert short.answer == "not found"
    assert "1 document" in short.sentence
    assert (names(short), short.earliest, short.nearest) == (["dorn.md"], None, 0)


def test_what_comes_near_is_shown_where_nothing_is_found(record: Path) -> None:
    """It is called what it is: nothing was found."""
    found = ask(record, "The harbour of Celm is closed on Sundays, and ninety ships sail to Elsk")
    assert (found.answer, found.documents, found.nearest) == ("not found", 0, 0)
    assert names(found) == ["dorn.md"]
    assert found.sentence.startswith("No document of this record holds these words, or most of them")


def test_a_record_that_was_not_traced_is_looked_through_all_the_same(tmp_path: Path) -> None:
    """By its index of words."""
    path = tmp_path / "r.onrecord"
    (tmp_path / "arla.md").write_text(TEXTS["arla.md"], encoding="utf-8")
    run.add(path, [str(tmp_path / "arla.md")], SETTINGS)
    assert ask(path, "we will rebuild the old bridge at Dorn").answer == "as given"
    assert ask(path, "we will rebuild the new bridge at Dorn with 10 million crowns").answer == "nearly"


@pytest.mark.parametrize("words", ["", "   ", "…", "?!", '"', "“”", "\0", "\ud800", "[…]"])
def test_no_words_are_no_question(record: Path, words: str) -> None:
    """Nothing to look for is said, and nothing is raised."""
    found = ask(record, words)
    assert found.answer == "not found"
    assert found.places == ()


@pytest.mark.parametrize(
    "words",
    [
        'bridge" OR "toll',
        "NEAR(bridge toll, 5)",
        "bridge* AND -toll ^Dorn",
        "words: bridge NOT Dorn toll old we",
    ],
)
def test_no_words_are_a_command(record: Path, words: str) -> None:
    """The index of words has a language of its own, which nobody here speaks to."""
    assert ask(record, words).answer == "not found"


def test_a_hundred_thousand_words(record: Path) -> None:
    """Only the first are looked for, and the sentence says so."""
    found = ask(record, "we will rebuild the old bridge at Dorn " * 12_000)
    assert found.answer == "not found"
    text = TEXTS["arla.md"].partition("“")[2].partition("”")[0]
    long = ask(record, text + " and" * 2_000)
    assert long.answer in ("nearly", "not found")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=200))
def test_any_words_are_answered(record: Path, words: str) -> None:
    """Whatever is typed is answered: spans lie within the text, positions within the places."""
    found = ask(record, words)
    for stand in found.places:
        assert 0 <= stand.span.start <= stand.span.end <= len(stand.document.text)
    for place in (found.earliest, found.fullest, found.nearest):
        assert place is None or 0 <= place < len(found.places)


def test_one_verifier_answers_many(record: Path) -> None:
    """What it keeps in mind changes no answer."""
    asked = ["we will rebuild the old bridge at Dorn", "It is our river", "we will not be going back now"]
    with Record.open(record, readonly=True) as store:
        verifier = run.Verifier(store)
        for words in asked * 2:
            assert verifier.ask(words) == ask(record, words)


FILE = (
    HEAD.format(title="What was said of the bridge", outlet="Elsk Herald", date="2031-05-20")
    + "“We will rebuild the old bridge at Dorn,” Ana Petrova said. She added that “we will raise the "
    "toll for farmers, "
    "and we will rebuild the old bridge at Dorn with 10 million crowns before winter”, as the "
    "Courier had it.\n\n"
    "A board at the ferry says “It is our river.” The minister said: “No stone of the castle shall "
    "ever be sold to "
    "anyone.”\n\nThe ferryman wrote: “We will not be going back now.” It was called “the bridge” by all.\n"
)


def test_every_quotation_of_a_file(record: Path, tmp_path: Path) -> None:
    """Five quotations, in the order of the text, each with its place in the file."""
    path = tmp_path / "elsk.md"
    path.write_text(FILE, encoding="utf-8")
    found = list(run.verify_file(record, str(path), SETTINGS))
    checked = [one for one in found if not isinstance(one, Failure)]
    assert len(checked) == len(found) == 5
    assert [one.answer for one in checked] == ["as given", "nearly", "as given", "not found", "as given"]
    for one in checked:
        assert one.span is not None
        assert one.span.of(FILE).replace("\n", " ").startswith(one.words.replace("\n", " ")[:20])


def test_what_is_quoted_in_a_file(tmp_path: Path) -> None:
    """Marks of every kind, and no word before them; what is short is no quotation."""
    text = (
        HEAD.format(title="Marks", outlet="Elsk Herald", date="2031-05-20")
        + "Ana Petrova said that “we will not raise the toll for farmers”. The council calls it „a heavy "
        "burden for the town“, the ministry «the price of a road for all», others ``a long way for us''. "
        "It is “no joke”.\n\n"
        "> We will rebuild the old bridge at Dorn.\n"
    )
    path = tmp_path / "marks.md"
    path.write_text(text, encoding="utf-8")
    [read] = run.read([str(path)], SETTINGS)
    assert not isinstance(read, Failure)
    found = quotations(text, read.reading.passages, read.statements)
    assert [one.words(text).strip(".") for one in found] == [
        "we will not raise the toll for farmers",
        "a heavy burden for the town",
        "the price of a road for all",
        "a long way for us",
        "We will rebuild the old bridge at Dorn",
    ]


@settings(max_examples=80, deadline=None)
@given(text=st.text(alphabet="ab “”\"„«»'`\n.", max_size=120))
def test_quotations_of_any_text_lie_apart(text: str) -> None:
    """Whatever marks it has: in order, within the text, with words between them."""
    passages = [Passage("d", 0, Span(0, len(text)), "block_quotation")]
    parts = [part for one in quotations(text, passages, []) for part in one.parts]
    assert all(0 <= a.start < a.end <= len(text) for a in parts)
    assert all(a.end <= b.start for a, b in pairwise(parts))


def test_a_file_is_no_witness_for_itself(record: Path, tmp_path: Path) -> None:
    """Neither its own document nor one with the same text counts."""
    path = tmp_path / "other.md"
    words = "we shall never go back to the old ways of the harbour"
    text = TEXTS["dorn.md"].replace("that we will not be going back now", f"“{words}”")
    path.write_text(text, encoding="utf-8")
    copy = tmp_path / "r.onrecord"
    copy.write_bytes(record.read_bytes())
    run.add(copy, [str(path)], SETTINGS)
    run.retrace(copy, SETTINGS)
    assert (
        run.verify(copy, "we shall never go back to the old ways of the harbour", SETTINGS).answer
        == "as given"
    )
    [found] = run.verify_file(copy, str(path), SETTINGS)
    assert not isinstance(found, Failure)
    assert found.answer == "not found"


def test_a_file_that_cannot_be_read_fails_alone(record: Path, tmp_path: Path) -> None:
    """It is a failure among the answers, and nothing is raised."""
    [found] = run.verify_file(record, str(tmp_path / "none.txt"), SETTINGS)
    assert isinstance(found, Failure)
