"""Two tokens are the same, doubtful or different whichever stands first; a family name is never taken for its near neighbour."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from onrecord.link.names import given
from onrecord.link.names.letters import letters, plain
from onrecord.link.names.script import arabic, bare, folds, readings, script, unvoweled

Level = Literal["same", "doubtful", "different"]

SHORT = 3  # letters up to which only an exact reading counts


class Match(NamedTuple):
    """How alike two tokens are, and by what: "spelling", "script", "form", "near" or ""."""

    level: Level
    by: str
    of: str = ""


SAME = Match("same", "spelling")
DIFFERENT = Match("different", "")
_CARRIED = re.compile(  # the ends by which a name shows that it was carried over from another script
    r"(?:[oe](?:v|w|ff)a?|[iy]n[ae]?|sk(?:[iyj]+|i?y?j?[ao]ya|a|aj?a|aia)|[td]z?k[iyj]+|k[oa]|[iuy]k|chuk|tchouk|tschuk"
    r"|(?:[oeiy]v?|w)(?:ych|ich|ic|yc|ytsch|itsch|itch)|[iyj]ane?|dze|v[iy]li|oglu|ul+ah|n[aei]?[iy]|[lnt]n[iyj]+|ba[iy]|[ae]i|ko[fv])$"
)
_DIGRAPHS = re.compile("tsch|sch|tch|sz|cz|zh|kh|shch|[čšžćđřěłśźż]|tj|sj|ou|jew|iew")
_FEMININE = re.compile("(?:[oeеоё][vwв]|[iyиіы][nн]|(?:s|с|ts|ц)[kьк]+)(?:a|aya|aia|aja|á|ova|а|ая|я)$|ov[aá]$|ienė$|ytė$|aitė$")


def _marked(token: str) -> bool:
    return bool(_CARRIED.search(bare(token)) or _DIGRAPHS.search(token))


def feminine(token: str) -> bool:
    """Whether a family name has an ending that only a woman's has (Petrova, Nováková, Zelenska)."""
    return bool(_FEMININE.search(token))


def _near(one: str, other: str) -> bool:
    """Whether one letter more, less or other makes them equal."""
    if abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < 5:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    tails = {(1, 1), (1, 0), (0, 1)}
    return any(one[start + a :] == other[start + b :] for a, b in tails)


def _latin(one: str, other: str, arab: bool, carried: bool) -> Match:
    if folds(one) & folds(other):
        return SAME
    if arab and len(one) > SHORT and len(other) > SHORT and arabic(one) == arabic(other):
        return SAME
    mine, theirs = set(readings(one)), set(readings(other))
    if not mine & theirs:
        mine = {way.replace("h", "g") for way in mine}
        theirs = {way.replace("h", "g") for way in theirs}
        carried = carried and bool(_CARRIED.search(bare(one)))
    if mine & theirs:
        if len(one) > SHORT and len(other) > SHORT and (carried or _marked(one) or _marked(other)):
            return SAME
        return Match("doubtful", "near")
    return Match("doubtful", "near") if _near(bare(one), bare(other)) and feminine(one) == feminine(other) else DIFFERENT


def _ends(latin: str, cyrillic: str) -> bool:
    """Whether both end in a vowel or neither does, which tells Ivanov from Ivanova."""
    return (latin[-1] == "a") <= (cyrillic[-1] in "аяоеуюиэ") and (cyrillic[-1] in "ая") <= (latin[-1] in "aoeyhuàáäâiq")


def _latin_cyrillic(latin: str, cyrillic: str) -> Match:
    if set(readings(latin)) & set(readings(cyrillic)):
        return Match("same", "script")
    table = letters()
    soft = plain(cyrillic)
    for form in {latin, *folds(latin)}:
        if (form, soft) in table.whole:
            return Match("same", "script")
        if len(latin) > SHORT and len(soft) > 2 and _ends(bare(form), soft) and table.fit(form, soft):
            return Match("same", "script")
        if len(latin) <= SHORT and soft and table.cost(form, soft) <= 0.4 * max(len(form), len(soft)):
            return Match("same", "script")
    return DIFFERENT


def _unvoweled(token: str, other: str) -> bool:
    pattern = unvoweled(token)
    ways = set(readings(other))
    if script(other) == "latin":
        ways.add(arabic(other))
    return any(pattern.fullmatch(way) for way in ways)


def _across(one: str, other: str, scripts: tuple[str, str], arab: bool) -> Match:
    for token, kind, against in ((one, scripts[0], other), (other, scripts[1], one)):
        if kind in ("arabic", "hebrew"):
            if script(against) in ("arabic", "hebrew"):
                return DIFFERENT
            return Match("same", "script") if _unvoweled(token, against) else DIFFERENT
    if set(scripts) == {"latin", "cyrillic"}:
        latin, cyrillic = (one, other) if scripts[0] == "latin" else (other, one)
        return _latin_cyrillic(latin, cyrillic)
    mine, theirs = set(readings(one)), set(readings(other))
    if not mine & theirs:
        swap = str.maketrans("hJ", "gg") if "greek" in scripts else str.maketrans("h", "g")
        mine, theirs = {way.translate(swap) for way in mine}, {way.translate(swap) for way in theirs}
    return Match("same", "script") if mine & theirs else DIFFERENT


@lru_cache(maxsize=200_000)
def _match(one: str, other: str, first: bool, arab: bool, carried: bool) -> Match:
    found = given.related(one, other) if first else None
    if found and found[0] == "same":
        return Match("same", "form", found[1])
    alike = _spelled(one, other, arab, carried)
    if found and alike.level != "same":
        return Match("doubtful", "form", found[1])
    if first and not found and alike.level == "same" and script(one) == script(other) and bare(one) != bare(other):
        if given.forms(one) and given.forms(other):  # both are known, as two names
            return Match("doubtful", "near")
    return alike


def _spelled(one: str, other: str, arab: bool, carried: bool) -> Match:
    scripts = script(one), script(other)
    if scripts[0] == scripts[1]:
        if bare(one).replace("-", "") == bare(other).replace("-", ""):
            return SAME
        if scripts[0] == "latin":
            return _latin(one, other, arab, carried)
        if scripts[0] in ("arabic", "hebrew"):
            return DIFFERENT
        if set(readings(one)) & set(readings(other)):
            return SAME
        near = _near(one, other) and feminine(one) == feminine(other)
        return Match("doubtful", "near") if near else DIFFERENT
    return _across(one, other, scripts, arab)


def match(one: str, other: str, *, first: bool = False, arab: bool = False, carried: bool = False) -> Match:
    """How alike two lower-case tokens are.

    Args:
        one, other: tokens without white space.
        first: they are given names.
        arab: the names they stand in are Arabic or Persian.
        carried: the names they stand in show that one was carried over from another script.
    """
    if one == other:
        return SAME
    if one > other:
        one, other = other, one
    return _match(one, other, first, arab, carried)
