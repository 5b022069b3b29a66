"""Protects the check of dates: one event dated in two ways is shown, and two events are not taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import find, link
from onrecord.check.dates import CHECKS
from onrecord.model import Claim, Document, Finding, Matter, Passage, Span
from onrecord.text.edtf import when

CHECK = CHECKS[0]


def _matter(text: str, id: str = "a", published: str = "2023-05-08") -> Matter:
    moment = when(published)
    document = Document(
        id, f"{id}.txt", f"{id}.txt", None, None, None, (), "text", "en", moment, None, None, text, "0" * 32
    )
    passages, at = [], 0
    for number, paragraph in enumerate(text.split("\n\n")):
        passages.append(Passage(id, number, Span(at, at + len(paragraph)), "paragraph"))
        at += len(paragraph) + 2
    statements = find.statements(document, passages, reader="rules")
    linked = link.within(document, passages, statements)
    return link.matter(document, passages, linked.statements, linked.times, moment)


def findings(*texts: str, published: str = "2023-05-08") -> list[Finding]:
    """What the check finds in texts, each a document of its own."""
    assert CHECK.claims
    assert CHECK.across
    keys: dict[str, list[Claim]] = {}
    for number, text in enumerate(texts):
        for claim in CHECK.claims(_matter(text, f"d{number}", published)):
            keys.setdefault(claim.key, []).append(claim)
    return [found for claims in keys.values() for found in CHECK.across(claims)]


@pytest.mark.parametrize(
    "text",
    [
        "The Arcadia Pact was signed on August 23, 1939, a week before the Germans invaded Borduria.\n\n"
        "He spoke after Germany's invasion of Borduria on September 29, 1939.",
        "Maria Nova was born on 3 May 1950 in Bern.\n\nMaria Nova (born on 3 May 1951) is a painter.",
        "The Treaty of Belmonte was signed on 3 May 1950.\n\n"
        "Ministers signed the Treaty of Belmonte on 8 May 1950.",
        "Jan Kolar was murdered on 3 May 1950.\n\nThe death of Jan Kolar on 13 May 1950 shocked the town.",
        "Resolution 9187 was adopted on 3 May 2010.\n\nParliament adopted Resolution 9187 on 3 June 2010.",
        "An earthquake struck Karlsburg on 3 May 1990.\n\nThe Karlsburg earthquake on 6 May 1990 was strong.",
        "Executive Order 91231 of 3 May 2010 holds.\n\nIt rests on Executive Order 91231 of 8 May 2010.",
        "Estonia joined the Northern League on 1 May 2004.\n\nEstonia joined the Northern League in 2005.",
    ],
)
def test_one_event_two_dates(text: str) -> None:
    """Two tellings of one event with dates that do not meet are one finding, in one text or two."""
    one, other = text.split("\n\n")
    within, between = findings(text), findings(one, other)
    assert len(within) == 1
    assert len(within[0].passages) == 2
    assert "in one passage" in within[0].message
    assert "days apart" in within[0].explanation
    if "a week before" not in text:
        assert len(between) == 1
        assert "in one text" in between[0].message


@pytest.mark.parametrize(
    "text",
    [
        # a noun and a verb
        "The 1956 invasion of Arvia ruined it.\n\nBelmar's army, led by generals, invaded Arvia in 1957.",
        "The merger of Karsa Steel and Ostwind in 1985 cost jobs.\n\nOstwind and Karsa Steel merged in 1984.",
        "The wedding of Li Wen and Omar Hadid on 3 May 2010 was small.\n\n"
        "Li Wen married Omar Hadid on 13 May 2010.",
        "The siege of Orsk began on 3 May 1950.\n\nThe army laid siege to Orsk on 13 June 1950.",
        "The fire at the Velin Theatre on 3 May 1950 killed two.\n\n"
        "The Velin Theatre burned down on 13 May 1950.",
        "Since the founding of Ostwind in 1921, little has changed.\n\nPiotr Horn founded Ostwind in 1923.",
        "The treaty of Orsk, signed on 8 May 1987, holds.\n\nIt was agreed in the 1986 treaty of Orsk.",
        "Norway gained independence on 3 May 1905.\n\nNorway became independent on 3 June 1905.",
        # dates in brackets
        "Li Wen (3 May 1921 – 8 June 1999) painted.\n\nLi Wen was born in 1922.",
        "Li Wen (1921–1999) painted.\n\nThe death of Li Wen on 3 May 1998 was hardly noticed.",
        "Li Wen (born 3 May 1951) paints.\n\nBorn in Orsk on 13 May 1951, Li Wen left early.",
        # what stands between
        "Li Wen, who wrote four novels, died on 3 May 1950.\n\nLi Wen passed away in Orsk on 13 May 1950.",
        "The Velin Bridge, a work of iron, was opened in 1950.\n\nIn 1953, the Velin Bridge was opened.",
        "When the ferry Alma sank on 3 May 1950, nobody saw it.\n\n"
        "The ferry Alma, carrying salt, sank on 3 June 1950.",
    ],
)
def test_sentences_of_one_event(text: str) -> None:
    """A noun and a verb, brackets and clauses in between tell one event, in one text or in two."""
    one, other = text.split("\n\n")
    assert len(findings(text)) == 1
    assert len(findings(one, other)) == 1


@pytest.mark.parametrize(
    "text",
    [
        # a term of office, and what is no person
        "President Li Wen (1981–1999) resigned.\n\nLi Wen was born in 1921.",
        "The Long War (1914–1938) ended.\n\nThe Long War (1915–1938) ended.",
        # of another, and of something else
        "The wife of Li Wen died on 3 May 1950.\n\nLi Wen died on 3 May 1960.",
        "A school in Orsk opened on 3 May 1950.\n\nA hall in Orsk opened on 3 May 1960.",
        "They marked the founding of Ostwind on 3 May 1950.\n\nOstwind was founded in 1921.",
        "The founding of Ostwind shocked bankers in 1950.\n\nOstwind was founded in 1949.",
        "Ostwind was founded in Orsk and moved in 1950.\n\nOstwind was founded in 1921.",
        "In October 1987, just two months after Li Wen signed the treaty of Orsk, it rained.\n\n"
        "The treaty of Orsk was signed in August 1987.",
        "The Harbour Policy Committee was set up in May 1987.\n\n"
        "The Policy Committee was set up in July 1987.",
        "In 1987, Arvia launched the U.S. Harbour Office.\n\nIn 1986, Belmar launched the U.S. River Bureau.",
        # what comes every year, and again
        "The Orsk Festival opened on 3 May 2010.\n\nThe Orsk Festival opened on 4 May 2011.",
        "Li Wen was elected mayor in 2010.\n\nLi Wen was elected president in 2011.",
        "A bomb exploded in Orsk on 3 May 2010.\n\nThe explosion in Orsk on 9 May 2010 killed two.",
        # the same day, and what was not done
        "The treaty of Orsk was signed on 8 May 1987.\n\nThe 1987 treaty of Orsk holds.",
        "The treaty of Orsk was not signed on 8 May 1987.\n\nThe treaty of Orsk was signed in 1986.",
        "Ostwind will be founded on 8 May 2030.\n\nOstwind was founded in 2029.",
        "Arvia signed a Memorandum of Understanding in 1987.\n\n"
        "Belmar signed a Memorandum of Understanding in 1986.",
    ],
)
def test_sentences_of_two_events(text: str) -> None:
    """What a sentence tells of somebody or something else, or tells every year, is no second date."""
    one, other = text.split("\n\n")
    assert findings(text) == []
    assert findings(one, other) == []


_PIECES = (
    "The the Founded founded was wedding of and married Li Wen Orsk treaty (1921–1999) (born 3 May 1921) "
    ", . ; ( ) – invasion 's ’s in on 1950 3 May merged with who which \ue100 \ue200 \n \x00 İ 漢字 "
    "& St. Mr. “ ”"
).split(" ")


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=50))
def test_any_text_gives_claims_in_it(pieces: list[str]) -> None:
    """No text stops the check, and each claim stands in its text."""
    text = " ".join(pieces)
    assert CHECK.claims
    for claim in CHECK.claims(_matter(text)):
        assert 0 <= claim.span.start < claim.span.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        # the same date, told otherwise
        "The Treaty of Belmonte was signed on 3 May 1950.\n\n"
        "Ministers signed the Treaty of Belmonte in May 1950.",
        "The Arcadia Pact was signed on 23 August 1939, a week before the army invaded Borduria.\n\n"
        "The invasion of Borduria on 1 September 1939 went on.",
        # two people of one surname
        "Jan Kolar died on 3 May 1950.\n\nEva Kolar died on 8 May 1990.",
        # two treaties, two resolutions, two states
        "The Treaty of Belmonte was signed on 3 May 1950.\n\nThe Treaty of Bern was signed on 8 May 1950.",
        "Resolution 9187 was adopted on 3 May 2010.\n\nResolution 9188 was adopted on 5 May 2010.",
        "France recognised Arcadia on 3 May 1991.\n\nSpain recognised Arcadia on 13 May 1991.",
        "France joined the Northern League on 1 May 2004.\n\nSpain joined the Northern League on 1 May 2005.",
        # words that are no name by themselves
        "The Treaty was signed on 3 May 1950.\n\nThe Treaty of Bern was signed on 8 May 1950.",
        # papers of two numbers, and of a number that is given every year
        "Executive Order 91231 of 3 May 2010 holds.\n\nExecutive Order 91232 of 8 May 2010 holds.",
        "Decree 91 of 3 May 2010 holds.\n\nDecree 91 of 8 May 2011 holds.",
        # what comes again
        "The king visited Bern on 3 May 1991.\n\nThe king visited Bern on 5 September 1994.",
        "Maria Nova was elected president on 3 May 2010.\n\nMaria Nova was elected president on 3 May 2015.",
        "Rebels attacked Bern on 3 May 2010.\n\nRebels attacked Bern on 9 June 2011.",
        "The army occupied Bern in May 1940.\n\nThe occupation of Bern in July 1940 went on.",
        # what did not take place, or is only planned
        "Arcadia did not invade Borduria on 3 May 1950.\n\nArcadia invaded Borduria on 8 May 1950.",
        "Arcadia will sign the Treaty of Belmonte on 3 May 1950.\n\n"
        "The Treaty of Belmonte was signed on 8 May 1950.",
        # no names
        "The man was arrested on 3 May 2010.\n\nThe man was arrested on 8 May 2010.",
        "A museum was opened on 3 May 2010.\n\nA museum was opened on 8 May 2010.",
    ],
)
def test_other_events_are_not_compared(text: str) -> None:
    """What may be two events, or one date in other words, is no finding."""
    one, other = text.split("\n\n")
    assert findings(text) == []
    assert findings(one, other) == []


def test_message() -> None:
    """The message names the event and both dates as people print them, and judges neither."""
    text = "Arcadia was invaded on 3 May 1950.\n\nThe invasion of Arcadia on May 13, 1950 was swift."
    (found,) = findings(text)
    expected = "The invasion of Arcadia is dated 3 May 1950 in one passage and 13 May 1950 in another."
    assert found.message == expected
    assert [shown.span.of(text) for shown in found.passages] == [
        "Arcadia was invaded on 3 May 1950",
        "The invasion of Arcadia on May 13, 1950",
    ]


def test_a_day_of_difference_between_texts_may_be_a_time_zone() -> None:
    """Within one text a day counts; between texts it does not."""
    one, other = "Jan Kolar died on 3 May 1950.", "Jan Kolar died on 4 May 1950."
    assert findings(one, other) == []
    assert len(findings(f"{one}\n\n{other}")) == 1


def test_many_dates_are_many_events() -> None:
    """What a key dates in many ways recurs, and nothing is said of it."""
    texts = [f"Rebels captured Karlsburg on {day} May 2010." for day in (3, 9, 15, 21)]
    assert findings(*texts) == []


def test_two_values_give_one_finding() -> None:
    """However often either date is printed, it is one finding."""
    one, other = "Jan Kolar died on 3 May 1950.", "Jan Kolar died on 13 May 1950."
    assert len(findings(one, one, one, other, other)) == 1
