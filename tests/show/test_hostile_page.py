"""Protects the reader: whatever a document holds, nothing of it runs, loads or leads away; all is text."""

from __future__ import annotations

import json
import select
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page
from starlette.testclient import TestClient

from onrecord import api, show
from onrecord.settings import Settings
from onrecord.show import addresses as addresses_of
from tests.show.conftest import Served, serving

RUN = "window.canary=1;fetch('http://canary.example/')"
NASTY = f'<img src=x onerror="{RUN}"><svg onload="{RUN}"></svg>'
NAME = f"Odo <b onclick={RUN}>Lenk</b>"
TEXT = (
    f"ORSK, May 5, 2031\n\n“We will <script>{RUN}</script> not close the old bridge before winter comes,” "
    f"Minister {NAME} said on Monday. {{{{7*7}}}} {{% raw %}} ${{7*7}} <%= 7*7 %>\n\n"
    "“</mark></p></section><script>window.canary=2</script> the ferrymen were never asked about it,” Dora "
    "Salm told the Orsk <iframe src=http://canary.example> Courier.\n\n"
    "Q: <base href=http://canary.example/><meta http-equiv=refresh content='0;url=http://canary.example/'>?"
    "\n\n"
    "DORA SALM: \u202eNine people\u202c are missing &lt;b&gt; &#60;i&#62; \x0b\x1b[31m <style>*{display:none}"
    "</style> <form action=http://canary.example><button>Go</button></form> <a href=javascript:canary=3>x</a>"
    "\n"
)
PAGE = f"""<!doctype html><html><head><title>{NASTY} The page</title><base href="http://canary.example/">
<meta http-equiv="refresh" content="0; url=http://canary.example/refresh"><link rel="preconnect"
href="http://canary.example"><link rel=stylesheet href="http://canary.example/a.css"><link rel=prefetch
href=http://canary.example/p><script src="http://canary.example/a.js"></script><script>{RUN}</script>
<style>@import url(http://canary.example/b.css); p {{ background: url(http://canary.example/c.png) }}</style>
</head><body onload="{RUN}"><article><h1>The bridge</h1><img src="http://canary.example/i.png">
<svg><script>{RUN}</script><image href="http://canary.example/s.png"/></svg><iframe src="javascript:{RUN}">
</iframe><object data="http://canary.example/o"></object><p>“The old bridge on the river will stay open until
the last ferry has left the pier,” harbour master <b onmouseover="{RUN}">Anna Velin</b> said on Monday at the
town hall of Orsk, where she met the ferrymen and everybody who wanted to hear it.</p><p>The town has argued
about the bridge for years; it was built by the grandfathers of those who now want to close it for good.</p>
<video src="http://canary.example/v.mp4" autoplay></video><form action="http://canary.example/"><input
autofocus onfocus="{RUN}"></form></article></body></html>"""
ROWS = [
    {"id": "a/../b?c#d&<i>", "title": NASTY, "outlet": NASTY, "author": NASTY, "url": f"javascript:{RUN}",
     "text": TEXT},
    {"id": "'\"><script>canary=4</script>", "title": "{{7*7}}", "outlet": "</title>",
     "url": "data:text/html,<script>", "language": '"><script>',
     "text": TEXT.replace("Monday", "Tuesday") + "\n\n“The toll stays,” she said."},
    {"id": "\ud800x", "title": "\ud83d lone \0 null", "url": "https://user@canary.example:99/\u202ecod.exe?<b>",
     "published": "2031-05-06", "text": TEXT.replace("winter", "summer") + "\0 \ud800 end."},
]  # fmt: skip
# What would be there if anything of a document had become part of the page.
INTRUDERS = """() => [...document.querySelectorAll([
    "script:not([src^='/static/']):not([src^='/plot/'])", "base", "iframe", "object", "embed",
    "meta[http-equiv]", "style",
    "link:not([href^='/static/']):not([rel=alternate])", "img:not([src^='/']):not([src^='data:image'])",
    "form[action^='http']", "[srcdoc]", "[ping]", "[style]"].join(", ")),
    ...[...document.querySelectorAll("*")].filter((one) => [...one.attributes].some((attribute) =>
        attribute.name.startsWith("on") || /^\\s*(javascript|data|vbscript):/i.test(attribute.value)
        && ["href", "src", "action", "formaction", "xlink:href"].includes(attribute.name)
        && one.tagName !== "IMG"))].map((one) => one.outerHTML.slice(0, 200))"""


