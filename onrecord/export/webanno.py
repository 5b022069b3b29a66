"""Every statement is one annotation of the W3C, whose positions count code points as its selectors demand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from onrecord.api import Told
from onrecord.export.lines import line
from onrecord.export.plain import json_text, web_address, whole
from onrecord.export.sources import sentence, speaker_name
from onrecord.export.views import View
from onrecord.model import Document, Span

AROUND = 32  # code points of prefix and suffix
_SPACE = "6f6e7265-636f-5264-8000-000000000000"  # names of annotations are made within it
# Terms that the model has not are named in full, so that a reader of JSON-LD keeps them.
CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"onrecord": "urn:onrecord:terms:"}]


def pieces(view: View, things: Iterator[Any]) -> Iterator[bytes]:
    """A collection with one page, which holds every annotation, in order."""
    about = view.about()
    collection = name("collection", f"{about['record']}\0{about['filter']}\0{about['made']}")
    head = {
        "@context": CONTEXT,
        "id": collection,
        "type": "AnnotationCollection",
        "label": f"{about['record']}, {about['what']}: {about['filter']}",
        "generator": _software(about["by"]),
        "generated": view.made,
    }
    page = {"id": name("page", collection), "type": "AnnotationPage", "partOf": collection, "startIndex": 0}
    yield f'{json_text(head)[:-1]},\n"first": {json_text(page)[:-1]}, "items": ['.encode()
    total, lead = 0, "\n"
    for told in things:
        yield (lead + json_text(annotation(told, about["by"]))).encode()
        total, lead = total + 1, ",\n"
    yield f'\n]}},\n"total": {total}}}\n'.encode()


def annotation(told: Told, by: str) -> dict[str, Any]:
    """One statement as an annotation; words that their attribution cuts are several targets."""
    document, statement = told.document, told.statement
    shown = line(told)
    speaker = speaker_name(told)
    bodies: list[dict[str, Any]] = [
        {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": sentence(told)},
        {"type": "TextualBody", "purpose": "tagging", "value": statement.mode},
        {"type": "TextualBody", "purpose": "tagging", "value": statement.act},
    ]
    if speaker:
        bodies.append({"type": "TextualBody", "purpose": "identifying", "value": speaker})
    bodies.append({"type": "onrecord:Statement"} | {f"onrecord:{key}": shown[key] for key in _KEYS})
    targets = [_target(document, span) for span in statement.content]
    return {
        "@context": CONTEXT,
        "id": name("statement", statement.id),
        "type": "Annotation",
        "motivation": "describing",
        "creator": _creator(told) or _software(by),
        "body": bodies,
        "target": targets[0] if len(targets) == 1 else targets,
    }


_KEYS = (
    "id", "mode", "act", "text", "cue", "speaker", "addressee", "via", "said", "rule", "score", "chain",
    "review",
)  # fmt: skip


def name(kind: str, id: str) -> str:
    """The IRI of a thing: the same for the same id, wherever it is exported."""
    from uuid import UUID, uuid5  # it asks the system for addresses as it is loaded

    return uuid5(UUID(_SPACE), whole(f"{kind}\0{id}")).urn


def _target(document: Document, span: Span) -> dict[str, Any]:
    text = document.text
    target: dict[str, Any] = {
        "type": "SpecificResource",
        "source": web_address(document.url) or quote(whole(document.path), safe="/"),
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": span.of(text),
                "prefix": text[max(span.start - AROUND, 0) : span.start],
                "suffix": text[span.end : span.end + AROUND],
            },
        ],
    }
    if document.fetched:
        target["state"] = {"type": "TimeState", "sourceDate": document.fetched.earliest}
    return target


def _creator(told: Told) -> dict[str, str] | None:
    """The person who says so, where one accepted or corrected the statement."""
    decided = told.review
    if decided is None or decided.verdict not in ("accepted", "corrected"):
        return None
    return {"type": "Person", "name": decided.author}


def _software(name: str) -> dict[str, str]:
    return {"type": "Software", "name": name}
