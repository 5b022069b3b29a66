"""Protects what counts as a reversal: one speaker and matter, the opposite; no hedge and no other thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import find, link, read
from onrecord.check.contract import Check
from onrecord.check.reversal import CHECKS
from onrecord.check.reversal_clauses import Stance, stances
from onrecord.check.reversal_pairs import telling
from onrecord.model import Claim, Failure, Finding, Matter, Reading
from onrecord.settings import Settings

REVERSAL, PLANNED = CHECKS


@pytest.fixture
def findings(tmp_path: Path):
    """Findings over texts given with their dates, read from files as users' are."""

    def found(*texts: tuple[str, str], check: Check = REVERSAL) -> list[Finding]:
        for number, (day, text) in enumerate(texts):
            (tmp_path / f"{number}.md").write_text(f"---\ndate: {day}\n---\n\n{text}\n", encoding="utf-8")
        return list(compared(matters(tmp_path), check))

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


def compared(found: Iterable[Matter], check: Check) -> Iterable[Finding]:
    groups: dict[str, list[Claim]] = defaultdict(list)
    for matter in found:
        for claim in check.claims(matter) if check.claims else ():
            groups[claim.key].append(claim)
    told: set[str] = set()  # lists show a finding once, under whichever keys it was found
    for key in sorted(groups):
        ordered = sorted(groups[key], key=lambda claim: (claim.day, claim.document, claim.span))
        for one in check.across(ordered) if check.across else ():
            if one.id not in told:
                told.add(one.id)
                yield one


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
        " to the harvest parade in Harn.\n\nJust seven days before, exactly a week ago, he announced that"
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
        "Harbour minister Ada Berg said Tarn Oley hoped that the ministry would close the bridge at Harn.",
        "Harbour minister Ada Berg said it was not true that the ministry would close the bridge at Harn.",
        "Harbour minister Ada Berg did not say that the ministry would close the bridge at Harn.",
        "Harbour minister Ada Berg said she did not think the ministry would close the bridge at Harn.",
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


def test_same_stance(findings):
    """Two denials in other words, and a state that has changed since, are no reversal."""
    again = "Harbour minister Ada Berg ruled out that the ministry would close the bridge at Harn."
    later = "Harbour minister Ada Berg said that the ministry had not closed the bridge at Harn."
    assert findings(("2031-05-01", NO), ("2031-05-08", again)) == []
    assert findings(("2031-05-01", later), ("2031-05-08", YES)) == []


def test_spokesman_and_body(findings):
    """A body and who speaks for it are one side; both are named."""
    one = "Senate spokesman Tarn Oley said the senate would not publish the report on the Harn mine."
    two = "The Senate said on Monday that the report on the Harn mine would be published."
    (found,) = findings(("2031-05-01", one), ("2031-05-12", two))
    assert "Tarn Oley" in found.message
    assert "the Senate said" in found.message


@pytest.mark.parametrize(
    ("no", "yes"),
    [
        ("“I have never met Viktor Malen,” Senator Ada Berg said on Monday.",
         "“I met Viktor Malen twice in Orlby,” Senator Ada Berg said on Thursday."),
        ("“I did not know Viktor Malen,” Senator Ada Berg said on Monday.",
         "“I knew Viktor Malen in Orlby,” Senator Ada Berg said on Thursday."),
        ("The Mining Ministry said that no divers had been sent to Kestrel Island.",
         "The Mining Ministry acknowledged that divers had been sent to Kestrel Island."),
        ("Mayor Ada Berg said she would not run for governor.",
         "Mayor Ada Berg announced that she will run for governor."),
        ("Governor Ada Berg rejected the idea of raising the water levy.",
         "Governor Ada Berg said the state would raise the water levy."),
        ("Governor Ada Berg vowed never to raise the water levy.",
         "Governor Ada Berg said the state would raise the water levy."),
    ],
)  # fmt: skip
def test_ways_of_saying(findings, no, yes):
    """Persons met or known, deeds denied and then admitted, candidacies and vows are compared."""
    (found,) = findings(("2031-05-02", no), ("2031-05-12", yes))
    assert "2031" in found.message


OWN_YES = "Prime Minister Ada Berg said on Friday that the government would raise the fuel tax."


@pytest.mark.parametrize("verb", ["ruled out", "has again ruled out", "repeatedly ruled out"])
def test_told_by_the_text(findings, verb):
    """A text's own "Berg ruled out raising" is her stance, on the day beside it, shown as told."""
    no = f"Prime Minister Ada Berg {verb} raising the fuel tax on Tuesday."
    (found,) = findings(("2031-05-01", no), ("2031-05-12", OWN_YES))
    assert "On 29 April 2031 Ada Berg" in found.message
    assert 'Berg said "' not in found.message
    assert len(found.statements) == 1


@pytest.mark.parametrize(
    "other",
    [
        "Prime Minister Ada Berg ruled out raising the tobacco tax on Tuesday.",
        "Prime Minister Mira Sol ruled out raising the fuel tax on Tuesday.",
        "Tarn Oley said Prime Minister Ada Berg had ruled out raising the fuel tax.",
        "The party of Ada Berg was denied raising the fuel tax.",
    ],
)
def test_not_told_by_the_text(findings, other):
    """Another tax, another person, and what somebody else tells of her is not her stance."""
    assert findings(("2031-05-01", other), ("2031-05-12", OWN_YES)) == []


