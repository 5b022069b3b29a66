"""One SQLite file, which documents and statements are only added to; all SQL is in this room."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from onrecord.record.checking import Checkable, Checked, Unchecked
from onrecord.record.contents import Contents, contents
from onrecord.record.deciding import Decision
from onrecord.record.events import EVENT_KINDS, Event
from onrecord.record.faces import Contact, Printed, ShownSpeaker, Spelling, Telling, Topics
from onrecord.record.families import (
    FAMILY_ORDERS,
    SAMPLE,
    FamilyFilter,
    FamilyHead,
    FamilyListed,
    FamilyPage,
    FamilyRow,
    HopRow,
)
from onrecord.record.findings import FINDING_ORDERS, REVIEWED, Exhibit, FindingFilter, FindingRow
from onrecord.record.hitting import hits
from onrecord.record.identity import named
from onrecord.record.importing import Entry, Imported
from onrecord.record.leaving import Kept
from onrecord.record.linking import Forms, Guess, Name, Role, Waiting
from onrecord.record.listing import Listed
from onrecord.record.lists import Person, read_list
from onrecord.record.outlines import FamilyPart, FamilySpot, FamilySpread, Outline
from onrecord.record.people import DoubtRow, SpeakerRow
from onrecord.record.retelling import Heard, Repetition, Retellings, Side, Uttered
from onrecord.record.rows import host
from onrecord.record.search import ORDERS, STATES, Filter
from onrecord.record.speaking import Told, Who
from onrecord.record.store import Counts, FailureRow, Record
from onrecord.record.tallies import Cell, Count, Crossed, Listing, Tally
from onrecord.record.tracing import FamilyRows, Mark, Place, Source, Untraced, Utterance
from onrecord.record.writing import Added

if TYPE_CHECKING:
    from onrecord.record.moments import Looking, Moments
    from onrecord.record.quoting import About, Kin, Places, Spot

__all__ = [
    "EVENT_KINDS",
    "FAMILY_ORDERS",
    "FINDING_ORDERS",
    "ORDERS",
    "REVIEWED",
    "SAMPLE",
    "STATES",
    "About",
    "Added",
    "Cell",
    "Checkable",
    "Checked",
    "Contact",
    "Contents",
    "Count",
    "Counts",
    "Crossed",
    "Decision",
    "DoubtRow",
    "Entry",
    "Event",
    "Exhibit",
    "FailureRow",
    "FamilyFilter",
    "FamilyHead",
    "FamilyListed",
    "FamilyPage",
    "FamilyPart",
    "FamilyRow",
    "FamilyRows",
    "FamilySpot",
    "FamilySpread",
    "Filter",
    "FindingFilter",
    "FindingRow",
    "Forms",
    "Guess",
    "Heard",
    "HopRow",
    "Imported",
    "Kept",
    "Kin",
    "Listed",
    "Listing",
    "Looking",
    "Mark",
    "Moments",
    "Name",
    "Outline",
    "Person",
    "Place",
    "Places",
    "Printed",
    "Record",
    "Repetition",
    "Retellings",
    "Role",
    "ShownSpeaker",
    "Side",
    "Source",
    "SpeakerRow",
    "Spelling",
    "Spot",
    "Tally",
    "Telling",
    "Told",
    "Topics",
    "Unchecked",
    "Untraced",
    "Utterance",
    "Uttered",
    "Waiting",
    "Who",
    "contents",
    "hits",
    "host",
    "named",
    "read_list",
]

# They need a library that takes a while to load: who asks for neither words nor counts does not wait.
_LATER = {
    "quoting": ("About", "Kin", "Places", "Spot"),
    "moments": ("Looking", "Moments"),
}


def __getattr__(name: str) -> Any:
    module = next((module for module, names in _LATER.items() if name in names), None)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{module}"), name)
