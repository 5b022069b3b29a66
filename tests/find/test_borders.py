"""Protects where reported words end: at a second cue, at an inserted phrase, at a quotation of a term."""

from __future__ import annotations

import pytest

from onrecord.find.borders import Borders
from onrecord.find.cues import Cues
from onrecord.find.lexicon import Lexicon


@pytest.fixture
def borders(lex: Lexicon):
    """The borders of one paragraph's tokens."""
    return lambda t: Borders(t, lex)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Velin said the mine was closed and added that she was tired", "the mine was closed"),
        ("Velin said the mine was closed, and added that she was tired", "the mine was closed"),
        ("Velin said the mine was closed, adding that she was tired", "the mine was closed"),
        ("Velin said the mine was closed but denied that she was tired", "the mine was closed"),
        ("Velin said the mine was closed; she denied that she was tired", "the mine was closed"),
        ("Velin said the mine was closed, and Pell accused the bank", "the mine was closed"),
        ("Velin said the mine was closed, while Pell said it was not", "the mine was closed"),
        ("Velin said the mine was closed and later added that she was tired", "the mine was closed"),
        ("Velin said the guard told her that it was closed", "the guard told her that it was closed"),
    ],
)
def test_a_second_cue_takes_over(split, borders, lex: Lexicon, text: str, first: str) -> None:
    """The content of the first cue ends where a coordinated cue begins, and holds a subordinate one."""
    t = split(text)
    end = len(t.words)
    cue, following = Cues(t, lex).of(0, end)[:2]
    limit = borders(t).limit(0, cue, following, end)
    assert text[t.starts[cue.content] : t.ends[limit - 1]] == first
    assert borders(t).limit(0, cue, None, end) == end


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("“a ruin” stood", False),
        ("“a heap of stones” stood", True),
        ("“Nobody,” she said", True),
        ("“Nobody?” she said", True),
        ("“ruin” stood", False),
    ],
)
def test_terms_in_marks_are_no_utterances(split, borders, text: str, spoken: bool) -> None:
    """Up to three words without a closing sign are a term."""
    assert borders(split(text)).utterance(0) is spoken


@pytest.mark.parametrize(
    ("marked", "embedded"),
    [
        ("On ^“Morning Market,” she spoke", True),
        ("After the “Long Night” of ^“Old Orsk,” she spoke", False),
        ("The hall was full. ^“We wait,” she said", False),
        ("When Brod had left ^“Morning Market,” she spoke", False),
    ],
)
def test_quotations_within_an_adjunct(at, borders, marked: str, embedded: bool) -> None:
    """A title that only ends "On ..." is not what was said."""
    t, k = at(marked)
    assert borders(t).embedded(0, k) is embedded


@pytest.mark.parametrize(
    ("marked", "inserted"),
    [
        ("Brod, the chief of police^, said", True),
        ("The ferry had sunk, the police^, said", True),
        ("The hall was full, Brod had left^, said", False),
        ("Nobody came^, said", False),
    ],
)
def test_insertions(at, borders, marked: str, inserted: bool) -> None:
    """Between two commas without a verb stands an apposition."""
    t, k = at(marked)
    assert borders(t).inserted(0, k) is inserted


@pytest.mark.parametrize(
    ("marked", "clause"),
    [
        ("the claim that ^the money had been forged was not disputed", "the money had been forged"),
        ("the claim that ^the money was gone", "the money was gone"),
        ("the claim that ^he left when she was away is odd", "he left when she was away"),
    ],
)
def test_clauses_that_are_subjects(at, borders, marked: str, clause: str) -> None:
    """They end before the verb of the sentence itself."""
    t, k = at(marked)
    end = borders(t).clause_end(k, len(t.words))
    assert t.text[t.starts[k] : t.ends[end - 1]] == clause


@pytest.mark.parametrize(
    ("marked", "closes"),
    [
        ("said Brod^", True), ("said Brod^, who left", True), ("said Brod ^on Monday", True),
        ("said Brod ^Monday", True), ("said Brod ^boats", False),
    ],
)  # fmt: skip
def test_what_may_follow_an_inverted_speaker(at, borders, marked: str, closes: bool) -> None:
    """A sign, a preposition, a time or the end."""
    t, k = at(marked)
    assert borders(t).closes_clause(k, len(t.words)) is closes
