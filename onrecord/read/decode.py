"""One item becomes its documents; bad input is a Failure, and nothing but a bug raises."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import takewhile

from onrecord.errors import ReadError
from onrecord.model import Document, Failure, Item, Passage, Reading, When, digest, document_id
from onrecord.read.archives import BROKEN, damaged, unpacked
from onrecord.read.containers import expand, unread
from onrecord.read.dateline import dateline
from onrecord.read.draft import Draft
from onrecord.read.encoding import clean
from onrecord.read.entry import Budget, Entry, within
from onrecord.read.formats import CONTAINERS, HEAD, PACKERS, UNREAD, by_name, office_kind, sniffed
from onrecord.read.language import language
from onrecord.read.layout import passages
from onrecord.read.load import load
from onrecord.read.plain import fill, read_markdown, read_text
from onrecord.settings import Settings
from onrecord.text.dates import when

_LONGEST_TITLE = 300


def documents(item: Item, settings: Settings) -> Iterator[Reading | Failure]:
    """The documents in one item: mostly one; a message has its attachments, a misnamed archive its members.

    Never raises on bad input: what cannot be read is a Failure.
    """
    yield from _documents(item, settings, 0)


def _documents(item: Item, settings: Settings, depth: int) -> Iterator[Reading | Failure]:
    try:
        data = load(item, settings)
        for found in _decoded(item, data, settings, depth):
            if isinstance(found, Draft):
                yield finished(found, item)
            elif isinstance(found, Failure):
                yield found
            elif depth > settings.max_nesting:
                raise ReadError("lies too deep within other files", remedy="take it out of them first")
            else:
                yield from _documents(found, settings, depth + 1)
    except ReadError as error:
        yield Failure(item.path, item.source, error.what, error.remedy)
    except RecursionError:
        yield Failure(item.path, item.source, "is nested too deeply to be read", "save its text")
    except MemoryError:
        yield Failure(item.path, item.source, "needs more memory than there is", "split it, or save its text")


def _decoded(item: Item, data: bytes, settings: Settings, depth: int) -> Iterator[Draft | Item | Failure]:
    about = dict(item.about)
    if "row" in about and item.kind in ("csv", "jsonl"):
        yield _row(item.kind, data)
        return
    kind = "eml" if "message" in about else sniffed(data[:HEAD], item.kind)
    if kind.startswith("!"):
        raise unread(kind[1:])
    if kind in PACKERS:
        yield _unpacked(item, data, kind, settings)
    elif kind == "zip" and (office := _office(data)):
        if office != "docx":
            raise unread(UNREAD[office])
        yield _docx(data, settings)
    elif kind in CONTAINERS:
        stream = io.BytesIO(data)
        entry = Entry(
            item.path, item.source, "", lambda: stream, len(data), depth=depth, hint=kind, about=item.about
        )
        yield from expand(entry, settings)
    elif kind == "eml":
        from onrecord.read.mail import read_mail

        yield from read_mail(item, data)
    else:
        yield _READERS.get(kind, read_text)(data, about.get("charset"))


def _unpacked(item: Item, data: bytes, packer: str, settings: Settings) -> Item:
    try:
        with unpacked(io.BytesIO(data), packer, Budget.of(len(data), settings)) as stream:
            inner = within(stream, settings, packed=True)
    except BROKEN as error:
        raise damaged(error) from error
    return replace(item, kind=by_name(item.path)[0], data=inner, open_as=())


def _office(data: bytes) -> str | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return office_kind(archive.namelist())
    except BROKEN as error:
        raise damaged(error) from error


def _docx(data: bytes, settings: Settings) -> Draft:
    from onrecord.read.word import read_docx

    draft: Draft = read_docx(data, settings)
    return draft


def _page(data: bytes, charset: str | None) -> Draft:
    from onrecord.read.page import read_page

    return read_page(data, charset)


def _pdf(data: bytes, charset: str | None) -> Draft:
    from onrecord.read.pdf import read_pdf

    return read_pdf(data)


_READERS: dict[str, Callable[[bytes, str | None], Draft]] = {
    "text": read_text, "markdown": read_markdown, "html": _page, "pdf": _pdf,
}  # fmt: skip


def _row(kind: str, data: bytes) -> Draft:
    row = json.loads(data)
    draft = Draft(clean(row.pop("text")), kind)
    fill(draft, row)
    name = row.get("id")
    draft.id = clean(str(name)).strip() or None if isinstance(name, (str, int, float)) else None
    return draft


def finished(draft: Draft, item: Item) -> Reading:
    """The draft with its identity, language, dates and passages.

    Raises:
        ReadError: there is no text in it.
    """
    text = clean(draft.text)
    if not text.strip():
        raise ReadError("holds no text", remedy="open it and save its text")
    about = dict(item.about)
    text_digest = digest(text.encode("utf-8"))
    source = item.source
    if part := draft.id or about.get("row") or about.get("message"):
        source = f"{source}#{part}"
    published = draft.published or _printed_date(draft, text)
    document = Document(
        id=draft.id or document_id(source, text_digest),
        path=item.path,
        source=source,
        outlet=_line(draft.outlet),
        url=_line(draft.url) or about.get("url"),
        title=_line(draft.title),
        authors=tuple(clean(author) for author in draft.authors),
        kind=draft.kind,
        language=language(text, draft.language),
        published=published,
        updated=draft.updated,
        fetched=when(about.get("fetched")),
        text=text,
        digest=text_digest,
    )
    found = passages(document.id, text, draft.blocks, markdown=draft.markdown)
    if document.title is None:
        document = replace(document, title=_printed_title(text, found))
    return Reading(document, found, draft.raw)


def _printed_title(text: str, found: tuple[Passage, ...]) -> str | None:
    """The heading that the text opens with; a word or two above a longer heading name the site or section."""
    head = list(takewhile(lambda p: p.kind == "heading", (p for p in found[:5] if p.kind != "furniture")))
    titles = [" ".join(p.span.of(text).strip("#* \t").split()) for p in head]
    if len(titles) > 1 and len(titles[0].split()) <= 3 and len(titles[1].split()) >= 5:
        del titles[0]
    return titles[0][:_LONGEST_TITLE] or None if titles else None


def _printed_date(draft: Draft, text: str) -> When | None:
    """The date that the text itself prints at its head, where nothing else states one."""
    start = draft.blocks[0].span.end if draft.blocks and draft.blocks[0].kind == "furniture" else 0
    found = dateline(text, start)
    if found is None or found.when or draft.updated is None:
        return found.when if found else None
    return found.near(text, draft.updated)


def _line(words: str | None) -> str | None:
    return " ".join(clean(words).split()) or None if words else None
