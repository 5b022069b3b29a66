"""A person's name falls into given names, family name and suffix; titles and honours are no part of it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from onrecord.link.names import given
from onrecord.link.names.script import bare, script, ways
from onrecord.link.names.tables import words

LONGEST = 200  # characters read of a name; a longer one is no name
_PATRONYMIC = re.compile(
    r"(?:ович|евич|йович|ьич|[оеі]вна|ївна|инична|ична|ўна|евіч|авіч|овіч"
    r"|[oeyiw]v?[vw]i(?:ch|c|č|tch|tsch)|ovy?ch|[oei]vna|yi?vna|iivna|[oe]wna|evitch|ovitch|inichna)$"
)
_UKRAINIAN = re.compile("[иїєщ]")
_SERVANT = re.compile(r"abd(?:(?:ou|[oeua])(?:l|([rsnzdt])(?=\1))|(?=[bcdfghjkmnqrstwz]))(.{4,})")
_SONS = frozenset("ben bin bar bat бен бин בן".split())
_ABD = frozenset("abd abdu abdul abdel abdal abdoul abdoel абд абдул абдель абдул-".split())
_QUOTED = re.compile(r"[(\[][^)\]]{0,80}[)\]]|[\"“„«‘][^\"”“»’]{1,40}[\"”“»’](?=\s)")
_POSSESSIVE = re.compile(r"[’']s?$")
_DROP = dict.fromkeys(map(ord, "'’ʼ‘`´ʿʾ״׳\u200c\u200b\u200e\u200f\u0640"), None)
_BREAK = re.compile(r"[\s\u00a0_/·•]+")


@dataclass(frozen=True, slots=True)
class Parts:
    """A name in parts, each token in lower case.

    Attributes:
        given: the first name, or "".
        middle: what stands between, patronymic included, in printed order.
        family: the family name's tokens; a name of one token has only these.
        particles: van, bin, de: what stands before the family name.
        suffix: "jr", "sr", "iii", or "".
        joined: a hyphen joined the first of the middle names to the given name.
        regal: the title is one that goes with a first name (king, pope), or stands with a number.
        arab: an article or a particle shows an Arabic name.
        inverted: a comma or the order of the tokens showed the family name first.
        order: all tokens but particles, as printed.
    """

    given: str
    middle: tuple[str, ...]
    family: tuple[str, ...]
    particles: tuple[str, ...]
    suffix: str
    joined: bool
    regal: bool
    arab: bool
    belarusian: bool
    ways: frozenset[str]
    inverted: bool
    order: tuple[str, ...]

    @property
    def core(self) -> tuple[str, ...]:
        """The given name, those in between, and the family name."""
        return (*((self.given,) if self.given else ()), *self.middle, *self.family)


def lowered(name: str) -> str:
    """A name in lower case, in composed form, its white space single; the long tail of a monster cut."""
    name = unicodedata.normalize("NFKC", name[:LONGEST]).replace("İ", "i")
    name = unicodedata.normalize("NFC", name.casefold())
    return " ".join(
        _BREAK.split(name.replace("\u2010", "-").replace("\u2011", "-").replace("–", "-"))
    ).strip()


def _tokens(text: str) -> list[str]:
    """Tokens: initials apart ("j.r." is two), apostrophes and stops gone."""
    found: list[str] = []
    for piece in text.split(" "):
        whole = _POSSESSIVE.sub("", piece) if piece.endswith(("'s", "’s")) else piece
        if "." in whole and len(whole) > 2 and re.fullmatch(r"(?:\w\.-?)+\w?\.?", whole):
            found += [c for c in whole if c.isalnum()]
            continue
        token = whole.translate(_DROP)
        token = "".join(c for c in token if c.isalnum() or c == "-" or unicodedata.combining(c)).strip("-")
        if token:
            found.append(token)
    return found


def _comma(text: str) -> tuple[str, bool]:
    """ "Biden, Joe" as "Joe Biden"; what follows another comma is a suffix or an honour."""
    head, comma, tail = text.partition(",")
    if not comma or not head.strip():
        return text.replace(",", " "), False
    first = _tokens(tail.split(",")[0].strip())
    if not first or all(token in words("suffixes") or token in words("degrees") for token in first):
        return text.replace(",", " "), False
    return f"{tail.replace(',', ' ')} {head}".strip(), True


def _untitled(tokens: list[str], dotted: frozenset[str]) -> tuple[list[str], bool]:
    regal = False
    titles, kings = words("titles"), words("regal")
    start = 0
    while start < len(tokens) - 1 and (
        tokens[start] in titles or tokens[start].split("-")[0] in ("vice", "вице", "экс")
    ):
        regal = regal or tokens[start] in kings
        start += 1
    while start < len(tokens) - 1 and start and tokens[start] in ("of", "and", "the", "for"):
        start += 1
    return tokens[start:], regal


def _suffixed(tokens: list[str]) -> tuple[list[str], str]:
    suffix = ""
    while len(tokens) > 1 and (tokens[-1] in words("degrees") or tokens[-1] in words("suffixes")):
        if tokens[-1] in words("degrees"):
            tokens = tokens[:-1]
            continue
        if len(tokens[-1]) == 1 and len(tokens) < 3 and tokens[-1] not in "iv":
            break
        suffix = {"jnr": "jr", "snr": "sr", "мл": "jr", "младший": "jr", "ст": "sr", "старший": "sr"}.get(
            tokens[-1], tokens[-1]
        )
        tokens = tokens[:-1]
    return tokens, suffix


def _joined(tokens: list[str]) -> tuple[list[str], bool]:
    """Articles taken off (al-Sisi, Al Sisi), servants' names made one (Abdel Fattah); whether any stood."""
    arab = False
    found: list[str] = []
    articles = words("articles")
    i = 0
    while i < len(tokens):
        token = tokens[i]
        head, dash, rest = token.partition("-")
        if head in _ABD and (dash or i + 1 < len(tokens)):
            arab = True
            if not dash:
                i += 1
                rest = tokens[i]
                if rest in articles and i + 1 < len(tokens):
                    i += 1
                    rest = tokens[i]
            start, cut, end = rest.partition("-")
            rest = end if cut and start in articles else rest
            rest = rest.removeprefix("ال") if len(rest) > 4 else rest
            found.append(
                ("abdul" if script(rest) == "latin" else "абдул" if script(rest) == "cyrillic" else "عبدال")
                + rest
            )
        elif token == "عبد" and i + 1 < len(tokens):
            i += 1
            found.append("عبد" + tokens[i])
            arab = True
        elif dash and head in _SONS and len(rest) > 2 and found:
            found += [head, rest]
        elif token == "الله" and found:
            found[-1] += token
        elif dash and head in articles and len(rest) > 2:
            found.append(rest)
            arab = True
        elif token in articles and i and i + 1 < len(tokens) and script(token) in ("latin", "cyrillic"):
            arab = True
        elif token.startswith("ال") and len(token) > 4:
            found.append(token[2:])
            arab = True
        elif one := _SERVANT.fullmatch(token):
            found.append("abdul" + one[2])
        else:
            found.append(token)
        i += 1
    return found, arab or any(token in ("bin", "ibn", "bint", "бин", "ибн", "abu") for token in tokens)


