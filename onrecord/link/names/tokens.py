"""Two tokens are the same, doubtful or different, whichever stands first; near is never the same."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from onrecord.link.names import given
from onrecord.link.names.letters import letters, plain
from onrecord.link.names.script import arabic, bare, bland, folds, readings, script, unvoweled
from onrecord.link.names.skeleton import skeletons

Level = Literal["same", "doubtful", "different"]

SHORT = 3  # letters up to which only an exact reading counts


class Match(NamedTuple):
    """How alike two tokens are, and by what: "spelling", "script", "form", "near" or ""."""

    level: Level
    by: str
    of: str = ""


class Around(NamedTuple):
    """What the names in which two tokens stand show.

    Attributes:
        first: the tokens are given names.
        arab: one name is Arabic or Persian.
        carried: one was carried over from another script, or between languages.
        belarusian: one is Belarusian, whose unstressed vowels are written as they are spoken.
        ways, others: the ways to write Latin letters that each name shows.
    """

    first: bool = False
    arab: bool = False
    carried: bool = False
    belarusian: bool = False
    ways: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()

    def turned(self) -> Around:
        """The same for the tokens the other way round."""
        return self._replace(ways=self.others, others=self.ways)


UNVOWELED = ("arabic", "hebrew")
BELARUS = frozenset(("latin be",))
SAME = Match("same", "spelling")
ACROSS = Match("same", "script")
NEAR = Match("doubtful", "near")
DIFFERENT = Match("different", "")
_CARRIED = re.compile(  # the ends by which a name shows that it was carried over from another script
    r"(?:[oe](?:v|w|ff)a?|[iy]n[ae]?|sk(?:[iyj]+|i?y?j?[ao]ya|a|aj?a|aia)|(?:[td]?z|c)k[iyj]+|k[oa]|[iuy]k|[oae][iyj]|chuk|tchouk|tschuk"
    r"|(?:[oeiy]v?|w)(?:ych|ich|ic|yc|ytsch|itsch|itch)|[iyj]ane?|dze|v[iy]li|oglu|ul+ah|n[aei]?[iy]|[lnt]n[iyj]+|ba[iy]|[ae]i|ko[fv])$"
)
_SLAVIC = re.compile("(?:[oei][vw]a?|sk(?:[iyj]+|a|aya|aia|aja)|enko|chuk)$")
_TWICE = re.compile(r"(.)\1+")
_DIGRAPHS = re.compile("tsch|sch|[lnts]j|iu|yu|ju|tch|sz|cz|zh|kh|shch|[čšžćđřěłśźż]|tj|sj|ou|jew|iew")
_FEMININE = re.compile(
    "(?:[oeеоё][vwв]|[iyиіы][nн]|(?:s|с|ts|ц)[kьк]+)(?:a|aya|aia|aja|á|ova|а|ая|я)$|ov[aá]$|ienė$|ytė$|aitė$"
)


def marked(token: str) -> bool:
    """Whether a Latin token looks carried over from another script."""
    return bool(_CARRIED.search(bare(token)) or _DIGRAPHS.search(token))


def feminine(token: str) -> bool:
    """Whether a family name has an ending that only a woman's has (Petrova, Nováková, Zelenska)."""
    return bool(_FEMININE.search(token))


def _near(one: str, other: str) -> bool:
    """Whether one letter more, less or other makes them equal, and the consonants stay."""
    if abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < 5 or feminine(one) != feminine(other):
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    tails = {(1, 1), (1, 0), (0, 1)}
    if not any(one[start + a :] == other[start + b :] for a, b in tails):
        return False
    return not set(skeletons(one)).isdisjoint(skeletons(other))


def _latin(one: str, other: str, name: Around) -> Match:
    if folds(one) & folds(other):
        return SAME
    if name.arab and len(one) > SHORT and len(other) > SHORT and arabic(one) & arabic(other):
        return SAME
    if _TWICE.sub(r"\1", bare(one)) == _TWICE.sub(r"\1", bare(other)) and not (name.carried or name.arab):
        return SAME if _SLAVIC.search(bare(one)) else NEAR
    mine, theirs = set(readings(one)), set(readings(other))
    carried = name.carried
    if not mine & theirs:
        mine, theirs = set(readings(one, name.ways)), set(readings(other, name.others))
        carried = carried or bool(mine & theirs)
    if not mine & theirs:
        mine = {way.replace("h", "g") for way in mine}
        theirs = {way.replace("h", "g") for way in theirs}
    if mine & theirs:
        if len(one) > SHORT and len(other) > SHORT and (carried or marked(one) or marked(other)):
            return SAME
        return NEAR
    return NEAR if _near(bare(one), bare(other)) else DIFFERENT


