"""What a batch of documents adds to the traces depends on what the record holds then, and on nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord import trace
from onrecord.record import Mark, Place, Record, Untraced
from onrecord.run.aligning import Aligner
from onrecord.run.traced import Traced

BATCH_WORDS = 2_000_000  # cut together and written at once: others wait for that, a second or two
BATCH_DOCUMENTS = 20_000


def batches(waiting: Sequence[Untraced]) -> Iterator[list[Untraced]]:
    batch: list[Untraced] = []
    words = 0
    for document in waiting:
        batch.append(document)
        words += document.words
        if words >= BATCH_WORDS or len(batch) >= BATCH_DOCUMENTS:
            yield batch
            batch, words = [], 0
    if batch:
        yield batch


class _Cut(NamedTuple):
    """What is found out about a batch before anything of it is written.

    Attributes:
        mark: how far tracing was when that was found out.
        pieces, sketches: of its texts.
        new: the keys of its new wordings.
        gone: the pairs that have nothing in common any more, since these displaced their anchors.
        likenesses: what new wordings have in common with one another and with old ones.
        capped: how many keys were capped.
    """

    mark: Mark
    pieces: trace.Pieces
    sketches: Sequence[bytes]
    new: trace.Keys
    gone: Collection[tuple[int, int]]
    likenesses: Sequence[Sequence[int]]
    capped: int


def traced(store: Record, batch: Sequence[Untraced], done: Traced, aligner: Aligner) -> Traced:
    """Trace a batch. What takes long is done while others may write; if they traced too, it is done again."""
    cut = _cut(store, batch, aligner)
    with store.whole():
        if store.traced_so_far() != cut.mark:
            cut = _cut(store, batch, aligner)
        found = cut.pieces
        changed = _store(store, batch, found, cut.sketches)
        changed |= store.replaced([document.row for document in batch])
        store.add_keys(cut.new)
        store.drop_likenesses(cut.gone)
        store.add_likenesses(cut.likenesses)
        near = {w for pair in (*cut.likenesses, *cut.gone) for w in pair[:2]}
        twice = store.repeated(sorted(changed))
        store.stir(sorted(near | twice | store.in_families(sorted(changed))))
    store.merge_keys()
    return replace(
        done,
        documents=done.documents + len(batch),
        pieces=done.pieces + len(found.starts),
        likenesses=done.likenesses + len(cut.likenesses),
        capped=done.capped + cut.capped,
    )


def _cut(store: Record, batch: Sequence[Untraced], aligner: Aligner) -> _Cut:
    """Cut the texts of a batch, and compare its new wordings with one another and with the old."""
    mark = store.traced_so_far()
    read = [store.cuttable(document.row) for document in batch]
    found, keys, sketches = aligner.cut([text for text, _ in read], [spans for _, spans in read])
    del read
    fresh = _fresh(store, found.wordings)
    new = trace.keys(keys, found.wordings, fresh)
    held, parted = _held(store, new)
    pairs = trace.candidates(held)
    words = _lined(store, found, fresh, trace.distinct(np.concatenate(pairs)))
    likenesses = aligner.likenesses(words, pairs).tolist()
    gone = _gone(store, parted, new) if parted is not None else ()
    return _Cut(mark, found, sketches, new, gone, likenesses, trace.capped(held))


def _fresh(store: Record, wordings: NDArray[np.int64]) -> NDArray[np.bool_]:
    """For each piece, whether it is the first with its wording, in the batch and in the record."""
    distinct, first = np.unique(wordings, return_index=True)
    known = store.known_wordings(distinct.tolist())
    fresh = np.zeros(len(wordings), dtype=np.bool_)
    fresh[first] = [w not in known for w in distinct.tolist()]
    return fresh


def _store(
    store: Record, batch: Sequence[Untraced], found: trace.Pieces, sketches: Sequence[bytes]
) -> set[int]:
    """Store the pieces of a batch; gives the wordings that are concerned."""
    rows = np.array([document.row for document in batch], dtype=np.int64)[found.text]
    columns = found.wordings, rows, found.starts, found.ends, found.lasts - found.firsts
    places = list(map(Place._make, zip(*(column.tolist() for column in columns), strict=True)))
    return store.cut(batch, trace.VERSION, sketches, places)


def _held(store: Record, new: trace.Keys) -> tuple[trace.Holders, trace.Pairs | None]:
    """Who has the keys of new wordings, and the pairs that are parted where these displace anchors."""
    asked = new.keys[np.diff(new.keys, prepend=~new.keys[:1]) != 0]  # they are sorted
    old = trace.Keys(*store.holders(asked, trace.ANCHORS))
    upset = trace.upset(new, old)
    if len(upset):
        every = trace.Keys(*store.holders(upset))
        rest = ~trace.among(old.keys, upset)
        old = trace.together(trace.some(old, rest), every)
    held = trace.holders(new, old)
    return held, trace.parted(held) if len(upset) else None


def _gone(store: Record, parted: trace.Pairs, new: trace.Keys) -> Collection[tuple[int, int]]:
    """The pairs of old wordings that displaced anchors brought together and no other key does."""
    ones = trace.distinct(parted.one).tolist()
    known = np.array([like[:2] for like in store.likenesses(ones)], np.int64).reshape(-1, 2)
    # A pair that is asked about in vain, because its mark is another's, costs some time and nothing else.
    some = trace.among(_marks(known[:, 0], known[:, 1]), np.sort(_marks(parted.one, parted.other)))
    doubtful = set(map(tuple, known[some].tolist()))
    if not doubtful:
        return ()
    texts = dict(store.wording_texts(sorted({wording for pair in doubtful for wording in pair})))
    own = np.array(list(texts), dtype=np.int64)
    cut, firsts, lasts = trace.rejoined(list(texts.values()), list(texts))
    cut.bounds[firsts] = True
    keys = trace.keys(trace.found(cut, firsts, lasts), own, np.ones(len(own), dtype=np.bool_))
    anchors = _anchors(store, trace.distinct(keys.keys), new)
    others = ~trace.among(anchors.wordings, np.sort(own))
    held = trace.candidates(trace.holders(keys, trace.some(anchors, others)))
    return doubtful.difference(zip(held.one.tolist(), held.other.tolist(), strict=True))


def _anchors(store: Record, asked: NDArray[np.uint32], new: trace.Keys) -> trace.Keys:
    """The anchors of keys, as they are when the keys of new wordings are stored."""
    old = trace.Keys(*store.holders(asked, trace.ANCHORS))
    old = trace.some(old, ~trace.among(old.wordings, trace.distinct(new.wordings)))
    held = trace.holders(trace.some(new, trace.among(new.keys, asked)), old)
    return trace.some(held.keys, held.rank < trace.ANCHORS)


def _marks(one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.int64]:
    with np.errstate(over="ignore"):
        marks: NDArray[np.int64] = one * np.int64(3) + other
    return marks


def _lined(
    store: Record, found: trace.Pieces, fresh: NDArray[np.bool_], wanted: NDArray[np.int64]
) -> trace.Lined:
    """The words of wanted wordings, of the batch and of the record."""
    own = fresh & trace.among(found.wordings, wanted)
    parts = [(found.cut, found.firsts[own], found.lasts[own], found.wordings[own])]
    rest = ~trace.among(wanted, np.sort(found.wordings[own]))
    old = dict(store.wording_texts(wanted[rest].tolist()))
    if old:
        wordings = list(old)
        parts.append((*trace.rejoined(list(old.values()), wordings), np.array(wordings, dtype=np.int64)))
    return trace.lined(parts)
