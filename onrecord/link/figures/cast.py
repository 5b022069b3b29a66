"""A short name belongs to a figure only where no other figure of the text can as well bear it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.link import names
from onrecord.link.figures.mentions import Printed
from onrecord.link.figures.roles import role_head
from onrecord.link.figures.scan import PARTICLES
from onrecord.link.figures.words import Words, folded
from onrecord.model import FigureKind, Mention, Span

_CLEAR = 3  # times as often printed: then a bare surname is that figure's


@dataclass(slots=True, eq=False)
class Draft:
    """A figure while its text is being read.

    Attributes:
        lows: the words of the fullest name, folded; empty where no name is printed.
        forms: every printed form of the name with how often it stands.
        gender: "m", "f" or "".
        roles: as printed; `offices` are the words in them that name a role, `states` the states they name.
        full: spans at which the whole name stands.
    """

    kind: FigureKind
    name: str | None
    lows: tuple[str, ...] = ()
    suffix: str = ""
    forms: Counter[str] = field(default_factory=Counter)
    gender: str = ""
    roles: dict[str, None] = field(default_factory=dict)
    offices: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    described: set[str] = field(default_factory=set)
    age: int | None = None
    sure: bool = False
    full: list[int] = field(default_factory=list)
    owns: bool = False
    titled: int = 0
    mentions: dict[Span, str] = field(default_factory=dict)
    members: tuple[Draft, ...] = ()

    def add_role(self, role: str, words: Words) -> None:
        """Take a role as printed ("Kazakh President", "mayor of Westbay")."""
        role = " ".join(role.replace("*", " ").replace("\\", " ").split()).strip(" ,")
        if not role or (role in self.roles and self.gender):
            return  # it shows nothing new
        self.roles.setdefault(role)
        lows = [w.strip(".,'’").removesuffix("'s").removesuffix("’s") for w in role.lower().split()]
        cut = next((k for k, w in enumerate(lows) if k and w in words.prepositions), len(lows))
        own = [low for low, w in zip(lows[:cut], role.split(), strict=False) if "'" not in w and "’" not in w]
        self.offices.update(w for w in own if w in words.roles)
        self.offices.update(words.short[w] for w in own if w in words.short)
        if "first lady" in role.lower() or "second gentleman" in role.lower():
            self.offices.add("consort")
        self.described.update(lows)
        for one, two in zip(lows, [*lows[1:], ""], strict=True):
            for state in (words.states.get(one), words.states.get(f"{one} {two}")):
                if state:
                    self.states.add(state)
        head = role_head(role, words)
        if head in words.gender and not self.gender:
            self.gender = words.gender[head]

    def weight(self) -> int:
        """How often the figure is printed by name, as far as is known yet."""
        return max(sum(self.forms.values()), len(self.full) + self.titled)

    def mention(self, span: Span, evidence: str) -> Draft:
        """Note that a span denotes this figure."""
        self.mentions.setdefault(span, evidence)
        return self

    def noted(self) -> tuple[Mention, ...]:
        """The mentions, in order."""
        return tuple(Mention(span, self.mentions[span]) for span in sorted(self.mentions))


class Cast:
    """Every person and body that a text names."""

    def __init__(self, words: Words | None) -> None:
        self.words = words
        self.people: list[Draft] = []
        self.bodies: dict[str, Draft] = {}
        self.groups: dict[str, Draft] = {}
        self._by_word: dict[str, list[Draft]] = {}
        self._by_name: dict[tuple[str, ...], Draft] = {}
        self.surnames: set[str] = set()
        self.transcript = False
        self.addressed: dict[str, str] = {}  # the gender of an office's holder, by the office

    # -- people

    def learn(self, every: Iterable[Printed]) -> None:
        """Take all full names of a text, then join those that are one person's."""
        for p in every:
            if p.kind == "person" and len(p.lows) > 1:
                self.full(p)
        self._join()
        self.surnames = {draft.lows[-1] for draft in self.people}
        for draft in self.people:
            for low in dict.fromkeys(draft.lows):
                self._by_word.setdefault(low, []).append(draft)

    def full(self, p: Printed) -> Draft:
        """The figure of a full name."""
        key = (*p.lows, p.suffix)
        draft = self._by_name.get(key)
        if draft is None:
            draft = Draft("person", _shown(p), p.lows, p.suffix)
            self._by_name[key] = draft
            self.people.append(draft)
        self._note(draft, p)
        draft.full.append(p.start)
        return draft

    def named_alone(self, p: Printed) -> Draft:
        """A new figure of which only a short name is printed."""
        draft = Draft("person", _shown(p), p.lows, p.suffix)
        self.people.append(draft)
        for low in dict.fromkeys(p.lows):
            self._by_word.setdefault(low, []).append(draft)
        self._note(draft, p)
        return draft

    def _note(self, draft: Draft, p: Printed) -> None:
        draft.forms[_shown(p)] += 1
        draft.sure |= p.sure
        if p.gender and not draft.gender:
            draft.gender = p.gender
        if p.role and self.words:
            draft.add_role(p.role, self.words)

    def _join(self) -> None:
        """Full names that differ in initials, middle names or spelling only become one figure."""
        by_last: dict[str, list[Draft]] = {}
        for draft in self.people:
            by_last.setdefault(draft.lows[-1], []).append(draft)
        gone: dict[int, Draft] = {}
        for group in by_last.values():
            kept: list[Draft] = []
            for draft in sorted(group, key=lambda d: (-len(d.lows), -sum(d.forms.values()), d.full[0])):
                same = [other for other in kept if _one_person(other, draft)]
                if len(same) == 1:
                    if self._adorned(same[0], draft):
                        same[0].name, same[0].lows = draft.name, draft.lows
                    elif draft.lows[0] != same[0].lows[0] and len(draft.lows) < len(same[0].lows):
                        draft.gender = ""  # a middle name shows none
                    _merge(same[0], draft)
                    gone[id(draft)] = same[0]
                else:
                    kept.append(draft)
        self.people = [d for d in self.people if id(d) not in gone]
        self._by_name = {key: gone.get(id(d), d) for key, d in self._by_name.items()}

    def _adorned(self, longer: Draft, shorter: Draft) -> bool:
        """Whether the longer form only sets a word before the name ("Crooked Ada Berg")."""
        given = self.words.given if self.words else {}
        ends = longer.lows[-len(shorter.lows) :] == shorter.lows and len(longer.lows) > len(shorter.lows)
        return (
            ends
            and len(longer.full) < len(shorter.full)
            and longer.lows[0] not in given
            and shorter.lows[0] in given
        )

    def of_full(self, p: Printed) -> Draft | None:
        """The figure whose whole name this is."""
        return self._by_name.get((*p.lows, p.suffix))

    def knows(self, low: str) -> bool:
        """Whether a word is part of a person's name here."""
        return low in self._by_word

    def bearers(self, p: Printed) -> list[Draft]:
        """The figures that a short name can mean, the likeliest position of a surname only."""
        last = p.lows[-1]
        ranked: dict[int, list[Draft]] = {}
        for draft in self._by_word.get(last, ()):
            rank = self._rank(draft, p)
            if rank and not (p.gender and draft.gender and p.gender != draft.gender):
                ranked.setdefault(rank, []).append(draft)
        return ranked[max(ranked)] if ranked else []

    def _rank(self, draft: Draft, p: Printed) -> int:
        """3 for a surname, 2 for a name of several that may be one, 1 for a given name, 0 for none."""
        lows, short = draft.lows, p.lows
        if p.suffix and p.suffix != draft.suffix:
            return 0
        if lows[-len(short) :] == short:
            return 3
        if len(short) > 1:
            return 2 if any(lows[k : k + len(short)] == short for k in range(len(lows))) else 0
        given = self.words.given if self.words else {}
        at = lows.index(short[0])
        if at == 0:
            if short[0] not in given:
                return 2 if draft.sure else 0
            return 0 if any(t in ("mr", "mrs", "ms") for t in p.titles) else 1
        return (
            2
            if lows[at - 1] in PARTICLES or (at == len(lows) - 2 and at > 0 and lows[at] not in given)
            else 0
        )

    def conflicts(self, draft: Draft, p: Printed) -> bool:
        """Whether a head of state's title before a surname shows that a bearer of it is not meant."""
        offices = set(p.titles) & self.words.heads if self.words else set()
        if not offices or self.words is None or draft.offices & offices:
            return False
        if draft.offices & (self.words.heads | self.words.kin | {"consort"}):
            return True
        role = "vice president" if "vice" in p.role.lower() else " ".join(p.titles)
        gender = self.addressed.get("prime minister" if role == "minister" else role)
        if gender and draft.gender and gender != draft.gender:
            return True
        return bool(draft.full and not self.transcript and draft.full[0] > p.start)

    def choose(self, bearers: Sequence[Draft], p: Printed, near: Sequence[Draft]) -> Draft | None:
        """The one bearer of a short name that is clearly meant, or None.

        Args:
            near: figures mentioned shortly before, the nearest first.
        """
        if len(bearers) < 2:
            return bearers[0] if bearers else None
        if p.titles:
            held = [d for d in bearers if d.offices.intersection(p.titles)]
            if len(held) == 1:
                return held[0]
            bearers = held or bearers
        owners = [d for d in bearers if d.owns]
        close = list({id(d): d for d in near if d in bearers}.values())
        if len(owners) == 1:
            # Who is printed in full time and again is told apart by it: the bare name is the other's.
            apart = all(len(d.full) > 1 for d in bearers if d is not owners[0])
            return owners[0] if not close or owners[0] in close or apart else None
        counts = sorted(bearers, key=lambda d: -d.weight())
        if counts[0].weight() >= _CLEAR * counts[1].weight():
            return counts[0]
        return close[0] if len(close) == 1 else None

    # -- bodies

    def body(self, name: str) -> Draft:
        """The figure of a body by its printed name."""
        name = " ".join(name.replace("\\_", " ").replace("*", " ").split()).lstrip("[( ")
        name = name.removesuffix("’s").removesuffix("'s") if " " in name else name
        key = folded(name)
        draft = self.bodies.get(key)
        if draft is None:
            draft = self.bodies[key] = Draft("body", name, tuple(key.split()))
        draft.forms[name] += 1
        return draft


