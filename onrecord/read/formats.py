"""Which format a name or the first bytes show; data and one lookup each, nothing is opened here."""

from __future__ import annotations

import re
from types import MappingProxyType

HEAD = 4096
"""How many bytes from the start `sniffed` wants to see."""

SUFFIXES = MappingProxyType(
    {
        "txt": "text", "text": "text", "asc": "text",
        "md": "markdown", "markdown": "markdown", "mdown": "markdown",
        "html": "html", "htm": "html", "xhtml": "html", "shtml": "html",
        "pdf": "pdf", "docx": "docx", "eml": "eml",
        "jsonl": "jsonl", "ndjson": "jsonl", "json": "json", "csv": "csv", "tsv": "csv", "tab": "csv",
        "parquet": "parquet", "mbox": "mbox", "mbx": "mbox", "warc": "warc", "zip": "zip", "tar": "tar",
        "gz": "gz", "bz2": "bz2", "xz": "xz",
    }
)  # fmt: skip
"""Suffix -> format. `tgz` and its like are spelt out by `by_name`."""

_SHORT = MappingProxyType(
    {"tgz": ("tar", "gz"), "tbz2": ("tar", "bz2"), "tbz": ("tar", "bz2"), "txz": ("tar", "xz")}
)

LEAVES = frozenset({"text", "markdown", "html", "pdf", "docx", "eml"})
PACKERS = frozenset({"gz", "bz2", "xz"})
CONTAINERS = frozenset({"zip", "tar", "jsonl", "json", "csv", "parquet", "mbox", "warc"})

UNREAD = MappingProxyType(
    {
        suffix: what
        for what, suffixes in {
            "a picture": "jpg jpeg png gif webp bmp tif tiff svg ico heic avif psd",
            "a sound recording": "mp3 wav ogg m4a flac aac opus",
            "a film": "mp4 mov avi mkv webm m4v mpg mpeg wmv",
            "an old Word document": "doc dot",
            "a spreadsheet": "xls xlsx ods numbers",
            "a presentation": "ppt pptx odp key",
            "an OpenDocument text": "odt",
            "a rich text document": "rtf",
            "an e-book": "epub mobi azw azw3 djvu",
            "an Outlook message": "msg pst",
            "an archive of a kind that is not opened": "rar 7z zst lz4 cab iso dmg",
            "a program": "exe dll so dylib bin jar apk class pyc o",
            "a font": "ttf otf woff woff2",
            "program code": "js css py java c h cpp rb php sh sql xsl xsd ts",
            "a database": "sqlite sqlite3 db mdb accdb onrecord feather",
            "XML data": "xml rss atom plist kml",
        }.items()
        for suffix in suffixes.split()
    }
)
"""Suffix -> what it is, for known files that are not read."""

CLUTTER = frozenset({"thumbs.db", "desktop.ini", "icon\r", "ehthumbs.db"})

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a picture"), (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"), (b"BM6", "a picture"),
    (b"II*\0", "a picture"), (b"MM\0*", "a picture"), (b"ID3", "a sound recording"),
    (b"OggS", "a sound recording"), (b"fLaC", "a sound recording"), (b"RIFF", "a recording"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"), (b"{\\rtf", "a rich text document"),
    (b"\x7fELF", "a program"), (b"MZ\x90\0", "a program"), (b"SQLite format 3\0", "a database"),
    (b"Rar!\x1a", "an archive of a kind that is not opened"),
    (b"7z\xbc\xaf\x27\x1c", "an archive of a kind that is not opened"),
    (b"(\xb5/\xfd", "an archive of a kind that is not opened"), (b"!BDN", "an Outlook message"),
)  # fmt: skip

_OFFICE = (
    ("word/document.xml", "docx"), ("xl/workbook.xml", "xlsx"), ("ppt/presentation.xml", "pptx"),
    ("content.xml", "odt"), ("META-INF/container.xml", "epub"), ("META-INF/MANIFEST.MF", "jar"),
)  # fmt: skip

_PACKED: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "zip"), (b"PK\x05\x06", "zip"), (b"PK\x07\x08", "zip"), (b"\x1f\x8b", "gz"),
    (b"BZh", "bz2"), (b"\xfd7zXZ\0", "xz"), (b"WARC/1.", "warc"), (b"WARC/0.", "warc"),
    (b"PAR1", "parquet"),
)  # fmt: skip

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(
    rb"<(?:p|div|span|br|h[1-6]|table|ul|ol|a|article|title|meta|body|html|section)\b", re.IGNORECASE
)
_HEADER = re.compile(rb"[!-9;-~]{1,60}:[ \t]")
_MAIL = re.compile(
    rb"^(?:MIME-Version|Received|Message-ID|Return-Path|Content-Type):", re.IGNORECASE | re.MULTILINE
)
_ENVELOPE = re.compile(rb"From \S.*\d\d:\d\d.*\r?\n[!-9;-~]{1,60}:")
_XML = re.compile(rb"\s*<\?xml\b")
_OBJECT = re.compile(rb'\s*\{\s*(?:"|\})')
_COLUMNS = re.compile(rb'"?(?:id|text|title|outlet|author|url|published|language)"?\s*[,;\t]', re.IGNORECASE)

