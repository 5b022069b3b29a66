"""What a walk carries from container to container: where a thing lies, how to open it, what it may cost."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import BinaryIO, cast

from onrecord.errors import ReadError
from onrecord.model import Failure, Item
from onrecord.settings import Settings

MIB = 1 << 20
_FLOOR = 16 * MIB
_CHUNK = 1 << 16


class Bomb(ReadError):
    """An archive that unpacks to more than it may; it ends the outermost archive, not just one member."""


@dataclass(slots=True)
class Budget:
    """How many bytes an outermost archive, with all that lies within it, may still unpack to."""

    left: int
    limit: int
    ratio: int

    @classmethod
    def of(cls, packed: int | None, settings: Settings) -> Budget:
        """The budget of an archive of `packed` bytes (None: unknown). Any archive may unpack to 16 MiB."""
        limit = settings.max_archive_mb * MIB
        if packed is not None:
            limit = min(limit, max(packed * settings.max_archive_ratio, _FLOOR))
        return cls(limit, limit, settings.max_archive_ratio)

    def spend(self, count: int) -> None:
        """Take `count` unpacked bytes off.

        Raises:
            Bomb: the archive unpacks to more than it may.
        """
        self.left -= count
        if self.left < 0:
            raise Bomb(
                f"unpacks to more than {_size(self.limit)}, which is out of proportion",
                remedy="unpack it yourself if you trust it, or raise max_archive_ratio and max_archive_mb",
            )


@dataclass(frozen=True, slots=True)
class Entry:
    """Something found, not yet known to be a container or a document.

    Attributes:
        path, source: as `Item.path` and `Item.source`.
        name: the file's or member's own name, for its suffix.
        open: a fresh stream of its bytes; for a member of a streamed archive it can be taken once.
        size: in bytes, where the container or file system tells.
        open_as: as `Item.open_as`; empty for what can be read only in passing.
        depth: how many archives it lies in.
        budget: the outermost archive's; None outside archives.
        hint: the format that a media type states.
    """

    path: str
    source: str
    name: str
    open: Callable[[], BinaryIO]
    size: int | None = None
    open_as: tuple[str, ...] = ()
    depth: int = 0
    budget: Budget | None = None
    hint: str | None = None
    about: tuple[tuple[str, str], ...] = field(default=())

    def failure(self, error: ReadError) -> Failure:
        return Failure(self.path, self.source, error.what, error.remedy)

    def item(self, kind: str | None, data: bytes | None = None) -> Item:
        return Item(self.path, self.source, kind, data, () if data is not None else self.open_as, self.about)


class Counting(io.RawIOBase):
    """A stream that counts what is really read, whatever any header claims."""

    def __init__(self, inner: BinaryIO, budget: Budget) -> None:
        self._inner, self._budget = inner, budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer))
        # What could be read before a stream breaks off is not lost with it.
        read = getattr(self._inner, "read1", self._inner.read)
        data: bytes = read(len(view))
        self._budget.spend(len(data))
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._inner.close()
        super().close()


def counted(inner: BinaryIO, budget: Budget) -> io.BufferedReader:
    """`inner`, buffered, with every byte taken off `budget`."""
    return io.BufferedReader(Counting(inner, budget), _CHUNK)


def peekable(stream: BinaryIO) -> io.BufferedReader:
    """`stream` with its next bytes open to a look that does not take them."""
    if isinstance(stream, io.BufferedReader):
        return stream
    return io.BufferedReader(cast(io.RawIOBase, stream), _CHUNK)


def within(stream: BinaryIO, settings: Settings, packed: bool = False) -> bytes:
    """All bytes of a stream that holds one document.

    Raises:
        ReadError: more than `settings.max_document_mb`.
    """
    limit = settings.max_document_mb * MIB
    parts, total = [], 0
    while chunk := stream.read(_CHUNK * 16):
        total += len(chunk)
        if total > limit:
            raise too_large(settings, "unpacks to" if packed else "is")
        parts.append(chunk)
    return b"".join(parts)


def too_large(settings: Settings, verb: str = "is") -> ReadError:
    return ReadError(
        f"{verb} more than {settings.max_document_mb} MiB", remedy="split it, or raise max_document_mb"
    )


def shown(path: str) -> str:
    """A path that can be printed and stored, even where the file system's name is no text."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _size(count: int) -> str:
    return f"{count // MIB} MiB"
