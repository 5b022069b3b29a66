"""A cue is a verb group that its surroundings show to be one; nothing here decides what was said."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.find.lexicon import Lexicon, Verb
from onrecord.find.tokens import QUOTE, Tokens

_CLAUSE_STARTS = frozenset("that if whether what why how where who when".split())
_CATENATIVES = frozenset("went go goes going continued continues continue began begins proceeded".split())


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb group, tokens [start, end), its verb at token `at`.

    Attributes:
        form: "finite", "ing", "infinitive" or "passive".
        frame: what follows: "clause", "quote", "infinitive", "object", "hearer", "preposition" or "end".
        content: the token where the content would begin.
        addressee: the tokens of the hearer, or None.
    """

    start: int
    end: int
    at: int
    verb: Verb
    form: str
    frame: str
    content: int
    addressee: tuple[int, int] | None = None


class Cues:
    """Finds the cues of one sentence."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon) -> None:
        self.t = tokens
        self.lex = lexicon
        initials = [w[0].isupper() for w in tokens.words if len(w) > 3 and w[0].isalpha()]
        self.capitals = sum(initials) > 0.7 * len(initials)
        self.before = lexicon["BEFORE_VERB"]

    def of(self, a: int, b: int) -> list[Cue]:
        """The cues between tokens a and b, in order."""
        out: list[Cue] = []
        verbs = self.lex.verbs
        taken = a
        for i in range(a, b):
            verb = verbs.get(self.t.lows[i])
            if verb is None or i < taken or (i > a and self._capital(a, i)):
                continue
            cue = self._cue(a, b, i, verb)
            if cue:
                out.append(cue)
                taken = cue.content if cue.frame == "infinitive" and cue.form != "passive" else cue.end
                if cue.frame == "infinitive":
                    taken = cue.content + 2
        return out

    def _cue(self, a: int, b: int, i: int, verb: Verb) -> Cue | None:
        start, form = self._group(a, i, verb)
        if form == "ing" and (start == a or self.t.lows[start - 1] == "without"):
            return None
        if form is None or (start > a and self._is_noun(start, i, verb)):
            return None
        end, frame, content, addressee = self._frame(i, b, verb, form)
        if frame is None:
            return None
        doubtful = verb.wary or ("s" in verb.forms and self.t.lows[i] not in self.lex["PLAIN_S"])
        if doubtful and not self._clear(a, start, i, frame, verb):
            return None
        return Cue(start, end, i, verb, form, frame, content, addressee)

    def _capital(self, a: int, i: int) -> bool:
        """A capital within a sentence that is not set in capitals throughout: part of a name."""
        return self.t.words[i][0].isupper() and not self.capitals

    # -- the group to the left

    def _group(self, a: int, i: int, verb: Verb) -> tuple[int, str | None]:
        """Where the verb group begins, and its form (None where it cannot be a cue)."""
        lows, start = self.t.lows, i
        passive = progressive = False
        while start > a and self._auxiliary(a, start - 1):
            start -= 1
            if lows[start] in self.lex["BE"] or lows[start].endswith(("'s", "’s", "'re", "’re", "'m", "’m")):
                progressive = "ing" in verb.forms
                passive = not progressive
        while start < i and lows[start] in ("first", "then", "now", "just", "still", "all", "both", "no", "not", "so"):
            start += 1
        if start > a and lows[start - 1] == "to":
            if "base" not in verb.forms:
                return start, None
            k = start - 2
            if k > a and lows[k] == "on":
                k -= 1
            return (k, "finite") if k >= a and lows[k] in _CATENATIVES else (start, "infinitive")
        if "ing" in verb.forms:
            return start, "finite" if progressive else "ing"
        if passive and "past" in verb.forms:
            return start, "passive"
        return start, "finite"

    def _auxiliary(self, a: int, k: int) -> bool:
        low = self.t.lows[k]
        if self.t.words[k][0].isupper() and (k > a or (k and self.t.words[k - 1] == QUOTE)):
            return False
        return low in self.before or (low.endswith("ly") and len(low) > 4 and low not in self.lex["NOT_ADVERBS"])

    def _is_noun(self, start: int, i: int, verb: Verb) -> bool:
        """ "the reported sum", "his claims", "in reports": the form is no verb here."""
        before = self.t.lows[start - 1]
        if start < i:
            return False
        if before in ("most", "some", "many", "both", "all", "few", "several", "others") and "past" in verb.forms:
            return False
        if before in self.lex["DETERMINERS"] or before in self.lex["POSSESSIVES"] or before.endswith(("'s", "’s")):
            return "ing" not in verb.forms or self.t.lows[i] in self.lex["NOUNS_THAT"]
        if before in self.lex["PREPOSITIONS"] and "ing" not in verb.forms:
            return True
        if not self.capitals and self.t.words[i][0].isupper() and self.t.words[start - 1][0].isupper() and "past" not in verb.forms:
            return self.t.words[start - 1] != self.t.words[start - 1].upper() and i + 1 < len(self.t.words) and self.t.words[i + 1][0].isupper()
        if "base" in verb.forms and "past" not in verb.forms and (verb.wary or verb.lemma not in self.lex["PLAIN_BASE"]):
            return not (before in self.lex["PERSONAL"] or before in ("who", "and", "that") or (before.endswith("s") and len(before) > 3) or before in ("people", "police", "don't", "don’t"))
        return False

    # -- the frame to the right

    def _frame(self, i: int, b: int, verb: Verb, form: str) -> tuple[int, str | None, int, tuple[int, int] | None]:
        """(end of the cue, frame or None, first token of the content, addressee)."""
        lows, words = self.t.lows, self.t.words
        k = i + 1
        for rest in sorted(self.lex.phrasal.get(verb.lemma, ()), key=len, reverse=True):
            parts = rest.split()
            at = k + 1 if k < b and lows[k] in ("it", "this", "that") and len(parts) == 1 and verb.lemma == "make" else k
            if lows[at : at + len(parts)] == parts:
                k = at + len(parts)
                break
        else:
            if not (verb.clause or verb.object or verb.infinitive or verb.hearer or verb.prepositions):
                return k, None, k, None
        end = k
        addressee = None
        if form == "passive":
            if k < b and lows[k] == "that" and verb.clause:
                return end, "clause", k, None
            return end, ("passive" if k < b and lows[k] == "by" else None), k, None
        if k < b and lows[k] in verb.prepositions:
            if not (verb.clause and lows[k] in ("on", "of", "with") and self._adjunct(k, b) > k):
                return k + 1, "preposition", k + 1, None
        if verb.hearer and k < b:
            stop = self._hearer(k, b)
            if stop > k:
                addressee = (k, stop)
                k = stop
        if self._to_infinitive(k, b) and (verb.infinitive or (verb.hearer and addressee)):
            return end, "infinitive", k, addressee
        k = self._particle(k, b)
        skipped = self._adjunct(k, b)
        if skipped < b and words[skipped] == ",":
            skipped = self._past_insertion(skipped, b)
        if skipped >= b or words[skipped] in ".;!?)":
            return end, "end" if verb.clause or addressee else None, skipped, addressee
        low, word = lows[skipped], words[skipped]
        if word in (",", ":", "—", "–", "--") and skipped + 1 < b and words[skipped + 1] == QUOTE:
            return end, "quote", skipped + 1, addressee
        if word == ":":
            return end, "quote" if verb.clause else None, skipped + 1, addressee
        if word == QUOTE:
            return end, "quote", skipped, addressee
        if word == ",":
            return end, "end" if verb.clause or addressee else None, skipped, addressee
        if low in _CLAUSE_STARTS and (verb.clause or verb.hearer):
            return end, "clause", skipped, addressee
        if self._to_infinitive(skipped, b) and (verb.infinitive or (verb.hearer and addressee)):
            return end, "infinitive", skipped, addressee
        if low == "not" and lows[skipped + 1 : skipped + 2] == ["to"] and verb.infinitive:
            return end, "infinitive", skipped, addressee
        if verb.clause and low in self.lex["PREPOSITIONS"] and verb.lemma not in ("say", "write", "tell"):
            return end, "end" if i > 0 and words[i - 1] != "," else None, skipped, addressee
        inverted = i > 0 and words[i - 1] in (QUOTE, ",", "—", "–")
        if verb.lemma in self.lex["NOT_BEFORE_NOUNS"] and not inverted and not (addressee and verb.hearer):
            if low not in self.lex["PERSONAL"] and low not in ("there", "this", "these", "those"):
                return end, None, skipped, addressee
        if verb.clause and not (verb.wary and verb.object):
            return end, "clause", skipped, addressee
        if addressee and skipped < b:
            return end, "clause", skipped, addressee
        if verb.hearer:
            return end, "object", i + 1, None
        if verb.object and low not in self.lex["PREPOSITIONS"]:
            return end, "object", i + 1, None
        return end, None, k, None

    def _to_infinitive(self, k: int, b: int) -> bool:
        """ "to go", and not "to its parade"."""
        if k + 1 >= b or self.t.lows[k] != "to":
            return False
        low, word = self.t.lows[k + 1], self.t.words[k + 1]
        return low not in self.lex["DETERMINERS"] and low not in self.lex["POSSESSIVES"] and not word[0].isupper()

    def _particle(self, k: int, b: int) -> int:
        """The token after "out", "back" or "on" that stands between the verb and a mark ("cried out: ...")."""
        if k + 1 < b and self.t.lows[k] in ("out", "back", "on", "up", "in") and self.t.words[k + 1] in (":", ",", QUOTE):
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

    def _hearer(self, k: int, b: int) -> int:
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
            if stop > k and low in ("in", "on", "during", "about", "after", "at"):
                break
            if stop > k and (low in self.lex["DETERMINERS"] or low in self.lex["POSSESSIVES"]) and lows[stop - 1] not in self.lex["PREPOSITIONS"] and lows[stop - 1] not in ("and", "all"):
                break
            if stop > k and word[0].isupper() and words[stop - 1][0].islower() and lows[stop - 1].endswith("s"):
                break
            stop += 1
        return stop

    def _adjunct(self, k: int, b: int) -> int:
        """The token after "in a statement", "on Monday", "Tuesday", "during an interview with CNN"."""
        lows, words = self.t.lows, self.t.words
        while k < b:
            low = lows[k]
            if (low in self.lex["TIME_WORDS"] and low not in ("may", "march", "this", "next", "last")) or low in self.lex["ADVERBS"] or (low.endswith("ly") and len(low) > 4):
                k += 1
                continue
            if low in ("this", "last", "next") and k + 1 < b and lows[k + 1] in self.lex["TIME_WORDS"]:
                k += 2
                continue
            ago = next((i for i in range(k + 1, min(k + 5, b)) if lows[i] in ("ago", "earlier", "later")), None)
            if ago is not None and any(lows[i] in self.lex["PERIODS"] for i in range(k, ago)):
                k = ago + 1
                continue
            stop = self._prepositional(k, b) if low in self.lex["PREPOSITIONS"] else k
            if stop == k:
                return k
            k = stop
        return k

    def _prepositional(self, k: int, b: int) -> int:
        """The token after an adjunct of occasion, place or time that begins at k, or k."""
        lows, words = self.t.lows, self.t.words
        if lows[k] not in ("in", "on", "at", "during", "to", "after", "before", "via", "from", "with", "of", "through", "as"):
            return k
        stop, occasion = k + 1, False
        while stop < min(b, k + 16):
            low, word = lows[stop], words[stop]
            if word in (",", ":", ";", ".", QUOTE, "—", "–") or low in ("that", "if", "whether"):
                return stop if occasion or word != "." else stop
            if low in self.lex["PERSONAL"] or low in ("it", "there"):
                return stop
            if occasion and (low in self.lex["DETERMINERS"] or low in self.lex["AUXILIARIES"]):
                return stop
            if occasion and word[0].isupper() and words[stop - 1][0].islower() and lows[stop - 1] not in self.lex["PREPOSITIONS"]:
                return stop
            occasion = occasion or low in self.lex["OCCASIONS"] or low in self.lex["TIME_WORDS"] or low in self.lex["OUTLETS_AFTER_ON"]
            stop += 1
        return k

    def _relative(self, i: int) -> bool:
        """Whether "that" at token i is a relative pronoun ("reports that appeared")."""
        low = self.t.lows[i + 1] if i + 1 < len(self.t.lows) else ""
        return low in self.lex["AUXILIARIES"] or low in self.lex["VERBS"] or (low.endswith("ed") and len(low) > 4)

    def _clear(self, a: int, start: int, i: int, frame: str, verb: Verb) -> bool:
        """Whether a wary verb stands in surroundings that leave no doubt."""
        lows, words = self.t.lows, self.t.words
        if frame == "preposition" or (frame in ("quote", "infinitive") and "s" not in verb.forms):
            return True
        if lows[i + 1 : i + 2] == ["that"] and self._relative(i + 1):
            return False
        if frame == "end" and verb.clause and QUOTE in words[max(a, start - 8) : start]:
            return True
        behind = lows[i + 1] if i + 1 < len(lows) else ""
        if frame == "clause" and behind in ("that", "whether", "if", "he", "she", "they", "it", "there", "how", "why", "what"):
            return True
        before_word = words[start - 1] if start > a else ""
        finite = "past" in verb.forms or "s" in verb.forms
        if frame not in ("object", "clause", "quote", "infinitive") or not finite or not before_word:
            return False
        return before_word[0].isupper() or lows[start - 1] in self.lex["PRONOUNS"] or self._after_subject(a, start)

    def _after_subject(self, a: int, start: int) -> bool:
        """Whether a plain noun phrase with its article opens the clause right before the verb."""
        lows = self.t.lows
        for k in range(start - 1, max(a, start - 6) - 1, -1):
            if lows[k] in ("the", "his", "her", "their", "its", "our"):
                return k == a or lows[k - 1] in (",", "and", "but", "that", "as", "while", QUOTE)
            if lows[k] in self.lex["PREPOSITIONS"] and lows[k] != "of":
                return False
            if lows[k] in self.lex["AUXILIARIES"] or lows[k] in self.lex["SUBORDINATORS"] or not lows[k][0].isalpha():
                return False
        return False
