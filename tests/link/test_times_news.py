"""Protects the reading of dates in news prose: which day a clause means, and what only looks like a date.

The sentences are ours, about invented people, each published on Wednesday, 15 May 2013.
"""

from __future__ import annotations

import pytest

from onrecord.link.times import times
from onrecord.model import Document
from onrecord.text.dates import when


def given(text: str) -> list[tuple[str, str]]:
    """Expressions and what they denote."""
    document = Document("d", "d", "d", None, None, None, (), "text", "en", None, None, None, text, "")
    return [(one.span.of(text), one.when.edtf) for one in times(document, [], when("2013-05-15"))]


AHEAD = {
    "The Hawks play on Friday.": "2013-05-17",
    "The ban lasts through January 31.": "2014-01-31",
    "The firm must reply by Friday.": "2013-05-17",
    "The firm had hoped to reply by Friday.": "2013-05-17",
    "The storm is expected to hit the coast on Thursday.": "2013-05-16",
    "The storm could hit the coast as early as Thursday.": "2013-05-16",
    "Thursday's vote will decide the matter.": "2013-05-16",
    "He has until Sunday to appeal.": "2013-05-19",
    "Results are due on Saturday.": "2013-05-18",
    "The court is to rule on Monday.": "2013-05-20",
    "The talks, which end on Thursday, are the third round.": "2013-05-16",
    "The trial resumes Monday.": "2013-05-20",
    "The two teams meet again on Saturday.": "2013-05-18",
    '"We will see him on Friday," said Berg.': "2013-05-17",
    "Berg flies to Lund on Friday.": "2013-05-17",
    "Voters go to the polls on Sunday.": "2013-05-19",
    "Berg faces a vote of confidence on Thursday.": "2013-05-16",
    "The funeral takes place on Friday.": "2013-05-17",
    "He is due to appear in court next Tuesday.": "2013-05-21",
    "Friday marks the start of the feast.": "2013-05-17",
    "Later on Friday the bank will publish its accounts.": "2013-05-17",
    "A week from Monday the school opens.": "2013-05-27",
    "Doctors say he may go home this Saturday.": "2013-05-18",
    "The game is on Sunday at 3 p.m.": "2013-05-19",
    "It begins at 3:30 p.m. ET on Thursday.": "2013-05-16",
    "He sings this coming Friday.": "2013-05-17",
    "Aides said he would fly home on Thursday.": "2013-05-16",
    "Ahead of Sunday's election, police were sent in.": "2013-05-19",
    "Talks on Friday between the two sides will be the last.": "2013-05-17",
    "A meeting on Friday is expected to decide.": "2013-05-17",
    "Police have until Friday to charge him.": "2013-05-17",
    "A decision is expected on Friday.": "2013-05-17",
    "A decision may come as soon as Friday.": "2013-05-17",
    "The deadline is Friday.": "2013-05-17",
    "A report due Thursday blames nobody.": "2013-05-16",
    "A report to be released Thursday blames nobody.": "2013-05-16",
    "The team plays the Hawks on Friday.": "2013-05-17",
    "Saturday's final will be played in Lund.": "2013-05-18",
    "Mr Berg is scheduled to fly to Lund on Friday, a day after talks end.": "2013-05-17",
    "The judge gave him until noon Friday to answer.": "2013-05-17",
    "Ahead of the vote on Sunday, police were sent in.": "2013-05-19",
}


@pytest.mark.parametrize("text", AHEAD)
def test_what_is_announced_lies_ahead(text: str) -> None:
    """A day of the coming week, not of the week before."""
    assert [day for _, day in given(text)] == [AHEAD[text]]


