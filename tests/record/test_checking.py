"""Protects findings in the record: each once, with its passages; decisions outlive finding anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import UsageError
from onrecord.model import Claim, Finding, Shown, Span, Voice, finding
from onrecord.record import Checked, FindingFilter, Record, Unchecked

KEY = "a step"
TEXTS = {
    "/a.txt": "Mayor Ada Lovelock said: “The bridge reopens in May.”\n\nThe council sat on Monday.",
    "/b.txt": "Mayor Ada Lovelock said: “The bridge reopens in June.”\n\nNobody had asked about the ferry.",
}


@pytest.fixture
def store(place: Path, reading) -> Record:
    with Record.open(place, create=True) as record:
        for day, (source, text) in enumerate(TEXTS.items(), 1):
            words = text.partition("“")[2].partition("”")[0]
            made = reading(
                text=text, source=source, published=f"2031-05-0{day}", said=((words, "Mayor Ada Lovelock"),)
            )
            record.add(f"key{day}", [made], source)
        yield record


def waiting(store: Record) -> list[Unchecked]:
    return store.unchecked(KEY)


def shown(store: Record, source: str, words: str) -> Shown:
    [listed] = [one for one in store.documents() if one.document.source == source]
    start = listed.document.text.index(words)
    return Shown(listed.document.id, Span(start, start + len(words)))


def claim(store: Record, source: str, words: str, value: str) -> Claim:
    one = shown(store, source, words)
    return Claim(
        "bridge reopens", one.span, value, one.document, "2031-05-01", "Lantern", "", "", Voice("Ada")
    )


def note(store: Record, *results: tuple[list[tuple[str, Claim]], list[Finding]]) -> None:
    waits = store.unchecked(KEY)
    store.note_checked(KEY, [Checked(one, *result) for one, result in zip(waits, results, strict=True)])


def test_a_document_waits_until_it_was_checked_by_this_step(store: Record) -> None:
    assert len(waiting(store)) == 2
    note(store, ([], []), ([], []))
    assert waiting(store) == []
    assert len(store.unchecked("another step")) == 2


def test_claims_of_one_matter_meet_and_come_back_as_they_were(store: Record) -> None:
    one, other = claim(store, "/a.txt", "in May", '"May"'), claim(store, "/b.txt", "in June", '"June"')
    note(store, ([("dates bridge reopens", one)], []), ([("dates bridge reopens", other)], []))
    [(matter, claims)] = store.stirred_matters(10)
    assert matter == "dates bridge reopens"
    assert sorted(claims, key=repr) == sorted([one, other], key=repr)
    store.settle_matter(matter, [])
    assert store.stirred_matters(10) == []


def test_a_claim_alone_is_compared_with_nothing(store: Record) -> None:
    note(store, ([("dates bridge", claim(store, "/a.txt", "in May", "1"))], []), ([], []))
    assert store.stirred_matters(10) == [("dates bridge", [])]


def test_a_document_checked_again_gives_what_it_claims_now_and_nothing_else(store: Record) -> None:
    one = claim(store, "/a.txt", "in May", "1")
    first = finding("weekday", "Two days.", [shown(store, "/a.txt", "Monday")])
    note(store, ([("dates bridge", one)], [first]), ([], []))
    store.settle_matter("dates bridge", [])
    store.note_checked("another step", [Checked(store.unchecked("another step")[0], [], [])])
    assert store.stirred_matters(10) == [("dates bridge", [])]  # what met it before is compared anew
    assert list(store.findings()) == []


def differing(store: Record) -> Finding:
    places = [shown(store, "/a.txt", "in May"), shown(store, "/b.txt", "in June")]
    statements = [s.id for _, s in store.statements()]
    return finding(
        "event-dates", "It reopens in May or in June.", places, "May is not June.", 0.8, statements
    )


def test_a_finding_comes_back_with_its_passages_in_order(store: Record) -> None:
    given = differing(store)
    store.settle_matter("event-dates bridge", [given])
    [row] = store.findings()
    assert row.finding == given or set(row.finding.statements) == set(given.statements)
    assert [one.shown.span.of(one.document.text) for one in row.exhibits] == ["in May", "in June"]
    assert all(one.told and one.told.statement.speaker for one in row.exhibits)
    assert row.review is None
    assert store.finding(given.id) == row
    assert store.find(given.id[:6]) == [given.id]


def test_what_two_matters_found_is_listed_once(store: Record) -> None:
    given = differing(store)
    store.settle_matter("event-dates one", [given])
    store.settle_matter("event-dates other", [given])
    assert [row.finding.id for row in store.findings()] == [given.id]
    assert store.count_findings() == 1
    store.settle_matter("event-dates one", [])
    assert [row.finding.id for row in store.findings()] == [given.id]
    store.settle_matter("event-dates other", [])
    assert list(store.findings()) == []


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, 2), ({"check": "weekday"}, 1), ({"document": "b.txt"}, 1), ({"document": "a.txt"}, 2),
        ({"speaker": "lovelock"}, 1), ({"speaker": "peñas"}, 0), ({"words": "june"}, 1),
        ({"words": "reopens june"}, 1), ({"words": "harbour"}, 0), ({"outlet": "lantern"}, 2),
        ({"outlet": "gazette"}, 0), ({"since": "2031-05-02"}, 1), ({"until": "2031-05-01"}, 1),
        ({"at_least": 0.85}, 1), ({"limit": 1}, 1), ({"reviewed": "open"}, 2), ({"reviewed": "accepted"}, 0),
    ],
)  # fmt: skip
def test_every_filter_that_is_given_has_to_hold(store: Record, given: dict[str, object], found: int) -> None:
    store.settle_matter("event-dates bridge", [differing(store)])
    store.settle_matter(
        "weekday x", [finding("weekday", "A day.", [shown(store, "/a.txt", "Monday")], "", 0.9)]
    )
    assert len(list(store.findings(FindingFilter(**given)))) == found  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "given",
    [{"order": "size"}, {"reviewed": "yes"}, {"limit": -1}, {"words": "?"}, {"outlet": "!"}, {"since": "x"}],
)
def test_a_filter_that_means_nothing_is_refused_at_once(store: Record, given: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        store.findings(FindingFilter(**given))  # type: ignore[arg-type]


def test_a_decision_outlives_finding_anew_even_where_the_passage_moved(store: Record) -> None:
    given = differing(store)
    store.settle_matter("event-dates bridge", [given])
    store.review(given.id, "rejected", "another bridge", "Bo")
    assert list(store.findings()) == []
    [row] = store.findings(FindingFilter(reviewed="rejected"))
    assert row.review
    assert (row.review.verdict, row.review.note, row.review.author) == ("rejected", "another bridge", "Bo")
    store.forget_checks()
    moved = [shown(store, "/a.txt", "reopens in May"), shown(store, "/b.txt", "in June.")]
    store.settle_matter("event-dates bridge", [finding("event-dates", "Otherwise said.", moved)])
    assert list(store.findings()) == []
    [row] = store.findings(FindingFilter(reviewed="all"))
    assert row.finding.id == given.id
    assert row.finding.message == "Otherwise said."


def test_a_decision_is_of_one_check_and_its_passages_only(store: Record) -> None:
    given = differing(store)
    store.settle_matter("event-dates bridge", [given])
    store.review(given.id, "rejected", "", "Bo")
    places = [shown(store, "/a.txt", "in May"), shown(store, "/b.txt", "ferry")]
    store.settle_matter("m", [finding("event-dates", "Elsewhere.", places)])
    store.settle_matter("n", [finding("figures", "Another check.", differing(store).passages)])
    assert {row.finding.message for row in store.findings()} == {"Elsewhere.", "Another check."}


def test_the_last_decision_holds_until_it_is_undone(store: Record) -> None:
    """Undoing a decision brings back what stood before it; an earlier one cannot be undone under a later."""
    given = differing(store)
    store.settle_matter("event-dates bridge", [given])
    first = store.review(given.id, "rejected", "", "Bo")
    second = store.review(given.id, "accepted", "", "Cy")
    assert [one.number for one in store.reviews()] == [second]
    assert [one.number for one in store.reviews(all=True)] == [first, second]
    with pytest.raises(UsageError):
        store.withdraw_review(first)
    store.withdraw_review(second)
    assert list(store.findings()) == []  # rejected again
    [row] = store.findings(FindingFilter(reviewed="rejected"))
    assert row.review is not None
    assert (row.review.number, row.review.verdict) == (first, "rejected")
    with pytest.raises(UsageError):
        store.withdraw_review(second)
    store.withdraw_review(first)
    [row] = store.findings()
    assert row.review is None


def test_nobody_decides_and_nothing_is_decided_of(store: Record) -> None:
    given = differing(store)
    store.settle_matter("event-dates bridge", [given])
    with pytest.raises(UsageError):
        store.review(given.id, "accepted", "", " ")
    with pytest.raises(UsageError):
        store.review("0" * 16, "accepted", "", "Bo")


def test_a_new_version_takes_what_was_found_in_the_old_one_with_it(store: Record, reading) -> None:
    note(store, ([], [finding("weekday", "A day.", [shown(store, "/a.txt", "Monday")])]), ([], []))
    assert len(list(store.findings())) == 1
    newer = reading(text="Nothing is said of days.", source="/a.txt", published="2031-05-01", said=())
    store.add("key9", [newer], "/a.txt")
    store.drop_old_checks()
    assert list(store.findings()) == []
    assert len(waiting(store)) == 1


def test_a_family_is_checked_once_and_its_findings_go_with_it(store: Record) -> None:
    store.settle_family("f" * 16, KEY, [differing(store)])
    assert len(list(store.findings())) == 1
    store.drop_gone_families()  # there is no such family
    assert list(store.findings()) == []
