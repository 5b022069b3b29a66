"""The page is served on this machine alone unless somebody asks for more and sets a password."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import UsageError
from onrecord.show.app import application

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Serving:
    """How a record is served.

    Attributes:
        port: where; 0 takes any that is free.
        author: who decides, unless the browser says otherwise.
        password: what all who look must give, or None; with a password the page decides nothing, and other
            machines can reach it.
        host: the address of this machine that it listens on, for a page with a password.
        names: host names under which a page with a password answers; none is every name.
    """

    port: int = 8420
    author: str = "reader"
    password: str | None = None
    host: str = LOOPBACK
    names: tuple[str, ...] = ()


def serve(record: str | Path, serving: Serving, ready: Callable[[str], None]) -> None:
    """Serve the page of a record until the process is told to stop.

    Args:
        record: the record's file.
        serving: how.
        ready: told the page's address as soon as it answers.

    Raises:
        RecordError: the record cannot be opened.
        UsageError: the port is taken, or other machines could reach a page without a password.
    """
    import uvicorn

    if serving.host != LOOPBACK and serving.password is None:
        what = "other machines could reach a page without a password"
        raise UsageError(what, serving.host, "serve it with --public, which asks for one")
    app = application(record, serving.author, serving.password, serving.names)
    with closing(_bound(serving.host, serving.port)) as listening:
        host, port = listening.getsockname()[:2]
        address = f"http://{host if ':' not in host else f'[{host}]'}:{port}/"

        class Server(uvicorn.Server):
            async def startup(self, sockets: list[socket.socket] | None = None) -> None:
                await super().startup(sockets)
                ready(address)

        config = uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=2,
            ws="none",
        )
        Server(config).run(sockets=[listening])


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio sends without delay only where a socket says that it is TCP's. Otherwise the second part of an
    # answer, its body, waits until the browser has acknowledged the first: some 40 ms each time.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
    except (OSError, OverflowError) as error:
        listening.close()
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        remedy = "name another with --port, or --port 0 for any that is free"
        raise UsageError(f"it cannot be listened on ({reason})", f"port {port}", remedy) from error
    return listening
