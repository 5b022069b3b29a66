"""Protects what counts as a reversal: one speaker and matter, the opposite; no hedge and no other thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest

from onrecord import find, link, read
from onrecord.check.reversal import CHECKS
from onrecord.model import Claim, Failure, Finding, Matter, Reading
from onrecord.settings import Settings

REVERSAL = next(check for check in CHECKS if check.name == "reversal")


@pytest.fixture
def findings(tmp_path: Path):
    """Findings over texts given with their dates, read from files as users' are."""

    def found(*texts: tuple[str, str]) -> list[Finding]:
        for number, (day, text) in enumerate(texts):
            (tmp_path / f"{number}.md").write_text(f"---\ndate: {day}\n---\n\n{text}\n", encoding="utf-8")
        return list(compared(matters(tmp_path)))

    return found


def matters(folder: Path) -> Iterable[Matter]:
    settings = Settings()
    for item in read.items([str(folder)], settings):
        assert not isinstance(item, Failure)
        for reading in read.documents(item, settings):
            assert isinstance(reading, Reading)
            document, passages = reading.document, reading.passages
            statements = find.statements(document, passages, reader="rules")
            linked = link.within(document, passages, statements, link.facts())
            yield link.matter(document, passages, linked.statements, linked.times, document.published)


def compared(found: Iterable[Matter]) -> Iterable[Finding]:
    groups: dict[str, list[Claim]] = defaultdict(list)
    for matter in found:
        for claim in REVERSAL.claims(matter) if REVERSAL.claims else ():
            groups[claim.key].append(claim)
    for key in sorted(groups):
        yield from (
            REVERSAL.across(sorted(groups[key], key=lambda claim: (claim.day, claim.document, claim.span)))
            if REVERSAL.across
            else ()
        )


NO = "Harbour minister Ada Berg said that the ministry would not close the bridge at Harn."
YES = "Harbour minister Ada Berg said that the ministry would close the bridge at Harn."


def test_two_texts(findings):
    """The same speaker says the opposite of the same thing a week later: both days and both passages."""
    (found,) = findings(("2031-05-01", NO), ("2031-05-08", YES))
    assert "1 May 2031" in found.message
    assert "8 May 2031" in found.message
    assert "the same speaker" in found.message
    assert len(found.passages) == 2
    assert len(found.statements) == 2


def test_one_text(findings):
    """A text that itself tells of a statement a week earlier holds both sides."""
    text = (
        "Zeland spokesman Tarn Oley said on Monday that the leaders of the allied republics had been invited"
        " to the harvest parade in Harn.\n\nThe comments came after he announced exactly a week ago that"
        " Zeland would not invite foreign leaders to its harvest parade."
    )
    (found,) = findings(("2031-05-12", text))
    assert "5 May 2031" in found.message
    assert "12 May 2031" in found.message


@pytest.mark.parametrize(
    "other",
    [
        "Harbour minister Ada Berg said that the ministry would close the tunnel at Harn.",
        "Harbour minister Ada Berg said that the ministry would close the bridge at Orlby.",
        "Opposition leader Tarn Oley said that the ministry would close the bridge at Harn.",
        "Harbour minister Ada Berg said that the ministry would close the bridge at Harn if the river rose.",
        "Harbour minister Ada Berg said that the ministry might close the bridge at Harn.",
        "Harbour minister Ada Berg said that the ministry did not intend to close the bridge at Harn.",
        "Harbour minister Ada Berg said that the army would close the bridge at Harn.",
        "Harbour minister Ada Berg said Tarn Oley wanted the ministry to close the bridge at Harn.",
    ],
)
def test_no_reversal(findings, other):
    """Another thing, place, speaker or doer, a condition, a possibility, or the same again is no reversal."""
    assert findings(("2031-05-01", NO), ("2031-05-08", other)) == []


def test_not_just(findings):
    """A negation of "only" or "yet" denies nothing."""
    one = "Harbour minister Ada Berg said that the ministry would not only close the bridge at Harn."
    two = "Harbour minister Ada Berg said that the ministry would not close the bridge at Harn until May."
    assert findings(("2031-05-01", one), ("2031-05-03", two), ("2031-05-08", YES)) == []


def test_other_occasion(findings):
    """What is denied of one year is not denied of another."""
    one = "Mayor Ada Berg said that the city would not hold the lantern parade in 2031."
    two = "Mayor Ada Berg said that the city would hold the lantern parade in 2032."
    assert findings(("2031-05-01", one), ("2031-05-08", two)) == []


def test_opposites(findings):
    """To approve and to reject are opposites; not to reject is not the opposite of approving."""
    one = "Senator Ada Berg said that she would approve the Harn canal treaty."
    two = "Senator Ada Berg said that she would reject the Harn canal treaty."
    three = "Senator Ada Berg said that she would not reject the Harn canal treaty."
    assert len(findings(("2031-05-01", one), ("2031-05-08", two))) == 1
    assert findings(("2031-05-01", one), ("2031-05-08", three)) == []
