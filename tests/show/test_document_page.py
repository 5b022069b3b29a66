"""Protects the page of a document: its text is the stored one, and every mark covers exactly its span."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect
from starlette.testclient import TestClient

from onrecord import api, show
from onrecord.model import Passage, Span
from onrecord.settings import Settings
from onrecord.show.markup import Mark, marked, shared
from tests.show.conftest import Served, serving

# Emoji of one and of several code points, Cyrillic, a combining accent, CRLF within and between passages,
# right-to-left letters and an override.
ODD = (
    "ORSK, May 5, 2031\r\n\r\n"
    "“We will open the bridge 🌉 in spring,” Minister Dora Salm said on Monday, “and not a day later "
    "👩\u200d🚒.”\r\n\r\n“Мост откроют весной,\r\nа не летом 🚢,” Salm told the Orsk Courier. "
    "Engineer Odo Lenk said that the cafe\u0301 on the pier would stay.\r\n\r\n"
    "“\u202eThe ferrymen\u202c were never asked,” Anna Velin said. “גשר الجسر,” she added.\r\n"
)
MARKS = """(id) => [...document.querySelectorAll(`.text mark[data-of~="${id}"]`)]
    .filter((mark) => mark.matches(".m-content, .m-turn")).map((mark) => mark.textContent).join("")"""
TEXT = '() => [...document.querySelectorAll(".text")].map((one) => one.textContent).join("")'


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of one text with characters that count differently everywhere, and of a transcript."""
    folder = tmp_path_factory.mktemp("odd")
    (folder / "odd.txt").write_bytes(ODD.encode())
    said = "🚢 of the harbour. The mayor said that berth {} was closed."
    turns = "\n\n".join(f"{'MS. VELIN' if n % 2 else 'Q'}:  Turn {n} {said.format(n)}" for n in range(60))
    (folder / "turns.txt").write_text(f"Briefing of May 6, 2031\n\n{turns}\n")
    record = folder / "odd.onrecord"
    api.add(record, [str(folder)], Settings(record=str(record), workers=1, reader="rules"))
    return record


@pytest.fixture
def served(odd: Path) -> Iterator[Served]:
    """The pages of the odd record, which no test here writes to."""
    yield from serving(odd)


@pytest.fixture(scope="module")
def client(odd: Path) -> TestClient:
    return TestClient(show.application(odd), base_url="http://127.0.0.1:8420")


def _document(record: Path, name: str) -> str:
    return next(one.document.id for one in api.documents(record) if one.document.path.endswith(name))


def test_marks_and_text_are_the_stored_ones(page: Page, served: Served, odd: Path) -> None:
    """In a browser, the text is the stored text and the marks of each statement hold its words, no more."""
    id = _document(odd, "odd.txt")
    page.goto(f"{served.address}/document/{id}")
    assert page.evaluate(TEXT) == ODD
    told = list(api.told(odd, api.Filter(document=id)))
    assert len(told) >= 5
    for one in told:
        words = "".join(span.of(one.document.text) for span in one.statement.content)
        assert page.evaluate(MARKS, one.statement.id) == words


def test_copied_text_is_the_stored_text(chromium: Browser, served: Served, odd: Path) -> None:
    """Selecting from the second passage to the last copies what is stored between, margins left out."""
    window = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = window.new_page()
    page.goto(f"{served.address}/document/{_document(odd, 'odd.txt')}")
    page.evaluate(
        """() => {
        const texts = [...document.querySelectorAll(".text")];
        const range = document.createRange();
        range.setStart(texts[1], 0);
        range.setEndAfter(texts.at(-1).lastChild);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
    }"""
    )
    page.keyboard.press("Control+c")
    copied = page.evaluate("navigator.clipboard.readText()")
    window.close()
    assert copied == ODD[ODD.index("\r\n\r\n“We") :]


def test_margin_words_and_address_belong_together(page: Page, served: Served, odd: Path) -> None:
    """A line of the margin lights its words, the words their line; an address with #s-ID shows the words."""
    id = _document(odd, "turns.txt")
    told = [one for one in api.told(odd, api.Filter(document=id)) if one.statement.mode == "indirect"]
    last = told[-1].statement.id
    page.goto(f"{served.address}/document/{id}#s-{last}")
    page.locator(f"#m-{last}:focus").wait_for()
    expect(page.locator(f'mark.m-content[data-of~="{last}"].on')).to_be_in_viewport(ratio=1)
    first = told[0].statement.id
    page.locator(f"#m-{first}").hover()
    assert page.locator(f'mark.m-content[data-of~="{first}"].on').count() == 1
    assert page.locator(f"#m-{last}.on").count() == 0
    page.locator(f'mark.m-content[data-of~="{told[1].statement.id}"]').first.hover()
    assert page.locator(f"#m-{told[1].statement.id}.on").count() == 1
    page.locator(f"#m-{first}").focus()
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.dataset.id") not in (first, None)


