"""Protects what an EDTF string is taken to span: a wrong end would put statements on a wrong day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.edtf import between, days, when

SPANS = {
    "2023-05-08": "2023-05-08 2023-05-08",
    "2024-02": "2024-02-01 2024-02-29",
    "1942": "1942-01-01 1942-12-31",
    "194X": "1940-01-01 1949-12-31",
    "19XX": "1900-01-01 1999-12-31",
    "2023-05-XX": "2023-05-01 2023-05-31",
    "2023-XX-XX": "2023-01-01 2023-12-31",
    "2021-21": "2021-03-01 2021-05-31",
    "2021-24": "2021-12-01 2022-02-28",
    "2021-30": "2021-12-01 2022-02-28",
    "2021-33": "2021-01-01 2021-03-31",
    "2021-36": "2021-10-01 2021-12-31",
    "2021-38": "2021-05-01 2021-08-31",
    "2021-41": "2021-07-01 2021-12-31",
    "1915~": "1915-01-01 1915-12-31",
    "2022/2023": "2022-01-01 2023-12-31",
    "2023-05-01/2023-05-07": "2023-05-01 2023-05-07",
    "2023-05/..": "2023-05-01 9999-12-31",
    "../2023-05": "0001-01-01 2023-05-31",
    "2023-05/": "2023-05-01 9999-12-31",
}


@pytest.mark.parametrize("edtf", SPANS)
def test_first_and_last_instant(edtf: str) -> None:
    first, last = SPANS[edtf].split()
    found = when(edtf)
    assert found is not None
    assert (found.edtf, found.earliest, found.latest) == (edtf, f"{first}T00:00:00Z", f"{last}T23:59:59Z")
    assert days(edtf) == (date.fromisoformat(first), date.fromisoformat(last))


def test_an_instant_is_told_in_utc_and_its_day_is_the_printed_one() -> None:
    found = when("2023-05-08T23:30:00-04:00")
    assert found is not None
    assert found.earliest == found.latest == "2023-05-09T03:30:00Z"
    assert days("2023-05-08T23:30:00-04:00") == (date(2023, 5, 8), date(2023, 5, 8))


@pytest.mark.parametrize(
    "edtf",
    ["", "..", "../..", "/", "2023-13", "2023-02-30", "2023/2022", "1/2/3", "May 2023", "0000", "20230508",
     "194X-05", "2023-XX-05", "2023-20", "2023-42", "-0044", "２０２３", "2023-05-08T25:00:00",
     "2023-05-08T10:00"],
)  # fmt: skip
def test_what_is_no_interval_is_none(edtf: str) -> None:
    assert when(edtf) is None
    assert days(edtf) is None


@given(st.text(alphabet="0123456789X-/.T:Z~?%+ ", max_size=70) | st.text(max_size=20))
def test_any_text_gives_an_ordered_interval_or_none(text: str) -> None:
    found = when(text)
    assert found is None or found.earliest <= found.latest


@given(st.dates(), st.dates())
def test_an_interval_is_written_so_that_it_reads_back(one: date, other: date) -> None:
    first, last = sorted((one, other))
    assert days(between(first, last)) == (first, last)


def test_an_interval_is_written_as_shortly_as_it_can_be() -> None:
    assert between(date(2023, 5, 8), date(2023, 5, 8)) == "2023-05-08"
    assert between(date(2023, 5, 1), date(2023, 5, 31)) == "2023-05"
    assert between(date(2023, 1, 1), date(2023, 12, 31)) == "2023"
    assert between(date(2022, 1, 1), date(2023, 12, 31)) == "2022/2023"
    assert between(date(2022, 11, 1), date(2023, 2, 28)) == "2022-11/2023-02"
    assert between(date(2023, 5, 1), date(2023, 5, 7)) == "2023-05-01/2023-05-07"
    with pytest.raises(ValueError, match="is before"):
        between(date(2023, 5, 2), date(2023, 5, 1))