BEHIND = {
    "Thursday's vote was close.": "2013-05-09",
    "Berg resigned on Saturday, May 11.": "2013-05-11",
    "The blaze began just before 10 p.m. Monday night.": "2013-05-13",
    "Later Wednesday, he left.": "2013-05-15",
    "Before leaving Lund on Monday, Berg said he was tired.": "2013-05-13",
    "A man who was shot Tuesday is in hospital.": "2013-05-14",
    "The index fell 90 points to 14,421.49 on Tuesday.": "2013-05-14",
    "By late Wednesday, he had left.": "2013-05-15",
    "Hundreds attended Sunday's funeral.": "2013-05-12",
    "The attack, the deadliest since Monday, killed nine.": "2013-05-13",
    "Berg is in hospital after he was shot on Tuesday.": "2013-05-14",
    "On Tuesday 14th May 2013 he sang.": "2013-05-14",
    "The show aired Sunday on a local channel.": "2013-05-12",
    "The bridge closed at midnight on Tuesday.": "2013-05-14",
    "Voters in Lund went to the polls on Sunday.": "2013-05-12",
    '"I was told on Monday," she says.': "2013-05-13",
    "The plane landed shortly after 10:30 GMT on Tuesday.": "2013-05-14",
    "Just before 9 a.m. on Monday, the roof fell in.": "2013-05-13",
    "Police are investigating an attack on Tuesday.": "2013-05-14",
    "Speaking in Lund on Wednesday, Berg said he was tired.": "2013-05-15",
    "Shares in Oyelaran Foods rose 3 percent Tuesday.": "2013-05-14",
    "Talks on Monday between the two sides failed.": "2013-05-13",
    "A court in Lund on Monday sentenced three men.": "2013-05-13",
    "Following Sunday's election, police were sent in.": "2013-05-12",
    "A bomb exploded early on Tuesday morning.": "2013-05-14",
    "On Sunday, May 5, he confessed.": "2013-05-05",
    "Early Wednesday, gunmen attacked a post.": "2013-05-15",
    "Two more bodies have been found since Sunday.": "2013-05-12",
    "As of 5 p.m. Tuesday, 40 homes had no power.": "2013-05-14",
    "On Tuesday 14 May he sang.": "2013-05-14",
    "The deadline was Friday.": "2013-05-10",
    "She was arrested Tuesday night.": "2013-05-14",
    "Ministers have been meeting since Monday.": "2013-05-13",
    "Since Monday's attack, police were sent in.": "2013-05-13",
    "Arriving in Lund on Monday, Berg said he was tired.": "2013-05-13",
    "A decision had been expected on Monday.": "2013-05-13",
}


@pytest.mark.parametrize("text", BEHIND)
def test_what_is_told_lies_behind(text: str) -> None:
    assert [day for _, day in given(text)] == [BEHIND[text]]


