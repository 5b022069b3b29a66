"""Drawing stops every thread of a process, so who answers others has it done in another."""

from __future__ import annotations

import hashlib
import pickle
import struct
import subprocess
import sys
import threading
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from typing import IO

from onrecord.errors import OnrecordError
from onrecord.plot.pictures import Look, Picture

KEPT = 24_000_000  # bytes of drawings that are kept in mind
_LENGTH = struct.Struct(">Q")
_PROGRAM = "import sys; sys.path[:] = {path!r}; from onrecord import plot; plot.paint()"
_BUNDLE = "import sys; sys.path[:] = {path!r}; from onrecord import plot; plot.paint(scripts=True)"


class Painter:
    """Draws pictures in a process of its own, which is started when the first is wanted; safe for threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._bundling = threading.Lock()
        self._popen: subprocess.Popen[bytes] | None = None
        self._drawn: OrderedDict[bytes, bytes] = OrderedDict()
        self._size = 0
        self._bundle: bytes | None = None

    def written(self, picture: Picture, format: str, look: Look) -> bytes:
        """As `plot.written`; what was drawn lately is not drawn again.

        Raises:
            OnrecordError: it cannot be drawn.
        """
        order = pickle.dumps((picture, format, look))
        key = hashlib.blake2b(order, digest_size=16).digest()
        with self._lock:
            if key in self._drawn:
                self._drawn.move_to_end(key)
                return self._drawn[key]
            drawn = self._ask(order)
            self._drawn[key] = drawn
            self._size += len(drawn)
            while self._size > KEPT and len(self._drawn) > 1:
                self._size -= len(self._drawn.popitem(last=False)[1])
            return drawn

    def bundle(self) -> bytes:
        """As `plot.bundle`, in UTF-8; the first call waits for seconds, and drawing goes on meanwhile.

        Raises:
            OnrecordError: it cannot be made.
        """
        with self._bundling:
            if self._bundle is None:
                program = _BUNDLE.format(path=sys.path)
                done = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, check=False)
                if done.returncode or not done.stdout:
                    raise OnrecordError("the scripts of pictures cannot be made", "pictures", "try again")
                self._bundle = done.stdout
            return self._bundle

    def close(self) -> None:
        """End the process; a later picture starts another."""
        with self._lock:
            self._end()

    def _ask(self, order: bytes) -> bytes:
        for _ in range(2):  # a process that was ended from outside is started anew, once
            if self._popen is None:
                self._popen = subprocess.Popen(
                    [sys.executable, "-c", _PROGRAM.format(path=sys.path)],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                )
            try:
                assert self._popen.stdin is not None
                assert self._popen.stdout is not None
                _send(self._popen.stdin, order)
                answer = _receive(self._popen.stdout)
            except OSError:
                answer = None
            if answer:
                if answer[:1] == b"+":
                    return answer[1:]
                raise OnrecordError(answer[1:].decode("utf-8", "replace"), "pictures")
            self._end()
        raise OnrecordError("the process that draws pictures has died", "pictures", "try again")

    def _end(self) -> None:
        if self._popen is None:
            return
        self._popen.kill()
        for pipe in (self._popen.stdin, self._popen.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        self._popen.wait()
        self._popen = None


def paint(draw: Callable[[Picture, str, Look], bytes], orders: IO[bytes], drawings: IO[bytes]) -> None:
    """What the process of a painter does until nobody orders anything any more."""
    while (order := _receive(orders)) is not None:
        try:
            picture, format, look = pickle.loads(order)
            told = b"+" + draw(picture, format, look)
        except Exception as error:  # the next picture may well be drawn
            told = b"-" + f"it cannot be drawn ({error})".encode("utf-8", "replace")[:2000]
        _send(drawings, told)


def _send(pipe: IO[bytes], frame: bytes) -> None:
    pipe.write(_LENGTH.pack(len(frame)) + frame)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> bytes | None:
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    frame = pipe.read(length)
    return frame if len(frame) == length else None
