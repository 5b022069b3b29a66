"""Protects the check of dates: one event dated in two ways is shown, and two events are not taken for one."""

from __future__ import annotations

import pytest

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
