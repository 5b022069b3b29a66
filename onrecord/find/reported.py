"""Statements of a paragraph of running text: each cue with its source and content, no content twice."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise

from onrecord.find.borders import Borders
from onrecord.find.clauses import Clauses, Range
from onrecord.find.cues import Cue, Cues
from onrecord.find.found import Found
from onrecord.find.lexicon import Lexicon
from onrecord.find.tokens import FINAL, QUOTE, Tokens, ends_sentence

_PARTING = frozenset((",", "—", "–", "--", "-", ";", ":", QUOTE))


class Reported:
    """Reads one paragraph's tokens."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon) -> None:
        self.t = tokens
        self.lex = lexicon
        self.clauses = Clauses(tokens, lexicon)
        self.borders = Borders(tokens, lexicon)
        self.cues = Cues(tokens, lexicon)
        pairs = list(enumerate(pairwise(tokens.lows)))
        self.according = [i for i, pair in pairs if pair == ("according", "to")]
        self.nouns = [i for i, (low, that) in pairs if that == "that" and low in lexicon["NOUNS_THAT"]]
        self.found: list[Found] = []
        self.first = 0  # the sentence's first statement in `found`
        self.last_source: Range | None = None

    def statements(self) -> list[Found]:
        """Every statement of the paragraph, in the order of its cues."""
        for a, b in self.t.sentences:
            if not self._joins_quotation(a, b):
                self._sentence(a, b)
        return self.found

    # -- sentences

    def _joins_quotation(self, a: int, b: int) -> bool:
        """A sentence that is nothing but a quotation goes on with the one before it."""
        if self.t.words[a] != QUOTE or any(w != QUOTE and w not in FINAL for w in self.t.words[a:b]):
            return False
        found = next((f for f in reversed(self.found[-4:]) if f.tail == a), None)
        if found:
            for i in range(a, b):
                if i in self.t.quotes:
                    found.content.append((self.t.quotes[i].start, self.t.quotes[i].end))
                    found.quotes.append(i)
            found.tail = b
            return True
        return False

    def _sentence(self, a: int, b: int) -> None:
        end = b
        while end > a and self.t.words[end - 1] in FINAL:
            end -= 1
        cues = self.cues.of(a, end)
        according = next((i for i in self.according if a < i < end - 1), end)
        self.first = first = len(self.found)
        self.last_source = None
        for n, cue in enumerate(cues):
            following = cues[n + 1] if n + 1 < len(cues) else None
            limit = self.borders.limit(a, cue, following, end)
            if cue.end < according < limit:
                limit = according
            found = self._statement(a, limit, end, cue)
            if found:
                found.tail = b if found.quotes or found.rule.startswith("after") else -1
                self.found.append(found)
        self._according(a, end, b)
        self._nouns(a, end)
        self._settle(first)

    def _statement(self, a: int, limit: int, end: int, cue: Cue) -> Found | None:
        if cue.form == "passive":
            return self._passive(a, cue, end)
        if cue.form == "infinitive":
            return None
        inverted = self._inverted(a, cue, end)
        if inverted:
            return inverted
        source = self._source(a, cue)
        if source is None:
            return None
        self.last_source = source
        if source[0] > a and self.t.lows[source[0] - 1] in ("as", "like") and cue.frame == "end":
            return self._as_said(a, end, cue, source)
        if cue.frame == "end" and source[0] > a and self.t.words[source[0] - 1] not in _PARTING:
            return None
        if cue.frame == "end" or self._parenthetical(a, source):
            return self._around(a, limit, end, cue, source)
        return self._forward(limit, cue, source)

    def _as_said(self, a: int, end: int, cue: Cue, source: Range) -> Found | None:
        """ "As Ross said on Sunday, the fund would last": what stands before, else what follows the comma."""
        if self.t.lows[source[0] - 1] == "like":
            return None
        before = source[0] - 1
        while before > a and self.t.words[before - 1] in (",", "—", "–"):
            before -= 1
        if before - a > 2:
            left = self._left(a, before)
            return self._found(cue, source, [left], "after:as") if left else None
        k = cue.content + 1
        return self._found(cue, source, [(k, end)], "cue:as") if k < end else None

    def _source(self, a: int, cue: Cue) -> Range | None:
        if cue.form != "ing":
            return self.clauses.subject_left(a, cue.start, self.last_source)
        before = self.t.lows[cue.start - 1] if cue.start > a else ","
        if (
            before == ","
            or before in self.lex["PREPOSITIONS"]
            or before in self.lex["CONJUNCTIONS"]
            or before in self.lex["SUBORDINATORS"]
        ):
            return self.last_source or self.clauses.first_subject(a, cue.start)
        return self.clauses.subject_left(a, cue.start, self.last_source)

    # -- where the content stands

    def _parenthetical(self, a: int, source: Range) -> bool:
        """Whether the source follows a quotation that can be its content."""
        k = source[0] - 1
        while k > a and self.t.words[k] in ("—", "–", "-", "--", ","):
            k -= 1
        if k < a:
            return False
        return (
            self.t.words[k] == QUOTE
            and self.borders.utterance(k)
            and (k == a or not self.borders.embedded(a, k))
        )

    def _forward(self, limit: int, cue: Cue, source: Range) -> Found | None:
        start = cue.content
        while limit > start and (
            self.t.words[limit - 1] in FINAL or self.t.lows[limit - 1] in ("and", "but")
        ):
            limit -= 1
        if start >= limit:
            return None
        found = self._found(cue, source, [(start, limit)], f"cue:{cue.frame}")
        if self.t.words[start] == QUOTE and limit > start + 1 and cue.frame == "quote":
            self._cut_after_quote(found, start, limit)
        return found

    def _cut_after_quote(self, found: Found, start: int, limit: int) -> None:
        """`said, "A," before adding` : only the quotation, where it closes its own sentence."""
        quote = self.t.quotes[start]
        if ends_sentence(self.t.text, quote) or (self.t.text[quote.outer - 1] == ","):
            found.content = [(quote.start, quote.end)]
            found.quotes = [start]

    def _around(self, a: int, limit: int, end: int, cue: Cue, source: Range) -> Found | None:
        """The content stands before the source, and perhaps after the cue too."""
        left_end = min(source[0], cue.start)
        while left_end > a and self.t.words[left_end - 1] in (",", "—", "–", "--", "-"):
            left_end -= 1
        left = self._left(a, left_end)
        if left is None:
            k = cue.end + 1
            return (
                self._forward(limit, replace(cue, content=k), source)
                if k < limit and self.t.words[k - 1] == ","
                else None
            )
        ranges = [left]
        after = cue.content if cue.frame == "end" else cue.end
        quoted = self.t.words[left[1] - 1] == QUOTE
        right = self._right(after, limit, quoted)
        if not quoted and not self.borders.has_verb(*left):
            right = (after + 1, limit) if after + 1 < limit and self.t.words[after] == "," else None
            if right is None:
                return None
        if right:
            ranges.append(right)
        return self._found(cue, source, ranges, "after:parenthetical")

    def _left(self, a: int, left_end: int) -> Range | None:
        start = a
        while start < left_end and (
            self.t.lows[start] in self.lex["CONJUNCTIONS"] or self.t.words[start] in (",", "—", "–", "-", "•")
        ):
            start += 1
        for found in self.found[self.first :]:
            if (
                found.content
                and self.t.starts[start] < found.content[-1][1] <= self.t.starts[left_end - 1]
                and found.cue
                and found.cue[0] >= self.t.starts[start]
            ):
                return None if left_end - start < 2 else self._after(found.content[-1][1], left_end)
        if start >= left_end:
            return None
        if left_end - start < 2 and self.t.words[start] != QUOTE:
            return None
        return (start, left_end)

    def _after(self, position: int, left_end: int) -> Range | None:
        k = bisect_left(self.t.starts, position, 0, left_end)
        while k < left_end and (self.t.words[k] in FINAL or self.t.lows[k] in self.lex["CONJUNCTIONS"]):
            k += 1
        return (k, left_end) if left_end - k > 1 or (k < left_end and self.t.words[k] == QUOTE) else None

    def _right(self, k: int, limit: int, quoted: bool) -> Range | None:
        """What goes on after "he said,": another quotation, or the rest of an interrupted clause."""
        if k >= limit or self.t.words[k] != ",":
            return None
        k += 1
        if k >= limit:
            return None
        if self.t.words[k] == QUOTE:
            return (k, k + 1) if self.borders.utterance(k) else None
        if quoted:
            return None
        low = self.t.lows[k]
        if low.endswith("ing") or low in self.lex["CONJUNCTIONS"] or low in self.lex["SUBORDINATORS"]:
            return None
        goes_on = (
            low in self.lex["AUXILIARIES"] or low in self.lex["PREPOSITIONS"] or low in self.lex["VERBS"]
        )
        return (k, limit) if goes_on or low.endswith("ed") else None

    def _inverted(self, a: int, cue: Cue, end: int) -> Found | None:
        """`"...," said the minister of health`, `..., says the report`."""
        k = cue.start - 1
        if (
            cue.form != "finite"
            or not (cue.verb.clause or cue.end > cue.at + 1)
            or k < a
            or cue.start != cue.at
        ):
            return None
        quoted = self.t.words[k] == QUOTE
        if not quoted and self.t.words[k] not in (",", "—", "–", "--"):
            return None
        if self.t.words[k] == "," and k > a and self.borders.inserted(a, k):
            return None
        at = cue.addressee[1] if cue.addressee else cue.end
        source = self.clauses.phrase_right(at, end)
        if source is None or (not quoted and not self.borders.closes_clause(source[1], end)):
            return None
        left = self._left(a, k + 1 if quoted else k)
        if left is None:
            return None
        ranges = [left]
        after = source[1]
        while after < end and self.t.words[after] != ",":
            after += 1
        right = self._right(after, end, self.t.words[left[1] - 1] == QUOTE)
        if right:
            ranges.append(right)
        self.last_source = source
        return self._found(cue, source, ranges, "after:inverted")

    def _passive(self, a: int, cue: Cue, end: int) -> Found | None:
        """ "was described by aides as": the source stands after "by"."""
        if cue.frame == "clause":
            impersonal = cue.start > a and self.t.lows[cue.start - 1] == "it"
            return self._found(cue, None, [(cue.content, end)], "cue:impersonal") if impersonal else None
        source = self.clauses.phrase_right(cue.content + 1, end)
        subject = self.clauses.subject_left(a, cue.start, self.last_source)
        if source is None or subject is None:
            return None
        if cue.verb.hearer:  # "was told by Ross that"
            if source[1] >= end - 1 or self.t.lows[source[1]] not in self.lex["SUBORDINATORS"] | {"to"}:
                return None
            told = self._found(cue, source, [(source[1], end)], "cue:passive")
            told.addressee = self._span(subject)
            return told
        ranges = [subject]
        if source[1] < end and self.t.lows[source[1]] in ("as", "for", "to"):
            ranges.append((source[1], end))
        return self._found(cue, source, ranges, "cue:passive")

    def _according(self, a: int, end: int, b: int) -> None:
        """ "according to X" before, within or after the content."""
        for i in self.according:
            if not a <= i < end - 2:
                continue
            source = self.clauses.source_right(i + 2, end)
            if source is None:
                continue
            relayed = [f for f in self.found[self.first :] if f.cue and self._just_before(f.cue[1], i)]
            for found in relayed:
                found.via = [self._span(source)]
            if relayed:
                continue
            left_end = i - 1 if i > a and self.t.words[i - 1] in (",", "—", "–", "--") else i
            left = self._left(a, left_end) if left_end > a else None
            after = (
                source[1] + 1 if source[1] < end and self.t.words[source[1]] in (",", "—", "–") else source[1]
            )
            ranges = [left] if left else [(after, end)] if after < end else []
            if not ranges:
                continue
            span = (self.t.starts[i], self.t.ends[i + 1])
            found = Found(self._spans(ranges), span, self._span(source), "according to", tail=b)
            found.quotes = self._quotes(ranges)
            self.found.append(found)

    def _just_before(self, position: int, i: int) -> bool:
        """Whether nothing but a comma stands between a code point and token i."""
        k = i - 1 if self.t.words[i - 1] == "," else i
        return k > 0 and self.t.ends[k - 1] == position

    def _nouns(self, a: int, end: int) -> None:
        """ "the auditor's claim that the money was spent": the source is the possessor."""
        t = self.t
        for i in self.nouns:
            if not a < i < end - 2:
                continue
            source: Range | None = None
            if t.lows[i - 1] in self.lex["POSSESSIVES"]:
                source = (i - 1, i)
            elif t.lows[i - 1].endswith(("'s", "’s", "s'", "s’")):
                source = self.clauses.phrase_left(a, i)
            if source is None or any(f.cue and f.cue[0] == t.starts[i] for f in self.found[self.first :]):
                continue
            stop = self.borders.clause_end(i + 2, end)
            self.found.append(
                Found(self._spans([(i + 1, stop)]), self._span((i, i + 1)), self._span(source), "cue:noun")
            )

    # -- results

    def _settle(self, first: int) -> None:
        """Quotations claimed by two cues of a sentence stay with the nearer one where it has nothing else."""
        seen: set[tuple[tuple[int, int], ...]] = set()
        kept = []
        for found in self.found[first:]:
            key = tuple(found.content)
            if key not in seen:
                kept.append(found)
            seen.add(key)
        self.found[first:] = kept

    def _found(self, cue: Cue, source: Range | None, ranges: list[Range], rule: str) -> Found:
        addressee = self._span(cue.addressee) if cue.addressee else None
        span = (self.t.starts[cue.start], self.t.ends[cue.end - 1])
        who = self._span(source) if source else None
        found = Found(self._spans(ranges), span, who, rule, cue.verb.act, addressee)
        found.quotes = self._quotes(ranges)
        return found

    def _spans(self, ranges: list[Range]) -> list[tuple[int, int]]:
        return [(self.t.starts[i], self.t.ends[j - 1]) for i, j in ranges]

    def _span(self, r: Range) -> tuple[int, int]:
        return (self.t.starts[r[0]], self.t.ends[r[1] - 1])

    def _quotes(self, ranges: list[Range]) -> list[int]:
        return [k for i, j in ranges for k in range(i, j) if k in self.t.quotes]
