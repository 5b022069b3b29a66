"""Protects the words that a trained reader sees: each keeps its code points, none is lost or read twice."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.find.trained import model
from onrecord.find.trained.windows import NO_SHAPE, SHAPES, Paragraph, packed, paragraphs, pieces_cut

FRAGMENTS = (
    "Ana ", "Brod", " said", "that ", "“", "”", '"', "’s ", "e\u0301", "Čapek ", "Мэр ", "сказала, ", "😀",
    "👩‍👧", "\x00", "\u200b", "\xa0", "\n", ". ", "! ", "? ", "…", "中文", "مدير ", "x" * 150, "superca" * 9,
    "a\u00adb", "**", "[the report](https://a.example/b) ", "1,5 ", "İ", "ß", "ﬁ", "[SEP] ", "##s",
)  # fmt: skip
texts = st.one_of(
    st.lists(st.sampled_from(FRAGMENTS), max_size=50).map("".join),
    st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=200),
)


def read(text: str, start: int = 0, end: int | None = None) -> Paragraph:
    return paragraphs(text, [(start, len(text) if end is None else end)], model("small").tokenizer)[0]


def words(text: str) -> list[str]:
    p = read(text)
    return [text[s:e] for s, e in zip(p.starts, p.ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Brod said: no.", ["Ana", "Brod", "said", ":", "no", "."]),
        ("😀 Ana 😀 said", ["😀", "Ana", "😀", "said"]),
        ("“Čapek’s naïve,” he", ["“", "Čapek", "’", "s", "naïve", ",", "”", "he"]),
        ("Мэр Анна сказала, что", ["Мэр", "Анна", "сказала", ",", "что"]),
        ("中文 said", ["中", "文", "said"]),
        ("a " + "x" * 300 + " said", ["a", "x" * 300, "said"]),
        ("[Ana](https://x.example/a) said **no**", ["Ana", "said", "no"]),
        ("Ana\n\tsaid\u00a0no", ["Ana", "said", "no"]),
    ],
)
def test_words_stand_where_they_are_printed(text: str, expected: list[str]) -> None:
    """A span that is off by one code point is another quotation."""
    assert words(text) == expected


def test_a_mark_that_combines_stays_with_its_letter() -> None:
    """A word whose last letter and its accent are two code points ends behind both."""
    assert words("the cafe\u0301 opens") == ["the", "cafe\u0301", "opens"]
    assert words("e\u0301te\u0301, Dvor\u030ca\u0301k") == ["e\u0301te\u0301", ",", "Dvor\u030ca\u0301k"]


@given(texts, st.integers(0, 30), st.integers(0, 30))
@settings(deadline=None)
def test_words_are_ordered_and_within_their_span(text: str, before: int, after: int) -> None:
    """Whatever stands around a paragraph does not change its words, and none reaches past it."""
    start, end = min(before, len(text)), max(min(before, len(text)), len(text) - after)
    p = read(text, start, end)
    assert len(p.starts) == len(p.ends) == len(p.shapes) == len(p.firsts)
    assert all(start <= s < e <= end for s, e in zip(p.starts, p.ends, strict=True))
    assert all(e <= s for e, s in zip(p.ends, p.starts[1:], strict=False))
    assert all(a < b for a, b in pairwise([*p.firsts, len(p.pieces)]))
    assert p.firsts[:1] == ([0] if p.pieces else [])
    assert all(0 <= shape < SHAPES for shape in p.shapes)
    alone = read(text[start:end])
    assert (alone.pieces, alone.firsts) == (p.pieces, p.firsts)
    assert [s + start for s in alone.starts] == p.starts


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join))
@settings(deadline=None)
def test_no_letter_is_left_out(text: str) -> None:
    """Apart from what marks up a text, every letter and figure belongs to a word."""
    text = text.replace("[the report](https://a.example/b)", "the report")
    held = {i for s, e in zip(*(lambda p: (p.starts, p.ends))(read(text)), strict=True) for i in range(s, e)}
    assert [i for i, c in enumerate(text) if c.isalnum() and i not in held] == []


def test_a_word_knows_its_capitals_and_whether_it_is_quoted() -> None:
    """The shapes are all that is left of capitals and marks, for the vocabulary has neither."""
    p = read("Ana SAID “No way” 12 ,")
    half = SHAPES // 2
    assert p.shapes == [1, 2, NO_SHAPE + half, 1 + half, half, NO_SHAPE + half, 3, NO_SHAPE]


def test_surrogates_are_read_as_signs() -> None:
    """What no text should hold costs one sign, not the text."""
    assert "said" in words("Ana \ud800 said no\udfff")


@given(st.lists(st.integers(0, 40), max_size=60), st.integers(42, 128))
def test_windows_hold_every_paragraph_once(sizes: list[int], most: int) -> None:
    """In order, side by side, none too long with the pieces that open and part them."""
    groups = list(packed(sizes, most))
    assert [n for group in groups for n in group] == list(range(len(sizes)))
    assert all(1 + sum(sizes[n] + 1 for n in group) <= most for group in groups)
    for one, other in pairwise(groups):  # and none could have been held by the window before
        assert 1 + sum(sizes[n] + 1 for n in one) + sizes[other[0]] + 1 > most


@given(texts, st.integers(8, 60))
@settings(deadline=None)
def test_parts_of_a_paragraph_hold_every_word_once(text: str, most: int) -> None:
    """A long paragraph is read whole, in parts; only a word that alone is too long is left out."""
    p = read(text)
    lengths = [b - a for a, b in pairwise([*p.firsts, len(p.pieces)])]
    fitting = [s for s, length in zip(p.starts, lengths, strict=True) if length <= most]
    parts = list(pieces_cut(text, p, most))
    assert [s for part in parts for s in part.starts] == fitting
    for part in parts:
        assert len(part.pieces) <= most
        assert part.firsts[:1] == ([0] if part.pieces else [])
        assert len(part.starts) == len(part.ends) == len(part.shapes) == len(part.firsts)
    if len(fitting) == len(p.starts):
        assert [piece for part in parts for piece in part.pieces] == p.pieces
        assert [e for part in parts for e in part.ends] == p.ends


def test_a_long_paragraph_is_cut_behind_a_sentence() -> None:
    """A cue and its words stay together where they can."""
    text = "Ana said no to all of it. " * 12
    parts = list(pieces_cut(text, read(text), 30))
    assert len(parts) > 2
    assert all(text[part.ends[-1] - 1] == "." for part in parts)
