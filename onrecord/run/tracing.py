"""What traces say depends on the documents alone: not on their order, nor on how often tracing was stopped."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord import trace
from onrecord.model import Span
from onrecord.record import Place, Record, Untraced
from onrecord.run.kinship import families
from onrecord.settings import Settings

BATCH_WORDS = 3_000_000  # cut together: what keeps memory flat
BATCH_DOCUMENTS = 20_000


@dataclass(frozen=True, slots=True)
class Traced:
    """What a run of tracing has done so far.

    Attributes:
        documents: documents that were cut.
        pieces: their pieces.
        likenesses: stretches that two wordings have in common, newly found.
        families: families made or made anew.
        capped: keys that more wordings hold than are compared with one another.
        seconds: since the start.
        stopped: whether the run was asked to stop before its end.
    """

    documents: int = 0
    pieces: int = 0
    likenesses: int = 0
    families: int = 0
    capped: int = 0
    seconds: float = 0.0
    stopped: bool = False


Watch = Callable[[Traced], None]


def retrace(
    record: str | Path,
    settings: Settings,
    every: bool = False,
    watch: Watch | None = None,
    stop: Callable[[], bool] | None = None,
) -> Traced:
    """Trace what is new in a record or was read anew.

    Args:
        record: the record's file.
        settings: none matters so far.
        every: forget all traces and make them again.
        watch: told of what is done so far, after each batch.
        stop: asked between batches; True ends the run in order, and tracing again goes on from there.

    Raises:
        RecordError: the record cannot be opened or written. What it held is not lost.
    """
    start = time.monotonic()
    done = Traced()
    with Record.open(record) as store:
        if every:
            store.forget_traces()
        for batch in _batches(store.untraced(trace.VERSION)):
            if stop and stop():
                return replace(done, stopped=True, seconds=time.monotonic() - start)
            with store.whole():
                done = _batch(store, batch, done)
            done = replace(done, seconds=time.monotonic() - start)
            if watch:
                watch(done)
        made = families(store)
        done = replace(done, families=made, seconds=time.monotonic() - start)
        if watch:
            watch(done)
    return done


def _batches(waiting: Sequence[Untraced]) -> Iterator[list[Untraced]]:
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


def _batch(store: Record, batch: Sequence[Untraced], done: Traced) -> Traced:
    read = [store.cuttable(document.row) for document in batch]
    found = trace.pieces([text for text, _ in read], [spans for _, spans in read])
    keys = trace.found(found.cut, found.firsts, found.lasts)
    fresh = _fresh(store, found.wordings)
    changed = _store(store, batch, found, keys)
    new = trace.keys(keys, found.wordings, fresh)
    likenesses, capped = _compare(store, new, _Words(store, found, fresh))
    store.add_likenesses(likenesses)
    near = {w for like in likenesses for w in like[:2]}
    twice = store.repeated(sorted(changed))
    store.stir(sorted(near | twice | store.in_families(sorted(changed))))
    return replace(
        done,
        documents=done.documents + len(batch),
        pieces=done.pieces + len(found.starts),
        likenesses=done.likenesses + len(likenesses),
        capped=done.capped + capped,
    )


def _fresh(store: Record, wordings: NDArray[np.int64]) -> NDArray[np.bool_]:
    """For each piece, whether it is the first with its wording, in the batch and in the record."""
    distinct, first = np.unique(wordings, return_index=True)
    known = store.known_wordings(distinct.tolist())
    fresh = np.zeros(len(wordings), dtype=np.bool_)
    fresh[first] = [w not in known for w in distinct.tolist()]
    return fresh


def _store(store: Record, batch: Sequence[Untraced], found: trace.Pieces, keys: trace.Found) -> set[int]:
    changed: set[int] = set()
    edges = np.searchsorted(found.text, np.arange(len(batch) + 1))
    key_edges = np.searchsorted(keys.pieces, edges)
    for n, document in enumerate(batch):
        here = slice(int(edges[n]), int(edges[n + 1]))
        columns = found.wordings[here], found.starts[here], found.ends[here]
        words = (found.lasts[here] - found.firsts[here]).tolist()
        places = [
            Place(wording, document.row, start, end, count)
            for wording, start, end, count in zip(*(c.tolist() for c in columns), words, strict=True)
        ]
        sketch = trace.sketch(keys.keys[key_edges[n] : key_edges[n + 1]])
        changed |= store.cut(document, trace.VERSION, sketch, places)
    return changed


def _compare(store: Record, new: trace.Keys, words: _Words) -> tuple[Sequence[Sequence[int]], int]:
    """What new wordings have in common with one another and with old ones; how many keys were capped."""
    asked = np.unique(new.keys)
    old = trace.Keys(*store.holders(asked, trace.ANCHORS))
    upset = trace.upset(new, old)
    if len(upset):
        every = trace.Keys(*store.holders(upset))
        rest = ~np.isin(old.keys, upset)
        old = trace.together(trace.some(old, rest), every)
    store.add_keys(new)
    if len(upset):
        _retire(store, trace.displaced(new, old))
    pairs = trace.candidates(new, old)
    words.load(np.unique(np.concatenate(pairs)).tolist())
    likenesses = [
        (one, other, *stretch)
        for one, other in zip(pairs.one.tolist(), pairs.other.tolist(), strict=True)
        for stretch in trace.aligned(words.of(one), words.of(other))
    ]
    return likenesses, trace.capped(new, old)


def _retire(store: Record, pairs: trace.Pairs) -> None:
    """Forget what old pairs have in common that no key brings together any more."""
    known = {(like[0], like[1]) for like in store.likenesses(np.unique(pairs.one).tolist())}
    doubtful = known.intersection(zip(pairs.one.tolist(), pairs.other.tolist(), strict=True))
    if not doubtful:
        return
    texts = dict(store.wording_texts(sorted({wording for pair in doubtful for wording in pair})))
    wordings = np.array(list(texts), dtype=np.int64)
    cut = trace.pieces(list(texts.values()), [[Span(0, len(text))] for text in texts.values()])
    every = np.ones(len(cut.text), dtype=np.bool_)
    own = trace.keys(trace.found(cut.cut, cut.firsts, cut.lasts), wordings[cut.text], every)
    anchors = trace.Keys(*store.holders(np.unique(own.keys), trace.ANCHORS))
    others = ~np.isin(anchors.wordings, wordings)
    held = trace.candidates(own, trace.some(anchors, others))
    gone = doubtful.difference(zip(held.one.tolist(), held.other.tolist(), strict=True))
    store.drop_likenesses(gone)
    store.stir(sorted({wording for pair in gone for wording in pair}))


class _Words:
    """The words of wordings, of the batch and of the record."""

    def __init__(self, store: Record, found: trace.Pieces, fresh: NDArray[np.bool_]) -> None:
        rows = np.flatnonzero(fresh)
        columns = found.wordings[rows], found.firsts[rows], found.lasts[rows]
        self._own = {w: (a, b) for w, a, b in zip(*(c.tolist() for c in columns), strict=True)}
        self._wordings = trace.Wordings(found.cut)
        self._store = store
        self._ready: dict[int, trace.Worded] = {}

    def load(self, wordings: Sequence[int]) -> None:
        """Have the words of these at hand."""
        for wording, text in self._store.wording_texts([w for w in wordings if w not in self._own]):
            cut = trace.cut_text(text)
            self._ready[wording] = trace.Wordings(cut).of(0, len(cut.starts))

    def of(self, wording: int) -> trace.Worded:
        """The words of one."""
        ready = self._ready.get(wording)
        if ready is None:
            ready = self._ready[wording] = self._wordings.of(*self._own[wording])
        return ready
