"""Protects the page of pictures: drawn before scripts run, and alive under the strict policy of the page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route, expect
from starlette.testclient import TestClient

from onrecord import api, plot, show
from tests.show.conftest import Served, assert_accessible

PATIENCE = 120_000  # milliseconds: the browser's scripts are made when they are first asked for


@pytest.fixture
def client(record: Path) -> Iterator[TestClient]:
    with TestClient(show.application(record), base_url="http://127.0.0.1:8420") as client:
        yield client


@pytest.mark.parametrize("chart", [chart.name for chart in plot.CHARTS])
def test_every_picture_has_its_page_and_its_files(client: TestClient, record: Path, chart: str) -> None:
    """The page prints the numbers that the file holds, and the same address gives them as JSON."""
    page = client.get("/pictures", params={"chart": chart})
    assert page.status_code == 200
    told = client.get("/pictures", params={"chart": chart, "format": "json"}).json()
    found = plot.picture(chart, record)
    assert told["rows"] == [list(row) for row in found.rows]
    assert client.get(f"/plot/{chart}.json").json()["rows"] == told["rows"]
    table = client.get(f"/plot/{chart}.csv", params={"save": "1"})
    assert table.headers["content-disposition"].startswith("attachment")
    assert len(table.text.splitlines()) == len(found.rows) + 1


def test_a_picture_is_drawn_of_what_is_searched(client: TestClient, record: Path) -> None:
    """The filter of the address counts; widths and themes make other drawings of the same numbers."""
    wide = client.get("/plot/timeline.svg", params={"speaker": "lenk", "width": "900"})
    assert wide.headers["content-type"].startswith("image/svg+xml")
    assert "speaker lenk" in wide.text
    dark = client.get("/plot/timeline.svg", params={"speaker": "lenk", "width": "360", "dark": "1"})
    assert dark.text != wide.text
    assert client.get("/plot/timeline.png").content.startswith(b"\x89PNG")
    assert "vega-lite" in client.get("/plot/timeline.vl.json").json()["$schema"]
    listed = len(list(api.told(record, api.Filter(speaker="lenk"))))
    assert f"{listed} statements" in wide.text


def test_what_cannot_be_drawn_is_a_sentence(client: TestClient) -> None:
    """Unknown pictures, formats and filters are refused, not half drawn."""
    assert client.get("/plot/timelime.svg").status_code == 404
    assert client.get("/plot/timeline.exe").status_code == 404
    assert client.get("/plot/timeline.svg", params={"since": "soon"}).status_code == 400
    assert client.get("/plot/chain.svg", params={"id": "ffffffffffffffff"}).status_code == 404
    assert client.get("/pictures", params={"chart": "pie"}).status_code == 404
    assert client.get("/plot/timeline.svg", params={"width": "<b>"}).status_code == 400


def test_a_picture_lives_without_a_relaxed_policy(page: Page, served: Served) -> None:
    """First the server's drawing, then the browser's own, by scripts of this site that compile nothing."""
    held: list[Route] = []  # the scripts wait, for with them the first drawing gives way to the second
    page.route("**/plot/vega.js", lambda route: held.append(route))
    with page.expect_request("**/plot/vega.js"):
        answer = page.goto(f"{served.address}/pictures?chart=timeline")
    assert answer is not None
    assert "unsafe" not in answer.headers["content-security-policy"]
    expect(page.locator(".chart picture.light img")).to_be_visible(timeout=PATIENCE)
    held[0].continue_()
    page.locator(".chart.live .drawn svg").wait_for(timeout=PATIENCE)
    expect(page.locator(".chart picture.light img")).to_be_hidden()
    bar = page.locator('.chart .drawn svg [aria-roledescription="bar"]').first
    bar.hover(force=True)
    tip = page.locator("#vg-tooltip-element.visible")
    expect(tip).to_contain_text("statements")
    page.locator("details.numbers summary").click()
    expect(page.locator("details.numbers table tbody tr").first).to_be_visible()
    assert_accessible(page)
    paths = {urlsplit(url).path for url in served.asked}
    assert "/plot/vega.js" in paths
    assert not page.errors  # type: ignore[attr-defined]


def test_a_picture_follows_its_form_and_its_theme(page: Page, served: Served) -> None:
    """Keys alone: words, Enter, another picture; in the dark theme the dark drawing is shown."""
    page.goto(f"{served.address}/pictures")
    page.get_by_label("Words that were said").fill("bridge")
    page.keyboard.press("Enter")
    page.wait_for_url("**/pictures?chart=timeline&q=bridge*")
    page.get_by_role("navigation", name="Pictures").get_by_role("link", name="Outlets").click()
    page.wait_for_url("**chart=outlets*")
    assert "q=bridge" in page.url
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    expect(page.locator(".chart picture.light img")).to_be_hidden()
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert json.loads(page.evaluate("JSON.stringify([...document.images].every((one) => one.alt))"))
