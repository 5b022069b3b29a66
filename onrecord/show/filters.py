"""An address says what is wanted by the names of the filter's own parts; `q` are the words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from onrecord import export
from onrecord.errors import UsageError

PLACES = ("limit", "offset")  # of a page of a list, not of what is wanted
YES, NO = ("yes", "1", "true", "on"), ("no", "0", "false", "off")


def wanted(kind: str, query: Iterable[tuple[str, str]]) -> Any:
    """The filter for things of this kind (one of `export.KINDS`) that the query of an address says.

    Returns:
        A filter of the type that `export.FILTERS` names for the kind, or the words, or None where nothing
        can be said of them. What no filter knows ("page") is left out; the last value of a name counts.

    Raises:
        UsageError: a value is no number, or neither yes nor no. Whether the rest means anything, those who
            are given the filter say.
    """
    given = dict(query)
    if "q" in given:
        given["words"] = given.pop("q")
    type = export.FILTERS.get(kind)
    if type is None:
        return None
    if type is str:
        return given.get("words")
    known = [part for part in fields(type) if part.name not in PLACES and part.name in given]
    return type(**{part.name: _value(part.name, str(part.type), given[part.name]) for part in known})


def _value(name: str, type: str, text: str) -> Any:
    if type.startswith("bool"):
        if text.lower() not in YES + NO:
            raise UsageError(f"{text!r} is neither yes nor no", name, "give one of the two")
        return text.lower() in YES
    if type.startswith(("int", "float")):
        try:
            return int(text) if type.startswith("int") else float(text)
        except ValueError:
            raise UsageError(f"{text!r} is not a number", name, "give one, such as 2") from None
    return text
