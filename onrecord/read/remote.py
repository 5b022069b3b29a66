"""What lies behind an address of any store is walked like a folder; nothing is opened that nobody named.

Any store that fsspec has a driver for: s3, gs, hdfs, abfs, ftp, sftp, memory... Web addresses are those of
`fetch` and `ranged`, which check where they lead.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple, cast
from urllib.parse import unquote, urlsplit

from onrecord.errors import ReadError
from onrecord.model import Failure, Item
from onrecord.read.entry import Entry, shown
from onrecord.read.formats import is_clutter
from onrecord.settings import Settings

_ADDRESS = re.compile(r"(?!https?://)[a-z][a-z0-9+.-]+(::[a-z][a-z0-9+.-]+)*://", re.IGNORECASE)
_PATTERN = re.compile(r"[*?\[]")
_WEB = re.compile(r"https?://|::https?\b", re.IGNORECASE)
_DRIVER = "pip install the driver of this kind of address (s3fs for s3, gcsfs for gs, adlfs for abfs)"
_RETRY = "check the address, and what you may read there"


class Found(NamedTuple):
    """A file of a store: its address, and its size in bytes where that is told."""

    address: str
    size: int | None


def is_store(place: str) -> bool:
    """Whether a place the user names is an address of a store: a scheme that is not the web's, and "://"."""
    return bool(_ADDRESS.match(place))


def local_path(place: str) -> str | None:
    """The path that a file:// address means; None for others."""
    if not place.lower().startswith(("file://", "local://")):
        return None
    parts = urlsplit(place)
    return unquote(parts.path) if parts.netloc in ("", "localhost") else None


def stored(place: str) -> Iterator[Entry | Failure]:
    """The files at an address, in order of their names: one, those that a pattern matches, or a folder's.

    Yields:
        An Entry for each, or one Failure that says why there is none.
    """
    try:
        files = _files(place)
    except ReadError as error:
        yield Failure(shown(place), shown(place), error.what, error.remedy)
        return
    for file in files:
        yield _entry(file)


def store_stream(address: str) -> BinaryIO:
    """A fresh stream of the bytes of one file of a store, which can be sought where the store lets it.

    Raises:
        ReadError: there is no driver, no such file, no permission, no answer.
    """
    system, path = _system(address)
    try:
        return cast(BinaryIO, io.BufferedReader(_Stream(system.open(path, "rb")), 1 << 16))
    except Exception as error:
        raise _trouble(error) from error


def store_items(place: str, settings: Settings) -> Iterator[Item | Failure]:
    """What is to be read at an address of a store, walked as files of a folder are."""
    from onrecord.read.containers import expand

    for one in stored(place):
        if isinstance(one, Failure):
            yield one
        else:
            yield from expand(one, settings)


def _entry(file: Found) -> Entry:
    name = shown(file.address)
    return Entry(
        path=name,
        source=name,
        name=name.rsplit("/", 1)[-1],
        open=lambda: store_stream(file.address),
        size=file.size,
        open_as=("store", file.address),
    )


def _files(place: str) -> list[Found]:
    system, path = _system(place)
    try:
        if _PATTERN.search(path) and not system.exists(path):
            names = system.glob(path)
            found = {name: system.info(name) for name in names}
        elif system.isdir(path):
            found = system.find(path, detail=True)
        else:
            found = {path: system.info(path)}
    except Exception as error:
        raise _trouble(error) from error
    files = {name: about for name, about in found.items() if about.get("type", "file") == "file"}
    # What is hidden is passed over below what the user named, not in the name itself.
    pattern = _PATTERN.search(path)
    named = path[: pattern.start()].rpartition("/")[0] if pattern else path
    wanted = sorted(name for name in files if name == path or not _hidden(name[len(named) :]))
    if not wanted:
        raise ReadError("holds no file that can be read", remedy="check the address")
    return [Found(_address(system, place, path, name), files[name].get("size")) for name in wanted]


def _address(system: Any, place: str, path: str, name: str) -> str:
    """The whole address of a file, as its driver writes it; chained ones ("zip::s3://...") are told again."""
    if "::" in place:
        if name == path:
            return place
        first, _, rest = place.partition("::")
        scheme = first.partition("://")[0]
        return f"{scheme}://{name}::{rest}"
    return str(system.unstrip_protocol(name))


def _hidden(path: str) -> bool:
    return any(is_clutter(part) or part.startswith(".") for part in path.split("/") if part)


def _system(place: str) -> tuple[Any, str]:
    """The driver of an address, and the path as it calls it.

    Raises:
        ReadError: there is none, or it refuses the address.
    """
    if _WEB.search(place):
        raise ReadError("leads to the web through another store", remedy="give the https address itself")
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        remedy = "install it: pip install onrecord[cluster]"
        raise ReadError("addresses of this kind need fsspec", remedy=remedy) from None
    try:
        system, path = url_to_fs(place)
    except ImportError as error:
        raise ReadError(f"its driver is not installed ({_told(error)})", remedy=_DRIVER) from error
    except Exception as error:
        if "Protocol not known" in str(error):
            scheme = place.partition("://")[0]
            raise ReadError(f"no kind of address is called {scheme}", remedy=_DRIVER) from error
        raise _trouble(error) from error
    return system, str(path)


def _trouble(error: Exception) -> ReadError:
    """The sentence for what a driver raises: each has errors of its own beside those of Python."""
    if isinstance(error, ReadError):
        return error
    if isinstance(error, FileNotFoundError):
        return ReadError("there is no such file", remedy="check the address")
    if isinstance(error, PermissionError):
        return ReadError("may not be read", remedy="ask for permission, or set the store's credentials")
    return ReadError(f"cannot be opened ({_told(error)})", remedy=_RETRY)


def _told(error: BaseException) -> str:
    text = " ".join((getattr(error, "strerror", None) or str(error) or type(error).__name__).split())
    return text[:160].rstrip(".")


class _Stream(io.RawIOBase):
    """A driver's stream, of which every failure is an OSError."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner
        self._seekable = bool(inner.seekable())

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._seekable

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer))
        try:
            data: bytes = self._inner.read(len(view))
        except OSError:
            raise
        except Exception as error:
            raise OSError(_told(error)) from error
        view[: len(data)] = data
        return len(data)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return int(self._inner.seek(offset, whence))

    def tell(self) -> int:
        return int(self._inner.tell())

    def close(self) -> None:
        if not self.closed:
            self._inner.close()
        super().close()
