"""The trained reader: paragraphs in, attributions out; it needs nothing but its folder and two libraries."""

from __future__ import annotations

from onrecord.find.trained.model import Model, model
from onrecord.find.trained.reader import MARKS, Attribution, attributions

__all__ = ["MARKS", "Attribution", "Model", "attributions", "model"]
