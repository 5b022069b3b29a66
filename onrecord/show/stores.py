"""Each thread has one open record, and nothing is asked of a record outside its thread."""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import TypeVar

from onrecord import api

T = TypeVar("T")
THREADS = 4
WAITING = 8  # pieces of a stream that may wait for a slow reader


class Stores:
    """A few threads that look things up, each with the record open for reading."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._questions: queue.SimpleQueue[Callable[[api.Record], None] | None] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._written = 0  # decisions; after each the record is opened anew, for it may be of a new version

    async def ask(self, question: Callable[[api.Record], T], writes: bool = False) -> T:
        """What `question` gives, asked in one of the threads; `writes` says that it may change the record."""
        if len(self._threads) < THREADS:
            self._threads.append(threading.Thread(target=self._look, daemon=True))
            self._threads[-1].start()
        answer: Future[T] = Future()

        def ask(store: api.Record) -> None:
            if answer.set_running_or_notify_cancel():
                try:
                    found = question(store)
                except BaseException as error:
                    answer.set_exception(error)
                else:
                    self._written += writes
                    answer.set_result(found)

        self._questions.put(ask)
        return await asyncio.wrap_future(answer)

    async def stream(self, pieces: Callable[[api.Record], Iterator[bytes]]) -> AsyncIterator[bytes]:
        """What `pieces` gives, made in a thread of its own; it ends when nobody takes it any more."""
        made: queue.Queue[_Piece] = queue.Queue(WAITING)
        left = threading.Event()

        def make() -> None:
            last: BaseException | None = None
            try:
                with api.reading(self._path) as store:
                    for piece in pieces(store):
                        if not _put(made, piece, left):
                            return
            except BaseException as error:
                last = error
            _put(made, last, left)

        threading.Thread(target=make, daemon=True).start()
        try:
            while (piece := await asyncio.to_thread(_taken, made, left)) is not None:
                if isinstance(piece, BaseException):
                    raise piece
                yield piece
        finally:
            left.set()

    def close(self) -> None:
        """Let go of the record, when what is being asked is answered."""
        for _ in self._threads:
            self._questions.put(None)

    def _look(self) -> None:
        question = self._questions.get()
        while question is not None:
            with api.reading(self._path) as store:
                written = self._written
                while question is not None and written == self._written:
                    question(store)
                    question = self._questions.get()


_Piece = bytes | BaseException | None


def _taken(made: queue.Queue[_Piece], left: threading.Event) -> _Piece:
    """The next piece; None at the end, and where nobody waits for it any more: no thread outlives that."""
    while not left.is_set():
        try:
            return made.get(timeout=0.5)
        except queue.Empty:
            continue
    return None


def _put(made: queue.Queue[_Piece], piece: _Piece, left: threading.Event) -> bool:
    """Hand a piece over, unless nobody waits for it any more."""
    while not left.is_set():
        try:
            made.put(piece, timeout=0.5)
            return True
        except queue.Full:
            continue
    return False
