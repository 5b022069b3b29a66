"""Protects who joins whom across documents: full names that agree join, two people of one name stay two,
and what is doubtful joins nothing and is listed.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.link import names
from onrecord.link.entities import Decision, Known, entity_id, resolved, whole
from onrecord.model import Figure


class Shelf:
    """A record of entities in memory."""

    def __init__(self, *known: Known, kind: str = "person") -> None:
        self.known = known
        self.kind = kind

    def same(self, normal: str, kind: str) -> Sequence[Known]:
        return [k for k in self.known if any(names.normal(n, kind) == normal for n in k.names)]

    def near(self, key: str, kind: str) -> Sequence[Known]:
        return [k for k in self.known if any(key in names.keys(n, kind) for n in k.names)]


def figure(name: str | None, *roles: str, kind: str = "person") -> Figure:
    return Figure(0, kind, name, (name,) if name else (), roles, ())  # type: ignore[arg-type]


def decide(name: str, *roles: str, among: Sequence[Known], kind: str = "person") -> Decision:
    return resolved(figure(name, *roles, kind=kind), Shelf(*among))


def test_a_first_name_makes_an_entity() -> None:
    found = decide("Orla Brandt", among=[])
    assert found.new
    assert found.entity is None
    assert not found.doubts


def test_the_same_full_name_joins() -> None:
    found = decide("Orla Brandt", "mayor", among=[Known(7, ("Orla Brandt",), ("mayor of Westbay",))])
    assert found.entity == 7
    assert not found.new
    assert "mayor" in found.evidence


def test_one_name_in_two_walks_of_life_stays_two_and_is_listed() -> None:
    found = decide("Orla Brandt", "goalkeeper", among=[Known(7, ("Orla Brandt",), ("foreign minister",))])
    assert found.entity is None
    assert found.new
    assert [doubt.entity for doubt in found.doubts] == [7]


def test_offices_change_in_one_life() -> None:
    for later in ("president", "former general", "professor", "chief executive"):
        found = decide("Orla Brandt", later, among=[Known(7, ("Orla Brandt",), ("foreign minister",))])
        assert found.entity == 7, later


def test_of_two_with_one_name_the_role_decides_or_nobody() -> None:
    two = [Known(1, ("Orla Brandt",), ("mayor of Westbay",)), Known(2, ("Orla Brandt",), ("striker",))]
    assert decide("Orla Brandt", "mayor of Westbay", among=two).entity == 1
    unknown = decide("Orla Brandt", among=two)
    assert unknown.entity is None
    assert not unknown.new
    assert {doubt.entity for doubt in unknown.doubts} == {1, 2}


def test_a_family_name_alone_needs_the_role_beside_it() -> None:
    one = [Known(1, ("Orla Brandt",), ("Arden President", "President"))]
    assert decide("Brandt", "President", among=one).entity == 1
    without = decide("Brandt", among=one)
    assert without.entity is None
    assert not without.new


def test_a_family_name_with_a_role_that_two_share_joins_neither() -> None:
    two = [Known(1, ("Orla Brandt",), ("senator",)), Known(2, ("Tove Brandt",), ("senator",))]
    assert decide("Brandt", "senator", among=two).entity is None


def test_a_family_name_joins_the_one_who_is_clearly_meant() -> None:
    """A slip in one document does not take the president's name from her."""
    two = [Known(1, ("Orla Brandt",), ("leader",), (60,)), Known(2, ("Tove Brandt",), ("leader",), (1,))]
    assert decide("Brandt", "leader", among=two).entity == 1
    close = [Known(1, ("Orla Brandt",), ("senator",), (6,)), Known(2, ("Tove Brandt",), ("senator",), (4,))]
    assert decide("Brandt", "senator", among=close).entity is None


def test_a_ministry_without_a_country_is_nobody_in_particular() -> None:
    for name in ("the Foreign Ministry", "police", "the Defence Ministry", "state media"):
        assert not whole(figure(name, kind="body")), name
    for name in ("the White House", "Arden Foreign Ministry", "Westbay Water"):
        assert whole(figure(name, kind="body")), name


def test_groups_and_the_nameless_are_not_entities() -> None:
    assert not whole(figure(None))
    assert not whole(figure("the two presidents", kind="group"))


def test_ids_are_the_same_in_every_rebuild() -> None:
    assert entity_id("person", "Orla Brandt", 0) == entity_id("person", "Orla Brandt", 0)
    assert entity_id("person", "Orla Brandt", 0) != entity_id("person", "Orla Brandt", 1)
    assert len(entity_id("body", "Westbay Water", 0)) == 16
