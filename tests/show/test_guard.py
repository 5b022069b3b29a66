"""Protects who may ask: foreign hosts and origins, missing tokens, wrong passwords are refused."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord import show


@pytest.fixture
def client(record: Path) -> TestClient:
    return TestClient(show.application(record), base_url="http://127.0.0.1:8420")


def test_answers_this_machine_only(client: TestClient) -> None:
    """A foreign name that resolves to this machine gets nothing."""
    assert client.get("/").status_code == 200
    assert client.get("/", headers={"Host": "localhost:8420"}).status_code == 200
    for host in (
        "example.org",
        "127.0.0.1.example.org",
        "",
        "127.0.0.1@example.org",
        "[::",
        "localhost.evil:8420",
    ):
        assert client.get("/", headers={"Host": host}).status_code == 421


def test_refuses_other_sites(client: TestClient) -> None:
    """A page of another site can neither read nor decide."""
    for origin in ("https://example.org", "null", "http://127.0.0.1:8421", "http://127.0.0.1.example.org"):
        assert client.get("/", headers={"Origin": origin}).status_code == 403
    assert client.get("/", headers={"Origin": "http://127.0.0.1:8420"}).status_code == 200
    answer = client.post("/review/accept", headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    assert client.put("/").status_code == 405
    assert "access-control-allow-origin" not in client.get("/").headers


def test_every_answer_is_sealed(client: TestClient) -> None:
    """Nothing may be loaded from elsewhere, framed, sniffed or kept."""
    for path in ("/", "/nowhere", "/static/style.css"):
        headers = client.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"


def test_a_public_page_asks_for_its_password(record: Path) -> None:
    """Without the password nothing is shown; with it nothing is decided."""
    client = TestClient(show.application(record, password="long enough"), base_url="http://archive.example")
    assert client.get("/").status_code == 401
    wrong = {"Authorization": "Basic " + b64encode(b"reader:wrong").decode()}
    assert client.get("/", headers=wrong).status_code == 401
    right = {"Authorization": "Basic " + b64encode(b"reader:long enough").decode()}
    answer = client.get("/", headers=right)
    assert answer.status_code == 200
    assert "read only" in answer.text
    assert client.post("/review/accept", headers=right, data={"ids": "x"}).status_code in (404, 405)


def test_what_is_nowhere_is_said_in_a_sentence(client: TestClient) -> None:
    """An address without a page, and a question that means nothing."""
    answer = client.get("/nowhere")
    assert answer.status_code == 404
    assert "there is no page at this address" in answer.text
    answer = client.get("/nowhere", headers={"Accept": "application/json"})
    assert answer.json()["remedy"] == "go back to the search"