def _ends(latin: str, cyrillic: str) -> bool:
    """Whether both or neither have the ending that tells Ivanova from Ivanov."""
    return feminine(latin) == feminine(cyrillic) and (latin[-1] == "a") <= (cyrillic[-1] in "аяоеуюи")


def _latin_cyrillic(latin: str, cyrillic: str, name: Around) -> Match:
    sounds = set(readings(cyrillic))
    if not sounds.isdisjoint(readings(latin, name.ways | name.others)):
        return ACROSS
    table = letters()
    soft = plain(cyrillic)
    for form in {latin, *folds(latin)}:
        if (form, soft) in table.whole:
            return ACROSS
        if len(latin) > SHORT and len(soft) > 2 and _ends(bare(form), soft) and table.fit(form, soft):
            return ACROSS
        if len(latin) <= SHORT and soft and table.cost(form, soft) <= 0.4 * max(len(form), len(soft)):
            return ACROSS
    if name.arab and len(latin) > SHORT and arabic(latin) & arabic(cyrillic):
        return ACROSS
    return ACROSS if len(latin) > 4 and bland(latin) & bland(cyrillic) else DIFFERENT


def _unvoweled(token: str, other: str) -> bool:
    pattern = unvoweled(token)
    forms = set(readings(other)) | (arabic(other) if script(other) == "latin" else set())
    return any(pattern.fullmatch(way) for way in forms)


def _across(one: str, other: str, name: Around) -> Match:
    scripts = script(one), script(other)
    for token, kind, against in ((one, scripts[0], other), (other, scripts[1], one)):
        if kind in UNVOWELED:
            fits = script(against) not in UNVOWELED and _unvoweled(token, against)
            return ACROSS if fits else DIFFERENT
    if set(scripts) == {"latin", "cyrillic"}:
        latin, cyrillic = (one, other) if scripts[0] == "latin" else (other, one)
        return _latin_cyrillic(latin, cyrillic, name)
    mine, theirs = set(readings(one, name.ways)), set(readings(other, name.others))
    if not mine & theirs:
        swap = str.maketrans("hJ", "gg") if "greek" in scripts else str.maketrans("h", "g")
        mine, theirs = {way.translate(swap) for way in mine}, {way.translate(swap) for way in theirs}
    return ACROSS if mine & theirs else DIFFERENT


_AKANYE = re.compile("i?[aoe]")


def _belarusian(one: str, other: str) -> bool:
    """Whether two tokens are equal but for the vowels that Belarusian writes as they are spoken."""
    mine = {_AKANYE.sub("a", way) for way in readings(one, BELARUS)}
    return bool(mine & {_AKANYE.sub("a", way) for way in readings(other, BELARUS)})


def _spelled(one: str, other: str, name: Around) -> Match:
    kind = script(one)
    if kind != script(other):
        found = _across(one, other, name)
    elif bare(one).replace("-", "") == bare(other).replace("-", ""):
        return SAME
    elif kind == "latin":
        found = _latin(one, other, name)
    elif kind in UNVOWELED:
        return DIFFERENT
    elif set(readings(one)) & set(readings(other)):
        return SAME
    else:
        found = NEAR if _near(one, other) else DIFFERENT
    if found.level != "same" and name.belarusian and _belarusian(one, other):
        return ACROSS if kind != script(other) else SAME
    return found


@lru_cache(maxsize=200_000)
def _match(one: str, other: str, name: Around) -> Match:
    known = None
    if name.first or name.arab or given.origin(one) == given.origin(other) == "a":
        known = given.related(one, other)
    if known and (known[0] == "same" or (known[0] == "loose" and name.carried)):
        return Match("same", "form", known[1])
    found = _spelled(one, other, name)
    if known and name.first and found.level != "same":
        return Match("doubtful", "form", known[1])
    if name.first and not known and found.level == "same" and _two(one, other):
        return NEAR if script(one) == script(other) else DIFFERENT
    return found


def _two(one: str, other: str) -> bool:
    """Whether both tokens are known given names, though not of one name, and their letters could mislead."""
    scripts = {script(one), script(other)}
    misleading = len(scripts) == 1 or not scripts.isdisjoint(UNVOWELED)
    return misleading and bare(one) != bare(other) and bool(given.forms(one) and given.forms(other))


def match(one: str, other: str, name: Around) -> Match:
    """How alike two lower-case tokens are, given what the names around them show."""
    if one == other:
        return SAME
    if one > other:
        one, other, name = other, one, name.turned()
    return _match(one, other, name)
