"""A type has one shape in columns, found from its annotations alone, and a value comes back from it equal."""

from __future__ import annotations

import inspect
import re
import types
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, NamedTuple, Protocol, Union, get_args, get_origin, get_type_hints

import pyarrow as pa

from onrecord.model import Edit, Mention, Said, Span, Speaker, When

OFFSET = pa.int32()  # code points of one text, of which there are at most some tens of millions
SPAN = pa.struct([pa.field("start", OFFSET, nullable=False), pa.field("end", OFFSET, nullable=False)])


class Column(NamedTuple):
    """One column: what it is called, what it holds, whether it may be empty, and one sentence about it."""

    name: str
    type: pa.DataType
    nullable: bool
    help: str


class Shape(Protocol):
    """How values of one type lie in columns."""

    def columns(self, name: str, nullable: bool, help: str) -> list[Column]:
        """The columns of a field of this name."""

    def split(self, value: Any) -> tuple[Any, ...]:
        """A value, or None, as one cell for each of the columns."""

    def join(self, cells: Sequence[Any]) -> Any:
        """The value, or None, that was split into these cells."""


@dataclass(frozen=True, slots=True)
class _Scalar:
    type: pa.DataType

    def columns(self, name: str, nullable: bool, help: str) -> list[Column]:
        return [Column(name, self.type, nullable, help)]

    def split(self, value: Any) -> tuple[Any, ...]:
        return (value,)

    def join(self, cells: Sequence[Any]) -> Any:
        return cells[0]


class _Span:
    def columns(self, name: str, nullable: bool, help: str) -> list[Column]:
        return [
            Column(f"{name}_start", OFFSET, nullable, f"{help} First code point."),
            Column(f"{name}_end", OFFSET, nullable, f"{help} Past the last code point."),
        ]

    def split(self, value: Any) -> tuple[Any, ...]:
        return (None, None) if value is None else tuple(value)

    def join(self, cells: Sequence[Any]) -> Any:
        return None if cells[0] is None else Span(*cells)


class _When:
    def columns(self, name: str, nullable: bool, help: str) -> list[Column]:
        # A time expression's own date stands by the name of its parts, as in the record.
        first, before = ("edtf", "") if name == "when" else (name, f"{name}_")
        return [
            Column(first, pa.string(), nullable, f"{help} EDTF."),
            Column(f"{before}earliest", pa.string(), nullable, f"{help} First instant, ISO 8601 in UTC."),
            Column(f"{before}latest", pa.string(), nullable, f"{help} Last instant, ISO 8601 in UTC."),
        ]

    def split(self, value: Any) -> tuple[Any, ...]:
        return (None, None, None) if value is None else (value.edtf, value.earliest, value.latest)

    def join(self, cells: Sequence[Any]) -> Any:
        return None if cells[0] is None else When(*cells)


class _Said:
    def columns(self, name: str, nullable: bool, help: str) -> list[Column]:
        why = Column(f"{name}_basis", pa.string(), nullable, f"{help} Why, in words.")
        shown = _Span().columns(name, True, f"{help} The words that show it.")
        return [*_When().columns(name, nullable, help), *shown, why]

    def split(self, value: Any) -> tuple[Any, ...]:
        if value is None:
            return (None,) * 6
        when = value.when
        return (when.edtf, when.earliest, when.latest, *(value.span or (None, None)), value.basis)

    def join(self, cells: Sequence[Any]) -> Any:
        if cells[0] is None:
            return None
        span = None if cells[3] is None else Span(cells[3], cells[4])
        return Said(When(*cells[:3]), span, cells[5])


class _Speaker:
    _members: _List

    def columns(self, name: str, nullable: bool, help: str) -> list[Column]:
        return [
            *_Span().columns(name, nullable, help),
            Column(f"{name}_name", pa.string(), True, f"{help} What to call it."),
            Column(f"{name}_kind", pa.string(), True, f"{help} person, body or group."),
            Column(f"{name}_members", pa.list_(SPAN), True, f"{help} Named members of a collective."),
        ]

    def split(self, value: Any) -> tuple[Any, ...]:
        if value is None:
            return (None,) * 5
        return (*value.span, value.name, value.kind, [_span_cell(span) for span in value.members])

    def join(self, cells: Sequence[Any]) -> Any:
        if cells[0] is None:
            return None
        members = tuple(_span(cell) for cell in cells[4])
        return Speaker(Span(cells[0], cells[1]), cells[2], cells[3], members)


