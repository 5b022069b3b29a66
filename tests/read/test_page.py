"""Of a page: its main text in kinds, what it states, and its own bytes; hostile markup costs no more."""

from __future__ import annotations

import json

import pytest

from onrecord.model import Failure, Reading

STORY = [
    "The harbour office will close the eastern quay in April, its director said on Monday.",
    "“We have no choice,” Ann Lee told reporters. “The stones are loose, and winter was hard on them.”",
    "Fishermen gathered at the gate in the afternoon and asked for a meeting with the mayor of Westbay.",
    "The mayor, Bo Roe, said that he would meet them on Thursday, and that nothing had been decided yet.",
]


def page(head: str = "", body: str | None = None, lang: str = "en") -> bytes:
    inner = body if body is not None else "".join(f"<p>{words}</p>" for words in STORY)
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">{head}</head><body>'
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
        f"<main><article><h1>Quay to close in April</h1>{inner}</article></main>"
        "<footer><p>© The Westbay Post</p></footer></body></html>"
    ).encode()


def ld(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(fields)}</script>'


RECORD = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Quay to close &amp; reopen",
    "datePublished": "2024-03-04T18:30:00+01:00",
    "dateModified": "2024-03-05T08:00:00+01:00",
    "author": [{"@type": "Person", "name": "Jo Ray"}, {"@type": "Person", "name": "Al Moe"}],
    "publisher": {"@type": "Organization", "name": "The Westbay Post"},
    "mainEntityOfPage": "https://westbay.example/quay",
    "inLanguage": "en",
}


def read_one(decode, data: bytes) -> Reading:
    (found,) = decode(data, "html")
    assert isinstance(found, Reading), found
    return found


def test_main_text_without_the_page_around_it(decode) -> None:
    reading = read_one(decode, page())
    for words in STORY:
        assert words in reading.document.text
    assert "World" not in reading.document.text
    assert reading.raw == page()


def test_structured_record(decode) -> None:
    document = read_one(decode, page(ld(**RECORD))).document
    assert document.title == "Quay to close & reopen"
    assert document.outlet == "The Westbay Post"
    assert document.authors == ("Jo Ray", "Al Moe")
    assert document.url == "https://westbay.example/quay"
    assert document.published is not None
    assert document.published.edtf == "2024-03-04T18:30:00+01:00"
    assert document.updated is not None
    assert document.updated.edtf == "2024-03-05T08:00:00+01:00"


def test_record_within_a_graph_and_with_trailing_commas(decode) -> None:
    text = json.dumps({"@graph": [{"@type": "WebSite", "name": "X"}, RECORD]}).replace("]}", "],}")
    head = f'<script type="application/ld+json">\n//<![CDATA[\n{text}\n//]]>\n</script>'
    assert read_one(decode, page(head)).document.authors == ("Jo Ray", "Al Moe")


def test_head_alone(decode) -> None:
    head = (
        '<meta property="og:title" content="Quay to close in April | The Westbay Post">'
        '<meta property="og:site_name" content="The Westbay Post">'
        '<meta name="author" content="By Jo Ray and Al Moe">'
        '<meta property="article:published_time" content="2024-03-04T17:30:00Z">'
        '<link rel="canonical" href="https://westbay.example/q">'
    )
    document = read_one(decode, page(head)).document
    assert document.title == "Quay to close in April"
    assert document.authors == ("Jo Ray", "Al Moe")
    assert document.published is not None
    assert document.published.edtf == "2024-03-04T17:30:00Z"
    assert document.url == "https://westbay.example/q"


def test_people_come_before_organisations(decode) -> None:
    head = ld(**{**RECORD, "author": {"@type": "Organization", "name": "westbay.example"}})
    body = '<p class="byline">By <a rel="author">Jo Ray</a></p>' + "".join(f"<p>{w}</p>" for w in STORY)
    assert read_one(decode, page(head, body)).document.authors == ("Jo Ray",)


def test_kinds_of_block(decode) -> None:
    body = (
        f"<p>{STORY[0]}</p><h2>What happened</h2><p>{STORY[1]}</p>"
        f"<blockquote><p>{STORY[2]}</p></blockquote>"
        f"<ul><li>First of the reasons given by the office</li><li>Second of the reasons</li></ul>"
        f"<p>Advertisement</p><p>{STORY[3]}</p><p>Read more: The quay through the ages</p>"
    )
    reading = read_one(decode, page(body=body))
    kinds = {p.span.of(reading.document.text): p.kind for p in reading.passages}
    assert kinds["What happened"] == "heading"
    assert kinds[STORY[2]] == "block_quotation"
    assert kinds["Advertisement"] == "furniture"
    assert kinds["Read more: The quay through the ages"] == "furniture"
    assert kinds[STORY[3]] == "paragraph"
    assert any(kind == "list" for kind in kinds.values())


def test_passages_cover_the_text(decode) -> None:
    reading = read_one(decode, page())
    rest = reading.document.text
    for passage in reading.passages:
        rest = rest.replace(passage.span.of(reading.document.text), "", 1)
    assert not rest.strip()


@pytest.mark.parametrize(("charset", "stated"), [("cp1252", "iso-8859-1"), ("cp1251", "windows-1251")])
def test_stated_character_sets(decode, charset: str, stated: str) -> None:
    words = "«Señor» – naïve" if charset == "cp1252" else "Министр Орлов заявил"
    source = (
        f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={stated}"></head><body>'
    )
    source += f"<p>{words}. {STORY[0]}</p></body></html>"
    assert words in read_one(decode, source.encode(charset)).document.text


@pytest.mark.parametrize(
    "data",
    [
        b"<html><body>" + b"<div>" * 100_000 + b"Words that lie very deep, and yet are words. " * 3,
        b"<html><body><p>" + b"<b>" * 100_000 + b"Words that lie very deep, and yet are words. " * 3,
        b"<html><body><p>" + b"word " * 200_000 + b"</p>",
        b"<html><body>" + b"<p>Some words that are short.</p>" * 25_000,
        b"<html><body><p "
        + b" ".join(b'a%d="x"' % n for n in range(100_000))
        + b">Words behind a long tag.</p>",
        b"<html>" + b"<script>" * 100_000 + b" words",
        b"<html><!--" + b"-" * 1_000_000,
        b"<html>" + b"<" * 500_000,
        b'<html><head><script type="application/ld+json">'
        + b"[" * 100_000
        + b"</script><p>Words all the same here.",
        b'<!DOCTYPE html [<!ENTITY a "xxxxxxxxxx">'
        + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
        + b"]><html><p>&j; and words.",
    ],
    ids=[
        "deep",
        "inline",
        "long line",
        "many",
        "attributes",
        "scripts",
        "comment",
        "angles",
        "record",
        "entities",
    ],
)
def test_hostile_markup_neither_hangs_nor_raises(decode, data: bytes) -> None:
    (found,) = decode(data, "html")
    assert isinstance(found, (Reading, Failure))


def test_a_page_without_words_is_a_failure(decode) -> None:
    (found,) = decode(b"<html><head><script>var a = 1;</script></head><body><img></body></html>", "html")
    assert isinstance(found, Failure)
    assert found.remedy