CONTENT_TYPES = MappingProxyType(
    {
        "text/html": "html", "application/xhtml+xml": "html", "application/pdf": "pdf",
        "text/plain": "text", "text/markdown": "markdown", "text/x-markdown": "markdown",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
        "message/rfc822": "eml", "application/mbox": "mbox", "text/csv": "csv",
        "text/tab-separated-values": "csv", "application/json": "json", "application/x-ndjson": "jsonl",
        "application/jsonl": "jsonl", "application/zip": "zip", "application/x-tar": "tar",
        "application/gzip": "gz", "application/x-gzip": "gz", "application/warc": "warc",
    }
)  # fmt: skip
"""Media type, without parameters -> format."""


def suffix(name: str) -> str:
    """The last suffix of a file's or member's name, in lower case without its dot, or ""."""
    stem, dot, last = name.replace("\\", "/").rsplit("/", 1)[-1].rpartition(".")
    return last.lower() if dot and stem else ""


def by_name(name: str) -> tuple[str | None, str | None]:
    """(format, packer) that a name promises: "a.csv.gz" -> ("csv", "gz"), "a" -> (None, None)."""
    last = suffix(name)
    if last in _SHORT:
        return _SHORT[last]
    kind = SUFFIXES.get(last)
    if kind in PACKERS:
        return SUFFIXES.get(suffix(name[: -len(last) - 1])), kind
    return kind, None


def is_clutter(name: str) -> bool:
    """Whether a file is something no one would want read: hidden, a system's leavings, or a record."""
    last = name.rsplit("/", 1)[-1]
    if last.endswith((".onrecord", ".onrecord-wal", ".onrecord-shm")):
        return True
    return last.startswith((".", "~$")) or last.lower() in CLUTTER or "__MACOSX/" in name


def office_kind(names: list[str]) -> str | None:
    """What a ZIP with these members really is: "docx", the suffix of an unread kind, or None (an archive)."""
    members = set(names)
    return next((kind for member, kind in _OFFICE if member in members), None)


def sniffed(head: bytes, hint: str | None = None) -> str:
    """The format that the first bytes show; `hint` (from the name) decides between kinds of plain text.

    Args:
        head: the first HEAD bytes, or fewer.

    Returns:
        A format's name, or "!" followed by what it is, for a known thing that is not read.
    """
    for magic, kind in _PACKED:
        if head.startswith(magic):
            return kind
    for magic, what in _MAGIC:
        if head.startswith(magic):
            return f"!{what}"
    if head[257:262] == b"ustar":
        return "tar"
    if head[4:8] == b"ftyp":
        return "!a film"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    return _sniffed_text(head.removeprefix(b"\xef\xbb\xbf"), hint)


def _sniffed_text(head: bytes, hint: str | None) -> str:
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.decode("utf-16", "ignore").encode()
    if _HTML.match(head):
        return "html"
    if hint in ("csv", "jsonl", "json", "mbox", "eml", "markdown"):
        return hint
    if hint == "html":
        return "html" if _TAG.search(head) else "text"
    if _ENVELOPE.match(head):
        return "mbox"
    if _HEADER.match(head) and _MAIL.search(head.split(b"\n\n", 1)[0].split(b"\r\n\r\n", 1)[0]):
        return "eml"
    first = head.lstrip().split(b"\n", 1)[0].rstrip()
    if _OBJECT.match(head) and first.endswith(b"}"):
        return "jsonl"
    if hint == "text":
        return "text"
    return _sniffed_unnamed(head, first)


def _sniffed_unnamed(head: bytes, first: bytes) -> str:
    """What a text without a telling name is."""
    if _OBJECT.match(head) or head.lstrip().startswith(b"[{"):
        return "jsonl" if _OBJECT.match(head) and len(first) > HEAD // 2 else "json"
    if _XML.match(head):
        return "!XML data"
    if len(_COLUMNS.findall(first + b",")) >= 2 and b"text" in first.lower():
        return "csv"
    if re.match(rb"---[ \t]*\r?\n[\w\"']", head):
        return "markdown"
    return "text"
