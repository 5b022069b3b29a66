"""Processes of this machine do one task each at a time; one that ends tells so, and costs its task alone."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from onrecord.errors import OnrecordError
from onrecord.run import wire

DIED = "the process that did it ended"
TICK = 0.2  # seconds between looks at the clock and at `stop`
HEAD = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN); import os, sys; sys.path[:] = {path!r}; "
_PROGRAM = HEAD + "from onrecord.run.crew import serve; serve()"


class Task(Protocol):
    """Something to be done in whichever process there is."""

    def do(self) -> None:
        """Do it; what is found is written into files."""


class Ended(NamedTuple):
    """What became of a task: "" where it was done, DIED where its process ended, else what went wrong."""

    task: Any
    trouble: str


def attempt(task: Task) -> str:
    """Do a task; gives what went wrong, or "". Whatever it is, it ends this task alone."""
    try:
        task.do()
    except OnrecordError as error:
        return f"{error.what}; {error.remedy}" if error.remedy else error.what
    except OSError as error:
        return f"{error.strerror or error} ({error.filename or 'no file'})"
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} in {Path(last.filename).name}, line {last.lineno}: {error}"
    return ""


class _Process:
    def __init__(self, events: queue.SimpleQueue[tuple[_Process, bytes | None]]) -> None:
        self.popen = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM.format(path=sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self.task: Any = None
        threading.Thread(target=self._listen, args=(events,), daemon=True).start()

    def begin(self, task: Any) -> None:
        self.task = task
        assert self.popen.stdin is not None
        with suppress(OSError):  # that it is dead is told by its silence
            wire.send(self.popen.stdin, wire.pack(task))

    def end(self) -> None:
        self.popen.kill()
        self.popen.wait()
        if self.popen.stdin:
            with suppress(OSError):
                self.popen.stdin.close()

    def _listen(self, events: queue.SimpleQueue[tuple[_Process, bytes | None]]) -> None:
        pipe = self.popen.stdout
        assert pipe is not None
        with pipe:
            while (frame := wire.receive(pipe)) is not None:
                events.put((self, frame))
        events.put((self, None))


class Local:
    """Processes of this machine, which stay for the next tasks until they are let go.

    Args:
        workers: how many at most.
    """

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._processes: list[_Process] = []
        self._events: queue.SimpleQueue[tuple[_Process, bytes | None]] = queue.SimpleQueue()

    def close(self) -> None:
        """End the processes."""
        for process in self._processes:
            process.end()
        self._processes.clear()

    def each(self, tasks: Iterator[Any], stop: Callable[[], bool] | None = None) -> Iterator[Ended | None]:
        """As `Engine.each`."""
        try:
            while True:
                self._feed(iter(()) if stop and stop() else tasks)
                if not any(process.task is not None for process in self._processes):
                    return
                try:
                    process, frame = self._events.get(timeout=TICK)
                except queue.Empty:
                    yield None
                    continue
                task, process.task = process.task, None
                if frame is None and process in self._processes:
                    process.end()
                    self._processes.remove(process)
                if task is not None:
                    yield Ended(task, DIED if frame is None else wire.unpack(frame))
        finally:
            for process in [process for process in self._processes if process.task is not None]:
                process.task = None
                process.end()
                self._processes.remove(process)

    def _feed(self, tasks: Iterator[Any]) -> None:
        while True:
            idle = next((process for process in self._processes if process.task is None), None)
            if idle is None and len(self._processes) >= self._workers:
                return
            task = next(tasks, None)
            if task is None:
                return
            if idle is None:
                idle = _Process(self._events)
                self._processes.append(idle)
            idle.begin(task)


def serve() -> None:
    """Do the tasks read from standard input, one frame each, until it closes."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints must not break the frames
    orders = inbox()
    while True:
        trouble = attempt(wire.unpack(orders.get()))
        wire.send(answers, wire.pack(trouble))


def inbox() -> queue.SimpleQueue[bytes]:
    """What comes through standard input; the process ends with it, wherever its own work stands."""
    found: queue.SimpleQueue[bytes] = queue.SimpleQueue()

    def listen() -> None:
        while (frame := wire.receive(sys.stdin.buffer)) is not None:
            found.put(frame)
        os._exit(0)

    threading.Thread(target=listen, daemon=True).start()
    return found
