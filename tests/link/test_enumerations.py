"""Protects how lists are read: what announces them, where items begin and end, whether they are all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.link.matters.enumerations import enumerations
from onrecord.model import Document, Enumeration, Passage, PassageKind, Span


def _document(text: str) -> Document:
    return Document("d", "p", "s", None, None, None, (), "text", "en", None, None, None, text, "x")


def read(text: str, *kinds: PassageKind) -> tuple[Enumeration, ...]:
    """The enumerations of a text whose passages are parted by blank lines."""
    passages, place = [], 0
    for number, part in enumerate(text.split("\n\n")):
        start = text.index(part.strip(), place)
        place = start + len(part.strip())
        kind = kinds[number] if number < len(kinds) else "paragraph"
        passages.append(Passage("d", number, Span(start, place), kind))
    return enumerations(_document(text), passages)


def items(text: str) -> list[str]:
    found = read(text)
    assert len(found) == 1, found
    return [item.of(text) for item in found[0].items]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He named three goals: bread, roses and peace.", ["bread", "roses", "peace"]),
        ("He named three goals: bread, roses, and peace.", ["bread", "roses", "peace"]),
        ("The two islands – Norla and Vestra – agreed.", ["Norla", "Vestra"]),
        ("All four towns (Ala, Bela, Cela, Dela) agreed.", ["Ala", "Bela", "Cela", "Dela"]),
        ("The three towns, Ala, Bela and Cela, agreed.", ["Ala", "Bela", "Cela"]),
        ("Two cities: Lansing, Michigan; and Salem, Oregon.", ["Lansing, Michigan", "Salem, Oregon"]),
        ("They set two rules: (1) no noise after ten; (2) no fires.", ["no noise after ten", "no fires"]),
        ("Three states: Ala, the Republic of Bela and Cela.", ["Ala", "the Republic of Bela", "Cela"]),
        ("Two states: Ala, and Bosnia and Herzegovina.", ["Ala", "Bosnia and Herzegovina"]),
        (
            "Three people: Dr. A. Smith, Gov. Lee and U.S. Sen. Poe.",
            ["Dr. A. Smith", "Gov. Lee", "U.S. Sen. Poe"],
        ),
        ("The three winners are Ann Lee, Bo Day and Cy Poe.", ["Ann Lee", "Bo Day", "Cy Poe"]),
        ("It covers three sectors, namely steel, coal and wool.", ["steel", "coal", "wool"]),
    ],
)
def test_items_of_a_sentence(text: str, expected: list[str]) -> None:
    """Items are cut at the sign that parts them all, and names with commas or "and" stay whole."""
    assert items(text) == expected


def test_lead_and_whole() -> None:
    """The number and the body that the members belong to are both found, past an apposition."""
    text = (
        "The League of Northern Harbours (LNH), founded after the storm, includes 3 of the 5 old ports: "
        "Ala, Bela, and Cela."
    )
    (found,) = read(text)
    assert found.lead
    assert found.lead.of(text) == "3 of the 5 old ports"
    assert found.whole
    assert found.whole.of(text) == "League of Northern Harbours (LNH)"
    assert found.closed


@pytest.mark.parametrize(
    "text",
    [
        "We, the heads of state of the League of Harbours (Ala, Bela, Cela), agree.",
        "The League of Harbours consists of Ala, Bela and Cela.",
        "The League of Harbours is made up of Ala, Bela and Cela.",
        "The members of the League of Harbours are Ala, Bela and Cela.",
        "Members of the League of Harbours: Ala, Bela and Cela.",
        "The League of Harbours members – Ala, Bela and Cela – agreed.",
        "The League of Harbours comprises three ports: Ala, Bela and Cela.",
    ],
)
def test_members_of_a_body(text: str) -> None:
    """Whatever way a body's members are given, body and members are read."""
    (found,) = read(text)
    assert found.whole
    assert found.whole.of(text) == "League of Harbours"
    assert [item.of(text) for item in found.items] == ["Ala", "Bela", "Cela"]


def test_a_name_that_ends_like_its_members() -> None:
    """ "States" with a capital is part of the name, not who its members are."""
    text = "We, the heads of state of the League of Old States (Ala, Bela, Cela), agree."
    (found,) = read(text)
    assert found.whole
    assert found.whole.of(text) == "League of Old States"


@pytest.mark.parametrize(
    "text",
    [
        "Some members of the League of Harbours (Ala, Bela, Cela) left.",
        "Three northern members of the League of Harbours (Ala, Bela, Cela) left.",
        "The other members of the League of Harbours (Ala, Bela, Cela) left.",
    ],
)
def test_some_members_are_no_roll(text: str) -> None:
    """A part of the members is not given as the members."""
    assert not any(found.whole for found in read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Five ports, including: Ala, Bela and Cela.",
        "Five ports – including Ala, Bela and Cela – agreed.",
        "Five ports: Ala, Bela, Cela and others.",
        "Five ports: Ala, Bela, Cela, among others.",
    ],
)
def test_open_lists(text: str) -> None:
    """A list that says itself that it is not whole is open."""
    assert all(not found.closed for found in read(text))


def test_lines_of_a_list() -> None:
    """Lines of one indentation are the items; what is further in belongs to the line above."""
    text = (
        "The governor signed the following three bills:\n\n- **The Ferry Act**: more ferries\n\n"
        "    - at night\n\n- The Bridge Act\n\n- The Tunnel Act\n\nNothing else was signed."
    )
    (found,) = read(text, "paragraph", "list", "list", "list", "list")
    assert [item.of(text) for item in found.items] == ["The Ferry Act", "The Bridge Act", "The Tunnel Act"]
    assert found.lead
    assert found.lead.of(text) == "the following three bills"


@pytest.mark.parametrize(
    "text",
    [
        "Region 3 serves Ala, Bela and Cela.",
        "One in ten towns: Ala, Bela and Cela.",
        "It rose by $3 in towns: Ala, Bela and Cela.",
        "They met in three towns in Ala, Bela and Cela.",
        "Over the last two years: Ala, Bela and Cela.",
    ],
)
def test_numbers_that_announce_nothing(text: str) -> None:
    """Labels, rates, money and times before names are no leads."""
    assert not any(found.lead for found in read(text))


def test_other_languages_and_furniture_have_none() -> None:
    """What cannot be read is not guessed at."""
    text = "Three towns: Ala, Bela and Cela."
    assert read(text, "furniture") == ()
    passage = Passage("d", 0, Span(0, len(text)), "paragraph")
    other = Document("d", "p", "s", None, None, None, (), "text", "fr", None, None, None, text, "x")
    assert enumerations(other, [passage]) == ()


@given(
    st.lists(
        st.sampled_from(
            [
                "three",
                "towns",
                ":",
                "(",
                ")",
                ",",
                ";",
                "and",
                "A",
                "–",
                ".",
                "\n- ",
                "\n\n",
                "of the B",
                '"',
                "(1)",
                "members",
                "includes",
                "İ",
            ]
        ),
        max_size=60,
    )
)
def test_any_text_is_read(parts: list[str]) -> None:
    """No text breaks reading, and items lie in order within the enumeration."""
    text = " ".join(parts)
    kinds: list[PassageKind] = ["paragraph", "list"]
    if text.strip():
        whole = Passage("d", 0, Span(0, len(text)), kinds[len(parts) % 2])
        for found in enumerations(_document(text), [whole]):
            assert len(found.items) > 1
            assert all(found.span.start <= item.start < item.end <= found.span.end for item in found.items)
            assert list(found.items) == sorted(found.items)
