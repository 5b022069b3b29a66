"""Protects the borders of noun phrases: who stands left of a verb, right of it, or first in a sentence."""

from __future__ import annotations

import pytest

from onrecord.find.clauses import Clauses
from onrecord.find.lexicon import Lexicon

# The verb group begins at "^"; the subject is what comes second.
SUBJECTS = [
    ("Marta Velin ^said no.", "Marta Velin"),
    ("She ^said no.", "She"),
    ("The harbour commissioner ^said no.", "The harbour commissioner"),
    ("The minister of health and sport ^said no.", "The minister of health and sport"),
    ("On Monday the port authority ^said no.", "the port authority"),
    ("In a statement on Monday, the port authority ^said no.", "the port authority"),
    ("Meanwhile the miners ^said no.", "the miners"),
    ("Pell left, and Brod ^said no.", "Brod"),
    ("But Brod ^said no.", "Brod"),
    ("Brod, the chief of police, ^said no.", "Brod"),
    ("Brod, who has led the union for years, ^said no.", "Brod"),
    ("Brod — the chief of police — ^said no.", "Brod"),
    ("Brod (a former clerk) ^said no.", "Brod"),
    ("Ilmar Tosk Jr. ^said no.", "Ilmar Tosk Jr."),
    ("Ilmar Tosk, Jr. ^said no.", "Ilmar Tosk, Jr."),
    ("Tosk and Brod ^said no.", "Tosk and Brod"),
    ("Tosk, Brod and Pell ^said no.", "Tosk, Brod and Pell"),
    ("The mayor’s office ^said no.", "The mayor’s office"),
    ("A spokesman for the bank ^said no.", "A spokesman for the bank"),
    ("Residents of the river towns ^said no.", "Residents of the river towns"),
    ("“Wait,” Will Orrin ^said.", "Will Orrin"),
    ("“Wait,” the old ferryman ^said.", "the old ferryman"),
    ("Dr. Lena Marsh ^said no.", "Dr. Lena Marsh"),
    ("The guard who ^said no.", "The guard who"),
    ("They met the guard, who ^said no.", "the guard, who"),
    ("Nobody knew that the ferry ^said no.", "the ferry"),
    ("The ship sank; its owner ^said no.", "its owner"),
    ("^said no.", None),
    ("And ^said no.", None),
]

RIGHT = [
    ("“No,” said ^Marta Velin.", "Marta Velin"),
    ("“No,” said ^Marta Velin, the commissioner.", "Marta Velin"),
    ("“No,” said ^the minister of health on Monday.", "the minister of health"),
    ("“No,” said ^she.", "she"),
    ("“No,” said ^Tosk and Brod.", "Tosk and Brod"),
    ("“No,” said ^Brod and left.", "Brod"),
    ("“No,” said ^the speaker of the assembly, Ilmar Tosk.", "the speaker of the assembly, Ilmar Tosk"),
    ("“No,” said ^he and Brod.", "he"),
    ("“No,” said ^Brod yesterday.", "Brod"),
    ("“No,” said ^Brod, laughing.", "Brod"),
    ("“No,” said ^Brod slowly.", "Brod"),
    ("“No,” said ^a member of the assembly.", "a member of the assembly"),
    ("“No,” said ^Brod, who left.", "Brod"),
    ("“No,” said ^Brod (a clerk).", "Brod"),
    ("“No,” said ^Brod in Orsk.", "Brod"),
    ("“No,” said ^on Monday.", None),
    ("“No,” said ^.", None),
]

FIRST = [
    ("Marta Velin waited for the ferry.", "Marta Velin"),
    ("She waited.", "She"),
    ("On Monday, the miners left.", "the miners"),
    ("In the old hall, on Monday, the miners left.", "the miners"),
    ("But the miners left.", "the miners"),
    ("Yesterday the miners left.", "the miners"),
    ("Founding his museum in 1961, Bruno Asker explained it.", "Bruno Asker"),
    ("But the tired miners left.", "the tired miners"),
    ("In 1931, the mill closed.", "the mill"),
]

ACCORDING = [
    ("according to ^the Belmar Statistics Office, prices rose.", "the Belmar Statistics Office"),
    ("according to ^a report by the bank in Orsk", "a report by the bank in Orsk"),
    ("according to ^Brod who left", "Brod"),
    ("according to ^police", "police"),
    ("according to ^, nobody", None),
]


@pytest.fixture
def clauses(lex: Lexicon):
    """The clauses of one paragraph's tokens."""
    return lambda t: Clauses(t, lex)


@pytest.mark.parametrize(("marked", "expected"), SUBJECTS)
def test_subjects(at, shown, clauses, marked: str, expected: str | None) -> None:
    """The noun phrase left of a verb: appositions, adjuncts and earlier clauses left out."""
    t, i = at(marked)
    assert shown(t, clauses(t).subject_left(0, i, None)) == expected


def test_a_joined_verb_keeps_its_subject(at, shown, clauses) -> None:
    """ "left and said": the subject of the verb before, or the one told."""
    t, i = at("The old ferryman left and ^said no.")
    assert shown(t, clauses(t).subject_left(0, i, None)) == "The old ferryman"
    assert clauses(t).subject_left(0, i, (2, 3)) == (2, 3)


def test_a_sentence_is_a_border(at, shown, clauses) -> None:
    """Nothing before the sentence is looked at."""
    t, i = at("The ferry left. The guard ^said no.")
    begin = next(a for a, b in t.sentences if a <= i < b)
    assert shown(t, clauses(t).subject_left(begin, i, None)) == "The guard"
    assert clauses(t).subject_left(i, i, None) is None


@pytest.mark.parametrize(("marked", "expected"), RIGHT)
def test_phrases_to_the_right(at, shown, clauses, marked: str, expected: str | None) -> None:
    """The noun phrase right of a verb: up to an adjunct, a clause or a second verb."""
    t, i = at(marked)
    assert shown(t, clauses(t).phrase_right(i, len(t.words))) == expected


@pytest.mark.parametrize(("text", "expected"), FIRST)
def test_first_subjects(split, shown, clauses, text: str, expected: str) -> None:
    """The first noun phrase of a sentence, adjuncts before it left out."""
    t = split(text)
    assert shown(t, clauses(t).first_subject(0, len(t.words))) == expected


@pytest.mark.parametrize(("marked", "expected"), ACCORDING)
def test_sources_after_according_to(at, shown, clauses, marked: str, expected: str | None) -> None:
    """Up to a comma, a clause or the end, with prepositions of its own."""
    t, i = at(marked)
    assert shown(t, clauses(t).source_right(i, len(t.words))) == expected
