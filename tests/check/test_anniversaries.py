"""Protects counts of time: against public facts, the year that a text gives, and the same count elsewhere."""

from __future__ import annotations

from collections import defaultdict

import pytest

from onrecord.check.anniversaries import CHECK
from onrecord.model import Claim, Finding
from tests.check.calendar_paper import found, matter, said


def across(*papers: tuple[str, str]) -> list[Finding]:
    """What is found between texts, each given with its day of publication."""
    assert CHECK.claims is not None
    assert CHECK.across is not None
    groups: dict[str, list[Claim]] = defaultdict(list)
    for number, (text, day) in enumerate(papers):
        for claim in CHECK.claims(matter(text, day, id=f"d{number}")):
            groups[claim.key].append(claim)
    return [finding for group in groups.values() for finding in CHECK.across(group)]


@pytest.mark.parametrize(
    ("text", "published", "due"),
    [
        ("Today is the 79th anniversary of D-Day.", "2031-06-06", "6 June 2023"),
        ("On this 60th anniversary of Title IX, we marched on Thursday.", "2022-06-23", "23 June 2032"),
        ("June 6, 2020 is the 70th anniversary of D-Day.", "2031-06-06", "6 June 2014"),
        ("The 80th anniversary of D-Day is marked this week.", "2020-06-04", "6 June 2024"),
        ("It has been 40 years since the Good Friday Agreement.", "2023-04-10", "10 April 2038"),
        ("Today is the sixty-ninth anniversary of D-Day.", "2023-06-06", "6 June 2013"),
        ("Forty-seven years after the Chernobyl disaster, the zone is closed.", "2023-04-26", "2033"),
        ("Thirty-five years on from the Good Friday Agreement, it is quiet.", "2023-04-10", "2033"),
        ("Twenty years ago today, Nelson Mandela died.", "2023-12-05", "5 December 2033"),
        ("The Berlin Wall fell 44 years ago.", "2023-11-09", "9 November 2033"),
        ("Half a century since the fall of the\nBerlin Wall, traces remain.", "2023-11-09", "2039"),
        ("India celebrates the 60th anniversary of its independence today.", "2022-08-15", "2007"),
        ("A drum was beaten — the Berlin Wall fell 44 years ago — and it rained.", "2023-11-09", "2033"),
        ("This June, one of them noted, it has been 69 years since D-Day.", "2023-06-09", "2013"),
        ("A poem for the 60th anniversary of D-Day, which was marked on 6 June 2029.", "2031-06-10", "2004"),
        ("Troops shelled the town on the 390th day of the war in Ukraine.", "2023-05-08", "20 March 2023"),
    ],
)
def test_a_count_that_the_facts_do_not_have_is_shown(text: str, published: str, due: str) -> None:
    [finding] = found(CHECK, text, published)
    assert due in finding.message
    assert finding.check == "counter"


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Today is the 79th anniversary of D-Day.", "2023-06-06"),
        ("The town prepares for the 80th anniversary of D-Day.", "2023-10-06"),  # announced ahead
        ("We went over for the 50th anniversary of D-Day.", "2031-06-06"),  # told of another year
        ("In 1994, the 50th anniversary of D-Day was kept.", "2031-06-06"),
        ("Back in his youth, the 20th anniversary of D-Day was kept.", "2031-06-06"),
        ("This year marks the 30th anniversary of the United Nations Choir of Ostra.", "2023-06-06"),
        ("The Berlin Wall fell 34 years ago.", "2023-11-09"),
        ("Today is the seventy-ninth anniversary of D-Day.", "2023-06-06"),
        ("In 2010, three years before the death of Nelson Mandela in 2013, it opened.", "2023-06-06"),
        ("The 34th anniversary of the fall of the Berlin Wall in November 1989 is today.", "2023-11-09"),
        ("On the tenth day of the war in Ukraine the family left.", "2023-06-06"),
        ("If it were the 90th anniversary of D-Day, would you come?", "2044-06-06"),
    ],
)
def test_counts_that_fit_or_are_told_of_another_day_are_left_alone(text: str, published: str) -> None:
    assert found(CHECK, text, published) == []


