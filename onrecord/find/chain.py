"""A statement's relays and its hearer are read where it is attributed, never within its own words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from onrecord.find.clauses import Clauses, Range
from onrecord.find.found import Found
from onrecord.find.frames import Frames
from onrecord.find.hearers import Hearers, may_tell
from onrecord.find.lexicon import Lexicon
from onrecord.find.places import Place, Sentences, meet, within
from onrecord.find.relays import Relays, relays
from onrecord.find.secondhand import Secondhand
from onrecord.find.tokens import QUOTE, Tokens

_MEDIA = frozenset("on in for via over through by from".split())
_SIGNS = frozenset(",—–-()") | {"--"}


def chained(
    t: Tokens, found: list[Found], lexicon: Lexicon, ruled: Sequence[Found] = (), outlet: str | None = None
) -> None:
    """Fill in `via` and `addressee` of a paragraph's statements, and cut relays from their sources.

    Args:
        found: the paragraph's statements; they are changed.
        ruled: what the rules alone found there, for reports within a report.
        outlet: who published the text: an outlet is no relay of what it prints itself.
    """
    words = relays(lexicon.code)
    if not found and words["SECONDHAND"].isdisjoint(t.lows):
        return
    mentioned = words.mentioned(t.words, t.lows)
    signed = mentioned or not words.signs.isdisjoint(t.lows)
    if not (signed or any(f.via or f.addressee or may_tell(t, f, words, lexicon) for f in found)):
        return
    chains = _Chains(t, lexicon, outlet)
    if signed:
        Secondhand(t, chains.clauses, chains.hearers, words, lexicon).rewrite(
            found, ruled if mentioned else ()
        )
    chains.touching = chains.sentences.touching(found)
    for f in found:
        if f.cue or f.source:
            chains.read(f)
    if mentioned:
        chains.nest()
    _carry(found)


def _carry(found: Sequence[Found]) -> None:
    """A quotation without a cue has the speaker of the one before, and came the same way."""
    first: dict[Place, Found] = {}
    for f in found:
        if f.cue and f.source:
            first.setdefault(f.source, f)
        elif f.source in first and not f.via:
            own = first[f.source]
            f.via, f.addressee = list(own.via), f.addressee or own.addressee


class _Chains:
    """Reads the attributions of one paragraph."""

    def __init__(self, t: Tokens, lexicon: Lexicon, outlet: str | None) -> None:
        self.t = t
        self.lex = lexicon
        self.words: Relays = relays(lexicon.code)
        self.gate = _gate(lexicon.code)
        self.own = " ".join((outlet or "").lower().removeprefix("the ").split())
        self.clauses = Clauses(t, lexicon)
        self.hearers = Hearers(t, self.clauses, Frames(t, lexicon), self.words, lexicon)
        self.sentences = Sentences(t)
        self.touching: dict[int, list[Found]] = {}
        self.signed: dict[int, bool] = {}

    def read(self, f: Found) -> None:
        """What the sentence shows of one statement."""
        place = f.cue or f.source
        assert place is not None
        n = self.sentences.at(place[0])
        if n < 0:
            return
        a, b = self.t.sentences[n]
        if f.addressee:
            self._check_hearer(f)
        if not (f.via or self._signed(n) or may_tell(self.t, f, self.words, self.lex)):
            return
        runs = self._runs(f, self.touching.get(n, ()), (a, b))
        if f.source and f.cue:
            self._cut(f, a, b)
        at = place[0]
        self.hearers.read(f, runs)
        f.addressee = self._somebody(f)
        before: list[Place] = []
        after: list[Place] = []
        for lo, hi in runs:
            for k in range(lo, hi):
                if self.t.lows[k] in self.gate:
                    for relay in self._relays(f, k, (lo, hi)):
                        (after if relay[0] > at else before).append(relay)
        if f.addressee and f.addressee[0] > at:
            told = self._told(f, f.addressee)
            after = [told, *after] if told else after
        self._settle(f, [*sorted(after), *sorted(before, reverse=True)])

    def _signed(self, n: int) -> bool:
        """Whether a sentence has words that show a relay, or a hearer away from the cue."""
        if n not in self.signed:
            a, b = self.t.sentences[n]
            lows = self.t.lows[a:b]
            there = not self.words.signs.isdisjoint(lows)
            self.signed[n] = there or self.words.mentioned(self.t.words[a:b], lows)
        return self.signed[n]

    def _check_hearer(self, f: Found) -> None:
        """A hearer is not the speaker, and no part of a content that begins with it."""
        assert f.addressee is not None
        told = self.hearers.checked(f.addressee)
        doubtful = (
            self._cue_is(f, "OF_THINGS_TOO") and told and not self.hearers.hears(*self.hearers.range(told))
        )
        f.addressee = None if doubtful or (told and f.source and meet(told, f.source)) else told
        start, end = f.content[0]
        if f.addressee and f.addressee[0] < start < f.addressee[1] < end:
            following = bisect_right(self.t.starts, f.addressee[1] - 1)
            if following < len(self.t.starts) and self.t.starts[following] < end:
                f.content[0] = (self.t.starts[following], end)

    def _somebody(self, f: Found) -> Place | None:
        """The hearer, where it is not the speaker, nor a thing that is encouraged."""
        if f.addressee is None or (f.source and meet(f.addressee, f.source)):
            return None
        thing = self._cue_is(f, "OF_THINGS_TOO")
        return None if thing and not self.hearers.hears(*self.hearers.range(f.addressee)) else f.addressee

    def nest(self) -> None:
        """What stands within an outlet's report came through that outlet."""
        for n, group in self.touching.items():
            outer = [g for g in group if g.cue and g.act == "said" and self._reports(g)]
            for f in group if outer else ():
                if f.cue is None or f.source is None or f.act != "said" or self.sentences.of(f) != n:
                    continue
                for g in outer:
                    if f is not g and g.source and within(f.cue, g.content) and within(f.source, g.content):
                        self._settle(f, [*f.via, self._outlet(g.source) or g.source, *g.via])

    def _reports(self, f: Found) -> bool:
        if f.source is None:
            return False
        return self.words.outlet(self.t.words, *self.hearers.range(f.source), sure=True) is not None

    # -- where to look

    def _runs(self, f: Found, near: Sequence[Found], sentence: Range) -> list[Range]:
        """The stretches of the sentence that attribute this statement: outside its words, and no other's."""
        a, b = sentence
        free = [True] * (b - a)
        for g in near:
            if g is not f and f.cue and within(f.cue, g.content):
                inside = [False] * (b - a)
                self._mark(inside, g, a, True)
                free = [x and y for x, y in zip(free, inside, strict=True)]
            else:
                self._mark(free, g, a, False)
        others = [g.cue for g in near if g is not f and g.cue]
        runs: list[Range] = []
        k = 0
        while True in free[k:]:
            lo = free.index(True, k)
            k = free.index(False, lo) if False in free[lo:] else b - a
            runs.append((a + lo, a + k))
        return [r for r in runs if self._owns(f, r, others)]

    def _mark(self, free: list[bool], g: Found, a: int, value: bool) -> None:
        """Set what stands for the tokens of a statement's words, in a sentence from token a."""
        for span in g.content:
            i, j = self.hearers.range(span)
            i, j = max(i - a, 0), min(j - a, len(free))
            if i < j:
                free[i:j] = [value] * (j - i)

    def _owns(self, f: Found, run: Range, others: Sequence[Place]) -> bool:
        start, end = self.t.starts[run[0]], self.t.ends[run[1] - 1]
        own = f.cue or f.source
        if own and start <= own[0] < end:
            return True
        return not any(start <= cue[0] < end for cue in others)

    def _cut(self, f: Found, a: int, b: int) -> None:
        """ "Berg, quoted by BNA": the relay is no part of who said it."""
        assert f.source is not None
        i, j = self.hearers.range(f.source)
        for k in range(i + 1, j):
            low = self.t.lows[k]
            by = k + 1 < j and self.t.lows[k + 1] in ("by", "as") and low in self.words["RELAYED"]
            within = k + 2 < j and low in ("in", "during") and self.t.lows[k + 2] in self.words["WITH_HEARER"]
            within = within or (low == "originally" and k + 1 < j)
            if by or within or (low in self.words["CITING"] and k > i):
                end = k
                while end > i and (
                    self.t.words[end - 1] in _SIGNS or self.t.lows[end - 1] in ("as", "was", "who")
                ):
                    end -= 1
                if end > i:
                    f.source = (f.source[0], self.t.ends[end - 1])
                return

    # -- what shows a relay

    def _relays(self, f: Found, k: int, run: Range) -> list[Place]:
        """The relays that the word at token k announces."""
        low = self.t.lows[k]
        if low in self.words["RELAYED"] or low in self.words["RELAYED_BY_OUTLET"]:
            return self._passive(k, run)
        if low in _MEDIA:
            return self._medium(k, run) if self._adjacent(f, k, run) else []
        if low in ("with", "to"):
            return self._with(f, k, run)
        if low == "according":
            return self._according(f, k, run)
        return self._language(k, run) if low in self.words["TRANSLATED"] else []

    def _passive(self, k: int, run: Range) -> list[Place]:
        """ "quoted by BNA", "in a letter obtained by the Post", "was quoted as saying by BNA"."""
        at = k + 1
        while at < min(run[1], k + 5) and (
            self.t.lows[at] in self.words["BETWEEN_RELAYED"] or self.t.lows[at] in self.lex["TIME_WORDS"]
        ):
            at += 1
        if at + 1 >= run[1] or self.t.lows[at] != "by":
            return []
        phrase = self.hearers.phrase(at + 1, run[1])
        if phrase is None:
            return []
        if self.t.lows[k] in self.words["RELAYED"]:
            return [self.hearers.span(phrase)]
        outlet = self.words.outlet(self.t.words, *phrase)
        return [self.hearers.span(outlet)] if outlet else []

    def _adjacent(self, f: Found, k: int, run: Range) -> bool:
        """Whether no other verb stands between token k and the cue."""
        i, j = self.hearers.range(f.cue or f.source or (0, 0))
        between = range(j, k) if k >= j else range(k + 1, i)
        if k < i and "ing" not in self._forms(j - 1):  # "chimed in on Telegram, saying" is one's own doing
            between = range(run[0], i)
        return not any(self._verb(n) for n in between if not within(self._place(n), f.content))

    def _forms(self, n: int) -> frozenset[str]:
        verb = self.lex.verbs.get(self.t.lows[n])
        return verb.forms if verb else frozenset()

    def _verb(self, n: int) -> bool:
        low = self.t.lows[n]
        if self.t.words[n][0].isupper() or low not in self.lex["VERBAL"]:
            return (
                low.endswith("ed")
                and self.t.words[n].islower()
                and self.t.lows[n - 1] not in self.lex["DETERMINERS"]
            )
        verb = self.lex.verbs.get(low)
        noun = verb is not None and verb.forms <= {"base", "s"}
        return not noun and low not in self.words["RELAYED_BY_OUTLET"] | self.words["RELAYED"]

    def _place(self, n: int) -> Place:
        return (self.t.starts[n], self.t.ends[n])

    def _medium(self, k: int, run: Range) -> list[Place]:
        """ "on Telegram", "in her Telegram channel", "in an op-ed in the Post", "through a lawyer"."""
        t, low = self.t, self.t.lows[k]
        at = k + 1
        while at < min(run[1], k + 4) and (
            t.lows[at] in self.lex["DETERMINERS"]
            or (t.words[at][0].islower() and t.lows[at] not in self.lex["CLOSED"])
        ):
            at += 1
        if at >= run[1]:
            return []
        if low in ("on", "in", "via", "over", "through", "from"):
            platform = self.words.platform(t.words, at, run[1])
            if platform and (
                low != "in" or any(w in self.words["PLATFORM_NOUNS"] for w in t.lows[at : at + 4])
            ):
                return [self.hearers.span(platform)]
        if low in ("via", "through"):
            return self._through(k, run)
        written = k > run[0] and any(w in self.words["IN_OUTLET"] for w in t.lows[max(run[0], k - 2) : k])
        spoken = low == "on" and t.words[k + 1] != QUOTE
        if not (written or spoken) or low not in ("on", "in", "for", "by"):
            return []
        phrase = self.hearers.phrase(k + 1, run[1])
        outlet = self.words.outlet(t.words, *phrase) if phrase else None
        possessive = outlet and t.words[outlet[1] - 1].endswith(("'s", "’s"))
        if possessive and outlet and outlet[1] < run[1] and t.words[outlet[1]][0].islower():
            return []  # "on CNN's questions"
        bare = outlet and outlet[1] - outlet[0] == 1 and t.words[outlet[0]][0].islower()  # "on television"
        return [self.hearers.span(outlet)] if outlet and outlet[0] - k < 4 and not bare else []

    def _through(self, k: int, run: Range) -> list[Place]:
        phrase = self.hearers.phrase(k + 1, run[1])
        if phrase is None or phrase[1] - phrase[0] > 6:
            return []
        person = any(low in self.words["THROUGH"] for low in self.t.lows[slice(*phrase)])
        outlet = self.words.outlet(self.t.words, *phrase)
        return [self.hearers.span(phrase)] if person else [self.hearers.span(outlet)] if outlet else []

    def _with(self, f: Found, k: int, run: Range) -> list[Place]:
        """ "in an interview with the Post", "in a statement to CNN", "speaking to the BBC"."""
        phrase = self.hearers.beside(f, k, run)
        if phrase is None:
            return []
        if f.addressee is None:
            f.addressee = self.hearers.span(phrase)
        told = self._told(f, self.hearers.span(phrase))
        return [told] if told else []

    def _told(self, f: Found, hearer: Place) -> Place | None:
        """The outlet that was told; one that is asked for something passes nothing on."""
        return None if self._cue_is(f, "ASKING") else self._outlet(hearer)

    def _cue_is(self, f: Found, name: str) -> bool:
        """Whether a cue has a verb of a class."""
        i, j = self.hearers.range(f.cue) if f.cue else (0, 0)
        verbs = (self.lex.verbs.get(low) for low in self.t.lows[i:j])
        return any(verb and verb.lemma in self.words[name] for verb in verbs)

    def _according(self, f: Found, k: int, run: Range) -> list[Place]:
        """ "Berg said, according to the Post": whoever stands there passed it on."""
        if f.cue is None or f.source is None or f.cue[0] <= self.t.starts[k] < f.cue[1]:
            return []
        if k + 2 >= run[1] or self.t.lows[k + 1] != "to":
            return []
        phrase = self.clauses.source_right(k + 2, run[1])
        if phrase is None:
            return []
        span = self.hearers.span(phrase)
        outlet = self.words.outlet(self.t.words, *phrase)
        return [] if meet(span, f.source) else [self.hearers.span(outlet)] if outlet else []

    def _language(self, k: int, run: Range) -> list[Place]:
        """ "originally in Russian", "translated from Russian"."""
        for at in range(k + 1, min(k + 4, run[1] - 1)):
            if self.t.lows[at] in ("in", "from") and self.t.lows[at + 1] in self.words["LANGUAGES"]:
                return [self.hearers.span((k, at + 2))]
        return []

    # -- results

    def _outlet(self, span: Place) -> Place | None:
        outlet = self.words.outlet(self.t.words, *self.hearers.range(span))
        return self.hearers.span(outlet) if outlet else None

    def _settle(self, f: Found, named: Sequence[Place]) -> None:
        """Each relay once, neither the speaker nor the page's own outlet nor the words themselves."""
        via: list[Place] = []
        for span in [*named, *f.via]:
            taken = any(meet(span, other) for other in via) or (f.source and meet(span, f.source))
            if not taken and not within(span, f.content) and not self._owned(span):
                via.append(span)
        f.via = via

    def _owned(self, span: Place) -> bool:
        name = self.t.text[slice(*span)].lower().removeprefix("the ")
        return bool(self.own) and (name == self.own or name in ("this newspaper", "this paper"))


@cache
def _gate(language: str) -> frozenset[str]:
    """Words that announce a relay or somebody who hears."""
    w = relays(language)
    return w["RELAYED"] | w["RELAYED_BY_OUTLET"] | w["TRANSLATED"] | _MEDIA | {"with", "to", "according"}
