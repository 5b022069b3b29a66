"""Every format a record leaves in is one entry of FORMATS, and the same entry always writes the same things.

A format writes a `View`: exactly what a list shows. The formats that lists print too (jsonl, csv) also have a
pure function for each of KINDS that gives the text of one thing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from onrecord.export import (
    bibtex,
    cas,
    csl,
    csv,
    gexf,
    jsonl,
    parquet,
    tei,
    timelinejs,
    webanno,
    xlsx,
)
from onrecord.export.changes import summed
from onrecord.export.lineages import BASIS, does, left_out, parted
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
from onrecord.export.views import FILTERS, LISTS, View, described
from onrecord.model import Document, Linked

__all__ = [
    "BASIS",
    "FILTERS",
    "FORMATS",
    "KINDS",
    "Format",
    "View",
    "chain",
    "date_line",
    "decision_line",
    "described",
    "document_line",
    "does",
    "doubt_line",
    "edit_line",
    "failure_line",
    "family_line",
    "file_name",
    "finding_line",
    "formats",
    "hop_line",
    "left_out",
    "line",
    "named",
    "parted",
    "review_line",
    "speaker_line",
    "stream",
    "summed",
    "told",
    "verified_line",
    "words",
    "written",
]

# What is listed: as `api` gives it, apart from dates, which come as (document, time).
KINDS = tuple(LISTS)
_TOLD = ("statements",)
_CITED = ("statements", "documents")
_CHUNK = 1 << 16  # bytes that a stream gives at a time, more or less


@dataclass(frozen=True, slots=True)
class Format:
    """One format in which things leave.

    Attributes:
        name: what the command line calls it.
        help: one sentence.
        suffix: how its files end, without the dot.
        media: its media type.
        kinds: those of KINDS that it can take.
        pieces: from a view and the things in it, the bytes of the file, piece by piece.
        binary: whether it is no text, and nothing for a terminal.
        lines: for each of KINDS, the text of one thing; empty where things cannot be written by themselves.
        rendered: the text of the statements of a document that is in no record; it can be named in another
            process. None where `lines` is empty.
        heads: for each of KINDS, the line above; none is nothing.
    """

    name: str
    help: str
    suffix: str
    media: str
    kinds: tuple[str, ...]
    pieces: Callable[[View, Iterator[Any]], Iterator[bytes]]
    binary: bool = False
    lines: Mapping[str, Callable[[Any], str]] = field(default_factory=dict)
    rendered: Callable[[Document, Linked], str] | None = None
    heads: Mapping[str, str] = field(default_factory=dict)


def written(format: Format, kind: str, found: Iterable[Any]) -> Iterator[str]:
    """The whole text of a list, piece by piece, so that memory stays flat however much is found.

    It is for formats that have `lines`.
    """
    yield format.heads.get(kind, "")
    line = format.lines[kind]
    for thing in found:
        yield line(thing)


def _line_by_line(view: View, things: Iterator[Any], name: str) -> Iterator[bytes]:
    for text in written(named(name), view.kind, things):
        yield text.encode("utf-8", "backslashreplace")


def _jsonl(view: View, things: Iterator[Any]) -> Iterator[bytes]:
    return _line_by_line(view, things, "jsonl")


def _csv(view: View, things: Iterator[Any]) -> Iterator[bytes]:
    return _line_by_line(view, things, "csv")


FORMATS: tuple[Format, ...] = (
    Format(
        "jsonl", "one JSON object a line, with nothing left out", "jsonl", "application/x-ndjson", KINDS,
        _jsonl, False, jsonl.LINES, jsonl.rendered,
    ),
    Format(
        "csv", "one row a thing, safe for spreadsheets", "csv", "text/csv; charset=utf-8", KINDS,
        _csv, False, csv.LINES, csv.rendered, csv.HEADS,
    ),
    Format(
        "xlsx", "a workbook with the rows, their documents, and what was asked for", "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", KINDS, xlsx.pieces, True,
    ),
    Format(
        "webanno", "W3C Web Annotations in JSON-LD, one a statement", "jsonld", "application/ld+json",
        _TOLD, webanno.pieces,
    ),
    Format(
        "bibtex", "BibTeX entries with the passage and the day of access", "bib",
        "application/x-bibtex; charset=utf-8", _CITED, bibtex.pieces,
    ),
    Format(
        "csl", "CSL-JSON items for Zotero and others, with the passage and the day of access", "json",
        "application/vnd.citationstyles.csl+json", _CITED, csl.pieces,
    ),
    Format(
        "tei", "TEI P5: the texts with who says what marked in them", "xml", "application/tei+xml",
        _TOLD, tei.pieces,
    ),
    Format(
        "gexf", "the network of speakers, relays, outlets and addressees, for Gephi", "gexf",
        "application/gexf+xml", _TOLD, gexf.pieces,
    ),
    Format(
        "timelinejs", "a timeline for TimelineJS", "json", "application/json", _TOLD, timelinejs.pieces,
    ),
    Format(
        "cas", "UIMA CAS JSON for INCEpTION, a ZIP with one file a document", "zip", "application/zip",
        _TOLD, cas.pieces, True,
    ),
    Format(
        "parquet", "Parquet tables with all that the view refers to, and a Data Package descriptor; zipped",
        "zip", "application/zip", ("statements", "documents"), parquet.pieces, True,
    ),
)  # fmt: skip


def named(name: str) -> Format:
    """The format of that name.

    Raises:
        KeyError: there is none.
    """
    return {format.name: format for format in FORMATS}[name]


def formats(kind: str) -> tuple[Format, ...]:
    """The formats in which things of this kind can leave."""
    return tuple(format for format in FORMATS if kind in format.kinds)


def stream(format: Format, view: View) -> Iterator[bytes]:
    """The bytes of the file in pieces of some size, made as they are asked for.

    What is wrong with the record or the filter raises here, before the first piece.

    Raises:
        RecordError: the record cannot be opened.
        UsageError: the filter means nothing.
    """
    return _gathered(format.pieces(view, view.things()))


def file_name(format: Format, view: View) -> str:
    """What to call the file: the kind of things, the day, and the suffix; plain ASCII."""
    return f"{view.kind}-{view.made[:10]}.{format.suffix}"


def _gathered(pieces: Iterator[bytes]) -> Iterator[bytes]:
    held, size = [], 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= _CHUNK:
            yield b"".join(held)
            held, size = [], 0
    if held:
        yield b"".join(held)
