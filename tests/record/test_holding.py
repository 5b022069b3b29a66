"""Protects telling quickly whether words are in a text: never another answer than the slow way gives."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.record.holding import holder
from onrecord.record.search import matcher

# fmt: off
PARTS = st.sampled_from([
    "the", "The", "THE", "harbour", "harbours", "café", "cafe", "cafe\u0301", "2", "the2", " ", " ", "-", "_",
    "\u2019", "\u2014", "\u2026", "\u00a0", "\n", "\0", "\u212a", "k", "\u202e", "ß", "ss", "\ud800", "²",
    "\u2010", "\u2011", "\u2030", "\u200b", "\u0301", "\uff54he", "Мост", "\ufb01", "fi", '"', ".", "(", "x",
])
QUERIES = [
    "the", '"the harbour"', "harb*", "the cafe", "café", "мост", "k", "2", "the 2", "fi", "ss", '"the k"',
]
# fmt: on


@pytest.mark.parametrize("query", QUERIES)
@given(parts=st.lists(PARTS, max_size=6))
@example(parts=["the", "\u0301"])
@example(parts=["the", "\u2014", "harbour"])
@example(parts=["\u212a"])
def test_it_tells_what_the_slow_way_tells(query: str, parts: list[str]) -> None:
    text = "".join(parts)
    assert holder(query)(text.encode("utf-8", "surrogatepass")) == matcher(query)(text)
