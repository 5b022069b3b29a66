"""A transcript's label is the figure whose surname or office it prints; who asks has no name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches

from onrecord.link.figures.cast import Cast, Draft
from onrecord.link.figures.mentions import Printed
from onrecord.link.figures.words import Words, folded

_WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")
_STRICT = frozenset("mr mrs ms miss dr".split())
_DOMINANT = 3


class Labels:
    """Resolves the labels of one text, each printed form once."""

    def __init__(self, cast: Cast, words: Words | None, titled: Sequence[tuple[Draft, str]]) -> None:
        self.cast, self.words = cast, words
        self.titled = titled  # who stands in a title of the text, and with which role there
        self._known: dict[str, tuple[Draft | None, str]] = {}
        self.own: dict[str, Draft] = {}  # who says in a turn "I'm Ada Berg", by the turn's label

    def resolve(self, label: str) -> tuple[Draft | None, str]:
        """The figure of a label and the evidence; ("", None) where it names nobody."""
        key = " ".join(label.split())
        if key not in self._known:
            self._known[key] = self._resolve(key)
        return self._known[key]

    def _resolve(self, label: str) -> tuple[Draft | None, str]:
        found = [w.strip(".") for w in _WORD.findall(label)]
        lows = [self._mended(folded(w)) for w in found]
        if not lows:
            return None, ""
        if self.words is None:
            return self._exact(label, found, lows)
        office = self.words.offices.get(" ".join(lows))
        own = self.own.get(label)
        if own and (office or lows[-1] in own.lows):
            return own, "label: says the name in a turn"
        if office:
            return self._office(office)
        at = self._titles(lows)
        if (
            at >= len(lows)
            or set(lows[at:]) & self.words.nameless
            or lows[-1] in ("official", "member", "one", "two")
        ):
            return None, ""
        return self._named(found, lows, at)

    def _mended(self, low: str) -> str:
        """A slip in a long title ("SECREATRY") as the title that it must be."""
        if self.words is None or len(low) < 8 or low in self.words.roles or self.cast.knows(low):
            return low
        return next(iter(get_close_matches(low, self.words.roles, 1, 0.88)), low)

    def _titles(self, lows: list[str]) -> int:
        """Past the titles that a label begins with."""
        assert self.words is not None
        w = self.words
        if lows[0] in _STRICT:
            return 1
        at = 0
        while at < len(lows) and (
            len(lows[at]) == 1
            or lows[at] in w.roles
            or lows[at] in w.courtesy
            or lows[at] in w.short
            or lows[at] in w.portfolios
            or lows[at] == "the"
        ):
            at += 1
        if at == len(lows) - 2 and lows[at] in w.body_words:
            at += 1  # a slip for the office: "ADMINISTRATION BERG"
        if at == len(lows) > 1 and lows[-1] not in w.roles and lows[-2] in w.roles:
            return at - 1
        if at < len(lows) - 1 and lows[at] in ("of", "for"):
            return len(lows)  # "DIRECTOR OF THE BUREAU": an office that names nobody
        return at

    def _named(self, found: list[str], lows: list[str], at: int) -> tuple[Draft | None, str]:
        assert self.words is not None
        w = self.words
        titles = tuple(w.short.get(low, low) for low in lows[:at])
        gender = next((w.courtesy[t] for t in lows[:at] if w.courtesy.get(t)), "")
        gender = gender or next((w.gender[t] for t in titles if t in w.gender), "")
        tokens, role = tuple(found[at:]), " ".join(found[:at])
        p = Printed(0, 0, 0, tokens, tuple(lows[at:]), "", titles, role, gender, "person", True, False)
        if len(p.lows) > 1 and (whole := self.cast.of_full(p)):
            return whole, "label: full name"
        bearers = [d for d in self.cast.bearers(p) if not self.cast.conflicts(d, p)]
        full = [d for d in bearers if len(d.lows) > len(p.lows)] or bearers
        if len(full) > 1:
            full = self._likeliest(full, titles)
        if len(full) == 1:
            draft = full[0]
            if gender and not draft.gender:
                draft.gender = gender
            titled = any(draft is d for d, _ in self.titled)
            if len(draft.lows) <= len(p.lows):
                return draft, "label: surname alone"
            return (
                draft,
                "label: surname; full name in the title" if titled else "label: surname of a full name",
            )
        if full:
            return None, ""
        return self.cast.named_alone(p), "label: surname alone"

    def _likeliest(self, bearers: list[Draft], titles: tuple[str, ...]) -> list[Draft]:
        """The one of several that holds the label's office, stands in a title, or is printed far oftener."""
        held = [d for d in bearers if d.offices.intersection(titles)]
        if len(held) == 1:
            return held
        titled = [d for d in bearers if any(d is one for one, _ in self.titled)]
        if len(titled) == 1:
            return titled
        order = sorted(bearers, key=lambda d: -len(d.full))
        if len(order[0].full) >= _DOMINANT * len(order[1].full):
            return order[:1]
        return bearers

    def _office(self, office: str) -> tuple[Draft | None, str]:
        """Who holds an office: the one of the title, else the only one whom the text calls by it alone."""
        titled = {id(d): d for d, role in self.titled if _holds(role, office)}
        if len(titled) == 1:
            return next(iter(titled.values())), "label: office; named in the title"
        held = [
            d
            for d in self.cast.people
            if any(_holds(role, office) and len(role.split()) == len(office.split()) for role in d.roles)
        ]
        if titled:
            held = [d for d in held if id(d) in titled]
        order = sorted(held, key=lambda d: -sum(d.forms.values()))
        if order and (
            len(order) == 1 or sum(order[0].forms.values()) >= _DOMINANT * sum(order[1].forms.values())
        ):
            return order[0], "label: office; the only one so called"
        return None, ""

    def _exact(self, label: str, found: list[str], lows: list[str]) -> tuple[Draft | None, str]:
        """Without a language's words: a label of two to four capitalised words is a full name."""
        if not 2 <= len(found) <= 4 or not all(w[0].isupper() for w in found):
            return None, ""
        p = Printed(0, 0, 0, tuple(found), tuple(lows), "", (), "", "", "person", True, False)
        return self.cast.of_full(p) or self.cast.named_alone(p), "label: full name"


def _holds(role: str, office: str) -> bool:
    """Whether a printed role is an office: "US President" is "president", "Vice President" is not."""
    low = " ".join(role.lower().split())
    if not (low == office or low.endswith(f" {office}") or low.startswith(f"{office} of ")):
        return False
    before = low[: low.find(office)].split()
    return not {"vice", "former", "deputy", "ex", "then", "principal", "assistant"}.intersection(before)
