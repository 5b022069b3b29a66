"""A headline relays words without marks: "No talks planned — Kremlin", "Berg: we will not leave".

Where an outlet stands in the place of the source ("— newspaper", "— BNA"), it passed the words on, and who
said them is not known: it is a relay, and the statement has no speaker.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.find.found import Found
from onrecord.find.lexicon import Lexicon
from onrecord.find.relays import Relays, relays
from onrecord.model import Span

_DASH_END = re.compile(r"(?:\s[—–-]{1,2}\s|\s?—\s?)(?P<source>[^—–:\"“”!?]{2,80})$")
_COLON = re.compile(r"(?P<source>[^—–:\"“”.!?,]{2,50}):\s+(?=\S)")
_SAYS_END = re.compile(r",\s(?P<cue>[a-z]{3,12})\s(?P<source>[^,:\"“”!?]{2,60})$")
_BELIEVES_END = re.compile(r",\s(?P<source>[^,:\"“”!?]{2,60}?)\s(?P<cue>[a-z]{3,12})$")
_WORD = re.compile(r"[^\W_]+(?:[-'’.&/][^\W_]+)*['’]?")
_ADJUNCTS = frozenset("on at in after before during about amid over following ahead as via citing".split())
_WITHIN = frozenset("of for from with".split())
_LONGEST = 8  # words


class Source(NamedTuple):
    """What stands in the place of a headline's source, in code points.

    Attributes:
        span: who said it, or the outlet that passed it on.
        relay: whether it is an outlet.
        addressee: to whom ("Berg to CNN"), or None.
    """

    span: tuple[int, int]
    relay: bool
    addressee: tuple[int, int] | None = None


def headline(text: str, span: Span, lexicon: Lexicon) -> Found | None:
    """The statement that a headline relays, or None."""
    end = span.end
    while end > span.start and text[end - 1] in ".*_ ":
        end -= 1
    read = _Headline(text, (span.start, end), lexicon)
    m = _DASH_END.search(text, span.start, end)
    if m and len(text[span.start : m.start()].split()) >= 3:
        source = read.source(*m.span("source"))
        if source:
            at = m.start() + len(text[m.start() :]) - len(text[m.start() :].lstrip())
            cue = (at, m.start("source"))
            while text[cue[1] - 1].isspace():
                cue = (cue[0], cue[1] - 1)
            return _found((span.start, m.start()), cue, source, "headline:dash")
    for pattern in (_SAYS_END, _BELIEVES_END):
        m = pattern.search(text, span.start, end)
        if m and read.says(m["cue"]):
            source = read.source(*m.span("source"))
            if source:
                return _found((span.start, m.start()), m.span("cue"), source, "headline:says")
    m = _COLON.match(text, span.start, end)
    if m and len(text[m.end() : end].split()) >= 3:
        source = read.source(*m.span("source"), strict=True)
        if source:
            cue = (m.end("source"), m.end("source") + 1)
            return _found((m.end(), end), cue, source, "headline:colon")
    return None


def _found(content: tuple[int, int], cue: tuple[int, int], source: Source, rule: str) -> Found:
    if source.relay:
        return Found([content], cue, None, rule, via=[source.span])
    return Found([content], cue, source.span, rule, addressee=source.addressee)


class _Headline:
    """Judges the phrases of one headline."""

    def __init__(self, text: str, span: tuple[int, int], lexicon: Lexicon) -> None:
        self.text = text
        self.lex = lexicon
        self.words: Relays = relays(lexicon.code)
        longer = [m[0] for m in _WORD.finditer(text, *span) if len(m[0]) > 3]
        self.capitals = sum(w[0].isupper() for w in longer) > 0.8 * len(longer) and len(longer) > 3

    def says(self, cue: str) -> bool:
        """Whether a word is a verb that reports, in the form that a headline has."""
        verb = self.lex.verbs.get(cue)
        return (
            verb is not None
            and verb.clause
            and (cue in self.lex["PLAIN_S"] or "s" in verb.forms or cue in ("say", "said", "show"))
        )

    def source(self, start: int, end: int, strict: bool = False) -> Source | None:
        """Whom a short phrase names: a person, a body, a document or an outlet; None for anything else.

        Args:
            strict: whether nothing may stand beside the source, as before a colon, where topics stand too.
        """
        found = list(_WORD.finditer(self.text, start, end))
        if not found or len(found) > _LONGEST or self.text[start:end].strip()[:1] in "'‘(":
            return None
        words = [m[0] for m in found]
        lows = [w.lower() for w in words]
        outlet = self.words.outlet(words, 0, len(words))
        if outlet and self._whole(words, outlet):
            return Source((found[0].start(), found[-1].end()), True)
        stop = next((k for k in range(1, len(words)) if lows[k] in _ADJUNCTS), len(words))
        addressee = None
        to = next((k for k in range(1, stop) if lows[k] == "to"), None)
        if to is not None and to + 1 < stop and not any(low in self.words["POSTED_TO"] for low in lows[:to]):
            addressee = (found[to + 1].start(), found[stop - 1].end())
            stop = to
        if (strict and stop < len(words)) or not self._names(words[:stop], lows[:stop], strict):
            return None
        return Source((found[0].start(), found[stop - 1].end()), False, addressee)

    def _whole(self, words: list[str], outlet: tuple[int, int]) -> bool:
        """Whether nothing but what describes it stands beside an outlet ("Russian daily Izvestia")."""
        rest = [*words[: outlet[0]], *words[outlet[1] :]]
        if rest and words[outlet[0]].lower() in self.words["OUTLETS_IN_PLACE"]:
            return False
        roles = self.words["ROLES"] - self.words["OUTLET_NOUNS"]
        return not any(w.lower() in roles or w.lower() in _ADJUNCTS or w.lower() == "to" for w in rest)

    def _names(self, words: list[str], lows: list[str], strict: bool) -> bool:
        """Whether a phrase without its adjuncts is somebody or something that says."""
        lex = self.lex
        if lows[0] in lex["DETERMINERS"] and lows[0] != "the":
            return False
        verbs = lex["AUXILIARIES"] | lex["VERBS"]
        if any(low in verbs and word.islower() for word, low in zip(words, lows, strict=True)):
            return False
        opens = (lex["CLOSED"] - lex["ADVERBS"]) | lex["SUBORDINATORS"]
        if lows[0] in lex["PREPOSITIONS"] or (lows[0] in opens and words[0].islower()):
            return False
        if not lex["TIME_WORDS"].isdisjoint((lows[0], lows[-1])):
            return False
        topics = (lex["TOPICS"] | self.words["NO_SOURCES"]) - lex["PREPOSITIONS"]
        if not topics.isdisjoint(lows) and (strict or not self._role(lows[-1])):
            return False
        head = next((k for k in range(1, len(lows)) if lows[k] in _WITHIN or lows[k] == "to"), len(lows)) - 1
        if self._role(lows[head]):
            return not any(w[0].isdigit() for w in words)
        if lows[0] in lex["BODIES"] and (len(lows) == 1 or lows[1] in lex["PREPOSITIONS"]):
            return True
        titled = head > 0 and words[head][0].isupper() and self._titled(words, lows, head)
        return titled or self._proper(words, lows)

    def _titled(self, words: list[str], lows: list[str], head: int) -> bool:
        """A role, then a name: "first deputy minister Ruta Salm"."""
        at = head
        while (
            at > 0
            and (words[at][0].isupper() or lows[at] in self.words["PARTICLES"])
            and not self._role(lows[at])
        ):
            at -= 1
        return at < head and self._role(lows[at]) and not any(w[0].isdigit() for w in words)

    def _role(self, low: str) -> bool:
        low = low.removesuffix("'s").removesuffix("’s")
        part = low.rsplit("-", 1)[-1]
        return (
            low in self.lex["BODIES"]
            or low in self.words["ROLES"]
            or (part in self.words["ROLES"] and len(part) < len(low))
            or (len(low) > 5 and low.endswith(tuple(self.words["PERSON_ENDINGS"])))
        )

    def _proper(self, words: list[str], lows: list[str]) -> bool:
        """A name: capitals, with nothing but particles between."""
        if not words[0][0].isupper() and lows[0] not in self.words["PARTICLES"]:
            return False
        named = all(
            w[0].isupper() or low in self.words["PARTICLES"] for w, low in zip(words, lows, strict=True)
        )
        if not named or not words[-1][0].isupper() or len(words) > 5:
            return False
        common = self.lex["CLOSED"] | self.lex["SUBORDINATORS"] | self.lex["VERBS"]
        return not (self.capitals and (len(words) > 3 or any(low in common for low in lows)))
