"""Protects the order of two reports: the strongest evidence decides, and both ways round it decides alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.trace.directed import Dated, direction

DAY = ("2031-05-08T00:00:00Z", "2031-05-08T23:59:59Z")
NOON = ("2031-05-08T12:00:00Z", "2031-05-08T12:00:00Z")
NEXT = ("2031-05-09T00:00:00Z", "2031-05-09T23:59:59Z")
NONE: frozenset[str] = frozenset()

INSTANTS = st.sampled_from([f"2031-05-0{day}T{hour}:00:00Z" for day in range(1, 5) for hour in ("00", "12")])
INTERVALS = st.none() | st.tuples(INSTANTS, INSTANTS).map(lambda pair: (min(pair), max(pair)))
NAMES = st.frozensets(st.sampled_from(["the courier", "courier.example", "wire", "gazette"]), max_size=2)
MEMBERS = st.builds(Dated, INTERVALS, INTERVALS, NAMES, NAMES, st.integers(0, 60))


def member(
    said: tuple[str, str] | None = None,
    published: tuple[str, str] | None = None,
    outlet: str = "",
    via: str = "",
    words: int = 20,
) -> Dated:
    def names(name: str) -> frozenset[str]:
        return frozenset({name}) if name else NONE

    return Dated(said, published, names(outlet), names(via), words)


@pytest.mark.parametrize(
    ("one", "other", "earlier", "order"),
    [
        (member(outlet="wire"), member(via="wire", said=DAY), True, "named"),
        (member(said=DAY, via="wire"), member(said=NEXT, outlet="wire"), False, "named"),
        (member(outlet="a", via="b"), member(outlet="b", via="a"), True, "unknown"),
        (member(said=DAY, published=NEXT), member(said=NEXT, published=DAY), True, "said"),
        (member(said=DAY, published=NEXT), member(said=NOON, published=DAY), False, "published"),
        (member(published=DAY), member(published=NOON, words=30), False, "fuller"),
        (member(published=NEXT), member(published=NOON, words=30), False, "published"),
        (member(said=DAY), member(published=NEXT), True, "unknown"),
        (member(words=25), member(words=20), True, "unknown"),
        (member(words=26), member(words=20), True, "fuller"),
        (member(words=0), member(words=0), True, "unknown"),
    ],
)
def test_the_strongest_evidence_decides(one: Dated, other: Dated, earlier: bool, order: str) -> None:
    assert direction(one, other) == (earlier, order)


@given(MEMBERS, MEMBERS)
def test_both_ways_round_it_decides_alike(one: Dated, other: Dated) -> None:
    """Whoever asks first must not decide which is the earlier."""
    (here, shown), (there, shown_back) = direction(one, other), direction(other, one)
    assert shown == shown_back
    assert here != there or shown == "unknown"
    assert here or shown != "unknown"
