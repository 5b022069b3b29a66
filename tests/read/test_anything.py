"""Whatever the bytes and whatever their name, reading gives documents or failures, never an exception."""

from __future__ import annotations

import io

import pytest
from hypothesis import HealthCheck, example, given
from hypothesis import settings as trial
from hypothesis import strategies as st

from onrecord import read
from onrecord.model import Failure, Item, Reading
from onrecord.settings import Settings

KINDS = (
    "text",
    "markdown",
    "html",
    "pdf",
    "docx",
    "eml",
    "jsonl",
    "json",
    "csv",
    "mbox",
    "warc",
    "zip",
    "tar",
    "gz",
    "bz2",
    "xz",
    None,
)
HEADS = (
    b"",
    b"%PDF-1.4\n",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\x1f\x8b\x08",
    b"BZh9",
    b"\xfd7zXZ\0",
    b"WARC/1.0\r\n",
    b"<html><body>",
    b"---\na: ",
    b"From a@b Tue Mar  5 10:00:00 2024\nSubject: x\n",
    b"MIME-Version: 1.0\n",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"id,text\n",
    b'{"text": "',
    b"\0" * 257 + b"ustar",
    b"<?xml ?>",
)
DATA = st.tuples(
    st.sampled_from(HEADS),
    st.one_of(
        st.binary(max_size=300), st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))
    ),
).map(b"".join)


def sound(found: Reading | Failure) -> None:
    if isinstance(found, Failure):
        assert found.reason
        return
    document = found.document
    document.text.encode("utf-8")
    assert document.text.strip()
    assert "\0" not in document.text
    for passage in found.passages:
        assert 0 <= passage.span.start < passage.span.end <= len(document.text)


@pytest.mark.filterwarnings("ignore")
@given(DATA, st.sampled_from(KINDS))
@example(b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999999999\r\n\r\nabc", "warc")
@trial(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_documents_never_raise(data: bytes, kind: str | None) -> None:
    for found in read.documents(Item("x", "/x", kind, data), Settings(max_document_mb=1)):
        sound(found)


@pytest.mark.filterwarnings("ignore")
@given(DATA)
@trial(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
def test_standard_input_never_raises(data: bytes) -> None:
    given = Settings(max_document_mb=1)
    for item in read.items(["-"], given, io.BytesIO(data)):
        for found in [item] if isinstance(item, Failure) else read.documents(item, given):
            sound(found)


@given(st.text(max_size=300))
@trial(deadline=None)
def test_plain_text_is_never_changed(text: str) -> None:
    clean = text.encode("utf-8", "ignore").decode().replace("\0", "").lstrip("\ufeff")
    for found in read.documents(Item("x", "/x", "text", clean.encode()), Settings()):
        if isinstance(found, Reading) and found.document.kind in ("text", "markdown"):
            assert found.document.text == clean
