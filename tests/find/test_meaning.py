"""Protects what must not be lost between a sentence and its statement: denials, counts, whose words."""

from __future__ import annotations

import pytest

from onrecord.find import statements
from onrecord.model import Document
from onrecord.read.layout import passages

SENTENCES = [
    ("Pell vowed not to leave the yard.", [("Pell", "not to leave the yard")]),
    ("Pell vowed never to leave the yard.", [("Pell", "never to leave the yard")]),
    ("Pell said all miners would be paid.", [("Pell", "all miners would be paid")]),
    ("Pell said only two boats came.", [("Pell", "only two boats came")]),
    ("Pell said both ferries sank.", [("Pell", "both ferries sank")]),
    ("Pell said almost all boats had sunk.", [("Pell", "almost all boats had sunk")]),
    ("Pell said hardly any boats had sunk.", [("Pell", "hardly any boats had sunk")]),
    ("Pell said Monday was a holiday.", [("Pell", "Monday was a holiday")]),
    ("Pell said next year would be worse.", [("Pell", "next year would be worse")]),
    ("Pell said on Monday that he would go.", [("Pell", "that he would go")]),
    ("Pell said exactly a week ago that he would go.", [("Pell", "that he would go")]),
    ("Pell pointed out that the mine was closed.", [("Pell", "that the mine was closed")]),
    ("Pell made it clear that he had left.", [("Pell", "that he had left")]),
    ("Pell concurred that it was late.", [("Pell", "that it was late")]),
    ("Pell said in an interview with the Velin Courier that he had left.", [("Pell", "that he had left")]),
    ("Velin warned of a flood, the second this year.", [("Velin", "a flood, the second this year")]),
    ("Will Orrin said he left.", [("Will Orrin", "he left")]),
    ("“We wait for it,” shrugged Pell.", [("Pell", "“We wait for it,”")]),
    ("She said it in this room.", []),
    ("The minister did not say that the bridge was safe.", []),
    ("The minister never said that the bridge was safe.", []),
    ("Nobody said that the bridge was safe.", []),
    ("If the minister says that the bridge is safe, the boats will sail.", []),
    ("Did the minister say that the bridge was safe?", []),
    ("The minister should say that the bridge is safe.", []),
    ("Pell warned drivers not to cross the bridge.", [("Pell", "not to cross the bridge")]),
    (
        "The commissioner, Ann Berg, said the bridge was safe.",
        [("The commissioner, Ann Berg", "the bridge was safe")],
    ),
    ("The bridge was closed for two reasons:\n\nIt was old and the river had moved.", []),
    (
        "“The pier stands,” spokesman Odo Pell said, according to the agency BNA.",
        [("spokesman Odo Pell", "“The pier stands,”")],
    ),
]


def found(text: str) -> list[tuple[str | None, str]]:
    document = Document("x", "x", "x", None, None, None, (), "text", "en", None, None, None, text, "")
    return [
        (one.speaker.span.of(text) if one.speaker else None, " … ".join(c.of(text) for c in one.content))
        for one in statements(document, passages("x", text))
    ]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentence(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_no_speaker_is_carried_over_a_paragraph_that_tells_nothing() -> None:
    text = (
        "Velin said the pier was cracked.\n\n"
        "The town was quiet and nobody came out of the house for weeks.\n\n"
        "“The first pillar was cracked when we came in.”"
    )
    assert found(text)[-1] == (None, "“The first pillar was cracked when we came in.”")


def test_the_first_turn_is_no_headline() -> None:
    first = "Odo Lenk: The palace heard. Pell said that he was tired."
    text = f"{first}\n\nHana Quill: And then?\n\nOdo Lenk: Nothing."
    assert ("Pell", "that he was tired") in found(text)
    assert [words for who, words in found(text) if who == "Hana Quill"] == ["And then?"]


def test_the_place_above_a_speech_is_not_its_words() -> None:
    body = "I have come to say that the bridge will stay closed. We shall open it when it is safe."
    text = f"Remarks by Commissioner Ann Berg at the Harbour\n\nVelin, Corland (May 3, 2031)\n\n{body}\n"
    assert found(text) == [("Commissioner Ann Berg", body)]
