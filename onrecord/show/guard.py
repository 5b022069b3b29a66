"""No request passes that names another host, comes from another site, or decides without the page's token.

What is answered may load nothing from elsewhere and stand in no other page. A public page decides nothing,
and answers only those who give the password.
"""

from __future__ import annotations

import asyncio
import base64
import hmac
import secrets
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOCAL = ("127.0.0.1", "localhost", "::1")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
# What a source holds: it may be looked at, and nothing else.
SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'none'"
HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    # Other sites learn nothing; without any referrer a browser would not say whose form it sends.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "X-DNS-Prefetch-Control": "off",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), browsing-topics=()",
}
WRONG_PASSWORD_SECONDS = 1.0


class Guard:
    """ASGI middleware that decides who may ask; see the first line.

    Args:
        app: what answers.
        password: what all who look must give, or None for a page that only this machine can reach.
        hosts: names under which the page may be asked for, beside this machine's own; a public page that is
            given none answers under every name, since the password protects it.
    """

    def __init__(self, app: ASGIApp, password: str | None = None, hosts: Sequence[str] = ()) -> None:
        self._app = app
        self._password = password
        self._hosts = {*LOCAL, *(host.lower() for host in hosts)}
        self._any_host = password is not None and not hosts
        self.token = secrets.token_urlsafe(24)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, refuse, or pass on."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        scope["token"] = self.token
        headers = Headers(scope=scope)
        refusal = self._refusal(scope, headers)
        if refusal is None and self._password is not None and not self._knows(headers):
            await asyncio.sleep(WRONG_PASSWORD_SECONDS if "authorization" in headers else 0)
            refusal = PlainTextResponse(
                "Give the password of this page.\n", 401, {"WWW-Authenticate": 'Basic realm="onrecord"'}
            )
        await (refusal or self._app)(scope, receive, _sealed(send))

    def accepts(self, token: str) -> bool:
        """Whether this is the token that the pages carry."""
        return hmac.compare_digest(token.encode("utf-8", "replace"), self.token.encode())

    def _refusal(self, scope: Scope, headers: Headers) -> PlainTextResponse | None:
        host = headers.get("host", "")
        if len(headers.getlist("host")) != 1 or not (self._any_host or _name(host) in self._hosts):
            return PlainTextResponse("This page does not answer under that name.\n", 421)
        origin = headers.get("origin")
        if origin is not None and (urlsplit(origin).netloc.lower() != host.lower()):
            return PlainTextResponse("Another site may not ask this page.\n", 403)
        decides = scope["method"] not in ("GET", "HEAD")
        if decides and headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return PlainTextResponse("Another site may not ask this page.\n", 403)
        if scope["method"] not in ("GET", "HEAD", "POST"):
            return PlainTextResponse(
                "This page is looked at or decided upon.\n", 405, {"Allow": "GET, HEAD, POST"}
            )
        return None

    def _knows(self, headers: Headers) -> bool:
        kind, _, given = headers.get("authorization", "").partition(" ")
        if kind.lower() != "basic" or self._password is None:
            return False
        try:
            _, _, word = base64.b64decode(given, validate=True).decode("utf-8").partition(":")
        except ValueError:
            return False
        return hmac.compare_digest(word.encode(), self._password.encode())


def _name(host: str) -> str:
    """The name in a Host header, without its port; "" where it is none."""
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""


def _sealed(send: Send) -> Send:
    async def sealed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Content-Security-Policy", POLICY)
            headers.setdefault("Cache-Control", "no-store")
        await send(message)

    return sealed
