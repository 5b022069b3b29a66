"""Words set apart by layout: announced by a colon, set as a block, or closed by a printed name and title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.find.clauses import Clauses
from onrecord.find.cues import Cues
from onrecord.find.found import Found
from onrecord.find.lexicon import Lexicon
from onrecord.find.marks import quotes
from onrecord.find.tokens import Tokens, tokens
from onrecord.model import Passage

_FOOTNOTE = re.compile(r"[\s\u00a0]*(?:\(\d{1,3}\)|\[\d{1,3}\])$")
_SEE = re.compile(r"(?:See also|Read also|Also read|Read more|Related)\b\W*", re.I)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SIGNED = re.compile(r"(?:[\s>]*)[—–―][\s\u00a0]*(?P<name>[A-ZÀ-ÞА-ЯІЇЄ][^\n.!?:;]{2,100})\.?\s*$")
_NOT_SPEECH = frozenset("take draw call put go make push press campaign lobby show find".split())
_MARKERS = re.compile(r"[>\s|]+")


def pull_quotation(text: str, passage: Passage, lexicon: Lexicon | None) -> Found | None:
    """A quotation without marks that a printed name and title close; the label is that name and title."""
    label = passage.label
    if label is None or label.start <= passage.span.start:
        return None
    start, end = passage.span.start, label.start
    while end > start and (text[end - 1].isspace() or text[end - 1] in "—–-"):
        end -= 1
    see = _SEE.match(text, start, end)
    if see and lexicon:
        start = _after_headline(text, see.end(), end, lexicon)
    return Found([(start, end)], None, label, "block:name and title") if start < end else None


def _after_headline(text: str, start: int, end: int, lexicon: Lexicon) -> int:
    """Where a headline without an end runs into the words: at a capital that only a sentence gives."""
    starters = (
        lexicon["PRONOUNS"]
        | lexicon["DETERMINERS"]
        | lexicon["TIME_WORDS"]
        | lexicon["CONJUNCTIONS"]
        | lexicon["SUBORDINATORS"]
    )
    for n, m in enumerate(_WORD.finditer(text, start, end)):
        if n >= 2 and m[0][0].isupper() and m[0].lower() in starters and text[m.start() - 2].isalnum():
            return m.start()
    return start


def announced(text: str, passages: Sequence[Passage], n: int, lexicon: Lexicon) -> Found | None:
    """The passage after n, where passage n ends in a colon and its last sentence says who speaks.

    Where that passage has marks of its own there is no content: the marks find it, the source is new.
    """
    announcing = passages[n]
    if text[announcing.span.end - 1] != ":" or n + 1 >= len(passages):
        return None
    block = passages[n + 1]
    if block.kind not in ("paragraph", "block_quotation"):
        return None
    t = tokens(text, announcing.span.start, announcing.span.end, quotes(text, *announcing.span), lexicon)
    if not t.sentences:
        return None
    a, b = t.sentences[-1]
    found = _announcer(t, a, b - 1, lexicon)
    if found is None:
        return None
    cue, source = found
    end = block.span.end
    note = _FOOTNOTE.search(text, block.span.start, end)
    if note:
        end = note.start()
    lead = _MARKERS.match(text, block.span.start, end) if block.kind == "block_quotation" else None
    span = (t.starts[source[0]], t.ends[source[1] - 1]) if source else None
    if text[block.span.start] in "“\"«„‘'":
        return Found([], cue, span, "block:marked")
    return Found([(lead.end() if lead else block.span.start, end)], cue, span, "block:colon")


def signature(text: str, passage: Passage) -> tuple[int, int] | None:
    """The name in a passage that is nothing but "— Name, title"."""
    m = _SIGNED.fullmatch(text, *passage.span)
    return m.span("name") if m else None


def set_apart(text: str, passage: Passage, carried: tuple[int, int] | None) -> Found | None:
    """A passage that the format sets as a quotation; its speaker is the last one named before it."""
    lead = _MARKERS.match(text, *passage.span)
    start, end = lead.end() if lead else passage.span.start, passage.span.end
    last = text.rfind("\n", start, end)
    signed = _SIGNED.fullmatch(text, last, end) if last > start else None
    if signed:
        carried, end = signed.span("name"), start + len(text[start:last].rstrip())
    if start >= end:
        return None
    rule = "block:signed" if signed else "block:set apart" if carried else "quotation:no speaker"
    return Found([(start, end)], None, carried, rule)


def _announcer(
    t: Tokens, a: int, b: int, lexicon: Lexicon
) -> tuple[tuple[int, int], tuple[int, int] | None] | None:
    """(cue, source tokens) of a sentence that announces words; None where it announces a list."""
    clauses = Clauses(t, lexicon)
    cues = [
        c
        for c in Cues(t, lexicon).of(a, b)
        if c.verb.act == "said" and c.form != "passive" and c.verb.lemma not in _NOT_SPEECH
    ]
    nouns = [i for i in range(a, b) if t.lows[i] in lexicon["ANNOUNCING"]]
    if cues:
        cue = cues[-1]
        source = (
            clauses.subject_left(a, cue.start, None)
            if cue.form == "finite"
            else clauses.first_subject(a, cue.start)
        )
        return (t.starts[cue.start], t.ends[cue.end - 1]), source or clauses.first_subject(a, cue.start)
    for i in range(b - 1, a - 1, -1):
        verb = lexicon.verbs.get(t.lows[i])
        if i == b - 1 and verb and t.lows[i - 1] == "to":
            governing = next((k for k in range(i, a, -1) if t.lows[k] in lexicon["AUXILIARIES"]), i)
            return (t.starts[i], t.ends[i]), clauses.subject_left(a, governing, None)
        if (
            verb
            and verb.act == "said"
            and verb.lemma not in _NOT_SPEECH
            and (verb.clause or verb.prepositions)
            and "past" in verb.forms
            and t.lows[i] not in lexicon["NOUNS_THAT"]
        ):
            source = clauses.subject_left(a, i, None) or clauses.first_subject(a, i)
            return (t.starts[i], t.ends[i]), source
    if nouns:
        return (t.starts[nouns[-1]], t.ends[nouns[-1]]), clauses.first_subject(a, b)
    return None
