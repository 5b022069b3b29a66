"""Where a clause begins, ends or is interrupted; answers come from closed word classes and signs alone."""

from __future__ import annotations

from onrecord.find.cues import Cue
from onrecord.find.lexicon import Lexicon
from onrecord.find.tokens import FINAL, QUOTE, Tokens


class Borders:
    """Answers questions about one paragraph's tokens."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon) -> None:
        self.t = tokens
        self.lex = lexicon

    def limit(self, a: int, cue: Cue, following: Cue | None, end: int) -> int:
        """Where this cue's content must end because a coordinated cue takes over."""
        if following is None:
            return end
        lows, words = self.t.lows, self.t.words
        stop = next((i for i in range(cue.end, following.start) if words[i] == ";"), None)
        if stop is not None:
            return stop
        k = following.start - 1
        if k > cue.end and words[k] == "," and following.form in ("ing", "finite"):
            return k
        while k > cue.end and lows[k] in self.lex["ADVERBS"]:
            k -= 1
        if k > cue.end and lows[k] in ("and", "but"):
            return k - 1 if words[k - 1] == "," else k
        return self._next_clause(cue, following) or end

    def _next_clause(self, cue: Cue, following: Cue) -> int | None:
        """The comma before "and he accused", where the next cue brings a subject of its own."""
        lows, words = self.t.lows, self.t.words
        for k in range(following.start - 1, max(cue.end, following.start - 16), -1):
            if lows[k] in ("and", "but", "while", "though", "although", "as") and words[k - 1] == ",":
                return k - 1
            if words[k] == QUOTE or lows[k] in self.lex["AUXILIARIES"] or lows[k] in self.lex["VERBS"]:
                return None
        return None

    def embedded(self, a: int, k: int) -> bool:
        """Whether the quotation at token k only ends an adjunct ('On "Morning Joe," she asked ...')."""
        low = self.t.lows[a]
        opens = low in self.lex["PREPOSITIONS"] or low in self.lex["SUBORDINATORS"]
        return opens and not self.has_verb(a, k)

    def has_verb(self, i: int, j: int) -> bool:
        verbal = self.lex["VERBAL"]
        return any(low in verbal or low.endswith("ed") or low == QUOTE for low in self.t.lows[i:j])

    def utterance(self, k: int) -> bool:
        """Whether a quotation can be words spoken rather than a term in quotation marks."""
        quote = self.t.quotes[k]
        words = self.t.text.count(" ", quote.inner, quote.outer) + 1
        last = self.t.text[quote.outer - 1]
        return words > 3 or last in ",.?!…"

    def closes_clause(self, k: int, end: int) -> bool:
        return (
            k >= end
            or self.t.words[k] in FINAL
            or self.t.lows[k] in self.lex["PREPOSITIONS"]
            or self.t.lows[k] in self.lex["TIME_WORDS"]
        )

    def inserted(self, a: int, k: int) -> bool:
        """Whether the comma at k closes an insertion after a subject rather than a reported clause."""
        opening = next((i for i in range(k - 1, a - 1, -1) if self.t.words[i] == ","), None)
        if opening is None:
            return False
        inner = self.t.lows[opening + 1 : k]
        return not any(
            low in self.lex["AUXILIARIES"] or low in self.lex["VERBS"] or low.endswith("ed") for low in inner
        )

    def clause_end(self, k: int, end: int) -> int:
        """Where a clause that is itself a subject ends: before the second verb group."""
        verbs = self.lex["FINITE"]
        seen = False
        for i in range(k, end):
            low = self.t.lows[i]
            before = self.t.lows[i - 1]
            if (
                low not in verbs
                or before in self.lex["AUXILIARIES"]
                or before in self.lex["ADVERBS"]
                or before in self.lex["NEGATIONS"]
            ):
                continue
            joined = (
                before in self.lex["CONJUNCTIONS"]
                or before in self.lex["SUBORDINATORS"]
                or before in self.lex["PRONOUNS"]
            )
            if seen and not joined and before != ",":
                return i
            seen = seen or not joined or before in self.lex["PRONOUNS"]
        return end
