"""Protects bibliographies: BibTeX read with bibtexparser, CSL-JSON with citeproc."""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Callable
from typing import Any

import bibtexparser
import jsonschema
import pytest
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import api
from onrecord.export import bibtex, csl, sources
from onrecord.export.moments import Moment, moment, published
from onrecord.model import Said, When

Export = Callable[..., bytes]

# The fields of CSL-JSON that are used here, and what may stand in them.
DATE = {
    "type": "object",
    "required": ["date-parts"],
    "additionalProperties": False,
    "properties": {
        "date-parts": {
            "type": "array", "minItems": 1, "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
        },
        "circa": {"const": True},
    },
}  # fmt: skip
NAME = {
    "type": "object",
    "additionalProperties": False,
    "properties": {name: {"type": "string", "minLength": 1} for name in ("family", "given", "literal")},
}
TEXTS = ("title", "container-title", "URL", "language", "note", "annote")
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "type", "title"],
        "additionalProperties": False,
        "properties": {
            "id": {"type": "string"},
            "type": {"enum": ["article-newspaper", "webpage", "document"]},
            "author": {"type": "array", "items": NAME, "minItems": 1},
            "issued": DATE,
            "accessed": DATE,
            **{name: {"type": "string", "minLength": 1} for name in TEXTS},
        },
    },
}


def entries(data: bytes) -> list[dict[str, str]]:
    """The entries of a file, as TeX would print them."""
    library = bibtexparser.parse_string(data.decode("utf-8"), append_middleware=[LatexDecodingMiddleware()])
    assert not library.failed_blocks
    return [
        {"key": e.key, "type": e.entry_type} | {f.key: str(f.value) for f in e.fields}
        for e in library.entries
    ]


def flat(text: str) -> str:
    return re.sub(r"[\x00-\x1f\ud800-\udfff\ufffe]", "\ufffd", re.sub(r"\s+", " ", text)).strip()


def words(told: api.Told) -> str:
    return " … ".join(span.of(told.document.text) for span in told.statement.content)


def test_bibtex_is_read_back(exported: Export, listed: list[api.Told]) -> None:
    """Keys, order, and the passage word for word, whatever signs of TeX stand in it."""
    found = entries(exported("bibtex"))
    assert [one["key"] for one in found] == [f"statement-{told.statement.id}" for told in listed]
    for one, told in zip(found, listed, strict=True):
        # The parser reads \textasciicircum as another sign, and drops spaces behind commands.
        printed = one["annote"].replace("ˆ", "^").replace(" ", "")
        assert printed == flat(words(told)).replace(" ", "")
        fetched = told.document.fetched is not None
        assert (one["urldate"] == "2031-06-02") is fetched  # else the day on which it was added
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", one["urldate"])
    strange = next(one for one in found if one["note"].startswith("Statement of Ana Petrova (mixed)"))
    assert strange["note"] == ("Statement of Ana Petrova (mixed) to Bo Lind on 2031-05-05 through ANA.")
    assert strange["type"] == "misc"
    assert "url" not in strange
    assert strange["author"] == "Ola Nordmann and Desk, the 2nd"
    assert (strange["date"], strange["year"], strange["month"]) == ("2031-05-08", "2031", "may")


def test_bibtex_dates_are_as_precise_as_known(exported: Export) -> None:
    """A month, a year, and no date at all."""
    dates = {one["title"].strip("{}"): one.get("date") for one in entries(exported("bibtex"))}
    assert dates["Questions 🌉"] == "2031-05"
    assert dates["Joint"] == "2031"
    assert dates["story.txt"] is None


def test_an_address_stands_as_it_is(exported: Export) -> None:
    """BibLaTeX takes it word for word; when it was fetched goes with it."""
    text = exported("bibtex").decode("utf-8")
    assert "url = {https://press.example/a?b=1&c=%7B_%7D}" in text
    [entry] = [one for one in entries(exported("bibtex", "documents")) if one["type"] == "online"]
    assert (entry["key"], entry["urldate"]) == ("document-turns", "2031-06-02")


def test_documents_are_cited_once(exported: Export, odd: Any) -> None:
    """Without a passage, under keys that no other document has."""
    found = entries(exported("bibtex", "documents"))
    assert len({one["key"] for one in found}) == len(found) == len(list(api.documents(odd)))
    assert all(re.fullmatch(r"document-[\w.-]+", one["key"], re.ASCII) for one in found)
    assert not any("annote" in one for one in found)