def patronymic(token: str) -> bool:
    """Whether a token is built like a patronymic."""
    return len(token) > 5 and bool(_PATRONYMIC.search(bare(token)))


def _ordered(core: list[str]) -> tuple[list[str], bool]:
    """Given name first: a family name before given name and patronymic goes to the end."""
    if len(core) == 3 and patronymic(core[2]) and len(core[0]) > 1:
        second = not given.known(core[0]) and not patronymic(core[0])
        if given.known(core[1]) or second:
            return [core[1], core[2], core[0]], True
    if len(core) == 3 and len(core[1]) == len(core[2]) == 1 < len(core[0]):
        return [core[1], core[2], core[0]], True
    if len(core) == 2 and len(core[1]) == 1 < len(core[0]):
        return [core[1], core[0]], True
    return core, False


@lru_cache(maxsize=65536)
def parts(name: str) -> Parts:
    """A person's name in parts; never fails, whatever the text."""
    text = lowered(name)
    text = _QUOTED.sub(" ", text + " ").strip() or text
    text, inverted = _comma(text)
    tokens = [token for token in _tokens(text) if token != "the"]
    tokens, regal = _untitled(tokens, frozenset())
    tokens, suffix = _suffixed(tokens)
    tokens, arab = _joined(tokens)
    particles = tuple(token for token in tokens[1:-1] if token in words("particles"))
    core = [t for i, t in enumerate(tokens) if not (0 < i < len(tokens) - 1 and t in words("particles"))]
    if (
        len(tokens) == 2
        and tokens[0] in words("particles")
        and tokens[0] not in ("al", "ben", "van", "do", "da", "бен", "дю", "ли", "ван", "ди")
    ):
        core, particles = tokens[1:], (tokens[0],)
    core, turned = _ordered(core)
    order, own = tuple(core), len(core) > 1
    first = core[0].split("-") if own else []
    core = [piece for piece in (*first, *(core[1:] if own else core)) if piece]
    return Parts(
        given=core[0] if own else "",
        middle=tuple(core[1:-1]) if own else (),
        family=tuple(core[-1:]),
        particles=particles,
        suffix=suffix,
        joined=len(first) > 1,
        regal=regal or (bool(suffix) and not own),
        arab=arab or any(given.origin(token) == "a" for token in core[:-1]),
        belarusian=_belarusian(core),
        ways=frozenset().union(*map(ways, core)),
        inverted=inverted or turned,
        order=order,
    )


def _belarusian(core: list[str]) -> bool:
    return any(token in words("belarusian") for token in core[:-1]) or any(
        "ў" in token or ("і" in token and not _UKRAINIAN.search(" ".join(core))) for token in core
    )