def test_the_year_in_the_name_is_counted_from() -> None:
    [finding] = found(CHECK, "Today is the 50th anniversary of the 1972 Ostra Mining Act.", "2031-05-10")
    assert "50 years after 1972 is 2022" in finding.message
    assert found(CHECK, "Today is the 59th anniversary of the 1972 Ostra Mining Act.", "2031-05-10") == []


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm was born on 3 May 1950 in Ostra. She died on 2 June 2020, aged 62.",
        "Odo Holm, born in 1950, died in 2020 at the age of 58.",
        "Born on 3 May 1950, she turned 40 on 3 May 1995.",
        "Ada Holm (1950–2020) died aged 58.",
        "Odo Holm (born 3 May 1950) died on 4 June 2020 at the age of 60.",
        "Born on 3 May 1950 in Orsk, she lived to be 80 and died on 7 July 2020.",
        "Odo Holm was born in 1950. At 35, in 1995, he became mayor.",
        "Odo Holm was born in 1950 in Orsk. He was 30 when he took office in 1990.",
        "Aged fifty-five, Odo Holm retired in 2015. He was born in 1950 in Orsk.",
        "Ada Holm (3 May 1950 – 4 June 2020) was a painter. She died in Orsk at the age of 60.",
    ],
)
def test_an_age_that_the_birth_does_not_give_is_shown(text: str) -> None:
    [finding] = found(CHECK, text)
    assert "1950" in finding.message
    assert len(finding.passages) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm was born on 3 May 1950 in Ostra. She died on 2 June 2020, aged 70.",
        "Ada Holm was born on 3 May 1950. Her father died on 2 June 1990, aged 62.",
        "Odo Holm, born in 1950, died in 2020 at the age of 69.",
        "Ada Holm (1921–1999) died aged 78.",
        "Odo Holm (1950–2020) wrote in 1960. He was 10.",
        "The Ostra League (1921–1999) was large. In 1960, Lena Brandt, aged 20, joined it.",
        "Born in 1950, Odo Holm was 20 when his mother died in 1961 at 40.",
        "Odo Holm was born in 1950 and Ada Holm in 1940. She died in 2020 at the age of 80.",
    ],
)
def test_ages_that_fit_or_may_be_another_s_are_left_alone(text: str) -> None:
    assert found(CHECK, text) == []


def test_two_texts_that_count_from_different_years_are_shown() -> None:
    first = ("The town marks the 25th anniversary of the Ostra Bridge collapse today.", "2031-05-10")
    other = ("Today is the 31st anniversary of the Ostra Bridge collapse.", "2031-05-10")
    same = ("Today is the 26th anniversary of the Ostra Bridge collapse.", "2032-05-10")
    [finding] = across(first, other)
    assert {shown.document for shown in finding.passages} == {"d0", "d1"}
    assert across(first, same) == []


def test_what_has_no_name_of_its_own_is_not_compared_between_texts() -> None:
    first = ("Today is the 25th anniversary of its founding.", "2031-05-10")
    other = ("Today is the 31st anniversary of its founding.", "2031-05-10")
    assert across(first, other) == []


def test_a_count_in_somebodys_words_is_of_the_day_on_which_they_were_said() -> None:
    """ "This is the 10th day of the war" holds when it was said, whenever it is printed."""
    text = "“This is the {} day of the Korean War,” General Odo Holm said on 28 December 1950."
    assert CHECK.within is not None
    for count, wrong in (("177th", True), ("187th", False)):
        told = text.format(count)
        statement = said(told, "said", "General Odo Holm", f"This is the {count} day of the Korean War,")
        findings = list(CHECK.within(matter(told, "2031-05-10", statements=(statement,))))
        assert bool(findings) is wrong
