"""Protects the index made of a language's data: every form of each cue verb, what it takes, the tokens."""

from __future__ import annotations

import pytest

from onrecord.find.languages import en
from onrecord.find.lexicon import LANGUAGES, Lexicon, lexicon
from onrecord.find.tokens import tokens

GROUPS = (en.CLAUSE, en.OBJECT, en.INFINITIVE, en.HEARER)


@pytest.mark.parametrize("language", ["de", "ru", "zh", "", "EN", "english", None])
def test_a_language_without_a_lexicon(language: str | None) -> None:
    """There is none rather than the English one."""
    assert lexicon(language) is None


def test_every_language_has_one() -> None:
    """Each listed language has its data, built once."""
    for language in LANGUAGES:
        built = lexicon(language)
        assert built is not None
        assert built.code == language
        assert lexicon(language) is built


@pytest.mark.parametrize(
    ("lemma", "s", "past", "ing"),
    [
        ("say", "says", "said", "saying"),
        ("announce", "announces", "announced", "announcing"),
        ("reply", "replies", "replied", "replying"),
        ("convey", "conveys", "conveyed", "conveying"),
        ("guess", "guesses", "guessed", "guessing"),
        ("reproach", "reproaches", "reproached", "reproaching"),
        ("tell", "tells", "told", "telling"),
        ("admit", "admits", "admitted", "admitting"),
        ("deny", "denies", "denied", "denying"),
        ("echo", "echoes", "echoed", "echoing"),
        ("see", "sees", "saw", "seeing"),
        ("read", "reads", "read", "reading"),
        ("beg", "begs", "begged", "begging"),
    ],
)
def test_forms(lex: Lexicon, lemma: str, s: str, past: str, ing: str) -> None:
    """A verb is known in each of its spellings, and each says which form it can be."""
    for spelling, form in ((lemma, "base"), (s, "s"), (past, "past"), (ing, "ing")):
        assert spelling in lex.verbs, f"{spelling} is a form of {lemma}"
        assert lex.verbs[spelling].lemma == lemma
        assert form in lex.verbs[spelling].forms


def test_forms_of_one_spelling(lex: Lexicon) -> None:
    """ "put" is base and past; "said" is no base."""
    assert lex.verbs["put"].forms == {"base", "past"}
    assert lex.verbs["said"].forms == {"past"}


@pytest.mark.parametrize("wrong", ["telled", "replys", "admited", "planing", "refered", "sayed"])
def test_no_misspelt_forms(lex: Lexicon, wrong: str) -> None:
    """An irregular or doubling verb has no regular spelling besides."""
    assert wrong not in lex.verbs


@pytest.mark.parametrize("final", ["t", "p", "g", "b", "n", "l", "r"])
def test_doubled_consonants_are_listed(lex: Lexicon, final: str) -> None:
    """A verb of one short syllable doubles its last letter, so the data must list its forms."""
    for verb in lex.verbs.values():
        lemma = verb.lemma
        vowels = sum(ch in "aeiou" for ch in lemma)
        if lemma.endswith(final) and vowels == 1 and lemma[-2] in "aeiou" and len(lemma) > 2:
            assert lemma in en.IRREGULAR, f"{lemma} needs its spellings"


@pytest.mark.parametrize(
    ("form", "takes"),
    [
        ("said", "clause"),
        ("believes", "clause in"),
        ("criticised", "object"),
        ("vowed", "infinitive clause object"),
        ("told", "hearer"),
        ("called", "object for on upon"),
        ("spoke", "of about against"),
    ],
)
def test_complements(lex: Lexicon, form: str, takes: str) -> None:
    """What makes a verb a cue is taken from the groups it stands in."""
    verb = lex.verbs[form]
    wanted = set(takes.split())
    prepositions = wanted - {"clause", "object", "infinitive", "hearer"}
    assert verb.prepositions == prepositions
    for name in ("clause", "infinitive", "hearer"):
        assert getattr(verb, name) == (name in wanted), name
    if "object" in wanted and form != "vowed":
        assert verb.object


@pytest.mark.parametrize(
    ("form", "act"),
    [
        ("said", "said"), ("denied", "said"), ("believes", "thought"), ("feared", "thought"),
        ("hopes", "thought"), ("plans", "intended"), ("vowed", "intended"), ("refused", "said"),
    ],
)  # fmt: skip
def test_acts(lex: Lexicon, form: str, act: str) -> None:
    """Saying, thinking and intending are told apart."""
    assert lex.verbs[form].act == act


def test_phrasal_verbs(lex: Lexicon) -> None:
    """ "point_out" belongs to "point", without making "point" a verb of clauses."""
    assert "out" in lex.phrasal["point"]
    assert "clear" in lex.phrasal["make"]
    assert not lex.verbs["pointed"].clause
    assert "point_out" not in lex.verbs


def test_no_cue_is_lost(lex: Lexicon) -> None:
    """Every verb of every group is there, every form that is no cue is not; the gate lets all of them in."""
    for group in GROUPS:
        for word in group:
            lemma = word.split("_")[0]
            assert any(verb.lemma == lemma for verb in lex.verbs.values()), lemma
    assert lex.verbs.keys().isdisjoint(en.NOT_CUES)
    assert lex.verbs.keys() <= lex.gate
    assert {"according", "claim", "plan", "criticism"} <= lex.gate


@pytest.mark.parametrize("name", ["INTENDED", "PLAIN_BASE", "NOT_BEFORE_NOUNS"])
def test_lists_about_verbs_name_verbs(lex: Lexicon, name: str) -> None:
    """A list that qualifies verbs names lemmas that are in a group: any other entry would do nothing."""
    assert sorted(lex[name] - {verb.lemma for verb in lex.verbs.values()}) == []


def test_closed_classes(lex: Lexicon) -> None:
    """Classes are looked up by name in lower case; one that the data does not have is an error."""
    assert "monday" in lex["TIME_WORDS"]
    assert "according" not in lex["PREPOSITIONS"]
    assert lex["PREPOSITIONS"] | lex["CONJUNCTIONS"] <= lex["CLOSED"]
    assert all(word == word.lower() for words in lex.words.values() for word in words)
    with pytest.raises(KeyError):
        lex["NO_SUCH_CLASS"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Tosk said no.", "Mr.|Tosk|said|no|."),
        ("Dr. Lena Marsh", "Dr.|Lena|Marsh"),
        ("the U.S. envoy", "the|U.S.|envoy"),
        ("J. K. Orrin said", "J.|K.|Orrin|said"),
        ("It was he. She left.", "It|was|he|.|She|left|."),
        ("the miners’ hall isn’t Brod’s", "the|miners’|hall|isn’t|Brod’s"),
        ("a vice-president of AT&T", "a|vice-president|of|AT&T"),
        ("3.5% of 1,200 at 12:30", "3.5%|of|1,200|at|12:30"),
        ("wait... no… yes", "wait|...|no|…|yes"),
        ("yes -- no — yes", "yes|--|no|—|yes"),
        ("été à Łódź", "été|à|Łódź"),
        ("**Brod** [said](https://a.example/x_y) so", "Brod|said|so"),
        ("see https://a.example/said,that now", "see|now"),
        ("# A *title*", "A|title"),
    ],
)
def test_tokens(lex: Lexicon, text: str, expected: str) -> None:
    """Abbreviations keep their point, words their apostrophes; addresses and markup are no words."""
    found = tokens(text, 0, len(text), (), lex)
    assert found.words == expected.split("|")
    assert [text[s:e] for s, e in zip(found.starts, found.ends, strict=True)] == found.words
