"""Protects what numbers mean: value and limits, unit and noun; names, years and clocks are none."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.link.matters.amounts import amounts
from onrecord.model import Amount, Document, Passage, Span, Time
from onrecord.text.edtf import when


def document(text: str, language: str | None = "en") -> Document:
    return Document("d", "d", "d", None, None, None, (), "text", language, None, None, None, text, "")


def read(text: str, language: str | None = "en") -> list[Amount]:
    passages = [Passage("d", 0, Span(0, len(text)), "paragraph")]
    return list(amounts(document(text, language), passages, []))


def only(text: str) -> Amount:
    found = read(text)
    assert len(found) == 1, [one.span.of(text) for one in found]
    return found[0]


PRINTED = {
    # text: span, value, kind, unit, noun
    "The army lost 22,000 soldiers and officers there.": (
        "22,000",
        22000,
        "count",
        "",
        "soldiers and officers",
    ),
    "Some 1 200 people came.": ("Some 1 200", 1200, "count", "", "people"),
    "It sent twenty-two thousand men.": ("twenty-two thousand", 22000, "count", "", "men"),
    "They sank a dozen ships.": ("a dozen", 12, "count", "", "ships"),
    "They sank half a dozen ships.": ("half a dozen", 6, "count", "", "ships"),
    "It cost half a million lives.": ("half a million", 500_000, "count", "", "lives"),
    "He saw a hundred and twenty-three ships.": ("a hundred and twenty-three", 123, "count", "", "ships"),
    "Borduria paid $5.3 billion in aid.": ("$5.3 billion", 5.3e9, "money", "USD", "aid"),
    "Borduria paid € 20m.": ("€ 20m", 2e7, "money", "EUR", None),
    "It lent 5bn roubles.": ("5bn roubles", 5e9, "money", "RUB", None),
    "It lent dlrs 14 billion.": ("dlrs 14 billion", 1.4e10, "money", "USD", None),
    "It owes two and a half billion euros.": ("two and a half billion euros", 2.5e9, "money", "EUR", None),
    "About 12 percent of voters stayed away.": ("About 12 percent", 12, "share", "%", "voters"),
    "Prices rose 3.5%.": ("3.5%", 3.5, "share", "%", None),
    "It fell by 12 percentage points.": ("12 percentage points", 12, "share", "pp", None),
    "Two thirds of members agreed.": ("Two thirds", 200 / 3, "share", "%", "members"),
    "It failed one in five pupils.": ("one in five", 20, "share", "%", "pupils"),
    "The town lies 12 km from the border.": ("12 km", 12, "measure", "km", None),
    "They shipped 20 metric tons of grain.": ("20 metric tons", 20, "measure", "t", "grain"),
    "After a five-hour drive, he slept.": ("five-hour", 5, "duration", "hour", "drive"),
    "It lasted three and a half years.": ("three and a half years", 3.5, "duration", "year", None),
    "It was the ninth round of talks.": ("ninth", 9, "ordinal", "", "round"),
    "She was its 46th president.": ("46th", 46, "ordinal", "", "president"),
    "It gave more than 15\n    million doses.": ("more than 15\n    million", 15e6, "count", "", "doses"),
    "They sent 500 wounded soldiers home.": ("500", 500, "count", "", "wounded soldiers"),
    "It hosts 15,000 Syldavian and Bordurian troops.": (
        "15,000",
        15000,
        "count",
        "",
        "Syldavian and Bordurian troops",
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", PRINTED)
def test_a_number_is_read_with_its_unit_and_its_noun(text: str) -> None:
    span, value, kind, unit, noun = PRINTED[text]
    one = only(text)
    assert one.span.of(text) == span
    assert one.value == pytest.approx(value)
    assert (one.kind, one.unit) == (kind, unit)
    assert (one.noun and one.noun.of(text)) == noun


LIMITED = {
    "Nine ships sank.": (9, 9),
    "More than 1,200 people came.": (1200, math.inf),
    "At least 82 people came.": (82, math.inf),
    "3,000+ people came.": (3000, math.inf),
    "Up to 500 people came.": (0, 500),
    "Fewer than 500 people came.": (0, 500),
    "About 1,200 people came.": (1080, 1320),
    "An estimated 500 people came.": (450, 550),
    "Nearly 300 people came.": (270, 300),
    "Only 12 people came.": (12, 12),
    "It cost $5.3 billion.": (5.25e9, 5.35e9),
    "It cost 22,000 lives.": (21500, 22500),
    "It cost 22,183 lives.": (22183, 22183),
    "5 to 7 ships sank.": (5, 7),
    "One or two ships sank.": (1, 2),
    "Between 5 and 7 million people came.": (4.5e6, 7.5e6),
    "It will cost between $45 million and $50 million.": (4.45e7, 5.05e7),
}


@pytest.mark.parametrize("text", LIMITED)
def test_limits_and_rounding_say_what_a_number_can_mean(text: str) -> None:
    one = only(text)
    assert (one.low, one.high) == (pytest.approx(LIMITED[text][0]), pytest.approx(LIMITED[text][1]))


def test_a_part_of_a_total_is_one_amount() -> None:
    for text in ("It has 9 of the 15 former republics.", "It has nine of its 15 former republics."):
        one = only(text)
        assert (one.value, one.total) == (9, 15)
        assert one.noun is not None
        assert one.noun.of(text) == "former republics"


NONE = (
    "T-72 tanks, a Boeing 737, COVID-19, the G7, an F-16 and 9/11.",
    "Article 5 of Resolution 1441, under Section 230 of S.J. Res. 24, page 12.",
    "At 10:30, at 8 p.m. and at seven o'clock.",
    "They won 21-17 after a 5-4 vote.",
    "Call 202-456-1111 or see http://example.org/a/12345.",
    "1. First\n2. Second",
    "See the notes [12] and (3).",
    "In 1945 he was there, as in 2019.",
    "World War Two was one of the worst.",
    "Ada Holm, 44, of Elmsford, spoke.",
    "Several thousand came, and hundreds left.",
    "It cost #54.8 million.",
    "One day he will see, as one does.",
    "The sum is 1.200 or so.",
    "At age 45 she left.",
)


@pytest.mark.parametrize("text", NONE)
def test_names_labels_clocks_and_years_are_no_amounts(text: str) -> None:
    assert [one.span.of(text) for one in read(text)] == []


def test_what_stands_in_a_time_expression_or_in_furniture_is_none() -> None:
    text = "The 212th day brought 30 guests.\n\n40 comments"
    day = when("2022-09-23")
    assert day
    time = Time("d", Span(4, 13), day, "as printed")
    passages = [
        Passage("d", 0, Span(0, 32), "paragraph"),
        Passage("d", 1, Span(34, len(text)), "furniture"),
    ]
    found = amounts(document(text), passages, [time])
    assert [one.span.of(text) for one in found] == ["30"]


def test_a_language_without_words_has_no_amounts() -> None:
    assert read("Es kamen 30 Leute.", "de") == []
    assert len(read("30 people came.", None)) == 1


ODD = st.lists(
    st.sampled_from(
        [
            "1", "2,000", "3.5", "half a", "million", "one", "in", "five", "and", "a", "third", "of the", "%",
            "$", "€", "-", "–", "/", "to", "between", "twenty", "-two", "thousand", "years", "th", "\n",
            "İ",
            "ﬁ", "٣", "½", "x", "\ud800", "(", ")", ".", ",", "more than", "people", "Boeing", "dozen",
        ]
    ),
    max_size=24,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(ODD, st.sampled_from(["", " "]))
def test_any_text_gives_amounts_in_order_that_mean_something(parts: list[str], gap: str) -> None:
    text = gap.join(parts)
    found = read(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    for one in found:
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert one.low <= one.value <= one.high
        assert not math.isinf(one.value)
        assert one.noun is None or one.span.start < one.noun.start < one.noun.end <= len(text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_no_text_breaks_the_reader(text: str) -> None:
    read(text)


@given(st.integers(2, 10**12))
def test_digits_with_commas_mean_what_they_print(number: int) -> None:
    one = only(f"It counted {number:,} ships.")
    assert one.value == number
    assert one.low <= number <= one.high
