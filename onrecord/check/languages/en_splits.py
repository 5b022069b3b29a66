"""English words by which a whole is split into parts that repeat one form; data only, no logic."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.check.languages.en_sums import CLASSES

MADE_OF = r"made up of|consisting of|comprising|composed of|that is|of which|of whom|namely"
"""What stands between a whole and all its parts."""

PREPOSITIONS = r"in|from|at|on|about|by|for|near|of|to|over|against"
"""What stands between a part's number and what is its own: "12 in Orsk, 8 in Velin"."""

SORTS = (
    r"men|women|children|boys|girls|adults|minors|infants|passengers|crew(?: members)?|soldiers|civilians|"
    r"militants|fighters|killed|wounded|missing|dead|injured|Democrats|Republicans|independents|citizens|"
    r"foreigners|students|teachers"
)
"""What people of one whole are, one or the other."""

DIVIDED = r"(?:divided|split|shared|distributed|allocated)\s(?:up\s)?(?:among|between)\s"
"""What stands between a whole and those that have its parts, each with its number in brackets."""

CAST = r"(?:votes|ballots)\s(?:were|have been|had been)\s(?:cast|counted)"
WON = r"got|won|received|polled|took|drew|with"
"""How many voted, and what stands before the votes of each."""


def one_class(sorts: Iterable[str]) -> bool:
    """Whether people of these sorts are of one whole, and nobody of two."""
    return any(all(re.fullmatch(one, sort) for sort in sorts) for one in CLASSES)
