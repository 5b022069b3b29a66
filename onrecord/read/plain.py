"""Plain text and Markdown are kept as they are: offsets in the text are offsets in the decoded file."""

from __future__ import annotations

import re
from typing import Any

from onrecord.model import Span, When
from onrecord.read.draft import Draft
from onrecord.read.encoding import clean, decoded
from onrecord.read.layout import Block
from onrecord.text.dates import refined, when

_FENCE = re.compile(r"---[ \t]*\r?\n(?:.*\r?\n)*?(?:---|\.\.\.)[ \t]*(?=\r?\n|\Z)")
_LIMIT = 1 << 16
_DEEP = re.compile(r"(?:[-?:]\s+){40}")

_TITLE = ("title", "headline", "og:title")
_OUTLET = ("outlet", "source", "publisher", "publication", "site_name", "site", "sitename")
_AUTHORS = ("authors", "author", "byline", "by", "creator")
_URL = ("url", "source_url", "link", "canonical", "canonical_url", "permalink", "original_url")
_LANGUAGE = ("language", "lang", "locale")
_PUBLISHED = (
    "published", "published_time", "published_at", "published_date", "publish_date", "date_published",
    "datepublished", "pubdate", "pub_date", "publication_date", "publishing_date", "date", "created",
)  # fmt: skip
_UPDATED = (
    "updated", "updated_at", "updated_time", "modified_time", "modified", "modified_at", "date_modified",
    "datemodified", "last_modified", "lastmod",
)  # fmt: skip


def read_text(data: bytes, charset: str | None) -> Draft:
    """A plain text; where it opens with YAML front matter it is taken for Markdown.

    Raises:
        ReadError: the bytes are not text.
    """
    text = decoded(data, charset)
    if text.startswith("---") and _FENCE.match(text[:_LIMIT]):
        return _markdown(text)
    return Draft(text, "text")


def read_markdown(data: bytes, charset: str | None) -> Draft:
    """A Markdown text; its front matter stays in the text, as furniture.

    Raises:
        ReadError: the bytes are not text.
    """
    return _markdown(decoded(data, charset))


def _markdown(text: str) -> Draft:
    draft = Draft(text, "markdown", markdown=True)
    match = _FENCE.match(text[:_LIMIT]) if text.startswith("---") else None
    if match:
        draft.blocks = (Block(Span(0, match.end()), "furniture"),)
        inner = match[0].split("\n", 1)[1].rsplit("\n", 1)[0]
        fill(draft, _fields(inner))
    return draft


def fill(draft: Draft, fields: dict[str, Any]) -> None:
    """Set what named fields state of a document; unknown names are passed over."""
    draft.title = _first(fields, _TITLE) or draft.title
    draft.outlet = _first(fields, _OUTLET) or draft.outlet
    draft.url = next((u for n in _URL if (u := _one(fields.get(n))) and "://" in u), draft.url)
    draft.language = _first(fields, _LANGUAGE) or draft.language
    draft.authors = next((a for n in _AUTHORS if (a := _several(fields.get(n)))), draft.authors)
    draft.published = _date(fields, _PUBLISHED) or draft.published
    draft.updated = _date(fields, _UPDATED) or draft.updated


def _fields(yaml: str) -> dict[str, Any]:
    """The front matter's fields as they are written, or none: broken YAML costs the metadata only."""
    if _DEEP.search(yaml) or yaml.count("[") + yaml.count("{") > 200:
        return {}  # the C parser goes as deep as it is told, and past the end of its stack
    import yaml as library

    loader = getattr(library, "CBaseLoader", library.BaseLoader)  # the base loader keeps dates as printed
    try:
        fields = library.load(yaml, loader)
    except (library.YAMLError, RecursionError, ValueError):
        return {}
    if not isinstance(fields, dict):
        return {}
    return {str(name).strip().lower().replace("-", "_"): value for name, value in fields.items()}


def _date(fields: dict[str, Any], names: tuple[str, ...]) -> When | None:
    """The most precise of the dates that agree with the first one stated."""
    return refined([found for name in names if (found := when(fields.get(name)))])


def _first(fields: dict[str, Any], names: tuple[str, ...]) -> str | None:
    return next((value for name in names if (value := _one(fields.get(name)))), None)


def _one(value: Any) -> str | None:
    """A scalar's words on one line; anything else says nothing."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    words = " ".join(clean(str(value))[:2000].split())
    return words if words and words.lower() not in ("null", "none", "~") else None


def _several(value: Any) -> tuple[str, ...]:
    """Names from a list, or from one line that joins them."""
    if isinstance(value, list):
        return tuple(dict.fromkeys(name for entry in value[:100] if (name := _one(entry))))
    line = _one(value)
    return names(line) if line else ()


_BY = re.compile(r"(?:by|von|par|por|di|door|af)\s*:?\s+(?=\S)", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:;|\||,?\s+(?:and|und|et|y|&)\s)\s*", re.IGNORECASE)


def names(line: str) -> tuple[str, ...]:
    """The names in a byline: "By Ann Lee and Bo Roe" -> ("Ann Lee", "Bo Roe")."""
    line = _BY.sub("", line.strip(), count=1) if _BY.match(line.strip()) else line.strip()
    found = []
    for part in _JOINT.split(line):
        pieces = part.split(",")
        # "Ann Lee, Bo Roe" are two; "Lee, Ann" and "Ann Lee, Political Editor" are one each.
        split = len(pieces) > 1 and all(2 <= len(piece.split()) <= 4 for piece in pieces)
        found += [piece.strip() for piece in (pieces if split else [part])]
    return tuple(dict.fromkeys(name for name in found if name))
