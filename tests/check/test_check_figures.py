"""Protects that one quantity given differently is shown, and that rounding, growth, parts and forms are not.

The sentences are ours, about an invented country.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.check.figures import CHECKS
from onrecord.link.matters.amounts import amounts
from onrecord.link.times import times
from onrecord.model import Claim, Document, Finding, Matter, Passage, Span
from onrecord.text.edtf import when

CHECK = CHECKS[0]
BATTLE = "soldiers recruited from Syldavia took part in the battle of Zileheroum, historians say."


def matter(id: str, text: str, day: str | None = "2023-05-08", outlet: str = "") -> Matter:
    passages, at = [], 0
    for number, paragraph in enumerate(text.split("\n\n")):
        passages.append(Passage(id, number, Span(at, at + len(paragraph)), "paragraph"))
        at += len(paragraph) + 2
    published = when(day) if day else None
    document = Document(
        id, id, id, outlet or None, None, None, (), "text", "en", published, None, None, text, ""
    )
    when_told = times(document, [], published)
    return Matter(
        document,
        tuple(passages),
        (),
        tuple(when_told),
        published,
        amounts=amounts(document, passages, when_told),
        outlet=outlet,
    )


def found(matters: Sequence[Matter]) -> list[Finding]:
    """The findings of a record that holds these documents, each once."""
    assert CHECK.claims
    assert CHECK.across
    groups: dict[str, list[Claim]] = defaultdict(list)
    for one in matters:
        for claim in CHECK.claims(one):
            groups[claim.key].append(claim)
    findings: dict[str, Finding] = {}
    for group in groups.values():
        for finding in CHECK.across(sorted(group, key=lambda c: (c.day, c.document, c.span))):
            findings.setdefault(finding.id, finding)
    return list(findings.values())


def two(first: str, second: str, days: tuple[str | None, str | None] = ("2023-05-08", "2023-05-08")) -> int:
    """How many findings two outlets' texts give."""
    return len(found([matter("a", first, days[0], "Herald"), matter("b", second, days[1], "Courier")]))


def test_two_outlets_give_two_figures_of_one_thing() -> None:
    findings = found(
        [
            matter("a", f"It rained.\n\nAbout 22,000 {BATTLE}", outlet="Herald"),
            matter("b", f"Some 25,000 {BATTLE}\n\nThe sun shone.", outlet="Courier"),
        ]
    )
    assert len(findings) == 1
    one = findings[0]
    assert "“About 22,000 soldiers” (Herald)" in one.message
    assert "“Some 25,000 soldiers” (Courier)" in one.message
    assert [shown.document for shown in one.passages] == ["a", "b"]
    assert "syldavia" in one.explanation
    assert 0.5 < one.score <= 1


DIFFERENT = {
    "money": (
        "Borduria lent Syldavia $5.3 billion for the Wladruja dam, the bank said.",
        "According to the bank, Borduria lent Syldavia $3.5 billion for the Wladruja dam.",
    ),
    "share": (
        "In Klow, 64 percent of registered voters backed the charter of King Ottokar.",
        "In Klow, 46% of registered voters supported the charter of King Ottokar.",
    ),
    "measure": (
        "The railway from Klow to Istow crosses 340 kilometers of Zmyhlpathian mountains.",
        "The railway from Klow to Istow crosses 240 km of Zmyhlpathian mountains.",
    ),
    "wishes retold": (
        "Minister Mira Oyelaran said Syldavia will buy 120 locomotives from the Istow works.",
        "Syldavia will buy 210 locomotives from the Istow works, Minister Mira Oyelaran said.",
    ),
}


@pytest.mark.parametrize("case", DIFFERENT)
def test_what_is_counted_may_be_money_a_share_or_a_measure(case: str) -> None:
    assert two(*DIFFERENT[case]) == 1


SAME = {
    "rounded": ("22,183", "22,000"),
    "rounded to millions": ("5.3 million", "5 million"),
    "more than": ("More than 22,000", "25,000"),
    "at most": ("Up to 25,000", "22,000"),
    "spelled": ("Twenty-two thousand", "22,000"),
    "nearly": ("Nearly 22,000", "21,500"),
    "a range": ("20,000 to 25,000", "22,000"),
    "tens": ("257", "260"),
}


