"""What a page states of itself: its own structured record first, then its head, then what it shows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from onrecord.model import When
from onrecord.read.draft import Draft
from onrecord.read.encoding import clean
from onrecord.read.page_words import ARTICLES, AUTHORS, NOT_AUTHORS, OUTLETS, PUBLISHED, TITLES, UPDATED
from onrecord.read.plain import names
from onrecord.text.dates import refined, when

_LONGEST_RECORD = 3_000_000
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$")
_COMMA = re.compile(r",(\s*[}\]])")
_SEPARATOR = re.compile(r"\s+[|\-–—:·»•]\s+")
_ASIDE = re.compile(r"\s*\([^()]{0,60}\)")
_NAME = r"(?:[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄ][\w’'.\-]*|de|du|von|van|der|den|di|da|le|la|el|al|bin|zu|dos)"
_PERSON = re.compile(rf"{_NAME}(?: {_NAME}){{1,4}}")
_PLACED = re.compile(rf"({_NAME}(?: {_NAME}){{1,3}}), [\w.\-]+")
_BYLINES = (
    "//*[@rel='author' or @itemprop='author' or contains(@class, 'byline') or contains(@class, 'author-name')"
    " or contains(@class, 'author__name') or contains(@class, 'authorName')"
    " or contains(@class, 'article-author')]"
    "[not(ancestor::aside or ancestor::nav or ancestor::footer)]"
)
_TAGS = re.compile(r"<[^<>]{1,80}>")


def state(draft: Draft, tree: Any) -> None:
    """Set title, outlet, authors, dates, address and language as far as the page states them."""
    record = _record(tree)
    head = _head(tree)
    draft.outlet = _name(record.get("publisher")) or _first(head, OUTLETS)
    draft.url = _address(tree, head, record)
    draft.language = _language(tree, head, record)
    draft.title = _title(tree, head, record, draft.outlet)
    draft.authors = _authors(tree, head, record)
    draft.published = _date(
        [
            record.get("datePublished"),
            *_all(head, PUBLISHED),
            record.get("dateCreated"),
            record.get("uploadDate"),
        ]
    ) or _shown_date(tree, "datePublished")
    draft.updated = _date([record.get("dateModified"), *_all(head, UPDATED)]) or _shown_date(
        tree, "dateModified"
    )
    if draft.published is None:
        draft.published = _found_date(tree, draft.url)


def _record(tree: Any) -> dict[str, Any]:
    """The JSON-LD object that describes the page's text; {} where there is none."""
    best: tuple[int, dict[str, Any]] = (len(ARTICLES), {})
    for node in _nodes(tree):
        kinds = node.get("@type")
        for kind in kinds if isinstance(kinds, list) else [kinds]:
            rank = ARTICLES.index(kind) if kind in ARTICLES else len(ARTICLES)
            if rank < len(ARTICLES) and not (node.get("headline") or node.get("datePublished")):
                rank = len(ARTICLES) - 1
            if rank < best[0]:
                best = (rank, node)
    return best[1]


def _nodes(tree: Any) -> Iterator[dict[str, Any]]:
    """All objects of the page's JSON-LD, outer ones first."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        waiting: list[Any] = [_parsed(script.text)]
        seen = 0
        while waiting and seen < 2000:
            seen += 1
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting = node + waiting
            elif isinstance(node, dict):
                yield node
                waiting += [
                    node[k]
                    for k in ("@graph", "mainEntity", "mainEntityOfPage", "liveBlogUpdate")
                    if k in node
                ]


def _parsed(text: str) -> Any:
    if len(text) > _LONGEST_RECORD:
        return None
    text = _WRAPPING.sub("", text.strip()).strip()
    for candidate in (text, _COMMA.sub(r"\1", text)):
        try:
            return json.loads(candidate, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _head(tree: Any) -> dict[str, list[str]]:
    """What the `meta` elements say, by lower-case name."""
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        content = (meta.get("content") or "").strip()
        if name and content and len(content) < 2000:
            found.setdefault(name.strip().lower(), []).append(clean(content))
    return found


def _first(head: dict[str, list[str]], fields: tuple[str, ...]) -> str | None:
    return next((value for value in _all(head, fields)), None)


def _all(head: dict[str, list[str]], fields: tuple[str, ...]) -> list[str]:
    return [value for field in fields for value in head.get(field, ())]


def _text(value: Any) -> str | None:
    """A string of the record on one line, its entities and tags resolved."""
    if isinstance(value, list):
        value = next((v for v in value if isinstance(v, str)), None)
    if not isinstance(value, str):
        return None
    from html import unescape

    return " ".join(_TAGS.sub(" ", unescape(clean(value[:5000]))).split()) or None


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _title(tree: Any, head: dict[str, list[str]], record: dict[str, Any], outlet: str | None) -> str | None:
    shown = [_text(" ".join(h1.itertext())) for h1 in tree.iter("h1")]
    headings = [words for words in shown if words and len(words) > 3]
    stated = _text(record.get("headline")) or _text(_first(head, TITLES))
    named = next((_text(" ".join(t.itertext())) for t in tree.iter("title")), None)
    if stated is None and len(headings) == 1:
        return headings[0]
    title = stated or named
    if title is None:
        return headings[0] if headings else None
    # A head often adds outlet, section or date to the printed headline.
    printed = next((w for w in headings if title.startswith(w) and _SEPARATOR.match(title, len(w))), None)
    return printed or (title if title in headings else _without_outlet(title, outlet))


def _without_outlet(title: str, outlet: str | None) -> str:
    """The title without the outlet's name, which pages put behind or before it."""
    parts = _SEPARATOR.split(title)
    if len(parts) < 2 or not outlet:
        return title

    def key(words: str) -> str:
        return re.sub(r"\W|\.(?:com|org|net|de|co\.uk)$|^(?:www\.|the )", "", words.lower())

    if key(parts[-1]) in key(outlet) or key(outlet) in key(parts[-1]):
        cut = title[: title.rindex(parts[-1])]
        return (
            _SEPARATOR.sub("", cut[::-1], count=1)[::-1]
            if _SEPARATOR.match(cut[-3:])
            else cut.rstrip(" |-–—:·»•")
        )
    return title


