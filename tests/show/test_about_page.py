"""Protects the page about the record: its counts are the record's, its scores what was measured."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page
from starlette.testclient import TestClient

from onrecord import api, show
from onrecord.show.pages.about import RELIABILITY, size
from tests.show.conftest import Served, assert_accessible

DOCS = Path(__file__).parent.parent.parent / "docs"


def test_counts_are_the_record_s(record: Path) -> None:
    """Documents, statements, formats, languages and dates are those that the lists have."""
    client = TestClient(show.application(record), base_url="http://127.0.0.1:8420")
    told = client.get("/about?format=json").json()
    documents = list(api.documents(record))
    assert told["documents"] == len(documents)
    assert told["statements"] == sum(1 for _ in api.statements(record))
    assert told["undated"] == sum(not (one.document.published or one.inferred) for one in documents)
    assert told["words"] == sum(one.words for one in documents)
    for name, values in (
        ("kinds", [one.document.kind for one in documents]),
        ("languages", [one.document.language or "" for one in documents]),
    ):
        assert told[name] == {value: values.count(value) for value in values}
    assert told["outlets"]["BNA"] == sum(one.document.outlet == "BNA" for one in documents)
    assert told["findings"] == sum(1 for _ in api.findings(record))
    assert told["families"] == sum(1 for _ in api.families(record))
    assert told["entities"] == sum(1 for _ in api.speakers(record))
    assert (told["first"], told["last"]) == ("2031-04-28", "2031-05-09")
    assert told["checks"] == [one._asdict() for one in api.checks()]


def test_what_a_score_means_is_what_was_measured() -> None:
    """The table of the page has the numbers of the model's card."""
    card = (DOCS / "model.md").read_text()
    rows = re.findall(r"\| (0\.\d to \d\.\d) \| (\d+) \| [\d.]+ \| ([\d.]+) \|", card)
    assert [(score, number, round(float(right) * 100)) for score, number, right in rows] == [
        (score, str(number), right) for score, _, number, right in reversed(RELIABILITY)
    ]


def test_sizes_are_for_people() -> None:
    """Bytes become the unit that a file manager would show."""
    assert [size(n) for n in (999, 1500, 684_000, 719_208_448, 3_100_000_000)] == [
        "999 bytes", "1.5 kB", "684 kB", "719 MB", "3.1 GB",
    ]  # fmt: skip


def test_can_be_read_by_all(page: Page, served: Served) -> None:
    """Nothing serious for axe, nothing sideways on a phone; its links go where they say."""
    page.goto(f"{served.address}/about")
    assert_accessible(page)
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.get_by_role("link", name="BNA").click()
    assert page.get_by_role("row").count() == 1 + sum(
        1 for _ in api.documents(served.record, api.Filter(outlet="BNA"))
    )
