"""The Python door: all that the command line does, as typed functions that neither print nor exit.

    from onrecord import api

    api.add("press.onrecord", ["saved/"])
    for document, statement in api.statements("press.onrecord", api.Filter(speaker="Petrova")):
        print(document.title, [span.of(document.text) for span in statement.content])

Formats of text are written by `onrecord.export`. What a user can get wrong raises `OnrecordError`.
"""

from __future__ import annotations

from onrecord.api.people import (
    apart,
    decisions,
    doubts,
    import_speakers,
    merge,
    name,
    rename,
    speakers,
    split,
    undo,
)
from onrecord.api.texts import (
    ShownDocument,
    ShownStatement,
    add,
    counts,
    dates,
    documents,
    failures,
    link,
    read,
    recorded_dates,
    rendered,
    show,
    statements,
    told,
)
from onrecord.record import (
    Counts,
    Decision,
    DoubtRow,
    FailureRow,
    Filter,
    Imported,
    Listed,
    SpeakerRow,
    Told,
    Who,
)
from onrecord.run import Joined, Read, Render, Rendered, Summary, Watch

__all__ = [
    "Counts",
    "Decision",
    "DoubtRow",
    "FailureRow",
    "Filter",
    "Imported",
    "Joined",
    "Listed",
    "Read",
    "Render",
    "Rendered",
    "ShownDocument",
    "ShownStatement",
    "SpeakerRow",
    "Summary",
    "Told",
    "Watch",
    "Who",
    "add",
    "apart",
    "counts",
    "dates",
    "decisions",
    "documents",
    "doubts",
    "failures",
    "import_speakers",
    "link",
    "merge",
    "name",
    "read",
    "recorded_dates",
    "rename",
    "rendered",
    "show",
    "speakers",
    "split",
    "statements",
    "told",
    "undo",
]
