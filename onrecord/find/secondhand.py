"""Words that an outlet passes on belong to whoever said them: the outlet is a relay, and no speaker."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.find.clauses import Clauses, Range
from onrecord.find.found import Found
from onrecord.find.hearers import Hearers
from onrecord.find.lexicon import Lexicon
from onrecord.find.places import Place, Sentences, meet, within
from onrecord.find.relays import Relays
from onrecord.find.tokens import FINAL, QUOTE, Tokens

_COMMAS = frozenset((",", "—", "–", "--", "-", ":"))
_FEW = 3  # words beside a report's inner statement


class Secondhand:
    """Rewrites the statements of one paragraph whose source only quotes another."""

    def __init__(
        self, tokens: Tokens, clauses: Clauses, hearers: Hearers, words: Relays, lexicon: Lexicon
    ) -> None:
        self.t = tokens
        self.clauses = clauses
        self.hearers = hearers
        self.words = words
        self.lex = lexicon

    def rewrite(self, found: list[Found], ruled: Sequence[Found]) -> None:
        """Change, add and drop statements in place.

        Args:
            found: the paragraph's statements.
            ruled: what the rules alone found there, for reports within an outlet's report; empty where no
                outlet is named.
        """
        sentences = Sentences(self.t)
        groups, others = sentences.grouped(found), sentences.grouped(ruled)
        for n, (a, b) in enumerate(self.t.sentences):
            group = groups.get(n, [])
            if not self.words["SECONDHAND"].isdisjoint(self.t.lows[a:b]):
                self._quoted_as(group, a, b)
                self._citing(group, a, b)
            for f in list(group) if ruled else ():
                if f.source and f.cue and f.act == "said":
                    self._reported_after(f)
                    if self._outlet(f.source):
                        self._inner(group, f, others.get(n, ()))
            groups[n] = group
        found[:] = [f for n in sorted(groups) for f in groups[n]]

    def _outlet(self, span: Place) -> bool:
        return self.words.outlet(self.t.words, *self.hearers.range(span), sure=True) is not None

    # -- "BNA quoted Berg as saying that", "Berg was quoted as saying by BNA"

    def _quoted_as(self, found: list[Found], a: int, b: int) -> None:
        lows = self.t.lows
        for k in range(a + 1, b - 2):
            if lows[k] not in self.words["QUOTING"]:
                continue
            stop = next((i for i in range(k + 1, min(k + 12, b - 1)) if lows[i] == "as"), None)
            verb = self.lex.verbs.get(lows[stop + 1]) if stop else None
            if stop is None or verb is None or not (verb.clause or verb.hearer) or "ing" not in verb.forms:
                continue
            made = self._quotation(a, b, k, stop)
            if made:
                cue = (self.t.starts[k], self.t.ends[stop + 1])
                found[:] = [f for f in found if not self._same(f, cue, made)]
                found.append(made)
            return

    def _same(self, f: Found, cue: Place, made: Found) -> bool:
        """Whether a statement reads the same quotation otherwise."""
        at = f.cue is not None and meet(f.cue, cue)
        inside = f.cue is not None and all(s >= cue[0] and e <= cue[1] for s, e in f.content)
        whole = f.cue is None and any(meet(s, c) for s in f.content for c in made.content)
        return at or inside or whole

    def _quotation(self, a: int, b: int, k: int, stop: int) -> Found | None:
        """The statement whose cue is tokens k ("quoted") to stop + 1 ("saying")."""
        start = k
        while start > a and self.t.lows[start - 1] in self.lex["BEFORE_VERB"]:
            start -= 1
        subject = self.clauses.subject_left(a, start, None)
        after = stop + 2
        relay: Range | None = None
        passive = any(low in self.lex["BE"] for low in self.t.lows[start:k])
        if passive:
            who = subject
            by = (
                k + 1
                if self.t.lows[k + 1] == "by"
                else after
                if after < b and self.t.lows[after] == "by"
                else None
            )
            if by is not None:
                relay = self.clauses.phrase_right(by + 1, stop if by < stop else b)
                after = relay[1] if relay and by >= after else after
        else:
            relay = subject
            who = self._object(k + 1, stop)
        if who is None:
            return None
        content = self._said(a, b, (who[0] if passive else subject[0] if subject else k), after)
        if content is None:
            return None
        cue = (self.t.starts[k], self.t.ends[stop + 1])
        made = Found([content], cue, self.hearers.span(who), "cue:quoted as")
        made.via = [self.hearers.span(relay)] if relay else []
        made.quotes = [i for i in self.t.quotes if content[0] <= self.t.starts[i] < content[1]]
        return made

    def _object(self, i: int, stop: int) -> Range | None:
        if self.t.lows[i] in ("him", "her", "them"):
            return (i, i + 1)
        return self.clauses.phrase_right(i, stop)

    def _said(self, a: int, b: int, first: int, after: int) -> Place | None:
        """What is quoted: what follows, or else the quotation before."""
        while after < b and self.t.words[after] in _COMMAS:
            after += 1
        end = b
        while end > after and self.t.words[end - 1] in FINAL:
            end -= 1
        if after < end and (self.t.words[after] == QUOTE or end - after > 2):
            return (self.t.starts[after], self.t.ends[end - 1])
        left = first
        while left > a and self.t.words[left - 1] in _COMMAS:
            left -= 1
        return (self.t.starts[a], self.t.ends[left - 1]) if left > a else None

    # -- "Interfax reported, citing a source in the ministry, that"

    def _citing(self, found: list[Found], a: int, b: int) -> None:
        for k in range(a + 1, b - 1):
            if self.t.lows[k] not in self.words["CITING"]:
                continue
            phrase = self.clauses.source_right(k + 1, b)
            if phrase is None or not self.hearers.speaks(*phrase):
                continue
            start, end = self.t.starts[k], self.t.ends[phrase[1] - 1]
            told = [f for f in found if f.source and self._by_outlet(f, start)]
            own = [f for f in told if f.cue and f.cue[0] <= start < f.cue[1]]
            main = [f for f in told if f not in own] or own
            for f in main:
                f.content = [part for span in f.content for part in self._without(span, start, end)]
                if f.source and not meet(f.source, (start, end)):
                    f.via = [f.source, *f.via]
                f.source = self.hearers.span(phrase)
            found[:] = [f for f in found if f.content and (f in main or not self._cites(f, start))]

    def _cites(self, f: Found, start: int) -> bool:
        """Whether "citing" was held for a cue."""
        return f.cue is not None and f.cue[0] <= start < f.cue[1]

    def _by_outlet(self, f: Found, start: int) -> bool:
        """Whether an outlet's statement has "citing" after its source."""
        return f.cue is not None and f.source is not None and f.source[1] <= start and self._outlet(f.source)

    def _without(self, span: Place, start: int, end: int) -> list[Place]:
        """A content without what is cited: what stands before and after it."""
        if not meet(span, (start, end)):
            return [span]
        i, j = self.hearers.range(span)
        left = [k for k in range(i, j) if self.t.ends[k] <= start]
        right = [k for k in range(i, j) if self.t.starts[k] >= end]
        while left and self.t.words[left[-1]] in _COMMAS:
            left.pop()
        while right and self.t.words[right[0]] in _COMMAS:
            right.pop(0)
        return [(self.t.starts[part[0]], self.t.ends[part[-1]]) for part in (left, right) if part]

    # -- "Berg said the mine was closed, Interfax reported"

    def _reported_after(self, f: Found) -> None:
        """Take an outlet's own attribution off the end of a content."""
        i, j = self.hearers.range(f.content[-1])
        comma = next((k for k in range(j - 1, max(i, j - 9), -1) if self.t.words[k] == ","), None)
        if comma is None or comma - i < _FEW or self.t.words[j - 1] == QUOTE:
            return
        outlet = self.words.outlet(self.t.words, comma + 1, j, sure=True)
        if outlet is None or outlet[0] > comma + 2 or outlet[1] >= j:
            return
        verb = self.lex.verbs.get(self.t.lows[outlet[1]])
        if verb and verb.clause and all(self._passing(low) for low in self.t.lows[outlet[1] + 1 : j]):
            f.content[-1] = (f.content[-1][0], self.t.ends[comma - 1])
            f.via = [*f.via, self.hearers.span(outlet)]

    def _passing(self, low: str) -> bool:
        return low in self.lex["CLOSED"]

    # -- "According to Interfax, Berg said that the mine was closed"

    def _inner(self, found: list[Found], outer: Found, ruled: Sequence[Found]) -> None:
        """Add the statement that an outlet's report contains, and drop the report where it is all of it."""
        for r in ruled:
            if r.cue is None or r.source is None or r.act != "said" or r is outer:
                continue
            if not (within(r.cue, outer.content) and within(r.source, outer.content)):
                continue
            if not all(within(span, outer.content) for span in r.content):
                continue
            same = next((f for f in found if f is not outer and f.cue and meet(f.cue, r.cue)), None)
            if same is None:
                r.via = [*r.via, outer.source] if outer.source else r.via
                found.append(r)
            inner = same or r
            if self._all_of(outer, inner):
                found[:] = [f for f in found if f is not outer]
            return

    def _all_of(self, outer: Found, inner: Found) -> bool:
        """Whether a report says nothing but that somebody said something, in somebody's very words."""
        if not inner.quotes or inner.cue is None or inner.source is None:
            return False
        rest = [
            k
            for span in outer.content
            for k in range(*self.hearers.range(span))
            if not any(s <= self.t.starts[k] < e for s, e in (*inner.content, inner.cue, inner.source))
        ]
        return sum(self.t.words[k][0].isalnum() for k in rest) < _FEW
