"""What a person decided is followed at once: the documents it concerns are joined again, and no others."""

from __future__ import annotations

from onrecord import link
from onrecord.record import Name, Record
from onrecord.run.linking import Joiner, link_key
from onrecord.settings import Settings


def called(form: str, kind: str) -> Name:
    """A form of a name with what linking compares: its one spelling and the keys of near names."""
    return Name(form, link.normal(form, kind), link.keys(form, kind))


def join(store: Record, settings: Settings) -> int:
    """Join what waits in a record that is open for writing; gives the number of documents.

    Raises:
        OnrecordError: a file of facts cannot be read.
    """
    return sum(1 for _ in Joiner(store, link_key(settings)).waiting())
