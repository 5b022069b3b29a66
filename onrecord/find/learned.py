"""What the model found in a paragraph keeps quotations whole, and learns what the rules know besides."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from onrecord.find.found import Found
from onrecord.find.lexicon import Lexicon
from onrecord.find.scores import score
from onrecord.find.tokens import Tokens

if TYPE_CHECKING:
    from onrecord.find.trained import Attribution

Span = tuple[int, int]
RULE = "reader"
_OPEN = frozenset("a an the its his their our my your of".split())  # words that end no phrase
_CLAUSE = 8  # words
_MOSTLY_RIGHT = 0.65
_HALF_SEEN = 0.2  # the model's chance from which what the rules find in speech is believed
_OUTSIDE = " \t\r\n\u00a0.,;:!?…–—-"  # signs at the edge of words that are not quoted
_MOSTLY = 0.6  # of a quotation's characters, from which all of it belongs to a content


def learned(
    t: Tokens,
    attributions: Sequence[Attribution],
    ruled: Sequence[Found],
    lexicon: Lexicon,
    numbers: Mapping[str, Any],
) -> list[Found]:
    """A paragraph's statements as the model reads it, in the order of their cues.

    Args:
        attributions: what the model found in the paragraph.
        ruled: what the rules found in it; addressee and relay are theirs where both read the same cue.
        numbers: the model's.
    """
    out = []
    for a in attributions:
        likely = chance(a, numbers)
        if likely < numbers["keep"]:
            continue
        content = _content(t, a, lexicon)
        if not content:
            continue
        found = Found(content, a.cue, _trimmed(t.text, *a.source) if a.source else None, RULE, score=likely)
        found.quotes = [i for i, q in t.quotes.items() if any(s < q.end and q.start < e for s, e in content)]
        _told(t, found, ruled, lexicon)
        out.append(found)
    out.sort(key=lambda f: (f.cue or f.content[0], f.content))
    _tails(t, out)
    return out


def confirmed(
    text: str, attributions: Sequence[Attribution], ruled: Sequence[Found], numbers: Mapping[str, Any]
) -> list[Found]:
    """Of what the rules find in somebody's own words: the quoted, the clear, and what the model half sees.

    The rules hold much of speech for reports ("we talked about it"). The model was taught none in speech, as
    news has no cues within quotations; where both see one it mostly is one, and the rules know where it ends.
    """
    seen = [a for a in attributions if chance(a, numbers) >= _HALF_SEEN]
    return [r for r in ruled if r.quotes or _clear(text, r) or any(_same(r, a.cue, a.content) for a in seen)]


def _clear(text: str, r: Found) -> bool:
    """A clause of some length, by a rule that is mostly right."""
    words = sum(len(text[s:e].split()) for s, e in r.content)
    return words >= _CLAUSE and score(r.rule, "indirect") >= _MOSTLY_RIGHT


def chance(a: Attribution, numbers: Mapping[str, Any]) -> float:
    """How likely the attribution is right, words and source both; a logistic of its marks."""
    weights = numbers["score"]
    total = float(weights[-1]) + sum(w * m for w, m in zip(weights, a.marks, strict=False))
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 3)


def _content(t: Tokens, a: Attribution, lexicon: Lexicon) -> list[tuple[int, int]]:
    quotes = list(t.quotes.values())
    spans = []
    for start, end in a.content:
        for q in quotes:
            inside = min(end, q.end) - max(start, q.start)
            edge = inside > 0 and (start in (q.start, q.inner) or end in (q.outer, q.end))
            within = q.start <= start and end <= q.end
            if inside >= _MOSTLY * (q.end - q.start) or (edge and within):
                start, end = min(start, q.start), max(end, q.end)
        whole = [q for q in quotes if start <= q.start and q.end <= end]
        trimmed = _trimmed(t.text, start, _phrase_end(t, start, end, lexicon), whole)
        if trimmed:
            spans.append(trimmed)
    return spans


def _phrase_end(t: Tokens, start: int, end: int, lexicon: Lexicon) -> int:
    """Where a content that leaves off within a phrase ends: after "the" the noun follows, "and" goes."""
    last = bisect_left(t.ends, end)
    if last < len(t.ends) and t.starts[last] < end < t.ends[last] and t.words[last][0].isdigit():
        return t.ends[last]  # "5,000" is several words to the model
    if last >= len(t.ends) or t.ends[last] != end or t.starts[last] <= start:
        return end
    if t.lows[last] in ("and", "or"):
        return t.ends[last - 1]
    if t.lows[last] not in _OPEN:
        return end
    for k in range(last + 1, min(last + 5, len(t.words))):
        low = t.lows[k]
        if not low[0].isalnum() or low in lexicon["PREPOSITIONS"] or low in lexicon["CLOSED"]:
            break
        end = t.ends[k]
    return end


def _trimmed(text: str, start: int, end: int, quotes: Sequence[Any] = ()) -> tuple[int, int] | None:
    """The span without signs at its edges, save those of a quotation that stands there."""
    first = min((q.start for q in quotes), default=end)
    last = max((q.end for q in quotes), default=start)
    while start < min(end, first) and text[start] in _OUTSIDE:
        start += 1
    while end > max(start, last) and text[end - 1] in _OUTSIDE:
        end -= 1
    return (start, end) if start < end else None


def _told(t: Tokens, found: Found, ruled: Sequence[Found], lexicon: Lexicon) -> None:
    """Take act, addressee and relay from the rules' reading of the same cue, else the act from its words."""
    assert found.cue is not None
    for r in ruled:
        if _same(r, found.cue, found.content):
            found.act, found.via = r.act, r.via
            if r.addressee and not _meet([r.addressee], found.content):
                found.addressee = r.addressee
            return
    for word in t.text[slice(*found.cue)].lower().split():
        verb = lexicon.verbs.get(word)
        if verb:
            found.act = verb.act
            return


def _same(r: Found, cue: Span, content: Sequence[Span]) -> bool:
    return r.cue is not None and _meet([r.cue], [cue]) and _meet(r.content, content)


def _meet(one: Sequence[tuple[int, int]], other: Sequence[tuple[int, int]]) -> bool:
    return any(s < e2 and s2 < e for s, e in one for s2, e2 in other)


def _tails(t: Tokens, out: list[Found]) -> None:
    """Mark where a quotation that fills the next sentence goes on with a statement."""
    for found in out:
        if found.quotes:
            last = max(found.quotes)
            found.tail = next((b for a, b in t.sentences if a <= last < b), -1)