@pytest.mark.parametrize("case", SAME)
def test_rounding_and_limits_are_understood(case: str) -> None:
    one, other = SAME[case]
    assert two(f"{one} {BATTLE}", f"{other} {BATTLE}") == 0


UNLIKE = {
    "another place": (
        "Some 340 houses of the old harbour burned in the great fire of Istow.",
        "Some 520 houses of the old harbour burned in the great fire of Klow.",
    ),
    "a part": (
        "Some 22,000 soldiers recruited from Syldavia took part in the battle of Zileheroum.",
        "Some 4,000 mounted soldiers recruited from Syldavia took part in the battle of Zileheroum.",
    ),
    "another year": (
        "The Syldavian railway carried 340,000 passengers to the Istow fair in 2019.",
        "The Syldavian railway carried 520,000 passengers to the Istow fair in 2021.",
    ),
    "killed and wounded": (
        "The explosion at the Istow works of the Syldavian railway killed 14 men.",
        "The explosion at the Istow works of the Syldavian railway wounded 41 men.",
    ),
    "both figures in one": (
        "Syldavia bought 120 tanks for the Istow brigade and 80 tanks for the Klow brigade in spring.",
        "Syldavia bought 80 tanks for the Klow brigade and 120 tanks for the Istow brigade in spring.",
    ),
    "no name": (
        "The margin of sampling error is plus or minus four percentage points.",
        "The margin of sampling error is plus or minus six percentage points.",
    ),
    "a table": (
        "Klow 120 340 560 tanks 780 houses, Istow 12 34 tanks 56 houses, Zileheroum 9 8 tanks",
        "Klow 120 340 510 tanks 780 houses, Istow 12 34 tanks 56 houses, Zileheroum 9 8 tanks",
    ),
}


@pytest.mark.parametrize("case", UNLIKE)
def test_two_things_are_not_compared(case: str) -> None:
    assert two(*UNLIKE[case]) == 0


PARAPHRASED = {
    "outcome, turned round": (
        "The storm Wilma claimed the lives of 31 people in Borduria, the interior ministry said.",
        "In Borduria, 27 people were killed by the storm Wilma.",
    ),
    "a rate of a month": (
        "Unemployment in Syldavia rose to 7.4 percent in March 2023.",
        "Syldavia's unemployment rate was 7.9 percent in March 2023, the statistics office reported.",
    ),
    "cost and worth": (
        "The new Wladir bridge cost 48 million dollars, the mayor of Klow said.",
        "Klow's mayor said the new Wladir bridge was worth 62 million dollars.",
    ),
    "passive and active": (
        "Police in Klow arrested 43 people during the carnival on Tuesday.",
        "Fifty-seven people were detained by police in Klow during Tuesday's carnival.",
    ),
    "a number behind a weekday": (
        "The governor of Istow pardoned 170 prisoners on Friday.",
        "On Friday 250 prisoners were pardoned by the governor of Istow.",
    ),
}


@pytest.mark.parametrize("case", PARAPHRASED)
def test_one_quantity_in_other_words_is_found(case: str) -> None:
    assert two(*PARAPHRASED[case]) == 1
    assert two(*PARAPHRASED[case], ("2023-05-08", "2023-05-09")) <= 1


def test_one_event_may_be_dated_a_day_apart() -> None:
    first = "According to the harbour, 14 people were hurt when the ferry Alma struck a pillar on Saturday."
    second = (
        "The captain, Mira Oyelaran, said that 17 people were injured when the ferry Alma hit a pillar "
        "on Friday, and added that the pillar “can not wait”."
    )
    assert two(first, second) == 1
    shelled = "Shelling killed {} people in Istow on {}."
    assert two(shelled.format("three", "Friday"), shelled.format("nine", "Saturday")) == 0


