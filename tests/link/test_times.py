"""Protects what time expressions mean: whose day, which year, and that what is no time is left alone.

The texts are ours, about invented people; each is published on the day that is named with it.
"""

from __future__ import annotations

import pytest

from onrecord.link.times import times
from onrecord.model import Document, Passage, Span
from onrecord.text.dates import when
from onrecord.text.edtf import when as edtf_when


def document(text: str, language: str | None = "en") -> Document:
    return Document("d", "d", "d", None, None, None, (), "text", language, None, None, None, text, "")


def given(text: str, published: str | None = "2023-05-10") -> list[tuple[str, str]]:
    """Expressions and what they denote, in a text published on a Wednesday."""
    found = times(document(text), [], edtf_when(published) if published else None)
    assert [one.span.start for one in found] == sorted(one.span.start for one in found)
    return [(one.span.of(text), one.when.edtf) for one in found]


PRINTED = {
    "It rained on 8 May 2023.": [("8 May 2023", "2023-05-08")],
    "Mira Oyelaran resigned on Monday, May 8, 2023, in Lund.": [("Monday, May 8, 2023", "2023-05-08")],
    "Signed the 8th of May, 2023.": [("the 8th of May, 2023", "2023-05-08")],
    "Dated 2023-05-08.": [("2023-05-08", "2023-05-08")],
    "Dated 08.05.2023.": [("08.05.2023", "2023-05-08")],
    "Dated 25/12/2022.": [("25/12/2022", "2022-12-25")],
    "The talks of March 3-5, 2021, failed.": [("March 3-5, 2021", "2021-03-03/2021-03-05")],
    "He left in February 2020.": [("February 2020", "2020-02")],
    "It was built in 1942 and sold in the 1990s.": [("1942", "1942"), ("the 1990s", "199X")],
    "She wrote in the late '80s.": [("the late '80s", "198X")],
    "A house of the 19th century.": [("the 19th century", "18XX")],
    "The war of 1941-1945 was long.": [("1941-1945", "1941/1945")],
    "The 2022/23 budget fell.": [("2022/23", "2022/2023")],
    "Sales rose in the third quarter of 2022.": [("the third quarter of 2022", "2022-35")],
    "Sales rose in Q3 2022.": [("Q3 2022", "2022-35")],
    "Profits of the first half of 2021 fell.": [("the first half of 2021", "2021-40")],
    "It was fiscal 2021's third quarter.": [("fiscal 2021's third quarter", "2021-35")],
    "In the summer of 1942 it burned.": [("the summer of 1942", "1942-22")],
    "They met on Christmas Eve 2019.": [("Christmas Eve 2019", "2019-12-24")],
    "In nineteen ninety-four it was sold.": [("nineteen ninety-four", "1994")],
    "The first Monday of May 2023 was wet.": [("The first Monday of May 2023", "2023-05-01")],
    "The week of March 6, 2023, was wet.": [("The week of March 6, 2023", "2023-03-06/2023-03-12")],
    "From March to May 2021 it rained.": [("March", "2021-03"), ("May 2021", "2021-05")],
    "On August 27 and September 14, 2020, it rained.": [
        ("August 27", "2020-08-27"),
        ("September 14, 2020", "2020-09-14"),
    ],
}


@pytest.mark.parametrize("text", PRINTED)
def test_dates_as_printed(text: str) -> None:
    assert given(text) == PRINTED[text]
    assert given(text, None) == PRINTED[text], "and they need no publication"


