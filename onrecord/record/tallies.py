"""What is counted, as it is given to those who ask; nothing here counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

MOST = 12  # values of a facet that are counted by name


@dataclass(frozen=True, slots=True)
class Count:
    """How many statements have a value.

    Attributes:
        value: what narrows a filter to them, in the part of it by which the facet is called ("yes" and "no"
            mean True and False); None where no filter can.
        label: what the value is called; "" is unknown.
        count: statements.
    """

    value: str | None
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How many statements a filter lets through, and how they are spread.

    Attributes:
        total: statements.
        documents: documents in which they stand.
        facets: by the part of the filter that they narrow ("entity", "has_speaker", "outlet", "mode", "act",
            "language", "kind", "reviewed"), the commonest MOST values, most statements first. Each facet
            counts what all *other* parts of the filter let through: what was not chosen is still shown.
        months: for each month, YYYY-MM, in which some were published: how many whose document's whole date
            (inferred where none is printed) lies in it. It counts what all parts but the dates let through.
        loose: how many of these have a date that can mean more than one month.
        undated: how many of these have no date.
        stale: whether something was written into the record that is not counted yet.
    """

    total: int
    documents: int
    facets: dict[str, tuple[Count, ...]]
    months: tuple[tuple[str, int], ...]
    loose: int
    undated: int
    stale: bool = False


OTHERS = "*"  # the key of those who say too little to be counted by themselves
SIDES = ("mode", "act", "outlet", "speaker")


class Cell(NamedTuple):
    """How many statements are counted together.

    Attributes:
        first, last: the first and the last day that the date of their documents can mean, YYYY-MM-DD; None
            where none is known.
        key: a mode, an act or an outlet (None is unknown); of speakers the entity's id, "" where the speaker
            is linked to none (or speaks as several), OTHERS for those who say least of many, and
            None where there is no speaker.
        statements: how many.
    """

    first: str | None
    last: str | None
    key: str | None
    statements: int


@dataclass(frozen=True, slots=True)
class Crossed:
    """What a filter lets through, by day and by one of SIDES.

    Attributes:
        statements, documents: how many in all.
        cells: how many statements of each day and key.
        held: in how many documents each key has some.
        names: what the keys are called.
        stale: as `Tally.stale`.
    """

    statements: int
    documents: int
    cells: tuple[Cell, ...]
    held: dict[str | None, int]
    names: dict[str | None, str]
    stale: bool = False


class Listing(NamedTuple, Generic[T]):
    """A page of a list.

    Attributes:
        total: how many the whole list has.
        items: those of this page, in the list's order.
        stale: whether something was written into the record that is not counted yet.
    """

    total: int
    items: tuple[T, ...]
    stale: bool
