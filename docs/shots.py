"""Makes the pictures of the page that the README shows, from `examples/` alone; run by hand, never by a test.

    python docs/shots.py [FOLDER]

FOLDER is docs/pictures by default. It needs Chromium (`make browser`).
"""

from __future__ import annotations

import json
import socket
import sys
import tempfile
import threading
import urllib.request
from pathlib import Path

import uvicorn
from playwright.sync_api import sync_playwright

from onrecord import api, show
from onrecord.settings import Settings

ROOT = Path(__file__).parent.parent
WIDE, TALL = 1280, 860
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def main(folder: Path) -> None:
    """Add the examples, serve them, and take one picture of each page that the README names."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, socket.socket() as listening:
        record = Path(scratch) / "press.onrecord"
        api.add(record, [str(ROOT / "examples" / "press")], Settings(record=str(record), workers=1))
        listening.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        server = uvicorn.Server(
            uvicorn.Config(show.application(record, "editor"), log_level="warning", ws="none")
        )
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        while not server.started:
            thread.join(0.05)
        take(address, folder)
        server.should_exit = True
        thread.join(10)


def take(address: str, folder: Path) -> None:
    """The pictures, each of one page."""
    lenk = first(address, "/?q=strait&speaker=lenk", "statements", lambda one: one["mode"] == "direct")
    traced = first(address, "/traces?q=strait", "families", lambda one: True)
    finding = first(address, "/findings?check=figures", "findings", lambda one: True)
    pages = {
        "search": "/?q=strait",
        "document": f"/document/{lenk['document']['id']}",
        "statement": f"/statement/{lenk['id']}",
        "trace": f"/trace/{traced['id']}",
        "finding": f"/finding/{finding['id']}",
    }
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        tab = browser.new_context(viewport={"width": WIDE, "height": TALL}).new_page()
        for name, path in pages.items():
            tab.goto(address + path)
            tab.wait_for_load_state("networkidle")
            tab.screenshot(path=str(folder / f"{name}.png"))
        browser.close()


def first(address: str, path: str, kind: str, wanted) -> dict:  # type: ignore[no-untyped-def, type-arg]
    """The first thing of a list that is wanted, else the first."""
    asked = urllib.request.Request(address + path, headers={"Accept": "application/json"})
    with urllib.request.urlopen(asked) as answer:
        found = json.load(answer)[kind]
    return next((one for one in found if wanted(one)), found[0])


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures")
