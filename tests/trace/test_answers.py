"""Protects: the table that fits given words to texts finds what a slow search finds, and ends in place."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import trace
from onrecord.text.words import normal, spans
from onrecord.trace.answers import _BREAK, _LEAP, _SENTENCE, _SKIP

TEXT = (
    "The mayor of Arla said in May that we will rebuild the old bridge at Dorn by winter, and that the toll "
    "for farmers will not rise. “It is our bridge.” Nobody asked the ferryman, who has seen many mayors go."
)
LETTERS = st.lists(st.sampled_from(["bridge", "toll.", "the", "farmers", "Dorn"]), max_size=9)


def fit(words: str, text: str = TEXT) -> trace.Fit | None:
    return trace.fits(trace.given(words), [text], least=0.0)[0]


def found(words: str, text: str = TEXT) -> str:
    one = fit(words, text)
    assert one is not None
    return one.span.of(text)


def slow(asked: trace.Given, text: str) -> int:
    """What the best matching is worth: every way is tried, word by word."""
    there = [normal(span.of(text)) for span in spans(text)]
    bounds = trace.cut_text(text).bounds.tolist()
    here = [normal(asked.span(n, n + 1).of(asked.text)) for n in range(asked.size)]

    @cache
    def best(n: int, at: int, before: int) -> int:
        """The most that words n and after can bring; `at` is the text's next word, `before` matched last."""
        if n == len(here):
            return 0
        options = [best(n + 1, at, before)]
        leap = any(before < gap <= n for gap in asked.gaps)
        for place in range(at, len(there)):
            if there[place] == here[n]:
                passed = sum(1 + _SENTENCE * bounds[word] for word in range(at, place))
                skipped = passed * (_LEAP if leap else _SKIP) if before >= 0 else 0
                free = n == 0 or n in asked.gaps or (before == n - 1 and place == at)
                cost = skipped + (0 if free else _BREAK)
                options.append(int(asked.weights[n]) - cost + best(n + 1, place + 1, n))
        return max(options)

    return best(0, 0, -1)


@settings(max_examples=150, deadline=None)
@given(here=LETTERS, there=LETTERS, gap=st.integers(0, 8))
def test_the_table_finds_what_a_slow_search_finds(here: list[str], there: list[str], gap: int) -> None:
    """Any words, with an ellipsis anywhere."""
    words = " ".join([*here[:gap], "…", *here[gap:]])
    asked = trace.given(words)
    text = " ".join(there)
    one = trace.fits(asked, [text], least=0.0)[0]
    total = max(int(asked.weights.sum()), 1)
    assert (one.worth if one else 0.0) == pytest.approx(max(slow(asked, text), 0) / total)


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(LETTERS, max_size=6), here=LETTERS)
def test_a_text_is_fitted_the_same_among_others(texts: list[list[str]], here: list[str]) -> None:
    """No match runs from one text into the next."""
    asked = trace.given(" ".join(here))
    joined = [" ".join(words) for words in texts]
    assert trace.fits(asked, joined) == [trace.fits(asked, [text])[0] for text in joined]


@settings(max_examples=100, deadline=None)
@given(words=st.text(max_size=80), text=st.text(max_size=80))
def test_any_strings_will_do(words: str, text: str) -> None:
    """Spans lie within the text, and the segments are the given words."""
    asked = trace.given(words)
    assert all(0 <= part.start < part.end <= len(words) for part in asked.segments())
    [one] = trace.fits(asked, [text], least=0.0)
    assert one is None or 0 <= one.span.start < one.span.end <= len(text)


def test_words_that_stand_there_are_matched_whole() -> None:
    """Case, typography and marks apart; nothing stands between them."""
    one = fit("WE WILL REBUILD the old bridge at Dorn")
    assert one is not None
    assert (one.score, one.between, one.matched) == (1.0, (), 8)
    assert one.span.of(TEXT) == "we will rebuild the old bridge at Dorn"


def test_replaced_words_at_an_end_have_their_counterpart() -> None:
    """Within the sentence: what stands beyond it answers to nothing."""
    assert (
        found("They will rebuild the old bridge at Dorn by autumn")
        == "we will rebuild the old bridge at Dorn by winter"
    )
    assert found("the toll for farmers will not fall") == "the toll for farmers will not rise"
    assert found("toll for farmers will not rise ever again") == "toll for farmers will not rise"


def test_a_name_at_an_end_is_taken_whole() -> None:
    """Not "States" where the text has "the United States"."""
    text = "We know that the United States will rebuild the old bridge at Dorn with the U.S. Army."
    assert found("France will rebuild the old bridge at Dorn", text).startswith("United States will")
    assert found("will rebuild the old bridge at Dorn with the navy", text).endswith("the U.S")


def test_whether_words_stand_alone() -> None:
    """A whole sentence or quotation, as opposed to a part of one."""
    assert [one.alone for words in ("it is our bridge", "is our bridge") if (one := fit(words))] == [
        True,
        False,
    ]


def test_what_is_marked_as_left_out() -> None:
    """An ellipsis, in brackets or not; words in brackets are the quoter's."""
    for mark in ("…", "...", ". . .", "[...]", "(…)"):
        one = fit(f"we will rebuild {mark} by winter")
        assert one is not None
        assert one.between is not None
        assert [(span.of(TEXT), marked) for span, marked in one.between] == [("the old bridge at Dorn", True)]
    asked = trace.given("we will [they said] rebuild")
    assert (asked.size, len(asked.own)) == (3, 1)


def test_what_is_not_marked_counts() -> None:
    """The same without an ellipsis."""
    one = fit("we will rebuild by winter")
    assert one is not None
    assert one.between is not None
    assert [marked for _, marked in one.between] == [False]
    assert one.worth < 1


def test_the_label_of_a_turn_is_not_looked_for() -> None:
    """Who pastes from a transcript pastes the label too."""
    for label in ("Q", "MS. BROD:", "THE PRESIDENT: "):
        assert trace.given(f"{label} We will rebuild").size == 3
    assert trace.given("Quite so: We will rebuild").size == 5


def test_no_more_words_are_looked_for_than_can_be() -> None:
    """A hundred thousand words cost as much as the first thousand."""
    asked = trace.given("bridge toll " * 50_000)
    assert asked.size == 1000
    assert not asked.whole
    assert trace.given("bridge toll").whole
