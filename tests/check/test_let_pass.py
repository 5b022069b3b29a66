"""Protects readers' patience: what looks like a disagreement and is none gives no finding, of any check."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord import run
from onrecord.record import Record
from onrecord.settings import Settings

SETTINGS = Settings(workers=1, reader="rules")
REST = (
    "The market hall was full in the evening, and the band of the fire brigade played until the rain came. "
    "Nobody left early, and the volunteers were thanked."
)
CASES = {
    "a number said again after a slip": [
        (
            "2031-11-30",
            "There was a pause in September, and it was ratified by 8 of those 4 — 8 — 8 unions of the 12.",
        ),
    ],
    "a number stammered before another": [
        ("2031-05-26", "We speak of what happened on Tuesday. So 19 — 19 pupils and two teachers were hurt."),
    ],
    "a percentage that is rounded": [
        (
            "2031-05-05",
            "The number of restaurants grew by 19 percent, from 548,000 establishments to 654,000.",
        ),
        ("2031-05-05", "Yearly sales grew by 70 percent, from $453 billion to $774 billion."),
    ],
    "a dash after something else than a list of it": [
        (
            "2031-08-24",
            "The mayor himself put three children through college — a bachelor and a graduate school.",
        ),
    ],
    "items with commas between semicolons": [
        (
            "2031-09-22",
            "The summit works in three key areas: vaccinating everybody by raising production, donations, "
            "delivery, and training; ending the shortage of oxygen in hospitals; and being ready.",
        ),
    ],
    "a list that holds the one who is named with the others": [
        (
            "2031-09-18",
            "The River Union and four countries have already signed the pledge:\n\n- Arvia\n- Belmar\n"
            "- Corland\n- River Union\n- Dunmere\n",
        ),
    ],
    "the title of one act among several": [
        (
            "2031-10-08",
            "On three separate occasions the assembly moved the borders of the park — the Velin Schools "
            "and Lands "
            "Exchange Act of 1998, Public Law 105-335; title II of Public Law 105-355; and Public Law "
            "111-11.",
        ),
    ],
    "members of two sorts counted together": [
        (
            "2031-11-19",
            "The seven ministers and other agencies in charge of the plan — the Ministries of Trade, Energy, "
            "Transport, Labour, Interior, Farming, the Water Office, and the Staff Office — met on Friday.",
        ),
    ],
    "two sums that are asked for": [
        (
            "2031-03-31",
            "President Ana Holm is calling on the assembly to invest $100 billion to build faster networks. "
            "Schools are old. President Ana Holm is calling on the assembly to invest $12 billion to "
            "address these "
            "needs.",
        ),
    ],
    "a day of another year": [
        (
            "2031-06-17",
            "Those who were freed from bondage celebrated their long-overdue freedom on June 19. Today "
            "we honor them.",
        ),
    ],
    "a rhythm is no distance": [
        (
            "2031-08-12",
            "The Summit of the Rivers has taken place approximately once every three years since 1994.",
        ),
    ],
    "the first day of what comes every year": [
        ("2031-09-15", "Today marks the first day of Harbour Heritage Month, the mayor said."),
        ("2032-09-15", "As you all know, today is the first day of Harbour Heritage Month, the mayor said."),
    ],
    "one is not coming, another is": [
        (
            "2031-09-07",
            "“On Tuesday the President will visit New Arlen to see the storm damage,” said spokeswoman "
            "Ida Crowe.",
        ),
        (
            "2031-09-20",
            "Spokeswoman Ida Crowe said that President Marek is not traveling to New Arlen for the assembly.",
        ),
    ],
    "not for this reason but for that": [
        (
            "2031-05-25",
            "President Holm will meet with President Marek in Orsk on June 16, said spokeswoman Ida Crowe.",
        ),
        (
            "2031-06-07",
            "“Ana Holm is not meeting with Josef Marek despite our differences; she’s meeting with him "
            "because of "
            "our differences,” said adviser Jon Sully.",
        ),
    ],
    "a denial said in two ways": [
        (
            "2031-07-26",
            "“We’re not going to allow companies to use these funds to buy back stock,” President Ana "
            "Holm said.",
        ),
        (
            "2031-08-09",
            "“We will not allow companies to use these funds to buy back stock,” President Ana Holm said.",
        ),
    ],
    "weeks and months are not one period": [
        (
            "2031-08-02",
            "Over the past few weeks, we’ve seen a nearly 70 percent increase in the average number of "
            "visitors.",
        ),
        (
            "2031-08-03",
            "In the past two weeks, we have seen a 55 percent increase in the average number of visitors.",
        ),
    ],
}


@pytest.mark.parametrize("case", CASES)
def test_it_is_let_pass(case: str, tmp_path: Path) -> None:
    for number, (day, text) in enumerate(CASES[case]):
        body = f"---\ndate: {day}\n---\n\n{text}\n\n{REST}\n"
        (tmp_path / f"{number}.md").write_text(body, encoding="utf-8")
    record = tmp_path / "r.onrecord"
    run.add(record, [str(tmp_path / f"{n}.md") for n in range(len(CASES[case]))], SETTINGS)
    with Record.open(record, readonly=True) as store:
        assert [(row.finding.check, row.finding.message) for row in store.findings()] == []