@pytest.mark.parametrize(
    ("no", "yes"),
    [
        ("“I have not met Viktor Malen,” Senator Ada Berg said on Monday.",
         "“I met Viktor Malen yesterday in Orlby,” Senator Ada Berg said on Thursday."),
        ("“I have never met Viktor Malen,” Senator Ada Berg said on Monday.",
         "“I met Anton Malen twice in Orlby,” Senator Ada Berg said on Thursday."),
        ("The Mining Ministry said that no divers had been sent to Kestrel Island.",
         "The Mining Ministry said that divers had been sent to Kestrel Island."),
        ("Mayor Ada Berg said she would not run for governor.",
         "Mayor Ada Berg announced that she will run for the senate."),
    ],
)  # fmt: skip
def test_may_have_become_so(findings, no, yes):
    """What was not so up to a day may be so later; another person or office is another matter."""
    assert findings(("2031-05-02", no), ("2031-05-12", yes)) == []


def test_transcript_is_loose_talk(findings):
    """In a transcript two shared words do not make one matter."""
    one = "# Briefing\n\nMS. BERG: We will not support this bill.\n\nQ Why?\n\nMS. BERG: It is late."
    two = "# Briefing\n\nMS. BERG: We will support the bill of the house.\n\nQ Why?\n\nMS. BERG: It is good."
    assert findings(("2031-05-01", one), ("2031-05-08", two)) == []


@pytest.mark.parametrize(
    ("clause", "act", "no", "planned"),
    [
        ("Zeland would not invite foreign leaders to the parade.", "invit", True, True),
        ("No foreign leaders will be invited to the parade.", "invit", True, True),
        ("There were no special invitations to the parade.", "invit", True, False),
        ("Invitations to the leaders have been sent.", "invit", False, False),
        ("She refused to send troops to Orlby.", "send", True, True),
        ("The ministry ruled out sending troops to Orlby.", "send", True, True),
        ("We have no plans to sell the shipyard.", "buy", True, True),
        ("He denied meeting the envoy in Harn.", "meet", True, False),
        ("The city has no intention of publishing the report.", "publish", True, True),
        ("The city abandoned plans to build a runway at Harn.", "build", True, True),
        ("They will under no circumstances lift the curfew in Harn.", "impos", True, True),
        ("The head of the port police was dismissed.", "hir", False, False),
        ("The council intends to supply water to Harn.", "suppli", False, True),
    ],
)
def test_stances(clause, act, no, planned):
    """What denies and what plans a verb, in the ways that it is said."""
    (found,) = stances(clause, 0, len(clause), reported=True, loose=True)
    assert (found.act, found.no, found.planned) == (act, no, planned)


@pytest.mark.parametrize(
    "clause",
    [
        "If the river rises, the city will not close the bridge.",
        "Will the city close the bridge?",
        "The city might not close the bridge.",
        "The city will not only close the bridge.",
        "The city will not close the bridge until May.",
        "The city will not refuse to close the bridge.",
        "No fewer than nine leaders will be invited, not all of them by letter.",
        "The city will invite only the leaders of Zeland.",
    ],
)
def test_hedged(clause):
    """A condition, a question, a possibility, an exception or two denials take no stance."""
    assert list(stances(clause, 0, len(clause), reported=True, loose=True)) == []


@settings(deadline=None)
@given(st.text(alphabet="İß ’.,?no will not be invited leaders ruled out\n“”\ud800-'", max_size=200))
def test_any_text(text):
    """Odd text is read without a failure, and every stance lies within it."""
    for stance in stances(text, 0, len(text), reported=True, loose=True):
        assert isinstance(stance, Stance)
        assert 0 <= stance.span.start <= stance.head < stance.span.end <= len(text)


def test_telling_words():
    """A rare word tells more than a common one."""
    assert telling("parad") > telling("hous")


def test_not_happened(findings):
    """A visit announced for a day and called off later is shown with both days."""
    plan = "The week began with rain. President Tarn Oley will visit Calder on 12 May, his office said."
    off = "The market was quiet. Tarn Oley cancelled his visit to Calder."
    (found,) = findings(("2031-05-02", plan), ("2031-05-11", off), check=PLANNED)
    assert "2 May 2031" in found.message
    assert "11 May 2031" in found.message
    assert "announced for 12 May 2031" in found.explanation


@pytest.mark.parametrize(
    ("day", "other"),
    [
        ("2031-05-11", "The market was quiet. Mira Sol cancelled her visit to Calder."),
        ("2031-05-11", "The market was quiet. Tarn Oley cancelled his visit to Orlby."),
        ("2031-05-11", "The market was quiet. Tarn Oley did not visit Calder on 3 April 2030."),
        ("2031-04-20", "The market was quiet. Tarn Oley cancelled his visit to Calder."),
        ("2031-08-20", "The market was quiet. Tarn Oley cancelled his visit to Calder."),
        ("2031-05-13", "The market was quiet. Tarn Oley visited Calder on 12 May."),
    ],
)
def test_nothing_called_off(findings, day, other):
    """Another's visit, another place, another day or a visit that took place leaves the plan as it was."""
    plan = "The week began with rain. President Tarn Oley will visit Calder on 12 May, his office said."
    assert findings(("2031-05-02", plan), (day, other), check=PLANNED) == []
