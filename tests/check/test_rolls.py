"""Protects comparing two lists of one body's members: spellings, directions, dates, what is no roll."""

from __future__ import annotations

from collections import defaultdict

import pytest

from onrecord.check import rolls
from onrecord.model import Claim, Finding
from tests.check.papers_counts import matter

(CHECK,) = rolls.CHECKS


def compared(*texts: tuple[str, str]) -> list[Finding]:
    """Findings over texts with their days."""
    groups: dict[str, list[Claim]] = defaultdict(list)
    assert CHECK.claims
    assert CHECK.across
    for number, (text, day) in enumerate(texts):
        for claim in CHECK.claims(matter(text, day, f"paper{number}")):
            groups[claim.key].append(claim)
    ordered = [sorted(group, key=lambda c: (c.day, c.document, c.span)) for group in groups.values()]
    return [finding for group in ordered for finding in CHECK.across(group)]


ONE = (
    "The League of Northern Harbours (LNH), founded after the storm, includes 4 of the 7 old ports: Ala, "
    "Bela, the Republic of Moldova, and Cela.",
    "2023-05-08",
)


def test_both_directions_and_both_days() -> None:
    """What each list has alone is named, with the days of both texts."""
    other = (
        "We, the heads of state of the League of Northern Harbours (Bela, Ala, Cela, Dela), agree.",
        "2024-10-08",
    )
    (finding,) = compared(ONE, other)
    assert finding.message == (
        "Two lists of the members of the League of Northern Harbours differ: the Republic of Moldova only in "
        "the first, Dela only in the second (published 8 May 2023 and 8 October 2024)."
    )
    assert len(finding.passages) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Ala, Bela, Cela and {}, the members of the Harbour League, met.",
        "Ala, Bela, Cela and {} make up the Harbour League.",
        "Four ports – Ala, Bela, Cela and {} – are members of the Harbour League.",
        "The Harbour League unites Ala, Bela, Cela and {}.",
        "The Harbour League, grouping Ala, Bela, Cela and {}, met.",
        "The Harbour League is an alliance of Ala, Bela, Cela and {}.",
        "The Harbour League, which was founded on a quay, has four members: Ala, Bela, Cela and {}.",
        "The Harbour League has four members. They are Ala, Bela, Cela and {}.",
        "The Harbour League’s four members, Ala, Bela, Cela and {}, met.",
        "The four members of the Harbour League – Ala, Bela, Cela and {} – met.",
        "The Harbour League counts Ala, Bela, Cela and {} as its members.",
        "The Harbour League – Ala, Bela, Cela and {} – met.",
    ],
)
def test_members_told_in_other_words(text: str) -> None:
    """Before or after the body, by a verb or a noun: the members are the same, and another is seen."""
    one = ("The Harbour League (Ala, Bela, Cela and Dela) refused.", "2023-05-08")
    (finding,) = compared(one, (text.format("Ela"), "2023-05-09"))
    assert finding.message.startswith(
        "Two lists of the members of the Harbour League differ: Dela only in the first, Ela only"
    )
    assert compared(one, (text.format("Dela"), "2023-05-09")) == []


def test_signatories_of_a_paper() -> None:
    """Papers have signatories, whose names stand before or after the paper's."""
    one = ("The signatories of the treaty of Orla are Ala, Bela, Cela and Dela.", "2023-05-08")
    for text in (
        "The treaty of Orla was signed by Ala, Bela, Cela and Ela.",
        "Ala, Bela, Cela and Ela signed the treaty of Orla.",
    ):
        (finding,) = compared(one, (text, "2023-05-09"))
        assert finding.message.startswith("Two lists of the signatories of the treaty of Orla differ")


def test_guests_are_no_members() -> None:
    """Others beside the members, a president who unites, and papers of others make no roll.

    With a comma after them too, the names would stand in apposition: then they are the members.
    """
    one = ("The Harbour League (Ala, Bela, Cela and Dela) refused.", "2023-05-08")
    for text in (
        "The members of the Harbour League, Ela, Ala and Bela met with others.",
        "President Harbour League united Ala, Bela, Cela and Ela.",
        "Ala, Bela and Dela belong to the Harbour League.",
    ):
        assert compared(one, (text, "2023-05-09")) == []


