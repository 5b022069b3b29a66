"""Protects comparing a number with the list it announces, and silence where a list is doubtful."""

from __future__ import annotations

import pytest

from onrecord.check import listed
from tests.check.papers_counts import found

(CHECK,) = listed.CHECKS


@pytest.mark.parametrize(
    "text",
    [
        "The three northern states – Norla and Vestra – signed.",
        "He set out five priorities: (1) bread, (2) roses, (3) peace and (4) quiet.",
        "It includes 9 of the 15 old ports: Ala, Bela, Cela, Dela, Ela, Fela, Gela, Hela, Ila, and Jela.",
        "The following four bills were signed:\n\n- The Ferry Act\n- The Bridge Act\n- The Tunnel Act\n",
        "Six nominees were announced on Friday: Ann Lee, Bo Day, Cy Poe, Di Roe and Ed Moe.",
        "The two islands (Norla, Vestra, Ostra) agreed.",
        "We discussed two topics: housing in the north; schools in the south; and the ferry.",
        "The five finalists are Ann Lee, Bo Day, Cy Poe and Di Roe.",
        "The agreement was signed by four countries: Poland, Kenya, and Chile.",
        "Three countries joined the initiative:\n\n1. Poland\n2. Kenya\n3. Chile\n4. Peru\n",
        "They agreed on four things: to open the port, to free the pilots and to meet in June.",
        "She made four demands: that the port be opened, that the pilots be paid and that he resign.",
        "The charter lists four duties:\n\na) keep the lights\n\nb) keep the books\n\nc) report in May",
        "The charter lists four duties:\n\nA. Keep the lights\n\nB. Keep the books\n\nC. Report in May",
        "They came to the four towns of Orla, Velin and Celm.",
        "The four sisters Ann, Bo and Cy Poe run the mill.",
        "They came from five districts. They are Orla, Velin, Celm and Tarn.",
        "It covers three fields, which are trade, energy, transport and schools.",
        "Of the nine members, four voted against the plan: Ann Lee, Bo Day and Cy Poe.",
        "The strike closed four mines, those of Orla, Velin and Celm.",
        "Ann Lee, Bo Day and Cy Poe are the five pilots who stayed.",
        "Orla, Velin and Celm: these four towns share the well.",
        "These seven harbours will close in May:\n\n1. Orla\n2. Velin\n3. Celm",
        "Here are the two judges whom she wrote to:\n\n- Ann Lee\n- Bo Day\n- Cy Poe",
        "There are five guilds in the valley, Orla, Velin, Celm and Tarn, and each sends two clerks.",
        "He spoke for three crafts (potters, weavers, tanners, millers and coopers) that day.",
        "Three crafts, potters, weavers, tanners, and millers, sent letters.",
        "The five tasks of the office are to count the boats, to mend the nets, and to light the lamps.",
        "“We have two wishes — to sleep longer, to eat better and to sail home,” Ann Lee said.",
        "Of the 12 boats in the bay, five have sailed: Orla, Velin, and Celm.",
        "The six mills of the River Pact, Orla, Velin, Celm and Tarn, stand still.",
        "The four herbs they grow are mint, sage, and nettles.",
        "The nine tasks of the office are to count the boats, to mend the nets, and to light the lamps.",
        "Ann Lee, Bo Day, Cy Poe, Di Roe and Ed Moe are the two pilots who stayed.",
        "Four things must change, Lee said: to open the port, to free the pilots and to meet in June.",
    ],
)
def test_numbers_that_do_not_fit(text: str) -> None:
    """A number that no reading of its list gives is shown once, with the list."""
    (finding,) = found(CHECK, text)
    assert finding.check == "counted"
    assert len(finding.passages) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The three northern states – Norla, Vestra and Ostra – signed.",
        "Three things must change, Lee said: to open the port, to free the pilots and to meet in June.",
        "The three tasks of the office are to count the boats, to mend the nets, and to light the lamps.",
        "Two members: Ann Lee, the mayor of Ala, and Bo Day.",
        "Two people spoke: Ann Lee, Secretary of Trade and Bo Day, Secretary of Labor.",
        "Four people spoke: Ann and Bo Day, Cy Poe and Di Roe.",
        "Two secretaries came: the Secretaries of State and Defense, and the mayor.",
        "Two states: Ala, and Bosnia and Herzegovina.",
        "Two cities: Lansing, Michigan, and Salem, Oregon.",
        "Five states, including: Ala, Bela and Cela.",
        "Five states – such as Ala, Bela and Cela – signed.",
        "More than five states: Ala, Bela and Cela.",
        "About 60 leaders – presidents, prime ministers and kings – came.",
        "All 50 states, the District of Ala, and Port Bela are covered.",
        "Region 3 serves Ala, Bela, Cela and Dela.",
        "One in five workers: Ala, Bela and Cela.",
        "It works with six programs in Africa, Asia, and Europe.",
        "There are nine bridges (five over water, two over rail, and two over roads).",
        "He has two goals: to raise his sons and, he said, to win, to be heard and to rest.",
        "Two cultures - song and dance, bread and wine - meet here.",
        "Three states, which are expected to sign, to vote and to leave, met.",
        "The 50 states of the Union, Ala and Bela took part.",
        "In the two years Ann, Bo and Cy lived there.",
        "They agreed on two things: to open the port and to free the pilots.",
        "Nine ports: Ala, Bela and Cela, along with Dela, Ela, Fela, Gela, Hela and Ila.",
        "Ann Lee, Bo Day and Cy Poe are three of the five pilots who stayed.",
        "Ann Lee, Bo Day and others are the five pilots who stayed.",
        "The two sides will further common work by:\n\n- Trading plans\n- Sharing nets\n- Mending boats",
        "Help for 18 mills:\n\n- Before the law: they stood still\n- After the law: they run",
        "The three women are tall, quick, and bold.",
        "These three laws will cost boats in two ways:\n\n- They rust\n- They sink",
    ],
)
def test_numbers_that_fit_or_may_fit(text: str) -> None:
    """Where one reading of a list fits, or the tie is loose, nothing is shown."""
    assert found(CHECK, text) == []


def test_message_says_both_numbers() -> None:
    """The message gives the printed lead and the count, and judges neither."""
    (finding,) = found(CHECK, "The three northern states – Norla and Vestra – signed.")
    assert finding.message == "“The three northern states” is followed by a list of 2."
    assert "Norla; Vestra" in finding.explanation
