"""A message is one document; what is attached to it and can be read is a document of its own."""

from __future__ import annotations

import contextlib
import email
import email.policy
import re
from collections.abc import Iterator
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses

from onrecord.errors import ReadError
from onrecord.model import Item
from onrecord.read.draft import Draft
from onrecord.read.encoding import clean, decoded
from onrecord.read.formats import CONTENT_TYPES, by_name
from onrecord.text.dates import when

_PARTS = 500
_BREAKS = re.compile(r"[\r\n\t ]+")


def read_mail(item: Item, data: bytes) -> Iterator[Draft | Item]:
    """The message's own text first, then an Item for each attachment of a kind that is read.

    Raises:
        ReadError: there is no message, or nothing in it to read.
    """
    try:
        message = email.message_from_bytes(data, policy=email.policy.compat32)
    except (ValueError, LookupError, AttributeError, TypeError, RecursionError) as error:
        raise ReadError("is no message that can be read", remedy="save it again as .eml") from error
    leaves = [part for part in _walk(message) if not part.is_multipart()]
    if not message.keys() or not leaves:
        raise ReadError("is no message", remedy="save it again as .eml")
    attached = [part for part in leaves if _is_attached(part)]
    body = _body([part for part in leaves if part not in attached])
    if body is not None:
        _head(body, message)
        yield body
    items = [found for part in attached if (found := _attachment(item, part))]
    if body is None and not items:
        raise ReadError("holds no text", remedy="open it and save its text")
    yield from items


def _walk(message: Message) -> Iterator[Message]:
    """The parts, outermost first; a forwarded message is an attachment as a whole."""
    waiting, count = [message], 0
    while waiting and count < _PARTS:
        part = waiting.pop()
        count += 1
        payload = part.get_payload()
        if isinstance(payload, list) and (part.get_content_type() != "message/rfc822" or part is message):
            waiting.extend(p for p in reversed(payload) if isinstance(p, Message))
        elif isinstance(payload, list):
            yield _forwarded(part)
        else:
            yield part


def _forwarded(part: Message) -> Message:
    """A message within a message, packed as one attachment."""
    inner = part.get_payload(0)
    whole = Message()
    whole["Content-Type"] = 'message/x-forwarded; name="forwarded.eml"'
    whole["Content-Disposition"] = 'attachment; filename="forwarded.eml"'
    try:
        whole.set_payload(inner.as_bytes() if isinstance(inner, Message) else b"")
    except (ValueError, LookupError, AttributeError, TypeError, RecursionError):
        whole.set_payload(b"")
    return whole


def _is_attached(part: Message) -> bool:
    named = bool(part.get_filename())
    return (part.get_content_disposition() or "") == "attachment" or (
        named and part.get_content_type() not in ("text/plain", "text/html")
    )


def _body(parts: list[Message]) -> Draft | None:
    """The plain text where there is one, else the page."""
    for wanted in ("text/plain", "text/html"):
        for part in parts:
            if part.get_content_type() == wanted:
                data, charset = _bytes(part), _charset(part)
                if not data.strip():
                    continue
                if wanted == "text/plain":
                    return Draft(decoded(data, charset), "eml")
                from onrecord.read.page import whole_page

                draft = whole_page(data, charset)
                draft.kind = "eml"
                return draft if draft.text else None
    return None


def _head(draft: Draft, message: Message) -> None:
    draft.title = _header(message, "Subject")
    senders = getaddresses([_header(message, "From") or ""])
    draft.authors = tuple(name or address for name, address in senders if name or address)
    draft.published = when(_header(message, "Date"))


def _header(message: Message, name: str) -> str | None:
    value = message.get(name)
    if value is None:
        return None
    try:
        text = str(make_header(decode_header(value)))
    except (ValueError, LookupError, UnicodeError, AttributeError, TypeError):
        text = str(value)
    words = _BREAKS.sub(" ", clean(text)).strip()
    return words[:1000] or None


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _charset(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except (ValueError, LookupError, TypeError, AttributeError):
        return None


def _attachment(item: Item, part: Message) -> Item | None:
    try:
        raw_name = part.get_filename() or ""
    except (ValueError, LookupError, TypeError, AttributeError):
        raw_name = ""
    with contextlib.suppress(ValueError, LookupError, UnicodeError):
        raw_name = str(make_header(decode_header(raw_name)))
    name = clean(raw_name).replace("\\", "/").rsplit("/", 1)[-1].strip() or "attachment"
    kind = by_name(name)[0] or CONTENT_TYPES.get(part.get_content_type())
    data = _bytes(part)
    if kind is None or not data:
        return None
    message = dict(item.about).get("message")
    inner = f"#{message}/{name}" if message else f"/{name}"
    return Item(f"{item.path}{inner}", f"{item.source}{inner}", kind, data)
