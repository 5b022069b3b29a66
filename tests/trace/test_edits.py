"""Protects the answer to "what changed on the way": planted changes are found, nothing else is, anywhere.

The planted sentences are about people who do not exist; what was planted is known because it was done here.
"""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import EDITS, HOPS, Span
from onrecord.text.words import normal, spans
from onrecord.trace.edits import Compared, Side, compared
from onrecord.trace.lines import raw
from tests.trace.plants import SENTENCES, Plant, plants

SEEDS = 4
PLANTS = [
    plant for seed in range(SEEDS) for s in SENTENCES for plant in plants(s, random.Random(f"{seed}{s}"))
]
ODD = st.text(st.sampled_from("ab Z9.,…?!“”\"'’«»[]()-%$\n\t的はا́é½ﬁ"), max_size=60)


def whole(text: str, language: str | None = "en") -> Side:
    return Side(text, Span(0, len(text)), (), language)


def seen(plant: Plant, found: Compared) -> tuple[tuple[str, str, str], ...]:
    earlier, later = plant.earlier.text, plant.later.text
    return tuple((edit.kind, edit.earlier.of(earlier), edit.later.of(later)) for edit in found.edits)


def test_there_are_enough_plants_of_every_sort() -> None:
    """A generator that stopped planting would pass every other test."""
    sorts = Counter(plant.what for plant in PLANTS)
    assert len(PLANTS) > 800
    assert min(sorts.values()) >= 20
    assert len(sorts) == 15


@pytest.mark.parametrize("what", sorted({plant.what for plant in PLANTS}))
def test_a_planted_change_is_found_and_nothing_else(what: str) -> None:
    """The kind of the hop, the kind of the edit, and exactly where it is, on both sides."""
    for plant in (plant for plant in PLANTS if plant.what == what):
        found = compared(plant.earlier, plant.later)
        assert found.kind == plant.kind, plant
        if what == "question":
            assert [edit.kind for edit in found.edits] == ["question"], plant
        elif (
            what != "reworded"
        ):  # which words an editor would mark as one phrase is no matter of right and wrong
            assert seen(plant, found) == plant.edits, plant


def test_half_of_the_content_words_replaced_is_not_typed_as_numbers_or_names() -> None:
    """Random words in place of others are words replaced, whatever stood there."""
    kinds: Counter[str] = Counter()
    for plant in (plant for plant in PLANTS if plant.what == "reworded"):
        kinds.update(edit.kind for edit in compared(plant.earlier, plant.later).edits)
    assert kinds["replaced"] >= 0.97 * kinds.total()


def test_the_other_way_round_the_same_is_seen() -> None:
    """Which of two is the earlier is another's decision; it must not change what differs."""
    turned = {"dropped": "added", "added": "dropped"}
    for plant in PLANTS[::3]:
        there, back = compared(plant.earlier, plant.later), compared(plant.later, plant.earlier)
        mirrored = sorted((turned.get(edit.kind, edit.kind), edit.later, edit.earlier) for edit in back.edits)
        assert sorted((edit.kind, edit.earlier, edit.later) for edit in there.edits) == mirrored, plant
        assert (there.kind, there.score) == (back.kind, back.score)


def test_the_score_is_the_share_of_the_shorter_side() -> None:
    """It orders what `verify` finds."""
    one = "The ferry left the harbour of Orsk before the storm had come."
    assert compared(whole(one), whole(one)).score == 1
    assert compared(whole(one), whole("The ferry left the harbour of Orsk.")).score == 1
    assert compared(whole(one), whole(one.replace("ferry", "train"))).score == pytest.approx(11 / 12)
    assert compared(whole(one), whole("Nothing like it stands here.")).score == 0


def test_a_statement_told_in_two_parts_is_whole() -> None:
    """Who speaks in the middle of a quotation is no part of the words, and no edit."""
    plain = "We will open the bridge in May, and nobody will stop us on the way there."
    cut = "“We will open the bridge in May,” Ilic told us, “and nobody will stop us on the way there.”"
    first = Span(cut.index("We"), cut.index("”"))
    second = Span(cut.index("and nobody"), len(cut) - 1)
    told = Side(cut, Span(first.start, second.end), (first, second), "en")
    spoken = Side(plain, Span(0, len(plain)), (Span(0, len(plain)),), "en")
    assert compared(spoken, told) == Compared("copy", (), 1.0)
    assert compared(told, spoken) == Compared("copy", (), 1.0)


