"""Protects that what a search marks in a text is what it found there, at the right code points."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import UsageError
from onrecord.model import Span
from onrecord.record import hits
from onrecord.record.search import contains


def found(query: str, text: str, *spans: tuple[int, int]) -> list[str]:
    [places] = hits(query, [(text, [Span(*span) for span in spans or [(0, len(text))]])])
    return [place.of(text) for place in places]


def test_marks_what_the_index_matches() -> None:
    """Case and diacritics do not matter; a beginning marks the whole word, a phrase all of its words."""
    text = "😀 The Café’s bridges — Мост через реку, and the old bridge of Vélin."
    assert found("cafe", text) == ["Café"]
    assert found("BRIDG*", text) == ["bridges", "bridge"]
    assert found('"old bridge of velin"', text) == ["old bridge of Vélin"]
    assert found("мост", text) == ["Мост"]
    assert found("bridge river", text) == []  # not all words stand there


def test_only_the_given_spans_are_looked_through() -> None:
    """Words between the pieces of a statement are not its own; a phrase over a joint is marked in both."""
    text = "“The bridge,” she said of the bridge, “is safe.”"
    first, second = (0, 13), (text.index("“is"), len(text))
    assert found("bridge", text, first, second) == ["bridge"]
    assert found('"bridge is safe"', text, first, second) == ["bridge,”", "“is safe"]


def test_odd_characters_keep_their_places() -> None:
    """Lone surrogates, zero bytes and the signs that mark hits inside are one code point each."""
    text = "a\ud800 \0 \x02\x03 e\u0301te\u0301 word \U0001f469\u200d\U0001f680 word"
    assert found("word", text) == ["word", "word"]
    assert found("ete", text) == ["e\u0301te\u0301"]


def test_a_query_without_a_word_is_refused() -> None:
    """As a search for it is."""
    with pytest.raises(UsageError):
        hits("—", [("text", [Span(0, 4)])])


@given(
    st.lists(st.sampled_from("bridge Brücke мост 😀 . a\u0301b 12 x".split()), max_size=12), st.integers(0, 8)
)
def test_every_word_of_the_query_is_marked_where_all_stand(words: list[str], which: int) -> None:
    """Whatever stands around: a hit reads as the word that was looked for, and nothing else is marked."""
    query = "bridge Brücke мост a\u0301b 12 x bridge* b* 1*".split()[which]
    text = " ".join(words)
    marked = found(query, text)
    assert bool(marked) == contains(text, query)
    assert all(contains(word, query) for word in marked)
    assert len(marked) == sum(contains(word, query) for word in words if any(map(str.isalnum, word)))
