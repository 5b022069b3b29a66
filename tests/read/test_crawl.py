"""Of a crawl every page, text and PDF is read, with its address and day; a broken one says so."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

PAGE = b"<html><body><p>A page long enough to be read by anyone who cares for it.</p></body></html>"


def record(url: str, body: bytes, media: str = "text/html", status: int = 200, kind="response") -> bytes:
    head = f"HTTP/1.1 {status} X\r\nContent-Type: {media}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    block = head + body if kind == "response" else body
    stated = "application/http; msgtype=response" if kind == "response" else media
    return (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-03-05T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\nContent-Type: {stated}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    ).encode() + block + b"\r\n\r\n"  # fmt: skip


CRAWL = [
    record("https://example.org/a", PAGE),
    record("https://example.org/b", b"A plain text.", "text/plain"),
    record("https://example.org/c", b"\xff\xd8", "image/jpeg"),
    record("https://example.org/d", PAGE, status=404),
    record("https://example.org/e", b"Words only.", "text/plain", kind="conversion"),
]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "noname"])
def test_pages_and_texts(tmp_path: Path, everything, name: str) -> None:
    data = b"".join(map(gzip.compress, CRAWL)) if name.endswith("gz") else b"".join(CRAWL)
    (tmp_path / name).write_bytes(data)
    readings, failures = everything(tmp_path / name)
    assert not failures
    assert [r.document.url for r in readings] == [f"https://example.org/{x}" for x in "abe"]
    document = readings[0].document
    assert document.source == "https://example.org/a"
    assert document.path == f"{tmp_path / name}/https://example.org/a"
    assert document.fetched is not None
    assert document.fetched.edtf == "2024-03-05T10:00:00Z"
    assert readings[0].raw == PAGE


def test_a_crawl_that_breaks_off(tmp_path: Path, everything) -> None:
    whole = b"".join(map(gzip.compress, CRAWL))
    (tmp_path / "a.warc.gz").write_bytes(whole[: len(gzip.compress(CRAWL[0])) + 60])
    readings, failures = everything(tmp_path / "a.warc.gz")
    assert len(readings) == 1
    assert len(failures) == 1
    assert failures[0].remedy


def test_a_crawl_of_nothing(tmp_path: Path, everything) -> None:
    (tmp_path / "a.warc").write_bytes(CRAWL[2])
    readings, failures = everything(tmp_path / "a.warc")
    assert not readings
    assert "no page" in failures[0].reason
