"""Every token has one script and some ways to be read aloud; two spellings of one name share a way."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property, lru_cache
from itertools import product

from anyascii import anyascii

from onrecord.link.names.tables import pairs, sections

MOST = 16  # readings of one token
SHOWN = str.maketrans({"S": "sh", "C": "ch", "J": "zh", "T": "ts"})
_SPECIAL = str.maketrans(
    dict(pair.split("=") for pair in "ł=l ø=o đ=d ð=d þ=th æ=ae œ=oe ı=i ə=a ß=ss".split())
)
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae"})
_BARE = re.compile(
    r"(?<=[bcdfghjklmnprstvwz])([aou])e(?=[bcdfghjklmnprstvwxyz])|a(a)(?=[bcdfghjklmnprstvwxyz]{2})"
)
_RANGES = (
    (0x02B0, "latin"), (0x0370, ""), (0x0400, "greek"), (0x0530, "cyrillic"), (0x0590, "armenian"),
    (0x0600, "hebrew"), (0x0780, "arabic"), (0x10A0, ""), (0x1100, "georgian"), (0x1200, "hangul"),
    (0x1E00, ""), (0x1F00, "latin"), (0x2000, "greek"), (0x2E80, ""), (0x3040, "han"), (0x3400, "kana"),
    (0xA000, "han"), (0xAC00, ""), (0xD7B0, "hangul"),
)  # fmt: skip
_SETTLED = (
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile("dJ"), "J"),
    (re.compile("i?ie"), "e"),
    (re.compile("iov$"), "ev"),
    (re.compile("(?<=[SCJ])i?o(?=v)"), "e"),
    (re.compile("enka$"), "enko"),
    (re.compile("(?<=[SCJ])i(?=[aou])"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


@lru_cache(maxsize=65536)
def script(token: str) -> str:
    """The script of the first letter: "latin", "cyrillic", ..., or "" for none of those known here."""
    for char in token:
        if char.isalpha():
            code = ord(char)
            return next((name for end, name in _RANGES if code < end), "")
    return ""


def bare(token: str) -> str:
    """Latin letters without their marks: Łukasz, Lukasz. Other scripts keep their letters."""
    if token.isascii():
        return token
    return "".join(map(_plain, token.translate(_SPECIAL)))


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    if "\u0400" <= char < "\u0530":
        return char
    apart = unicodedata.normalize("NFD", char)
    return unicodedata.normalize("NFC", "".join(c for c in apart if not "\u0300" <= c <= "\u036f"))


@lru_cache(maxsize=65536)
def folds(token: str) -> frozenset[str]:
    """The ways to write a Latin token without marks: Müller, Muller, Mueller."""
    token = token.replace("-", "")
    plain = bare(token)
    return frozenset((plain, bare(token.translate(_GERMAN)), _BARE.sub(r"\1\2", plain)))


class _Table:
    """One section of spelling.txt: what is replaced by what, longest first, and when it is tried."""

    def __init__(self, entries: list[str], regex: bool) -> None:
        self.when: re.Pattern[str] | None = None
        pairs = []
        for entry in entries:
            left, _, right = entry.partition("=")
            if entry.startswith("when=") and regex:
                self.when = re.compile(right) if right else None
            else:
                left, right = entry.rsplit("=", 1)  # the sign = may stand within
                pairs.append((left, right))
        if not regex:
            pairs.sort(key=lambda pair: -len(pair[0]))
        self.right = [[way.replace("_", "") for way in right.split("|")] for _, right in pairs]
        self._pattern = "|".join(f"({left if regex else re.escape(left)})" for left, _ in pairs)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when first needed: most texts need few."""
        return re.compile(self._pattern)

    def ways(self, token: str) -> list[list[str]]:
        """For each stretch of the token, the sounds it can have."""
        found: list[list[str]] = []
        end = 0
        for match in self.pattern.finditer(token):
            if match.start() > end:
                found.append([bare(token[end : match.start()])])
            found.append(self.right[(match.lastindex or 1) - 1])
            end = match.end()
        if end < len(token):
            found.append([bare(token[end:])])
        return found


@lru_cache(maxsize=1)
def _tables() -> dict[str, _Table]:
    return {
        name: _Table(entries, name.startswith("latin")) for name, entries in sections("spelling.txt").items()
    }


def settled(sounds: str) -> str:
    """Sounds without what ways of writing differ in: double letters, -ie-, -ov after hushing letters."""
    for pattern, to in _SETTLED:
        sounds = pattern.sub(to, sounds)
    return sounds


def _all(ways: list[list[str]]) -> list[str]:
    size = 1
    for i, way in enumerate(ways):
        size *= len(way)
        if size > MOST:
            ways = [*ways[:i], *([way[0]] for way in ways[i:])]
            break
    return [settled("".join(choice)) for choice in product(*ways)]


