"""Protects finding families by words: looking only where passages have them finds what reading all finds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from onrecord.errors import UsageError
from onrecord.record import FamilyFilter, Filter, Looking, Moments, Record
from tests.record.test_traces import FERRY, record, write

__all__ = ["record"]


@pytest.fixture
def moments(record: Record) -> Iterator[Moments]:
    moments = Moments(record.path)
    yield moments
    moments.close()


@pytest.mark.parametrize(
    "given",
    [
        {"words": "bridge"}, {"words": "spring mayor"}, {"words": "ferry"}, {"words": "bridge ferry"},
        {"words": "lantern", "formulas": True}, {"words": "lantern"}, {"words": "old", "order": "newest"},
        {"words": "the", "offset": 1, "limit": 1}, {"words": "zeppelin"},
        {"words": "ferry", "outlet": "gazette"},
        {}, {"order": "oldest", "formulas": True}, {"speaker": "petrova"}, {"speaker": "bo"},
        {"speaker": "ana", "words": "bridge"}, {"speaker": "nobody"},
        {"speaker": "lind", "kind": "passage"}, {"entity": "ANA", "words": "bridge"},
    ],
)  # fmt: skip
def test_what_is_found_is_what_reading_everything_finds(
    record: Record, moments: Moments, given: dict[str, object]
) -> None:
    if "entity" in given:
        given = {**given, "entity": next(row.entity.id for row in record.speakers("ana"))}
    filter = FamilyFilter(**given)  # type: ignore[arg-type]
    looking = Looking(record, moments)
    found = looking.families(filter)
    assert list(found.items) == list(record.family_heads(filter))
    assert found.total == record.count_families(filter)


def test_a_member_has_the_words_and_not_only_its_passage(record: Record, moments: Moments) -> None:
    """The second paper's passage has both sentences; no member has both."""
    found = Looking(record, moments)
    assert [one.head.id[0] for one in found.families(FamilyFilter(words="bridge")).items] == ["a"]
    assert list(found.families(FamilyFilter(words="spring passenger")).items) == []


def test_who_speaks_is_asked_of_statements(record: Record, moments: Moments) -> None:
    """As linked, not only as printed: "Ana" is in no second paper. What was rejected is not asked."""
    found = Looking(record, moments)
    assert [one.head.id[0] for one in found.families(FamilyFilter(speaker="ana")).items] == ["a"]
    assert found.families(FamilyFilter(speaker="lind")).total == 1
    said = next(s.id for _, s in record.statements(Filter(speaker="lind")))
    record.decide([said], "rejected", "tester")
    assert Looking(record, moments).families(FamilyFilter(speaker="lind")).total == 0


def test_a_new_family_is_found(record: Record, moments: Moments, monkeypatch: pytest.MonkeyPatch) -> None:
    """At once, though what is known of members is old; and a family that went is not."""
    monkeypatch.setattr("onrecord.record.membership.REST", 1e9)
    ferry = FamilyFilter(words="ferry")
    assert len(list(Looking(record, moments).families(ferry).items)) == 1
    write(record, "d" * 16, "passage", 2, ("2031-05-07", None), [(1, FERRY), (2, FERRY)])
    assert [one.head.id[0] for one in Looking(record, moments).families(ferry).items] == ["b", "d"]
    with record.whole():
        record._connection.execute("DELETE FROM member WHERE family = 2")
        record._connection.execute("DELETE FROM family WHERE row = 2")
    assert [one.head.id[0] for one in Looking(record, moments).families(ferry).items] == ["d"]


def test_words_that_are_none_are_refused(record: Record, moments: Moments) -> None:
    with pytest.raises(UsageError):
        Looking(record, moments).families(FamilyFilter(words="..."))
