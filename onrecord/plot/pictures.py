"""A picture is numbers first: what is drawn can be read as a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from onrecord.api import Filter, Overview

LONGEST_NAME = 40  # code points of a name in a picture before it is cut
LONGEST_LINE = 400  # of a line under the title

# What moves a cursor, turns the direction of writing or cannot be encoded has no place in a drawing.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_SPACES = re.compile(r"\s+")

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Asked:
    """What a picture is asked to show.

    Attributes:
        filter: which statements count; `limit`, `offset` and `order` do not matter.
        id: the id of a family (for `outlets`) or of a statement (for `chain`), or its beginning; or None.
        by: what the colours stand for, where a picture has a choice; None is its own.
        overview: counts of the record that are kept in mind; without them they are made for this picture.
    """

    filter: Filter = field(default_factory=Filter)
    id: str | None = None
    by: str | None = None
    overview: Overview | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """How a picture is drawn.

    Attributes:
        width: of the whole drawing, in CSS pixels; below NARROW what is written beside things stands above.
        dark: for a dark page.
        solid: with a background of its own; False leaves the page's.
    """

    width: int = 760
    dark: bool = False
    solid: bool = True


@dataclass(frozen=True, slots=True)
class Picture:
    """What a picture shows, counted and not yet drawn; it can be pickled, and says all that the drawing says.

    Attributes:
        chart: the name of the chart, one of CHARTS.
        title: what is counted.
        notes: lines below it: of which record, through which filter, and what is left out.
        columns: the names of the columns of `rows`.
        rows: the numbers that are drawn.
        shape: what the drawing needs beside the rows, in JSON's types.
    """

    chart: str
    title: str
    notes: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    shape: dict[str, Any] = field(default_factory=dict)

    @property
    def alt(self) -> str:
        """The picture in one sentence, for who cannot see it."""
        return ". ".join((self.title, *self.notes)) + "."

    def records(self) -> list[dict[str, Cell]]:
        """The rows, each with the names of its columns."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def flat(text: str, most: int = LONGEST_LINE) -> str:
    """The text on one line, without control characters, cut to so many code points."""
    line = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", _SPACES.sub(" ", text)).strip()
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def named(text: str) -> str:
    """A name as a picture shows it."""
    return flat(text, LONGEST_NAME) or "(no name)"


def apart(names: Sequence[str], taken: Sequence[str] = ()) -> list[str]:
    """Names of which no two are equal, nor one of those that are taken, however the things are called."""
    seen = set(taken)
    told = []
    for name in names:
        one, number = name, 1
        while one in seen:
            number += 1
            one = f"{name} ({number})"
        seen.add(one)
        told.append(one)
    return told


def counted(number: int, name: str, plural: str = "") -> str:
    """A number of things, in words."""
    return f"{number:,} {name if number == 1 else plural or name + 's'}"
