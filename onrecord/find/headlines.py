"""A headline relays words without marks: "No talks planned — Kremlin", "Berg: we will not leave"."""

from __future__ import annotations

import re

from onrecord.find.found import Found
from onrecord.find.lexicon import Lexicon
from onrecord.model import Span

_DASH_END = re.compile(r"\s[—–-]{1,2}\s(?P<source>[^—–:\"“”.!?]{2,60})$")
_COLON = re.compile(r"(?P<source>[^—–:\"“”.!?,]{2,50}):\s+(?=\S)")
_SAYS_END = re.compile(
    r",\s(?P<cue>says?|said|claims?|warns?|reports?|adds|insists|believes?)\s(?P<source>[^,:\"“”.!?]{2,60})$"
)
_BELIEVES_END = re.compile(
    r",\s(?P<source>[^,:\"“”.!?]{2,60}?)\s(?P<cue>says?|said|claims?|warns?|reports?|suggests?|believes?|finds?|shows?)$"
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def headline(text: str, span: Span, lexicon: Lexicon) -> Found | None:
    """The statement that a headline relays, or None."""
    end = span.end
    while end > span.start and text[end - 1] in ".*_ ":
        end -= 1
    m = _DASH_END.search(text, span.start, end)
    if m and _names(m["source"], lexicon) and len(text[span.start : m.start()].split()) >= 3:
        cue = (m.start() + 1, m.start("source") - 1)
        return Found([(span.start, m.start())], cue, m.span("source"), "headline:dash")
    for pattern in (_SAYS_END, _BELIEVES_END):
        m = pattern.search(text, span.start, end)
        if m and _names(m["source"], lexicon):
            return Found([(span.start, m.start())], m.span("cue"), m.span("source"), "headline:says")
    m = _COLON.match(text, span.start, end)
    if m and _names(m["source"], lexicon) and len(text[m.end() : end].split()) >= 3:
        cue = (m.end("source"), m.end("source") + 1)
        return Found([(m.end(), end)], cue, m.span("source"), "headline:colon")
    return None


def _names(source: str, lexicon: Lexicon) -> bool:
    """Whether a short phrase names a person or a body rather than a topic or a place."""
    words = _WORD.findall(source)
    if not words or len(words) > 7:
        return False
    if words[-1].lower() in lexicon["BODIES"] or words[0].lower() in lexicon["BODIES"]:
        return True
    proper = [w for w in words if w[0].isupper()]
    return (
        1 <= len(words) <= 4
        and len(proper) == len(words)
        and not any(w.lower() in lexicon["TOPICS"] for w in words)
    )
