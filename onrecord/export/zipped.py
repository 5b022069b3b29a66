"""A ZIP archive is given piece by piece while it is made; no member is held but the one being written."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from onrecord.export.plain import clean

_ODD = re.compile(r"[^\w.-]+")
_LONGEST = 60  # characters of a document's name in a member's


class _Held(io.RawIOBase):
    """Takes what an archive writes, and cannot go back: the archive then puts sizes after each member."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        piece = bytes(data)
        self._pieces.append(piece)
        return len(piece)

    def taken(self) -> bytes:
        """What was written since this was last asked."""
        given = b"".join(self._pieces)
        self._pieces.clear()
        return given


def archive(members: Iterator[tuple[str, bytes]], made: str) -> Iterator[bytes]:
    """An archive of these members, in order.

    Args:
        members: name and content of each.
        made: the time that each bears, ISO 8601.
    """
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo  # loaded by those who pack

    held = _Held()
    year, month, day = (int(part) for part in made[:10].split("-"))
    with ZipFile(held, "w", ZIP_DEFLATED) as file:
        for name, data in members:
            about = ZipInfo(name, (max(year, 1980), month, day, 0, 0, 0))
            about.compress_type = ZIP_DEFLATED
            about.external_attr = 0o644 << 16
            file.writestr(about, data)
            yield held.taken()
    yield held.taken()


def member_name(number: int, name: str, suffix: str) -> str:
    """A name for a member that no other has and every system takes: a number, and letters of `name`."""
    bare = _ODD.sub("-", clean(name)).strip("-.")[-_LONGEST:].lstrip("-.")
    return f"{number:06d}{'-' if bare else ''}{bare}.{suffix}"
