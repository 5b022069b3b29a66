"""Protects how the page is served: its answers are sent at once, and a port that is taken is said to be."""

from __future__ import annotations

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from onrecord import show
from onrecord.errors import UsageError
from onrecord.show import server


def test_an_answer_is_sent_at_once() -> None:
    """Its body waits for no acknowledgement of its head: accepted connections hold nothing back."""

    async def accepted() -> tuple[int, bool]:
        held: asyncio.Future[tuple[int, bool]] = asyncio.get_running_loop().create_future()

        class Told(asyncio.Protocol):
            def connection_made(self, transport: asyncio.BaseTransport) -> None:
                taken = transport.get_extra_info("socket")
                is_tcp = taken.proto == socket.IPPROTO_TCP  # what asyncio goes by
                held.set_result((taken.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY), is_tcp))

        with server._bound("127.0.0.1", 0) as listening:
            serving = await asyncio.get_running_loop().create_server(Told, sock=listening)
            async with serving:
                _, writer = await asyncio.open_connection(*listening.getsockname())
                found = await held
                writer.close()
                return found

    with ThreadPoolExecutor(1) as apart:  # this thread may have the loop of the tests' browser
        nodelay, is_tcp = apart.submit(asyncio.run, accepted()).result()
    assert nodelay == 1
    assert is_tcp


def test_a_port_that_is_taken_is_said_to_be(record: Path) -> None:
    """One sentence, and what to do about it."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(UsageError, match="cannot be listened on"):
            show.serve(record, show.Serving(port=port), lambda address: None)