def test_spellings_of_one_member_are_one() -> None:
    """Order, articles and official names of countries make no difference."""
    first = (
        "Members of the League of Harbours: Türkiye, the United States, Moldova and Kenya.",
        "2023-05-08",
    )
    second = (
        "The League of Harbours consists of Kenya, the US, Turkey and the Republic of Moldova.",
        "2023-06-08",
    )
    assert compared(first, second) == []


def test_acronym_and_name_are_one_body() -> None:
    """A body is the same by its acronym, by its name, or by both."""
    other = ("The LNH members – Ala, Bela, Moldova, Cela and Dela – agreed.", "2023-06-01")
    (finding,) = compared(ONE, other)
    assert "Dela only in the second" in finding.message


def test_within_one_text() -> None:
    """Two lists of one text are compared as well."""
    text = (
        "The Harbour League consists of Ala, Bela and Cela.\n\n"
        "The members of the Harbour League are Ala, Bela and Dela.",
        "2023-05-08",
    )
    (finding,) = compared(text)
    assert "both published 8 May 2023" in finding.message


@pytest.mark.parametrize(
    "other",
    [
        "Its members are Ala, Bela and Dela, and Ann Lee chairs it.",
        "When the Harbour League was founded, its members were the same as now: Ala, Bela and Dela.",
        "To the Harbour League belong Ala, Bela and Dela.",
        "Besides Ala, Bela and Dela, no state belongs to the Harbour League.",
        "Ann Lee named the states of the Harbour League: Ala, Bela and Dela.",
        "Ministers of the Harbour League (HL) — Ala, Bela and Dela — dined together.",
        "The letter from the members of the Harbour League, Ala, Bela and Dela, was read aloud.",
    ],
)
def test_members_named_again_in_other_words(other: str) -> None:
    """ "Its members", "to X belong", "the states of X": the second naming is compared with the first."""
    (finding,) = compared((f"The Harbour League consists of Ala, Bela and Cela.\n\n{other}", "2023-05-08"))
    assert "Cela only in the first, Dela only in the second" in finding.message


def test_signatories_of_the_pact_without_a_name() -> None:
    """A paper that is only "the pact" is one paper within its text."""
    text = "The pact was signed by Ala, Bela and Cela.\n\nSignatories of the pact, Ala, Bela and Dela, met."
    assert len(compared((text, "2023-05-08"))) == 1


def test_a_body_in_a_row_has_no_members_after_it() -> None:
    """ "The members of X, Japan and Mexico" after a comma are a row of which the members of X are a part."""
    row = (
        "It holds for Orla, the \nmember states of the Harbour League, Dela, Ela and Fela, and not for Gela."
    )
    assert compared((f"The Harbour League consists of Ala, Bela and Dela.\n\n{row}", "2023-05-08")) == []


def test_lists_that_say_less_are_not_compared() -> None:
    """Some members, an open list and a list of other things do not differ from the whole."""
    for text in (
        "Members of the League of Northern Harbours, including Ala and Bela, agreed.",
        "Some members of the League of Northern Harbours (Ala, Bela, Dela) left.",
        "The League of Northern Harbours consists of boards, panels and offices.",
    ):
        assert compared(ONE, (text, "2023-06-01")) == []


def test_common_nouns_are_not_one_body_in_two_texts() -> None:
    """ "The Council" of one text is not that of another."""
    first = ("The Council consists of Ann Lee, Bo Day and Cy Poe.", "2023-05-08")
    second = ("The Council consists of Ann Lee, Bo Day and Di Roe.", "2023-06-08")
    assert compared(first, second) == []


def test_years_apart_score_lower() -> None:
    """Members change, so that lists of different years are less of a finding."""
    far = ("The LNH members – Ala, Bela, Moldova, Cela and Dela – agreed.", "2029-06-01")
    near = (far[0], "2023-06-01")
    assert compared(ONE, far)[0].score < compared(ONE, near)[0].score