def test_one_whole_sentence_of_a_long_speech_is_quoted_and_not_cut() -> None:
    """Else every quotation from a transcript would be a cut."""
    speech = " ".join(SENTENCES)
    start = speech.index(SENTENCES[7])
    span = Span(start, start + len(SENTENCES[7]))
    earlier = Side(speech, span, (Span(0, len(speech)),), "en")
    quoted = Side(
        f"“{SENTENCES[7]}”", Span(1, 1 + len(SENTENCES[7])), (Span(1, 1 + len(SENTENCES[7])),), "en"
    )
    assert compared(earlier, quoted).kind == "copy"
    two = " ".join(SENTENCES[7:9])
    half = Side(two, Span(0, len(SENTENCES[7])), (Span(0, len(two)),), "en")
    assert compared(half, quoted).kind == "cut", "one of two sentences is half of what was said"


def test_where_both_go_on_otherwise_nothing_is_cut() -> None:
    """Two sentences that share their first half are two sentences."""
    shared = "The old mill at the river was sold for nine million crowns "
    one, other = (
        shared + "to a family from the hills in the north.",
        shared + "because nobody had paid its taxes.",
    )
    span = Span(0, len(shared) - 1)
    assert compared(Side(one, span, (), "en"), Side(other, span, (), "en")).kind == "copy"


def test_a_phrase_in_two_sentences_is_not_cut_from_either() -> None:
    """Only where one side's sentence, quotation or statement ends with the words has it left anything out."""
    phrase = "the repair of the old dam above the town of Orsk"
    one = f"We have paid for {phrase} and for nothing else in the valley this year."
    other = f"The council that met on Sunday discussed {phrase}."
    sides = [Side(t, Span(t.index(phrase), t.index(phrase) + len(phrase)), (), "en") for t in (one, other)]
    assert compared(*sides).kind == "copy"
    told = Side(other, sides[1].span, (sides[1].span,), "en")
    assert compared(sides[0], told).kind == "cut", "what is told ends there"


@given(ODD, ODD, st.sampled_from(["en", None, "de", "zh", "xx"]))
@settings(max_examples=300, deadline=None)
def test_any_two_texts_are_compared(one: str, other: str, language: str | None) -> None:
    """Input is hostile; every offset must still be one that can be opened."""
    found = compared(whole(one, language), whole(other, language))
    assert found.kind in HOPS
    assert 0 <= found.score <= 1
    for edit in found.edits:
        assert edit.kind in EDITS
        assert 0 <= edit.earlier.start <= edit.earlier.end <= len(one)
        assert 0 <= edit.later.start <= edit.later.end <= len(other)
    assert list(found.edits) == sorted(found.edits, key=lambda edit: (edit.earlier, edit.later))


@given(ODD)
@settings(max_examples=150, deadline=None)
def test_the_same_words_have_no_edits(text: str) -> None:
    assert compared(whole(text), whole(text)).edits == ()


@given(ODD | st.text(max_size=40))
@settings(max_examples=300, deadline=None)
def test_words_are_cut_as_everywhere_else(text: str) -> None:
    """The quick way for plain Latin text means what `text.words` means."""
    slow = spans(text)
    fast = raw(text, Span(0, len(text)))
    assert list(zip(fast.starts, fast.ends, strict=True)) == [tuple(span) for span in slow]
    assert fast.keys == [normal(span.of(text)) for span in slow]


def test_a_long_text_comes_through() -> None:
    """Beyond some millions of word pairs, words that both have once hold the texts together."""
    dice = random.Random(3)
    words = [f"word{dice.randrange(9000)}" for _ in range(30_000)]
    changed = list(words)
    places = sorted(dice.sample(range(0, 30_000, 3), 40))
    for at in places:
        changed[at] = "instead"
    one, other = " ".join(words), " ".join(changed)
    found = compared(whole(one), whole(other))
    assert [edit.later.of(other) for edit in found.edits] == ["instead"] * 40
    repeated = compared(whole("la " * 30_000), whole("la " * 29_000))
    assert (repeated.kind, len(repeated.edits)) == ("cut", 1)
