"""Protects large files of the web: read as they come, gone on with where a connection broke, never mixed."""

from __future__ import annotations

import gzip
import io
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from onrecord import read
from onrecord.model import Failure, Item
from onrecord.settings import Settings

ROWS = b"".join(b'{"id": "%d", "text": "Sentence %d of a long list."}\n' % (n, n) for n in range(60_000))
OPEN = Settings(allow_private=True, fetch_timeout=5, max_document_mb=1)


def table() -> bytes:
    made = io.BytesIO()
    pq.write_table(pa.table({"text": [f"Row {number} of a table." for number in range(30)]}), made)
    return made.getvalue()


class Shelf(BaseHTTPRequestHandler):
    """A server of which some addresses break off, give the whole file only, or change it."""

    asked: list[str]

    def log_message(self, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        path = self.path
        first = path not in self.asked
        type(self).asked.append(path)
        body = {
            "/rows.jsonl.gz": gzip.compress(ROWS, 1),
            "/rows.parquet": table(),
        }.get(path, ROWS)
        if path == "/hop.jsonl":
            self.send_response(302)
            self.send_header("Location", "/rows.jsonl")
            self.end_headers()
            return
        begin = int(re.findall(r"\d+", self.headers.get("Range", "bytes=0-"))[0])
        tag = '"two"' if path == "/changed.jsonl" and not first else '"one"'
        parts = path != "/whole.jsonl" and self.headers.get("If-Range", tag) == tag
        self.send_response(206 if parts else 200)
        self.send_header("ETag", tag)
        self.send_header("Content-Length", str(len(body) - (begin if parts else 0)))
        if parts:
            self.send_header("Content-Range", f"bytes {begin}-{len(body) - 1}/{len(body)}")
        self.end_headers()
        rest = body[begin if parts else 0 :]
        breaks = path in ("/broken.jsonl", "/changed.jsonl", "/whole.jsonl") and first
        self.wfile.write(rest[: len(rest) // 2] if breaks else rest)


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Shelf)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def asked() -> None:
    Shelf.asked = []


def walked(url: str) -> tuple[list[Item], list[Failure]]:
    found = list(read.items([url], OPEN))
    return [one for one in found if isinstance(one, Item)], [one for one in found if isinstance(one, Failure)]


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.jsonl.gz", "broken.jsonl", "hop.jsonl"])
def test_a_table_larger_than_any_document_is_read(site: str, name: str) -> None:
    """Each row once and in order, also where the connection broke off in the middle."""
    items, failures = walked(f"{site}/{name}")
    assert failures == []
    assert [(item.about[-1], item.data) for item in items] == [
        (("row", str(number)), line.rstrip(b"\n")) for number, line in enumerate(ROWS.splitlines(), 1)
    ]
    assert len(Shelf.asked) == (1 if name.startswith("rows") else 2)
    assert items[0].source == f"{site}/{name.replace('hop', 'rows')}"


def test_a_table_is_read_from_its_end(site: str) -> None:
    items, failures = walked(f"{site}/rows.parquet")
    assert (len(items), failures) == (30, [])
    assert b"Row 29 of a table." in (items[-1].data or b"")


@pytest.mark.parametrize("name", ["changed.jsonl", "whole.jsonl"])
def test_two_versions_are_never_mixed(site: str, name: str) -> None:
    """Where a server gives no parts, or another file by now, what came stays, and the break is told."""
    items, [failure] = walked(f"{site}/{name}")
    assert 0 < len(items) < 60_000
    assert failure.source.endswith(name)


def test_private_networks_are_refused(site: str) -> None:
    [failure] = read.items([f"{site}/rows.jsonl"], Settings())
    assert isinstance(failure, Failure)
    assert "private" in failure.reason
    assert Shelf.asked == []
