"""Protects what counts as a cue: verb groups in their surroundings, and the many that only look like one."""

from __future__ import annotations

import pytest

from onrecord.find.cues import Cues
from onrecord.find.lexicon import Lexicon
from onrecord.find.tokens import FINAL

# text: cues as "verb group|form|frame|first token of the content|hearer"
CUES = [
    ("Velin said that the mine was closed.", ["said|finite|clause|that|"]),
    ("Velin said the mine was closed.", ["said|finite|clause|the|"]),
    ("Velin has repeatedly said that it was closed.", ["has repeatedly said|finite|clause|that|"]),
    ("Velin did not say whether it was closed.", []),
    ("Velin said on Monday that it was closed.", ["said|finite|clause|that|"]),
    ("Velin said in a statement that it was closed.", ["said|finite|clause|that|"]),
    ("Velin said last week that it was closed.", ["said|finite|clause|that|"]),
    ("Velin said three years ago that it was closed.", ["said|finite|clause|that|"]),
    ("Velin said, after a long silence, that it was closed.", ["said|finite|clause|that|"]),
    ("Velin said: “It is closed.”", ["said|finite|quote|“It|"]),
    ("Velin said, “It is closed.”", ["said|finite|quote|“It|"]),
    ("Velin cried out: “It is closed.”", ["cried|finite|quote|“It|"]),
    ("“It is closed,” Velin said.", ["said|finite|end||"]),
    ("It was closed, Velin said.", ["said|finite|end||"]),
    ("Velin is saying that it was closed.", ["is saying|finite|clause|that|"]),
    ("Velin left, saying that it was closed.", ["saying|ing|clause|that|"]),
    ("It was announced that the ferry was closed.", ["was announced|passive|clause|that|"]),
    ("The plan was criticised by the union.", ["was criticised|passive|passive|by|"]),
    ("Pell told the committee that it was closed.", ["told|finite|clause|that|the committee"]),
    ("Pell told her that it was closed.", ["told|finite|clause|that|her"]),
    ("Pell urged the miners to leave.", ["urged|finite|infinitive|to|the miners"]),
    ("Pell warned of a flood.", ["warned of|finite|preposition|a|"]),
    ("Pell called for a new bridge.", ["called for|finite|preposition|a|"]),
    ("Pell plans to leave.", ["plans|finite|infinitive|to|"]),
    ("Pell criticised the plan.", ["criticised|finite|object|the|"]),
    ("Pell went on to say that it was closed.", ["went on to say|finite|clause|that|"]),
    (
        "Pell said it was late and added that he was tired.",
        ["said|finite|clause|it|", "added|finite|clause|that|"],
    ),
    ("Pell believes the mine will close.", ["believes|finite|clause|the|"]),
    ("Pell asked whether it was closed.", ["asked|finite|clause|whether|"]),
    ("PELL SAID THAT THE MINE WAS CLOSED.", ["SAID|finite|clause|THAT|"]),
]

NO_CUES = [
    "The reported sum was small.",
    "His claims were many.",
    "The claims that appeared in May were small.",
    "In reports of the time the river is wide.",
    "The state of the river is poor.",
    "Rose Post sold the house.",
    "The Old Say Bridge fell.",
    "He left without saying goodbye.",
    "The posts along the river were painted.",
    "The report was long.",
    "They show great courage.",
    "Their hopes were small.",
    "The river rules the town.",
]


@pytest.fixture
def cues(split, lex: Lexicon):
    """The cues of a text's first sentence."""

    def run(text: str) -> list[str]:
        t = split(text)
        a, b = t.sentences[0]
        while t.words[b - 1] in FINAL:
            b -= 1
        out = []
        for c in Cues(t, lex).of(a, b):
            group = text[t.starts[c.start] : t.ends[c.end - 1]]
            content = text[t.starts[c.content] :].split()[0] if c.content < b else ""
            hearer = text[t.starts[c.addressee[0]] : t.ends[c.addressee[1] - 1]] if c.addressee else ""
            assert a <= c.start <= c.at < c.end <= b
            out.append(f"{group}|{c.form}|{c.frame}|{content}|{hearer}")
        return out

    return run


@pytest.mark.parametrize(("text", "expected"), CUES)
def test_cues(cues, text: str, expected: list[str]) -> None:
    """Each cue's verb group, form, frame, where its content begins, and who is told."""
    assert cues(text) == expected


@pytest.mark.parametrize("text", NO_CUES)
def test_words_that_only_look_like_cues(cues, text: str) -> None:
    """Participles, plurals, parts of names and nouns announce nothing."""
    assert cues(text) == []


def test_a_sentence_is_a_border(split, lex: Lexicon) -> None:
    """Only the tokens asked for are read, and content never begins beyond them."""
    t = split("Velin said no. Pell told nobody. “We wait.”")
    a, b = t.sentences[0]
    assert [t.words[c.at] for c in Cues(t, lex).of(a, b)] == ["said"]
    a, b = t.sentences[1]
    assert all(c.content <= b for c in Cues(t, lex).of(a, b))
