"""Protects weekdays beside dates: what fits in a year that the text can mean is never held against it."""

from __future__ import annotations

import pytest

from onrecord.check.weekdays import CHECK
from tests.check.calendar_paper import found, matter, shown


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("The pact was signed on Monday, May 9, 2023.", "9 May 2023 is a Tuesday; the text says Monday."),
        (
            "They met on Friday the 13th of February 2023.",
            "13 February 2023 is a Monday; the text says Friday.",
        ),
        (
            "He left on May 9, 2023, a Wednesday, by train.",
            "9 May 2023 is a Tuesday; the text says Wednesday.",
        ),
        ("The log of 2023-05-09 (Monday) is lost.", "9 May 2023 is a Tuesday; the text says Monday."),
        ("Thu, 9 May 2023 was the day.", "9 May 2023 is a Tuesday; the text says Thursday."),
        ("May 9 was a Friday in 2023.", "9 May 2023 is a Tuesday; the text says Friday."),
        ("The vote on Monday night,\nMay 9, 2023, failed.", "9 May 2023 is a Tuesday; the text says Monday."),
        (
            "The mayor fell on Wednesday (May 8) in Ostra.",
            "8 May 2031 is a Thursday; the text says Wednesday.",
        ),
        (
            "The fair opens on Friday, May 17, and will be free.",
            "17 May 2031 is a Saturday; the text says Friday.",
        ),
    ],
)
def test_a_weekday_that_its_date_has_not_is_shown(text: str, message: str) -> None:
    [finding] = found(CHECK, text)
    assert finding.message == message
    assert finding.check == "weekday"


@pytest.mark.parametrize(
    "text",
    [
        "The pact was signed on Tuesday, May 9, 2023.",
        "On Monday's vote, May 9, 2023 brought no end.",
        "Every Monday, May 9, 2023 onward, it rained.",
        "The talks on Monday and Tuesday, May 8 and 9, 2023, failed.",
        "From Monday to Wednesday, May 8-10, 2023, it rained.",
        "On May 9, 2023, Monday to Friday service began.",
        "On May 8, 2023, Tuesday, May 9, 2023 was chosen.",
        "It was in The Westbay Sun, May 9, 2023.",
        "Signed on Monday, May 9, 2023 [sic], it held.",
        "Bloody Sunday, January 9, 1905, is told of here.",  # as the Julian calendar has it
        "She was born on Friday, October 11, in another year.",
        "Monday Tuesday Wednesday\nMay 12 May 13 May 14",
    ],
)
def test_what_fits_or_is_not_sure_is_left_alone(text: str) -> None:
    assert found(CHECK, text) == []


def test_of_a_row_of_weekdays_the_first_and_last_are_read() -> None:
    text = "The talks on Sunday and Monday, May 8 and 9, 2023, failed."
    assert [finding.message for finding in found(CHECK, text)] == [
        "8 May 2023 is a Monday; the text says Sunday.",
        "9 May 2023 is a Tuesday; the text says Monday.",
    ]


def test_the_same_weekday_and_date_give_one_finding_with_both_passages() -> None:
    text = "It opens on Monday, May 9, 2023.\n\nCome on Monday, May 9, 2023!"
    [finding] = found(CHECK, text)
    assert shown(text, finding) == ["Monday, May 9, 2023", "Monday, May 9, 2023"]


def test_a_text_of_another_year_is_not_measured_by_its_publication() -> None:
    """Both weekdays are those of 2020: the text was only republished in 2031."""
    text = "On Sunday, May 3, it rained. On Monday, May 4, it snowed."
    assert found(CHECK, text) == []


def test_the_explanation_says_where_the_year_comes_from() -> None:
    [finding] = found(CHECK, "The mayor fell on Wednesday (May 8) in Ostra.")
    assert "not printed" in finding.explanation
    assert "Wednesday in 2030" in finding.explanation


def test_furniture_is_not_checked() -> None:
    assert CHECK.within is not None
    assert list(CHECK.within(matter("Updated Monday, May 9, 2023", kind="furniture"))) == []
