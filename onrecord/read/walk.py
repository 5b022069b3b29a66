"""Every place the user names yields items or one clear failure, in a stable order; nothing is decoded."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO

from onrecord.errors import ReadError
from onrecord.model import Failure, Item, digest
from onrecord.read.containers import expand
from onrecord.read.entry import Entry, shown
from onrecord.read.fetch import fetched, is_address
from onrecord.read.formats import is_clutter
from onrecord.read.ranged import is_shelf, ranged
from onrecord.read.remote import is_store, local_path, store_items
from onrecord.settings import Settings


def items(
    places: Sequence[str | os.PathLike[str]], settings: Settings, stdin: BinaryIO | None = None
) -> Iterator[Item | Failure]:
    """What is to be read in `places`, in their order; files of a folder by name.

    Args:
        places: files, folders, web addresses, addresses of stores (s3://...; `remote`), or "-" for standard
            input.
        settings: limits of size, nesting and fetching.
        stdin: by default the process's own.

    Yields:
        An Item for each document, or a Failure for what cannot be read. Plain files and the members of a
        ZIP are named only; what streams past (TAR, rows, mailboxes, crawls, addresses) brings its bytes.
    """
    for place in places:
        name = os.fspath(place)
        name = local_path(name) or name
        if name == "-":
            yield from _standard_input(stdin or sys.stdin.buffer, settings)
        elif is_address(name):
            yield from _address(name, settings)
        elif is_store(name):
            yield from store_items(name, settings)
        elif os.path.isdir(name):
            yield from _folder(name, settings)
        else:
            yield from _file(name, settings)


def _standard_input(stdin: BinaryIO, settings: Settings) -> Iterator[Item | Failure]:
    stream = io.BufferedReader(_Unclosed(stdin), 1 << 16)
    for item in expand(Entry("-", "stdin", "", lambda: stream), settings):
        if isinstance(item, Item) and item.source == "stdin" and item.data and not item.about:
            # Two texts handed in one after the other are not two versions of one source.
            item = replace(item, source=f"stdin:{digest(item.data)[:16]}")
        yield item


def _address(url: str, settings: Settings) -> Iterator[Item | Failure]:
    try:
        # A crawl or a table is read as it comes, whatever its size; a page is fetched whole.
        entry = ranged(url, settings) if is_shelf(url) else fetched(url, settings)
    except ReadError as error:
        yield Failure(url, url, error.what, error.remedy)
    else:
        yield from expand(entry, settings)


def _folder(place: str, settings: Settings) -> Iterator[Item | Failure]:
    found = False
    for path in _files(place):
        found = True
        if isinstance(path, Failure):
            yield path
        else:
            yield from _file(path, settings)
    if not found:
        yield _failure(place, "the folder holds no file that can be read", "check the name")


def _files(place: str) -> Iterator[str | Failure]:
    """The files under a folder, sorted; folders reached twice, through links or loops, are walked once."""
    seen: set[tuple[int, int]] = set()
    refused: list[OSError] = []
    for folder, folders, files in os.walk(place, followlinks=True, onerror=refused.append):
        for error in refused:
            name = str(error.filename)
            yield _failure(name, "the folder may not be opened", "ask for permission to read it")
        refused.clear()
        try:
            here = os.stat(folder)
        except OSError:
            here = None
        if here is None or (here.st_dev, here.st_ino) in seen:
            folders.clear()
            continue
        seen.add((here.st_dev, here.st_ino))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not is_clutter(name):
                yield os.path.join(folder, name)
    for error in refused:
        yield _failure(str(error.filename), "the folder may not be opened", "ask for permission to read it")


def _file(path: str, settings: Settings) -> Iterator[Item | Failure]:
    try:
        status = os.stat(path)
    except PermissionError:
        yield _failure(path, "may not be read", "ask for permission to read it")
    except (OSError, ValueError):
        broken = os.path.islink(path) if "\0" not in path else False
        what = "is a link to a file that is not there" if broken else "there is no such file"
        yield _failure(path, what, "check the name")
    else:
        if not stat.S_ISREG(status.st_mode):
            what = "is a pipe, socket or device, not a file"
            yield _failure(path, what, "hand it in through standard input, as `-`")
            return
        absolute = os.path.abspath(path)
        yield from expand(
            Entry(
                path=shown(path),
                source=shown(absolute),
                name=shown(os.path.basename(path)),
                open=lambda: open(absolute, "rb"),  # noqa: SIM115 - whoever opens it closes it
                size=status.st_size,
                open_as=("file", absolute),
            ),
            settings,
        )


def _failure(path: str, what: str, remedy: str) -> Failure:
    return Failure(shown(path), shown(os.path.abspath(path.replace("\0", ""))), what, remedy)


class _Unclosed(io.RawIOBase):
    """Standard input, which stays open for whoever owns it."""

    def __init__(self, inner: BinaryIO) -> None:
        self._inner = inner

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        read = getattr(self._inner, "read1", self._inner.read)
        data: bytes = read(len(view))
        view[: len(data)] = data
        return len(data)
