"""One address is fetched once, within time and size, and only from where the settings allow, at every hop."""

from __future__ import annotations

import contextlib
import http.client
import io
import ipaddress
import re
import socket
import ssl
import threading
import time
import zlib
from datetime import UTC, datetime
from typing import NamedTuple
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from onrecord.errors import ReadError
from onrecord.read.entry import MIB, Entry, too_large
from onrecord.read.formats import CONTENT_TYPES
from onrecord.settings import Settings

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_CHUNK = 1 << 16
_RETRY = "check the address and try again"


class _Answer(NamedTuple):
    status: int
    headers: http.client.HTTPMessage
    body: bytes


def is_address(place: str) -> bool:
    """Whether a place the user names is a web address."""
    return bool(_ADDRESS.match(place))


def fetched(url: str, settings: Settings) -> Entry:
    """What one web address answers, as an entry whose `about` holds the address, the time and the charset.

    Raises:
        ReadError: refused, unreachable, too slow, too large, redirected too often, or not allowed.
    """
    deadline = time.monotonic() + settings.fetch_timeout
    address = url
    for _ in range(settings.fetch_redirects + 1):
        parts = checked(address)
        try:
            answer = _ask(parts, settings, deadline)
        except ssl.SSLError as error:
            reason = getattr(error, "verify_message", "") or error.reason or "no secure connection"
            raise ReadError(f"its certificate or encryption is refused ({reason})", remedy=_RETRY) from error
        except TimeoutError:
            raise _too_slow(settings) from None
        except (OSError, http.client.HTTPException, zlib.error, ValueError) as error:
            if time.monotonic() >= deadline:
                raise _too_slow(settings) from error
            raise ReadError(f"cannot be fetched ({told(error)})", remedy=_RETRY) from error
        if answer.status in (301, 302, 303, 307, 308) and (onward := answer.headers.get("Location")):
            address = urljoin(urlunsplit(parts), onward)
            continue
        return _entry(url, urlunsplit(parts._replace(fragment="")), answer)
    raise ReadError(f"redirects more than {settings.fetch_redirects} times", remedy="give the final address")


def _too_slow(settings: Settings) -> ReadError:
    seconds = f"{settings.fetch_timeout:g}"
    return ReadError(f"gave no answer within {seconds} seconds", remedy="try again, or raise fetch_timeout")


def _entry(url: str, final: str, answer: _Answer) -> Entry:
    if not 200 <= answer.status < 300:
        raise ReadError(f"the server answered {answer.status}", remedy=_RETRY)
    stated = answer.headers.get("Content-Type", "")
    kind = CONTENT_TYPES.get(stated.split(";")[0].strip().lower())
    about = [("url", final), ("fetched", datetime.now(UTC).isoformat(timespec="seconds"))]
    if charset := _CHARSET.search(stated):
        about.append(("charset", charset[1]))
    return Entry(
        path=url,
        source=final,
        name="" if kind else urlsplit(final).path,
        open=lambda: io.BytesIO(answer.body),
        size=len(answer.body),
        hint=kind,
        about=tuple(about),
    )


def checked(address: str) -> SplitResult:
    """A web address in its parts.

    Raises:
        ReadError: it is none.
    """
    try:
        parts = urlsplit(address)
        usable = parts.scheme.lower() in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise ReadError(
            f"is or leads to no web address ({address[:120]!r})", remedy="give an http or https address"
        )
    return parts


def _ask(parts: SplitResult, settings: Settings, deadline: float) -> _Answer:
    plain = connected(parts, settings, deadline)
    # Waiting is limited for each byte; the alarm limits the whole, for servers that drip.
    spare = plain.dup()
    alarm = threading.Timer(max(0.0, deadline - time.monotonic()), _hang_up, (spare,))
    alarm.start()
    connection = http.client.HTTPConnection(parts.hostname or "")
    try:
        asked(connection, plain, parts, {"Accept-Encoding": "gzip"})
        response = connection.getresponse()
        return _Answer(response.status, response.headers, _body(response, connection, settings, deadline))
    finally:
        alarm.cancel()
        spare.close()
        connection.close()


def asked(
    connection: http.client.HTTPConnection, plain: socket.socket, parts: SplitResult, more: dict[str, str]
) -> None:
    """Ask for an address over a socket, which becomes the connection's, with some more headers."""
    host = parts.hostname or ""
    connection.sock = plain
    if parts.scheme.lower() == "https":
        connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
    path = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    quoted = re.sub(r"[^!-~]", lambda m: "".join(f"%{b:02X}" for b in m[0].encode("utf-8", "replace")), path)
    headers = {
        "Host": _host_header(host, parts.port),
        "User-Agent": "onrecord",
        "Accept": "text/html,application/xhtml+xml,text/plain,application/pdf,*/*;q=0.5",
        "Connection": "close",
    }
    connection.request("GET", quoted, headers=headers | more)


def _hang_up(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)


def _host_header(host: str, port: int | None) -> str:
    name = f"[{host}]" if ":" in host else host.encode("idna").decode("ascii")
    return f"{name}:{port}" if port else name


def connected(parts: SplitResult, settings: Settings, deadline: float) -> socket.socket:
    """A connection to an address that was checked: the name is resolved once, so it cannot change between.

    Raises:
        ReadError: there is no such host, or it lies in a private network and none is allowed.
        OSError: it does not answer by `deadline`, a value of `time.monotonic()`.
    """
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme.lower() == "https" else 80)
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError):
        raise ReadError(f"there is no host {host!r}", remedy="check the address") from None
    trouble: OSError | None = None
    for family, kind, protocol, _, where in found:
        if not settings.allow_private and not _public(str(where[0])):
            raise ReadError("lies in a private network", remedy="set allow_private if you trust it")
        connection = socket.socket(family, kind, protocol)
        try:
            connection.settimeout(_left(deadline))
            connection.connect(where)
            return connection
        except OSError as error:
            connection.close()
            trouble = error
    raise trouble or OSError("no address")


def _public(address: str) -> bool:
    """Whether an IP address is one of the open internet, also when one version is written in the other."""
    ip = ipaddress.ip_address(address.split("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.ip_address(int(ip) & 0xFFFFFFFF)  # type: ignore[assignment]
        if inner is not None:
            return _public(str(inner))
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _body(
    response: http.client.HTTPResponse,
    connection: http.client.HTTPConnection,
    settings: Settings,
    deadline: float,
) -> bytes:
    """The body within size and time; what is packed on the way is unpacked within the same size."""
    limit = settings.max_document_mb * MIB
    packed = response.headers.get("Content-Encoding", "").lower() in ("gzip", "x-gzip")
    inflate = zlib.decompressobj(31) if packed else None
    parts, total = [], 0
    sock = connection.sock
    while True:
        if sock is not None:
            sock.settimeout(_left(deadline))
        _left(deadline)
        chunk = response.read1(_CHUNK)
        if not chunk:
            break
        if inflate:
            chunk = inflate.decompress(chunk, limit - total + 1)
        total += len(chunk)
        if total > limit:
            raise too_large(settings)
        parts.append(chunk)
    _left(deadline)  # a body without a stated length ends silently when the alarm hangs up
    if response.length:
        raise http.client.IncompleteRead(b"", response.length)
    return b"".join(parts)


def told(error: Exception) -> str:
    """What went wrong on the way, in a few words."""
    if isinstance(error, http.client.IncompleteRead):
        return "the answer broke off"
    text = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return str(text)[:120].rstrip(".").lower()