PROSE = {
    "Claims fell in the week to March 9. In 2012, they rose.": [("March 9", "2013-03-09"), ("2012", "2012")],
    "They met in 2005 and wed that December.": [("2005", "2005"), ("that December", "2005-12")],
    "Shots were heard on the night of May 9.": [("May 9", "2013-05-09")],
    "Monday's blast killed four, and Tuesday's six.": [("Monday", "2013-05-13"), ("Tuesday", "2013-05-14")],
    "The meeting begins Thursday in Lund and runs through Saturday.": [
        ("Thursday", "2013-05-16"),
        ("Saturday", "2013-05-18"),
    ],
    "Rain is forecast for Friday and Saturday.": [("Friday", "2013-05-17"), ("Saturday", "2013-05-18")],
    "The mine closed a decade ago.": [("a decade ago", "2003~")],
    "Berg was jailed late last month.": [("late last month", "2013-04")],
    "It was common in the 1990s.": [("the 1990s", "199X")],
    "In the tax year 2011/12 it paid nothing.": [("the tax year 2011/12", "2011/2012")],
    "He scored nine goals in the 2012-13 season.": [("2012-13", "2012/2013")],
    "The law took effect on March 10th.": [("March 10th", "2013-03-10")],
    "It made a loss in the financial year 2012.": [("the financial year 2012", "2012")],
    "Fireworks killed two on New Year's Eve.": [("New Year's Eve", "2012-12-31")],
    "The council will decide later this month.": [("later this month", "2013-05")],
    "It is a novel of the 20th century.": [("the 20th century", "19XX")],
    "In the 21st century nobody writes letters.": [("the 21st century", "20XX")],
    "In the summer of 2012 it burned.": [("the summer of 2012", "2012-22")],
    "He left this morning.": [("this morning", "2013-05-15")],
    "It will be shown tonight at 9pm.": [("tonight at 9pm", "2013-05-15")],
    "Tomorrow they vote.": [("Tomorrow", "2013-05-16")],
    "The 2010 census counted 900 people.": [("2010", "2010")],
    "His trial, set for August, was put off.": [("August", "2013-08")],
    "The June election is seen as a test.": [("June", "2013-06")],
    "Berg, who took office in November 2010, said so.": [("November 2010", "2010-11")],
    "Earlier in May a bus crashed.": [("Earlier in May", "2013-05")],
    "Growth will slow in the second half of the year.": [("the second half of the year", "2013-41")],
    "Fourth-quarter sales fell.": [("Fourth-quarter", "2012-36")],
    "He called six months ago.": [("six months ago", "2012-11")],
    "Half a century ago he denied it.": [("Half a century ago", "1963~")],
    "It expires on Dec. 31.": [("Dec. 31", "2013-12-31")],
    "It expired on Dec. 31.": [("Dec. 31", "2012-12-31")],
    "May 2013 was wet.": [("May 2013", "2013-05")],
    "The mill, built in 1890 and sold in 1911, burned.": [("1890", "1890"), ("1911", "1911")],
    "In the spring of next year it opens.": [("the spring of next year", "2014-21")],
    "By next spring he will retire.": [("next spring", "2014-21")],
    "On 3 April a mill burned. The next day a second one did.": [
        ("3 April", "2013-04-03"),
        ("The next day", "2013-04-04"),
    ],
    "He wed in 2009 and left her three years later.": [("2009", "2009"), ("three years later", "2012")],
    "Net profit rose to 5 million in the first quarter from 4 million in the same period last year.": [
        ("the first quarter", "2013-33"),
        ("the same period last year", "2012-33"),
    ],
    "Sales were 5 million in the quarter ended March 31, up from 4 million a year ago.": [
        ("the quarter", "2013-33"),
        ("March 31", "2013-03-31"),
        ("a year ago", "2012-33"),
    ],
    "The population was 900 in 2001. A decade later it was 700.": [
        ("2001", "2001"),
        ("A decade later", "2011~"),
    ],
    "Prices rose 2.1 percent in April from a year earlier.": [
        ("April", "2013-04"),
        ("a year earlier", "2012-04"),
    ],
    "It should be sold by year's end.": [("year's end", "2013-12-31")],
    "At end-March the bank held 900 loans.": [("end-March", "2013-03")],
    "Debt stood at 9 million at end-2012.": [("end-2012", "2012")],
    "In mid-March it snowed.": [("mid-March", "2013-03")],
    "After the September 11 attacks he left.": [("September 11", "2001-09-11")],
    "He was shot on Nov. 22, 1963, in Lund.": [("Nov. 22, 1963", "1963-11-22")],
    "Posted: 14-May-2013.": [("14-May-2013", "2013-05-14")],
    "Posted: 05/14/2013.": [("05/14/2013", "2013-05-14")],
    "Claims fell in the second quarter of last year.": [("the second quarter of last year", "2012-34")],
    "Earlier in the day it rose.": [("Earlier in the day", "2013-05-15")],
    "Late in the year it will rise.": [("Late in the year", "2013")],
    "More than a year ago he sang.": [("More than a year ago", "2012")],
    "It was wet in summer 2012.": [("summer 2012", "2012-22")],
    "The 2014 budget was read.": [("2014", "2014")],
    "He left in July this year.": [("July this year", "2013-07")],
    "Talks broke down in September, and resumed in February.": [
        ("September", "2012-09"),
        ("February", "2013-02"),
    ],
    "The next round is on June 5.": [("June 5", "2013-06-05")],
    "On June 5, 2012, and again on June 9, he sang.": [
        ("June 5, 2012", "2012-06-05"),
        ("June 9", "2012-06-09"),
    ],
    "In 2011, on March 11, a wave hit the coast.": [("2011", "2011"), ("March 11", "2011-03-11")],
    "He was to be flown home on Thursday, aides said Tuesday.": [
        ("Thursday", "2013-05-16"),
        ("Tuesday", "2013-05-14"),
    ],
    "He was 19 in 1940, and at 20 he fled.": [("1940", "1940")],
    "The firm, which lost 3 million last year, hopes to break even this year.": [
        ("last year", "2012"),
        ("this year", "2013"),
    ],
    "One month later, in June 2011, he wed.": [("June 2011", "2011-06")],
    "He flew off at 5 p.m. On Tuesday he had slept.": [("5 p.m.", "2013-05-15"), ("Tuesday", "2013-05-14")],
    "On March 20, 2003, it began. That December, he was caught.": [
        ("March 20, 2003", "2003-03-20"),
        ("That December", "2003-12"),
    ],
    "The third attack in Lund this year killed two Tuesday.": [
        ("this year", "2013"),
        ("Tuesday", "2013-05-14"),
    ],
    "From 1 April, fares go up; from 1 June, they go up again.": [
        ("1 April", "2013-04-01"),
        ("1 June", "2013-06-01"),
    ],
    "The new law, in force since 1 May, bans it.": [("1 May", "2013-05-01")],
    "The law comes into force on 1 November.": [("1 November", "2013-11-01")],
    "The project is to be completed in November.": [("November", "2013-11")],
    "The project was completed in November.": [("November", "2012-11")],
    "The weekend's games were called off.": [("The weekend", "2013-05-11/2013-05-12")],
    "This year's fair will be the last.": [("This year", "2013")],
    "Next week's fair will be the last.": [("Next week", "2013-05-20/2013-05-26")],
    "The Nov. 6 election was close.": [("Nov. 6", "2012-11-06")],
    "The fiscal year that began Oct. 1 has been poor.": [("Oct. 1", "2012-10-01")],
    "He was born in Lund in March 1950 and died there, aged 63, on May 12.": [
        ("March 1950", "1950-03"),
        ("May 12", "2013-05-12"),
    ],
    "Ahead of elections in October, prices were cut.": [("October", "2013-10")],
    "Before the vote in October, prices were cut.": [("October", "2012-10")],
    "October's election was close.": [("October", "2012-10")],
    "Exports may fall until August.": [("August", "2013-08")],
    "The ship is to sail in the autumn.": [("the autumn", "2013-23")],
    "The ship sailed last autumn.": [("last autumn", "2012-23")],
    "At the end of 2012 it had 900 staff.": [("the end of 2012", "2012")],
}


