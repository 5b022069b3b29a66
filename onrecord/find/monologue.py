"""A text under a title that names its one speaker is that speaker's, where it speaks in the first person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.find.lexicon import Lexicon
from onrecord.model import Document, Passage, Span

_FIRST_PERSON = re.compile(r"\b(?:I|we|We|my|My|our|Our|I['’](?:m|ve|ll|d))\b")
_REPORTED = re.compile(
    r"[,.?!][”\"] [\w .]{2,40}\b(?:said|says|told|added|wrote)\b|[”\"] (?:said|says|added) "
)
_UP = r"[A-ZÀ-Þ]"
_GAP = r"[\s\\_]+"  # front matter escapes the spaces of a title
_INNER = r"(?:of|for|and|the|de|van|von|der|del|di|al|la|bin)"
_NAME = rf"(?:(?:the )?{_UP}[\w'’.-]*{_GAP}(?:{_INNER}{_GAP})*){{0,9}}{_UP}[\w.'’-]*\w"


def one_speaker(document: Document, passages: Sequence[Passage], lexicon: Lexicon) -> Span | None:
    """The mention, in a title, of the one whose words the text is; None for any other text."""
    text = document.text
    body = [p for p in passages if p.kind in ("paragraph", "list", "block_quotation")]
    if (
        not body
        or text[body[0].span.start : body[0].span.start + 1] in ("“", '"', "«")
        or not (_speaks(text, body) or _told_by_none(text, body))
    ):
        return None
    return title_name(text, passages, lexicon)


def title_name(text: str, passages: Sequence[Passage], lexicon: Lexicon) -> Span | None:
    """The mention, in one of the titles of a text, of those whose statement it is."""
    for passage in passages[:8]:
        if passage.kind == "turn" or (passage.kind == "paragraph" and passage.number > 2):
            break
        if passage.kind not in ("heading", "furniture") and len(passage.span.of(text)) > 300:
            break
        found = _named(text, passage.span, lexicon, passage.kind == "furniture")
        if found:
            return found
    return None


def _named(text: str, span: Span, lexicon: Lexicon, in_furniture: bool) -> Span | None:
    """ "Statement by NAME on ...", "NAME's opening remarks"."""
    start = span.start
    if in_furniture:
        title = re.compile(r"^title:\s*[\"']?", re.M).search(text, *span)
        if title is None:
            return None
        start = title.end()
    gap = r"[\s\\_]+"
    before = re.compile(
        lexicon.sources["MONOLOGUE_BEFORE"].replace(" ", gap) + gap + rf"(?:the{gap})?(?P<name>{_NAME})", re.I
    )
    m = re.compile(before.pattern.replace("(?P<name>", "(?-i:(?P<name>") + ")", re.I).match(
        text, start, span.end
    )
    if m:
        return _cut(text, Span(*m.span("name")))
    after = re.compile(rf"(?P<name>{_NAME})(?i:{lexicon.sources['MONOLOGUE_AFTER'].replace(' ', gap)})")
    m = after.match(text, start, span.end)
    return Span(*m.span("name")) if m else None


def _cut(text: str, span: Span) -> Span:
    """A name ends before a word that opens the rest of a title and happens to have a capital ("On", "At")."""
    for m in re.finditer(
        r"[\s\\_]+(?:On|At|In|To|During|After|Before|Regarding|Following|Marking|Announcing|Ahead|Via)\b",
        span.of(text),
    ):
        return Span(span.start, span.start + m.start())
    return Span(span.start, span.end - 2) if span.of(text).endswith(("'s", "’s")) else span


def _speaks(text: str, body: Sequence[Passage]) -> bool:
    """First person in at least a paragraph in five."""
    return sum(1 for p in body if _FIRST_PERSON.search(text, *p.span)) >= max(1, len(body) // 5)


def _told_by_none(text: str, body: Sequence[Passage]) -> bool:
    """Nobody else reports: no closing mark is followed by an attribution."""
    return not any(_REPORTED.search(text, *p.span) for p in body)
