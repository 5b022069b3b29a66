"""Protects: places of given words are looked up with bounds, and only in what somebody can have said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.record import Places, Record, Spot

TEXT = "The bridge of Celm reopens in May.\n\nAda Brod: The ferry stays.\n\nHome | News | The bridge of Celm"
DAYS = ("2031-05-08", "2031-05-07", "2031-05-09")


@pytest.fixture
def store(place: Path, reading: Callable[..., Any]) -> Iterator[Record]:
    with Record.open(place, create=True) as record:
        for number, day in enumerate(DAYS):
            said = (("The ferry stays.", "Ada Brod"),)
            read, linked = reading(text=TEXT, source=f"/news/{number}.txt", published=day, said=said)
            one, two, three = read.passages
            label = Span(two.span.start, two.span.start + len("Ada Brod"))
            typed = (one, replace(two, kind="turn", label=label), replace(three, kind="furniture"))
            record.add(f"k{number}", [(replace(read, passages=typed), linked)], f"s{number}")
        yield record


def days(places: Places, spots: list[Spot]) -> list[str]:
    return [str(places.text(spot.document).document.published.edtf) for spot in spots]  # type: ignore[union-attr]


def test_a_phrase_is_found_in_passages_but_not_in_furniture(store: Record) -> None:
    """The newest first; the menu has the same words, and nobody says what stands in a menu."""
    places = Places(store)
    found = places.phrase("the BRIDGE of Celm!", 10)
    assert days(places, found) == ["2031-05-09", "2031-05-08", "2031-05-07"]
    assert {spot.span.of(TEXT) for spot in found} == {"The bridge of Celm reopens in May."}


def test_many_passages_give_the_newest_and_the_oldest(store: Record) -> None:
    """A phrase that stands everywhere costs no more than its bound."""
    places = Places(store)
    assert days(places, places.phrase("the ferry stays", 1)) == ["2031-05-09", "2031-05-07"]
    assert days(places, places.together(["ferry", "stays"], 2)) == ["2031-05-09", "2031-05-08"]
    assert places.together(["ferry", "bridge"], 2) == []


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=40))
def test_no_words_make_the_index_fail(store: Record, words: str) -> None:
    """What is typed is words, never a command of the index."""
    places = Places(store)
    assert isinstance(places.phrase(words, 3), list)
    assert isinstance(places.together([words, "ferry"], 3), list)


def test_what_can_have_been_said(store: Record) -> None:
    """Furniture and the printed labels of turns are blank, and no offset moves."""
    places = Places(store)
    text = places.text(places.phrase("the ferry stays", 1)[0].document)
    said = text.said(Span(0, len(TEXT)))
    assert said.split() == "The bridge of Celm reopens in May. : The ferry stays.".split()
    assert len(said) == len(TEXT)
    for start in range(len(TEXT)):
        for end in range(start, len(TEXT) + 1):
            assert text.said(Span(start, end)) == said[start:end]


def test_statements_that_reach_into_a_span(store: Record) -> None:
    """Those of the place, with who speaks."""
    places = Places(store)
    [spot] = places.phrase("the ferry stays", 10)[:1]
    [statement] = places.statements(spot.document, spot.span)
    assert places.told(spot.document, statement).statement == statement
    assert places.statements(spot.document, Span(0, 10)) == []


def test_a_record_that_was_not_traced_has_no_holders(store: Record) -> None:
    """Nothing is raised: words are found by the index alone."""
    places = Places(store)
    assert places.holders(np.array([1, 5, 9], np.uint32), 10) == [[], [], []]
    assert places.one_of_each([1, 2]) == []
    assert places.pieces([1], 5) == []
    assert places.kin(1, Span(0, 99)) == []


def test_holders_are_bounded(store: Record) -> None:
    """Of a key that many wordings have, no more are read than are asked for."""
    keys = np.repeat(np.array([3, 7], np.uint32), [50, 2])
    wordings = np.concatenate([np.arange(50), [5, 6]]).astype(np.int64)
    store.add_keys((keys, wordings, np.zeros(52, np.uint32)))
    found = Places(store).holders(np.array([3, 5, 7], np.uint32), 10)
    assert [len(some) for some in found] == [10, 0, 2]
    assert found[2] == [5, 6]


def test_what_tells_documents_apart(store: Record) -> None:
    """Without reading their texts."""
    places = Places(store)
    rows = [spot.document for spot in places.phrase("the ferry stays", 10)]
    about = places.about(rows)
    assert {one.last for one in about.values()} == {f"{day}T23:59:59Z" for day in DAYS}
    assert all(one.newest for one in about.values())
