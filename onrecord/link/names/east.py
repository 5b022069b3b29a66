"""Chinese and Korean names are compared by syllables, family name first; one unlike makes two names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from anyascii import anyascii

from onrecord.link.names.script import bare, script
from onrecord.link.names.tables import pairs, rows, words

CHINESE_SIGNS = 4  # a longer name in Chinese signs is not a Chinese name


class Eastern(NamedTuple):
    """A name read as Chinese ("han") or Korean: every way to read the family name, and the given name."""

    kind: str
    family: frozenset[str]
    given: frozenset[str]
    shown: str
    keys: tuple[str, ...]


class _Syllables(NamedTuple):
    pinyin: dict[str, tuple[str, ...]]
    wade: dict[str, tuple[str, ...]]
    palladius: dict[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def _syllables() -> _Syllables:
    pinyin: dict[str, tuple[str, ...]] = {}
    wade: dict[str, tuple[str, ...]] = {}
    palladius: dict[str, tuple[str, ...]] = {}
    for one, two, three in rows("syllables.txt"):
        pinyin[one] = (one,)
        wade[two] = (*wade.get(two, ()), one)
        palladius[three] = (*palladius.get(three, ()), one)
    return _Syllables(pinyin, wade, palladius)


def _cuts(text: str, table: Mapping[str, object], most: int) -> list[list[str]]:
    """All ways to cut a text into at most so many syllables."""
    if not text:
        return [[]]
    if not most:
        return []
    found = []
    for width in range(1, min(6, len(text)) + 1):
        if text[:width] in table:
            found += [[text[:width], *rest] for rest in _cuts(text[width:], table, most - 1)]
    return found


def _spelled(pieces: tuple[str, ...], table: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """The pinyin of a given name: each piece is a syllable, or all together are one word."""
    ways: set[str] = set()
    if all(piece in table for piece in pieces):
        joined = [""]
        for piece in pieces:
            joined = [left + right for left in joined for right in table[piece]]
        return frozenset(joined[:8])
    if len(pieces) == 1:
        for cut in _cuts(pieces[0], table, 2):
            joined = [""]
            for piece in cut:
                joined = [left + right for left in joined for right in table[piece]]
            ways |= set(joined[:8])
    return frozenset(ways)


def _pieces(tokens: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(piece for token in tokens for piece in token.split("-") if piece)


def _chinese(tokens: tuple[str, ...]) -> Eastern | None:
    kind = script(tokens[0])
    if kind == "han":
        text = "".join(tokens)
        if not 2 <= len(text) <= CHINESE_SIGNS:
            return None
        signs = [anyascii(sign).lower() for sign in text]
        return _han(
            frozenset(signs[:1]), frozenset(("".join(signs[1:]),)), f"{signs[0]} {''.join(signs[1:])}"
        )
    if not 2 <= len(tokens) <= 3:
        return None
    family, pieces = tokens[0], _pieces(tokens[1:])
    if not 1 <= len(pieces) <= 2:
        return None
    known = _syllables()
    if kind == "cyrillic":
        soft = str.maketrans("іїє", "иие")
        families = known.palladius.get(family.translate(soft), ())
        given = _spelled(tuple(piece.translate(soft) for piece in pieces), known.palladius)
    elif kind == "latin":
        pieces = tuple(bare(piece) for piece in pieces)
        family = bare(family.replace("ü", "v"))
        plain = known.pinyin
        families = (family,) if family in words("han") and family in plain else ()
        given = _spelled(pieces, plain) if families else frozenset()
        if not given or "-" in tokens[-1]:
            families = tuple(one for one in (*families, *known.wade.get(family, ())) if one in words("han"))
            given = given | _spelled(pieces, known.wade)
    else:
        return None
    if not families or not given:
        return None
    whole = "".join(pieces)
    return _han(frozenset(families), given, f"{families[0]} {whole if whole in given else sorted(given)[0]}")


_OLD = pairs("chinese keys")
_OLD_LETTERS = str.maketrans("bdgo", "ptku")


def _han(family: frozenset[str], given: frozenset[str], shown: str) -> Eastern:
    """With keys in which pinyin and Wade-Giles without its apostrophes are not told apart."""
    keys = set()
    for one in family:
        for own in given:
            text = one + own
            for new, old in _OLD:
                text = text.replace(new, old)
            keys.add("h:" + re.sub("[aeiouv]+", "a", text.translate(_OLD_LETTERS)))
    return Eastern("han", family, given, shown, tuple(sorted(keys)[:3]))


_LEAD = "k k n t t l m p p s s  c c c k t p h".split(" ")  # Hangul initials in the order of Unicode
_VOWEL = "a E ya yE O E yO yE O wa wE E yO U O E wi yU O i i".split()
_TAIL = ["", *"k k k n n n t l l l l l l l l m p p t t n c c k t p t".split()]
_SOUNDS = [(re.compile(left), right) for left, right in pairs("korean")]
_RUSSIAN = str.maketrans(dict(pairs("korean cyrillic")))
_ONE = dict(pairs("korean family"))


def _hangul(text: str) -> str:
    found = []
    for sign in text:
        code = ord(sign) - 0xAC00
        if not 0 <= code < 11172:
            return ""
        lead, vowel, tail = _LEAD[code // 588], _VOWEL[code % 588 // 28], _TAIL[code % 28]
        vowel = vowel.replace("yE", "E")
        found.append(lead + (vowel.replace("U", "O") if tail else vowel) + tail)
    return "".join(found)


def _sounded(piece: str) -> str:
    kind = script(piece)
    if kind == "hangul":
        return _hangul(piece)
    if kind == "cyrillic":
        piece = re.sub(
            "^([чс])[её]н$", r"\1он", piece.replace("дж", "ч").replace("чж", "ч").replace("нг", "н")
        )
        sounds = re.sub("U(?=[nlmkpt](?:$|[^aeiouyOEU]))", "O", piece.translate(_RUSSIAN))
        return re.sub("^c+", "c", sounds.replace("cy", "c").replace("yE", "E"))
    piece = bare(piece.replace("ŏ", "eo").replace("ŭ", "eu").replace("'", ""))
    for pattern, to in _SOUNDS:
        piece = pattern.sub(to, piece)
    return piece


def _korean(tokens: tuple[str, ...]) -> Eastern | None:
    kind = script(tokens[0])
    if kind == "hangul":
        text = "".join(tokens)
        family, pieces = text[0], _pieces((text[1:],))
        if not 2 <= len(text) <= 4:
            return None
    else:
        family, pieces = tokens[0], _pieces(tokens[1:])
        if (
            kind not in ("latin", "cyrillic")
            or bare(family) not in words("korean")
            or not 1 <= len(pieces) <= 2
        ):
            return None
        if any(len(piece) > 6 for piece in pieces) and len(pieces) > 1:
            return None
        if len(pieces) == 1 and (len(tokens) != 2 or len(pieces[0]) > 10):
            return None
    sounds = _sounded(family)
    sounds = _ONE.get(sounds, sounds)
    given = "".join(_sounded(piece) for piece in pieces)
    if not re.fullmatch("(?:[ktpcshmnl]?[yw]?[aEiOUe][nmklptc]?){1,2}", given):
        return None
    family_ways = {sounds.replace("U", "O")}
    shown, key = f"{sounds} {given}", f"k:{sounds}{given}".replace("U", "O")
    return Eastern("korean", frozenset(family_ways), frozenset((given,)), shown, (key,))


@lru_cache(maxsize=65536)
def eastern(order: tuple[str, ...]) -> tuple[Eastern, ...]:
    """The ways to read a name as Chinese or Korean, none where it cannot be one.

    Args:
        order: the name's tokens in lower case, as printed.
    """
    if not 1 <= len(order) <= 3 or (len(order) == 1 and script(order[0]) not in ("han", "hangul")):
        return ()
    order = tuple(unicodedata.normalize("NFC", token) for token in order)
    return tuple(one for one in (_chinese(order), _korean(order)) if one)


def alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool | None:
    """Whether two names are one Chinese or Korean name; None where not both can be read as one of the two.

    A name may stand with its family name last (Jinping Xi).
    """
    mine, theirs = eastern(one), eastern(other)
    verdict = False if {way.kind for way in mine} & {way.kind for way in theirs} else None
    for left in mine or eastern((*one[-1:], *one[:-1])):
        for right in theirs or eastern((*other[-1:], *other[:-1])):
            if left.kind == right.kind and left.family & right.family and left.given & right.given:
                return True
    return verdict
