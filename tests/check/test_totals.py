"""Protects adding up parts, exceptions, changes and tables, and silence where parts are not all."""

from __future__ import annotations

import pytest

from onrecord.check import totals
from tests.check.papers_counts import found

(CHECK,) = totals.CHECKS
TABLE = (
    "The results:\n\n| Port | Boats |\n|---|---|\n| Ala | 12 |\n| Bela | 30 |\n| Cela | 5 |\n| Total | {} |\n"
)


@pytest.mark.parametrize(
    "text",
    [
        "In all 120 people died: 70 men and 55 women.",
        "Of the 15 members, 9 voted for, 4 against and 3 abstained.",
        "Of the 15 members, 8 voted for, 4 against and 2 abstained.",
        "The fire killed twelve people, seven women and six men.",
        "Of 120 passengers, 70 were rescued and the other 45 are missing.",
        "The number of boats increased by 20 from 100 to 130.",
        "The number of boats fell by 20 from 130 to 100.",
        "Catches rose 20 percent from 100 to 130.",
        "Nine of the 15 members (80 percent) agreed.",
        "The yard has eight bridges (five old ones, two new ones, and two of wood).",
        "It includes 9 of the 15 old ports. The exceptions are the three islands and two towns.",
        TABLE.format(57),
        "The results:\n\n- Ala: 12\n- Bela: 30\n- Cela: 5\n- Total: 57\n",
    ],
)
def test_sums_that_do_not_come_out(text: str) -> None:
    """A total, share or change that its own parts do not give is shown once."""
    (finding,) = found(CHECK, text)
    assert finding.check == "total"
    assert finding.explanation


@pytest.mark.parametrize(
    "text",
    [
        "In all 125 people died: 70 men and 55 women.",
        "Of the 15 members, 9 voted for, 4 against and 2 abstained.",
        "Of the 50 ports, 20 have cranes and 15 have ice.",
        "About 120 people died: 70 men and 55 women.",
        "In all 120 people died, including 70 men and 55 Northerners.",
        "There were 120 people: 70 men, 55 women, including 20 children.",
        "It was 7 times — 17 times more likely at sea and 20 times on land.",
        "The budget is $10 million: $6 million for boats and $4.4 million for nets.",
        "The number of boats increased by 30 from 100 to 130.",
        "Catches rose 30 percent from 100 to 130.",
        "Catches doubled from 100 to 200, up by 10 on the plan.",
        "They visited three towns, 20 schools and 5 yards.",
        "We are down to making 30 percent of them — from 30 percent to only 10 percent.",
        "Nine of the 15 members (60 percent) agreed.",
        TABLE.format(47),
        "The results:\n\n- Ala: 12\n- Bela: 30\n- Cela: 5\n- Total: 47\n",
    ],
)
def test_sums_that_come_out_or_are_none(text: str) -> None:
    """Parts that add up, that are not all, or that are rounded are not shown."""
    assert found(CHECK, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The motion passed 9 to 4, with 3 abstentions, all 15 members voting.",
        "Of the council's 15 members, nine voted for the plan and five voted against it; two abstained.",
        "All 100 deputies voted: 52 in favour, 40 against, and 9 abstaining.",
        "The 12-member council voted 7 to 5 to reject the plan, with one abstention.",
        "The delegation of 12 is made up of seven diplomats and six engineers.",
        "The commission consists of 21 members, nine judges, seven professors and six clergymen.",
        "The ferry had 104 passengers and nine crew members on board, 112 people in all.",
        "Seventy men, 60 women and 5 children, a total of 130 people, were rescued.",
        "In the survey, 45 percent said yes, 40 percent said no and 25 percent had no opinion.",
        "The Greens (34 seats), the Liberals (21 seats) and the Farmers (12 seats) have 66 seats.",
        "The chamber has 120 seats: the Greens hold 54, the Liberals 41 and the Farmers 28.",
        "There were 30 ministers, of whom 18 were men and 14 women.",
        "Twelve of the 20 boats were lost and the other nine returned.",
        "Eighteen men and 14 women sit in the 30-seat chamber.",
        "There were 90 letters, 40 about the port, 30 about the mill and 29 about both, the office said.",
        "A total of 26 boats were lost, 9 in Orla, 7 in Velin and 14 in Celm.",
        "The mill sold 37 tons last year: 21 tons of flour and 18 tons of bran.",
        "The crew of 48, made up of 20 women and 26 men, sailed at noon.",
        "The 90 seats are split among the Greens (40), the Millers (30) and the Farmers (24).",
        "Ann Lee got 29 votes and Bo Day got 28; 67 votes were cast.",
        "Nine boats came from Orla, 10 from Velin and 14 from Celm, for a total of 36.",
        "The ferry had 80 passengers on board, 54 adults and 23 children.",
    ],
)
def test_totals_told_in_other_words(text: str) -> None:
    """Parts before their total, votes, shares and seats are added up."""
    (finding,) = found(CHECK, text)
    assert finding.explanation


@pytest.mark.parametrize(
    "text",
    [
        "The motion passed 9 to 4, with 2 abstentions, all 15 members voting.",
        "The Senate voted 52 to 48; all 50 Blue senators voted for it.",
        "The 15-member council voted 9 to 4, with one abstention.",
        "The 50-page report consists of three chapters and two annexes.",
        "About seventy men and 60 women died, 135 people in all.",
        "In 2021 he won 5 races and in 2022 he won 6 races, 30 in all.",
        "Of users, 45 percent read, 60 percent write and 25 percent draw.",
        "To win, he needs 53 percent of the remaining votes, she 59 percent and they 68 percent.",
        "The Greens (34 seats) and the Liberals (21 seats) need 61 seats.",
        "There were 30 ministers, of whom 18 were men and 14 Northerners.",
        "The board has six members chosen by the mayor, three by the guild and four by the port.",
        "Some 90 letters came, 40 about the port, 12 about the mill and nine about bread.",
        "There were 90 letters: 40 about the port, 30 about the mill and 20 about both.",
        "Prices rose from 10 in Orla, 12 in Velin and 14 in Celm, to 40.",
    ],
)
def test_sums_in_other_words_that_may_come_out(text: str) -> None:
    """Loose numbers, parts that may overlap and totals of something else are not shown."""
    assert found(CHECK, text) == []
