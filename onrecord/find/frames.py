"""What follows a verb decides whether it is a cue, and where its content begins."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.find.lexicon import Lexicon, Verb
from onrecord.find.tokens import QUOTE, Tokens

_OCCASIONAL = frozenset("in on at during to after before via from with of through as".split())
_YEAR = re.compile(r"[12]\d{3}")
_CLAUSE_STARTS = frozenset("that if whether what why how where who when".split())


def _adverb(low: str) -> bool:
    return low.endswith("ly") and len(low) > 4


class Frame(NamedTuple):
    """The surroundings of a verb.

    Attributes:
        end: the token after the cue.
        kind: as `Cue.frame`, or None where the verb is no cue.
        content: the token where the content would begin.
        addressee: the tokens of the hearer, or None.
    """

    end: int
    kind: str | None
    content: int
    addressee: tuple[int, int] | None = None


class Frames:
    """Reads what stands to the right of a verb."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon) -> None:
        self.t = tokens
        self.lex = lexicon

    def of(self, i: int, b: int, verb: Verb, form: str) -> Frame:
        """The frame of the verb at token i, within the sentence that ends at token b."""
        lows = self.t.lows
        end = self._phrasal(i + 1, b, verb)
        takes = verb.clause or verb.object or verb.infinitive or verb.hearer or verb.prepositions
        if end == i + 1 and not takes:
            return Frame(end, None, end)
        if form == "passive":
            that = end < b and lows[end] == "that" and verb.clause
            by = end < b and lows[end] == "by"
            return Frame(end, "clause" if that else "passive" if by else None, end)
        occasion = verb.clause and end < b and lows[end] in ("on", "with") and self._adjunct(end, b) > end
        if end < b and lows[end] in verb.prepositions and not occasion:
            return Frame(end + 1, "preposition", end + 1)
        k, addressee = end, None
        stop = self.hearer(k, b) if verb.hearer and k < b else k
        if stop > k:
            k, addressee = stop, (k, stop)
        governs = verb.infinitive or (verb.hearer and addressee is not None)
        at = k + 1 if k < b and lows[k] == "not" else k
        if governs and self._to_infinitive(at, b):
            return Frame(end, "infinitive", k, addressee)
        if end > i + 1 and self._to_infinitive(k, b):
            return Frame(end, None, k)  # "went on to say": the cue is the verb that follows
        k = self._adjunct(self._particle(k, b), b)
        if k < b and self.t.words[k] == ",":
            k = self._past_insertion(k, b)
        clause = verb.clause or end > i + 1
        kind = self._by_sign(k, b, clause or addressee is not None, clause)
        if kind is None:
            kind = self._by_word(i, k, b, verb, addressee is not None, clause)
        if kind == "object":
            return Frame(end, kind, i + 1)
        if kind == "quote" and self.t.words[k] != QUOTE:
            k += 1
        return Frame(end, None if kind == "none" else kind, k, addressee)

    def _phrasal(self, k: int, b: int, verb: Verb) -> int:
        """The token after what belongs to the verb ("point out", "make it clear"), else k."""
        for rest in sorted(self.lex.phrasal.get(verb.lemma, ()), key=len, reverse=True):
            parts = rest.split()
            split = verb.lemma == "make" and k < b and self.t.lows[k] in ("it", "this", "that")
            at = k + 1 if split else k
            if self.t.lows[at : at + len(parts)] == parts:
                return at + len(parts)
        return k

    def _by_sign(self, k: int, b: int, ends: bool, clause: bool) -> str | None:
        """What a sign at token k shows, "none" for what cannot be a cue, or None where no sign stands."""
        words = self.t.words
        finished = "end" if ends else "none"
        if k >= b or words[k] in ".;!?)":
            return finished
        if words[k] == QUOTE:
            return "quote"
        if words[k] in (",", ":", "—", "–", "--") and k + 1 < b and words[k + 1] == QUOTE:
            return "quote"
        if words[k] == ":":
            return "quote" if clause else "none"
        return finished if words[k] == "," else None

    def _by_word(self, i: int, k: int, b: int, verb: Verb, told: bool, clause: bool) -> str:
        """What the word at token k shows."""
        low, words = self.t.lows[k], self.t.words
        if low in _CLAUSE_STARTS and (clause or verb.hearer):
            return "clause"
        behind = self.t.lows[k + 1] if k + 1 < b else "."
        if low in ("it", "this", "that", "so") and (
            behind in self.lex["PREPOSITIONS"] or not behind[0].isalnum()
        ):
            return "none"  # "she said it in this room" tells nothing of what was said
        at = k + 1 if low == "not" else k
        if self._to_infinitive(at, b) and (verb.infinitive or (verb.hearer and told)):
            return "infinitive"
        if low == "to" and not verb.clause:
            return "none"
        if verb.clause and low in self.lex["PREPOSITIONS"] and verb.lemma not in ("say", "write", "tell"):
            return "end" if i > 0 and words[i - 1] != "," else "none"
        inverted = i > 0 and words[i - 1] in (QUOTE, ",", "—", "–")
        bare = low not in self.lex["PERSONAL"] and low not in ("there", "this", "these", "those")
        if bare and not inverted and not told and verb.lemma in self.lex["NOT_BEFORE_NOUNS"]:
            return "none"
        if told or (clause and not (verb.wary and verb.object)):
            return "clause"
        return "object" if verb.hearer or (verb.object and low not in self.lex["PREPOSITIONS"]) else "none"

    def _to_infinitive(self, k: int, b: int) -> bool:
        """ "to go", and not "to its parade"."""
        if k + 1 >= b or self.t.lows[k] != "to":
            return False
        low, word = self.t.lows[k + 1], self.t.words[k + 1]
        return (
            low not in self.lex["DETERMINERS"]
            and low not in self.lex["POSSESSIVES"]
            and not word[0].isupper()
        )

    def _particle(self, k: int, b: int) -> int:
        """The token after "out", "back" or "on" that stands between verb and mark ("cried out: ...")."""
        if (
            k + 1 < b
            and self.t.lows[k] in ("out", "back", "on", "up", "in")
            and self.t.words[k + 1] in (":", ",", QUOTE)
        ):
            return k + 1
        return k

    def _past_insertion(self, k: int, b: int) -> int:
        """The token of ", that" where an insertion parts it from its cue, else k."""
        for i in range(k + 1, min(k + 22, b)):
            if self.t.words[i] == QUOTE or self.t.words[i] in ";:":
                return k
            if self.t.lows[i] == "that" and self.t.words[i - 1] == ",":
                return i
        return k

    def hearer(self, k: int, b: int) -> int:
        """The token after somebody told, or k where nobody is named."""
        lows, words = self.t.lows, self.t.words
        if lows[k] in ("me", "us", "him", "her", "them", "you", "it"):
            return k + 1
        stop = k
        while stop < min(b, k + 14):
            low, word = lows[stop], words[stop]
            if word in ',:;."' or word == QUOTE or low in self.lex["SUBORDINATORS"] or low == "to":
                break
            if low in self.lex["AUXILIARIES"] or (low in self.lex["PERSONAL"] and stop > k):
                break
            if stop > k and low in self.lex["TIME_WORDS"] and low not in ("may", "march"):
                break
            if stop > k and low in (
                "in",
                "on",
                "during",
                "about",
                "after",
                "at",
                "by",
                "from",
                "not",
                "only",
                "then",
                "afterwards",
            ):
                break
            if (
                stop > k
                and (low in self.lex["DETERMINERS"] or low in self.lex["POSSESSIVES"])
                and lows[stop - 1] not in self.lex["PREPOSITIONS"]
                and lows[stop - 1] not in ("and", "all")
            ):
                break
            if (
                stop > k
                and word[0].isupper()
                and words[stop - 1][0].islower()
                and lows[stop - 1].endswith("s")
            ):
                break
            stop += 1
        return stop

    def _adjunct(self, k: int, b: int) -> int:
        """The token after "in a statement", "on Monday", "Tuesday", "during an interview with CNN"."""
        lows = self.t.lows
        while k < b:
            low = lows[k]
            after = self._passing(k, b)
            if after > k:
                k = after
                continue
            ago = next(
                (i for i in range(k + 1, min(k + 5, b)) if lows[i] in ("ago", "earlier", "later")), None
            )
            if ago is not None and any(lows[i] in self.lex["PERIODS"] for i in range(k, ago)):
                k = ago + 1
                continue
            stop = self._prepositional(k, b) if low in self.lex["PREPOSITIONS"] else k
            if stop == k:
                return k
            k = stop
        return k

    def _passing(self, k: int, b: int) -> int:
        """The token after an adverb or a time that belongs to the cue, else k.

        It belongs to the content where the content's own words follow it ("said only two came", "said Monday
        was a holiday"), and always where it denies or counts ("not", "all", "never").
        """
        lows, after = self.t.lows, k
        if lows[k] in self.lex["COUNTING"]:
            return k
        if lows[k] in ("this", "last", "next"):
            after = k + 2 if k + 1 < b and lows[k + 1] in self.lex["TIME_WORDS"] | self.lex["PERIODS"] else k
        elif lows[k] in self.lex["TIME_WORDS"] | self.lex["ADVERBS"] or _adverb(lows[k]):
            after = k + 1 if lows[k] not in ("may", "march") else k
        behind = lows[after] if after < b else "."
        if after == k or behind in self.lex["VERBAL"]:
            return k
        clear = not behind[0].isalpha() or behind in _CLAUSE_STARTS or behind in self.lex["PERSONAL"]
        if clear or lows[k] in self.lex["TIME_WORDS"] or behind in self.lex["PREPOSITIONS"]:
            return after
        return k

    def _prepositional(self, k: int, b: int) -> int:
        """The token after an adjunct of occasion, place or time that begins at k, or k."""
        lows, words = self.t.lows, self.t.words
        if lows[k : k + 4] == ["for", "the", "first", "time"]:
            return k + 4
        if lows[k] not in _OCCASIONAL:
            return k
        stop, occasion = k + 1, False
        while stop < min(b, k + 16):
            low, word = lows[stop], words[stop]
            if (
                word == ","
                and words[stop - 1].isdigit()
                and _YEAR.fullmatch("".join(words[stop + 1 : stop + 2]))
            ):
                stop, occasion = stop + 2, True  # "on May 7, 2031 that"
                continue
            if word in (",", ":", ";", ".", QUOTE, "—", "–") or low in ("that", "if", "whether"):
                return stop
            if low in self.lex["PERSONAL"] or low in ("it", "there"):
                return stop
            inner = lows[stop - 1] in self.lex["PREPOSITIONS"]
            if occasion and not inner and low in self.lex["DETERMINERS"]:
                return stop
            if occasion and low in self.lex["AUXILIARIES"]:
                return stop
            if (
                occasion
                and word[0].isupper()
                and words[stop - 1][0].islower()
                and lows[stop - 1] not in self.lex["PREPOSITIONS"] | self.lex["DETERMINERS"]
            ):
                return stop
            occasion = (
                occasion
                or low in self.lex["OCCASIONS"]
                or low in self.lex["TIME_WORDS"]
                or low in self.lex["OUTLETS_AFTER_ON"]
            )
            stop += 1
        return stop if occasion and stop == b else k
