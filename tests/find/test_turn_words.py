"""Protects the words of a turn: from behind its label to the next one, other passages within left out."""

from __future__ import annotations

import pytest

from onrecord.find.turns import content_start, turns


@pytest.mark.parametrize(
    ("words", "label", "own"),
    [
        ("MS. ORRIN:  Good day.", "MS. ORRIN", "Good day."),
        ("Q   Is it closed?", "Q", "Is it closed?"),
        ("Q. Is it closed?", "Q", "Is it closed?"),
        ("Q: Is it closed?", "Q", "Is it closed?"),
        ("(1) Question: Is it?", "Question", "Is it?"),
        ("**Odo Lenk:** Nothing.", "Odo Lenk", "Nothing."),
        ("**Odo Lenk**: Nothing.", "Odo Lenk", "Nothing."),
        ("[00:01:12] Odo Lenk: Nothing.", "Odo Lenk", "Nothing."),
        ("Odo Lenk (00:12): Nothing.", "Odo Lenk", "Nothing."),
        ("Odo Lenk [by phone]: Nothing.", "Odo Lenk", "Nothing."),
        (
            "PRESIDENT RENHOLM:  (As interpreted.)  We came.",
            "PRESIDENT RENHOLM",
            "(As interpreted.)  We came.",
        ),
        ("ODO LENK:\nNothing.", "ODO LENK", "Nothing."),
        ("MS. ORRIN:  12:30 is fine.", "MS. ORRIN", "12:30 is fine."),
    ],
)
def test_words_begin_behind_the_label(paper, words: str, label: str, own: str) -> None:
    """The label's own sign, bold marks, note and spaces are not the speaker's words."""
    document, (passage,) = paper(("turn", words, label))
    start = content_start(document.text, passage)
    assert document.text[start:] == own


def test_a_passage_that_goes_on_is_all_words(paper) -> None:
    """Its label stands in an earlier passage."""
    document, passages = paper(
        ("turn", "MS. ORRIN:  Good day.", "MS. ORRIN"), ("turn", "And: welcome.", "MS. ORRIN")
    )
    assert content_start(document.text, passages[1]) == passages[1].span.start
    document, passages = paper("Plain: words.")
    assert content_start(document.text, passages[0]) == 0


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([("turn", "Q  Is it?", "Q"), ("turn", "A: It is.", "A")], [["Is it?"], ["It is."]]),
        (
            [("turn", "A: One.", "A"), ("turn", "Two.", "A"), ("turn", "Three.", "A")],
            [["One.\n\nTwo.\n\nThree."]],
        ),
        ([("turn", "A: One.", "A"), ("furniture", "Print"), ("turn", "Two.", "A")], [["One.", "Two."]]),
        ([("turn", "A: One.", "A"), ("heading", "Later"), ("turn", "Two.", "A")], [["One.", "Two."]]),
        ([("turn", "A: One.", "A"), ("turn", "A: Two.", "A")], [["One."], ["Two."]]),
        ([("turn", "ANN:", "ANN"), ("turn", "One.", "ANN")], [["One."]]),
        ([("turn", "ANN:", "ANN"), ("turn", "BEN: Yes.", "BEN")], [["Yes."]]),
        (["Before.", ("turn", "A: One.", "A"), "After."], [["One."]]),
        (["Plain: words."], []),
        ([], []),
    ],
)
def test_turns(paper, pieces: list, expected: list[list[str]]) -> None:
    """A span for each run of passages that nothing parts; a label without words is no turn."""
    document, passages = paper(*pieces)
    got = turns(document.text, passages)
    assert [[span.of(document.text) for span in spans] for _, spans in got] == expected
    assert all(p.label is not None and spans[0].start >= p.span.start for p, spans in got)
