"""Bytes of any format become documents with typed passages; bad input becomes a Failure, never an error."""

from __future__ import annotations

from onrecord.read.dateline import Dateline, dateline
from onrecord.read.decode import documents
from onrecord.read.layout import Block, passages
from onrecord.read.load import load
from onrecord.read.walk import items

VERSION: int = 3
"""Changes whenever the same bytes would read differently."""

__all__ = ["VERSION", "Block", "Dateline", "dateline", "documents", "items", "load", "passages"]
