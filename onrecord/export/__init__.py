"""Every format a record leaves in is one entry of FORMATS, and the same entry always writes the same text.

A format is a pure function for each kind of thing that is listed (KINDS), with the line that stands above it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from onrecord.export import csv, jsonl
from onrecord.export.lines import (
    chain,
    date_line,
    decision_line,
    document_line,
    doubt_line,
    edit_line,
    failure_line,
    family_line,
    finding_line,
    hop_line,
    line,
    review_line,
    speaker_line,
    told,
    verified_line,
    words,
)
from onrecord.model import Document, Linked

__all__ = [
    "FORMATS",
    "KINDS",
    "Format",
    "chain",
    "date_line",
    "decision_line",
    "document_line",
    "doubt_line",
    "edit_line",
    "failure_line",
    "family_line",
    "finding_line",
    "hop_line",
    "line",
    "named",
    "review_line",
    "speaker_line",
    "told",
    "verified_line",
    "words",
    "written",
]

# What is listed: as `api` gives it, apart from dates, which come as (document, time).
KINDS = (
    "statements", "documents", "failures", "speakers", "doubts", "decisions", "dates", "families", "hops",
    "verified", "findings", "reviews",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Format:
    """One format of text in which things leave.

    Attributes:
        name: what the command line calls it.
        help: one sentence.
        lines: for each of KINDS, the text of one thing.
        rendered: the text of the statements of a document that is in no record; it can be named in another
            process.
        heads: for each of KINDS, the line above; none is nothing.
    """

    name: str
    help: str
    lines: Mapping[str, Callable[[Any], str]]
    rendered: Callable[[Document, Linked], str]
    heads: Mapping[str, str] = field(default_factory=dict)


FORMATS: tuple[Format, ...] = (
    Format("jsonl", "one JSON object a line", jsonl.LINES, jsonl.rendered),
    Format("csv", "one row a thing, safe for spreadsheets", csv.LINES, csv.rendered, csv.HEADS),
)


def named(name: str) -> Format:
    """The format of that name.

    Raises:
        KeyError: there is none.
    """
    return {format.name: format for format in FORMATS}[name]


def written(format: Format, kind: str, found: Iterable[Any]) -> Iterator[str]:
    """The whole text of a list, piece by piece, so that memory stays flat however much is found."""
    yield format.heads.get(kind, "")
    line = format.lines[kind]
    for thing in found:
        yield line(thing)