RELATIVE = {
    "Berg said on Tuesday that it rained.": [("Tuesday", "2023-05-09")],
    "Berg said on Wednesday that it rained.": [("Wednesday", "2023-05-10")],
    "Berg will speak on Friday.": [("Friday", "2023-05-12")],
    "The vote is scheduled for Monday.": [("Monday", "2023-05-15")],
    "The vote, Berg said Thursday, was fair.": [("Thursday", "2023-05-04")],
    "He agreed to meet them on Saturday.": [("Saturday", "2023-05-13")],
    "On Monday, the council will vote.": [("Monday", "2023-05-15")],
    "On Monday, the council voted.": [("Monday", "2023-05-08")],
    "They met last Monday.": [("last Monday", "2023-05-08")],
    "They meet next Monday.": [("next Monday", "2023-05-15")],
    "It rained yesterday and it rains today.": [("yesterday", "2023-05-09"), ("today", "2023-05-10")],
    "See you tomorrow night.": [("tomorrow night", "2023-05-11")],
    "They spoke late on Monday evening.": [("late on Monday evening", "2023-05-08")],
    "He announced it exactly a week ago.": [("exactly a week ago", "2023-05-03")],
    "He announced it two weeks ago.": [("two weeks ago", "2023-04-24/2023-04-30")],
    "He left three years ago.": [("three years ago", "2020")],
    "You cannot scold us in February and praise us in May or June.": [
        ("February", "2023-02"),
        ("May", "2023-05"),
        ("June", "2023-06"),
    ],
    "He left half a century ago.": [("half a century ago", "1973~")],
    "They said that Friday would be dry.": [("Friday", "2023-05-12")],
    "They met late Thursday or early Friday.": [
        ("late Thursday", "2023-05-04"),
        ("early Friday", "2023-05-05"),
    ],
    "He left ten days ago.": [("ten days ago", "2023-04-30")],
    "At the beginning of last month it rained.": [("the beginning of last month", "2023-04")],
    "It will open by late August.": [("late August", "2023-08")],
    "It opened in late April.": [("late April", "2023-04")],
    "They met in November.": [("November", "2022-11")],
    "They will meet in November.": [("November", "2023-11")],
    "Over the weekend it rained.": [("the weekend", "2023-05-06/2023-05-07")],
    "This summer will be hot.": [("This summer", "2023-22")],
    "Last winter was cold.": [("Last winter", "2022-24")],
    "It closed last Thanksgiving.": [("last Thanksgiving", "2022-11-24")],
    "It will end by the end of the year.": [("the end of the year", "2023")],
    "Early next year it will open.": [("Early next year", "2024")],
    "It rained on Monday of last week.": [("Monday of last week", "2023-05-01")],
    "It fell in the first quarter.": [("the first quarter", "2023-33")],
    "It opened at 10 p.m. on Monday.": [("10 p.m. on Monday", "2023-05-08")],
}


@pytest.mark.parametrize("text", RELATIVE)
def test_what_is_reckoned_from_the_publication(text: str) -> None:
    assert given(text) == RELATIVE[text]
    assert given(text, None) == [], "and without one nothing is guessed"


SPOKEN = {
    "On 3 May 2010 the mill burned. The following day it rained.": "2010-05-04",
    "On 3 May 2010 the mill burned. Two days later it rained.": "2010-05-05",
    "In 2010 the mill burned. A year earlier it was insured.": "2009",
    "In 2010 the mill burned. That same year the owner died.": "2010",
    "On 3 May 2010 the mill burned. That evening it rained.": "2010-05-03",
    "It fell in the third quarter. Sales were 5 million, from 4 million a year earlier.": "2021-35",
    "It fell in the third quarter. In the year-ago quarter it rose.": "2021-35",
    "On 22 June 1941 the war began there. On July 3 he spoke.": "1941-07-03",
}


@pytest.mark.parametrize("text", SPOKEN)
def test_what_is_reckoned_from_the_date_last_spoken_of(text: str) -> None:
    assert given(text, "2022-11-10")[-1][1] == SPOKEN[text]


def test_years_roll_over() -> None:
    """A text of 2 January that says "December 30" means the year before; one of December may look ahead."""
    assert given("He died on December 30.", "2023-01-02") == [("December 30", "2022-12-30")]
    assert given("It will open on January 5.", "2022-12-28") == [("January 5", "2023-01-05")]
    assert given("Berg said on Friday it rained.", "2023-01-02") == [("Friday", "2022-12-30")]
    assert given("It rained last month.", "2023-01-02") == [("last month", "2022-12")]
    assert given("It rained last week.", "2023-01-02") == [("last week", "2022-12-26/2023-01-01")]


