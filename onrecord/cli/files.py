"""A file that an export leaves is whole: until then it stands beside its name."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterable
from pathlib import Path

from onrecord.errors import UsageError


def written(path: Path, pieces: Iterable[bytes]) -> None:
    """Write the pieces to a file, replacing what was there once all is written.

    Raises:
        UsageError: the file cannot be written.
    """
    if path.exists() and not path.is_file():
        if path.is_dir():
            raise UsageError("this is a folder", str(path), "name a file")
        _write(path, pieces)  # a pipe or device has no "beside"
        return
    if _is_database(path):
        raise UsageError("this is a record or another database", str(path), "name another file to write to")
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        _write(part, pieces)
        _replace(part, path)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise


def _is_database(path: Path) -> bool:
    """Whether a file is SQLite's; an export never replaces one."""
    try:
        with path.open("rb") as file:
            return file.read(16) == b"SQLite format 3\0"
    except OSError:
        return False


def _write(path: Path, pieces: Iterable[bytes]) -> None:
    # Only what the disk says becomes a sentence about the file; what `pieces` raises is not about it.
    try:
        file = path.open("wb")
    except OSError as error:
        raise _told(path, error) from error
    with file:
        for piece in pieces:
            try:
                file.write(piece)
            except BrokenPipeError:
                raise
            except OSError as error:
                raise _told(path, error) from error


def _replace(part: Path, path: Path) -> None:
    try:
        part.replace(path)
    except OSError as error:
        raise _told(path, error) from error


def _told(path: Path, error: OSError) -> UsageError:
    reason = (error.strerror or str(error)).lower()
    name = str(path).removesuffix(f".{os.getpid()}.part")
    remedy = "make room, or name another file" if error.errno == errno.ENOSPC else "name another file"
    return UsageError(f"cannot be written ({reason})", name, remedy)
