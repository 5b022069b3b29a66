"""Protects that everything is done by the keys alone, and only to what can be seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from onrecord import api, export
from onrecord.show import lines
from tests.show.conftest import Served, assert_accessible


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def current(page: Page) -> str:
    return page.evaluate("document.activeElement.dataset.id || ''")


def verdicts(served: Served, words: str) -> list[str | None]:
    every = api.told(served.record, api.Filter(words=words, reviewed="all"))
    return [one.review.verdict if one.review else None for one in every]


def test_from_search_to_accepted_statement_and_file(page: Page, served: Served) -> None:
    """Without a mouse: search, choose, accept, take back, note, reject, open, save."""
    page.goto(served.address)
    press(page, "/")
    page.keyboard.type("ferry")
    press(page, "Enter")
    page.wait_for_url("**q=ferry**")
    ids = [one.statement.id for one in api.told(served.record, api.Filter(words="ferry"))]
    assert len(ids) > 3
    press(page, "ArrowDown")
    assert current(page) == ids[0]
    press(page, "j", "j", "k")
    assert current(page) == ids[1]
    press(page, "a")
    expect(page.locator(".state-accepted")).to_have_count(1)
    assert verdicts(served, "ferry")[1] == "accepted"
    assert current(page) == ids[2]  # the cursor goes on
    press(page, "u")
    expect(page.locator(".state-accepted")).to_have_count(0)
    assert set(verdicts(served, "ferry")) == {None}
    assert current(page) == ids[1]
    press(page, "r")
    expect(page.locator(".state-rejected")).to_have_count(1)
    press(page, "n")
    page.keyboard.type("to be asked")
    press(page, "Tab", "Enter")
    expect(page.locator(".state-noted")).to_have_count(1)
    assert verdicts(served, "ferry")[1:3] == ["rejected", "noted"]
    press(page, "k", "k", "k", "Shift+Tab", "Enter", "Tab")
    with page.expect_download() as saved:
        press(page, "Enter")
    lines = Path(saved.value.path()).read_text("utf-8").splitlines()
    assert len(lines) == len(ids) - 1  # the rejected one is left out
    press(page, "Escape", "Tab", "j", "k")
    assert current(page) == ids[0]
    press(page, "Enter")
    page.wait_for_url(f"**/statement/{ids[0]}")
    assert page.errors == []


def test_words_and_speaker_are_corrected_by_keys(page: Page, served: Served) -> None:
    """In the dialog: words by a cursor of words, ends moved word by word, a speaker chosen while typing."""
    page.goto(f"{served.address}/?q=ferry&has_speaker=yes")
    [told, *_] = api.told(served.record, api.Filter(words="ferry", has_speaker=True))
    press(page, "j", "c")
    expect(page.locator("dialog .passage")).to_be_focused()
    press(page, "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "Tab", "Enter")
    chosen = page.locator("dialog .piece output").first
    expect(chosen).not_to_have_text("")
    words = chosen.text_content() or ""
    assert 1 <= len(words.split()) <= 3
    page.focus("dialog input[name=end]")
    press(page, "ArrowUp")
    assert chosen.text_content() != words
    press(page, "ArrowDown")
    assert chosen.text_content() == words
    page.focus("dialog input[name=name]")
    press(page, "Control+a")
    page.keyboard.type("odo")
    expect(page.locator("dialog [role=option]").first).to_contain_text("Odo Lenk")
    press(page, "ArrowDown", "Enter", "Enter")
    expect(page.locator(".state-corrected")).to_have_count(1)
    with api.reading(served.record) as store:
        now = store.told_of(told.statement.id)
    assert now is not None
    assert [span.of(now.document.text) for span in now.statement.content] == [words]
    assert now.people[now.statement.speaker.span].name == "Odo Lenk"
    assert page.errors == []


def test_only_what_is_visible_is_decided(page: Page, served: Served) -> None:
    """A line that was scrolled away is shown by the first key, and decided by the second."""
    page.goto(f"{served.address}/")
    press(page, "j")
    first = current(page)
    page.evaluate("scrollTo({top: document.body.scrollHeight, behavior: 'instant'})")
    press(page, "a")
    expect(page.locator("#said")).to_contain_text("press again")
    expect(page.locator(f"#s-{first}")).to_be_in_viewport()
    assert page.locator(".state-accepted").count() == 0
    press(page, "a")
    expect(page.locator(".state-accepted")).to_have_count(1)


def test_words_that_are_cut_are_shown_before_they_are_decided(
    page: Page, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody accepts what the list left out: the first key shows all; several at once leave it alone."""
    monkeypatch.setattr(lines, "LONGEST", 200)
    long = next(one for one in api.told(served.record) if sum(b - a for a, b in one.statement.content) > 200)
    page.goto(f"{served.address}/?document={long.document.id}")
    line = page.locator(f"#s-{long.statement.id}")
    expect(line.locator(".more")).to_have_count(1)
    assert page.locator(f".accept-all [value='{long.statement.id}']").count() == 0
    line.focus()
    press(page, "a")
    expect(line.locator(".more")).to_have_count(0)
    assert line.locator(".words").text_content() == export.words(long.document, long.statement)
    assert page.locator(".state-accepted").count() == 0
    press(page, "a")
    expect(line.locator(".state-accepted")).to_have_count(1)
    expect(line.locator(".more")).to_have_count(0)


def test_single_keys_can_be_switched_off(page: Page, served: Served) -> None:
    """Whoever dictates or types in a field decides nothing by accident."""
    page.goto(f"{served.address}/?q=ferry")
    page.focus("#f-speaker")
    press(page, "a", "r")
    assert page.input_value("#f-speaker") == "ar"
    press(page, "Tab", "?")
    page.get_by_label("Single keys work").press("Space")
    page.keyboard.press("Escape")
    press(page, "j", "a")
    page.wait_for_timeout(200)
    assert set(verdicts(served, "ferry")) == {None}


def test_pages_have_no_serious_fault(page: Page, served: Served) -> None:
    """axe, in both themes, on each page that is about deciding."""
    one = next(iter(api.told(served.record))).statement.id
    api.accept(served.record, [one], "Ada", "seen")
    for path in (
        "/?q=ferry",
        "/?q=zebra",
        "/?q=%22",
        "/history",
        f"/review/correct?kind=statement&id={one}&back=/",
        f"/review/note?kind=statement&id={one}&back=/",
        "/suggest/speakers?q=odo",
    ):
        page.goto(served.address + path)
        assert_accessible(page)