@settings(deadline=None)
@given(st.text())
def test_no_text_breaks_an_entry(text: str) -> None:
    """Braces are balanced and nothing is a command, for any text."""
    escaped = bibtex.escaped(text)
    bare = re.sub(r"\\(textbackslash|textasciitilde|textasciicircum)\{\}|\\[{}$&#%_]", "", escaped)
    assert not re.search(r"[\\{}$&#%_~^\n\r\x00-\x08]", bare)


@settings(deadline=None)
@given(st.text(min_size=1), st.text(min_size=1))
def test_keys_are_plain_and_unlike(one: str, other: str) -> None:
    """Two things never share a key; a thing always has the same."""
    assert re.fullmatch(r"x-[A-Za-z0-9_.-]+", sources.key("x", one))
    assert (sources.key("x", one) == sources.key("x", other)) == (one == other)


def test_csl_is_of_its_schema(exported: Export, listed: list[api.Told]) -> None:
    """Items in order, with no field that Zotero does not know and none that is empty."""
    items = json.loads(exported("csl"))
    jsonschema.validate(items, SCHEMA)
    assert [one["id"] for one in items] == [f"statement-{told.statement.id}" for told in listed]
    for one, told in zip(items, listed, strict=True):
        assert flat(words(told)) in one["note"]
    by = {one["title"]: one for one in items}
    assert by["Questions 🌉"]["issued"] == {"date-parts": [[2031, 5]]}
    assert by["Questions 🌉"]["accessed"] == {"date-parts": [[2031, 6, 2]]}
    assert by["Joint"]["issued"] == {"date-parts": [[2031]]}
    assert "issued" not in by["story.txt"]
    assert by["story.txt"]["accessed"]["date-parts"][0][0] >= 2025
    odd = next(one for one in items if one.get("container-title") == "@Gazette")
    assert odd["author"] == [{"family": "Nordmann", "given": "Ola"}, {"literal": "Desk, the 2nd"}]
    assert "URL" not in odd
    jsonschema.validate(json.loads(exported("csl", "documents")), SCHEMA)


def test_csl_is_rendered(exported: Export) -> None:
    """A citation processor prints author, title and date of every item."""
    items = json.loads(exported("csl", "documents"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        rendered = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
        for one in items:
            rendered.register(Citation([CitationItem(one["id"].lower())]))
        printed = [str(entry) for entry in rendered.bibliography()]
    assert len(printed) == len(items)
    assert any("Nordmann" in entry and "2031" in entry for entry in printed)
    assert any("Questions 🌉" in entry for entry in printed)


@pytest.mark.parametrize(
    ("edtf", "first", "last", "parts", "about"),
    [
        ("2031-05-08", "", "", [[2031, 5, 8]], False),
        ("2031-05-08T13:30:31-04:00", "", "", [[2031, 5, 8]], False),
        ("2031-05", "", "", [[2031, 5]], False),
        ("2031~", "", "", [[2031]], True),
        ("-0044", "", "", [[-44]], False),
        ("203X", "2030-01-01", "2039-12-31", [[2030, 1, 1], [2039, 12, 31]], False),
        ("2031-21", "2031-03-01", "2031-05-31", [[2031, 3, 1], [2031, 5, 31]], False),
        ("2031-05-05/2031-05-11", "2031-05-05", "2031-05-11", [[2031, 5, 5], [2031, 5, 11]], False),
        ("2031-05-05/2031-05-05", "2031-05-05", "2031-05-05", [[2031, 5, 5]], False),
    ],
)
def test_dates_keep_their_precision(
    edtf: str, first: str, last: str, parts: list[list[int]], about: bool
) -> None:
    """No month or day is made up; a stretch of time stays one."""
    found = moment(When(edtf, f"{first}T00:00:00Z", f"{last}T23:59:59Z"))
    assert csl.date(found) == {"date-parts": parts} | ({"circa": True} if about else {})


def test_a_date_that_was_concluded_is_said_to_be_about(listed: list[api.Told]) -> None:
    """It is marked, and what it was concluded from is told."""
    told = next(one for one in listed if one.document.id == "undated")
    inferred = Said(When("2031-05-05", "2031-05-05T00:00:00Z", "2031-05-05T23:59:59Z"), None, "3rd day")
    found = published(told.document, inferred)
    assert found == Moment((2031, 5, 5), None, True)
    cited = sources.source(told._replace(inferred=inferred), "statements", "2032-01-02T00:00:00Z")
    assert bibtex.dated(cited.issued)["date"] == "2031-05-05~"
    assert "Date concluded from the text: 3rd day." in cited.note
    assert cited.accessed == Moment((2032, 1, 2))
