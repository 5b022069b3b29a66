"""Of a crawl, every page, text and PDF that answered well is one item; the rest of the web is passed over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from onrecord.errors import ReadError
from onrecord.model import Failure, Item
from onrecord.read.entry import MIB, Entry, too_large
from onrecord.read.formats import CONTENT_TYPES
from onrecord.settings import Settings

_WANTED = frozenset({"html", "text", "pdf", "docx", "markdown"})
_NOTHING = "holds no page, text or PDF"


def warc_items(entry: Entry, settings: Settings) -> Iterator[Item | Failure]:
    """One Item for each record; its address, date and character set go into `Item.about`.

    Raises:
        ReadError: the file holds no record that is read, or breaks off.
    """
    found = 0
    with entry.open() as inner:
        stream = _Stream(inner)
        for record in _records(stream):
            item = _record(entry, record, settings)
            if item is not None:
                found += 1
                yield item
        if stream.trouble is not None:
            raise stream.trouble
    if not found:
        raise ReadError(_NOTHING, remedy="give a crawl that kept its responses")


def _records(stream: _Stream) -> Iterator[Any]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    count = 0
    try:
        for record in ArchiveIterator(stream, record_types=wanted, auto_decode="all"):
            count += 1
            yield record
    except ReadError:
        raise
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:
        # The parser's own panics are no Exception; a damaged file must not end the batch.
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        raise ReadError(f"is damaged after {count} records", remedy="fetch it again") from error


class _Stream:
    """What the parser reads from; it never fails, as the parser cannot bear that: `trouble` tells later."""

    def __init__(self, inner: BinaryIO) -> None:
        self._read = getattr(inner, "read1", inner.read)  # what stands before a break is not lost with it
        self._position = 0
        self.trouble: Exception | None = None

    def read(self, size: int = -1) -> bytes:
        if self.trouble is not None:
            return b""
        try:
            data: bytes = self._read(size)
        except Exception as error:
            self.trouble = error
            return b""
        self._position += len(data)
        return data

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = 0) -> int:
        if (offset, whence) not in ((0, 1), (self._position, 0)):
            raise OSError("the stream is read once")
        return self._position

    def close(self) -> None:
        pass


def _record(entry: Entry, record: Any, settings: Settings) -> Item | Failure | None:
    url = record.headers.get("WARC-Target-URI", "").strip("<> ")
    kind = _kind(record)
    if not url or kind is None:
        return None
    limit = settings.max_document_mb * MIB
    path = f"{entry.path}/{url}"
    data = record.reader.read(limit + 1)
    if entry.budget:
        entry.budget.spend(len(data))
    if len(data) > limit:
        error = too_large(settings)
        return Failure(path, url, error.what, error.remedy)
    about = [("url", url)]
    if date := record.headers.get("WARC-Date"):
        about.append(("fetched", date))
    if charset := getattr(record, "http_charset", None):
        about.append(("charset", str(charset)))
    return Item(path, url, kind, data, (), (*entry.about, *about))


def _kind(record: Any) -> str | None:
    """The record's format if it is one that is read, else None."""
    media: str | None
    if record.http_headers is not None:
        if not 200 <= (record.http_headers.status_code or 0) < 300:
            return None
        media = record.http_content_type
    else:
        media = record.headers.get("Content-Type", "")
    kind = CONTENT_TYPES.get((media or "").split(";")[0].strip().lower())
    return kind if kind in _WANTED else None
