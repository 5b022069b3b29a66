"""Protects what holds for the passages of any text: in order, apart, every visible character in one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import PASSAGE_KINDS, Passage, Span
from onrecord.read.layout import Block, passages

LONG = "The old bridge was closed in March after its pillars had cracked, and nobody has repaired it since."
FRAGMENTS = (
    "Question: ",
    "Answer: ",
    "MS. ORRIN: ",
    "Q ",
    "**Odo Lenk:** ",
    "# ",
    "- ",
    "1. ",
    "> ",
    "(1) ",
    "*",
    "**",
    "See also ",
    "By Ana Brod",
    "Photo: ",
    "04.05.2031 - ",
    "END",
    "— ",
    "Ruta Salm Minister of Energy",
    "the boat left",
    "The boat left.",
    LONG,
    "\n",
    "\n\n",
    "\r\n",
    "\r\n\r\n",
    "\r",
    "\f",
    "\u2028",
    "\u2029",
    "\x85",
    "\v",
    "\x1c",
    "\u00a0",
    "\u200b",
    "\t",
    "  ",
    "“",
    "”",
    ":",
    ".",
    "中",
    "é",
    "😀",
)
texts = st.one_of(
    st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join),
    st.text(st.characters(exclude_categories=("Cs",)), max_size=200),
)


def sound(text: str, got: tuple[Passage, ...]) -> None:
    """In order, apart, trimmed, numbered, of known kinds, and no visible character is left out."""
    covered = 0
    for n, p in enumerate(got):
        assert p.number == n
        assert p.kind in PASSAGE_KINDS
        assert covered <= p.span.start < p.span.end <= len(text)
        assert not text[covered : p.span.start].strip(), "visible characters are left out"
        assert p.span.of(text) == p.span.of(text).strip()
        if p.label:
            assert 0 <= p.label.start < p.label.end <= p.span.end
            assert p.label.of(text).strip()
        assert p.label or p.kind != "turn"
        covered = p.span.end
    assert not text[covered:].strip()


@settings(max_examples=120, deadline=None)
@given(texts, st.booleans())
def test_every_visible_character_is_in_one_passage(text: str, markdown: bool) -> None:
    """And the same text gives the same passages."""
    got = passages("d", text, markdown=markdown)
    sound(text, got)
    assert passages("d", text, markdown=markdown) == got


@settings(max_examples=60, deadline=None)
@given(texts, st.data())
def test_with_blocks_of_the_format(text: str, data: st.DataObject) -> None:
    """The same where the format has marked any stretches of it."""
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    kinds = st.sampled_from([k for k in PASSAGE_KINDS if k != "turn"])
    pairs = [*zip(cuts[::2], cuts[1::2], strict=False)]
    sound(text, passages("d", text, [Block(Span(a, b), data.draw(kinds)) for a, b in pairs]))


@pytest.mark.parametrize(
    "unit",
    [
        "\n",
        "a\n",
        "a\n\n",
        "- a\n",
        "Q\n\n",
        "Ana: b\n\n",
        "**",
        "A ",
        "a b. ",
        "> \n",
        "04.05.2031 - a\n\n",
        "(1) a\n\n",
        "\r",
        "See also ",
    ],
)
def test_hostile_layout(unit: str) -> None:
    """Thousands of lines of anything are read, whole."""
    text = unit * (20_000 // len(unit))
    sound(text, passages("d", text))
