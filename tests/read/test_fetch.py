"""An address is fetched once, within time and size, and from no private network unless that is allowed."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from onrecord.read import fetch
from onrecord.settings import Settings

PAGE = (
    b'<html lang="en"><head><title>Quay</title></head><body><h1>Quay to close</h1>'
    b"<p>The quay will close in spring, the harbour office said on Monday.</p></body></html>"
)


class Handler(BaseHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        pass

    def answer(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        if path == "/page":
            self.answer(PAGE, Content_Type="text/html; charset=utf-8")
        elif path == "/latin":
            self.answer("Señor Peña habló: «sí».".encode("cp1252"), Content_Type="text/plain; charset=cp1252")
        elif path == "/packed":
            self.answer(gzip.compress(PAGE), Content_Type="text/html", Content_Encoding="gzip")
        elif path == "/bomb":
            self.answer(gzip.compress(bytes(8 << 20)), Content_Type="text/html", Content_Encoding="gzip")
        elif path == "/rows.jsonl":
            self.answer(b'{"text": "One."}\n{"text": "Two."}\n', Content_Type="application/octet-stream")
        elif path == "/hop":
            self.answer(b"", 302, Location="/page")
        elif path == "/loop":
            self.answer(b"", 301, Location="/loop")
        elif path == "/away":
            self.answer(b"", 302, Location="file:///etc/passwd")
        elif path == "/huge":
            self.answer(b"x" * (3 << 20), Content_Type="text/plain")
        elif path == "/short":
            self.answer(b"only so much", Content_Type="text/plain", Content_Length="5000")
        elif path == "/drip":
            self.send_response(200)
            self.end_headers()
            for _ in range(100):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.1)
        else:
            self.answer(b"no", 404)


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


OPEN = Settings(allow_private=True, fetch_timeout=5, max_document_mb=2)


def test_a_page(site: str, everything) -> None:
    readings, failures = everything(f"{site}/page#part", given=OPEN)
    assert not failures
    document = readings[0].document
    assert document.path == f"{site}/page#part"
    assert document.source == f"{site}/page"
    assert document.kind == "html"
    assert document.fetched is not None
    assert readings[0].raw == PAGE


def test_charset_packing_rows_and_redirects(site: str, everything) -> None:
    readings, failures = everything(
        f"{site}/latin", f"{site}/packed", f"{site}/rows.jsonl", f"{site}/hop", given=OPEN
    )
    assert not failures
    assert readings[0].document.text == "Señor Peña habló: «sí»."
    assert readings[1].raw == PAGE
    assert [r.document.text for r in readings[2:4]] == ["One.", "Two."]
    assert readings[4].document.source == f"{site}/page"


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/none", "answered 404"),
        ("/loop", "redirects more than"),
        ("/away", "no web address"),
        ("/huge", "more than 2 MiB"),
        ("/bomb", "more than 2 MiB"),
        ("/short", "broke off"),
    ],
)
def test_what_goes_wrong_is_one_failure(site: str, everything, path: str, told: str) -> None:
    readings, failures = everything(site + path, given=OPEN)
    assert not readings
    assert len(failures) == 1
    assert told in failures[0].reason
    assert failures[0].remedy


def test_a_server_that_drips_is_left(site: str, everything) -> None:
    _, failures = everything(f"{site}/drip", given=OPEN.changed({"fetch_timeout": 0.5}))
    assert "within 0.5 seconds" in failures[0].reason


def test_private_networks_are_refused(site: str, everything) -> None:
    readings, failures = everything(f"{site}/page")
    assert not readings
    assert "private network" in failures[0].reason
    assert "allow_private" in failures[0].remedy


def test_a_redirect_is_checked_like_the_address_itself(
    site: str, everything, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The first hop is let through; the second names the same private host by another name.
    asked: list[str] = []

    def public(address: str) -> bool:
        asked.append(address)
        return len(asked) == 1

    monkeypatch.setattr(fetch, "_public", public)
    _, failures = everything(f"{site}/hop")
    assert len(asked) == 2
    assert "private network" in failures[0].reason


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.1",
        "172.16.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "198.18.0.1",
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not fetch._public(address)


def test_addresses_that_are_public() -> None:
    assert fetch._public("93.184.216.34")
    assert fetch._public("2606:2800:220:1:248:1893:25c8:1946")


@pytest.mark.parametrize(
    "url", ["http://", "https://:80/", "http://[::1", "http://a b/", "http://host:99999/"]
)
def test_addresses_that_are_none(everything, url: str) -> None:
    readings, failures = everything(url)
    assert not readings
    assert len(failures) == 1


def test_an_unreachable_host(everything) -> None:
    _, failures = everything("http://127.0.0.1:9/", given=OPEN)
    assert "cannot be fetched" in failures[0].reason
