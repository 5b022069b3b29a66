"""Every page is answered as HTML or, where JSON is asked for, as its data; an error is a sentence."""

from __future__ import annotations

import json
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from onrecord import api
from onrecord.errors import OnrecordError, UsageError
from onrecord.show import guard, printing
from onrecord.show.contract import Action, Answer, Asked, Done, Page, Raw, Site, Upload
from onrecord.show.pages import ACTIONS, PAGES
from onrecord.show.stores import Stores

HERE = Path(__file__).parent
MOST_FIELDS = 2000  # of a form
MOST_UPLOAD = 64 * 1024 * 1024  # bytes


def application(
    record: str | Path, author: str = "reader", password: str | None = None, hosts: tuple[str, ...] = ()
) -> ASGIApp:
    """The page of a record as an ASGI application.

    Args:
        record: the record's file; it is opened at the first question.
        author: who decides, unless the browser says otherwise.
        password: what all who look must give; the page then decides nothing.
        hosts: names under which it may be asked for, beside this machine's own.

    Raises:
        RecordError: the record cannot be opened.
    """
    path = Path(record)
    with api.reading(path):
        pass  # better now than at the first question
    site = Site(path, author, password is not None, api.Overview(path))
    return _guarded(_Answers(site, Stores(path)), password, hosts)


def _guarded(answers: _Answers, password: str | None, hosts: tuple[str, ...]) -> ASGIApp:
    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        threading.Thread(target=_warm, args=(answers.site,), daemon=True).start()
        yield
        answers.stores.close()
        answers.site.overview.close()

    routes: list[Any] = [Mount("/static", StaticFiles(directory=HERE / "static"), name="static")]
    routes += [Route(page.path, answers.page(page), methods=["GET", "HEAD"]) for page in PAGES]
    if not answers.site.public:
        routes += [Route(one.path, answers.action(one), methods=["POST"]) for one in ACTIONS]
    else:
        routes += [Route(one.path, answers.action(one), methods=["POST"]) for one in ACTIONS if one.looking]
    handlers: dict[Any, Any] = {HTTPException: answers.missing, Exception: answers.failed}
    inner = Starlette(routes=routes, lifespan=lifespan, exception_handlers=handlers)
    outer = guard.Guard(inner, password, hosts)
    answers.guard = outer
    return outer


def _warm(site: Site) -> None:
    """Count, and load what takes a while to load, before somebody waits for it."""
    with suppress(OnrecordError):
        site.overview.warm()
        printing.prepare()
        api.checks()
        api.verify(site.record, "words that are asked for before anybody asks", limit=1)


