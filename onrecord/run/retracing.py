"""What traces say depends on the documents alone: not on their order, nor on how often it was stopped."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from onrecord import trace
from onrecord.record import Record
from onrecord.run.aligning import Aligner
from onrecord.run.traced import Traced
from onrecord.settings import Settings

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
        settings: `workers` says how many processes; 1 is this one alone.
        every: forget all traces and make them again.
        watch: told of what is done so far, after each batch.
        stop: asked between batches; True ends the run in order, and tracing again goes on from there.

    Raises:
        RecordError: the record cannot be opened or written. What it held is not lost.
    """
    start = time.monotonic()
    done = Traced()

    def told(done: Traced) -> Traced:
        done = replace(done, seconds=time.monotonic() - start)
        if watch:
            watch(done)
        return done

    with ExitStack() as stack, Record.open(record) as store:
        if every:
            store.forget_traces()
        waiting = store.untraced(trace.VERSION)
        if not waiting and not store.stirred(1):
            return told(done)
        words = sum(document.words for document in waiting)
        aligner = stack.enter_context(Aligner(settings.workers, words))
        # What works on words takes a while to load: other processes do so at the same time.
        from onrecord.run import kinship, tracing

        for batch in tracing.batches(waiting):
            if stop and stop():
                return replace(done, stopped=True, seconds=time.monotonic() - start)
            done = told(tracing.traced(store, batch, done, aligner))
        return told(replace(done, families=kinship.families(store, aligner.families)))