OTHER_QUANTITY = {
    "another month": (
        "Unemployment in Syldavia rose to 7.4 percent in March 2023.",
        "Syldavia's unemployment rate was 7.9 percent in April 2023.",
    ),
    "a part": (
        "Youth unemployment in Syldavia rose to 17.4 percent in March 2023.",
        "Unemployment in Syldavia was 7.9 percent in March 2023.",
    ),
    "a change and a level": (
        "Inflation in Borduria rose by 3.2 percent in May 2022.",
        "Inflation in Borduria rose to 8.9 percent in May 2022.",
    ),
    "exports and imports": (
        "Exports of Syldavian wine reached $340 million in 2020.",
        "Imports of Syldavian wine reached $120 million in 2020.",
    ),
    "one route of an airline": (
        "The airline Zora carried 6.2 million passengers in 2018.",
        "The airline Zora carried 1.1 million passengers to Istow in 2018.",
    ),
    "two accidents of a day": (
        "A bus accident near Klow injured 33 people on Monday.",
        "A fire near Klow injured 12 people on Monday.",
    ),
}


@pytest.mark.parametrize("case", OTHER_QUANTITY)
def test_other_quantities_in_like_words_are_not_compared(case: str) -> None:
    assert two(*OTHER_QUANTITY[case]) == 0


def test_what_grows_is_compared_on_one_day_only() -> None:
    text = "The toll of the Istow earthquake rose: {} people were killed in Syldavia and Borduria."
    days = "2023-05-08", "2023-05-10"
    assert two(text.format("140"), text.format("310"), days) == 0
    assert two(text.format("140"), text.format("310")) == 1


def test_what_took_place_once_is_compared_whatever_the_day() -> None:
    assert two(f"About 22,000 {BATTLE}", f"Some 25,000 {BATTLE}", ("2019-01-03", "2023-05-08")) == 1
    assert two(f"About 22,000 {BATTLE}", f"Some 25,000 {BATTLE}", (None, None)) == 1
    present = "Some {} Syldavian soldiers are stationed in the harbour of Istow near Borduria."
    assert two(present.format("400"), present.format("900"), ("2019-01-03", "2023-05-08")) == 0


def test_one_text_may_give_two_figures() -> None:
    text = (
        "Some 22,000 soldiers recruited from Syldavia took part in the battle of Zileheroum.\n\n"
        "It rained.\n\n"
        "In the battle of Zileheroum took part, as is known, 35,000 soldiers recruited from Syldavia."
    )
    findings = found([matter("a", text)])
    assert len(findings) == 1
    assert findings[0].message.startswith("This text gives")


def test_a_form_filled_in_many_times_is_no_finding() -> None:
    grants = [f"The Istow Fund gave the Klow Music School of Syldavia {n}00 violins." for n in range(2, 9)]
    assert found([matter(f"d{n}", text, outlet=f"o{n}") for n, text in enumerate(grants)]) == []
    listed = "Grant: the term in Klow of the Istow Fund of Syldavia is {} years."
    assert found([matter("a", listed.format("three") + "\n\n" + listed.format("nine"))]) == []


def test_copies_of_one_report_count_once() -> None:
    one = matter("a", f"About 22,000 {BATTLE}", outlet="Herald")
    copies = [replace(matter(f"c{n}", f"Some 25,000 {BATTLE}"), report="r", outlet="C") for n in range(3)]
    assert len(found([one, *copies])) == 1


def test_claims_are_few_small_and_json() -> None:
    assert CHECK.claims
    made = list(CHECK.claims(matter("a", f"About 22,000 {BATTLE}")))
    assert 1 <= len(made) <= 3
    for claim in made:
        assert len(claim.key) <= 200
        assert len(claim.value) < 1000
        json.loads(claim.value)


def test_thousands_of_claims_of_one_key_are_no_trouble() -> None:
    assert CHECK.claims
    assert CHECK.across
    first = next(iter(CHECK.claims(matter("a", f"About 22,000 {BATTLE}", "2023-05-08"))))
    value = json.loads(first.value)
    many = []
    for number in range(4000):
        other = [1000.0 * number + 500, 1000.0 * number, 1000.0 * number + 900, f"{number},500", *value[4:]]
        many.append(replace(first, document=f"d{number}", value=json.dumps(other)))
    assert len(list(CHECK.across(many))) < 100


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["12", "$5 million", "7%", "Klow", "took", "of", "\n\n", ".", "said", "<td>", "ﬁ", "’s", "-"]
        ),
        max_size=40,
    )
)
def test_any_text_can_be_checked(parts: list[str]) -> None:
    text = " ".join(parts)
    for one in found([matter("a", text), matter("b", text.replace("12", "31"))]):
        for shown in one.passages:
            assert 0 <= shown.span.start < shown.span.end
