"""Protects the network: read with networkx, its edges count who said what to whom and through whom."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import networkx
import pytest

from onrecord import api
from onrecord.export import gexf

Edges = dict[tuple[str, str, str], dict[str, Any]]


@pytest.fixture
def graph(exported: Callable[..., bytes]) -> Any:
    return networkx.read_gexf(io.BytesIO(exported("gexf")))


def edges(graph: Any) -> Edges:
    label = networkx.get_node_attributes(graph, "label")
    return {(label[a], data["kind"], label[b]): data for a, b, data in graph.edges(data=True)}


def test_words_go_from_mouth_to_page(graph: Any) -> None:
    """A relay stands between the speaker and the outlet; the addressee has an edge of its own."""
    found = edges(graph)
    assert found["Ana Petrova", "relayed", "ANA"]["statements"] == 1
    assert found["ANA", "relayed", "@Gazette"]["statements"] == 1
    assert found["Ana Petrova", "addressed", "Bo Lind"]["statements"] == 1
    assert ("Ana Petrova", "reported", "@Gazette") not in found
    assert found["Ana Petrova", "reported", "City Hall"]["weight"] == 1.0
    assert found["Ana Petrova", "relayed", "ANA"]["first"] == "2031-05-05"


def test_who_quotes_and_who_replies(graph: Any) -> None:
    """Words within somebody's words were quoted; a turn replies to the turn before it, if both are named."""
    found = edges(graph)
    assert found["Bo Lind", "quoted", "Ana Petrova"]["statements"] == 1
    assert not [key for key in found if key[1] == "replied"]  # who asks is not named


def test_named_turns_reply(listed: list[api.Told]) -> None:
    """The second speaker to the first, where no more than a label stands between their turns."""
    asked, answered = [one for one in listed if one.statement.mode == "turn"]
    bo = next(one for one in listed if one.document.id == "turns" and one.statement.mode == "indirect")
    network = gexf.Network()
    named = asked._replace(people={asked.statement.speaker.span: bo.people[bo.statement.speaker.span]})
    for one in (named, answered):
        network.add(one)
    network.talk([answered, named])
    [(_, source, target)] = [ends for ends in network.edges if ends[0] == "replied"]
    assert [network.nodes[id].label for id in (source, target)] == ["Ana Petrova", "Bo Lind"]


def test_members_of_a_collective_speak_each(graph: Any) -> None:
    """Two statements of two states are two edges of weight two."""
    found = edges(graph)
    for name in ("Arvia", "Belmar"):
        data = found[name, "reported", "City Hall"]
        assert (data["statements"], data["start"], data["end"]) == (2, "2031-01-01", "2031-12-31")
    assert not [name for name, _, _ in found if "presidents" in name]


def test_nodes_are_named_once(graph: Any, listed: list[api.Told]) -> None:
    """One person is one node whatever she is called; a word that names nobody is none."""
    labels = [data["label"] for _, data in graph.nodes(data=True)]
    assert len(labels) == len(set(labels))
    assert not {"They", "Q", "she"} & set(labels)
    ana = next(data for _, data in graph.nodes(data=True) if data["label"] == "Ana Petrova")
    assert ana["statements"] == 4
    assert ana["kind"] == "person"
    assert {d["kind"] for _, d in graph.nodes(data=True) if d["label"] in ("City Hall", "@Gazette")} == {
        "outlet"
    }


def test_the_record_s_days_are_the_graph_s(graph: Any) -> None:
    """First and last show when an edge is there; one without a date is there always."""
    assert graph.graph["mode"] == "dynamic"
    for data in edges(graph).values():
        assert data["start"] <= data["end"]
