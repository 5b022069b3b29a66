"""Protects what becomes of the trained reader's finds: whole quotations, and what the rules know besides."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord import find
from onrecord.find.found import Found
from onrecord.find.learned import RULE, chance, confirmed, learned
from onrecord.find.lexicon import Lexicon
from onrecord.find.reported import Reported
from onrecord.find.tokens import Tokens
from onrecord.find.trained import MARKS, Attribution

# A score that is the first mark's logistic: a mark of 9 is sure, one of -9 is not.
NUMBERS: dict[str, Any] = {"score": [1.0] + [0.0] * len(MARKS), "keep": 0.5}
Split = Callable[[str], Tokens]


def at(text: str, words: str) -> tuple[int, int]:
    """Where the words stand."""
    start = text.index(words)
    return start, start + len(words)


def given(text: str, cue: str, source: str | None, *content: str, mark: float = 9.0) -> Attribution:
    """An attribution by its words."""
    spans = tuple(at(text, words) for words in content)
    return Attribution(
        at(text, cue), at(text, source) if source else None, spans, (mark,) + (0.0,) * (len(MARKS) - 1)
    )


@pytest.fixture
def merged(split: Split, lex: Lexicon) -> Callable[..., list[Found]]:
    """What is made of attributions and of what the rules find in the same paragraph."""

    def make(text: str, *attributions: Attribution) -> list[Found]:
        t = split(text)
        return learned(t, attributions, Reported(t, lex).statements(), lex, NUMBERS)

    return make


Merged = Callable[..., list[Found]]


@pytest.mark.parametrize(
    "content",
    [
        "“The ferry will stay,”",
        "The ferry will stay,",
        "The ferry will stay",
        "ferry will stay,”",
        "“The ferry will",
    ],
)
def test_a_quotation_is_kept_whole(merged: Merged, content: str) -> None:
    """A model that is a word off at the edge does not cut a quotation: its marks say where it ends."""
    text = "“The ferry will stay,” Bo Lind said on Monday."
    (one,) = merged(text, given(text, "said", "Bo Lind", content))
    assert [text[s:e] for s, e in one.content] == ["“The ferry will stay,”"]


def test_a_quoted_word_beside_the_content_is_left_out(merged: Merged) -> None:
    """A content takes in no quotation that it hardly touches."""
    text = "Bo Lind said that the “floating palace of Celm” was sold."
    (one,) = merged(text, given(text, "said", "Bo Lind", "that the “floating"))
    assert [text[s:e] for s, e in one.content] == ["that the “floating"]


def test_signs_at_the_edges_go(merged: Merged) -> None:
    """What is not quoted ends with its last word, and so does a source."""
    text = "Bo Lind, said that the ferry was sold, and left."
    (one,) = merged(text, given(text, "said", "Bo Lind,", " that the ferry was sold, "))
    assert [text[s:e] for s, e in one.content] == ["that the ferry was sold"]
    assert one.source == at(text, "Bo Lind")


def test_a_content_of_signs_alone_is_none(merged: Merged) -> None:
    """Nobody said a dash."""
    text = "Bo Lind said — and left."
    assert merged(text, given(text, "said", "Bo Lind", "—")) == []


def test_the_rules_addressee_is_kept(merged: Merged) -> None:
    """The model knows no hearers; where both read the same cue, the rules' stays."""
    text = "Bo Lind told the council that the ferry was sold."
    (one,) = merged(text, given(text, "told", "Bo Lind", "that the ferry was sold"))
    assert one.addressee == at(text, "the council")
    assert one.rule == RULE


def test_an_addressee_that_the_content_holds_is_not(merged: Merged) -> None:
    """Words cannot be both what was said and to whom."""
    text = "Bo Lind told the council that the ferry was sold."
    (one,) = merged(text, given(text, "told", "Bo Lind", "the council that the ferry was sold"))
    assert one.addressee is None


@pytest.mark.parametrize(("cue", "act"), [("said", "said"), ("believes", "thought"), ("plans", "intended")])
def test_the_act_is_known_without_the_rules(split: Split, lex: Lexicon, cue: str, act: str) -> None:
    """Where the rules read nothing, the cue's own words say what was done."""
    text = f"Bo Lind {cue} a new ferry for Celm."
    (one,) = learned(split(text), [given(text, cue, "Bo Lind", "a new ferry for Celm")], [], lex, NUMBERS)
    assert one.act == act


def test_what_is_not_likely_enough_is_dropped(merged: Merged) -> None:
    """`keep` is the bar, and the score goes along."""
    text = "Bo Lind said that the ferry was sold."
    content = "that the ferry was sold"
    assert merged(text, given(text, "said", "Bo Lind", content, mark=-9.0)) == []
    (one,) = merged(text, given(text, "said", "Bo Lind", content, mark=2.0))
    assert one.score == pytest.approx(0.881)


