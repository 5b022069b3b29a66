"""A language's words are looked up, never searched: every list is compiled once into sets and tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from onrecord.text.months import ENGLISH_MONTHS
from onrecord.trace.languages import en

_LANGUAGES: dict[str, ModuleType] = {"en": en}
_CAPITAL_NOUNS = frozenset(("de", "lb"))  # German and Luxembourgish write every noun with a capital
_NUMERIC = re.compile(r"(\d+(?:\.\d+)?)([a-z]+)")
_STEM = 3  # letters that forms of one verb share
_CACHED = 1 << 16  # forms of words kept; a text of random letters must not fill the memory
_SETS = (
    "WEEKDAYS", "DAYS", "SEASONS", "RELATIVE", "PERIODS", "YEARLY", "UNITS_AFTER", "COUNTS", "HELPERS",
    "LIGHT", "OPENERS", "TITLES", "SAYING", "JOINERS", "PLACING", "OPPOSITES", "NO_OPPOSITES", "PREFIXES",
    "PREFIXES_SURE", "SHORTENED_S", "STOPPED", "BESIDE", "ARTICLES", "COMPASS", "VERB_ENDINGS",
)  # fmt: skip

Phrases = Mapping[str, tuple[tuple[str, ...], ...]]
Piece = tuple[int, str]


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """What is known of a language's words; a language without a data file has empty tables.

    Attributes:
        table: a word -> the form in which it is compared ("colour" -> "color", "three" -> "3").
        endings: the same by pattern; `spelled` finds any of them.
        values: a compared form -> its value, for words of counting; `magnitudes` for "million" and the like.
        phrases: several words -> the one that stands for them ("united states" -> "us").
        denials, harmless, places: several words by the first, longest first.
        any_of: a shortened word -> what it can stand for.
        signs: a word -> the sign that is read like it.
        sets: the plain lists of the data file, by name.
        capitals: whether a capital inside a sentence shows a name (not in German).
        common: endings that names seldom have.
        forms: what was already asked of this language.
    """

    table: Mapping[str, str]
    endings: tuple[tuple[re.Pattern[str], str], ...]
    spelled: re.Pattern[str]
    values: Mapping[str, int]
    magnitudes: Mapping[str, int]
    phrases: Mapping[tuple[str, ...], str]
    denials: Phrases
    harmless: Phrases
    places: Phrases
    any_of: Mapping[str, frozenset[str]]
    shortened: Mapping[str, str]
    denied: Mapping[str, str]
    joined_not: str
    signs: Mapping[str, str]
    sets: Mapping[str, frozenset[str]]
    capitals: bool
    common: tuple[str, ...]
    forms: dict[str, tuple[Piece, ...]]

    def has(self, word: str, name: str) -> bool:
        """Whether a word is in one of the lists of the data file."""
        return word in self.sets[name]

    def pieces(self, word: str) -> tuple[Piece, ...]:
        """What a word is compared as: mostly itself; "won't" is "will" and "not", "3bn" is "3" and "billion".

        Returns:
            Each piece with its length in code points of `word`.
        """
        found = self.forms.get(word)
        if found is None:
            if len(self.forms) >= _CACHED:
                self.forms.clear()
            found = self.forms[word] = self._pieces(word)
        return found

    def one_verb(self, one: str, other: str) -> bool:
        """Whether two words look like forms of one verb: "sign", "signed"."""
        short, long = sorted((one, other), key=len)
        stem = short.removesuffix("e").removesuffix("y")
        ending = long[len(stem) :]
        return (
            len(stem) >= _STEM and long.startswith(stem) and (not ending or self.has(ending, "VERB_ENDINGS"))
        )

    def _pieces(self, word: str) -> tuple[Piece, ...]:
        if "'" in word:
            return self._shortened(word)
        if word == self.joined_not:
            return (len(word) - 3, word[:-3]), (3, "not")
        if match := _NUMERIC.fullmatch(word):
            if match[2] in self.magnitudes:
                return (len(match[1]), match[1]), (len(match[2]), self.table.get(match[2], match[2]))
            return ((len(word), word),)
        return ((len(word), self._plain(word)),)

    def _shortened(self, word: str) -> tuple[Piece, ...]:
        if word.endswith("n't") and len(word) > 3 and self.denied:
            base = word[:-3]
            return (len(base), self.denied.get(base, base)), (3, "not")
        head, _, tail = word.rpartition("'")
        tail = "'" + tail
        if tail in self.shortened or (
            tail in self.any_of and (tail != "'s" or self.has(head, "SHORTENED_S"))
        ):
            return (len(head), head), (len(tail), self.shortened.get(tail, tail))
        return ((len(word), word),)

    def _plain(self, word: str) -> str:
        found = self.table.get(word)
        if found is not None:
            return found
        if len(word) > 4 and self.spelled.search(word):
            for pattern, form in self.endings:
                changed = pattern.sub(form, word)
                if changed != word:
                    return changed
        return word


def lexicon(language: str | None) -> Lexicon:
    """The words of a language: ISO 639-1, English where it is unknown."""
    language = language or "en"
    return _known(language) if language in _LANGUAGES else _empty(language not in _CAPITAL_NOUNS)


@cache
def _known(language: str) -> Lexicon:
    return _built(_LANGUAGES[language])


@cache
def _empty(capitals: bool) -> Lexicon:
    sets = {name: frozenset[str]() for name in (*_SETS, "MONTHS", "PEOPLES")}
    none: Mapping[str, tuple[tuple[str, ...], ...]] = {}
    return Lexicon(
        {}, (), re.compile("(?!)"), {}, {}, {}, none, none, none, {}, {}, {}, "", {}, sets, capitals, (), {}
    )


def _built(words: ModuleType) -> Lexicon:
    values = _values(words)
    ordinals = {
        word: f"{values[word]}{_ending(values[word])}"
        for word in f"{words.ORDINALS} {words.ORDINAL_TENS}".split()
        if word != "-"
    }
    cardinals = {word: str(value) for word, value in values.items() if word not in ordinals}
    names = {value: word for word, value in reversed(words.MAGNITUDES.items()) if len(word) > 3}
    table = words.SPELLED | words.SHORT | cardinals | ordinals
    table |= {
        word: names[value] for word, value in words.MAGNITUDES.items() if len(word) == 2 or len(word) > 3
    }
    sets = {name: frozenset(getattr(words, name).split()) for name in _SETS}
    sets["MONTHS"] = frozenset(ENGLISH_MONTHS)
    sets["PEOPLES"] = frozenset(words.PEOPLES.split("|"))

    def plain(phrases: Iterable[str]) -> list[tuple[str, ...]]:
        return [tuple(table.get(word, word) for word in phrase.split()) for phrase in phrases]

    places = "|".join((words.COUNTRIES, words.PEOPLES, words.CITIES, words.STATES, words.REGIONS))
    phrases = {tuple(phrase.split()): form for phrase, form in words.PHRASES.items()}
    return Lexicon(
        table=table,
        endings=tuple((re.compile(pattern), form) for pattern, form in words.SPELLED_ENDINGS),
        spelled=re.compile("|".join(f"(?:{pattern})" for pattern, _ in words.SPELLED_ENDINGS)),
        values={table[word]: value for word, value in values.items()},
        magnitudes={table.get(word, word): value for word, value in words.MAGNITUDES.items()}
        | words.MAGNITUDES,
        phrases=phrases,
        denials=_by_first(plain((*words.NEGATIONS.split(), *words.NEGATION_PHRASES))),
        harmless=_by_first(plain(words.NO_NEGATIONS)),
        places=_by_first(plain(places.split("|"))),
        any_of={word: frozenset(stands.split()) for word, stands in words.SHORTENED_ANY.items()},
        shortened=words.SHORTENED,
        denied=words.SHORTENED_NOT,
        joined_not=words.JOINED_NOT,
        signs=words.SIGNS,
        sets=sets,
        capitals=True,
        common=tuple(words.COMMON_ENDINGS.split()),
        forms={},
    )


def _values(words: ModuleType) -> dict[str, int]:
    values: dict[str, int] = {}
    lists = ((words.UNITS, 1), (words.ORDINALS, 1), (words.TENS, 10), (words.ORDINAL_TENS, 10))
    for listed, step in lists:
        values |= {word: place * step for place, word in enumerate(listed.split()) if word != "-"}
    return values


def _ending(value: int) -> str:
    """The ending of an ordinal in digits: 1st, 2nd, 11th."""
    return "th" if 10 <= value % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


def _by_first(phrases: Iterable[tuple[str, ...]]) -> Phrases:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(sorted(several, key=len, reverse=True)) for first, several in found.items()}
