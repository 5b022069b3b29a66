"""Words are compared by their stems; a sentence is cut into words once, and placed only where it matters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from onrecord.check.languages import en_reversal as en

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]++(?:['’ʼ-][^\W\d_]++)*+|\d[\d.,:]*|[^\w\s]")
_BREAK = re.compile(
    r"[.!?](?<!\b[A-Z]\.)(?<!\b(?:Mr|Ms|Dr|St|Lt|No|vs)\.)(?<!\b(?:Mrs|Gen|Sen|Rep|Gov|Col|Jan|Feb|Mar|Apr)\.)"
    r"(?<!\b(?:Jun|Jul|Aug|Sep|Oct|Nov|Dec)\.)(?<!\bSept\.)[”’\"')\]]*+(?=\s|\Z)|\n\s*\n"
)


class Token(NamedTuple):
    """A word or mark of a sentence: lower case with straight apostrophes, whether capitalised, where."""

    word: str
    capital: bool
    start: int
    end: int


class Sentence:
    """A sentence of a text: its words in lower case; their places are looked up when they are asked for."""

    __slots__ = ("_tokens", "end", "start", "text", "words")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.words = list(map(str.lower, _TOKEN.findall(text[start:end].replace("’", "'"))))
        self._tokens: list[Token] | None = None

    @property
    def tokens(self) -> list[Token]:
        """The words with their places."""
        if self._tokens is None:
            found = _TOKEN.finditer(self.text, self.start, self.end)
            self._tokens = [
                Token(m[0].lower().replace("’", "'"), m[0][0].isupper(), *m.span()) for m in found
            ]
        return self._tokens


def sentences(text: str, start: int, end: int, loose: bool) -> Iterator[Sentence]:
    """The sentences of text[start:end] that can say something of an act; a question's last word is its mark.

    Args:
        loose: whether acts that the table lacks count too.
    """
    if not _worth(text[start:end], loose):
        return
    at = start
    for match in _BREAK.finditer(text, start, end):
        if _worth(text[at : match.end()], loose):
            yield Sentence(text, at, match.end())
        at = match.end()
    if _worth(text[at:end], loose):
        yield Sentence(text, at, end)


def _worth(words: str, loose: bool) -> bool:
    """Whether words can hold a stance at all: a fast look at what stands between spaces."""
    return loose or not _forms().isdisjoint(words.lower().split())


@cache
def _forms() -> frozenset[str]:
    """Every form that a word of the table of acts may have, with a mark or without, and then some."""
    words = {word.lstrip("-").partition("_")[0] for word in en.OPPOSITES.split()}
    words |= {word.partition("_")[0] for word in en.ALONE} | {*en.CARRIERS, *en.NOUNS}
    cuts = {cut for word in words for cut in (word, word.removesuffix("e"), word[:-1] + "i", word + word[-1])}
    listed = {stem(word) for word in words}
    forms = {form for form, base in en.IRREGULAR.items() if stem(base) in listed}
    forms |= {cut + ending for cut in cuts for ending in ("", "e", "s", "es", "ed", "d", "ing")}
    return frozenset(form + mark for form in forms for mark in ("", *".,;:!?”"))


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """A word as it is compared here: without endings, so that "closed", "closing" and "close" are one."""
    word = word.removesuffix("'s").removesuffix("'")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "i"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-2] if word.endswith(("sses", "shes", "ches", "xes")) else word[:-1]
    return _bare(word)


def _bare(word: str) -> str:
    if len(word) > 4 and word.endswith("ed") and word not in en.BASES:
        word = _single(word[:-2])
    elif len(word) > 5 and word.endswith("ing") and word not in en.BASES:
        word = _single(word[:-3])
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    if len(word) > 3 and word.endswith("ll"):  # "expelled", "expel"; "install" is cut wherever it stands
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 3 and word.endswith("y") else word


def _single(word: str) -> str:
    """Without the doubled consonant that an ending brought ("banned", but not "called")."""
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz" else word


@cache
def acts() -> Mapping[str, tuple[str, bool]]:
    """A verb's compared form -> the act's, and whether the verb is its opposite."""
    found: dict[str, tuple[str, bool]] = {}
    for line in en.OPPOSITES.strip().splitlines():
        words = line.split()
        for word in words:
            found[phrase(word.lstrip("-"))] = (phrase(words[0]), word.startswith("-"))
    return found


def phrase(words: str) -> str:
    first, _, rest = words.partition("_")
    return stem(first) + (f"_{rest}" if rest else "")


@cache
def lexicon(name: str) -> frozenset[str]:
    """The words of a list, or the keys of a table, of the language."""
    return frozenset(getattr(en, name))


@cache
def stems(name: str) -> frozenset[str]:
    return frozenset(map(phrase, getattr(en, name)))


@lru_cache(maxsize=1 << 15)
def verb_of(word: str) -> tuple[str, str]:
    """A verb compared, and the forms it can have: "b" base, "s", "p" past, "n" participle, "g" -ing."""
    if base := en.IRREGULAR.get(word):
        kinds = "n" if word in lexicon("PARTICIPLES_ONLY") else "bpn" if base == word else "pn"
        return stem(base), kinds
    if word in lexicon("BASES"):
        return stem(word), "b"
    if word.endswith("ed") and len(word) > 3:
        return stem(word), "pn"
    if word.endswith("ing") and len(word) > 4:
        return stem(word), "g"
    return stem(word), "s" if word.endswith("s") and not word.endswith("ss") else "b"


@cache
def triggers() -> frozenset[str]:
    """Words that a chain of auxiliaries can begin with."""
    words = {*en.FUTURE, *en.REPORTED_FUTURE, *en.PAST, *en.PRESENT, *en.HAVE, *en.BE, *en.DO}
    words |= {
        *en.CONTRACTED,
        *en.IS_CLITIC,
        *en.PLANNED,
        *en.NOT_PLANNED,
        *en.DENIED,
        "no",
        "cannot",
        "never",
        *en.DROPPED,
    }
    words |= {first for first, *_ in en.RULED_OUT}
    return frozenset(words)
