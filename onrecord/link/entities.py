"""A figure joins an entity only if its name is one of its names and differs from none; doubt joins none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from onrecord.link import names, roles
from onrecord.model import Figure, digest

CLEARLY = 5  # times as many documents must show one bearer of a family name in a role as the next
NEW = 0.9  # the score of the first mention of an entity
MOST = 40  # candidates that are compared with one figure; a family name with more is told by roles alone


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an entity.

    Attributes:
        entity: its number in the record.
        names: every full form of its name.
        roles: its offices.
        shown: for each of them, how many documents show it.
    """

    entity: int
    names: tuple[str, ...]
    roles: tuple[str, ...]
    shown: tuple[int, ...] = ()


class Lookup(Protocol):
    """What the resolver asks of a record: entities of a kind by a name's one spelling or by a key of it."""

    def same(self, normal: str, kind: str) -> Sequence[Known]: ...

    def near(self, key: str, kind: str) -> Sequence[Known]: ...


@dataclass(frozen=True, slots=True)
class Doubt:
    """A pair that only a person can decide: an entity, how likely it is the figure (0 to 1), and why."""

    entity: int
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of a figure.

    Attributes:
        entity: the entity it joins, or None.
        new: whether it becomes an entity of its own; where it does not join one either, it stays unlinked.
        score: between 0 and 1.
        evidence: why, in words.
        doubts: entities that it may be, for a person to decide.
    """

    entity: int | None
    new: bool
    score: float
    evidence: str
    doubts: tuple[Doubt, ...] = ()


def entity_id(kind: str, name: str, number: int) -> str:
    """The id of the entity that is the `number`th, from 0, to have this name: the same in every rebuild."""
    return digest(f"{kind}\0{names.normal(name, kind)}\0{number}".encode("utf-8", "surrogatepass"))[:16]


def whole(figure: Figure) -> bool:
    """Whether the figure's name is enough to tell whom it denotes outside its document."""
    return figure.name is not None and full(figure.name, figure.kind)


def full(name: str, kind: str) -> bool:
    """Whether a name is enough by itself: a person's has two words, a body's says which body it is."""
    if kind == "body":
        return not roles.generic(name)
    return kind == "person" and len(name.split()) > 1


def resolved(figure: Figure, lookup: Lookup, before: int | None = None) -> Decision:
    """Which entity a figure with a name is.

    Args:
        figure: a figure with a name.
        lookup: the record's entities.
        before: the entity that the figure was joined to before, which stays where several fit as well.

    A full name joins the one entity whose names all agree with it, unless roles tell the two apart. A family
    name alone joins the one entity that has it and whose role is printed beside it. What agrees with several
    entities, or agrees only perhaps, joins none.
    """
    assert figure.name is not None
    if not whole(figure):
        return _short(figure, lookup)
    exact = lookup.same(names.normal(figure.name, figure.kind), figure.kind)
    fitting = [known for known in exact if not roles.apart(figure.roles, known.roles)]
    strangers = [known for known in exact if known not in fitting]
    if fitting:
        return _chosen(figure, fitting, (0.95, "the same name"), before)
    doubts = [
        Doubt(known.entity, 0.4, f"the same name, but {_role(figure.roles)} and {_role(known.roles)}")
        for known in strangers
    ]
    same: list[Known] = []
    score, reason = 0.0, ""
    for known in _candidates(figure, lookup, exact):
        verdict, likely, why = _compared(figure, known)
        if verdict == "same" and not roles.apart(figure.roles, known.roles):
            same.append(known)
            if likely > score:
                score, reason = likely, why
        elif verdict != "different":
            doubts.append(Doubt(known.entity, likely, why))
    if same:
        return _chosen(figure, same, (score, reason), before)
    return Decision(None, True, NEW, "the first of this name", tuple(doubts))


def _role(found: Sequence[str]) -> str:
    return repr(found[0]) if found else "no role"


def _candidates(figure: Figure, lookup: Lookup, without: Sequence[Known]) -> list[Known]:
    assert figure.name is not None
    seen = {known.entity for known in without}
    found: list[Known] = []
    for key in names.keys(figure.name, figure.kind):
        for known in lookup.near(key, figure.kind):
            if known.entity not in seen:
                seen.add(known.entity)
                found.append(known)
    return found[:MOST]


def _compared(figure: Figure, known: Known) -> tuple[str, float, str]:
    """The verdict on a figure and an entity: no name of it may differ, and one must be the same."""
    assert figure.name is not None
    found = [names.compare(figure.name, name, figure.kind) for name in known.names]
    for one in found:
        if one.verdict == "different":
            return "different", 0.0, one.reason
    same = [one for one in found if one.verdict == "same"]
    best = max(same or found, key=lambda one: one.score)
    return best.verdict, min(one.score for one in found) if same else best.score, best.reason


def _chosen(figure: Figure, fitting: Sequence[Known], how: tuple[float, str], before: int | None) -> Decision:
    """The one that fits; of several, the one whose role agrees, or the one it was before, or none."""
    score, why = how
    if len(fitting) == 1:
        known = fitting[0]
        role = roles.shared(figure.roles, known.roles)
        evidence = f"{why}, and {role!r} as before" if role else why
        return Decision(known.entity, False, max(score, 0.98) if role else score, evidence)
    agreeing = [known for known in fitting if roles.shared(figure.roles, known.roles)]
    if len(agreeing) == 1:
        role = roles.shared(figure.roles, agreeing[0].roles)
        return Decision(agreeing[0].entity, False, min(score, 0.9), f"{why}, and {role!r} as before")
    if before is not None and before in [known.entity for known in agreeing or fitting]:
        return Decision(before, False, min(score, 0.8), f"{why}, as linked before there were others of it")
    doubts = tuple(Doubt(k.entity, 0.5, f"{why}, which {len(fitting)} entities have") for k in fitting)
    return Decision(None, False, 0.0, f"{why}, which {len(fitting)} entities have", doubts)


def _short(figure: Figure, lookup: Lookup) -> Decision:
    """A name that fits many: an entity that was given this very form, or one with its role beside it."""
    assert figure.name is not None
    exact = lookup.same(names.normal(figure.name, figure.kind), figure.kind)
    if len(exact) == 1:
        return Decision(exact[0].entity, False, 0.9, "a form of its name")
    near = [] if figure.kind != "person" else _candidates(figure, lookup, ())
    bearers = [known for known in near if _compared(figure, known)[0] != "different"]
    weights = [(_weight(figure.roles, known), known) for known in bearers]
    agreeing = sorted(((w, known) for w, known in weights if w), key=lambda pair: pair[0])
    if len(agreeing) == 1 or (len(agreeing) > 1 and agreeing[-1][0] >= CLEARLY * agreeing[-2][0]):
        known = agreeing[-1][1]
        score = 0.85 if len(agreeing) == 1 else 0.75
        role = roles.shared(figure.roles, known.roles)
        return Decision(known.entity, False, score, f"family name, and {role!r} as before")
    doubts = tuple(Doubt(known.entity, 0.5, "family name only") for known in bearers[:3])
    return Decision(None, False, 0.0, "a name that fits many", doubts)


def _weight(printed: Sequence[str], known: Known) -> int:
    """How many documents show an entity in an office that is printed here too; 0 for none."""
    shown = known.shown or (1,) * len(known.roles)
    same = [n for role, n in zip(known.roles, shown, strict=True) if roles.shared(printed, (role,))]
    return max(1, sum(same)) if same else 0
