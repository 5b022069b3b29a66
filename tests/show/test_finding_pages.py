"""Protects the pages of findings: which are listed, that every passage is shown with its words, decisions."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page
from starlette.testclient import TestClient

from onrecord import api, export, show
from tests.show.conftest import Served, assert_accessible


@pytest.fixture
def client(record: Path) -> TestClient:
    return TestClient(show.application(record), base_url="http://127.0.0.1:8420")


def test_lists_what_the_record_lists(client: TestClient, record: Path) -> None:
    """The same findings in the same order as the list, whatever is asked of them."""
    for query, filter in [
        ("", api.FindingFilter()),
        ("check=event-dates", api.FindingFilter(check="event-dates")),
        ("q=treaty", api.FindingFilter(words="treaty")),
        ("speaker=velin&order=newest", api.FindingFilter(speaker="velin", order="newest")),
        ("at_least=0.9", api.FindingFilter(at_least=0.9)),
        ("reviewed=open", api.FindingFilter(reviewed="open")),
    ]:
        expected = [export.finding_line(one) for one in api.findings(record, filter)]
        assert expected
        assert client.get(f"/findings?{query}&format=json").json()["findings"] == expected
        page = client.get(f"/findings?{query}").text
        assert all(f'href="/finding/{one["id"]}"' in page for one in expected)
    assert client.get("/findings?at_least=much").status_code == 400
    assert client.get("/findings?check=weather").status_code == 404


def test_shows_both_passages_and_the_sum(page: Page, served: Served) -> None:
    """The whole passages, the deciding words of each marked, the reckoning; side by side, or one below."""
    [found] = [one for one in api.findings(served.record) if one.finding.check == "figures"]
    page.goto(f"{served.address}/finding/{found.finding.id}")
    assert page.locator("h1").inner_text() == found.finding.message
    boxes = page.locator(".exhibit")
    assert boxes.count() == len(found.exhibits) == 2
    for exhibit, box in zip(found.exhibits, boxes.all(), strict=True):
        marked = "".join(box.locator("mark.m-hit").all_text_contents())
        assert marked == exhibit.shown.span.of(exhibit.document.text)
        assert len(box.locator("blockquote").first.text_content() or "") > len(marked)
    assert found.finding.explanation in page.locator(".sum").inner_text()
    one, other = (box.bounding_box() for box in boxes.all())
    assert one
    assert other
    assert one["y"] == other["y"]
    assert one["x"] < other["x"]
    assert_accessible(page)
    page.set_viewport_size({"width": 390, "height": 844})
    one, other = (box.bounding_box() for box in boxes.all())
    assert one
    assert other
    assert one["y"] + one["height"] <= other["y"]
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_what_is_decided_stands_on_its_page(page: Page, served: Served) -> None:
    """Rejected by its button, a finding leaves the list, says who decided, and is brought back by undo."""
    found = next(api.findings(served.record)).finding
    page.goto(f"{served.address}/finding/{found.id}")
    with page.expect_response("**/review/reject"):
        page.get_by_role("button", name="Reject").click()
    page.goto(f"{served.address}/finding/{found.id}")
    assert "tester" in page.locator(".decisions").inner_text()
    page.goto(f"{served.address}/findings")
    assert found.message not in page.locator("main").inner_text()
    page.goto(f"{served.address}/finding/{found.id}")
    page.locator(".decisions button").click()
    page.wait_for_url(f"**/finding/{found.id}")
    assert next(api.findings(served.record)).finding.id == found.id


def test_a_public_page_decides_nothing(record: Path) -> None:
    """Who only looks sees no button and no form that decides."""
    client = TestClient(show.application(record, password="let me in"), base_url="http://127.0.0.1:8420")
    found = next(api.findings(record)).finding
    page = client.get(f"/finding/{found.id}", auth=("reader", "let me in")).text
    assert found.check in page
    assert 'method="post"' not in page


def test_an_unknown_finding_is_a_sentence(client: TestClient) -> None:
    """A page that is not there says so, with 404."""
    for path in ("/finding/ffffffffffffffff", "/trace/ffffffffffffffff", "/speaker/ffffffffffffffff"):
        answer = client.get(path)
        assert answer.status_code == 404, path
        assert "there is no" in answer.text
