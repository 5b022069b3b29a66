"""Protects what notebooks show: everything the api hands out, escaped, without scripts, and readable."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from onrecord import api
from onrecord.model import Document
from onrecord.settings import Settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HOSTILE = "<img src=x onerror=alert(1)>\"'&\N{RIGHT-TO-LEFT OVERRIDE}Мост \N{GRINNING FACE}"
LONG = "The old stone bridge over the Lenna will not be opened to heavy lorries before next spring comes"
ALLOWED = {
    "div", "p", "b", "bdi", "mark", "code", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
KEPT = {"style", "title"}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Texts that repeat one another and disagree, with markup where names and titles stand."""
    folder = tmp_path_factory.mktemp("notebook")
    title = HOSTILE.replace('"', '\\"')
    head = f'---\ntitle: "{title}"\noutlet: "{title}"\ndate: 2031-05-0'
    for day in (2, 4):
        text = f'{head}{day}\n---\n"{LONG}," Odo Lenk said. {HOSTILE}\n\nFriday, 2 May 2030 was quiet.\n'
        (folder / f"{day}.md").write_text(text, encoding="utf-8")
    path = folder / "r.onrecord"
    api.add(path, [str(folder)], Settings(reader="rules", workers=1))
    return path


class Tags(HTMLParser):
    """Notes what a piece of HTML is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED, tag
        assert {name for name, _ in attrs} <= KEPT
        assert not any("url(" in (value or "") or "expression" in (value or "") for _, value in attrs)
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def everything(record: Path) -> list[Any]:
    """One of each of the things that the api hands out."""
    told = next(api.told(record))
    family = next(api.families(record))
    finding = next(api.findings(record))
    return [
        told,
        told.document,
        api.show(record, told.statement.id),
        api.show(record, told.document.id),
        next(api.documents(record)),
        next(api.speakers(record)),
        family,
        api.show(record, family.family.id),
        finding,
        api.show(record, finding.finding.id),
        api.verify(record, LONG),
    ]


def test_everything_is_shown_and_nothing_runs(record: Path) -> None:
    """Tags are ours alone and close; what the source prints is text, its direction overrides are gone."""
    things = everything(record)
    for thing in things:
        html = thing._repr_html_()
        read = Tags()
        read.feed(html)
        read.close()
        assert not read.open
        assert "\u202e" not in html
        assert "<img" not in html
        assert read.text.strip()
    shown = {type(thing) for thing in things}
    assert {api.Told, api.ShownStatement, api.ShownFamily, api.ShownFinding, api.Verified, Document} <= shown


def test_words_are_marked_in_their_passage(record: Path) -> None:
    """The statement's words, and nobody else's, carry the mark; the speaker has one of its own."""
    told = next(one for one in api.told(record) if one.statement.speaker)
    html = api.show(record, told.statement.id)._repr_html_()  # type: ignore[union-attr]
    [words] = re.findall('title="words"><bdi>([^<]*)</bdi>', html)
    assert LONG in words
    assert "Lenk" not in words
    assert 'title="speaker"><bdi>Odo Lenk</bdi>' in html


def test_lone_surrogates_can_be_encoded() -> None:
    """A notebook is stored as UTF-8: what has none is replaced."""
    from onrecord.api.notebook import safe

    assert safe("a\udcffb\x07").encode("utf-8") == "<bdi>a\ufffdb\ufffd</bdi>".encode()


def test_a_browser_shows_it_as_text(record: Path, tmp_path: Path, chromium: Browser) -> None:
    """In Chromium no element of the source's comes to life."""
    page = tmp_path / "notebook.html"
    body = "".join(thing._repr_html_() for thing in everything(record))
    page.write_text(f"<!doctype html><meta charset=utf-8><body>{body}", encoding="utf-8")
    window = chromium.new_context()
    try:
        tab = window.new_page()
        spoken: list[str] = []
        tab.on("dialog", lambda dialog: (spoken.append(dialog.message), dialog.dismiss()))
        tab.goto(page.as_uri())
        assert tab.evaluate("document.querySelectorAll('img, script, a, iframe, svg').length") == 0
        assert "<img src=x onerror=alert(1)>" in tab.inner_text("body")
        assert not spoken
    finally:
        window.close()
