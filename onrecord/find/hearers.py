"""A hearer is a phrase that can hear: a name, people, or a body; never a thing, a deed or an adjunct."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from onrecord.find.clauses import Clauses, Range
from onrecord.find.found import Found
from onrecord.find.frames import Frames
from onrecord.find.lexicon import Lexicon
from onrecord.find.relays import Relays
from onrecord.find.tokens import QUOTE, Tokens

Place = tuple[int, int]
_OBJECTS = frozenset("me us him her them you".split())
_PARTS = frozenset("of for from at with in on between among".split())
_POSSESSIVE = ("'s", "’s")


def may_tell(t: Tokens, f: Found, words: Relays, lexicon: Lexicon) -> bool:
    """Whether the cue of a statement without a hearer can show one."""
    if f.cue is None or f.addressee is not None:
        return False
    j = bisect_left(t.starts, f.cue[1])
    if j < len(t.lows) and t.lows[j] == "to":
        return True
    verb = lexicon.verbs.get(t.lows[j - 1])
    return verb is not None and (verb.hearer or verb.lemma in words["TOLD_DIRECTLY"])


class Hearers:
    """Finds to whom the statements of one paragraph were said."""

    def __init__(
        self, tokens: Tokens, clauses: Clauses, frames: Frames, words: Relays, lexicon: Lexicon
    ) -> None:
        self.t = tokens
        self.clauses = clauses
        self.frames = frames
        self.words = words
        self.lex = lexicon

    def read(self, f: Found, runs: Sequence[Range]) -> None:
        """Give a statement the hearer that its cue governs, where none is known."""
        if f.cue is None or f.addressee is not None:
            return
        i, j = self.range(f.cue)
        run = next((r for r in runs if r[0] <= i < r[1]), None)
        if run is None:
            return
        verb = self.lex.verbs.get(self.t.lows[j - 1])
        if verb and verb.lemma in self.words["TOLD_DIRECTLY"]:  # the thanked are part of the content
            phrase = self.clauses.phrase_right(j, self._sentence_end(j))
            if phrase:
                cut = (k for k in range(j + 1, phrase[1]) if self.t.lows[k] in ("for", "on", "with", "about"))
                phrase = (j, next(cut, phrase[1]))
            f.addressee = self.span(phrase) if phrase and self.hears(*phrase) else None
            return
        for k in range(min(j, run[1]) - 1, i - 1, -1):
            found = self._governed(f, k, run)
            if found:
                f.addressee = found
                return

    def _governed(self, f: Found, k: int, run: Range) -> Place | None:
        low = self.t.lows[k]
        verb = self.lex.verbs.get(low)
        if verb is None:
            return None
        if low in self.words["TOLD_PASSIVELY"] and k > run[0] and self.t.lows[k - 1] in self.lex["BE"]:
            return self._subject(f, k, run)
        if k + 1 >= run[1]:
            return None
        if not verb.hearer:
            return None
        stop = self.frames.hearer(k + 1, run[1])
        return self.checked(self.span((k + 1, stop))) if stop > k + 1 else None

    def _sentence_end(self, i: int) -> int:
        return next((b for a, b in self.t.sentences if a <= i < b), i)

    def _subject(self, f: Found, k: int, run: Range) -> Place | None:
        """ "Berg was told that": the one who was told."""
        start = k - 1
        while start > run[0] and self.t.lows[start - 1] in self.lex["BEFORE_VERB"]:
            start -= 1
        subject = self.clauses.subject_left(run[0], start, None)
        if subject is None:
            return None
        told = self.checked(self.span(subject))
        if told and f.source and told[0] < f.source[1] and f.source[0] < told[1]:
            by = k + 2 < run[1] and self.t.lows[k + 1] == "by"
            teller = self.clauses.phrase_right(k + 2, run[1]) if by else None
            if teller is None:
                return None
            f.source = self.span(teller)
        return told

    def beside(self, f: Found, k: int, run: Range) -> Range | None:
        """Whom "with" or "to" at token k names: after an interview, a letter, or a verb of saying."""
        t = self.t
        if k + 1 >= run[1] or not self._announced(f, k, run):
            return None
        if t.lows[k + 1] in _OBJECTS and not self._possessive(k + 1, run[1]):
            return (k + 1, k + 2)
        pronoun = (n for n in range(k + 2, run[1]) if t.lows[n] in self.lex["PERSONAL"])
        phrase = self.phrase(k + 1, next(pronoun, run[1]))  # "in an interview with BNA he said"
        if phrase is None or not self.hears(*phrase):
            return None
        end = phrase[1]
        while end > phrase[0] + 1 and t.lows[end - 1] in self.lex["CLOSED"]:
            end -= 1
        return (phrase[0], end)

    def phrase(self, i: int, b: int) -> Range | None:
        """The noun phrase from token i, with all of a name in capitals ("the Evening Post")."""
        found = self.clauses.phrase_right(i, b)
        if found is None:
            return None
        end = found[1]
        while end < b and self.t.words[end][0].isupper() and self.t.lows[end] not in self.lex["WEEKDAYS"]:
            end += 1
        return (i, end)

    def _announced(self, f: Found, k: int, run: Range) -> bool:
        """Whether the words before token k say that somebody is spoken to."""
        t, low = self.t, self.t.lows[k]
        nouns = self.words["WITH_HEARER" if low == "with" else "TO_HEARER"]
        before = t.lows[k - 1] if k > run[0] else ""
        if before in nouns or (low == "to" and before in self.words["SPEAKING"]):
            return True
        if low == "with":
            return before in self.words["SPEAKING"]
        if f.cue is None or not before:
            return False
        i, j = self.range(f.cue)
        verb = self.lex.verbs.get(before)
        return i <= k - 1 <= j and verb is not None and verb.lemma in self.words["SAYING_TO"]

    def _possessive(self, k: int, b: int) -> bool:
        """ "her" before a noun is whose, not who."""
        behind = self.t.lows[k + 1] if k + 1 < b else "."
        return self.t.lows[k] == "her" and behind[0].isalpha() and behind not in self.lex["CLOSED"]

    def checked(self, span: Place) -> Place | None:
        """A hearer without what does not belong to one, or None where nobody who can hear is left."""
        i, j = self.range(span)
        while j > i and (not self.t.words[j - 1][0].isalnum() or self.t.lows[j - 1] in self.lex["CLOSED"]):
            j -= 1
        if j - i == 1 and self.t.lows[i] == "her" and j < len(self.t.lows):
            j += self.t.lows[j] in self.words["HEARERS"]  # "told her husband"
        cut = (n for n in range(i + 1, j) if self.t.lows[n] in ("for", "outside", "inside", "there", "here"))
        j = next(cut, j)
        if any(low in self.words["NO_HEARERS"] for low in (self.t.lows[i], self.t.lows[self._head(i, j)])):
            return None
        told_of = (n for n in range(i + 1, j - 1) if self.t.lows[n] == "of" and self._name_before(i, n))
        j = next(told_of, j)
        if i >= j or self.t.lows[i] in self.lex["PREPOSITIONS"] or self.t.lows[i] in self.lex["ADVERBS"]:
            return None
        if self.t.words[i] == QUOTE or self.t.lows[i] in ("it", "this", "that"):
            return None
        return self.span((i, j))

    def _name_before(self, i: int, n: int) -> bool:
        """ "reminded Berg of the fire": what follows the name of a person is what they were told of."""
        named = all(word[0].isupper() for word in self.t.words[i:n])
        return named and (self.t.words[n + 1][0].islower() or self.t.lows[n + 1] in _OBJECTS)

    def hears(self, i: int, j: int) -> bool:
        """Whether a noun phrase can be somebody who hears."""
        lows, words = self.t.lows, self.t.words
        if self.words.outlet(words, i, j):
            return True
        if words[i] == QUOTE or lows[i] in self.words["NO_HEARERS"]:
            return False
        head = self._head(i, j)
        if lows[head] in self.words["NO_HEARERS"]:
            return False
        if self._people(lows[head]):
            return True
        return words[head][0].isupper() and lows[head] not in self.lex["TIME_WORDS"]

    def _head(self, i: int, j: int) -> int:
        """The last token of a phrase before "of" and its like."""
        return next((k for k in range(i + 1, j) if self.t.lows[k] in _PARTS), max(j, i + 1)) - 1

    def _people(self, low: str) -> bool:
        return low in self.words["HEARERS"] or low in self.lex["BODIES"]

    def speaks(self, i: int, j: int) -> bool:
        """Whether a noun phrase can be a source that speaks: a name, people, sources."""
        return self.hears(i, j) or self.t.lows[j - 1] in ("source", "sources", "insiders", "witnesses")

    def span(self, r: Range) -> Place:
        """Code points of a range of tokens, without a possessive's ending."""
        end = self.t.ends[r[1] - 1]
        last = self.t.words[r[1] - 1]
        if len(last) > 2:
            end -= 2 if last.endswith(_POSSESSIVE) else last.endswith(("'", "’"))
        return (self.t.starts[r[0]], end)

    def range(self, span: Place) -> Range:
        """The tokens that lie in a span of code points."""
        return bisect_right(self.t.ends, span[0]), bisect_left(self.t.starts, span[1])
