"""Protects the history: every decision of every kind, by whom and when, and that it is undone from there."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from starlette.testclient import TestClient

from onrecord import api, show
from tests.show.conftest import Served


@pytest.fixture
def client(record: Path) -> TestClient:
    return TestClient(show.application(record, "Ada"), base_url="http://127.0.0.1:8420")


def decide(record: Path) -> tuple[str, str, str]:
    """Some decisions by two persons: about a statement, a finding and a speaker."""
    statement = next(iter(api.told(record))).statement.id
    finding = next(iter(api.findings(record))).finding.id
    speaker = next(iter(api.speakers(record))).entity.id
    api.accept(record, statement, "Ada")
    api.reject(record, statement, "Ben", "said <i>elsewhere</i>")
    api.accept(record, finding, "Ada")
    api.rename(record, speaker, "Someone Else", "Ben")
    return statement, finding, speaker


def test_lists_every_decision(client: TestClient, record: Path) -> None:
    """The latest first, with what holds, as page and as JSON; by person and by kind."""
    statement, finding, speaker = decide(record)
    found = client.get("/history?format=json").json()["decisions"]
    assert {(one["ref"], one["id"], one["author"]) for one in found} == {
        ("s1", statement, "Ada"),
        ("s2", statement, "Ben"),
        ("f1", finding, "Ada"),
        ("p1", speaker, "Ben"),
    }
    assert {one["ref"] for one in found if not one["holds"]} == {"s1"}
    times = [one["made"] for one in found]
    assert times == sorted(times, reverse=True)
    for query, refs in [
        ("author=Ben", {"s2", "p1"}),
        ("kind=finding", {"f1"}),
        (f"of={statement}", {"s1", "s2"}),
        ("kind=statement&author=Ada", {"s1"}),
    ]:
        some = client.get(f"/history?{query}&format=json").json()["decisions"]
        assert {one["ref"] for one in some} == refs
    text = client.get("/history").text
    for address in (f"/statement/{statement}", f"/finding/{finding}", f"/speaker/{speaker}"):
        assert f'href="{address}"' in text
    assert "<i>elsewhere" not in text
    assert "/export/jsonl?what=corrections" in text
    assert len(client.get("/export/jsonl?what=corrections").text.splitlines()) == 1
    assert "said &lt;i&gt;elsewhere" in text
    assert client.get("/history?kind=nothing").status_code == 404
    assert "Nothing like that" in client.get("/history?author=nobody").text


def test_undoes_from_the_list(page: Page, served: Served) -> None:
    """By a form that works without scripts too; what stood before holds again, and both stay listed."""
    decide(served.record)
    page.goto(f"{served.address}/history")
    row = page.locator("tr", has_text="elsewhere")
    row.get_by_role("button", name="Undo").click()
    expect(row).to_contain_text("undone")
    assert page.url.endswith("/history")
    listed = next(iter(api.told(served.record, api.Filter(reviewed="any"))))
    assert (listed.review.verdict, listed.review.author) == ("accepted", "Ada")
    page.locator("tr", has_text="Someone Else").get_by_role("button", name="Undo").click()
    expect(page.locator("tr", has_text="Someone Else")).to_contain_text("undone")
    assert page.errors == []


def test_nothing_was_decided_yet(client: TestClient) -> None:
    """It says what to do."""
    assert "Nobody has decided anything yet" in client.get("/history").text
