"""A long list is shown in sheets of one size; every sheet has an address, and says which part it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, Generic, TypeVar

from onrecord.show import addresses
from onrecord.show.contract import Asked

T = TypeVar("T")
SIZE = 50  # things on a sheet
MOST = 1_000_000  # sheets of a list


@dataclass(frozen=True)
class Sheet(Generic[T]):
    """A part of a list.

    Attributes:
        items: what is on it, in the order of the list.
        number: which sheet, from 1.
        size: how many things a full one has.
        total: how many the whole list has; None where nobody counted.
        more: whether another sheet follows.
    """

    items: Sequence[T]
    number: int
    size: int
    total: int | None
    more: bool

    @property
    def first(self) -> int:
        """Which thing of the list stands first on it, from 1."""
        return (self.number - 1) * self.size + 1

    @property
    def last(self) -> int:
        """Which thing of the list stands last on it."""
        return self.first + len(self.items) - 1

    @property
    def sheets(self) -> int | None:
        """How many sheets there are, as far as that is known."""
        return None if self.total is None else max(1, -(-self.total // self.size))

    def about(self, asked: Asked) -> dict[str, Any]:
        """Where one is in the list, as JSON tells it."""
        path = asked.address.partition("?")[0]
        following = addresses.with_query(path, asked.query, page=self.number + 1) if self.more else None
        return {"total": self.total, "page": self.number, "page_size": self.size, "next": following}


def number(asked: Asked) -> int:
    """Which sheet is asked for, from 1.

    Raises:
        UsageError: it is no number.
    """
    return asked.number("page", 1, MOST, 1)


def offset(asked: Asked, size: int = SIZE) -> int:
    """How many things stand on the sheets before the one that is asked for."""
    return (number(asked) - 1) * size


def counted(asked: Asked, items: Iterable[T], total: int, size: int = SIZE) -> Sheet[T]:
    """The sheet that is asked for, of a list that was counted; `items` are its own."""
    kept = tuple(items)
    return Sheet(kept, number(asked), size, total, offset(asked, size) + len(kept) < total)


def uncounted(asked: Asked, items: Iterable[T], size: int = SIZE, skip: int | None = None) -> Sheet[T]:
    """The sheet that is asked for, of a list that is read no further than one thing past it.

    Args:
        items: the list.
        skip: how many of `items` come before the sheet, by default those of all the sheets before.
    """
    before = offset(asked, size) if skip is None else skip
    kept = list(islice(items, before, before + size + 1))
    more = len(kept) > size
    total = None if more or (number(asked) > 1 and not kept) else offset(asked, size) + len(kept)
    return Sheet(tuple(kept[:size]), number(asked), size, total, more)


def with_total(sheet: Sheet[T], total: int | None) -> Sheet[T]:
    """The same sheet, of a list that was counted after all; None where it was not."""
    return sheet if total is None else replace(sheet, total=total)
