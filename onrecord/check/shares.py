"""Shares of one whole are added up where the text shows that each of its parts is counted once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.check.languages import en_sums as en
from onrecord.check.sums import read, row
from onrecord.model import Finding, Matter, Shown, Span, finding

_END = re.compile(r"[.!?](?=[\s”\"]|$)|\n\s*\n|;|:\s|\n\s*[-*•|]")
_EXCLUSIVE = re.compile(en.EXCLUSIVE)
_GROWS = re.compile(en.GROWS)
_SHARE = re.compile(r"\d\s?(?:%|percent\b|per cent\b)")
_FURTHEST = 300
_SENSIBLE = 180  # percent; what adds up to more was never meant to be one whole


def within(matter: Matter) -> Iterator[Finding]:
    """Shares that are more than the whole."""
    text, shares = matter.document.text, [a for a in matter.amounts if a.kind == "share"]
    last = -1
    for one, other in zip(shares, shares[2:], strict=False):
        if one.span.start < last or other.span.end - one.span.start > _FURTHEST:
            continue
        begin = max(0, one.span.start - _FURTHEST)
        for stop in _END.finditer(text, begin, one.span.start):
            begin = stop.end()
        close = _END.search(text, other.span.end, other.span.end + _FURTHEST)
        end = close.start() if close else min(len(text), other.span.end + _FURTHEST)
        last = end
        if _END.search(text, one.span.end, other.span.start) or not _EXCLUSIVE.search(
            text, one.span.end, end
        ):
            continue
        parts = row(text, begin, end, read(text, begin, end))
        if len(parts) < 3 or parts[0].unit != "percent" or _GROWS.search(text, begin, end):
            continue
        added = sum(part.value for part in parts)
        if 100.5 + 0.5 * len(parts) < added < _SENSIBLE:
            yield finding(
                "total",
                f"The shares {', '.join(f'{part.value:g}' for part in parts[:-1])} and {parts[-1].value:g} "
                f"percent add up to {added:g} percent.",
                [Shown(matter.document.id, Span(parts[0].start, parts[-1].end))],
                f"{' + '.join(f'{part.value:g}' for part in parts)} = {added:g}, more than 100.",
                0.85,
            )
