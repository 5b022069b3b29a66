"""Protects what others say in general: words and documents of all but one, each document once."""

from __future__ import annotations

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.general import General

WORDS = ("harbour", "ferry", "bridge", "spring")
SAID = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(-1, 2)), max_size=30)


@given(said=SAID, entity=st.integers(-1, 3))
def test_it_is_what_counting_the_others_gives(said: list[tuple[int, int, int]], entity: int) -> None:
    known = {word: number for number, word in enumerate(WORDS)}
    columns = np.array(said, np.int32).reshape(-1, 3)
    general = General.of(known, columns[:, 0], columns[:, 1], columns[:, 2], len(said))
    others = [(word, document) for word, document, who in said if who != entity]
    counts = Counter(WORDS[word] for word, _ in set(others))
    found, documents = general.without(entity)
    assert +found == counts
    assert documents == len({document for _, document in others})