def test_without_scripts_everything_is_there(client: TestClient, odd: Path) -> None:
    """The head says what is known and unknown; each statement has an anchor, a line and a link."""
    id = _document(odd, "turns.txt")
    html = client.get(f"/document/{id}").text
    data = client.get(f"/document/{id}", params={"format": "json"}).json()
    assert data["document"]["id"] == id
    assert data["text"].startswith("Briefing of May 6, 2031")
    assert data["document"]["published_inferred"]["edtf"] in html or "probably published" in html
    for line in data["statements"]:
        assert f'id="s-{line["id"]}"' in html
        assert f'href="/statement/{line["id"]}"' in html
        assert "".join(data["text"][a:b] for a, b in line["content"]) == line["text"].replace(" … ", "")
    assert html.count('class="at"') == len(data["statements"])
    assert "going on" not in html
    assert client.get("/document/nothing-here").status_code == 404


def test_the_source_is_shown_as_it_was_saved(client: TestClient, odd: Path) -> None:
    """A text comes back byte for byte, sandboxed, and can be saved."""
    answer = client.get(f"/document/{_document(odd, 'odd.txt')}/source")
    assert answer.content == ODD.encode()
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert "sandbox" in answer.headers["content-security-policy"]
    saved = client.get(f"/document/{_document(odd, 'odd.txt')}/source", params={"as": "file"})
    assert saved.headers["content-disposition"].startswith("attachment")


spans = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda ends: Span(min(ends), max(ends)))
texts = st.text(st.sampled_from("ab <&\"'>\r\n\0é\u0301🚢\u202eж\ud800\udc00"), min_size=40, max_size=40)


kinds = st.sampled_from(["content", "cue"])


# Only time would fail it: a machine that does other things draws slowly.
patient = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


@patient
@given(texts, st.lists(st.tuples(spans, kinds, st.sampled_from(["x", "y", ""])), max_size=8))
def test_marks_overlap_in_any_way(text: str, wanted: list[tuple[Span, str, str]]) -> None:
    """Whatever overlaps, the text stays whole and each mark covers its span: read back as a browser does."""
    parser = _Runs()
    parser.feed(marked(text, Span(0, 40), [Mark(*one) for one in wanted]))
    parser.close()
    kept = "".join("\ufffd" if c in "\0\ud800\udc00" else c for c in text)
    assert "".join(words for words, _ in parser.runs) == kept
    place, covered = 0, dict[str, set[int]]()
    for words, marks in parser.runs:
        for of in marks:
            covered.setdefault(of, set()).update(range(place, place + len(words)))
        place += len(words)
    for of in ("x", "y"):
        expected = {at for span, _, own in wanted if own == of for at in range(*span)}
        assert covered.get(of, set()) == expected


class _Runs(HTMLParser):
    """The text of a fragment in pieces, each with the ids of the mark that holds it."""

    def __init__(self) -> None:
        super().__init__()
        self.runs: list[tuple[str, list[str]]] = []
        self._of: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag == "mark"
        self._of = (dict(attrs).get("data-of") or "").split()

    def handle_endtag(self, tag: str) -> None:
        self._of = []

    def handle_data(self, data: str) -> None:
        self.runs.append((data, self._of))


@patient
@given(st.lists(st.integers(0, 60), unique=True, max_size=12), st.lists(spans, max_size=8))
def test_marks_are_shared_out_to_their_passages(ends: list[int], wanted: list[Span]) -> None:
    """Each passage gets the marks that meet it, and no others."""
    edges = sorted(ends)
    passages = [Passage("d", n, Span(*ends), "paragraph") for n, ends in enumerate(pairwise(edges))]
    marks = [Mark(span, "content", str(n)) for n, span in enumerate(wanted) if span.start < span.end]
    for passage, found in zip(passages, shared(passages, marks), strict=True):
        start, end = passage.span
        assert {m.of for m in found} == {m.of for m in marks if m.span.start < end and start < m.span.end}
