"""Plain text and Markdown stay the decoded file itself; front matter tells what it states and no more."""

from __future__ import annotations

import pytest

from onrecord.model import Failure, Reading
from onrecord.read.plain import names


def one(found: list) -> Reading:
    assert len(found) == 1
    assert isinstance(found[0], Reading), found
    return found[0]


def test_text_is_the_file_itself(decode) -> None:
    source = "First line.\r\n\r\n  Second – line.\t\r\nThird"
    reading = one(decode(source.encode(), "text"))
    assert reading.document.text == source
    assert reading.document.kind == "text"


def test_byte_order_mark_is_no_text(decode) -> None:
    assert one(decode(b"\xef\xbb\xbfHello there.", "text")).document.text == "Hello there."


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8", "cp1252"])
def test_encodings(decode, encoding: str) -> None:
    source = "“We will not wait,” said Ada Møller in Västby on Tuesday – and she meant it."
    assert one(decode(source.encode(encoding), "text")).document.text == source


def test_legacy_cyrillic_is_recognised(decode) -> None:
    source = "Министр Орлов заявил вчера журналистам, что переговоры продолжатся на следующей неделе."
    for encoding in ("cp1251", "koi8-r"):
        assert one(decode(source.encode(encoding), "text")).document.text == source


def test_stray_bytes_are_repaired_alone(decode) -> None:
    data = "Der Bürgermeister: „Ja“ – ".encode() + b"caf\xe9 \x93quoted\x94 \x81"
    assert one(decode(data, "text")).document.text == "Der Bürgermeister: „Ja“ – café “quoted” \ufffd"


def test_binary_is_one_failure(decode) -> None:
    found = decode(bytes(range(256)) * 40, "text")
    assert [type(f) for f in found] == [Failure]
    assert "binary" in found[0].reason


def test_one_stray_nul_is_no_binary(decode) -> None:
    reading = one(decode(b"Hello\0 there, this is a text.", "text"))
    assert reading.document.text == "Hello\ufffd there, this is a text."


FRONT = """---
title: "Remarks: on\\_harbours"
date: 2021-04-27
published_time: 2021-04-27 22:28:22-04:00
modified_time: 2021-04-28 08:00:00-04:00
author: By Ann Lee and Bo Roe
source_url: https://example.org/a
outlet: The Harbour Post
lang: en
---
Body here.
"""


def test_front_matter(decode) -> None:
    document = one(decode(FRONT.replace("\\_", " ").encode(), "markdown")).document
    assert document.title == "Remarks: on harbours"
    assert document.published is not None
    assert document.published.edtf == "2021-04-27T22:28:22-04:00"
    assert document.updated is not None
    assert document.updated.edtf == "2021-04-28T08:00:00-04:00"
    assert document.authors == ("Ann Lee", "Bo Roe")
    assert (document.url, document.outlet) == ("https://example.org/a", "The Harbour Post")
    assert document.language == "en"
    assert document.text.startswith("---\ntitle")


def test_front_matter_is_furniture(decode) -> None:
    reading = one(decode(FRONT.replace("\\_", " ").encode(), "markdown"))
    first = reading.passages[0]
    assert first.kind == "furniture"
    assert first.span.of(reading.document.text).endswith("---")


@pytest.mark.parametrize(
    "yaml", ["a: [1", "title: x\n\tb: :", "- - -", "a: " + "[" * 5000, "- " * 5000, "? " * 5000, "a: &a [*a]"]
)
def test_broken_front_matter_costs_the_metadata_only(decode, yaml: str) -> None:
    source = f"---\n{yaml}\n---\nThe text stands."
    reading = one(decode(source.encode(), "markdown"))
    assert reading.document.text == source


def test_misnamed_formats_are_read_as_what_they_are(decode) -> None:
    page = b"<!DOCTYPE html><html><body><p>A page that was saved under a wrong name, alas.</p></body></html>"
    assert one(decode(page, "text")).document.kind == "html"
    assert one(decode(b"No tag in here at all, just words.", "html")).document.kind == "text"
    assert isinstance(decode(b"\xff\xd8\xff\xe0" + bytes(99), "text")[0], Failure)


@pytest.mark.parametrize("data", [b"", b"  \n \t", b"\xef\xbb\xbf"])
def test_nothing_to_read_is_a_failure(decode, data: bytes) -> None:
    found = decode(data, "text")
    assert isinstance(found[0], Failure)
    assert found[0].remedy


def test_identity_follows_source_and_text(decode) -> None:
    a, b = one(decode(b"One text.", "text", "a")), one(decode(b"One text.", "text", "b"))
    assert a.document.id != b.document.id
    assert a.document.digest == b.document.digest
    assert one(decode(b"One text.", "text", "a")).document == a.document


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Ann Lee", ("Ann Lee",)),
        ("Ann Lee and Bo Roe", ("Ann Lee", "Bo Roe")),
        ("Ann Lee, Bo Roe and Cy Day", ("Ann Lee", "Bo Roe", "Cy Day")),
        ("Von Jo Ost und Uli Pfau", ("Jo Ost", "Uli Pfau")),
        ("Lee, Ann", ("Lee, Ann",)),
        ("Byron Hale", ("Byron Hale",)),
    ],
)
def test_bylines(line: str, expected: tuple[str, ...]) -> None:
    assert names(line) == expected


def test_title_is_the_heading_and_not_the_name_above_it(decode) -> None:
    source = "Westbay Direct\n\nMayors of nine towns gather and speak\n\nThe mayors met on Monday, and spoke."
    assert one(decode(source.encode(), "text")).document.title == "Mayors of nine towns gather and speak"
