"""What a person decided is followed at once: the documents it concerns are joined again, and no others."""

from __future__ import annotations

from onrecord.record import Record
from onrecord.run.linking import Joiner, link_key
from onrecord.settings import Settings


def join(store: Record, settings: Settings) -> int:
    """Join what waits in a record that is open for writing; gives the number of documents.

    Raises:
        OnrecordError: a file of facts cannot be read.
    """
    return sum(1 for _ in Joiner(store, link_key(settings)).waiting())