def _authors(tree: Any, head: dict[str, list[str]], record: dict[str, Any]) -> tuple[str, ...]:
    """The people who are named as authors; an organisation only where no person is."""
    stated = record.get("author") or record.get("creator")
    found: list[str] = []
    for value in stated if isinstance(stated, list) else [stated]:
        name = _name(value)
        if name:
            found += names(name) if not isinstance(value, dict) or "," in name or " and " in name else [name]
    meta = [name for value in _all(head, AUTHORS) for name in names(value)]
    sources = (_people(found), _people(meta), _people(_bylines(tree)))
    for people in sources:
        if any(_PERSON.fullmatch(name) for name in people):
            return people
    return next((people for people in sources[:2] if people), ())


def _bylines(tree: Any) -> list[str]:
    """Names in the elements that pages keep for them; only what looks like a person's name."""
    found = []
    for element in tree.xpath(_BYLINES)[:12]:
        line = " ".join(" ".join(element.itertext()).split())
        if len(line) < 160:
            found += [name for name in names(line) if _PERSON.fullmatch(name)]
    return found[:6]


def _people(found: list[str]) -> tuple[str, ...]:
    kept = (_PLACED.sub(r"\1", _ASIDE.sub("", " ".join(name.split()))).strip(" ,;|") for name in found)
    return tuple(dict.fromkeys(n for n in kept if n and len(n) < 120 and _is_name(n)))


def _is_name(words: str) -> bool:
    slug = "-" in words and words == words.lower()
    return not slug and not NOT_AUTHORS.search(words)


def _date(values: list[Any]) -> When | None:
    """The most precise of the dates that agree with the first."""
    texts = (_text(value) if not isinstance(value, (int, float)) else value for value in values)
    return refined([found for text in texts if (found := when(text))])


def _shown_date(tree: Any, field: str) -> When | None:
    """A date that the page marks in its text."""
    for element in tree.xpath(f"//*[@itemprop='{field}' or @property='{field}']")[:4]:
        value = element.get("datetime") or element.get("content") or " ".join(element.itertext())
        if found := when(value.strip()):
            return found
    if field == "datePublished":
        times = tree.xpath("(//article//time[@datetime] | //main//time[@datetime])[1]")
        return when(times[0].get("datetime").strip()) if times else None
    return None


def _found_date(tree: Any, url: str | None) -> When | None:
    """Where nothing is stated: what htmldate makes of the page, a day at best."""
    from htmldate import find_date

    try:
        return when(find_date(tree, url=url, original_date=True, extensive_search=False))
    except Exception:
        return None  # rules of thumb over whatever the web holds; no date is no harm


def _address(tree: Any, head: dict[str, list[str]], record: dict[str, Any]) -> str | None:
    links = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    about = record.get("mainEntityOfPage")
    candidates = [
        *links,
        *head.get("og:url", ()),
        about.get("@id") if isinstance(about, dict) else about,
        record.get("url"),
    ]
    for value in candidates:
        text = _text(value)
        if text and re.match(r"https?://[^/]+", text):
            return text
    return None


def _language(tree: Any, head: dict[str, list[str]], record: dict[str, Any]) -> str | None:
    root = tree.getroottree().getroot()
    stated = (
        root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")
    )
    return (
        stated
        or _name(record.get("inLanguage"))
        or _first(head, ("og:locale", "content-language", "language"))
    )