class _Answers:
    """Turns requests into questions and answers into responses."""

    guard: guard.Guard

    def __init__(self, site: Site, stores: Stores) -> None:
        self.site = site
        self.stores = stores

    def page(self, page: Page) -> Callable[[Request], Awaitable[Response]]:
        """What answers the requests for a page."""

        async def answer(request: Request) -> Response:
            def ask(store: api.Record) -> Answer | Raw:
                return page.answer(self._asked(request, store))

            try:
                given = await self.stores.ask(ask)
            except OnrecordError as error:
                return self._sentence(request, error)
            return self._raw(given) if isinstance(given, Raw) else self._printed(request, given)

        return answer

    def action(self, action: Action) -> Callable[[Request], Awaitable[Response]]:
        """What answers the requests that decide something."""

        async def answer(request: Request) -> Response:
            async with request.form(max_files=20, max_fields=MOST_FIELDS, max_part_size=MOST_UPLOAD) as sent:
                fields = tuple((k, v) for k, v in sent.multi_items() if isinstance(v, str))
                files = {
                    k: Upload(v.filename or "", await v.read(MOST_UPLOAD))
                    for k, v in sent.multi_items()
                    if isinstance(v, UploadFile)
                }
            given = request.headers.get("x-token") or next((v for k, v in fields if k == "token"), "")
            if not self.guard.accepts(given):
                error = UsageError("the page was opened before onrecord was started", "", "load it again")
                return self._sentence(request, error, 403)

            def do(store: api.Record) -> Done | Answer:
                return action.do(self._asked(request, store, fields, files))

            try:
                done = await self.stores.ask(do, writes=not action.looking)
            except OnrecordError as error:
                return self._sentence(request, error)
            if isinstance(done, Answer):
                return self._printed(request, done)
            if _wants_json(request):
                return _json({"said": done.said, **done.data})
            return RedirectResponse(done.go if _own(done.go) else "/", 303)

        return answer

    async def missing(self, request: Request, error: Exception) -> Response:
        """What is said where nothing lives at an address."""
        status = error.status_code if isinstance(error, HTTPException) else 500
        what = "there is no page at this address" if status == 404 else "this cannot be asked here"
        return self._sentence(request, UsageError(what, request.url.path, "go back to the search"), status)

    async def failed(self, request: Request, error: Exception) -> Response:
        """What is said of a bug; its traceback goes to the terminal."""
        what = "something went wrong here, which is a fault of onrecord"
        return self._sentence(request, UsageError(what, "", "the terminal shows what; please report it"), 500)

    def _asked(
        self,
        request: Request,
        store: api.Record,
        form: tuple[tuple[str, str], ...] = (),
        files: dict[str, Upload] | None = None,
    ) -> Asked:
        kept = unquote(request.cookies.get("author", "")).strip()[:100]
        return Asked(
            store,
            self.site,
            {name: str(value) for name, value in request.path_params.items()},
            _query(request),
            form,
            files or {},
            kept or self.site.author,
            request.url.path + (f"?{request.url.query}" if request.url.query else ""),
        )

    def _printed(self, request: Request, answer: Answer) -> Response:
        if _wants_json(request):
            return _json(answer.data, answer.status)
        kept = unquote(request.cookies.get("author", "")).strip()[:100]
        around = {
            "site": self.site,
            "token": self.guard.token,
            "author": kept or self.site.author,
            "query": _query(request),
            "path": request.url.path,
        }
        return HTMLResponse(printing.printed(answer, around), answer.status)

    def _raw(self, raw: Raw) -> Response:
        headers = {"Content-Security-Policy": guard.SANDBOX} if raw.sandboxed else {}
        if raw.name is not None:
            headers["Content-Disposition"] = printing.attachment(raw.name)
        if isinstance(raw.data, bytes):
            return Response(raw.data, media_type=raw.media, headers=headers)
        return StreamingResponse(self.stores.stream(raw.data), media_type=raw.media, headers=headers)

    def _sentence(self, request: Request, error: OnrecordError, status: int = 0) -> Response:
        data = {"error": str(error), "what": error.what, "where": error.where, "remedy": error.remedy}
        found = status or (404 if error.what.startswith("there is no") and "{" not in error.what else 400)
        return self._printed(request, Answer("error.html", "Not possible", data, status=found))


def _query(request: Request) -> tuple[tuple[str, str], ...]:
    pairs = ((key, value.strip()) for key, value in request.query_params.multi_items())
    return tuple((key, value) for key, value in pairs if value and key != "format")


def _wants_json(request: Request) -> bool:
    if request.query_params.get("format") == "json":
        return True
    accept = request.headers.get("accept", "")
    return "application/json" in accept and "text/html" not in accept


def _json(data: Any, status: int = 200) -> Response:
    # Lone surrogates of a source have no UTF-8; JSON can name them.
    text = json.dumps(data, ensure_ascii=False)
    try:
        body = text.encode("utf-8")
    except UnicodeEncodeError:
        body = json.dumps(data).encode("ascii")
    return Response(body, status, media_type=JSONResponse.media_type)


def _own(path: str) -> bool:
    """Whether this is a path of this site, and not an address elsewhere."""
    return path.startswith("/") and not path.startswith(("//", "/\\"))
