"""Protects UIMA CAS: read with dkpro-cassis, every span covers the words that it covers in the record."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from typing import Any

import cassis
import pytest

from onrecord import api
from onrecord.export.cas import LAYERS, PREFIX

Pair = tuple[str, Any, dict[str, Any]]


def clean(text: str) -> str:
    return text.replace("\x07", "\ufffd").replace("\ufffe", "\ufffd").replace("\udc00", "\ufffd")


@pytest.fixture
def read(exported: Callable[..., bytes]) -> tuple[list[Pair], Any]:
    """Each member with its CAS and its JSON, and the type system beside them."""
    with zipfile.ZipFile(io.BytesIO(exported("cas"))) as file:
        assert file.testzip() is None
        names = file.namelist()
        types = cassis.load_typesystem(io.BytesIO(file.read(names[0])))
        texts = [(name, file.read(name).decode("utf-8")) for name in names[1:]]
    return [(name, cassis.load_cas_from_json(text), json.loads(text)) for name, text in texts], types


def documents(listed: list[api.Told]) -> list[list[api.Told]]:
    found: dict[str, list[api.Told]] = {}
    for told in listed:
        found.setdefault(told.document.id, []).append(told)
    return list(found.values())


def test_one_cas_a_document_in_order(read: tuple[list[Pair], Any], listed: list[api.Told]) -> None:
    """Its text is the document's, and names of members are plain."""
    casses, types = read
    groups = documents(listed)
    assert [cas.sofa_string for _, cas, _ in casses] == [clean(group[0].document.text) for group in groups]
    assert len({name for name, _, _ in casses}) == len(groups)
    assert all("/" not in name and name.endswith(".json") for name, _, _ in casses)
    for layer, features in LAYERS.items():
        assert {f.name for f in types.get_type(PREFIX + layer).features} == set(features)


def test_spans_cover_their_words(read: tuple[list[Pair], Any], listed: list[api.Told]) -> None:
    """With emoji and Cyrillic before them, read by a program that counts in code points again."""
    for (_, cas, _), group in zip(read[0], documents(listed), strict=True):
        text = clean(group[0].document.text)
        expected = [
            (told.statement.id, text[span.start : span.end])
            for told in group
            for span in told.statement.content
        ]
        found = [(one.statement, one.get_covered_text()) for one in cas.select(f"{PREFIX}Statement")]
        assert sorted(found) == sorted(expected)
        cues = {told.statement.id: told.statement.cue.of(text) for told in group if told.statement.cue}
        assert {one.statement: one.get_covered_text() for one in cas.select(f"{PREFIX}Cue")} == cues


def test_offsets_are_utf16(read: tuple[list[Pair], Any]) -> None:
    """The numbers in the file are those that Java counts."""
    for _, _, raw in read[0]:
        structures = raw["%FEATURE_STRUCTURES"]
        units = structures[0]["sofaString"].encode("utf-16-le")
        for one in structures[1:]:
            covered = units[2 * one["begin"] : 2 * one["end"]].decode("utf-16-le")  # raises within a pair
            if one["%TYPE"] == f"{PREFIX}Relay":
                assert covered == "ANA"
            if one["%TYPE"].endswith("DocumentAnnotation"):
                assert covered == structures[0]["sofaString"]


def test_features_say_who_and_when(read: tuple[list[Pair], Any]) -> None:
    """Speaker, addressee, relay, date, members."""
    odd = next(cas for name, cas, _ in read[0] if "odd" in name)
    mixed, other = [
        next(one for one in odd.select(f"{PREFIX}Statement") if one.mode == mode)
        for mode in ("mixed", "indirect")
    ]
    assert (mixed.speaker, mixed.addressee, mixed.via, mixed.said, mixed.act) == (
        "Ana Petrova", "Bo Lind", "ANA", "2031-05-05", "said",
    )  # fmt: skip
    assert mixed.piece == "1/2"
    assert (other.speaker, other.entity, other.act) == ("They", None, "thought")
    [source] = [one for one in odd.select(f"{PREFIX}Source") if one.statement == mixed.statement]
    assert (source.get_covered_text(), source.name, source.role) == ("she", "Ana Petrova", "speaker")
    members = {
        one.get_covered_text()
        for _, cas, _ in read[0]
        for one in cas.select(f"{PREFIX}Source")
        if one.role == "member"
    }
    assert members == {"Arvia", "Belmar"}