def test_a_weekday_beside_a_day_decides_the_year() -> None:
    """23 May was a Monday in 2022, not in 2023."""
    assert given("The show opened on Monday, May 23.", "2023-05-10") == [("Monday, May 23", "2022-05-23")]


NO_TIMES = (
    "She may march in the fall of the house; a second, a sun, he sat.",
    "It cost $2,000 and 1,200 people and 2000 troops came, of 1990 votes.",
    "May Lindqvist met Theresa May and August Berg in the French Quarter.",
    "The Winter Olympics, the Million Man March and Black Friday.",
    "He now works there; currently it rains, and recently it did.",
    "It took three days, five years, nine months and the past two years.",
    "Every Monday, each Thursday and Tuesday nights they sing.",
    "Call 555-1990, read Resolution 1973, fly flight 2010 and drive a 2000-meter road.",
    "A few years ago, several weeks ago, a couple of days ago: who knows.",
    "See https://example.org/2021/05/ for more.",
    "Two days before the vote she left; at the end of the day it counts.",
    "They watch “Fox News Sunday” and Russia Today; in today's world they read “This Week”.",
    "She scored twice in the third quarter, and highs reached the 80s.",
    "On the Today show they trimmed a Christmas tree and made New Year's resolutions.",
    "Q1: Who was it?",
    "He is 25 years old, in his late 80s.",
    "The last year of the war, for a better tomorrow.",
)


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time_is_left_alone(text: str) -> None:
    assert given(text) == []


def test_the_reason_is_told_in_words() -> None:
    text = (
        "On Monday Berg said it. Yesterday she left. A week ago it rained. In April it snowed. In 1942 too. "
        "On 3 May 2010 he left. The next day he came. It is Wednesday."
    )
    found = times(document(text), [], when("2023-05-10"))
    assert [one.basis for one in found] == [
        "Monday before publication",
        "day before publication",
        "week before publication",
        "year of publication",
        "as printed",
        "as printed",
        "day after 2010-05-03",
        "day of publication",
    ]


def test_a_text_whose_date_is_an_interval_gives_intervals() -> None:
    """Nothing is rounded: between the two days, either may be yesterday."""
    text = "Yesterday it rained. This month was wet. On Monday she spoke."
    assert given(text, "2023-05-10/2023-05-11") == [
        ("Yesterday", "2023-05-09/2023-05-10"),
        ("This month", "2023-05"),
        ("Monday", "2023-05-08"),
    ]


def test_the_dateline_is_the_day_of_writing() -> None:
    """An agency's text of 8 May that is printed on 9 May speaks of 8 May when it says today."""
    text = "LUND, May 8 (AP) — Berg resigned today. On Sunday she had denied it."
    assert given(text, "2023-05-09")[1:] == [("today", "2023-05-08"), ("Sunday", "2023-05-07")]
    text = "LUND, May 8, 2023 (AP) — Berg resigned yesterday."
    assert given(text, None)[1:] == [("yesterday", "2023-05-07")]
    assert times(document(text), [], None)[1].basis == "day before the dateline"


def test_furniture_gives_only_what_is_printed_whole() -> None:
    """A page's clock and its list of other texts are not of this text; front matter is no text at all."""
    text = "---\ndate: 2023-05-10\n---\nBerg left on Monday.\n\nAlso: Tuesday's vote, 3 May 2020\n"
    body, other = text.index("Berg"), text.index("Also")
    passages = [
        Passage("d", 0, Span(0, body - 1), "furniture"),
        Passage("d", 1, Span(body, other - 2), "paragraph"),
        Passage("d", 2, Span(other, len(text) - 1), "furniture"),
    ]
    found = times(document(text), passages, when("2023-05-10"))
    assert [one.span.of(text) for one in found] == ["Monday", "3 May 2020"]


def test_a_language_without_forms_gives_nothing() -> None:
    assert times(document("On Monday, 8 May 2023.", "fi"), [], when("2023-05-10")) == []
    assert len(times(document("On Monday, 8 May 2023.", None), [], when("2023-05-10"))) == 1
