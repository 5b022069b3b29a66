"""Protects the tokens of a paragraph: quotations as one token each, offsets of the text, sentence borders."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.find.lexicon import Lexicon
from onrecord.find.marks import quotes
from onrecord.find.tokens import QUOTE, ends_sentence, tokens

SENTENCES = [
    "The bridge is closed.|Nobody knows why.",
    "Is it closed?|It is!|Then we wait…|So be it.",
    "Mr. Tosk met Dr. Marsh on Jan. 4 in St. Orsk.|They left.",
    "The U.S. envoy waited.|He left at 5 p.m. sharp.",
    "J. K. Orrin waited.|She left.",
    "It cost 3.5 million.|5 boats sank.",
    "He left.|(Nobody saw him.)",
    "He waited... and left.",
    "He waited...|Then he left.",
    "the site orsk.example is down.",
    "“We stayed.”|“Nobody came.”",
    "“We stayed.”|Brod looked at the river.",
    "“We stayed,” said Brod.|She left.",
    "“We stayed.” Brod said.|She left.",
    "“Who stayed?” asked Brod.|“Nobody,” said Pell.",
    "“Who stayed?” Brod asked.",
    "She called it “a ruin” and left.|He agreed.",
    "The “Old Mill” Society met.",
    "He said: “We stayed. Nobody came.”|She left.",
    "• He left.|• She stayed.",
    "One.|- Two.",
    "No stop at the end",
]


@pytest.mark.parametrize("marked", SENTENCES)
def test_sentences(split, marked: str) -> None:
    """Sentences end where "|" stands and nowhere else."""
    text = marked.replace("|", " ")
    t = split(text)
    assert [text[t.starts[a] : t.ends[b - 1]] for a, b in t.sentences] == marked.split("|")


def test_a_quotation_is_one_token(split) -> None:
    """Whatever stands within it, and its Quote is found by the token's index."""
    t = split("Brod said, “We ‘all’ stayed. Nobody came,” and left.")
    assert t.words == ["Brod", "said", ",", QUOTE, "and", "left", "."]
    assert t.text[t.starts[3] : t.ends[3]] == "“We ‘all’ stayed. Nobody came,”"
    assert list(t.quotes) == [3]
    assert (t.quotes[3].start, t.quotes[3].end) == (t.starts[3], t.ends[3])


def test_offsets_are_those_of_the_text(lex: Lexicon) -> None:
    """A paragraph in the middle of a text gives the text's offsets, and nothing of its neighbours."""
    text = "“Before.”\n\nBrod said “no” twice.\n\nAfter."
    start = text.index("Brod")
    end = text.index("\n\nAfter")
    t = tokens(text, start, end, quotes(text, start, end), lex)
    assert [text[a:b] for a, b in zip(t.starts, t.ends, strict=True)] == [
        "Brod",
        "said",
        "“no”",
        "twice",
        ".",
    ]
    assert t.lows == ["brod", "said", QUOTE, "twice", "."]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("“We stayed.”", True),
        ("“We stayed?”", True),
        ("“We stayed…”", True),
        ("“We stayed,”", False),
        ("“a ruin”", False),
        ("“He said ‘go.’”", True),
        ("“He said ‘go’.”", True),
        ("“He said (‘go.’)”", True),
        ("“We stayed. ”", True),
        ("«Nous restons. »", True),
    ],
)
def test_words_that_close_a_sentence(text: str, ends: bool) -> None:
    """Marks, brackets and spaces after the stop do not hide it."""
    assert ends_sentence(text, quotes(text, 0, len(text))[0]) is ends


plain = st.lists(
    st.sampled_from("boat river it’s Brod Orsk waited 1931 isn't".split()), min_size=1, max_size=6
)
sentence = st.tuples(plain, st.sampled_from(".?!…")).map(lambda s: "The " + " ".join(s[0]) + s[1])


@settings(max_examples=100, deadline=None)
@given(st.lists(sentence, min_size=1, max_size=6))
def test_plain_sentences_as_a_regular_expression_reads_them(split, parts: list[str]) -> None:
    """Without abbreviations, quotations and numbers at the start, a stop and a capital are all there is."""
    text = " ".join(parts)
    t = split(text)
    assert [text[t.starts[a] : t.ends[b - 1]] for a, b in t.sentences] == re.split(
        r"(?<=[.?!…]) (?=The )", text
    )


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(["“", "”", '"', "’", " ", "a", "Brod", ".", "said", "\n", "*", "é", "("]), max_size=40
    )
)
def test_tokens_are_in_order(split, parts: list[str]) -> None:
    """For any text: tokens in order, apart, never white space; sentences follow each other and miss none."""
    t = split("".join(parts))
    edges = [edge for pair in zip(t.starts, t.ends, strict=True) for edge in pair]
    assert edges == sorted(edges)
    assert len(t.words) == len(t.lows) == len(t.starts)
    for n, word in enumerate(t.words):
        assert t.text[t.starts[n] : t.ends[n]].strip()
        assert (word == QUOTE) == (n in t.quotes)
        assert word == QUOTE or word == t.text[t.starts[n] : t.ends[n]]
    assert [i for a, b in t.sentences for i in range(a, b)] == list(range(len(t.words)))
    assert all(a < b for a, b in t.sentences)