@pytest.mark.parametrize("text", PROSE)
def test_dates_of_news_prose(text: str) -> None:
    assert given(text) == PROSE[text]


QUARTERS = {
    "It lost money in the first quarter, and sees second-quarter sales of 6. A year ago it won.": "2012-33",
    "It lost money in the first quarter. It sees second-quarter sales of 6, from five a year ago.": "2012-34",
    "It lost money in the first quarter. The latest quarter was dull. It had nine a year ago.": "2012-33",
}


@pytest.mark.parametrize("text", QUARTERS)
def test_a_year_ago_is_the_quarter_that_is_compared_with(text: str) -> None:
    """In a sentence of its own it is that of the quarter reported, not of the one forecast."""
    assert given(text)[-1][1] == QUARTERS[text]


NO_DATES = (
    "Sales have doubled in the past year.",
    "Prices fell over the last 12 months.",
    "Two weeks later than planned, it opened.",
    "The blast occurred overnight.",
    "She may march on; a second later the sun sat down.",
    "Mills spring up; 2,000 people ran 1500 metres.",
    "Flight 1902 of Sun Airways, a Boeing 747-8, flew down Route 1990.",
    "August Lindqvist and April Jones read the Sunday Times.",
    "They watched Friday Night Lights and Saturday Night Live.",
    "Call 0207 946 0018 or 555 2013.",
    "They won 2-1, 24/7, by 21-19 and 6-4, 3-6.",
    "He earned $1999 and £2012, or 1990 euros.",
    "Sun Foods and Jan Berg sued March Mills.",
    "Windows 2000 and Office 2010 ran on it.",
    "Fall in line, he said, or fall behind.",
    "A quarter of the mills and half of the farms are shut.",
    "The third day of talks ended.",
    "He was in his twenties, she in her early 30s.",
    "It rained every day, each year and all week.",
    "Temperatures in the 80s are usual.",
    "On day 3 of week 2 he fell.",
    "He has the strength of 2000 men.",
    "A 21-year-old held a 30-year bond for a 10-year term.",
    "In the past week, eight men were shot.",
    "The past two weeks were dry.",
    "In recent weeks, in the coming months and these days it rained.",
    "Over the next five years it will grow.",
    "In the last decade it grew.",
    "It was the worst day in years.",
    "He sang for 2010 minutes.",
    "It had 2013 members.",
    "On the eve of the vote it rained.",
    "Nearly 50 years on, nobody knows.",
    "In summer, it is hot; in winter, it is cold; in spring, birds sing.",
    "In 20 minutes, 40 seconds and 2 hours he ran 5000 metres.",
    "Route 66, Room 2010, Chapter 11, 7/7 and 24/7.",
    "Mr March, Ms May and Dr June met Mr Friday.",
    "See page 2012, line 1990 and section 2001.",
    "It weighs 1900 kg and costs EUR 2000.",
    "He has 1999 followers, and 2001 likes.",
    "It lies 2000 feet up, at 1950 m.",
    "They drew 2012 names from 1,990.",
    "It is not yet spring here; spring comes late.",
    "Once in a century, twice a year, three times a day.",
    "Day after day, year after year, week in, week out.",
    "One day he will, some day, the other day.",
    "A year's work was lost in a day.",
)


@pytest.mark.parametrize("text", NO_DATES)
def test_lengths_names_and_sums_are_no_dates(text: str) -> None:
    assert given(text) == []
