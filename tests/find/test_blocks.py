"""Protects words set apart by layout: announced by a colon, set as a block, closed by a name and title."""

from __future__ import annotations

import pytest

from onrecord.find.blocks import announced, pull_quotation, set_apart, signature

LONG = "The first pillar was cracked when we came in, and nobody had looked at it for nine years."

ANNOUNCING = [
    ("Marta Velin wrote in her report:", "Marta Velin", "wrote"),
    ("Founding his museum in 1961, Bruno Asker explained:", "Bruno Asker", "explained"),
    ("His letters were read, and still he wrote:", "he", "wrote"),
    ("The union put out this statement:", "The union", "statement"),
    ("Velin had this to say:", "Velin", "say"),
]

NOT_ANNOUNCING = [
    "The museum keeps three collections:",
    "Two things were in the bag:",
    "Nobody was there:",
    "Marta Velin wrote in her report.",
    ":",
]


@pytest.mark.parametrize(("words", "speaker", "cue"), ANNOUNCING)
def test_announced(paper, lex, words: str, speaker: str, cue: str) -> None:
    """The paragraph after a colon is the words of whoever the sentence before it names."""
    document, passages = paper(words, LONG, "Then she left.")
    found = announced(document.text, passages, 0, lex)
    assert found is not None
    assert found.rule == "block:colon"
    assert [document.text[slice(*c)] for c in found.content] == [LONG]
    assert (document.text[slice(*found.source)], document.text[slice(*found.cue)]) == (speaker, cue)


@pytest.mark.parametrize("words", NOT_ANNOUNCING)
def test_a_colon_alone_announces_nothing(paper, lex, words: str) -> None:
    """There must be a word of saying."""
    document, passages = paper(words, LONG)
    assert announced(document.text, passages, 0, lex) is None


@pytest.mark.parametrize("kind", ["list", "heading", "turn", "caption", "furniture"])
def test_only_running_text_is_announced(paper, lex, kind: str) -> None:
    """A list after a colon is a list."""
    document, passages = paper("Marta Velin wrote:", (kind, LONG))
    assert announced(document.text, passages, 0, lex) is None
    assert announced(document.text, passages[:1], 0, lex) is None


@pytest.mark.parametrize(
    ("kind", "block", "words"),
    [
        ("paragraph", LONG + " (2)", LONG),
        ("paragraph", LONG + " [12]", LONG),
        ("block_quotation", "> " + LONG, LONG),
        ("paragraph", LONG + " (as told)", LONG + " (as told)"),
    ],
)
def test_marks_of_the_layout_are_not_words(paper, lex, kind: str, block: str, words: str) -> None:
    """The sign of a block and the number of a footnote are left out."""
    document, passages = paper("Marta Velin wrote:", (kind, block))
    found = announced(document.text, passages, 0, lex)
    assert found is not None
    assert [document.text[slice(*c)] for c in found.content] == [words]


def test_marked_words_are_left_to_their_marks(paper, lex) -> None:
    """Only who speaks is new."""
    document, passages = paper("Marta Velin wrote:", f"“{LONG}”")
    found = announced(document.text, passages, 0, lex)
    assert found is not None
    assert (found.rule, found.content, document.text[slice(*found.source)]) == (
        "block:marked",
        [],
        "Marta Velin",
    )


@pytest.mark.parametrize(
    ("words", "label", "expected"),
    [
        (
            "We keep the town alive Ruta Salm Minister of Energy",
            "Ruta Salm Minister of Energy",
            "We keep the town alive",
        ),
        ("We keep the town alive — Ruta Salm, Minister", "Ruta Salm, Minister", "We keep the town alive"),
        (
            "See also Ferry fares to rise in spring My grandmother paid Ada Renholm President",
            "Ada Renholm President",
            "My grandmother paid",
        ),
    ],
)
def test_pull_quotations(paper, lex, words: str, label: str, expected: str) -> None:
    """The words before a printed name and title; a "See also" line run into them is left out."""
    document, (passage,) = paper(("block_quotation", words, label))
    found = pull_quotation(document.text, passage, lex)
    assert found is not None
    assert [document.text[slice(*c)] for c in found.content] == [expected]
    assert (found.rule, document.text[slice(*found.source)]) == ("block:name and title", label)


def test_a_label_in_front_is_a_turns(paper, lex) -> None:
    """Only a name behind the words closes a pull-quote."""
    document, (passage,) = paper(("block_quotation", "Ruta Salm: we stay", "Ruta Salm"))
    assert pull_quotation(document.text, passage, lex) is None
    document, (passage,) = paper(("block_quotation", "we stay"))
    assert pull_quotation(document.text, passage, lex) is None


@pytest.mark.parametrize(
    ("words", "carried", "rule", "speaker", "expected"),
    [
        ("> We stay.", True, "block:set apart", "Brod", "We stay."),
        ("> We stay.", False, "quotation:no speaker", None, "We stay."),
        ("We stay.\n— Lena Marsh, hydrologist", True, "block:signed", "Lena Marsh, hydrologist", "We stay."),
        ("> We stay.\n> — Lena Marsh", False, "block:signed", "Lena Marsh", "We stay."),
        ("We stay.\nLena Marsh left", True, "block:set apart", "Brod", "We stay.\nLena Marsh left"),
    ],
)
def test_set_apart(paper, words: str, carried: bool, rule: str, speaker: str | None, expected: str) -> None:
    """A block is the last speaker's, or the one's who signs it, or nobody's."""
    document, passages = paper("Brod", ("block_quotation", words))
    found = set_apart(document.text, passages[1], (0, 4) if carried else None)
    assert found is not None
    assert found.rule == rule
    assert [document.text[slice(*c)] for c in found.content] == [expected]
    assert (document.text[slice(*found.source)] if found.source else None) == speaker


def test_an_empty_block_is_nothing(paper) -> None:
    """A sign without words."""
    document, (passage,) = paper(("block_quotation", "> >"))
    assert set_apart(document.text, passage, None) is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("— Lena Marsh, hydrologist", "Lena Marsh, hydrologist"),
        ("– Lena Marsh", "Lena Marsh"),
        ("— Лена Марш", "Лена Марш"),
        ("— We left. Nobody came.", None),
        ("Lena Marsh", None),
        ("— so it goes", None),
    ],
)
def test_signatures(paper, words: str, name: str | None) -> None:
    """A passage that is nothing but a dash and a name."""
    document, (passage,) = paper(words)
    span = signature(document.text, passage)
    assert (document.text[slice(*span)] if span else None) == name