def plainest(token: str) -> str:
    """How a Latin token is read where nothing shows another way."""
    return settled("".join(way[0] for way in _tables()["latin en"].ways(token)))


@lru_cache(maxsize=65536)
def ways(token: str) -> frozenset[str]:
    """The ways to write Latin letters that a token shows: "latin de" by its sch."""
    if script(token) != "latin":
        return frozenset()
    return frozenset(n for n, t in _tables().items() if t.when is not None and t.when.search(token))


@lru_cache(maxsize=65536)
def readings(token: str, also: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The ways to read a lower-case token aloud, the plainest first; scripts unknown go by anyascii.

    Args:
        token: without white space.
        also: ways to write Latin letters that the rest of the name shows.
    """
    token = token.replace("-", "")
    kind = script(token)
    tables = _tables()
    if kind not in ("latin", "cyrillic", "greek", "armenian", "georgian"):
        token = re.sub("[^a-z]", "", anyascii(token).lower())
        kind = "latin"
    found: list[str] = []
    if kind == "latin":
        for name, table in tables.items():
            if name.startswith("latin") and (name in also or table.when is None or table.when.search(token)):
                found += _all(table.ways(token))
    else:
        if kind == "greek":  # iota with two dots is heard apart
            token = bare(token.replace("ϊ", "i").replace("ΐ", "i"))
        found += _all(tables[kind].ways(token))
        if kind == "cyrillic" and re.search("[іў]", token) and not re.search("[иїєщ]", token):
            ways = tables["belarusian"].ways(token)
            rest = tables["cyrillic"]
            found += _all(
                [
                    w
                    for way in ways
                    for w in ([way] if len(way) > 1 or not _cyrillic(way[0]) else rest.ways(way[0]))
                ]
            )
    return tuple(dict.fromkeys(one for one in found if one))


def _cyrillic(text: str) -> bool:
    return any("\u0400" <= c < "\u0530" for c in text)


_TWICE = re.compile(r"(.)\1+")
_SILENT = ("", "A")
_VOWEL = {"A": "[aeo]?[aeo]?", "E": "[aeio]?i?", "I": "[eai]?[ieu]?", "U": "[oau]?[uo]?"}


@lru_cache(maxsize=8192)
def unvoweled(token: str) -> re.Pattern[str]:
    """What an Arabic or Hebrew token, whose short vowels are not written, can sound like."""
    table = _tables()[script(token)]
    parts: list[str] = []
    for way in table.ways(_TWICE.sub(r"\1", "".join(filter(str.isalpha, token)))[:24]):
        if not parts and way[0] not in _SILENT:  # y and w are heard where a name begins with them
            way = [one for one in way if one]
        sounds = [_VOWEL.get(one, re.escape(one)) for one in way]
        parts.append(f"(?:{'|'.join(sorted(sounds, key=len, reverse=True))})")
    return re.compile("[aeiou]{0,2}".join(parts))


def consonants(token: str) -> list[str]:
    """The consonants that an Arabic or Hebrew token can be read with, for each way to read it."""
    ways = _tables()[script(token)].ways("".join(c for c in token if c.isalpha())[:24])
    return _all([list(dict.fromkeys(re.sub("[AEIUaeiouhy]", "", one) for one in way)) for way in ways])


_RUN = re.compile("[aeiouy]+h?(?![aeiouy])|[aeiouy]+")
_ARABIC = [(re.compile(left), right) for left, right in pairs("arabic")]


def _vowel(match: re.Match[str]) -> str:
    run = match[0]
    if "u" in run or "o" in run:
        return "u"
    return "a" if set(run) <= {"a", "h"} else "i"


@lru_cache(maxsize=8192)
def arabic(token: str) -> frozenset[str]:
    """Latin or Cyrillic spellings of an Arabic or Persian name without what ways of writing differ in."""
    if script(token) == "cyrillic":
        forms = [form.translate(SHOWN) for form in readings(token)]
    else:
        token = bare(token.replace("-", "").replace("ou", "u"))
        forms = [token, token.replace("ch", "sh")] if "ch" in token else [token]
    found = set()
    for form in forms:
        for pattern, to in _ARABIC:
            form = pattern.sub(to, form)
        found |= {_RUN.sub(_vowel, form), _RUN.sub(_vowel, form.replace("e", "a"))}
    return frozenset(found)


_BLAND = str.maketrans("CSTJzck", "ssssssk")


@lru_cache(maxsize=8192)
def bland(token: str) -> frozenset[str]:
    """Readings in which hissing sounds are one: marks left out, c and s and z say no more."""
    forms = [token]
    if script(token) == "latin":
        forms = [re.sub("c(?!h)", "s", bare(token))] if bare(token) != token or token.isascii() else [token]
    found = set()
    for form in forms:
        for way in readings(form):
            found.add(re.sub("s+", "s", re.sub("i(?=[aou])", "", way.translate(_BLAND).replace("ds", "s"))))
    return frozenset(found)
