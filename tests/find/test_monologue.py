"""Protects texts of one speaker: the title names them, and nobody else reports their words."""

from __future__ import annotations

import pytest

from onrecord.find.monologue import one_speaker, title_name

OWN = "I have come to Orsk because our towns asked for it."

TITLES = [
    ("Statement by Ruta Salm on the mine", "Ruta Salm"),
    ("Remarks by President Ada Renholm at the Bridge", "President Ada Renholm"),
    ("Remarks by the President at the Bridge", "President"),
    ("Statement from Minister of Energy Ruta Salm", "Minister of Energy Ruta Salm"),
    ("Opening remarks by Ruta Salm", "Ruta Salm"),
    ("Transcript of remarks by Ruta Salm", "Ruta Salm"),
    ("Ruta Salm’s opening remarks", "Ruta Salm"),
    ("Ruta Salm's New Year address", "Ruta Salm"),
]

NO_TITLES = [
    "The mine stays open",
    "A statement on the mine",
    "Ruta Salm",
    "Remarks",
    "Five remarks by passers-by",
]


@pytest.mark.parametrize(("title", "name"), TITLES)
def test_titles(paper, lex, title: str, name: str) -> None:
    """The mention in a title of the one whose words follow, "On" and "At" left out."""
    document, passages = paper(("heading", title), OWN, OWN)
    found = one_speaker(document, passages, lex)
    assert found is not None
    assert found.of(document.text) == name


@pytest.mark.parametrize("title", NO_TITLES)
def test_other_titles_name_nobody(paper, lex, title: str) -> None:
    """A topic is no speaker."""
    document, passages = paper(("heading", title), OWN, OWN)
    assert one_speaker(document, passages, lex) is None


@pytest.mark.parametrize(
    "body",
    [
        ["“We stay,” Salm said.", "The mine was quiet.", "Nobody came, and “we know it,” she added."],
        ["The mine was quiet.", "“They stay in the town,” Salm said.", "Nobody came."],
        ["“We stay in the town,” it began.", OWN],
        [],
    ],
)
def test_reports_about_a_statement_are_not_one(paper, lex, body: list[str]) -> None:
    """Where somebody reports the words they are not all the speaker's."""
    document, passages = paper(("heading", "Statement by Ruta Salm on the mine"), *body)
    assert one_speaker(document, passages, lex) is None


def test_the_title_in_front_matter(paper, lex) -> None:
    """Counts as one, with its quotation marks."""
    document, passages = paper(("furniture", "---\ndate: 2031\ntitle: 'Remarks by Ruta Salm'\n---"), OWN)
    found = one_speaker(document, passages, lex)
    assert found is not None
    assert found.of(document.text) == "Ruta Salm"


def test_only_titles_are_looked_at(paper, lex) -> None:
    """Not a sentence in the middle of a text, nor a turn."""
    words = "Statement by Ruta Salm on the mine"
    document, passages = paper("One.", "Two.", "Three.", "Four.", words, OWN)
    assert title_name(document.text, passages, lex) is None
    document, passages = paper(("turn", "Q: " + words, "Q"), OWN)
    assert title_name(document.text, passages, lex) is None