def _shown(p: Printed) -> str:
    """A name as one would write it: words in capitals get small letters, a suffix its point."""
    tokens = (
        [_small(t) for t in p.tokens]
        if all(t.isupper() for t in p.tokens) and len(p.tokens[-1]) > 2
        else p.tokens
    )
    suffix = {"": "", "jr": " Jr.", "sr": " Sr."}.get(p.suffix, f" {p.suffix.upper()}")
    return " ".join(tokens) + suffix


def _small(word: str) -> str:
    if "." in word:
        return word
    return "-".join(_capital(part.capitalize()) for part in word.split("-"))


def _capital(part: str) -> str:
    """ "Mcbride" and "O'neill" with the capital that they have in print."""
    if part[:2] in ("O'", "O’", "D'", "D’") or (part.startswith("Mc") and len(part) > 3):
        return part[:2] + part[2:].capitalize()
    return part


def _one_person(one: Draft, other: Draft) -> bool:
    """Whether two full names with the same last word are one person's: `one` is not the shorter."""
    if one.suffix != other.suffix or (one.gender and other.gender and one.gender != other.gender):
        return False
    a, b = one.lows, other.lows
    if a[-len(b) :] == b:
        return True
    if a[0] == b[0]:
        return len(a) == len(b) == 2 or len(b) == 2 or _middle(a[1:-1], b[1:-1])
    if a[0][0] == b[0][0] and (len(a[0].rstrip(".")) == 1 or len(b[0].rstrip(".")) == 1):
        return True
    if a[0][0] != b[0][0]:
        return False  # a nickname with another initial is printed beside the name it stands for, if at all
    return names.compare(" ".join(a), " ".join(b)).verdict == "same"


def _middle(one: Sequence[str], other: Sequence[str]) -> bool:
    return (
        not one
        or not other
        or all(x[0] == y[0] and ("." in x + y or x == y) for x, y in zip(one, other, strict=False))
    )


def _merge(into: Draft, draft: Draft) -> None:
    into.forms.update(draft.forms)
    into.gender = into.gender or draft.gender
    into.roles.update(draft.roles)
    into.offices |= draft.offices
    into.states |= draft.states
    into.described |= draft.described
    into.sure |= draft.sure
    into.full = sorted([*into.full, *draft.full])
