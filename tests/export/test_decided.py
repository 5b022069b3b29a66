"""Protects that every format writes statements as a person decided, and rejected ones not at all."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import cassis
import pytest
from lxml import etree
from openpyxl import load_workbook

from onrecord import api, export
from onrecord.export.cas import PREFIX
from onrecord.record import Record

TEI = "{http://www.tei-c.org/ns/1.0}"


def data(store: Record, name: str) -> bytes:
    return b"".join(export.stream(export.named(name), export.View(store, "statements")))


def one(store: Record, document: str, mode: str) -> api.Told:
    return next(t for t in api.told(store, api.Filter(mode=mode)) if t.document.id == document)


def test_rejected_statements_are_in_no_file(decided: Record, odd: Record) -> None:
    """As in the list; asked for, they are."""
    [rejected] = [t.statement.id for t in api.told(odd) if t.document.id == "long"]
    for form in export.formats("statements"):
        if not form.binary and form.name != "gexf":
            assert rejected.encode() not in data(decided, form.name), form.name
            view = export.View(decided, "statements", api.Filter(reviewed="rejected"))
            assert rejected.encode() in b"".join(export.stream(form, view)), form.name
    ids = [row[0] for row in load_workbook(io.BytesIO(data(decided, "xlsx")))["statements"].values]
    assert rejected not in ids


def test_corrected_words_and_speakers_are_written(decided: Record) -> None:
    """In annotations with the positions as corrected; who decided is the annotation's creator."""
    told = one(decided, "undated", "indirect")
    assert told.statement.content[0].of(told.document.text) == "the bridge"
    items = json.loads(data(decided, "webanno"))["first"]["items"]
    by = {i["body"][-1]["onrecord:id"]: i for i in items}
    item = by[told.statement.id]
    assert item["target"]["selector"][1]["exact"] == "the bridge"
    assert item["creator"] == {"type": "Person", "name": "R. Quill"}
    assert [b["value"] for b in item["body"] if b.get("purpose") == "identifying"] == ["Bo Lind"]
    assert item["body"][-1]["onrecord:review"]["verdict"] == "corrected"
    guess = by[one(decided, "joint", "joint").statement.id]
    assert guess["creator"]["type"] == "Software"


@pytest.fixture
def corpus(decided: Record) -> Any:
    return etree.fromstring(data(decided, "tei"))


def test_an_edition_points_to_whom_a_person_named(corpus: Any, decided: Record) -> None:
    """A speaker who is mentioned nowhere is listed all the same; the mention of another stays another's."""
    by = {e.get("{http://www.w3.org/XML/1998/namespace}id"): e for e in corpus.iter()}
    for document, mode, name in (("undated", "indirect", "Bo Lind"), ("turns", "direct", "Ana Petrova")):
        told = one(decided, document, mode)
        piece = next(e for e in corpus.iter(f"{TEI}said") if e.get("n") == told.statement.id)
        assert by[piece.get("who")[1:]].findtext(f"{TEI}persName") == name
        assert "#review.corrected" in piece.get("ana")
    assert all("".join(mention.itertext()) for mention in corpus.iter(f"{TEI}rs"))


def test_a_cas_has_no_empty_spans(decided: Record) -> None:
    """Nobody is mentioned where nobody stands; what was decided is a feature."""
    with zipfile.ZipFile(io.BytesIO(data(decided, "cas"))) as file:
        texts = [file.read(name).decode() for name in file.namelist() if name.endswith(".json")]
    reviews = set()
    for cas in map(cassis.load_cas_from_json, texts):
        for layer in ("Statement", "Source", "Cue"):
            for found in cas.select(PREFIX + layer):
                assert found.get_covered_text()
        reviews |= {(s.review, s.speaker) for s in cas.select(f"{PREFIX}Statement") if s.review}
    assert reviews == {("accepted", "Ana Petrova"), ("corrected", "Bo Lind"), ("corrected", "Ana Petrova")}


def test_citations_name_whom_a_person_named(decided: Record) -> None:
    """In the note, with the words as corrected."""
    notes = {item["title"]: item["note"] for item in json.loads(data(decided, "csl"))}
    assert notes["story.txt"] == "Statement of Bo Lind (indirect): the bridge"
