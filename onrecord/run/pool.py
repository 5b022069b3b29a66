"""Outcomes leave in the order in which items came, one each, whatever becomes of the processes."""

from __future__ import annotations

import queue
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from onrecord.errors import OnrecordError
from onrecord.model import Failure, Item
from onrecord.run import wire
from onrecord.run.jobs import Job, Outcome, place, refused
from onrecord.run.worker import READY

HELD = 8 << 20  # bytes of items and outcomes under way, past which no further item is taken
AHEAD = 32 << 10  # bytes of items handed to a busy worker: a pipe takes them without waiting for its reader
WINDOW = 64  # items under way for each worker, so that one slow item holds back a bounded number
TICK = 0.2  # seconds between looks at the clock and at `stop`
STARTS = 3  # workers that may die before their first item, one after another

# The program of a worker. Started so rather than by `multiprocessing`, it never runs the caller's script
# again, which therefore needs no guard; a keyboard interrupt is the parent's to answer.
_PROGRAM = (
    "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN); import sys; sys.path[:] = {path!r}; "
    "from onrecord.run.worker import main; main()"
)


@dataclass(slots=True)
class _Order:
    number: int
    item: Item
    frame: bytes
    deaths: int = 0  # workers that died over it


@dataclass(slots=True, eq=False)
class _Process:
    popen: subprocess.Popen[bytes]
    orders: deque[_Order] = field(default_factory=deque)
    ready: bool = False
    late: bool = False  # it was ended because a document took too long
    since: float = 0.0  # when the first of `orders` was begun

    def ahead(self) -> int:
        return sum(len(order.frame) for order in self.orders)


class Pool:
    """Some processes that carry items through the steps of one job.

    Args:
        job: what every worker is told.
        workers: how many processes, at least 1.
        stop: asked about five times a second; True ends the run after what is already in order.
    """

    def __init__(self, job: Job, workers: int, stop: Callable[[], bool] | None = None) -> None:
        self._hello = wire.pack(job)
        self._limit = job.settings.document_seconds
        self._workers = workers
        self._stop = stop or (lambda: False)
        self._processes: list[_Process] = []
        self._events: queue.SimpleQueue[tuple[_Process, bytes | None]] = queue.SimpleQueue()
        self._waiting: deque[_Order] = deque()  # taken, and not yet handed to a process
        self._done: dict[int, tuple[Outcome, int]] = {}  # by number, with its size in bytes
        self._taken = self._given = self._held = self._false_starts = 0
        self._more = True

    def outcomes(self, items: Iterator[Item | Failure]) -> Generator[Outcome]:
        """The outcome of every item, in order.

        Raises:
            OnrecordError: no worker can do the job (its record or its reader cannot be opened).
            RuntimeError: workers die as soon as they start.
        """
        try:
            while not self._stop():
                self._feed(items)
                while self._given in self._done:
                    outcome, size = self._done.pop(self._given)
                    self._given += 1
                    self._held -= size
                    yield outcome
                if self._given < self._taken:
                    self._collect()
                elif not self._more:
                    return
        finally:
            self._end()

    def _feed(self, items: Iterator[Item | Failure]) -> None:
        """Hand out items while there is a process with room and little enough is under way."""
        while order := self._next(items):
            process = self._place(order)
            if process is None:
                self._waiting.appendleft(order)
                return
            self._hand(process, order)

    def _next(self, items: Iterator[Item | Failure]) -> _Order | None:
        if self._waiting:
            return self._waiting.popleft()
        while self._more and self._held < HELD and self._taken - self._given < WINDOW * self._workers:
            item = next(items, None)
            if item is None:
                self._more = False
                break
            number, self._taken = self._taken, self._taken + 1
            if isinstance(item, Item):
                order = _Order(number, item, wire.pack(item))
                self._held += len(order.frame)
                return order
            self._done[number] = (refused(item), 0)
        return None

    def _place(self, order: _Order) -> _Process | None:
        """An idle process, else a new one, else a busy one with room, else None."""
        for process in self._processes:
            if not process.orders:
                return process
        if len(self._processes) < self._workers:
            return self._start()
        room = [p for p in self._processes if p.ready and p.ahead() + len(order.frame) <= AHEAD]
        return min(room, key=lambda p: len(p.orders), default=None)

    def _hand(self, process: _Process, order: _Order) -> None:
        if not process.orders:
            process.since = time.monotonic()
        process.orders.append(order)
        self._tell(process, order.frame)

    def _collect(self) -> None:
        """Take in one event, or let a tick pass, and end what has taken too long."""
        with suppress(queue.Empty):
            process, frame = self._events.get(timeout=TICK)
            if frame is None:
                self._bury(process)
            else:
                self._hear(process, frame)
        if not self._limit:
            return
        now = time.monotonic()
        for process in self._processes:
            if process.ready and process.orders and not process.late and now - process.since > self._limit:
                process.late = True
                process.popen.kill()

    def _hear(self, process: _Process, frame: bytes) -> None:
        message = wire.unpack(frame)
        process.since = time.monotonic()
        if isinstance(message, OnrecordError):
            raise message
        if message == READY:
            process.ready = True
            self._false_starts = 0
            return
        order = process.orders.popleft()
        self._finish(order, message, len(frame))

    def _bury(self, process: _Process) -> None:
        """Charge a dead process's first item, and give the others to somebody else."""
        self._processes.remove(process)
        code = process.popen.wait()
        if not process.ready:
            self._false_starts += 1
            if self._false_starts > STARTS:
                raise RuntimeError(f"workers end as soon as they start (exit code {code})")
        elif process.orders:
            first = process.orders[0]
            first.deaths += 1
            # Once may be bad luck: the system ends whichever process it likes when memory is short.
            if process.late or first.deaths > 1:
                process.orders.popleft()
                failure = _late(first.item, self._limit) if process.late else _death(first.item, code)
                self._finish(first, refused(failure, place(first.item)), 0)
        self._waiting.extendleft(reversed(process.orders))

    def _finish(self, order: _Order, outcome: Outcome, size: int) -> None:
        self._done[order.number] = (outcome, size)
        self._held += size - len(order.frame)

    def _start(self) -> _Process:
        popen = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM.format(path=sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        process = _Process(popen)
        self._processes.append(process)
        threading.Thread(target=_listen, args=(process, self._events), daemon=True).start()
        self._tell(process, self._hello)
        return process

    def _tell(self, process: _Process, frame: bytes) -> None:
        assert process.popen.stdin is not None
        with suppress(OSError):  # a process that just died is found by the silence that follows
            wire.send(process.popen.stdin, frame)

    def _end(self) -> None:
        for process in self._processes:
            process.popen.kill()
        for process in self._processes:
            process.popen.wait()
            if process.popen.stdin:
                with suppress(OSError):
                    process.popen.stdin.close()
        self._processes.clear()


def _listen(process: _Process, events: queue.SimpleQueue[tuple[_Process, bytes | None]]) -> None:
    pipe = process.popen.stdout
    assert pipe is not None
    with pipe:
        while (frame := wire.receive(pipe)) is not None:
            events.put((process, frame))
    events.put((process, None))


def _late(item: Item, seconds: float) -> Failure:
    return Failure(
        item.path,
        item.source,
        f"reading it took more than {seconds:g} seconds",
        "raise the setting document_seconds if it is worth the wait",
    )


def _death(item: Item, code: int) -> Failure:
    why = f"signal {-code}" if code < 0 else f"exit code {code}"
    return Failure(
        item.path,
        item.source,
        f"the process that read it ended twice ({why})",
        "it may need more memory than there is; split it, or read it alone",
    )
