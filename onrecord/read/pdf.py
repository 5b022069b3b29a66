"""A PDF's lines become paragraphs again; page headers, footers and numbers stand in the text as furniture."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from onrecord.errors import ReadError
from onrecord.model import PassageKind
from onrecord.read.draft import Builder, Draft
from onrecord.read.encoding import clean
from onrecord.read.plain import names
from onrecord.text.dates import when

_PAGES = 5000
_HYPHENS = "\ufffe\x02\xad"
_NUMBER = re.compile(
    r"\W*(?:page|seite|p\.|стр\.)?\s*\d{1,4}(?:\s*(?:/|of|von|de)\s*\d{1,4})?\W*", re.IGNORECASE
)
_ENDS = re.compile(r"[.!?:;…][\"”’»)\]]*$")
_PDF_DATE = re.compile(r"(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?.*")
_BULLET = re.compile(r"(?:[•‣◦▪●–*]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S")


class _Line(NamedTuple):
    """One printed line; lengths in points, y upwards."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    page: int
    hyphen: bool = False

    @property
    def size(self) -> float:
        return self.top - self.bottom


def read_pdf(data: bytes) -> Draft:
    """The PDF's text in paragraphs, with its title, authors and dates where its properties state them.

    Raises:
        ReadError: encrypted, damaged, or without any text.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError("is encrypted", remedy="save it without its password first") from None
        raise ReadError("is damaged and cannot be opened as PDF", remedy="fetch it again") from None
    try:
        lines = [line for number in range(min(len(document), _PAGES)) for line in _lines(document, number)]
        if not any(line.text.strip() for line in lines):
            raise ReadError("is a PDF without text", remedy="run OCR on it first")
        builder = Builder()
        for words, kind in _blocks(lines):
            builder.add(words, kind)
        draft = Draft(builder.text, "pdf", blocks=builder.blocks)
        _properties(draft, document)
        return draft
    finally:
        document.close()


def _lines(document: Any, number: int) -> Iterator[_Line]:
    """The lines of one page in the order of its content; a page that cannot be opened has none."""
    import pypdfium2

    try:
        page = document[number]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError:
        return
    try:
        yield from _page_lines(text_page, number)
    finally:
        text_page.close()
        page.close()


def _page_lines(text_page: Any, number: int) -> Iterator[_Line]:
    import pypdfium2.raw as raw

    start = 0
    count = text_page.count_chars()
    codes = [raw.FPDFText_GetUnicode(text_page, index) for index in range(count)]
    edges = [ctypes.c_double() for _ in range(4)]
    left, right, bottom, top = edges

    def line(end: int, hyphen: bool) -> _Line | None:
        shown = [i for i in range(start, end) if codes[i] > 32]
        if not shown:
            return None
        boxes = []
        for index in (shown[0], shown[len(shown) // 2], shown[-1], *shown[1:9]):
            raw.FPDFText_GetCharBox(text_page, index, *edges)
            boxes.append((left.value, right.value, bottom.value, top.value))
        text = "".join(chr(c) for c in codes[start:end] if c < 0x110000)
        return _Line(
            clean(" ".join(text.split())),
            boxes[0][0],
            boxes[2][1],
            min(b[2] for b in boxes),
            max(b[3] for b in boxes),
            number,
            hyphen,
        )

    for index in range(count + 1):
        code = codes[index] if index < count else 10
        ends = code in (10, 13)
        hyphen = code in (0xFFFE, 2) or (
            code == 0xAD and (index + 1 >= count or codes[index + 1] in (10, 13))
        )
        if ends or hyphen:
            made = line(index, hyphen)
            if made:
                yield made
            start = index + 1


def _blocks(lines: list[_Line]) -> Iterator[tuple[str, PassageKind | None]]:
    """Paragraphs in order; furniture that stands inside a paragraph follows it."""
    margins = _furniture(lines)
    body = [line for index, line in enumerate(lines) if index not in margins]
    size = median([line.size for line in body]) if body else 0.0
    edge = _right_edge(body)
    gap = _usual_gap(body)
    paragraph: list[_Line] = []
    waiting: list[str] = []
    for index, line in enumerate(lines):
        if index in margins:
            waiting.append(line.text)
            continue
        if paragraph and _breaks(paragraph, line, gap, edge):
            yield _joined(paragraph), _kind(paragraph, size)
            paragraph = []
            yield from ((words, "furniture") for words in waiting)
            waiting = []
        paragraph.append(line)
    if paragraph:
        yield _joined(paragraph), _kind(paragraph, size)
    yield from ((words, "furniture") for words in waiting)


def _furniture(lines: list[_Line]) -> set[int]:
    """Lines at the top or foot of pages that only number them or stand on several of them."""
    pages: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        pages.setdefault(line.page, []).append(index)
    edges: set[int] = set()
    for indices in pages.values():
        by_height = sorted(indices, key=lambda i: lines[i].bottom)
        edges.update(by_height[:2] + by_height[-2:])
    shapes = Counter(re.sub(r"\d+", "#", lines[i].text) for i in edges)
    often = max(2, len(pages) // 4)
    found = set()
    for index in edges:
        shape = re.sub(r"\d+", "#", lines[index].text)
        outermost = len(pages[lines[index].page]) > 1
        if (shapes[shape] >= often and len(pages) > 1) or (
            outermost and _NUMBER.fullmatch(lines[index].text)
        ):
            found.add(index)
    return found


def _right_edge(body: list[_Line]) -> float:
    """Where full lines end."""
    rights = sorted(line.right for line in body)
    return rights[int(len(rights) * 0.8)] if rights else 0.0


def _usual_gap(body: list[_Line]) -> float:
    """The usual distance from one line's foot to the next one's."""
    gaps = [a.bottom - b.bottom for a, b in pairwise(body) if a.page == b.page]
    close = [gap for gap in gaps if 0 < gap < 60]
    return median(close) if close else 12.0


def _breaks(paragraph: list[_Line], line: _Line, gap: float, edge: float) -> bool:
    """Whether `line` opens a paragraph of its own."""
    last = paragraph[-1]
    if last.hyphen:
        return False
    ended = bool(_ENDS.search(last.text))
    short = last.right < edge - 0.12 * max(edge - paragraph[0].left, 1.0)
    if line.page != last.page:
        return ended or short or not line.text[:1].islower()
    down = last.bottom - line.bottom
    if down > 1.45 * gap or down < -gap:
        return not (down < -gap and not ended and line.text[:1].islower())
    if abs(line.size - last.size) > 0.35 * max(line.size, last.size) and down > gap:
        return True
    indented = line.left > last.left + 6 and (len(paragraph) > 1 or ended) and down > 0.5 * gap
    return (ended and bool(_BULLET.match(line.text))) or (ended and short) or (indented and ended)


def _joined(paragraph: list[_Line]) -> str:
    """The paragraph's words on one line, words cut at line ends made whole."""
    text, cut = "", False
    for line in paragraph:
        words = line.text.strip(_HYPHENS + " ")
        if text.endswith("-") and len(text) > 1 and text[-2].isalpha() and words[:1].islower():
            compound = "-" in text[:-1].rsplit(" ", 1)[-1]
            text = (text if compound else text[:-1]) + words
        elif cut:
            text += words
        else:
            text += f" {words}" if text else words
        cut = line.hyphen
    return text


