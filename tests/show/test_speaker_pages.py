"""Protects the pages of speakers: what they list; who is who is decided, seen before, and undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page
from starlette.testclient import TestClient

from onrecord import api, export, show
from tests.show.conftest import Served, assert_accessible


@pytest.fixture
def client(record: Path) -> TestClient:
    return TestClient(show.application(record, "Bo"), base_url="http://127.0.0.1:8420")


def called(record: Path, name: str) -> str:
    """The id of the speaker who is called so."""
    [found] = [row.entity.id for row in api.speakers(record) if row.entity.name == name]
    return found


def send(client: TestClient, path: str, **fields: str) -> dict:
    """What an action answers."""
    token = client.get("/speakers").text.partition('name="token" content="')[2].partition('"')[0]
    answer = client.post(path, data={"token": token, **fields}, headers={"Accept": "application/json"})
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_lists_what_the_record_lists(client: TestClient, record: Path) -> None:
    """The same speakers in the same order as the list, by name and by office, page by page."""
    for words in (None, "lenk", "minister", "v*"):
        expected = [export.speaker_line(row) for row in api.speakers(record, words)]
        assert expected
        found = client.get("/speakers", params={"format": "json", **({"q": words} if words else {})}).json()
        assert (found["speakers"], found["total"]) == (expected[:50], len(expected))
    seen, address = [], "/speakers?size=7"
    while address:
        found = client.get(address, headers={"Accept": "application/json"}).json()
        seen += [one["entity"] for one in found["speakers"]]
        address = found["next"]
    assert seen == [row.entity.id for row in api.speakers(record)]


def test_shows_everything_of_a_speaker(client: TestClient, record: Path) -> None:
    """Statements as the search lists them, spellings, offices, contacts; each name says who decided it."""
    id = called(record, "Marta Velin")
    said = [export.line(told) for told in api.told(record, api.Filter(entity=id))]
    shown = client.get(f"/speaker/{id}?format=json").json()
    assert shown["said"]["statements"] == said
    assert shown["statements"] == len(said)
    assert {one["form"] for one in shown["spellings"]} >= {"Marta Velin", "Martha Vellin"}
    assert sum(count for _, count in shown["months"]) + shown["undated"] <= len(said)
    page = client.get(f"/speaker/{id}").text
    assert all(f'id="s-{one["id"]}"' in page for one in said)
    assert "harbour commissioner" in page.lower()
    assert f"/?entity={id}" in page  # bars and counts lead to the search
    finding = next(api.findings(record, api.FindingFilter(entity=id)))
    assert f"/finding/{finding.finding.id}" in page


def test_two_are_made_one_and_parted_again(page: Page, served: Served) -> None:
    """Found as one types, seen side by side, merged, listed under one name, undone: by keyboard alone."""
    one, [doubt] = called(served.record, "Odo Lenk"), api.doubts(served.record)
    other, _ = doubt.other
    total = sum(1 for _ in api.told(served.record, api.Filter(entity=one)))
    page.goto(f"{served.address}/speaker/{one}")
    page.get_by_role("link", name="Same as another").press("Enter")
    box = page.get_by_role("searchbox")
    box.focus()
    page.keyboard.type("odd")
    page.get_by_role("link", name="Oddo Lenck").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**with={other}")
    assert page.locator(".exhibit h3").all_inner_texts() == ["Odo Lenk", "Oddo Lenck"]
    assert_accessible(page)
    button = page.get_by_role("button", name="They are one")
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/speaker/{one}")
    merged = sum(1 for _ in api.told(served.record, api.Filter(entity=one)))
    assert merged > total
    assert "Oddo Lenck" in page.locator("aside").inner_text()
    decided = next(api.decisions(served.record))
    assert (decided.verb, decided.author) == ("merge", "tester")
    page.locator(".decisions button").first.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert not list(api.decisions(served.record))
    assert sum(1 for _ in api.told(served.record, api.Filter(entity=one))) == total
    assert other in [row.entity.id for row in api.speakers(served.record)]


def test_decides_without_scripts(client: TestClient, record: Path) -> None:
    """Rename, somebody else's spelling, the same and apart are forms; what they do is what they said."""
    id = called(record, "Marta Velin")
    page = client.get(f"/speaker/{id}/other", params={"form": "Martha Vellin"}).text
    assert "never so called again" in page
    new = send(client, f"/speaker/{id}/split", form="Martha Vellin", documents="")["entity"]
    assert called(record, "Martha Vellin") == new
    send(client, f"/speaker/{id}/rename", name="M. Velin")
    assert called(record, "M. Velin") == id
    [first, second] = sorted(api.decisions(record), key=lambda one: one.number)
    assert (first.verb, second.verb, first.author) == ("split", "rename", "Bo")
    shown = client.get(f"/speaker/{id}").text
    assert "rename" in shown
    assert "by <bdi>Bo</bdi>" in shown
    send(client, f"/speaker/{id}/apart", other=new)
    token = client.get("/speakers").text.partition('name="token" content="')[2].partition('"')[0]
    form = {"token": token, "other": new}
    refused = client.post(f"/speaker/{id}/merge", data=form, follow_redirects=False)
    assert refused.status_code == 400
    assert "two by an earlier decision" in refused.text
    assert client.post(f"/speaker/{id}/merge", data={"other": new}).status_code == 403


def test_doubts_are_decided_in_place(page: Page, served: Served) -> None:
    """Both of a pair are shown with why they are doubtful; different settles it and nothing is joined."""
    [doubt] = api.doubts(served.record)
    page.goto(f"{served.address}/speakers")
    page.get_by_role("link", name="1 doubt").click()
    assert doubt.reason in page.locator("main").inner_text()
    assert page.locator(".exhibit").count() == 2
    assert_accessible(page)
    page.get_by_role("button", name="Different").click()
    page.get_by_text("There is nothing to decide").wait_for()
    assert not list(api.doubts(served.record))
    [decided] = api.decisions(served.record)
    assert decided.verb == "apart"


def test_fits_a_phone(page: Page, served: Served) -> None:
    """Nothing scrolls sideways at 390 pixels, and axe finds nothing serious in list and portrait."""
    page.set_viewport_size({"width": 390, "height": 844})
    for path in ("/speakers", f"/speaker/{called(served.record, 'Marta Velin')}"):
        page.goto(served.address + path)
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        assert_accessible(page)


def test_a_public_page_decides_nothing(record: Path) -> None:
    """Who only looks is shown no form that decides, and what is sent is refused."""
    client = TestClient(show.application(record, password="let me in"), base_url="http://127.0.0.1:8420")
    id = called(record, "Marta Velin")
    for path in (
        f"/speaker/{id}",
        "/speakers/doubts",
        f"/speaker/{id}/same?with={called(record, 'Odo Lenk')}",
    ):
        assert 'method="post"' not in client.get(path, auth=("reader", "let me in")).text
    answer = client.post(f"/speaker/{id}/rename", data={"name": "X"}, auth=("reader", "let me in"))
    assert answer.status_code in (403, 404, 405)
    assert called(record, "Marta Velin") == id
