"""Texts that are cut in several parts give what they give cut together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from onrecord.trace.folds import sketches
from onrecord.trace.keyed import Found, found, ranges
from onrecord.trace.pieced import Cut, Pieces, pieces


class Cutting(NamedTuple):
    """All that is known of some texts before they are compared.

    Attributes:
        pieces: their pieces.
        found: the keys of these.
        sketches: for each text its sketch.
    """

    pieces: Pieces
    found: Found
    sketches: list[bytes]


def cutting(texts: Sequence[str], passages: Sequence[Sequence[tuple[int, int]]]) -> Cutting:
    """Cut texts, given their passages, as `pieces` does."""
    made = pieces(texts, passages)
    spoken = ranges(made.firsts, made.lasts)
    words = np.concatenate([np.zeros(1, np.int64), np.cumsum(made.lasts - made.firsts)])
    edges = words[np.searchsorted(made.text, np.arange(len(texts) + 1))]
    sketched = sketches(made.cut.hashes[spoken], made.cut.numeric[spoken], edges)
    return Cutting(made, found(made.cut, made.firsts, made.lasts), sketched)


def joined(parts: Sequence[Cutting]) -> Cutting:
    """What was cut in several parts, each of some texts in order, as one."""
    if len(parts) == 1:
        return parts[0]
    texts = _before([len(part.sketches) for part in parts])
    words = _before([len(part.pieces.cut.starts) for part in parts])
    counts = _before([len(part.pieces.text) for part in parts])
    every = [part.pieces for part in parts]
    made = Pieces(
        np.concatenate([own.text + shift for own, shift in zip(every, texts, strict=True)]),
        np.concatenate([own.starts for own in every]),
        np.concatenate([own.ends for own in every]),
        np.concatenate([own.firsts + shift for own, shift in zip(every, words, strict=True)]),
        np.concatenate([own.lasts + shift for own, shift in zip(every, words, strict=True)]),
        np.concatenate([own.wordings for own in every]),
        Cut(*(np.concatenate(column) for column in zip(*(own.cut for own in every), strict=True))),
    )
    keys = Found(
        np.concatenate([part.found.keys for part in parts]),
        np.concatenate([part.found.pieces + shift for part, shift in zip(parts, counts, strict=True)]),
        np.concatenate([part.found.around for part in parts]),
    )
    return Cutting(made, keys, [one for part in parts for one in part.sketches])


def _before(sizes: Sequence[int]) -> list[int]:
    return [0, *np.cumsum(sizes).tolist()[:-1]]
