"""Two full names of one person are the same in any spelling; less than two full names is doubtful at most."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from onrecord.link.names import east, given
from onrecord.link.names.likeness import Likeness
from onrecord.link.names.parts import Parts, parts, patronymic
from onrecord.link.names.script import SHOWN, bare, readings, script
from onrecord.link.names.skeleton import skeletons
from onrecord.link.names.tables import pairs
from onrecord.link.names.tokens import Around, Match, marked, match

NOTHING = Likeness("different", 0.0, "nothing to compare")
UNLIKE = Likeness("different", 0.0, "family names differ")
SCORES = {"": 1.0, "spelling": 1.0, "form": 0.97, "script": 0.95, "near": 0.6}
_INITIALS = dict(pairs("initials"))


def _initial_fits(initial: str, token: str) -> bool:
    """Whether one letter can be the first of a token, or of another form of that name."""
    firsts = given.initials(token) if len(token) > 1 else {token}
    for first in firsts:
        first = bare(first)[:1]
        mine, theirs = sorted((bare(initial), first))
        if mine == theirs or theirs in _INITIALS.get(mine, "") or mine in _INITIALS.get(theirs, ""):
            return True
    return False


def _father(token: str) -> set[str]:
    """The father's names that a patronymic can be made from."""
    token = bare(token)
    for end in (
        "ovich",
        "evich",
        "ovych",
        "ovna",
        "evna",
        "ivna",
        "ович",
        "евич",
        "овна",
        "евна",
        "івна",
        "ївна",
        "йович",
        "ьич",
        "ich",
        "ич",
    ):
        if token.endswith(end):
            stem = token[: -len(end)]
            tails = (
                ("", "y", "i", "ei", "a", "ii") if stem.isascii() else ("", "й", "ь", "а", "ий", "о", "ій")
            )
            return {stem + tail for tail in tails if stem}
    return set()


def _around(one: Parts, other: Parts, *, first: bool = False, carried: bool = False) -> Around:
    belarusian = one.belarusian != other.belarusian
    return Around(first, one.arab or other.arab, carried, belarusian, one.ways, other.ways)


def _middle(one: str, other: str, around: Around) -> str:
    """How two middle names agree: "same", "initial" or "different"."""
    if len(one) == 1 or len(other) == 1:
        initial, token = (one, other) if len(one) == 1 else (other, one)
        return "initial" if _initial_fits(initial, token) else "different"
    if match(one, other, around).level != "different":
        return "same"
    if patronymic(one) and patronymic(other):
        pairs = ((a, b) for a in _father(one) for b in _father(other))
        if any((found := given.related(a, b)) and found[0] == "same" for a, b in pairs):
            return "same"
    return "different"


def _middles(one: Parts, other: Parts) -> str:
    """How the names between first and last agree: "", "initial" or why they do not."""
    found = ""
    around = _around(one, other, first=True, carried=True)
    for mine, theirs in zip(one.middle, other.middle, strict=False):
        how = _middle(mine, theirs, around)
        if how == "different":
            both = patronymic(mine) and patronymic(theirs)
            return f"{'patronymics' if both else 'middle names'} {mine} and {theirs} differ"
        if how == "initial":
            found = "initial"
    return found


def _suffixes(one: Parts, other: Parts) -> str:
    """Whether Jr. and Sr. agree: "same", "open" or "different"."""
    if one.suffix == other.suffix:
        return "same"
    if one.suffix and other.suffix:
        return "different"
    longer, shorter = (one, other) if one.suffix else (other, one)
    if longer.suffix not in ("jr", "sr"):
        return "open"
    return "same" if longer.middle and not shorter.middle else "open"


def _word(token: str) -> str:
    return token.title()


def _said(kind: str, how: Match, one: str, other: str) -> str:
    if how.by == "form":
        if how.of in (one, other):
            return f"{kind} {_word(one if how.of == other else other)} is a form of {_word(how.of)}"
        return f"{kind}s {_word(one)} and {_word(other)} are forms of {_word(how.of)}"
    if how.by == "script":
        return f"{kind} {_word(one)} is {_word(other)} in another script"
    if how.by == "near":
        return f"{kind}s {_word(one)} and {_word(other)} are alike, not equal"
    return f"same {kind}" if one == other else f"{kind} {_word(one)} is another spelling of {_word(other)}"