def _kind(paragraph: list[_Line], size: float) -> PassageKind | None:
    words = sum(len(line.text.split()) for line in paragraph)
    large = min(line.size for line in paragraph) > 1.25 * size
    if large and words <= 30 and not _joined(paragraph).endswith((".", ",", ";")):
        return "heading"
    return "list" if _BULLET.match(paragraph[0].text) else None


def _properties(draft: Draft, document: Any) -> None:
    stated = document.get_metadata_dict()
    title = clean(" ".join(stated.get("Title", "").split()))
    if len(title) > 3 and not re.search(
        r"\.(?:docx?|indd|pdf|qxd|rtf)$|^microsoft word|^untitled", title, re.I
    ):
        draft.title = title
    draft.authors = names(clean(stated.get("Author", "").strip())[:300])
    draft.published = _date(stated.get("CreationDate", ""))
    draft.updated = _date(stated.get("ModDate", ""))


def _date(value: str) -> Any:
    match = _PDF_DATE.fullmatch(value.strip())
    if not match:
        return None
    year, month, day, hour, minute, second, utc, east, minutes = match.groups()
    text = "-".join(part for part in (year, month, day) if part)
    if second:
        zone = utc or (f"{east}:{minutes or '00'}" if east else "")
        text += f"T{hour}:{minute}:{second}{zone}"
    return when(text)
