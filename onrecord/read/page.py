"""Of a page, the main text in blocks; the page's own bytes are kept beside it, so nothing is lost."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.errors import ReadError
from onrecord.model import PassageKind
from onrecord.read.draft import Builder, Draft
from onrecord.read.encoding import decoded
from onrecord.read.page_facts import state
from onrecord.read.page_words import FURNITURE

_META_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I
)
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,300}\?>")
# Never fails once it has begun and never gives back, so that a scan is linear on any input.
_TAG = re.compile(
    r"<(?:!--|/?+([a-zA-Z][a-zA-Z0-9]*+)(?:[^=>]++|=\s*+(?:\"[^\"]*+\"?+|'[^']*+'?+)?+)*+>?+|[!?][^>]*+>?+)"
)
_ATTRIBUTE = re.compile(r"[^\s\"'=>/]++(?:\s*+=\s*+(?:\"[^\"]*+\"?+|'[^']*+'?+|[^\s\"'>]++))?+")
_SENTENCES = re.compile(r"(?:\S+\s+){9,}\S+[.…][”\"’»]?$|.{200}", re.DOTALL)
_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "head"})
_RAW = frozenset({"script", "style"})
_MOST_ATTRIBUTES = 2000
_MOST_ELEMENTS = 20_000
_MOST_CHARACTERS = 12_000_000


def read_page(data: bytes, charset: str | None) -> Draft:
    """The page's main text, what the page states of itself, and its bytes.

    Raises:
        ReadError: the bytes are not text, or no text stands on the page.
    """
    source = _source(data, charset)
    tree = _tree(source)
    draft = Draft("", "html", raw=data)
    if tree is not None:
        state(draft, tree)
        _fill(draft, _main_text(tree, source))
    if len(draft.text) < 40 and tree is not None:
        _fill(draft, _all_blocks(tree))
    if len(draft.text) < 40:
        bare = _bare(source)
        if len(bare) > 2 * len(draft.text):
            _fill(draft, ((line, None) for line in bare.split("\n\n")))
    if not draft.text:
        raise ReadError("is a page without text", remedy="open it in a browser and save the text")
    return draft


def whole_page(data: bytes, charset: str | None) -> Draft:
    """All the text of a page in blocks, for pages that are one text (a mail's body)."""
    source = _source(data, charset)
    tree = _tree(source)
    draft = Draft("", "html", raw=data)
    if tree is not None:
        _fill(draft, _all_blocks(tree))
    if not draft.text:
        _fill(draft, ((line, None) for line in _bare(source).split("\n\n")))
    return draft


def _fill(draft: Draft, blocks: Iterable[tuple[str, PassageKind | None]]) -> None:
    """Set the draft's text; page furniture between the blocks is marked, by its words or its repetition."""
    found = [(words.strip(), kind) for words, kind in blocks]
    often = Counter(words for words, _ in found)
    builder = Builder()
    for words, kind in found:
        if kind == "heading" and _SENTENCES.search(words):
            kind = None  # a standfirst in large letters, and as good as any paragraph
        if (len(words) < 200 and FURNITURE.match(words)) or (often[words] >= 3 and len(words) > 12):
            kind = "furniture"
        builder.add(words, kind)
    draft.text, draft.blocks = builder.text, builder.blocks


def _source(data: bytes, charset: str | None) -> str:
    """The page decoded: by its mark, as UTF-8, or by the character set it or its server states."""
    meta = _META_CHARSET.search(data[:4096])
    text = decoded(data, charset or (meta[1].decode("ascii") if meta else None))
    return _DECLARATION.sub("", text, count=1)


def _tree(source: str) -> Any:
    """The page as libxml2 repairs it, or None. Its limit on depth stands: deeper is no page."""
    from lxml import etree
    from lxml import html as pages

    if _overloaded(source):
        return None
    try:
        parser = pages.HTMLParser(huge_tree=False, remove_comments=True, remove_pis=True)
        return pages.document_fromstring(source, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _main_text(tree: Any, source: str) -> Iterator[tuple[str, PassageKind | None]]:
    if len(source) > _MOST_CHARACTERS or sum(1 for _ in tree.iter()) > _MOST_ELEMENTS:
        yield from _all_blocks(tree)
        return
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(tree, include_comments=False, include_images=False, fast=False)
    except Exception:
        found = None  # it works by rules of thumb on whatever the web holds; a page must not stop the batch
    body = getattr(found, "body", None)
    if body is not None:
        yield from _blocks(body)


_HEADS = frozenset({"head", "h1", "h2", "h3", "h4", "h5", "h6"})


def _blocks(element: Any) -> Iterator[tuple[str, PassageKind | None]]:
    """The blocks of an extracted body, whose tags are those of TEI."""
    for child in element.iterchildren("*"):
        tag = child.tag
        if tag in _HEADS:
            yield _words(child), "heading"
        elif tag == "quote":
            yield _words(child), "block_quotation"
        elif tag == "list":
            yield from ((_words(item), "list") for item in child.iter("item"))
        elif tag == "table":
            for row in child.iter("row"):
                yield "\n".join(w for cell in row.iter("cell") if (w := _words(cell))), None
        elif tag == "graphic":
            pass
        elif len(child) and tag in ("div", "main", "article", "section"):
            yield from _blocks(child)
        else:
            yield _words(child), None
        if child.tail and child.tail.strip():
            yield " ".join(child.tail.split()), None


def _words(element: Any) -> str:
    """The element's words on one line, but for the line breaks that the page sets."""
    parts: list[str] = []
    for event in element.iter():
        if event is not element and event.tag in ("lb", "br"):
            parts.append("\0")
        if event.tag not in ("graphic",) and event.text:
            parts.append(event.text)
        if event is not element and event.tail:
            parts.append(event.tail)
    return "\n".join(line for part in "".join(parts).split("\0") if (line := " ".join(part.split())))


_BLOCK_TAGS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div",
        "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
        "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody",
        "td", "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
_UNSHOWN = frozenset(
    {"script", "style", "noscript", "template", "head", "svg", "iframe", "object", "button", "select"}
)
_KINDS: dict[str, PassageKind] = {
    "blockquote": "block_quotation", "figcaption": "caption", "li": "list",
    "nav": "furniture", "footer": "furniture",
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
}  # fmt: skip


def _all_blocks(tree: Any) -> Iterator[tuple[str, PassageKind | None]]:
    """Everything a page shows, block by block, in one pass that no depth of nesting can harm."""
    from lxml.etree import iterwalk

    parts: list[str] = []
    kinds: list[PassageKind | None] = [None]

    def flush() -> Iterator[tuple[str, PassageKind | None]]:
        lines = [" ".join(line.split()) for line in "".join(parts).split("\0")]
        parts.clear()
        if words := "\n".join(line for line in lines if line):
            yield words, kinds[-1]

    walk = iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if tag in _UNSHOWN:
                walk.skip_subtree()
                continue
            if tag in _BLOCK_TAGS:
                yield from flush()
                kinds.append(_KINDS.get(tag, kinds[-1]))
            elif tag == "br":
                parts.append("\0")
            parts.append(element.text or "")
        else:
            if tag in _BLOCK_TAGS:
                yield from flush()
                kinds.pop()
            parts.append(element.tail or "")
    yield from flush()


def _texts(source: str, silent: frozenset[str]) -> Iterator[tuple[str, str]]:
    """(text, the tag behind it) through a page, leaving out comments and what `silent` elements hold."""
    lower = source.lower()
    lower = lower if len(lower) == len(source) else source
    unclosed: set[str] = set()
    position = 0
    while match := _TAG.search(source, position):
        yield source[position : match.start()], match[0]
        position = match.end()
        name = (match[1] or "").lower()
        opens = name in silent and source[match.start() + 1] != "/"
        close = "-->" if match[0] == "<!--" else f"</{name}" if opens else ""
        if close and close not in unclosed:
            end = lower.find(close, position)
            if end < 0:
                unclosed.add(close)
            else:
                position = end + (3 if close == "-->" else 0)
    yield source[position:], ""


def _bare(source: str) -> str:
    """The words between tags, for what no parser takes; in one pass, whatever stands there."""
    parts = [text for text, _ in _texts(source[:_MOST_CHARACTERS], _SILENT)]
    lines = html.unescape("\n".join(parts)).split("\n")
    return "\n\n".join(words for line in lines if (words := " ".join(line.split())))


def _overloaded(source: str) -> bool:
    """Whether a tag bears so many attributes that a parser would take hours over them."""
    return any(
        len(tag) > 2 * _MOST_ATTRIBUTES and len(_ATTRIBUTE.findall(tag)) > _MOST_ATTRIBUTES
        for _, tag in _texts(source, _RAW)
    )
