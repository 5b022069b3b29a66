"""A language's data file becomes one immutable index; the finders never read the data file themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import ModuleType

_VOWELS = "aeiou"
SKIPPED = frozenset("]*_\\#|<>[")  # what begins with one of these is no word, nor is an address


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a cue verb.

    Attributes:
        lemma: the dictionary form.
        forms: which of "base", "s", "past", "ing" this spelling can be.
        clause, object, infinitive, hearer: the complements that make it a cue.
        prepositions: those that belong to the cue ("call for").
        wary: a cue only in the clearest surroundings.
        act: "said", "thought" or "intended".
    """

    lemma: str
    forms: frozenset[str]
    clause: bool
    object: bool
    infinitive: bool
    hearer: bool
    prepositions: frozenset[str]
    wary: bool
    act: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the finders ask of one language."""

    code: str
    verbs: dict[str, Verb]
    phrasal: dict[str, frozenset[str]]
    words: dict[str, frozenset[str]]
    token: re.Pattern[str]
    gate: frozenset[str]
    sources: dict[str, str]
    patterns: dict[str, re.Pattern[str]]

    def __getitem__(self, name: str) -> frozenset[str]:
        """The closed class `name` ("PRONOUNS"), lower-case."""
        return self.words[name]


LANGUAGES = ("en",)


@cache
def lexicon(language: str | None) -> Lexicon | None:
    """The lexicon of a language, or None where there is none and only marks, labels and layout are read."""
    if language not in LANGUAGES:
        return None
    return _build(import_module(f"onrecord.find.languages.{language}"))


def _build(data: ModuleType) -> Lexicon:
    verbs: dict[str, Verb] = {}
    phrasal: dict[str, set[str]] = {}
    for phrase in data.CLAUSE:
        if "_" in phrase:
            verb, rest = phrase.split("_", 1)
            phrasal.setdefault(verb, set()).add(rest.replace("_", " "))
    lemmas = {
        w for group in (data.CLAUSE, data.OBJECT, data.INFINITIVE, data.HEARER) for w in group if "_" not in w
    }
    for lemma in sorted(lemmas | set(phrasal) | set(data.PREPOSITION)):
        for form, kinds in _forms(lemma, data.IRREGULAR).items():
            verbs[form] = Verb(
                lemma,
                frozenset(kinds),
                lemma in data.CLAUSE,
                lemma in data.OBJECT,
                lemma in data.INFINITIVE,
                lemma in data.HEARER,
                frozenset(data.PREPOSITION.get(lemma, "").split()),
                lemma in data.WARY,
                "intended" if lemma in data.INTENDED else "thought" if lemma in data.THOUGHT else "said",
            )
    for form in data.NOT_CUES:
        verbs.pop(form, None)
    words = {
        name: frozenset(w.lower() for w in value)
        for name, value in vars(data).items()
        if name.isupper() and isinstance(value, (list, tuple))
    }
    # Unions that every paragraph asks for are made once.
    words["VERBAL"] = words["AUXILIARIES"] | words["VERBS"] | frozenset(verbs)
    words["FINITE"] = words["AUXILIARIES"] | words["VERBS"]
    words["NOT_IN_PHRASE"] = words["SUBORDINATORS"] | words["AUXILIARIES"] | words["VERBS"]
    words["CLOSED"] = words["PREPOSITIONS"] | words["CONJUNCTIONS"] | words["ADVERBS"] | words["TIME_WORDS"]
    words["BEFORE_VERB"] = words["AUXILIARIES"] | words["ADVERBS"] | words["NEGATIONS"]
    gate = frozenset(verbs) | {"according"} | words["NOUNS_THAT"] | words["NOUNS_OF"] | words["NOUNS_TO"]
    sources = {name: value for name, value in vars(data).items() if name.isupper() and isinstance(value, str)}
    return Lexicon(
        data.CODE,
        verbs,
        {k: frozenset(v) for k, v in phrasal.items()},
        words,
        _token(data.ABBREVIATIONS),
        gate,
        sources,
        {name: re.compile(value, re.I) for name, value in sources.items()},
    )


def _token(abbreviations: list[str]) -> re.Pattern[str]:
    """Words with their apostrophes and hyphens, abbreviations with their points, numbers, single signs.

    Its one group takes a whole token, so that it can split a text. Addresses and the marks of Markdown are
    tokens too, and no words: `SKIPPED` tells them.
    """
    short = "|".join(sorted(map(re.escape, abbreviations), key=len, reverse=True))
    longest = max(map(len, abbreviations))
    return re.compile(
        r"([A-Za-z][a-z]*+(?=[ ,])"  # most words: nothing below would take them otherwise
        r"|\]\([^()\s]*\)|https?://\S+|[*_\\#|<>\[\]]+"
        rf"|(?=[^\W\d_]{{1,{longest}}}\.)(?:{short})\.(?!\w)|(?:[^\W\d_]\.){{2,}}|[^\W\d_]\.(?=\s[A-Z])"
        r"|[^\W\d_]+(?:[-'’&][^\W\d_]+)*['’]?(?=\W|$)|[^\W_]+(?:[-'’.,:/][^\W_]+)*%?|\.\.\.|--+|[^\w\s]|_)"
    )


def _forms(lemma: str, irregular: dict[str, str]) -> dict[str, set[str]]:
    """Every spelling of a verb with the forms it can be."""
    out: dict[str, set[str]] = {lemma: {"base"}}
    if lemma in irregular:
        for form in irregular[lemma].split():
            kind = (
                "ing"
                if form.endswith("ing") and form != "bring"
                else "s"
                if form == _third(lemma)
                else "past"
            )
            out.setdefault(form, set()).add(kind)
        return out
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    if lemma.endswith("ee"):
        out.update({_third(lemma): {"s"}, lemma + "d": {"past"}, lemma + "ing": {"ing"}})
        return out
    past = lemma[:-1] + "ied" if _consonant_y(lemma) else stem + "ed"
    for form, kind in ((_third(lemma), "s"), (past, "past"), (stem + "ing", "ing")):
        out.setdefault(form, set()).add(kind)
    return out


def _third(lemma: str) -> str:
    if _consonant_y(lemma):
        return lemma[:-1] + "ies"
    return lemma + ("es" if re.search(r"(s|x|z|ch|sh|o)$", lemma) else "s")


def _consonant_y(lemma: str) -> bool:
    return lemma.endswith("y") and lemma[-2] not in _VOWELS
