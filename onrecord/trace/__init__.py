"""How one text repeats another: pure functions of words, blind to where documents are kept."""

from __future__ import annotations

from onrecord.trace.align import likenesses
from onrecord.trace.answers import MOST_GIVEN, Fit, Given, fits, given
from onrecord.trace.cutting import Cutting, cutting, joined
from onrecord.trace.direction import Dated, direction
from onrecord.trace.edits import Compared, Side, compared
from onrecord.trace.families import SPREAD, UNDATED, Groups, Held, groups
from onrecord.trace.folds import folded, reports, sketch
from onrecord.trace.keys import Found, Keys, found, keys, ranges, some, together
from onrecord.trace.pairs import ANCHORS, Holders, Pairs, candidates, capped, holders, parted, upset
from onrecord.trace.pieces import Cut, Pieces, cut_text, pieces, rejoined
from onrecord.trace.worded import Lined, lined

__all__ = [
    "ANCHORS",
    "MOST_GIVEN",
    "SPREAD",
    "UNDATED",
    "VERSION",
    "Compared",
    "Cut",
    "Cutting",
    "Dated",
    "Fit",
    "Found",
    "Given",
    "Groups",
    "Held",
    "Holders",
    "Keys",
    "Lined",
    "Pairs",
    "Pieces",
    "Side",
    "candidates",
    "capped",
    "compared",
    "cut_text",
    "cutting",
    "direction",
    "fits",
    "folded",
    "found",
    "given",
    "groups",
    "holders",
    "joined",
    "keys",
    "likenesses",
    "lined",
    "parted",
    "pieces",
    "ranges",
    "rejoined",
    "reports",
    "sketch",
    "some",
    "together",
    "upset",
]

VERSION = 1
