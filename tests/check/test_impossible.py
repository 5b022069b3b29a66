"""Protects dates that no month has, and that scores, counts and other numbers are no dates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.check.impossible import CHECK
from tests.check.calendar_paper import found, matter, shown


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("It ran until June 31.", "June 31"),
        ("The law of 30 February was passed.", "30 February"),
        ("He left on February 29, 2023, by train.", "February 29, 2023"),
        ("Signed on the 31st of November 2022 in Ostra.", "31st of November 2022"),
        ("The list of 2023-06-31 is lost.", "2023-06-31"),
        ("The list of 31.09.2023 is lost.", "31.09.2023"),
        ("The list of 06/31/2023 is lost.", "06/31/2023"),
        ("The show runs September 28-31.", "September 28-31"),
        ("They fought there, June 31-18, 1965, and won.", "June 31-18, 1965"),
        ("From November 31<sup>st</sup> on it rained.", "November 31"),
        ("Signed the thirty-first of April.", "thirty-first of April"),
        ("On Monday, May 34, 2023 he left.", "May 34, 2023"),
    ],
)
def test_a_day_that_the_month_has_not_is_shown(text: str, printed: str) -> None:
    [finding] = found(CHECK, text)
    assert shown(text, finding) == [printed]
    assert printed in finding.message


def test_the_message_says_how_long_the_month_is() -> None:
    [finding] = found(CHECK, "He left on February 29, 2023, by train.")
    assert finding.message == "February 2023 has 28 days; the text says “February 29, 2023”."


@pytest.mark.parametrize(
    "text",
    [
        "He left on February 29, 2024, and on June 30.",
        "On February 29 the treaty was signed.",  # in some year
        "On February 29, 1900 the Julian calendar had a day.",
        "In June 31 people died.",
        "In April 35 percent agreed.",
        "They beat June 31-20.",
        "He said that February 30 is a day that does not exist.",
        "Version 6.31 of 2023-06-3145 is out.",
        "The bill of June 31 (sic) was lost.",
        "Route 31 April Street",
    ],
)
def test_what_may_be_a_date_or_is_none_is_left_alone(text: str) -> None:
    assert found(CHECK, text) == []


@given(st.text(alphabet="JuneFb Septmbr 0123456789.,-/()\nthrdst", max_size=120))
def test_any_text_is_read(text: str) -> None:
    assert CHECK.within is not None
    for finding in CHECK.within(matter(text)):
        assert all(0 <= each.span.start < each.span.end <= len(text) for each in finding.passages)