def _alone(one: Parts, other: Parts) -> Likeness:
    """One of the names is a single token."""
    around = _around(one, other, carried=True)
    if not one.family or not other.family:
        return NOTHING
    if one.given or other.given:
        longer, shorter = (one, other) if one.given else (other, one)
        turned = around if longer is one else around.turned()
        found = match(longer.family[0], shorter.family[0], turned)
        if found.level == "different":
            found = match(longer.given, shorter.family[0], turned._replace(first=True))
            if found.level == "different":
                return Likeness("different", 0.1, "family names differ")
            return Likeness("doubtful", 0.4, "only a given name stands on one side")
        return Likeness("doubtful", 0.6 * SCORES[found.by], "only a family name stands on one side")
    regal = one.regal and other.regal
    found = match(one.family[0], other.family[0], around._replace(first=regal))
    if found.level == "different":
        return Likeness("different", 0.0, "names differ")
    if one.suffix != other.suffix and (one.suffix and other.suffix):
        return Likeness("different", 0.1, f"numbers {one.suffix.upper()} and {other.suffix.upper()} differ")
    if regal and one.suffix == other.suffix and found.level == "same":
        return Likeness("same", 0.95, _said("name", found, one.family[0], other.family[0]))
    return Likeness("doubtful", 0.6 * SCORES[found.by], "only one name stands on each side")


def _first(one: Parts, other: Parts, around: Around) -> Match:
    """How the first names agree; an initial that fits is by "initial"."""
    mine, theirs = one.given, other.given
    if len(mine) == 1 or len(theirs) == 1:
        initial, token = (mine, theirs) if len(mine) == 1 else (theirs, mine)
        if script(token) not in ("han", "hangul"):
            return Match("doubtful", "initial") if _initial_fits(initial, token) else Match("different", "")
    found = match(mine, theirs, around)
    part = one.joined != other.joined and len(one.middle) != len(other.middle)
    if found.level == "same" and part and not (one.middle and other.middle):
        return Match("doubtful", "part")
    return found


def _both(one: Parts, other: Parts) -> tuple[Match, Match]:
    """How first names and family names agree; what the one shows helps to read the other."""
    around = _around(one, other)
    if given.foreign(one.given) and given.foreign(other.given):
        around = around._replace(carried=True)
    first = _first(one, other, around._replace(first=True))
    family = match(one.family[0], other.family[0], around)
    carried = around._replace(carried=True)
    if family.level != "same" and first.level == "same" and one.given != other.given:
        family = match(one.family[0], other.family[0], carried)
    shown = one.family != other.family or marked(one.family[0]) or marked(other.family[0])
    if first.by in ("near", "form") and first.level != "same" and family.level == "same" and shown:
        first = _first(one, other, carried._replace(first=True))
    return first, family


def _uncertain(one: Parts, other: Parts, first: Match) -> Likeness | None:
    """What is said where family names do not agree as they stand: one may be a part of the other."""
    if first.level != "same":
        return None
    for longer, shorter in ((one, other), (other, one)):
        around = _around(longer, shorter)
        if any(match(token, shorter.family[0], around).level == "same" for token in longer.middle):
            return Likeness("doubtful", 0.6, "one family name may be a part of the other")
        own = longer.family[0]
        if "-" in own and any(
            match(piece, shorter.family[0], around).level == "same" for piece in own.split("-") if piece
        ):
            return Likeness("doubtful", 0.7, "one family name is a part of the other")
    return None


def _unlike(one: Parts, other: Parts) -> Likeness:
    """First names differ: one may stand in the middle of the other."""
    for short, whole in ((one, other), (other, one)):
        around = _around(short, whole, first=True)
        if any(
            len(token) > 1 and match(short.given, token, around).level == "same" for token in whole.middle
        ):
            return Likeness("doubtful", 0.6, f"{_word(short.given)} may be a middle name")
    return Likeness("different", 0.2, f"given names {_word(one.given)} and {_word(other.given)} differ")


def _straight(one: Parts, other: Parts) -> Likeness:
    """Both names as they are cut, each with a first and a family name."""
    first, family = _both(one, other)
    if family.level == "different":
        return _uncertain(one, other, first) or UNLIKE
    if first.level == "different":
        return _unlike(one, other)
    middles = _middles(one, other)
    if middles not in ("", "initial"):
        return Likeness("different", 0.2, middles)
    suffix = _suffixes(one, other)
    if suffix == "different":
        return Likeness("different", 0.2, f"{one.suffix.upper()} and {other.suffix.upper()} differ")
    score = SCORES.get(first.by, 0.85) * SCORES[family.by]
    reason = f"{_said('family name', family, one.family[0], other.family[0])}, "
    if first.by == "initial":
        letter, token = sorted((one.given, other.given), key=len)
        return Likeness("doubtful", score, f"{reason}initial {letter.upper()}. fits {_word(token)}")
    reason += (
        _said("given name", first, one.given, other.given)
        if first.by != "part"
        else "one given name is a part"
    )
    if first.level == "doubtful" or family.level == "doubtful":
        return Likeness("doubtful", min(score, 0.7), reason)
    if suffix == "open":
        return Likeness(
            "doubtful", 0.7, f"{reason}; {(one.suffix or other.suffix).upper()} stands on one side only"
        )
    return Likeness("same", score, reason)


