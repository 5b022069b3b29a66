"""Archives are read in passing: members come out one at a time, and nothing is written to a named file."""

from __future__ import annotations

import bz2
import gzip
import lzma
import re
import stat
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, BinaryIO, cast

from onrecord.errors import ReadError
from onrecord.model import Failure
from onrecord.read.entry import MIB, Budget, Entry, counted, shown
from onrecord.read.formats import is_clutter, office_kind
from onrecord.settings import Settings

BROKEN = (
    zipfile.BadZipFile, tarfile.TarError, gzip.BadGzipFile, zlib.error, lzma.LZMAError, EOFError, OSError,
    RuntimeError, NotImplementedError, ValueError, OverflowError,
)  # fmt: skip
"""What the standard library raises on damaged archives."""

_IN_MEMORY = 16 * MIB
_DRIVE = re.compile(r"[A-Za-z]:")
_OPENERS: dict[str, Callable[..., Any]] = {"gz": gzip.open, "bz2": bz2.open, "xz": lzma.open}


def damaged(error: BaseException) -> ReadError:
    """The sentence for an archive that cannot be unpacked."""
    if isinstance(error, EOFError):
        what = "is cut off before its end"
    elif isinstance(error, NotImplementedError):
        what = "is packed in a way that is not opened"
    else:
        what = "is damaged and cannot be unpacked"
    return ReadError(what, remedy="fetch or pack it again")


def unpacked(stream: BinaryIO, packer: str, budget: Budget) -> BinaryIO:
    """The unpacked bytes of a gz, bz2 or xz stream, as it is read; every byte is taken off `budget`."""
    return cast(BinaryIO, counted(_OPENERS[packer](stream, "rb"), budget))


def zip_members(entry: Entry, settings: Settings) -> Iterator[Entry | Failure]:
    """The members of a ZIP. Declared sizes are taken off the budget: reading never passes them."""
    budget = entry.budget or Budget.of(entry.size, settings)
    with (
        entry.open() as stream,
        _seekable(stream, direct=not entry.depth) as seekable,
        zipfile.ZipFile(seekable) as archive,
    ):
        if office := office_kind(archive.namelist()):
            # Packed as an archive, and yet one document: its name must have said something else.
            seekable.seek(0)
            yield replace(entry, name=f"document.{office}", open=lambda: seekable)
            return
        for info in archive.infolist():
            error = _climbs(info.filename)
            clutter = error is None and is_clutter(info.filename)
            if info.is_dir() or clutter or stat.S_ISLNK(info.external_attr >> 16):
                continue
            member = _zip_member(entry, archive, info, budget)
            if info.flag_bits & 1:
                error = ReadError("is encrypted", remedy="unpack it with its password first")
            yield member.failure(error) if error else member


def _zip_member(entry: Entry, archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> Entry:
    name = shown(info.filename)
    # A name that stands twice opens its last bearer, so the others are read in passing.
    later = entry.open_as[:1] == ("file",) and archive.getinfo(info.filename) is info
    return Entry(
        path=f"{entry.path}/{name}",
        source=f"{entry.source}/{name}",
        name=name,
        open=lambda: counted(cast(BinaryIO, archive.open(info)), budget),
        size=info.file_size,
        open_as=("zip", entry.open_as[1], info.filename) if later else (),
        depth=entry.depth + 1,
        budget=budget,
    )


def tar_members(entry: Entry, settings: Settings) -> Iterator[Entry | Failure]:
    """The members of a TAR, which is read once from front to back. Links and devices are passed over."""
    budget = entry.budget or Budget.of(None, settings)
    with entry.open() as stream, tarfile.open(fileobj=stream, mode="r|") as archive:
        for info in archive:
            name = shown(info.name)
            error = _climbs(name)
            if not info.isfile() or (error is None and is_clutter(name)):
                continue
            member = Entry(
                path=f"{entry.path}/{name}",
                source=f"{entry.source}/{name}",
                name=name,
                open=_tar_opener(archive, info),
                size=info.size,
                depth=entry.depth + 1,
                budget=budget,
            )
            yield member.failure(error) if error else member


def _tar_opener(archive: tarfile.TarFile, info: tarfile.TarInfo) -> Callable[[], BinaryIO]:
    return lambda: cast(BinaryIO, archive.extractfile(info))


def _climbs(name: str) -> ReadError | None:
    """Whether a member's name leads out of its archive."""
    parts = name.replace("\\", "/").split("/")
    if parts[0] == "" or ".." in parts or _DRIVE.match(parts[0]):
        return ReadError(
            "has a name that leads out of its archive", remedy="ask where the archive comes from"
        )
    return None


def _seekable(stream: BinaryIO, direct: bool) -> BinaryIO:
    """`stream` itself where it can be sought, else a nameless copy (in memory while it is small)."""
    if direct and stream.seekable():
        return stream
    copy = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - the caller closes it
    while chunk := stream.read(MIB):
        copy.write(chunk)
    copy.seek(0)
    return cast(BinaryIO, copy)
