"""Messages between processes are whole or absent: a length, then that many bytes of pickle."""

from __future__ import annotations

import pickle
import struct
from typing import IO, Any

_LENGTH = struct.Struct(">Q")


def pack(message: object) -> bytes:
    """A message as bytes."""
    return pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)


def unpack(frame: bytes) -> Any:
    """The message in these bytes, which come from this program's own processes only."""
    return pickle.loads(frame)


def send(pipe: IO[bytes], frame: bytes) -> None:
    """Write one frame.

    Raises:
        OSError: the other end is gone.
    """
    pipe.write(_LENGTH.pack(len(frame)))
    pipe.write(frame)
    pipe.flush()


def receive(pipe: IO[bytes]) -> bytes | None:
    """Read one frame, or None where the other end is gone, even in the middle of a frame."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    frame = pipe.read(length)
    return frame if len(frame) == length else None
