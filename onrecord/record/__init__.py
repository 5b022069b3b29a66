"""One SQLite file, which documents and statements are only added to; all SQL is in this room."""

from onrecord.record.deciding import Decision
from onrecord.record.linking import Forms, Guess, Name, Role, Waiting
from onrecord.record.listing import Listed
from onrecord.record.search import ORDERS, Filter
from onrecord.record.speaking import Told, Who
from onrecord.record.store import Counts, FailureRow, Record
from onrecord.record.writing import Added

__all__ = [
    "ORDERS",
    "Added",
    "Counts",
    "Decision",
    "FailureRow",
    "Filter",
    "Forms",
    "Guess",
    "Listed",
    "Name",
    "Record",
    "Role",
    "Told",
    "Waiting",
    "Who",
]
