"""Protects reports dated after their own publication, and that plans and other years are none."""

from __future__ import annotations

import pytest

from onrecord.check.premature import CHECK
from tests.check.calendar_paper import found, matter, said


def test_a_statement_after_the_publication_is_shown() -> None:
    text = "Minister Lena Brandt said on 14 May 2031 that the road was open."
    statement = said(text, "said", "Lena Brandt", "that the road was open")
    assert CHECK.within is not None
    [finding] = CHECK.within(matter(text, statements=(statement,)))
    assert "10 May 2031" in finding.message
    assert "14 May 2031" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "The mayor died on May 20, 2031, in Ostra.",
        "The bridge was closed on May 20 by the town.",
        "On 20 May, the council voted to close the bridge.",
        "The ministry announced on 20 May that the plant would close.",
        "The two sides signed the pact on 20 May in Ostra.",
        "On 20 May, Minister Lena Brandt said that the border would stay open.",
        "In a statement of 20 May, the ministry confirmed that the plant had been closed.",
        "In an interview with the Orsk Courier on 20 May, the general admitted that he had lied.",
        "According to a report released on 20 May, the bridge was unsafe.",
        "She wrote in a letter dated 20 May 2031 that nobody had asked her.",
        "20 May 2031: “We have signed,” the mayor said in Orsk.",
        "The governor acknowledged on 20 May that the dam had failed.",
        "On the evening of 20 May, Odo Holm tweeted that he had resigned.",
        "Speaking in Orsk-Lund on 20 May 2031, Odo Holm praised the divers.",
        "Ana Vašić declared in Orsk on 20 May 2031 that nobody had been asked.",
        "Questioned on 20 May 2031 about the missing boats, the captain replied that they were sold.",
        "“We are done here,” the captain announced May 20, 2031.",
        "The planned road is off, the mayor wrote in a letter of 20 May 2031.",
    ],
)
def test_a_past_report_after_the_publication_is_shown(text: str) -> None:
    [finding] = found(CHECK, text)
    assert "20 May 2031" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "The mayor died on May 11, 2031, in Ostra.",  # tomorrow elsewhere
        "The mayor died on May 2, 2031, in Ostra.",
        "The vote will be held on May 29, 2031.",
        "The trial was set to begin on May 29, 2031.",
        "They agreed to meet the mayor on May 29, 2031.",
        "Embargoed until 20 May 2031.\n\nThe mayor spoke on May 20, 2031.",
        "On 20 May, the council will be asked to vote.",
        "On 20 May, the ministry said last week, the border will open.",
        "In a statement, the ministry said the talks would be held on 20 May.",
        "The mayor will give a speech on 20 May; she wrote it in March.",
        "“We open again,” the captain announced May 20, 2031, as the day of the first tour.",
        "Asked to speak on 20 May 2031, the captain will think about it.",
        "On 3 May 2016 the fire broke out. The town was opened on 1 June by the mayor.",
        "He was born on June 4.",
        "The tower was hit on September 11.",
    ],
)
def test_plans_zones_and_other_years_are_left_alone(text: str) -> None:
    assert found(CHECK, text) == []


def test_without_a_day_of_publication_nothing_is_said() -> None:
    assert found(CHECK, "The mayor died on May 20, 2031, in Ostra.", published=None) == []
    assert found(CHECK, "The mayor died on May 20, 2031, in Ostra.", published="2031-05") == []
