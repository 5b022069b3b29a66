"""Protects transcripts: a printed label gets the full name that the text prints somewhere, or none."""

from __future__ import annotations

import pytest

from tests.link.figure_papers import kinds, named

TITLE = "# Press Briefing by Press Secretary Bea Holm and Deputy Trade Advisor Igor Malev, May 3\n\n"


@pytest.mark.parametrize(
    ("before", "label", "name"),
    [
        (TITLE, "MS. HOLM", "Bea Holm"),
        (TITLE, "MR. MALEV", "Igor Malev"),
        (TITLE, "THE PRESS SECRETARY", "Bea Holm"),
        ("# Remarks by President Ruud\n\n", "THE PRESIDENT", "Ruud"),
        ("# Remarks by President Ola Ruud at the Port\n\n", "THE PRESIDENT", "Ola Ruud"),
        ("# Remarks by President Ruud\n\nOla Ruud thanked the crew.\n\n", "THE PRESIDENT", "Ola Ruud"),
        ("# Remarks by President Ruud Honoring the Crew\n\n", "THE PRESIDENT", "Ruud"),
        ("# Remarks by Vice President Ana Vega and President Ruud\n\n", "THE VICE PRESIDENT", "Ana Vega"),
        ("# Remarks by First Lady Ana Vega\n\n", "THE FIRST LADY", "Ana Vega"),
        ("Here is Secretary of Trade Dana Omarova.\n\n", "SECRETARY OMAROVA", "Dana Omarova"),
        ("Here is Secretary of Trade Dana Omarova.\n\n", "SECREATRY OMAROVA", "Dana Omarova"),
        ("Please welcome Sean O’Hara.\n\n", "MR. O’HARA", "Sean O’Hara"),
        ("Please welcome Zoë Ñandú.\n\n", "MS. NANDU", "Zoë Ñandú"),
        ("Please welcome President Wu Dam Ing.\n\n", "PRESIDENT WU", "Wu Dam Ing"),
        ("Please welcome President Ursa von der Leer.\n\n", "PRESIDENT VON DER LEER", "Ursa von der Leer"),
        ("Please welcome Ana Linde Young.\n\n", "MS. LINDE YOUNG", "Ana Linde Young"),
        ("", "MS. MCBRIDE", "McBride"),
        ("", "Igor Malev", "Igor Malev"),
    ],
)
def test_labels(before: str, label: str, name: str) -> None:
    """Title, introduction or any other place: the full name, whatever the label's capitals."""
    assert named(f"{before}<{label}>: Good morning.\n\n<Q>: Thank you.") == [name, None]


@pytest.mark.parametrize(
    ("before", "label", "name"),
    [
        ("His wife, Jill Ruud, waved. His son Beau Ruud slept.\n\n", "PRESIDENT RUUD", "Ruud"),
        ("# Remarks by President Ola Ruud and President Ana Vega\n\n", "THE PRESIDENT", "THE PRESIDENT"),
        ("Please welcome Angel Reese and Angela Reese.\n\n", "MS. REESE", "MS. REESE"),
        ("Please welcome Karl Dorn.\n\n", "MS. DORN", "Dorn"),
    ],
)
def test_doubtful_labels(before: str, label: str, name: str) -> None:
    """Relatives, two presidents, two of one surname, another gender: no wrong full name."""
    assert named(f"{before}<{label}>: Good morning.\n\n<Q>: Thank you.") == [name, None]


@pytest.mark.parametrize("label", ["Q", "QUESTION", "AUDIENCE MEMBER", "MODERATOR", "SENIOR TRADE OFFICIAL"])
def test_nameless_labels(label: str) -> None:
    """Who asks, moderates or speaks on background is a person without a name."""
    text = f"# Remarks by President Ola Ruud\n\n<{label}>: Hello.\n\n<MR. RUUD>: Hello."
    assert named(text)[0] in (None, label)
    if label != "SENIOR TRADE OFFICIAL":
        assert kinds(text)[0] == "person"


def test_interview() -> None:
    """Answers are whose the words before the questions say, questions those of the one said to ask."""
    text = (
        "Mayor Ada Berg replied as follows to a Westbay Gazette reporter:\n\n<Question>: Is it late?\n\n"
        "<Answer>: It is.\n\n<Question>: Very?\n\n<Answer>: Very."
    )
    assert named(text) == ["Westbay Gazette reporter", "Ada Berg"] * 2


def test_nested_in_a_turn() -> None:
    """He in a turn is not the one who speaks it."""
    text = f"{TITLE}<MR. MALEV>: Mayor Olek Dran called. <He> said it was late.\n\n<MS. HOLM>: Thank you."
    assert named(text) == ["Igor Malev", "Olek Dran", "Bea Holm"]
