"""Invented documents and statements for the tests of the record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from onrecord.model import (
    Document,
    Figure,
    Linked,
    Mention,
    Passage,
    Reading,
    Said,
    Span,
    Speaker,
    Statement,
    Time,
    When,
    digest,
    document_id,
    statement_id,
)

TEXT = "Mayor Ada Lovelock said: “The bridge reopens in May.”\n\nThe harbour master, José Peñas, doubted it."
Result = tuple[Reading, Linked]
Make = Callable[..., Result]


def day(date: str) -> When:
    return When(date, f"{date}T00:00:00Z", f"{date}T23:59:59Z")


def make(
    text: str = TEXT,
    source: str = "/news/bridge.txt",
    published: str | None = "2031-05-08",
    said: Sequence[tuple[str, str | None]] = (("The bridge reopens in May.", "Mayor Ada Lovelock"),),
    **other: object,
) -> Result:
    """A reading of `text` with one direct statement for each (words, speaker) that stands in it.

    `figures` are names whose mentions are the speakers' spans that hold them, or (name, roles); `times` are
    words that denote 2031-05-08; `inferred` is a date of publication with a basis.
    """
    key = digest(text.encode())
    known: dict[str, object] = {
        "id": document_id(source, key),
        "path": source.lstrip("/"),
        "source": source,
        "outlet": "The Daily Lantern",
        "url": None,
        "title": "The bridge",
        "authors": ("R. Quill",),
        "kind": "text",
        "language": "en",
        "published": day(published) if published else None,
        "updated": None,
        "fetched": None,
        "text": text,
        "digest": key,
    }
    raw = other.pop("raw", None)
    figures, times, inferred = (other.pop(name, ()) for name in ("figures", "times", "inferred"))
    mode, act = other.pop("mode", "direct"), other.pop("act", "said")
    document = Document(**(known | other))  # type: ignore[arg-type]
    passages, at = [], 0
    for number, part in enumerate(text.split("\n\n")):
        if part:
            passages.append(Passage(document.id, number, Span(at, at + len(part)), "paragraph"))
        at += len(part) + 2
    statements = []
    for words, speaker in said:
        start = text.index(words)
        content = (Span(start, start + len(words)),)
        who = None
        if speaker:
            place = text.index(speaker)
            who = Speaker(Span(place, place + len(speaker)), speaker)
        id = statement_id(document.id, str(mode), None, content)
        statements.append(
            Statement(id, document.id, 0, content, None, who, None, (), None, mode, act, "test", 0.5)  # type: ignore[arg-type]
        )
    linked = Linked(
        tuple(statements),
        tuple(figured(n, given, text, statements) for n, given in enumerate(figures)),  # type: ignore[arg-type]
        tuple(timed(document.id, words, text) for words in times),  # type: ignore[attr-defined]
        Said(day(inferred), None, "counted from the text") if inferred else None,  # type: ignore[arg-type]
    )
    return Reading(document, tuple(passages), raw), linked  # type: ignore[arg-type]


def figured(
    number: int, given: str | tuple[str, list[str]], text: str, statements: Sequence[Statement]
) -> Figure:
    """A person of this name (and roles) who speaks wherever the speaker's mention holds the name."""
    name, roles = (given, []) if isinstance(given, str) else given
    spans = {s.speaker.span for s in statements if s.speaker and name in s.speaker.span.of(text)}
    mentions = tuple(Mention(span, "full name") for span in sorted(spans))
    return Figure(number, "person", name, (name,), tuple(roles), mentions)


def timed(document: str, words: str, text: str) -> Time:
    start = text.index(words)
    return Time(document, Span(start, start + len(words)), day("2031-05-08"), "as printed")


@pytest.fixture
def reading() -> Make:
    return make


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "press.onrecord"
