"""A noun phrase has one head: a name, several names, a body or a description; no embedded name is it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set
from typing import Literal, NamedTuple

from onrecord.link.figures.mentions import Printed, printed, surname_alone
from onrecord.link.figures.scan import PARTICLES, Run
from onrecord.link.figures.words import Words
from onrecord.model import Span

Shape = Literal["pronoun", "name", "names", "body", "description", "none"]

_EDGE = ' \t\r\n\u00a0\u202f,;:*_"“”«»\\>|'
_RELATIVE = re.compile(r",?\s+(?:who|which|that|whose)\b.*$", re.S)
_WORD = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*")
_AND = re.compile(r"(?:,\s+(?:and\s+)?|\s+(?:and|&)\s+)(?:the\s+)?")
_AFTER_NAME = re.compile(
    r"\s*(?:$|[,(—–:;.\"”]|(?:of|at|from|in|on|with|for|who|that|to|as|during|after|before|about|himself|herself|also|and|or|"
    r"both|again|then|later|earlier|yesterday|today|has|had|was|is|would|will)\b)"
)
_CAPITAL = re.compile(r"\s+([A-Z][\w-]+)")
_ARTICLES = ("the", "a", "an")
_ONE_OF = ("one", "a", "an", "another", "his", "her", "their")
_TIME = re.compile(r"\s(?:on|in|at|after|during|earlier|later|by)\s(?:\w+\s)?(\w+)$")
_AGED = re.compile(r"\b(\d{1,3})-year-old$")


class Phrase(NamedTuple):
    """What a noun phrase is about.

    Attributes:
        span: the phrase without marks and relative clauses.
        name: the printed name that is its head.
        names: for several heads, each of them.
        noun: for a description the head noun, lower-case.
        lows: its words in lower case, up to the first preposition for `modifiers`.
        inner: names within it that are not its head.
        definite: it begins with "the", "this" or nothing, so that it may mean somebody known.
        bare: what to call it, articles left out.
    """

    shape: Shape
    span: Span
    name: Printed | None = None
    names: tuple[Printed, ...] = ()
    noun: str = ""
    lows: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    inner: tuple[Printed, ...] = ()
    definite: bool = False
    bare: str = ""
    age: int | None = None


class Phrases:
    """Reads the noun phrases of one text."""

    def __init__(
        self, text: str, runs: Sequence[Run], words: Words, common: frozenset[str], surnames: Set[str]
    ) -> None:
        self.surnames = surnames
        self.text, self.runs, self.words, self.common = text, runs, words, common
        self._starts = [run.start for run in runs]

    def read(self, span: Span) -> Phrase:
        """The phrase at a span."""
        text = self.text
        span = _tidied(text, span)
        low = span.of(text).lower()
        if low in ("he", "she", "they", "i", "we", "it", "him", "her", "them", "me", "us"):
            return Phrase("pronoun", span, lows=(low,))
        found = _WORD.findall(low)
        if not found or span.end - span.start > 400:
            return Phrase("none", span)
        inside = self.inside(span)
        head = self._name_head(span, inside)
        if head is not None:
            together = self._together(span, inside, head)
            if len(together) > 1:
                return Phrase("names", span, names=together)
            if head.kind == "person":
                return Phrase("name", span, name=head, names=(head,))
            if head.kind == "group":
                return Phrase(
                    "description", span, noun=head.lows[-1], lows=tuple(found), bare=self._bare(span, head)
                )
            if re.search(r"\sand\s+(?:the|a|an|its|his|her)\s", span.of(text)):
                return Phrase("description", span, lows=tuple(found), bare=self._bare(span, head))
            inner = Span(max(span.start, min(head.start, head.whole)), span.end)
            return Phrase("body", span, name=head, bare=self._bare(inner, head))
        beside = self._beside(span)
        if beside:
            return Phrase("name", span, name=beside, names=(beside,))
        return self._description(span, found, inside)

    def _beside(self, span: Span) -> Printed | None:
        """The name that a comma parts from the description at a span: "the mayor, Ann Berg, said"."""
        if self.text[span.end : span.end + 2] != ", " or not _described(span.of(self.text), self.words):
            return None
        at = bisect_left(self._starts, span.end)
        if at == len(self.runs) or self.runs[at].start != span.end + 2 or self.runs[at].possessive:
            return None
        run = self.runs[at]
        p = printed(self.text, run.tokens, False, False, self.words, self.common)
        if p is None or p.kind != "person" or self.text[p.end : p.end + 1] not in (",", "."):
            return None
        return p if len(p.lows) > 1 and p.whole == run.start else None

    def inside(self, span: Span) -> list[Printed]:
        """Every name printed in a span."""
        out = []
        first = max(0, bisect_right(self._starts, span.start) - 1)
        for run in self.runs[first : bisect_left(self._starts, span.end)]:
            tokens = [t for t in run.tokens if span.start <= t.start and t.end <= span.end]
            if tokens:
                p = printed(
                    self.text,
                    tokens,
                    run.possessive and tokens[-1] is run.tokens[-1],
                    False,
                    self.words,
                    self.common,
                )
                if p:
                    out.append(surname_alone(self.text, p, tokens, self.surnames, self.words))
        return out

    def _name_head(self, span: Span, inside: list[Printed]) -> Printed | None:
        named = [p for p in inside if p.tokens]
        if not named:
            return None
        text, words = self.text, self.words
        first = named[0]
        lead = text[span.start : max(span.start, min(first.whole, first.start))].lower().split()
        free = all(w in ("the", *words.former) or w in PARTICLES for w in lead)
        follows = _AFTER_NAME.match(text, first.end, span.end) or self._titled(first.end, span.end)
        plain = first.kind == "person" or not lead or lead == ["the"]
        last = named[-1]
        office_of = first.kind == "body" and last.kind == "person" and last.titles and last.end == span.end
        if office_of and free and text[first.end : last.whole] == " of ":
            return last  # "Royal Bank of Norland chief economist Ada Berg"
        if free and not first.possessive and follows and plain:
            return first
        if lead and self._set_off(span, first) and lead[0] in _ONE_OF and len(first.lows) > 1:
            return first  # "one of the farmers, Ada Berg, 42, a mother of two from Westbay"
        if lead and lead[-1] in words.body_nouns and lead[0] in _ARTICLES and first is named[-1]:
            # "the news agency BNA": the noun says what is named, and the name is all of its name
            return first._replace(kind="body", whole=first.start) if follows else None
        rest = text[last.end : span.end]
        if last is first and free and rest in ("'s", "’s", "'", "’"):
            return last
        if first is last and free and first.possessive and first.kind in ("person", "body"):
            words_of = rest.removeprefix("'s").removeprefix("’s").lower().split()
            if words_of and words_of[-1] in words.utterances:
                return first
        if last.possessive and rest.strip("'’sS "):
            return None
        if last.kind != "person" or not _AFTER_NAME.match(rest):
            return None
        if last is first and last.possessive and free:
            return last
        before = text[max(span.start, last.whole - 12) : last.whole].rstrip()
        if before.endswith(("'s", "’s")) or (last.titles and not _after_preposition(before, words)):
            return last
        noun = before.rsplit(None, 1)[-1] if before else ""
        apposed = noun.isalpha() and noun.islower() and not _after_preposition(before, words)
        if apposed and last.sure and len(last.lows) > 1 and noun not in words.determiners:
            return last  # "party boss Ada Berg"
        if before.endswith(",") and (len(named) == 1 or last.titles or last.sure):
            return last if _described(text[span.start : last.whole], words) else None
        return None

    def _set_off(self, span: Span, name: Printed) -> bool:
        """Whether commas part a person's name from the words on either side of it."""
        whole = min(name.whole, name.start)
        before, after = self.text[max(span.start, whole - 2) : whole], self.text[name.end : name.end + 1]
        return name.kind == "person" and before == ", " and (after == "," or name.end == span.end)

    def _titled(self, start: int, end: int) -> bool:
        """Whether a printed title follows a name with no comma: "Ada Berg President of Norland"."""
        m = _CAPITAL.match(self.text, start, end)
        return bool(m and m[1].lower() in self.words.roles | self.words.portfolios)

    def _together(self, span: Span, inside: list[Printed], head: Printed) -> tuple[Printed, ...]:
        """The head with the names that "and" joins to it."""
        named = [p for p in inside if p.tokens]
        at = next((n for n, p in enumerate(named) if p.start == head.start), len(named) - 1)
        out = [head]
        for p in named[at + 1 :]:
            between = self.text[out[-1].end : p.whole]
            if not (_AND.fullmatch(between) and not p.possessive):
                break
            out.append(p)
        if len(out) > 1 and not re.search(r"\band\b|&", self.text[head.end : out[-1].whole]):
            return (head,)
        rest = self.text[out[-1].end : span.end]
        return tuple(out) if _AFTER_NAME.match(rest) else (head,)

    def _bare(self, span: Span, head: Printed) -> str:
        """A body's name: the phrase without article and without what a comma or a time adds."""
        words = " ".join(span.of(self.text).split())
        words = re.split(r"\s*[,(—–:;]", words, maxsplit=1)[0]
        time = _TIME.search(words)
        if time and time[1].lower() in self.words.not_names:
            words = words[: time.start()]
        first, _, rest = words.partition(" ")
        return rest if rest and first.lower() == "the" else words

    def _description(self, span: Span, found: list[str], inside: list[Printed]) -> Phrase:
        words = self.words
        lows = [w.removesuffix("'s").removesuffix("’s") for w in found]
        cut = next(
            (k for k, w in enumerate(found) if k and (w in words.prepositions or w in ("and", "or"))),
            len(found),
        )
        head = lows[:cut]
        noun = head[-1] if head else ""
        if cut and found[cut - 1] != noun:
            noun = ""
        if cut < len(found) and found[cut] in ("and", "or"):
            noun = ""  # two offices, two persons
        if noun in ("republican", "democrat") and len(found) > 3:
            noun = ""
        age = _AGED.search(" ".join(head))
        definite = found[0] in ("the", "this", "that") or found[0] not in words.determiners
        modifiers = tuple(
            w for w in [*head[:-1], *lows[cut:]] if w not in words.determiners and w not in words.prepositions
        )
        bare = " ".join(span.of(self.text).split())
        if found[0] in ("the", "this", "that"):
            bare = bare.partition(" ")[2] or bare
        years = int(age[1]) if age else None
        return Phrase(
            "description", span, None, (), noun, tuple(lows), modifiers, tuple(inside), definite, bare, years
        )


def _tidied(text: str, span: Span) -> Span:
    start, end = span
    m = _RELATIVE.search(text, start, end)
    if m and m.start() > start:
        end = m.start()
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return Span(start, end)


def _after_preposition(before: str, words: Words) -> bool:
    last = before.rsplit(None, 1)[-1].lower() if before else ""
    return last in words.prepositions or last == "and"


def _described(lead: str, words: Words) -> bool:
    """Whether the words before a comma describe a person: they hold a role."""
    return any(w.lower() in words.roles for w in _WORD.findall(lead))
