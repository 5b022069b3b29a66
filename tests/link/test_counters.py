"""Protects counters: number, unit, event, the days that facts give them, and the date they are tied to."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Counter
from tests.check.calendar_paper import matter


def read(text: str, published: str = "2031-05-10") -> tuple[Counter, ...]:
    return matter(text, published).counters


@pytest.mark.parametrize(
    ("text", "number", "unit", "how", "event"),
    [
        ("the 78th anniversary of the Ostra flood", 78, "year", "anniversary", "ostra flood"),
        ("the seventy-fifth anniversary of the Ostra flood", 75, "year", "anniversary", "ostra flood"),
        ("Ostra's 50th anniversary", 50, "year", "anniversary", "ostra"),
        ("the four hundred and thirty-ninth day of the siege", 439, "day", "ordinal day", "siege"),
        ("half a century since the Ostra flood", 50, "year", "after", "ostra flood"),
        ("two decades on from the Ostra flood", 20, "year", "after", "ostra flood"),
        ("the centenary of the Ostra flood", 100, "year", "anniversary", "ostra flood"),
        ("the 439th day of the siege", 439, "day", "ordinal day", "siege"),
        ("Day 12 of the strike", 12, "day", "ordinal day", "strike"),
        ("for the tenth year running", 10, "year", "time", ""),
        ("the third straight month", 3, "month", "time", ""),
        ("40 years since the Ostra flood", 40, "year", "after", "ostra flood"),
        ("ten days before the vote", 10, "day", "before", "vote"),
    ],
)
def test_a_counter_is_read(text: str, number: int, unit: str, how: str, event: str) -> None:
    [counter] = read(f"It was {text}.")
    assert (counter.number, counter.unit, counter.how, counter.event) == (number, unit, how, event)


@pytest.mark.parametrize(
    "text",
    ["this twelfth day of November", "the first thing of the day", "a day of work", "many years of peace"],
)
def test_dates_and_lengths_are_no_counters(text: str) -> None:
    assert read(f"It was {text}.") == ()


def test_the_facts_say_which_day_it_is() -> None:
    [counter] = read("Today is the 79th anniversary of D-Day.")
    assert [(first, last) for first, last, _ in counter.meant] == [("2023-06-06", "2023-06-06")]
    assert "1944-06-06" in counter.meant[0][2]
    [other] = read("It is the 30th anniversary of the United Nations Choir of Ostra.")
    assert other.meant == ()


def test_a_counter_is_tied_to_the_date_beside_it() -> None:
    for text in (
        "June 6, 2024 is the 80th anniversary of the Ostra flood.",
        "The 80th anniversary of the Ostra flood on June 6, 2024 was wet.",
    ):
        [counter] = read(text)
        assert counter.on is not None
        assert counter.on.when.edtf == "2024-06-06"


def test_a_count_is_not_tied_to_a_date_of_the_next_paragraph() -> None:
    [counter] = read("Ostra flood: the 30th anniversary\n\nToday the town met.")
    assert counter.on is None


def test_furniture_has_none() -> None:
    assert matter("the 78th anniversary of the Ostra flood", kind="furniture").counters == ()


@given(st.text(alphabet="0123456789thsand yearsiconvof anniversary since day-'\n.", max_size=120))
def test_any_text_is_read_in_order(text: str) -> None:
    counters = read(text)
    assert all(0 <= c.span.start < c.span.end <= len(text) for c in counters)
    assert all(one.span.end <= other.span.start for one, other in pairwise(counters))
