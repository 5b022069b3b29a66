"""A cue is a verb group that its surroundings show to be one; nothing here decides what was said."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from onrecord.find.frames import Frames
from onrecord.find.lexicon import Lexicon, Verb
from onrecord.find.tokens import QUOTE, Tokens

_CATENATIVES = frozenset("went go goes going continued continues continue began begins proceeded".split())


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb group, tokens [start, end), its verb at token `at`.

    Attributes:
        form: "finite", "ing", "infinitive" or "passive".
        frame: what follows: "clause", "quote", "infinitive", "object", "preposition", "passive" or "end".
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
        self.frames = Frames(tokens, lexicon)
        self.before = lexicon["BEFORE_VERB"]

    @cached_property
    def capitals(self) -> bool:
        """Whether the paragraph is set in capitals, or with a capital to each word."""
        initials = [w[0].isupper() for w in self.t.words if len(w) > 3 and w[0].isalpha()]
        return sum(initials) > 0.7 * len(initials)

    def of(self, a: int, b: int) -> list[Cue]:
        """The cues between tokens a and b, in order."""
        out: list[Cue] = []
        verbs = self.lex.verbs
        taken = a
        for i in [i for i, low in enumerate(self.t.lows[a:b], a) if low in verbs]:
            if i < taken or (i > a and self._capital(a, i)):
                continue
            cue = self._cue(a, b, i, verbs[self.t.lows[i]])
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
        end, frame, content, addressee = self.frames.of(i, b, verb, form)
        if frame is None:
            return None
        if self._unsaid(a, b, start, i):
            return None
        phrasal = end > i + 1 and frame != "preposition"
        doubtful = (verb.wary and not phrasal) or (
            "s" in verb.forms and self.t.lows[i] not in self.lex["PLAIN_S"]
        )
        told = frame == "clause" and content < b and self.t.lows[content] == "that" and content > end
        if doubtful and not told and not self._clear(a, start, i, frame, verb):
            return None
        return Cue(start, end, i, verb, form, frame, content, addressee)

    def _capital(self, a: int, i: int) -> bool:
        """A capital within a sentence that is not set in capitals throughout: part of a name."""
        return self.t.words[i][0].isupper() and not self.capitals

    def _unsaid(self, a: int, b: int, start: int, i: int) -> bool:
        """Nothing was said: "did not say", "never said", "nobody said", "if he says", "did he say ...?"."""
        lows = self.t.lows
        group = lows[start:i]
        if any(low in self.lex["DENYING"] or low.endswith(("n't", "n’t")) for low in group):
            return True
        if any(low in self.lex["SUPPOSING"] for low in group):
            return True
        before = lows[max(a, start - 6) : start]
        if any(low in ("nobody", "none") for low in before[-2:]) or before[-2:] == ["no", "one"]:
            return True
        if "if" in before or "unless" in before:
            return True
        asked = lows[a] in self.lex["AUXILIARIES"] and b < len(lows) and self.t.words[b] == "?"
        return asked and i - a < 12

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
        while start < i and lows[start] in (
            "first",
            "then",
            "now",
            "just",
            "still",
            "all",
            "both",
            "no",
            "not",
            "so",
        ):
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
        return low in self.before or (
            low.endswith("ly") and len(low) > 4 and low not in self.lex["NOT_ADVERBS"]
        )

    def _is_noun(self, start: int, i: int, verb: Verb) -> bool:
        """ "the reported sum", "his claims", "in reports": the form is no verb here."""
        before = self.t.lows[start - 1]
        if start < i:
            bare = all(low not in self.lex["AUXILIARIES"] for low in self.t.lows[start:i])
            return bare and "past" in verb.forms and before in ("a", "an", "the", "his", "her", "their")
        if (
            before in ("most", "some", "many", "both", "all", "few", "several", "others")
            and "past" in verb.forms
        ):
            return False
        if (
            before in self.lex["DETERMINERS"]
            or before in self.lex["POSSESSIVES"]
            or before.endswith(("'s", "’s"))
        ):
            return "ing" not in verb.forms or self.t.lows[i] in self.lex["NOUNS_THAT"]
        if "ing" in verb.forms and start - 2 >= 0 and self.t.lows[start - 2] in self.lex["DETERMINERS"]:
            return before not in self.lex["PRONOUNS"] and before.isalpha() and not before.endswith("s")
        if before in self.lex["PREPOSITIONS"] and "ing" not in verb.forms:
            return True
        if (
            not self.capitals
            and self.t.words[i][0].isupper()
            and self.t.words[start - 1][0].isupper()
            and "past" not in verb.forms
        ):
            return (
                self.t.words[start - 1] != self.t.words[start - 1].upper()
                and i + 1 < len(self.t.words)
                and self.t.words[i + 1][0].isupper()
            )
        if (
            "base" in verb.forms
            and "past" not in verb.forms
            and (verb.wary or verb.lemma not in self.lex["PLAIN_BASE"])
        ):
            return not (
                before in self.lex["PERSONAL"]
                or before in ("who", "and", "that")
                or (before.endswith("s") and len(before) > 3)
                or before in ("people", "police", "don't", "don’t")
            )
        return False

    def _relative(self, i: int) -> bool:
        """Whether "that" at token i is a relative pronoun ("reports that appeared")."""
        low = self.t.lows[i + 1] if i + 1 < len(self.t.lows) else ""
        return (
            low in self.lex["AUXILIARIES"]
            or low in self.lex["VERBS"]
            or (low.endswith("ed") and len(low) > 4)
        )

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
        if frame == "clause" and behind in (
            "that",
            "whether",
            "if",
            "he",
            "she",
            "they",
            "it",
            "there",
            "how",
            "why",
            "what",
        ):
            return True
        before_word = words[start - 1] if start > a else ""
        finite = "past" in verb.forms or "s" in verb.forms
        if frame not in ("object", "clause", "quote", "infinitive") or not finite or not before_word:
            return False
        return (
            before_word[0].isupper()
            or lows[start - 1] in self.lex["PRONOUNS"]
            or self._after_subject(a, start)
        )

    def _after_subject(self, a: int, start: int) -> bool:
        """Whether a plain noun phrase with its article opens the clause right before the verb."""
        lows = self.t.lows
        for k in range(start - 1, max(a, start - 6) - 1, -1):
            if lows[k] in ("the", "his", "her", "their", "its", "our"):
                return k == a or lows[k - 1] in (",", "and", "but", "that", "as", "while", QUOTE)
            if lows[k] in self.lex["PREPOSITIONS"] and lows[k] != "of":
                return False
            if (
                lows[k] in self.lex["AUXILIARIES"]
                or lows[k] in self.lex["SUBORDINATORS"]
                or not lows[k][0].isalpha()
            ):
                return False
        return False
