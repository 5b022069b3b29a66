"""Protects the search: what is listed and counted, what is marked, what each link and bar leads to."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page
from starlette.testclient import TestClient

from onrecord import api, export, show
from tests.show.conftest import Served, assert_accessible


@pytest.fixture
def client(record: Path) -> TestClient:
    return TestClient(show.application(record), base_url="http://127.0.0.1:8420")


def data(client: TestClient, path: str) -> dict:
    answer = client.get(path, headers={"Accept": "application/json"})
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_lists_what_the_record_lists(client: TestClient, record: Path) -> None:
    """The same statements in the same order as `api.told`, in the shape that exports have, page by page."""
    for query, filter in [
        ("q=bridge", api.Filter(words="bridge")),
        ("speaker=velin&mode=direct", api.Filter(speaker="velin", mode="direct")),
        ("order=oldest&until=2031-05-05", api.Filter(order="oldest", until="2031-05-05")),
        ("has_speaker=no", api.Filter(has_speaker=False)),
    ]:
        expected = [export.line(one) for one in api.told(record, filter)]
        assert expected
        found = data(client, f"/?{query}")
        assert (found["total"], found["statements"]) == (len(expected), expected[:50])
    everything = [one.statement.id for one in api.told(record)]
    pages, address = [], "/"
    while address:
        page = data(client, address)
        pages += [one["id"] for one in page["statements"]]
        address = page["next"]
    assert pages == everything


def test_every_count_beside_a_filter_is_what_it_gives(client: TestClient) -> None:
    """Following a facet's value lists as many as it says."""
    found = data(client, "/?q=bridge")
    assert {"entity", "outlet", "mode"} <= set(found["facets"])
    for name, counts in found["facets"].items():
        for one in counts:
            if one["value"] is not None:
                chosen = client.get("/", params={"q": "bridge", name: one["value"], "format": "json"})
                assert chosen.json()["total"] == one["count"], (name, one)


def test_says_what_is_wrong_beside_its_field(client: TestClient) -> None:
    """A query that means nothing is a sentence at its field, with the fields as they were filled in."""
    for path, field in [("/?q=%22", "q"), ("/?q=bridge&since=soon", "since"), ("/?speaker=%2C", "speaker")]:
        answer = client.get(path)
        assert answer.status_code == 400
        assert f'id="wrong-{field}"' in answer.text
        assert 'aria-invalid="true"' in answer.text
    assert 'value="bridge"' in client.get("/?q=bridge&since=soon").text
    assert "did you mean" in client.get("/?mode=indirekt").text
    assert client.get("/?entity=nobody").status_code == 400
    assert client.get("/?page=x").status_code == 400


def test_nothing_found_says_what_to_change(client: TestClient) -> None:
    """Each part of the query can be left out, and other ways of searching are offered."""
    text = client.get("/?q=bridge+zebra&outlet=BNA").text
    assert "No statement of this record is like that" in text
    assert 'href="/?outlet=BNA"' in text
    assert 'href="/?q=bridge+zebra"' in text
    assert "/verify?q=bridge+zebra" in text
    assert "To its first page" in client.get("/?q=bridge&page=9").text


def test_what_is_asked_for_stays_text(client: TestClient) -> None:
    """Nothing of an address becomes part of the page's own text."""
    bad = "<script>alert(1)</script>\"'{{7*7}}"
    text = client.get("/", params={"q": bad, "outlet": bad, "document": bad, "mode": "direct"}).text
    assert "<script>alert" not in text
    assert "{{7*7}}" in text


def test_a_bar_leads_to_its_month(client: TestClient) -> None:
    """The months are counted as lists count them; the address of a bar lists as many as it shows."""
    months = data(client, "/?q=bridge")["months"]
    assert months
    for month, count in months:
        assert data(client, f"/?q=bridge&since={month}&until={month}")["total"] == count
        assert f"since={month}&amp;until={month}" in client.get("/?q=bridge").text


class TestInABrowser:
    """What needs a browser: places of marks, dragging, focus."""

    @pytest.fixture
    def record(self, mixed_pattern: Path, tmp_path: Path) -> Path:
        mine = tmp_path / "mixed.onrecord"
        shutil.copy(mixed_pattern, mine)
        return mine

    def test_hits_stand_where_the_words_stand(self, page: Page, served: Served) -> None:
        """Marked are the words themselves, after emoji, in Cyrillic, whatever the case and the accents."""
        for query, expected in [
            ("мост", ["Мост"]),
            ("CAFE", ["café"]),
            ('"bridge 😀 мост"', ["bridge 😀 — Мост"]),
        ]:
            page.goto(served.address)
            page.fill("#f-q", query)
            page.keyboard.press("Enter")
            page.wait_for_url("**q=**")
            assert page.locator("mark.m-hit").all_inner_texts() == expected
        words = page.locator(".line .words").first.text_content()
        [told] = list(api.told(served.record, api.Filter(words="мост")))
        assert words == export.words(told.document, told.statement)
        assert_accessible(page)
        assert page.errors == []

    def test_dragging_over_the_histogram_filters(self, page: Page, served: Served) -> None:
        """From one bar to another: the dates are those of both, and a chip takes them out."""
        page.goto(f"{served.address}/?q=bridge")
        box = page.locator("#histogram svg").bounding_box()
        assert box
        page.mouse.move(box["x"] + 3, box["y"] + 30)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] - 3, box["y"] + 30, steps=4)
        page.mouse.up()
        page.wait_for_url("**since=**")
        query = parse_qs(urlsplit(page.url).query)
        assert query["since"] < query["until"]
        assert query["q"] == ["bridge"]
        assert page.locator(".line").count() == 2
        assert page.evaluate("document.activeElement.id") == "f-since"
        page.click(".chips a:has-text('Since')")
        page.wait_for_url(lambda url: "since" not in url)
        assert page.evaluate("document.activeElement.closest('.chips') !== null")

    def test_a_filter_that_is_loaded_keeps_the_focus(self, page: Page, served: Served) -> None:
        """Whoever walks down the filters with the keys stands where they stood."""
        page.goto(served.address)
        page.focus(".facets a:has-text('Odo Lenk')")
        page.keyboard.press("Enter")
        page.wait_for_url("**entity=**")
        assert "Odo Lenk" in page.evaluate("document.activeElement.textContent")
        assert page.locator(".line").count() == 1
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: "entity" not in url)
        assert "Odo Lenk" in page.evaluate("document.activeElement.textContent")

    def test_fits_a_phone(self, page: Page, served: Served) -> None:
        """At 390 pixels nothing has to be scrolled sideways; the filters are folded."""
        page.set_viewport_size({"width": 390, "height": 844})
        page.goto(f"{served.address}/?q=bridge")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        assert not page.locator(".facets").evaluate("one => one.open")
        assert_accessible(page)
