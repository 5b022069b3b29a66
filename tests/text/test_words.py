"""Protects what a word is and which words are equal: everything that traces texts counts in these words."""

from __future__ import annotations

import unicodedata
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.text import words as kernel
from onrecord.text.words import hash_of, normal, spans, words

CUT = {
    "“I don't know,” she said.": "I don't know she said",
    "the President’s o’clock 'quoted' words'": "the President’s o’clock quoted words",
    "in 1,500 towns, 1.5 of 2, and 3.": "in 1,500 towns 1.5 of 2 and 3",
    "a,b c.d 5'6 U.S. snake_case e-mail": "a b c d 5 6 U S snake case e mail",
    "caf\u0065\u0301s sou\u00advent": "cafe\u0301s sou\u00advent",
    "don'\u0301t d\u0301'\u200bt": "don'\u0301t d\u0301'\u200bt",
    "\u0301\u200b a\u200b": "a\u200b",
    "記者が3月15日に": "記 者 が 3 月 15 日 に",
    "ก็ไป": "ก็ ไ ป",
    "हिन्दी में, قالَ": "हिन्दी में قالَ",
    "𝐀𝐁 💥 𠀀𠀁 👩\u200d👩 ①x": "𝐀𝐁 𠀀 𠀁 ①x",
    "": "",
    " \ud800 _ ,.' ": "",
}
EQUAL = [
    "Président president PRESIDENT preSident\u0301 pre\u00adsident",
    "don't don’t Donʼt DON‘T",
    "1,500 1500 1,5,0,0 １５００ ١٥٠٠",
    "İstanbul ISTANBUL istanbul ıstanbul i\u0307stanbul",
    "Straße STRASSE strasse",
    "oﬃce office Oﬀice",
    "Ελλάδος ΕΛΛΑΔΟΣ ελλαδοσ",
    "Wałęsa Walesa WAŁESA",
    "Москвы́ москвы",
    "قالَ قال قـال",
    "한국 한국",
]  # fmt: skip
UNEQUAL = ["cat cats", "की का", "か が", "1.5 15", "well we'll", "he she", "กิ กี", "a aa aaa"]

PIECES = [
    "'",
    "’",
    ",",
    ".",
    "_",
    " ",
    "1",
    "a",
    "É",
    "e\u0301",
    "\u00ad",
    "\u200b",
    "\u0301",
    "漢",
    "カ",
    "ก",
    "ﬁ",
]
PIECES += [
    "\ud800",
    "💥",
    "한",
    "ß",
    "İ",
    "𝐀",
    "𠀀",
    "क",
    "ी",
    "\u202e",
    "ש",
    "½",
    "ŉ",
    "\ufb20",
    "\U000e0100",
]
texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
anything = st.text(st.characters(exclude_categories=()), max_size=60)


def same_as_twin(text: str) -> None:
    found = words(text)
    expected = spans(text)
    assert list(zip(found.starts.tolist(), found.ends.tolist(), strict=True)) == expected
    assert found.hashes.tolist() == [hash_of(span.of(text)) for span in expected]
    assert found.numeric.tolist() == [unicodedata.category(text[span.start])[0] == "N" for span in expected]


@pytest.mark.parametrize("text", CUT)
def test_words_are_cut_as_they_are_read(text: str) -> None:
    assert " ".join(span.of(text) for span in spans(text)) == CUT[text]
    same_as_twin(text)


def test_a_range_is_cut_as_if_it_stood_alone() -> None:
    assert [span.of("he said no") for span in spans("he said no", 1, 6)] == ["e", "sai"]


@pytest.mark.parametrize("row", EQUAL)
def test_spelling_that_says_nothing_is_no_difference(row: str) -> None:
    assert len({normal(word) for word in row.split()}) == 1
    assert len(set(words(row).hashes.tolist())) == 1


@pytest.mark.parametrize("row", UNEQUAL)
def test_different_words_stay_different(row: str) -> None:
    assert len(set(words(row).hashes.tolist())) == len(row.split())


@settings(deadline=None)
@given(texts | anything)
def test_the_fast_kernel_finds_what_the_slow_twin_finds(text: str) -> None:
    same_as_twin(text)


@settings(deadline=None)
@given(texts | anything, st.integers(1, 9))
def test_blocks_make_no_difference(text: str, size: int) -> None:
    whole = words(text)
    with patch.object(kernel, "_BLOCK", size):
        blocks = words(text)
    assert all((one == other).all() for one, other in zip(whole, blocks, strict=True))
    assert [column.dtype for column in whole] == [column.dtype for column in blocks]


@settings(deadline=None)
@given(texts | anything, st.integers(1, 5), st.integers(5, 12))
def test_what_is_too_long_is_cut_alike(text: str, size: int, longest: int) -> None:
    with patch.object(kernel, "_BLOCK", size), patch.object(kernel, "_LONGEST", longest):
        same_as_twin(text)
        assert all(span.end - span.start <= longest for span in spans(text))


@settings(deadline=None)
@given(st.text(st.characters(categories=["L", "M", "N", "Cf"]), max_size=12), texts)
def test_hashes_are_equal_exactly_when_the_normal_forms_are(one: str, other: str) -> None:
    assert (hash_of(one) == hash_of(other)) == (normal(one) == normal(other))
    assert normal(normal(one)) == normal(one)


@settings(deadline=None)
@given(st.text(st.characters(categories=["L"]), min_size=1, max_size=20))
def test_composed_and_decomposed_texts_have_equal_words(text: str) -> None:
    composed, apart = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert normal(composed) == normal(apart)


@settings(deadline=None)
@given(st.text(st.characters(categories=["Lu", "Ll"]), min_size=1, max_size=20))
def test_case_is_no_difference(text: str) -> None:
    assert normal(text.lower()) == normal(text)


@pytest.mark.parametrize("number", [0, 1, 2, 3, 4, 14, 16])
def test_tables_hold_what_single_characters_are(number: int) -> None:
    codes = [(number << 16) + code for code in (*range(0, 0x10000, 17), *range(0xF800, 0xFB00), 0xFFFF)]
    kinds, folded = kernel._looked_up(np.array(codes, np.uint32))
    for code, kind, into in zip(codes, kinds.tolist(), folded.tolist(), strict=True):
        assert kind == kernel._kind(chr(code))
        if kind:
            string = kernel._folded(chr(code))
            one = ord(string[0]) if string else 0
            assert into == (one if len(string) < 2 else code | kernel._SEVERAL)