@dataclass(frozen=True, slots=True)
class _List:
    item: pa.DataType
    cell: Callable[[Any], Any]
    value: Callable[[Any], Any]

    def columns(self, name: str, nullable: bool, help: str) -> list[Column]:
        return [Column(name, pa.list_(self.item), nullable, help)]

    def split(self, value: Any) -> tuple[Any, ...]:
        return (None if value is None else [self.cell(one) for one in value],)

    def join(self, cells: Sequence[Any]) -> Any:
        return None if cells[0] is None else tuple(self.value(cell) for cell in cells[0])


class _Whole:
    """A type whose fields are columns by their own names."""

    def __init__(self, kind: type) -> None:
        self.kind = kind
        self.fields = fields(kind)
        self.sizes = [len(shape.columns("x", nullable, "")) for _, shape, nullable, _ in self.fields]

    def columns(self, name: str, nullable: bool, help: str) -> list[Column]:
        return [
            column for own, shape, empty, about in self.fields for column in shape.columns(own, empty, about)
        ]

    def split(self, value: Any) -> tuple[Any, ...]:
        cells: list[Any] = []
        for name, shape, _, _ in self.fields:
            cells += shape.split(getattr(value, name))
        return tuple(cells)

    def join(self, cells: Sequence[Any]) -> Any:
        values, at = [], 0
        for (_, shape, _, _), size in zip(self.fields, self.sizes, strict=True):
            values.append(shape.join(cells[at : at + size]))
            at += size
        return self.kind(*values)


def _span_cell(span: Span) -> dict[str, int]:
    return {"start": span[0], "end": span[1]}


def _span(cell: dict[str, int]) -> Span:
    return Span(cell["start"], cell["end"])


def _mention_cell(mention: Mention) -> dict[str, Any]:
    return {**_span_cell(mention.span), "evidence": mention.evidence}


def _mention(cell: dict[str, Any]) -> Mention:
    return Mention(_span(cell), cell["evidence"])


def _edit_cell(edit: Edit) -> dict[str, Any]:
    return {"kind": edit.kind, "earlier": _span_cell(edit.earlier), "later": _span_cell(edit.later)}


def _edit(cell: dict[str, Any]) -> Edit:
    return Edit(cell["kind"], _span(cell["earlier"]), _span(cell["later"]))


def _same(value: Any) -> Any:
    return value


_SCALARS: dict[type, pa.DataType] = {
    str: pa.string(),
    int: pa.int32(),
    float: pa.float64(),
    bool: pa.bool_(),
    bytes: pa.binary(),
}
_SHAPES: dict[type, Shape] = {Span: _Span(), When: _When(), Said: _Said(), Speaker: _Speaker()}
_LISTS: dict[type, Shape] = {
    Span: _List(SPAN, _span_cell, _span),
    Mention: _List(
        pa.struct([*SPAN, pa.field("evidence", pa.string(), nullable=False)]), _mention_cell, _mention
    ),
    Edit: _List(
        pa.struct(
            [
                pa.field("kind", pa.string(), nullable=False),
                pa.field("earlier", SPAN, nullable=False),
                pa.field("later", SPAN, nullable=False),
            ]
        ),
        _edit_cell,
        _edit,
    ),
    **{kind: _List(type, _same, _same) for kind, type in _SCALARS.items()},
}


@cache
def whole(kind: type) -> _Whole:
    """The shape of a type of which each field is a column, or some."""
    return _Whole(kind)


def fields(kind: type) -> list[tuple[str, Shape, bool, str]]:
    """Each field of a dataclass or named tuple: its name, its shape, whether it may be empty, what it is."""
    about = described(kind)
    return [(name, *_shape(hint), about.get(name, "")) for name, hint in get_type_hints(kind).items()]


def _shape(hint: Any) -> tuple[Shape, bool]:
    """The shape of an annotation, and whether None is one of its values."""
    if get_origin(hint) in (Union, types.UnionType):
        [inner] = [one for one in get_args(hint) if one is not type(None)]
        return _shape(inner)[0], True
    if get_origin(hint) is Literal:
        return _Scalar(pa.string()), False
    if get_origin(hint) is tuple:
        return _LISTS[get_args(hint)[0]], False
    if hint in _SHAPES:
        return _SHAPES[hint], False
    if hint in _SCALARS:
        return _Scalar(_SCALARS[hint]), False
    return whole(hint), False


def described(kind: type) -> dict[str, str]:
    """What the docstring of a type says of each of its attributes."""
    _, _, attributes = (inspect.getdoc(kind) or "").partition("Attributes:\n")
    return dict(_entries(attributes))


def _entries(attributes: str) -> Iterator[tuple[str, str]]:
    for entry in re.split(r"\n(?=    \w)", attributes.rstrip()):
        called, _, text = " ".join(entry.split()).partition(": ")
        for name in called.split(", "):
            yield name, f"{text[:1].upper()}{text[1:]}"
