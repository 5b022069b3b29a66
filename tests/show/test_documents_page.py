"""Protects the list of documents and of what could not be read: what it lists, pages, links and says."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page
from starlette.testclient import TestClient

from onrecord import api, export, show
from onrecord.settings import Settings
from tests.show.conftest import Served, assert_accessible


@pytest.fixture
def client(record: Path) -> TestClient:
    return TestClient(show.application(record), base_url="http://127.0.0.1:8420")


def test_lists_what_the_record_lists(client: TestClient, record: Path) -> None:
    """The same documents in the same order as the list, in the shape that exports have."""
    for query, filter in [
        ("", api.Filter()),
        ("q=bridge&order=oldest", api.Filter(words="bridge", order="oldest")),
        ("outlet=bna", api.Filter(outlet="bna")),
        ("language=de", api.Filter(language="de")),
        (
            "kind=csv&since=2031-05-05&until=2031-05-07",
            api.Filter(kind="csv", since="2031-05-05", until="2031-05-07"),
        ),
        ("document=wire-items", api.Filter(document="wire-items")),
    ]:
        expected = [export.document_line(one) for one in api.documents(record, filter)]
        found = client.get(f"/documents?{query}&format=json").json()
        assert expected
        assert (found["documents"], found["total"]) == (expected, len(expected))
        page = client.get(f"/documents?{query}").text
        assert all(f'href="/document/{one["id"]}"' in page for one in expected)
    assert "No documents" in client.get("/documents?outlet=nobody").text


def test_every_document_is_on_one_page(tmp_path: Path) -> None:
    """Following "Next" shows each document once; what could not be read is told with its reason."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(120):
        (folder / f"note-{number}.txt").write_text(f"Note {number}\n\nNothing was said on day {number}.\n")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    record = tmp_path / "many.onrecord"
    api.add(record, [str(folder)], Settings(record=str(record), workers=1, reader="rules"))
    client = TestClient(show.application(record), base_url="http://127.0.0.1:8420")
    address, seen = "/documents", []
    while address:
        found = client.get(address, headers={"Accept": "application/json"}).json()
        seen += [one["id"] for one in found["documents"]]
        assert found["total"] == 120
        address = found["next"]
    assert len(seen) == len(set(seen)) == 120
    assert "1 source could not be read" in client.get("/documents").text
    failed = client.get("/documents/failed?format=json").json()["failures"]
    assert [Path(one["path"]).name for one in failed] == ["broken.pdf"]
    assert failed[0]["reason"] in client.get("/documents/failed").text
    assert failed[0]["reason"] in client.get("/about").text


def test_is_read_on_a_phone(page: Page, served: Served) -> None:
    """At 390 pixels nothing scrolls sideways, and axe finds nothing serious."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{served.address}/documents")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert page.get_by_role("row").count() > 10
    page.set_viewport_size({"width": 1280, "height": 900})
    assert_accessible(page)
