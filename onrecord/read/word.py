"""A Word document is read in the order of its body: headings, paragraphs, lists and the text of tables."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from onrecord.errors import ReadError
from onrecord.model import PassageKind
from onrecord.read.archives import BROKEN, damaged
from onrecord.read.draft import Builder, Draft
from onrecord.read.entry import MIB
from onrecord.read.plain import names
from onrecord.settings import Settings
from onrecord.text.dates import when

_SMALL = 16 * MIB
_HEADING = re.compile(r"heading|title|überschrift|titre|titolo|заголовок", re.IGNORECASE)
_QUOTE = re.compile(r"quot|zitat|citation", re.IGNORECASE)
_LIST = re.compile(r"list|bullet", re.IGNORECASE)
_CAPTION = re.compile(r"caption", re.IGNORECASE)
_TITLE = re.compile(r"title$", re.IGNORECASE)


def read_docx(data: bytes, settings: Settings) -> Draft:
    """The document's text with its kinds of paragraph, and what its properties state.

    Raises:
        ReadError: it is damaged, encrypted, or unpacks to more than it may.
    """
    _check_size(data, settings)
    import docx
    from lxml.etree import LxmlError

    try:
        document = docx.Document(io.BytesIO(data))
        builder = Builder()
        for words, kind in _paragraphs(document):
            builder.add(words, kind)
        draft = Draft(builder.text, "docx", blocks=builder.blocks)
        _properties(draft, document)
    except BROKEN as error:
        raise damaged(error) from error
    except (KeyError, LxmlError, AttributeError, TypeError, AssertionError, IndexError) as error:
        raise ReadError("is no Word document that can be read", remedy="save it again as .docx") from error
    except docx.exceptions.PythonDocxError as error:
        raise ReadError("is no Word document that can be read", remedy="save it again as .docx") from error
    return draft


def _check_size(data: bytes, settings: Settings) -> None:
    """Refuse what unpacks out of proportion; the declared sizes bound what can be unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            total = sum(info.file_size for info in archive.infolist())
            body = archive.getinfo("word/document.xml").file_size
    except KeyError:
        raise ReadError("is no Word document", remedy="save it again as .docx") from None
    except BROKEN as error:
        raise damaged(error) from error
    limit = settings.max_document_mb * MIB
    if body > limit or total > max(_SMALL, min(len(data) * settings.max_archive_ratio, 8 * limit)):
        raise ReadError("unpacks to more than it may", remedy="save its text, or raise max_document_mb")


def _paragraphs(document: Any) -> Iterator[tuple[str, PassageKind | None]]:
    from docx.table import Table

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in _rows(block):
                yield row, None
        else:
            yield block.text, _kind(block)


def _rows(table: Any) -> Iterator[str]:
    """Each row's cells on a line of their own; a cell that spans several columns stands once."""
    for row in table.rows:
        cells: list[str] = []
        last = None
        for cell in row.cells:
            if cell._tc is not last:
                cells.append(cell.text.strip())
            last = cell._tc
        yield "\n".join(cell for cell in cells if cell)


def _kind(paragraph: Any) -> PassageKind | None:
    style = (paragraph.style.name if paragraph.style is not None else "") or ""
    properties = paragraph._p.pPr
    if _CAPTION.search(style):
        return "caption"
    if _HEADING.search(style):
        return "heading"
    if _QUOTE.search(style):
        return "block_quotation"
    numbered = properties is not None and properties.numPr is not None
    return "list" if numbered or _LIST.match(style) else None


def _properties(draft: Draft, document: Any) -> None:
    properties = document.core_properties
    draft.title = (properties.title or "").strip() or None
    if draft.title is None:
        styled = (
            p for p in document.paragraphs[:10] if p.style is not None and _TITLE.match(p.style.name or "")
        )
        draft.title = next((p.text.strip() for p in styled if p.text.strip()), None)
    author = (properties.author or "").strip()
    draft.authors = names(author) if author and author != "python-docx" else ()
    draft.language = (properties.language or "").strip() or None
    draft.published = when(properties.created)
    draft.updated = when(properties.modified)
