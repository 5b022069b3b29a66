"""Protects what counts as a mirrored statement, and what is planned for a day and denied of it."""

from __future__ import annotations

import pytest

from onrecord.check.reversal import CHECKS
from tests.check.test_reversal import findings as findings  # the same texts of invented people

REVERSAL, PLANNED = CHECKS


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("“I knew nothing about the tunnel at Harn,” Ada Berg said on 3 May 2031.",
         "Ada Berg said on 9 June 2031 that she knew about the tunnel at Harn."),
        ("Ada Berg denied on 3 May 2031 that there is a secret deal with Orlby.",
         "“There is a secret deal with Orlby,” Ada Berg said on 9 June 2031."),
        ("“I will not run for mayor of Harn,” Ada Berg said on 3 May 2031.",
         "“I ran for mayor of Harn,” Ada Berg said on 9 June 2031."),
        ("Ada Berg said on 3 May 2031 that the pilots of Harn will not be paid.",
         "“The pilots of Harn were paid,” Ada Berg said on 9 June 2031."),
        ("“I never asked Tarn Oley to resign,” Ada Berg said on 3 May 2031.",
         "“I asked Tarn Oley to resign,” Ada Berg said on 9 June 2031."),
    ],
)  # fmt: skip
def test_the_same_words_denied(findings, first: str, second: str) -> None:
    """In one text and across two: both days, whichever verb it is."""
    (within,) = findings(("2031-07-01", f"{first}\n\n{second}"))
    assert "3 May 2031" in within.message
    assert "9 June 2031" in within.message
    assert findings(("2031-05-03", first), ("2031-06-09", second))


def test_a_day_that_the_sentence_names_before_the_words(findings) -> None:
    """ "In an interview of 3 May": the day of the words where nothing else gives it."""
    text = (
        "In an interview of 3 May 2031, Ada Berg said: “I signed the letter to Tarn Oley.”\n\n"
        "In an interview of 9 June 2031, Ada Berg said: “I did not sign the letter to Tarn Oley.”"
    )
    (found,) = findings(("2031-07-01", text))
    assert "3 May 2031" in found.message


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("“I knew nothing about the tunnel at Harn,” Ada Berg said on 3 May 2031.",
         "Tarn Oley said on 9 June 2031 that he knew about the tunnel at Harn."),
        ("“I knew nothing about the tunnel at Harn,” Ada Berg said on 3 May 2031.",
         "“I knew about the bridge at Orlby,” Ada Berg said on 9 June 2031."),
        ("“The council has not met the envoys of Orlby yet,” Ada Berg said on 3 May 2031.",
         "“The council met the envoys of Orlby,” Ada Berg said on 9 June 2031."),
        ("“If I knew about the tunnel at Harn, I would tell,” Ada Berg said on 3 May 2031.",
         "“I knew nothing about the tunnel at Harn,” Ada Berg said on 9 June 2031."),
        ("Ada Berg said on 3 May 2031 that they will not stray from a promise to mend the tunnel at Harn.",
         "Ada Berg repeated on 9 June 2031 their promise to mend the tunnel at Harn."),
        ("“Every ferryman is entitled to a pension,” Ada Berg said on 3 May 2031.",
         "“Every ferryman is entitled to a pension, no matter who he is,” Ada Berg said on 9 June 2031."),
        ("“We will get the tunnel at Harn done,” Ada Berg said on 3 May 2031.",
         "“They had the tunnel at Harn, but they couldn't get it done,” Ada Berg said on 9 June 2031."),
        ("Ada Berg spoke on 3 May 2031 of a “bridge loan for Harn”.",
         "Ada Berg said on 9 June 2031 “no bridge loans for Harn”."),
        ("“No, nine years is too long for the tunnel,” Ada Berg said on 3 May 2031.",
         "“Nine years is too long for the tunnel,” Ada Berg said on 9 June 2031."),
        ("“Nothing gets done without the votes of Harn,” Ada Berg said on 3 May 2031.",
         "“We get things done with the votes of Harn,” Ada Berg said on 9 June 2031."),
        ("“We do not only support the plan for Harn,” Ada Berg said on 3 May 2031.",
         "“We support the plan for Harn,” Ada Berg said on 9 June 2031."),
        ("“We will raise the toll at Harn and at Orlby,” Ada Berg said on 3 May 2031.",
         "“We will not raise the toll at Velin and at Tarm,” Ada Berg said on 9 June 2031."),
        ("“I signed the letter to Tarn Oley,” Ada Berg said on 3 May 2031.",
         "“I signed the letter to Tarn Oley,” Ada Berg said on 9 June 2031."),
    ],
)  # fmt: skip
def test_other_words_speakers_and_times(findings, first: str, second: str) -> None:
    """Somebody else, another thing, what was not yet so, what is supposed, and the same again."""
    assert findings(("2031-07-01", f"{first}\n\n{second}")) == []


@pytest.mark.parametrize(
    ("plan", "off"),
    [
        ("Ada Berg will visit Harn on 8 May 2031, the ministry announced.",
         "Ada Berg did not visit Harn on 8 May 2031."),
        ("The bridge at Harn is to be opened on 8 May 2031.",
         "The bridge at Harn was not opened on 8 May 2031."),
        ("Zeland intends to withdraw its troops from Harn on May 8, 2031.",
         "Zeland failed to withdraw its troops from Harn on May 8, 2031."),
        ("The League said that the congress would open in Harn on 8 May 2031.",
         "The congress of the League did not open in Harn on 8 May 2031."),
        ("Elections will be held in Zeland on 8 May 2031.",
         "Elections were not held in Zeland on 8 May 2031."),
    ],
)  # fmt: skip
def test_planned_for_a_day_and_denied_of_it(findings, plan: str, off: str) -> None:
    """Both sentences print the day; it does not matter when they were published, or whether in one text."""
    (found,) = findings(("2031-06-01", f"{plan}\n\n{off}"), check=PLANNED)
    assert "8 May 2031" in found.message
    assert findings(("2031-05-01", plan), ("2031-05-09", off), check=PLANNED)


@pytest.mark.parametrize(
    ("plan", "off"),
    [
        ("Ada Berg will visit Harn on 8 May 2031.", "Ada Berg did not visit Harn on 9 May 2031."),
        ("Ada Berg will visit Harn on 8 May 2031.", "Tarn Oley did not visit Orlby on 8 May 2031."),
        ("Ada Berg will visit Harn on 8 May 2031.", "Ada Berg visited Harn on 8 May 2031."),
        ("Ada Berg may visit Harn on 8 May 2031.", "Ada Berg did not visit Harn on 8 May 2031."),
        ("Ada Berg will visit Harn on 8 May 2031.", "If Ada Berg did not visit Harn on 8 May 2031, we did."),
    ],
)  # fmt: skip
def test_another_day_person_or_a_maybe(findings, plan: str, off: str) -> None:
    """Nothing is shown where the day, the matter or the certainty is another."""
    assert findings(("2031-06-01", f"{plan}\n\n{off}"), check=PLANNED) == []
