"""A worker process: answers every item in turn and ends, wherever it stands, when its parent is gone."""

from __future__ import annotations

import gc
import os
import queue
import sys
import threading
from typing import BinaryIO

from onrecord.errors import OnrecordError
from onrecord.run import wire

READY = b"ready"


def main() -> None:
    """Serve items read from standard input, one frame each, until it closes."""
    # A library that prints must not break the frames, so what it prints goes to standard error.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    orders = sys.stdin.buffer
    first = wire.receive(orders)
    if first is None:
        return
    try:
        _serve(wire.unpack(first), orders, answers)
    except BrokenPipeError:
        os._exit(1)  # the parent went away while an answer was under way


def _serve(job: object, orders: BinaryIO, answers: BinaryIO) -> None:
    from onrecord.run.jobs import Job
    from onrecord.run.steps import Worker

    assert isinstance(job, Job)
    try:
        work = Worker(job)
    except OnrecordError as error:
        wire.send(answers, wire.pack(error))
        return
    # What is loaded by now stays for good: the collector need never look at it again. Documents are trees
    # and lists without circles, so that rarer collections cost no memory worth naming.
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    inbox: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    wire.send(answers, wire.pack(READY))
    threading.Thread(target=_listen, args=(orders, inbox), daemon=True).start()
    while True:
        item = wire.unpack(inbox.get())
        try:
            answer: object = work(item)
        except OnrecordError as error:  # it would be so with every item; the parent ends the run
            answer = error
        wire.send(answers, wire.pack(answer))


def _listen(orders: BinaryIO, inbox: queue.SimpleQueue[bytes]) -> None:
    # Reading apart from the work means that a parent never waits to hand over, and that a worker stuck in
    # a document does not outlive a parent that was killed.
    while (frame := wire.receive(orders)) is not None:
        inbox.put(frame)
    os._exit(0)
