"""Protects the quotations that no cue claims: kept with the speaker their place shows, or with none."""

from __future__ import annotations

import pytest

from onrecord.find.lexicon import Lexicon
from onrecord.find.marks import quotes
from onrecord.find.quoted import leftovers, unread
from onrecord.find.reported import Reported
from onrecord.find.tokens import tokens

# text: what is left after the cues, as "rule|speaker|words"; "Brod" is the speaker carried from before
LEFT = [
    ("“We wait for the last boat,” shrugged Pell.", ["quotation:followed|Pell|“We wait for the last boat,”"]),
    ("“We wait for the last boat,” Pell shrugged.", ["quotation:followed|Pell|“We wait for the last boat,”"]),
    ("Pell grinned: “We wait for the boat.”", ["quotation:introduced|Pell|“We wait for the boat.”"]),
    ("“We wait for the very last boat.”", ["quotation:carried|Brod|“We wait for the very last boat.”"]),
    (
        "“We wait for the boat.” “It is late.”",
        ["quotation:carried|Brod|“We wait for the boat.” ... “It is late.”"],
    ),
    (
        "Pell told them that it was late. “We wait for the boat.”",
        ["quotation:carried|Pell|“We wait for the boat.”"],
    ),
    (
        "“We wait for the boat.” — Ana Pell, harbour master",
        ["quotation:signed|Ana Pell, harbour master|“We wait for the boat.”"],
    ),
    ("“We wait for the boat.” ― Pell.", ["quotation:signed|Pell|“We wait for the boat.”"]),
    ("“We wait for the boat.” — Then they went home.", ["quotation:no speaker||“We wait for the boat.”"]),
    (
        "Its plan to wait was old. “We wait for the boat at the pier.”",
        ["quotation:carried|Brod|“We wait for the boat at the pier.”"],
    ),
    ("They saw the film “The Long Winter of Old Belmar Town” twice.", []),
    ("The “old mill” was sold.", []),
    ("Nobody came.", []),
]


def left(split, lex: Lexicon, text: str, carried: str | None) -> list[str]:
    """What the cues leave of one paragraph that stands after the carried speaker's name."""
    before = f"{carried}\n\n" if carried else ""
    whole = before + text
    t = tokens(whole, len(before), len(whole), quotes(whole, len(before), len(whole)), lex)
    found = leftovers(t, Reported(t, lex).statements(), lex, (0, len(carried)) if carried else None)
    return [
        f"{f.rule}|{whole[slice(*f.source)] if f.source else ''}|"
        + " ... ".join(whole[slice(*c)] for c in f.content)
        for f in found
    ]


@pytest.mark.parametrize(("text", "expected"), LEFT)
def test_leftovers(split, lex: Lexicon, text: str, expected: list[str]) -> None:
    """Exactly these, each with the speaker that its place shows."""
    assert left(split, lex, text, "Brod") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We wait for the very last boat.”", "quotation:no speaker||“We wait for the very last boat.”"),
        ("“Wait.”", "quotation:no speaker||“Wait.”"),
        ("Ruta Salm shook her head. “Never again.”", "quotation:subject|Ruta Salm|“Never again.”"),
        ("A note hung there. “Back at four.”", "quotation:no speaker||“Back at four.”"),
    ],
)
def test_nobody_carried(split, lex: Lexicon, text: str, expected: str) -> None:
    """A quotation without a speaker is kept and says so; the sentence before may show one."""
    assert left(split, lex, text, None) == [expected]


def test_claimed_words_are_not_found_again(split, lex: Lexicon) -> None:
    """What a cue has is left alone."""
    assert left(split, lex, "“We wait for the boat,” said Pell.", "Brod") == []
    assert left(split, lex, "Pell said that “we wait for the very last boat” in vain.", "Brod") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("„Wir warten auf das letzte Boot heute“, sagte Brod.", ["„Wir warten auf das letzte Boot heute“"]),
        ("«Nous attendons.» «Allez donc!» «Va!»", ["«Nous attendons.»", "«Allez donc!»"]),
        (
            "«Мы ждём последнюю лодку на этом берегу», — сказала она.",
            ["«Мы ждём последнюю лодку на этом берегу»"],
        ),
        ("„Wir ‚warten auf das letzte Boot hier‘ noch heute“, sagte sie.", None),
        ("der Film „Alte Mühle“", []),
    ],
)
def test_languages_without_a_lexicon(text: str, expected: list[str] | None) -> None:
    """Outermost quotations that are long or sentences: by their marks alone, with no speaker."""
    found = unread(text, quotes(text, 0, len(text)))
    words = [text[slice(*f.content[0])] for f in found]
    assert all(f.source is None and f.cue is None and f.rule == "quotation:no speaker" for f in found)
    assert words == (expected if expected is not None else [text[: text.index("“") + 1]])
