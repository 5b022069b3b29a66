"""A large file of the web is read as it comes, and gone on with where a connection broke off.

Nothing is kept. Where it leads is checked at every step as for a page (`fetch`).
"""

from __future__ import annotations

import http.client
import io
import re
import time
from datetime import UTC, datetime
from typing import BinaryIO, cast
from urllib.parse import urljoin, urlsplit, urlunsplit

from onrecord.errors import ReadError
from onrecord.read.entry import Entry
from onrecord.read.fetch import asked, checked, connected, told
from onrecord.read.formats import CONTAINERS, by_name
from onrecord.settings import Settings

_TRIES = 3  # connections that may break one after another
_TOTAL = re.compile(r"bytes \d+-\d+/(\d+)")
_RETRY = "check the address and try again"


def is_shelf(url: str) -> bool:
    """Whether a web address names a crawl, an archive, a table or a mailbox, packed or not."""
    try:
        kind, _ = by_name(urlsplit(url).path)
    except ValueError:
        return False
    return kind in CONTAINERS and kind != "json"  # which is read whole, as a page is


def ranged(url: str, settings: Settings) -> Entry:
    """A large file of the web, as an entry whose stream can be sought where the server gives parts of it.

    Raises:
        ReadError: refused, unreachable, too slow, redirected too often, or not allowed.
    """
    try:
        stream = _Web(url, settings)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise ReadError(f"cannot be fetched ({told(error)})", remedy=_RETRY) from error
    about = (("url", stream.final), ("fetched", datetime.now(UTC).isoformat(timespec="seconds")))
    return Entry(
        path=url,
        source=stream.final,
        name=urlsplit(url).path,
        open=lambda: cast(BinaryIO, io.BufferedReader(stream, 1 << 18)),
        size=stream.size,
        about=about,
    )


class _Web(io.RawIOBase):
    """The bytes at a web address.

    Attributes:
        final: the address that answered, after redirects.
        size: in bytes, or None where the server does not tell.
    """

    def __init__(self, url: str, settings: Settings) -> None:
        self.final = url
        self.size: int | None = None
        self._settings = settings
        self._connection: http.client.HTTPConnection | None = None
        self._answer: http.client.HTTPResponse | None = None
        self._parts = False  # whether the server gives parts
        self._mark = ""  # what tells this version of the file from others
        self._position = self._next = 0  # where reading stands; where the connection does
        self._connect(first=True)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._parts and self.size is not None

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if not self.seekable():
            raise io.UnsupportedOperation("the server gives the whole file only")
        base = (0, self._position, self.size or 0)[whence]
        self._position = max(0, base + offset)
        return self._position

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer))
        if self.size is not None and self._position >= self.size:
            return 0
        trouble: Exception | None = None
        for _ in range(_TRIES):
            try:
                if self._answer is None or self._next != self._position:
                    self._connect()
                assert self._answer is not None
                data = self._answer.read1(len(view))
            except (OSError, http.client.HTTPException) as error:
                trouble = error
            else:
                if data or self.size is None:
                    view[: len(data)] = data
                    self._position += len(data)
                    self._next = self._position
                    return len(data)
                trouble = EOFError("the answer broke off")
            self._hang_up()
            if not self._parts:
                break
        raise OSError(f"the connection broke at byte {self._position:,} ({told(trouble or OSError())})")

    def close(self) -> None:
        self._hang_up()
        super().close()

    def _hang_up(self) -> None:
        for one in (self._answer, self._connection):
            if one is not None:
                one.close()
        self._answer = self._connection = None

    def _connect(self, first: bool = False) -> None:
        """Ask for the file from where reading stands."""
        self._hang_up()
        more = {"Accept-Encoding": "identity", "Range": f"bytes={self._position}-"}
        if self._mark:
            more["If-Range"] = self._mark
        for _ in range(self._settings.fetch_redirects + 1):
            answer = self._ask(self.final, more)
            onward = answer.headers.get("Location")
            if answer.status not in (301, 302, 303, 307, 308) or not onward:
                self._taken(answer, first)
                return
            self.final = urljoin(self.final, onward)
            self._hang_up()
        limit = self._settings.fetch_redirects
        raise ReadError(f"redirects more than {limit} times", remedy="give the final address")

    def _ask(self, url: str, more: dict[str, str]) -> http.client.HTTPResponse:
        parts = checked(url)
        limit = self._settings.fetch_timeout
        plain = connected(parts, self._settings, time.monotonic() + limit)
        plain.settimeout(limit)
        self._connection = http.client.HTTPConnection(parts.hostname or "")
        self.final = urlunsplit(parts._replace(fragment=""))
        try:
            asked(self._connection, plain, parts, more)
            self._answer = self._connection.getresponse()
        except BaseException:
            plain.close()
            raise
        return self._answer

    def _taken(self, answer: http.client.HTTPResponse, first: bool) -> None:
        """Take in what the server says of the file.

        Raises:
            ReadError: it answered something else.
            OSError: the file is another by now.
        """
        whole = answer.status == 200
        if not whole and answer.status != 206:
            raise ReadError(f"the server answered {answer.status}", remedy=_RETRY)
        if first:
            total = _TOTAL.match(answer.headers.get("Content-Range", ""))
            length = answer.headers.get("Content-Length", "")
            self._parts = not whole
            self.size = int(total[1]) if total else int(length) if whole and length.isdecimal() else None
            mark = answer.headers.get("ETag", "")
            self._mark = mark if mark.startswith('"') else answer.headers.get("Last-Modified", "")
        elif whole:
            self._hang_up()
            raise OSError("the file was changed while it was read")
        self._next = self._position