@pytest.fixture(scope="module")
def canary() -> Iterator[socket.socket]:
    """A port on which whatever a saved page asks for would arrive."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, canary: socket.socket) -> Path:
    """A record of documents whose every field is an attack, with notes and names of the same kind."""
    folder = tmp_path_factory.mktemp("hostile")
    odd = folder / "<img src=x onerror=window.canary=5>"
    odd.mkdir()
    (odd / "rows.jsonl").write_text("\n".join(map(json.dumps, ROWS)))
    (odd / "page.html").write_text(PAGE.replace("canary.example", f"127.0.0.1:{canary.getsockname()[1]}"))
    (odd / "broken <script>canary=6.pdf").write_text("no pdf")
    record = folder / "hostile.onrecord"
    api.add(record, [str(odd)], Settings(record=str(record), workers=1, reader="rules"))
    told = list(api.told(record))
    assert len(told) >= 6
    api.note(record, told[0].statement.id, NASTY, f"</span><script>{RUN}</script>")
    api.accept(record, told[1].statement.id, '"><script>canary=7</script>')
    return record


@pytest.fixture
def served(hostile: Path) -> Iterator[Served]:
    """The pages of the hostile record, which no test here writes to."""
    yield from serving(hostile)


@pytest.fixture(scope="module")
def client(hostile: Path) -> TestClient:
    return TestClient(show.application(hostile), base_url="http://127.0.0.1:8420")


def addresses(record: Path) -> list[str]:
    """Every kind of page, with everything hostile that can be asked for."""
    found = ["/", f"/?q={quote(NASTY)}", "/documents", "/failures", "/speakers", "/traces", "/findings"]
    found += [
        "/history",
        "/about",
        "/pictures",
        f"/verify?q={quote(TEXT[30:130])}",
        f"/verify?q={quote(NASTY)}",
    ]
    found += [f"/statement/{quote(NASTY, safe='')}", f"/document/{quote(NASTY, safe='')}"]
    with api.reading(record) as store:
        found += [addresses_of.document(one.document.id) for one in api.documents(store)]
        found += [addresses_of.statement(one.statement.id) for one in list(api.told(store))[:5]]
        found += [addresses_of.speaker(one.entity.id) for one in list(api.speakers(store))[:3]]
        found += [addresses_of.trace(one.family.id) for one in list(api.families(store))[:2]]
        found += [addresses_of.finding(one.finding.id) for one in list(api.findings(store))[:2]]
    return found


def test_nothing_of_a_document_runs_on_any_page(page: Page, served: Served, hostile: Path) -> None:
    """On every page: no script of a document, no element of it, no request elsewhere, no dialog."""
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    for address in addresses(hostile):
        page.goto(served.address + address)
        assert page.evaluate("typeof window.canary") == "undefined", address
        assert page.evaluate(INTRUDERS) == [], address
        assert page.url.startswith(served.address), address
        assert page.locator("main").count() == 1, address
    assert not dialogs
    blocked = [line for line in page.errors if "Content Security" in line]  # type: ignore[attr-defined]
    assert not blocked, "the policy had to stop something that should have been text"


def test_the_text_is_shown_as_text(page: Page, served: Served, hostile: Path) -> None:
    """The whole text of each document stands on its page, tags, braces, entities and controls as they are."""
    for one in api.documents(hostile, text=True):
        page.goto(served.address + addresses_of.document(one.document.id))
        shown = page.evaluate(
            '[...document.querySelectorAll(".text")].map((one) => one.textContent).join("")'
        )
        assert shown == "".join(
            "\ufffd" if c == "\0" or "\ud800" <= c <= "\udfff" else c for c in one.document.text
        )
    assert "{{7*7}} {% raw %} ${7*7} <%= 7*7 %>" in TEXT


def test_a_saved_page_is_dead(
    chromium: Browser, served: Served, hostile: Path, canary: socket.socket
) -> None:
    """As it was saved: no script, no request, not even a connection; its words are there."""
    [saved] = [one.document.id for one in api.documents(hostile) if one.document.path.endswith("page.html")]
    window = chromium.new_context()
    page = window.new_page()
    page.goto(f"{served.address}{addresses_of.source(saved)}")
    page.wait_for_timeout(500)
    # Scripts are off in a sandboxed page; what is evaluated here is the tool's own.
    assert page.evaluate("document.body.innerText").count("The old bridge on the river") == 1
    assert page.locator("script, link, meta, base, iframe, object, form, video").count() == 0
    assert page.evaluate("typeof window.canary") == "undefined"
    assert page.url == f"{served.address}{addresses_of.source(saved)}"
    window.close()
    arrived, _, _ = select.select([canary], [], [], 0)
    assert not arrived, "the saved page asked for something"


def test_addresses_of_documents_are_followed_only_where_that_is_safe(
    client: TestClient, hostile: Path
) -> None:
    """A link outward is http or https, says that it leaves, and tells the other side nothing."""
    for one in api.documents(hostile):
        html = client.get(addresses_of.document(one.document.id)).text
        if (one.document.url or "").startswith("https"):
            assert 'rel="noreferrer noopener"' in html
            assert "leaves this record" in html
        else:
            assert "Original page" not in html


def test_sources_are_sandboxed(client: TestClient, hostile: Path) -> None:
    """Whatever is kept of a source comes with a policy under which nothing runs or loads."""
    for one in api.documents(hostile):
        for query in ("", "?as=file"):
            answer = client.get(addresses_of.source(one.document.id) + query)
            assert answer.status_code == 200
            policy = answer.headers["content-security-policy"]
            assert "sandbox" in policy
            assert "allow-" not in policy
            assert "default-src 'none'" in policy
            assert answer.headers["x-content-type-options"] == "nosniff"
            if query:
                assert answer.headers["content-disposition"].startswith("attachment;")
