"""Every document is one UIMA CAS, whose offsets count UTF-16 code units, as that format demands.

The layers are spans with features of text, so that INCEpTION can import them as custom layers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from onrecord.api import Told
from onrecord.export.lines import chain
from onrecord.export.plain import Utf16, attribute, clean, flat, json_text
from onrecord.export.sources import mention, speaker_name
from onrecord.export.views import View
from onrecord.export.zipped import archive, member_name
from onrecord.model import Document, Span

PREFIX = "webanno.custom."  # where INCEpTION keeps layers that are not its own
# The features of each layer, with what they hold.
LAYERS: dict[str, dict[str, str]] = {
    "Statement": {
        "statement": "id of the statement; its pieces share it",
        "piece": "which piece of the statement, as 1/2",
        "mode": "direct, mixed, indirect, turn or joint",
        "act": "said, thought or intended",
        "speaker": "what the speaker is called",
        "entity": "id of the entity that speaks",
        "addressee": "to whom, by name or as printed",
        "via": "through whom, from the mouth outwards",
        "said": "when, EDTF",
        "rule": "what found it",
        "score": "how sure that is, 0 to 1",
        "review": "what a person decided: accepted, corrected or noted",
    },
    "Cue": {"statement": "id of the statement that it announces"},
    "Source": {
        "statement": "id of the statement",
        "role": "speaker or member (of a collective)",
        "name": "what it is called",
        "entity": "id of the entity",
    },
    "Addressee": {
        "statement": "id of the statement",
        "name": "what it is called",
        "entity": "id of the entity",
    },
    "Relay": {
        "statement": "id of the statement",
        "name": "what it is called",
        "entity": "id of the entity",
    },
}
_STRING = "uima.cas.String"
_ANNOTATION = "uima.tcas.Annotation"


def pieces(view: View, things: Iterator[Any]) -> Iterator[bytes]:
    """An archive of one CAS a document, in order, with a description of the layers to import first."""

    def members() -> Iterator[tuple[str, bytes]]:
        yield "typesystem.xml", type_system().encode()
        documents = groupby(things, key=lambda told: told.document.id)
        for number, (_, group) in enumerate(documents, 1):
            told = list(group)
            document = told[0].document
            name = member_name(number, document.path.rpartition("/")[2], "json")
            yield name, json_text(cas(document, told)).encode()

    return archive(members(), view.made)


def cas(document: Document, statements: Iterable[Told]) -> dict[str, Any]:
    """A document with its statements in UIMA CAS JSON 0.4."""
    text = clean(document.text)
    offsets = Utf16(text)
    whole = Span(0, len(text))
    structures: list[dict[str, Any]] = [
        {
            "%ID": 1,
            "%TYPE": "uima.cas.Sofa",
            "sofaNum": 1,
            "sofaID": "_InitialView",
            "mimeType": "text/plain",
            "sofaString": text,
        }
    ]

    def put(kind: str, span: Span, features: dict[str, str | None]) -> None:
        given = {name: clean(value) for name, value in features.items() if value}
        begin, end = offsets.at(span.start), offsets.at(span.end)
        head = {"%ID": len(structures) + 1, "%TYPE": kind, "@sofa": 1, "begin": begin, "end": end}
        structures.append(head | given)

    put("uima.tcas.DocumentAnnotation", whole, {"language": document.language or "x-unspecified"})
    for told in statements:
        for layer, span, features in spans(told):
            put(PREFIX + layer, span, features)
    members = [structure["%ID"] for structure in structures[1:]]
    return {
        "%TYPES": _types(),
        "%FEATURE_STRUCTURES": structures,
        "%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": members}},
    }


def spans(told: Told) -> Iterator[tuple[str, Span, dict[str, str | None]]]:
    """The annotations of a statement: the layer, the span in code points, the features."""
    statement, text = told.statement, told.document.text
    same: dict[str, str | None] = {"statement": statement.id}

    def named(span: Span) -> dict[str, str | None]:
        who = told.people.get(span)
        return same | {
            "name": flat(who.name if who else span.of(text)),
            "entity": who.entity if who else None,
        }

    speaker = statement.speaker
    who = told.people.get(speaker.span) if speaker else None
    about = same | {
        "mode": statement.mode,
        "act": statement.act,
        "speaker": speaker_name(told) or mention(told),
        "entity": who.entity if who else None,
        "addressee": named(statement.addressee)["name"] if statement.addressee else None,
        "via": "; ".join(flat(link["name"]) for link in chain(told) if link["role"] == "relay"),
        "said": statement.said.when.edtf if statement.said else None,
        "rule": statement.rule,
        "score": f"{statement.score:.4g}",
        "review": told.review.verdict if told.review else None,
    }
    for number, span in enumerate(statement.content, 1):
        yield "Statement", span, about | {"piece": f"{number}/{len(statement.content)}"}
    if statement.cue:
        yield "Cue", statement.cue, same
    if speaker:
        called = named(speaker.span) | {"role": "speaker", "name": speaker_name(told) or mention(told)}
        if speaker.span.start < speaker.span.end:  # else a person named somebody who is nowhere mentioned
            yield "Source", speaker.span, called
        for span in speaker.members:
            yield "Source", span, named(span) | {"role": "member"}
    if statement.addressee:
        yield "Addressee", statement.addressee, named(statement.addressee)
    for span in statement.via:
        yield "Relay", span, named(span)


def _types() -> dict[str, Any]:
    return {
        PREFIX + layer: {"%NAME": PREFIX + layer, "%SUPER_TYPE": _ANNOTATION}
        | {name: {"%NAME": name, "%RANGE": _STRING, "%DESCRIPTION": told} for name, told in features.items()}
        for layer, features in LAYERS.items()
    }


def type_system() -> str:
    """The layers as a UIMA type system description."""
    out = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">',
        "<types>",
    ]
    for layer, features in LAYERS.items():
        out.append(f"<typeDescription><name>{PREFIX}{layer}</name><description/>")
        out.append(f"<supertypeName>{_ANNOTATION}</supertypeName><features>")
        for name, told in features.items():
            about = attribute(told)[1:-1]
            out.append(f"<featureDescription><name>{name}</name><description>{about}</description>")
            out.append(f"<rangeTypeName>{_STRING}</rangeTypeName></featureDescription>")
        out.append("</features></typeDescription>")
    return "\n".join([*out, "</types>", "</typeSystemDescription>", ""])
