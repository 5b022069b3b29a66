"""Noun phrases and clause borders are found from closed word classes alone; no syntax is parsed."""

from __future__ import annotations

from onrecord.find.lexicon import Lexicon
from onrecord.find.tokens import QUOTE, Tokens

Range = tuple[int, int]

_BREAKS = frozenset(";:?!.…—–-/[]") | {"--", "...", QUOTE}
_INNER = frozenset("of for from in at with on to against".split())
_OF = frozenset(("of",))
_JOINED = frozenset(("and", "&", "or"))


class Clauses:
    """Answers questions about one paragraph's tokens; every range it returns lies within one sentence."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon) -> None:
        self.t = tokens
        self.lex = lexicon
        self.not_in_phrase = lexicon["NOT_IN_PHRASE"]
        self.verbal = lexicon["VERBAL"]
        self.pronouns = lexicon["PRONOUNS"]
        self.closed = lexicon["CLOSED"]

    # -- to the left of a verb

    def subject_left(self, a: int, j: int, last: Range | None) -> Range | None:
        """The noun phrase that is the subject of a verb group starting at token j of the sentence from a."""
        k = j - 1
        if k < a:
            return None
        low, word = self.t.lows[k], self.t.words[k]
        if low in ("who", "which", "that"):
            antecedent = self.phrase_left(a, k - 1 if k > a and self.t.words[k - 1] == "," else k, _OF)
            return (antecedent[0], k + 1) if antecedent else None
        if low in self.pronouns:
            return (k, k + 1)
        if low in self.lex["CONJUNCTIONS"] or low == "then":
            return last or self.first_subject(a, k)
        if word == ",":
            return self._before_apposition(a, k, last)
        if word in ("—", "–", "--"):
            opening = self._back_to(a, k, ("—", "–", "--"))
            return self.phrase_left(a, opening) if opening is not None else None
        if word == ")":
            opening = self._back_to(a, k, ("(",))
            return self.phrase_left(a, opening) if opening is not None else None
        return self.phrase_left(a, j)

    def _back_to(self, a: int, k: int, signs: tuple[str, ...]) -> int | None:
        for i in range(k - 1, max(a, k - 40) - 1, -1):
            if self.t.words[i] in signs:
                return i
            if self.t.words[i] in (";", QUOTE):
                return None
        return None

    def _before_apposition(self, a: int, k: int, last: Range | None) -> Range | None:
        """ "Ross, the chief of police, said": the phrase before the inserted one."""
        if k - 1 >= a and self.t.lows[k - 1] in ("and", "but"):
            return last or self.first_subject(a, k - 1)
        opening = self._back_to(a, k, (",",))
        while opening is not None and opening > a:
            found = self.phrase_left(a, opening)
            before = self._back_to(a, opening, (",",))
            inserted = before is not None and self.t.lows[before + 1] in self.lex["PREPOSITIONS"]
            if found and not inserted and not self._is_adjunct(found[0], found[1]):
                return (found[0], k) if self._names_role(found, opening, k) else found
            opening = before
        return None

    def _names_role(self, role: Range, opening: int, k: int) -> bool:
        """ "the commissioner, Ann Berg, said": a role in small letters, then a name alone."""
        name = self.t.words[opening + 1 : k]
        return (
            self.t.words[role[1] - 1][0].islower() and 0 < len(name) < 5 and all(w[0].isupper() for w in name)
        )

    def phrase_left(self, a: int, end: int, inner: frozenset[str] = _INNER) -> Range | None:
        """The noun phrase that ends before token `end`, with the prepositions in `inner` within it."""
        t, k = self.t, end - 1
        seen_and = False
        while k >= a:
            word, low = t.words[k], t.lows[k]
            if word == QUOTE and not (
                k > a and t.words[k - 1][0].isupper() and k + 1 < end and self._short(k)
            ):
                break
            if word == ",":
                if t.lows[k + 1] not in ("jr.", "sr.", "ii", "iii", "jr", "sr") and not (
                    seen_and and self._listed(a, k)
                ):
                    break
            elif word == ")":
                opening = self._back_to(a, k, ("(",))
                if opening is None:
                    break
                k = opening
            elif word in _BREAKS or word == "(" or self._stops(a, k):
                break
            elif low in _JOINED:
                if not self._joins_names(a, k, end):
                    break
                seen_and = True
            elif (
                (low in self.lex["PREPOSITIONS"] and low not in inner)
                or self._verb_like(a, k)
                or self._governs(k, end)
            ):
                break
            k -= 1
        return self._trimmed(k + 1, end)

    def _stops(self, a: int, k: int) -> bool:
        """A word that no noun phrase contains; one with a capital within a sentence is a name ("Will")."""
        low = self.t.lows[k]
        if low not in self.not_in_phrase and low not in self.lex["PERSONAL"]:
            return False
        first_name = low in ("will", "may") and k + 1 < len(self.t.words) and self.t.words[k + 1][0].isupper()
        named = self.t.words[k][0].isupper() and low != "i"
        named = named and (k > a or self._follows_quote(k) or first_name)
        return not named

    def _follows_quote(self, k: int) -> bool:
        return k > 0 and self.t.words[k - 1] == QUOTE

    def _short(self, k: int) -> bool:
        return self.t.ends[k] - self.t.starts[k] < 20

    def _listed(self, a: int, k: int) -> bool:
        return k - 1 >= a and self.t.words[k - 1][0].isupper() and self.t.words[k + 1][0].isupper()

    def _joins_names(self, a: int, k: int, end: int) -> bool:
        """Whether "and" at token k joins two names or two bare nouns rather than two clauses."""
        if k == a or k + 1 >= end:
            return False
        left, right = self.t.words[k - 1], self.t.words[k + 1]
        if self.t.lows[k + 1] in self.lex["DETERMINERS"]:
            return k - 2 >= a and self.t.lows[k - 2] in self.lex["DETERMINERS"]
        return left[0].isupper() == right[0].isupper()

    def _verb_like(self, a: int, k: int) -> bool:
        """A finite verb that no list names: "-ed" right after a name or pronoun; a cue verb after a name."""
        low = self.t.lows[k]
        if k == a or self.t.words[k][0].isupper():
            return False
        before = self.t.words[k - 1]
        if self.t.lows[k - 1] in self.lex["DETERMINERS"]:
            return False
        verb = self.lex.verbs.get(low)
        if verb and not verb.wary and ("past" in verb.forms or "s" in verb.forms):
            return before[0].isupper() or self.t.lows[k - 1] in self.pronouns or not low.endswith("s")
        if k == a + 1 and k + 1 < len(self.t.lows) and self.t.lows[k + 1] in ("by", "from", "in", "at"):
            return False
        return low.endswith("ed") and (before[0].isupper() or self.t.lows[k - 1] in self.pronouns)

    def _governs(self, k: int, end: int) -> bool:
        """A participle with an object of its own ("upgrading these mechanisms")."""
        low = self.t.lows[k]
        if not low.endswith("ing") or len(low) < 6 or k + 1 >= end or self.t.words[k][0].isupper():
            return False
        return self.t.lows[k + 1] in self.lex["DETERMINERS"] or self.t.lows[k + 1] in self.lex["POSSESSIVES"]

    def _trimmed(self, start: int, end: int) -> Range | None:
        """Drop what comes before the phrase proper: conjunctions, adverbs, "on Monday", "in a statement"."""
        t = self.t
        while start < end:
            low = t.lows[start]
            if low in self.lex["PREPOSITIONS"]:
                start = self._after_prepositional(start, end)
            elif (
                low in self.lex["CONJUNCTIONS"]
                or low in self.lex["ADVERBS"]
                or low in (",", "(", ")", "'", "’")
                or (low in self.lex["TIME_WORDS"] and start + 1 < end)
            ):
                start += 1
            else:
                break
        while end > start and (t.words[end - 1] in (",", "(", "-") or t.lows[end - 1] in self.lex["ADVERBS"]):
            end -= 1
        if (
            start >= end
            or all(low in self.closed for low in t.lows[start:end])
            or self._no_speaker(start, end)
        ):
            return None
        return (start, end)

    def _no_speaker(self, start: int, end: int) -> bool:
        """Fragments that only a wrong cut leaves: "temporarily swallow his", "given"."""
        first, last = self.t.lows[start], self.t.lows[end - 1]
        if last in self.lex["POSSESSIVES"] or (first.endswith("ly") and first not in self.lex["NOT_ADVERBS"]):
            return self.t.words[start][0].islower()
        if end - start > 1 or self.t.words[start][0].isupper() or not first[0].isalpha():
            return False
        return not (
            first.endswith("s") or first in self.lex["BARE_SPEAKERS"] or first in self.lex["PRONOUNS"]
        )

    def _after_prepositional(self, start: int, end: int) -> int:
        """The token after "on Monday" or "in a statement", else the one after the preposition."""
        for i in range(start + 1, min(start + 7, end)):
            if self.t.lows[i] in self.lex["TIME_WORDS"] or self.t.lows[i] in self.lex["OCCASIONS"]:
                while i + 1 < end and (
                    self.t.lows[i + 1] in self.lex["PERIODS"]
                    or self.t.lows[i + 1] in self.lex["TIME_WORDS"]
                    or self.t.words[i + 1][0].isdigit()
                ):
                    i += 1
                return i + 1
        return start + 1

    def _is_adjunct(self, start: int, end: int) -> bool:
        return all(
            low in self.closed or self.t.words[start + i][0].isdigit()
            for i, low in enumerate(self.t.lows[start:end])
        )

    # -- from the beginning of a sentence

    def first_subject(self, a: int, limit: int) -> Range | None:
        """The first noun phrase of the sentence from token a, adjuncts before a comma left out."""
        t, i = self.t, a
        while i < limit and self._opens_adjunct(i):
            comma = next((k for k in range(i, limit) if t.words[k] == ","), None)
            if comma is None:
                if t.lows[i] in self.lex["CONJUNCTIONS"] or t.lows[i] in self.lex["ADVERBS"]:
                    i += 1
                    continue
                return self._trimmed(*self._run(i, limit))
            i = comma + 1
        if i < limit and t.lows[i] in self.pronouns:
            return (i, i + 1)
        return self._trimmed(*self._run(i, limit))

    def _opens_adjunct(self, i: int) -> bool:
        low = self.t.lows[i]
        return (
            low in self.lex["PREPOSITIONS"]
            or low in self.lex["SUBORDINATORS"]
            or low in self.lex["CONJUNCTIONS"]
            or low in self.lex["ADVERBS"]
            or low in self.lex["TIME_WORDS"]
            or low == ","
            or low[0].isdigit()
            or (low.endswith("ing") and len(low) > 4)
        )

    def _run(self, i: int, limit: int) -> Range:
        """From token i to the first verb or break."""
        k = i
        while k < limit:
            low, word = self.t.lows[k], self.t.words[k]
            if (
                word in _BREAKS
                or word == ","
                or low in self.not_in_phrase
                or (k > i and self._verb_like(i, k))
            ):
                break
            if k > i and (low in self.pronouns or self._past(k)):
                break
            k += 1
        return i, k

    def _past(self, k: int) -> bool:
        """A lower-case form in -ed that no article makes an adjective."""
        if not self.t.lows[k].endswith("ed") or self.t.words[k][0].isupper():
            return False
        return self.t.lows[k - 1] not in self.lex["DETERMINERS"]

    # -- to the right of a verb

    def phrase_right(self, i: int, b: int) -> Range | None:
        """The noun phrase from token i, as in "said the minister of health on Monday"."""
        t, k = self.t, i
        stops = self.not_in_phrase
        while k < b:
            low, word = t.lows[k], t.words[k]
            if word in _BREAKS or word in (",", "(", ")") or low in stops:
                break
            if low in self.lex["PREPOSITIONS"] and low not in ("of", "for", "from", "at", "with"):
                break
            if k > i and low in self.lex["TIME_WORDS"] and low not in ("may", "march"):
                break
            if low in self.pronouns:
                return (k, k + 1) if k == i else None
            if k > i and low in _JOINED and not (k + 1 < b and t.words[k + 1][0].isupper()):
                break
            if k > i and self._ends_right(k):
                break
            k += 1
        if k == i or all(low in self.closed for low in t.lows[i:k]):
            return None
        return (i, self._apposed(i, k, b))

    def _apposed(self, i: int, k: int, b: int) -> int:
        """The end of a name set off by commas after a role ("said the speaker of the house, Ann Berg,")."""
        t = self.t
        if not (k + 1 < b and t.words[k] == "," and t.words[k + 1][0].isupper() and t.words[i][0].islower()):
            return k
        j = k + 1
        while j < b and t.words[j][0].isupper() and t.words[j] != QUOTE:
            j += 1
        return j if j - k > 2 and (j == b or t.words[j] in (",", ".")) else k

    def _ends_right(self, k: int) -> bool:
        """A lower-case adverb, participle or past form after the phrase's first word."""
        low = self.t.lows[k]
        if not self.t.words[k][0].islower():
            return False
        if low.endswith("ly"):
            return low not in self.lex["NOT_ADVERBS"]
        return low.endswith("ing") or (
            low.endswith("ed") and self.t.lows[k - 1] not in self.lex["DETERMINERS"]
        )

    def source_right(self, i: int, b: int) -> Range | None:
        """What follows "according to": up to a comma, a verb or the end, with its own "of", "in", "by"."""
        t, k = self.t, i
        while k < b:
            low, word = t.lows[k], t.words[k]
            if word in (",", ";", ":", "—", "–", "--", "(", ".", "!", "?", "…", "..."):
                break
            if low in self.lex["AUXILIARIES"] or low in (
                "that",
                "who",
                "which",
                "as",
                "but",
                "while",
                "when",
            ):
                break
            k += 1
        return (i, self._apposed(i, k, b)) if k > i else None
