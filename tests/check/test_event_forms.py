"""Protects the ways in which an event is told: what is built, offices, pacts, chronicles."""

from __future__ import annotations

import pytest

from tests.check.test_event_dates import findings

ONE = [
    ("The mill at Orlen blew up on 3 May 1911.", "On 8 May 1911, when the mill at Orlen blew up, all slept."),
    ("The Orlen theatre burned down on 3 May 1911.", "A fire destroyed the Orlen theatre on 9 August 1908."),
    (
        "The viaduct at Orlen collapsed on 3 May 1911.",
        "Since the collapse of the Orlen viaduct on 3 May 1912, people walk.",
    ),
    (
        "Arcadia annexed the island of Lund on 3 May 1911.",
        "The annexation of the island of Lund by Arcadia, 3 July 1911, was praised.",
    ),
    (
        "Arcadia severed diplomatic ties with Borduria on 3 May 1911.",
        "Arcadia and Borduria broke off relations on 8 May 1911.",
    ),
    ("The siege of Orlen was lifted on 3 May 1611.", "8 May 1611: the siege of Orlen ends."),
    ("8 May 1611 – Arcadia invades Borduria.", "Arcadia invaded Borduria on 1 May 1611."),
    (
        "Orlen Steel and Lund Iron announced their merger on 3 May 1991.",
        "The merger of Orlen Steel and Lund Iron was announced on 3 May 1990.",
    ),
    (
        "The peace treaty between Arcadia and Borduria was signed in Lund on 3 May 1911.",
        "Arcadia and Borduria signed a peace treaty on 8 May 1911.",
    ),
    ("Jana Kolar became mayor of Orlen on 3 May 1991.", "Kolar, mayor of Orlen since 3 June 1991, was away."),
    ("A court in Orlen sentenced Jana Kolar on 3 May 1991.", "Jana Kolar was sentenced on 13 May 1991."),
    (
        "The Arcadia republic declared independence on 3 May 1911.",
        "Arcadia declared independence on 8 July 1911.",
    ),
]

TWO = [
    ("The mill at Orlen blew up on 3 May 1911.", "The mill at Lund blew up on 8 May 1911."),
    ("The Orlen theatre burned down on 3 May 1911.", "The Orlen library burned down on 8 May 1911."),
    ("The Orlen airport was opened on 3 May 1923.", "The Orlen airport was opened on 8 June 2019."),
    (
        "The trade treaty between Arcadia and Borduria was signed on 3 May 1911.",
        "The peace treaty between Arcadia and Borduria was signed on 8 May 1911.",
    ),
    ("8 May 1611: the siege of Orlen begins.", "9 August 1611: the siege of Orlen ends."),
    (
        "The merger of Orlen Steel and Lund Iron was announced on 3 May 1991.",
        "Orlen Steel and Lund Iron merged on 8 August 1991.",
    ),
    (
        "Jana Kolar became mayor of Orlen on 3 May 1991.",
        "Jana Kolar, mayor of Lund since 3 June 1991, was away.",
    ),
    (
        "Jana Kolar became mayor of Orlen on 3 May 1991.",
        "Jana Kolar, mayor of Orlen since 8 June 1999, spoke.",
    ),
    ("Jana Kolar was sentenced on 3 May 1991.", "Jana Kolar was sentenced on 8 November 1993."),
    (
        "Arcadia and Borduria broke off relations on 3 May 1911.",
        "Arcadia and Borduria broke off relations on 8 June 1931.",
    ),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_one_event_told_in_two_ways(one: str, other: str) -> None:
    """Whatever the words, two dates of one event are one finding, in one text and between two."""
    assert len(findings(f"{one}\n\n{other}")) == 1
    assert len(findings(one, other)) == 1


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_events_are_told_apart(one: str, other: str) -> None:
    """Another place, paper, office or sort of event, or years between, make two events."""
    assert not findings(f"{one}\n\n{other}")
    assert not findings(one, other)
