"""A joint statement is one collective speaker's text; each clause is a paragraph, spoken by its "we"."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.find.found import Found
from onrecord.find.lexicon import Lexicon
from onrecord.find.monologue import title_name
from onrecord.model import Document, Passage, Span

_WE = re.compile(r"\b(?:We|we|WE)\b")
_OPENING = re.compile(
    r"\bWe, (?:the )?[^.;:()\n,]{3,200}(?:\([^)]{3,400}\)|(?:, (?:and )?(?:the )?[A-ZÀ-Þ][^.;:()\n,]{1,60})*)"
)
_PARENTHESIS = re.compile(r"\(([^()]{3,400})\)")
_AND = re.compile(r"\s+and\s+")
_PARTY = re.compile(r"[A-Z](?:(?!,|[\s\\_]and[\s\\_]).)+", re.S)
_NAME = re.compile(r"(?:the )?[A-ZÀ-Þ][\w'’.-]*(?: (?:of |the |and )?[A-ZÀ-Þ][\w'’.-]*)*")
_ANEW = re.compile(
    r"[.!?][”\"]?\s+(?P<we>(?:[A-Z][^.!?]{1,50}, we|We)\s+(?:(?:[a-z]+ly|also)\s+)?(?P<verb>[a-z]+))"
)
_SENTENCE = re.compile(r"[.!?][”\"]?\s+(?=[“\"]?[A-Z])")
_DATELINE = re.compile(r"[A-Z][^.\n]{0,70}?(?: — | – |\. — )(?=We\b)")


Declared = tuple[tuple[int, int], tuple[int, int]]  # a cue and its source, in code points


@dataclass(frozen=True, slots=True)
class Collective:
    """Who speaks in a joint statement: the mention that presents them, the members it names, and its name."""

    span: Span
    members: tuple[Span, ...]
    name: str | None


def collective(document: Document, passages: Sequence[Passage], lexicon: Lexicon) -> Collective | None:
    """The collective speaker of a text that is a joint statement, or None for any other text."""
    text = document.text
    body = [p for p in passages if p.kind in ("paragraph", "list")]
    if not body:
        return None
    opening = _presented(text, body[:4], lexicon)
    titled = _titled(document, passages, lexicon)
    if opening is None and not titled:
        return None
    spoken = sum(1 for p in body if _WE.search(text, *p.span) or re.search(r"\b[Oo]ur\b", p.span.of(text)))
    if opening is not None and (titled or spoken >= 0.3 * len(body)):
        return opening
    if titled and spoken >= 0.4 * len(body):
        named = title_name(text, passages, lexicon)
        if named:
            return Collective(
                named, tuple(Span(*m.span()) for m in _PARTY.finditer(text, *named)), _name(text, named)
            )
        first = next((m for p in body if (m := _WE.search(text, *p.span))), None)
        return Collective(Span(*first.span()), (), None) if first else None
    return None


def clauses(
    text: str,
    passages: Sequence[Passage],
    speaker: Collective,
    lexicon: Lexicon,
    declared: Mapping[int, Sequence[Declared]] | None = None,
) -> list[tuple[Passage, Found]]:
    """Each clause of a joint statement: a paragraph or list item, cut where it declares several things.

    Args:
        declared: by number of a passage, what else was found to be declared in it, and by whom.
    """
    out = []
    for passage in passages:
        if passage.kind not in ("paragraph", "list"):
            continue
        start = passage.span.start
        dateline = _DATELINE.match(text, start, passage.span.end)
        if dateline:
            start = dateline.end()
        first = re.match(r"\W*(\w+)", passage.span.of(text))
        preamble = bool(first and first[1].lower() in lexicon["PREAMBLES"])
        said = [d for d in (declared or {}).get(passage.number, ()) if _is_party(text, d[1], lexicon)]
        for content in _operative(text, Span(start, passage.span.end), lexicon, [cue for cue, _ in said]):
            own = next((d for d in said if content[0] <= d[0][0] < content[1]), None)
            mention, cue = _spoken_by(text, Span(*content), speaker, lexicon)
            if own and not content[0] <= mention[0] < own[0][0]:
                cue, mention = own
            rule = "joint:preamble" if preamble and content[0] == start else "joint:clause"
            out.append((passage, Found([content], cue, mention, rule)))
    return out


def _is_party(text: str, source: tuple[int, int], lexicon: Lexicon) -> bool:
    """Whether a source can be those who speak together: "we", "the leaders", "Arden and Belmar"."""
    words = text[slice(*source)]
    low = re.findall(r"[a-z]+", words.lower())
    return words.lower() in ("we", "our", "us") or bool(lexicon["COLLECTIVES"] & set(low)) or " and " in words


def _operative(
    text: str, span: Span, lexicon: Lexicon, declared: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """A paragraph cut at the sentences that begin anew with "we" and a verb of declaring.

    What follows a sentence in which a cue of declaring was found is a clause of its own.
    """
    start, end = span
    found = [
        m.start("we")
        for m in _ANEW.finditer(text, start, end)
        if m["verb"].lower() in lexicon.verbs and m["verb"].lower() not in lexicon["BE"]
    ]
    sentences = [start, *(m.end() for m in _SENTENCE.finditer(text, start, end))]
    for at, _ in declared:
        if start <= at < end:
            n = bisect_right(sentences, at)
            found += sentences[n - 1 : n + 1]
    cuts = [start]
    for at in sorted(found):
        if at - cuts[-1] > 60:
            cuts.append(at)
    spans = []
    for lo, hi in itertools.pairwise([*cuts, end]):
        while hi > lo and text[hi - 1].isspace():
            hi -= 1
        spans.append((lo, hi))
    return spans


def _spoken_by(
    text: str, span: Span, speaker: Collective, lexicon: Lexicon
) -> tuple[tuple[int, int], tuple[int, int] | None]:
    """The mention of the speaker in a clause, and the verb that goes with it."""
    if span.start <= speaker.span.start < span.end:
        mention = speaker.span
    else:
        we = _OPENING.search(text, *span) or _WE.search(text, *span)
        mention = Span(*we.span()) if we else speaker.span
    cue = None
    if span.start <= mention.start < span.end:
        for m in re.finditer(r"[a-z]+", text[mention.end : min(mention.end + 60, span.end)]):
            if m[0] in lexicon.verbs:
                cue = (mention.end + m.start(), mention.end + m.end())
                break
    return mention, cue


def _titled(document: Document, passages: Sequence[Passage], lexicon: Lexicon) -> bool:
    heads = [document.title or ""] + [p.span.of(document.text) for p in passages[:6] if p.kind == "heading"]
    return any(lexicon.patterns["JOINT_TITLES"].search(head) for head in heads)


def _presented(text: str, body: Sequence[Passage], lexicon: Lexicon) -> Collective | None:
    """ "We, the heads of state of the Union (Arden, Belmar, Corvia), ..."."""
    for passage in body:
        m = _OPENING.search(text, *passage.span)
        if m and any(w in lexicon["COLLECTIVES"] for w in re.findall(r"[a-z]+", m[0].lower())):
            span = Span(*m.span())
            return Collective(span, _members(text, span, lexicon), _name(text, span))
    return None


def _name(text: str, span: Span) -> str:
    """What to call a collective: its mention without "We," and without the parenthesis."""
    return re.sub(r"[\s\\_]+", " ", _PARENTHESIS.sub("", re.sub(r"^We,\s+", "", span.of(text)))).strip(" ,")


def _members(text: str, span: Span, lexicon: Lexicon) -> tuple[Span, ...]:
    """The names in a parenthesis, else those after "of"."""
    inner = _PARENTHESIS.search(text, *span)
    if inner:
        lo, hi = inner.span(1)
    else:
        of = text.find(" of ", *span)
        if of < 0 or "," not in text[of : span.end]:
            return ()
        lo, hi = of + 4, span.end
    return tuple(
        span for m in _NAME.finditer(text, lo, hi) for span in _parted(text, Span(*m.span()), lexicon)
    )


def _parted(text: str, span: Span, lexicon: Lexicon) -> list[Span]:
    """Names joined by "and" as one each, where the whole is no name itself ("Bosnia and Herzegovina")."""
    if span.of(text).lower().removeprefix("the ") in lexicon["NAMES_WITH_AND"]:
        return [span]
    parts, at = [], span.start
    for m in _AND.finditer(text, *span):
        parts.append(Span(at, m.start()))
        at = m.end()
    return [*parts, Span(at, span.end)]
