"""Protects distances between dates: what a sentence ties must be that far apart, rounding understood."""

from __future__ import annotations

import pytest

from onrecord.check.elapsed import CHECK
from tests.check.calendar_paper import found, shown


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "The pact was signed on August 23, 2029, a week before the landing of September 29, 2029.",
            "A week before 29 September 2029 is 22 September 2029; the text says 23 August 2029.",
        ),
        (
            "Five months after the siege of 15 March 2029, on October 15, 2029, talks began.",
            "5 months after 15 March 2029 is 15 August 2029; the text says 15 October 2029.",
        ),
        (
            "They met on 6 May 2029. Three days later, on 12 May, they parted.",
            "3 days after 6 May 2029 is 9 May 2029; the text says 12 May 2029.",
        ),
        (
            "In 2019, five years after the 2008 flood, it closed.",
            "5 years after 2008 is 2013; the text says 2019.",
        ),
        (
            "Three weeks ago, on 12 January, the bridge fell.",
            "3 weeks before 10 May 2031 is 19 April 2031; the text says 12 January 2031.",
        ),
        (
            "Her letter came on 6 May 2029 and he wrote back four days later (on 16 May 2029).",
            "4 days after 6 May 2029 is 10 May 2029; the text says 16 May 2029.",
        ),
        (
            "On 16 May 2029, that is a week after the fire of 2 May 2029, the gate was shut.",
            "A week after 2 May 2029 is 9 May 2029; the text says 16 May 2029.",
        ),
        (
            "The truce dates from 6 May 2029. Two weeks later, the guns spoke again: it was 9 June 2029.",
            "2 weeks after 6 May 2029 is 20 May 2029; the text says 9 June 2029.",
        ),
        (
            "The watch ran from 25 May 2002 until the 20th of June, nine weeks in all.",
            "25 May 2002 to 20 June 2002 is 26 days, 27 with both ends; the text says 9 weeks.",
        ),
        (
            "Between 5 May 2029, when it was shut, and 9 June 2029, when it was free, ten weeks passed.",
            "10 weeks after 5 May 2029 is 14 July 2029; the text says 9 June 2029.",
        ),
        (
            "The fair ran from May 1 to May 14, 2029, ten days in all.",
            "1 May 2029 to 14 May 2029 is 13 days, 14 with both ends; the text says 10 days.",
        ),
        (
            "It lasted between 2019 and 2023, seven years.",
            "2019 to 2023 is 4 years by the calendar; the text says 7 years.",
        ),
        (
            "The four-day summit (May 9-11, 2029) was short.",
            "9 May 2029 to 11 May 2029 is 2 days, 3 with both ends; the text says 4 days.",
        ),
        (
            "Orsk broke with Ostra on 4 March 1981 and returned on 9 September 1987, three years later.",
            "3 years after 4 March 1981 is 4 March 1984; the text says 9 September 1987.",
        ),
        (
            "The dam was closed on 1 May 2002. It burst on 19 May 2002, ten days afterwards.",
            "10 days after 1 May 2002 is 11 May 2002; the text says 19 May 2002.",
        ),
        (
            "The strike began on 2 February 1974. Three weeks after that, on 9 March 1974, it ended.",
            "3 weeks after 2 February 1974 is 23 February 1974; the text says 9 March 1974.",
        ),
        (
            "She was arrested on 14 October 1979 and freed on 14 January 1980, a month after the arrest.",
            "A month after 14 October 1979 is 14 November 1979; the text says 14 January 1980.",
        ),
        (
            "Between the vote of 5 May 2011 and the oath of 5 November 2011, nine months passed.",
            "9 months after 5 May 2011 is 5 February 2012; the text says 5 November 2011.",
        ),
        (
            "Four months elapsed between the letter of 3 March 2019 and the reply of 4 May 2019.",
            "4 months after 3 March 2019 is 3 July 2019; the text says 4 May 2019.",
        ),
        (
            "It was tabled on 3 April 2017, and two months passed before it was adopted on 17 April 2017.",
            "2 months after 3 April 2017 is 3 June 2017; the text says 17 April 2017.",
        ),
        (
            "The talks opened on 3 June 1994. They ended in vain on 24 June, one week later.",
            "A week after 3 June 1994 is 10 June 1994; the text says 24 June 1994.",
        ),
    ],
)
def test_dates_that_are_not_so_far_apart_are_shown(text: str, message: str) -> None:
    [finding] = found(CHECK, text)
    assert finding.message == message
    assert len(shown(text, finding)[0]) < len(text)


@pytest.mark.parametrize(
    "text",
    [
        "The pact was signed on August 23, 2029, a week before the landing of September 1, 2029.",
        "Five months after the siege of 15 March 2029, on August 15, 2029, talks began.",
        "They met on 6 May 2029. Three days later, on 9 May, they parted.",
        "They met on 30 December 2029. Three days later, on 2 January, they parted.",
        "In 2019, nearly twelve years after the 2008 flood, it closed.",
        "From 1 to 14 May 2029, fourteen days, it rained.",
        "It lasted between 2019 and 2023, five years.",
        "On May 9, 2029, the court heard that he died three days after his arrest on April 2, 2029.",
        "He stayed for two weeks after the vote of May 6, 2029, until June 30, 2029.",
        "Founded in 1990, it moved. The strike began. Two years later, in 2005, it closed.",
        "Within three days after May 6, 2029, on May 20, 2029, all had left.",
        "Orsk broke with Ostra on 4 March 1981 and returned on 9 September 1987, six years later.",
        "It opened in 1981. The mayor died. It closed in 1999, two years later.",
        "She was arrested on 14 October 1979 and freed on 14 January 1980, a month after the appeal.",
        "He left on 3 May 2011, came back on 6 June 2012, and died two months later.",
        "Between 3 May 2011 and 6 June 2012 they met often; two months passed without a call.",
        "On May 9, 2029, two years and three months after the flood of May 1, 2020, it reopened.",
    ],
)
def test_what_fits_or_is_not_tied_is_left_alone(text: str) -> None:
    assert found(CHECK, text) == []
