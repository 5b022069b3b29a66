"""Protects that a saved file holds exactly what the list shows, all pages of it, in its order."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page
from starlette.testclient import TestClient

from onrecord import api, export, show
from tests.show.conftest import Served


@pytest.fixture
def client(record: Path) -> TestClient:
    return TestClient(show.application(record), base_url="http://127.0.0.1:8420")


def test_a_file_holds_the_view(client: TestClient, record: Path) -> None:
    """Filter and order count, the page does not; rows are the list's, in text and in a workbook."""
    filter = api.Filter(words="bridge", order="oldest", reviewed="no")
    expected = [one.statement.id for one in api.told(record, filter)]
    query = "q=bridge&order=oldest&reviewed=no&page=2"
    listed = client.get("/?q=bridge&order=oldest&reviewed=no&format=json").json()["statements"]
    assert [one["id"] for one in listed] == expected
    lines = client.get(f"/export/jsonl?what=statements&{query}").text.splitlines()
    assert [json.loads(line) for line in lines] == listed
    rows = csv.DictReader(io.StringIO(client.get(f"/export/csv?what=statements&{query}").text))
    assert [row["id"] for row in rows] == expected
    sheet = load_workbook(io.BytesIO(client.get(f"/export/xlsx?{query}").content))["statements"]
    assert len(list(sheet.rows)) == len(expected) + 1


def test_every_format_that_is_offered_can_be_saved(client: TestClient) -> None:
    """Each link of the menu gives a file with a name that says record, what, and day."""
    text = client.get("/?q=ferry").text
    for format in export.formats("statements"):
        assert f"/export/{format.name}?q=ferry&amp;what=statements" in text
        answer = client.get(f"/export/{format.name}?q=ferry&what=statements")
        assert answer.status_code == 200, format.name
        assert answer.content, format.name
        name = answer.headers["content-disposition"]
        assert "press-statements-20" in name
        assert f".{format.suffix}" in name


def test_other_lists_can_be_saved_too(client: TestClient, record: Path) -> None:
    """Documents, findings and speakers by the names of their own filters."""
    saved = client.get("/export/jsonl?what=documents&outlet=BNA").text.splitlines()
    assert len(saved) == len(list(api.documents(record, api.Filter(outlet="BNA")))) > 0
    saved = client.get("/export/jsonl?what=speakers&q=velin").text.splitlines()
    assert len(saved) == len(list(api.speakers(record, "velin"))) > 0
    saved = client.get("/export/jsonl?what=findings&at_least=0.5").text.splitlines()
    assert len(saved) == len(list(api.findings(record, api.FindingFilter(at_least=0.5))))


def test_what_cannot_be_saved_is_a_sentence(client: TestClient) -> None:
    """An unknown format, list or value is refused before a file begins."""
    for path in (
        "/export/zip",
        "/export/csv?what=secrets",
        "/export/tei?what=findings",
        "/export/csv?since=soon",
        "/export/csv?what=findings&at_least=much",
    ):
        answer = client.get(path)
        assert answer.status_code in (400, 404), path
        assert "content-disposition" not in answer.headers


def test_saving_from_the_menu(page: Page, served: Served) -> None:
    """A click saves the filtered view under a speaking name."""
    page.goto(f"{served.address}/?q=ferry")
    page.click("summary:has-text('Save as')")
    with page.expect_download() as saved:
        page.click(".save a:has-text('jsonl')")
    assert saved.value.suggested_filename.startswith("press-statements-")
    text = Path(saved.value.path()).read_text("utf-8")
    assert len(text.splitlines()) == page.locator(".line").count() > 0
    assert page.errors == []
