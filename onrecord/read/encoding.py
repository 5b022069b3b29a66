"""Text comes out whole: bytes that do not fit are repaired one by one, never at the cost of the others."""

from __future__ import annotations

import codecs
import re

from onrecord.errors import ReadError
from onrecord.read.language import language

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\r\f\v\x1a\x1b\x08") + b"\x7f"
_MULTIBYTE = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_SURROGATES = re.compile("[\ud800-\udfff\0]")
_SAMPLE = 16384
_WINDOWS = {"ascii": "cp1252", "us-ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254"}
_LEGACY = [
    "cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r", "cp866",
    "gb18030", "big5", "cp932", "euc_jp", "euc_kr", "cp874",
]  # fmt: skip
"""The encodings that texts still come in; the rest of the table would only be found where it is not."""
_WESTERN = frozenset(
    ("en", "fr", "es", "pt", "de", "it", "nl", "da", "sv", "no", "fi", "ca", "is", "gl", "ga")
)
_STRAY = "onrecord-stray"


def _repair_stray(error: UnicodeError) -> tuple[str, int]:
    """Bytes that are no UTF-8 amid UTF-8 come from a Windows-1252 text pasted in."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return bad.decode("cp1252", "replace"), error.end


codecs.register_error(_STRAY, _repair_stray)


def decoded(data: bytes, declared: str | None = None) -> str:
    """The text of `data`, without a byte order mark, newlines untouched.

    Args:
        data: the whole file.
        declared: a character set that the source states (an HTTP header, a `meta` element), if any.

    Raises:
        ReadError: the bytes are not text.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            errors = _STRAY if name == "utf-8" else "replace"
            return clean(data[len(bom) :].decode(name, errors))
    if b"\0" in data[:_SAMPLE] and (wide := _wide(data)):
        return clean(data.decode(wide, "replace"))
    _refuse_binary(data)
    if b"\x1b" in data and (stated := _lookup(declared)) and stated.startswith("iso2022"):
        return clean(data.decode(stated, "replace"))
    try:
        return clean(data.decode("utf-8"))
    except UnicodeDecodeError:
        return clean(_legacy(data, declared))


def clean(text: str) -> str:
    """`text` with what no text may hold (lone surrogates, NUL) replaced one for one."""
    if "\0" in text or not _encodable(text):
        return _SURROGATES.sub("\ufffd", text)
    return text


def stream_encoding(head: bytes) -> tuple[str, str]:
    """(encoding, error handler) with which to decode a text too long to hold, from its first bytes."""
    for bom, name in _BOMS:
        if head.startswith(bom):
            return {"utf-8": "utf-8-sig"}.get(name, name[:6]), _STRAY if name == "utf-8" else "replace"
    if wide := _wide(head) if b"\0" in head else None:
        return wide, "replace"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        if not _mostly_utf8(head):
            return _guessed(head), "replace"
    return "utf-8", _STRAY


def _encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark shows as NUL in every other byte of a Western text."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half < 4:
        return None
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.6 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 and odd < 0.05 else None


def _refuse_binary(data: bytes) -> None:
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    nuls = data.count(b"\0")
    if nuls > max(len(data) // 1000, 3) or controls * 50 > len(sample) + 100:
        raise ReadError("holds binary data, not text", remedy="give the text itself or a format that is read")


def _lookup(name: str | None) -> str | None:
    """The codec of a stated character set, as browsers take it, or None."""
    try:
        found = codecs.lookup((name or "").strip().strip("\"'")[:40])
    except (LookupError, ValueError):
        return None
    known: bool = found._is_text_encoding
    codec = _WINDOWS.get(found.name, found.name)
    return codec if known and codec not in ("utf-7", "idna", "punycode", "unicode_escape") else None


def _legacy(data: bytes, declared: str | None) -> str:
    """Bytes that are not UTF-8 throughout."""
    if _mostly_utf8(data):
        return data.decode("utf-8", _STRAY)
    stated = _lookup(declared)
    if stated and not stated.startswith("utf"):
        text = data.decode(stated, "replace")
        if text.count("\ufffd") * 100 <= len(text):
            return text
    return data.decode(_guessed(data), "replace")


def _mostly_utf8(data: bytes) -> bool:
    """Whether well-formed sequences are too many to stand there by chance."""
    sequences = _MULTIBYTE.findall(data)
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    return 2 * len(sequences) > high - sum(map(len, sequences))


def _guessed(data: bytes) -> str:
    """The likeliest legacy encoding of the lines that show one."""
    from charset_normalizer import from_bytes

    lines = [line for line in data[: _SAMPLE * 16].split(b"\n") if not line.isascii()]
    sample = b"\n".join(lines)[:_SAMPLE]
    letters = len(sample.translate(None, bytes(range(160))))
    if letters < 4 or letters * 50 < len(sample):
        # Hardly a letter: a Western text with typographic quotation marks and dashes.
        return "cp1252"
    best = from_bytes(sample, steps=3, chunk_size=512, cp_isolation=_LEGACY, enable_fallback=False).best()
    found = (_lookup(best.encoding) or "cp1252") if best else "cp1252"
    if found in ("cp1250", "cp1254", "cp1257") and language(sample.decode("cp1252", "replace")) in _WESTERN:
        return "cp1252"  # the Latin code pages differ in a few letters only; the plain ones show the language
    return found
