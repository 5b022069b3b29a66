"""Protects through whom and to whom words came: relays from the mouth outwards, and hearers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import find
from onrecord.model import Statement

BEFORE = "It rained all day in the north. "


@pytest.fixture(scope="session")
def chain(paper) -> Callable[..., list[tuple[str | None, str | None, list[str], list[str]]]]:
    """(speaker, addressee, relays, words) of each statement of a paragraph."""

    def run(text: str, **more: str | None) -> list[tuple[str | None, str | None, list[str], list[str]]]:
        document, passages = paper(BEFORE + text, **more)
        return [parts(one, document.text) for one in find.statements(document, passages)]

    return run


def parts(one: Statement, text: str) -> tuple[str | None, str | None, list[str], list[str]]:
    return (
        one.speaker.span.of(text) if one.speaker else None,
        one.addressee.of(text) if one.addressee else None,
        [span.of(text) for span in one.via],
        [span.of(text) for span in one.content],
    )


RELAYS = [
    ("“We will wait,” said Odo Lenk, quoted by BNA on Monday.", "Odo Lenk", ["BNA"]),
    ("“We will wait,” Lenk said, as quoted by the news agency BNA.", "Lenk", ["the news agency BNA"]),
    ("“We will wait,” Lenk said in a statement carried by state news agency KCNA.", "Lenk", ["KCNA"]),
    ("“We will wait,” Lenk wrote in a letter obtained by the Evening Post.", "Lenk", ["the Evening Post"]),
    ("Lenk told Reuters that the mine was closed.", "Lenk", ["Reuters"]),
    ("The mine was closed, Lenk told the BBC’s Newsnight on Sunday.", "Lenk", ["the BBC"]),
    ("In an interview with Der Spiegel, Lenk said the mine was closed.", "Lenk", ["Der Spiegel"]),
    ("In an interview with the daily Orsk Courier he said the mine was closed.", "he", ["Orsk Courier"]),
    ("Speaking to the BBC, Lenk said the mine was closed.", "Lenk", ["the BBC"]),
    ("“We will wait,” Lenk wrote on Telegram.", "Lenk", ["Telegram"]),
    ("Lenk wrote in his Telegram channel that the mine was closed.", "Lenk", ["Telegram"]),
    ("“We will wait,” Lenk said on CNN.", "Lenk", ["CNN"]),
    ("Lenk wrote in an op-ed for the Orsk Times that she left.", "Lenk", ["the Orsk Times"]),
    ("“We will wait,” Lenk said through his lawyer.", "Lenk", ["his lawyer"]),
    ("“We will wait,” Lenk said, according to Interfax.", "Lenk", ["Interfax"]),
    ("Lenk said the mine was closed, Interfax reported.", "Lenk", ["Interfax"]),
    ("“We will wait,” said Lenk, originally in Russian.", "Lenk", ["originally in Russian"]),
    ("Interfax quoted Lenk as saying that the mine was closed.", "Lenk", ["Interfax"]),
    ("Lenk was quoted as saying by Interfax that the mine was closed.", "Lenk", ["Interfax"]),
    ("“We will wait for you,” Lenk was quoted by Interfax as saying.", "Lenk", ["Interfax"]),
    ("Interfax reported on Monday, citing a source in the ministry, that the mine was closed.",
     "a source in the ministry", ["Interfax"]),
    ("According to the Post, citing two officials, the mine was closed.", "two officials", ["the Post"]),
    ("The mine was closed, according to the Post, citing two officials.", "two officials", ["the Post"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "via"), RELAYS)
def test_relays(chain, text: str, speaker: str, via: list[str]) -> None:
    """Who passed the words on is never who said them."""
    assert [(who, relays) for who, _, relays, _ in chain(text)] == [(speaker, via)]


def test_a_chain_runs_from_the_mouth_outwards(chain) -> None:
    """What was told to one paper and reported by an agency came through both, the paper first."""
    found = chain("According to Interfax, Lenk told the Kyiv Post that the mine was closed.")
    assert ("Lenk", "the Kyiv Post", ["the Kyiv Post", "Interfax"], ["that the mine was closed"]) in found


def test_what_an_outlet_reports_of_somebody_came_through_it(chain) -> None:
    """The report stays a statement of its own."""
    found = chain("CNN reported that Lenk had said that the mine was closed.")
    assert [(who, via) for who, _, via, _ in found] == [("CNN", []), ("Lenk", ["CNN"])]


def test_a_person_who_reports_is_no_relay(chain) -> None:
    """Only outlets and those who quote pass words on."""
    found = chain("Salm said that Lenk had said that the mine was closed.")
    assert all(via == [] for _, _, via, _ in found)


def test_each_statement_has_its_own_chain(chain) -> None:
    """ "told Reuters" says nothing of the other clause."""
    found = chain("Lenk told Reuters that the mine was closed, while Salm said that it was open.")
    assert [(who, via) for who, _, via, _ in found] == [("Lenk", ["Reuters"]), ("Salm", [])]


def test_relays_within_the_words_are_words(chain) -> None:
    """What is spoken of quoting says nothing of how the words came here."""
    found = chain("Lenk said that reports quoted by BNA were wrong.")
    assert [(who, via) for who, _, via, _ in found] == [("Lenk", [])]


def test_a_quotation_that_goes_on_came_the_same_way(chain) -> None:
    found = chain("“We will wait,” said Lenk, quoted by BNA. “Nobody knows for how long, and nobody asks.”")
    assert all(via == ["BNA"] for _, _, via, _ in found)


def test_the_page_itself_is_no_relay(paper) -> None:
    """An outlet that prints what it was told passes nothing on but itself."""
    document, passages = paper(BEFORE + "Lenk told Orsk Courier that the mine was closed.")
    own = find.statements(replace(document, outlet="The Orsk Courier"), passages)
    other = find.statements(replace(document, outlet="Evening Post"), passages)
    assert [len(one.via) for one in own] == [0]
    assert [len(one.via) for one in other] == [1]
    assert own[0].addressee == other[0].addressee


HEARERS = [
    ("Lenk told reporters in Belmar that the mine was closed.", "Lenk", "reporters"),
    ("“We will wait,” Lenk said in a letter to parliament.", "Lenk", "parliament"),
    ("Lenk said in an address to the council that the mine was closed.", "Lenk", "the council"),
    ("Lenk replied to Ruta Salm that the mine was closed.", "Lenk", "Ruta Salm"),
    ("Lenk thanked the voters for their trust.", "Lenk", "the voters"),
    ("Lenk was told by Salm that the mine was closed.", "Salm", "Lenk"),
    ("Lenk told her husband that the mine was closed.", "Lenk", "her husband"),
    ("“We will wait,” Lenk told Fox News host Ada Stone.", "Lenk", "Fox News host Ada Stone"),
    ("“We will wait,” she said to me.", "she", "me"),
]


@pytest.mark.parametrize(("text", "speaker", "hearer"), HEARERS)
def test_hearers(chain, text: str, speaker: str, hearer: str) -> None:
    assert (speaker, hearer) in [(who, told) for who, told, _, _ in chain(text)]


@pytest.mark.parametrize(
    "text",
    [
        "“We will wait,” Lenk warned in Belmar.",
        "“We will wait,” said Lenk in reply to a question.",
        "“We will wait,” Lenk said to applause.",
        "Lenk said the mine was closed.",
        "Lenk encouraged contacts between miners to go on for years.",
        "“Why do we wait?” asked Lenk.",
    ],
)
def test_no_hearers(chain, text: str) -> None:
    """A place, a thing and the speaker are told nothing."""
    found = chain(text)
    assert found
    assert all(told is None for _, told, _, _ in found)


def test_asking_a_journalist_passes_nothing_on(chain) -> None:
    found = chain("Lenk asked CNN’s Ada Stone to check the figures.")
    assert [(told, via) for _, told, via, _ in found] == [("CNN’s Ada Stone", [])]


PIECES = (
    *(
        "Interfax",
        "the Post",
        "Odo Lenk",
        "she",
        "“We will wait,”",
        "“No.”",
        " said ",
        " told ",
        " quoted ",
        " by ",
    ),
    *(" citing ", " according to ", " as saying ", " that ", "the mine was closed", " in an interview with "),
    *("Telegram", " to ", "her", "reporters", ", ", ". ", " of ", " was ", "’s", " through a lawyer", " on "),
)


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_text(paper, text: str) -> None:
    """Relays and hearers lie within the text, do not overlap each other, and are not the speaker."""
    document, passages = paper("It rained. " + text + ".")
    for one in find.statements(document, passages):
        spans = sorted(one.via)
        who = [one.speaker.span] if one.speaker else []
        for span in (*spans, *([one.addressee] if one.addressee else [])):
            assert 0 <= span.start < span.end <= len(document.text)
        assert all(a.end <= b.start for a, b in pairwise(spans))
        assert all(span.end <= w.start or w.end <= span.start for span in spans for w in who)
        assert one.content