def test_the_score_is_a_chance_whatever_the_marks() -> None:
    """No mark is large enough to overflow."""
    for mark in (-1e9, -1.0, 0.0, 1.0, 1e9):
        assert 0 <= chance(Attribution((0, 1), None, ((1, 2),), (mark,) * len(MARKS)), NUMBERS) <= 1


def test_what_the_model_left_alone_is_nobodys(merged: Merged) -> None:
    """The rules' own finds in running text do not come in by the back door."""
    assert merged("Bo Lind said that the ferry was sold.") == []


def test_statements_stand_in_the_order_of_their_cues(merged: Merged) -> None:
    """Whoever found them."""
    text = "Bo Lind said that it rained. Ana Brod said that it snowed."
    second = given(text[29:], "said", "Ana Brod", "that it snowed")
    moved = Attribution(at(text[29:], "said"), None, second.content, second.marks)
    shifted = Attribution(
        (moved.cue[0] + 29, moved.cue[1] + 29),
        at(text, "Ana Brod"),
        (at(text, "that it snowed"),),
        moved.marks,
    )
    found = merged(text, shifted, given(text, "said", "Bo Lind", "that it rained"))
    assert [text[slice(*one.source)] for one in found if one.source] == ["Bo Lind", "Ana Brod"]


def test_a_document_shows_both(paper: Any) -> None:
    """In a document the reader's statements carry its rule and a score; labels and layout stay the rules'."""
    document, passages = paper(
        "Bo Lind told the council that the ferry of Celm was sold.",
        ("turn", "ANA BROD: We have no other.", "ANA BROD"),
    )
    found = find.statements(document, passages, "small")
    assert [one.rule for one in found] == [RULE, "turn:label"]
    assert found[0].addressee is not None
    assert found[0].addressee.of(document.text) == "the council"
    assert all(0 <= one.score <= 1 for one in found)


def test_without_a_lexicon_no_model_is_asked(paper: Any) -> None:
    """A text in another language is read by its marks alone, whichever reader is set."""
    document, passages = paper("Bo Lind sagte: „Die Fähre bleibt.“ Er ging.", language="de")
    assert find.statements(document, passages, "small") == find.statements(document, passages, "rules")


@pytest.mark.parametrize(
    ("text", "seen", "kept"),
    [
        ("The mayor announced these things.", False, []),
        ("The mayor announced these things.", True, ["these things"]),
        ("The mayor said “God bless our boats.”", False, ["“God bless our boats.”"]),
        (
            "The mayor said that the bridge would be closed until the end of winter.",
            False,
            ["that the bridge would be closed until the end of winter"],
        ),
    ],
)
def test_in_speech_the_rules_need_a_witness(
    split: Split, lex: Lexicon, text: str, seen: bool, kept: list[str]
) -> None:
    """Words quoted, a clear clause, or what the model half sees too; the rest of what they find is left."""
    ruled = Reported(split(text), lex).statements()
    assert ruled
    half = [given(text, "announced", "The mayor", "these things", mark=-1.0)] if seen else []
    found = confirmed(text, half, ruled, NUMBERS)
    assert [text[slice(*f.content[0])] for f in found] == kept


def test_a_content_takes_the_quotation_it_begins_with(split: Split, lex: Lexicon) -> None:
    """However early the model leaves off within it."""
    text = "Pell said: “We wait for the boat, and then for the next one, and we go home when neither comes.”"
    cut = given(text, "said", "Pell", "“We wait for the boat")
    (found,) = learned(split(text), [cut], [], lex, NUMBERS)
    assert text[slice(*found.content[0])] == text[text.index("“") :]


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        ("that they had asked for a", "that they had asked for a quiet meeting"),
        ("that they had asked for a quiet meeting and", "that they had asked for a quiet meeting"),
        ("that they had asked", "that they had asked"),
    ],
)
def test_a_content_ends_with_a_phrase(split: Split, lex: Lexicon, content: str, kept: str) -> None:
    """Where the model leaves off at an article, the noun is added; at a conjunction, that goes."""
    text = "Pell denied that they had asked for a quiet meeting and went home."
    (found,) = learned(split(text), [given(text, "denied", "Pell", content)], [], lex, NUMBERS)
    assert text[slice(*found.content[0])] == kept


def test_a_figure_is_not_cut(split: Split, lex: Lexicon) -> None:
    """What is one figure to a reader is several words to the model."""
    text = "Pell promised to send 5,000 boats."
    (found,) = learned(split(text), [given(text, "promised", "Pell", "to send 5")], [], lex, NUMBERS)
    assert text[slice(*found.content[0])] == "to send 5,000"
