"""Dates are kept as precisely as they were stated, and nothing impossible or ambiguous becomes a date."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.dates import refined, when, year_of


@pytest.mark.parametrize(
    ("value", "edtf", "earliest", "latest"),
    [
        ("2023", "2023", "2023-01-01T00:00:00Z", "2023-12-31T23:59:59Z"),
        ("2024-02", "2024-02", "2024-02-01T00:00:00Z", "2024-02-29T23:59:59Z"),
        ("2023-05-08", "2023-05-08", "2023-05-08T00:00:00Z", "2023-05-08T23:59:59Z"),
        (
            "2023-05-08T13:30:31-04:00",
            "2023-05-08T13:30:31-04:00",
            "2023-05-08T17:30:31Z",
            "2023-05-08T17:30:31Z",
        ),
        ("2023-05-08 13:30:31.250Z", "2023-05-08T13:30:31Z", "2023-05-08T13:30:31Z", "2023-05-08T13:30:31Z"),
        ("2023-05-08T13:30:31", "2023-05-08T13:30:31", "2023-05-08T13:30:31Z", "2023-05-08T13:30:31Z"),
        ("20230508T133031Z", "2023-05-08T13:30:31Z", "2023-05-08T13:30:31Z", "2023-05-08T13:30:31Z"),
        (
            "Mon, 08 May 2023 13:30:31 +0200",
            "2023-05-08T13:30:31+02:00",
            "2023-05-08T11:30:31Z",
            "2023-05-08T11:30:31Z",
        ),
        ("2023-05-08T13:30+02:00", "2023-05-08", "2023-05-08T11:30:00Z", "2023-05-08T11:30:59Z"),
        ("May 8, 2023 at 3:30 PM EDT", "2023-05-08", "2023-05-08T19:30:00Z", "2023-05-08T19:30:59Z"),
        ("8 May 2023 12:05 a.m.", "2023-05-08", "2023-05-08T00:05:00Z", "2023-05-08T00:05:59Z"),
        ("May 8, 2023, 10:15 QQT", "2023-05-08", "2023-05-08T00:00:00Z", "2023-05-08T23:59:59Z"),
        (1683555031000, "2023-05-08T14:10:31Z", "2023-05-08T14:10:31Z", "2023-05-08T14:10:31Z"),
    ],
)
def test_precision_is_kept(value: object, edtf: str, earliest: str, latest: str) -> None:
    found = when(value)
    assert found is not None
    assert (found.edtf, found.earliest, found.latest) == (edtf, earliest, latest)


@pytest.mark.parametrize(
    "value",
    [
        "May 8, 2023",
        "Monday, May 8th, 2023",
        "8 May 2023",
        "8. Mai 2023",
        "8 de mayo de 2023",
        "8 мая 2023",
        "8 травня 2023",
        "8.5.2023",
        "2023/05/08",
        "20230508",
        date(2023, 5, 8),
        20230508,
    ],
)
def test_printed_days_in_several_languages(value: object) -> None:
    found = when(value)
    assert found is not None
    assert found.edtf == "2023-05-08"


def test_month_is_not_rounded_to_a_day() -> None:
    found = when("May 2023")
    assert found is not None
    assert found.edtf == "2023-05"


@pytest.mark.parametrize(
    "value",
    [
        "",
        "soon",
        "2023-13-01",
        "2023-02-30",
        "2023-00",
        "0000-00-00",
        "0001-01-01",
        "05/08/2023",
        "31 June 2023",
        "2023-05-08T25:00:00Z",
        None,
        True,
        [],
        {},
        float("nan"),
        float("inf"),
        -5,
        "9" * 500,
    ],
)
def test_impossible_and_ambiguous_are_no_dates(value: object) -> None:
    assert when(value) is None


def test_unambiguous_numbers_are_dates() -> None:
    assert when("13/05/2023") == when("05/13/2023") == when("2023-05-13")


def test_datetimes() -> None:
    found = when(datetime(2023, 5, 8, 1, 2, 3, 99, tzinfo=UTC))
    assert found is not None
    assert found.edtf == "2023-05-08T01:02:03Z"


def test_the_most_precise_agreeing_date_wins() -> None:
    stated = map(when, ("2021-04-27", "2021-04-27T22:28:22-04:00", "2021-05-01T00:00:00Z"))
    day, late, other = (found for found in stated if found)
    assert refined([day, late]) == late
    assert refined([day, other]) == day
    assert refined([]) is None


@given(st.one_of(st.text(max_size=130), st.integers(), st.floats(), st.datetimes(), st.dates()))
def test_never_raises_and_never_inverts(value: object) -> None:
    found = when(value)
    assert found is None or found.earliest <= found.latest


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_round_trips(day: date) -> None:
    found = when(day.isoformat())
    assert found is not None
    assert found.edtf == found.earliest[:10] == found.latest[:10] == day.isoformat()


@given(st.integers(1, 12), st.integers(1, 31), st.dates())
def test_the_year_of_a_day_is_near(month: int, day: int, around: date) -> None:
    """A day that exists, in the year before, this one or the next; the known day is its own."""
    year = year_of(month, day, around)
    if year is not None:
        assert date(year, month, day)
        assert abs(year - around.year) <= 1
    assert year_of(around.month, around.day, around) == around.year
