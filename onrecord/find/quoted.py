"""Quotations that no cue claimed: each is kept, with the speaker its surroundings show, or with none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from onrecord.find.clauses import Clauses
from onrecord.find.found import Found
from onrecord.find.lexicon import Lexicon
from onrecord.find.marks import Quote
from onrecord.find.tokens import QUOTE, Tokens, ends_sentence

_ENOUGH = 6
_SIGNED_WORDS = 3
_CAPITAL = r"[A-ZÀ-ÞА-ЯІЇЄ][\w'’-]*(?:\.(?= ))?"
_SIGNED = re.compile(
    rf"[ \u00a0]*(?:[—–―]|--)[ \u00a0]*(?P<name>{_CAPITAL}"
    rf"(?: (?:{_CAPITAL}|of|the|de|da|del|der|van|von|bin|al|and|&)){{0,8}}?(?:, [^\n.!?:;“”\"]{{2,80}}?)?)"
    r"\.?[ \u00a0]*(?=\n|$)"
)
_WHOSE = frozenset("his her their its our my your who which that".split())
_INTRODUCING = (":", ",", "—", "–", "--")


def leftovers(
    t: Tokens, found: list[Found], lexicon: Lexicon, carried: tuple[int, int] | None
) -> list[Found]:
    """Statements for the quotations of a paragraph that are long enough to be words spoken.

    Args:
        found: the paragraph's statements so far.
        carried: the last speaker of the paragraph before, for a paragraph that names none.
    """
    if not t.quotes:
        return []
    claimed = {k for f in found for k in f.quotes}
    named = sorted(
        (f for f in found if f.cue and f.source and _names(t, f.source)), key=lambda f: f.cue or (0, 0)
    )
    cues = [f.cue[0] for f in named if f.cue]
    clauses = Clauses(t, lexicon)
    out: list[Found] = []
    for a, b in t.sentences:
        for i in range(a, b):
            quote = t.quotes.get(i)
            if quote is None or i in claimed:
                continue
            told = t.text[quote.outer - 1] in ",?!" and _after(t, i, b, clauses) is not None
            if not told and not _utterance(t, i, a, b):
                continue
            span = (quote.start, quote.end)
            joined = _continues(t, out, i, a)
            if joined:
                joined.content.append(span)
                joined.tail = i + 1
                continue
            made = _signed(t, quote) or _attributed(t, i, (a, b), clauses)
            if made is None:
                earlier = bisect_left(cues, quote.start)
                own = next((f for f in reversed(out[-1:]) if f.cue and f.source), None)
                before = own or (named[earlier - 1] if earlier else None)
                source = before.source if before else carried
                alone = _alone(t, a, b)
                rule = "quotation:carried"
                if not before and (not alone or (a > 0 and carried is None)):
                    subject = clauses.first_subject(a, i) if i > a else _subject_before(t, a, clauses)
                    source = _span(t, subject) if subject else None
                    rule = "quotation:subject"
                made = Found([span], None, source, rule if source else "quotation:no speaker")
            made.tail = i + 1
            out.append(made)
    return out


def _names(t: Tokens, source: tuple[int, int]) -> bool:
    """Whether a source can be the speaker of another quotation: "its plan to" names nobody who speaks."""
    return t.text[slice(*source)].lower() not in _WHOSE


def _utterance(t: Tokens, i: int, a: int, b: int) -> bool:
    """Words spoken rather than a title or a term: long, or a sentence of its own."""
    quote = t.quotes[i]
    words = t.text.count(" ", quote.inner, quote.outer) + 1
    alone = _alone(t, a, b)
    if not alone and i > a and words < 20 and _titled(t.text[quote.inner : quote.outer]):
        return False
    if words >= _ENOUGH:
        return True
    introduced = i > a and t.words[i - 1] == ":"
    return ends_sentence(t.text, quote) and (alone or introduced or i == a)


def _titled(words: str) -> bool:
    """A title rather than a sentence: its longer words have capitals."""
    longer = [w for w in words.split() if len(w) > 3]
    return len(longer) > 1 and sum(w.lstrip("'’‘“\"(")[:1].isupper() for w in longer) >= 0.8 * len(longer)


def _alone(t: Tokens, a: int, b: int) -> bool:
    """Whether a sentence is nothing but quotations, signs and footnote marks."""
    return all(
        w == QUOTE or not w[0].isalnum() or (w.isdigit() and t.words[a + n - 1] == "(")
        for n, w in enumerate(t.words[a:b])
    )


def _subject_before(t: Tokens, a: int, clauses: Clauses) -> tuple[int, int] | None:
    """The subject of the sentence before token a, where it is a name or "he" or "she"."""
    sentence = next(((lo, hi) for lo, hi in t.sentences if hi == a), None)
    if sentence is None:
        return None
    found = clauses.first_subject(*sentence)
    if found and (
        (t.words[found[1] - 1][0].isupper() and (found[1] - found[0] > 1 or found[0] > sentence[0]))
        or t.lows[found[0]] in ("he", "she")
    ):
        return found
    return None


def _continues(t: Tokens, out: list[Found], i: int, a: int) -> Found | None:
    """The statement made from the quotation just before, where only signs stand between."""
    if out and out[-1].tail >= 0 and all(not w[0].isalnum() for w in t.words[out[-1].tail : i]):
        return out[-1]
    return None


def _signed(t: Tokens, quote: Quote) -> Found | None:
    """ "The bridge must stay." — Ana Brod, mayor: a name behind a dash, and nothing after it on its line."""
    m = _SIGNED.match(t.text, quote.end, t.ends[-1])
    if m is None or len(t.text[quote.inner : quote.outer].split()) < _SIGNED_WORDS:
        return None
    return Found([(quote.start, quote.end)], None, m.span("name"), "quotation:signed")


def _attributed(t: Tokens, i: int, sentence: tuple[int, int], clauses: Clauses) -> Found | None:
    """A speaker shown by place alone: `"..." barked Ross`, `Ross grinned: "..."`."""
    a, b = sentence
    span = (t.quotes[i].start, t.quotes[i].end)
    right = _after(t, i, b, clauses)
    if right:
        cue, source = right
        return Found([span], _span(t, cue), _span(t, source), "quotation:followed")
    if i > a and t.words[i - 1] in _INTRODUCING:
        source_range = clauses.first_subject(a, i - 1)
        if t.words[i - 1] == ":" and (
            source_range is None or not _verb_between(t, source_range[1], i - 1, clauses)
        ):
            source_range = clauses.phrase_left(a, i - 1)
        if source_range:
            cue_range = (i - 1, i) if t.words[i - 1] == ":" else (source_range[1], i - 1)
            if cue_range[0] >= cue_range[1]:
                return None
            return Found([span], _span(t, cue_range), _span(t, source_range), "quotation:introduced")
    return None


def _after(t: Tokens, i: int, b: int, clauses: Clauses) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """(verb, name) or (name, verb) right after a quotation, with any past or present verb."""
    k = i + 1
    if k < b and t.words[k] == ",":
        k += 1
    if k + 1 >= b:
        return None
    if _verb(t, k) and (
        t.words[k + 1][0].isupper() or t.lows[k + 1] in ("the", "a", "an", "one", "his", "her")
    ):
        name = clauses.phrase_right(k + 1, b)
        return ((k, k + 1), name) if name else None
    for v in range(k + 1, min(k + 7, b)):
        present = v == k + 1 and t.lows[k] in ("he", "she", "they") and t.lows[v].endswith("s")
        if _verb(t, v) or present:
            name = clauses.phrase_left(k, v) or (
                (k, k + 1) if t.lows[k] in clauses.pronouns and v == k + 1 else None
            )
            return ((v, v + 1), name) if name and name[0] == k else None
        if t.words[v] in (",", ".", QUOTE):
            return None
    return None


def _verb_between(t: Tokens, i: int, j: int, clauses: Clauses) -> bool:
    return any(
        low in clauses.not_in_phrase or low in clauses.lex.verbs or low.endswith("ed") for low in t.lows[i:j]
    )


def _verb(t: Tokens, k: int) -> bool:
    low = t.lows[k]
    return t.words[k][0].islower() and (low.endswith("ed") or low in ("began", "went", "said", "says"))


def _span(t: Tokens, r: tuple[int, int]) -> tuple[int, int]:
    return (t.starts[r[0]], t.ends[r[1] - 1])


def unread(text: str, marks: Sequence[Quote]) -> list[Found]:
    """Quotations of a text whose language has no lexicon: kept by their marks alone, with no speaker."""
    out = []
    for quote in marks:
        words = len(text[quote.inner : quote.outer].split())
        told = text[quote.end : quote.end + 2].lstrip()[:1] == "," or ends_sentence(text, quote)
        if quote.depth == 0 and (words >= _ENOUGH or (words >= 2 and told)):
            out.append(Found([(quote.start, quote.end)], None, None, "quotation:no speaker"))
    return out