def _turned(name: Parts) -> Parts:
    return replace(name, given=name.order[-1], middle=(), family=name.order[:1], inverted=True)


def _swapped(one: Parts, other: Parts) -> Likeness | None:
    """Names of two tokens, one with the family name first."""
    if len(one.order) != 2 or len(other.order) != 2 or one.inverted or other.inverted:
        return None
    found = _straight(one, _turned(other))
    if found.verdict == "different":
        return None
    reason = f"{found.reason}; the order is another"
    a, b = (given.known(token) for token in one.order)
    c, d = (given.known(token) for token in other.order)
    if (
        found.verdict == "same"
        and not (a and b)
        and not (c and d)
        and min(map(len, one.order + other.order)) > 2
    ):
        return Likeness("same", 0.9 * found.score, reason)
    return Likeness("doubtful", 0.6, reason)


@lru_cache(maxsize=65536)
def _bones(name: str) -> frozenset[str]:
    """What any name that is at all like this one has some of."""
    one = parts(name)
    tokens = {piece for token in one.core for piece in (token, *token.split("-")) if len(piece) > 1}
    return frozenset(keys(name)).union(*map(skeletons, tokens))


def compared(name: str, other_name: str) -> Likeness:
    """How far two names can be one person's."""
    if _bones(name).isdisjoint(_bones(other_name)):
        return NOTHING if not parts(name).core or not parts(other_name).core else UNLIKE
    one, other = parts(name), parts(other_name)
    eastern = east.alike(one.order, other.order)
    if eastern is not None and one.suffix == other.suffix and one.order != other.order:
        if eastern:
            return Likeness("same", 0.95, "the same syllables")
        return Likeness("different", 0.1, "syllables differ")
    if not one.given or not other.given:
        return _alone(one, other)
    found = _straight(one, other)
    if found.verdict != "same" and (turned := _swapped(one, other)) and turned.score > found.score:
        return turned
    return found


MOST_KEYS = 6


def keys(name: str) -> tuple[str, ...]:
    """What one person's names share: consonants of the family name, syllables of an Eastern name."""
    one = parts(name)
    found: dict[str, None] = {}
    for eastern in east.eastern(one.order) or east.eastern((*one.order[-1:], *one.order[:-1])):
        found.update(dict.fromkeys(eastern.keys))
    tokens = list(one.family)
    if one.given and not (one.inverted or given.known(one.given)) and len(one.given) > 1:
        tokens.append(one.given)
    for token in tokens:
        for piece in (token, *(token.split("-") if "-" in token else ())):
            for bones in skeletons(piece)[: 3 if len(tokens) > 1 else 4]:
                found.setdefault(bones)
        if not one.given and (first := given.head(token)):
            found.setdefault(skeletons(first)[0])
    return tuple(found)


def _shown(token: str, first: bool) -> str:
    if len(token) == 1 and not token.isascii():
        return _INITIALS.get(token, token)[:1]
    if first and (head := given.head(token)):
        token = head
    if script(token) == "latin" and not marked(token) and given.origin(token) != "s":
        return bare(token).replace("-", "")
    ways = readings(token)
    return (ways[0] if ways else token).translate(SHOWN)


def _once(name: str) -> str:
    one = parts(name)
    if eastern := [way for way in east.eastern(one.order) if way.kind == "han"]:
        return eastern[0].shown
    tokens = [_shown(token, True) for token in (one.given, *one.middle) if token]
    tokens += [_shown(token, not one.given) for token in one.family]
    return " ".join(filter(None, (*tokens, one.suffix)))


@lru_cache(maxsize=65536)
def normal(name: str) -> str:
    """A person's name in one spelling, lower case, Latin letters; its own normal form."""
    seen: list[str] = []
    while name not in seen:
        seen.append(name)
        name = _once(name)
    return min(seen[seen.index(name) :])
