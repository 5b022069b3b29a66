"""A dateline gives place, date and agency at the head of a text only, and never a year that is not there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Item
from onrecord.read.dateline import dateline
from onrecord.read.decode import finished
from onrecord.read.draft import Draft
from onrecord.text.dates import when


@pytest.mark.parametrize(
    ("head", "place", "date", "agency", "edtf"),
    [
        ("October 8, 2024 / Westbay — We, the mayors", "Westbay", "October 8, 2024", None, "2024-10-08"),
        ("WESTBAY, November 28. /TASS/. The office", "WESTBAY", "November 28", "TASS", None),
        ("EASTPORT (Reuters) - The office", "EASTPORT", None, "Reuters", None),
        ("WESTBAY. May 5. INTERFAX.RU - The office", "WESTBAY", "May 5", "INTERFAX.RU", None),
        ("WESTBAY, Northland (AP) — The office", "WESTBAY, Northland", None, "AP", None),
        ("May 12, 2020, Westbay\n\nThe office", "Westbay", "May 12, 2020", None, "2020-05-12"),
        ("Westbay, 8 October 2024\n\nThe office", "Westbay", "8 October 2024", None, "2024-10-08"),
        ("WESTBAY, May 5 (Xinhua) -- The office", "WESTBAY", "May 5", "Xinhua", None),
        ("NEW WESTBAY, May 5, 2021 (AP) - The office", "NEW WESTBAY", "May 5, 2021", "AP", "2021-05-05"),
        ("THE WESTBAY /Northland/, May 5. /TASS/. The", "THE WESTBAY", "May 5", "TASS", None),
        ("WESTBAY — The office", "WESTBAY", None, None, None),
        ("WESTBAY /Upper Northland and Isles/, May 5. /TASS/. The", "WESTBAY", "May 5", "TASS", None),
        ("WESTBAY, /Northland/, May 5. /TASS/. The", "WESTBAY", "May 5", "TASS", None),
        ("WESTBAY (federal district), May 5. /TASS/. The", "WESTBAY", "May 5", "TASS", None),
        ("WESTBAY /Northland/ May 5. /TASS/. The", "WESTBAY", "May 5", "TASS", None),
        ("WESTBAY, May 5. /TASS Correspondent Ruta Salm/. The", "WESTBAY", "May 5", "TASS", None),
        ("/WESTBAY, May 5. /TASS./ The office", "WESTBAY", "May 5", "TASS", None),
        ("WESTBAY, May5. TASS/. The office", "WESTBAY", "May5", "TASS", None),
        ("WESTBAY/EAST PORT, May 5. /TASS/. The", "WESTBAY/EAST PORT", "May 5", "TASS", None),
        ("WESTBAY, May 5. The office is closed.", "WESTBAY", "May 5", None, None),
        ("(Reuters) - The office", None, None, "Reuters", None),
        ("Westbay (dpa) - Das Amt", "Westbay", None, "dpa", None),
        ("Quay to close\n\nWESTBAY, June 6. /TASS/. The", "WESTBAY", "June 6", "TASS", None),
        ("Written by: Jo R. on 9 May 2020\n\nThe", None, "9 May 2020", None, "2020-05-09"),
    ],
)
def test_forms(head: str, place: str | None, date: str | None, agency: str | None, edtf: str | None) -> None:
    found = dateline(head)
    assert found is not None
    assert (found.place and found.place.of(head)) == place
    assert (found.date and found.date.of(head)) == date
    assert (found.agency and found.agency.of(head)) == agency
    assert (found.when and found.when.edtf) == edtf


@pytest.mark.parametrize(
    "head",
    [
        "Westbay. The rain fell.",
        "MS. HOLM — thank you.",
        "THE MAYOR: Thank you — all.",
        "Mayor Roe said, May 5, that",
        "Monday, May 5, 2024",
        "A long sentence about WESTBAY, May 5, 2020 — and more.",
        "",
    ],
)
def test_sentences_are_no_datelines(head: str) -> None:
    found = dateline(head)
    assert found is None or found.place is None


def test_only_at_the_head() -> None:
    assert dateline("A paragraph of the text.\n\n" * 30 + "WESTBAY, May 5, 2020 (AP) — Late.") is None


def test_fills_the_publication_date_only_where_nothing_states_one() -> None:
    item = Item("a", "/a", "text")
    text = "WESTBAY, May 5, 2021 (AP) - The quay closes."
    document = finished(Draft(text, "text"), item).document
    assert document.published == when("2021-05-05")
    assert document.outlet is None
    stated = finished(Draft(text, "text", published=when("2021-05-07")), item).document
    assert stated.published == when("2021-05-07")


def test_a_day_without_a_year_needs_another_date() -> None:
    item = Item("a", "/a", "text")
    text = "WESTBAY, May 5. /TASS/. The quay closes."
    assert finished(Draft(text, "text"), item).document.published is None
    later = finished(Draft(text, "text", updated=when("2021-05-07")), item).document
    assert later.published == when("2021-05-05")


@given(st.text(max_size=400))
def test_spans_lie_within_the_text(text: str) -> None:
    found = dateline(text)
    if found:
        assert 0 <= found.span.start < found.span.end <= len(text)


@pytest.mark.parametrize(
    ("date", "published", "edtf"),
    [
        ("May 5", "2021-05-07", "2021-05-05"),
        ("December 31", "2025-01-01", "2024-12-31"),
        ("January 1", "2024-12-31", "2025-01-01"),
        ("December31", "2025-01-01", "2024-12-31"),
        ("February 29", "2024-03-01", "2024-02-29"),
        ("February 29", "2025-06-01", "2024-02-29"),
        ("February 30", "2024-03-01", None),
    ],
)
def test_the_year_is_the_nearest(date: str, published: str, edtf: str | None) -> None:
    """The last day of a year under the first of the next is last year's."""
    text = f"WESTBAY, {date}. /TASS/. The office"
    found = dateline(text)
    around = when(published)
    assert found is not None
    assert around is not None
    near = found.near(text, around)
    assert (near and near.edtf) == edtf
