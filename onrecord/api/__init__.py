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
from onrecord.api.traces import (
    FamilyHop,
    ShownFamily,
    ShownHop,
    ShownMember,
    families,
    family,
    hops,
    trace,
    verify,
    verify_file,
)
from onrecord.record import (
    Counts,
    Decision,
    DoubtRow,
    FailureRow,
    FamilyFilter,
    FamilyHead,
    FamilyRow,
    Filter,
    Imported,
    Listed,
    SpeakerRow,
    Told,
    Who,
)
from onrecord.run import Joined, Read, Render, Rendered, Stand, Summary, Traced, Verified, Watch

__all__ = [
    "Counts",
    "Decision",
    "DoubtRow",
    "FailureRow",
    "FamilyFilter",
    "FamilyHead",
    "FamilyHop",
    "FamilyRow",
    "Filter",
    "Imported",
    "Joined",
    "Listed",
    "Read",
    "Render",
    "Rendered",
    "ShownDocument",
    "ShownFamily",
    "ShownHop",
    "ShownMember",
    "ShownStatement",
    "SpeakerRow",
    "Stand",
    "Summary",
    "Told",
    "Traced",
    "Verified",
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
    "families",
    "family",
    "hops",
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
    "trace",
    "undo",
    "verify",
    "verify_file",
]
