"""Consonants of a token, alike ones as one: what any two spellings of a name have in common."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.link.names.letters import letters
from onrecord.link.names.script import bare, consonants, readings, script

MOST = 4  # skeletons of one token
_ALIKE = str.maketrans(
    {
        "b": "p",
        "d": "t",
        "g": "k",
        "q": "k",
        "w": "v",
        "f": "v",
        "z": "s",
        "S": "s",
        "C": "s",
        "J": "s",
        "T": "s",
        "c": "s",
        "j": "s",
    }
)
_SOFT = re.compile("[aeiouyh]+")
_SOFT_G = re.compile("gh|g(?=[eiy])")
_PAIRS = re.compile("ts|ds|tt")
_TWICE = re.compile(r"(.)\1+")


def _bones(sounds: str) -> str:
    bones = _SOFT.sub("", sounds.translate(_ALIKE))
    bones = _TWICE.sub(r"\1", _PAIRS.sub(lambda m: "t" if m[0] == "tt" else "s", bones))
    return bones or sounds[:1]


@lru_cache(maxsize=65536)
def skeletons(token: str) -> tuple[str, ...]:
    """The consonants of a lower-case token for each way to read it, a few at most."""
    found: dict[str, None] = {}
    kind = script(token)
    ways = consonants(token) if kind in ("arabic", "hebrew") else list(readings(token))
    if kind == "latin":
        if "w" in token:
            ways[1:1] = readings(token.replace("w", "") or "v")[:1]
        if _SOFT_G.search(token):
            ways[1:1] = readings(_SOFT_G.sub(lambda m: "" if m[0] == "gh" else "j", token) or token)[:1]
        if ways and "h" in ways[0]:
            ways.insert(1, ways[0].replace("h", "k"))  # Ukrainian h is Russian g
        for way in sorted(letters().of.get(bare(token), ()))[:2]:
            ways += readings(way)[:1]
    for way in ways:
        found.setdefault(_bones(way))
    return tuple(found)[:MOST]
