"""Protects W3C annotations: keys of the model, positions in code points, quotations."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest

from onrecord import api

# What the recommendation demands of the parts that are used here.
IRI = {"type": "string", "minLength": 1, "pattern": r"^[^\s<>\"{}|\\^`]*$"}
BODY = {
    "type": "object",
    "required": ["type"],
    "properties": {
        "purpose": {"enum": ["describing", "tagging", "identifying"]},
        "value": {"type": "string", "minLength": 1},
    },
}
POSITION = {
    "required": ["type", "start", "end"],
    "properties": {
        "type": {"const": "TextPositionSelector"}, "start": {"type": "integer", "minimum": 0},
        "end": {"type": "integer", "minimum": 0},
    },
}  # fmt: skip
QUOTE = {
    "required": ["type", "exact", "prefix", "suffix"],
    "properties": {"type": {"const": "TextQuoteSelector"}, "exact": {"type": "string", "minLength": 1}},
}
TARGET = {
    "type": "object",
    "required": ["source", "selector"],
    "properties": {
        "source": IRI,
        "selector": {"type": "array", "minItems": 2, "items": {"anyOf": [POSITION, QUOTE]}},
        "state": {"required": ["type", "sourceDate"], "properties": {"type": {"const": "TimeState"}}},
    },
}
ANNOTATION = {
    "type": "object",
    "required": ["@context", "id", "type", "target", "body", "motivation"],
    "properties": {
        "@context": {"contains": {"const": "http://www.w3.org/ns/anno.jsonld"}},
        "id": IRI,
        "type": {"const": "Annotation"},
        "motivation": {"const": "describing"},
        "body": {"type": "array", "items": BODY, "minItems": 1},
        "target": {"anyOf": [TARGET, {"type": "array", "items": TARGET, "minItems": 2}]},
    },
}
COLLECTION = {
    "type": "object",
    "required": ["@context", "id", "type", "label", "total", "first"],
    "properties": {
        "type": {"const": "AnnotationCollection"},
        "total": {"type": "integer"},
        "first": {
            "required": ["id", "type", "items", "startIndex"],
            "properties": {
                "type": {"const": "AnnotationPage"},
                "items": {"type": "array", "items": ANNOTATION},
            },
        },
    },
}


@pytest.fixture
def collection(exported: Callable[..., bytes]) -> dict[str, Any]:
    return json.loads(exported("webanno"))


def targets(item: dict[str, Any]) -> list[dict[str, Any]]:
    return item["target"] if isinstance(item["target"], list) else [item["target"]]


def test_it_is_of_the_model(collection: dict[str, Any], listed: list[api.Told]) -> None:
    """Shape, ids that are IRIs and each but once, and how many there are."""
    jsonschema.validate(collection, COLLECTION)
    items = collection["first"]["items"]
    assert collection["total"] == len(items) == len(listed) == len({item["id"] for item in items})


def test_positions_count_code_points(collection: dict[str, Any], listed: list[api.Told]) -> None:
    """With emoji and Cyrillic before them; the quotation is what stands there."""
    for item, told in zip(collection["first"]["items"], listed, strict=True):
        text = told.document.text.replace("\udc00", "\ufffd")
        found = targets(item)
        assert len(found) == len(told.statement.content)
        for target, span in zip(found, told.statement.content, strict=True):
            position, quote = target["selector"]
            assert (position["start"], position["end"]) == span
            assert quote["exact"] == text[span.start : span.end]
            assert text[: span.start].endswith(quote["prefix"])
            assert text[span.end :].startswith(quote["suffix"])
            assert len(quote["prefix"]) == min(32, span.start)


def test_only_pages_of_the_web_are_named_by_address(
    collection: dict[str, Any], listed: list[api.Told]
) -> None:
    """Anything else is a path that no browser runs."""
    sources = {
        told.document.id: targets(item)[0]["source"]
        for item, told in zip(collection["first"]["items"], listed, strict=True)
    }
    assert sources["turns"] == "https://press.example/a?b=1&c=%7B_%7D"
    assert sources["doc 1/ü"] == "saved.zip/%EF%BF%BDodd%20%3Cname%3E.txt"


def test_bodies_say_who_and_how(collection: dict[str, Any], listed: list[api.Told]) -> None:
    """The speaker where one is named, the mode, and all that the line of a list says."""
    for item, told in zip(collection["first"]["items"], listed, strict=True):
        tags = [body["value"] for body in item["body"] if body.get("purpose") == "tagging"]
        assert tags == [told.statement.mode, told.statement.act]
        whole = next(body for body in item["body"] if body["type"] == "onrecord:Statement")
        assert whole["onrecord:id"] == told.statement.id
        names = [body["value"] for body in item["body"] if body.get("purpose") == "identifying"]
        if told.document.id == "doc 1/ü":
            assert names == (["Ana Petrova"] if told.statement.mode == "mixed" else [])
    again = {told.document.fetched.edtf for told in listed if told.document.fetched}
    dates = [
        t["state"]["sourceDate"] for i in collection["first"]["items"] for t in targets(i) if "state" in t
    ]
    assert again
    assert set(dates) == {"2031-06-02T00:00:00Z"}
