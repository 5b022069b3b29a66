"""Protects the promise that no text breaks the reading of dates, and that its cost grows with its length."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.link.times import times
from onrecord.link.times.expressions import found, grammar
from onrecord.link.times.resolve import FORMS
from onrecord.model import Document
from onrecord.text.edtf import days, when

WORDS = (
    "the a last next this that May March 8 31 1998 2023 '98 of in on Monday Sunday quarter third year years "
    "ago earlier later before after week month early late end fiscal 10:30 p.m. GMT noon today yesterday "
    "tonight and - – , . \n\n \n spring fall Christmas Easter 1990s nineties nineteen ninety-four twentieth "
    "century ago. Q3 following previous same day weekend two exactly will said to İstanbul 29 February 0 99 "
    "00:00 1/2/2023"
).split(" ")


def document(text: str) -> Document:
    return Document("d", "d", "d", None, None, None, (), "text", "en", None, None, None, text, "")


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join) | st.text(max_size=200),
    st.none() | st.dates(),
)
def test_any_text_gives_ordered_spans_of_real_dates(text: str, published: date | None) -> None:
    given = times(document(text), [], when(published.isoformat()) if published else None)
    at = 0
    for one in given:
        assert at <= one.span.start < one.span.end <= len(text)
        assert text[one.span.start : one.span.end].strip() == text[one.span.start : one.span.end]
        assert days(one.when.edtf)
        assert one.basis
        at = one.span.end


@pytest.mark.parametrize(
    "piece",
    ["the " * 8, "Monday to Tuesday to ", "1998-1999-2000-", "last last last year ", "a" * 400 + " May 5 ",
     "2 weeks ", "in 1942 ", " \n", "May 5, ", "the the quarter-", "12:30 12:30 p.m. ", "İ May "],
)  # fmt: skip
def test_hostile_repetition_ends(piece: str) -> None:
    """Work that grew with the square of these would be felt by whoever runs the tests."""
    text = piece * (60_000 // len(piece))
    times(document(text), [], when("2023-05-10"))


def test_every_form_is_resolved_and_tried() -> None:
    """A form without a function, or that no trigger leads to, would be lost without a word."""
    rules = grammar("en")
    assert rules is not None
    assert {name for name, *_ in rules.data.FORMS} == set(FORMS)
    assert {form.name for forms in rules.forms.values() for form in forms} == set(FORMS)


def test_offsets_survive_letters_that_change_length() -> None:
    """Lower-casing İ gives two code points; spans must still be of the text as printed."""
    text = "İİİ said in İzmir on 8 May 2023."
    assert [one.span.of(text) for one in found(text, "en")] == ["8 May 2023"]
