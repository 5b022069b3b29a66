"""A person's decision stands until it is withdrawn, and withdrawing it takes back all that it made."""

from __future__ import annotations

from onrecord.record.linking import Linking


class Deciding(Linking):
    """What a person decides about entities."""
