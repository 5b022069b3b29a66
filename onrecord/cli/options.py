"""Every option of the command line is written once, so that it means the same wherever it is taken."""

from __future__ import annotations

import os
from enum import StrEnum
from typing import Annotated, Any

import typer

from onrecord.errors import SettingsError
from onrecord.model import ACTS, FAMILIES, MODES
from onrecord.settings import Settings

TABLE_LIMIT = 50

Format = StrEnum("Format", ["table", "jsonl", "csv"])
FindingOrder = StrEnum("FindingOrder", ["score", "newest", "oldest"])
Output = StrEnum(
    "Output",
    ["jsonl", "csv", "xlsx", "webanno", "bibtex", "csl", "tei", "gexf", "timelinejs", "cas", "parquet"],
)
Order = StrEnum("Order", ["newest", "oldest"])
TraceOrder = StrEnum("TraceOrder", ["reports", "size", "newest", "oldest"])

# The first option of a listing's help, and of a reading's, is the one most used.
Places = Annotated[
    list[str],
    typer.Argument(metavar="PATH", help="Files, folders, archives or addresses; - is standard input."),
]
RecordFile = Annotated[
    str | None,
    typer.Option(
        "--record", metavar="FILE", help="The record.  [default: ./press.onrecord]", show_default=False
    ),
]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers",
        metavar="N",
        min=0,
        help="Processes that read; 0 is one a processor, 1 is this one alone.",
    ),
]
RulesOnly = Annotated[bool, typer.Option("--rules-only", help="Load no model; find by rules alone, faster.")]
Set = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="NAME=VALUE", help="Change a setting, for example max_document_mb=200."),
]
Facts = Annotated[
    list[str] | None,
    typer.Option("--facts", metavar="FILE", help="More dated facts to count from; can be given again."),
]
FormatOption = Annotated[
    Format | None,
    typer.Option("--format", help="How to print.  [default: table on a terminal, jsonl in a pipe]"),
]
Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="WORDS", help='Words to find; "\\"an exact phrase\\"" and begin* work too.'),
]
Speaker = Annotated[
    str | None,
    typer.Option(
        "--speaker", metavar="WORDS", help='Words of the speaker\'s name, also where only "he" stands.'
    ),
]
Entity = Annotated[
    str | None,
    typer.Option("--entity", metavar="ID", help="What one entity says, as `speakers` lists them."),
]
Author = Annotated[
    str | None,
    typer.Option(
        "--author", metavar="NAME", help="Who decides.  [default: your user name]", show_default=False
    ),
]
Outlet = Annotated[str | None, typer.Option("--outlet", metavar="WORDS", help="Words of the outlet's name.")]
ModeOption = Annotated[str | None, typer.Option("--mode", metavar="MODE", help=f"One of {', '.join(MODES)}.")]
ActOption = Annotated[str | None, typer.Option("--act", metavar="ACT", help=f"One of {', '.join(ACTS)}.")]
DocumentOption = Annotated[
    str | None, typer.Option("--document", metavar="ID|PATH", help="A document's id, or a part of its path.")
]
Language = Annotated[
    str | None, typer.Option("--language", metavar="CODE", help="ISO 639-1, for example en.")
]
Since = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", help="Published on or after 2023, 2023-05 or 2023-05-08."),
]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Published on or before.")]
NoSpeaker = Annotated[bool, typer.Option("--no-speaker", help="Only statements that name no speaker.")]
AllVersions = Annotated[
    bool, typer.Option("--all-versions", help="Statements of texts that were replaced by newer ones too.")
]
OrderOption = Annotated[Order, typer.Option("--order", help="By date of publication.")]
KindOption = Annotated[
    str | None, typer.Option("--kind", metavar="KIND", help=f"One of {', '.join(FAMILIES)}.")
]
Formulas = Annotated[
    bool, typer.Option("--formulas", help="Formulas too: mottos, disclaimers, standing paragraphs.")
]
AtLeast = Annotated[
    int, typer.Option("--at-least", metavar="N", min=0, help="Only words that stand in so many reports.")
]
TraceOrderOption = Annotated[
    TraceOrder,
    typer.Option("--order", help="By reports, by size (all places), or by the day it first stood."),
]
FindingOrderOption = Annotated[
    FindingOrder, typer.Option("--order", help="The likeliest first, or by the last publication.")
]
CheckOption = Annotated[
    str | None, typer.Option("--check", metavar="NAME", help="Only what one check found (`onrecord checks`).")
]
ScoreOption = Annotated[
    float, typer.Option("--at-least", metavar="SCORE", min=0, max=1, help="Only from this score on.")
]
ReviewedOption = Annotated[
    str | None,
    typer.Option(
        "--reviewed", metavar="STATE", help="open, accepted, rejected or all.  [default: all but rejected]",
        show_default=False,
    ),
]  # fmt: skip
DecidedOption = Annotated[
    str | None,
    typer.Option(
        "--reviewed", metavar="STATE",
        help="no, accepted, corrected, rejected, noted, any or all.  [default: all but rejected]",
        show_default=False,
    ),
]  # fmt: skip
Unfold = Annotated[
    bool, typer.Option("--unfold", help="Show copies of whole texts one by one, not as one report.")
]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit",
        metavar="N",
        min=0,
        help=f"How many at most.  [default: {TABLE_LIMIT} in a table, else all]",
        show_default=False,
    ),
]


def settings(
    record: str | None = None,
    workers: int | None = None,
    changes: list[str] | None = None,
    rules_only: bool = False,
    facts: list[str] | None = None,
) -> Settings:
    """The settings of a command: its options, over the environment, over onrecord.toml.

    Raises:
        SettingsError: an unknown name, a value that does not fit, a --set without "=", or one that names
            another reader than --rules-only.
    """
    given = os.pathsep.join(facts) if facts else None
    reader = "rules" if rules_only else None
    loaded = Settings.load(record=record, workers=workers, reader=reader, facts=given)
    named: dict[str, Any] = {}
    for change in changes or []:
        name, sign, value = change.partition("=")
        if not sign:
            raise SettingsError(f"{change!r} sets nothing", "--set", "write NAME=VALUE")
        named[name.strip()] = value.strip()
    changed = loaded.changed(named, where="--set")
    if rules_only and changed.reader != "rules":
        raise SettingsError(
            f"reader={changed.reader} needs a model", "--rules-only", "leave out one of the two"
        )
    return changed


def author(given: str | None) -> str:
    """Who decides: the name that is given, else the user's on this machine."""
    import getpass

    if given is not None:
        return given
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        raise SettingsError("nobody's name is known here", "--author", "give your own") from None
