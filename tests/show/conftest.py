"""A record of invented texts, its page served on this machine, and a browser that may go nowhere else."""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from onrecord import api, show
from onrecord.settings import Settings

ROOT = Path(__file__).parent.parent.parent


class Served:
    """A page that is served: its address, its record, and every address that the browser asked for."""

    def __init__(self, address: str, record: Path) -> None:
        self.address = address
        self.record = record
        self.asked: list[str] = []


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of the examples; copied for each test that may write."""
    record = tmp_path_factory.mktemp("pattern") / "examples.onrecord"
    api.add(record, [str(ROOT / "examples" / "press")], Settings(record=str(record), workers=1))
    return record


@pytest.fixture
def record(pattern: Path, tmp_path: Path) -> Path:
    """A record of the examples that the test may write."""
    mine = tmp_path / "press.onrecord"
    shutil.copy(pattern, mine)
    return mine


@pytest.fixture
def served(record: Path) -> Iterator[Served]:
    """The page of a record of the examples."""
    yield from serving(record)


def serving(record: Path, password: str | None = None) -> Iterator[Served]:
    """Serve a record in a thread until the test ends."""
    with socket.socket(proto=socket.IPPROTO_TCP) as listening:
        listening.bind(("127.0.0.1", 0))
        app = show.application(record, "tester", password)
        server = uvicorn.Server(
            uvicorn.Config(app, log_level="warning", ws="none", timeout_graceful_shutdown=1)
        )
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        while not server.started:
            thread.join(0.01)
            assert thread.is_alive()
        yield Served(f"http://127.0.0.1:{listening.getsockname()[1]}", record)
        server.should_exit = True
        thread.join(10)


@pytest.fixture
def context(chromium: Browser, served: Served) -> Iterator[BrowserContext]:
    """A browser window that notes every request; one that leaves the machine fails the test."""
    window = chromium.new_context(viewport={"width": 1280, "height": 900})
    window.on("request", lambda request: served.asked.append(request.url))
    yield window
    window.close()
    away = [url for url in served.asked if not url.startswith((served.address, "data:", "blob:"))]
    assert not away, f"the page asked for {away}"


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """An empty tab; a script error fails the test."""
    tab = context.new_page()
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
    tab.errors = errors  # type: ignore[attr-defined]
    return tab


def assert_accessible(page: Page) -> None:
    """Fail where axe finds something serious in the page as it stands, in the light theme or the dark one."""
    for theme in ("light", "dark"):
        page.evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme)
        found = Axe().run(page).response["violations"]
        serious = [
            (one["id"], theme, [node["target"] for node in one["nodes"]][:3], one["help"])
            for one in found
            if one["impact"] in ("serious", "critical")
        ]
        assert not serious, serious


MIXED = """VELIN, 9 May 2031 — The harbour office spoke on Friday 😀.

“The bridge 😀 — Мост — is closed, café and all 👩‍🚀,” said Ada Renholm, head of the harbour office. \
“Nobody may cross it before October.”

Odo Lenk told reporters that the bridge had been safe until March.
"""


@pytest.fixture(scope="session")
def mixed_pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of one text with emoji, Cyrillic and accents, where code points and UTF-16 differ."""
    folder = tmp_path_factory.mktemp("mixed")
    (folder / "harbour.txt").write_text(MIXED, encoding="utf-8")
    record = folder / "mixed.onrecord"
    api.add(record, [str(folder / "harbour.txt")], Settings(record=str(record), workers=1))
    return record
