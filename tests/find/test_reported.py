"""Protects the statements of running text: which words, whose, by which rule, to whom and through whom."""

from __future__ import annotations

import pytest

from onrecord.find.lexicon import Lexicon
from onrecord.find.reported import Reported

# text: statements as "rule|speaker|words ... words", in the order of their cues
STATEMENTS = [
    ("Velin said that the mine was closed.", ["cue:clause|Velin|that the mine was closed"]),
    (
        "Velin, the mayor, stated on 7 May that the mine was closed.",
        ["cue:clause|Velin|that the mine was closed"],
    ),
    ("Velin said the mine was closed.", ["cue:clause|Velin|the mine was closed"]),
    ("The mine was closed, Velin said.", ["after:parenthetical|Velin|The mine was closed"]),
    ("The mine, Velin said, was closed.", ["after:parenthetical|Velin|The mine ... was closed"]),
    ("The mine was closed, said the minister.", ["after:inverted|the minister|The mine was closed"]),
    ("“It is closed,” Velin said.", ["after:parenthetical|Velin|“It is closed,”"]),
    ("“It is closed,” said Velin.", ["after:inverted|Velin|“It is closed,”"]),
    ("“It is,” said Velin, “closed.”", ["after:inverted|Velin|“It is,” ... “closed.”"]),
    (
        "“It is,” Velin said, “closed for good.”",
        ["after:parenthetical|Velin|“It is,” ... “closed for good.”"],
    ),
    (
        "“It is closed,” said Velin. “Nobody knows why.”",
        ["after:inverted|Velin|“It is closed,” ... “Nobody knows why.”"],
    ),
    ("Velin said: “It is closed.”", ["cue:quote|Velin|“It is closed.”"]),
    ("Velin said, “It is closed.” “It was late.”", ["cue:quote|Velin|“It is closed.” ... “It was late.”"]),
    ("Velin said, “It is closed,” before leaving.", ["cue:quote|Velin|“It is closed,”"]),
    ("Velin left, saying that it was closed.", ["cue:clause|Velin|that it was closed"]),
    (
        "Velin said the mine was closed and added that she was tired.",
        ["cue:clause|Velin|the mine was closed", "cue:clause|Velin|that she was tired"],
    ),
    (
        "Velin said that Pell had told her that it was closed.",
        ["cue:clause|Velin|that Pell had told her that it was closed", "cue:clause|Pell|that it was closed"],
    ),
    (
        "“We wait,” said Velin. “We left,” said Pell.",
        ["after:inverted|Velin|“We wait,”", "after:inverted|Pell|“We left,”"],
    ),
    ("As Velin said on Sunday, the fund would last.", ["cue:as|Velin|the fund would last"]),
    ("The fund would last until May, as Velin said.", ["after:as|Velin|The fund would last until May"]),
    ("It was announced that the ferry was closed.", ["cue:impersonal||that the ferry was closed"]),
    ("The plan was criticised by the union as a trick.", ["cue:passive|the union|The plan ... as a trick"]),
    ("Velin vowed to reopen the mine.", ["cue:infinitive|Velin|to reopen the mine"]),
    ("Velin criticised the plan.", ["cue:object|Velin|the plan"]),
    ("Velin called for a new bridge.", ["cue:preposition|Velin|a new bridge"]),
    ("According to the bank, prices rose.", ["according to|the bank|prices rose"]),
    ("Prices rose in June, according to the bank.", ["according to|the bank|Prices rose in June"]),
    (
        "The auditor’s claim that prices had doubled was odd.",
        ["cue:noun|The auditor’s|that prices had doubled"],
    ),
    ("His fear that prices would rise was odd.", ["cue:noun|His|that prices would rise"]),
    ("The ferry left at nine.", []),
    ("She gave the reported sum to the guard.", []),
    ("The “Old Mill” was sold.", []),
    ("“", []),
    ("", []),
]


@pytest.fixture
def reported(split, lex: Lexicon):
    """What one paragraph holds, as made."""
    return lambda text: Reported(split(text), lex).statements()


@pytest.mark.parametrize(("text", "expected"), STATEMENTS)
def test_statements(reported, text: str, expected: list[str]) -> None:
    """Exactly these statements, each with its rule, speaker and words."""
    got = []
    for f in reported(text):
        who = text[slice(*f.source)] if f.source else ""
        got.append(f"{f.rule}|{who}|{' ... '.join(text[slice(*c)] for c in f.content)}")
    assert got == expected


@pytest.mark.parametrize(
    ("text", "act", "hearer", "via"),
    [
        ("Velin told the committee that it was closed.", "said", "the committee", None),
        ("Velin urged the miners to leave.", "said", "the miners", None),
        ("“It is closed,” Velin told reporters.", "said", "reporters", None),
        ("Velin believes that it is closed.", "thought", None, None),
        ("Velin plans to close it.", "intended", None, None),
        ("“It is closed,” Velin said, according to BNA.", "said", None, "BNA"),
    ],
)
def test_act_hearer_and_relay(reported, text: str, act: str, hearer: str | None, via: str | None) -> None:
    """Saying, thinking and intending are told apart; who is told and who passed the words on are kept."""
    (f,) = reported(text)
    assert f.act == act
    assert (text[slice(*f.addressee)] if f.addressee else None) == hearer
    assert [text[slice(*v)] for v in f.via] == ([via] if via else [])


def test_the_cue_is_the_verb_group(reported) -> None:
    """With its auxiliaries and adverbs, and nothing else."""
    text = "Velin has repeatedly said that it was closed."
    (f,) = reported(text)
    assert text[slice(*f.cue)] == "has repeatedly said"


def test_no_words_are_found_twice(reported) -> None:
    """Two cues never claim the same spans."""
    text = (
        "“It is closed,” Velin said, adding and repeating it. “Nobody knows,” he said, and said, and added."
    )
    spans = [tuple(f.content) for f in reported(text)]
    assert len(set(spans)) == len(spans)
