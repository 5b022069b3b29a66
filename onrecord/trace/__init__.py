"""How one text repeats another: pure functions of words, blind to where documents are kept."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.trace.align import likenesses
    from onrecord.trace.answers import MOST_GIVEN, Fit, Given, fits, given
    from onrecord.trace.batches import Cutting, cutting, joined
    from onrecord.trace.directed import Dated, direction
    from onrecord.trace.edits import Compared, Side, compared
    from onrecord.trace.families import SPREAD, UNDATED, Groups, Held, groups
    from onrecord.trace.folds import folded, reports, sketch
    from onrecord.trace.keyed import Found, Keys, among, distinct, found, keys, ranges, some, together
    from onrecord.trace.pairs import ANCHORS, Holders, Pairs, candidates, capped, holders, parted, upset
    from onrecord.trace.pieced import Cut, Pieces, cut_text, pieces, rejoined
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
    "among",
    "candidates",
    "capped",
    "compared",
    "cut_text",
    "cutting",
    "direction",
    "distinct",
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

# They need libraries, and words, that take a while to load: who only asks whether there is anything to trace
# waits for none, others for what they use. No module is called as one of these: it would take its place.
_LATER = {
    "ANCHORS": "pairs",
    "Compared": "edits",
    "Cut": "pieced",
    "Cutting": "batches",
    "Dated": "directed",
    "Fit": "answers",
    "Found": "keyed",
    "Given": "answers",
    "Groups": "families",
    "Held": "families",
    "Holders": "pairs",
    "Keys": "keyed",
    "Lined": "worded",
    "MOST_GIVEN": "answers",
    "Pairs": "pairs",
    "Pieces": "pieced",
    "SPREAD": "families",
    "Side": "edits",
    "UNDATED": "families",
    "among": "keyed",
    "candidates": "pairs",
    "capped": "pairs",
    "compared": "edits",
    "cut_text": "pieced",
    "cutting": "batches",
    "direction": "directed",
    "distinct": "keyed",
    "fits": "answers",
    "folded": "folds",
    "found": "keyed",
    "given": "answers",
    "groups": "families",
    "holders": "pairs",
    "joined": "batches",
    "keys": "keyed",
    "likenesses": "align",
    "lined": "worded",
    "parted": "pairs",
    "pieces": "pieced",
    "ranges": "keyed",
    "rejoined": "pieced",
    "reports": "folds",
    "sketch": "folds",
    "some": "keyed",
    "together": "keyed",
    "upset": "pairs",
}


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
    return found
