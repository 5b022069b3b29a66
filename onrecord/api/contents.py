"""What a record holds is told as it stands when it is asked."""

from __future__ import annotations

from onrecord import record as records
from onrecord.api.listing import Place, reading
from onrecord.record import Contents


def contents(record: Place) -> Contents:
    """What was read into a record: formats, languages, outlets, dates, and what was made of it.

    Raises:
        RecordError: the record cannot be opened.
    """
    with reading(record) as store:
        return records.contents(store)
