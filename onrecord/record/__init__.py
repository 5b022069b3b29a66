"""One SQLite file, which documents and statements are only added to; all SQL is in this room."""

from onrecord.record.deciding import Decision
from onrecord.record.importing import Entry, Imported
from onrecord.record.linking import Forms, Guess, Name, Role, Waiting
from onrecord.record.listing import Listed
from onrecord.record.lists import Person, read_list
from onrecord.record.people import DoubtRow, SpeakerRow
from onrecord.record.quoting import About, Kin, Places, Spot
from onrecord.record.search import ORDERS, Filter
from onrecord.record.speaking import Told, Who
from onrecord.record.store import Counts, FailureRow, Record
from onrecord.record.traces import FAMILY_ORDERS, SAMPLE, FamilyFilter, FamilyHead, FamilyRow, HopRow
from onrecord.record.tracing import FamilyRows, Place, Source, Untraced, Utterance
from onrecord.record.writing import Added

__all__ = [
    "FAMILY_ORDERS",
    "ORDERS",
    "SAMPLE",
    "About",
    "Added",
    "Counts",
    "Decision",
    "DoubtRow",
    "Entry",
    "FailureRow",
    "FamilyFilter",
    "FamilyHead",
    "FamilyRow",
    "FamilyRows",
    "Filter",
    "Forms",
    "Guess",
    "HopRow",
    "Imported",
    "Kin",
    "Listed",
    "Name",
    "Person",
    "Place",
    "Places",
    "Record",
    "Role",
    "Source",
    "SpeakerRow",
    "Spot",
    "Told",
    "Untraced",
    "Utterance",
    "Waiting",
    "Who",
    "read_list",
]
