"""Protects the page that verifies: plain answers, both wordings with what differs, files not kept."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from starlette.testclient import TestClient

from onrecord import api, show
from tests.show.conftest import Served, assert_accessible

WORDS = "The table is long enough for everybody who lives on this river, and it will be laid on Thursday"


@pytest.fixture
def client(record: Path) -> TestClient:
    return TestClient(show.application(record, "tester"), base_url="http://127.0.0.1:8420")


def _token(client: TestClient) -> str:
    found = re.search(r'name="token" content="([^"]+)"', client.get("/verify").text)
    assert found
    return found[1]


def test_answers_a_quotation_at_its_own_address(client: TestClient) -> None:
    """As given, nearly, or not in this record; what the given wording changed is marked on both sides."""
    found = client.get("/verify", params={"q": WORDS})
    assert "as given" in found.text
    near = client.get(
        "/verify", params={"q": WORDS.replace("Thursday", "Friday").replace("everybody", "all")}
    )
    assert re.search(r'<mark class="m-changed"[^>]*>Friday</mark>', near.text)
    assert re.search(r'<mark class="m-changed"[^>]*>Thursday</mark>', near.text)
    nothing = client.get(
        "/verify", params={"q": "Bananas are sold by weight on the moon since yesterday morning"}
    )
    assert "not in this record" in nothing.text
    data = client.get("/verify", params={"q": WORDS, "format": "json"}).json()
    assert data["verified"][0]["answer"] == "as given"
    assert data["verified"][0]["places"][0]["statement"]


def test_a_file_is_checked_and_not_kept(
    client: TestClient, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each quotation of a file is answered; afterwards neither the record nor the disk has anything of it."""
    left: list[Path] = []
    made = tempfile.mkdtemp
    monkeypatch.setattr(
        tempfile, "mkdtemp", lambda *a, **k: (left.append(Path(made(*a, **k))), str(left[-1]))[1]
    )
    before = api.counts(record)
    text = (
        f"A column.\n\nThe spokesman said: “{WORDS}.” Somebody said: “No ferry ever sank in these waters.”\n"
    )
    sent = {"file": ("<b>column</b>.txt", text.encode(), "text/plain")}
    answer = client.post("/verify", data={"token": _token(client)}, files=sent)
    assert answer.status_code == 200
    assert "&lt;b&gt;column&lt;/b&gt;.txt" in answer.text
    assert "1 as given" in answer.text
    assert "1 not in this record" in answer.text
    assert left
    assert not any(folder.exists() for folder in left)
    assert api.counts(record) == before


def test_what_cannot_be_checked_is_said_in_a_sentence(client: TestClient) -> None:
    """A file that cannot be read, no words at all, a form without the page's token."""
    token = _token(client)
    answer = client.post("/verify", data={"token": token}, files={"file": ("a.pdf", b"%PDF-1.4 broken", "x")})
    assert "a.pdf" in answer.text
    assert "onrecord-" not in answer.text
    assert client.post("/verify", data={"token": token, "q": " "}).status_code == 400
    assert client.post("/verify", data={"q": WORDS}).status_code == 403
    assert client.post("/verify", data={"token": token, "q": WORDS}).status_code == 200


def test_long_words_are_sent_and_files_are_dropped(page: Page, served: Served, tmp_path: Path) -> None:
    """In a browser: Enter with Ctrl asks, a long quotation stays out of the address, a file is checked."""
    page.goto(f"{served.address}/verify")
    page.locator("#q").fill(WORDS)
    page.keyboard.press("Control+Enter")
    expect(page.locator(".answer").first).to_have_text("as given")
    assert "?q=" in page.url
    page.locator("#q").fill(f"{WORDS} " * 30)
    page.get_by_role("button", name="Look for it").click()
    expect(page.locator("#answers")).to_be_visible()
    assert "?" not in page.url
    column = tmp_path / "column.txt"
    column.write_text(f"The spokesman said: “{WORDS}.”\n")
    page.locator("#file").set_input_files(column)
    page.get_by_role("button", name="Check the file").click()
    expect(page.locator("#h-answers")).to_contain_text("1 quotation in column.txt")
    assert_accessible(page)
